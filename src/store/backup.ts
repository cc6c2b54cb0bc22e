/**
 * A consistent copy of the store in one file, made while others write: a gzipped tar archive with every table
 * as lines of JSON, the media, and last a manifest with the digest of all that came before it.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { z } from "zod";
import { newId } from "#lib/ids.ts";
import { type Db, engineOf, reading } from "./db.ts";
import { migrationsOf } from "./migrate.ts";
import { StoreProblem } from "./problem.ts";
import { pagesOf, TABLE_NAMES, type TableName } from "./tables.ts";
import { tarEnd, tarHeader, tarPadding } from "./tar.ts";

export const MANIFEST = "manifest.json";
export const FORMAT = "dateline-backup-1";

export const manifestSchema = z.object({
  format: z.string(),
  engine: z.enum(["sqlite", "postgres"]),
  madeAt: z.iso.datetime(),
  /** The newest migration of the store it was made from. */
  migration: z.string(),
  /** Rows of each table. */
  tables: z.record(z.string(), z.int().nonnegative()),
  media: z.object({ files: z.int().nonnegative(), bytes: z.int().nonnegative() }),
  /** Everything before the manifest, in order. */
  entries: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type Backup = {
  /** The folder of the media; one that is missing has no files. */
  readonly media: string;
  readonly file: string;
  readonly now: Date;
  readonly progress?: (what: string, count: number) => void;
};

// Lines are gathered into entries of about this size: small enough to hold one, large enough to compress.
const ENTRY_BYTES = 1024 * 1024;

/** Writes `file`, in place of what was there once all of it is on the disk, and not otherwise. */
export async function backUp(
  db: Db,
  { media, file, now, progress = () => undefined }: Backup,
): Promise<Manifest & { readonly bytes: number }> {
  await refuseUnlessPlain(file);
  // A name of its own: last night's backup may still be writing the same file.
  const part = `${file}.${newId(now)}.part`;
  try {
    const archive = archiveOf(db, media, now, progress);
    // Drafts are nobody's business but the newsroom's.
    const target = createWriteStream(part, { mode: 0o600 });
    await pipeline(Readable.from(archive.bytes), createGzip(), target);
    const manifest = archive.manifest();
    const { size } = await onDisk(part);
    await rename(part, file);
    await onDisk(dirname(file));
    return { ...manifest, bytes: size };
  } catch (cause) {
    // Why it could not be written matters more than why it could not be removed.
    await rm(part, { force: true }).catch(() => undefined);
    throw problemWith(file, cause);
  }
}

async function refuseUnlessPlain(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there && !there.isFile()) throw new StoreProblem(`${file} is not a file; give the name of a file to write.`);
}

type Archive = { readonly bytes: AsyncGenerator<Uint8Array, void, void>; readonly manifest: () => Manifest };

function archiveOf(db: Db, media: string, now: Date, progress: (what: string, count: number) => void): Archive {
  const manifest: Manifest = {
    format: FORMAT,
    engine: engineOf(db).name,
    madeAt: now.toISOString(),
    migration: "",
    tables: {},
    media: { files: 0, bytes: 0 },
    entries: [],
  };

  async function* bytes() {
    yield* duringReading(db, rows);
    // After the rows, whose moment was fixed first: a file is kept before the row that names it. And after the
    // snapshot, which a server may take away from whoever asks nothing for long.
    for (const name of await filesIn(media)) {
      manifest.media.bytes += yield* streamed(`media/${name}`, join(media, name));
      manifest.media.files += 1;
      progress(`media/${name}`, manifest.media.files);
    }
    const last = Buffer.from(`${JSON.stringify(manifest)}\n`);
    yield* [tarHeader(MANIFEST, last.length, now), last, tarPadding(last.length), tarEnd()];
  }

  async function* rows(db: Db) {
    manifest.migration = (await migrationsOf(db)).at(-1) ?? "";
    for (const table of TABLE_NAMES) {
      manifest.tables[table] = 0;
      let number = 0;
      for await (const { rows, lines } of entriesOf(db, table)) {
        manifest.tables[table] += rows;
        number += 1;
        yield* whole(`tables/${table}-${String(number).padStart(6, "0")}.ndjson`, lines);
        progress(table, manifest.tables[table]);
      }
    }
  }

  function* whole(name: string, lines: Uint8Array) {
    yield* [tarHeader(name, lines.length, now), lines, tarPadding(lines.length)];
    manifest.entries.push({ name, bytes: lines.length, sha256: createHash("sha256").update(lines).digest("hex") });
  }

  async function* streamed(name: string, path: string): AsyncGenerator<Uint8Array, number, void> {
    const { size } = await stat(path).catch(unreadable(path));
    const digest = createHash("sha256");
    let read = 0;
    yield tarHeader(name, size, now);
    const file = await open(path, "r").catch(unreadable(path));
    for await (const piece of file.createReadStream()) {
      // Streams of files without an encoding give buffers.
      const some = piece as Buffer;
      read += some.length;
      digest.update(some);
      yield some;
    }
    if (read !== size) throw new Error(`${path} changed while it was copied`);
    yield tarPadding(size);
    manifest.entries.push({ name, bytes: size, sha256: digest.digest("hex") });
    return size;
  }

  return { bytes: bytes(), manifest: () => manifest };
}

/** What `source` yields from one snapshot, which is over when it is. */
async function* duringReading<T>(
  db: Db,
  source: (db: Db) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const opened = Promise.withResolvers<Db>();
  const over = Promise.withResolvers<void>();
  const snapshot = reading(db, (db) => {
    opened.resolve(db);
    return over.promise;
  });
  snapshot.catch(opened.reject);
  try {
    yield* source(await opened.promise);
  } finally {
    over.resolve();
    await snapshot;
  }
}

async function* entriesOf(db: Db, table: TableName) {
  let lines: string[] = [];
  let size = 0;
  for await (const page of pagesOf(db, table)) {
    for (const row of page) {
      const line = `${JSON.stringify(row)}\n`;
      lines.push(line);
      size += line.length;
      if (size < ENTRY_BYTES) continue;
      yield { rows: lines.length, lines: Buffer.from(lines.join("")) };
      lines = [];
      size = 0;
    }
  }
  if (lines.length > 0) yield { rows: lines.length, lines: Buffer.from(lines.join("")) };
}

/** The names of the media kept, in order, without those that are just being written. */
async function filesIn(media: string): Promise<string[]> {
  try {
    const all = await readdir(media, { withFileTypes: true });
    return all
      .flatMap((one) => (one.isFile() && !one.name.startsWith(".") && !one.name.endsWith(".part") ? [one.name] : []))
      .sort();
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return [];
    return unreadable(media)(cause);
  }
}

/** Told apart from what went wrong where the backup is written. */
function unreadable(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new StoreProblem(
      `${path} cannot be read, so there is no backup: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    );
  };
}

/** What was written is on the disk, not only on its way there. */
async function onDisk(path: string): Promise<{ readonly size: number }> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
    return await handle.stat();
  } finally {
    await handle.close();
  }
}

function problemWith(file: string, cause: unknown): unknown {
  const sentence = PROBLEMS[codeOf(cause)];
  return sentence
    ? new StoreProblem(`${file} could not be written: ${sentence}. No part of it is left.`, { cause })
    : cause;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "this user may not keep more on the disk",
  EFBIG: "it would be larger than files may be here",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk may only be read",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  ENAMETOOLONG: "the name is too long",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
