/**
 * Which mentions are labelled, with what words, and where the words stand: the edition's policy, the
 * register and the day. What a label looks like in a kind of text is left to those who print it.
 */
import { baseLanguage } from "./forms.ts";
import type { Candidate } from "./matcher.ts";
import { type Mention, placeOf } from "./mentions.ts";
import { NOTICE_DASH } from "./notes.ts";
import { ownersOf } from "./owners.ts";
import type { Designation, NameDoubt, Wording } from "./register.ts";

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
};

export type Surface = "headline" | "standfirst" | "body" | "caption" | "alt" | "feed" | "wire" | "mail" | "social";

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

export type Notice = { readonly text: string; readonly wording: string; readonly organisations: readonly string[] };

/** Whether a designation holds on a day: from its first day until the day before `until`. */
export function isInForce({ from, until }: Designation, day: string): boolean {
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

/** Decides every mention of one text, in its order, and places the labels. */
export function labelled(
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
  carried: Carried = carriedFor(mentions),
): Labelled {
  const decided = decide(mentions, policy, day, carried.seen);
  if (policy.scope === "none") return { mentions: decided, labels: [], notes: [], notices: [] };
  const typed = decided.flatMap((mention) => typedLabel(mention));
  if (policy.scope === "document") return { mentions: decided, labels: typed, notes: [], notices: noticesFor(decided) };
  if (policy.style === "note") {
    const { labels, notes } = markers(decided, carried);
    return { mentions: decided, labels: inOrder([...labels, ...typed]), notes, notices: [] };
  }
  const labels = decided.flatMap((mention) => (mention.decision === "label" ? [placed(mention, policy)] : []));
  return { mentions: decided, labels: inOrder([...labels, ...typed]), notes: [], notices: [] };
}

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

  const printing = mention.candidates.filter((candidate) => inForce(candidate, policy, day).length > 0);
  const [candidate] = printing;
  if (!candidate) return none(whyNothing(mention.candidates, policy, day));
  const repeated = repetition(mention, policy, seen);
  if (repeated) return none(repeated);

  const doubt = mention.mark?.decision === "label" ? undefined : doubtOf(mention, printing);
  if (doubt) return ask(doubt);
  const wording = wordingFor(candidate, policy, day);
  return wording === "" ? ask(NO_WORDS) : { decision: "label", wording };
}

function inForce({ organisation }: Candidate, { jurisdictions }: EditionPolicy, day: string): readonly Designation[] {
  return jurisdictions.flatMap((jurisdiction) =>
    organisation.designations.filter((one) => one.jurisdiction === jurisdiction.toLowerCase() && isInForce(one, day)),
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
};

function isPartOf(kind: string): boolean {
  return kind === "product" || kind === "derived";
}

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
  const wordings = inForce(candidate, policy, day).map(({ wording }) => wordingIn(wording, policy.language));
  return [...new Set(wordings)].filter((words) => words !== "").join("; ");
}

function placed(mention: DecidedMention, { style, quotations }: EditionPolicy): PlacedLabel {
  const { wording, quotationEnd, inner, end, wordsEnd, start } = mention;
  const organisations = mention.organisation === null ? [] : [mention.organisation];
  if (style === "abbr") return { at: wordsEnd, print: "", wording, organisations, style, covers: wordsEnd - start };
  const shape = { wording, organisations, style: "inline", covers: 0 } as const;
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

/** One line for all that are labelled in the same words. */
export function noticesFor(mentions: readonly DecidedMention[]): readonly Notice[] {
  const byWording = Map.groupBy(
    mentions.filter(({ decision }) => decision === "label"),
    ({ wording }) => wording,
  );
  return [...byWording].map(([wording, its]) => ({
    text: `${[...new Set(its.map(({ name }) => name))].join(", ")}${NOTICE_DASH}${wording}`,
    wording,
    organisations: [...new Set(its.flatMap(({ organisation }) => organisation ?? []))],
  }));
}

/** By place; at one place in order of the mentions. */
function inOrder(labels: readonly PlacedLabel[]): readonly PlacedLabel[] {
  return [...labels].sort((one, other) => one.at - other.at);
}
