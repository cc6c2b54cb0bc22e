/**
 * Printed pages in a file, so that a start begins with what readers ask for most. The file names the state of the
 * store it is good for: what moved since is not taken from it, and what was called back takes the file with it.
 */
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { type Db, engineOf } from "#store/db.ts";
import { storeIdentity } from "#store/migrate.ts";
import type { Watch } from "#store/topics.ts";
import { type Copies, copiesOf, copyOf, digestOf, type Encoding } from "./copies.ts";
import type { Press } from "./press.ts";
import type { Page } from "./shelves.ts";

export type PressFile = {
  /** Writes the fresh pages down, the most read first. */
  readonly keep: () => Promise<void>;
  /** Puts on the shelf what still holds; answers the addresses of the rest, the most read first. */
  readonly takeIn: () => Promise<readonly string[]>;
  /** Something in it was called back. */
  readonly forget: () => Promise<void>;
};

type Kept = {
  readonly path: string;
  readonly db: Db;
  readonly press: Press;
  readonly watch: Watch;
  /** What else the bytes of a page hang on: this version of the program, its public address. */
  readonly printer: string;
};

const FORMAT = "dateline-press-1";

const headSchema = z.object({
  format: z.literal(FORMAT),
  printer: z.string(),
  store: z.string(),
  /** Everything that was committed before it is in these pages. */
  mark: z.number(),
  pages: z.array(
    z.object({
      key: z.string(),
      status: z.number(),
      headers: z.array(z.tuple([z.string(), z.string()])),
      digest: z.string(),
      topics: z.array(z.string()),
      /** Nothing for a page that only its topics end. */
      keptUntilMs: z.number().nullable(),
      reads: z.number(),
      copies: z.array(z.tuple([z.enum(["identity", "gzip", "br", "zstd"]), z.number()])),
    }),
  ),
});

type Head = z.infer<typeof headSchema>;

type Found = { readonly head: Head; readonly end: number };

// The head is one line before the pages; its length stands first, in figures of this width.
const LENGTH_FIGURES = 12;
const LARGEST_HEAD_BYTES = 64 * 1024 * 1024;

// Readers come to a word between so many pages.
const PAGES_AT_ONCE = 20;

