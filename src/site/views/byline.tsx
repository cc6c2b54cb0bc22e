/** Who wrote it, as the language lists names. */
import type { Words } from "../words/words.ts";
import type { Person } from "./values.ts";

type BylineProps = {
  readonly authors: readonly Person[];
  readonly words: Words;
  readonly language: string;
  readonly links?: boolean;
};

export const Byline = ({ authors, words, language, links = true }: BylineProps) => (
  <span class="byline">
    {words.by && authors.length > 0 ? `${words.by} ` : ""}
    {inList(authors, language).map((part) =>
      typeof part === "string" ? part : <PersonName person={part} links={links} />,
    )}
  </span>
);

export const PersonName = ({ person, links = true }: { person: Person; links?: boolean }) =>
  links && person.href !== undefined ? (
    <a href={person.href} lang={person.language}>
      {person.name}
    </a>
  ) : (
    <span class="name" lang={person.language}>
      {person.name}
    </span>
  );

/** Names with the commas and the "and" of the language between them. */
function inList(authors: readonly Person[], language: string): (Person | string)[] {
  const parts = new Intl.ListFormat(language).formatToParts(authors.map(({ name }) => name));
  const waiting = [...authors];
  return parts.map(({ type, value }) => (type === "element" ? (waiting.shift() ?? value) : value));
}
