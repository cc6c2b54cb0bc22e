/**
 * Which mentions are labelled, with what words, and where the words stand: the edition's policy, the
 * register and the day. What a label looks like in a kind of text is left to those who print it.
 */
import { baseLanguage } from "./forms.ts";
import type { Candidate, Matcher } from "./matcher.ts";
import { type Mention, placeOf } from "./mentions.ts";
import { NOTICE_DASH } from "./notes.ts";
import { ownersOf } from "./owners.ts";
import { type Designation, isPartOf, type NameDoubt, type Organisation, type Wording } from "./register.ts";

export type LabelPolicy = {
  /**
   * `every` mention; the `first` of each organisation in a text; the first in each `section`, which a heading begins;
   * the whole `document` by one notice at its end; or `none`.
   */
  readonly scope: "every" | "first" | "section" | "document" | "none";
  /** In brackets after the mention; a marker bound to a note at the end; or an explanation on the words themselves. */
  readonly style: "inline" | "note" | "abbr";
  /** In a direct quotation the label follows its closing mark, once for each organisation, or stands inside in square brackets. */
  readonly quotations: "after" | "inside";
  /** Where labels are printed at all. */
  readonly surfaces: Readonly<Record<Surface, boolean>>;
  /** The edition's own words by jurisdiction, printed instead of the register's. Without them the register's are. */
  readonly wording?: Readonly<Record<string, string>>;
  /** How the notice of the scope `document` stands. Without it at the bottom, as large as the text. */
  readonly notice?: Placing;
  /** Statements on whole texts that a law asks of whoever publishes them. Without them there are none. */
  readonly notices?: readonly NoticeRule[];
  /** Readers may fold labels in brackets that repeat one above; without it all stand in full. */
  readonly folds?: boolean;
};

/** Parts of a page, and ways a text leaves it: what is off for a way is off in all parts that go it. */
export const SURFACES = [
  "headline",
  "standfirst",
  "body",
  "caption",
  "alt",
  "feed",
  "wire",
  "mail",
  "social",
  "push",
  "excerpt",
  "print",
] as const;
export type Surface = (typeof SURFACES)[number];

// The type wants every surface, and there is one for each.
export const EVERY_SURFACE = Object.fromEntries(SURFACES.map((one) => [one, true])) as Readonly<Record<Surface, true>>;

/** Per cent of the size of the text a notice stands in. */
export const NOTICE_SIZES = [100, 125, 150, 200, 300] as const;

export type Placing = {
  readonly place: "top" | "bottom";
  readonly size: (typeof NOTICE_SIZES)[number];
};

/** A statement on a whole text, whatever the scope of the labels in it. */
export type NoticeRule = Placing & {
  /** `every` text, or those `naming` somebody who is designated in `jurisdiction` on the day. */
  readonly on: "every" | "naming";
  /** For `naming`; without it any jurisdiction of the edition. */
  readonly jurisdiction?: string;
  /** By language; `{names}` stands for the names the text says. */
  readonly wording: Wording;
  /** The law that asks for it, for the page that says how labels are printed. */
  readonly basis: string;
};

/** A policy in its edition. Without a jurisdiction nothing is labelled but what authors typed. */
export type EditionPolicy = LabelPolicy & {
  /** In the order their wordings are printed. */
  readonly jurisdictions: readonly string[];
  /** BCP 47: the language wordings are printed in, where the register has it. */
  readonly language: string;
};

export type Decision = {
  readonly decision: "label" | "ask" | "none";
  /** Why it is not labelled, or has to be asked about. */
  readonly reason?: string;
};

export type DecidedMention = Mention & Decision & { readonly wording: string };

/** What stands where in a labelled text. */
export type PlacedLabel = {
  readonly at: number;
  readonly print: string;
  readonly wording: string;
  readonly organisations: readonly string[];
  readonly style: "inline" | "note" | "abbr" | "typed";
  /** For `abbr`: how much of the text before it the label explains. */
  readonly covers: number;
};

export type PlacedNote = {
  readonly marker: string;
  readonly wording: string;
  readonly organisations: readonly string[];
};

export type Labelled = {
  readonly mentions: readonly DecidedMention[];
  /** In order of the text. */
  readonly labels: readonly PlacedLabel[];
  /** To stand at the end, in this order. */
  readonly notes: readonly PlacedNote[];
  /** Lines of a notice for the whole text. */
  readonly notices: readonly Notice[];
};

