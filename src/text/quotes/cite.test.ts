import { expect, test } from "bun:test";
import { parseMarkdown } from "../document/markdown.ts";
import { type DocumentJson, readDocument } from "../document/schema.ts";
import { citableSentences, withCitation, withoutCitation } from "./cite.ts";
import { quotedWords, sourcesOf } from "./quoted.ts";

const body = parseMarkdown("The ferry *sails* again. Crews went back.\n\n- One more sentence.\n\nThe last one.");
const cited = (document: DocumentJson) =>
  citableSentences(readDocument(document)).map(({ words, sources }) => `${words} [${sources.join()}]`);

test("a sentence rests on a source, wherever it stands and whatever else is marked in it", () => {
  const once = withCitation(body, 0, "radio");
  expect(cited(once)).toEqual([
    "The ferry sails again. [radio]",
    "Crews went back. []",
    "One more sentence. []",
    "The last one. []",
  ]);
  expect(cited(withCitation(withCitation(once, 2, "herald"), 0, "herald"))).toEqual([
    "The ferry sails again. [radio,herald]",
    "Crews went back. []",
    "One more sentence. [herald]",
    "The last one. []",
  ]);
  expect(JSON.stringify(once)).toContain('"type":"em"');
});

test("citing twice is citing once, and taking it off gives the body back", () => {
  const once = withCitation(body, 0, "radio");
  expect(withCitation(once, 0, "radio")).toEqual(once);
  expect(withoutCitation(once, 0, "radio")).toEqual(body);
  expect(withoutCitation(body, 0, "radio")).toEqual(body);
});

test("a place that is none changes nothing", () => {
  expect(withCitation(body, 99, "radio")).toEqual(body);
  expect(withCitation(body, -1, "radio")).toEqual(body);
  expect(withCitation(body, Number.NaN, "radio")).toEqual(body);
});

test("a quotation is of its own source first, and then of those its paragraph rests on", () => {
  const text = (words: string, ...marks: { type: string; attrs: Record<string, unknown> }[]) => ({
    type: "text",
    text: words,
    marks,
  });
  const said = { type: "quotation", attrs: { speaker: "Nora Valent", office: "chair", source: "nora" } };
  const document = readDocument({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          text("“We ", said),
          text("agreed", said, { type: "em", attrs: {} }),
          text(",”", said),
          { type: "text", text: " she told " },
          text("Radio Fjord.", { type: "citation", attrs: { source: "radio" } }),
        ],
      },
      {
        type: "blockquote",
        attrs: { speaker: null, office: null, source: "herald" },
        content: [{ type: "paragraph", content: [{ type: "text", text: "It sails." }] }],
      },
    ],
  });
  expect(quotedWords(document)).toEqual([
    { words: "“We agreed,”", speaker: "Nora Valent", office: "chair", source: "nora", sources: ["nora", "radio"] },
    { words: "It sails.", speaker: "", office: "", source: "herald", sources: ["herald"] },
  ]);
  expect(sourcesOf(document)).toEqual(["nora", "radio", "herald"]);
});
