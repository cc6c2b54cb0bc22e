/** The old wires: IPTC 7901 and ANPA 1312, lines of text between control characters. */
import { NO_COPY, type WireCopy } from "../copy.ts";
import { signalledNote } from "../story.ts";

const [SOH, STX, ETX, EOT] = ["\u0001", "\u0002", "\u0003", "\u0004"];

const LONGEST_HEADING = 400;

/** Whether it looks like either: a heading of seven bits between its marks, and before it nothing but what wakes a printer. */
export function isSevenBit(text: string): boolean {
  const start = text.indexOf(SOH);
  if (start < 0 || start >= 200) return false;
  const end = text.indexOf(STX, start);
  return end > start && end - start <= LONGEST_HEADING && [...text.slice(0, end)].every(isOfSeven);
}

function isOfSeven(sign: string): boolean {
  return sign > "\0" && sign <= "\u007f";
}

/** One message or many, one after another; at most as many as are asked for. */
export function readSevenBit(text: string, most: number): WireCopy[] {
  return text
    .split(SOH, most + 1)
    .slice(1)
    .flatMap((message) => messageFrom(message) ?? []);
}

// `STA0123 4 POL 120 XY`: source and number, priority, category, words; IPTC 7901 §3.2.
const IPTC = /^\s*([A-Z]{2,4})\s*(\d{3,4})\s+([1-9])\s+([A-Z]{1,4})(?:\s+(\d{1,5}))?(?:\s+(.*))?$/i;
// `a0123 r i bc-Strait 11-26 0450`: service and number, priority, category, keyword, date, words; ANPA 1312.
const ANPA = /^\s*([a-z]\d{4})\s+([a-z])\s+([a-z]{1,3})\s+(\S+)(?:\s+(\d\d-\d\d))?(?:\s+(\d{1,5}))?/;

const ANPA_URGENCY: Readonly<Record<string, number>> = {
  f: 1,
  b: 2,
  u: 3,
  r: 4,
  d: 5,
  a: 6,
  n: 7,
  s: 8,
  w: 8,
  z: 8,
  c: 8,
};

function messageFrom(message: string): WireCopy | undefined {
  const textAt = message.indexOf(STX);
  if (textAt < 0) return undefined;
  const end = [ETX, EOT].map((mark) => message.indexOf(mark, textAt)).filter((at) => at >= 0);
  const heading = message
    .slice(0, textAt)
    .replaceAll(/[\r\n]+/g, " ")
    .trim();
  const text = message.slice(textAt + 1, Math.min(...end, message.length));
  const iptc = IPTC.exec(heading);
  const anpa = iptc ? undefined : (ANPA.exec(heading) ?? ANPA.exec(`${heading} ${text.split(/\r?\n/, 1)[0]}`));
  const { headline, paragraphs } = partsOf(text);
  if (headline === "") return undefined;
  const { signal, note } = signalledNote(headline.toUpperCase() === headline ? headline : "");
  const id = iptc ? `${iptc[1]?.toUpperCase()}${iptc[2]}` : anpa?.[1];
  return {
    ...NO_COPY,
    id: id ?? null,
    status: signal === "kill" ? "canceled" : "usable",
    signal,
    note: signal ? note : "",
    urgency: iptc ? Number(iptc[3]) : (ANPA_URGENCY[anpa?.[2] ?? ""] ?? null),
    headline,
    section: iptc?.[4] ?? anpa?.[3] ?? null,
    topics: anpa?.[4] ? [anpa[4].replace(/^[a-z]{2}-/i, "")] : iptc?.[6] ? [iptc[6].trim()] : [],
    provider: iptc?.[1]?.toUpperCase() ?? null,
    body: { format: "text", words: paragraphs.join("\n\n") },
  };
}

/** A headline ends with an empty line, with the mark `<`, or where the first indented line begins. */
function partsOf(text: string): { readonly headline: string; readonly paragraphs: readonly string[] } {
  const lines = text
    .replaceAll(/\r\n?|\n\r/g, "\n")
    .split("\n")
    .map((line) => line.replaceAll(/[^\P{Cc}\t]/gu, ""));
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const begins = line.trim() === "" || /^(?:\t| {2,}|\^)/.test(line);
    if (begins && (paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
    const words = line.trim().replace(/^\^/, "");
    if (words !== "") paragraphs.at(-1)?.push(words.replace(/<$/, ""));
    if (words.endsWith("<")) paragraphs.push([]);
  }
  const [headline = "", ...rest] = paragraphs.map((some) => some.join(" ").trim()).filter(Boolean);
  return { headline, paragraphs: rest };
}
