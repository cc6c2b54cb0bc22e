/** What was moved here from another program, by what it was called there, and the addresses readers knew it by. */
import type { Db } from "#store/db.ts";

export type MovedKind = "article" | "page" | "picture";

export type OldName = {
  readonly source: string;
  readonly site: string;
  readonly kind: MovedKind;
  readonly oldId: string;
};

export async function movedItem(
  db: Db,
  { source, site, kind, oldId }: OldName,
): Promise<{ readonly id: string; readonly movedAt: string } | undefined> {
  return db
    .selectFrom("moved_item")
    .select(["item_id as id", "moved_at as movedAt"])
    .where("source", "=", source)
    .where("site", "=", site)
    .where("kind", "=", kind)
    .where("old_id", "=", oldId)
    .executeTakeFirst();
}

export async function keepMoved(
  db: Db,
  { source, site, kind, oldId, itemId, at }: OldName & { readonly itemId: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto("moved_item")
    .values({ source, site, kind, old_id: oldId, item_id: itemId, moved_at: at.toISOString() })
    .onConflict((conflict) => conflict.columns(["source", "site", "kind", "old_id"]).doNothing())
    .execute();
}

/** Leads from a path of an old site to one of ours. */
export async function keepFormerAddress(
  db: Db,
  { address, leadsTo, at }: { readonly address: string; readonly leadsTo: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto("former_address")
    .values({ address, article_id: null, leads_to: leadsTo, made_at: at.toISOString() })
    .onConflict((conflict) => conflict.column("address").doNothing())
    .execute();
}

export type FormerAddress = { readonly leadsTo: string; readonly articleId: string | null };

/** Where a path of an old site leads now; nothing where none had it, or its story is not out. */
export async function formerAddress(db: Db, address: string): Promise<FormerAddress | undefined> {
  const row = await db
    .selectFrom("former_address")
    .leftJoin("article", (join) =>
      join.onRef("article.id", "=", "former_address.article_id").on("article.published_at", "is not", null),
    )
    .leftJoin("edition", "edition.id", "article.edition_id")
    .select(["former_address.leads_to", "former_address.article_id", "article.slug", "edition.code"])
    .where("former_address.address", "=", address)
    .executeTakeFirst();
  if (!row) return undefined;
  const leadsTo = row.leads_to ?? (row.code !== null && row.slug !== null ? `/${row.code}/${row.slug}` : undefined);
  return leadsTo === undefined ? undefined : { leadsTo, articleId: row.article_id };
}

/** The path an old address is kept under: without what is the same in all, with the number WordPress names a story by. */
export function formerPath(address: string): string | undefined {
  const url = URL.parse(address, "https://old.invalid/");
  if (!url) return undefined;
  const path = url.pathname.replace(/\/+$/, "");
  const number = FORMER_NUMBERS.map((name) => [name, url.searchParams.get(name)] as const).find(([, value]) => value);
  if (number) return `${path}/?${number[0]}=${number[1]}`;
  return path === "" ? undefined : path;
}

export const FORMER_NUMBERS = ["p", "page_id"] as const;

const PAGE = 500;

/** Every path of an old site, for those who make a copy of the whole; those that hang on a number are none for a file. */
export async function* formerPaths(db: Db): AsyncGenerator<readonly string[], void, void> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("former_address")
      .select("address")
      .where("address", ">", after)
      .orderBy("address")
      .limit(PAGE)
      .execute();
    const paths = rows.flatMap(({ address }) => (address.includes("?") ? [] : [address]));
    if (paths.length > 0) yield paths;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.address ?? after;
  }
}
