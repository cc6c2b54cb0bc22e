/** Every published form of a list Dateline reads, and how one is told from another. What is read goes to the register by other rooms. */
import { type CsvColumns, csvList } from "./csv.ts";
import { ListProblem, type ListReading } from "./entry.ts";
import { ftmList } from "./ftm.ts";
import { ownList } from "./own.ts";
import { ukCsv, ukPage } from "./uk.ts";
import { unList } from "./un.ts";

export { CSV_FIELDS, type CsvColumns } from "./csv.ts";
export { type ListedRow, ListProblem } from "./entry.ts";

export const LIST_FORMATS = ["dateline", "un", "uk", "ftm", "csv"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** What the operator says of a list that does not say it itself. */
export type ListOptions = {
  readonly format: ListFormat;
  /** Its name, the beginning of its ids; `un` and `uk` have their own, Dateline's own file has none. */
  readonly list?: string | undefined;
  /** Language of its names in Latin letters; `en` when left out. */
  readonly language?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly authority?: string | undefined;
  readonly wording?: string | undefined;
  /** Since when its designations hold where it does not say; a row that says nothing is refused without it. */
  readonly from?: string | undefined;
  readonly columns?: CsvColumns | undefined;
};

/** The name a list's entries are kept under, so that one that vanishes is noticed; Dateline's own file vouches only for what it names. */
export function listNameOf({ format, list }: ListOptions): string | null {
  if (format === "un") return "un";
  if (format === "uk") return "gb-proscribed";
  return format === "dateline" ? null : (list ?? null);
}

/** The format a file is most likely in, by its beginning; nothing for values whose columns have to be named. */
export function formatByLook(head: string): ListFormat | undefined {
  const begun = head.replace(/^\ufeff?\s*/, "");
  if (/<CONSOLIDATED_LIST[\s>]/.test(begun)) return "un";
  if (/^(?:<!doctype html|<html)/i.test(begun) || /^"?organisation"?,"?also known as/i.test(begun)) return "uk";
  if (/^<\?xml|^<!/.test(begun)) return "un";
  if (/^\{[^\n]*"schema"\s*:/.test(begun)) return "ftm";
  return /^[{[]/.test(begun) ? "dateline" : undefined;
}

/** The rows of a list. Nothing of it may be used before the last has been read: only then is the file known to be whole. */
export async function* readList(chunks: AsyncIterable<string>, options: ListOptions): ListReading {
  let isEmpty = true;
  for await (const rows of rowsOf(chunks, options)) {
    isEmpty &&= rows.length === 0;
    yield rows;
  }
  // A list that lost all its entries overnight was not fetched; each of them would wait for an editor to confirm its end.
  if (isEmpty && listNameOf(options) !== null) throw new ListProblem("The list has no entries.");
}

function rowsOf(chunks: AsyncIterable<string>, options: ListOptions): ListReading {
  const { format, list, language = "en", jurisdiction, authority = "", wording, from, columns } = options;
  if (format === "dateline") return ownList(chunks);
  if (format === "un") return unList(chunks, { language });
  if (format === "uk") return ukAny(chunks);
  if (!list || !jurisdiction || !wording)
    throw new ListProblem(`A list in the form ${format} needs a name, a jurisdiction and the words of its label.`);
  const shared = { list, jurisdiction, authority, wording, language };
  if (format === "ftm") return ftmList(chunks, shared);
  return csvList(chunks, { ...shared, columns: columns ?? { name: "name" }, from: from ?? null });
}

async function* ukAny(chunks: AsyncIterable<string>): ListReading {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const whole = (async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  const isPage = !first.done && /^\ufeff?\s*</.test(first.value);
  yield* isPage ? ukPage(whole) : ukCsv(whole);
}
