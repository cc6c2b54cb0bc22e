/** A page that needs no store: the house's name above, no menus, and what there is to say. */
import type { Child } from "hono/jsx";
import { Files } from "./head.tsx";
import type { BrokenPageValues } from "./values.ts";

export type BarePageValues = Omit<BrokenPageValues, "reference">;

type Bare = BarePageValues & { readonly title: string; readonly sentence: string; readonly children: Child };

export const BarePage = ({ agency, language, direction, home, assets, title, sentence, children }: Bare) => (
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
          {children}
        </header>
      </main>
    </body>
  </html>
);
