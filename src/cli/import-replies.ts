/** Replies out of Disqus, Remark42 and Isso: `import disqus|remark42|isso FILE`. WordPress brings its own with its stories. */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import {
  articleAtAddress,
  type MovedFate,
  type MovedSource,
  oldIdsHere,
  type PlacedReply,
  settleAllMoved,
  takeMoved,
  wouldTake,
} from "#agency/replies/moving.ts";
import { ForeignFileProblem, rowsIn } from "#lib/runtime/sqlite-file.ts";
import { NotText, textOfPieces } from "#lib/text-pieces.ts";
import { XmlProblem } from "#lib/xml.ts";
import { keyIn } from "#outside/keys.ts";
import type { Db } from "#store/db.ts";
import { readDisqus } from "#text/moving/disqus.ts";
import { type IssoRow, partOfIsso } from "#text/moving/isso.ts";
import { BackupProblem, readRemark42 } from "#text/moving/remark42.ts";
import { Answers, type LostParent, type MovedPart, type MovedReply } from "#text/moving/replies.ts";
import { type Command, type Given, isOn, Refused, textOption, type World } from "./command.ts";
import { nameOf, onlyArgument, withFile } from "./input.ts";
import { progressOn } from "./progress.ts";
import { type Fate, reportOn } from "./replies-report.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

/** The parts of a file, from its beginning, as often as it is asked. */
type Read = (file: string) => AsyncIterable<readonly MovedPart[]>;

export const importDisqus = importOf("disqus", {
  summary: "replies out of an export of Disqus",
  help: "FILE is the XML that Disqus sends (Moderation, Export), packed or not. Spam stays refused, what was deleted leaves its place.",
  read: (file) => readDisqus(piecesOf(file)),
});

export const importRemark42 = importOf("remark42", {
  summary: "replies out of a backup of Remark42",
  help: "FILE is a backup of Remark42, packed or not. Votes are not kept: they name who gave them. It holds no addresses of readers.",
  read: (file) => readRemark42(piecesOf(file)),
});

export const importIsso = importOf("isso", {
  summary: "replies out of Isso's database",
  help: "FILE is Isso's SQLite database, which is read and never written.",
  read: issoParts,
});

async function* issoParts(file: string): AsyncIterable<readonly MovedPart[]> {
  for (const { id, uri, title } of rowsIn(file, "select id, uri, title from threads order by id"))
    yield [
      { kind: "thread", thread: { key: String(uri ?? id), address: String(uri ?? ""), title: String(title ?? "") } },
    ];
  const comments = rowsIn(
    file,
    `select comments.id, parent, created, modified, mode, text, author, email, uri
       from comments
       join threads on threads.id = comments.tid
      order by comments.id`,
  );
  // What the columns hold is what Isso's own schema says.
  for (const row of comments) yield [partOfIsso(row as IssoRow)];
}

/** A file's text, unpacked where it is packed. */
async function* piecesOf(file: string): AsyncGenerator<string> {
  const packed = await isPacked(file);
  const bytes = createReadStream(file);
  if (!packed) return yield* textOfPieces(bytes);
  const unpacked = createGunzip();
  // A pipe hands on bytes and no errors.
  bytes.on("error", (cause) => unpacked.destroy(cause));
  yield* textOfPieces(bytes.pipe(unpacked));
}

async function isPacked(file: string): Promise<boolean> {
  for await (const head of createReadStream(file, { end: 1 })) return head[0] === 0x1f && head[1] === 0x8b;
  return false;
}

type Words = { readonly summary: string; readonly help: string; readonly read: Read };

function importOf(source: MovedSource, { summary, help, read }: Words): Command {
  return {
    name: `import ${source}`,
    synopsis: `import ${source} FILE|- [--dry-run] [--map FILE] [--site NAME]`,
    summary,
    help: `${help}
A reply belongs to the story at the address it was said under: one of ours, one a story's copy came from, or the only
story called so. The file is read to its end before anything is kept; what is here already is left alone, so a run that
was cut short is begun again. Each row has its fate in the report.

Options:
  --dry-run      read and tell; keep nothing
  --map FILE     lines of two addresses, the old one and ours, for what is not found by itself
  --site NAME    where files of several sites are moved here: tells their ids apart${STORE_HELP}
  --json         { "rows", "imported", "skipped", "refused", "apart", "fates", "threads" }

  dateline import ${source} FILE --dry-run`,
    options: {
      ...STORE_OPTIONS,
      "dry-run": { type: "boolean" },
      map: { type: "string" },
      site: { type: "string" },
    },
    async run(given, world) {
      const path = onlyArgument(given.positionals, "FILE|-");
      await withFile(path, world, (file) =>
        withStore(given, world, ({ db }) =>
          refusing(path, () => moved(db, { source, read: () => read(file), given, world })),
        ),
      );
      return 0;
    },
  };
}

