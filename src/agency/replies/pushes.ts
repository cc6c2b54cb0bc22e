/** Browsers that are told of answers: what reaches them is sealed, and they are told once a first message has come home. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import { newId } from "#lib/ids.ts";
import { opened, sealed } from "#lib/sealed.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import type { ReplyKeys } from "./actions.ts";
import { fieldsOfSigned, signed } from "./signed.ts";

// A P-256 point that is not packed is 65 bytes, the secret beside it 16.
const POINT = /^B[\w-]{86}$/;
const SECRET = /^[\w-]{22}$/;

/** What a browser says of itself (`PushSubscription.toJSON`). */
export const subscriptionSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  keys: z.object({ p256dh: z.string().regex(POINT), auth: z.string().regex(SECRET) }),
});

export type PushTarget = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

/** More than somebody has devices. */
const MOST_BROWSERS = 10;

type KeepBrowser = {
  readonly guestId: string;
  readonly target: PushTarget;
  readonly edition: string;
  readonly keys: ReplyKeys;
  readonly at: Date;
};

/** Keeps a browser of a guest and sends it a first message; whoever had it before has it no more. */
export async function keepBrowser(db: Db, { guestId, target, edition, keys, at }: KeepBrowser): Promise<void> {
  const index = indexOf(target.endpoint, keys);
  await together(db, async (db) => {
    await forgetBrowser(db, { endpoint: target.endpoint, keys });
    const { many } = await db
      .selectFrom("push_subscription")
      .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("many"))
      .where("guest_id", "=", guestId)
      .executeTakeFirstOrThrow();
    if (many >= MOST_BROWSERS) return;
    const id = newId(at);
    await db
      .insertInto("push_subscription")
      .values({
        id,
        guest_id: guestId,
        blind_index: index,
        sealed: sealed(keys.address, JSON.stringify(target)),
        edition,
        made_at: at.toISOString(),
        confirmed_at: null,
      })
      .execute();
    await enqueue(db, "reader.push", { pushId: id }, at, { key: `push:${id}` });
  });
}

/** Of whichever guest: who holds the endpoint is that browser. */
export async function forgetBrowser(db: Db, { endpoint, keys }: { endpoint: string; keys: ReplyKeys }): Promise<void> {
  const row = await db
    .deleteFrom("push_subscription")
    .where("blind_index", "=", indexOf(endpoint, keys))
    .returning("id")
    .executeTakeFirst();
  if (row) await db.deleteFrom("reply_notice").where("to_id", "=", row.id).execute();
}

/** The push service says that the browser is gone. */
export async function dropBrowser(db: Db, id: string): Promise<void> {
  await together(db, async (db) => {
    await db.deleteFrom("push_subscription").where("id", "=", id).execute();
    await db.deleteFrom("reply_notice").where("to_id", "=", id).execute();
  });
}

/** What the first message holds, so that only the browser that opened it can say yes. */
export function browserToken(key: string, id: string): string {
  return signed(key, "browser", [id]);
}

/** The first message has come home. Who says so twice has said it once. */
export async function confirmBrowser(
  db: Db,
  { token, keys, at }: { token: string; keys: ReplyKeys; at: Date },
): Promise<void> {
  const [id = ""] = fieldsOfSigned(keys.challenge, "browser", token) ?? [];
  await db
    .updateTable("push_subscription")
    .set({ confirmed_at: at.toISOString() })
    .where("id", "=", id)
    .where("confirmed_at", "is", null)
    .execute();
}

export async function countBrowsers(db: Db, guestId: string): Promise<number> {
  const { many } = await db
    .selectFrom("push_subscription")
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("many"))
    .where("guest_id", "=", guestId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirstOrThrow();
  return many;
}

export type Browser = {
  readonly target: PushTarget;
  readonly edition: string;
  readonly isConfirmed: boolean;
};

export async function browserWith(db: Db, { id, keys }: { id: string; keys: ReplyKeys }): Promise<Browser | undefined> {
  const row = await db
    .selectFrom("push_subscription")
    .select(["sealed", "edition", "confirmed_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  const text = row && opened(keys.address, row.sealed);
  if (!row || text === undefined) return undefined;
  const { endpoint, p256dh, auth }: PushTarget = JSON.parse(text);
  return { target: { endpoint, p256dh, auth }, edition: row.edition, isConfirmed: row.confirmed_at !== null };
}

function indexOf(endpoint: string, { index }: Pick<ReplyKeys, "index">): string {
  return createHmac("sha256", index).update(`push ${endpoint}`).digest("base64url");
}
