/** The rows that hold what is to be withheld, each with what it will be instead. */

import { sql } from "kysely";
import { folded } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { pagesOf, TABLE_NAMES, TABLES, type TableName, type TableRow } from "#store/tables.ts";
import { readDocument } from "#text/document/schema.ts";
import { slugFor } from "#text/slug/slug.ts";
import {
  bodyWithout,
  bodyWithoutPictures,
  type Cut,
  cutOf,
  holds,
  textWithout,
  valueWithout,
} from "#text/withholding/withholding.ts";
import { type Holding, WORDS, type Words } from "./places.ts";
import { placeholderIn } from "./withholding.ts";

export type Wanted = {
  readonly forms: readonly string[];
  /** The picture, and those it is shown in the place of. */
  readonly pictures: readonly string[];
  /** Only in these articles; everywhere when left out. */
  readonly articleIds?: readonly string[] | undefined;
};

/** A row that holds it. */
export type Held = {
  readonly table: TableName;
  readonly row: TableRow;
  /** The story it belongs to, as far as rows of its table belong to one. */
  readonly articleId: string | undefined;
  /** Its new values; nothing for a row that goes as a whole. */
  readonly values: TableRow | undefined;
};

/** Every row that holds any of it, a table after another. Pages are read one by one: a store of any size fits. */
export async function* rowsHolding(db: Db, wanted: Wanted): AsyncGenerator<Held, void, void> {
  const knife = await knifeFor(db, wanted);
  for (const table of TABLE_NAMES) {
    const words = WORDS[table];
    if (!words) continue;
    for await (const rows of rowsIn(db, table, words, wanted.articleIds)) {
      for (const row of rows) {
        const articleId = articleOf(words, row);
        const found = changeOf(words, row, knife(articleId), wanted);
        if (found) yield { table, row, articleId, values: found === "gone" ? undefined : found };
      }
    }
  }
}

type Knife = {
  readonly cut: Cut | undefined;
  readonly folded: Cut | undefined;
  /** As addresses write the forms. */
  readonly slugs: readonly string[];
};

/** What cuts in the rows of an article: in its language, so that what stays reads on. */
async function knifeFor(db: Db, { forms, pictures }: Wanted): Promise<(articleId: string | undefined) => Knife> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "edition.language"])
    .execute();
  const languageOf = new Map(rows.map(({ id, language }) => [id, language]));
  const languages = new Set(["en", ...languageOf.values()]);
  const slugs = [...new Set([...languages].flatMap((language) => forms.map((form) => slugFor(form, language))))];
  const all = [...forms, ...pictures];
  const knives = new Map(
    [...languages].map((language) => [
      language,
      {
        cut: all.length > 0 ? cutOf(all, placeholderIn(language)) : undefined,
        folded: forms.length > 0 ? cutOf(forms.map(folded), "") : undefined,
        slugs,
      } satisfies Knife,
    ]),
  );
  return (articleId) =>
    knives.get(languageOf.get(articleId ?? "") ?? "en") ?? { cut: undefined, folded: undefined, slugs };
}

async function* rowsIn(
  db: Db,
  table: TableName,
  { article }: Words,
  articleIds: readonly string[] | undefined,
): AsyncGenerator<readonly TableRow[], void, void> {
  if (!articleIds) return yield* pagesOf(db, table);
  if (article === undefined) return;
  if (article === "payload") {
    for await (const rows of pagesOf(db, table))
      yield rows.filter((row) => articleIds.some((id) => String(row[article]).includes(id)));
    return;
  }
  const named = article === "subject" ? articleIds.map((id) => `article:${id}`) : articleIds;
  const { rows } = await sql<TableRow>`
    select *
      from ${sql.table(table)}
     where ${sql.ref(article)} in (${sql.join(named)})
     order by ${sql.join(TABLES[table].key.map((column) => sql.ref(column)))}`.execute(db);
  yield rows;
}

function articleOf({ article }: Words, row: TableRow): string | undefined {
  if (article === undefined || article === "payload") return undefined;
  const named = String(row[article]);
  if (article !== "subject") return named;
  return named.startsWith("article:") ? named.slice("article:".length) : undefined;
}

function changeOf(
  { columns }: Words,
  row: TableRow,
  knife: Knife,
  { pictures }: Wanted,
): TableRow | "gone" | undefined {
  const changed: Record<string, unknown> = {};
  for (const [column, holding] of Object.entries(columns)) {
    const before = row[column];
    if (typeof before !== "string" || before === "") continue;
    const after = without(before, holding, row, knife, pictures);
    if (after === undefined) return "gone";
    if (after !== before) changed[column] = after;
  }
  if (typeof row["picture_id"] === "string" && pictures.includes(row["picture_id"]))
    Object.assign(changed, { picture_id: null, picture_alt: "", picture_caption: "" });
  return Object.keys(changed).length > 0 ? changed : undefined;
}

/** The text without it; nothing where the row goes with it. */
function without(
  text: string,
  holding: Holding,
  row: TableRow,
  { cut, folded, slugs }: Knife,
  pictures: readonly string[],
): string | undefined {
  switch (holding) {
    case "text":
      return cut ? textWithout(text, cut) : text;
    case "folded":
      return folded ? textWithout(text, folded) : text;
    case "json":
      return cut ? jsonWithout(text, cut) : text;
    case "body":
      return cut ? bodyText(text, cut, pictures) : text;
    case "slug":
      return isInSlug(text, slugs) || (cut && holds(text, cut)) ? `withheld-${tailOf(row)}` : text;
    case "gone":
      return isInSlug(text, slugs) || (cut && holds(text, cut)) ? undefined : text;
  }
}

function jsonWithout(text: string, cut: Cut): string {
  const before: unknown = JSON.parse(text);
  const after = JSON.stringify(valueWithout(before, cut));
  return after === JSON.stringify(before) ? text : after;
}

function bodyText(text: string, cut: Cut, pictures: readonly string[]): string {
  const before = readDocument(JSON.parse(text));
  const after = JSON.stringify(bodyWithout(bodyWithoutPictures(before, pictures), cut));
  return after === JSON.stringify(before) ? text : after;
}

function isInSlug(text: string, slugs: readonly string[]): boolean {
  return slugs.some((slug) => slug !== "" && `-${text}-`.includes(`-${slug}-`));
}

// Ids are made of the time and of chance: their ends differ.
const TAIL = 8;

function tailOf(row: TableRow): string {
  return String(row["id"]).slice(-TAIL);
}
