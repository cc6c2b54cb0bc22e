import { expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import { Editor } from "@tiptap/core";
import * as fc from "fast-check";
import { bundled } from "#lib/runtime/bundle.ts";
import "#test/properties.ts";
import { bodies } from "#text/cases/document/documents.ts";
import { type DocumentJson, documentSchema } from "#text/document/schema.ts";
import { asTiptap, documentOf } from "./body.ts";
import { documentExtensions } from "./extensions.ts";

// Agreed with the newsroom: the editor is fetched once, over a train's connection.
const MOST_BYTES = 190_000;

function opened(content: DocumentJson) {
  return new Editor({
    element: null,
    injectCSS: false,
    schemaSpec: documentSchema.spec,
    extensions: documentExtensions({}),
    content: asTiptap(content),
    enableContentCheck: true,
  });
}

test("what the editor is given comes out of it to the letter", () => {
  fc.assert(
    fc.property(bodies, (document) => {
      expect(documentOf(opened(document))).toEqual(document);
    }),
  );
});

test("the editor knows every node and mark of the document, in its order", () => {
  const { schema } = opened({ type: "doc", content: [{ type: "paragraph" }] });
  expect(Object.keys(schema.nodes)).toEqual(Object.keys(documentSchema.nodes));
  expect(Object.keys(schema.marks)).toEqual(Object.keys(documentSchema.marks));
});

test("only the parts of a table are known as such", () => {
  const { schema } = opened({ type: "doc", content: [{ type: "paragraph" }] });
  const roles = Object.values(schema.nodes).flatMap(({ name, spec }) =>
    spec["tableRole"] ? [[name, spec["tableRole"]]] : [],
  );
  expect(roles).toEqual([
    ["table", "table"],
    ["table_row", "row"],
    ["table_cell", "cell"],
    ["table_header", "header_cell"],
  ]);
});

test("the editor is light enough", async () => {
  const script = await bundled("src/desk/islands/editor.ts");
  const bytes = gzipSync(script, { level: 9 }).byteLength;
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
