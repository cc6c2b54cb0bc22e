/** Pages behind the links of letters: each says what it is about, and does nothing until its button is pressed. */
import { LONGEST_NAME, LONGEST_REPLY } from "#agency/replies/replies.ts";
import { wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import type { Link, Page } from "./values.ts";

type AskProps = Page & {
  readonly title: string;
  readonly sentence: string;
  /** Where the button leads; without it there is nothing to press. */
  readonly action?: string;
  readonly button?: string;
  /** For who has to say which address is meant. */
  readonly asksEmail?: string;
  readonly problem?: string | undefined;
  readonly typed?: string | undefined;
  readonly back?: Link | undefined;
};

export const AskPage = ({
  frame,
  head,
  title,
  sentence,
  action,
  button,
  asksEmail,
  problem,
  typed,
  back,
}: AskProps) => (
  <Layout frame={frame} head={head} kind="list replies-page">
    <header class="list-head">
      <h1>{title}</h1>
    </header>
    <div class="replies">
      <p role={action === undefined ? "status" : undefined}>{sentence}</p>
      {action !== undefined && (
        <form class="reply-form" method="post" action={action}>
          {problem !== undefined && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
          {asksEmail !== undefined && (
            <p>
              <label for="email">{asksEmail}</label>
              <input id="email" name="email" type="email" required autocomplete="email" value={typed} dir="ltr" />
            </p>
          )}
          <p class="buttons">
            <button type="submit">{button}</button>
          </p>
        </form>
      )}
      {back && (
        <p>
          <a href={back.href}>{back.text}</a>
        </p>
      )}
    </div>
  </Layout>
);

type BehindProps = Page & {
  readonly article: Link;
  readonly action: string;
  readonly typed: { readonly name: string; readonly text: string; readonly quote: string };
  readonly problem?: string | undefined;
};

export const BehindPage = ({ frame, head, article, action, typed, problem }: BehindProps) => {
  const { words } = wordsFor(frame.edition.language);
  const { behind } = words.doors;
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <header class="list-head">
        <p class="kicker">
          <a href={article.href}>{article.text}</a>
        </p>
        <h1>{behind.title}</h1>
      </header>
      <form class="reply-form replies" method="post" action={action}>
        <p>{behind.hint}</p>
        {problem !== undefined && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          <label for="reply-name">{words.replies.name}</label>
          <input
            id="reply-name"
            name="name"
            type="text"
            required
            maxlength={LONGEST_NAME}
            autocomplete="name"
            value={typed.name}
            dir="auto"
          />
        </p>
        {typed.quote !== "" && (
          <blockquote class="of-article" dir="auto">
            <p>{typed.quote}</p>
          </blockquote>
        )}
        <p>
          <label for="reply-text">{words.replies.text}</label>
          <textarea id="reply-text" name="text" required maxlength={LONGEST_REPLY} rows={8} dir="auto">
            {`\n${typed.text}`}
          </textarea>
        </p>
        <p class="buttons">
          <button type="submit">{words.replies.finish}</button>
        </p>
      </form>
    </Layout>
  );
};
