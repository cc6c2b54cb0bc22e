/** People, sections and topics of an old site, as those that are here already or as new ones; each is looked for once. */
import type { Edition } from "#agency/editions/editions.ts";
import { keepSection, keepTopic } from "#agency/editions/places.ts";
import { sectionsOf, topicNow, topicsOf } from "#agency/editions/queries.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { personBySlug } from "#agency/people/queries.ts";
import type { Db } from "#store/db.ts";
import type { OldNamed } from "#text/moving/story.ts";
import { isSlug, slugFor } from "#text/slug/slug.ts";

type Here = { readonly db: Db; readonly edition: Edition; readonly isDry: boolean; readonly at: Date };

const LONGEST_NAME = 80;

/** In a dry run nothing is added, and what is not here yet has no id. */
export function placesHere({ db, edition, isDry, at }: Here) {
  const known = new Map<string, string>();
  const once = async (
    kind: string,
    { slug, name }: OldNamed,
    find: (slug: string) => Promise<string | undefined>,
    add: (slug: string, name: string) => Promise<string>,
  ) => {
    const ours = isSlug(slug) ? slug : slugFor(name, edition.language);
    const key = `${kind} ${ours}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const there = await find(ours);
    if (there === undefined && isDry) return undefined;
    const id = there ?? (await add(ours, name.slice(0, LONGEST_NAME)));
    known.set(key, id);
    return id;
  };
  const section = (one: OldNamed) =>
    once(
      "section",
      one,
      async (slug) => (await sectionsOf(db, edition.id)).find((known) => known.slug === slug)?.id,
      async (slug, name) =>
        keepSection(db, { editionId: edition.id, slug, name, position: (await sectionsOf(db, edition.id)).length, at }),
    );
  const topic = (one: OldNamed) =>
    once(
      "topic",
      one,
      async (slug) => {
        const now = (await topicNow(db, edition.id, slug)) ?? slug;
        return (await topicsOf(db, edition.id)).find((known) => known.slug === now)?.id;
      },
      (slug, name) => keepTopic(db, { editionId: edition.id, slug, name, description: "", at }),
    );
  const person = (one: OldNamed) =>
    once(
      "person",
      { slug: "", name: one.name },
      async (slug) => (await personBySlug(db, edition.id, slug))?.id,
      (slug, name) => keepPerson(db, { edition, slug, name, office: "", about: "", at }),
    );
  const all = async (some: readonly OldNamed[], one: (named: OldNamed) => Promise<string | undefined>) => {
    const ids: string[] = [];
    for (const named of some) {
      const id = await one(named);
      if (id !== undefined) ids.push(id);
    }
    return [...new Set(ids)];
  };
  return {
    section: async (one: OldNamed) => (await section(one)) ?? null,
    topics: (some: readonly OldNamed[]) => all(some, topic),
    people: (some: readonly OldNamed[]) => all(some, person),
  };
}
