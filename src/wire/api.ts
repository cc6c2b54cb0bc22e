/** The read API: what stands on public pages, as JSON for programs with a token, and the OpenAPI document that describes it. */
import { z } from "zod";
import { addressOfArticle } from "#agency/articles/articles.ts";
import { newestArticles } from "#agency/articles/queries.ts";
import type { Client, Scope } from "#agency/clients/clients.ts";
import { correctionsIn } from "#agency/corrections/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, editions } from "#agency/editions/queries.ts";
import { addressOfTimeline, type KeptEvent, textIn } from "#agency/events/events.ts";
import { eventsOfArticle, eventsOnTimeline, timelineBySlug, timelinesOf } from "#agency/events/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import { registerLeaf } from "#agency/labels/listing.ts";
import { organisationsAmong } from "#agency/labels/queries.ts";
import type { KeptOrganisation } from "#agency/labels/register.ts";
import { agency } from "#agency/settings/queries.ts";
import { sourcesAmong } from "#agency/sources/queries.ts";
import { isPublic, type Source } from "#agency/sources/sources.ts";
import { wireItem } from "#agency/wire/stories.ts";
import { dayIn } from "#lib/days.ts";
import { dependsOn } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { marksOf } from "#text/document/find.ts";
import { textAttr } from "#text/document/nodes.ts";
import { readDocument } from "#text/document/schema.ts";
import { isAskedAbout } from "#text/labels/labels.ts";
import { sourcesOf } from "#text/quotes/quoted.ts";
import { EXAMPLES } from "./api-examples.ts";
import { type AnswerName, SHAPES, type Shape } from "./api-shapes.ts";
import { type Gate, json, problem, SENTENCES, wholeFrom } from "./bearer.ts";
import type { WireWorld } from "./feeds.ts";

const API = "/wire/api";
const [USUAL, MOST] = [20, 100];

