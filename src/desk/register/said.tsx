/** What the pages of the register have in common: how days, jurisdictions and changes are said, and fields for words of labels. */
import type { RegisterChange } from "#agency/labels/history.ts";
import { bestName, organisationsAmong } from "#agency/labels/queries.ts";
import type { KeptOrganisation } from "#agency/labels/register.ts";
import { dayIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { jurisdictionName, languageName, withCommas } from "#lib/languages.ts";
import type { Wording } from "#text/labels/labels.ts";
import { printDay } from "#text/typography/dates.ts";
import { Problem, TextField } from "../views/fields.tsx";
import type { DeskVisit } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";

export const REGISTER = "/desk/register";

export function addressOf(id: string): string {
  return `${REGISTER}/${encodeURIComponent(id)}`;
}

/** The organisation an address names, with the forms editors took away. */
export async function organisationOf({ db, steps }: DeskVisit): Promise<KeptOrganisation | undefined> {
  const [organisation] = await organisationsAmong(db, [steps["organisation"] ?? ""], { withOff: true });
  return organisation;
}

export function nameOf({ words }: Pick<DeskVisit, "words">, { id, names }: KeptOrganisation): string {
  return bestName(names, words.language)?.text ?? id;
}

/** Today by the clock of the default edition. */
export function todayOf({ editions, at }: DeskVisit): string {
  return dayIn(editions[0]?.timeZone ?? "UTC", at);
}

export function dayShown(day: string, { language }: DeskWords): string {
  return printDay(day, language);
}

/** `UN · United Nations` would say it twice where the code names nothing. */
export function whose(code: string, { language }: DeskWords): string {
  const name = jurisdictionName(code, language);
  return name.toLowerCase() === code ? code : name;
}

type Spanned = { readonly from: string; readonly until: string | null };

export function spanShown({ from, until }: Spanned, words: DeskWords): string {
  const { since, span } = words.register;
  return until === null ? since(dayShown(from, words)) : span(dayShown(from, words), dayShown(until, words));
}

/** A change in a sentence. */
export function changeShown(change: RegisterChange, words: DeskWords): string {
  const { became } = words.register;
  switch (change.what) {
    case "name":
      return became.name[change.did](change.name);
    case "form":
      return became.form[change.did](change.form, change.name);
    case "name-field":
      return fieldShown(change.name, change, words);
    case "designation": {
      const { designation, did } = change;
      const parts = [authorityShown(designation, words), spanShown(designation, words)];
      return became.designation[did](withCommas(parts, words.language));
    }
    case "designation-field":
      return fieldShown(authorityShown(change.designation, words), change, words);
  }
}

type FieldChange = Extract<RegisterChange, { readonly field: string }>;

function fieldShown(what: string, change: FieldChange, words: DeskWords): string {
  const { became } = words.register;
  const { field, tag, before, after } = change;
  const name = tag === undefined ? became.fields[field] : `${became.fields[field]} (${languageIn(tag, words)})`;
  const value = (text: string) => (text === "" ? became.nothing : valueShown(field, text, words));
  return became.changed(what, name, value(before), value(after));
}

function valueShown(field: FieldChange["field"], text: string, words: DeskWords): string {
  const { kinds, matches, doubts, held } = words.register;
  const known: Readonly<Record<string, string>> =
    field === "kind" ? kinds : field === "match" ? matches : field === "doubt" ? doubts : {};
  if (field === "held") return held;
  if (field === "from" || field === "until" || field === "vanished") return dayShown(text, words);
  if (field === "jurisdiction") return whose(text, words);
  return known[text] ?? (field === "wording" ? `“${text}”` : text);
}

type Decided = { readonly jurisdiction: string; readonly authority: string };

export function authorityShown({ jurisdiction, authority }: Decided, words: DeskWords): string {
  return withCommas([whose(jurisdiction, words), authority], words.language);
}

/** A language by its name; a tag nobody has a name for stays as it is. */
export function languageIn(tag: string, { language }: DeskWords): string {
  try {
    return languageName(tag, language);
  } catch {
    return tag; // what a list calls a language may be no tag
  }
}

const MOST_TOLD = 40;

export const ChangeLines = ({ changes, words }: { changes: readonly RegisterChange[]; words: DeskWords }) => (
  <ul class="became">
    {changes.slice(0, MOST_TOLD).map((change) => (
      <li dir="auto">{changeShown(change, words)}</li>
    ))}
    {changes.length > MOST_TOLD && <li class="quiet">{words.register.became.more(changes.length - MOST_TOLD)}</li>}
  </ul>
);

/** Which words a field holds: those of a designation, or a name's own. */
export type WordsOf = "wording" | "own";

export type WordingTyped = {
  readonly wording: Wording;
  /** Words in a language that had no line yet. */
  readonly other: { readonly tag: string; readonly words: string };
};

type WordingFieldsProps = WordingTyped & {
  readonly visit: DeskVisit;
  readonly of: WordsOf;
  readonly legend: string;
  readonly hint: string;
  readonly problem?: string | undefined;
};

/** A line of words for every language there are words in or an edition speaks, and one more. */
export const WordingFields = ({ visit, of, wording, legend, hint, other, problem }: WordingFieldsProps) => {
  const { words, editions } = visit;
  const { fields } = words.register;
  const spoken = editions.map(({ language }) => language.toLowerCase().split("-", 1)[0] ?? language);
  const tags = [...new Set(["en", ...spoken, ...Object.keys(wording)])];
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p class="hint">{hint}</p>
      {problem !== undefined && <Problem>{problem}</Problem>}
      <input type="hidden" name={`${of}-languages`} value={tags.join(" ")} />
      {tags.map((tag) => (
        <TextField
          name={`${of}-${tag}`}
          label={fields.wordsIn(languageIn(tag, words))}
          value={wording[tag] ?? ""}
          dir="auto"
        />
      ))}
      <div class="two-fields">
        <TextField name={`${of}-other-tag`} label={fields.otherLanguage} value={other.tag} dir="ltr" />
        <TextField name={`${of}-other`} label={fields.otherWords} value={other.words} dir="auto" />
      </div>
    </fieldset>
  );
};

export function wordingFrom(form: Form, of: WordsOf): WordingTyped {
  const lines = form
    .text(`${of}-languages`)
    .split(" ")
    .map((tag) => [tag, form.text(`${of}-${tag}`)] as const);
  const other = { tag: form.text(`${of}-other-tag`).toLowerCase(), words: form.text(`${of}-other`) };
  const filled = lines.filter(([, words]) => words !== "");
  return { wording: Object.fromEntries(filled), other };
}

/** All words that were typed, by language. */
export function wholeWording({ wording, other }: WordingTyped): Wording {
  return other.words === "" ? wording : { ...wording, [other.tag]: other.words };
}
