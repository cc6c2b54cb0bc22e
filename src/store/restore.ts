/** Puts a backup into an empty store: checked to its last byte before anything is touched, and all of it or nothing. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { FORMAT, MANIFEST, type Manifest, manifestSchema } from "./backup.ts";
import { type Db, engineOf, together } from "./db.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { StoreProblem } from "./problem.ts";
import { completeRows, forgetOwnNotes, insertRows, isNoRoom, isRowRefused, namingLater } from "./rows.ts";
import { firstUsedTable, TABLE_NAMES, type TableName, type TableRow } from "./tables.ts";
import { BrokenTar, type TarEntry, tarEntries } from "./tar.ts";

export type Restore = {
  readonly file: string;
  /** The folder the media go to. */
  readonly media: string;
  readonly manifest: Manifest;
  readonly progress?: (what: string, count: number) => void;
};

// A manifest is a few hundred bytes and a line for each entry.
const LARGEST_MANIFEST_BYTES = 64 * 1024 * 1024;

// Entries hold about a megabyte of rows; a single text may make one larger.
const LARGEST_ENTRY_BYTES = 512 * 1024 * 1024;

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Reads all of a backup and compares it with its manifest; throws a sentence when it is not whole, not ours or too new. */
export async function checkedManifest(file: string): Promise<Manifest> {
  try {
    const manifest = await checked(file);
    refuseUnlessOfThisVersion(file, manifest);
    return manifest;
  } catch (cause) {
    throw problemWith(file, cause);
  }
}

/** The media first, which may take long, then the rows in one action: they are there all at once or not at all. */
export async function putBack(db: Db, { file, media, manifest, progress = () => undefined }: Restore): Promise<void> {
  const written: string[] = [];
  try {
    await refuseUnlessEmpty(db);
    for await (const { entry, sha256, number } of checkedEntries(file, manifest, "media")) {
      written.push(...(await putFile(file, entry, sha256, media)));
      progress(entry.name, number);
    }
    // An action waits for the database alone: no picture is copied in it.
    await together(db, async (db) => {
      await refuseUnlessEmpty(db);
      await forgetOwnNotes(db);
      const later: { table: TableName; row: TableRow }[] = [];
      for await (const { entry, sha256, number } of checkedEntries(file, manifest, "tables")) {
        later.push(...(await putRows(db, file, entry, sha256)));
        progress(entry.name, number);
      }
      for (const [table, some] of Map.groupBy(later, ({ table }) => table)) {
        await completeRows(
          db,
          table,
          some.map(({ row }) => row),
        );
      }
      await engineOf(db).announce(db);
    });
  } catch (cause) {
    // What stays behind is a picture no row names.
    for (const path of written) await rm(path, { force: true }).catch(() => undefined);
    throw problemWith(file, cause);
  }
}

async function checked(file: string): Promise<Manifest> {
  const found: Manifest["entries"] = [];
  let last: Manifest | undefined;
  for await (const entry of entriesIn(file)) {
    if (last) throw broken(file, "something follows its manifest");
    if (entry.name === MANIFEST) {
      last = manifestFrom(file, await wholeOf(entry, LARGEST_MANIFEST_BYTES, file));
    } else {
      const digest = createHash("sha256");
      for await (const piece of entry.body) digest.update(piece);
      found.push({ name: entry.name, bytes: entry.bytes, sha256: digest.digest("hex") });
    }
  }
  if (!last) throw broken(file, "it has no manifest at its end");
  const wrong = last.entries.find((entry, at) => !isSame(entry, found[at]));
  if (wrong) throw broken(file, `${wrong.name} is not what was written`);
  if (found.length !== last.entries.length) throw broken(file, "it holds more than its manifest names");
  return last;
}

function refuseUnlessOfThisVersion(file: string, { migration }: Manifest): void {
  if (migration === MIGRATIONS.at(-1)?.name) return;
  const known = MIGRATIONS.some(({ name }) => name === migration);
  throw new StoreProblem(
    known
      ? `${file} was made by an older version of Dateline (its tables are at "${migration}"). Restore it with that version, then start this one: it brings the tables forward.`
      : `${file} was made by a newer version of Dateline (its tables are at "${migration}"). Restore it with that version.`,
  );
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const used = await firstUsedTable(db);
  if (!used) return;
  throw new StoreProblem(
    `The store is not empty (the table "${used}" has rows), so nothing was restored. Give a new directory with --data, or an empty database.`,
  );
}

function isSame(one: Manifest["entries"][number], other: Manifest["entries"][number] | undefined): boolean {
  return one.name === other?.name && one.bytes === other.bytes && one.sha256 === other.sha256;
}

