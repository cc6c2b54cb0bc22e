/** All keys of an install in one file that opens with a passphrase, for the copy that is kept apart from the backups. */
import { randomBytes, scrypt } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { opened, sealed } from "#lib/sealed.ts";

export type KeysProblem =
  /** There is no directory of keys, or nothing in it. */
  | "no-keys"
  | "not-a-keys-file"
  | "wrong-passphrase"
  /** Another key of the same name is there already. */
  | "other-keys";

// RFC 7914 with 128 MiB: a guess costs a tenth of a second and as much memory on whatever it is made.
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const FORMAT = "dateline-keys-1";

const fileSchema = z.object({ format: z.literal(FORMAT), salt: z.string(), sealed: z.string() });
const keysSchema = z.record(z.string().regex(/^[\w.-]+$/), z.string());

/** The keys as a text nobody reads without the passphrase, and how many there are. */
export async function sealedKeys(
  directory: string,
  passphrase: string,
): Promise<{ readonly text: string; readonly count: number } | { readonly problem: KeysProblem }> {
  const names = await readdir(directory).catch(() => []); // one that is missing has no keys
  // What has a dot behind its name is a key that is just being made.
  const whole = names.filter((name) => !name.includes(".")).sort();
  if (whole.length === 0) return { problem: "no-keys" };
  const keys: Record<string, string> = {};
  for (const name of whole) keys[name] = await readFile(join(directory, name), "utf8");
  const salt = randomBytes(SALT_BYTES).toString("base64url");
  const file = { format: FORMAT, salt, sealed: sealed(await keyFrom(passphrase, salt), JSON.stringify(keys)) };
  return { text: `${JSON.stringify(file)}\n`, count: whole.length };
}

/** Puts the keys back where none of them is another one already; answers how many. */
export async function putKeysBack(
  directory: string,
  text: string,
  passphrase: string,
): Promise<{ readonly count: number } | { readonly problem: KeysProblem }> {
  const file = fileSchema.safeParse(jsonOf(text)).data;
  if (!file) return { problem: "not-a-keys-file" };
  const keys = keysSchema.safeParse(jsonOf(opened(await keyFrom(passphrase, file.salt), file.sealed) ?? "")).data;
  if (!keys) return { problem: "wrong-passphrase" };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const [name, key] of Object.entries(keys)) {
    const there = await readFile(join(directory, name), "utf8").catch(() => undefined); // missing is what is hoped for
    if (there !== undefined && there !== key) return { problem: "other-keys" };
  }
  for (const [name, key] of Object.entries(keys))
    await writeFile(join(directory, name), key, { mode: 0o600, flush: true });
  return { count: Object.keys(keys).length };
}

function keyFrom(passphrase: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFKC"), Buffer.from(salt, "base64url"), KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString("base64url"));
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is no file of ours
  }
}
