/** Whatever a wire sends → copy. The format is told by its look, never by its name; what cannot be read says why. */
import { decodeText } from "#text/intake/decode.ts";
import type { WireCopy } from "../copy.ts";
import { LooseXmlProblem, looseXml } from "../loose-xml.ts";
import { descendantsOf, type XmlNode } from "../xml-tree.ts";
import { type ReadFeed, readJsonFeed, readXmlFeed, resolved } from "./feeds.ts";
import { readNewsMl1, readNewsMlG2 } from "./newsml.ts";
import { isNinjs, readNinjs } from "./ninjs.ts";
import { readNitf } from "./nitf.ts";
import { isSevenBit, readSevenBit } from "./seven-bit.ts";

export type WireFormat =
  | "rss"
  | "atom"
  | "json-feed"
  | "ninjs"
  | "newsml-g2"
  | "newsml-1"
  | "nitf"
  | "seven-bit"
  | "text"
  | "letter";

export type ReadWire = {
  readonly format: WireFormat;
  readonly items: readonly WireCopy[];
  /** What a feed says of itself; nothing for single stories. */
  readonly feed?: Omit<ReadFeed, "items">;
};

/** Why nothing was read, for who has words of their own for it. */
export type WhyUnread =
  | "empty"
  | "large"
  | "many"
  /** No text, or one that is damaged. */
  | "no-text"
  /** It begins like JSON and is none. */
  | "no-json"
  | "no-story"
  | "no-format"
  /** A page for readers. */
  | "page"
  /** XML that is made to break whoever reads it. */
  | "deep";

export type WireProblem = {
  /** A sentence for who sent it. */
  readonly problem: string;
  readonly why: WhyUnread;
  /** The feed a page names. */
  readonly feed?: string | undefined;
};

// A day of an agency in one file, and as many of its stories as XML has room for.
const MOST_CHARACTERS = 32 * 1024 * 1024;
const MOST_ITEMS = 20_000;
const TOO_MANY: WireProblem = { problem: `The file has more than ${MOST_ITEMS} stories and is not read.`, why: "many" };
export const TOO_LARGE: WireProblem = { problem: "The file is larger than 32 MB and is not read.", why: "large" };

/** Where what a file only names can be had. */
type Beside = {
  /** The page relative links lead from. */
  readonly address?: string | undefined;
  /** What stands before the name of a picture that came as a file of its own; without it such pictures are left out. */
  readonly files?: string | undefined;
};

/** Reads bytes as they came. */
export function readWire(bytes: Uint8Array, beside: Beside = {}): ReadWire | WireProblem {
  const decoded = decodedWire(bytes);
  if ("problem" in decoded) return decoded;
  return readWireText(decoded.text, beside);
}

