/** The replies to a story as a page that is not ours takes them in: a bare page, out of which a script takes one section. */
import type { Child } from "hono/jsx";
import { embedWordsFor } from "../words/embed.ts";
import { replyKeptWordsFor } from "../words/reply-kept.ts";
import { wordsFor } from "../words/words.ts";
import { Threads } from "./replies.tsx";
import type { EmbedFrame, EmbedPageValues, EmbedRefusedValues } from "./values.ts";

const Bare = ({ frame, title, children }: { frame: EmbedFrame; title: string; children: Child }) => (
  <html lang={frame.language} dir={frame.direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${frame.agency}`}</title>
      <meta name="robots" content="noindex" />
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
);

export const EmbedPage = ({ frame, article, replies, write, later, live }: EmbedPageValues) => {
  const { words } = wordsFor(frame.language);
  const said = words.replies;
  return (
    <Bare frame={frame} title={`${said.title}: ${article.text}`}>
      <section
        class="replies"
        aria-labelledby="replies-title"
        lang={frame.language}
        dir={frame.direction}
        data-count={String(replies.count)}
        {...(live !== undefined && { "data-live": live, "data-new": JSON.stringify(words.doors.script.newReplies) })}
      >
        <h2 id="replies-title">
          {said.title} {replies.count > 0 && <span class="count">{said.count(replies.count)}</span>}
        </h2>
        <p class="quiet">
          <a href={article.href}>{article.text}</a>
          <br />
          {embedWordsFor(frame.language).from(frame.agency)}
        </p>
        {replies.threads.length === 0 && <p class="quiet none">{said.none}</p>}
        <Threads threads={replies.threads} />
        {later !== undefined && (
          <p>
            <a class="more" href={later}>
              {said.next}
            </a>
          </p>
        )}
        {live !== undefined && (
          <button class="new-replies" type="button" hidden>
            {said.title}
          </button>
        )}
        {replies.form.action === undefined ? (
          <p class="quiet">{said.closed}</p>
        ) : (
          <>
            <p>
              <a class="write" href={write}>
                {said.write}
              </a>
            </p>
            <p class="quiet">
              {said.rules} <a href={`/${frame.code}/replies/kept`}>{replyKeptWordsFor(frame.language).link}</a>
            </p>
          </>
        )}
      </section>
    </Bare>
  );
};

/** Why nothing is shown here, and where it can be read. */
export const EmbedRefusedPage = ({ frame, sentence, read }: EmbedRefusedValues) => {
  const { words } = wordsFor(frame.language);
  return (
    <Bare frame={frame} title={words.replies.title}>
      <section class="replies" aria-labelledby="replies-title" lang={frame.language} dir={frame.direction}>
        <h2 id="replies-title">{words.replies.title}</h2>
        <p>{sentence}</p>
        <p>
          <a href={read}>{embedWordsFor(frame.language).read(frame.agency)}</a>
        </p>
      </section>
    </Bare>
  );
};