export function pressFile({ path, db, press, watch, printer }: Kept): PressFile {
  let recalls = 0;
  return {
    async keep() {
      const before = recalls;
      // What was committed before the mark is told before the pages are taken: those that are fresh then hold it.
      const mark = await engineOf(db).markNow(db);
      if (!(await watch.look())) return;
      const pages = press.mostRead();
      const head = headOf(pages, { printer, store: await storeIdentity(db), mark });
      const part = `${path}.${process.pid}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await write(part, head, pages);
        if (recalls === before) await rename(part, path);
      } finally {
        await rm(part, { force: true });
      }
      if (recalls !== before) await rm(path, { force: true });
    },
    async takeIn() {
      const file = await open(path, "r").catch(() => undefined);
      if (!file) return [];
      const since = press.sinceNow();
      try {
        const found = await headIn(file);
        if (!found || found.head.printer !== printer || found.head.store !== (await storeIdentity(db))) return [];
        const { head } = found;
        // A store that was put back to an earlier state has forgotten what the file knows.
        if (head.mark > (await engineOf(db).markNow(db))) return [];
        const { moved } = await engineOf(db).movedAfter(db, head.mark);
        const gone = new Set(moved.map(({ topic }) => topic));
        const holds = (page: Head["pages"][number]) => !page.topics.some((topic) => gone.has(topic));
        await readPages(file, found, holds, (pages) => press.takeIn(pages, since));
        return head.pages.flatMap((page) => (holds(page) ? [] : [page.key]));
      } finally {
        since.end();
        await file.close();
      }
    },
    async forget() {
      recalls += 1;
      await rm(path, { force: true });
    },
  };
}

// Often enough for a crash to lose little, seldom enough to cost nothing.
const KEEP_EVERY_MS = 60_000;
const MOST_WARMED = 200;

type Keeping = {
  readonly press: Press;
  /** Has a page printed and kept, as a reader would. */
  readonly ask: (key: string) => Promise<unknown>;
  readonly report: (sentence: string, cause: unknown) => void;
};

/** Begins with what the file holds, has the most read of the rest printed, and writes the file from time to time. */
export function keepPress(file: PressFile, { press, ask, report }: Keeping): { readonly stop: () => Promise<void> } {
  let printedBefore = press.counts().printed;
  let stopped = false;
  const tried = (what: string, work: () => Promise<void>) => work().catch((cause: unknown) => report(what, cause));

  let underWay = tried("the kept pages could not be read", async () => {
    const moved = await file.takeIn();
    for (const key of moved.slice(0, MOST_WARMED)) if (!stopped) await ask(key);
  });

  function keep(): void {
    const { printed } = press.counts();
    if (printed === printedBefore) return;
    printedBefore = printed;
    underWay = underWay.then(() => tried("the pages could not be kept on disk", file.keep));
  }

  const timer = setInterval(keep, KEEP_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      keep();
      await underWay;
    },
  };
}

function headOf(pages: readonly Page[], of: Pick<Head, "printer" | "store" | "mark">): Head {
  return {
    format: FORMAT,
    ...of,
    pages: pages.map(({ key, copies, topics, keptUntilMs, reads }) => ({
      key,
      status: copies.status,
      headers: [...copies.headers],
      digest: copies.digest,
      topics: [...topics],
      keptUntilMs: Number.isFinite(keptUntilMs) ? keptUntilMs : null,
      reads,
      copies: encodingsOf(copies).map(({ encoding, bytes }) => [encoding, bytes.byteLength]),
    })),
  };
}

type Encoded = { readonly encoding: Encoding; readonly bytes: Uint8Array };

function encodingsOf({ bytes, made }: Copies): Encoded[] {
  // What was packed quickly would stay so.
  const compressed = [...made].filter(([encoding, { packing }]) => encoding !== "identity" && packing === "closely");
  return [
    { encoding: "identity", bytes },
    ...compressed.map(([encoding, copy]) => ({ encoding, bytes: copy.bytes }) satisfies Encoded),
  ];
}

async function write(path: string, head: Head, pages: readonly Page[]): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    const line = Buffer.from(JSON.stringify(head));
    await file.write(Buffer.from(String(line.length).padStart(LENGTH_FIGURES)));
    await file.write(line);
    for (const [at, { copies }] of pages.entries()) {
      // A copy made since the head was written is not in it.
      const named = new Set(head.pages[at]?.copies.map(([encoding]) => encoding));
      for (const { encoding, bytes } of encodingsOf(copies)) if (named.has(encoding)) await file.write(bytes);
    }
  } finally {
    await file.close();
  }
}

/** Nothing where the file is not ours, or was cut off. */
async function headIn(file: FileHandle): Promise<Found | undefined> {
  const figures = await bytesAt(file, 0, LENGTH_FIGURES);
  const length = Number(Buffer.from(figures ?? []).toString());
  if (!Number.isInteger(length) || length <= 0 || length > LARGEST_HEAD_BYTES) return undefined;
  const line = await bytesAt(file, LENGTH_FIGURES, length);
  if (!line) return undefined;
  const head = headSchema.safeParse(jsonIn(Buffer.from(line).toString()));
  return head.success ? { head: head.data, end: LENGTH_FIGURES + length } : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a file that was cut off or is not ours
  }
}

async function readPages(
  file: FileHandle,
  { head, end }: Found,
  holds: (page: Head["pages"][number]) => boolean,
  take: (pages: readonly Page[]) => void,
): Promise<void> {
  let offset = end;
  let pages: Page[] = [];
  for (const named of head.pages) {
    const length = named.copies.reduce((sum, [, bytes]) => sum + bytes, 0);
    const bytes = holds(named) ? await bytesAt(file, offset, length) : undefined;
    offset += length;
    const page = bytes && pageFrom(named, bytes);
    if (page) pages.push(page);
    if (pages.length < PAGES_AT_ONCE) continue;
    take(pages);
    pages = [];
  }
  take(pages);
}

function pageFrom(named: Head["pages"][number], bytes: Uint8Array<ArrayBuffer>): Page | undefined {
  let offset = 0;
  const parts = new Map<Encoding, Uint8Array<ArrayBuffer>>();
  for (const [encoding, length] of named.copies) {
    parts.set(encoding, bytes.slice(offset, offset + length));
    offset += length;
  }
  const identity = parts.get("identity");
  // A disk may give back something else than it was given.
  if (!identity || digestOf(identity) !== named.digest) return undefined;
  const copies = copiesOf(named.status, identity, new Headers(named.headers));
  for (const [encoding, part] of parts) copies.made.set(encoding, copyOf(copies, encoding, part));
  return {
    key: named.key,
    copies,
    topics: named.topics,
    keptUntilMs: named.keptUntilMs ?? Number.POSITIVE_INFINITY,
    staleSinceMs: undefined,
    printedAtMs: Number.NEGATIVE_INFINITY,
    quicklyUntilMs: undefined,
    // What was read yesterday counts half of what is read today.
    reads: Math.floor(named.reads / 2),
    isRead: false,
    weight: 0,
  };
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, offset + read);
    if (bytesRead === 0) return undefined;
    read += bytesRead;
  }
  return bytes;
}
