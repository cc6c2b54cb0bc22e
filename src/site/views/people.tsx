/** The people of an edition, and one of them with what they wrote. */
import { wordsFor } from "../words/words.ts";
import { PersonName } from "./byline.tsx";
import { River } from "./card.tsx";
import { Labelled, plain } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import { Paging } from "./paging.tsx";
import type { PeoplePageValues, PersonPageValues } from "./values.ts";

export const PeoplePage = ({ frame, head, people }: PeoplePageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <h1>{words.people}</h1>
        <p class="introduction">{words.peopleIntroduction}</p>
      </header>
      {people.length === 0 ? (
        <Notice>{words.nothingYet}</Notice>
      ) : (
        <ul class="people">
          {people.map((person) => (
            <li>
              <h2>
                <PersonName person={person} />
              </h2>
              {person.office && <p class="office">{person.office}</p>}
              {plain(person.about) !== "" && (
                <p>
                  <Labelled text={person.about} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
};

export const PersonPage = ({ frame, head, person, about, cards, paging }: PersonPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        {person.office && <p class="kicker">{person.office}</p>}
        <h1 lang={person.language}>{person.name}</h1>
        {about.map((paragraph) => (
          <p class="introduction">
            <Labelled text={paragraph} />
          </p>
        ))}
      </header>
      <section aria-labelledby="stories">
        <h2 id="stories">{words.storiesBy(person.name)}</h2>
        {cards.length > 0 ? (
          <River cards={cards} level={3} words={words} language={language} />
        ) : (
          <p>{words.nothingYet}</p>
        )}
        <Paging paging={paging} words={words} />
      </section>
    </Layout>
  );
};
