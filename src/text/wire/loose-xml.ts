/**
 * XML as feeds and old wires send it: often not well formed. It is read as far as it goes. No document type is followed
 * and no entity of its own is known, so that nothing in it can grow or look elsewhere.
 */
import { parseFragment } from "parse5";
import type { XmlNode } from "./xml-tree.ts";

/** It is no XML, or larger than anything that is sent in earnest; the message is the end of a sentence about the file. */
export class LooseXmlProblem extends Error {}

// A real document nests a dozen levels and has some ten thousand elements.
const MOST_LEVELS = 200;
const MOST_ELEMENTS = 100_000;

type Open = {
  name: string;
  space: string | undefined;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
};
type Spaces = ReadonlyMap<string, string>;

/** Prefixes everybody uses, and not everybody declares. */
const USUAL_SPACES: Spaces = new Map([
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["atom", "http://www.w3.org/2005/Atom"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  ["xhtml", "http://www.w3.org/1999/xhtml"],
]);

// Each beginning is looked at once and its end no further than the next of its kind, so that no file takes long.
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![a-z][^<>]{0,2000}>|<(\/?)([\p{L}_][\p{L}\p{N}_.:-]{0,99})(?![\p{L}\p{N}_.:-])([^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*)>|([^<]+)|</giu;

/** The outermost element. What is never closed ends with what it stands in; what was never opened is passed over. */
export function looseXml(text: string): XmlNode {
  const document: Open = { name: "", space: undefined, attributes: {}, children: [] };
  const open: Open[] = [document];
  const names: string[] = [""];
  const spaces: Spaces[] = [USUAL_SPACES];
  let elements = 0;
  const close = () => {
    open.pop();
    names.pop();
    spaces.pop();
  };
  for (const [piece, data, closes, name, written = "", words] of withoutDoctype(text).matchAll(PIECE)) {
    const isEmpty = written.endsWith("/");
    const attributes = isEmpty ? written.slice(0, -1) : written;
    const into = open.at(-1) ?? document;
    if (data !== undefined) into.children.push(data);
    else if (words !== undefined) into.children.push(withoutEntities(words));
    else if (piece === "<") into.children.push("<");
    else if (name === undefined) continue;
    else if (closes) {
      const at = names.lastIndexOf(name);
      if (at > 0) while (open.length > at) close();
    } else {
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new LooseXmlProblem(`has more than ${MOST_ELEMENTS} elements`);
      if (open.length > MOST_LEVELS) throw new LooseXmlProblem(`is more than ${MOST_LEVELS} levels deep`);
      const given = attributesOf(attributes);
      const known = declared(given, spaces.at(-1) ?? USUAL_SPACES);
      const [local = name, prefix = ""] = name.split(":").reverse();
      const node: Open = { name: local, space: known.get(prefix), attributes: given, children: [] };
      into.children.push(node);
      if (isEmpty) continue;
      open.push(node);
      names.push(name);
      spaces.push(known);
    }
  }
  const root = document.children.find((one) => typeof one !== "string");
  if (!root) throw new LooseXmlProblem(text.trim() === "" ? "is empty" : "is not XML");
  return root;
}

/** Nothing of a document type is read, what it declares inside itself least of all. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!DOCTYPE\b/i);
  if (start < 0) return text;
  let [depth, quote] = [0, ""];
  for (let at = start + 2; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (depth > 0 && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === "[") depth += 1;
    else if (sign === "]") depth -= 1;
    else if (sign === ">" && depth <= 0) return text.slice(0, start) + text.slice(at + 1);
  }
  return text.slice(0, start);
}

function declared(attributes: Readonly<Record<string, string>>, outer: Spaces): Spaces {
  const own = Object.entries(attributes).flatMap(([name, value]) => {
    const [, prefix = ""] = /^xmlns(?::(.+))?$/.exec(name) ?? [];
    return name.startsWith("xmlns") ? [[prefix, value] as const] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

// A name begins where none goes on, and is no longer than that of an element.
const ATTRIBUTE = /(?<![\p{L}\p{N}_.:-])([\p{L}_][\p{L}\p{N}_.:-]{0,99})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+))/gu;

function attributesOf(written: string): Record<string, string> {
  // Without a prototype, so that an attribute may be called as it likes.
  const found: Record<string, string> = Object.create(null);
  for (const [, name = "", double, single, bare] of written.matchAll(ATTRIBUTE))
    found[name] ??= withoutEntities(double ?? single ?? bare ?? "");
  return found;
}

/** Entities as XML and HTML know them; one that nobody knows stays as it is written. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi,
    (entity) => ENTITIES[entity] ?? htmlEntity(entity),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function htmlEntity(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  // Every character HTML would let stand; a NUL or half a pair has become the sign for what is broken.
  return node && "value" in node ? node.value : entity;
}

/** The elements below a node as HTML, for what feeds put into them unescaped. */
export function asHtml(nodes: readonly (XmlNode | string)[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return escaped(node);
      const attributes = Object.entries(node.attributes)
        .filter(([name]) => !name.startsWith("xmlns"))
        .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`);
      const tag = node.name.toLowerCase();
      const within = asHtml(node.children);
      return VOID.has(tag)
        ? `<${tag}${attributes.join("")}>${within}`
        : `<${tag}${attributes.join("")}>${within}</${tag}>`;
    })
    .join("");
}

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
