/** Every format a story is given in: what its files are called, what it is, and what writes it. */
import { writeNewsMlG2 } from "./newsml-g2.ts";
import { writeNinjs } from "./ninjs.ts";
import { writeNitf } from "./nitf.ts";
import { writeMarkdown, writePlain } from "./plain.ts";
import type { WireStory } from "./story.ts";

export const FORMATS = ["ninjs-3", "ninjs-2", "newsml-g2", "nitf", "text", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export type FormatOf = {
  /** The last step of its address. */
  readonly file: string;
  /** Behind the name of a file of its own. */
  readonly ending: string;
  readonly type: string;
  /** As one text; a story says the same in the same bytes until there is a newer version of it. */
  readonly print: (story: WireStory) => string;
};

export const FORMAT: Readonly<Record<Format, FormatOf>> = {
  "ninjs-3": {
    file: "ninjs.json",
    ending: "json",
    type: "application/json",
    print: (story) => asJson(writeNinjs(story, "3.1")),
  },
  "ninjs-2": {
    file: "ninjs-2.json",
    ending: "json",
    type: "application/json",
    print: (story) => asJson(writeNinjs(story, "2.2")),
  },
  "newsml-g2": {
    file: "newsml-g2.xml",
    ending: "xml",
    type: "application/vnd.iptc.g2.newsmessage+xml",
    // It says when it was sent: when its newest version was made, so that it stays the same bytes.
    print: (story) => writeNewsMlG2(story, story.versionCreated),
  },
  nitf: { file: "nitf.xml", ending: "xml", type: "application/nitf+xml", print: writeNitf },
  text: { file: "story.txt", ending: "txt", type: "text/plain", print: writePlain },
  markdown: { file: "story.md", ending: "md", type: "text/markdown", print: writeMarkdown },
};

export function isFormat(text: string): text is Format {
  const formats: readonly string[] = FORMATS;
  return formats.includes(text);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
