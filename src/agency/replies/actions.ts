import { isCarrier } from "#agency/embeds/queries.ts";
import { idsInTurn, newId } from "#lib/ids.ts";
import { sealed } from "#lib/sealed.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { enqueue } from "#store/queue.ts";
import { recall } from "#store/topics.ts";
import { cleanedLine, cleanedText, lookOf } from "#text/replies/cleaned.ts";
import { folded } from "#text/replies/folded.ts";
import { askForAnswers, blindIndex, digestOf, keepAddress, newGuestToken } from "./addresses.ts";
import { askForAdvice } from "./advice.ts";
import { arrivalOf, judgedAgain, type NetworkMark } from "./arrival.ts";
import { type Challenge, MOST_WRONG_ANSWERS } from "./challenge.ts";
import { type Copy, copyOf, forgetMarks, passOnCopies } from "./copies.ts";
import { decideReplies } from "./decisions.ts";
import { storyGround } from "./ground.ts";
import { domainIndexOf } from "./indexes.ts";
import { bumpReplies, countShown, oneMoreShown, rootsIn, settlePlaces } from "./places.ts";
import { enterDecisions, enterErasure } from "./record.ts";
import {
  addressFrom,
  DEEPEST,
  EDIT_WITHIN_MS,
  FROM_SITE,
  LONGEST_NAME,
  LONGEST_QUOTE,
  LONGEST_REPLY,
  type Reason,
  type ReplyKind,
  type ReplyRefusal,
  type ReplyState,
  topicOfReplies,
} from "./replies.ts";
import { forgetReportsOf } from "./reports.ts";
import { type HouseTalk, USUAL_TALK } from "./talk.ts";

/** What a reader sent, as they typed it. */
export type SentReply = {
  readonly articleId: string;
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly quote: string;
  readonly kind: ReplyKind;
  /** The reply it answers; empty for none. */
  readonly parent: string;
  /** Whether its writer wants letters about what becomes of it, and its answers. */
  readonly tells?: boolean;
  /** The site whose page led its writer here, where they let the moderators know. */
  readonly site?: string | undefined;
};

type PostReply = SentReply & {
  /** What was answered rightly; nothing for a device that is known. */
  readonly challenge: Challenge | undefined;
  /** The token of the device; a new one is made without. */
  readonly guestToken: string | undefined;
  /** How its address was come by, as `keepAddress` has it; without it nobody is written to. */
  readonly address?: "ask" | "leave" | "proven";
  readonly keys: ReplyKeys;
  /** The address it was sent to, where its challenge says which story it is to. */
  readonly sentTo?: { readonly edition: string; readonly slug: string };
  /** Where it comes from, as far as that is known. */
  readonly network?: NetworkMark | undefined;
  readonly at: Date;
};

export type ReplyKeys = { readonly address: string; readonly index: string; readonly challenge: string };

export type Posted =
  | { readonly replyId: string; readonly guestToken: string; readonly state: ReplyState }
  | { readonly refusal: ReplyRefusal }
  | { readonly refusal: "banned"; readonly reason: Reason; readonly until: Date }
  /** The story of its challenge is not the one at that address. */
  | { readonly crossed: true }
  /** The challenge let another reply through already. */
  | { readonly spent: true }
  /** The challenge was answered wrongly too often. */
  | { readonly void: true };