async function refusing(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof XmlProblem) throw new Refused(`${nameOf(path)}, ${cause.message}.`, { cause });
    if (cause instanceof BackupProblem || cause instanceof ForeignFileProblem || cause instanceof NotText)
      throw new Refused(`${nameOf(path)} ${cause.message}.`, { cause });
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT") throw new Refused(`${nameOf(path)} cannot be read: there is no such file.`, { cause });
    if (code === "EISDIR") throw new Refused(`${nameOf(path)} cannot be read: it is a folder.`, { cause });
    if (typeof code === "string" && code.startsWith("Z_"))
      throw new Refused(`${nameOf(path)} is packed and damaged, or not whole.`, { cause });
    throw cause;
  }
}

type Moving = {
  readonly source: MovedSource;
  readonly read: () => AsyncIterable<readonly MovedPart[]>;
  readonly given: Given;
  readonly world: World;
};

// One commit holds others up for some milliseconds.
const AT_ONCE = 250;

async function moved(db: Db, { source, read, given, world }: Moving): Promise<void> {
  const isDry = isOn(given, "dry-run");
  const { keys: folder } = world.config({
    data: textOption(given, "data"),
    database: textOption(given, "database"),
  });
  const keys = { address: await keyIn(folder, "reply-addresses"), index: await keyIn(folder, "reply-index") };
  const progress = progressOn(world);
  const map = await mapFrom(textOption(given, "map"));
  const told = await lookedThrough(db, read, map, (count) => progress.step("read", count));
  const report = reportOn(world, { isJson: isOn(given, "json"), isDry });
  let waiting: (Placed | Fate)[] = [];
  const at = world.now();
  const take = async () => {
    const placed = waiting.flatMap((one) => ("fate" in one ? [] : [one]));
    const became = new Map<Placed, MovedFate | undefined>();
    for (const [site, some] of Map.groupBy(placed, (one) => one.site)) {
      const batch = { source, site, replies: some.map(({ reply }) => reply) };
      const fates = isDry ? await wouldTake(db, batch) : await takeMoved(db, { ...batch, keys, at });
      for (const [index, one] of some.entries()) became.set(one, fates[index]);
    }
    for (const one of waiting) await report.row("fate" in one ? one : fateOfRow(one, became.get(one)));
    waiting = [];
  };
  let rows = 0;
  for await (const parts of read()) {
    for (const part of parts) {
      if (part.kind === "thread") continue;
      progress.step(isDry ? "compared" : "moved", ++rows, told.rows);
      waiting.push(await placeOf(db, { source, part, told, site: textOption(given, "site") }));
      if (waiting.length >= AT_ONCE) await take();
    }
  }
  await take();
  if (!isDry) await settleAllMoved(db);
  progress.end();
  await report.end(told.threads);
}

export type ThreadTold = {
  readonly key: string;
  readonly address: string;
  readonly title: string;
  /** The story it belongs to here. */
  readonly articleId: string | undefined;
  rows: number;
};

type Told = {
  readonly rows: number;
  readonly threads: ReadonlyMap<string, ThreadTold>;
  readonly answers: Answers;
};

/** The file from its beginning to its end, ids and addresses only: where everything belongs, whatever comes first. */
async function lookedThrough(
  db: Db,
  read: Moving["read"],
  map: ReadonlyMap<string, string>,
  step: (count: number) => void,
): Promise<Told> {
  const threads = new Map<string, ThreadTold>();
  const counts = new Map<string, number>();
  const answers = new Answers();
  let rows = 0;
  for await (const parts of read()) {
    for (const part of parts) {
      if (part.kind === "thread") {
        const { key, address, title } = part.thread;
        const articleId = await articleAtAddress(db, map.get(bare(address)) ?? address);
        threads.set(key, { key, address, title, articleId, rows: 0 });
        continue;
      }
      step(++rows);
      if (part.kind === "broken") continue;
      answers.add(part.thread, part.reply);
      counts.set(part.thread, (counts.get(part.thread) ?? 0) + 1);
    }
  }
  for (const [key, count] of counts) {
    const thread = threads.get(key);
    if (thread) thread.rows = count;
  }
  return { rows, threads, answers };
}

