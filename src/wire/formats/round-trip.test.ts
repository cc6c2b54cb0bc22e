import { expect, test } from "bun:test";
import { publishArticle } from "#agency/articles/actions.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { editions } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { wireItem } from "#agency/wire/stories.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { printPlain } from "#text/document/plain.ts";
import { intakeOf, type WireCopy } from "#text/wire/copy.ts";
import { withoutEntities } from "#text/wire/loose-xml.ts";
import { writeNewsMlG2 } from "#text/wire/newsml-g2.ts";
import { writeNinjs } from "#text/wire/ninjs.ts";
import { writeNitf } from "#text/wire/nitf.ts";
import { readWireText } from "#text/wire/read/wire.ts";
import type { WireStory } from "#text/wire/story.ts";

const NOON = new Date("2026-11-20T12:00:00Z");

const FORMATS: Readonly<Record<string, (story: WireStory) => string>> = {
  ninjs: (story) => JSON.stringify(writeNinjs(story, "3.1")),
  "ninjs 2": (story) => JSON.stringify(writeNinjs(story, "2.2")),
  "NewsML-G2": (story) => writeNewsMlG2(story, NOON),
  NITF: writeNitf,
};

function readBack(text: string): WireCopy {
  const read = readWireText(text);
  if ("problem" in read || read.items.length !== 1 || !read.items[0])
    throw new Error(JSON.stringify(read).slice(0, 200));
  return read.items[0];
}

/** What has to come through every format. */
function facts(story: WireStory | WireCopy) {
  const { status, signal, note, language, version, headline, standfirst, dateline, rights, corrections, authors } =
    story;
  const seconds = (at: Date | null) => at && Math.floor(at.getTime() / 1000);
  return {
    id: "uri" in story ? story.uri : story.id,
    original: "uri" in story ? (story.original?.uri ?? null) : story.original,
    version,
    status,
    signal,
    note,
    language,
    headline,
    standfirst,
    dateline,
    rights,
    corrections,
    authors,
    origin: story.origin?.name ?? null,
    address: story.address,
    embargoedUntil: seconds(story.embargoedUntil),
    versionCreated: seconds(story.versionCreated),
  };
}

function isFullest({ status, translations, pictures, organisations, speakers }: WireStory): boolean {
  const all = [translations.slice(1), pictures, organisations, speakers];
  return status === "usable" && all.every((some) => some.length > 0);
}

const CORRECTED = {
  kind: "correction",
  sentence: "It was the outer quay, not the inner one.",
  correction: {
    oldWords: "the inner quay",
    newWords: "the outer quay",
    severity: "minor",
    askedBy: "",
    isAskerPublic: false,
  },
} as const;

function picturesOf(story: WireStory | WireCopy) {
  return story.pictures.map((picture) => ({
    href:
      "renditions" in picture
        ? picture.renditions.toSorted((one, other) => other.width - one.width)[0]?.href
        : picture.href,
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    usageTerms: picture.usageTerms,
  }));
}

/** Words without regard to how they are spaced: formats break lines where they like. */
function evened(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

async function stories(door: Door): Promise<readonly WireStory[]> {
  const ids = await door.db
    .selectFrom("article")
    .select("id")
    .where("published_at", "is not", null)
    .orderBy("id")
    .execute();
  const items = await Promise.all(
    ids.map(({ id }) => wireItem(door.db, { articleId: id, url: "https://strait.example", at: NOON })),
  );
  return items.flatMap((item) => item?.story ?? []);
}

for (const engine of engines) {
  test(`${engine}: a story goes through every format and back with all it says, under embargo and after a retraction too`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.as("editor").get("/desk/");
    const by = door.as("editor").staff;
    const retracted = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select("article.id")
      .where("edition.code", "=", "en")
      .where("state", "=", "published")
      .orderBy("published_at")
      .limit(2)
      .execute();
    const [first, second] = retracted.map(({ id }) => id);
    await moveArticle(door.db, { articleId: first ?? "", move: "retract", by, note: "It was invented.", at: NOON });
    await moveArticle(door.db, {
      articleId: second ?? "",
      move: "kill",
      by,
      note: "A court said so: at once.",
      at: NOON,
    });
    const fullest = (await stories(door)).find(isFullest);
    expect(fullest?.uri).toStartWith("urn:uuid:");
    const articleId = fullest?.uri.slice("urn:uuid:".length) ?? "";
    await publishArticle(door.db, { articleId, change: CORRECTED, by: by.id, at: NOON });
    const all = await stories(door);
    expect(all.filter(({ original }) => original !== null).length).toBeGreaterThan(0);
    expect(all.filter(({ origin }) => origin !== null).length).toBeGreaterThan(0);
    // One has it all: translated twice, corrected, under embargo, with a picture, organisations and quotations.
    expect(all.filter((story) => isFullest(story) && story.corrections.length > 0)).toHaveLength(1);
    for (const story of all) {
      const sent: WireStory =
        story.status === "usable" ? { ...story, embargoedUntil: new Date("2026-12-01T06:00:00Z") } : story;
      for (const [format, write] of Object.entries(FORMATS)) {
        const copy = readBack(write(sent));
        expect({ format, ...facts(copy) }).toEqual({ format, ...facts(sent) });
        expect({ format, pictures: picturesOf(copy) }).toEqual({ format, pictures: picturesOf(sent) });
        const words = copy.body.format === "html" ? wordsOfHtml(copy.body.words) : copy.body.words;
        expect([format, evened(words)]).toEqual([format, evened(wordsWithoutPictures(sent))]);
      }
    }
  });

  test(`${engine}: taken in again and printed under the same law, the body has the same words and the same labels`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const known = await editions(door.db);
    let labelled = 0;
    for (const story of await stories(door)) {
      // What an editor has decided about one mention stands in no format.
      if (/"decision":"(?:none|label)"/.test(JSON.stringify(story.document))) continue;
      const edition = known.find(({ language }) => language === story.language);
      if (!edition) throw new Error(`no edition speaks ${story.language}`);
      const labeller = await labellerFor(door.db, edition, NOON, "wire");
      for (const [format, write] of Object.entries(FORMATS)) {
        const { document } = intakeOf(readBack(write(story)), {
          language: edition.language,
          dateOrder: edition.dateOrder,
          today: "2026-11-20",
        });
        expect(JSON.stringify(document)).not.toContain('"label"');
        const printed = printPlain(
          labeller.body(document, story.firstCreated, [story.headline, story.standfirst]),
        ).text;
        expect([format, evened(printed)]).toEqual([format, evened(wordsWithoutPictures(story))]);
      }
      labelled += story.organisations.filter(({ labels }) => labels.length > 0).length;
    }
    expect(labelled).toBeGreaterThan(0);
  });
}

/** Without what stands outside the text: captions, who is quoted in a quotation that is set off. */
function wordsOfHtml(html: string): string {
  return withoutEntities(
    html
      .replaceAll(/<figure class="picture">[\s\S]*?<\/figure>|<figcaption>[\s\S]*?<\/figcaption>/g, " ")
      .replaceAll(/<\/?(?:p|h\d|ul|ol|li|blockquote|figure|div|table|tr|td|th|br|hr)\b[^>]*>/g, " ")
      .replaceAll(/<[^>]*>/g, ""),
  );
}

/** Captions come with their pictures. */
function wordsWithoutPictures({ document }: WireStory): string {
  return printPlain({ ...document, content: document.content.filter(({ type }) => type !== "picture") }).text;
}
