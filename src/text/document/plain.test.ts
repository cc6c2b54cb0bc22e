import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { bodies } from "#text/cases/document/documents.ts";
import { textNode, textOf } from "./nodes.ts";
import { printPlain } from "./plain.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

const line = (...content: readonly NodeJson[]): NodeJson => ({ type: "paragraph", content });
const label = (print: string, style: string): NodeJson => ({
  type: "label",
  attrs: { organisations: [], wording: "banned", print, style },
});
const note = (marker: string): NodeJson => ({
  type: "note",
  attrs: { marker, organisations: [] },
  content: [textNode(`words of ${marker}`)],
});

test("blocks are parted by an empty line, lines by a line end, and empty blocks leave no trace", () => {
  const body: DocumentJson = {
    type: "doc",
    content: [
      { type: "paragraph" },
      line(textNode("One"), { type: "hard_break" }, textNode("two")),
      { type: "rule" },
      { type: "bullet_list", content: [{ type: "list_item", content: [line(textNode("Three"))] }] },
    ],
  };
  expect(printPlain(body).text).toBe("One\ntwo\n\nThree");
});

test("labels print as they say, notes stand at the end, a line each", () => {
  const body: DocumentJson = {
    type: "doc",
    content: [
      line(textNode("NRF"), label("*", "note"), textNode(" and SDG"), label(" (banned)", "inline"), textNode(".")),
      { type: "notes", content: [note("*"), note("**")] },
    ],
  };
  expect(printPlain(body).text).toBe("NRF* and SDG (banned).\n\n* words of *\n** words of **");
});

test("words that are no words of the text are not printed: speakers, credits, cards", () => {
  const body: DocumentJson = {
    type: "doc",
    content: [
      {
        type: "blockquote",
        attrs: { speaker: "Mira Holt", office: null, source: null },
        content: [line(textNode("Open."))],
      },
      { type: "picture", attrs: { media: "p1", alt: "A crane", credit: "I. Vale" }, content: [textNode("The port")] },
      { type: "embed", attrs: { url: "https://x.example", title: "Film", description: "" } },
    ],
  };
  expect(printPlain(body).text).toBe("Open.\n\nThe port");
});

test("every character leads back to the node it was printed from, and the empty lines to none", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { text, pieces, at } = printPlain(body);
      const found = Array.from({ length: text.length }, (_, offset) => at(offset));
      for (const [offset, place] of found.entries()) {
        if (place) expect(textOf(place.node)[place.offset]).toBe(text[offset] ?? "");
        else expect(text[offset]).toBe("\n");
      }
      for (const { start, end, path, node } of pieces) {
        expect(text.slice(start, end)).toBe(textOf(node));
        expect(nodeAt(body, path)).toBe(node);
      }
      expect([at(-1), at(text.length)]).toEqual([undefined, undefined]);
    }),
  );
});

test("blocks say where their words stand", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { text, blocks } = printPlain(body);
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text);
      for (const { path, node } of blocks) expect(nodeAt(body, path)).toBe(node);
    }),
  );
});

function nodeAt(body: DocumentJson, path: readonly number[]): NodeJson | undefined {
  return path.reduce<NodeJson | undefined>((node, at) => node?.content?.[at], body);
}
