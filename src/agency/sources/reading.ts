/** What was retrieved of a source, as it is kept: its text, read from whatever encoding it came in, and its bytes as a file. */
import { createHash } from "node:crypto";
import { type Retrieved, warcOf } from "#lib/warc.ts";
import { readHtml } from "#text/document/html.ts";
import { printPlain } from "#text/document/plain.ts";
import { decodeText } from "#text/intake/decode.ts";
import { languageOf } from "#text/intake/language.ts";
import type { KeptPage } from "./actions.ts";
import { fileOfSnapshot, type SnapshotWay } from "./sources.ts";

type Page = Retrieved & {
  readonly sourceId: string;
  readonly how: SnapshotWay;
  /** What stands in the bytes, where they are pages that somebody else has read. */
  readonly read?: { readonly title: string; readonly pages: readonly string[] } | undefined;
};

/** The snapshot that is put down, and the file that has to be among the files before it is. */
export function keptPage(page: Page): { readonly page: KeptPage; readonly file: { name: string; bytes: Uint8Array } } {
  const { id, sourceId, how, address, type, bytes } = page;
  const read = page.read ? fromPages(page.read) : readPage(bytes, { type, address });
  return {
    page: {
      id,
      sourceId,
      how,
      address,
      type,
      ...read,
      digest: sha256(read.text),
      bytesDigest: sha256(bytes),
      bytes: bytes.byteLength,
    },
    file: { name: fileOfSnapshot(id), bytes: warcOf(page) },
  };
}

function sha256(some: string | Uint8Array): string {
  return createHash("sha256").update(some).digest("hex");
}

type ReadPage = {
  readonly title: string;
  /** BCP 47, as the page says or reads; null when neither tells. */
  readonly language: string | null;
  /** Empty for what is no text: a picture, a PDF without words. */
  readonly text: string;
};

// PostgreSQL keeps no NUL, and a text longer than this is no page that somebody quotes from by hand.
const LONGEST_TEXT = 2_000_000;

function readPage(
  bytes: Uint8Array,
  { type, address }: { readonly type: string; readonly address: string | null },
): ReadPage {
  const decoded = decodeText(bytes, /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]);
  if ("problem" in decoded) return { title: "", language: null, text: "" };
  return isHtml(type, decoded.text) ? fromHtml(decoded.text, address) : fromWords(decoded.text);
}

function isHtml(type: string, text: string): boolean {
  return /\b(?:x?html)\b/i.test(type) || (type === "" && /^\s*<(?:!doctype html|html|head|body)\b/i.test(text));
}

function fromHtml(html: string, address: string | null): ReadPage {
  const page = readHtml(html, address === null ? {} : { address });
  // A pull quote in the margin is left out of a story and is still what the page says.
  const asides = page.dropped.filter(({ element }) => element === "aside").flatMap(({ lines }) => lines);
  const text = tidied([printPlain(page.document).text, ...asides].join("\n\n"));
  return { title: tidied(page.title).slice(0, 500), language: page.language ?? languageOf(text) ?? null, text };
}

/** Pages stand one after another, a form feed between them: which page a passage is on can be counted. */
function fromPages({ title, pages }: NonNullable<Page["read"]>): ReadPage {
  const text = pages
    .map((page) => tidied(page.replaceAll("\f", "\n")))
    .join("\f")
    .slice(0, LONGEST_TEXT);
  return { title: tidied(title).slice(0, 500), language: languageOf(text) ?? null, text };
}

function fromWords(words: string): ReadPage {
  const text = tidied(words);
  return { title: "", language: languageOf(text) ?? null, text };
}

function tidied(text: string): string {
  return text.replaceAll("\0", "").replaceAll("\r\n", "\n").toWellFormed().trim().slice(0, LONGEST_TEXT);
}
