/** The sentences of a story, and whether one that somebody speaks of still stands in it. */
import { placeOf } from "../diff/anchor.ts";
import { printPlain } from "../document/plain.ts";
import type { DocumentJson } from "../document/schema.ts";

/** Sentences in their order, as they stand without labels; a line of a list or a heading is one, too. */
export function sentencesOf(document: DocumentJson, language: string): readonly string[] {
  const { text, blocks } = printPlain(document);
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return blocks
    .flatMap(({ start, end }) =>
      [...segmenter.segment(evened(text.slice(start, end)))].map(({ segment }) => segment.trim()),
    )
    .filter((sentence) => sentence !== "");
}

/** `there` word by word, `changed` when most of its words are, else `gone`. */
export type QuoteState = "there" | "changed" | "gone";

export function stateOfQuote(quote: string, document: DocumentJson, language: string): QuoteState {
  if (saysSo(document, quote)) return "there";
  return placeOf(evened(quote), 0, sentencesOf(document, language), language) === undefined ? "gone" : "changed";
}

/** Whether a text holds these very words, whatever white space is between them. */
export function saysSo(document: DocumentJson, quote: string): boolean {
  return evened(printPlain(document).text).includes(evened(quote));
}

function evened(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\s\u00a0\u200b\u00ad]+/gu, " ")
    .trim();
}
