import { randomBytes } from "node:crypto";
import { lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { newId } from "#lib/ids.ts";
import { sealed } from "#lib/sealed.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import type { Format } from "#text/wire/formats.ts";
import type { ChannelKind, Client, ClientSaid, Scope } from "./clients.ts";
import { channelById, clientById, deliveryOf, digestOf } from "./queries.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A link is followed by somebody at a client who reads it in a letter. */
const LINK_MS = 7 * DAY_MS;
const SESSION_MS = 30 * DAY_MS;

type Hand = { readonly by: string; readonly at: Date };

function rowOf(said: ClientSaid) {
  return {
    name: said.name,
    email: said.email,
    language: said.language,
    editions: JSON.stringify(said.editions),
    sections: JSON.stringify(said.sections),
    topics: JSON.stringify(said.topics),
    keywords: JSON.stringify(said.keywords),
    labels: said.labels,
    jurisdictions: said.jurisdictions === null ? null : JSON.stringify(said.jurisdictions),
    terms: said.terms,
    takes_embargoed: Number(said.takesEmbargoed),
  };
}

/** A client of that kind from now on: what came out before is not sent to it. */
export async function addClient(db: Db, { said, by, at }: Hand & { readonly said: ClientSaid }): Promise<string> {
  return together(db, async (db) => {
    const id = newId(at);
    await db
      .insertInto("wire_client")
      .values({
        id,
        ...rowOf(said),
        last_number: 0,
        closed_at: null,
        pulled_number: null,
        pulled_at: null,
        made_at: at.toISOString(),
      })
      .execute();
    await note(db, { by, act: "client.add", subject: `client:${id}`, detail: { name: said.name }, at });
    return id;
  });
}

/** What a form about a client began from. */
export function markOfClient({ lastNumber: _, pulled: __, ...said }: Client): string {
  return markOf(said);
}

export async function changeClient(
  db: Db,
  { id, said, from, by, at }: Hand & { readonly id: string; readonly said: ClientSaid; readonly from: string },
): Promise<{ readonly changedBy?: string }> {
  return together(db, async (db) => {
    const before = await clientById(db, id);
    if (!before) return {};
    const subject = `client:${id}`;
    if (markOfClient(before) !== from) return { changedBy: await lastHand(db, subject) };
    await db.updateTable("wire_client").set(rowOf(said)).where("id", "=", id).execute();
    const changed = Object.entries(said).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof ClientSaid]), // its keys are those of `said`
    );
    const detail = { name: said.name, changed: changed.map(([key]) => key).join(", ") };
    if (changed.length > 0) await note(db, { by, act: "client.change", subject, detail, at });
    // What they were sent has the labels of the law, and in the way, they had chosen until now.
    if (changed.some(([key]) => key === "jurisdictions" || key === "labels"))
      await enqueue(db, "wire.labels", { after: "", clientId: id }, at);
    return {};
  });
}

/** Ends an account: its tokens, sessions and channels with it. What was sent stays on the record. */
export async function closeClient(db: Db, { id, by, at }: Hand & { readonly id: string }): Promise<void> {
  await together(db, async (db) => {
    const client = await clientById(db, id);
    if (!client || client.closedAt !== null) return;
    await db.updateTable("wire_client").set({ closed_at: at.toISOString() }).where("id", "=", id).execute();
    await db.deleteFrom("wire_token").where("client_id", "=", id).execute();
    const channels = await db.deleteFrom("client_channel").where("client_id", "=", id).returning("id").execute();
    const ids = channels.map((channel) => channel.id);
    if (ids.length > 0) await db.deleteFrom("wire_sent").where("channel_id", "in", ids).execute();
    await note(db, { by, act: "client.close", subject: `client:${id}`, detail: { name: client.name }, at });
  });
}

/** Opens it again. What came out meanwhile is not made up for; what was taken back of what it has, waits for it. */
export async function reopenClient(db: Db, { id, by, at }: Hand & { readonly id: string }): Promise<void> {
  await together(db, async (db) => {
    const client = await clientById(db, id);
    if (!client || client.closedAt === null) return;
    await db.updateTable("wire_client").set({ closed_at: null }).where("id", "=", id).execute();
    await note(db, { by, act: "client.reopen", subject: `client:${id}`, detail: { name: client.name }, at });
  });
}

const TOKEN_BYTES = 32;
const HINT_LETTERS = 4;
// A token says whose it is wherever it turns up, so that who finds one knows whom to tell.
const PREFIX = "dateline_";

type MakeToken = {
  readonly clientId: string;
  readonly kind: "token" | "link" | "session";
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  readonly at: Date;
};