export type Notice = Placing & {
  readonly text: string;
  readonly wording: string;
  readonly organisations: readonly string[];
};

/** Whether a designation holds on a day: from its first day until the day before `until`. */
export function isInForce({ from, until }: Pick<Designation, "from" | "until">, day: string): boolean {
  return from <= day && (until === null || day < until);
}

/** Words in a language, else in English, else in any; empty when there are none. */
export function wordingIn(wording: Wording, language: string): string {
  const tag = language.toLowerCase();
  return wording[tag] ?? wording[baseLanguage(tag)] ?? wording["en"] ?? Object.values(wording)[0] ?? "";
}

/** What goes from one piece of a text to the next, and what of markers the whole of it has. */
export type Carried = {
  /** What counts as labelled already: an organisation in the text, in a section, at one place. */
  readonly seen: Set<string>;
  readonly notes: Map<string, PlacedNote>;
  /** Whose the markers in the text are. */
  readonly taken: ReadonlyMap<string, string>;
  readonly used: Set<string>;
  /** Organisations whose names have a star that is no marker. */
  readonly starred: ReadonlySet<string>;
};

export function carriedFor(mentions: readonly Mention[]): Carried {
  const taken = markersTaken(mentions);
  const starred = new Set(mentions.flatMap(({ isStarred, organisation }) => (isStarred ? (organisation ?? []) : [])));
  return { seen: new Set(), notes: new Map(), taken, used: new Set(taken.values()), starred };
}

/**
 * Decides every mention of one text, in its order, and places the labels. Notices cover `beside`, too: the mentions of
 * what is printed on the same page outside the text, its headline and captions.
 */
export function labelled(
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
  {
    beside = [],
    carried = carriedFor(mentions),
  }: { readonly beside?: readonly Mention[]; readonly carried?: Carried } = {},
): Labelled {
  const decided = decide(mentions, policy, day, carried.seen);
  const notices = (policy.notices ?? []).flatMap((rule) =>
    noticeBy(rule, namedFor(rule, [...beside, ...mentions], policy, day), policy),
  );
  if (policy.scope === "none") return { mentions: decided, labels: [], notes: [], notices };
  const typed = decided.flatMap((mention) => typedLabel(mention));
  if (policy.scope === "document") {
    const all = beside.length > 0 ? decide([...mentions, ...beside], policy, day, new Set()) : decided;
    return { mentions: decided, labels: typed, notes: [], notices: [...notices, ...noticesFor(all, policy)] };
  }
  if (policy.style === "note") {
    const { labels, notes } = markers(decided, carried);
    return { mentions: decided, labels: inOrder([...labels, ...typed]), notes, notices };
  }
  const labels = decided.flatMap((mention) => (mention.decision === "label" ? [placed(mention, policy)] : []));
  return { mentions: decided, labels: inOrder([...labels, ...typed]), notes: [], notices };
}

/** The matcher for texts of this policy: labels typed in the edition's own words are labels, too. */
export function knowingWords(matcher: Matcher, { wording }: Pick<LabelPolicy, "wording">): Matcher {
  const own = Object.values(wording ?? {});
  if (own.length === 0) return matcher;
  const key = own.join("\n");
  const known = knowing.get(matcher)?.get(key);
  if (known) return known;
  const made = { ...matcher, labels: matcher.labelsWith(own) };
  knowing.set(matcher, new Map([...(knowing.get(matcher) ?? []), [key, made]]));
  return made;
}

// A register's words are folded once for each edition's own, not for each text.
const knowing = new WeakMap<Matcher, ReadonlyMap<string, Matcher>>();

function decide(
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
  seen: Set<string>,
): readonly DecidedMention[] {
  const isTyped = typedFor(mentions, (mention) => decisionFor(mention, policy, day, seen).wording);
  return mentions.map((mention) => {
    const isLabelled = mention.isLabelled || isTyped(mention);
    const decided = isLabelled ? none(LABELLED) : decisionFor(mention, policy, day, seen);
    if (decided.decision === "label" || isLabelled) for (const key of keysOf(mention, policy)) seen.add(key);
    return { ...mention, isLabelled, ...decided };
  });
}

