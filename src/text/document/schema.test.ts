import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { bodies } from "#text/cases/document/documents.ts";
import { BadDocument, readDocument } from "./schema.ts";

const line = { type: "paragraph", content: [{ type: "text", text: "One" }] };
const bodyOf = (...content: readonly unknown[]) => ({ type: "doc", content });
const marked = (mark: unknown) =>
  bodyOf({ type: "paragraph", content: [{ type: "text", text: "One", marks: [mark] }] });

test("a body that was stored is read as it was", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(readDocument(JSON.parse(JSON.stringify(body)))).toEqual(body);
    }),
  );
});

test("attributes nobody knows are left out, and those left out get their defaults", () => {
  expect(readDocument(bodyOf({ type: "heading", attrs: { onclick: "x" }, content: line.content }))).toEqual({
    type: "doc",
    content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "One" }] }],
  });
});

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>(
    (inside) => ({ type: "bullet_list", content: [{ type: "list_item", content: [line, inside] }] }),
    line,
  );

const refused: readonly { readonly rule: string; readonly json: unknown; readonly says: string }[] = [
  { rule: "nothing", json: null, says: "A document is an object" },
  { rule: "a list", json: [], says: "A document is an object" },
  { rule: "words", json: "doc", says: "A document is an object" },
  { rule: "a paragraph alone", json: line, says: "A document is an object" },
  { rule: "a document without blocks", json: bodyOf(), says: "does not fit the schema" },
  { rule: "a block nobody knows", json: bodyOf({ type: "marquee" }), says: "marquee" },
  { rule: "a node without a type", json: bodyOf({}), says: "a type" },
  { rule: "a node that is null", json: bodyOf(null), says: "a type" },
  { rule: "content that is no list", json: bodyOf({ type: "paragraph", content: "One" }), says: "not a list" },
  {
    rule: "marks that are no list",
    json: bodyOf({ type: "paragraph", content: [{ type: "text", text: "One", marks: {} }] }),
    says: "not a list",
  },
  {
    rule: "words straight in the document",
    json: bodyOf({ type: "text", text: "One" }),
    says: "does not fit the schema",
  },
  {
    rule: "text without words",
    json: bodyOf({ type: "paragraph", content: [{ type: "text", text: "" }] }),
    says: "does not fit the schema",
  },
  { rule: "a mark nobody knows", json: marked({ type: "blink" }), says: "blink" },
  {
    rule: "a link whose address is no text",
    json: marked({ type: "link", attrs: { href: 1 } }),
    says: "does not fit the schema",
  },
  {
    rule: "a typed label that is half a label",
    json: marked({ type: "mention", attrs: { typed: { words: "x" } } }),
    says: "typed label",
  },
  { rule: "a heading of level zero", json: bodyOf({ type: "heading", attrs: { level: 0 } }), says: "no count" },
  {
    rule: "a label, which is printed and never stored",
    json: bodyOf({
      type: "paragraph",
      content: [{ type: "label", attrs: { organisations: [], wording: "x", print: "x", style: "inline" } }],
    }),
    says: "never stored",
  },
  {
    rule: "notes, which are printed and never stored",
    json: bodyOf(line, { type: "notes", content: [] }),
    says: "never stored",
  },
  { rule: "lists that nest without end", json: bodyOf(nested(5000)), says: "nests deeper" },
];

describe("a document is refused with a sentence:", () => {
  for (const { rule, json, says } of refused) {
    test(rule, () => {
      expect(() => readDocument(json)).toThrow(BadDocument);
      expect(() => readDocument(json)).toThrow(says);
    });
  }
});
