/**
 * The United Nations Security Council's consolidated list, in the XML it is published as. Each language edition has
 * the same reference numbers: one edition after another gives an entry its names in every language.
 */
import { isDay } from "#lib/days.ts";
import type { Designation, Wording } from "../labels/register.ts";
import {
  idIn,
  type ListedName,
  type ListedRow,
  ListProblem,
  type ListReading,
  namesFrom,
  organisationOf,
} from "./entry.ts";
import { type XmlEvent, xmlEvents } from "./xml.ts";

/** What the label says where the UN is a jurisdiction of an edition; the list itself has no words for it. */
const WORDING: Wording = {
  en: "under United Nations sanctions",
  fr: "visé par des sanctions de l’ONU",
  es: "bajo sanciones de las Naciones Unidas",
  ru: "под санкциями ООН",
  uk: "під санкціями ООН",
  ar: "خاضع لعقوبات الأمم المتحدة",
  zh: "受联合国制裁",
  de: "unter Sanktionen der Vereinten Nationen",
  it: "sotto sanzioni delle Nazioni Unite",
  pt: "sob sanções das Nações Unidas",
  pl: "objęta sankcjami ONZ",
  tr: "Birleşmiş Milletler yaptırımları altında",
  fa: "زیر تحریم سازمان ملل متحد",
  he: "תחת סנקציות של האו״ם",
};

const REFERENCE = "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list";

/** The rows of one language edition; `language` is that of its names in Latin letters. */
export async function* unList(chunks: AsyncIterable<string>, { language }: { language: string }): ListReading {
  const entries = new Entries();
  let row = 0;
  for await (const events of xmlEvents(chunks)) {
    const rows: ListedRow[] = [];
    for (const event of events) {
      const entry = entries.take(event);
      if (entry) rows.push(rowOf(entry, ++row, language));
    }
    if (rows.length > 0) yield rows;
  }
}

type Entry = {
  readonly isPerson: boolean;
  /** Text of the entry's own elements; of one that comes again, the first that says anything. */
  readonly fields: Map<string, string>;
  readonly aliases: Alias[];
};
type Alias = { name: string; quality: string };

/** Puts entries together from what the file says, piece by piece. */
class Entries {
  #path: string[] = [];
  #text = "";
  #entry: Entry | undefined;
  #alias: Alias | undefined;

  /** An entry when its end has come. */
  take(event: XmlEvent): Entry | undefined {
    if (event.kind === "text") {
      this.#text += event.text;
      return undefined;
    }
    if (event.kind === "open") this.#open(event.name);
    else return this.#close(event.name);
    return undefined;
  }

  #open(name: string) {
    if (this.#path.length === 0 && name !== "CONSOLIDATED_LIST")
      throw new ListProblem(`The file is no UN consolidated list: it begins with <${name}>, not <CONSOLIDATED_LIST>.`);
    this.#path.push(name);
    this.#text = "";
    if (this.#path.length === 3 && (name === "INDIVIDUAL" || name === "ENTITY"))
      this.#entry = { isPerson: name === "INDIVIDUAL", fields: new Map(), aliases: [] };
    if (this.#path.length === 4 && name.endsWith("_ALIAS")) this.#alias = { name: "", quality: "" };
  }

  #close(name: string): Entry | undefined {
    const depth = this.#path.length;
    const said = this.#text.replace(/\s+/g, " ").trim();
    this.#path.pop();
    this.#text = "";
    const entry = this.#entry;
    if (!entry) return undefined;
    if (depth === 3) {
      this.#entry = undefined;
      return entry;
    }
    if (depth === 4 && this.#alias && name.endsWith("_ALIAS")) {
      entry.aliases.push(this.#alias);
      this.#alias = undefined;
    } else if (depth === 4 && said !== "" && !entry.fields.has(name)) entry.fields.set(name, said);
    else if (depth === 5 && this.#alias) {
      if (name === "ALIAS_NAME") this.#alias.name = said;
      if (name === "QUALITY") this.#alias.quality = said;
    }
    return undefined;
  }
}

function rowOf({ isPerson, fields, aliases }: Entry, row: number, language: string): ListedRow {
  const reference = fields.get("REFERENCE_NUMBER") ?? "";
  if (reference === "") return refused(row, null, "it has no reference number");
  const listed = (fields.get("LISTED_ON") ?? "").slice(0, 10);
  if (!isDay(listed)) return refused(row, reference, "it does not say on which day it was listed");
  const whole = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].flatMap((name) => fields.get(name) ?? []);
  const names = namesFrom(namesOf({ isPerson, fields, aliases }, whole.join(" ")), language);
  const organisation = organisationOf(idIn("un", reference), names, [designationOf(fields, reference, listed)]);
  return organisation
    ? { row, entry: reference, organisation, fate: "read" }
    : refused(row, reference, "it has no name");
}

function namesOf({ isPerson, fields, aliases }: Entry, whole: string): ListedName[] {
  const person = isPerson ? ({ weak: "person" } as const) : {};
  const original = fields.get("NAME_ORIGINAL_SCRIPT");
  const listed: ListedName[] = [
    { text: whole, kind: "full", ...person },
    // An entity's other spellings stand in one field, parted by semicolons.
    ...(original ?? "").split(/[;؛]/).map((text): ListedName => ({ text, kind: "full", ...person })),
    ...aliases.flatMap(({ name, quality }) =>
      name.split(";").map(
        (text): ListedName => ({
          text,
          kind: /^\p{Lu}[\p{Lu}\p{N}-]{1,11}$/u.test(text.trim()) ? "acronym" : "alias",
          ...(/low/i.test(quality) && { weak: "low-quality" }),
          ...person,
        }),
      ),
    ),
  ];
  return listed.filter(({ text }) => text.trim() !== "");
}

function designationOf(fields: ReadonlyMap<string, string>, reference: string, listed: string): Designation {
  const regime = fields.get("UN_LIST_TYPE");
  const delisted = (fields.get("DELISTED_ON") ?? "").slice(0, 10);
  return {
    jurisdiction: "un",
    authority: regime ? `United Nations Security Council, ${regime}` : "United Nations Security Council",
    decision: reference,
    from: listed,
    until: isDay(delisted) && delisted >= listed ? delisted : null,
    wording: WORDING,
    reference: REFERENCE,
    ...(fields.has("COMMENTS1") && { remark: (fields.get("COMMENTS1") ?? "").slice(0, LONGEST_REMARK) }),
  };
}

const LONGEST_REMARK = 1000;

function refused(row: number, entry: string | null, reason: string): ListedRow {
  return { row, entry, fate: "refused", reason };
}
