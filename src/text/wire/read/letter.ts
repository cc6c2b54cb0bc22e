/**
 * A letter as a mailbox holds it → copy: what of it is in a format of wires is read as that, otherwise its text is the
 * story and its subject the headline. What machines write about letters is no copy.
 */

import { textOf } from "#text/document/nodes.ts";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";
import { decodeText } from "#text/intake/decode.ts";
import { evenLines, parsePlain } from "#text/intake/plain-copy.ts";
import { type CopyPicture, NO_COPY, type WireCopy } from "../copy.ts";
import { letterPart } from "../pictures.ts";
import { signalledNote } from "../story.ts";
import { isSevenBit } from "./seven-bit.ts";
import { type ReadWire, readWire } from "./wire.ts";

export type ReadLetter = {
  /** The address it says it is from, in small letters; empty when it says none. */
  readonly from: string;
  readonly subject: string;
  /** Empty when the letter is about letters: an automatic answer, a bounce, a report of delivery. */
  readonly read: readonly Pick<ReadWire, "format" | "items">[];
};

type Options = {
  /** When the mailbox took it in: its time where it says none, or one that is still to come. */
  readonly received: Date | null;
};

/** Nothing when it cannot be read at all: thousands of parts in parts, a head without end. */
export async function readLetter(bytes: Uint8Array, { received }: Options): Promise<ReadLetter | undefined> {
  const letter = await parsed(withReadableHead(bytes));
  if (!letter) return undefined;
  const { email, leaves } = letter;
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? "";
  const sender = email.from;
  const from = sender && "address" in sender ? (sender.address ?? "").toLowerCase() : "";
  const subject = (email.subject ?? "").replaceAll(/\s+/g, " ").trim();
  const about = { from, subject };
  const id = midOf(email.messageId);
  const pictures = id === null ? [] : picturesIn(leaves, id);
  const wired = leaves.map((leaf) => ({ leaf, read: wireIn(leaf) }));
  const stories = wired.flatMap(({ read }) => read ?? []);
  if (isAutomatic(header, letter.type, stories.length > 0)) return { ...about, read: [] };
  if (stories.length > 0) return { ...about, read: illustrated(stories, pictures) };
  const time = timeOf(email.date, received);
  const { body, rest } = bodyOf(leaves);
  const { signal, note } = signalledNote(subject.toUpperCase() === subject ? subject : "");
  const taken = new Set(pictures.map(({ leaf }) => leaf));
  const files = rest.flatMap((leaf) => (taken.has(leaf) || leaf.name === "" ? [] : leaf.name));
  const copy: WireCopy = {
    ...NO_COPY,
    id,
    status: signal === "kill" ? "canceled" : "usable",
    signal,
    // What is not read here is named, so that somebody looks into the mailbox.
    note: [...(signal ? [note] : []), ...(files.length > 0 ? [`📎 ${files.join(", ")}`] : [])].join(" "),
    language: /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*$/i.exec(header("content-language"))?.[1] ?? null,
    firstCreated: time,
    versionCreated: time,
    headline: subject,
    origin: originOf(sender?.name ?? "", from),
    pictures: pictures.map(({ picture }) => picture),
    body: body.format === "html" ? { ...body, words: withParts(body.words, pictures) } : body,
  };
  return { ...about, read: [{ format: "letter", items: [copy] }] };
}

/** A picture of a letter by its address there; nothing where the letter has no such part. */
export async function pictureInLetter(bytes: Uint8Array, part: number): Promise<Uint8Array | undefined> {
  const letter = await parsed(withReadableHead(bytes));
  return letter?.leaves[part]?.bytes;
}

type LetterPicture = { readonly leaf: Leaf; readonly picture: CopyPicture };

/** What is attached comes before what only stands in the words: a story is told by it, and not by the sign below a signature. */
function picturesIn(leaves: readonly Leaf[], id: string): LetterPicture[] {
  const found = leaves.flatMap((leaf, part): LetterPicture[] => {
    if (!isPicture(leaf)) return [];
    const href = letterPart({ id, part, name: leaf.name || `${part}.${leaf.type.split("/").at(-1)}` });
    return [{ leaf, picture: { href, type: leaf.type, alt: "", caption: "", credit: "", usageTerms: "" } }];
  });
  const isInline = ({ leaf }: LetterPicture) => leaf.cid !== "" && !leaf.isKeptApart;
  return [...found.filter((one) => !isInline(one)), ...found.filter(isInline)];
}

function isPicture({ type, name }: Leaf): boolean {
  return (
    type.startsWith("image/") ||
    (/^(?:application\/octet-stream)?$/.test(type) && /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?)$/i.test(name))
  );
}

// Before a name a story gives for what is attached beside it, until it is found there.
const ATTACHED = "attached:";

