/**
 * Looks for what was withheld in the files of what was kept of sources: a page names people where its text does not, in
 * links to other stories, in what only machines read. A snapshot whose file names them goes as a whole.
 */
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { fileOfSnapshot } from "#agency/sources/sources.ts";
import { dropSnapshots } from "#agency/withholding/actions.ts";
import { snapshotIds } from "#agency/withholding/queries.ts";
import type { Files } from "#lib/files.ts";
import { decodeText } from "#text/intake/decode.ts";
import { type Cut, cutOf, holds } from "#text/withholding/withholding.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function recordSnapshots({ files }: Outside): Handler {
  return handler(z.object({ forms: z.array(z.string()) }), async ({ forms }, { db, at, signal }) => {
    // It has been looked for already: nothing to look for would be found everywhere.
    if (forms.length === 0) return;
    const cut = cutOf(forms, "");
    const found: string[] = [];
    for await (const ids of snapshotIds(db))
      for (const id of ids) {
        signal.throwIfAborted();
        if (await isIn(files, id, cut)) found.push(id);
      }
    await dropSnapshots(db, { forms, ids: found, at });
  });
}

// Far above what is fetched or uploaded.
const MOST_BYTES = 64 * 1024 * 1024;

async function isIn(files: Files, id: string, cut: Cut): Promise<boolean> {
  const file = await files.open(fileOfSnapshot(id));
  if (!file) return false;
  const packed = new Uint8Array(await new Response(file.stream).arrayBuffer());
  const bytes = gunzipSync(packed, { maxOutputLength: MOST_BYTES });
  if (holds(bytes.toString("utf8"), cut)) return true;
  const decoded = decodeText(payloadOf(bytes));
  return "text" in decoded && holds(decoded.text, cut);
}

/** What stands behind the last head: the page itself, which may be in another encoding than what is said of it. */
function payloadOf(bytes: Buffer): Uint8Array {
  const info = bytes.indexOf("\r\n\r\n");
  const record = bytes.indexOf("\r\n\r\n", bytes.indexOf("WARC/1.1", info));
  const isAnswer = bytes.subarray(record + 4, record + 9).equals(Buffer.from("HTTP/"));
  return bytes.subarray(isAnswer ? bytes.indexOf("\r\n\r\n", record + 4) + 4 : record + 4);
}
