/**
 * Replies as they leave for another program. Only those under stories readers see, without corrections suggested to the desk;
 * what is held or refused leaves where that program keeps it from its readers. Addresses are not even asked for.
 */
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import type { Leaving, LeavingReply, LeavingThread } from "#text/moving/leaving.ts";
import type { MovedSource } from "./moving.ts";
import { stateOf } from "./queries.ts";
import type { ReplyState } from "./replies.ts";

type How = {
  readonly to: MovedSource;
  /** The site's own address, without a slash at its end. */
  readonly url: string;
  readonly editionId?: string | undefined;
};

/** What is counted while replies leave; `left` by why they do not. */
export type LeftCounts = {
  threads: number;
  replies: number;
  places: number;
  left: { unseen: number; corrections: number; held: number; refused: number; gone: number };
};

// Others show at once whatever their file holds, or have no word for it.
const TAKES_HELD: readonly MovedSource[] = ["wxr", "isso"];
const TAKES_REFUSED: readonly MovedSource[] = ["wxr"];
const COUNTS: readonly MovedSource[] = ["wxr", "isso"];

const STORIES_AT_ONCE = 200;
const REPLIES_AT_ONCE = 500;

/** The replies of one state of the store; `db` stands in it until the last is read. */
export async function leavingTo(db: Db, how: How): Promise<{ readonly leaving: Leaving; readonly counts: LeftCounts }> {
  const idOf = await idsIn(db, how.to);
  const counts = await countsOf(db, how);
  const leaving: Leaving = async function* () {
    for await (const thread of threads(db, how)) yield { thread, replies: () => replies(db, thread, how.to, idOf) };
  };
  return { leaving, counts };
}

async function* threads(db: Db, { url, editionId }: How): AsyncGenerator<LeavingThread> {
  const numbers = new Set<number>();
  for (let after = ""; ; ) {
    const rows = await storiesWithReplies(db, editionId)
      .innerJoin("edition", "edition.id", "article.edition_id")
      .innerJoin("revision", "revision.id", "article.published_revision_id")
      .select(["article.id", "article.slug", "article.published_at", "edition.code"])
      .select(["revision.headline", "revision.standfirst"])
      .where("article.id", ">", after)
      .orderBy("article.id")
      .limit(STORIES_AT_ONCE)
      .execute();
    for (const { id, slug, code, headline, standfirst, published_at } of rows) {
      const path = `/${code}/${encodeURIComponent(slug)}`;
      const number = freeNumber(id, numbers);
      numbers.add(number);
      const at = new Date(published_at ?? 0);
      yield { id, number, path, address: url + path, slug, title: headline, standfirst, at };
    }
    const last = rows.at(-1);
    if (!last || rows.length < STORIES_AT_ONCE) return;
    after = last.id;
  }
}

function storiesWithReplies(db: Db, editionId: string | undefined) {
  const seen = db
    .selectFrom("article")
    .where("article.state", "=", "published")
    .where((article) =>
      article.exists(
        article
          .selectFrom("reply")
          .select("reply.id")
          .whereRef("reply.article_id", "=", "article.id")
          .where("reply.kind", "=", "reply"),
      ),
    );
  return editionId === undefined ? seen : seen.where("article.edition_id", "=", editionId);
}

async function* replies(
  db: Db,
  thread: LeavingThread,
  to: MovedSource,
  idOf: (id: string) => string,
): AsyncGenerator<readonly LeavingReply[]> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("reply")
      .leftJoin("reply as above", "above.id", "reply.parent_id")
      .select(["reply.id", "reply.parent_id", "reply.root_id", "reply.author_name", "reply.body", "reply.quote"])
      .select(["reply.state", "reply.reason", "reply.is_listed", "reply.featured_at", "reply.written_at"])
      .select(["reply.edited_at", "above.kind as above_kind"])
      .select(isAnswered.as("is_answered"))
      .where("reply.article_id", "=", thread.id)
      .where("reply.kind", "=", "reply")
      .where("reply.id", ">", after)
      .orderBy("reply.id")
      .limit(REPLIES_AT_ONCE)
      .execute();
    yield rows.flatMap((row): LeavingReply[] => {
      const as = leavesAs(to, row);
      if (as === undefined) return [];
      const isBelow = row.parent_id !== null && row.above_kind === "reply";
      return [
        {
          id: idOf(row.id),
          parentId: isBelow && row.parent_id !== null ? idOf(row.parent_id) : "",
          rootId: idOf(row.root_id),
          as,
          name: as === "place" ? "" : row.author_name,
          text: as === "place" ? "" : row.body,
          quote: as === "place" ? "" : row.quote,
          at: new Date(row.written_at),
          editedAt: row.edited_at === null ? null : new Date(row.edited_at),
          isFeatured: row.featured_at !== null,
        },
      ];
    });
    const last = rows.at(-1);
    if (!last || rows.length < REPLIES_AT_ONCE) return;
    after = last.id;
  }
}

