/** The page that stands while the site moves to another database: what was sent waits in it to be sent again. */
import { wordsFor } from "../words/words.ts";
import { Files } from "./head.tsx";
import type { BrokenPageValues } from "./values.ts";

type MovingPageValues = Omit<BrokenPageValues, "reference"> & {
  readonly method: string;
  readonly address: string;
  readonly sent: readonly (readonly [name: string, value: string])[];
};

export const MovingPage = ({ agency, language, direction, home, assets, method, address, sent }: MovingPageValues) => {
  const { words } = wordsFor(language);
  const { title, sentence, again, look } = words.moving;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${agency}`}</title>
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
            <h1>{title}</h1>
            <p class="introduction">{sentence}</p>
            {method === "POST" ? (
              <form method="post" action={address}>
                {sent.map(([name, value]) => (
                  <input type="hidden" name={name} value={value} />
                ))}
                <p>
                  <button type="submit">{again}</button>
                </p>
              </form>
            ) : (
              <p>
                <a class="onward" href={address}>
                  {look}
                </a>
              </p>
            )}
          </header>
        </main>
      </body>
    </html>
  );
};
