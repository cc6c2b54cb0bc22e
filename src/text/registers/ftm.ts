/**
 * OpenSanctions' FollowTheMoney entities, one JSON object a line. The data are licensed CC BY-NC: who publishes for money
 * needs a licence from OpenSanctions, and Dateline ships none of them. Organisations are read, persons asked about, and
 * sanctions, which come as entities of their own, joined to whom they name.
 */
import { z } from "zod";
import { isDay } from "#lib/days.ts";
import type { Designation } from "../labels/register.ts";
import {
  idIn,
  type ListedName,
  type ListedRow,
  ListProblem,
  type ListReading,
  namesFrom,
  organisationOf,
} from "./entry.ts";

export type FtmReading = {
  readonly list: string;
  readonly jurisdiction: string;
  readonly authority: string;
  readonly wording: string;
  readonly language: string;
};

const entity = z.object({
  id: z.string().min(1),
  schema: z.string(),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(z.unknown())).default({}),
  first_seen: z.string().nullish(),
});
type Entity = z.output<typeof entity>;

const ORGANISATIONS = new Set(["Organization", "LegalEntity", "Company", "PublicBody"]);

export async function* ftmList(chunks: AsyncIterable<string>, reading: FtmReading): ListReading {
  const named: { readonly row: number; readonly entity: Entity }[] = [];
  const sanctions = new Map<string, Entity>();
  let row = 0;
  for await (const lines of jsonLines(chunks)) {
    const rows: ListedRow[] = [];
    for (const line of lines) {
      row++;
      const read = entity.safeParse(line);
      if (!read.success) rows.push({ row, entry: null, fate: "refused", reason: "it is no FollowTheMoney entity" });
      else if (read.data.schema === "Sanction")
        for (const whom of texts(read.data, "entity")) if (!sanctions.has(whom)) sanctions.set(whom, read.data);
      if (!read.success || read.data.schema === "Sanction") continue;
      if (ORGANISATIONS.has(read.data.schema) || read.data.schema === "Person") named.push({ row, entity: read.data });
      else rows.push({ row, entry: read.data.id, fate: "skipped", reason: `it is a ${read.data.schema}` });
    }
    if (rows.length > 0) yield rows;
  }
  if (row === 0) throw new ListProblem("The file is empty.");
  // Sanctions may come after whom they name.
  for (let at = 0; at < named.length; at += ROWS_AT_ONCE)
    yield named
      .slice(at, at + ROWS_AT_ONCE)
      .map(({ row, entity }) => rowOf(row, entity, sanctions.get(entity.id), reading));
}

const ROWS_AT_ONCE = 500;
const LONGEST_LINE = 8 * 1024 * 1024;

async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly unknown[]> {
  let rest = "";
  let before = 0;
  const parsed = (line: string, at: number): unknown => {
    try {
      return JSON.parse(line);
    } catch (cause) {
      throw new ListProblem(`Line ${before + at + 1} of the file is not JSON; the file may have been cut off.`, {
        cause,
      });
    }
  };
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw new ListProblem("The file has a line longer than 8 MB.");
    yield lines.flatMap((line, at) => (line.trim() === "" ? [] : [parsed(line, at)]));
    before += lines.length;
  }
  if (rest.trim() !== "") yield [parsed(rest, 0)];
}

function rowOf(row: number, one: Entity, sanction: Entity | undefined, reading: FtmReading): ListedRow {
  const { list, jurisdiction, authority, wording, language } = reading;
  const person = one.schema === "Person" ? ({ weak: "person" } as const) : {};
  const names = namesFrom(
    [
      ...texts(one, "name").map((text): ListedName => ({ text, kind: "full", ...person })),
      ...texts(one, "alias").map((text): ListedName => ({ text, kind: "alias", ...person })),
      ...texts(one, "abbreviation").map((text): ListedName => ({ text, kind: "acronym", ...person })),
      ...texts(one, "weakAlias").map((text): ListedName => ({ text, kind: "alias", weak: "low-quality", ...person })),
    ],
    language,
  );
  const said = (name: string) => (sanction && texts(sanction, name)[0]) ?? "";
  const days = [said("startDate"), said("listingDate"), one.first_seen ?? ""].map((day) => day.slice(0, 10));
  const from = days.find(isDay);
  if (!from) return { row, entry: one.id, fate: "refused", reason: "nothing says since when" };
  const until = said("endDate").slice(0, 10);
  const designation: Designation = {
    jurisdiction,
    authority: said("authority") || authority,
    decision: said("recordId") || said("program"),
    from,
    until: isDay(until) && until >= from ? until : null,
    wording: { [language]: wording },
    reference: said("sourceUrl") || null,
  };
  const organisation = organisationOf(idIn(list, one.id), names, [designation]);
  return organisation
    ? { row, entry: one.id, organisation, fate: "read" }
    : { row, entry: one.id, fate: "refused", reason: "it has no name" };
}

function texts({ properties }: Entity, name: string): readonly string[] {
  return (properties[name] ?? []).filter((value) => typeof value === "string");
}
