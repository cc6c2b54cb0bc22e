/** Sentences with their mentions in ⟦brackets⟧: each is labelled after its closing bracket; what is in ⟪brackets⟫ is asked about. */
import type { LabelCase } from "../case.ts";
import { WORDING } from "./register.ts";

export function sentencesIn(language: string, sentences: readonly string[]): readonly LabelCase[] {
  return sentences.map((sentence) => ({
    rule: `${language}: ${sentence}`,
    language,
    jurisdictions: ["xk"],
    text: sentence.replace(/[⟦⟧⟪⟫]/gu, ""),
    labelled: sentence.replace(/[⟦⟪⟫]/gu, "").replace(/⟧/gu, ` (${WORDING[language]})`),
    asks: [...sentence.matchAll(/⟪([^⟫]*)⟫/gu)].map(([, asked = ""]) => asked),
  }));
}
