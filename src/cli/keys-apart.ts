/** The part of `backup` and `restore` that has to do with keys: they travel apart, under a passphrase. */
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { type KeysProblem, putKeysBack, sealedKeys } from "#outside/keys-apart.ts";
import { Refused, type World } from "./command.ts";

const SHORTEST_PASSPHRASE = 12;

export const KEYS_HELP = `
  --keys FILE       the keys, under a passphrase of ${SHORTEST_PASSPHRASE} letters or more, which is read from standard input
`.trimEnd();

/** Writes the keys into a file of their own; answers how many. */
export async function keepKeysApart(directory: string, file: string, world: World): Promise<number> {
  const there = await stat(file).catch(() => undefined); // missing is the usual case
  if (there && !there.isFile()) throw new Refused(`${file} is not a file; give the name of a file to write.`);
  const made = await sealedKeys(directory, await passphraseFrom(world));
  if ("problem" in made) throw new Refused(WORDS[made.problem](file, directory));
  const part = `${file}.part`;
  try {
    await writeFile(part, made.text, { mode: 0o600, flush: true });
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined); // why it could not be written matters more
    throw new Refused(`${file} could not be written: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
  return made.count;
}

/** Puts the keys of such a file back; answers how many. */
export async function bringKeysBack(directory: string, file: string, world: World): Promise<number> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Refused(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  });
  const back = await putKeysBack(directory, text, await passphraseFrom(world));
  if ("problem" in back) throw new Refused(WORDS[back.problem](file, directory));
  return back.count;
}

const WORDS: Readonly<Record<KeysProblem, (file: string, directory: string) => string>> = {
  "no-keys": (_, directory) => `There are no keys in ${directory}, so none were written.`,
  "not-a-keys-file": (file) => `${file} is not a file of keys that "backup --keys" wrote.`,
  "wrong-passphrase": (file) => `${file} does not open with this passphrase, or it was changed.`,
  "other-keys": (_, directory) =>
    `${directory} has other keys already; they were left as they are. Move them away first.`,
};

/** One line of standard input. */
async function passphraseFrom(world: World): Promise<string> {
  world.err("The passphrase for the keys, from standard input:\n");
  const decoder = new TextDecoder();
  let said = "";
  for await (const piece of world.stdin()) {
    said += decoder.decode(piece, { stream: true });
    if (said.includes("\n")) break;
  }
  const passphrase = said.split(/\r?\n/, 1)[0] ?? "";
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refused(
      `A passphrase needs at least ${SHORTEST_PASSPHRASE} letters; it is the line given on standard input.`,
    );
  return passphrase;
}
