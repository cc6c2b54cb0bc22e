import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { bodies, plainBodies } from "#text/cases/document/documents.ts";
import { parseMarkdown, printMarkdown } from "./markdown.ts";
import { printPlain } from "./plain.ts";
import { type DocumentJson, readDocument } from "./schema.ts";

test("a body that Markdown can say comes back from its Markdown as it was", () => {
  fc.assert(
    fc.property(plainBodies, (body) => {
      expect(parseMarkdown(printMarkdown(body))).toEqual(body);
    }),
    { numRuns: 300 },
  );
});

test("a body with marks of the trade loses them in Markdown, and not one of its words", () => {
  const words = (body: DocumentJson) => printPlain(body).text.replace(/\s+/g, "");
  fc.assert(
    fc.property(bodies, (body) => {
      expect(words(readDocument(parseMarkdown(printMarkdown(body))))).toBe(words(body));
    }),
  );
});