/** Keeps a reply, its challenge spent in the same commit; who has no reply let through yet waits for a moderator. */
export async function postReply(db: Db, sent: PostReply): Promise<Posted> {
  const reply = { ...sent, name: cleanedLine(sent.name), text: cleanedText(sent.text), quote: cleanedLine(sent.quote) };
  const refusal = replyRefusal(reply);
  if (refusal) return { refusal };
  const address = addressFrom(sent.email);
  return together(db, async (db) => {
    const story = await storyGround(db, sent.articleId);
    const { sentTo } = sent;
    if (sentTo && (story?.edition !== sentTo.edition || story.slug !== sentTo.slug)) return { crossed: true as const };
    if (!story) return { refusal: "closed" as const };
    const place = await placeFor(db, reply);
    if ("refusal" in place) return place;
    // The name of nobody on the staff, nor one that looks like it, whatever letters it is made of.
    if (story.ground.staffLooks.has(lookOf(reply.name))) return { refusal: "staff-name" as const };
    const id = newReplyId(sent.at);
    const guest = await guestOf(db, sent.guestToken, sent.at);
    const addressIndex = address === undefined ? "" : blindIndex(address, sent.keys);
    const domainIndex = address === undefined ? "" : domainIndexOf(address, sent.keys.index);
    const arrival = await arrivalOf(db, story, { ...reply, guest, addressIndex, domainIndex, network: sent.network });
    if ("refusal" in arrival) return arrival;
    if (sent.challenge && !(await spend(db, sent.challenge, id)))
      return (await challengeState(db, sent.challenge)) === "void" ? { void: true as const } : { spent: true as const };
    if (guest.isNew)
      await insertGuest(db, { id: guest.id, digest: digestOf(guest.token), made_at: sent.at.toISOString() });
    const { state, reason, score } = arrival;
    // What is shown at once is no campaign: its writer is known.
    const copy = state === "shown" ? undefined : await copyOf(db, { id, text: reply.text, at: sent.at });
    const from = await flagOfSite(db, sent.site, story.edition);
    const flags = [...arrival.flags, ...(copy?.isOfRefused ? [LIKE_REFUSED] : []), ...from];
    const isShown = state === "shown";
    await insertReply(db, {
      ...place,
      id,
      article_id: sent.articleId,
      root_id: place.root_id ?? id,
      kind: sent.kind,
      author_name: reply.name,
      guest_id: guest.id,
      body: reply.text,
      quote: reply.quote.slice(0, LONGEST_QUOTE),
      state,
      reason,
      score,
      is_listed: isShown ? 1 : 0,
      flags: JSON.stringify(flags),
      written_at: sent.at.toISOString(),
      // From then it is kept as long as what a moderator refused.
      decided_at: state === "refused" ? sent.at.toISOString() : null,
      cluster_id: copy?.clusterId ?? null,
      sketch: copy?.sketch ?? "",
      folded: folded(`${reply.name} ${reply.text}`),
    });
    await noteByRule(db, { replyId: id, state, reason, refusedBy: arrival.refusedBy, at: sent.at });
    if (story.ground.asksAdvice) await askForAdvice(db, { replyId: id, at: sent.at });
    if (state === "refused") await oneMoreRefused(db, { id: guest.id });
    if (sent.network) await insertNetwork(db, { reply_id: id, ...sent.network });
    if (address !== undefined) {
      const kept = {
        blind_index: addressIndex,
        domain_index: domainIndex,
        address: sealed(sent.keys.address, address),
      };
      await insertContact(db, { reply_id: id, ...kept });
      if (sent.address !== undefined) {
        const { at, tells = false, address: way } = sent;
        const { edition } = story;
        await keepAddress(db, { guestId: guest.id, replyId: id, edition, ...kept, tells, way, at });
      }
    }
    if (isShown) {
      await oneMoreShown(db, { articleId: sent.articleId, rootId: place.root_id });
      await askForAnswers(db, sent.at);
    }
    return { replyId: id, guestToken: guest.token, state };
  });
}

// Whoever posts at the same time is written side by side.
const newReplyId = idsInTurn();
const newGuestId = idsInTurn();
const newDecisionId = idsInTurn();

const LIKE_REFUSED = "like-refused";

/** A name in a form is anybody's: only those of sites that carry our replies are kept. */
async function flagOfSite(db: Db, host: string | undefined, edition: string): Promise<readonly string[]> {
  return host && (await isCarrier(db, { host, edition })) ? [FROM_SITE + host] : [];
}

