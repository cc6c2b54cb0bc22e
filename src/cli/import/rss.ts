import { feedParts, lookThroughFeed } from "#text/moving/feed.ts";
import type { Command } from "../command.ts";
import { type ImportWorld, importStories } from "./stories.ts";

export const importRss = (hand: ImportWorld): Command =>
  importStories(
    {
      source: "rss",
      summary: "stories out of a feed, in RSS (1.0 too), Atom or JSON Feed",
      help: `FILE is a feed that was saved, with the whole text of its stories, for a site without any other export. An item's first
category is its section, the others are topics.`,
      async open(pieces, step) {
        const frame = await lookThroughFeed(pieces, step);
        return { rows: frame.items, words: () => undefined, parts: () => feedParts(pieces, frame) };
      },
    },
    hand,
  );
