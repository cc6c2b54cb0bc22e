/** Labels in copy as it comes: plain text, HTML or Markdown. The source is kept; labels are put into it. */
import type { DocumentJson } from "../document/schema.ts";
import { mentionsIn, withLabels } from "./documents.ts";
import { plainFlow, type Range, rangeAt } from "./flow.ts";
import { asHtml, htmlSource } from "./html-source.ts";
import { asMarkdown, couldOpen, type MarkdownSource, markdownSource } from "./markdown-source.ts";
import type { Matcher } from "./matcher.ts";
import { mentionsOf } from "./mentions.ts";
import {
  type DecidedMention,
  type EditionPolicy,
  knowingWords,
  type Labelled,
  labelled,
  type NoticeRule,
  type PlacedLabel,
  wordingIn,
} from "./policy.ts";
import { plainSource, type Source } from "./source.ts";

/** How copy is written; documents in JSON have functions of their own. */
export type CopyFormat = "text" | "html" | "markdown";

export type LabelledCopy = {
  /** The copy with its labels, and otherwise as it came. */
  readonly text: string;
  /** In order of the text; offsets are UTF-16 units of the copy as it came, `end` exclusive. */
  readonly mentions: readonly CopyMention[];
};

/** A mention at its place in copy: whose it is, what was decided and why, and the words of its label. */
export type CopyMention = Pick<
  DecidedMention,
  "organisation" | "name" | "start" | "end" | "decision" | "reason" | "wording"
>;

export type LabelOptions = {
  /** Of the language the copy is in. */
  readonly matcher: Matcher;
  readonly policy: EditionPolicy;
  /** The day whose law counts, such as `2026-03-02`: designations in force on it are printed. */
  readonly day: string;
};

/** Copy with its labels, and every mention with what was decided. Without a `format` it is told by its look. */
export function labelCopy(
  copy: string,
  { matcher, policy, day, format = formatByLook(copy) }: LabelOptions & { readonly format?: CopyFormat },
): LabelledCopy {
  const source = sourceOf(copy, format);
  // Copy has no elements to explain a word with: an explanation stands in brackets.
  const printed = policy.style === "abbr" ? { ...policy, style: "inline" as const } : policy;
  const said = noticesSaid(source.flow.text, policy);
  const found = mentionsOf(source.flow, knowingWords(matcher, policy)).filter(
    ({ start }) => rangeAt(said.lines, start) === undefined,
  );
  const unsaid = (policy.notices ?? []).filter((rule) => !said.rules.has(rule));
  const { mentions, notices, ...placed } = labelled(found, { ...printed, notices: unsaid }, day);
  const written = new Set(source.flow.text.split("\n"));
  const unwritten = notices.filter(({ place, text }) => place === "bottom" || !written.has(text));
  return {
    text: printedCopy(
      copy,
      source,
      { ...placed, notices: unwritten },
      { format, lineEnd: copy.includes("\r\n") ? "\r\n" : "\n" },
    ),
    mentions: mentions.map((mention) => told(mention, source.startOf(mention.start), source.wordsEndOf(mention.end))),
  };
}

/** A document's printed copy with every mention; offsets are those of its plain text. */
export function labelDocument(
  document: DocumentJson,
  { matcher, policy, day }: LabelOptions,
): { readonly document: DocumentJson; readonly mentions: readonly CopyMention[] } {
  const mentions = mentionsIn(document, knowingWords(matcher, policy));
  return {
    document: withLabels(document, mentions, policy, day),
    mentions: labelled(mentions, policy, day).mentions.map((mention) => told(mention, mention.start, mention.end)),
  };
}

/** The notices of a policy that a text has already; the names in them are no mentions. */
export function noticesSaid(
  text: string,
  { notices = [], language }: EditionPolicy,
): { readonly rules: ReadonlySet<NoticeRule>; readonly lines: readonly Range[] } {
  const rules = new Set<NoticeRule>();
  const lines: Range[] = [];
  for (const rule of notices) {
    const words = wordingIn(rule.wording, language).split("{names}").map(RegExp.escape).join("[^\\n]{0,2000}");
    if (words === "") continue;
    for (const { index, 0: line } of text.matchAll(new RegExp(`^${words}$`, "gmu"))) {
      rules.add(rule);
      lines.push({ start: index, end: index + line.length });
    }
  }
  return { rules, lines: lines.sort((one, other) => one.start - other.start) };
}

/** What is told of a mention, at its place in the copy. */
export function told(
  { organisation, name, decision, reason, wording }: DecidedMention,
  start: number,
  end: number,
): CopyMention {
  return { organisation, name, start, end, decision, ...(reason !== undefined && { reason }), wording };
}

const HTML_LOOK =
  /<!doctype html|<html[\s>]|<\/(?:p|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|article|section|main|body|table|td|figure|code|pre|q|script|style)\s*>|<(?:p|br|hr)(?:\s[^<>]{0,500})?\/?>/i;