const isAnswered = sql<number>`case when exists (select 1 from reply as below where below.parent_id = reply.id and below.kind = 'reply') then 1 else 0 end`;

type Leaves = {
  readonly state: string;
  readonly reason: string | null;
  readonly is_listed: number;
  readonly is_answered: number;
};

function leavesAs(to: MovedSource, { state, reason, is_listed, is_answered }: Leaves): LeavingReply["as"] | undefined {
  const known: ReplyState = stateOf(state);
  if (known === "shown") return "shown";
  if (known === "held" && TAKES_HELD.includes(to)) return "held";
  if (known === "refused" && TAKES_REFUSED.includes(to)) return reason === "spam" ? "spam" : "trash";
  const hasAnswersThatLeave = TAKES_HELD.includes(to) ? is_answered === 1 : is_listed === 1;
  return hasAnswersThatLeave ? "place" : undefined;
}

async function countsOf(db: Db, { to, editionId }: How): Promise<LeftCounts> {
  const counts: LeftCounts = {
    threads: 0,
    replies: 0,
    places: 0,
    left: { unseen: 0, corrections: 0, held: 0, refused: 0, gone: 0 },
  };
  let rows = db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .select(["article.state as story", "reply.kind", "reply.state", "reply.is_listed"])
    .select([isAnswered.as("is_answered"), sql<null>`null`.as("reason")])
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("count"))
    .groupBy(["article.state", "reply.kind", "reply.state", "reply.is_listed", isAnswered]);
  if (editionId !== undefined) rows = rows.where("article.edition_id", "=", editionId);
  for (const row of await rows.execute()) {
    const as = leavesAs(to, row);
    if (row.story !== "published") counts.left.unseen += row.count;
    else if (row.kind !== "reply") counts.left.corrections += row.count;
    else if (as === "place") counts.places += row.count;
    else if (as !== undefined) counts.replies += row.count;
    else if (row.state === "held" || row.state === "refused") counts.left[row.state] += row.count;
    else counts.left.gone += row.count;
  }
  const seen = await storiesWithReplies(db, editionId)
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("count"))
    .executeTakeFirstOrThrow();
  counts.threads = seen.count;
  return counts;
}

/**
 * What each reply is called in the file: what that program itself called it before it was moved here, else our id, or a
 * number made from it where the program counts. The same in every export, so that a newer file may follow an older one.
 */
async function idsIn(db: Db, to: MovedSource): Promise<(id: string) => string> {
  const isCounting = COUNTS.includes(to);
  const said = new Map<string, string>();
  const taken = new Set<number>();
  for (const { reply_id, old_id } of await idsBefore(db, to)) {
    if (isCounting && !/^[1-9]\d{0,14}$/.test(old_id)) continue;
    said.set(reply_id, old_id);
    if (isCounting) taken.add(Number(old_id));
  }
  if (!isCounting) return (id) => said.get(id) ?? id;
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("reply")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(10_000)
      .execute();
    for (const { id } of rows) {
      if (said.has(id)) continue;
      const number = freeNumber(id, taken);
      taken.add(number);
      if (number !== numberOf(id)) said.set(id, String(number));
    }
    const last = rows.at(-1);
    if (!last) return (id) => said.get(id) ?? String(numberOf(id));
    after = last.id;
  }
}

/** Where several of its sites were moved here, two replies may have had one id, and none keeps it. */
async function idsBefore(db: Db, to: MovedSource) {
  const sites = await db
    .selectFrom("moved_reply")
    .select("site")
    .distinct()
    .where("source", "=", to)
    .limit(2)
    .execute();
  if (sites.length !== 1) return [];
  return db.selectFrom("moved_reply").select(["reply_id", "old_id"]).where("source", "=", to).execute();
}

/** The moment in an id and eleven bits of its chance: in the order of time, and no larger than JavaScript counts until 2109. */
function numberOf(id: string): number {
  const letters = id.replaceAll("-", "");
  return Number.parseInt(letters.slice(0, 12), 16) * 2_048 + (Number.parseInt(letters.slice(-3), 16) % 2_048);
}

function freeNumber(id: string, taken: ReadonlySet<number>): number {
  let number = numberOf(id);
  while (taken.has(number)) number += 1;
  return number;
}