async function makeAny(db: Db, { clientId, kind, scopes, expiresAt, at }: MakeToken): Promise<string> {
  const token = PREFIX + randomBytes(TOKEN_BYTES).toString("base64url");
  await db
    .insertInto("wire_token")
    .values({
      digest: digestOf(token),
      id: newId(at),
      client_id: clientId,
      kind,
      scopes: JSON.stringify(scopes),
      hint: token.slice(-HINT_LETTERS),
      made_at: at.toISOString(),
      expires_at: expiresAt?.toISOString() ?? null,
      used_at: null,
    })
    .execute();
  return token;
}

/** A new token, shown to whoever asked for it and kept nowhere; with `instead` that one opens nothing from now on. */
export async function makeToken(
  db: Db,
  {
    clientId,
    scopes,
    instead,
    by,
    at,
  }: Hand & { readonly clientId: string; readonly scopes: readonly Scope[]; readonly instead?: string | undefined },
): Promise<string> {
  return together(db, async (db) => {
    const token = await makeAny(db, { clientId, kind: "token", scopes, expiresAt: null, at });
    const detail = { hint: token.slice(-HINT_LETTERS), scopes: scopes.join(", ") };
    if (instead !== undefined) await revokeToken(db, { clientId, id: instead, by, at });
    await note(db, { by, act: "client.token", subject: `client:${clientId}`, detail, at });
    return token;
  });
}

export async function revokeToken(
  db: Db,
  { clientId, id, by, at }: Hand & { readonly clientId: string; readonly id: string },
): Promise<void> {
  await together(db, async (db) => {
    const gone = await db
      .deleteFrom("wire_token")
      .where("id", "=", id)
      .where("client_id", "=", clientId)
      .where("kind", "=", "token")
      .returning("hint")
      .executeTakeFirst();
    // Who came in with it is shown out.
    await db.deleteFrom("wire_token").where("client_id", "=", clientId).where("kind", "=", "session").execute();
    if (gone)
      await note(db, { by, act: "client.revoke", subject: `client:${clientId}`, detail: { hint: gone.hint }, at });
  });
}

/** A link into the portal, good once and for a week. */
export async function makeClientLink(db: Db, { clientId, by, at }: Hand & { readonly clientId: string }) {
  return together(db, async (db) => {
    const expiresAt = new Date(at.getTime() + LINK_MS);
    const token = await makeAny(db, { clientId, kind: "link", scopes: ["wire"], expiresAt, at });
    await note(db, { by, act: "client.link", subject: `client:${clientId}`, at });
    return token;
  });
}

/** Somebody of a client comes in: answers what their browser holds. A link is spent with it. */
export async function beginSession(
  db: Db,
  { clientId, link, at }: { readonly clientId: string; readonly link?: string | undefined; readonly at: Date },
): Promise<string | undefined> {
  return together(db, async (db) => {
    if (link !== undefined) {
      const spent = await db
        .deleteFrom("wire_token")
        .where("digest", "=", digestOf(link))
        .where("kind", "=", "link")
        .returning("id")
        .executeTakeFirst();
      if (!spent) return undefined;
    }
    const expiresAt = new Date(at.getTime() + SESSION_MS);
    return makeAny(db, { clientId, kind: "session", scopes: ["wire"], expiresAt, at });
  });
}

export async function endSession(db: Db, { token }: { readonly token: string }): Promise<void> {
  await db.deleteFrom("wire_token").where("digest", "=", digestOf(token)).where("kind", "=", "session").execute();
}

const USED_EVERY_MS = 60 * 60 * 1000;

/** Notes that a token is in use, once an hour at most: reading stays reading. */
export async function noteUse(
  db: Db,
  { tokenId, usedAt, at }: { readonly tokenId: string; readonly usedAt: Date | null; readonly at: Date },
): Promise<void> {
  if (usedAt !== null && at.getTime() - usedAt.getTime() < USED_EVERY_MS) return;
  await db.updateTable("wire_token").set({ used_at: at.toISOString() }).where("id", "=", tokenId).execute();
}

/** How far a client has pulled. */
export async function notePulled(
  db: Db,
  { clientId, number, at }: { readonly clientId: string; readonly number: number; readonly at: Date },
): Promise<void> {
  await db
    .updateTable("wire_client")
    .set({ pulled_number: number, pulled_at: at.toISOString() })
    .where("id", "=", clientId)
    .execute();
}