// A post is a dozen statements, and thousands of posts a second compile them no more than once.

const insertReply = keptStatement(
  (
    db,
    value: ValueOf<{
      id: string;
      article_id: string;
      parent_id: string | null;
      root_id: string;
      depth: number;
      kind: string;
      author_name: string;
      guest_id: string;
      body: string;
      quote: string;
      state: string;
      reason: string | null;
      score: number | null;
      is_listed: number;
      flags: string;
      written_at: string;
      decided_at: string | null;
      cluster_id: string | null;
      sketch: string;
      folded: string;
    }>,
  ) =>
    db.insertInto("reply").values({
      id: value("id"),
      article_id: value("article_id"),
      parent_id: value("parent_id"),
      root_id: value("root_id"),
      depth: value("depth"),
      kind: value("kind"),
      author_name: value("author_name"),
      staff_id: null,
      guest_id: value("guest_id"),
      body: value("body"),
      quote: value("quote"),
      state: value("state"),
      is_listed: value("is_listed"),
      shown_below: 0,
      featured_at: null,
      reason: value("reason"),
      score: value("score"),
      note: "",
      appeal: null,
      flags: value("flags"),
      written_at: value("written_at"),
      edited_at: null,
      decided_at: value("decided_at"),
      decided_by: null,
      cluster_id: value("cluster_id"),
      sketch: value("sketch"),
      folded: value("folded"),
    }),
);

/** Who made a decision that no person made. */
const AS_IT_CAME = "the rules";

type ByRule = {
  readonly replyId: string;
  readonly state: ReplyState;
  readonly reason: Reason | null;
  readonly refusedBy: string | undefined;
  readonly at: Date;
};

/**
 * What was decided before anybody had read it stands beside what people decide: a reader is told of either in the same way.
 * A rule's refusal is a decision like theirs: it is entered in the log, and the desk takes it back with all of that rule's hour.
 */
async function noteByRule(db: Db, { replyId, state, reason, refusedBy, at }: ByRule): Promise<void> {
  const made_at = at.toISOString();
  const came = { reply_id: replyId, batch: null, before: "", reason: null, made_by: AS_IT_CAME, made_at };
  await insertDecision(db, { ...came, id: newDecisionId(at), after: refusedBy === undefined ? state : "held" });
  if (refusedBy === undefined) return;
  const id = newDecisionId(at);
  const batch = pressOfRule(refusedBy, at);
  const made_by = `rule:${refusedBy}`;
  await insertDecision(db, { id, reply_id: replyId, batch, before: "held", after: state, reason, made_by, made_at });
  await enterDecisions(db, { ids: [id], at });
}

const HOUR_LETTERS = "2026-11-20T12".length;

function pressOfRule(ruleId: string, at: Date): string {
  return `rule:${ruleId}:${at.toISOString().slice(0, HOUR_LETTERS)}`;
}

const insertDecision = keptStatement(
  (
    db,
    value: ValueOf<{
      id: string;
      reply_id: string;
      batch: string | null;
      before: string;
      after: string;
      reason: string | null;
      made_by: string;
      made_at: string;
    }>,
  ) =>
    db.insertInto("decision").values({
      id: value("id"),
      reply_id: value("reply_id"),
      batch: value("batch"),
      before: value("before"),
      after: value("after"),
      reason: value("reason"),
      note: "",
      made_by: value("made_by"),
      made_at: value("made_at"),
      undone_at: null,
    }),
);

/** Why what was sent cannot be a reply, whatever the story says. */
export function refusalOf(sent: SentReply): ReplyRefusal | undefined {
  return replyRefusal({ ...sent, name: cleanedLine(sent.name), text: cleanedText(sent.text) });
}

function replyRefusal({ name, text, email, tells }: SentReply): ReplyRefusal | undefined {
  if (name === "") return "no-name";
  if (name.length > LONGEST_NAME) return "long-name";
  if (text === "") return "no-text";
  if (text.length > LONGEST_REPLY) return "long-text";
  if (email.trim() !== "" && addressFrom(email) === undefined) return "bad-email";
  return tells && email.trim() === "" ? "no-email" : undefined;
}

