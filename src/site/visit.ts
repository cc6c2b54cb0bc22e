/** What every page of an edition needs before it can be printed, and how its answer leaves. */
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import { topicOfPicture } from "#agency/media/media.ts";
import { addressOfPage, PRINCIPLES } from "#agency/pages/pages.ts";
import { isPageShown } from "#agency/pages/queries.ts";
import { type Agency, agency } from "#agency/settings/queries.ts";
import { dayAfter, dayIn, startOfDay } from "#lib/days.ts";
import { wholePage } from "#lib/html.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Signer } from "#lib/merkle/note.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { rememberHouse } from "./houses.ts";
import type { KeptStories } from "./kept-stories.ts";
import { logoOf } from "./logo.ts";
import type { AssetAddresses, Picture } from "./views/values.ts";
import { type Words, wordsFor } from "./words/words.ts";

/** What `program.ts` hands the site. */
export type SiteWorld = {
  readonly db: Db;
  readonly url: string;
  readonly now: () => Date;
  readonly assets: AssetAddresses;
  /** Signs for the publication log. */
  readonly log: Signer;
  /** What was printed of stories before, where `db` is the store itself; without it they are printed whole each time. */
  readonly stories?: KeptStories | undefined;
};

/** A visit to a page of an edition, everything read from one state of the store. */
export type EditionVisit = Visit & {
  readonly db: Db;
  readonly world: SiteWorld;
  readonly agency: Agency;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** The page that says how the agency works, as a path, where this edition shows one. */
  readonly principles: string | undefined;
  readonly logo: Picture | undefined;
  /** Another sheet of colours than the agency's own, for a preview. */
  readonly agencyStyles?: string;
  readonly words: Words;
  readonly at: Date;
};

export type Printed = {
  readonly status?: number;
  readonly html: JSX.Element;
  /** Beside those every page has: its edition, the settings. */
  readonly topics: readonly string[];
  /** It names today, so it is printed again at midnight. */
  readonly namesToday?: boolean;
  /** When it changes by the clock alone. */
  readonly until?: Date | undefined;
};

/** What a page says, for machines: printed again when the page would be. */
export type PrintedData = Omit<Printed, "html" | "status"> & { readonly data: unknown };

/** The page has another address now; old ones lead there for good. */
export type Elsewhere = { readonly movedTo: string; readonly topics: readonly string[] };

export type PrintPage = (visit: EditionVisit) => Promise<Printed | PrintedData | Elsewhere | undefined>;

/** A route for a page of an edition; what `print` does not find is the edition's own "not found" page. */
export function editionRoute(
  world: SiteWorld,
  {
    address,
    parameters,
    kept,
    print,
    notFound,
  }: Pick<Route, "address" | "parameters" | "kept"> & { print: PrintPage; notFound: PrintPage },
): Route {
  return {
    method: "GET",
    address,
    ...(parameters && { parameters }),
    kept,
    answer: (visit) =>
      reading(world.db, async (db) => {
        const editionVisit = await enter(db, world, visit, visit.steps["edition"]);
        const printed = editionVisit.found ? await print(editionVisit.visit) : undefined;
        return response(editionVisit.visit, printed ?? (await notFound(editionVisit.visit)));
      }),
  };
}

/** The visit to the edition of that code; where there is none, to the default edition, `found` false. */
export async function enter(
  db: Db,
  world: SiteWorld,
  visit: Visit,
  code: string | undefined,
): Promise<{ readonly visit: EditionVisit; readonly found: boolean }> {
  const all = await editions(db);
  const edition = all.find((one) => one.code === code);
  const shown = edition ?? all[0];
  if (!shown) throw new Error("this store has no edition");
  const own = await agency(db, shown.code);
  const { code: of, language } = shown;
  rememberHouse(world.db, of, { agency: own.name, language, home: `/${of}/`, isFirst: shown === all[0] });
  return {
    found: edition !== undefined,
    visit: {
      ...visit,
      db,
      world,
      agency: own,
      logo: await logoOf(db, own),
      edition: shown,
      editions: all,
      principles: (await isPageShown(db, shown.id, PRINCIPLES)) ? addressOfPage(shown.code, PRINCIPLES) : undefined,
      words: wordsFor(shown.language).words,
      at: world.now(),
    },
  };
}

export async function response(
  visit: EditionVisit,
  printed: Printed | PrintedData | Elsewhere | undefined,
): Promise<Response> {
  if (!printed) throw new Error(`the page for what is not found was not found at ${visit.path}`);
  if ("movedTo" in printed) return moved(printed);
  if ("data" in printed) {
    const headers = headersOf(visit, printed, "application/json; charset=utf-8");
    return new Response(`${JSON.stringify(printed.data, null, 2)}\n`, { headers });
  }
  return pageOf(visit, printed, wholePage(`${await printed.html}`));
}

/** A page whose HTML is finished. */
export function pageOf(visit: EditionVisit, printed: Omit<Printed, "html">, html: string): Response {
  const headers = headersOf(visit, printed, "text/html; charset=utf-8");
  return new Response(html, { status: printed.status ?? 200, headers });
}

/** What a page depends on because it is one of an edition. */
export function topicsOfEdition({ agency }: Pick<EditionVisit, "agency">): readonly string[] {
  const ofLogo = agency.logo === null ? [] : [topicOfPicture(agency.logo)];
  return ["editions", "settings", "register", ...ofLogo];
}

function headersOf(visit: EditionVisit, printed: Omit<Printed, "html">, type: string): Headers {
  const headers = new Headers({ "content-type": type, "content-language": visit.edition.language });
  dependsOn(headers, [...topicsOfEdition(visit), ...printed.topics]);
  const ends = [
    ...(printed.namesToday || endsAtMidnight(visit.edition) ? [midnightAfter(visit)] : []),
    ...(printed.until ? [printed.until] : []),
  ];
  const [first] = ends.toSorted((one, other) => one.getTime() - other.getTime());
  if (first) headers.set(KEPT_UNTIL_HEADER, first.toISOString());
  return headers;
}

function moved({ movedTo, topics }: Elsewhere): Response {
  const headers = new Headers({ location: movedTo });
  dependsOn(headers, ["editions", ...topics]);
  return new Response(null, { status: 308, headers });
}

// A designation begins and ends by the calendar, at midnight in the edition's time zone.
function endsAtMidnight({ labelsAsOf, jurisdictions, labelPolicy }: Edition): boolean {
  const isNaming = labelPolicy.notices.some(({ on }) => on === "naming");
  return labelsAsOf === "today" && (jurisdictions.length > 0 || isNaming);
}

function midnightAfter({ edition, at }: EditionVisit): Date {
  return startOfDay(edition.timeZone, dayAfter(dayIn(edition.timeZone, at)));
}
