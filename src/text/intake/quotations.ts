/**
 * Direct quotations: words between marks that somebody is said to have spoken. Titles of
 * works and words held at a distance ("special operation") have marks too and are none.
 */
import type { Span } from "./passages.ts";
import type { People } from "./people.ts";
import { sentenceAt } from "./sentences.ts";
import { onlySays, personSpokenOf, type Speaker, saysInside, type Tag, tagAfter, tagBefore } from "./speech.ts";

export type Quotation = {
  readonly text: string;
  /** Empty when nobody is named. */
  readonly speaker: string;
  readonly office: string | null;
  readonly sentence: string;
  /** Where it stands, its marks included: one part for each paragraph it runs through. */
  readonly parts: readonly (Span & { readonly passage: number })[];
};

/** A paragraph with its sentences; headings are `null`, they quote nobody. */
export type Paragraph = { readonly text: string; readonly sentences: readonly Span[] };

type Quoted = Span & {
  readonly inner: Span;
  /** No closing mark in this paragraph. */
  readonly open: boolean;
  /** Parted by its speaker inside one pair of marks, as Russian does: this is not the first part. */
  readonly goesOn?: true;
};

/** The quotations of a text, in order, and the openings of marks that never close. */
export function quotationsIn(
  paragraphs: readonly (Paragraph | null)[],
  people: People,
): { readonly quotations: readonly Quotation[]; readonly unclosed: readonly string[] } {
  const quotations: Quotation[] = [];
  const unclosed: string[] = [];
  const last = new Named();
  const spokenOf = new Named();
  let lead = "";
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at];
    if (!paragraph) {
      lead = "";
      continue;
    }
    const { found, through } = inParagraph(paragraphs, at, { people, last, spokenOf, lead });
    for (const one of found) quotations.push(one);
    const final = paragraphs[through];
    const open = final && through === at ? quotedIn(final.text).find((quoted) => quoted.open) : undefined;
    if (open) unclosed.push(paragraph.text.slice(open.start, open.start + 60));
    lead = paragraph.text.trimEnd().endsWith(":") ? paragraph.text : "";
    at = through;
  }
  return { quotations, unclosed };
}

type Context = {
  readonly people: People;
  /** Who spoke last, or was named since by a paragraph that quotes nobody. */
  readonly last: Named;
  /** Whom the copy spoke of since somebody last spoke: "he said" means them. */
  readonly spokenOf: Named;
  readonly lead: string;
};

/** Somebody paragraphs may have named. Few quotations ask for it, so they are read only then, the nearest first. */
class Named {
  #known: Speaker | undefined;
  #unread: (() => Speaker | undefined)[] = [];

  /** Whatever was named before. */
  is(known: Speaker | undefined): void {
    this.#known = known;
    this.#unread = [];
  }

  /** What `read` names goes before what is known, if it names anybody. */
  isRather(read: () => Speaker | undefined): void {
    this.#unread.push(read);
  }

  who(): Speaker | undefined {
    for (const read of this.#unread.splice(0).reverse()) {
      const named = read();
      if (!named) continue;
      this.#known = named;
      break;
    }
    return this.#known;
  }
}

