/**
 * The United Kingdom's list of proscribed terrorist organisations. The government publishes it as a page on gov.uk whose
 * headings read `Name (ACRONYM) – Proscribed March 2001`; the same as comma-separated values has the columns
 * Organisation, Also known as, Date proscribed and Date deproscribed.
 */

import type { DefaultTreeAdapterMap } from "parse5";
import { parse } from "parse5";
import type { Designation } from "../labels/register.ts";
import { csvList, dayFrom } from "./csv.ts";
import { idIn, type ListedRow, ListProblem, type ListReading, namesFrom, organisationOf } from "./entry.ts";

const AUTHORITY = "Home Secretary, Terrorism Act 2000, Schedule 2";
const WORDING = "proscribed terrorist organisation in the UK";
const REFERENCE =
  "https://www.gov.uk/government/publications/proscribed-terror-groups-or-organisations--2/proscribed-terrorist-groups-or-organisations-accessible-version";

export async function* ukCsv(chunks: AsyncIterable<string>): ListReading {
  yield* csvList(chunks, {
    list: "gb-proscribed",
    columns: {
      name: "Organisation",
      alias: "Also known as",
      from: "Date proscribed",
      until: "Date deproscribed",
    },
    jurisdiction: "gb",
    authority: AUTHORITY,
    wording: WORDING,
    from: null,
    language: "en",
  });
}

// The page is a few hundred kilobytes.
const LARGEST_PAGE = 8 * 1024 * 1024;

export async function* ukPage(chunks: AsyncIterable<string>): ListReading {
  let page = "";
  for await (const chunk of chunks) {
    page += chunk;
    if (page.length > LARGEST_PAGE) throw new ListProblem("The page is larger than 8 MB; that is not the list.");
  }
  if (!/<\/html\s*>\s*$/i.test(page)) throw new ListProblem("The page ends in the middle: its </html> is missing.");
  const headings = [...headingsOf(parse(page))];
  const rows = headings.flatMap((heading, at) => rowOf(heading, at + 1) ?? []);
  if (rows.length === 0) throw new ListProblem('The page has no heading such as "Name – Proscribed March 2001".');
  yield rows.map((row, at) => ({ ...row, row: at + 1 }));
}

type Node = DefaultTreeAdapterMap["node"];

function* headingsOf(node: Node): Generator<string> {
  if ("tagName" in node && /^h[2-5]$/.test(node.tagName)) yield wordsOf(node).replace(/\s+/g, " ").trim();
  else if ("childNodes" in node) for (const child of node.childNodes) yield* headingsOf(child);
}

function wordsOf(node: Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}

function rowOf(heading: string, row: number): ListedRow | undefined {
  const [, name = "", since = ""] = /^(.+?)\s+[-–—]\s+proscribed\s+(.+)$/iu.exec(heading) ?? [];
  if (name === "") return undefined;
  const from = dayFrom(since.trim());
  const [own = ""] = name.split(/\s*\(/, 1);
  if (!from) return { row, entry: own, fate: "refused", reason: `it does not say since when: "${since}" is no month` };
  const designation: Designation = {
    jurisdiction: "gb",
    authority: AUTHORITY,
    decision: `Proscribed ${since.trim()}`,
    from,
    until: null,
    wording: { en: WORDING },
    reference: REFERENCE,
  };
  const organisation = organisationOf(idIn("gb-proscribed", own), namesFrom([{ text: name, kind: "full" }], "en"), [
    designation,
  ]);
  return organisation && { row, entry: own, organisation, fate: "read" };
}
