/** An article as the wire carries it, under the law of its edition or of whoever takes it. Nobody is named whom its page does not name. */
import { createHash } from "node:crypto";
import { addressOfArticle, type PublishedArticle, type Sibling } from "#agency/articles/articles.ts";
import { articleAsItWas, publishedArticle, unpublishedArticle } from "#agency/articles/queries.ts";
import type { VersionKind } from "#agency/corrections/corrections.ts";
import { notesOn, versionsOf } from "#agency/corrections/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import { matcherFor, organisationNames } from "#agency/labels/queries.ts";
import { fileName } from "#agency/media/media.ts";
import { type KeptPicture, picturesAmong } from "#agency/media/queries.ts";
import { addressOfPage, PRINCIPLES } from "#agency/pages/pages.ts";
import { standingPage } from "#agency/pages/queries.ts";
import { agency, settingsOf } from "#agency/settings/queries.ts";
import { sourcesAmong } from "#agency/sources/queries.ts";
import { addressOfSource, isListed, isPublic } from "#agency/sources/sources.ts";
import { dayIn } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import { marksOf, nodesOf } from "#text/document/find.ts";
import { printHtml } from "#text/document/html.ts";
import { textAttr, textOf } from "#text/document/nodes.ts";
import { printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { isInForce, type LabelledSegment, type Surface, wordingOn } from "#text/labels/labels.ts";
import { sourcesOf } from "#text/quotes/quoted.ts";
import type {
  WireNamed,
  WireOrganisation,
  WirePicture,
  WireRelated,
  WireRights,
  WireSignal,
  WireStory,
} from "#text/wire/story.ts";

/** How labels reach a receiver: in the words, or beside them as data alone. */
export const LABEL_WAYS = ["text", "data"] as const;
export type LabelWay = (typeof LABEL_WAYS)[number];

export type WireAsked = {
  readonly articleId: string;
  /** The public address of the site. */
  readonly url: string;
  readonly at: Date;
  /** Whose law its labels follow; that of its edition when left out. */
  readonly jurisdictions?: readonly string[] | undefined;
  readonly labels?: LabelWay;
  /** For a client who has it under an embargo, or may have: the text of one that is not out yet, or that it will not come out. */
  readonly isAhead?: boolean;
};

/** A story with its edition, and what a printed copy of it depends on. */
export type WireItem = {
  readonly edition: Edition;
  readonly story: WireStory;
  /** The version since which nothing but its labels has changed. */
  readonly wordsVersion: number;
  readonly topics: readonly string[];
};

/** What is out, or the notice that it was taken back; nothing for what never was. */
export async function wireItem(db: Db, asked: WireAsked): Promise<WireItem | undefined> {
  const row = await db
    .selectFrom("article")
    .select(["edition_id", "slug", "state", "gone", "gone_at", "gone_note", "published_at"])
    .select(["ahead", "ahead_at", "publish_at", "scheduled_revision_id"])
    .where("id", "=", asked.articleId)
    .executeTakeFirst();
  const edition = row && (await editions(db)).find(({ id }) => id === row.edition_id);
  if (!row || !edition) return undefined;
  const law = { ...edition, ...(asked.jurisdictions && { jurisdictions: asked.jurisdictions }) };
  const topics = [`article:${asked.articleId}`, `people:${edition.code}`, "editions", "settings", "register"];
  if (asked.isAhead && row.ahead !== null && row.ahead_at !== null) {
    const ahead = { ...row, ahead: row.ahead, at: new Date(row.ahead_at) };
    const story = await aheadOf(db, law, asked, ahead);
    return story && { edition, story, wordsVersion: story.version, topics };
  }
  if (row.gone !== null && row.gone_at !== null) {
    const gone = { how: row.gone, at: new Date(row.gone_at), note: row.gone_note ?? "", first: row.published_at };
    const story = await noticeOf(db, law, asked, gone);
    return { edition, story, wordsVersion: story.version, topics };
  }
  if (row.state !== "published") return undefined;
  const article = await publishedArticle(db, edition.id, row.slug);
  if (!article) return undefined;
  const story = await storyOf(db, law, asked, article);
  const wordsVersion = story.version - (await labelChangesSince(db, asked.articleId));
  return { edition, story, wordsVersion, topics: [...topics, `story:${article.storyId}`] };
}

type SentAhead = {
  readonly ahead: string;
  readonly at: Date;
  readonly publish_at: string | null;
  readonly scheduled_revision_id: string | null;
  readonly published_at: string | null;
};

/** What comes out at its hour, which is the embargo until then; or the notice that it does not. */
async function aheadOf(
  db: Db,
  law: Edition,
  asked: WireAsked,
  { ahead, at, publish_at, scheduled_revision_id, published_at: first }: SentAhead,
): Promise<WireStory | undefined> {
  const { articleId } = asked;
  const version = await versionOn(db, articleId, { isAhead: true });
  if (ahead !== "sent") return { ...(await noticeOf(db, law, asked, { how: ahead, at, note: "", first })), version };
  const written = await unpublishedArticle(db, { articleId, at });
  const article = written && scheduled_revision_id && (await articleAsItWas(db, written, scheduled_revision_id));
  if (!article || publish_at === null) return undefined;
  return {
    ...(await storyOf(db, law, asked, article)),
    // Its page is not there yet.
    address: null,
    version,
    status: "usable",
    signal: version > 1 ? "update" : null,
    note: "",
    firstCreated: first === null ? at : new Date(first),
    versionCreated: at,
    embargoedUntil: new Date(publish_at),
  };
}

function uriOfArticle(articleId: string): string {
  return `urn:uuid:${articleId}`;
}

const NOTHING: DocumentJson = { type: "doc", content: [{ type: "paragraph" }] };

type Gone = { readonly how: string; readonly at: Date; readonly note: string; readonly first: string | null };

/** A story that was taken back: what it was, and that nobody may use it. */
async function noticeOf(
  db: Db,
  edition: Edition,
  asked: WireAsked,
  { how, at, note, first }: Gone,
): Promise<WireStory> {
  const isKilled = how === "killed";
  return {
    ...(await ofTheHouse(db, edition, asked.url, at)),
    uri: uriOfArticle(asked.articleId),
    address: null,
    version: await versionOn(db, asked.articleId),
    status: isKilled ? "canceled" : "withheld",
    signal: isKilled ? "kill" : null,
    note,
    language: edition.language,
    firstCreated: first === null ? at : new Date(first),
    versionCreated: at,
    embargoedUntil: null,
    // A receiver has to act before anything else.
    urgency: 1,
    // The words of a killed story are not sent once more.
    headline: "",
    standfirst: "",
    authors: [],
    dateline: null,
    section: null,
    topics: [],
    origin: null,
    sources: [],
    speakers: [],
    organisations: [],
    corrections: [],
    pictures: [],
    original: null,
    translations: [],
    document: NOTHING,
    html: "",
    text: "",
  };
}

const USUAL_URGENCY = 5;

async function storyOf(db: Db, edition: Edition, asked: WireAsked, article: PublishedArticle): Promise<WireStory> {
  const { id, publishedAt, changedAt, dateline, section, origin } = article;
  const { url } = asked;
  const inText = asked.labels !== "data";
  const labeller = await labellerFor(db, inText ? edition : unlabelled(edition), asked.at, "wire");
  const line = (text: string, surface: Surface = "body") => wordsOf(labeller.line(text, surface, publishedAt));
  const [newest] = await versionsOf(db, id, { limit: 1 });
  const notes = await notesOn(db, id);
  const isRetracted = article.mark === "retracted";
  const printed = labeller.body(article.document, publishedAt, [article.headline, article.standfirst]);
  const original = article.siblings.find(({ articleId }) => articleId === article.translatedFrom);
  const translations = article.siblings.filter((sibling) => sibling !== original);
  const quoted = [...marksOf(article.document, "quotation"), ...nodesOf(article.document, "blockquote")];
  const speakers = new Map(
    quoted.flatMap((one) => {
      const name = textAttr(one, "speaker");
      return name === "" ? [] : [[name, { name: line(name), office: line(textAttr(one, "office")) }] as const];
    }),
  );
  return {
    ...(await ofTheHouse(db, edition, url, publishedAt)),
    uri: uriOfArticle(id),
    address: url + addressOfArticle(edition.code, article.slug),
    version: await versionOn(db, id),
    status: isRetracted ? "canceled" : "usable",
    signal: signalOf(newest?.kind),
    note: newest ? line(newest.sentence) : "",
    language: edition.language,
    firstCreated: publishedAt,
    versionCreated: newest && newest.at > changedAt ? newest.at : changedAt,
    embargoedUntil: null,
    urgency: isRetracted ? 1 : USUAL_URGENCY,
    headline: line(article.headline, "headline"),
    standfirst: line(article.standfirst, "standfirst"),
    authors: article.authors.map(({ name }) => line(name)),
    dateline,
    section: section && line(section.name),
    topics: article.topics.map(({ slug, name }) => ({
      name: line(name),
      uri: `${url}/${edition.code}/topics/${encodeURIComponent(slug)}`,
    })),
    origin: origin && { name: line(origin.name), uri: origin.url },
    sources: isRetracted ? [] : await sourcesOfStory(db, edition, article.document, url, line),
    speakers: isRetracted ? [] : [...speakers.values()],
    organisations: await organisationsOf(db, edition, article, asked),
    corrections: notes.map(({ kind, at, sentence }) => ({ kind, at, sentence: line(sentence) })),
    pictures: isRetracted ? [] : await picturesOf(db, article, url, line),
    original: original ? await related(db, original, asked.at) : null,
    translations: await Promise.all(translations.map((one) => related(db, one, asked.at))),
    document: isRetracted ? NOTHING : printed,
    html: isRetracted ? "" : await htmlOf(db, edition, labeller, { printed, publishedAt, id, url }),
    text: isRetracted ? "" : printPlain(printed).text,
  };
}

/**
 * The number of the version that is out: what readers were shown, and how often it was taken back or sent ahead in another
 * form before. What comes out as it was sent ahead has the number it was sent under.
 */
async function versionOn(db: Db, articleId: string, { isAhead = false } = {}): Promise<number> {
  const [newest] = await versionsOf(db, articleId, { limit: 1 });
  const { count } = await db
    .selectFrom("log_entry")
    .select((entry) => entry.fn.countAll<number | string>().as("count"))
    .where("article_id", "=", articleId)
    .where("kind", "in", ["kill", "withdrawal"])
    .executeTakeFirstOrThrow();
  const { ahead_version: ahead } = await db
    .selectFrom("article")
    .select("ahead_version")
    .where("id", "=", articleId)
    .executeTakeFirstOrThrow();
  const taken = Number(count);
  return isAhead ? (newest?.number ?? 0) + taken + ahead : (newest?.number ?? 1) + taken + Math.max(0, ahead - 1);
}

/** How many of its newest versions have the words of the one before them. */
async function labelChangesSince(db: Db, articleId: string): Promise<number> {
  const { last, words } = await db
    .selectFrom("version")
    .select((row) => [
      row.fn.max("number").as("last"),
      row.fn.max(row.case().when("kind", "!=", "label-change").then(row.ref("number")).else(0).end()).as("words"),
    ])
    .where("article_id", "=", articleId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) - Number(words ?? 0);
}

/** The same for two copies of the same words when, and only when, they are labelled alike: in the text, or beside it. */
export function labelsDigest({ headline, standfirst, text, pictures, organisations }: WireStory): string {
  const lines = pictures.map(({ alt, caption }) => [alt, caption]);
  const labels = organisations.flatMap(({ id, labels }) => (labels.length > 0 ? [[id, labels]] : []));
  return createHash("sha256")
    .update(JSON.stringify([headline, standfirst, text, lines, labels]))
    .digest("hex");
}

const SIGNALS: Readonly<Record<VersionKind, WireSignal | null>> = {
  publication: null,
  update: "update",
  typo: "update",
  translation: "update",
  "label-change": "update",
  clarification: "clarification",
  correction: "correction",
  retraction: "retraction",
};

function signalOf(kind: VersionKind | undefined): WireSignal | null {
  return kind === undefined ? null : SIGNALS[kind];
}

function unlabelled(edition: Edition): Edition {
  return { ...edition, labelPolicy: { ...edition.labelPolicy, scope: "none", notices: [] } };
}

function wordsOf(segments: readonly LabelledSegment[]): string {
  return segments.map(({ text }) => text).join("");
}

type House = Pick<WireStory, "provider" | "rights" | "principles">;

async function ofTheHouse(db: Db, { id, code }: Edition, url: string, publishedAt: Date): Promise<House> {
  const page = await standingPage(db, id, PRINCIPLES);
  const { name } = await agency(db, code);
  return {
    provider: { name, uri: `${url}/` },
    rights: await rightsOf(db, code, publishedAt),
    principles: page ? { title: page.title, href: url + addressOfPage(code, PRINCIPLES) } : null,
  };
}

/** What receivers may do with a story, as the agency's settings say; without them it is the agency's, and no more is said. */
export async function rightsOf(db: Db, code: string, publishedAt: Date): Promise<WireRights> {
  const [{ name, legal }, set] = await Promise.all([agency(db, code), settingsOf(db, "wire")]);
  const said = (key: string) => set[`wire.${key}.${code}`] || set[`wire.${key}`] || "";
  const holder = said("holder") || legal["legal-name"] || name;
  return {
    holder,
    notice: said("notice") || `© ${publishedAt.getUTCFullYear()} ${holder}`,
    usageTerms: said("usage-terms"),
  };
}

type Line = (text: string, surface?: Surface) => string;

async function sourcesOfStory(
  db: Db,
  { code }: Edition,
  document: DocumentJson,
  url: string,
  line: Line,
): Promise<WireNamed[]> {
  const cited = marksOf(document, "citation").map((mark) => textAttr(mark, "source"));
  const known = await sourcesAmong(db, [...new Set([...cited, ...sourcesOf(document)])]);
  return known.filter(isListed).map((source) => ({
    name: line(source.name),
    uri: isPublic(source) ? url + addressOfSource(code, source.id) : null,
  }));
}

async function organisationsOf(
  db: Db,
  edition: Edition,
  { document, publishedAt }: PublishedArticle,
  { url, at }: WireAsked,
): Promise<WireOrganisation[]> {
  const { language, jurisdictions, labelPolicy, labelsAsOf, timeZone, code } = edition;
  const [matcher, labeller] = await Promise.all([matcherFor(db, language), labellerFor(db, edition, at)]);
  const day =
    labelsAsOf === "today"
      ? dayIn(timeZone, at)
      : labelsAsOf === "publication"
        ? dayIn(timeZone, publishedAt)
        : labelsAsOf;
  const names = await organisationNames(db, labeller.mentioned(document), language);
  return names.map(({ id, name }) => {
    const designations = matcher.organisation(id)?.designations ?? [];
    const inForce = designations.filter((one) => jurisdictions.includes(one.jurisdiction) && isInForce(one, day));
    return {
      id,
      name,
      uri: `${url}/${code}/labels/${encodeURIComponent(id)}`,
      labels: inForce.flatMap((one) => {
        const wording = wordingOn(
          { designations: [one] },
          { jurisdictions, language, wording: labelPolicy.wording },
          day,
        );
        return wording === "" ? [] : [{ wording, by: [one.authority, one.jurisdiction].filter(Boolean).join(", ") }];
      }),
    };
  });
}

async function picturesOf(db: Db, article: PublishedArticle, url: string, line: Line): Promise<WirePicture[]> {
  const inText = nodesOf(article.document, "picture");
  const kept = await picturesAmong(
    db,
    inText.map((node) => textAttr(node, "media")),
  );
  const lead = article.picture && { ...article.picture, of: article.picture, media: null };
  const others = inText.flatMap((node) => {
    const of = kept.get(textAttr(node, "media"));
    const credit = textAttr(node, "credit") || (of?.credit ?? "");
    return of
      ? [{ of, media: textAttr(node, "media"), alt: textAttr(node, "alt"), caption: textOf(node), credit }]
      : [];
  });
  const all = [...(lead ? [lead] : []), ...others];
  const licences = await licencesOf(
    db,
    all.map(({ of }) => of.id),
  );
  return all.map(({ of, media, alt, caption, credit }) => ({
    uri: `${url}/media/${of.id}`,
    media,
    alt: line(alt, "alt"),
    caption: line(caption, "caption"),
    credit: line(credit),
    usageTerms: licences.get(of.id) ?? "",
    renditions: renditionsOf(of, url),
  }));
}

/** What every program can show: no newer type than JPEG, PNG and WebP. */
function renditionsOf(of: Pick<KeptPicture, "id" | "type" | "width" | "height" | "renditions">, url: string) {
  const own = fileName(of.id, of.type);
  const made = of.renditions.flatMap((one) => {
    const file = one.type === "image/avif" ? undefined : fileName(of.id, one.type, one.width);
    return file === undefined ? [] : [{ ...one, href: `${url}/media/${file}` }];
  });
  const { type, width, height } = of;
  return [...(own === undefined ? [] : [{ href: `${url}/media/${own}`, type, width, height }]), ...made];
}

async function licencesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("media").select(["id", "licence"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, licence }) => [id, licence]));
}

