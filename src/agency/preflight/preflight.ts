/**
 * Pre-flight: what is looked at before an article comes out. Each check is one small function
 * in the list below; the agency sets whether what it finds blocks, is asked about, or is let be.
 */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import type { CheckedQuotation, DifferingClaim } from "#agency/sources/checks.ts";
import { dayIn, minuteIn } from "#lib/days.ts";
import { marksOf, nodesOf } from "#text/document/find.ts";
import { isWebAddress } from "#text/document/links.ts";
import { textAttr, textOf } from "#text/document/nodes.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import type { DecidedMention } from "#text/labels/labels.ts";
import { quotedWords } from "#text/quotes/quoted.ts";

/** `block` keeps the article in; `ask` wants an editor's tick; `note` is for information; `off` is not looked for. */
export type Severity = "block" | "ask" | "note";

export type Rule = Severity | "off";

export const RULES: readonly Rule[] = ["block", "ask", "note", "off"];

export type Finding = {
  readonly code: CheckCode;
  readonly severity: Severity;
  /** The words of the article it is about. */
  readonly passage?: string;
  /** What else its sentence names: a number, a day, an edition, a reason, a source. */
  readonly detail?: string;
  /** What that source has instead. */
  readonly instead?: string;
};

/** Everything the checks look at, read beforehand from one state of the store. */
export type Subject = {
  readonly text: ArticleText;
  readonly sectionId: string | null;
  /** Whether its edition has sections at all. */
  readonly hasSections: boolean;
  readonly embargoUntil: Date | null;
  readonly edition: Edition;
  /** Of headline, standfirst, captions and body. */
  readonly mentions: readonly DecidedMention[];
  /** Of the pictures the text shows, those that are kept. */
  readonly pictures: ReadonlyMap<string, { readonly credit: string; readonly licence: string }>;
  /** Of its quotations, as far as a text of their sources is kept. */
  readonly quotations: readonly CheckedQuotation[];
  /** What the texts kept of its sources have otherwise. */
  readonly differing: readonly DifferingClaim[];
  /** Sources it rests on of which no text is kept, by their names. */
  readonly notKept: readonly string[];
  /** How links answered when they were last asked. */
  readonly links: ReadonlyMap<string, string>;
  /** What became of the wire copy it was made of since; nothing for a story of our own, or where nothing did. */
  readonly wire: "killed" | "changed" | null;
  /** Editions without this story, by their names. */
  readonly missingEditions: readonly string[];
  /** When it would come out. */
  readonly at: Date;
};

type Found = Pick<Finding, "passage" | "detail" | "instead">;
type Check = (subject: Subject) => readonly Found[];

// Phones show about this much of a message before they cut it.
const LONGEST_PUSH = 65;
// A dateline older than a week belongs to another story, or was forgotten.
const OLDEST_DATELINE_MS = 7 * 24 * 60 * 60 * 1000;