type Place =
  | { readonly parent_id: string | null; readonly root_id: string | undefined; readonly depth: number }
  | { readonly refusal: ReplyRefusal };

async function placeFor(db: Db, { articleId, parent }: SentReply): Promise<Place> {
  if (parent === "") return { parent_id: null, root_id: undefined, depth: 0 };
  const [above] = await shownReply(db, { id: parent, article_id: articleId });
  if (!above) return { refusal: "no-parent" };
  const isDeep = above.depth >= DEEPEST;
  return {
    parent_id: isDeep ? above.parent_id : above.id,
    root_id: above.root_id,
    depth: isDeep ? above.depth : above.depth + 1,
  };
}

const shownReply = keptStatement((db, value: ValueOf<{ id: string; article_id: string }>) =>
  db
    .selectFrom("reply")
    .select(["id", "parent_id", "root_id", "depth"])
    .where("id", "=", value("id"))
    .where("article_id", "=", value("article_id"))
    .where("state", "=", "shown"),
);

/** Spends a challenge for one reply; of all who come with it at once, one succeeds. */
async function spend(db: Db, { nonce, expiresAt }: Challenge, replyId: string): Promise<boolean> {
  const [spent] = await spendToken(db, { nonce, reply_id: replyId, expires_at: expiresAt.toISOString() });
  return spent !== undefined;
}

const spendToken = keptStatement((db, value: ValueOf<{ nonce: string; reply_id: string; expires_at: string }>) =>
  db
    .insertInto("reply_token")
    .values({ nonce: value("nonce"), wrong: 0, reply_id: value("reply_id"), expires_at: value("expires_at") })
    .onConflict((known) =>
      known
        .column("nonce")
        .doUpdateSet((row) => ({ reply_id: row.ref("excluded.reply_id") }))
        .where("reply_token.reply_id", "is", null)
        .where("reply_token.wrong", "<", MOST_WRONG_ANSWERS),
    )
    .returning("nonce"),
);

/** Notes a wrong answer; answers whether the challenge may be tried again. */
export async function noteWrongAnswer(db: Db, { nonce, expiresAt }: Challenge): Promise<boolean> {
  return together(db, async (db) => {
    const { wrong } = await db
      .insertInto("reply_token")
      .values({ nonce, wrong: 1, reply_id: null, expires_at: expiresAt.toISOString() })
      .onConflict((known) => known.column("nonce").doUpdateSet((row) => ({ wrong: row("reply_token.wrong", "+", 1) })))
      .returning("wrong")
      .executeTakeFirstOrThrow();
    return wrong < MOST_WRONG_ANSWERS;
  });
}

/** Whether a challenge may still be answered, and the reply it let through when it may not. */
export async function challengeState(
  db: Db,
  { nonce }: Challenge,
): Promise<"open" | "void" | { readonly replyId: string }> {
  const [row] = await tokenWith(db, { nonce });
  if (row?.reply_id) return { replyId: row.reply_id };
  return row && row.wrong >= MOST_WRONG_ANSWERS ? "void" : "open";
}

const tokenWith = keptStatement((db, value: ValueOf<{ nonce: string }>) =>
  db.selectFrom("reply_token").select(["wrong", "reply_id"]).where("nonce", "=", value("nonce")),
);

type Guest = {
  readonly id: string;
  readonly token: string;
  readonly shown: number;
  readonly refused: number;
  readonly isNew: boolean;
};

/** A device that is known, else a new one, which is kept with what it writes. */
async function guestOf(db: Db, token: string | undefined, at: Date): Promise<Guest> {
  const known = token === undefined ? undefined : await guestWith(db, token);
  if (known && token !== undefined) {
    await guestSeen(db, { id: known.id, seen_at: at.toISOString() });
    return { ...known, token, isNew: false };
  }
  return { id: newGuestId(at), token: newGuestToken(at), shown: 0, refused: 0, isNew: true };
}

