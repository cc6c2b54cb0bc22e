/** What a text rests on, numbered as the citations in it. */
import type { Words } from "../words/words.ts";
import type { Source } from "./values.ts";

export const SourceList = ({ sources, words }: { sources: readonly Source[]; words: Words }) => (
  <ol class="sources">
    {sources.map(({ id, name, kind, url, language }) => (
      <li id={id}>
        {url === undefined ? (
          <cite lang={language}>{name}</cite>
        ) : (
          <cite lang={language}>
            <a href={url}>{name}</a>
          </cite>
        )}{" "}
        <span class="kind">{words.sourceKinds[kind]}</span>
      </li>
    ))}
  </ol>
);
