/** Replies by the thousand, as a queue, a campaign or years of talk leave them: put in by rows, as nobody could send them in time. */
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { folded } from "#text/replies/folded.ts";

type Many = {
  readonly articleIds: readonly string[];
  readonly count: number;
  readonly state: "held" | "shown" | "refused";
  readonly at: Date;
  /** Between one and the next. */
  readonly everyMs?: number;
  readonly text?: (number: number) => string;
};

// A statement takes so many values at most, on either engine.
const AT_ONCE = 500;
const REPLIES_A_GUEST = 4;

/** Answers the ids, in the order they were written. */
export async function manyReplies(
  db: Db,
  { articleIds, count, state, at, everyMs = 1_000, text = usualText }: Many,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, one) => {
      const number = from + one;
      const writtenAt = new Date(at.getTime() + number * everyMs);
      return { number, id: newId(writtenAt), written: writtenAt.toISOString() };
    });
    const guests = rows.filter(({ number }) => number % REPLIES_A_GUEST === 0);
    await together(db, async (db) => {
      await db
        .insertInto("guest")
        .values(
          guests.map(({ id, written }) => ({
            id,
            digest: `of ${id}`,
            shown: state === "shown" ? REPLIES_A_GUEST : 0,
            refused: state === "refused" ? REPLIES_A_GUEST : 0,
            made_at: written,
            seen_at: written,
          })),
        )
        .execute();
      await db
        .insertInto("reply")
        .values(
          rows.map(({ id, number, written }) => ({
            id,
            article_id: articleIds[number % articleIds.length] ?? "",
            parent_id: null,
            root_id: id,
            depth: 0,
            kind: "reply",
            author_name: `Reader ${number}`,
            staff_id: null,
            guest_id: guests[Math.floor((number % AT_ONCE) / REPLIES_A_GUEST)]?.id ?? null,
            body: text(number),
            quote: "",
            state,
            is_listed: state === "shown" ? 1 : 0,
            shown_below: 0,
            featured_at: null,
            reason: state === "refused" ? "other" : null,
            note: "",
            appeal: null,
            flags: "[]",
            written_at: written,
            edited_at: null,
            decided_at: state === "held" ? null : written,
            decided_by: state === "held" ? null : "the test",
            folded: folded(`Reader ${number} ${text(number)}`),
          })),
        )
        .execute();
    });
    ids.push(...rows.map(({ id }) => id));
  }
  if (state === "shown") await countAnew(db, articleIds);
  return ids;
}

function usualText(number: number): string {
  return `Reader number ${number} has something of their own to say of the boat of ${(number * 7_919) % 10_007}.`;
}

async function countAnew(db: Db, articleIds: readonly string[]): Promise<void> {
  for (const article_id of articleIds) {
    const { shown } = await db
      .selectFrom("reply")
      .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("shown"))
      .where("article_id", "=", article_id)
      .where("state", "=", "shown")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("reply_count")
      .values({ article_id, shown })
      .onConflict((known) => known.column("article_id").doUpdateSet({ shown }))
      .execute();
  }
}

const OPENINGS = ["Friends", "Readers", "Dear all", "Listen", "Good people", "Everybody"];
const NAMES = ["Orvane", "the strait", "our town", "the islands", "this country"];

/** One copy of a campaign: the same words, an opening, a place, a number and a link changed. */
export function campaignText(number: number): string {
  const opening = OPENINGS[number % OPENINGS.length];
  const place = NAMES[number % NAMES.length];
  const swapped = number % 3 === 0 ? "unіted" : "united";
  return `${opening}, the harbour board of ${place} has sold the pier behind our backs, and nobody was asked. Stand ${swapped} with us on Sunday at ${8 + (number % 4)} o'clock, bring your neighbours and sign the paper at www.pier-for-all.example/${number}.`;
}
