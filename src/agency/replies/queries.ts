import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import {
  EDIT_WITHIN_MS,
  isReason,
  type OwnReply,
  REPLY_STATES,
  type ReplyState,
  type ShownReply,
  type Thread,
} from "./replies.ts";

/** Where a page of threads begins: after this first reply. */
export type ThreadPlace = { readonly writtenAt: string; readonly id: string };

const MOST_ANSWERS = 40;

const COLUMNS = [
  "reply.id",
  "reply.parent_id",
  "reply.root_id",
  "reply.depth",
  "reply.author_name",
  "reply.staff_id",
  "reply.body",
  "reply.quote",
  "reply.state",
  "reply.featured_at",
  "reply.written_at",
  "reply.edited_at",
] as const;

/** Where a link from before it was moved here ends. */
const ANCHOR = sql<string | null>`(select anchor from moved_reply where moved_reply.reply_id = reply.id)`.as("anchor");

/** How many replies of an article are shown. */
export async function countReplies(db: Db, articleId: string): Promise<number> {
  return (await countOf(db, { articleId }))[0]?.shown ?? 0;
}

const countOf = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db.selectFrom("reply_count").select("shown").where("article_id", "=", value("articleId")),
);

type Page = {
  readonly after?: ThreadPlace | undefined;
  readonly limit: number;
  /** By the time they began: the oldest first, unless this says the newest. */
  readonly order?: "oldest" | "newest";
};

/** Threads by the time they began; of each the first answers, and how many more there are. */
export async function threadsOf(
  db: Db,
  articleId: string,
  { after, limit, order = "oldest" }: Page,
): Promise<readonly Thread[]> {
  const roots = await (after === undefined && order === "oldest"
    ? firstRoots(db, { articleId, limit })
    : rootsOf(db, { articleId, after, order }).limit(limit).execute());
  const answers = await firstAnswers(db, roots);
  return roots.map((row) => ({
    root: shaped(row),
    answers: inOrder(row.id, answers.get(row.id) ?? []),
    more: Math.max(0, row.shown_below - MOST_ANSWERS),
  }));
}

type Roots = Pick<Page, "after"> & { readonly articleId: string; readonly order: "oldest" | "newest" };

function rootsOf(db: Db, { articleId, after, order }: Roots) {
  const [later, direction] = order === "oldest" ? ([">", "asc"] as const) : (["<", "desc"] as const);
  return db
    .selectFrom("reply")
    .select(COLUMNS)
    .select(ANCHOR)
    .select("reply.shown_below")
    .where("article_id", "=", articleId)
    .where("parent_id", "is", null)
    .where("is_listed", "=", 1)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("written_at", "id"), later, tuple(after?.writtenAt ?? "", after?.id ?? "")),
      ),
    )
    .orderBy("written_at", direction)
    .orderBy("id", direction);
}

/** What stands below every story. */
const firstRoots = keptStatement((db, value: ValueOf<{ articleId: string; limit: number }>) =>
  rootsOf(db, { articleId: value("articleId"), order: "oldest" }).limit(value("limit")),
);

/** Of a thread with thousands of answers no more is read than is shown. */
async function firstAnswers(
  db: Db,
  roots: readonly { readonly id: string; readonly shown_below: number }[],
): Promise<ReadonlyMap<string, readonly ShownReply[]>> {
  const short = roots.filter(({ shown_below }) => shown_below > 0 && shown_below <= MOST_ANSWERS);
  const answers = Map.groupBy(
    await answersOf(
      db,
      short.map(({ id }) => id),
    ),
    ({ rootId }) => rootId,
  );
  for (const { id, shown_below } of roots)
    if (shown_below > MOST_ANSWERS) answers.set(id, [...(await answersOf(db, [id], MOST_ANSWERS))]);
  return answers;
}

const MOST_FEATURED = 200;