/** Whether a label was typed for a mention; decided for a whole place when its first mention is asked about. */
function typedFor(mentions: readonly Mention[], printed: (mention: Mention) => string): (mention: Mention) => boolean {
  const claiming = mentions.filter(({ typedAfter, isLabelled }) => typedAfter.length > 0 && !isLabelled);
  const places = Map.groupBy(claiming, placeOf);
  const owners = new Map<number, ReadonlySet<Mention["organisation"]>>();
  return (mention) => {
    const place = placeOf(mention);
    const its = owners.get(place) ?? ownersOf(places.get(place) ?? [], printed);
    owners.set(place, its);
    return its.has(mention.organisation);
  };
}

const LABELLED = "it is labelled already";
const NO_WORDS = "the register has no words to print for it";

type Decided = Decision & { readonly wording: string };

function none(reason: string): Decided {
  return { decision: "none", reason, wording: "" };
}

function ask(reason: string): Decided {
  return { decision: "ask", reason, wording: "" };
}

function decisionFor(mention: Mention, policy: EditionPolicy, day: string, seen: ReadonlySet<string>): Decided {
  if (mention.mark?.decision === "none") return none("an editor left it out");
  if (policy.scope === "none") return none("the policy is none");
  if (mention.isCaption && !policy.surfaces.caption) return none("captions are not labelled");
  if (mention.candidates.length === 0) return none("no register knows it");

  const printing = mention.candidates.filter(({ organisation }) => inForce(organisation, policy, day).length > 0);
  const [candidate] = printing;
  if (!candidate) return none(whyNothing(mention.candidates, policy, day));
  const repeated = repetition(mention, policy, seen);
  if (repeated) return none(repeated);

  const doubt = mention.mark?.decision === "label" ? undefined : doubtOf(mention, printing);
  if (doubt) return ask(doubt);
  const wording = wordingFor(candidate, policy, day);
  return wording === "" ? ask(NO_WORDS) : { decision: "label", wording };
}

function inForce(
  { designations }: Pick<Organisation, "designations">,
  { jurisdictions }: Pick<EditionPolicy, "jurisdictions">,
  day: string,
): readonly Designation[] {
  return jurisdictions.flatMap((jurisdiction) =>
    designations.filter((one) => one.jurisdiction === jurisdiction.toLowerCase() && isInForce(one, day)),
  );
}

function whyNothing(candidates: readonly Candidate[], { jurisdictions }: EditionPolicy, day: string): string {
  if (jurisdictions.length === 0) return "no jurisdiction is set";
  const places = jurisdictions.join(", ");
  const held = candidates.flatMap(({ organisation }) =>
    organisation.designations.filter(({ jurisdiction }) =>
      jurisdictions.some((one) => one.toLowerCase() === jurisdiction),
    ),
  );
  if (held.length === 0) return `it has no designation in ${places}`;
  const spans = held.map(({ from, until }) => `from ${from}${until === null ? "" : ` until ${until}`}`);
  return `its designation in ${places} is not in force on ${day} (${spans.join("; ")})`;
}

function doubtOf({ candidates, isShouted, isBorrowed }: Mention, printing: readonly Candidate[]): string | undefined {
  const organisations = [...new Set(candidates.map(({ organisation }) => organisation.id))];
  if (organisations.length > 1) return `the name is that of several organisations: ${organisations.join(", ")}`;
  const asked = printing.find(({ name }) => name.match === "ask");
  if (asked) return asked.name.doubt ? DOUBTS[asked.name.doubt] : "the register says to ask about this name";
  if (printing.some(({ isDoubtful }) => isDoubtful)) return "this form of the name is in doubt";
  const unworded = printing.find(({ name }) => isPartOf(name.kind) && name.match !== "auto" && name.wording === null);
  if (unworded)
    return `it is the name of a ${unworded.name.kind === "product" ? "product" : "derived name"} without words of its own`;
  if (isShouted) return "among capitals it may be an ordinary word";
  if (isBorrowed) return "it stands in the name of something else";
  return undefined;
}

