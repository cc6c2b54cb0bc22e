/**
 * Readers' addresses: kept sealed, written to only once their owner has said yes, and let go of with the guest they
 * belong to. Nobody who types another's address comes by what that other wrote.
 */
import { createHash, createHmac } from "node:crypto";
import { BYTES_OF_TURN, bytesInTurn, idsInTurn } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { enqueue } from "#store/queue.ts";
import type { ReplyKeys } from "./actions.ts";
import { fieldsOfSigned, signed } from "./signed.ts";

/** Letters a day to an address that has not asked for them: who is pestered by a stranger is pestered little. */
const MOST_LETTERS_A_DAY = 3;

const CONFIRM_HOLDS_MS = 7 * 24 * 60 * 60 * 1000;
const TOKEN_BYTES = 24;
const TOKEN_LETTERS = 46;

/** Finds what was written under one address without anybody being able to say which address that is. */
export function blindIndex(address: string, { index }: Pick<ReplyKeys, "index">): string {
  return createHmac("sha256", index).update(address.trim().toLowerCase()).digest("base64url");
}

/** Begins with the moment the token was made, where the token says one: those made one after another are kept side by side. */
export function digestOf(token: string): string {
  const digest = createHash("sha256").update(token).digest("hex");
  // Older tokens are random altogether.
  if (token.length !== TOKEN_LETTERS) return digest;
  return Buffer.from(token, "base64url").subarray(0, BYTES_OF_TURN).toString("hex") + digest;
}

/** What a device is known by: the moment, which is no secret, and 24 random bytes. */
export function newGuestToken(at: Date): string {
  return tokenBytes(at).toString("base64url");
}

const tokenBytes = bytesInTurn({ random: TOKEN_BYTES });

/** A further token of a guest, for a letter or another device. */
export async function makeGuestKey(db: Db, { guestId, at }: { guestId: string; at: Date }): Promise<string> {
  const token = newGuestToken(at);
  await db
    .insertInto("guest_key")
    .values({ digest: digestOf(token), guest_id: guestId, made_at: at.toISOString() })
    .execute();
  return token;
}

export type KeepAddress = {
  readonly guestId: string;
  readonly replyId: string;
  /** Of the edition it was written in: the language of letters. */
  readonly edition: string;
  /** Sealed, and by what it is found. */
  readonly address: string;
  readonly blind_index: string;
  /** Whether its writer wants to hear of decisions and answers. */
  readonly tells: boolean;
  /** `ask`: a letter asks its owner. `leave`: too much came from there, so none is sent. `proven`: a letter brought them here. */
  readonly way: "ask" | "leave" | "proven";
  readonly at: Date;
};

/** Keeps an address with its guest, and asks its owner by letter where they have not said yes yet. */
export async function keepAddress(db: Db, kept: KeepAddress): Promise<void> {
  const { guestId, replyId, edition, address, blind_index, tells, way, at } = kept;
  const moment = at.toISOString();
  const [row] = await insertAddress(db, {
    id: newAddressId(at),
    guest_id: guestId,
    blind_index,
    address,
    edition,
    made_at: moment,
    confirmed_at: way === "proven" ? moment : null,
    // The job that asks does this for the others.
    is_found: way === "ask" ? 0 : 1,
  });
  if (!row) throw new Error("an address was kept and has no row");
  const { id, confirmed_at } = row;
  if (tells) {
    await db
      .insertInto("reply_follow")
      .values({ reply_id: replyId, address_id: id, made_at: moment })
      .onConflict((known) => known.column("reply_id").doNothing())
      .execute();
    await db.updateTable("reader_address").set({ stopped_at: null }).where("id", "=", id).execute();
  }
  // Whether the address may have a letter is counted by the job: many are written to at once, and nobody waits for it here.
  if (confirmed_at === null && way === "ask") await enqueue(db, "reader.ask", { addressId: id }, at);
}

// Each post with an address goes this way: see `postReply`.

const newAddressId = idsInTurn();

const insertAddress = keptStatement(
  (
    db,
    value: ValueOf<{
      id: string;
      guest_id: string;
      blind_index: string;
      address: string;
      edition: string;
      made_at: string;
      confirmed_at: string | null;
      is_found: number;
    }>,
  ) =>
    db
      .insertInto("reader_address")
      .values({
        id: value("id"),
        guest_id: value("guest_id"),
        blind_index: value("blind_index"),
        address: value("address"),
        edition: value("edition"),
        made_at: value("made_at"),
        confirmed_at: value("confirmed_at"),
        stopped_at: null,
        told_at: null,
        is_found: value("is_found"),
      })
      .onConflict((known) =>
        known.columns(["guest_id", "blind_index"]).doUpdateSet((row) => ({
          edition: row.ref("excluded.edition"),
          // Who was proven anew is so since now; who comes without a proof loses none.
          confirmed_at: row.fn.coalesce("excluded.confirmed_at", "reader_address.confirmed_at"),
        })),
      )
      .returning(["id", "confirmed_at"]),
);

