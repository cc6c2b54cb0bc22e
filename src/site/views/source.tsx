/** A source: what it is, where it is, what was kept of it, and the stories that rest on it. */

import { languageName } from "#lib/languages.ts";
import { wordsFor } from "../words/words.ts";
import { River } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Paging } from "./paging.tsx";
import type { SourcePageValues } from "./values.ts";

export const SourcePage = (page: SourcePageValues) => {
  const { frame, head, name, kind, office, language, date, url, dead, kept, cards, paging } = page;
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <p class="kicker">{words.sourceKinds[kind]}</p>
        <h1 lang={language}>{name}</h1>
        {office !== "" && <p class="introduction">{office}</p>}
      </header>
      <dl class="facts">
        {date && (
          <div>
            <dt>{words.source.date}</dt>
            <dd>
              <Time moment={date} />
            </dd>
          </div>
        )}
        {language !== undefined && (
          <div>
            <dt>{words.source.language}</dt>
            <dd>{languageName(language, frame.edition.language)}</dd>
          </div>
        )}
        {url !== undefined && (
          <div>
            <dt>{words.source.address}</dt>
            <dd>
              {dead ? (
                <>
                  <span dir="ltr">{url}</span> <span class="kind">{words.source.dead}</span> <Time moment={dead} />
                </>
              ) : (
                <a href={url} dir="ltr">
                  {url}
                </a>
              )}
            </dd>
          </div>
        )}
        {kept && (
          <div>
            <dt>{words.source.kept}</dt>
            <dd>
              <Time moment={kept.at} />
            </dd>
          </div>
        )}
        {kept && (
          <div>
            <dt>{words.source.digest}</dt>
            <dd class="digest" dir="ltr">
              {kept.digest}
            </dd>
          </div>
        )}
      </dl>
      <section aria-labelledby="rests">
        <h2 id="rests">{words.source.rests}</h2>
        {cards.length > 0 ? (
          <River cards={cards} level={3} words={words} language={frame.edition.language} />
        ) : (
          <p>{words.source.restsNothing}</p>
        )}
        <Paging paging={paging} words={words} />
      </section>
    </Layout>
  );
};
