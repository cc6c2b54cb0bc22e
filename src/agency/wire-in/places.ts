/** Who and what copy names, as people, section and topics of ours. What we have none for is told, and nobody is invented. */
import type { Edition } from "#agency/editions/editions.ts";
import { type NamedPlace, sectionsOf, topicNow, topicsOf } from "#agency/editions/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { foldedWords } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { slugFor } from "#text/slug/slug.ts";
import type { CopyPicture, WireCopy } from "#text/wire/copy.ts";

/** What came with copy and is not in the draft that was made of it. */
export type LeftOut =
  | { readonly what: "author" | "section" | "topic"; readonly name: string }
  | {
      readonly what: "picture";
      readonly picture: CopyPicture;
      /** A problem of fetching or of reading pictures, a status of HTTP, or `many`. */
      readonly why: string;
      /** Of the library, once it could be had. */
      readonly id?: string;
    };

export type Places = {
  readonly sectionId: string | null;
  readonly topicIds: readonly string[];
  readonly authorIds: readonly string[];
  readonly left: readonly LeftOut[];
};

/** Places are known by their slug or their name. The first topic that is a section of ours serves where no section is named. */
export async function placesFor(
  db: Db,
  { edition, copy }: { readonly edition: Edition; readonly copy: WireCopy },
): Promise<Places> {
  const slugsOf = (name: string) => slugsFor(name, [edition.language, copy.language ?? edition.language]);
  const sections = await sectionsOf(db, edition.id);
  const topics = await topicsOf(db, edition.id);
  const inSections = (name: string) => among(sections, name, slugsOf(name));
  const inTopics = async (name: string) => {
    const now = await Promise.all(slugsOf(name).map(async (slug) => (await topicNow(db, edition.id, slug)) ?? slug));
    return among(topics, name, now);
  };
  const left: LeftOut[] = [];
  const topicIds = new Set<string>();
  let section = copy.section === null ? undefined : inSections(copy.section);
  if (copy.section !== null && !section) {
    const topic = await inTopics(copy.section);
    if (topic) topicIds.add(topic.id);
    else left.push({ what: "section", name: copy.section });
  }
  for (const name of new Set(copy.topics)) {
    const topic = await inTopics(name);
    const place = inSections(name);
    section ??= place;
    if (topic) topicIds.add(topic.id);
    else if (!place || place !== section) left.push({ what: "topic", name });
  }
  const { authorIds, unknown } = await byline(db, { edition, authors: copy.authors, slugsOf });
  return {
    sectionId: section?.id ?? null,
    topicIds: [...topicIds],
    authorIds,
    left: [...unknown.map((name): LeftOut => ({ what: "author", name })), ...left],
  };
}

function slugsFor(name: string, languages: readonly string[]): string[] {
  return [...new Set([name.trim().toLowerCase(), ...languages.map((language) => slugFor(name, language))])];
}

type Known = Pick<NamedPlace, "id" | "slug" | "name">;

function among<One extends Known>(known: readonly One[], name: string, slugs: readonly string[]): One | undefined {
  const words = foldedWords(name);
  return known.find((one) => slugs.includes(one.slug) || (words !== "" && foldedWords(one.name) === words));
}

type Byline = {
  readonly edition: Edition;
  readonly authors: readonly string[];
  readonly slugsOf: (name: string) => string[];
};

async function byline(db: Db, { edition, authors, slugsOf }: Byline) {
  const people = await peopleOf(db, edition.id);
  const person = (name: string) => among(people, name, slugsOf(name))?.id;
  const names = authors.flatMap((line) => (person(line) === undefined ? namesIn(line) : [line]));
  const ids = [...new Set(names)].map((name) => [name, person(name)] as const);
  return {
    authorIds: [...new Set(ids.flatMap(([, id]) => id ?? []))],
    unknown: ids.flatMap(([name, id]) => (id === undefined ? [name] : [])),
  };
}

/** `By Mira Oduya and Ines Tallow`, as feeds write several in one line. */
function namesIn(line: string): string[] {
  return line
    .replace(/^\s*by\s+/i, "")
    .split(/\s*[,;&،]\s*|\s+(?:and|und|et|y|и|та|و)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
