/** One story: headline, picture, text; in the margin who, when and where from; below it what it rests on. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { languageName, ownLanguageName } from "#lib/languages.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { Byline } from "./byline.tsx";
import { Card, Kicker } from "./card.tsx";
import { Became, EventsInStory } from "./events.tsx";
import { Labelled } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import { Figure } from "./picture.tsx";
import { GraveNotes, OtherNotes, Withheld } from "./record.tsx";
import { CheckedQuotes, SourceList } from "./sources.tsx";
import { Tags } from "./tags.tsx";
import type { ArticlePageValues, ArticleValues } from "./values.ts";

const MORE = 6;

type ArticlePageProps = ArticlePageValues & {
  /** What is said to it, below it; a preview has none. */
  readonly children?: Child;
};

export const ArticlePage = ({ frame, head, article, more, preview, current, children }: ArticlePageProps) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="reading">
      {preview !== undefined && (
        <Notice>
          <p>{preview}</p>
          {current && (
            <p>
              <a href={current.href}>{current.text}</a>
            </p>
          )}
        </Notice>
      )}
      <article class="article">
        {article.notices !== undefined && <div class="text-notices">{raw(article.notices)}</div>}
        <ArticleHead article={article} />
        <SmallPrint article={article} words={words} language={language} labels={frame.foot.labels} />
        {article.picture && <Figure picture={article.picture} first sizes="(min-width: 64rem) 56rem, 100vw" />}
        {article.folds && !article.isRetracted && <Fold words={words} />}
        <ArticleText article={article} words={words} />
        <ArticleFoot article={article} words={words} />
        {head.canonical !== undefined && <Address address={head.canonical} words={words} />}
      </article>
      {children}
      {more.length > 0 && (
        <section class="block more" aria-labelledby="more">
          <h2 class="block-name" id="more">
            {words.moreStories}
          </h2>
          <div class="more-grid">
            {more.slice(0, MORE).map((card) => (
              <Card card={card} rank="plain" level={3} words={words} language={language} />
            ))}
          </div>
        </section>
      )}
    </Layout>
  );
};

export const ArticleHead = ({ article }: { article: ArticleValues }) => (
  <header class="article-head">
    {article.section && <Kicker section={article.section} />}
    <h1>
      <Labelled text={article.headline} />
    </h1>
    {article.standfirst.length > 0 && (
      <p class="standfirst">
        <Labelled text={article.standfirst} />
      </p>
    )}
  </header>
);

/** The reader's own choice, by the sheet alone: the page is the same for everybody, and the labels stay in it. */
const Fold = ({ words }: { words: Words }) => (
  <p class="fold">
    <input type="checkbox" id="fold" /> <label for="fold">{words.foldLabels}</label>
  </p>
);

export const ArticleText = ({ article, words }: { article: ArticleValues; words: Words }) => (
  <div class="text">
    <GraveNotes notes={article.notes} words={words} />
    <Withheld sentences={article.withheld} />
    {article.dateline && !article.isRetracted && (
      <p class={isClosed(article.dateline.text) ? "dateline" : "dateline open"}>
        {article.dateline.iso === undefined ? (
          article.dateline.text
        ) : (
          <time datetime={article.dateline.iso}>{article.dateline.text}</time>
        )}
      </p>
    )}
    {!article.isRetracted && <div class="body">{raw(article.body)}</div>}
  </div>
);

// "16.02.2018, Brussels." and "BRUSSELS, Feb. 16 —" lead into the text by themselves; the sheet closes the others.
function isClosed(dateline: string): boolean {
  return /[.:—–-]\s*$/u.test(dateline);
}

type SmallPrintProps = {
  readonly article: ArticleValues;
  readonly words: Words;
  readonly language: string;
  readonly labels?: string | undefined;
};

const SmallPrint = ({ article, words, language }: SmallPrintProps) => (
  <div class="small-print">
    {article.authors.length > 0 && (
      <p class="authors">
        <Byline authors={article.authors} words={words} language={language} />
        {article.authors.length === 1 && article.authors[0]?.office && (
          <span class="office">{article.authors[0].office}</span>
        )}
      </p>
    )}
    <Dates article={article} words={words} />
    <Origin article={article} words={words} language={language} />
    {article.translations.length > 0 && (
      <div class="also">
        <p>{words.alsoIn}</p>
        <ul>
          {article.translations.map(({ href, language }) => (
            <li>
              <a href={href} lang={language} hreflang={language}>
                {ownLanguageName(language)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )}
    {article.history !== undefined && (
      <p class="to-print">
        <a href={article.history}>{words.record.history}</a>
      </p>
    )}
    {article.print !== undefined && (
      <p class="to-print">
        <a href={article.print}>{words.printVersion}</a>
      </p>
    )}
  </div>
);

export const Dates = ({ article, words }: { article: ArticleValues; words: Words }) => (
  <dl class="dates">
    <div>
      <dt>{words.published}</dt>
      <dd>
        <Time moment={article.published} />
      </dd>
    </div>
    {article.changed && (
      <div>
        <dt>{words.changed}</dt>
        <dd>
          <Time moment={article.changed} />
        </dd>
      </div>
    )}
  </dl>
);

type OriginProps = { readonly article: ArticleValues; readonly words: Words; readonly language: string };

export const Origin = ({ article: { origin, translatedFrom }, words, language }: OriginProps) => (
  <>
    {origin && (
      <p class="origin">
        {words.origin}{" "}
        {origin.href === undefined ? (
          <span lang={origin.language}>{origin.name}</span>
        ) : (
          <a href={origin.href} lang={origin.language}>
            {origin.name}
          </a>
        )}
      </p>
    )}
    {translatedFrom && (
      <p class="translated">
        <a href={translatedFrom.href} hreflang={translatedFrom.language}>
          {words.translatedFrom(languageName(translatedFrom.language, language))}
        </a>
      </p>
    )}
  </>
);

export const ArticleFoot = ({ article, words }: { article: ArticleValues; words: Words }) => (
  <footer class="article-foot">
    <OtherNotes notes={article.notes} words={words} />
    <Became time={article.time} words={words} />
    {!article.isRetracted && <EventsInStory time={article.time} words={words} />}
    {article.quoted && article.quoted.length > 0 && <Quoted quoted={article.quoted} words={words} />}
    {article.checked && article.checked.length > 0 && (
      <section aria-labelledby="checked">
        <h2 id="checked">{words.checkedQuotes}</h2>
        <CheckedQuotes quotes={article.checked} words={words} />
      </section>
    )}
    {article.sources.length > 0 && (
      <section aria-labelledby="sources">
        <h2 id="sources">{words.sources}</h2>
        <SourceList sources={article.sources} words={words} />
      </section>
    )}
    <Tags title={words.topics} links={article.topics} />
    {article.proof !== undefined && (
      <p class="to-proof">
        <a href={article.proof}>{words.log.proof}</a>
      </p>
    )}
  </footer>
);

/** Where the story stands, in full; the screen has its own address bar. */
export const Address = ({ address, words }: { address: string; words: Words }) => (
  <p class="address">
    {words.printedFrom} <span dir="ltr">{address}</span>
  </p>
);

const Quoted = ({ quoted, words }: { quoted: NonNullable<ArticleValues["quoted"]>; words: Words }) => (
  <section aria-labelledby="quoted">
    <h2 id="quoted">{words.quoted}</h2>
    <ul class="quoted">
      {quoted.map(({ speaker, office }) => (
        <li>
          {speaker} {office && <span class="kind">{office}</span>}
        </li>
      ))}
    </ul>
  </section>
);