const MARKDOWN_LOOK =
  /^ {0,3}(?:`{3,}|~{3,})|`[^`\n]+`|\]\([^()\s]+(?:\s"[^"\n]*")?\)|(?:^|\s)\*\*[^\s*][^*\n]*\*\*|^ {0,3}\[[^\]\n]+\]:\s*\S/m;

/** A document's JSON begins with its type, or with its content where its keys are in order of the alphabet. */
const DOCUMENT_LOOK = /^\ufeff?\s*\{\s*(?:"type"\s*:\s*"doc"|"content"\s*:\s*\[)/;

/** Whether copy looks like the JSON of a document rather than like words. */
export function isDocumentByLook(copy: string): boolean {
  return DOCUMENT_LOOK.test(copy);
}

/** HTML by its tags, Markdown by its code, links and strong words; else plain text, in which only `#` lines are headings. */
export function formatByLook(copy: string): CopyFormat {
  if (HTML_LOOK.test(copy)) return "html";
  return MARKDOWN_LOOK.test(copy) ? "markdown" : "text";
}

/** The beginning of copy as a reader reads it, without tags, signs and code. */
export function proseOf(copy: string, format: CopyFormat): string {
  return sourceOf(copy.slice(0, LETTERS_LOOKED_AT), format).flow.text;
}

/** The language a text is most likely in, by the script of its letters: `ru`, `ar`, else `en`. */
export function languageByScript(text: string): string {
  const letters = text.slice(0, LETTERS_LOOKED_AT);
  const count = (script: RegExp) => letters.match(script)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const arabic = count(/\p{Script=Arabic}/gu);
  if (cyrillic > latin && cyrillic >= arabic) return "ru";
  return arabic > latin ? "ar" : "en";
}

const LETTERS_LOOKED_AT = 20_000;

export function sourceOf(copy: string, format: CopyFormat): Source | MarkdownSource {
  if (format === "html") return htmlSource(copy);
  if (format === "markdown") return markdownSource(copy);
  return plainSource(plainFlow(copy));
}

/** Copy with labels put into it, and its notes and notices after it in its own line ends. */
export function printedCopy(
  copy: string,
  source: Source | MarkdownSource,
  { labels, notes, notices }: Omit<Labelled, "mentions">,
  { format, lineEnd }: { readonly format: CopyFormat; readonly lineEnd: string },
): string {
  const parts: string[] = [];
  let from = 0;
  for (const label of labels) {
    const at = Math.max(from, source.endOf(label.at));
    parts.push(copy.slice(from, at), printed(label, source, at, copy, format));
    from = at;
  }
  const standing = (wanted: "top" | "bottom") => notices.flatMap(({ place, text }) => (place === wanted ? [text] : []));
  const lines = [
    ...standing("bottom").map((line) => asWritten(line, format)),
    ...notes.map(({ marker, wording }) => `${marker} ${asWritten(wording, format)}`),
  ];
  const whole = parts.join("") + withLines(copy.slice(from), lines, copy, { format, lineEnd });
  return withLinesAbove(whole, standing("top"), { format, lineEnd });
}

function withLinesAbove(
  text: string,
  lines: readonly string[],
  { format, lineEnd }: { readonly format: CopyFormat; readonly lineEnd: string },
): string {
  if (lines.length === 0) return text;
  if (format === "html") {
    const at = /<body(?:\s[^<>]{0,500})?>/i.exec(text);
    const from = at ? at.index + at[0].length : 0;
    return `${text.slice(0, from)}${lines.map((line) => `<p>${asWritten(line, format)}</p>`).join("")}${text.slice(from)}`;
  }
  const gap = `${lineEnd}${lineEnd}`;
  return `${lines.map((line) => asWritten(line, format)).join(gap)}${gap}${text}`;
}

/** Words of a register or a policy, whose signs are only signs. */
function asWritten(words: string, format: CopyFormat): string {
  if (format === "html") return asHtml(words);
  return format === "markdown" ? asMarkdown(words) : words;
}

function printed(
  { print, wording, style }: PlacedLabel,
  source: Source | MarkdownSource,
  at: number,
  copy: string,
  format: CopyFormat,
): string {
  if (format === "html") return asHtml(print);
  if (format === "markdown" && style === "note" && "stars" in source) {
    const isEmphasis = isAmongStars(source.stars, at, copy) || couldOpen(copy.charAt(at - 1), copy.charAt(at));
    if (isEmphasis) return print.replace(/\*/g, "\\*");
  }
  // The brackets round the words are the label's own, and open nothing.
  return style === "inline" ? print.replace(wording, () => asWritten(wording, format)) : print;
}

// Emphasis further away than this is of another sentence, and cannot take a marker for its own end.
const STARS_NEAR = 2000;

/** A marker in a paragraph with emphasis could be taken for its sign. */
function isAmongStars(stars: readonly number[], at: number, copy: string): boolean {
  let low = 0;
  let high = stars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stars[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return [stars[low - 1], stars[low]].some(
    (star) =>
      star !== undefined &&
      Math.abs(star - at) < STARS_NEAR &&
      !/\n\s*\n/.test(copy.slice(Math.min(star, at), Math.max(star, at))),
  );
}

/** Lines at the end of the copy, after an empty line. */
function withLines(
  rest: string,
  lines: readonly string[],
  copy: string,
  { format, lineEnd }: { readonly format: CopyFormat; readonly lineEnd: string },
): string {
  if (lines.length === 0) return rest;
  if (format === "html") {
    const at = [...rest.matchAll(/<\/body\s*>/gi)].at(-1)?.index ?? rest.length;
    return `${rest.slice(0, at)}<p>${lines.join("<br>")}</p>${rest.slice(at)}`;
  }
  const ended = /\n$/.test(copy);
  const hasGap = /\n[^\S\n]*\n[^\S\n]*$/.test(copy.slice(-1000));
  const gap = hasGap ? "" : ended ? lineEnd : `${lineEnd}${lineEnd}`;
  return `${rest}${gap}${lines.join(lineEnd)}${ended ? lineEnd : ""}`;
}