const oneMoreRefused = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .updateTable("guest")
    .set((guest) => ({ refused: guest("refused", "+", 1) }))
    .where("id", "=", value("id")),
);

const insertNetwork = keptStatement((db, value: ValueOf<{ reply_id: string; digest: string; day: string }>) =>
  db.insertInto("reply_network").values({ reply_id: value("reply_id"), digest: value("digest"), day: value("day") }),
);

const insertGuest = keptStatement((db, value: ValueOf<{ id: string; digest: string; made_at: string }>) =>
  db.insertInto("guest").values({
    id: value("id"),
    digest: value("digest"),
    shown: 0,
    refused: 0,
    made_at: value("made_at"),
    seen_at: value("made_at"),
  }),
);

const guestSeen = keptStatement((db, value: ValueOf<{ id: string; seen_at: string }>) =>
  db
    .updateTable("guest")
    .set({ seen_at: value("seen_at") })
    .where("id", "=", value("id")),
);

type KnownGuest = { readonly id: string; readonly shown: number; readonly refused: number };

/** The guest a token belongs to: the device's own, or one a letter brought. */
export async function guestWith(db: Db, token: string): Promise<KnownGuest | undefined> {
  const digest = digestOf(token);
  const [guest] = await guestOfDigest(db, { digest });
  if (guest) return guest;
  const [byLetter] = await guestOfKey(db, { digest });
  return byLetter;
}

const guestOfDigest = keptStatement((db, value: ValueOf<{ digest: string }>) =>
  db.selectFrom("guest").select(["id", "shown", "refused"]).where("digest", "=", value("digest")),
);

const guestOfKey = keptStatement((db, value: ValueOf<{ digest: string }>) =>
  db
    .selectFrom("guest_key")
    .innerJoin("guest", "guest.id", "guest_key.guest_id")
    .select(["guest.id", "guest.shown", "guest.refused"])
    .where("guest_key.digest", "=", value("digest")),
);

/** A device whose replies are let through needs no challenge, until as many are refused as the house bears. */
export function isTrusted(
  { shown, refused }: { readonly shown: number; readonly refused: number },
  { trustAfter, trustLost }: Pick<HouseTalk, "trustAfter" | "trustLost"> = USUAL_TALK,
): boolean {
  return shown >= trustAfter && refused < trustLost;
}

export async function keepContact(
  db: Db,
  replyId: string,
  address: string,
  keys: Pick<ReplyKeys, "address" | "index">,
): Promise<void> {
  await insertContact(db, {
    reply_id: replyId,
    address: sealed(keys.address, address),
    blind_index: blindIndex(address, keys),
    domain_index: domainIndexOf(address, keys.index),
  });
}

const insertContact = keptStatement(
  (db, value: ValueOf<{ reply_id: string; address: string; blind_index: string; domain_index: string }>) =>
    db.insertInto("reply_contact").values({
      reply_id: value("reply_id"),
      address: value("address"),
      blind_index: value("blind_index"),
      domain_index: value("domain_index"),
    }),
);

type OwnAct = { readonly guestId: string; readonly replyId: string; readonly at: Date };

/**
 * Its writer says it better, within the time for it; what it said before is kept and can be read. What would not have been
 * shown as it came waits for a moderator again.
 */