/** What editors chose of an article's replies, the latest choice first, each by itself. */
export async function featuredReplies(db: Db, articleId: string): Promise<readonly Thread[]> {
  const rows = await db
    .selectFrom("reply")
    .select(COLUMNS)
    .select(ANCHOR)
    .where("article_id", "=", articleId)
    .where("state", "=", "shown")
    .where("kind", "=", "reply")
    .where("featured_at", "is not", null)
    .orderBy("featured_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_FEATURED)
    .execute();
  return rows.map((row) => ({ root: { ...shaped(row), depth: 0 }, answers: [], more: 0 }));
}

/** The newest of an article's replies, whatever they answer: what its feeds tell. */
export async function newestReplies(
  db: Db,
  articleId: string,
  { limit }: { limit: number },
): Promise<readonly ShownReply[]> {
  const rows = await db
    .selectFrom("reply")
    .select(COLUMNS)
    .where("article_id", "=", articleId)
    .where("state", "=", "shown")
    .where("kind", "=", "reply")
    .orderBy("written_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(shaped);
}

/** Replies readers had and have no more, the last taken back first: whether their writers or the desk did. */
export async function repliesTakenBack(
  db: Db,
  articleId: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<{ readonly id: string; readonly at: Date }[]> {
  const rows = await db
    .selectFrom("reply")
    .select(["id", "decided_at"])
    .where("article_id", "=", articleId)
    .where("state", "!=", "shown")
    .where("kind", "=", "reply")
    .where("decided_at", ">=", since.toISOString())
    // What was held from the beginning nobody has: telling of it would tell that it was there.
    .where((reply) =>
      reply.exists(
        reply
          .selectFrom("decision")
          .select("decision.id")
          .whereRef("decision.reply_id", "=", "reply.id")
          .where((decision) => decision.or([decision("before", "=", "shown"), decision("after", "=", "shown")])),
      ),
    )
    .orderBy("decided_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, decided_at }) => (decided_at === null ? [] : [{ id, at: new Date(decided_at) }]));
}

const MOST_VERSIONS = 100;

/** What a reply said before it was changed, the newest version first; nothing of one that is not shown. */
export async function earlierWords(
  db: Db,
  { articleId, replyId }: { articleId: string; replyId: string },
): Promise<readonly { readonly text: string; readonly until: Date }[]> {
  const rows = await db
    .selectFrom("reply_version")
    .innerJoin("reply", "reply.id", "reply_version.reply_id")
    .select(["reply_version.body", "reply_version.replaced_at"])
    .where("reply.id", "=", replyId)
    .where("reply.article_id", "=", articleId)
    .where("reply.state", "=", "shown")
    .where("reply.kind", "=", "reply")
    .orderBy("reply_version.replaced_at", "desc")
    .orderBy("reply_version.id", "desc")
    .limit(MOST_VERSIONS)
    .execute();
  return rows.map(({ body, replaced_at }) => ({ text: body, until: new Date(replaced_at) }));
}

/** One thread whole, whichever of its replies is named; nothing when it is not shown there. */
export async function threadWith(
  db: Db,
  { articleId, replyId }: { articleId: string; replyId: string },
): Promise<Thread | undefined> {
  const named = await db
    .selectFrom("reply")
    .select("root_id")
    .where("id", "=", replyId)
    .where("article_id", "=", articleId)
    .where("is_listed", "=", 1)
    .executeTakeFirst();
  if (!named) return undefined;
  const root = await db
    .selectFrom("reply")
    .select(COLUMNS)
    .select(ANCHOR)
    .where("id", "=", named.root_id)
    .where("is_listed", "=", 1)
    .executeTakeFirst();
  return root && { root: shaped(root), answers: inOrder(root.id, await answersOf(db, [root.id])), more: 0 };
}

// A thread longer than this is read on the pages of its parts.
const MOST_OF_THREADS = 5_000;

async function answersOf(db: Db, roots: readonly string[], limit = MOST_OF_THREADS): Promise<readonly ShownReply[]> {
  if (roots.length === 0) return [];
  return (await belowRoots(db, { roots, limit })).map(shaped);
}

const belowRoots = keptStatement((db, value: ValueOf<{ roots: readonly string[]; limit: number }>) =>
  db
    .selectFrom("reply")
    .select(COLUMNS)
    .select(ANCHOR)
    .where("root_id", "in", value("roots"))
    .where("parent_id", "is not", null)
    .where("is_listed", "=", 1)
    .orderBy("root_id")
    .orderBy("written_at")
    .orderBy("id")
    .limit(value("limit")),
);

/** As one reads a talk: each answer below what it answers, by time. One whose parent is not among them stands below the root. */
function inOrder(rootId: string, answers: readonly ShownReply[]): readonly ShownReply[] {
  const known = new Set(answers.map(({ id }) => id));
  const below = Map.groupBy(answers, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : rootId));
  const ordered: ShownReply[] = [];
  const waiting = [...(below.get(rootId) ?? [])].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next);
    waiting.push(...[...(below.get(next.id) ?? [])].reverse());
  }
  return ordered;
}

type Row = {
  readonly id: string;
  readonly parent_id: string | null;
  readonly root_id: string;
  readonly depth: number;
  readonly author_name: string;
  readonly staff_id: string | null;
  readonly body: string;
  readonly quote: string;
  readonly state: string;
  readonly featured_at: string | null;
  readonly written_at: string;
  readonly edited_at: string | null;
  readonly anchor?: string | null;
};

function shaped(row: Row): ShownReply {
  const isGone = row.state !== "shown";
  return {
    id: row.id,
    parentId: row.parent_id,
    rootId: row.root_id,
    depth: row.depth,
    name: isGone ? "" : row.author_name,
    isStaff: row.staff_id !== null,
    text: isGone ? "" : row.body,
    quote: isGone ? "" : row.quote,
    isGone,
    isFeatured: row.featured_at !== null,
    writtenAt: new Date(row.written_at),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at),
    formerAnchor: row.anchor ?? null,
  };
}

