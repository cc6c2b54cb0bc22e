import { replyOfWxr } from "#text/moving/wxr-replies.ts";
import { lookThroughWxr, wxrParts } from "#text/moving/wxr-stories.ts";
import type { Command } from "../command.ts";
import { type ImportWorld, importStories } from "./stories.ts";

export const importWxr = (hand: ImportWorld): Command =>
  importStories(
    {
      source: "wxr",
      hasReplies: true,
      summary: "stories, pages, pictures and replies out of an export of WordPress",
      help: `FILE is what WordPress writes under Tools, Export. Posts become stories, pages standing pages; the topmost category of a
post is its section, its other categories and tags are topics; comments become replies as they stood there. Pages and pictures take no replies: --map names a story for what was said under
one. Drafts, what is
private or behind a password, and what waits for an editor become drafts; what is scheduled comes out at its time.`,
      async open(pieces, step) {
        let rows = 0;
        const library = await lookThroughWxr(pieces(), () => step(++rows));
        return {
          rows,
          words: (address) => library.words.get(address),
          async *parts() {
            for await (const parts of wxrParts(pieces(), library))
              yield parts.map((part) =>
                part.kind === "site" ? part : { ...part, more: (part.more ?? []).map(replyOfWxr) },
              );
          },
        };
      },
    },
    hand,
  );
