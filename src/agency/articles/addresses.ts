/** Every address articles have or had, for those who make a copy of the whole site: page by page, in a settled order. */
import type { Db } from "#store/db.ts";

const PAGE = 500;

export type AddressedArticle = {
  readonly id: string;
  readonly editionCode: string;
  readonly slug: string;
  /** Readers see its text; otherwise its address says why they do not any more. */
  readonly isOut: boolean;
};

/** Articles that are or were published, oldest first. */
export async function* addressedArticles(db: Db): AsyncGenerator<readonly AddressedArticle[], void, void> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug", "article.state", "edition.code"])
      .where("article.published_at", "is not", null)
      .where("article.id", ">", after)
      .orderBy("article.id")
      .limit(PAGE)
      .execute();
    if (rows.length > 0)
      yield rows.map(({ id, slug, state, code }) => ({ id, slug, editionCode: code, isOut: state === "published" }));
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Addresses articles had before, by edition and slug. */
export async function* formerAddresses(
  db: Db,
): AsyncGenerator<readonly { readonly editionCode: string; readonly slug: string }[], void, void> {
  for (let after: { editionCode: string; slug: string } = { editionCode: "", slug: "" }; ; ) {
    const rows = await db
      .selectFrom("slug_redirect")
      .innerJoin("edition", "edition.id", "slug_redirect.edition_id")
      .innerJoin("article", "article.id", "slug_redirect.article_id")
      .select(["edition.code as editionCode", "slug_redirect.slug"])
      .where("article.published_at", "is not", null)
      .where((row) =>
        row.or([
          row("edition.code", ">", after.editionCode),
          row.and([row("edition.code", "=", after.editionCode), row("slug_redirect.slug", ">", after.slug)]),
        ]),
      )
      .orderBy("edition.code")
      .orderBy("slug_redirect.slug")
      .limit(PAGE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1) ?? after;
  }
}