export function readWireText(text: string, beside: Beside = {}): ReadWire | WireProblem {
  if (text.length > MOST_CHARACTERS) return TOO_LARGE;
  const head = text
    .slice(0, 400)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (head === "") return { problem: "The file is empty.", why: "empty" };
  if (isSevenBit(text)) {
    const items = readSevenBit(text, MOST_ITEMS + 1);
    return items.length > MOST_ITEMS ? TOO_MANY : { format: "seven-bit", items };
  }
  if (/^[[{]/.test(head)) return readJson(text, beside);
  if (!head.startsWith("<")) return readAfterNoise(text, beside);
  return readXml(text, beside);
}

/** The old wires have control characters, which no other text has; everything else is decoded as copy is. */
function decodedWire(bytes: Uint8Array): { readonly text: string } | WireProblem {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  if (isSevenBit(new TextDecoder("latin1").decode(bytes.subarray(0, 2_000))) && head.includes("\u0001"))
    return { text: new TextDecoder("utf-8", { fatal: false }).decode(bytes) };
  const decoded = decodeText(bytes);
  return "problem" in decoded ? { ...decoded, why: "no-text" } : decoded;
}

function readJson(text: string, { address, files }: Beside): ReadWire | WireProblem {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : cause;
    return { problem: `The file begins like JSON and is none: ${said}.`, why: "no-json" };
  }
  const listed = Array.isArray(json) ? json : [json];
  if (listed.length > MOST_ITEMS) return TOO_MANY;
  const objects = listed.filter(isRecord);
  const [first] = objects;
  if (!first) return { problem: "The file is JSON, and holds no story.", why: "no-story" };
  const ninjs = (one: Readonly<Record<string, unknown>>) => readNinjs(one, files);
  if (objects.every(isNinjs)) return { format: "ninjs", items: objects.map(ninjs) };
  if (Array.isArray(first["items"])) {
    if (first["items"].length > MOST_ITEMS) return TOO_MANY;
    const items = first["items"].filter(isRecord);
    if (items.length > 0 && items.every(isNinjs)) return { format: "ninjs", items: items.map(ninjs) };
    const { items: read, ...feed } = readJsonFeed(first, address);
    return { format: "json-feed", items: read, feed };
  }
  return { problem: "The file is JSON, and neither a JSON Feed nor ninjs.", why: "no-format" };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Warnings of a program that stand before the feed it printed. */
function readAfterNoise(text: string, beside: Beside): ReadWire | WireProblem {
  const at = text.search(/<(?:\?xml|rss|feed|rdf:RDF|newsMessage|newsItem|nitf|NewsML)\b/);
  if (at < 0) return { problem: "The file is neither XML nor JSON nor an old wire's text.", why: "no-format" };
  return readXml(text.slice(at), beside);
}

function readXml(text: string, beside: Beside): ReadWire | WireProblem {
  try {
    const root = looseXml(text);
    return fromTree(root, beside) ?? (isPage(root, text) ? pageProblem(root, beside) : UNKNOWN_XML);
  } catch (cause) {
    if (cause instanceof LooseXmlProblem) return { problem: `The file ${cause.message}.`, why: "deep" };
    throw cause;
  }
}

const UNKNOWN_XML: WireProblem = { problem: "The file is XML, and no feed, NewsML or NITF.", why: "no-format" };

function isPage(root: XmlNode, text: string): boolean {
  return root.name.toLowerCase() === "html" || /^\s*<!doctype\s+html/i.test(text.slice(0, 400));
}

/** A page names its feeds in its head, for readers who are given the page's address. */
function pageProblem(root: XmlNode, { address }: Beside): WireProblem {
  const [feed] = ["link", "LINK"]
    .flatMap((name) => descendantsOf(root, name))
    .flatMap(({ attributes: { rel, type, href } }) =>
      /\balternate\b/i.test(rel ?? "") && /^application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(type ?? "")
        ? (resolved(href, address) ?? [])
        : [],
    );
  const named = feed === undefined ? "" : ` It names this feed: ${feed}`;
  return { problem: `The file is a page for readers, and no feed.${named}`, why: "page", feed };
}

function fromTree(root: XmlNode, { address, files }: Beside): ReadWire | undefined {
  const feed = (format: WireFormat): ReadWire => {
    const { items, ...said } = readXmlFeed(root, address);
    return { format, items, feed: said };
  };
  switch (root.name) {
    case "rss":
    case "RDF":
    case "channel":
    case "item":
      return feed("rss");
    case "feed":
    case "entry":
      return feed("atom");
    case "newsMessage":
    case "newsItem":
    case "packageItem":
      return { format: "newsml-g2", items: readNewsMlG2(root, files) };
    case "NewsML":
      return { format: "newsml-1", items: readNewsMl1(root, files) };
    case "nitf":
      return { format: "nitf", items: [readNitf(root, files)] };
    default: {
      const inOther = root.children.find((one) => typeof one !== "string" && /^(rss|feed|RDF|channel)$/.test(one.name));
      return inOther && typeof inOther !== "string" ? fromTree(inOther, { address, files }) : undefined;
    }
  }
}
