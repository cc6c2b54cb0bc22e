import { isFixedWord } from "#agency/articles/articles.ts";
import { holderOfSlug } from "#agency/articles/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { lastHand } from "#agency/settings/meanwhile.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { isPageSlug, isUsualPage, LONGEST_TITLE, type PageRefusal, type StandingPage, USUAL_PAGES } from "./pages.ts";
import { standingPage, standingPages } from "./queries.ts";

type PageToKeep = {
  readonly edition: Edition;
  readonly slug: string;
  readonly title: string;
  readonly document: DocumentJson;
  /** The revision its author began from; `null` for a page that is new. */
  readonly from: string | null;
  readonly by: string;
  readonly at: Date;
};

type Outcome =
  | { readonly page: StandingPage }
  | { readonly refusal: PageRefusal }
  | { readonly changedBy: string; readonly now: StandingPage };

/** Puts what a page says before readers, as a new revision; none is made when nothing differs. */
export async function keepPage(db: Db, page: PageToKeep): Promise<Outcome> {
  const refusal = refusalOf(page);
  if (refusal) return { refusal };
  const { edition, slug, title, document, from, by, at } = page;

  return together(db, async (db) => {
    const now = await standingPage(db, edition.id, slug);
    if (!now && (await isTaken(db, edition.id, slug))) return { refusal: "taken-slug" };
    if (now && from === null) return { refusal: "taken-slug" };
    if (now && now.revision.id !== from) return { changedBy: await lastHand(db, subjectOf(now.id)), now };
    const isSame = now?.revision.title === title && JSON.stringify(now.revision.document) === JSON.stringify(document);
    if (now && isSame) return { page: now };

    const pageId = now?.id ?? (await addPage(db, page));
    await addRevision(db, pageId, page);
    const detail = { edition: edition.code, slug, title: now ? `${now.revision.title} → ${title}` : title };
    await note(db, { by, act: now ? "page.change" : "page.add", subject: subjectOf(pageId), detail, at });
    await bump(db, ["editions"]);
    return { page: await kept(db, edition.id, slug) };
  });
}

type PageToShow = {
  readonly edition: Edition;
  readonly slug: string;
  readonly isShown: boolean;
  readonly by: string;
  readonly at: Date;
};

/** Takes a page from readers, or gives it back; its revisions stay. */
export async function showPage(db: Db, { edition, slug, isShown, by, at }: PageToShow): Promise<void> {
  await together(db, async (db) => {
    const page = await standingPage(db, edition.id, slug);
    if (!page || page.isShown === isShown) return;
    const hidden_at = isShown ? null : at.toISOString();
    await db.updateTable("standing_page").set({ hidden_at }).where("id", "=", page.id).execute();
    const act = isShown ? "page.show" : "page.hide";
    await note(db, { by, act, subject: subjectOf(page.id), detail: { edition: edition.code, slug }, at });
    await bump(db, ["editions"]);
  });
}

function refusalOf({ slug, title, document }: PageToKeep): PageRefusal | undefined {
  if (title === "") return "no-title";
  if (title.length > LONGEST_TITLE) return "long-title";
  if (!isPageSlug(slug)) return "bad-slug";
  if (isFixedWord(slug) && !isUsualPage(slug)) return "taken-slug";
  return document.content.some(({ content }) => content !== undefined) ? undefined : "no-text";
}

async function isTaken(db: Db, editionId: string, slug: string): Promise<boolean> {
  return (await holderOfSlug(db, editionId, slug)) !== undefined;
}

async function addPage(db: Db, { edition, slug, at }: PageToKeep): Promise<string> {
  const id = newId(at);
  const usual = isUsualPage(slug) ? USUAL_PAGES.indexOf(slug) : -1;
  // Free pages follow the usual ones, each behind those before it.
  const position = usual >= 0 ? usual : USUAL_PAGES.length + (await standingPages(db, edition.id)).length;
  await db
    .insertInto("standing_page")
    .values({ id, edition_id: edition.id, slug, position, hidden_at: null, made_at: at.toISOString() })
    .execute();
  return id;
}

async function addRevision(db: Db, pageId: string, { title, document, by, at }: PageToKeep): Promise<void> {
  const { last } = await db
    .selectFrom("page_revision")
    .select((row) => row.fn.max("number").as("last"))
    .where("page_id", "=", pageId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("page_revision")
    .values({
      id: newId(at),
      page_id: pageId,
      number: (last ?? 0) + 1,
      title,
      document: JSON.stringify(document),
      made_by: by,
      made_at: at.toISOString(),
    })
    .execute();
}

async function kept(db: Db, editionId: string, slug: string): Promise<StandingPage> {
  const page = await standingPage(db, editionId, slug);
  if (!page) throw new Error(`the page ${slug} vanished while it was being written`);
  return page;
}

function subjectOf(pageId: string): string {
  return `page:${pageId}`;
}