export async function editReply(
  db: Db,
  { guestId, replyId, text: typed, at }: OwnAct & { readonly text: string },
): Promise<{ readonly refusal: "no-text" | "long-text" | "too-late" } | undefined> {
  const text = cleanedText(typed);
  if (text === "") return { refusal: "no-text" };
  if (text.length > LONGEST_REPLY) return { refusal: "long-text" };
  return together(db, async (db) => {
    const row = await ownRow(db, { guestId, replyId, at });
    const isOpen =
      row?.state === "held" || (row?.state === "shown" && at.getTime() - Date.parse(row.written_at) < EDIT_WITHIN_MS);
    if (!row || !isOpen) return { refusal: "too-late" as const };
    if (row.body === text) return undefined;
    await db
      .insertInto("reply_version")
      .values({ id: newId(at), reply_id: replyId, body: row.body, replaced_at: at.toISOString() })
      .execute();
    const judged = await judgedAsChanged(db, row, { guestId, text, at });
    await forgetMarks(db, [replyId], [row]);
    await passOnCopies(db, { id: replyId, at });
    const copy = await copyOf(db, { id: replyId, text, at });
    await db
      .updateTable("reply")
      .set({
        body: text,
        folded: folded(`${row.author_name} ${text}`),
        edited_at: at.toISOString(),
        cluster_id: copy.clusterId,
        sketch: copy.sketch,
        flags: JSON.stringify(flagsAsChanged(JSON.parse(row.flags), judged, copy)),
        ...(judged && { score: judged.score }),
      })
      .where("id", "=", replyId)
      .execute();
    const waits = row.state === "shown" && judged !== undefined && judged.state !== "shown";
    if (waits) {
      const hand = { reason: null, note: "", by: AS_IT_CAME, at };
      await decideReplies(db, { ...hand, chosen: { ids: [replyId] }, to: "held" });
    }
    await bumpReplies(db, [row.article_id]);
    return undefined;
  });
}

/** What its old words were marked for is gone with them, as far as it can be asked again. */
function flagsAsChanged(
  known: readonly string[],
  judged: { readonly flags: readonly string[] } | undefined,
  { isOfRefused }: Copy,
): readonly string[] {
  const left = known.filter((flag) => flag !== LIKE_REFUSED && !(judged && flag.startsWith("rule:")));
  return [...new Set([...left, ...(judged?.flags ?? []), ...(isOfRefused ? [LIKE_REFUSED] : [])])];
}

type Changed = { readonly guestId: string; readonly text: string; readonly at: Date };

/** Nothing for a reply to a story nobody can read now. */
async function judgedAsChanged(db: Db, row: OwnRow, { guestId, text, at }: Changed) {
  const story = await storyGround(db, row.article_id);
  if (!story) return undefined;
  const { shown, refused } = await db
    .selectFrom("guest")
    .select(["shown", "refused"])
    .where("id", "=", guestId)
    .executeTakeFirstOrThrow();
  return judgedAgain(db, story, {
    name: row.author_name,
    text,
    kind: row.kind === "correction" ? "correction" : "reply",
    guest: { id: guestId, shown, refused, isNew: false },
    domainIndex: row.domain_index ?? "",
    at,
  });
}

/** Its writer takes it back: the words stay with the newsroom until its time for that is over, and nobody else sees them. */
export async function withdrawReply(db: Db, { guestId, replyId, at }: OwnAct): Promise<void> {
  await together(db, async (db) => {
    const row = await ownRow(db, { guestId, replyId, at });
    if (!row || (row.state !== "held" && row.state !== "shown")) return;
    await db
      .updateTable("reply")
      .set({ state: "withdrawn", is_listed: 0, decided_at: at.toISOString() })
      .where("id", "=", replyId)
      .execute();
    // First: whoever moves the topic counts alone until their commit.
    await bumpReplies(db, [row.article_id]);
    if (row.state === "shown" && row.kind === "reply") await countShown(db, row.article_id, -1);
    await settlePlaces(db, rootsIn([row.root_id]));
  });
}

/** One word against a refusal; it lands in the queue again. */
export async function appealReply(
  db: Db,
  { guestId, replyId, words, at }: OwnAct & { readonly words: string },
): Promise<void> {
  const appeal = cleanedText(words).slice(0, LONGEST_REPLY);
  if (appeal === "") return;
  await together(db, async (db) => {
    const row = await ownRow(db, { guestId, replyId, at });
    if (row?.state !== "refused" || row.appeal !== null) return;
    await db
      .updateTable("reply")
      .set({ state: "held", appeal, decided_at: at.toISOString() })
      .where("id", "=", replyId)
      .execute();
    await db
      .updateTable("guest")
      .set((guest) => ({ refused: guest("refused", "-", 1) }))
      .where("id", "=", guestId)
      .execute();
  });
}

