/** Reads the prose of HTML without changing it: which characters are words, and which are tags, code and scripts. */
import { parseFragment } from "parse5";
import { NO_PROSE, type Range } from "./flow.ts";
import { type Finder, finder, type Source, SourceReading } from "./source.ts";

/** Any markup is read as far as it goes: a tag that never ends is the rest of the text. */
export function htmlSource(source: string): Source {
  const reading = new SourceReading();
  const odd = finder(ODD, source);
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const end = open === -1 ? source.length : open;
    readProse(reading, source, odd, { start: at, end });
    at = open === -1 ? source.length : readTag(reading, source, open);
  }
  return reading.done();
}

const named = (names: string) => new Set(names.split(" "));
// Their content is no markup, or nothing a reader reads.
const RAW = named("script style textarea title xmp iframe noembed noframes");
const NO_WORDS = named("head code pre kbd samp svg math template select datalist object");
const BLOCKS = named(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul",
);
const VOID = named("area base br col embed hr img input link meta source track wbr");

/** Reads one tag, comment or raw element; returns where prose goes on. */
function readTag(reading: SourceReading, source: string, open: number): number {
  const tag = TAG_NAME.exec(source.slice(open, open + LONGEST_TAG_NAME));
  if (!tag) return readOddity(reading, source, open);
  const name = (tag[2] ?? "").toLowerCase();
  const isClosing = tag[1] === "/";
  const end = tagEnd(source, open + tag[0].length);
  if (!isClosing && RAW.has(name)) return elementEnd(source, end, name);
  if (!isClosing && NO_WORDS.has(name) && source.charAt(end - 2) !== "/") {
    reading.between(name === "pre" || name === "head" ? "\n\n" : NO_PROSE);
    return elementEnd(source, end, name);
  }
  if (name === "blockquote" || name === "q") {
    if (isClosing) reading.endSetOff();
    else {
      if (name === "blockquote") reading.between("\n\n");
      reading.beginSetOff();
    }
  }
  if (name === "br") reading.between("\n");
  else if (BLOCKS.has(name)) {
    reading.between("\n\n");
    if (!isClosing && name !== "html") reading.cut(open);
  } else if (isClosing) reading.closing(open, end);
  else if (
    name === "img" ||
    name === "input" ||
    (name === "sup" && NOTE_FIGURE.test(source.slice(end, end + LONGEST_NOTE_LINK)))
  )
    reading.between(NO_PROSE);
  if (!isClosing && /^h[1-6]$/.test(name)) reading.section();
  return end;
}

// `ISIL<sup><a href="#n1">1</a></sup>`: the figure of a note is no part of the word it stands at.
const NOTE_FIGURE = /^(?:\s|<[^<>]*>)*[\d[]/;
const LONGEST_NOTE_LINK = 300;
const TAG_NAME = /^<(\/?)([a-z][^\s/>]*)/i;
const LONGEST_TAG_NAME = 80;

/** Comments, declarations, and a `<` that is only a sign. */
function readOddity(reading: SourceReading, source: string, open: number): number {
  if (source.startsWith("<!--", open)) return after(source, "-->", open + 4);
  if (/^<[!?/]/.test(source.slice(open, open + 2)) && source.length > open + 2) return after(source, ">", open);
  reading.words(source, open, open + 1);
  return open + 1;
}

function after(source: string, sign: string, from: number): number {
  const at = source.indexOf(sign, from);
  return at === -1 ? source.length : at + sign.length;
}

/** After the `>` of a tag, quoted values passed over. */
function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === ">") return at + 1;
    if ((sign === '"' || sign === "'") && /[=\s]/.test(source.charAt(at - 1))) {
      const close = source.indexOf(sign, at + 1);
      if (close === -1) return source.length;
      at = close;
    }
  }
  return source.length;
}

/** After the element's own closing tag, elements of its name inside it passed over. */
function elementEnd(source: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(source); tag; tag = tags.exec(source)) {
    const isClosing = tag[1] === "/";
    if (!isClosing && (RAW.has(name) || VOID.has(name))) continue;
    depth += isClosing ? -1 : 1;
    if (depth === 0) return after(source, ">", tag.index);
  }
  return source.length;
}

/** Words between tags: entities read, any white space one space. */
function readProse(reading: SourceReading, source: string, odd: Finder, { start, end }: Range) {
  let at = start;
  for (let found = odd(at); found && found.index < end; found = odd(at)) {
    const stop = Math.min(end, found.index + found[0].length);
    reading.words(source, at, found.index);
    reading.as(found[0].startsWith("&") ? decoded(found[0]) : " ", found.index, stop);
    at = stop;
  }
  reading.words(source, at, end);
}

const ODD = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?|[ \t\n\r\f]{2,}|[\t\n\r\f]/gi;

const entities = new Map<string, string>();
// More than HTML has names for; numbers beyond are read again each time.
const MOST_ENTITIES = 4000;

/** An entity as the parser of the standard reads it. */
export function decoded(entity: string): string {
  const known = entities.get(entity);
  if (known !== undefined) return known;
  const [node] = parseFragment(entity).childNodes;
  const text = node && "value" in node ? node.value : entity;
  if (entities.size < MOST_ENTITIES) entities.set(entity, text);
  return text;
}

/** Words as HTML text. */
export function asHtml(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
