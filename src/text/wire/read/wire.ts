/** Whatever a wire sends → copy. The format is told by its look, never by its name; what cannot be read says why. */
import { decodeText } from "#text/intake/decode.ts";
import type { WireCopy } from "../copy.ts";
import { LooseXmlProblem, looseXml } from "../loose-xml.ts";
import type { XmlNode } from "../xml-tree.ts";
import { type ReadFeed, readJsonFeed, readXmlFeed } from "./feeds.ts";
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
  | "letter";

export type ReadWire = {
  readonly format: WireFormat;
  readonly items: readonly WireCopy[];
  /** What a feed says of itself; nothing for single stories. */
  readonly feed?: Omit<ReadFeed, "items">;
};

/** A sentence for the desk. */
export type WireProblem = { readonly problem: string };

// A day of an agency in one file, and as many of its stories as XML has room for.
const MOST_CHARACTERS = 32 * 1024 * 1024;
const MOST_ITEMS = 20_000;
const TOO_MANY: WireProblem = { problem: `The file has more than ${MOST_ITEMS} stories and is not read.` };

/** Reads bytes as they came; `address` is where relative links lead from. */
export function readWire(bytes: Uint8Array, address?: string): ReadWire | WireProblem {
  const decoded = decodedWire(bytes);
  if ("problem" in decoded) return decoded;
  return readWireText(decoded.text, address);
}

export function readWireText(text: string, address?: string): ReadWire | WireProblem {
  if (text.length > MOST_CHARACTERS) return { problem: "The file is larger than 32 MB and is not read." };
  const head = text
    .slice(0, 400)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (head === "") return { problem: "The file is empty." };
  if (isSevenBit(text)) {
    const items = readSevenBit(text, MOST_ITEMS + 1);
    return items.length > MOST_ITEMS ? TOO_MANY : { format: "seven-bit", items };
  }
  if (/^[[{]/.test(head)) return readJson(text, address);
  if (!head.startsWith("<")) return readAfterNoise(text, address);
  return readXml(text, address);
}

/** The old wires have control characters, which no other text has; everything else is decoded as copy is. */
function decodedWire(bytes: Uint8Array): { readonly text: string } | WireProblem {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  if (isSevenBit(new TextDecoder("latin1").decode(bytes.subarray(0, 2_000))) && head.includes("\u0001"))
    return { text: new TextDecoder("utf-8", { fatal: false }).decode(bytes) };
  return decodeText(bytes);
}

function readJson(text: string, address: string | undefined): ReadWire | WireProblem {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    return { problem: `The file begins like JSON and is none: ${cause instanceof Error ? cause.message : cause}.` };
  }
  const listed = Array.isArray(json) ? json : [json];
  if (listed.length > MOST_ITEMS) return TOO_MANY;
  const objects = listed.filter(isRecord);
  const [first] = objects;
  if (!first) return { problem: "The file is JSON, and holds no story." };
  if (objects.every(isNinjs)) return { format: "ninjs", items: objects.map(readNinjs) };
  if (Array.isArray(first["items"])) {
    if (first["items"].length > MOST_ITEMS) return TOO_MANY;
    const items = first["items"].filter(isRecord);
    if (items.length > 0 && items.every(isNinjs)) return { format: "ninjs", items: items.map(readNinjs) };
    const { items: read, ...feed } = readJsonFeed(first, address);
    return { format: "json-feed", items: read, feed };
  }
  return { problem: "The file is JSON, and neither a JSON Feed nor ninjs." };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Warnings of a program that stand before the feed it printed. */
function readAfterNoise(text: string, address: string | undefined): ReadWire | WireProblem {
  const at = text.search(/<(?:\?xml|rss|feed|rdf:RDF|newsMessage|newsItem|nitf|NewsML)\b/);
  if (at < 0) return { problem: "The file is neither XML nor JSON nor an old wire's text." };
  return readXml(text.slice(at), address);
}

function readXml(text: string, address: string | undefined): ReadWire | WireProblem {
  try {
    return fromTree(looseXml(text), address) ?? { problem: "The file is XML, and no feed, NewsML or NITF." };
  } catch (cause) {
    if (cause instanceof LooseXmlProblem) return { problem: `The file ${cause.message}.` };
    throw cause;
  }
}

function fromTree(root: XmlNode, address: string | undefined): ReadWire | undefined {
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
      return { format: "newsml-g2", items: readNewsMlG2(root) };
    case "NewsML":
      return { format: "newsml-1", items: readNewsMl1(root) };
    case "nitf":
      return { format: "nitf", items: [readNitf(root)] };
    default: {
      const inOther = root.children.find((one) => typeof one !== "string" && /^(rss|feed|RDF|channel)$/.test(one.name));
      return inOther && typeof inOther !== "string" ? fromTree(inOther, address) : undefined;
    }
  }
}
