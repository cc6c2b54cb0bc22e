/** Reading what the operator hands over: a file by name, or `-` for standard input. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { NotText, textOfPieces } from "#lib/text-pieces.ts";
import { damaged, decodeText, encodingOf } from "#text/intake/decode.ts";
import { Refused, type World, WrongUsage } from "./command.ts";

// Larger than any copy a newsroom files; what is larger is the wrong file.
const LARGEST_INPUT_BYTES = 256 * 1024 * 1024;

/** The one positional argument a command takes, `CODE` or `FILE|-`; anything else is wrong usage. */
export function onlyArgument(positionals: readonly string[], named: string): string {
  const [one, ...more] = positionals;
  const [name, dash] = named.split("|");
  if (one === undefined) throw new WrongUsage(`Give a ${name}${dash ? ", or - to read standard input" : ""}.`);
  if (more.length > 0) throw new WrongUsage(`Give one ${name}, not ${positionals.length}: ${positionals.join(" ")}`);
  return one;
}

export function noArguments(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new WrongUsage(`This takes no "${positionals.join(" ")}". See --help.`);
}

/**
 * A file's text piece by piece, for lists that may be larger than memory: UTF-8, or UTF-16 that says so. Text in another
 * encoding and files that are no text are refused with a sentence.
 */
export async function* textPieces(path: string, world: World): AsyncGenerator<string> {
  try {
    yield* textOfPieces(path === "-" ? world.stdin() : createReadStream(path));
  } catch (cause) {
    if (cause instanceof NotText) throw new Refused(`${nameOf(path)} ${cause.message}.`, { cause });
    if (!(cause instanceof Error) || !("code" in cause)) throw cause;
    throw new Refused(`${nameOf(path)} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

/** Copy as it was handed over: whole, or where it is large its beginning and a way to read all of it, as often as wanted. */
export type HandedOver =
  | { readonly whole: string }
  | { readonly head: string; readonly read: () => AsyncIterable<string> };

// Larger than an article; what is larger is an archive, and is not held.
const LARGEST_HELD_BYTES = 4 * 1024 * 1024;

/**
 * Copy in whatever encoding it came, of any size. What cannot be read a second time (standard input, a pipe) and is large
 * goes into a temporary file, which is gone when `use` has ended.
 */
export async function withCopy<T>(path: string, world: World, use: (copy: HandedOver) => Promise<T>): Promise<T> {
  const { head, rest } = await beginningOf(path === "-" ? world.stdin() : createReadStream(path), path);
  if (rest === undefined) return use({ whole: decoded(head, path) });
  const told = encodingOf(head);
  if ("problem" in told) throw new Refused(`${nameOf(path)}: ${told.problem}`);
  const { encoding } = told;
  const opened = { head: new TextDecoder(encoding).decode(head) };
  if (path !== "-" && (await stat(path)).isFile()) {
    return use({ ...opened, read: () => decodedPieces(createReadStream(path), { encoding, path }) });
  }
  const folder = await mkdtemp(join(tmpdir(), "dateline-"));
  try {
    const file = join(folder, "copy");
    await pipeline(rest, createWriteStream(file, { mode: 0o600 }));
    return await use({ ...opened, read: () => decodedPieces(createReadStream(file), { encoding, path }) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file that can be read twice: what comes by standard input is put down first, and is gone when `use` has ended. */
export async function withFile(path: string, world: World, use: (file: string) => Promise<void>): Promise<void> {
  if (path !== "-") return use(path);
  const folder = await mkdtemp(join(tmpdir(), "dateline-"));
  try {
    const file = join(folder, "input");
    await pipeline(world.stdin(), createWriteStream(file, { mode: 0o600 }));
    await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The first bytes of a stream, and all of it once more where there are others. */
async function beginningOf(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> | undefined }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= LARGEST_HELD_BYTES) {
      const next = await iterator.next();
      if (next.done) return { head: Buffer.concat(read), rest: undefined };
      read.push(next.value);
      size += next.value.byteLength;
    }
  } catch (cause) {
    throw new Refused(`${nameOf(path)} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  const rest = async function* () {
    yield* read;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { head: Buffer.concat(read), rest: rest() };
}

async function* decodedPieces(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, path }: { readonly encoding: string; readonly path: string },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) throw new Refused(`${nameOf(path)}: ${damaged(encoding)}`, { cause });
    throw cause;
  }
}

async function bytesOf(path: string, world: World, mostBytes = LARGEST_INPUT_BYTES): Promise<Uint8Array> {
  if (path === "-") return bytesFrom(world.stdin(), { path, mostBytes });
  try {
    return await bytesFrom(createReadStream(path), { path, mostBytes });
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused(`${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

/** Read to the end, or to where it is too much: a device or a pipe may have no end. */
async function bytesFrom(
  chunks: AsyncIterable<Uint8Array>,
  { path, mostBytes }: { path: string; mostBytes: number },
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > mostBytes)
      throw new Refused(
        `${nameOf(path)} has more than ${mostBytes / 1024 / 1024} MB, which is more than is read here.`,
      );
    read.push(chunk);
  }
  return Buffer.concat(read);
}

/** A file's text in whatever encoding it came; a file that is no text is refused with a sentence. */
export async function textOf(path: string, world: World, mostBytes?: number): Promise<string> {
  return decoded(await bytesOf(path, world, mostBytes), path);
}

function decoded(bytes: Uint8Array, path: string): string {
  const read = decodeText(bytes);
  if ("problem" in read) throw new Refused(`${nameOf(path)}: ${read.problem}`);
  return read.text;
}

export async function jsonOf(path: string, world: World): Promise<unknown> {
  const text = await textOf(path, world);
  if (text.trim() === "") throw new Refused(`${nameOf(path)} is empty; it should hold JSON.`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused(`${nameOf(path)} is not valid JSON: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

export function nameOf(path: string): string {
  return path === "-" ? "Standard input" : path;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error) || !("code" in cause)) return String(cause);
  if (cause.code === "ENOENT") return "there is no such file";
  if (cause.code === "EISDIR") return "it is a folder";
  if (cause.code === "EACCES") return "this user may not read it";
  return cause.message;
}
