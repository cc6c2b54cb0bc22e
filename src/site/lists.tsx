/** Sections and topics: their articles by time. */
import { articlesOfSection, articlesOnTopic } from "#agency/articles/queries.ts";
import { sectionsOf, topicBySlug, topicNow } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { CARDS_A_LEAF, cardsFor, labelled, leafOf, placeFrom } from "./cards.ts";
import { frameFor, headFor, homeOf } from "./frame.ts";
import { plain } from "./views/labelled.tsx";
import { SectionPage, TopicPage } from "./views/lists.tsx";
import type { LabelledText } from "./views/values.ts";

import type { EditionVisit, PrintPage } from "./visit.ts";

export const printSection: PrintPage = async (visit) => {
  const { db, edition, steps, words, agency } = visit;
  const section = (await sectionsOf(db, edition.id)).find(({ slug }) => slug === steps["section"]);
  if (!section) return undefined;
  const { cards, paging } = leafOf(visit, await articlesOfSection(db, edition.id, section.id, leafAsked(visit)));
  const said = await saidOn(visit);
  return {
    html: (
      <SectionPage
        frame={await frameFor(visit, { section: section.slug, feed: { path: visit.path, name: section.name } })}
        head={headFor(visit, {
          title: said.social(section.name),
          description: `${words.section}: ${said.social(section.name)}. ${agency.name}`,
        })}
        name={said.line(section.name)}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [`front:${edition.code}`],
  };
};

export const printTopic: PrintPage = async (visit) => {
  const { db, edition, steps, words, agency } = visit;
  const slug = steps["topic"] ?? "";
  const topic = await topicBySlug(db, edition.id, slug);
  if (!topic) {
    const now = await topicNow(db, edition.id, slug);
    return now === undefined ? undefined : { movedTo: `${homeOf(edition)}topics/${now}`, topics: [] };
  }
  const { cards, paging } = leafOf(visit, await articlesOnTopic(db, edition.id, topic.id, leafAsked(visit)));
  const said = await saidOn(visit);
  return {
    html: (
      <TopicPage
        frame={await frameFor(visit, { feed: { path: visit.path, name: topic.name } })}
        head={headFor(visit, {
          title: said.social(topic.name),
          description: said.social(topic.description) || `${words.topic}: ${said.social(topic.name)}. ${agency.name}`,
        })}
        name={said.line(topic.name)}
        description={said.line(topic.description)}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [`front:${edition.code}`],
  };
};

/** What a page says of itself, on it and where others show it, with its labels. */
export async function saidOn({ db, edition, at }: EditionVisit) {
  const labeller = await labellerFor(db, edition, at);
  return {
    line: (text: string): LabelledText => labelled(edition, labeller.line(text, "headline", at)),
    social: (text: string) => plain(labeller.line(text, "social", at)),
  };
}

/** One more than fits, so that it shows whether there is another leaf. */
export function leafAsked({ query }: EditionVisit) {
  return { limit: CARDS_A_LEAF + 1, before: placeFrom(query["before"]) };
}