/** From here on its owner finds an address, and is asked by letter whether it is theirs, unless it had its letters of the day. */
export async function askOwner(
  db: Db,
  { addressId, index, at }: { addressId: string; index: string; at: Date },
): Promise<void> {
  const known = await db
    .updateTable("reader_address")
    .set({ is_found: 1 })
    .where("id", "=", addressId)
    .returning("confirmed_at")
    .executeTakeFirst();
  // Erased since, or its owner has said yes by another way.
  if (known?.confirmed_at !== null) return;
  if (await mayWriteTo(db, { index, at }))
    await enqueue(db, "reader.letter", { letter: "confirm", addressId }, at, { key: `confirm:${addressId}` });
}

/** Counts a letter nobody has asked for; whether the address may have it. Two that come at once are counted both. */
export async function mayWriteTo(db: Db, { index, at }: { index: string; at: Date }): Promise<boolean> {
  const [row] = await oneMoreLetter(db, { blind_index: index, day: at.toISOString().slice(0, 10) });
  return row !== undefined && row.letters <= MOST_LETTERS_A_DAY;
}

const oneMoreLetter = keptStatement((db, value: ValueOf<{ blind_index: string; day: string }>) =>
  db
    .insertInto("letter_count")
    .values({ blind_index: value("blind_index"), day: value("day"), letters: 1 })
    .onConflict((known) =>
      known.columns(["blind_index", "day"]).doUpdateSet((row) => ({ letters: row("letter_count.letters", "+", 1) })),
    )
    .returning("letters"),
);

/** What stands in the link of a letter that asks: it ends, and says no address. */
export function confirmToken(key: string, { addressId, at }: { addressId: string; at: Date }): string {
  return signed(key, "confirm", [addressId, String(at.getTime() + CONFIRM_HOLDS_MS)]);
}

/** The address a confirming link is about; nothing when it is none of ours, too old, or erased since. */
export async function addressToConfirm(
  db: Db,
  { token, keys, at }: { token: string; keys: ReplyKeys; at: Date },
): Promise<ReaderAddress | undefined> {
  const [addressId = "", ends = ""] = fieldsOfSigned(keys.challenge, "confirm", token) ?? [];
  return Number(ends) > at.getTime() ? readerAddress(db, addressId) : undefined;
}

/** Its owner has said yes. Answers a token of theirs: who reads the letters of an address owns what was written under it. */
export async function confirmAddress(
  db: Db,
  { addressId, at }: { addressId: string; at: Date },
): Promise<string | undefined> {
  return together(db, async (db) => {
    const known = await readerAddress(db, addressId);
    if (!known) return undefined;
    if (!known.confirmedAt) {
      await db
        .updateTable("reader_address")
        .set({ confirmed_at: at.toISOString() })
        .where("id", "=", addressId)
        .execute();
      await askForAnswers(db, at);
    }
    return makeGuestKey(db, { guestId: known.guestId, at });
  });
}

/** What is to be told of is looked for soon: one job for many changes. */
export async function askForAnswers(db: Db, at: Date): Promise<void> {
  await enqueue(db, "reply.answers", {}, at, { key: "reply.answers" });
}

/** What stands in the link at the foot of a letter, and in its header for programs. It does not end. */
export function letterToken(key: string, addressId: string): string {
  return signed(key, "letters", [addressId]);
}

export async function addressOfLetter(
  db: Db,
  { token, keys }: { token: string; keys: ReplyKeys },
): Promise<ReaderAddress | undefined> {
  const [addressId = ""] = fieldsOfSigned(keys.challenge, "letters", token) ?? [];
  return readerAddress(db, addressId);
}

/** No more letters to this address about the replies of its guest. Who says so twice has said it once. */
export async function stopLetters(db: Db, { addressId, at }: { addressId: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    await db
      .updateTable("reader_address")
      .set({ stopped_at: at.toISOString() })
      .where("id", "=", addressId)
      .where("stopped_at", "is", null)
      .execute();
    await db.deleteFrom("reply_follow").where("address_id", "=", addressId).execute();
    await db.deleteFrom("reply_notice").where("to_id", "=", addressId).where("sent_at", "is", null).execute();
  });
}