const MOST_OWN = 500;

/** Everything of one guest, the newest first. */
export async function ownReplies(db: Db, { guestId, at }: { guestId: string; at: Date }): Promise<readonly OwnReply[]> {
  const rows = await db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select([
      "reply.id",
      "article.slug",
      "edition.code",
      "article.headline",
      "reply.body",
      "reply.kind",
      "reply.state",
      "reply.reason",
      "reply.note",
      "reply.appeal",
      "reply.written_at",
    ])
    .where("reply.guest_id", "=", guestId)
    .where("reply.state", "!=", "erased")
    .orderBy("reply.written_at", "desc")
    .orderBy("reply.id", "desc")
    .limit(MOST_OWN)
    .execute();
  return rows.map((row) => {
    const writtenAt = new Date(row.written_at);
    const state = stateOf(row.state);
    return {
      id: row.id,
      articleSlug: row.slug,
      editionCode: row.code,
      headline: row.headline,
      text: row.body,
      kind: row.kind === "correction" ? "correction" : "reply",
      state,
      reason: row.reason !== null && isReason(row.reason) ? row.reason : null,
      note: row.note,
      writtenAt,
      mayEdit: state === "held" || (state === "shown" && at.getTime() - writtenAt.getTime() < EDIT_WITHIN_MS),
      hasAppealed: row.appeal !== null,
    };
  });
}

export function stateOf(state: string): ReplyState {
  return REPLY_STATES.find((one) => one === state) ?? "held";
}

export type QueuedReply = {
  readonly id: string;
  readonly articleId: string;
  readonly guestId: string | null;
  readonly isStaff: boolean;
  readonly headline: string;
  readonly editionCode: string;
  readonly slug: string;
  readonly language: string;
  readonly name: string;
  readonly text: string;
  readonly quote: string;
  readonly kind: "reply" | "correction";
  readonly state: ReplyState;
  readonly reason: string | null;
  readonly note: string;
  readonly appeal: string | null;
  readonly flags: readonly string[];
  /** From 0 to 100; null before anything was learned. */
  readonly score: number | null;
  readonly reports: number;
  readonly isFeatured: boolean;
  readonly clusterId: string | null;
  readonly shown: number;
  readonly refused: number;
  readonly parent: { readonly name: string; readonly text: string } | null;
  readonly writtenAt: Date;
  readonly decidedAt: Date | null;
};

type QueuedRow = {
  readonly id: string;
  readonly article_id: string;
  readonly guest_id: string | null;
  readonly staff_id: string | null;
  readonly headline: string;
  readonly slug: string;
  readonly code: string;
  readonly language: string;
  readonly author_name: string;
  readonly body: string;
  readonly quote: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  readonly note: string;
  readonly appeal: string | null;
  readonly flags: string;
  readonly score: number | null;
  readonly reports: number;
  readonly featured_at: string | null;
  readonly cluster_id: string | null;
  readonly written_at: string;
  readonly decided_at: string | null;
  readonly shown: number | null;
  readonly refused: number | null;
  readonly parent_name: string | null;
  readonly parent_body: string | null;
};

export function shapedQueued(row: QueuedRow): QueuedReply {
  return {
    id: row.id,
    articleId: row.article_id,
    guestId: row.guest_id,
    isStaff: row.staff_id !== null,
    headline: row.headline,
    editionCode: row.code,
    slug: row.slug,
    language: row.language,
    name: row.author_name,
    text: row.body,
    quote: row.quote,
    kind: row.kind === "correction" ? "correction" : "reply",
    state: stateOf(row.state),
    reason: row.reason,
    note: row.note,
    appeal: row.appeal,
    flags: JSON.parse(row.flags),
    score: row.score,
    reports: row.reports,
    isFeatured: row.featured_at !== null,
    clusterId: row.cluster_id,
    shown: row.shown ?? 0,
    refused: row.refused ?? 0,
    parent:
      row.parent_name === null || row.parent_body === null ? null : { name: row.parent_name, text: row.parent_body },
    writtenAt: new Date(row.written_at),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  };
}

export async function countWaiting(db: Db): Promise<number> {
  const { waiting } = await db
    .selectFrom("reply")
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("waiting"))
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return waiting;
}
