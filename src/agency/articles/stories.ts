/** Articles as the desk lists them, whatever their state: who has them, when they are due, where they stand. */
import { patternsOf } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { type ArticleState, stateOf } from "./flow.ts";

export type StoryLine = {
  readonly id: string;
  readonly headline: string;
  readonly slug: string;
  readonly editionId: string;
  readonly state: ArticleState;
  readonly section: string | null;
  readonly assignedTo: string | null;
  readonly dueAt: Date | null;
  readonly publishAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly touchedAt: Date;
  /** Somebody has written on it since it came out. */
  readonly hasChanges: boolean;
};

export type StoryFilter = {
  readonly states?: readonly ArticleState[];
  readonly editionId?: string;
  readonly sectionId?: string;
  readonly assignedTo?: string;
  /** What this member of staff has been given or has written on since it last came out. */
  readonly of?: string;
  /** Words of the headline, in any order. */
  readonly search?: string;
  /** Due before then. */
  readonly dueBefore?: Date;
  readonly publishedFrom?: Date;
  /** Published, with changes that are not. */
  readonly changed?: boolean;
};

export type StoryOrder = "touched" | "due" | "publish";

/** The last of the page before, by what the list is sorted by. */
export type StoryPlace = { readonly at: string; readonly id: string };

const COLUMNS = { touched: "article.touched_at", due: "article.due_at", publish: "article.publish_at" } as const;

/** `touched`: the last written or moved first; `due` and `publish`: what comes first, without what has no such time. */
export async function storyLines(
  db: Db,
  filter: StoryFilter,
  { order = "touched", limit, after }: { order?: StoryOrder; limit: number; after?: StoryPlace | undefined },
): Promise<StoryLine[]> {
  const column = COLUMNS[order];
  const direction = order === "touched" ? "desc" : "asc";
  const sign = order === "touched" ? "<" : ">";
  const written = filter.changed ? await writtenOn(db) : undefined;
  if (written?.length === 0) return [];
  const rows = await filtered(db, filter)
    .$if(written !== undefined, (query) => query.where("article.id", "in", written ?? []))
    .$if(order !== "touched", (query) => query.where(column, "is not", null))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(column, "article.id"), sign, tuple(after?.at ?? "", after?.id ?? "")),
      ),
    )
    .orderBy(column, direction)
    .orderBy("article.id", direction)
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
}

// Fewer are being written on anywhere; what nobody has touched for longest is left out.
const MOST_WRITTEN_ON = 1_000;

/** Those few are asked for first: looked for along the list, each would be sought through all that ever came out. */
async function writtenOn(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("article_writer")
    .select("article_id")
    .orderBy("wrote_at", "desc")
    .limit(MOST_WRITTEN_ON)
    .execute();
  return [...new Set(rows.map(({ article_id }) => article_id))];
}

/** The headlines of those among `ids` that are articles. */
export async function headlinesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("article").select(["id", "headline"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, headline }) => [id, headline]));
}

/** How many articles are in each of these states. */
export async function countByState(
  db: Db,
  states: readonly ArticleState[],
): Promise<Readonly<Partial<Record<ArticleState, number>>>> {
  const rows = await db
    .selectFrom("article")
    .select((row) => ["state", row.fn.countAll<number | string>().as("articles")])
    .where("state", "in", states)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, articles }) => [state, Number(articles)]));
}

/** Where the next page of a list begins. */
export function placeOfStory(line: StoryLine, order: StoryOrder): StoryPlace {
  const at = { touched: line.touchedAt, due: line.dueAt, publish: line.publishAt }[order];
  return { at: at?.toISOString() ?? "", id: line.id };
}

/** Of what is being worked on, what should have been done by now. */
export function isOverdue({ state, dueAt }: Pick<StoryLine, "state" | "dueAt">, at: Date): boolean {
  return dueAt !== null && dueAt < at && OPEN_STATES.includes(state);
}

/** On their way to readers. */
export const OPEN_STATES: readonly ArticleState[] = ["draft", "in-review", "ready", "scheduled"];

function filtered(db: Db, filter: StoryFilter) {
  const { states, editionId, sectionId, assignedTo, of, search, dueBefore, publishedFrom } = filter;
  let query = db
    .selectFrom("article")
    .leftJoin("section", "section.id", "article.section_id")
    .select([
      "article.id",
      "article.headline",
      "article.slug",
      "article.edition_id",
      "article.state",
      "section.name as section",
      "article.assigned_to",
      "article.due_at",
      "article.publish_at",
      "article.embargo_until",
      "article.published_at",
      "article.touched_at",
    ])
    .select((row) =>
      row
        .exists(row.selectFrom("article_writer").select("staff_id").whereRef("article_id", "=", "article.id"))
        .as("is_written_on"),
    );
  if (states) query = query.where("article.state", "in", states);
  if (editionId !== undefined) query = query.where("article.edition_id", "=", editionId);
  if (sectionId !== undefined) query = query.where("article.section_id", "=", sectionId);
  if (assignedTo !== undefined) query = query.where("article.assigned_to", "=", assignedTo);
  if (dueBefore) query = query.where("article.due_at", "<", dueBefore.toISOString());
  if (publishedFrom) {
    // What came out since then was moved since then: the list's own index leads there.
    query = query
      .where("article.published_at", ">=", publishedFrom.toISOString())
      .where("article.touched_at", ">=", publishedFrom.toISOString());
  }
  if (of !== undefined) {
    query = query.where(
      "article.id",
      "in",
      db
        .selectFrom("article as given")
        .select("given.id")
        .where("given.assigned_to", "=", of)
        .union(db.selectFrom("article_writer").select("article_id as id").where("staff_id", "=", of)),
    );
  }
  for (const pattern of patternsOf(search ?? "")) query = query.where("article.headline_folded", "like", pattern);
  return query;
}

type LineRow = Awaited<ReturnType<ReturnType<typeof filtered>["execute"]>>[number];

function lineFrom(row: LineRow): StoryLine {
  const state = stateOf(row.state);
  return {
    id: row.id,
    headline: row.headline,
    slug: row.slug,
    editionId: row.edition_id,
    state,
    section: row.section,
    assignedTo: row.assigned_to,
    dueAt: instant(row.due_at),
    publishAt: instant(row.publish_at),
    embargoUntil: instant(row.embargo_until),
    publishedAt: instant(row.published_at),
    touchedAt: new Date(row.touched_at),
    hasChanges: state === "published" && Boolean(row.is_written_on),
  };
}

function instant(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}
