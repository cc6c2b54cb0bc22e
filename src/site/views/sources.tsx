/** What a text rests on, numbered as the citations in it. */
import type { Words } from "../words/words.ts";
import { Time } from "./moment.tsx";
import type { CheckedQuote, Source } from "./values.ts";

export const SourceList = ({ sources, words }: { sources: readonly Source[]; words: Words }) => (
  <ol class="sources">
    {sources.map(({ id, name, kind, href, url, language, dead }) => (
      <li id={id}>
        <cite lang={language}>{href === undefined ? name : <a href={href}>{name}</a>}</cite>{" "}
        <span class="kind">{words.sourceKinds[kind]}</span>
        {url !== undefined && (
          <>
            {" "}
            <a href={url} class="outside">
              {words.source.open}
              <bdi class="kind"> {new URL(url).host}</bdi>
            </a>
          </>
        )}
        {dead && (
          <div class="gone-source">
            <p>
              {words.source.dead} <Time moment={dead.since} />
            </p>
            {dead.quoted.map((passage) => (
              <p>
                <q lang={language}>{passage}</q>
              </p>
            ))}
            {dead.digest !== undefined && (
              <p>
                {words.source.digest} <span class="digest">{dead.digest}</span>
              </p>
            )}
          </div>
        )}
      </li>
    ))}
  </ol>
);

/** Each quotation with how it compares with its source, in words anybody understands. */
export const CheckedQuotes = ({ quotes, words }: { quotes: readonly CheckedQuote[]; words: Words }) => (
  <ul class="checked-quotes">
    {quotes.map((quote) => (
      <li>
        <q class="bare">{quote.words}</q>
        {quote.speaker !== "" && (
          <>
            {" "}
            <span>{quote.speaker}</span>
          </>
        )}{" "}
        <span class="kind">{words.verdicts[quote.verdict]}</span>{" "}
        {quote.href !== undefined && (
          <a href={quote.href} lang={quote.language}>
            {quote.source}
          </a>
        )}
        {quote.page !== undefined && (
          <>
            {" "}
            <span>{words.onPage(quote.page)}</span>
          </>
        )}
        {quote.difference && (
          <p>
            {quote.difference.map(({ kind, text }) =>
              kind === "removed" ? <del>{text}</del> : kind === "added" ? <ins>{text}</ins> : text,
            )}
          </p>
        )}
        {quote.original !== undefined && (
          <p>
            <q class="bare" lang={quote.language} dir="auto">
              {quote.original}
            </q>
          </p>
        )}
      </li>
    ))}
  </ul>
);