/** Its server says for good that nobody is there: it is as if its owner had never said yes. */
export async function dropAddress(db: Db, { addressId }: { addressId: string }): Promise<void> {
  await db.deleteFrom("reader_address").where("id", "=", addressId).execute();
}

/**
 * Letters with their own links for who has lost them: to the owner of an address who has said so, one letter with a link
 * for each device; to one who has not, the letter that asks. Who asks learns nothing of either.
 */
export async function sendOwnLinks(
  db: Db,
  { address, keys, at }: { address: string; keys: ReplyKeys; at: Date },
): Promise<void> {
  const index = blindIndex(address, keys);
  await together(db, async (db) => {
    const known = await foundUnder(db, { index });
    if (known.length === 0 || !(await mayWriteTo(db, { index, at }))) return;
    const confirmed = known.filter(({ confirmed_at }) => confirmed_at !== null).map(({ id }) => id);
    const [first] = known;
    if (confirmed.length > 0) await enqueue(db, "reader.letter", { letter: "own", addressIds: confirmed }, at);
    else if (first)
      await enqueue(db, "reader.letter", { letter: "confirm", addressId: first.id }, at, {
        key: `confirm:${first.id}`,
      });
  });
}

// One letter with a link for each device somebody wrote from.
const MOST_LINKS = 20;

const foundUnder = keptStatement((db, value: ValueOf<{ index: string }>) =>
  db
    .selectFrom("reader_address")
    .select(["id", "confirmed_at"])
    .where("blind_index", "=", value("index"))
    .where("is_found", "=", 1)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_LINKS),
);

/** Whether its writer hears of one reply from here on; nothing happens for one that is not theirs. */
export async function followReply(
  db: Db,
  { guestId, replyId, isOn, at }: { guestId: string; replyId: string; isOn: boolean; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const mine = await db
      .selectFrom("reply")
      .innerJoin("reply_contact", "reply_contact.reply_id", "reply.id")
      .innerJoin("reader_address", (join) =>
        join
          .onRef("reader_address.blind_index", "=", "reply_contact.blind_index")
          .onRef("reader_address.guest_id", "=", "reply.guest_id"),
      )
      .select("reader_address.id")
      .where("reply.id", "=", replyId)
      .where("reply.guest_id", "=", guestId)
      .executeTakeFirst();
    if (!mine) return;
    await db.deleteFrom("reply_follow").where("reply_id", "=", replyId).execute();
    if (!isOn) return;
    await db
      .insertInto("reply_follow")
      .values({ reply_id: replyId, address_id: mine.id, made_at: at.toISOString() })
      .execute();
    await db.updateTable("reader_address").set({ stopped_at: null }).where("id", "=", mine.id).execute();
  });
}

export type ReaderAddress = {
  readonly id: string;
  readonly guestId: string;
  readonly index: string;
  /** Sealed. */
  readonly address: string;
  readonly edition: string;
  readonly confirmedAt: string | null;
  readonly stoppedAt: string | null;
  readonly toldAt: string | null;
};

const COLUMNS = [
  "id",
  "guest_id as guestId",
  "blind_index as index",
  "address",
  "edition",
  "confirmed_at as confirmedAt",
  "stopped_at as stoppedAt",
  "told_at as toldAt",
] as const;

export async function readerAddress(db: Db, id: string): Promise<ReaderAddress | undefined> {
  return db.selectFrom("reader_address").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** The addresses of a guest, the oldest first. */
export async function addressesOf(db: Db, guestId: string): Promise<readonly ReaderAddress[]> {
  return db
    .selectFrom("reader_address")
    .select(COLUMNS)
    .where("guest_id", "=", guestId)
    .orderBy("made_at")
    .orderBy("id")
    .limit(MOST_LINKS)
    .execute();
}

/** Which replies of a guest have an address, and which of those are followed. */
export async function followsOf(db: Db, guestId: string): Promise<ReadonlyMap<string, "followed" | "not-followed">> {
  const rows = await db
    .selectFrom("reply")
    .innerJoin("reply_contact", "reply_contact.reply_id", "reply.id")
    .leftJoin("reply_follow", "reply_follow.reply_id", "reply.id")
    .select(["reply.id", "reply_follow.address_id"])
    .where("reply.guest_id", "=", guestId)
    .orderBy("reply.id")
    .execute();
  return new Map(rows.map(({ id, address_id }) => [id, address_id === null ? "not-followed" : "followed"]));
}
