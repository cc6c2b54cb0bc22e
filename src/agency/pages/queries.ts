import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { ListedPage, PageRevision, StandingPage } from "./pages.ts";

// Nobody reads further back on one page.
const MOST_REVISIONS = 200;
const MOST_PAGES = 200;

/** The pages of an edition in their order, those that are hidden too. */
export async function standingPages(db: Db, editionId: string): Promise<ListedPage[]> {
  return (await pagesIn(db, { editionId })).map(listed);
}

const pagesIn = keptStatement((db, value: ValueOf<{ editionId: string }>) =>
  newest(db)
    .where("standing_page.edition_id", "=", value("editionId"))
    .orderBy("standing_page.position")
    .orderBy("standing_page.slug")
    .limit(MOST_PAGES),
);

/** Whether it is shown is left to who asks. */
export async function standingPage(db: Db, editionId: string, slug: string): Promise<StandingPage | undefined> {
  const row = await newest(db)
    .select(["page_revision.id as revision_id", "page_revision.document", "page_revision.made_by"])
    .where("standing_page.edition_id", "=", editionId)
    .where("standing_page.slug", "=", slug)
    .executeTakeFirst();
  return row && { ...listed(row), revision: revisionFrom({ ...row, id: row.revision_id }) };
}

export async function isPageShown(db: Db, editionId: string, slug: string): Promise<boolean> {
  return (await shownAt(db, { editionId, slug })).length > 0;
}

const shownAt = keptStatement((db, value: ValueOf<{ editionId: string; slug: string }>) =>
  db
    .selectFrom("standing_page")
    .select("id")
    .where("edition_id", "=", value("editionId"))
    .where("slug", "=", value("slug"))
    .where("hidden_at", "is", null),
);

/** What a page said, newest first. */
export async function pageRevisions(db: Db, pageId: string): Promise<PageRevision[]> {
  const rows = await db
    .selectFrom("page_revision")
    .select(["id", "title", "document", "made_by", "made_at"])
    .where("page_id", "=", pageId)
    .orderBy("number", "desc")
    .limit(MOST_REVISIONS)
    .execute();
  return rows.map(revisionFrom);
}

/** Each page with its newest revision. */
function newest(db: Db) {
  return db
    .selectFrom("standing_page")
    .innerJoin("page_revision", (join) =>
      join.onRef("page_revision.page_id", "=", "standing_page.id").on("page_revision.number", "=", (on) =>
        on
          .selectFrom("page_revision as other")
          .select((other) => other.fn.max("other.number").as("number"))
          .whereRef("other.page_id", "=", "standing_page.id"),
      ),
    )
    .select([
      "standing_page.id",
      "standing_page.slug",
      "standing_page.hidden_at",
      "page_revision.title",
      "page_revision.made_at",
    ]);
}

type ListedRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly hidden_at: string | null;
  readonly made_at: string;
};

function listed({ id, slug, title, hidden_at, made_at }: ListedRow): ListedPage {
  return { id, slug, title, isShown: hidden_at === null, changedAt: new Date(made_at) };
}

type RevisionRow = {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly made_by: string;
  readonly made_at: string;
};

function revisionFrom({ id, title, document, made_by, made_at }: RevisionRow): PageRevision {
  return { id, title, document: JSON.parse(document), madeBy: made_by, madeAt: new Date(made_at) };
}