const DOUBTS: Readonly<Record<NameDoubt, string>> = {
  short: "the name is so short that it may be something else",
  "ordinary-word": "the name is an ordinary word",
  surname: "the name is a family name, too",
  person: "it is the name of a person",
  "low-quality": "the list itself calls it a weak alias",
  "one-word": "the name is a single word, which may be a word or a family name, too",
  "unlike-organisation": "the name does not say that it is an organisation: it may be a place, a ship or a work, too",
  "shared-kind": "the name is one word beside what it is: a company, a team or a body may be called the same",
};

function repetition(
  { organisation, section, quotationEnd, end }: Mention,
  policy: EditionPolicy,
  seen: ReadonlySet<string>,
): string | undefined {
  if (policy.scope === "first" && seen.has(`text ${organisation}`)) return "only its first mention is labelled";
  if (policy.scope === "section" && seen.has(`${section} ${organisation}`))
    return "only its first mention in a section is labelled";
  if (policy.scope === "document" && seen.has(`text ${organisation}`)) return "the notice names it once";
  if (policy.style !== "inline" || policy.scope === "document") return undefined;
  if (policy.quotations === "after" && quotationEnd !== null && seen.has(`at ${quotationEnd} ${organisation}`)) {
    return "its label stands once, after the quotation";
  }
  return seen.has(`at ${end} ${organisation}`) ? "its label stands once, after the whole word" : undefined;
}

function keysOf(
  { organisation, section, quotationEnd, end }: Mention,
  { quotations }: EditionPolicy,
): readonly string[] {
  const places = [end, ...(quotationEnd !== null && quotations === "after" ? [quotationEnd] : [])];
  return [`text ${organisation}`, `${section} ${organisation}`, ...places.map((at) => `at ${at} ${organisation}`)];
}

/** The name's own words, else those of every designation in force; equal ones once. */
function wordingFor(candidate: Candidate, policy: EditionPolicy, day: string): string {
  const { name } = candidate;
  if (name.wording) return wordingIn(name.wording, policy.language);
  return wordingOn(candidate.organisation, policy, day);
}

/** What is printed of an organisation on a day: the words of every designation in force, equal ones once; empty when there is none. */
export function wordingOn(
  organisation: Pick<Organisation, "designations">,
  policy: Pick<EditionPolicy, "jurisdictions" | "language" | "wording">,
  day: string,
): string {
  const wordings = inForce(organisation, policy, day).map(
    ({ jurisdiction, wording }) => policy.wording?.[jurisdiction] ?? wordingIn(wording, policy.language),
  );
  return [...new Set(wordings)].filter((words) => words !== "").join("; ");
}

function placed(mention: DecidedMention, { style, quotations }: EditionPolicy): PlacedLabel {
  const { wording, quotationEnd, isQuotationCut, inner, end, wordsEnd, start } = mention;
  const organisations = mention.organisation === null ? [] : [mention.organisation];
  if (style === "abbr") return { at: wordsEnd, print: "", wording, organisations, style, covers: wordsEnd - start };
  const shape = { wording, organisations, style: "inline", covers: 0 } as const;
  if (isQuotationCut) return { ...shape, at: inner, print: ` [${wording}]` };
  if (quotationEnd === null) return { ...shape, at: end, print: ` (${wording})` };
  if (quotations === "inside") return { ...shape, at: inner, print: ` [${wording}]` };
  return { ...shape, at: quotationEnd, print: ` (${wording})` };
}

// For a name that has a star already.
const OTHER_MARKERS = [..."†‡✱¹²³⁴⁵⁶⁷⁸⁹"];

/** One marker for each organisation and wording, in order of the text; markers the text has already are passed over. */
function markers(
  mentions: readonly DecidedMention[],
  { notes, taken, used, starred }: Carried,
): { labels: readonly PlacedLabel[]; notes: readonly PlacedNote[] } {
  const newMarker = (organisation: string) => {
    const other = starred.has(organisation) ? OTHER_MARKERS.find((sign) => !used.has(sign)) : undefined;
    let marker = other ?? "*";
    while (used.has(marker)) marker += "*";
    used.add(marker);
    return marker;
  };
  const places = new Map<number, Set<string>>();
  const labels = mentions.flatMap((mention): PlacedLabel[] => {
    const { decision, organisation, wording, end, candidates } = mention;
    if (decision !== "label" || organisation === null) return [];
    const its = candidates[0]?.name.wording ? undefined : taken.get(organisation);
    const key = `${organisation}\n${wording}`;
    const marker = its ?? notes.get(key)?.marker ?? newMarker(organisation);
    if (its === undefined && !notes.has(key)) notes.set(key, { marker, wording, organisations: [organisation] });
    const here = places.get(end) ?? new Set();
    if (here.has(marker)) return [];
    // Two markers at the end of one compound would be read as one.
    const print = here.size > 0 ? ` ${marker}` : marker;
    places.set(end, here.add(marker));
    return [{ at: end, print, wording, organisations: [organisation], style: "note", covers: 0 }];
  });
  return { labels, notes: [...notes.values()] };
}

