/**
 * Arranging a front page. The form carries the whole arrangement; its small buttons change it and
 * show it again without keeping anything, so it works the same with a keyboard and without JavaScript.
 */
import { articlesAmong, newestArticles } from "#agency/articles/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { sectionsOf } from "#agency/editions/queries.ts";
import { arrangeFront, cancelFront, setBanner } from "#agency/front/actions.ts";
import { type Arrangement, type Banner, LONGEST_BANNER, MOST_PLACES, sectionsInOrder } from "#agency/front/front.ts";
import { frontAt, plannedFront, plannedFronts } from "#agency/front/queries.ts";
import { instantsAt, minuteIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { shownAt } from "./flow/times.ts";
import { FrontDesk, type FrontDeskProps } from "./views/front.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "./visit.ts";
import type { FrontRefusal } from "./words/front.ts";

const CANDIDATES = 40;

export function frontRoutes(world: DeskWorld): Route[] {
  const page = { address: "/desk/front/{edition}", right: "front.arrange", parameters: ["plan"] } as const;
  const at = (step: string) => ({ ...page, address: `${page.address}/${step}` });
  return [
    deskPage(world, { address: "/desk/front", right: "front.arrange" }, toFirstEdition),
    deskPage(world, page, printFrontDesk),
    deskAction(world, page, changeFront),
    deskAction(world, at("banner"), changeBanner),
    deskAction(world, at("cancel"), cancelPlan),
  ];
}

async function toFirstEdition({ editions: [first] }: DeskVisit): Promise<DeskAnswer> {
  return first && seeOther(addressOf(first));
}

async function printFrontDesk(visit: DeskVisit): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, query, at } = visit;
  const plan = query["plan"] === undefined ? undefined : await plannedFront(db, edition.id, query["plan"]);
  const { arrangement } = await frontAt(db, edition.id, at);
  return frontDesk(visit, edition, plan ?? (await withAllSections(visit, edition, arrangement)), {});
}

async function changeFront(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, world, staff, at, request } = visit;
  const read = arrangementFrom(form, edition);
  const arrangement = read.arrangement;
  const [act = "", what = ""] = form.text("do").split(" ");
  if (act === "preview") return world.previews.front(request, { editionCode: edition.code, arrangement });
  if (read.refusal) return frontDesk(visit, edition, arrangement, { refusal: read.refusal, form });
  if (act === "put") {
    await arrangeFront(db, { edition, arrangement, startsAt: at, by: staff.id, at });
    return seeOther(addressOf(edition), "kept");
  }
  if (act === "plan") {
    const starts = momentFrom(form.text("when"), at, (local) => firstOf(edition, local));
    if ("refusal" in starts) return frontDesk(visit, edition, arrangement, { whenRefusal: starts.refusal, form });
    await arrangeFront(db, { edition, arrangement, startsAt: starts.moment, by: staff.id, at });
    return seeOther(addressOf(edition), "kept");
  }
  return frontDesk(visit, edition, changed(arrangement, act, what), { form });
}

async function changeBanner(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, staff, at } = visit;
  const read = form.text("do") === "down" ? { banner: null } : bannerFrom(form, edition, at);
  if ("refusal" in read) {
    const { arrangement } = await frontAt(db, edition.id, at);
    const whole = await withAllSections(visit, edition, arrangement);
    return frontDesk(visit, edition, whole, { bannerRefusal: read.refusal, form });
  }
  await setBanner(db, { edition, banner: read.banner, by: staff.id, at });
  return seeOther(addressOf(edition), "kept");
}

async function cancelPlan(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, staff, at } = visit;
  const cancelled = await cancelFront(db, { edition, id: form.text("plan"), by: staff.id, at });
  return seeOther(addressOf(edition), cancelled ? "removed" : undefined);
}

function editionOf({ editions, steps }: DeskVisit): Edition | undefined {
  return editions.find(({ code }) => code === steps["edition"]);
}

function addressOf({ code }: Pick<Edition, "code">): string {
  return `/desk/front/${code}`;
}

async function withAllSections({ db }: DeskVisit, edition: Edition, arrangement: Arrangement): Promise<Arrangement> {
  const all = await sectionsOf(db, edition.id);
  const hidden = new Set(arrangement.sections.flatMap(({ sectionId, isShown }) => (isShown ? [] : [sectionId])));
  const shown = arrangement.sections.map(({ sectionId }) => ({ sectionId, isShown: true }));
  const inOrder = sectionsInOrder({ places: [], sections: shown }, all);
  return { ...arrangement, sections: inOrder.map(({ id }) => ({ sectionId: id, isShown: !hidden.has(id) })) };
}

type Said = {
  readonly refusal?: FrontRefusal;
  readonly whenRefusal?: FrontRefusal;
  readonly bannerRefusal?: FrontRefusal;
  readonly form?: Form;
};

