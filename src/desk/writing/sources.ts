/** Sources of the ledger for the dialogs of the editor: found by their names, or added. */
import { z } from "zod";
import { keepSource } from "#agency/sources/actions.ts";
import { sourcesNamed } from "#agency/sources/queries.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { together } from "#store/db.ts";
import type { DeskVisit } from "../visit.ts";
import type { SourceName } from "./copy-data.ts";
import { readBody, refused } from "./sent.ts";

const MOST_FOUND = 20;

export async function findSources({ db, query }: DeskVisit): Promise<Response> {
  const found: readonly SourceName[] = await sourcesNamed(db, query["words"] ?? "", { limit: MOST_FOUND });
  return Response.json(found.map(({ id, name }) => ({ id, name })));
}

const sentSource = z.object({ name: z.string().trim().min(1).max(500), url: z.string().trim().max(2_000) });

/** A source that is quoted before anybody has entered it: an outlet or a person by its name, a page by its address. */
export async function addSource(visit: DeskVisit): Promise<Response> {
  const read = await readBody(visit, sentSource);
  if ("problem" in read) return refused(visit, read.problem);
  const { name, url } = read.body;
  const { db, staff, at } = visit;
  const address = URL.canParse(url) && /^https?:/.test(url) ? url : null;
  const source = {
    id: newId(at),
    kind: address === null ? "outlet" : "page",
    name,
    language: null,
    url: address,
  } as const;
  await together(db, async (db) => {
    await keepSource(db, { source, at });
    await note(db, { by: staff.id, act: "source.add", subject: `source:${source.id}`, detail: { name }, at });
  });
  return Response.json({ id: source.id, name });
}
