/** Pictures on this machine's disk. A file is written whole under another name and moved into place. */

import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdir, open as openFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Files, FilesProblem } from "#lib/files.ts";

export function filesIn(directory: string): Files {
  return {
    async keep(name, bytes) {
      const path = join(directory, name);
      if (await sizeOf(path)) return;
      const half = `${path}.${randomUUID()}.part`;
      try {
        await mkdir(directory, { recursive: true, mode: 0o700 });
        await writeWhole(half, bytes);
        await rename(half, path);
      } catch (cause) {
        await rm(half, { force: true });
        throw problemOf(name, cause);
      }
    },
    async open(name) {
      const path = join(directory, name);
      if ((await sizeOf(path)) === undefined) return undefined;
      // A blob over a file: its bytes are read as they are sent.
      const blob = await openAsBlob(path);
      return { bytes: blob.size, stream: blob.stream() };
    },
    async remove(name) {
      await destroyFile(join(directory, name));
    },
  };
}

/** Writes over a file and deletes it; nothing happens where none is. */
export async function destroyFile(path: string): Promise<void> {
  const bytes = await sizeOf(path);
  if (bytes === undefined) return;
  // A name that is gone leaves its bytes on the disk until somebody needs the place.
  const file = await openFile(path, "r+");
  try {
    await file.write(new Uint8Array(bytes), 0, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openFile(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const NO_ROOM = ["ENOSPC", "EDQUOT", "EFBIG"];

function problemOf(name: string, cause: unknown): Error {
  return NO_ROOM.some((code) => isCode(cause, code))
    ? new FilesProblem("full", `There is no room for the picture ${name} on the disk.`, { cause })
    : new Error(`the picture ${name} could not be written`, { cause });
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return undefined;
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}
