/** What surrounds every page of an edition: its menus, its sister editions, its feeds, and what the head says. */
import type { Edition } from "#agency/editions/editions.ts";
import { menuLinks } from "#agency/editions/menus.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { dayIn } from "#lib/days.ts";
import { directionOf } from "#lib/direction.ts";
import { agencySheet } from "./agency-sheet.ts";
import { plain } from "./views/labelled.tsx";
import type { Feed, Frame, Head, OpenGraph } from "./views/values.ts";
import type { EditionVisit } from "./visit.ts";

type Here = {
  readonly section?: string;
  /** A page that has feeds of its own: its path and its name. */
  readonly feed?: { readonly path: string; readonly name: string };
  /** This same page in other editions, by their code, as paths. */
  readonly elsewhere?: Readonly<Record<string, string>>;
};

export async function frameFor(visit: EditionVisit, here: Here = {}): Promise<Frame> {
  const { edition, editions, agency, world } = visit;
  const { head, foot } = await menuLinks(visit.db, edition);
  const home = homeOf(edition);
  const labeller = await labellerFor(visit.db, edition, visit.at);
  const named = (text: string) => plain(labeller.line(text, "headline", visit.at));
  return {
    agency: agency.name,
    ...(agency.motto !== "" && { motto: agency.motto }),
    ...(visit.logo && { logo: visit.logo }),
    edition: { code: edition.code, name: edition.name, language: edition.language, href: home },
    direction: directionOf(edition.language),
    editions: editions.map((one) => editionLink(visit, one, here)),
    sections: head.map(({ href, text, section }) => ({
      href,
      text: named(text),
      current: href === visit.path || (section !== undefined && section === here.section),
    })),
    search: `${home}search`,
    foot: {
      people: `${home}people`,
      corrections: `${home}corrections`,
      labels: `${home}labels`,
      log: `${home}log`,
      archive: archiveOf(visit),
      links: foot.map(({ href, text }) => ({ href, text: named(text) })),
      ...(agency.contact !== null && { contact: agency.contact }),
    },
    feeds: [
      ...feedsAt(home, `${agency.name} · ${edition.name}`),
      ...(here.feed
        ? feedsAt(`${here.feed.path}/`, `${agency.name} · ${edition.name} · ${named(here.feed.name)}`)
        : []),
    ],
    assets: { ...world.assets, agencyStyles: visit.agencyStyles ?? agencySheet(agency.accents)?.address },
  };
}

export function homeOf({ code }: Pick<Edition, "code">): string {
  return `/${code}/`;
}

/** For pages that stand in every edition under the same steps. */
export function samePageElsewhere({ path, edition, editions }: EditionVisit): Record<string, string> {
  return Object.fromEntries(editions.map(({ code }) => [code, path.replace(homeOf(edition), homeOf({ code }))]));
}

function editionLink(
  { edition, world, path }: EditionVisit,
  one: Edition,
  { elsewhere = {} }: Here,
): Frame["editions"][number] {
  const current = one.code === edition.code;
  const same = current ? path : elsewhere[one.code];
  return {
    name: one.name,
    language: one.language,
    href: same ?? homeOf(one),
    current,
    ...(same !== undefined && { alternate: world.url + same }),
  };
}

/** What a feed is found by: its folder, which ends in `/`, and the title of what it is the feed of. */
export function feedsAt(folder: string, title: string): Feed[] {
  return [
    { href: `${folder}feed.xml`, type: "application/rss+xml", title: `${title} (RSS)` },
    { href: `${folder}atom.xml`, type: "application/atom+xml", title: `${title} (Atom)` },
    { href: `${folder}feed.json`, type: "application/feed+json", title: `${title} (JSON Feed)` },
  ];
}

function archiveOf({ edition, at }: EditionVisit): string {
  const [year, month] = dayIn(edition.timeZone, at).split("-");
  return `${homeOf(edition)}archive/${year}/${month}`;
}

type Said = {
  readonly title: string;
  readonly description: string;
  readonly type?: OpenGraph["type"];
  readonly indexed?: boolean;
  readonly structuredData?: Head["structuredData"];
  readonly openGraph?: Partial<OpenGraph>;
  readonly data?: Head["data"];
  readonly alternates?: Head["alternates"];
  /** The path it is known under when that is not where the reader came in. */
  readonly path?: string;
};

export function headFor({ world, path }: EditionVisit, said: Said): Head {
  return {
    title: said.title,
    description: said.description,
    canonical: world.url + (said.path ?? path),
    indexed: said.indexed ?? true,
    openGraph: { type: said.type ?? "website", ...said.openGraph },
    ...(said.structuredData && { structuredData: said.structuredData }),
    ...(said.data && { data: said.data }),
    ...(said.alternates && { alternates: said.alternates }),
  };
}