/** What stories name is looked for in the letter; the pictures beside a single story that names none are its own. */
function illustrated(
  stories: readonly Pick<ReadWire, "format" | "items">[],
  pictures: readonly LetterPicture[],
): readonly Pick<ReadWire, "format" | "items">[] {
  const items = stories.flatMap(({ items }) => items);
  const isAlone = items.length === 1 && items.every((story) => story.pictures.length === 0);
  return stories.map((one) => ({
    ...one,
    items: one.items.map((story) => ({
      ...story,
      pictures: isAlone
        ? pictures.map(({ picture }) => picture)
        : story.pictures.flatMap((named) => found(named, pictures)),
    })),
  }));
}

function found(named: CopyPicture, pictures: readonly LetterPicture[]): CopyPicture[] {
  if (!named.href.startsWith(ATTACHED)) return [named];
  const name = decoded(named.href.slice(ATTACHED.length)).toLowerCase();
  const attached = pictures.find(({ leaf }) => leaf.name.toLowerCase() === name);
  return attached ? [{ ...named, href: attached.picture.href }] : [];
}

/** RFC 2392: `cid:` names a part of the same letter by its Content-ID. */
function withParts(html: string, pictures: readonly LetterPicture[]): string {
  const hrefs = new Map(pictures.flatMap(({ leaf, picture }) => (leaf.cid === "" ? [] : [[leaf.cid, picture.href]])));
  return html.replaceAll(/\bcid:([^\s"'<>]{1,300})/gi, (written, cid: string) => hrefs.get(decoded(cid)) ?? written);
}

function decoded(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid; // a broken percent-encoding says what it says
  }
}

/** RFC 2392: the same letter has one name in every mailbox. */
function midOf(messageId: string | undefined): string | null {
  const bare = (messageId ?? "").trim().replace(/^<|>$/g, "");
  return bare === "" ? null : `mid:${bare}`;
}

/** Who wrote; without a name its domain, for addresses of people are not told to readers. */
function originOf(name: string, address: string): WireCopy["origin"] {
  const said = name.trim() || address.slice(address.indexOf("@") + 1);
  return said === "" ? null : { name: said, uri: null };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function timeOf(date: string | undefined, received: Date | null): Date | null {
  const said = date === undefined ? Number.NaN : new Date(date).getTime();
  if (Number.isNaN(said)) return received;
  return received !== null && said > received.getTime() + DAY_MS ? received : new Date(said);
}

/** RFC 3834 §5, RFC 5321 §4.5.5, RFC 6522. Agencies' machines send stories too, and say as truly that a machine sent them. */
function isAutomatic(header: (name: string) => string, type: string, isCopy: boolean): boolean {
  if (type === "multipart/report" || header("return-path").trim() === "<>") return true;
  const submitted = /^\s*([a-z-]*)/i.exec(header("auto-submitted"))?.[1]?.toLowerCase() ?? "";
  if (submitted === "auto-generated" && isCopy) return false;
  return (submitted !== "" && submitted !== "no") || /auto_?reply/i.test(header("precedence"));
}

/** A part without parts, as its bytes were before they were packed for the way. */
type Leaf = {
  readonly type: string;
  readonly charset: string | undefined;
  readonly isFlowed: boolean;
  readonly isAttached: boolean;
  /** It says itself that it does not stand in the words. */
  readonly isKeptApart: boolean;
  /** Its Content-ID without brackets; empty where it has none. */
  readonly cid: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

const LONGEST_MARK = 64;

/** What a part says when it is in a format of wires. Pages and pictures are none. */
function wireIn({ type, name, isAttached, bytes }: Leaf): Pick<ReadWire, "format" | "items"> | undefined {
  const isData = /[/+](?:xml|json)$/.test(type) || /\.(?:xml|json|ninjs|nitf|rss|atom)$/i.test(name);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2_000));
  const looks = type !== "text/html" && /^(?:text\/|application\/octet-stream|$)/.test(type);
  const isMarked = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<(?:rss|feed|nitf|newsItem|newsMessage|NewsML)\b|[[{]\s*["{])/.test(
    head.slice(0, LONGEST_MARK),
  );
  if (!isData && !(looks && (isMarked || (isSevenBit(head) && (isAttached || type !== ""))))) return undefined;
  const read = readWire(bytes, { files: ATTACHED });
  return "problem" in read || read.items.length === 0 ? undefined : read;
}

function bodyOf(leaves: readonly Leaf[]): { readonly body: WireCopy["body"]; readonly rest: readonly Leaf[] } {
  const texts = leaves.filter(({ type }) => type === "text/plain" || type === "text/html");
  const found = [
    (leaf: Leaf) => leaf.type === "text/plain" && !leaf.isAttached,
    (leaf: Leaf) => leaf.type === "text/html" && !leaf.isAttached,
    (leaf: Leaf) => leaf.type === "text/plain",
    (leaf: Leaf) => leaf.type === "text/html",
  ];
  for (const fits of found) {
    // A letter may be cut into several texts, with a picture between.
    const some = texts.filter((leaf) => fits(leaf) && leaf.bytes.some((byte) => byte > 32));
    const [first] = some;
    if (!first) continue;
    const isHtml = first.type === "text/html";
    const words = some.map((leaf) => (isHtml ? textIn(leaf) : plainWords(leaf))).join("\n\n");
    const rest = leaves.filter((leaf) => !some.includes(leaf) && (leaf.isAttached || !texts.includes(leaf)));
    return { body: { format: isHtml ? "html" : "text", words }, rest };
  }
  return { body: { format: "text", words: "" }, rest: leaves };
}

function textIn({ bytes, charset }: Leaf): string {
  const decoded = decodeText(bytes, charset);
  return "text" in decoded ? decoded.text : new TextDecoder("utf-8").decode(bytes);
}

/** Paragraphs between empty lines: what mail programs wrapped is joined. */
function plainWords(leaf: Leaf): string {
  const text = evenLines(textIn(leaf));
  // RFC 3676: a space before a line's end says that the line goes on.
  const joined = leaf.isFlowed ? text.replaceAll(/(?<=[^\n]) \n(?!\n|-- )/g, " ") : text;
  return paragraphsOf(parsePlain(joined, () => false)).join("\n\n");
}

function paragraphsOf({ content = [] }: DocumentJson): string[] {
  return content.map((node: NodeJson) => textOf(node)).filter((words) => words !== "");
}

/** Heads in bytes above ASCII without a word on their encoding: what reads like writing, as for any copy. */
function withReadableHead(bytes: Uint8Array): Uint8Array {
  const end = headEnd(bytes);
  const head = bytes.subarray(0, end);
  if (head.every((byte) => byte < 0x80)) return bytes;
  const charset = /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(new TextDecoder("latin1").decode(head))?.[1];
  const decoded = decodeText(head, charset);
  if (!("text" in decoded) || decoded.encoding === "utf-8") return bytes;
  const even = new TextEncoder().encode(decoded.text);
  const whole = new Uint8Array(even.length + bytes.length - end);
  whole.set(even);
  whole.set(bytes.subarray(end), even.length);
  return whole;
}

function headEnd(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] === 10 && (bytes[at + 1] === 10 || (bytes[at + 1] === 13 && bytes[at + 2] === 10))) return at + 1;
  return bytes.length;
}

// Letters that people wrote have a handful; a letter forwarded thrice is still one.
const DEEPEST_PARTS = 20;
const DEEPEST_LETTERS = 3;
const MOST_LEAVES = 200;
const LONGEST_HEAD = 256 * 1024;

/** A part as postal-mime keeps it: read by hand, for what it hands out has lost the bytes of texts. */
type Part = {
  readonly childNodes: readonly Part[];
  readonly contentType: { readonly parsed: Structured };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentId?: string | undefined;
  readonly content: ArrayBuffer | null;
};

type Structured = { readonly value: string; readonly params: Readonly<Record<string, string>> };

async function parsed(bytes: Uint8Array, depth = 0) {
  // Mail is read where there is a mailbox, which most newsrooms do not have.
  const { default: PostalMime, decodeWords } = await import("postal-mime");
  const parser = new PostalMime({
    maxNestingDepth: DEEPEST_PARTS,
    maxHeadersSize: LONGEST_HEAD,
    maxRfc822NestingDepth: 0,
  });
  try {
    const email = await parser.parse(new Uint8Array(bytes));
    // The version is pinned, and tests read letters in old encodings by this tree.
    const { root } = parser as unknown as { readonly root: Part };
    const leaves: Leaf[] = [];
    for (const part of partsIn(root)) {
      const { value, params } = part.contentType.parsed;
      const type = value.trim().toLowerCase();
      const content = new Uint8Array(part.content ?? new ArrayBuffer(0));
      const inner = type === "message/rfc822" && depth < DEEPEST_LETTERS ? await parsed(content, depth + 1) : undefined;
      const disposition = part.contentDisposition.parsed;
      const isKeptApart = disposition.value.toLowerCase() === "attachment";
      const name = decodeWords(disposition.params["filename"] ?? params["name"] ?? "");
      if (inner) leaves.push(...inner.leaves);
      else
        leaves.push({
          type,
          charset: params["charset"],
          isFlowed: params["format"]?.toLowerCase() === "flowed",
          isAttached: isKeptApart || name !== "",
          isKeptApart,
          cid: (part.contentId ?? "").trim().replace(/^<|>$/g, ""),
          name: name.slice(0, 200),
          bytes: content,
        });
      if (leaves.length > MOST_LEAVES) return undefined;
    }
    return { email, leaves, type: root.contentType.parsed.value.trim().toLowerCase() };
  } catch {
    return undefined; // what it throws says that a bound was passed
  }
}

function partsIn(part: Part): Part[] {
  return part.childNodes.length === 0 ? [part] : part.childNodes.flatMap(partsIn);
}