/** Everything of a guest goes: names, words, addresses, earlier versions. The places of answered replies stay, empty. */
export async function eraseGuest(
  db: Db,
  { guestId, at }: { readonly guestId: string; readonly at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const rows = await db
      .selectFrom("reply")
      .select(["id", "article_id", "root_id", "state", "kind", "body", "written_at", "edited_at"])
      .where("guest_id", "=", guestId)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      await forgetMarks(db, ids, rows);
      await db.deleteFrom("reply_contact").where("reply_id", "in", ids).execute();
      await db.deleteFrom("report").where("reply_id", "in", ids).execute();
      await db.deleteFrom("reply_network").where("reply_id", "in", ids).execute();
      await db.deleteFrom("reply_note").where("reply_id", "in", ids).execute();
      await db.deleteFrom("reply_advice").where("reply_id", "in", ids).execute();
      await db.deleteFrom("reply_version").where("reply_id", "in", ids).execute();
      await db.updateTable("decision").set({ note: "" }).where("reply_id", "in", ids).execute();
      await db
        .updateTable("reply")
        .set({
          state: "erased",
          is_listed: 0,
          author_name: "",
          body: "",
          folded: "",
          sketch: "",
          quote: "",
          flags: "[]",
          note: "",
          appeal: null,
          guest_id: null,
          decided_at: at.toISOString(),
        })
        .where("id", "in", ids)
        .execute();
      for (const id of ids) await passOnCopies(db, { id, at });
    }
    await forgetReportsOf(db, guestId);
    const told = db.selectFrom("reader_address").select("id").where("guest_id", "=", guestId);
    await db.deleteFrom("reply_notice").where("to_id", "in", told).execute();
    const pushed = db.selectFrom("push_subscription").select("id").where("guest_id", "=", guestId);
    await db.deleteFrom("reply_notice").where("to_id", "in", pushed).execute();
    if (ids.length > 0) await db.deleteFrom("reply_follow").where("reply_id", "in", ids).execute();
    // Its addresses, browsers and keys go with it.
    await db.deleteFrom("guest").where("id", "=", guestId).execute();
    await enterErasure(db, { replyIds: ids, at });
    await enqueue(db, "record.destroy", { files: [] }, at, { key: "record.destroy" });
    await bumpReplies(db, [...new Set(rows.map(({ article_id }) => article_id))]);
    const shown = rows.filter(({ state, kind }) => state === "shown" && kind === "reply");
    for (const [articleId, those] of Map.groupBy(shown, ({ article_id }) => article_id))
      await countShown(db, articleId, -those.length);
    if (rows.length > 0) await settlePlaces(db, rootsIn([...new Set(rows.map(({ root_id }) => root_id))]));
    // No old copy is shown of what is erased, not for the second a stale page has otherwise.
    await recall(db, [...new Set(rows.map(({ article_id }) => topicOfReplies(article_id)))]);
  });
}

type OwnRow = NonNullable<Awaited<ReturnType<typeof ownRow>>>;

async function ownRow(db: Db, { guestId, replyId }: OwnAct) {
  return db
    .selectFrom("reply")
    .leftJoin("reply_contact", "reply_contact.reply_id", "reply.id")
    .select([
      "id",
      "article_id",
      "root_id",
      "kind",
      "state",
      "author_name",
      "body",
      "appeal",
      "flags",
      "written_at",
      "edited_at",
    ])
    .select("reply_contact.domain_index")
    .where("id", "=", replyId)
    .where("guest_id", "=", guestId)
    .executeTakeFirst();
}
