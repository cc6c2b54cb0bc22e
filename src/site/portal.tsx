/** The portal of the wire: clients come in with their token or a link, and read, find, follow, take and acknowledge what they were sent. */
import { acknowledge, beginSession, endSession } from "#agency/clients/actions.ts";
import type { Client, Delivery } from "#agency/clients/clients.ts";
import {
  follow,
  followedBy,
  foundFor,
  LONGEST_WORDS,
  labelledHeadlines,
  noteSeen,
  unfollow,
} from "#agency/clients/follows.ts";
import { contentOf, type Message, newPrinter } from "#agency/clients/message.ts";
import {
  bearerOf,
  deliveriesOfStory,
  deliveryOf,
  earlierNumbers,
  languageOfStory,
  newestDeliveries,
  openNotices,
} from "#agency/clients/queries.ts";
import { labelsChanged } from "#agency/clients/reasons.ts";
import { editions } from "#agency/editions/queries.ts";
import { type Form, formOf } from "#lib/form.ts";
import { clientOf, isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { FORMAT, type Format, isFormat } from "#text/wire/formats.ts";
import { momentOf } from "./cards.ts";
import { frameFor } from "./frame.ts";
import { newRate } from "./rate.ts";
import { AskPage } from "./views/doors.tsx";
import {
  type PortalItem,
  PortalItemPage,
  PortalListPage,
  PortalNoticesPage,
  PortalSignInPage,
} from "./views/portal.tsx";
import { type EditionVisit, enter, response, type SiteWorld } from "./visit.ts";
import { type PortalWords, portalWordsFor } from "./words/portal.ts";

const PORTAL = "/wire/portal";
const LINK = `${PORTAL}/link/{token}`;
const ITEM = `${PORTAL}/items/{number}`;
const A_PAGE = 40;
const COOKIE = "wire";
const SESSION_SECONDS = 30 * 24 * 60 * 60;
// A token, a number, or words that are followed.
const LONGEST_FORM = 10_000;
const TRIES = { most: 20, windowMs: 10 * 60_000 };

/** A visit by somebody of a client. */
type Inside = EditionVisit & { readonly client: Client; readonly said: PortalWords };

export function portalRoutes(world: SiteWorld, notFound: (request: Request) => Promise<Response>): Route[] {
  const tries = newRate(TRIES);
  const inside = (address: string, print: (visit: Inside) => Promise<Response | undefined>, ...parameters: string[]) =>
    ({
      method: "GET",
      address,
      parameters,
      kept: "not-kept",
      answer: (visit) => within(world, visit, notFound, print),
    }) satisfies Route;
  const form = (address: string, act: (form: Form, visit: Visit, client: Client) => Promise<Response>) =>
    ({
      method: "POST",
      address,
      kept: "not-kept",
      answer: (visit) => acted(world, visit, act),
    }) satisfies Route;
  return [
    {
      ...inside(PORTAL, printList, "q", "before", "full"),
      answer: async (visit) => {
        const page = await within(world, visit, notFound, printList);
        await lookedAt(world, visit);
        return page;
      },
    },
    inside(`${PORTAL}/notices`, printNotices),
    inside(ITEM, printItem),
    inside(`${ITEM}/{format}`, download),
    { method: "GET", address: LINK, kept: "not-kept", answer: (visit) => askAtLink(world, visit) },
    { method: "POST", address: LINK, kept: "not-kept", answer: (visit) => followLink(world, visit) },
    {
      method: "POST",
      address: `${PORTAL}/sign-in`,
      kept: "not-kept",
      answer: (visit) => signIn(world, visit, tries.isTooMany(clientOf(visit.request), world.now())),
    },
    form(`${PORTAL}/sign-out`, async (_, { request }) => {
      const token = sessionIn(request);
      if (token !== undefined) await endSession(world.db, { token });
      return seeOther(PORTAL, cookieOf("", world.url, 0));
    }),
    form(`${PORTAL}/notices`, async (form, _, client) => {
      const number = Number(form.text("number"));
      if (Number.isSafeInteger(number))
        await acknowledge(world.db, { clientId: client.id, number, how: "portal", at: world.now() });
      return seeOther(`${PORTAL}/notices`);
    }),
    form(`${PORTAL}/follow`, async (form, _, client) => {
      const words = wordsFrom(form.text("words"));
      const isFollowing = form.text("do") === "follow";
      const isKept = isFollowing && words !== "" && (await follow(world.db, { client, words, at: world.now() }));
      if (!isFollowing) await unfollow(world.db, { client, words });
      const query = new URLSearchParams({ q: words, ...(isFollowing && !isKept && { full: "1" }) });
      return seeOther(`${PORTAL}?${query}`);
    }),
  ];
}

function wordsFrom(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST_WORDS);
}

