/** Who writes here, and what each has written. */
import { articlesBy } from "#agency/articles/queries.ts";
import { peopleOf, personBySlug } from "#agency/people/queries.ts";
import { cardsFor, leafOf, personOf } from "./cards.ts";
import { frameFor, headFor, samePageElsewhere } from "./frame.ts";
import { leafAsked, saidOn } from "./lists.tsx";
import { personStructuredData } from "./structured-data.ts";
import { PeoplePage, PersonPage } from "./views/people.tsx";

import type { PrintPage } from "./visit.ts";

export const printPeople: PrintPage = async (visit) => {
  const { db, edition, words, agency } = visit;
  const people = await peopleOf(db, edition.id);
  const said = await saidOn(visit);
  return {
    html: (
      <PeoplePage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, { title: words.people, description: `${agency.name}. ${words.peopleIntroduction}` })}
        people={people.map((person) => ({ ...personOf(edition, person), about: said.line(firstOf(person.about)) }))}
      />
    ),
    topics: [`people:${edition.code}`],
  };
};

export const printPerson: PrintPage = async (visit) => {
  const { db, edition, steps } = visit;
  const person = await personBySlug(db, edition.id, steps["person"] ?? "");
  if (!person) return undefined;
  const said = await saidOn(visit);
  const { cards, paging } = leafOf(visit, await articlesBy(db, edition.id, person.id, leafAsked(visit)));
  return {
    html: (
      <PersonPage
        frame={await frameFor(visit, { feed: { path: visit.path, name: person.name } })}
        head={headFor(visit, {
          title: person.name,
          description: said.social(person.about) || said.social(person.office),
          type: "profile",
          structuredData: personStructuredData(visit, { ...person, about: said.social(person.about) }),
        })}
        person={personOf(edition, person)}
        about={paragraphsOf(person.about).map(said.line)}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [`people:${edition.code}`, `front:${edition.code}`],
  };
};

function firstOf(about: string): string {
  return paragraphsOf(about)[0] ?? "";
}

/** An empty line parts them. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
