/** The beginning of a story at the desk: a draft under its headline, of its own or as the translation of another. */
import type { Edition } from "#agency/editions/editions.ts";
import { type Db, together } from "#store/db.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { slugFor } from "#text/slug/slug.ts";
import { draftArticle } from "./actions.ts";

// Longer than any headline ever printed, short enough for a list.
export const LONGEST_HEADLINE = 300;

export type BeginRefusal = "headline-missing" | "headline-long" | "original-missing";

type Begin = {
  readonly edition: Edition;
  readonly headline: string;
  readonly document: DocumentJson;
  /** The address of the original, on the site or at the desk; empty for a story of its own. */
  readonly original: string;
  readonly by: string;
  readonly at: Date;
};

/** Whoever begins a story is given it. */
export async function beginStory(
  db: Db,
  { edition, headline, document, original, by, at }: Begin,
): Promise<{ readonly articleId: string } | { readonly refusal: BeginRefusal }> {
  if (headline === "") return { refusal: "headline-missing" };
  if (headline.length > LONGEST_HEADLINE) return { refusal: "headline-long" };
  return together(db, async (db) => {
    const from = original === "" ? undefined : await originalAt(db, original);
    if (original !== "" && (!from || from.edition_id === edition.id)) return { refusal: "original-missing" };
    const { articleId } = await draftArticle(db, {
      edition,
      slug: slugFor(headline, edition.language),
      headline,
      standfirst: "",
      document,
      dateline: null,
      ...(from && { storyId: from.story_id, translatedFrom: from.id }),
      by,
      at,
    });
    await db.updateTable("article").set({ assigned_to: by }).where("id", "=", articleId).execute();
    return { articleId };
  });
}

/** The article whose page or whose desk has this address: `/en/ferry-strike`, with or without the site before it. */
async function originalAt(db: Db, address: string) {
  const [first = "", second = "", third = ""] = (URL.parse(address)?.pathname ?? address).split("/").filter(Boolean);
  const article = db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.story_id", "article.edition_id"]);
  return first === "desk" && second === "articles"
    ? article.where("article.id", "=", third).executeTakeFirst()
    : article.where("edition.code", "=", first).where("article.slug", "=", second).executeTakeFirst();
}
