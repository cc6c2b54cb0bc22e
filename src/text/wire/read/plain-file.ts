/** A text that is in no format of wires → copy: its first line is the headline, as people write a story down. */
import { textOf } from "#text/document/nodes.ts";
import { decodeText } from "#text/intake/decode.ts";
import { evenLines, parsePlain } from "#text/intake/plain-copy.ts";
import { NO_COPY } from "../copy.ts";
import { signalledNote } from "../story.ts";
import type { ReadWire } from "./wire.ts";

// What is longer is a paragraph, and a text without a headline is none to make a story of.
const LONGEST_HEADLINE = 200;

/** Nothing for what is no text, or has no headline and words below it. */
export function readPlainFile(bytes: Uint8Array): Pick<ReadWire, "format" | "items"> | undefined {
  const decoded = decodeText(bytes);
  if (!("text" in decoded)) return undefined;
  const { content = [] } = parsePlain(evenLines(decoded.text), () => false);
  const [headline = "", ...paragraphs] = content.map(textOf).filter((words) => words !== "");
  // A feed or a story of a wire that is broken is no text, whatever its file is called.
  if (headline.length > LONGEST_HEADLINE || paragraphs.length === 0 || /^[<{[]/.test(headline)) return undefined;
  const { signal, note } = signalledNote(headline.toUpperCase() === headline ? headline : "");
  const said = { status: signal === "kill" ? "canceled" : "usable", signal, note: signal ? note : "" } as const;
  const body = { format: "text", words: paragraphs.join("\n\n") } as const;
  return { format: "text", items: [{ ...NO_COPY, ...said, headline, body }] };
}