/** A check that is added does not compile until it has a rule and words. */
const CHECKS = {
  "headline-missing": ({ text }) => (text.headline.trim() === "" ? [{}] : []),
  "text-missing": ({ text }) => (textOf({ ...text.document }).trim() === "" ? [{}] : []),
  "embargo-holds": ({ embargoUntil, edition, at }) =>
    embargoUntil && embargoUntil > at ? [{ detail: minuteIn(edition.timeZone, embargoUntil) }] : [],
  "wire-killed": ({ wire }) => (wire === "killed" ? [{}] : []),
  "wire-changed": ({ wire }) => (wire === "changed" ? [{}] : []),
  "headline-long": ({ text }) => {
    const letters = [...new Intl.Segmenter().segment(text.headline)].length;
    return letters > LONGEST_PUSH ? [{ detail: String(letters) }] : [];
  },
  "mention-doubtful": ({ mentions }) =>
    once(mentions.filter(({ decision }) => decision === "ask")).map(({ name, reason }) => said(name, reason)),
  "mention-unlabelled": ({ mentions }) =>
    once(mentions.filter(({ mark, decision }) => mark?.decision === "none" && decision === "none")).map(({ name }) =>
      said(name),
    ),
  "label-unregistered": ({ mentions }) =>
    once(mentions.filter(({ mark, organisation }) => mark?.typed && organisation === null)).map(({ name, mark }) =>
      said(name, mark?.typed?.words),
    ),
  "quotation-without-speaker": ({ text }) => quotations(text.document, "speaker"),
  "quotation-without-source": ({ text }) => quotations(text.document, "source"),
  "quotation-altered": ({ quotations }) => borneOut(quotations, "altered"),
  "quotation-not-found": ({ quotations }) => borneOut(quotations, "not-found"),
  "quotation-translated": ({ quotations }) => borneOut(quotations, "translated"),
  "quotation-of-another": ({ quotations }) =>
    quotations.flatMap(({ words, checked }) =>
      checked?.saidBy === undefined ? [] : [said(shortened(words), `${checked.saidBy} (${checked.source.name})`)],
    ),
  "figure-differs": ({ differing }) => claims(differing, "figure"),
  "date-differs": ({ differing }) => claims(differing, "date"),
  "name-differs": ({ differing }) => claims(differing, "name"),
  "source-not-kept": ({ notKept }) => notKept.map((detail) => ({ detail })),
  "dateline-missing": ({ text }) => (text.dateline?.place && text.dateline.date ? [] : [{}]),
  "dateline-day": ({ text, edition, at }) => datelineDay(text, edition, at),
  "picture-without-alt": (subject) => picturesWithout(subject, ({ alt }) => alt),
  "picture-without-credit": (subject) => picturesWithout(subject, ({ credit }) => credit),
  "picture-without-licence": (subject) => picturesWithout(subject, ({ licence }) => licence),
  "link-broken": ({ text, links }) =>
    linksIn(text.document)
      .filter((address) => (links.get(address) ?? "answers") !== "answers")
      .map((address) => said(address, links.get(address))),
  "link-unchecked": ({ text, links }) => {
    const unchecked = linksIn(text.document).filter((address) => !links.has(address));
    return unchecked.length > 0 ? [{ detail: String(unchecked.length) }] : [];
  },
  "section-missing": ({ sectionId, hasSections }) => (hasSections && sectionId === null ? [{}] : []),
  "edition-missing": ({ missingEditions }) => missingEditions.map((detail) => ({ detail })),
} as const satisfies Readonly<Record<string, Check>>;

export type CheckCode = keyof typeof CHECKS;

// `Object.keys` forgets which keys there are.
export const CHECK_CODES = Object.keys(CHECKS) as readonly CheckCode[];

/** What holds until the agency sets otherwise. */
export const DEFAULT_RULES: Readonly<Record<CheckCode, Rule>> = {
  "headline-missing": "block",
  "text-missing": "block",
  "embargo-holds": "block",
  "wire-killed": "ask",
  "wire-changed": "ask",
  "headline-long": "ask",
  "mention-doubtful": "ask",
  "mention-unlabelled": "note",
  "label-unregistered": "ask",
  "quotation-without-speaker": "ask",
  "quotation-without-source": "ask",
  "quotation-altered": "ask",
  "quotation-not-found": "ask",
  "quotation-translated": "note",
  "quotation-of-another": "ask",
  "figure-differs": "ask",
  "date-differs": "ask",
  "name-differs": "ask",
  "source-not-kept": "note",
  "dateline-missing": "note",
  "dateline-day": "ask",
  "picture-without-alt": "block",
  "picture-without-credit": "block",
  "picture-without-licence": "block",
  "link-broken": "ask",
  "link-unchecked": "note",
  "section-missing": "ask",
  "edition-missing": "note",
};

// An article without a headline has no address, and an embargo is a promise to somebody.
const ALWAYS_BLOCK: ReadonlySet<CheckCode> = new Set(["headline-missing", "text-missing", "embargo-holds"]);

/** Whether the agency may set another rule for it. */
export function isSettable(code: CheckCode): boolean {
  return !ALWAYS_BLOCK.has(code);
}

