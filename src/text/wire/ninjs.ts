/**
 * ninjs, IPTC's news in JSON: 3.1, 2.2 and 1.x's successor names. Its schemas forbid properties of one's own, so that
 * what Dateline says beyond them stands in existing ones; `docs/wire.md` has the table.
 */
import { correctionLine, noteOf, type WirePicture, type WireRelated, type WireStory } from "./story.ts";

export const NINJS_VERSIONS = ["3.1", "2.2"] as const;
export type NinjsVersion = (typeof NINJS_VERSIONS)[number];

type Json = Readonly<Record<string, unknown>>;

/** One story as a ninjs object. */
export function writeNinjs(story: WireStory, version: NinjsVersion): Json {
  const three = ninjs3(story);
  return version === "3.1" ? three : asNinjs2(three);
}

function ninjs3(story: WireStory): Json {
  const { section, origin, original, dateline, rights, principles } = story;
  return present({
    standard: {
      name: "ninjs",
      version: "3.1",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
    },
    uri: story.uri,
    type: "text",
    representationType: "full",
    version: String(story.version),
    firstCreated: story.firstCreated.toISOString(),
    versionCreated: story.versionCreated.toISOString(),
    // What the dateline says was written that day; midnight stands for a day without an hour.
    contentCreated: dateline && `${dateline.date}T00:00:00Z`,
    embargoedUntil: story.embargoedUntil?.toISOString(),
    pubStatus: story.status,
    urgency: story.urgency,
    copyrightHolder: rights.holder,
    copyrightNotice: rights.notice,
    usageTerms: rights.usageTerms,
    edNote: noteOf(story),
    language: story.language,
    headlines: [{ role: "main", contentType: "text/plain", value: story.headline }],
    descriptions: [
      ...(story.standfirst === "" ? [] : [{ role: "summary", contentType: "text/plain", value: story.standfirst }]),
      ...story.corrections.map((one) => ({
        role: one.kind,
        contentType: "text/plain",
        value: correctionLine(one),
      })),
    ],
    bodies:
      story.html === ""
        ? []
        : [
            { role: "main", contentType: "text/html", value: story.html },
            {
              role: "plain",
              contentType: "text/plain",
              charCount: [...story.text].length,
              wordCount: story.text.split(/\s+/).filter(Boolean).length,
              value: story.text,
            },
          ],
    by: story.authors.join(", "),
    located: dateline?.place,
    people: story.speakers.map(({ name, office }) => present({ name, rel: "quoted", literal: office })),
    organisations: story.organisations.map(({ id, name, uri }) =>
      present({ name, rel: "mentioned", uri, literal: id }),
    ),
    subjects: [
      ...(section === null ? [] : [{ name: section, rel: "section" }]),
      ...story.topics.map(({ name, uri }) => present({ name, rel: "topic", uri })),
      ...story.organisations.flatMap(({ id, uri, labels }) =>
        labels.map(({ wording, by }) => present({ name: wording, rel: "label", uri, literal: id, creator: by })),
      ),
    ],
    infoSources: [
      present({ name: story.provider.name, role: "provider", uri: story.provider.uri }),
      ...(origin ? [present({ name: origin.name, role: "origin", uri: origin.uri })] : []),
      ...story.sources.map(({ name, uri }) => present({ name, role: "source", uri })),
    ],
    associations: [
      ...story.pictures.map((picture, at) => pictureOf(picture, at, story)),
      ...(original ? [related(original, "translatedFrom")] : []),
      ...story.translations.map((one) => related(one, "translation")),
    ],
    altIds: story.address === null ? [] : [{ role: "page", value: story.address }],
    trustIndicators:
      principles === null
        ? []
        : [{ role: "https://schema.org/publishingPrinciples", title: principles.title, href: principles.href }],
  });
}

function pictureOf(picture: WirePicture, at: number, { language, versionCreated }: WireStory): Json {
  return present({
    name: at === 0 ? "main" : `picture-${at + 1}`,
    rel: "picture",
    uri: picture.uri,
    type: "picture",
    versionCreated: versionCreated.toISOString(),
    language,
    by: picture.credit,
    copyrightNotice: picture.credit,
    usageTerms: picture.usageTerms,
    descriptions: [
      ...(picture.caption === "" ? [] : [{ role: "caption", contentType: "text/plain", value: picture.caption }]),
      ...(picture.alt === "" ? [] : [{ role: "alternative", contentType: "text/plain", value: picture.alt }]),
    ],
    renditions: picture.renditions.map(({ href, type, width, height }) => ({
      name: `w${width}`,
      href,
      contentType: type,
      width,
      height,
    })),
  });
}

function related({ uri, headline, language }: WireRelated, rel: string): Json {
  return {
    name: `${rel}-${language}`,
    rel,
    uri,
    type: "text",
    language,
    headlines: [{ role: "main", contentType: "text/plain", value: headline }],
  };
}

/** 2.x has the same names in small letters, two of them shorter, and says no relation of an association but its name. */
function asNinjs2(three: Json): Json {
  return {
    ...inSmallLetters(three),
    standard: {
      name: "ninjs",
      version: "2.2",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json#",
    },
  };
}

const RENAMED: Readonly<Record<string, string>> = { embargoedUntil: "embargoed" };

function inSmallLetters(value: Json): Json {
  const isAssociation = "rel" in value && "type" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !(isAssociation && name === "rel"))
      .map(([name, one]) => [RENAMED[name] ?? name.toLowerCase(), lowered(one)]),
  );
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  // What was written above is plain objects, lists, words and numbers.
  return typeof value === "object" && value !== null ? inSmallLetters(value as Json) : value;
}

/** Without what is not said: `null`, empty words and empty lists. */
function present(all: Json): Json {
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
