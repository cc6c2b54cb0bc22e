/** The invented agency as rows: the seed of the first run and the cast of the tests. */
import { readFile } from "node:fs/promises";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { addClient } from "#agency/clients/actions.ts";
import { addEdition, type EditionSettings } from "#agency/editions/actions.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { keepSection, keepTopic } from "#agency/editions/places.ts";
import { editions } from "#agency/editions/queries.ts";
import { keepEvent, keepTimeline, useEvent } from "#agency/events/actions.ts";
import { arrangeFront } from "#agency/front/actions.ts";
import { applyImport, stageImport } from "#agency/labels/imports.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { keepPicture } from "#agency/media/actions.ts";
import { keepPage } from "#agency/pages/actions.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { addRule } from "#agency/replies/rule-book.ts";
import { NO_TERMS } from "#agency/replies/rules.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { type KeptPage, keepSnapshot, keepSource } from "#agency/sources/actions.ts";
import { keptPage } from "#agency/sources/reading.ts";
import { addChannel } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import type { Files } from "#lib/files.ts";
import { newId } from "#lib/ids.ts";
import { placeOf } from "#lib/runtime/place.ts";
import { type Db, together } from "#store/db.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { eventDate } from "#text/events/dates.ts";
import { type Register, readRegister } from "#text/labels/labels.ts";
import { CLIENT, CONTACT, EDITIONS } from "./newsroom/agency.ts";
import { documentOf, withMedia } from "./newsroom/body.ts";
import type { DemoArticle, DemoEdition, DemoStory } from "./newsroom/demo.ts";
import { EVENTS, TIMELINES } from "./newsroom/events.ts";
import { PAGES } from "./newsroom/pages.ts";
import { PICTURES, PICTURES_DIRECTORY } from "./newsroom/pictures.ts";
import { REGISTER } from "./newsroom/register.ts";
import { REPLIES } from "./newsroom/replies.ts";
import { SOURCES } from "./newsroom/sources.ts";
import { STORIES } from "./newsroom/stories.ts";
import { TRANSCRIPTS } from "./newsroom/transcripts.ts";
import { WIRE_CHANNEL, WIRE_COPIES } from "./newsroom/wire.ts";

type Seeded = {
  readonly edition: Edition;
  readonly sections: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
};

/** Articles that have between them one of everything the others have: labels, translations, pictures, tables, replies. */
export const FEW: readonly string[] = [
  "en/ferry-strike",
  "ru/zabastovka-paromov",
  "ar/idrab-al-abbarat",
  "en/squid-season-advice",
  "ar/iadat-iftitah-mathaf-al-madiq",
  "en/outer-quay",
  "en/isil-on-the-un-list",
  "en/when-a-name-leaves-the-list",
];

type Seed = {
  readonly files: Files;
  readonly at: Date;
  /** The articles to be written, `en/ferry-strike`, with what belongs to them; all of them when it is left out. */
  readonly only?: readonly string[];
};

/** Fills an empty store; a store that has an edition is left alone. Answers whether it did. */
export async function seedNewsroom(db: Db, { files, at, only }: Seed): Promise<boolean> {
  const isLeft = (article: DemoArticle) => only !== undefined && !only.includes(nameOf(article));
  const left = new Set(STORIES.flatMap(({ articles }) => articles.filter(isLeft).map(nameOf)));
  const stories = STORIES.map((story) => ({ ...story, articles: story.articles.filter((one) => !isLeft(one)) }));
  if ((await editions(db)).length > 0) return false;
  const register = readRegister(REGISTER);
  if ("problems" in register) throw new Error(register.problems.join("\n"));
  const media = await keepPictures(db, files, at);
  const kept = await keepTranscripts(files, at);

  return together(db, async (db) => {
    // Another process may have filled it while the pictures were being kept.
    if ((await editions(db)).length > 0) return false;
    // Everybody the invented agency quotes has agreed to be named.
    for (const [place, source] of SOURCES.entries()) {
      // One after another, so that the ledger has an order.
      const enteredAt = new Date(at.getTime() - (SOURCES.length - place) * 1000);
      await keepSource(db, { source: { ...source, shown: source.kind === "person" }, at: enteredAt });
    }
    for (const page of kept) await keepSnapshot(db, { page, by: "the newsroom", at });
    await setSetting(db, { key: "agency.contact", value: `mailto:${CONTACT}` });
    const seeded = new Map<string, Seeded>();
    for (const edition of EDITIONS) {
      const told = stories.flatMap(({ articles }) => articles.filter((one) => one.edition === edition.code));
      seeded.set(edition.code, await seedEdition(db, only === undefined ? edition : ofArticles(edition, told), at));
    }
    await takeIn(db, register.register, at);
    const published = new Map<string, string>();
    for (const story of stories) await seedStory(db, story, { seeded, media, published });
    await seedFronts(db, seeded, { stories, published, at });
    await seedEvents(db, seeded, { published, left, at });
    await seedReplies(db, { published, left });
    await seedWire(db, at);
    await addClient(db, { said: CLIENT, by: "the newsroom", at });
    return true;
  });
}