/** Whose the markers in the text are: of several at one place, each is the next organisation's. */
function markersTaken(mentions: readonly Mention[]): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const marked = mentions.filter(({ markers }) => markers.length > 0);
  for (const its of Map.groupBy(marked, ({ end }) => end).values()) {
    const organisations = [...new Set(its.flatMap(({ organisation }) => organisation ?? []))];
    const [first, ...more] = its[0]?.markers ?? [];
    for (const [at, organisation] of organisations.entries()) {
      const marker = at === 0 ? first : (more[at - 1] ?? first);
      if (marker !== undefined) taken.set(organisation, marker);
    }
  }
  return taken;
}

/** What an author typed is printed where register, policy and day print nothing for it: no label is lost by taking copy in. */
function typedLabel({ mark, decision, isLabelled, wording, candidates, reason }: DecidedMention): PlacedLabel[] {
  if (!mark?.typed || mark.decision === "none" || isLabelled || decision === "label") return [];
  const isPrintedElsewhere = decision === "none" && candidates.length > 0 && isRepetition(reason);
  if (isPrintedElsewhere) return [];
  const { words, as } = mark.typed;
  return [{ at: mark.end, print: as, wording: wording || words, organisations: [], style: "typed", covers: 0 }];
}

function isRepetition(reason: string | undefined): boolean {
  return reason !== undefined && /^(?:only its first|the notice|its label stands|captions)/.test(reason);
}

const AT_THE_BOTTOM: Placing = { place: "bottom", size: 100 };

/** One line for all that are labelled in the same words. */
export function noticesFor(
  mentions: readonly DecidedMention[],
  { notice = AT_THE_BOTTOM }: Pick<LabelPolicy, "notice">,
): readonly Notice[] {
  const byWording = Map.groupBy(
    mentions.filter(({ decision }) => decision === "label"),
    ({ wording }) => wording,
  );
  return [...byWording].map(([wording, its]) => ({
    ...notice,
    text: `${[...new Set(its.map(({ name }) => name))].join(", ")}${NOTICE_DASH}${wording}`,
    wording,
    organisations: [...new Set(its.flatMap(({ organisation }) => organisation ?? []))],
  }));
}

/** Whom a statement on a whole text names, of those the text mentions. */
export type Named = Pick<Mention, "organisation" | "name">;

export function namedFor(
  { on, jurisdiction }: NoticeRule,
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
): readonly Named[] {
  if (on === "every") return [];
  const law = jurisdiction === undefined ? policy : { ...policy, jurisdictions: [jurisdiction] };
  return mentions.filter((mention) => {
    const printing = mention.candidates.filter(({ organisation }) => inForce(organisation, law, day).length > 0);
    if (printing.length === 0 || mention.mark?.decision === "none") return false;
    return mention.mark?.decision === "label" || doubtOf(mention, printing) === undefined;
  });
}

/** The statement as it stands on a text that names them; none where its rule wants a name and there is none. */
export function noticeBy(
  { on, wording, place, size }: NoticeRule,
  named: readonly Named[],
  { language }: EditionPolicy,
): readonly Notice[] {
  const words = wordingIn(wording, language);
  if (words === "" || (on === "naming" && named.length === 0)) return [];
  const text = words.replaceAll("{names}", () => [...new Set(named.map(({ name }) => name))].join(", "));
  const organisations = [...new Set(named.flatMap(({ organisation }) => organisation ?? []))];
  return [{ place, size, text, wording: text, organisations }];
}

/** By place; at one place in order of the mentions. */
function inOrder(labels: readonly PlacedLabel[]): readonly PlacedLabel[] {
  return [...labels].sort((one, other) => one.at - other.at);
}
