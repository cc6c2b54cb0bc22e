/** The keys of this install: one file each, made at random when it is first asked for and never changed. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const KEY_BYTES = 32;

/** The key of that name in `directory`, as text; every process that asks gets the same one. */
export async function keyIn(directory: string, name: string): Promise<string> {
  const path = join(directory, name);
  return (await readKey(path)) ?? (await makeKey(directory, path));
}

/** The same where it was made already; none is made. */
export async function keyThere(directory: string, name: string): Promise<string | undefined> {
  return readKey(join(directory, name));
}

async function makeKey(directory: string, path: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    // A link is made whole or not at all, and only by the first.
    await link(draft, path);
  } catch (cause) {
    if (!isCode(cause, "EEXIST")) throw new Error(`the key ${path} cannot be made`, { cause });
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(path);
  if (key === undefined) throw new Error(`the key ${path} was made and is not there`);
  return key;
}

async function readKey(path: string): Promise<string | undefined> {
  try {
    const key = (await readFile(path, "utf8")).trim();
    if (key.length < KEY_BYTES) throw new Error(`the key ${path} is damaged; put it back from your copy of the keys`);
    return key;
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return undefined;
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}
