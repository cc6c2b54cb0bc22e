/** What a form says of a source: facts that can be kept, or what was typed and why it cannot. */
import type { SourceFacts } from "#agency/sources/actions.ts";
import { isDate, LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NOTES, OPEN_KINDS } from "#agency/sources/sources.ts";
import type { Form } from "#lib/form.ts";
import { isWebAddress } from "#text/document/links.ts";
import type { SourcesWords } from "../words/sources.ts";

export const FIELDS = ["kind", "name", "office", "url", "language", "publishedOn", "notes"] as const;

export type Entered = {
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
  /** By field. */
  readonly problems: Readonly<Record<string, string>>;
};

export const NOTHING_ENTERED: Entered = {
  typed: { kind: "page", name: "", office: "", url: "", language: "", publishedOn: "", notes: "" },
  problems: {},
};

export function enteredIn(
  form: Form,
  refused: SourcesWords["refused"],
): { readonly source: SourceFacts } | { readonly entered: Entered } {
  const line = (name: string) => form.text(name).replaceAll(/\s+/g, " ");
  const kind = OPEN_KINDS.find((one) => one === form.text("kind")) ?? "page";
  const url = asAddress(form.text("url"));
  const typed = {
    kind,
    name: line("name"),
    office: line("office"),
    url,
    language: languageFrom(form.text("language")),
    publishedOn: line("publishedOn"),
    notes: form.text("notes"),
  };
  const problems = {
    ...(typed.name === "" && { name: refused.name }),
    ...(url !== "" && !isWebAddress(url) && { url: refused.url }),
    ...(typed.publishedOn !== "" && !isDate(typed.publishedOn) && { publishedOn: refused.date }),
    ...(typed.name.length > LONGEST_NAME && { name: refused.long }),
    ...(typed.office.length > LONGEST_NAME && { office: refused.long }),
    ...(url.length > LONGEST_ADDRESS && { url: refused.long }),
    ...(typed.notes.length > LONGEST_NOTES && { notes: refused.long }),
  };
  if (Object.keys(problems).length > 0) return { entered: { typed, problems } };
  const { language, publishedOn, ...rest } = typed;
  return { source: { ...rest, kind, language: language || null, url: url || null, publishedOn: publishedOn || null } };
}

/** As servers know it: one page has one address in the ledger. */
function asAddress(text: string): string {
  const address = URL.parse(text);
  if (!address || !/^https?:$/.test(address.protocol)) return text;
  address.hash = "";
  return address.href;
}

/** A tag of a language, or nothing. */
function languageFrom(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return ""; // no tag; the text of the page says more
  }
}
