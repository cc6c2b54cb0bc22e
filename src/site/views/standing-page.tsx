/** What the agency says of itself, with when it last changed. */
import { raw } from "hono/html";
import { wordsFor } from "../words/words.ts";
import { Labelled } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type { StandingPageValues } from "./values.ts";

export const StandingPageView = ({ frame, head, title, body, changed, contact, legal }: StandingPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <article class="standing">
        <header class="list-head">
          <h1>
            <Labelled text={title} />
          </h1>
        </header>
        <div class="body">{raw(body)}</div>
        {contact !== undefined && (
          <p>
            <a href={contact}>{contact.replace(/^mailto:/, "")}</a>
          </p>
        )}
        {legal.length > 0 && (
          <dl class="facts">
            {legal.map(({ fact, text }) => (
              <div>
                <dt>{words.legal[fact]}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <p class="print">
          {words.changed} <Time moment={changed} />
        </p>
      </article>
    </Layout>
  );
};
