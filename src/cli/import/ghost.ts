import { ghostParts, lookThroughGhost } from "#text/moving/ghost.ts";
import type { Command } from "../command.ts";
import { type ImportWorld, importStories } from "./stories.ts";

export const importGhost = (hand: ImportWorld): Command =>
  importStories(
    {
      source: "ghost",
      summary: "stories, pages and pictures out of an export of Ghost",
      help: `FILE is what Ghost writes under Settings, Export (JSON). A post's first tag is its section, the others are topics; what is for
members alone becomes a draft. --site is the address the site had: the file does not say it, and old addresses and pictures
are found by it. Readers' accounts are not even looked at.`,
      async open(pieces, step, site) {
        const library = await lookThroughGhost(pieces(), step);
        return { rows: library.posts, words: () => undefined, parts: () => ghostParts(pieces(), library, site) };
      },
    },
    hand,
  );
