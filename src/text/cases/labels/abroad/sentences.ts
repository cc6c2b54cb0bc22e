/** Sentences with their mentions in ⟦brackets⟧: each is labelled after its closing bracket, and nothing else is. */
import type { LabelCase } from "../case.ts";
import { WORDING } from "./register.ts";

export function sentencesIn(language: string, sentences: readonly string[]): readonly LabelCase[] {
  return sentences.map((sentence) => ({
    rule: `${language}: ${sentence}`,
    language,
    jurisdictions: ["xk"],
    text: sentence.replace(/[⟦⟧]/gu, ""),
    labelled: sentence.replace(/⟦/gu, "").replace(/⟧/gu, ` (${WORDING[language]})`),
  }));
}
