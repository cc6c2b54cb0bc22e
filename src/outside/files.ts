/** Pictures on this machine's disk. A file is written whole under another name and moved into place. */

import { openAsBlob } from "node:fs";
import { mkdir, open as openFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "#lib/files.ts";

export function filesIn(directory: string): Files {
  return {
    async keep(name, bytes) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = join(directory, name);
      if (await sizeOf(path)) return;
      const half = `${path}.${process.pid}-${performance.now()}.part`;
      const file = await openFile(half, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } catch (cause) {
        await file.close();
        await unlink(half);
        throw new Error(`the picture ${name} could not be written`, { cause });
      }
      await file.close();
      await rename(half, path);
    },
    async open(name) {
      const path = join(directory, name);
      if ((await sizeOf(path)) === undefined) return undefined;
      // A blob over a file: its bytes are read as they are sent.
      const blob = await openAsBlob(path);
      return { bytes: blob.size, stream: blob.stream() };
    },
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
}
