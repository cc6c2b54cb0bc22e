/** The pictures of copy: those that came beside its words and those its words show, each once. */

import { nodesOf } from "#text/document/find.ts";
import { parseHtml } from "#text/document/html.ts";
import { textAttr, textOf } from "#text/document/nodes.ts";
import type { CopyPicture, WireCopy } from "./copy.ts";

export type FoundPicture = CopyPicture & {
  /** How the words name it, as often as they show it; empty for one that stands beside them. */
  readonly shownAs: readonly string[];
};

/** Those beside the words first, as they came; then the others in the order of the text. Signs drawn as pictures are none. */
export function picturesOf({ pictures, body, address }: WireCopy): FoundPicture[] {
  const found = new Map<string, FoundPicture>(
    pictures.map((one): [string, FoundPicture] => [sameness(one.href), { ...one, shownAs: [] }]),
  );
  if (body.format === "text") return [...found.values()];
  for (const { src, href, alt, caption } of shownIn(body.words, address)) {
    const known = found.get(sameness(href)) ?? { ...NO_PICTURE, href, alt, caption };
    found.set(sameness(href), { ...known, shownAs: [...known.shownAs, src] });
  }
  return [...found.values()];
}

const NO_PICTURE = { type: "image/*", alt: "", caption: "", credit: "", usageTerms: "", shownAs: [] } as const;

type Shown = { readonly src: string; readonly href: string; readonly alt: string; readonly caption: string };

function shownIn(html: string, address: string | null): Shown[] {
  const base = baseOf(html) ?? address ?? undefined;
  const document = parseHtml(html, { picture: (src) => ({ id: src, credit: "" }) });
  return nodesOf(document, "picture").flatMap((node) => {
    const src = textAttr(node, "media");
    const url = URL.parse(src.trim(), base);
    if (!url || !REACHED.test(url.protocol) || SIGNS.test(url.pathname)) return [];
    return [{ src, href: url.href, alt: textAttr(node, "alt"), caption: textOf(node) }];
  });
}

// On the web, in the words themselves, and in the letter they came in.
const REACHED = /^(?:https?|data|mid):$/;

/** Where the reader of a feed says relative addresses lead from. */
function baseOf(html: string): string | undefined {
  return /^<base href="([^"]*)">/
    .exec(html)?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

// WordPress and its like draw letters of Unicode as pictures, with the letter as their words.
const SIGNS = /\/(?:emoji|smilies)\//;

// WordPress puts the size before the ending, and so does Dateline, behind the picture's digest.
const SIZE = /-\d{1,5}x\d{1,5}(?=\.\w+$)|(?<=\/[0-9a-f]{32})-\d{1,5}(?=\.\w+$)/;

/** What the sizes of one picture have in common. */
function sameness(href: string): string {
  const { origin, pathname, search } = new URL(href);
  const isSized = SIZE.test(pathname);
  const bare = pathname.replace(SIZE, "");
  return origin + (isOurs(pathname) ? bare.replace(/\.\w+$/, "") : bare) + (isSized ? "" : search);
}

type LetterPart = {
  /** The letter's name as copy has it: `mid:` and its Message-ID. */
  readonly id: string;
  /** Counted from 0, as the reader of letters counts. */
  readonly part: number;
  readonly name: string;
};

/** Where a picture of a letter is: `mid:` as in RFC 2392, with the part's number where few have a Content-ID, and its name. */
export function letterPart({ id, part, name }: LetterPart): string {
  return `mid:${encodeURIComponent(id.slice("mid:".length))}/${part}/${encodeURIComponent(name)}`;
}

/** The letter and the part such an address names; nothing for any other address. */
export function partOfLetter(href: string): { readonly messageId: string; readonly part: number } | undefined {
  const [, id, part] = /^mid:([^/]+)\/(\d{1,4})\//.exec(href) ?? [];
  return id === undefined ? undefined : { messageId: decodeURIComponent(id), part: Number(part) };
}

/** Where a file is that was put into a folder; without a name what stands before it. */
export function fileInFolder(folder: string, name: string): string {
  return `folder:${encodeURIComponent(folder)}/${encodeURIComponent(name)}`;
}

/** The folder and the name such an address says; nothing for any other address. */
export function folderOfFile(href: string): { readonly folder: string; readonly name: string } | undefined {
  const [, folder, name] = /^folder:([^/]+)\/([^/]+)$/.exec(href) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  return { folder: decodeURIComponent(folder), name: decodeURIComponent(name) };
}

/** What its file is called, as far as its address says. */
export function fileOfPicture(href: string): string {
  if (href.startsWith("data:")) return "";
  const last = new URL(href).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a broken percent-encoding says what it says
  }
}

/** A picture of a Dateline, whatever its width and type. */
function isOurs(pathname: string): boolean {
  return /\/[0-9a-f]{32}(?:-\d{1,5})?\.\w+$/.test(pathname);
}