function inParagraph(
  paragraphs: readonly (Paragraph | null)[],
  at: number,
  { people, last, spokenOf, lead }: Context,
): { found: Quotation[]; through: number } {
  const paragraph = paragraphs[at] ?? { text: "", sentences: [] };
  const quoted = quotedIn(paragraph.text);
  const tags = tagsFor(paragraph, quoted, people, lead);
  const found: Quotation[] = [];
  let toldTo = 0;
  let through = at;
  const first = tags.find((tag) => tag !== undefined && !tag.speaker.pronoun)?.speaker;
  for (const [index, one] of quoted.entries()) {
    const run = one.open
      ? continued(paragraphs, at, one)
      : { parts: [{ ...one, passage: at }], text: wordsOf(paragraph.text, one) };
    const tag = tags[index] ?? closingTag(paragraphs, run.parts.at(-1), at, people);
    const said = tag?.speaker.pronoun
      ? (personBetween(paragraph, { start: toldTo, end: one.start }, people) ?? spokenOf.who() ?? last.who() ?? first)
      : (tag?.speaker ?? carried(paragraph, one, last));
    const direct = isDirect(paragraph, one, tag, said !== undefined);
    if (!direct) continue;
    through = Math.max(through, run.parts.at(-1)?.passage ?? at);
    found.push({
      text: run.text,
      speaker: said?.name ?? "",
      office: said?.office ?? null,
      sentence: sentenceOf(paragraph, one, tag),
      parts: run.parts.map(({ passage, start, end }) => ({ passage, start, end })),
    });
    if (said) last.is(said);
    spokenOf.is(undefined);
    toldTo = Math.max(one.end, tag?.end ?? 0);
  }
  const rest = { start: toldTo, end: paragraph.text.length };
  spokenOf.isRather(() => personBetween(paragraph, rest, people));
  // A paragraph that quotes nobody ends what somebody was saying.
  if (found.length === 0) last.isRather(() => personNamedIn(paragraph, people));
  return { found, through };
}

// "He said" means somebody named shortly before.
const SENTENCES_BACK = 3;

/** Whom the whole sentences at the end of a stretch speak of, the last first. */
function personBetween({ text, sentences }: Paragraph, { start, end }: Span, people: People): Speaker | undefined {
  let before = end;
  for (let back = 0; back < SENTENCES_BACK; back++) {
    while (before > start && /\s/.test(text.charAt(before - 1))) before--;
    if (before <= start) return undefined;
    const sentence = sentenceAt(sentences, before - 1);
    if (!sentence || sentence.start < start) return undefined;
    before = sentence.start;
    // The sentence that leads into the words is read for its own verb of saying.
    if (sentence.end > end) continue;
    const found =
      namedSpeaker(text, sentence, people) ?? personSpokenOf(text.slice(sentence.start, sentence.end), people);
    if (found) return found;
  }
  return undefined;
}

/** A quotation over several paragraphs may name its speaker only after the last. */
function closingTag(
  paragraphs: readonly (Paragraph | null)[],
  last: { readonly passage: number; readonly end: number } | undefined,
  at: number,
  people: People,
): Tag | undefined {
  const paragraph = last && last.passage > at ? paragraphs[last.passage] : undefined;
  const tag = last && paragraph ? tagAfter(paragraph.text, last.end, paragraph.text.length, people) : undefined;
  return tag && { start: 0, end: 0, speaker: tag.speaker };
}

/** The speaker a following "he said" means when the paragraph only speaks about somebody: the last verb of saying tells. */
function personNamedIn(paragraph: Paragraph, people: People): Speaker | undefined {
  const sentence = paragraph.sentences.at(-1);
  return sentence && namedSpeaker(paragraph.text, sentence, people);
}

function namedSpeaker(text: string, { start, end }: Span, people: People): Speaker | undefined {
  const tag = tagBefore(text, start, end, people);
  return tag && !tag.speaker.pronoun && tag.speaker.name !== "" && /\p{Lu}/u.test(tag.speaker.name)
    ? tag.speaker
    : undefined;
}

function tagsFor(paragraph: Paragraph, quoted: readonly Quoted[], people: People, lead: string): (Tag | undefined)[] {
  const tags: (Tag | undefined)[] = [];
  for (const [index, one] of quoted.entries()) {
    const previous = tags[index - 1];
    const between = paragraph.text.slice(quoted[index - 1]?.end ?? one.start, one.start).trimEnd();
    // “We sail at dawn,” he said, “and come back at night”: the comma joins both halves to one speaker.
    const isSecondHalf =
      one.goesOn ||
      (previous &&
        previous.start >= (quoted[index - 1]?.end ?? 0) &&
        between.endsWith(",") &&
        !/[.!?]\s/.test(between));
    tags.push(isSecondHalf ? previous : tagOf(paragraph, quoted, index, { people, lead }));
  }
  return tags;
}

