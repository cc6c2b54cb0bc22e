/** A story for paper: nothing but the agency's name, the text, what it rests on, and where it stands. */
import { raw } from "hono/html";
import { wordsFor } from "../words/words.ts";
import { Address, ArticleFoot, ArticleHead, ArticleText, Dates, Origin } from "./article.tsx";
import { Byline } from "./byline.tsx";
import { HeadOf } from "./head.tsx";
import { Figure } from "./picture.tsx";
import type { PrintPageValues } from "./values.ts";

export const PrintPage = ({ frame, head, article, address }: PrintPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <html lang={language} dir={frame.direction}>
      <HeadOf frame={frame} head={head} />
      <body class="paper">
        <header class="paper-head">
          <p class="nameplate">
            <a href={frame.edition.href}>{frame.agency}</a>
          </p>
          <p class="back">
            <a href={article.href}>{words.backToArticle}</a>
          </p>
        </header>
        <main>
          <article class="article">
            {article.notices !== undefined && <div class="text-notices">{raw(article.notices)}</div>}
            <ArticleHead article={{ ...article, section: undefined }} />
            <div class="small-print">
              {article.authors.length > 0 && (
                <p class="authors">
                  <Byline authors={article.authors} words={words} language={language} links={false} />
                </p>
              )}
              <Dates article={article} words={words} />
              <Origin article={article} words={words} language={language} />
            </div>
            {article.picture && <Figure picture={article.picture} first />}
            <ArticleText article={article} words={words} />
            <ArticleFoot article={{ ...article, topics: [] }} words={words} />
          </article>
        </main>
        <footer class="paper-foot">
          <Address address={address} words={words} />
        </footer>
      </body>
    </html>
  );
};