type Asked = {
  readonly db: Db;
  readonly url: string;
  readonly at: Date;
  readonly client: Client;
  readonly steps: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

/** An answer, a sentence about what was asked wrongly, or nothing for what is not there. */
type Answer<Name extends AnswerName> = Shape<Name> | { readonly wrong: string } | undefined;

type Parameter = { readonly name: string; readonly about: string; readonly example: string };

type Operation<Name extends AnswerName = AnswerName> = {
  /** Behind `/wire/api`. */
  readonly path: string;
  readonly about: string;
  readonly scope: Scope;
  readonly parameters: readonly Parameter[];
  readonly shape: Name;
  readonly answer: (asked: Asked) => Promise<Answer<Name>>;
};

function operation<Name extends AnswerName>(of: Operation<Name>): Operation {
  // What is answered is checked against the shape of the very same operation.
  return of as unknown as Operation;
}

const BAD_LIMIT = `"limit" is a number from 1 to ${MOST}.`;
const NOT_THERE = "There is no such thing, or it is not published.";

const EDITION: Parameter = { name: "edition", about: "The code of an edition", example: "en" };
const LIMIT: Parameter = { name: "limit", about: `How many: 1 to ${MOST}, ${USUAL} when left out`, example: "10" };
const BEFORE: Parameter = { name: "before", about: "From `next` of the list before", example: "" };

const OPERATIONS: readonly Operation[] = [
  operation({
    path: "/articles",
    about: "Published stories of an edition, newest first",
    scope: "articles",
    parameters: [EDITION, LIMIT, BEFORE],
    shape: "Articles",
    answer: articles,
  }),
  operation({
    path: "/articles/{article}",
    about: "One story whole, or the notice that it was taken back",
    scope: "articles",
    parameters: [],
    shape: "Article",
    answer: oneArticle,
  }),
  operation({
    path: "/sources",
    about: "The sources a published story rests on, those readers are told of",
    scope: "sources",
    parameters: [{ name: "article", about: "The id of a story", example: "" }],
    shape: "Sources",
    answer: sources,
  }),
  operation({
    path: "/sources/{source}",
    about: "One source readers are told of",
    scope: "sources",
    parameters: [],
    shape: "Source",
    answer: oneSource,
  }),
  operation({
    path: "/labels",
    about: "Organisations of the register in the order of their names, with who designated them",
    scope: "labels",
    parameters: [
      { name: "jurisdiction", about: "Only those it designates or did", example: "un" },
      { name: "page", about: "From 1", example: "1" },
    ],
    shape: "Organisations",
    answer: labels,
  }),
  operation({
    path: "/labels/{organisation}",
    about: "One organisation of the register",
    scope: "labels",
    parameters: [],
    shape: "Organisation",
    answer: oneOrganisation,
  }),
  operation({
    path: "/timelines",
    about: "The timelines of an edition",
    scope: "events",
    parameters: [EDITION],
    shape: "Timelines",
    answer: timelines,
  }),
  operation({
    path: "/events",
    about: "The events of a published story, or on a timeline",
    scope: "events",
    parameters: [
      EDITION,
      { name: "article", about: "The id of a story", example: "" },
      { name: "timeline", about: "The slug of a timeline of that edition", example: "" },
    ],
    shape: "Events",
    answer: events,
  }),
  operation({
    path: "/corrections",
    about: "What readers of an edition were told of corrections, clarifications and retractions, newest first",
    scope: "corrections",
    parameters: [EDITION, LIMIT, BEFORE],
    shape: "Corrections",
    answer: corrections,
  }),
];

export function apiRoutes(world: WireWorld, gate: Gate): Route[] {
  return [
    {
      method: "GET",
      address: `${API}/openapi.json`,
      kept: "pages",
      async answer() {
        const { name } = await agency(world.db);
        const headers = new Headers({ "content-type": "application/openapi+json; charset=utf-8" });
        dependsOn(headers, ["settings"]);
        return new Response(`${JSON.stringify(openApi(world.url, name), null, 2)}\n`, { headers });
      },
    },
    ...OPERATIONS.map((one) => routeOf(world, gate, one)),
  ];
}

function routeOf({ db, url }: WireWorld, gate: Gate, { path, scope, parameters, shape, answer }: Operation): Route {
  return {
    method: "GET",
    address: `${API}${path}`,
    parameters: parameters.map(({ name }) => name),
    kept: "not-kept",
    answer: ({ request, steps, query }) =>
      gate(request, scope, async ({ client }, at) => {
        const said = await reading(db, (db) => answer({ db, url, at, client, steps, query }));
        if (!said) return problem(404, NOT_THERE);
        if ("wrong" in said) return problem(400, said.wrong);
        // What does not fit its own description is not sent.
        return json(request, SHAPES[shape].parse(said));
      }),
  };
}

// --- Answers ---

type InEdition = { readonly edition: Edition; readonly limit: number; readonly before: Place | undefined };
type Place = { readonly at: string; readonly id: string };

async function editionAsked({ db, query }: Asked): Promise<InEdition | { readonly wrong: string }> {
  const edition = await editionByCode(db, query["edition"] ?? "");
  if (!edition) {
    const codes = (await editions(db)).map(({ code }) => code);
    return { wrong: `"edition" is one of ${codes.join(", ")}.` };
  }
  const limit = wholeFrom(query["limit"], USUAL, MOST);
  if (limit === undefined || limit === 0) return { wrong: BAD_LIMIT };
  const [, at = "", id = ""] = /^(\d{4}-[\d:T.-]+Z)_([\w-]+)$/.exec(query["before"] ?? "") ?? [];
  if (query["before"] !== undefined && (id === "" || Number.isNaN(Date.parse(at))))
    return { wrong: '"before" is taken from "next" of the list before.' };
  return { edition, limit, before: id === "" ? undefined : { at, id } };
}

type Next = { readonly path: string; readonly edition: Edition; readonly limit: number; readonly last: Place };

function nextOf(url: string, { path, edition, limit, last }: Next): string {
  const query = new URLSearchParams({
    edition: edition.code,
    limit: String(limit),
    before: `${last.at}_${last.id}`,
  });
  return `${url}${API}${path}?${query}`;
}

/** Labels by the law of the client, where it has one of its own. */
function labellerOf({ db, client, at }: Asked, edition: Edition): Promise<Labeller> {
  const { jurisdictions } = client;
  return labellerFor(db, { ...edition, ...(jurisdictions && { jurisdictions }) }, at, "wire");
}

function wordsOf(segments: readonly { readonly text: string }[]): string {
  return segments.map(({ text }) => text).join("");
}

async function articles(asked: Asked): Promise<Answer<"Articles">> {
  const where = await editionAsked(asked);
  if ("wrong" in where) return where;
  const { edition, limit, before } = where;
  const found = await newestArticles(asked.db, edition.id, {
    limit: limit + 1,
    ...(before && { before: { publishedAt: before.at, id: before.id } }),
  });
  const labeller = await labellerOf(asked, edition);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id, slug, headline, standfirst, section, authors, publishedAt, changedAt, mark }) => {
      const line = (text: string, surface?: "headline" | "standfirst") =>
        wordsOf(labeller.line(text, surface ?? "body", publishedAt));
      return {
        id,
        edition: edition.code,
        language: edition.language,
        address: addressOfArticle(edition.code, slug),
        headline: line(headline, "headline"),
        standfirst: mark === "retracted" ? "" : line(standfirst, "standfirst"),
        section: section && line(section.name),
        authors: authors.map(({ name }) => line(name)),
        publishedAt: publishedAt.toISOString(),
        changedAt: changedAt.toISOString(),
        mark,
      };
    }),
    next: last
      ? nextOf(asked.url, {
          path: "/articles",
          edition,
          limit,
          last: { at: last.publishedAt.toISOString(), id: last.id },
        })
      : null,
  };
}