// --- Coming in ---

function sessionIn({ headers }: Request): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return token !== undefined && /^[\w-]{20,80}$/.test(token) ? token : undefined;
}

function cookieOf(token: string, url: string, seconds = SESSION_SECONDS): string {
  const secure = url.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${token}; Path=${PORTAL}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

function seeOther(location: string, cookie?: string): Response {
  return shut(
    new Response(null, { status: 303, headers: { location, ...(cookie !== undefined && { "set-cookie": cookie }) } }),
  );
}

/** Nothing of the portal is kept by a cache, found by a search or told to the next site. */
function shut(answer: Response): Response {
  answer.headers.set("x-robots-tag", "noindex");
  return unkept(answer);
}

async function clientIn(db: Db, request: Request, at: Date): Promise<Client | undefined> {
  const token = sessionIn(request);
  return token === undefined ? undefined : (await bearerOf(db, { token, kind: "session", at }))?.client;
}

/** In an edition of the client's own language where there is one. */
async function visitOf(db: Db, world: SiteWorld, asked: Visit, language?: string): Promise<EditionVisit> {
  const main = (tag: string) => tag.toLowerCase().split("-", 1)[0];
  const own =
    language === undefined ? undefined : (await editions(db)).find((one) => main(one.language) === main(language));
  return (await enter(db, world, asked, own?.code)).visit;
}

async function within(
  world: SiteWorld,
  asked: Visit,
  notFound: (request: Request) => Promise<Response>,
  print: (visit: Inside) => Promise<Response | undefined>,
): Promise<Response> {
  const answer = await reading(world.db, async (db) => {
    const client = await clientIn(db, asked.request, world.now());
    if (!client) return signInPage(db, world, asked, undefined);
    const visit = await visitOf(db, world, asked, client.language);
    return print({ ...visit, client, said: portalWordsFor(visit.edition.language) });
  });
  return shut(answer ?? (await notFound(asked.request)));
}

async function acted(
  world: SiteWorld,
  asked: Visit,
  act: (form: Form, visit: Visit, client: Client) => Promise<Response>,
): Promise<Response> {
  if (isCrossSite(asked.request)) return forbidden();
  const client = await clientIn(world.db, asked.request, world.now());
  const read = await formOf(asked.request, { mostBytes: LONGEST_FORM });
  if ("problem" in read && read.problem === "too-large") return tooLarge();
  // Who was signed out meanwhile signs in and presses once more.
  if (!client || "problem" in read) return seeOther(PORTAL);
  return act(read.form, asked, client);
}

function forbidden(): Response {
  return new Response("This form was sent from another site.\n", { status: 403 });
}

function tooLarge(): Response {
  return new Response(`A form of the portal has ${LONGEST_FORM} bytes at most.\n`, { status: 413 });
}

async function signInPage(
  db: Db,
  world: SiteWorld,
  asked: Visit,
  problem: "badToken" | "tooMany" | undefined,
): Promise<Response> {
  const visit = await visitOf(db, world, asked);
  const said = portalWordsFor(visit.edition.language);
  const html = (
    <PortalSignInPage
      frame={await frameFor(visit)}
      head={{ title: said.title, description: said.signInHint, indexed: false }}
      problem={problem && said[problem]}
    />
  );
  const status = problem === "tooMany" ? 429 : problem === "badToken" ? 422 : 200;
  return shut(await response(visit, { status, html, topics: [] }));
}

async function signIn(world: SiteWorld, asked: Visit, isTooMany: boolean): Promise<Response> {
  if (isCrossSite(asked.request)) return forbidden();
  const again = (problem: "badToken" | "tooMany") => reading(world.db, (db) => signInPage(db, world, asked, problem));
  if (isTooMany) return again("tooMany");
  const read = await formOf(asked.request, { mostBytes: LONGEST_FORM });
  if ("problem" in read && read.problem === "too-large") return tooLarge();
  const token = "problem" in read ? "" : read.form.text("token");
  const at = world.now();
  const bearer = await bearerOf(world.db, { token, kind: "token", at });
  if (!bearer?.scopes.includes("wire")) return again("badToken");
  const session = await beginSession(world.db, { clientId: bearer.client.id, at });
  return session === undefined ? again("badToken") : seeOther(PORTAL, cookieOf(session, world.url));
}

/** Machines open links before people do, so that only the button spends it. */
async function askAtLink(world: SiteWorld, asked: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const bearer = await bearerOf(db, { token: asked.steps["token"] ?? "", kind: "link", at: world.now() });
    const visit = await visitOf(db, world, asked, bearer?.client.language);
    const said = portalWordsFor(visit.edition.language);
    const sentence = bearer ? said.linkHint : said.linkGone;
    const html = (
      <AskPage
        frame={await frameFor(visit)}
        head={{ title: said.linkTitle, description: sentence, indexed: false }}
        title={bearer ? said.titleFor(bearer.client.name) : said.linkTitle}
        sentence={sentence}
        {...(bearer ? { action: asked.path, button: said.enter } : { back: { href: PORTAL, text: said.signIn } })}
      />
    );
    return shut(await response(visit, { status: bearer ? 200 : 404, html, topics: [] }));
  });
}