async function* entriesIn(file: string): AsyncGenerator<TarEntry, void, void> {
  const there = await stat(file).catch((cause: unknown) => {
    throw new StoreProblem(
      codeOf(cause) === "ENOENT"
        ? `There is no file ${file}.`
        : `${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    );
  });
  if (!there.isFile()) throw new StoreProblem(`${file} is not a file; give the file that "backup" wrote.`);
  const source = createReadStream(file);
  const archive = createGunzip();
  // Errors of the file and of the archive come out where the archive is read.
  const feeding = pipeline(source, archive).catch(() => undefined);
  archive.on("error", () => undefined);
  try {
    yield* tarEntries(archive);
  } finally {
    source.destroy();
    archive.destroy();
    await feeding;
  }
}

type CheckedEntry = { readonly entry: TarEntry; readonly sha256: string; readonly number: number };

/** The tables, which come first, or the media behind them. Each has to be read before the next one is asked for. */
async function* checkedEntries(
  file: string,
  { entries }: Manifest,
  kind: "tables" | "media",
): AsyncGenerator<CheckedEntry, void, void> {
  let number = 0;
  for await (const entry of entriesIn(file)) {
    const expected = entries[number++];
    if (!expected || (kind === "tables" && isMedia(expected))) return;
    if (entry.name !== expected.name) throw broken(file, `${entry.name} changed meanwhile`);
    if (entry.name.startsWith(`${kind}/`)) yield { entry, sha256: expected.sha256, number };
    else for await (const piece of entry.body) void piece;
  }
}

function isMedia({ name }: { readonly name: string }): boolean {
  return name.startsWith("media/");
}

function broken(file: string, how: string, cause?: unknown): StoreProblem {
  return new StoreProblem(`${file} is not a whole backup: ${how}. Nothing was changed.`, { cause });
}

async function wholeOf(entry: TarEntry, mostBytes: number, file: string): Promise<Buffer> {
  if (entry.bytes > mostBytes) throw broken(file, `${entry.name} is too large`);
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.body) pieces.push(piece);
  return Buffer.concat(pieces);
}

function manifestFrom(file: string, bytes: Buffer): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw broken(file, "its manifest is not JSON", cause);
  }
  const { success, data } = manifestSchema.safeParse(json);
  if (!success || data.format !== FORMAT) throw broken(file, "its manifest is not one of this version of Dateline");
  const strange = data.entries.find(({ name }) => !tableOf(name) && !/^media\/[^/\\\0.][^/\\\0]*$/.test(name));
  if (strange) throw broken(file, `${strange.name} is nothing a backup holds`);
  const firstMedia = data.entries.findIndex(isMedia);
  if (firstMedia >= 0 && !data.entries.slice(firstMedia).every(isMedia)) throw broken(file, "its entries are mixed up");
  return data;
}

function tableOf(name: string): TableName | undefined {
  const table = /^tables\/([a-z_]+)-\d{6,}\.ndjson$/.exec(name)?.[1];
  return TABLE_NAMES.find((known) => known === table);
}

async function putRows(db: Db, file: string, entry: TarEntry, sha256: string) {
  const table = tableOf(entry.name);
  const lines = await wholeOf(entry, LARGEST_ENTRY_BYTES, file);
  // Read a second time: the file may have been changed since it was checked.
  if (!table || createHash("sha256").update(lines).digest("hex") !== sha256)
    throw broken(file, `${entry.name} changed meanwhile`);
  const rows = lines
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => rowFrom(file, line));
  const columns = Object.keys(rows[0] ?? {}).join();
  if (rows.some((row) => Object.keys(row).join() !== columns)) throw broken(file, `the rows of ${table} are uneven`);
  await insertRows(db, table, rows);
  return namingLater(table, rows).map((row) => ({ table, row }));
}

function rowFrom(file: string, line: string): TableRow {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw broken(file, "a row is not one", cause);
  }
}

/** Answers the paths that were not there before. */
async function putFile(file: string, entry: TarEntry, sha256: string, media: string): Promise<string[]> {
  const path = join(media, basename(entry.name));
  const part = join(media, `.${basename(entry.name)}.part`);
  await mkdir(media, { recursive: true, mode: 0o700 });
  const digest = createHash("sha256");
  async function* read() {
    for await (const piece of entry.body) {
      digest.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(Readable.from(read()), createWriteStream(part, { mode: 0o600 }));
    if (digest.digest("hex") !== sha256) throw broken(file, `${entry.name} changed meanwhile`);
    const handle = await open(part, "r");
    await handle.sync().finally(() => handle.close());
    const there = await stat(path).catch(() => undefined);
    await rename(part, path);
    return there ? [] : [path];
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw cause;
  }
}

function problemWith(file: string, cause: unknown): unknown {
  const code = codeOf(cause);
  if (cause instanceof BrokenTar) return broken(file, "it is cut off or damaged", cause);
  if (cause instanceof Error && cause.message === "incorrect header check")
    return broken(file, "it is not a gzipped archive", cause);
  if (code.startsWith("Z_")) return broken(file, "it is cut off or damaged", cause);
  if (isRowRefused(code)) return broken(file, "a row does not fit into its table", cause);
  if (isNoRoom(code)) return new StoreProblem("The disk is full. Nothing was restored.", { cause });
  return cause;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