async function oneArticle({ db, url, at, client, steps }: Asked): Promise<Answer<"Article">> {
  const articleId = steps["article"] ?? "";
  const { labels, jurisdictions, terms } = client;
  const item = await wireItem(db, { articleId, url, at, labels, ...(jurisdictions && { jurisdictions }) });
  if (!item) return undefined;
  const { edition, story } = item;
  const { version, status, signal, note, headline, standfirst, dateline, section, topics, authors, origin } = story;
  return {
    id: articleId,
    edition: edition.code,
    language: story.language,
    address: story.address === null ? null : story.address.slice(url.length),
    ...{ version, status, signal, note, headline, standfirst, dateline, section },
    topics: [...topics],
    authors: [...authors],
    origin,
    publishedAt: story.firstCreated.toISOString(),
    changedAt: story.versionCreated.toISOString(),
    rights: { ...story.rights, usageTerms: terms || story.rights.usageTerms },
    text: story.text,
    html: story.html,
    sources: [...story.sources],
    labels: story.organisations.map(({ id, name, labels }) => ({ organisation: id, name, labels: [...labels] })),
    corrections: story.corrections.map(({ kind, at, sentence }) => ({ kind, at: at.toISOString(), sentence })),
  };
}

async function sources({ db, query }: Asked): Promise<Answer<"Sources">> {
  const row = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select(["revision.document", "article.mark"])
    .where("article.id", "=", query["article"] ?? "")
    .where("article.state", "=", "published")
    .executeTakeFirst();
  if (!row) return { wrong: '"article" is the id of a published story.' };
  const document = readDocument(JSON.parse(row.document));
  const cited = marksOf(document, "citation").map((mark) => textAttr(mark, "source"));
  const ids = row.mark === "retracted" ? [] : [...new Set([...cited, ...sourcesOf(document)])];
  return { items: (await sourcesAmong(db, ids)).filter(isPublic).map(sourceSaid), next: null };
}

