/** What the desk does with one reply beside deciding over it: notes, choosing it for readers, answering for the newsroom. */
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { cleanedText } from "#text/replies/cleaned.ts";
import { folded } from "#text/replies/folded.ts";
import { bumpReplies, countShown, rootsIn, settlePlaces } from "./places.ts";
import { DEEPEST, LONGEST_REPLY } from "./replies.ts";

type Act = { readonly replyId: string; readonly by: string; readonly at: Date };

/** For the desk alone; it stays with the reply and with its guest. */
export async function noteOnReply(db: Db, { replyId, words, by, at }: Act & { readonly words: string }): Promise<void> {
  const text = cleanedText(words).slice(0, LONGEST_REPLY);
  if (text === "") return;
  await together(db, async (db) => {
    const reply = await db.selectFrom("reply").select("guest_id").where("id", "=", replyId).executeTakeFirst();
    if (!reply) return;
    await db
      .insertInto("reply_note")
      .values({
        id: newId(at),
        reply_id: replyId,
        guest_id: reply.guest_id,
        words: text,
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
  });
}

/** Readers see that editors chose it; `on` false takes that back. */
export async function featureReply(db: Db, { replyId, on, by, at }: Act & { readonly on: boolean }): Promise<void> {
  await together(db, async (db) => {
    const changed = await db
      .updateTable("reply")
      .set({ featured_at: on ? at.toISOString() : null })
      .where("id", "=", replyId)
      .where("state", "=", "shown")
      .returning("article_id")
      .executeTakeFirst();
    if (!changed) return;
    await note(db, { by, act: on ? "reply.feature" : "reply.unfeature", subject: `reply:${replyId}`, at });
    await bumpReplies(db, [changed.article_id]);
  });
}

type Answer = Act & { readonly text: string; readonly staffName: string };

/** An answer of the newsroom below a reply that is shown, under the name of who writes it. */
export async function answerAsStaff(db: Db, { replyId, text, staffName, by, at }: Answer): Promise<string | undefined> {
  const body = cleanedText(text);
  if (body === "" || body.length > LONGEST_REPLY) return undefined;
  return together(db, async (db) => {
    const above = await db
      .selectFrom("reply")
      .select(["id", "article_id", "parent_id", "root_id", "depth"])
      .where("id", "=", replyId)
      .where("state", "=", "shown")
      .where("kind", "=", "reply")
      .executeTakeFirst();
    if (!above) return undefined;
    const isDeep = above.depth >= DEEPEST;
    const id = newId(at);
    const moment = at.toISOString();
    await db
      .insertInto("reply")
      .values({
        id,
        article_id: above.article_id,
        parent_id: isDeep ? above.parent_id : above.id,
        root_id: above.root_id,
        depth: isDeep ? above.depth : above.depth + 1,
        kind: "reply",
        author_name: staffName,
        staff_id: by,
        guest_id: null,
        body,
        quote: "",
        state: "shown",
        is_listed: 1,
        shown_below: 0,
        featured_at: null,
        reason: null,
        note: "",
        appeal: null,
        flags: "[]",
        written_at: moment,
        edited_at: null,
        decided_at: moment,
        decided_by: by,
        folded: folded(`${staffName} ${body}`),
      })
      .execute();
    await note(db, { by, act: "reply.answer", subject: `reply:${id}`, at });
    await bumpReplies(db, [above.article_id]);
    await countShown(db, above.article_id, 1);
    await settlePlaces(db, rootsIn([above.root_id]));
    return id;
  });
}

export type DeskNote = { readonly words: string; readonly by: string; readonly at: Date };

const MOST_NOTES = 100;

/** Notes on a reply and on others of its guest, the newest first. */
export async function notesOn(
  db: Db,
  { id, guestId }: { id: string; guestId: string | null },
): Promise<readonly DeskNote[]> {
  const rows = await db
    .selectFrom("reply_note")
    .leftJoin("staff", "staff.id", "reply_note.made_by")
    .select(["reply_note.words", "reply_note.made_by", "reply_note.made_at", "staff.name"])
    .where((row) =>
      row.or([
        row("reply_note.reply_id", "=", id),
        ...(guestId === null ? [] : [row("reply_note.guest_id", "=", guestId)]),
      ]),
    )
    .orderBy("reply_note.made_at", "desc")
    .orderBy("reply_note.id", "desc")
    .limit(MOST_NOTES)
    .execute();
  return rows.map(({ words, made_by, made_at, name }) => ({ words, by: name ?? made_by, at: new Date(made_at) }));
}

export type Advice = { readonly source: string; readonly advice: string; readonly words: string; readonly at: Date };

const MOST_ADVICE = 10;

export async function adviceOn(db: Db, replyId: string): Promise<readonly Advice[]> {
  const rows = await db
    .selectFrom("reply_advice")
    .select(["source", "advice", "words", "made_at"])
    .where("reply_id", "=", replyId)
    .orderBy("source")
    .limit(MOST_ADVICE)
    .execute();
  return rows.map(({ made_at, ...row }) => ({ ...row, at: new Date(made_at) }));
}