async function followLink(world: SiteWorld, asked: Visit): Promise<Response> {
  if (isCrossSite(asked.request)) return forbidden();
  const at = world.now();
  const link = asked.steps["token"] ?? "";
  const bearer = await bearerOf(world.db, { token: link, kind: "link", at });
  const session = bearer && (await beginSession(world.db, { clientId: bearer.client.id, link, at }));
  return session === undefined ? askAtLink(world, asked) : seeOther(PORTAL, cookieOf(session, world.url));
}

// --- Inside ---

async function itemsOf(visit: Inside, deliveries: readonly Delivery[]): Promise<PortalItem[]> {
  const { db, client, at } = visit;
  const names = await labelledHeadlines(db, { client, deliveries, at });
  const figures = new Intl.NumberFormat(visit.edition.language);
  const list = new Intl.ListFormat(visit.edition.language, { type: "unit" });
  return Promise.all(
    deliveries.map(async (delivery) => {
      const isAsked = delivery.acknowledgeBy !== null && delivery.acknowledgedAt === null;
      const earlier = isAsked ? await earlierNumbers(db, delivery) : [];
      return {
        number: delivery.number,
        figures: figures.format(delivery.number),
        insteadOf: list.format(earlier.map((one) => figures.format(one))),
        version: figures.format(delivery.version),
        kind: delivery.kind,
        reason: delivery.reason === "labels" ? labelsChanged(visit.edition.language) : undefined,
        headline: names.get(delivery.articleId)?.headline,
        embargo: embargoOf(visit, names.get(delivery.articleId)?.embargoedUntil),
        at: momentOf(visit, delivery.at),
        by: isAsked && delivery.acknowledgeBy !== null ? momentOf(visit, delivery.acknowledgeBy) : undefined,
        acknowledged: delivery.acknowledgedAt === null ? undefined : momentOf(visit, delivery.acknowledgedAt),
      };
    }),
  );
}

function embargoOf(visit: Inside, until: Date | null | undefined): PortalItem["embargo"] {
  return until ? momentOf(visit, until) : undefined;
}

