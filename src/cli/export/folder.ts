/** The folder an export is written to: every file with its digest, and all of it at its place at the end or not at all. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, mkdir, open, readdir, rename, rm, stat, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { linesOf } from "#lib/lines.ts";
import { Refused } from "../command.ts";

/** Says what an export is; written last. */
export const MANIFEST = "export.json";
/** Every other file with its size and digest, a line each. */
export const FILE_LIST = "files.ndjson";

/** While it is being written: what was done, a step a line, before the file of the step is at its place. */
export const STEPS = "steps.ndjson";
/** What is not whole yet. */
const WRITING = "file.writing";
// What the copy says of its moment should not be long ago.
const GOES_ON_WITHIN_MS = 24 * 60 * 60 * 1000;

type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

const writtenSchema = z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string() });
type Written = z.infer<typeof writtenSchema>;

const stepSchema = z.object({ step: z.string(), file: writtenSchema.optional(), told: z.unknown() });
type Step = z.infer<typeof stepSchema>;

const beginningSchema = z.object({ madeBy: z.string(), at: z.iso.datetime() });

export type Begun = {
  readonly path: string;
  /** What else than the rows the bytes hang on. */
  readonly madeBy: string;
  readonly at: Date;
};

/**
 * Writes beside `path`, in a folder of that name with `.part` behind it, which takes its place when all of it is there.
 * A half-written one is told by its name, and by the manifest it has not. It is gone on with, step by step, as long as
 * every step is the one it was.
 */
export class Folder {
  readonly #path: string;
  readonly #part: string;
  readonly #made = new Set<string>();
  /** The moment it was begun. */
  readonly at: Date;
  /** What an earlier run has done and this one has not come to yet, and where in the list of steps it stands. */
  readonly #earlier: AsyncGenerator<string, void, void>;
  #next: { readonly step: Step; readonly length: number } | undefined;
  #offset = 0;
  files = 0;
  bytes = 0;
  /** Files that were there. */
  kept = 0;
  /** What an earlier run has done is not what has to be done now. */
  isOtherwise = false;

  private constructor(path: string, at: Date) {
    this.#path = path;
    this.#part = `${path}.part`;
    this.at = at;
    this.#earlier = linesOf(join(this.#part, STEPS));
  }

  /** Refused where something else than an export is in the way. */
  static async begin({ path: given, madeBy, at }: Begun): Promise<Folder> {
    await refuseUnlessOurs(given);
    const path = given.replace(/\/+$/, "");
    const began = await whatIsLeft(`${path}.part`, { madeBy, at });
    return began ? new Folder(path, began).#pastTheBeginning() : Folder.anew({ path, madeBy, at });
  }

