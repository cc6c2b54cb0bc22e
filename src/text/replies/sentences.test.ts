import { expect, test } from "bun:test";
import { parseMarkdown } from "../document/markdown.ts";
import { saysSo, sentencesOf, stateOfQuote } from "./sentences.ts";

const STORY = parseMarkdown(
  "The board met on the quay. It agreed to nothing, Ms. Orla said.\n\n## What next\n\n- A strike\n- A vote",
);

test("a story's sentences stand in their order, headings and lines of lists among them", () => {
  const sentences = sentencesOf(STORY, "en");
  expect(sentences[0]).toBe("The board met on the quay.");
  expect(sentences.slice(-3)).toEqual(["What next", "A strike", "A vote"]);
});

test("Russian and Arabic sentences are told apart by their own marks", () => {
  expect(sentencesOf(parseMarkdown("Порт закрыт. Паромы стоят!"), "ru")).toEqual(["Порт закрыт.", "Паромы стоят!"]);
  expect(sentencesOf(parseMarkdown("أُغلق الميناء. هل تعود العبارات؟ نعم."), "ar")).toHaveLength(3);
});

test("words that stand in the story are there, whatever is between them, and also over the end of a paragraph", () => {
  expect(saysSo(STORY, "met on  the\nquay. It agreed")).toBe(true);
  expect(saysSo(STORY, "Orla said. What next")).toBe(true);
  expect(saysSo(STORY, "met on the key")).toBe(false);
});

test("a sentence that was changed a little is found again, and one that is gone is said to be gone", () => {
  expect(stateOfQuote("The board met on the quay.", STORY, "en")).toBe("there");
  expect(stateOfQuote("The harbour board met on the old quay.", STORY, "en")).toBe("changed");
  expect(stateOfQuote("Ferries will sail from Monday without crews.", STORY, "en")).toBe("gone");
});