function sourceSaid({ id, kind, name, office, language, url, publishedOn }: Source): Shape<"Source"> {
  return { id, kind, name, office, language, url, publishedOn };
}

async function oneSource({ db, steps }: Asked): Promise<Answer<"Source">> {
  const [source] = await sourcesAmong(db, [steps["source"] ?? ""]);
  return source && isPublic(source) ? sourceSaid(source) : undefined;
}

async function labels({ db, url, at, query }: Asked): Promise<Answer<"Organisations">> {
  const page = wholeFrom(query["page"], 1);
  if (page === undefined || page === 0) return { wrong: '"page" is a number from 1.' };
  const jurisdiction = query["jurisdiction"]?.toLowerCase();
  const leaf = await registerLeaf(db, {
    language: "en",
    ...(jurisdiction !== undefined && { jurisdictions: [jurisdiction] }),
    day: dayIn("UTC", at),
    page,
    limit: MOST,
  });
  const ids = leaf.lines.map(({ id }) => id);
  const known = new Map((await organisationsAmong(db, ids)).map((one) => [one.id, one]));
  const items = ids.flatMap((id) => {
    const one = known.get(id);
    return one ? [organisationSaid(one)] : [];
  });
  const more = new URLSearchParams({ ...(jurisdiction !== undefined && { jurisdiction }), page: String(page + 1) });
  return { items, next: page < leaf.pages ? `${url}${API}/labels?${more}` : null };
}

function organisationSaid({ id, names, designations }: KeptOrganisation): Shape<"Organisation"> {
  return {
    id,
    names: names.map((name) => ({
      ...{ text: name.text, language: name.language, kind: name.kind },
      match: isAskedAbout(name) ? "ask" : "auto",
      wording: { ...name.wording },
    })),
    designations: designations.map(({ jurisdiction, authority, decision, from, until, wording, reference }) => ({
      ...{ jurisdiction, authority, decision, from, until, reference },
      wording: { ...wording },
    })),
  };
}

async function oneOrganisation({ db, steps }: Asked): Promise<Answer<"Organisation">> {
  const [organisation] = await organisationsAmong(db, [steps["organisation"] ?? ""]);
  return organisation && organisationSaid(organisation);
}

async function timelines(asked: Asked): Promise<Answer<"Timelines">> {
  const where = await editionAsked(asked);
  if ("wrong" in where) return where;
  const { edition } = where;
  const items = (await timelinesOf(asked.db, edition.id)).map(({ slug, title, about }) => ({
    edition: edition.code,
    slug,
    title,
    about,
    address: addressOfTimeline(edition.code, slug),
  }));
  return { items, next: null };
}

async function events(asked: Asked): Promise<Answer<"Events">> {
  const { db, at, query } = asked;
  const where = await editionAsked(asked);
  if ("wrong" in where) return where;
  const { edition } = where;
  const found = await eventsAsked(db, edition, query);
  if (!found) return { wrong: 'Name a published story with "article", or a timeline of the edition with "timeline".' };
  const labeller = await labellerOf(asked, edition);
  const known = await sourcesAmong(db, [...new Set(found.flatMap(({ sourceIds }) => sourceIds))]);
  const told = new Set(known.filter(isPublic).map(({ id }) => id));
  const items = found.flatMap((event) => {
    const text = textIn(event, edition.language);
    if (!text) return [];
    const line = (words: string) => wordsOf(labeller.line(words, "body", at));
    return [
      {
        id: event.id,
        date: event.date.edtf,
        language: text.language,
        title: line(text.title),
        words: line(text.words),
        sources: event.sourceIds.filter((id) => told.has(id)),
      },
    ];
  });
  return { items, next: null };
}

