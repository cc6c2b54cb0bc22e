/** Fetches the page of a source and keeps what it says: its text in the store, its bytes as a WARC file. */
import { z } from "zod";
import { keepSnapshot, keepSourceFile, noteFetch } from "#agency/sources/actions.ts";
import { ledgerSource, newestSnapshots } from "#agency/sources/queries.ts";
import { keptPage } from "#agency/sources/reading.ts";
import { newId } from "#lib/ids.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { isPdf, readPdf } from "#outside/pdf.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

/** The name a site's robots.txt calls us by. */
const ROBOT = "Dateline";
// A page is small; a report of a few hundred pages is not.
const MOST_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

export function sourceFetch({ url, network, files }: Outside): Handler {
  return handler(z.object({ sourceId: z.string(), by: z.string() }), async ({ sourceId, by }, { db, at }) => {
    const source = await ledgerSource(db, sourceId);
    if (!source?.url) return;
    const answer = await fetchPublic(source.url, {
      agent: `Dateline (+${url})`,
      accept: "text/html, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5",
      robots: ROBOT,
      mostBytes: MOST_BYTES,
      timeoutMs: TIMEOUT_MS,
      ...(network && { network }),
    });
    if ("problem" in answer) return noteFetch(db, { id: sourceId, state: answer.problem });
    const { address, status, type, headers, bytes } = answer.fetched;
    if (status >= 400) return noteFetch(db, { id: sourceId, state: String(status) });
    const pdf = isPdf(bytes) ? await readPdf(bytes) : undefined;
    const { page, file } = keptPage({
      id: newId(at),
      at,
      sourceId,
      how: "fetched",
      software: `Dateline (+${url})`,
      address,
      answer: { status, headers },
      type,
      bytes,
      ...(pdf && "pdf" in pdf && { read: pdf.pdf }),
    });
    const last = (await newestSnapshots(db, [sourceId])).get(sourceId);
    // The same words again need no second file.
    if (last?.digest !== page.digest || page.text === "") await keepSourceFile(db, files, { id: page.id, file, at });
    if (!(await keepSnapshot(db, { page, by, at }))) await files.remove(file.name);
    if (pdf && "problem" in pdf) await noteFetch(db, { id: sourceId, state: `pdf-${pdf.problem}` });
  });
}
