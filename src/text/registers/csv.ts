/** Lists as comma-separated values (RFC 4180), read as they arrive, the operator saying which column is what. */
import { isDay } from "#lib/days.ts";
import type { NameKind } from "../labels/register.ts";
import {
  idIn,
  type ListedName,
  type ListedRow,
  ListProblem,
  type ListReading,
  namesFrom,
  organisationOf,
} from "./entry.ts";

/** What a column may hold; several names in one field are parted by `;` or `|`. */
export const CSV_FIELDS = [
  "id",
  "name",
  "alias",
  "acronym",
  "weak",
  "from",
  "until",
  "authority",
  "decision",
  "wording",
  "reference",
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** Each field with the heading of its column: `{ name: "Organisation" }`. */
export type CsvColumns = Readonly<Partial<Record<CsvField, string>>>;

export type CsvReading = {
  /** What the list is called; the beginning of its ids. */
  readonly list: string;
  readonly columns: CsvColumns;
  readonly jurisdiction: string;
  /** Where a row has no column for it. */
  readonly authority: string;
  readonly wording: string;
  readonly from: string | null;
  readonly language: string;
};

export async function* csvList(chunks: AsyncIterable<string>, reading: CsvReading): ListReading {
  let places: ReadonlyMap<CsvField, number> | undefined;
  let row = 0;
  for await (const records of csvRecords(chunks)) {
    const rows: ListedRow[] = [];
    for (const record of records) {
      if (places) rows.push(rowOf(record, ++row, places, reading));
      else places = placesIn(record, reading.columns);
    }
    if (rows.length > 0) yield rows;
  }
  if (!places) throw new ListProblem("The file is empty.");
}

// A field of a list is a name or a paragraph; a quotation mark nobody closed swallows the rest of the file.
const LONGEST_RECORD = 1024 * 1024;

async function* csvRecords(chunks: AsyncIterable<string>): AsyncGenerator<readonly (readonly string[])[]> {
  let rest = "";
  let separator: string | undefined;
  for await (const chunk of chunks) {
    rest += chunk;
    if (separator === undefined) {
      rest = rest.replace(/^\ufeff/, "");
      if (!/[\r\n]/.test(rest)) continue;
      separator = separatorOf(rest);
    }
    const read = recordsOf(rest, separator, false);
    rest = read.rest;
    if (rest.length > LONGEST_RECORD)
      throw new ListProblem("The file has a row longer than 1 MB; a quotation mark may be missing.");
    if (read.records.length > 0) yield read.records;
  }
  const { records, rest: left } = recordsOf(rest, separator ?? ",", true);
  if (left !== "") throw new ListProblem("The file ends in the middle of a row: a quotation mark is never closed.");
  if (records.length > 0) yield records;
}

/** The sign that parts the headings. */
function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  return [",", ";", "\t"].toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ",";
}

function recordsOf(text: string, separator: string, isEnd: boolean): { records: string[][]; rest: string } {
  const records: string[][] = [];
  let record: string[] = [];
  let done = 0;
  let at = 0;
  while (at < text.length) {
    const field = fieldAt(text, at, separator, isEnd);
    if (!field) break;
    record.push(field.value);
    at = field.end;
    if (text.charAt(at) === separator) {
      at++;
      if (at < text.length) continue;
      // The line ends after a separator: its last field is empty.
      if (!isEnd) break;
      record.push("");
    }
    if (!isEnd && (at >= text.length || (text.charAt(at) === "\r" && at + 1 >= text.length))) break;
    if (text.startsWith("\r\n", at)) at += 2;
    else if (at < text.length) at++;
    if (record.some((value) => value !== "")) records.push(record);
    record = [];
    done = at;
  }
  return { records, rest: text.slice(done) };
}

function fieldAt(
  text: string,
  at: number,
  separator: string,
  isEnd: boolean,
): { value: string; end: number } | undefined {
  if (text.charAt(at) !== '"') {
    let end = at;
    while (end < text.length && text.charAt(end) !== separator && !"\r\n".includes(text.charAt(end))) end++;
    return end < text.length || isEnd ? { value: text.slice(at, end).trim(), end } : undefined;
  }
  let value = "";
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close === -1 || (close + 1 >= text.length && !isEnd)) return undefined;
    value += text.slice(from, close);
    if (text.charAt(close + 1) !== '"') return { value: value.trim(), end: close + 1 };
    value += '"';
    from = close + 2;
  }
}

function placesIn(headings: readonly string[], columns: CsvColumns): ReadonlyMap<CsvField, number> {
  const places = new Map<CsvField, number>();
  for (const field of CSV_FIELDS) {
    const heading = columns[field];
    if (heading === undefined) continue;
    const place = headings.findIndex((one) => one.toLowerCase() === heading.toLowerCase());
    if (place === -1)
      throw new ListProblem(`The file has no column "${heading}"; its columns are ${headings.join(", ")}.`);
    places.set(field, place);
  }
  if (!places.has("name")) throw new ListProblem("Say which column holds the names: --columns name=HEADING.");
  return places;
}

const NAMES: readonly { field: CsvField; kind: NameKind; isWeak?: true }[] = [
  { field: "name", kind: "full" },
  { field: "alias", kind: "alias" },
  { field: "acronym", kind: "acronym" },
  { field: "weak", kind: "alias", isWeak: true },
];

function rowOf(
  record: readonly string[],
  row: number,
  places: ReadonlyMap<CsvField, number>,
  { list, jurisdiction, authority, wording, from, language }: CsvReading,
): ListedRow {
  const value = (field: CsvField) => record[places.get(field) ?? -1] ?? "";
  const listed = NAMES.flatMap(({ field, kind, isWeak }) =>
    value(field)
      .split(/[;|]/)
      .flatMap((text): ListedName[] =>
        text.trim() === "" ? [] : [{ text, kind, ...(isWeak && { weak: "low-quality" }) }],
      ),
  );
  const [first] = listed;
  const entry = value("id") || first?.text.trim() || null;
  const refused = (reason: string): ListedRow => ({ row, entry, fate: "refused", reason });
  const names = namesFrom(listed, language);
  if (!entry || names.length === 0) return refused("it has no name");
  const begins = dayFrom(value("from")) ?? (places.has("from") && value("from") !== "" ? undefined : from);
  if (!begins) return refused(`it does not say since when: "${value("from")}" is no day`);
  const ends = value("until") === "" ? null : dayFrom(value("until"));
  if (ends === undefined) return refused(`it does not say until when: "${value("until")}" is no day`);
  if (ends !== null && ends < begins) return refused("it ends before it begins");
  const organisation = organisationOf(idIn(list, entry), names, [
    {
      jurisdiction,
      authority: value("authority") || authority,
      decision: value("decision"),
      from: begins,
      until: ends,
      wording: { [language]: value("wording") || wording },
      reference: value("reference") || null,
    },
  ]);
  return organisation ? { row, entry, organisation, fate: "read" } : refused("it has no name");
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `2014-12-29`, `29/12/2014`, `29.12.2014`, `29 December 2014`; of `December 2014` the first day. */
export function dayFrom(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const [, dayOfName = "1", name = "", yearOfName = ""] =
    /^(?:(\d{1,2})\s+)?(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text) ?? [];
  const named = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const made = year
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : `${yearOfName}-${String(named).padStart(2, "0")}-${dayOfName.padStart(2, "0")}`;
  return isDay(made) ? made : undefined;
}
