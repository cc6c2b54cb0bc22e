/** Copy of any size and format with its labels, some at a time, for the command that prints it and the one that checks it. */
import { printPlain } from "#text/document/plain.ts";
import { type DocumentJson, documentSchema } from "#text/document/schema.ts";
import { languageOf } from "#text/intake/language.ts";
import {
  type CopyFormat,
  type CopyMention,
  formatByLook,
  isDocumentByLook,
  type LabelPolicy,
  labelCopy,
  labelDocument,
  labelPieces,
  languageByScript,
  type Matcher,
  proseOf,
  Uncut,
  withoutLabels,
} from "#text/labels/labels.ts";
import { Refused } from "./command.ts";
import { type HandedOver, nameOf } from "./input.ts";

export const FORMATS = ["text", "html", "markdown", "json"] as const;
export type Format = (typeof FORMATS)[number];

export type Labelling = {
  readonly path: string;
  readonly policy: LabelPolicy;
  readonly jurisdictions: readonly string[];
  readonly day: string;
  /** Told by the letters of the copy when left out. */
  readonly language: string | undefined;
  /** Told by the look of the copy when left out. */
  readonly format: Format | undefined;
  readonly matcherFor: (language: string) => Matcher;
};

export type PlacedMention = CopyMention & {
  /** Counted from 1; a column is UTF-16 units. Of a document, those of its plain text. */
  readonly line: number;
  readonly column: number;
  /** As it stands there. */
  readonly words: string;
};

export type LabelledPart = { readonly text: string; readonly mentions: readonly PlacedMention[] };

export async function* labelledParts(copy: HandedOver, labelling: Labelling): AsyncGenerator<LabelledPart> {
  const head = "whole" in copy ? copy.whole : copy.head;
  const format = labelling.format ?? (isDocumentByLook(head) ? "json" : formatByLook(head));
  const language = labelling.language ?? languageIn(head, format);
  const options: Options = {
    matcher: labelling.matcherFor(language),
    policy: { ...labelling.policy, jurisdictions: labelling.jurisdictions, language },
    day: labelling.day,
  };
  const { path } = labelling;
  if (format === "json") yield* labelledDocuments(copy, options, path);
  else if ("whole" in copy) {
    const { text, mentions } = labelCopy(copy.whole, { ...options, format });
    yield { text, mentions: new Places().placed(copy.whole, mentions) };
  } else yield* labelledPieces(copy.read, { ...options, format }, path);
}

/** By what the page says of itself, else by the words of its prose: tags and keys are written in letters, too. */
function languageIn(head: string, format: Format): string {
  const said = format === "html" ? /<html\s[^<>]*?\blang\s*=\s*["']?([a-z]{2,3})\b/i.exec(head)?.[1] : undefined;
  if (said !== undefined) return said.toLowerCase();
  const prose = format === "json" ? wordsOfJson(head) : proseOf(head, format);
  return languageOf(prose) ?? languageByScript(prose);
}

function wordsOfJson(head: string): string {
  const words = [...head.matchAll(/"text"\s*:\s*("(?:[^"\\]|\\.)*")/g)].slice(0, MOST_WORDS_READ);
  return words
    .map(([, text = '""']) => {
      try {
        return JSON.parse(text);
      } catch {
        return ""; // a string that is none is told of where the document is read
      }
    })
    .join("\n");
}

// Enough to tell a language by.
const MOST_WORDS_READ = 1_000;

type Options = Pick<Parameters<typeof labelPieces>[1], "matcher" | "policy" | "day">;

async function* labelledPieces(
  read: () => AsyncIterable<string>,
  options: Options & { readonly format: CopyFormat },
  path: string,
): AsyncGenerator<LabelledPart> {
  const places = new Places();
  try {
    for await (const { source, text, mentions } of labelPieces(read, options)) {
      yield { text, mentions: places.placed(source, mentions) };
    }
  } catch (cause) {
    if (cause instanceof Uncut) throw new Refused(`${nameOf(path)} is too large. ${cause.message}`, { cause });
    throw cause;
  }
}

/** Lines and columns of offsets that come in order, some of the source at a time. */
class Places {
  #line = 1;
  #lineStart = 0;
  #read = 0;

  placed(source: string, mentions: readonly CopyMention[]): readonly PlacedMention[] {
    const begun = this.#read;
    const placed = mentions.map((mention) => {
      this.#passLines(source, begun, mention.start);
      const words = source.slice(mention.start - begun, mention.end - begun);
      return { ...mention, line: this.#line, column: mention.start - this.#lineStart + 1, words };
    });
    this.#passLines(source, begun, begun + source.length);
    this.#read = begun + source.length;
    return placed;
  }

  #passLines(source: string, begun: number, end: number) {
    for (;;) {
      const next = source.indexOf("\n", Math.max(0, this.#lineStart - begun));
      if (next === -1 || begun + next >= end) return;
      this.#line++;
      this.#lineStart = begun + next + 1;
    }
  }
}

// A document is held as a whole, and its tree is a few times as large as its JSON.
const LONGEST_DOCUMENT = 64 * 1024 * 1024;

/** One document, or a file with one in each line: each is a text of its own, and its line in the file is told. */
async function* labelledDocuments(copy: HandedOver, options: Options, path: string): AsyncGenerator<LabelledPart> {
  for await (const { json, line } of documentsOf(copy, path)) {
    const { document, mentions } = labelDocument(json, options);
    const { text } = printPlain(withoutLabels(json));
    const placed = new Places().placed(text, mentions);
    yield {
      text: `${JSON.stringify(document)}\n`,
      mentions: line === undefined ? placed : placed.map((one) => ({ ...one, line, column: one.start + 1 })),
    };
  }
}

/** `line` is that of a document that is one line of a file. */
type OneDocument = { readonly json: DocumentJson; readonly line?: number };

async function* documentsOf(copy: HandedOver, path: string): AsyncGenerator<OneDocument> {
  if ("whole" in copy && !isOneALine(copy.whole)) {
    yield { json: documentFrom(copy.whole, path) };
    return;
  }
  const chunks = "whole" in copy ? [copy.whole] : copy.read();
  const isAlone = "head" in copy && !isOneALine(copy.head);
  let rest = "";
  let line = 0;
  for await (const chunk of chunks) {
    rest += chunk;
    if (rest.length > LONGEST_DOCUMENT)
      throw new Refused(`${nameOf(path)} holds a document of more than ${LONGEST_DOCUMENT / 1024 / 1024} MB.`);
    if (isAlone) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) {
      line++;
      if (one.trim() !== "") yield { json: documentFrom(one, path, line), line };
    }
  }
  if (rest.trim() === "") return;
  if (isAlone) yield { json: documentFrom(rest, path) };
  else yield { json: documentFrom(rest, path, line + 1), line: line + 1 };
}

/** Whether the first line is a document by itself and more follow. */
function isOneALine(copy: string): boolean {
  const end = copy.indexOf("\n");
  if (end === -1 || copy.slice(end, end + 100_000).trim() === "") return false;
  try {
    JSON.parse(copy.slice(0, end));
    return true;
  } catch {
    return false; // a document over several lines
  }
}

function documentFrom(copy: string, path: string, line?: number): DocumentJson {
  try {
    const json: DocumentJson = JSON.parse(copy);
    documentSchema.nodeFromJSON(json).check();
    return json;
  } catch (cause) {
    const where = line === undefined ? nameOf(path) : `Line ${line} of ${nameOf(path)}`;
    throw new Refused(`${where} is not a document: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}