/** Only what readers are shown: an event of a draft is nobody's business yet. */
async function eventsAsked(db: Db, edition: Edition, query: Asked["query"]): Promise<readonly KeptEvent[] | undefined> {
  const timeline =
    query["timeline"] === undefined ? undefined : await timelineBySlug(db, edition.id, query["timeline"]);
  if (timeline) return eventsOnTimeline(db, timeline.id);
  const article = await db
    .selectFrom("article")
    .select("id")
    .where("id", "=", query["article"] ?? "")
    .where("edition_id", "=", edition.id)
    .where("state", "=", "published")
    .executeTakeFirst();
  return article && eventsOfArticle(db, article.id);
}

async function corrections(asked: Asked): Promise<Answer<"Corrections">> {
  const where = await editionAsked(asked);
  if ("wrong" in where) return where;
  const { edition, limit, before } = where;
  const found = await correctionsIn(asked.db, edition.id, { limit: limit + 1, before });
  const labeller = await labellerOf(asked, edition);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ kind, at, sentence, articleId, slug, headline, publishedAt, correction }) => {
      const line = (text: string) => wordsOf(labeller.line(text, "body", publishedAt));
      return {
        kind,
        at: at.toISOString(),
        sentence: line(sentence),
        article: articleId,
        edition: edition.code,
        address: addressOfArticle(edition.code, slug),
        headline: line(headline),
        oldWords: correction && line(correction.oldWords),
        newWords: correction && line(correction.newWords),
      };
    }),
    next: last
      ? nextOf(asked.url, {
          path: "/corrections",
          edition,
          limit,
          last: { at: last.at.toISOString(), id: last.id },
        })
      : null,
  };
}

// --- What describes it ---

function openApi(url: string, name: string) {
  const schemas = Object.fromEntries(
    Object.entries(SHAPES).map(([name, shape]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: "draft-2020-12" });
      return [name, schema];
    }),
  );
  const refused = (status: number, description: string, detail: string) => ({
    description,
    content: {
      "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, example: { status, detail } },
    },
  });
  const paths = OPERATIONS.map(({ path, about, scope, parameters, shape }) => {
    const steps = [...path.matchAll(/\{(\w+)\}/g)].map(([, step = ""]) => ({
      name: step,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    const asked = parameters.map(({ name, about, example }) => ({
      name,
      in: "query",
      required: name === "edition",
      description: about,
      schema: { type: "string" },
      ...(example !== "" && { example }),
    }));
    const get = {
      operationId: idOf(path),
      summary: about,
      description: `Opened by a token with the scope \`${scope}\`.`,
      parameters: [...steps, ...asked],
      responses: {
        "200": {
          description: about,
          headers: { ETag: { description: "For If-None-Match", schema: { type: "string" } } },
          content: {
            "application/json": { schema: { $ref: `#/components/schemas/${shape}` }, example: EXAMPLES[shape] },
          },
        },
        "304": { description: "Nothing has changed since the answer with that ETag" },
        "400": refused(400, "What was asked wrongly", BAD_LIMIT),
        "401": refused(401, "No token, or one that opens nothing", SENTENCES.noToken),
        "403": refused(403, "A token without this scope", SENTENCES.noScope(scope)),
        "404": refused(404, "Not there, or not published", NOT_THERE),
        "429": refused(
          429,
          "Too many requests of this token; Retry-After says when to ask again",
          SENTENCES.tooMany(60),
        ),
      },
    };
    return [path, { get }] as const;
  });
  return {
    openapi: "3.1.0",
    info: {
      title: `${name}: read API`,
      version: "1",
      description:
        "Published stories, sources, labels, events and corrections. What is new is told by webhooks, in the wire's own numbers.",
      license: { name: "As each story's rights say", url: `${url}/wire/feeds.opml` },
    },
    servers: [{ url: `${url}${API}` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, schemas },
  };
}

/** `/articles/{article}` → `readArticle`, `/articles` → `listArticles`. */
function idOf(path: string): string {
  const [, noun = "", step] = path.split("/");
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return step === undefined ? `list${capital(noun)}` : `read${capital(step.replace(/[{}]/g, ""))}`;
}
