/**
 * Labels an author typed by hand, in brackets after a name or as an asterisk with a
 * note below, and the name each stands after. Whose label it is, the register knows.
 */
import type { TypedLabel } from "#text/document/schema.ts";
import { looksLikeLabel, typedLabelAt } from "#text/labels/typed.ts";
import type { Span } from "./passages.ts";

/** A name and the label typed after it; offsets in the text that still holds the label. */
export type LabelledName = {
  /** The name without quotation marks, possessive or the rest of a compound. */
  readonly name: string;
  /** What the mention covers. */
  readonly mention: Span;
  /** What leaves the text. */
  readonly label: Span;
  readonly typed: TypedLabel;
};

/** A note at the foot of the copy: its marker and the words of the label. */
export type LabelNote = { readonly marker: string; readonly words: string };

/** Every typed label of a text, in order. */
export function typedLabelsIn(text: string, notes: readonly LabelNote[]): readonly LabelledName[] {
  const found = [...bracketed(text), ...marked(text, notes)].sort((a, b) => a.label.start - b.label.start);
  let last = 0;
  return found.filter(({ label }) => {
    const isNew = label.start >= last;
    if (isNew) last = label.end;
    return isNew;
  });
}

function* bracketed(text: string): Generator<LabelledName> {
  if (!/[([]/.test(text)) return;
  for (const { index } of text.matchAll(/(?<![\s([])\s{0,3}[([](?=\p{L})/gu)) {
    const label = typedLabelAt(text, index);
    const named = label && nameBefore(text, index);
    if (named)
      yield { ...named, label: { start: label.start, end: label.end }, typed: { words: label.words, as: label.as } };
  }
}

const MARKER = String.raw`(?:\*{1,5}|[†‡¹²³⁴⁵⁶⁷⁸⁹])`;
const NOTE = new RegExp(String.raw`^\s*(${MARKER}|\(\*{1,5}\))\s?(?:[—–:-]\s*)?(\S.*)$`, "u");

/** The note a line is, when its words are those of a label; `* Red Dawn — banned in …` counts too. */
export function labelNoteIn(line: string): LabelNote | undefined {
  const found = NOTE.exec(line);
  if (!found) return undefined;
  const [, marker = "", said = ""] = found;
  const words = said.trim().replace(/[.;]+$/, "");
  const afterName = words.replace(/^(?=[«“"]?\p{Lu})[^—–:(]{1,80}?\s*(?:[—–:]|\s-\s)\s*/u, "");
  const whole = [afterName, words].find(looksLikeLabel);
  return whole === undefined ? undefined : { marker: marker.replaceAll(/[()]/g, ""), words: whole };
}

/** Names with an asterisk that no note explains. */
export function strayMarkersIn(text: string): readonly string[] {
  if (!text.includes("*")) return [];
  return [...text.matchAll(/\p{L}[»”"’]?(\*{1,3})(?=[\s.,;:!?)»”]|$)/gu)].flatMap(
    ({ index }) => nameBefore(text, index + 1)?.name ?? [],
  );
}

function* marked(text: string, notes: readonly LabelNote[]): Generator<LabelledName> {
  if (notes.length === 0) return;
  const words = new Map(notes.map((note) => [note.marker, note.words]));
  for (const { index, 0: marker } of text.matchAll(
    new RegExp(String.raw`(?<=[\p{L}\p{N}»”"’)])${MARKER}(?![\p{L}\p{N}*])`, "gu"),
  )) {
    const wording = words.get(marker);
    const named = wording === undefined ? undefined : nameBefore(text, index);
    // Printed as it was typed the marker would point nowhere, so the label is remembered in brackets.
    if (wording !== undefined && named) {
      yield {
        ...named,
        label: { start: index, end: index + marker.length },
        typed: { words: wording, as: ` (${wording})` },
      };
    }
  }
}

// The longest name of an organisation with its acronym in brackets.
const LONGEST_NAME = 200;

type Named = { readonly name: string; readonly mention: Span };

/** The name that ends where a label begins. */
function nameBefore(text: string, end: number): Named | undefined {
  const window = Math.max(0, end - LONGEST_NAME);
  const floor = window + text.slice(window, end).lastIndexOf("\n") + 1;
  return quotedName(text, floor, end) ?? nameWithAcronym(text, floor, end) ?? plainName(text, floor, end);
}

const CLOSING: Readonly<Record<string, string>> = {
  "»": "«",
  "”": "“",
  "“": "„",
  '"': '"',
  "’": "‘",
  "‹": "›",
  "›": "‹",
  "'": "'",
};

function quotedName(text: string, floor: number, end: number): Named | undefined {
  const spaces = /\s?$/.exec(text.slice(floor, end - 1))?.[0].length ?? 0;
  const closing = text.charAt(end - 1);
  const opening = CLOSING[closing];
  if (opening === undefined) return undefined;
  const window = text.slice(floor, end - 1);
  const open =
    closing === "”" ? Math.max(window.lastIndexOf("“"), window.lastIndexOf("„")) : window.lastIndexOf(opening);
  if (open < 0) return undefined;
  const inside = window.slice(open + 1).trim();
  // A possessive or an apostrophe has no opening mark close before it; a whole quotation is not a name.
  if (inside === "" || inside.length > 100 || /[.!?]\s/.test(inside) || (closing === "’" && /[.,]/.test(inside)))
    return undefined;
  const isName = inside.split(/\s+/).length <= 8;
  if (isName) return { name: inside, mention: { start: floor + open, end } };
  const within = plainName(text, floor + open + 1, end - 1 - spaces);
  return within && { name: within.name, mention: { start: within.mention.start, end } };
}

/** `Islamic Front of the North (IFN)`: one mention, labelled once after both. */
function nameWithAcronym(text: string, floor: number, end: number): Named | undefined {
  const acronym = /\s\((?:[\p{L}\p{M}]+\s)?[«“"]?[\p{Lu}][\p{L}\p{N}.-]{1,14}[»”"]?\)$/u.exec(text.slice(floor, end));
  if (!acronym) return undefined;
  const before = nameBefore(text, floor + acronym.index);
  return before && { name: before.name, mention: { start: before.mention.start, end } };
}

type Word = { readonly text: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’ʼ.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const POSSESSIVE = /(?:['’ʼ]s|(?<=s)['’ʼ])$/iu;
const CONNECTOR =
  /^(?:of|the|and|for|in|on|at|to|de|del|la|le|les|du|des|et|el|al|bin|ibn|und|der|für|и|в|во|на|за|по|от|для|с|о|при)$/iu;
// What kind of body it is, said after its name in small letters.
const KIND =
  /^(?:groups?|movement|organi[sz]ation|network|party|militia|militants?|fighters?|terrorists?|gang|sect|faction|forces|battalion|brigade|regiment|app|company|platform)$/u;

function plainName(text: string, floor: number, end: number): Named | undefined {
  const possessive = POSSESSIVE.exec(text.slice(floor, end))?.[0].length ?? 0;
  const words = wordsBefore(text, floor, end - possessive);
  const last = words.at(-1);
  if (!last || last.end !== end - possessive) return undefined;
  const run = acronymRun(last) ?? capitalRun(text, words) ?? smallRun(text, words);
  const first = run[0] ?? last;
  const named =
    run.length > 1 && KIND.test(last.text) && run.some(({ text }) => isCapital(text)) ? (run.at(-2) ?? last) : last;
  const name = text.slice(first.start, named.end);
  return { name: run.length === 1 ? coreOf(name) : name, mention: { start: first.start, end } };
}

function wordsBefore(text: string, floor: number, end: number): Word[] {
  const words = [...text.slice(floor, end).matchAll(WORD)].map(({ index, 0: word }) => ({
    text: word,
    start: floor + index,
    end: floor + index + word.length,
  }));
  // Only what stands together: one space, or a break of line, between the words.
  let from = words.length - 1;
  while (from > 0) {
    const [one, next] = [words[from - 1], words[from]];
    if (!one || !next || !/^(?:\s{1,2}|\s&\s|\.\s)$/.test(text.slice(one.end, next.start)) || isStop(text, one, next))
      break;
    from--;
  }
  // A word cut by the window is not the beginning of a name.
  return words.slice(from === 0 && floor > 0 && /\p{L}/u.test(text.charAt(floor - 1)) ? 1 : Math.max(0, from));
}

/** A full stop parts sentences unless it belongs to an abbreviation (`St. Mark`, `J. Smith`). */
function isStop(text: string, one: Word, next: Word): boolean {
  return text.slice(one.end, next.start).startsWith(".") && !/^(?:\p{Lu}|St|Mt|Dr|Inc|им)$/u.test(one.text);
}

const isCapital = (word: string) => /(?:^|[-‐‑'’])\p{Lu}/u.test(word);
const isAcronym = (word: string) =>
  /^(?:\p{Lu}|\p{N}){2,}(?:[-‐‑](?:\p{Lu}|\p{N})+)*$/u.test(word) && /\p{Lu}/u.test(word);

/** An acronym is a name by itself, and so is one inside a compound: `ISIL-linked`. */
function acronymRun(last: Word): Word[] | undefined {
  return isAcronym(last.text) || (isCompound(last.text) && /\p{Lu}{2}/u.test(last.text)) ? [last] : undefined;
}

const COMPOUND =
  /^(?:(?:anti|pro|ex|non|post|pre|анти|про|экс)[-‐‑])?(.+?)(?:[-‐‑](?:linked|led|affiliated|held|backed|controlled|style|aligned|inspired|run|allied|related|owned|born))?$/iu;

function isCompound(word: string): boolean {
  return coreOf(word) !== word;
}

function coreOf(word: string): string {
  return COMPOUND.exec(word)?.[1] ?? word;
}

/** Words that open a sentence with a capital and belong to no name. */
const OPENER =
  /^(?:The|A|An|In|On|At|By|For|From|To|Of|And|But|Or|As|If|When|While|After|Before|Since|Until|During|Because|Although|However|Moreover|Meanwhile|Later|Earlier|Today|Yesterday|Then|Now|Both|All|Many|Some|Most|Former|Among|Against|With|Without|Like|Unlike|Both|That|This|These|Those|Its|Their|His|Her|Since|Where|Which|Who|Calling|According|Also|Only|Even|Still|Once|Under|Over|Between|Thus|So|В|Во|На|С|Со|К|Ко|По|О|Об|От|Из|За|До|Для|При|Под|Над|У|И|А|Но|Или|Что|Как|Когда|Если|После|Перед|Однако|Ранее|Позже|Затем|Также|Тогда|Это|Эта|Этот|Эти|Его|Её|Ее|Их|Так|Кроме|Против|Среди|Между|Бывшие|Боевики|Террористы|Члены|Сторонники|Лидер|Участники|Группировка|Движение|Организация|Компани[яию]|Компанией|Соцсеть|Соцсети|Издани[еюя]|Журналист|Журналистка|Блогер|Писатель|Company|Journalist|Group|Movement|Organi[sz]ation|Militants|Fighters|Members|Supporters|Das|Die|Der|Le|Les|L|La|Dans|En)$/u;

function capitalRun(text: string, words: readonly Word[]): Word[] | undefined {
  const last = words.at(-1);
  const ends =
    last &&
    (isCapital(last.text) ||
      (KIND.test(last.text) && isCapital(words.at(-2)?.text ?? "")) ||
      /^\p{N}+$/u.test(last.text));
  if (!ends) return undefined;
  let from = words.length - 1;
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at];
    if (!word || text.slice(word.end, words[at + 1]?.start).includes("’s")) break;
    if (POSSESSIVE.test(word.text)) break;
    if (isCapital(word.text)) from = at;
    else if (!CONNECTOR.test(word.text) || words.length - at > 12) break;
  }
  let run = words.slice(from);
  while (run.length > 1 && run[0] && (OPENER.test(run[0].text) || CONNECTOR.test(run[0].text))) run = run.slice(1);
  return afterAnd(run);
}

/** `Red Dawn and Grey Wolf`: the label stands after the second name, unless "and" lies within a longer one ("of Iraq and the Levant"). */
function afterAnd(run: Word[]): Word[] {
  const and = run.findLastIndex(({ text }) => /^(?:and|et|und|и)$/.test(text));
  if (and < 0) return run;
  const isWithin =
    run.slice(0, and).some(({ text }) => /^(?:of|for|in|de|du|für|за|по)$/.test(text)) ||
    run.length - and <= 1 ||
    (and > 0 && /^(?:Ирака|Iraq)$/.test(run[and - 1]?.text ?? ""));
  return isWithin || run.slice(0, and).every(({ text }) => !isAcronym(text) && !isCapital(text))
    ? run
    : run.slice(and + 1);
}

const RU_ADJECTIVE = /(?:ое|ого|ому|ым|ом|ая|ой|ую|ою|ий|ый|ие|ые|их|ых|им|ими|ыми|яя|ей|юю|ее|его|ему|ем)$/u;
const RU_HEAD =
  /^(?:Движени|Парти|Фронт|Союз|Арми|Бригад|Братств|Комитет|Лиг|Фонд|Центр|Объединени|Государств|Батальон|Полк|Корпус|Общин|Сет|Организаци|Ассоциаци|Совет|Конгресс|Джамаат|Имарат|Эмират|Халифат)\p{L}*$/u;
const RU_VERB = /(?:ал|ил|ел|ыл|ул|ала|ила|ела|ала|али|или|ели|ыли|ает|яет|ует|ает|ют|ат|ит|ят|ть|ся)$/u;

/** A name whose last words are small: `Исламского государства`, `Свободная освободительная армия`; else the last word alone. */
function smallRun(text: string, words: readonly Word[]): Word[] {
  const last = words.length - 1;
  for (let at = last - 1; at >= Math.max(0, last - 5); at--) {
    const word = words[at];
    if (!word || POSSESSIVE.test(word.text)) break;
    if (isCapital(word.text)) {
      const isHead =
        RU_ADJECTIVE.test(word.text) || RU_HEAD.test(word.text) || /^[\p{Script=Latin}-]+$/u.test(word.text);
      return isHead && !OPENER.test(word.text) ? withCapitalsBefore(text, words, at) : words.slice(last);
    }
    if (RU_VERB.test(word.text) && !RU_ADJECTIVE.test(word.text)) break;
  }
  return words.slice(last);
}

function withCapitalsBefore(text: string, words: readonly Word[], at: number): Word[] {
  const before = capitalRun(text, words.slice(0, at + 1)) ?? [];
  return [...before, ...words.slice(at + 1)];
}
