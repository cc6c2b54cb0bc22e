import { createHash } from "node:crypto";
import { editions } from "#agency/editions/queries.ts";
import { dayIn, isDay } from "#lib/days.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { readDocument } from "#text/document/schema.ts";
import { timedSentences } from "#text/intake/times.ts";
import { type Decision, type DiaryRefusal, LONGEST_OUTCOME } from "./diary.ts";
import { diaryEntry } from "./queries.ts";

/**
 * Reads a published story for what it says is still to come. A sentence it said before keeps its entry; an open entry whose
 * sentence is gone goes with it.
 */
export async function readAhead(db: Db, { articleId, at }: { articleId: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    const story = await db
      .selectFrom("article")
      .innerJoin("revision", "revision.id", "article.published_revision_id")
      .select(["article.edition_id", "article.published_at", "revision.document", "revision.dateline_date"])
      .where("article.id", "=", articleId)
      .where("article.state", "=", "published")
      .executeTakeFirst();
    const edition = (await editions(db)).find(({ id }) => id === story?.edition_id);
    if (!story || !edition || story.published_at === null) return;
    const own = story.dateline_date;
    const day = own ?? dayIn(edition.timeZone, new Date(story.published_at));
    const said = timedSentences(readDocument(JSON.parse(story.document)), { order: edition.dateOrder, day, own });
    const rows = said.flatMap(({ sentence, ahead }) =>
      ahead
        ? [
            {
              id: newId(at),
              article_id: articleId,
              digest: createHash("sha256").update(sentence).digest("hex"),
              sentence,
              due_from: ahead.from,
              due_to: ahead.to,
              due_on: ahead.to ?? ahead.from,
              state: "open",
              follow_up_id: null,
              outcome: "",
              made_at: at.toISOString(),
              decided_by: null,
              decided_at: null,
            },
          ]
        : [],
    );
    const digests = rows.map(({ digest }) => digest);
    await db
      .deleteFrom("diary_entry")
      .where("article_id", "=", articleId)
      .where("state", "=", "open")
      // What was moved by hand to another day is no longer the sentence's alone.
      .where("digest", "not like", "% %")
      .$if(digests.length > 0, (gone) => gone.where("digest", "not in", digests))
      .execute();
    if (rows.length > 0) {
      await db
        .insertInto("diary_entry")
        .values(rows)
        .onConflict((known) => known.columns(["article_id", "digest"]).doNothing())
        .execute();
    }
  });
}

type DecideEntry = {
  readonly id: string;
  readonly decision: Decision;
  /** In a sentence, for readers; may be empty. */
  readonly outcome: string;
  /** The story that tells of it. */
  readonly followUpId: string | null;
  /** The day it moved to; only for `moved`, and then an entry stays open for it. */
  readonly movedTo: string;
  readonly by: string;
  readonly at: Date;
};

/** Says what became of an entry. What moved to another day is looked at again then. */
export async function decideEntry(
  db: Db,
  { id, decision, outcome, followUpId, movedTo, by, at }: DecideEntry,
): Promise<{ readonly refusal: DiaryRefusal } | { readonly done: boolean }> {
  if (outcome.length > LONGEST_OUTCOME) return { refusal: "too-long" };
  if (decision === "moved" && movedTo !== "" && !isDay(movedTo)) return { refusal: "no-day" };
  return together(db, async (db) => {
    const entry = await diaryEntry(db, id);
    if (!entry) return { done: false };
    if (followUpId !== null) {
      const story = await db.selectFrom("article").select("id").where("id", "=", followUpId).executeTakeFirst();
      if (!story || followUpId === entry.articleId) return { refusal: "no-story" as const };
    }
    await db
      .updateTable("diary_entry")
      .set({ state: decision, outcome, follow_up_id: followUpId, decided_by: by, decided_at: at.toISOString() })
      .where("id", "=", id)
      .execute();
    if (decision === "moved" && movedTo !== "") await openAgain(db, { id, movedTo, at });
    const detail = { name: entry.sentence, ...(movedTo !== "" && { movedTo }) };
    await note(db, { by, act: `diary.${decision}`, subject: `article:${entry.articleId}`, detail, at });
    const stories = [entry.articleId, followUpId, entry.followUp?.articleId ?? null];
    await bump(
      db,
      stories.flatMap((story) => (story === null ? [] : [`article:${story}`])),
    );
    return { done: true };
  });
}

/** The same sentence again, due on the day it was moved to. */
async function openAgain(
  db: Db,
  { id, movedTo, at }: { readonly id: string; readonly movedTo: string; readonly at: Date },
): Promise<void> {
  const { digest, ...entry } = await db
    .selectFrom("diary_entry")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("diary_entry")
    .values({
      ...entry,
      id: newId(at),
      digest: `${digest.slice(0, 64)} ${movedTo}`,
      due_from: movedTo,
      due_to: movedTo,
      due_on: movedTo,
      state: "open",
      outcome: "",
      follow_up_id: null,
      made_at: at.toISOString(),
      decided_by: null,
      decided_at: null,
    })
    .onConflict((known) => known.columns(["article_id", "digest"]).doNothing())
    .execute();
}
