/**
 * Letters to moderators about replies that wait, and what a link in one may do: decide over one reply, once, as the member it
 * was written to, while they have the right. A decision of anybody's since the letter makes the link void, undone or not.
 */

import { staffMember } from "#agency/staff/queries.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { decideReplies } from "./decisions.ts";
import type { QueuedReply } from "./queries.ts";
import { queued } from "./queue.ts";
import type { Reason } from "./replies.ts";
import { fieldsOfSigned, signed } from "./signed.ts";

/** A letter read after a weekend still decides; one that lies in a mailbox for years does not. */
const LINK_HOLDS_MS = 3 * 24 * 60 * 60 * 1000;
const MOST_IN_A_LETTER = 10;

/** Somebody wants letters from now on, or none any more. */
export async function keepReplyLetters(
  db: Db,
  { staffId, wanted, at }: { staffId: string; wanted: boolean; at: Date },
): Promise<void> {
  if (wanted === (await wantsReplyLetters(db, staffId))) return;
  await db
    .updateTable("staff")
    .set({ reply_letters_at: wanted ? at.toISOString() : null })
    .where("id", "=", staffId)
    .execute();
}

export async function wantsReplyLetters(db: Db, staffId: string): Promise<boolean> {
  const row = await db.selectFrom("staff").select("reply_letters_at").where("id", "=", staffId).executeTakeFirst();
  return typeof row?.reply_letters_at === "string";
}

/** Asks for a letter to everybody who wants them and has not been told of what waits. */
export async function askForReplyLetters(db: Db, { at }: { at: Date }): Promise<void> {
  const [newest] = await db
    .selectFrom("reply")
    .select("written_at")
    .where("state", "=", "held")
    .orderBy("written_at", "desc")
    .limit(1)
    .execute();
  if (!newest) return;
  const rows = await db
    .selectFrom("staff")
    .select("id")
    .where("reply_letters_at", "<", newest.written_at)
    .where("suspended_at", "is", null)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  for (const { id: staffId } of rows)
    await enqueue(db, "mail.send", { letter: "replies", staffId }, at, { key: `replies ${staffId}` });
}

export type Waiting = {
  /** The oldest of those the member was not told of. */
  readonly replies: readonly QueuedReply[];
  readonly more: number;
  /** When the newest of all was written. */
  readonly until: string;
};

/** What a member was not told of; nothing when they want no letters, may not decide, or nothing waits. */
export async function waitingFor(db: Db, member: StaffMember): Promise<Waiting | undefined> {
  if (!may(member, "reply.moderate")) return undefined;
  const row = await db.selectFrom("staff").select("reply_letters_at").where("id", "=", member.id).executeTakeFirst();
  const since = row?.reply_letters_at;
  if (typeof since !== "string") return undefined;
  const held = db.selectFrom("reply").where("state", "=", "held").where("written_at", ">", since);
  const rows = await held.select("id").orderBy("written_at").orderBy("id").limit(MOST_IN_A_LETTER).execute();
  const all = await held
    .select((reply) => [
      reply.cast<number>(reply.fn.countAll(), "integer").as("count"),
      reply.fn.max("written_at").as("until"),
    ])
    .executeTakeFirstOrThrow();
  if (rows.length === 0 || all.until === null) return undefined;
  const replies = await queued(
    db,
    rows.map(({ id }) => id),
  );
  return { replies, more: all.count - rows.length, until: all.until };
}

/** The letter went out: of what was written up to then no other tells. */
export async function noteReplyLetter(db: Db, { staffId, until }: { staffId: string; until: string }): Promise<void> {
  await db
    .updateTable("staff")
    .set({ reply_letters_at: until })
    .where("id", "=", staffId)
    .where("reply_letters_at", "<", until)
    .execute();
}

const PURPOSE = "a moderator decides";

export type LinkedAct = "shown" | "refused";

type Link = { readonly replyId: string; readonly to: LinkedAct; readonly staffId: string; readonly at: Date };

/** What stands at the end of a link in a letter. */
export function decisionToken(key: string, { replyId, to, staffId, at }: Link): string {
  return signed(key, PURPOSE, [replyId, to, staffId, at.toISOString()]);
}

export type LinkFound =
  /** It was not made here, holds no longer, or is not for whoever it was made for any more. */
  | { readonly link: "void" }
  | { readonly link: "decided"; readonly reply: QueuedReply; readonly by: string }
  | {
      readonly link: "open";
      readonly reply: QueuedReply;
      readonly to: LinkedAct;
      readonly member: StaffMember;
      /** Changes with the reply's words: who presses decides over what they have read. */
      readonly asOf: string;
    };

/** What a link leads to; looking decides nothing. */
export async function linkedReply(
  db: Db,
  { key, token, at }: { key: string; token: string; at: Date },
): Promise<LinkFound> {
  const [replyId = "", to = "", staffId = "", made = ""] = fieldsOfSigned(key, PURPOSE, token) ?? [];
  if (to !== "shown" && to !== "refused") return { link: "void" };
  if (!(at.getTime() < Date.parse(made) + LINK_HOLDS_MS)) return { link: "void" };
  const member = await staffMember(db, staffId);
  if (!member || !may(member, "reply.moderate")) return { link: "void" };
  const [reply] = await queued(db, [replyId]);
  const row = await db
    .selectFrom("reply")
    .select(["edited_at", "decided_by"])
    .where("id", "=", replyId)
    .executeTakeFirst();
  if (!reply || !row) return { link: "void" };
  const decision = await db
    .selectFrom("decision")
    .select("made_by")
    .where("reply_id", "=", replyId)
    .where("made_at", ">", made)
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (reply.state !== "held" || decision) {
    const who = decision?.made_by ?? row.decided_by ?? "";
    return { link: "decided", reply, by: (await staffMember(db, who))?.name ?? who };
  }
  return { link: "open", reply, to, member, asOf: row.edited_at ?? "" };
}

type Decide = {
  readonly key: string;
  readonly token: string;
  /** Of the words that were read. */
  readonly asOf: string;
  readonly reason: Reason | null;
  readonly note: string;
  readonly at: Date;
};

/** Decides as the link says, of any number of presses once; else answers what the link leads to now. */
export async function decideByLink(
  db: Db,
  { key, token, asOf, reason, note, at }: Decide,
): Promise<{ readonly link: "done"; readonly to: LinkedAct } | LinkFound> {
  return together(db, async (db) => {
    const [replyId = ""] = fieldsOfSigned(key, PURPOSE, token) ?? [];
    // Holds the reply: who presses at the same moment finds it decided.
    await db
      .updateTable("reply")
      .set((reply) => ({ state: reply.ref("state") }))
      .where("id", "=", replyId)
      .where("state", "=", "held")
      .execute();
    const found = await linkedReply(db, { key, token, at });
    if (found.link !== "open" || found.asOf !== asOf) return found;
    const { to, member } = found;
    await decideReplies(db, { chosen: { ids: [replyId] }, to, reason, note, by: member.id, at });
    return { link: "done", to };
  });
}
