/** A folder others put files into: what lies there whole, taken one by one and laid aside when it is kept. */
import { lstat, mkdir, readdir, readFile, rename } from "node:fs/promises";
import { basename, join } from "node:path";

export type DroppedFile = {
  readonly name: string;
  /** Nothing of one that is larger than 32 MB. */
  readonly bytes: Uint8Array | undefined;
  /** It has lain untouched so long that no more of it will come. */
  readonly isOld: boolean;
};

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_AT_ONCE = 500;
// Programs that write in place do so within seconds; good ones write under another name and rename.
const WRITTEN_WITHIN_MS = 2_000;
const OLD_MS = 60_000;
const UNFINISHED = /^\.|\.(?:tmp|part|partial|crdownload|filepart)$|~$/i;

/** Whole files by their names; links, folders and what is being written are left alone. The folder is made where there is none. */
export async function* droppedIn(
  folder: string,
  now: () => number = Date.now,
): AsyncGenerator<DroppedFile, void, void> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name)).sort();
  let taken = 0;
  for (const name of names) {
    const stat = await lstat(join(folder, name));
    const untouchedMs = now() - stat.mtimeMs;
    if (!stat.isFile() || untouchedMs < WRITTEN_WITHIN_MS) continue;
    if (taken++ === MOST_AT_ONCE) return;
    const bytes = stat.size > MOST_BYTES ? undefined : new Uint8Array(await readFile(join(folder, name)));
    yield { name, bytes, isOld: stat.size > MOST_BYTES || untouchedMs > OLD_MS };
  }
}

/** A file by the name it was put there under, whether it still lies there or was laid aside: the newest of that name. */
export async function droppedFile(folder: string, name: string): Promise<Uint8Array | undefined> {
  if (basename(name) !== name || name.startsWith(".")) return undefined;
  const aside = await readdir(join(folder, "done")).catch(unlessThere);
  // Their stamps have one length, so that they sort by time.
  const named = aside.filter((one) => /^\d+-/.test(one) && one.slice(one.indexOf("-") + 1) === name).sort();
  for (const path of [join(folder, name), ...named.reverse().map((one) => join(folder, "done", one))]) {
    const stat = await lstat(path).catch(unlessThere);
    if ("isFile" in stat && stat.isFile() && stat.size <= MOST_BYTES) return new Uint8Array(await readFile(path));
  }
  return undefined;
}

/** Nobody has put a file there. */
function unlessThere(cause: unknown): readonly [] {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
  throw cause;
}

/** Every file that was laid aside in the folders below one, by its path. */
export async function* laidAside(folder: string): AsyncGenerator<string, void, void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessThere);
  for (const { name, parentPath } of entries.filter((entry) => entry.isFile()))
    if (ASIDE.includes(basename(parentPath))) yield join(parentPath, name);
}

const ASIDE = ["done", "failed"];

/** Lays a file aside, below `done` or `failed`; one of that name that lies there already is kept too. */
export async function layAside(folder: string, name: string, into: "done" | "failed", stamp: string): Promise<void> {
  await mkdir(join(folder, into), { recursive: true });
  await rename(join(folder, name), join(folder, into, `${stamp.replaceAll(/[^\d]/g, "")}-${name}`));
}