  /** With nothing of what a stopped run has left. */
  static async anew({ path: given, madeBy, at }: Begun): Promise<Folder> {
    const path = given.replace(/\/+$/, "");
    const part = `${path}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true, mode: 0o700 });
    await appendFile(join(part, STEPS), `${JSON.stringify({ madeBy, at: at.toISOString() })}\n`, { mode: 0o600 });
    return new Folder(path, at).#pastTheBeginning();
  }

  async #pastTheBeginning(): Promise<Folder> {
    const { value } = await this.#earlier.next();
    this.#offset = lengthOf(value ?? "");
    await this.#lookAhead();
    return this;
  }

  /**
   * Does a step and notes it, or answers what an earlier run was told by it, whose file is there. What it answers is kept as JSON.
   */
  async step<Told>(name: string, work: () => Promise<{ readonly file?: NewFile | undefined; readonly told: Told }>) {
    const known = this.#next?.step;
    if (known?.step === name) {
      await this.#consume();
      return known.told as Told; // it is what the same step of the same program answered
    }
    await this.#leaveTheWay();
    const { file, told } = await work();
    await this.#note({ step: name, ...(file && { file: await this.#written(file) }), told });
    return told;
  }

  /** Writes a file, whatever an earlier run has written; where that was something else, nothing of it is gone on with. */
  async write(name: string, content: Content): Promise<void> {
    const file = await this.#written({ name, content });
    const known = this.#next?.step.file;
    if (known?.path === name && known.sha256 === file.sha256) {
      await rename(join(this.#part, WRITING), join(this.#part, name));
      await this.#consume();
      return;
    }
    await this.#leaveTheWay();
    await this.#note({ step: name, file, told: null });
  }

  async has(name: string): Promise<boolean> {
    return (await stat(join(this.#part, name)).catch(() => undefined)) !== undefined; // what cannot be seen is not there
  }

  /** Writes the list of files and the manifest, and puts the folder in its place, where an older export gives way. */
  async finish(manifest: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#leaveTheWay();
    const list = await this.#listFiles();
    const handle = await open(join(this.#part, MANIFEST), "w", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ ...manifest, [FILE_LIST]: list }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rm(join(this.#part, STEPS));
    const old = `${this.#path}.old`;
    await rm(old, { recursive: true, force: true });
    const there = await stat(this.#path).catch(() => undefined);
    if (there) await rename(this.#path, old);
    await rename(this.#part, this.#path);
    await rm(old, { recursive: true, force: true });
  }

  async #listFiles(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    const digest = createHash("sha256");
    let bytes = 0;
    const handle = await open(join(this.#part, FILE_LIST), "w", 0o600);
    try {
      for await (const step of stepsIn(join(this.#part, STEPS))) {
        if (!step.file) continue;
        const line = `${JSON.stringify(step.file)}\n`;
        digest.update(line);
        bytes += Buffer.byteLength(line);
        await handle.writeFile(line);
      }
    } finally {
      await handle.close();
    }
    return { bytes, sha256: digest.digest("hex") };
  }

  /** Writes what is to stand there one day. Drafts are nobody's business but the newsroom's; what readers may see, whoever serves it may read. */
  async #written({ name, content }: NewFile): Promise<Written> {
    await this.#makeFolder(dirname(join(this.#part, name)), name);
    const digest = createHash("sha256");
    let bytes = 0;
    const file = join(this.#part, WRITING);
    await rm(file, { force: true });
    const handle = await open(file, "wx", isPublic(name) ? 0o644 : 0o600);
    try {
      for await (const piece of typeof content === "string" || content instanceof Uint8Array ? [content] : content) {
        const some = typeof piece === "string" ? Buffer.from(piece) : piece;
        bytes += some.byteLength;
        digest.update(some);
        await handle.writeFile(some);
      }
    } finally {
      await handle.close();
    }
    return { path: name, bytes, sha256: digest.digest("hex") };
  }

  async #note(step: Step): Promise<void> {
    const line = `${JSON.stringify(step)}\n`;
    await appendFile(join(this.#part, STEPS), line);
    if (!step.file) return;
    await rename(join(this.#part, WRITING), join(this.#part, step.file.path));
    this.#count(step.file);
  }

  async #consume(): Promise<void> {
    if (this.#next?.step.file) {
      this.#count(this.#next.step.file);
      this.kept += 1;
    }
    this.#offset += this.#next?.length ?? 0;
    await this.#lookAhead();
  }

  #count({ bytes }: Written): void {
    this.files += 1;
    this.bytes += bytes;
  }

  async #lookAhead(): Promise<void> {
    const { value, done } = await this.#earlier.next();
    this.#next = done ? undefined : { step: stepSchema.parse(JSON.parse(value)), length: lengthOf(value) };
  }

  /** From here on nothing is as it was: what was written behind is taken away. */
  async #leaveTheWay(): Promise<void> {
    if (this.#next === undefined) return;
    this.isOtherwise = true;
    for (; this.#next !== undefined; await this.#lookAhead())
      if (this.#next.step.file) await rm(join(this.#part, this.#next.step.file.path), { force: true });
    await truncate(join(this.#part, STEPS), this.#offset);
  }

  async #makeFolder(folder: string, name: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: isPublic(name) ? 0o755 : 0o700 });
    if (this.#made.size > MOST_REMEMBERED) this.#made.clear();
    this.#made.add(folder);
  }
}

export type NewFile = { readonly name: string; readonly content: Content };

// Making a folder once more costs little; a name for each of a million pages would not.
const MOST_REMEMBERED = 10_000;

function isPublic(name: string): boolean {
  return name.startsWith("site/");
}

function lengthOf(line: string): number {
  return Buffer.byteLength(line) + 1;
}

async function* stepsIn(list: string): AsyncGenerator<Step> {
  let isFirst = true;
  for await (const line of linesOf(list)) {
    if (!isFirst) yield stepSchema.parse(JSON.parse(line));
    isFirst = false;
  }
}

/** When what a stopped run has left was begun; nothing where it is of another store or program, too old, or not as it was written. */
async function whatIsLeft(part: string, { madeBy, at }: Omit<Begun, "path">): Promise<Date | undefined> {
  const list = join(part, STEPS);
  try {
    await endWithALine(list);
    const { value } = await linesOf(list).next();
    const beginning = beginningSchema.parse(JSON.parse(value ?? ""));
    const began = new Date(beginning.at);
    if (beginning.madeBy !== madeBy || at.getTime() - began.getTime() > GOES_ON_WITHIN_MS) return undefined;
    let last: Step | undefined;
    let isPastRows = false;
    for await (const step of stepsIn(list)) {
      if (last?.file && !(await isAsWritten(part, last.file))) return undefined;
      last = step;
      isPastRows ||= !step.step.startsWith("data/");
    }
    // Rows that are still to be written would be of another moment.
    if (!isPastRows) return undefined;
    // Noted, and not at its place yet.
    if (last?.file && !(await isAsWritten(part, last.file))) {
      await rename(join(part, WRITING), join(part, last.file.path));
      if (!(await isAsWritten(part, last.file))) return undefined;
    }
    return began;
  } catch {
    return undefined; // nothing that can be gone on with
  }
}

/** A line that was cut off in the middle is none. */
async function endWithALine(list: string): Promise<void> {
  let [length, whole] = [0, 0];
  for await (const piece of createReadStream(list) as AsyncIterable<Buffer>) {
    const end = piece.lastIndexOf("\n");
    if (end !== -1) whole = length + end + 1;
    length += piece.byteLength;
  }
  if (whole < length) await truncate(list, whole);
}

async function isAsWritten(part: string, { path, bytes, sha256 }: Written): Promise<boolean> {
  const file = join(part, path);
  if ((await stat(file).catch(() => undefined))?.size !== bytes) return false;
  const digest = createHash("sha256");
  for await (const piece of createReadStream(file)) digest.update(piece);
  return digest.digest("hex") === sha256;
}

async function refuseUnlessOurs(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return;
  if (!there.isDirectory()) throw new Refused(`${path} is a file; give the name of a folder to write.`);
  const names = await readdir(path);
  if (names.length > 0 && !names.includes(MANIFEST))
    throw new Refused(
      `${path} is not empty and is no export of Dateline; nothing was written. Give another folder, or empty it.`,
    );
}