async function frontDesk(
  visit: DeskVisit,
  edition: Edition,
  arrangement: Arrangement,
  { refusal, whenRefusal, bannerRefusal, form }: Said,
): Promise<DeskPage> {
  const { db, words, at, editions } = visit;
  const ids = arrangement.places.map(({ articleId }) => articleId);
  const [cards, newest, sections, planned, { banner }] = await Promise.all([
    articlesAmong(db, edition.id, ids),
    newestArticles(db, edition.id, { limit: CANDIDATES + ids.length }),
    sectionsOf(db, edition.id),
    plannedFronts(db, edition.id, at),
    frontAt(db, edition.id, at),
  ]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const zone = edition.timeZone;
  const values: Omit<FrontDeskProps, "words"> = {
    edition,
    others: editions.filter(({ id }) => id !== edition.id).map((one) => ({ href: addressOf(one), text: one.name })),
    places: arrangement.places.flatMap(({ articleId, until }) => {
      const card = byId.get(articleId);
      // What has been withdrawn since has lost its place.
      return card ? [{ id: articleId, headline: card.headline, until: until ? fieldOf(zone, until) : "" }] : [];
    }),
    candidates: newest.filter(({ id }) => !byId.has(id)).map(({ id, headline }) => ({ id, headline })),
    sections: arrangement.sections.flatMap(({ sectionId, isShown }) => {
      const name = names.get(sectionId);
      return name === undefined ? [] : [{ id: sectionId, name, isShown }];
    }),
    planned: planned.map(({ id, startsAt, places }) => ({
      id,
      moment: shownAt(startsAt, edition, words),
      stories: places.length,
    })),
    when: form?.text("when") ?? "",
    banner: bannerRefusal ? typedBanner(form) : shownBanner(banner, zone),
    isBannerUp: banner !== undefined,
    refusal,
    whenRefusal,
    bannerRefusal,
  };
  return {
    title: words.front.title(edition.name),
    place: "front",
    ...((refusal ?? whenRefusal ?? bannerRefusal) && { status: 422 }),
    main: <FrontDesk {...values} words={words.front} />,
  };
}

function shownBanner(banner: Banner | undefined, zone: string) {
  const until = banner?.until ? fieldOf(zone, banner.until) : "";
  return { text: banner?.text ?? "", href: banner?.href ?? "", until };
}

function typedBanner(form: Form | undefined) {
  const typed = (name: string) => form?.text(name) ?? "";
  return { text: typed("text"), href: typed("href"), until: typed("until") };
}

/** As a browser's field for day and time wants it. */
function fieldOf(zone: string, at: Date): string {
  return minuteIn(zone, at).replace(" ", "T");
}

function arrangementFrom(form: Form, edition: Edition): { arrangement: Arrangement; refusal?: FrontRefusal } {
  let refusal: FrontRefusal | undefined;
  const ids = [...new Set(form.texts("place[]"))].slice(0, MOST_PLACES);
  const places = ids.map((articleId) => {
    const local = form.text(`until-${articleId}`);
    const until = lastOf(edition, local);
    if (local !== "" && !until) refusal = "jumped-time";
    return { articleId, until: until ?? null };
  });
  const shown = new Set(form.texts("shown"));
  const sections = form.texts("section[]").map((sectionId) => ({ sectionId, isShown: shown.has(sectionId) }));
  return { arrangement: { places, sections }, ...(refusal && { refusal }) };
}

/** What one of the small buttons does: `up ID`, `section-down ID`, `give ID` … */
function changed(arrangement: Arrangement, act: string, id: string): Arrangement {
  const { places, sections } = arrangement;
  const place = places.findIndex(({ articleId }) => articleId === id);
  const section = sections.findIndex(({ sectionId }) => sectionId === id);
  switch (act) {
    case "up":
      return { ...arrangement, places: swapped(places, place, place - 1) };
    case "down":
      return { ...arrangement, places: swapped(places, place, place + 1) };
    case "off":
      return { ...arrangement, places: places.filter(({ articleId }) => articleId !== id) };
    case "give":
      return { ...arrangement, places: [...places, { articleId: id, until: null }].slice(-MOST_PLACES) };
    case "section-up":
      return { ...arrangement, sections: swapped(sections, section, section - 1) };
    case "section-down":
      return { ...arrangement, sections: swapped(sections, section, section + 1) };
    default:
      return arrangement;
  }
}

function swapped<Item>(items: readonly Item[], one: number, other: number): readonly Item[] {
  const [first, second] = [items[one], items[other]];
  if (first === undefined || second === undefined) return items;
  return items.with(one, second).with(other, first);
}

// In the hour that comes twice what is planned begins with the first and what ends holds through the second: nobody sees
// a page later than it was meant, or loses a story sooner.
function firstOf({ timeZone }: Edition, local: string): Date | undefined {
  return instantsAt(timeZone, local)[0];
}

function lastOf({ timeZone }: Edition, local: string): Date | undefined {
  return instantsAt(timeZone, local).at(-1);
}

function momentFrom(
  local: string,
  at: Date,
  momentOf: (local: string) => Date | undefined,
): { moment: Date } | { refusal: FrontRefusal } {
  if (local === "") return { refusal: "no-time" };
  const moment = momentOf(local);
  if (!moment) return { refusal: "jumped-time" };
  return moment <= at ? { refusal: "past" } : { moment };
}

function bannerFrom(form: Form, edition: Edition, at: Date): { banner: Banner } | { refusal: FrontRefusal } {
  const text = form.text("text");
  const href = form.text("href");
  if (text === "") return { refusal: "no-text" };
  if (text.length > LONGEST_BANNER) return { refusal: "long-text" };
  if (href !== "" && !/^\/(?![/\\])\S*$/.test(href)) return { refusal: "bad-link" };
  const until =
    form.text("until") === "" ? undefined : momentFrom(form.text("until"), at, (local) => lastOf(edition, local));
  if (until && "refusal" in until) return until;
  return { banner: { text, href: href === "" ? null : href, until: until?.moment ?? null } };
}