/** What the checks find, what blocks first, each kind in the order of the text. */
export function findings(subject: Subject, rules: Readonly<Record<CheckCode, Rule>>): readonly Finding[] {
  const all = CHECK_CODES.flatMap((code) => {
    const severity = rules[code];
    const look: Check = CHECKS[code];
    return severity === "off" ? [] : look(subject).map((found): Finding => ({ code, severity, ...found }));
  });
  const order: readonly Severity[] = ["block", "ask", "note"];
  return order.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

/** The addresses of the web a body links to or shows a card of, each once. */
export function linksIn(document: DocumentJson): readonly string[] {
  const links = marksOf(document, "link").map((mark) => textAttr(mark, "href"));
  const embeds = nodesOf(document, "embed").map((node) => textAttr(node, "url"));
  return [...new Set([...links, ...embeds].filter(isWebAddress))];
}

function said(passage: string, detail?: string): Found {
  return { passage, ...(detail !== undefined && { detail }) };
}

/** The first mention of each name. */
function once(mentions: readonly DecidedMention[]): readonly DecidedMention[] {
  return mentions.filter(({ name }, at) => mentions.findIndex((other) => other.name === name) === at);
}

function quotations(document: DocumentJson, without: "speaker" | "source"): readonly Found[] {
  return quotedWords(document)
    .filter((one) => (without === "speaker" ? one.speaker : one.source) === "")
    .map(({ words }) => said(shortened(words)));
}

type Verdict = NonNullable<CheckedQuotation["checked"]>["verdict"];

/** Those with a verdict, each with the source it was held against; a translation whose original is named is in order. */
function borneOut(quotations: readonly CheckedQuotation[], verdict: Verdict["verdict"]): readonly Found[] {
  return quotations.flatMap(({ words, checked }) =>
    checked?.verdict.verdict === verdict && !("original" in checked.verdict)
      ? [said(shortened(words), detailOf(checked.verdict, checked.source.name))]
      : [],
  );
}

/** What the source says where the words differ; else only which source it is. */
function detailOf(verdict: Verdict, source: string): string {
  if (verdict.verdict !== "altered") return source;
  const passage = verdict.difference.map(({ kind, text }) => (kind === "added" ? "" : text)).join("");
  return `“${shortened(passage)}” (${source})`;
}

function claims(differing: readonly DifferingClaim[], kind: DifferingClaim["kind"]): readonly Found[] {
  return differing
    .filter((one) => one.kind === kind)
    .map(({ words, source, instead }) => ({ ...said(words, source), ...(instead !== null && { instead }) }));
}

const LONGEST_PASSAGE = 120;

function shortened(words: string): string {
  return words.length > LONGEST_PASSAGE ? `${words.slice(0, LONGEST_PASSAGE).trimEnd()}…` : words;
}

function datelineDay({ dateline }: ArticleText, { timeZone }: Edition, at: Date): readonly Found[] {
  if (!dateline?.date) return [];
  const isAhead = dateline.date > dayIn(timeZone, at);
  const isOld = at.getTime() - new Date(`${dateline.date}T00:00:00Z`).getTime() > OLDEST_DATELINE_MS;
  return isAhead || isOld ? [{ passage: dateline.place, detail: dateline.date }] : [];
}

type PictureFacts = { readonly alt: string; readonly credit: string; readonly licence: string };

function picturesWithout({ text, pictures }: Subject, fact: (picture: PictureFacts) => string): readonly Found[] {
  const lead = text.picture
    ? [{ id: text.picture.id, alt: text.picture.alt, caption: text.picture.caption, credit: "" }]
    : [];
  const inText = nodesOf(text.document, "picture").map((node) => ({
    id: textAttr(node, "media"),
    alt: textAttr(node, "alt"),
    caption: textOf(node),
    credit: textAttr(node, "credit"),
  }));
  return [...lead, ...inText]
    .filter(({ id, alt, credit }) => {
      const kept = pictures.get(id);
      return fact({ alt, credit: credit || (kept?.credit ?? ""), licence: kept?.licence ?? "" }).trim() === "";
    })
    .map(({ caption }) => said(shortened(caption)));
}