function tagOf(
  { text, sentences }: Paragraph,
  quoted: readonly Quoted[],
  index: number,
  { people, lead }: { people: People; lead: string },
): Tag | undefined {
  const one = quoted[index];
  if (!one) return undefined;
  const before = Math.max(saidBeside(text, quoted, index, -1)?.end ?? 0, sentenceAt(sentences, one.start)?.start ?? 0);
  const after = saidBeside(text, quoted, index, 1)?.start ?? text.length;
  const follows = one.open ? undefined : tagAfter(text, one.end, after, people);
  const isLed = text.slice(before, one.start).trimEnd().endsWith(":");
  const leading = isLed ? tagBefore(text, before, one.start, people) : undefined;
  if (leading) return leading;
  if (follows && joins(text, one, follows)) return follows;
  const precedes = isLed ? undefined : tagBefore(text, before, one.start, people);
  if (precedes && leads(text, one)) return precedes;
  if (index === 0 && one.start === 0 && lead !== "") {
    const led = tagBefore(lead, Math.max(0, lead.length - 260), lead.length, people);
    if (led) return { start: 0, end: one.end, speaker: led.speaker };
  }
  return precedes && isLongFragment(text, one) ? precedes : undefined;
}

/** A tag belongs to the words before it when a comma, a dash or the end of a spoken sentence joins them. */
function joins(text: string, one: Quoted, tag: Tag): boolean {
  const inner = text.slice(one.inner.start, one.inner.end).trimEnd();
  const between = text.slice(one.end, tag.start);
  // `Another, Nils Moe, adds: “…”`: the colon leads into the next words.
  if (/[.!?…]$/.test(inner) && /^\s*\p{Lu}[^.!?]*:\s*$/u.test(text.slice(one.end, tag.end))) return false;
  if (/[,!?…]$/.test(inner) || /[,—–]/.test(between)) return true;
  return /\.$/.test(inner)
    ? /^\p{Ll}/u.test(text.slice(tag.start)) || onlySays(text.slice(tag.start, tag.end))
    : /^\s$/.test(between) && wordCount(inner) > 3;
}

/** A colon or a comma before the opening mark leads into speech. */
function leads(text: string, one: Quoted): boolean {
  const before = text.slice(0, one.start).trimEnd();
  if (before.endsWith(":")) return true;
  const inner = text.slice(one.inner.start, one.inner.end).trim();
  return (
    before.endsWith(",") &&
    /^\p{Lu}|^\p{Script=Arabic}/u.test(inner) &&
    (/[.!?…,]$/.test(inner) || wordCount(inner) >= 4)
  );
}

/** `said it was “a very serious mistake”`: part of a sentence, but long enough to be somebody's words. */
function isLongFragment(text: string, one: Quoted): boolean {
  const inner = text.slice(one.inner.start, one.inner.end).trim();
  const count = wordCount(inner);
  const before = text.slice(Math.max(0, one.start - 40), one.start);
  const called = /(?<!\p{L})(?:was|is|were|are|as|be|been|it|что|как|это|إنه|إنها|أن|إن)\s$/u.test(before);
  return !isTitle(inner) && (count >= 4 || (called && count >= 2));
}

function isTitle(inner: string): boolean {
  const words = inner.split(/\s+/);
  if (/[.!?,]$/.test(inner) || words.length > 6) return false;
  return words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|and|in|a|to|de|la|в|и|на|о|с)$/u.test(word));
}

function saidBeside(text: string, quoted: readonly Quoted[], from: number, step: 1 | -1): Quoted | undefined {
  let at = from + step;
  for (let one = quoted[at]; one && isName(text, one); one = quoted[at]) at += step;
  return quoted[at];
}

/** The name of a paper or a ship inside what says who spoke: `в интервью газете «Фьорд» рассказала: «…»`. */
function isName(text: string, { start, end, inner }: Quoted): boolean {
  const words = text.slice(inner.start, inner.end);
  return (
    /^\p{Lu}[^.!?,…]{1,40}$/u.test(words) &&
    wordCount(words) <= 3 &&
    /\p{L}\s$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s\p{L}/u.test(text.slice(end, end + 2))
  );
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0;
}