type AddChannel = Hand & {
  readonly clientId: string;
  readonly kind: ChannelKind;
  readonly address: string;
  /** Of a webhook one is made when it is left out, of a mailbox there is none. */
  readonly secret?: string | undefined;
  readonly format: Format;
  /** What secrets are sealed with. */
  readonly key: string;
};

/** A new channel begins with what comes next. Answers the secret of a webhook, which is shown once. */
export async function addChannel(
  db: Db,
  { clientId, kind, address, secret, format, key, by, at }: AddChannel,
): Promise<{ readonly id: string; readonly secret: string | null }> {
  return together(db, async (db) => {
    const { last_number } = await db
      .selectFrom("wire_client")
      .select("last_number")
      .where("id", "=", clientId)
      .executeTakeFirstOrThrow();
    const id = newId(at);
    const made = secret ?? (kind === "webhook" ? `whsec_${randomBytes(TOKEN_BYTES).toString("base64")}` : null);
    await db
      .insertInto("client_channel")
      .values({
        id,
        client_id: clientId,
        kind,
        address,
        host: whereTo(kind, address),
        secret: made === null ? null : sealed(key, made),
        format,
        done_number: last_number,
        due_at: null,
        held_until: null,
        failures: 0,
        last_error: null,
        told_at: null,
        paused_at: null,
        made_at: at.toISOString(),
      })
      .execute();
    const detail = { kind, address: hostOf(address) };
    await note(db, { by, act: "client.channel", subject: `client:${clientId}`, detail, at });
    return { id, secret: made };
  });
}

/** Letters go by the agency's own server, whoever reads them. */
function whereTo(kind: ChannelKind, address: string): string {
  return kind === "mail" ? "" : hostOf(address);
}

/** The log needs no path and no mailbox. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address.split("@")[1] ?? "";
}

export async function removeChannel(
  db: Db,
  { clientId, id, by, at }: Hand & { readonly clientId: string; readonly id: string },
): Promise<void> {
  await together(db, async (db) => {
    const gone = await db
      .deleteFrom("client_channel")
      .where("id", "=", id)
      .where("client_id", "=", clientId)
      .returning(["kind", "address"])
      .executeTakeFirst();
    if (!gone) return;
    await db.deleteFrom("wire_sent").where("channel_id", "=", id).execute();
    const detail = { kind: gone.kind, address: hostOf(gone.address) };
    await note(db, { by, act: "client.channel-remove", subject: `client:${clientId}`, detail, at });
  });
}

/** Sends everything after `number` once more, on a channel that was paused too; without one goes on where it stopped. */
export async function resend(
  db: Db,
  { channelId, after, by, at }: Hand & { readonly channelId: string; readonly after?: number | undefined },
): Promise<void> {
  await together(db, async (db) => {
    const channel = await channelById(db, channelId);
    if (!channel) return;
    const from = Math.min(channel.doneNumber, Math.max(0, after ?? channel.doneNumber));
    await db
      .updateTable("client_channel")
      .set({
        done_number: from,
        due_at: at.toISOString(),
        failures: 0,
        paused_at: null,
        last_error: null,
      })
      .where("id", "=", channelId)
      .execute();
    // What overtook the others goes out again in its turn.
    await db.deleteFrom("wire_sent").where("channel_id", "=", channelId).where("number", ">", from).execute();
    const detail = { after: from };
    await note(db, { by, act: "client.resend", subject: `client:${channel.clientId}`, detail, at });
    await enqueue(db, "wire.deliver", {}, at, { key: "wire.deliver" });
  });
}

/** A client has read a notice; `how` is the door, or the member of staff whom they told. Answers whether there was such a notice. */
export async function acknowledge(
  db: Db,
  {
    clientId,
    number,
    how,
    by,
    at,
  }: {
    readonly clientId: string;
    readonly number: number;
    readonly how: "endpoint" | "portal" | "told";
    /** Who enters what somebody said on the telephone. */
    readonly by?: string;
    readonly at: Date;
  },
): Promise<boolean> {
  return together(db, async (db) => {
    const delivery = await deliveryOf(db, clientId, number);
    if (!delivery || delivery.acknowledgeBy === null) return false;
    if (delivery.acknowledgedAt !== null) return true;
    await db
      .updateTable("wire_delivery")
      .set({ acknowledged_at: at.toISOString(), acknowledged_how: by ?? how })
      .where("client_id", "=", clientId)
      .where("number", "=", number)
      .where("acknowledged_at", "is", null)
      .execute();
    const detail = { number, how, article: delivery.articleId };
    await note(db, {
      by: by ?? `client:${clientId}`,
      act: "client.acknowledge",
      subject: `client:${clientId}`,
      detail,
      at,
    });
    return true;
  });
}
