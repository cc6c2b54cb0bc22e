import { xmlEvents } from "#lib/xml.ts";
import { feedParts } from "#text/moving/feed.ts";
import { OldFileProblem } from "#text/moving/story.ts";
import type { Command } from "../command.ts";
import { type ImportWorld, importStories } from "./stories.ts";

// Feeds have the newest stories; an archive in one file has some thousands.
const LARGEST_CHARACTERS = 256 * 1024 * 1024;

export const importRss = (hand: ImportWorld): Command =>
  importStories(
    {
      source: "rss",
      summary: "stories out of a feed, in RSS, Atom or JSON Feed",
      help: `FILE is a feed that was saved, with the whole text of its stories, for a site without any other export. An item's first
category is its section, the others are topics.`,
      async open(pieces, step) {
        let text = "";
        for await (const piece of pieces()) {
          text += piece;
          if (text.length > LARGEST_CHARACTERS)
            throw new OldFileProblem("has more than 256 MB, which is more than is read here");
        }
        // What reads feeds is kind to broken XML and would lose what stands behind the break.
        if (!/^\ufeff?\s*\{/.test(text)) for await (const _ of xmlEvents(one(text))) step(0);
        const parts = [...feedParts(text)];
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

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
