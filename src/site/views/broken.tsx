/** The page that stands when nothing else does: no menus, no queries, one way onward. */
import { wordsFor } from "../words/words.ts";
import { Files } from "./head.tsx";
import type { BrokenPageValues } from "./values.ts";

export const BrokenPage = ({ agency, language, direction, home, assets, reference }: BrokenPageValues) => {
  const { words } = wordsFor(language);
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.broken.title} · ${agency}`}</title>
        <meta name="robots" content="noindex" />
        <Files assets={assets} language={language} />
      </head>
      <body>
        <header class="masthead">
          <p class="nameplate">
            <a href={home}>{agency}</a>
          </p>
        </header>
        <main id="text" class="lost">
          <header class="list-head">
            <h1>{words.broken.title}</h1>
            <p class="introduction">{words.broken.sentence}</p>
            {reference !== undefined && (
              <p class="print">
                {words.broken.reference}: <code dir="ltr">{reference}</code>
              </p>
            )}
            <p>
              <a class="onward" href={home}>
                {words.broken.onward}
              </a>
            </p>
          </header>
        </main>
      </body>
    </html>
  );
};
