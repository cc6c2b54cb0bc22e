/**
 * Looks for what is asked to be withheld in the files of what was kept of sources: a page names people where its text
 * does not, in links to other stories, in what only machines read. Files are outside the store, so they are looked
 * through before anybody decides, by a job; whoever agrees has the rest looked through.
 */
import { constants, gunzipSync } from "node:zlib";
import { z } from "zod";
import { fileOfSnapshot } from "#agency/sources/sources.ts";
import type { Files } from "#lib/files.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { decodeText } from "#text/intake/decode.ts";
import { type Cut, cutOf, holds } from "#text/withholding/withholding.ts";

/** What the files were found to hold. */
export type Look = {
  /** Snapshots whose files hold it. */
  readonly found: readonly string[];
  /** Of the snapshots from here on each has been looked at that is in `seen`; of those before, all. */
  readonly from: string;
  readonly seen: ReadonlySet<string>;
};

// A snapshot's id is made when it is asked for, and its row is there when the answer has come.
const LATE_MS = 24 * 60 * 60 * 1000;

/** Looks through what nobody has looked through yet; nothing where no file can be meant. */
export async function lookIntoFiles(
  db: Db,
  files: Files,
  { id, signal }: { readonly id: string; readonly signal?: AbortSignal },
): Promise<Look | undefined> {
  const asked = await db
    .selectFrom("withholding")
    .select(["words", "story_id", "looked_at", "in_files"])
    .where("id", "=", id)
    .where("state", "=", "asked")
    .executeTakeFirst();
  const forms = z.array(z.string()).parse(JSON.parse(asked?.words ?? "[]"));
  // What is kept of sources belongs to no story.
  if (!asked || forms.length === 0 || asked.story_id !== null) return undefined;
  const cut = cutOf(forms, "");
  const from = asked.looked_at === null ? "" : firstIdOf(new Date(Date.parse(asked.looked_at) - LATE_MS));
  const found = new Set(inFiles(asked.in_files));
  const seen = new Set<string>();
  for await (const ids of snapshotIds(db, from))
    for (const snapshot of ids) {
      signal?.throwIfAborted();
      seen.add(snapshot);
      if (await isIn(files, snapshot, cut)) found.add(snapshot);
    }
  return { found: [...found], from, seen };
}

/** Puts down what was found, so that whoever decides sees it and does not wait. `at` is when the look began. */
export async function noteLook(
  db: Db,
  { id, look, at }: { readonly id: string; readonly look: Look; readonly at: Date },
): Promise<void> {
  await together(db, async (db) => {
    await db
      .updateTable("withholding")
      .set({ looked_at: at.toISOString(), in_files: JSON.stringify(look.found) })
      .where("id", "=", id)
      .where("state", "=", "asked")
      .execute();
  });
}

/** Whether something was kept that the look has not seen. */
export async function isBehind(db: Db, { from, seen }: Look): Promise<boolean> {
  for await (const ids of snapshotIds(db, from)) if (ids.some((id) => !seen.has(id))) return true;
  return false;
}

export function inFiles(kept: string | null): string[] {
  return kept === null ? [] : z.array(z.string()).parse(JSON.parse(kept));
}

/** The files themselves, for who seals them. */
export async function filesOf(files: Files, { found }: Look): Promise<ReadonlyMap<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  for (const id of found) {
    const bytes = await packedFile(files, id);
    if (bytes) kept.set(fileOfSnapshot(id), bytes);
  }
  return kept;
}

// The moment stands in front.
const MOMENT_LETTERS = 13;

function firstIdOf(moment: Date): string {
  return newId(moment).slice(0, MOMENT_LETTERS);
}

const SNAPSHOTS_AT_ONCE = 200;

/** Some at a time; rows that go meanwhile are passed over. */
async function* snapshotIds(db: Db, from: string): AsyncGenerator<readonly string[], void, void> {
  for (let after = from; ; ) {
    const rows = await db
      .selectFrom("snapshot")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(SNAPSHOTS_AT_ONCE)
      .execute();
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < SNAPSHOTS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function isIn(files: Files, id: string, cut: Cut): Promise<boolean> {
  const packed = await packedFile(files, id);
  if (!packed) return false;
  const bytes = unpacked(packed);
  if (holds(bytes.toString("utf8"), cut)) return true;
  const decoded = decodeText(payloadOf(bytes));
  return "text" in decoded && holds(decoded.text, cut);
}

async function packedFile(files: Files, id: string): Promise<Uint8Array | undefined> {
  const file = await files.open(fileOfSnapshot(id));
  return file && new Uint8Array(await new Response(file.stream).arrayBuffer());
}

// Far above what is fetched or uploaded.
const MOST_BYTES = 64 * 1024 * 1024;

/** As far as it can be: of a file that is cut off, what is there. */
function unpacked(packed: Uint8Array): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.from(packed); // a damaged file says nothing to anybody, and must not stand in the way of all others
  }
}

/** What stands behind the last head: the page itself, which may be in another encoding than what is said of it. */
function payloadOf(bytes: Buffer): Uint8Array {
  const info = bytes.indexOf("\r\n\r\n");
  const record = bytes.indexOf("\r\n\r\n", bytes.indexOf("WARC/1.1", info));
  const isAnswer = bytes.subarray(record + 4, record + 9).equals(Buffer.from("HTTP/"));
  return bytes.subarray(isAnswer ? bytes.indexOf("\r\n\r\n", record + 4) + 4 : record + 4);
}
