/** Sources of the ledger for the dialogs of the editor: found by their names, or added. */
import { z } from "zod";
import { addSource } from "#agency/sources/actions.ts";
import { ledgerSources } from "#agency/sources/queries.ts";
import { LONGEST_ADDRESS, LONGEST_NAME } from "#agency/sources/sources.ts";
import { isWebAddress } from "#text/document/links.ts";
import type { DeskVisit } from "../visit.ts";
import type { SourceName } from "./copy-data.ts";
import { readBody, refused } from "./sent.ts";

const MOST_FOUND = 20;

export async function sendSources({ db, query }: DeskVisit): Promise<Response> {
  const found = await ledgerSources(db, { words: query["words"] ?? "", limit: MOST_FOUND });
  return Response.json(found.map(({ id, name }): SourceName => ({ id, name })));
}

const sent = z.object({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  url: z.string().trim().max(LONGEST_ADDRESS),
});

/** A source that is quoted before anybody has entered it: an outlet or a person by its name, a page by its address. */
export async function sendNewSource(visit: DeskVisit): Promise<Response> {
  const read = await readBody(visit, sent);
  if ("problem" in read) return refused(visit, read.problem);
  const { name, url } = read.body;
  const { db, staff, at } = visit;
  const address = isWebAddress(url) ? new URL(url).href : null;
  const kind = address === null ? "outlet" : "page";
  const source = { kind, name, office: "", language: null, url: address, publishedOn: null, notes: "" } as const;
  const id = await addSource(db, { source, by: staff.id, at });
  return Response.json({ id, name });
}
