/** The menus of an edition: what stands in them, in which order, and where each entry leads. */
import { addressOfPage, type ListedPage } from "#agency/pages/pages.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { changesBetween, lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { bump } from "#store/topics.ts";
import type { Edition } from "./editions.ts";
import { type NamedPlace, sectionsOf } from "./queries.ts";

export const MENUS = ["head", "foot"] as const;

export type MenuPlace = (typeof MENUS)[number];

/** `of` is the slug of a section or a page; a link says its own words. */
export type MenuEntry =
  | { readonly kind: "section" | "page"; readonly of: string }
  | { readonly kind: "link"; readonly href: string; readonly text: string };

/** As it is printed; `section` is the slug of the section it leads to. */
export type MenuLink = { readonly href: string; readonly text: string; readonly section?: string };

export const MOST_ENTRIES = 20;
export const LONGEST_ENTRY = 60;

/** An address a menu may lead to: a path of this site, or a page elsewhere that cannot be read along the way. */
export function isMenuHref(href: string): boolean {
  if (/^\/(?![/\\])\S*$/.test(href)) return true;
  return URL.parse(href)?.protocol === "https:" && !/\s/.test(href);
}

/** A menu as somebody arranged it; else the sections at the head, the pages at the foot. */
export async function menuOf(db: Db, edition: Edition, place: MenuPlace): Promise<readonly MenuEntry[]> {
  return (await arranged(db, edition, place)) ?? usual(await placesOf(db, edition), place);
}

/** Both menus as links. What was hidden or removed since does not stand in them. */
export async function menuLinks(db: Db, edition: Edition): Promise<Readonly<Record<MenuPlace, readonly MenuLink[]>>> {
  const places = await placesOf(db, edition);
  const linksAt = async (place: MenuPlace) => {
    const entries = (await arranged(db, edition, place)) ?? usual(places, place);
    return entries.flatMap((entry) => linkOf(edition, places, entry));
  };
  const [head, foot] = await Promise.all([linksAt("head"), linksAt("foot")]);
  return { head, foot };
}

type MenuToKeep = {
  readonly edition: Edition;
  readonly place: MenuPlace;
  /** `null` for the usual one. */
  readonly entries: readonly MenuEntry[] | null;
  /** The mark of the menu the form began from. */
  readonly from: string;
  readonly by: string;
  readonly at: Date;
};

export async function keepMenu(
  db: Db,
  { edition, place, entries, from, by, at }: MenuToKeep,
): Promise<{ readonly changedBy?: string }> {
  return together(db, async (db) => {
    const subject = `menu:${edition.code}/${place}`;
    const before = await menuOf(db, edition, place);
    if (markOf(before) !== from) return { changedBy: await lastHand(db, subject) };
    await db.deleteFrom("menu").where("edition_id", "=", edition.id).where("place", "=", place).execute();
    if (entries) {
      const row = { edition_id: edition.id, place, entries: JSON.stringify(entries) };
      await db.insertInto("menu").values(row).execute();
    }
    const after = await menuOf(db, edition, place);
    const detail = changesBetween({ [place]: inWords(before) }, { [place]: inWords(after) });
    if (Object.keys(detail).length > 0) await note(db, { by, act: "menu.set", subject, detail, at });
    await bump(db, ["editions"]);
    return {};
  });
}

function inWords(entries: readonly MenuEntry[]): string {
  return entries.map((entry) => (entry.kind === "link" ? `${entry.text} (${entry.href})` : entry.of)).join(", ");
}

async function arranged(db: Db, { id }: Edition, place: MenuPlace): Promise<readonly MenuEntry[] | undefined> {
  const [row] = await menuAt(db, { id, place });
  return row && JSON.parse(row.entries);
}

const menuAt = keptStatement((db, value: ValueOf<{ id: string; place: MenuPlace }>) =>
  db.selectFrom("menu").select("entries").where("edition_id", "=", value("id")).where("place", "=", value("place")),
);

type Places = { readonly sections: readonly NamedPlace[]; readonly pages: readonly ListedPage[] };

async function placesOf(db: Db, { id }: Edition): Promise<Places> {
  const [sections, pages] = await Promise.all([sectionsOf(db, id), standingPages(db, id)]);
  return { sections, pages: pages.filter(({ isShown }) => isShown) };
}

function usual({ sections, pages }: Places, place: MenuPlace): readonly MenuEntry[] {
  return place === "head"
    ? sections.map(({ slug }) => ({ kind: "section", of: slug }))
    : pages.map(({ slug }) => ({ kind: "page", of: slug }));
}

function linkOf({ code }: Edition, { sections, pages }: Places, entry: MenuEntry): readonly MenuLink[] {
  if (entry.kind === "link") return [{ href: entry.href, text: entry.text }];
  if (entry.kind === "section") {
    const section = sections.find(({ slug }) => slug === entry.of);
    return section ? [{ href: `/${code}/sections/${section.slug}`, text: section.name, section: section.slug }] : [];
  }
  const page = pages.find(({ slug }) => slug === entry.of);
  return page ? [{ href: addressOfPage(code, page.slug), text: page.title }] : [];
}