/** Lines of two addresses; what is behind `#` at a line's beginning is a remark. */
export async function mapFrom(path: string | undefined): Promise<ReadonlyMap<string, string>> {
  const map = new Map<string, string>();
  if (path === undefined) return map;
  let text = "";
  try {
    for await (const piece of textOfPieces(createReadStream(path))) text += piece;
  } catch (cause) {
    throw new Refused(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
  for (const [at, line] of text.split("\n").entries()) {
    const [old = "", ours = "", ...more] = line.trim().split(/[\s,;]+/);
    if (old === "" || old.startsWith("#")) continue;
    if (ours === "" || more.length > 0)
      throw new Refused(`${path}, line ${at + 1}: give two addresses, the old one and ours.`);
    map.set(bare(old), ours);
  }
  return map;
}

/** One page, whatever its address ends in. */
export function bare(address: string): string {
  return address.replace(/[?#].*$/, "").replace(/\/+$/, "");
}

type Placed = {
  readonly site: string;
  readonly reply: PlacedReply;
  readonly lost: LostParent | undefined;
};

type Asked = {
  readonly source: MovedSource;
  readonly part: Exclude<MovedPart, { kind: "thread" }>;
  readonly told: Told;
  readonly site: string | undefined;
};

async function placeOf(db: Db, { source, part, told, site: given }: Asked): Promise<Placed | Fate> {
  if (part.kind === "broken") return { row: part.row, id: part.id, fate: "refused", reason: part.why };
  const { reply, thread: key } = part;
  const site = given ?? part.site;
  const thread = told.threads.get(key);
  const where = { row: reply.row, id: reply.id };
  if (!thread) return { ...where, fate: "refused", reason: "it names a thread that is not in the file" };
  if (!thread.articleId)
    return {
      ...where,
      fate: "skipped",
      reason: `no story here is at ${thread.address || "its address, which is empty"}`,
    };
  const first = told.answers.parentOf(key, reply);
  const isHere = first.lost === "missing" && (await oldIdsHere(db, { source, site, ids: [reply.parentId] })).size > 0;
  const { parentId, lost } = isHere ? told.answers.parentOf(key, reply, () => true) : first;
  return { site, lost, reply: { ...reply, parentId, articleId: thread.articleId } };
}

const LOST: Readonly<Record<LostParent, string>> = {
  missing: "what it answers is not in the file, so it begins a thread",
  aside: "what it answers is no reply, so it begins a thread",
  circle: "it answers itself by way of others, so it begins a thread",
};

export function fateOfRow(
  { reply, lost }: { readonly reply: MovedReply; readonly lost: LostParent | undefined },
  fate: MovedFate | undefined,
): Fate {
  const where = { row: reply.row, id: reply.id };
  switch (fate?.fate) {
    case "imported": {
      const reasons = [...stateSaid(reply, fate.state), ...(lost ? [LOST[lost]] : [])];
      return { ...where, fate: "imported", ...(reasons.length > 0 && { reason: reasons.join("; ") }) };
    }
    case "apart":
      return { ...where, fate: "apart", reason: `it is no reply but ${ASIDE[fate.kind]}` };
    case "here":
      return { ...where, fate: "skipped", reason: "it is here already" };
    case "refused":
      return { ...where, fate: "refused", reason: fate.why === "empty" ? "it has no words" : "it has no date" };
    default:
      throw new Error(`row ${reply.row} has no fate`);
  }
}

const ASIDE = { ping: "a ping", note: "a note of editors", other: "an entry of a plug-in" } as const;

function stateSaid({ state }: MovedReply, to: string): string[] {
  if (state === "spam") return ["it was spam there and stays refused"];
  if (state === "trash") return ["it was thrown away there and stays refused"];
  if (state === "erased") return ["it was deleted there; its place stays for its answers"];
  return to === "held" ? ["it waits for a moderator, as it did there"] : [];
}