/** Somebody who sends here, and what they sent this morning. */
async function seedWire(db: Db, at: Date): Promise<void> {
  const facts = {
    kind: "webhook",
    name: WIRE_CHANNEL,
    address: "",
    language: null,
    editionId: null,
    rightsHolder: WIRE_CHANNEL,
    usageTerms: "",
    everyMinutes: null,
  } as const;
  const channelId = await addChannel(db, { facts, by: "the newsroom", at });
  for (const [minutes, copy] of WIRE_COPIES) {
    const sentAt = new Date(at.getTime() - minutes * 60_000);
    const copies = [{ ...copy, versionCreated: sentAt }];
    await keepArrivals(db, { channelId, format: "newsml-g2", copies, at: sentAt });
  }
}

/** The way an editor takes a list in, so that the desk shows when it was. */
async function takeIn(db: Db, { organisations }: Register, at: Date): Promise<void> {
  const rows = organisations.map((organisation, place) => {
    const { id } = organisation;
    return { row: place + 1, entry: id, organisation, fate: "read" as const };
  });
  const list = { list: null, file: "register.json", format: "dateline", by: "command line", at };
  const { importId } = await stageImport(db, {
    ...list,
    rows: (async function* () {
      yield rows;
    })(),
  });
  await applyImport(db, { importId, by: "command line", at });
}

/** Ids of the kept pictures by the name of their file. */
async function keepPictures(db: Db, files: Files, at: Date): Promise<Map<string, string>> {
  const media = new Map<string, string>();
  for (const { file, ...picture } of PICTURES) {
    const bytes = await readFile(placeOf(`${PICTURES_DIRECTORY}/${file}`));
    const { id } = await keepPicture(db, files, { ...picture, name: file, bytes, at });
    media.set(file, id);
  }
  return media;
}

async function keepTranscripts(files: Files, at: Date): Promise<KeptPage[]> {
  const pages: KeptPage[] = [];
  for (const { source: sourceId, text } of TRANSCRIPTS) {
    const { page, file } = keptPage({
      id: newId(at),
      at,
      sourceId,
      how: "pasted",
      software: "Dateline",
      address: null,
      type: "text/plain; charset=utf-8",
      bytes: new TextEncoder().encode(text),
    });
    await files.keep(file.name, file.bytes);
    pages.push(page);
  }
  return pages;
}

/** An edition with the sections, topics and people of these articles alone. */
function ofArticles(edition: DemoEdition, articles: readonly DemoArticle[]): DemoEdition {
  const named = (slugs: readonly string[]) => (one: { readonly slug: string }) => slugs.includes(one.slug);
  return {
    ...edition,
    sections: edition.sections.filter(named(articles.map(({ section }) => section))),
    topics: edition.topics.filter(named(articles.flatMap(({ topics }) => topics))),
    people: edition.people.filter(named(articles.flatMap(({ authors }) => authors))),
  };
}

async function seedEdition(db: Db, demo: DemoEdition, at: Date): Promise<Seeded> {
  const { code, name, masthead, motto, language, timeZone, dateOrder, datelineStyle, jurisdictions, labelsAsOf } = demo;
  const labelPolicy = { ...DEFAULT_POLICY, ...demo.labels };
  const settings: EditionSettings = { name, language, timeZone, dateOrder, datelineStyle, jurisdictions, labelsAsOf };
  const outcome = await addEdition(db, { code, settings, labelPolicy, at });
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  const { edition } = outcome;
  await setSetting(db, { key: `agency.name.${code}`, value: masthead });
  await setSetting(db, { key: `agency.motto.${code}`, value: motto });
  for (const { slug, title, text } of PAGES[code]) {
    await keepPage(db, { edition, slug, title, document: parseMarkdown(text), from: null, by: "the newsroom", at });
  }

  const sections = new Map<string, string>();
  for (const [position, section] of demo.sections.entries()) {
    sections.set(section.slug, await keepSection(db, { ...section, editionId: edition.id, position, at }));
  }
  const topics = new Map<string, string>();
  for (const topic of demo.topics) topics.set(topic.slug, await keepTopic(db, { ...topic, editionId: edition.id, at }));
  const people = new Map<string, string>();
  for (const person of demo.people) people.set(person.slug, await keepPerson(db, { ...person, edition, at }));
  return { edition, sections, topics, people };
}

type Seeding = {
  readonly seeded: ReadonlyMap<string, Seeded>;
  readonly media: ReadonlyMap<string, string>;
  /** Ids of articles by `edition/slug`, filled as they come out. */
  readonly published: Map<string, string>;
};

async function seedStory(db: Db, { articles }: DemoStory, seeding: Seeding): Promise<void> {
  let storyId: string | undefined;
  const ids = new Map<string, string>();
  // Originals first: a translation names the article it was made from.
  const inOrder = articles.toSorted(
    (one, other) => Number(one.translatedFrom !== undefined) - Number(other.translatedFrom !== undefined),
  );
  for (const article of inOrder) {
    const original = article.translatedFrom === undefined ? undefined : known(ids, article.translatedFrom);
    const drafted = await seedArticle(db, article, { ...seeding, storyId, original });
    storyId = drafted.storyId;
    ids.set(article.edition, drafted.articleId);
    seeding.published.set(nameOf(article), drafted.articleId);
  }
}