function isDirect(paragraph: Paragraph, one: Quoted, tag: Tag | undefined, hasSpeaker: boolean): boolean {
  const { text } = paragraph;
  const inner = text.slice(one.inner.start, one.inner.end).trim();
  if (inner === "") return false;
  const begins = beginsSentence(paragraph, one);
  const ends = /[.!?…,]$/.test(inner) || /^\s*(?:[.,]|[,.]?\s*[—–-])/.test(text.slice(one.end));
  if (tag) {
    const isFragment = !begins && tag.start >= one.end && wordCount(inner) <= 3 && !/[.!?…,]$/.test(inner);
    return !isFragment;
  }
  // Without a verb of saying only whole sentences, standing by themselves, are somebody's words.
  const isWhole =
    begins &&
    wordCount(inner) >= (hasSpeaker ? 2 : 5) &&
    /^[\p{Lu}\p{Script=Arabic}…]/u.test(inner) &&
    (/[.!?…]$/.test(inner) || one.open || /^\s*[.!?…]?\s*$/.test(text.slice(one.end, one.end + 3)));
  return isWhole && (hasSpeaker || ends);
}

function beginsSentence({ text, sentences }: Paragraph, one: Quoted): boolean {
  const sentence = sentenceAt(sentences, one.start);
  const before = text.slice(sentence?.start ?? 0, one.start);
  return /^[\s—–-]*$/.test(before) || /[.!?…:][”»"’]?\s*$/.test(text.slice(Math.max(0, one.start - 6), one.start));
}

/** A whole quoted sentence right after another by the same speaker needs no second "he said". */
function carried(paragraph: Paragraph, one: Quoted, last: Named): Speaker | undefined {
  // A colon leads into the words of somebody new, also when it could not be read who.
  const isLed = /:\s*$/.test(paragraph.text.slice(Math.max(0, one.start - 3), one.start));
  return beginsSentence(paragraph, one) && !isLed ? last.who() : undefined;
}

function wordsOf(text: string, { inner }: Quoted): string {
  // The comma before a closing mark belongs to the sentence around, not to what was said.
  return text.slice(inner.start, inner.end).trim().replace(/,$/, "");
}

// Sentences that quote are kept short enough to read; a longer one is cut where the quotation ends.
function sentenceOf({ text, sentences }: Paragraph, one: Quoted, tag: Tag | undefined): string {
  const first = sentenceAt(sentences, Math.min(one.start, tag?.start ?? one.start));
  const reach = Math.max(one.end, tag && tag.start >= one.end ? tag.end : 0);
  const last = sentenceAt(sentences, Math.max(one.start, reach - 1));
  return text.slice(first?.start ?? one.start, last?.end ?? reach);
}

/** A quotation whose mark does not close goes on in each next paragraph that opens with a mark again. */
function continued(
  paragraphs: readonly (Paragraph | null)[],
  at: number,
  first: Quoted,
): { parts: (Span & { passage: number })[]; text: string } {
  const parts = [{ passage: at, start: first.start, end: first.end }];
  const texts = [wordsOf(paragraphs[at]?.text ?? "", first)];
  for (let next = at + 1; next < paragraphs.length && next - at < 20; next++) {
    const paragraph = paragraphs[next];
    const quoted = paragraph ? quotedIn(paragraph.text)[0] : undefined;
    if (!paragraph || !quoted || quoted.start > 0) break;
    parts.push({ passage: next, start: quoted.start, end: quoted.end });
    texts.push(wordsOf(paragraph.text, quoted));
    if (!quoted.open) break;
  }
  return { parts, text: texts.join("\n\n") };
}

const LONGEST_QUOTATION = 6000;
const MARKS = /[“”„‟«»"‘’‹›]/g;

/** What stands between paired marks of any kind, outermost only. */
export function quotedIn(text: string): readonly Quoted[] {
  const found: Quoted[] = [];
  const stack: { readonly mark: string; readonly at: number }[] = [];
  const close = (end: number) => {
    const opened = stack.pop();
    if (opened && stack.length === 0 && end - opened.at < LONGEST_QUOTATION) {
      found.push({ start: opened.at, end, inner: { start: opened.at + 1, end: end - 1 }, open: false });
    }
  };
  for (const { index, 0: mark } of text.matchAll(MARKS)) {
    const role = roleOf(text, index, mark, stack.at(-1)?.mark);
    if (role === "open") stack.push({ mark, at: index });
    else if (role === "close") closeTo(stack, mark, () => close(index + 1));
    // A mark nobody closes does not swallow the rest of the text.
    if (stack[0] && index - stack[0].at > LONGEST_QUOTATION) stack.length = 0;
  }
  const left = stack.find(({ mark }) => mark !== "‘");
  if (left && text.length - left.at < LONGEST_QUOTATION) {
    const end = text.trimEnd().length;
    found.push({ start: left.at, end, inner: { start: left.at + 1, end }, open: true });
  }
  return found.sort((a, b) => a.start - b.start).flatMap((one) => partedByItsSpeaker(text, one));
}

const SAID_BETWEEN = /[,!?…]\s[—–-](?=(?<says>\s\p{Ll}[^«»“”„"]{2,160}?)[.,]\s[—–-]\s)/gu;

/** `«Когда говорят „стоп“, мы стоим, — сказала она. — Когда говорят „можно“, идём»`: two parts and who spoke between them. */
function partedByItsSpeaker(text: string, quoted: Quoted): Quoted[] {
  const parts: Quoted[] = [];
  let rest = quoted;
  const words = text.slice(quoted.inner.start, quoted.inner.end);
  for (const { index, groups } of words.matchAll(SAID_BETWEEN)) {
    const says = groups?.["says"] ?? "";
    const end = quoted.inner.start + index + 1;
    if (end < rest.inner.start || !saysInside(says)) continue;
    const again = end + 2 + says.length + 4;
    parts.push({ ...rest, end, inner: { start: rest.inner.start, end }, open: false });
    rest = { ...quoted, start: again, inner: { start: again, end: quoted.inner.end }, goesOn: true };
  }
  return [...parts, rest];
}

/** Closes the mark that matches; marks opened inside it and left open go with it. */
function closeTo(stack: { readonly mark: string; readonly at: number }[], mark: string, close: () => void) {
  const opens = OPENS[mark] ?? mark;
  const at = stack.findLastIndex((one) => opens.includes(one.mark));
  if (at < 0) return;
  stack.length = at + 1;
  close();
}

const OPENS: Readonly<Record<string, string>> = {
  "”": "“„”‟",
  "“": "„",
  "»": "«",
  "«": "»",
  "’": "‘",
  "›": "‹",
  "‹": "›",
  '"': '"',
};

function roleOf(text: string, at: number, mark: string, open: string | undefined): "open" | "close" | undefined {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const afterGap = before === "" || /[\s([—–\-/«“„"‘]/.test(before);
  const beforeWord = after !== "" && /[^\s.,;:!?)\]]/.test(after);
  switch (mark) {
    case "„":
    case "‟":
      return "open";
    case "“":
      // In German and in Russian handwriting „…“ closes with the mark that opens in English.
      return open === "„" ? "close" : "open";
    case "”":
      return open === undefined && afterGap && beforeWord ? "open" : "close";
    case "«":
    case "‹":
      return open === (mark === "«" ? "»" : "›") && !afterGap ? "close" : "open";
    case "»":
    case "›":
      return open === undefined && afterGap && beforeWord ? "open" : "close";
    case '"':
      if (open === '"')
        return afterGap && beforeWord && !/[.,!?…]/.test(before) && before !== "" && /[(«“„‘]/.test(before)
          ? "open"
          : "close";
      return afterGap && beforeWord ? "open" : undefined;
    case "‘":
      return afterGap && beforeWord ? "open" : undefined;
    default:
      return open === "‘" && !/\p{L}/u.test(after) ? "close" : undefined;
  }
}
