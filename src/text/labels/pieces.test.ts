import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { editions, stated, stretchesFor } from "#text/cases/labels/generated.ts";
import { REGISTER } from "#text/cases/labels/register.ts";
import { written } from "#text/cases/labels/written.ts";
import {
  type CopyFormat,
  type CopyMention,
  type CopyPiece,
  compile,
  EVERY_SURFACE,
  labelCopy,
  labelPieces,
  type PieceOptions,
  readRegister,
  Uncut,
} from "./labels.ts";

/** In chunks that cut words and signs anywhere. */
function inChunks(copy: string, length: number): () => AsyncIterable<string> {
  return async function* () {
    for (let at = 0; at < copy.length; at += length) yield copy.slice(at, at + length);
  };
}

type InPieces = CopyPiece & { readonly count: number };

async function inPieces(copy: string, options: PieceOptions, chunk = 7): Promise<InPieces> {
  const pieces: readonly CopyPiece[] = await Array.fromAsync(labelPieces(inChunks(copy, chunk), options));
  return {
    count: pieces.length,
    source: pieces.map(({ source }) => source).join(""),
    text: pieces.map(({ text }) => text).join(""),
    mentions: pieces.flatMap(({ mentions }): readonly CopyMention[] => mentions),
  };
}

for (const format of ["text", "html", "markdown"] as const) {
  test(`${format}: copy in pieces is labelled as it is whole`, async () => {
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(editions, stated).chain((edition) =>
          fc.record({
            edition: fc.constant(edition),
            stories: fc.array(stretchesFor(edition), { minLength: 2, maxLength: 8 }),
            size: fc.integer({ min: 20, max: 300 }),
            chunk: fc.integer({ min: 1, max: 90 }),
            place: fc.constantFrom<"top" | "bottom">("top", "bottom"),
          }),
        ),
        async ({ edition: { register, language, policy: its, day }, stories, size, chunk, place }) => {
          const policy = { ...its, notice: { place, size: 100 as const } };
          const copy = stories.map((story) => written(story, format)).join(format === "html" ? "\n" : "\n\nThen: ");
          const options = { matcher: compile(register, language), policy, day, format };
          // Paragraphs here are short; a longer one than sixteen pieces is cut between words, which is another promise.
          const { count, ...pieces } = await inPieces(
            copy,
            { ...options, size: Math.max(size, copy.length / 15) },
            chunk,
          );
          expect(pieces).toEqual({ source: copy, ...labelCopy(copy, options) });
          cut += count - 1;
        },
      ),
      cases(150),
    );
    expect(cut).toBeGreaterThan(100);
  }, 60_000);
}

const read = readRegister(REGISTER);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const matcher = compile(read.register, "en");

const options = (format: CopyFormat, size: number): PieceOptions => ({
  matcher,
  policy: {
    scope: "every",
    style: "inline",
    quotations: "after",
    surfaces: EVERY_SURFACE,
    jurisdictions: ["ru"],
    language: "en",
  },
  day: "2018-02-16",
  format,
  size,
});

test("a paragraph without end is cut between words, and no name, label or bracket is cut", async () => {
  const copy = "The Northern State of Ice and Snow met Red Dawn (organization banned in Russia) near Al-Safa ".repeat(
    400,
  );
  const { count, text, mentions, source } = await inPieces(copy, options("text", 1000), 333);
  expect(count).toBeGreaterThan(1);
  expect(source).toBe(copy);
  expect(text).toBe(labelCopy(copy, options("text", 0)).text);
  expect(mentions).toHaveLength(1200);
});

test("a quotation of several paragraphs is one, wherever a piece would end", async () => {
  const copy = `${"He spoke. ".repeat(30)}\n\n“RDM left.\n\n“Red Dawn stayed.\n\n“That is all,” he said.\n\n`.repeat(
    20,
  );
  const { count, text } = await inPieces(copy, options("text", 500));
  expect(count).toBeGreaterThan(5);
  expect(text).toBe(labelCopy(copy, options("text", 0)).text);
});

test("HTML that never ends a block is refused with a sentence", async () => {
  const copy = `<p>${"RDM left <b>again</b> ".repeat(2000)}`;
  await expect(inPieces(copy, options("html", 200), 1000)).rejects.toThrow(Uncut);
});