async function printList(visit: Inside): Promise<Response> {
  const { db, client, said, query, edition } = visit;
  const words = wordsFrom(query["q"] ?? "");
  const before = /^\d{1,9}$/.test(query["before"] ?? "") ? Number(query["before"]) : undefined;
  const found = words === "" ? undefined : await foundFor(db, client, words);
  const all = found
    ? found.filter(({ number }) => before === undefined || number < before).slice(0, A_PAGE + 1)
    : await newestDeliveries(db, client.id, { before, limit: A_PAGE + 1 });
  const shown = all.slice(0, A_PAGE);
  const last = shown.at(-1)?.number;
  const followed = await followedBy(db, client);
  const figures = new Intl.NumberFormat(edition.language);
  const more = new URLSearchParams({ ...(words !== "" && { q: words }), before: String(last) });
  const isFollowed = followed.some((one) => one.words === words);
  const html = (
    <PortalListPage
      frame={await frameFor(visit)}
      head={{ title: said.titleFor(client.name), description: said.titleFor(client.name), indexed: false }}
      client={client.name}
      words={words}
      found={found && said.found(figures.format(found.length))}
      isFollowed={isFollowed}
      isFull={query["full"] === "1"}
      followed={followed.map(({ words, fresh }) => ({
        href: `${PORTAL}?${new URLSearchParams({ q: words })}`,
        text: words,
        fresh: fresh === 0 ? undefined : said.fresh(figures.format(fresh)),
      }))}
      notices={await itemsOf(visit, await openNotices(db, client.id))}
      items={await itemsOf(visit, shown)}
      earlier={all.length > A_PAGE ? `${PORTAL}?${more}` : undefined}
    />
  );
  return response(visit, { html, topics: [] });
}

/** What somebody has been shown under words they follow is no longer new. */
async function lookedAt(world: SiteWorld, { request, query }: Visit): Promise<void> {
  const words = wordsFrom(query["q"] ?? "");
  const client = words === "" ? undefined : await clientIn(world.db, request, world.now());
  if (client) await noteSeen(world.db, { client, words });
}

async function printNotices(visit: Inside): Promise<Response> {
  const { db, client, said } = visit;
  const html = (
    <PortalNoticesPage
      frame={await frameFor(visit)}
      head={{ title: said.notices, description: said.noticesHint, indexed: false }}
      client={client.name}
      notices={await itemsOf(visit, await openNotices(db, client.id))}
    />
  );
  return response(visit, { html, topics: [] });
}

async function messageOf(visit: Inside, format: Format): Promise<{ delivery: Delivery; message: Message } | undefined> {
  const { db, client, steps, world, at } = visit;
  const number = /^\d{1,9}$/.test(steps["number"] ?? "") ? Number(steps["number"]) : 0;
  const delivery = await deliveryOf(db, client.id, number);
  if (!delivery) return undefined;
  return { delivery, message: await newPrinter()(db, { client, delivery, format, url: world.url, at }) };
}

async function printItem(visit: Inside): Promise<Response | undefined> {
  const { db, client, said } = visit;
  const known = await messageOf(visit, "text");
  if (!known) return undefined;
  const { delivery, message } = known;
  const [item] = await itemsOf(visit, [delivery]);
  if (!item) return undefined;
  const history = await itemsOf(visit, await deliveriesOfStory(db, client.id, delivery.articleId));
  const html = (
    <PortalItemPage
      frame={await frameFor(visit)}
      head={{ title: item.headline ?? said.takenBack, description: said.preview, indexed: false }}
      client={client.name}
      item={item}
      history={history}
      text={contentOf(message) ?? undefined}
      language={(await languageOfStory(db, delivery.articleId)) ?? visit.edition.language}
    />
  );
  return response(visit, { html, topics: [] });
}

async function download(visit: Inside): Promise<Response | undefined> {
  const format = visit.steps["format"] ?? "";
  if (!isFormat(format)) return undefined;
  const known = await messageOf(visit, format);
  const content = known && contentOf(known.message);
  if (!known || content === null || content === undefined) return undefined;
  const { type, ending } = FORMAT[format];
  const name = `${known.delivery.articleId}-v${known.delivery.version}.${ending}`;
  return new Response(content, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
