/** The folder an export is written to: every file with its digest, and all of it at its place at the end or not at all. */
import { createHash } from "node:crypto";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { Refused } from "../command.ts";

/** Says what an export is; written last. */
export const MANIFEST = "export.json";
/** Every other file with its size and digest, a line each. */
export const FILE_LIST = "files.ndjson";

export type Written = { readonly bytes: number; readonly sha256: string };

/**
 * Writes beside `path`, in a folder of that name with `.part` behind it, which takes its place when all of it is there.
 * A half-written one is told by its name, and by the manifest it has not.
 */
export class Folder {
  readonly #path: string;
  readonly #part: string;
  readonly #made = new Set<string>();
  #list: WriteStream | undefined;
  readonly #listDigest = createHash("sha256");
  #listBytes = 0;
  files = 0;
  bytes = 0;

  private constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.part`;
  }

  /** Refused where something else than an export is in the way. */
  static async begin(path: string): Promise<Folder> {
    await refuseUnlessOurs(path);
    const folder = new Folder(path.replace(/\/+$/, ""));
    // What a run that was stopped has left is not gone on with: the store has moved since.
    await rm(folder.#part, { recursive: true, force: true });
    await mkdir(folder.#part, { recursive: true, mode: 0o700 });
    folder.#list = createWriteStream(join(folder.#part, FILE_LIST), { mode: 0o600 });
    return folder;
  }

  /** Writes a file. Drafts are nobody's business but the newsroom's; what readers may see may be read by whoever serves it. */
  async write(name: string, content: string | Uint8Array | AsyncIterable<string | Uint8Array>): Promise<Written> {
    const file = join(this.#part, name);
    await this.#makeFolder(dirname(file), name);
    const digest = createHash("sha256");
    let bytes = 0;
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
    const written = { bytes, sha256: digest.digest("hex") };
    await this.#note({ path: name, ...written });
    return written;
  }

  async has(name: string): Promise<boolean> {
    return (await stat(join(this.#part, name)).catch(() => undefined)) !== undefined; // what cannot be seen is not there
  }

  /** Writes the manifest and puts the folder in its place, where an older export gives way. */
  async finish(manifest: Readonly<Record<string, unknown>>): Promise<void> {
    this.#list?.end();
    if (this.#list) await finished(this.#list);
    const list = { bytes: this.#listBytes, sha256: this.#listDigest.digest("hex") };
    const handle = await open(join(this.#part, MANIFEST), "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ ...manifest, [FILE_LIST]: list }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const old = `${this.#path}.old`;
    await rm(old, { recursive: true, force: true });
    const there = await stat(this.#path).catch(() => undefined);
    if (there) await rename(this.#path, old);
    await rename(this.#part, this.#path);
    await rm(old, { recursive: true, force: true });
  }

  async #note(line: { readonly path: string } & Written): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.files += 1;
    this.bytes += line.bytes;
    this.#listDigest.update(text);
    this.#listBytes += Buffer.byteLength(text);
    if (this.#list && !this.#list.write(text)) await new Promise((resolve) => this.#list?.once("drain", resolve));
  }

  async #makeFolder(folder: string, name: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: isPublic(name) ? 0o755 : 0o700 });
    if (this.#made.size > MOST_REMEMBERED) this.#made.clear();
    this.#made.add(folder);
  }
}

// Making a folder once more costs little; a name for each of a million pages would not.
const MOST_REMEMBERED = 10_000;

function isPublic(name: string): boolean {
  return name.startsWith("site/") || name.startsWith("ninjs/");
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
