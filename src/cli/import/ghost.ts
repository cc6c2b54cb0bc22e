import { ghostParts } from "#text/moving/ghost.ts";
import { OldFileProblem } from "#text/moving/story.ts";
import type { Command } from "../command.ts";
import { type ImportWorld, importStories } from "./stories.ts";

// An export of a hundred thousand posts has about so much; it is one JSON value and read whole.
const LARGEST_CHARACTERS = 512 * 1024 * 1024;

export const importGhost = (hand: ImportWorld): Command =>
  importStories(
    {
      source: "ghost",
      summary: "stories, pages and pictures out of an export of Ghost",
      help: `FILE is what Ghost writes under Settings, Export (JSON). A post's first tag is its section, the others are topics; what is for
members alone becomes a draft. --site is the address the site had: the file does not say it, and old addresses and pictures
are found by it. Readers' accounts are not even looked at.`,
      async open(pieces, step, site) {
        let text = "";
        for await (const piece of pieces()) {
          text += piece;
          if (text.length > LARGEST_CHARACTERS)
            throw new OldFileProblem("has more than 512 MB, which is more than is read here");
        }
        const parts = [...ghostParts(jsonOf(text), site)];
        step(parts.length);
        return {
          rows: parts.length,
          words: () => undefined,
          async *parts() {
            yield parts;
          },
        };
      },
    },
    hand,
  );

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OldFileProblem(`is no export of Ghost: ${placeOf(text, cause)}`, { cause });
  }
}

/** The engine says where in characters; people look by line and column. */
function placeOf(text: string, cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (text.trim() === "") return "it is empty";
  return `it is not JSON (${said})`;
}