async function seedArticle(
  db: Db,
  article: DemoArticle,
  { seeded, media, storyId, original }: Seeding & { storyId: string | undefined; original: string | undefined },
) {
  const { edition, sections, topics, people } = known(seeded, article.edition);
  const at = new Date(article.publishedAt);
  const { picture, origin } = article;
  const drafted = await draftArticle(db, {
    edition,
    slug: article.slug,
    headline: article.headline,
    standfirst: article.standfirst,
    document: documentOf(withMedia(article.body, (file) => known(media, file))),
    dateline: article.dateline,
    origin: origin ? { name: origin.name, url: origin.url ?? null } : null,
    sectionId: known(sections, article.section),
    topicIds: article.topics.map((topic) => known(topics, topic)),
    authorIds: article.authors.map((person) => known(people, person)),
    picture: picture ? { id: known(media, picture.file), alt: picture.alt, caption: picture.caption } : null,
    ...(storyId !== undefined && { storyId }),
    ...(original !== undefined && { translatedFrom: original }),
    by: "the newsroom",
    at,
  });
  await publishArticle(db, { articleId: drafted.articleId, by: "the newsroom", at });
  return drafted;
}

/** Under which name an article is known here. */
function nameOf({ edition, slug }: Pick<DemoArticle, "edition" | "slug">): string {
  return `${edition}/${slug}`;
}

type Told = { readonly published: ReadonlyMap<string, string>; readonly left: ReadonlySet<string>; readonly at: Date };

async function seedFronts(
  db: Db,
  seeded: ReadonlyMap<string, Seeded>,
  { stories, published, at }: Pick<Told, "published" | "at"> & { readonly stories: readonly DemoStory[] },
): Promise<void> {
  for (const [code, { edition }] of seeded) {
    const placed = stories
      .flatMap(({ articles }) => articles)
      .filter((article) => article.edition === code && article.front !== undefined)
      .toSorted((one, other) => (one.front ?? 0) - (other.front ?? 0));
    const places = placed.map(({ slug }) => ({ articleId: known(published, `${code}/${slug}`), until: null }));
    await arrangeFront(db, { edition, arrangement: { places, sections: [] }, startsAt: at, by: "the newsroom", at });
  }
}

async function seedEvents(db: Db, seeded: ReadonlyMap<string, Seeded>, { published, left, at }: Told): Promise<void> {
  const hand = { by: "the newsroom", at };
  const eventIds: string[] = [];
  for (const { edtf, texts, sources, stories } of EVENTS) {
    const date = eventDate(edtf);
    if (!date) throw new Error(`${edtf} is no date`);
    const kept = await keepEvent(db, { draft: { date, texts, sourceIds: sources }, ...hand });
    if ("refusal" in kept) throw new Error(kept.refusal);
    eventIds.push(kept.id);
    for (const story of stories) {
      if (left.has(story)) continue;
      const articleId = known(published, story);
      await useEvent(db, { eventId: kept.id, articleId, sentence: "", ...hand });
    }
  }
  for (const [code, line] of Object.entries(TIMELINES)) {
    const { edition } = known(seeded, code);
    const refused = await keepTimeline(db, { edition, line, eventIds, isNew: true, ...hand });
    if (refused) throw new Error(refused.refusal);
  }
}

// The demo's readers gave no addresses, so nothing is sealed with these.
const NO_KEYS = { address: "", index: "", challenge: "" };

async function seedReplies(db: Db, { published, left }: Pick<Told, "published" | "left">): Promise<void> {
  const ids: string[] = [];
  // Written down and off: its page shows what it would have done.
  const [began] = REPLIES;
  await addRule(db, {
    kind: "words",
    terms: { ...NO_TERMS, words: ["casino*", "payday loan*"] },
    effect: "hold",
    reason: null,
    by: "the newsroom",
    at: new Date(began?.writtenAt ?? 0),
  });
  for (const { edition, slug, name, text, writtenAt, answers, quote = "" } of REPLIES) {
    if (left.has(nameOf({ edition, slug }))) continue;
    const at = new Date(writtenAt);
    const posted = await postReply(db, {
      articleId: known(published, `${edition}/${slug}`),
      name,
      email: "",
      text,
      quote,
      kind: "reply",
      parent: answers === undefined ? "" : (ids[answers] ?? ""),
      challenge: undefined,
      guestToken: undefined,
      keys: NO_KEYS,
      at,
    });
    if (!("replyId" in posted)) throw new Error(`the reply of ${name} is not taken`);
    ids.push(posted.replyId);
    await decideReplies(db, {
      chosen: { ids: [posted.replyId] },
      to: "shown",
      reason: null,
      note: "",
      by: "the newsroom",
      at,
    });
  }
}

function known<Value>(all: ReadonlyMap<string, Value>, key: string): Value {
  const value = all.get(key);
  if (value === undefined) throw new Error(`the newsroom has no "${key}"`);
  return value;
}