/** The headline of a sister text, with the labels of its own edition. */
async function related(
  db: Db,
  { articleId, editionCode, headline, language }: Sibling,
  at: Date,
): Promise<WireRelated> {
  const edition = (await editions(db)).find(({ code }) => code === editionCode);
  if (!edition) throw new Error(`article ${articleId} stands in an edition that is not there`);
  const labeller = await labellerFor(db, edition, at, "wire");
  return { uri: uriOfArticle(articleId), headline: wordsOf(labeller.line(headline, "headline", at)), language };
}

type Printed = {
  readonly printed: DocumentJson;
  readonly publishedAt: Date;
  readonly id: string;
  readonly url: string;
};

async function htmlOf(db: Db, { code }: Edition, labeller: Labeller, { printed, publishedAt, id, url }: Printed) {
  const pictures = await picturesAmong(
    db,
    nodesOf(printed, "picture").map((node) => textAttr(node, "media")),
  );
  const html = printHtml(printed, {
    areSizesStyled: true,
    idPrefix: `${id}-`,
    altText: (alt) => wordsOf(labeller.line(alt, "alt", publishedAt)),
    line: (text) => labeller.line(text, "body", publishedAt),
    labelHref: (organisation) => `${url}/${code}/labels/${encodeURIComponent(organisation)}`,
    picture(of) {
      const kept = pictures.get(of);
      const [first] = kept ? renditionsOf(kept, url) : [];
      return kept && first && { src: first.href, width: first.width, height: first.height, credit: kept.credit };
    },
  });
  // Receivers cut links within a page, and with them what they say: a marker stands as it is.
  return html.replaceAll(/<a class="note-marker"[^>]*>([^<]*)<\/a>/g, "$1");
}
