/**
 * Checks a site from outside, by its address, or a copy of its log in files: replays every entry, compares the tiles and
 * the checkpoint, and asks for every article the log says is there.
 */
import { z } from "zod";
import { Findings } from "#agency/log/findings.ts";
import {
  changesStanding,
  type Entry,
  isTakingAway,
  isTakingBack,
  readEntry,
  tellsOfText,
  withheldWords,
} from "#agency/log/log.ts";
import { type EarlierCheckpoint, isSigned, NOBODY_TRUSTED, type Verdict } from "#agency/log/verify.ts";
import { checkStamps, checkWitnesses, type Stamp, type Trusted } from "#agency/log/vouched-check.ts";
import { type Checkpoint, readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { type Note, readVkey, type Verifier } from "#lib/merkle/note.ts";
import { entriesIn, nameOfTile, TILE_WIDTH, tilesOf, widthOfTile } from "#lib/merkle/tiles.ts";
import { GrowingTree, type Hash, hashesIn, isSame, leafHash } from "#lib/merkle/tree.ts";
import { digestOf } from "#store/log.ts";
import { Refused } from "../command.ts";
import { firstDifference, wordsLogged, wordsShown } from "./page.ts";

export type Source = {
  /** For people: the address, or the folder. */
  readonly name: string;
  /** The bytes at a path of the site; nothing where there are none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Where a path leads to; nothing where nothing is. Left out by a copy in files, which has no pages. */
  readonly leadsTo?: (path: string) => Promise<string | undefined>;
};

export type VerifySite = {
  /** Known from elsewhere; else the one the site gives is believed. */
  readonly key: Verifier | undefined;
  readonly earlier: readonly EarlierCheckpoint[];
  readonly trusted?: Trusted;
  readonly progress?: (done: number) => void;
};

// Enough to fill the line to a distant site, few enough not to trouble a small one.
const SIDE_BY_SIDE = 8;

export async function verifySite(
  source: Source,
  { key, earlier, trusted = NOBODY_TRUSTED, progress = () => undefined }: VerifySite,
): Promise<Verdict> {
  const report = new Report();
  const head = await headOf(source);
  const verifier = key ?? (await keyOf(source));
  if (!isSigned(head, verifier))
    report.fault("checkpoint-unsigned", "The newest checkpoint is not signed by the log's key.");
  else report.checkpoints += 1;
  checkWitnesses(head, trusted, report);
  const stamps = await stampsOf(source);
  checkStamps(stamps, trusted, report);
  const known = [...earlier, ...stamps.flatMap(stamped)];
  const log = await replayed(source, head, known, verifier, report, progress);
  if (!isSame(log.tree.root(), head.root))
    report.fault(
      "checkpoint-contradicted",
      "The entries that are served are not those the newest checkpoint was signed for.",
    );
  await checkTiles(source, head.size, log, report);
  for (const { from, checkpoint } of known)
    if (checkpoint.size > head.size)
      report.fault(
        "checkpoint-ahead",
        `The checkpoint in ${from} covers ${checkpoint.size} entries and the log has ${head.size}: the last ${checkpoint.size - head.size} are missing.`,
      );
  if (source.leadsTo) await checkPages(source, source.leadsTo, log, report);
  return { size: head.size, root: head.root, ...report.done() };
}

class Report extends Findings {
  same = 0;
  withheld = 0;
  checkpoints = 0;

  done() {
    const { same, withheld, checkpoints } = this;
    return { same, withheld, checkpoints, ...this.found() };
  }
}

async function headOf(source: Source): Promise<Checkpoint & { readonly note: Note }> {
  const written = await source.read("/log/checkpoint");
  const head = written && readCheckpoint(Buffer.from(written).toString());
  if (!head)
    throw new Refused(
      `There is no publication log at ${source.name}: /log/checkpoint answers nothing that is a checkpoint.`,
    );
  return head;
}

async function keyOf(source: Source): Promise<Verifier> {
  const written = await source.read("/log/key");
  const verifier = written && readVkey(Buffer.from(written).toString());
  if (!verifier) throw new Refused(`${source.name} gives no key at /log/key. Give the one you know with --key.`);
  return verifier;
}

const stampsSchema = z.object({
  timestamps: z.array(
    z.object({ size: z.number(), authority: z.string(), checkpoint: z.string(), answer: z.string() }),
  ),
});

/** Where none are served, none are checked. */
async function stampsOf(source: Source): Promise<readonly Stamp[]> {
  return stampsSchema.safeParse(jsonOf(await source.read("/log/timestamps.json"))).data?.timestamps ?? [];
}

/** What was stamped is a checkpoint from before, like one that somebody kept. */
function stamped({ size, authority, checkpoint: written }: Stamp): EarlierCheckpoint[] {
  const checkpoint = readCheckpoint(written);
  return checkpoint ? [{ from: `the time stamp of ${authority} over ${size} entries`, checkpoint }] : [];
}

type Told = { readonly number: number; readonly text: string; readonly entry: Entry };

/** The entry that says what stands at an address, and the one that holds the digest of its text. */
type Standing = Told & { readonly isRetracted: boolean; readonly telling: Told };

type Replayed = {
  readonly tree: GrowingTree;
  /** Hashes of the tiles above the leaves, by their level. */
  readonly above: ReadonlyMap<number, readonly Hash[]>;
  readonly standing: ReadonlyMap<string, Standing>;
};

async function replayed(
  source: Source,
  head: Checkpoint,
  earlier: readonly EarlierCheckpoint[],
  verifier: Verifier,
  report: Report,
  progress: (done: number) => void,
): Promise<Replayed> {
  const tree = new GrowingTree();
  const above = new Map<number, Hash[]>();
  const standing = new Map<string, Standing>();
  const wanted = Map.groupBy(earlier, ({ checkpoint }) => checkpoint.size);
  const count = Math.ceil(head.size / TILE_WIDTH);
  for (let from = 0; from < count; from += SIDE_BY_SIDE) {
    const numbers = Array.from({ length: Math.min(SIDE_BY_SIDE, count - from) }, (_, at) => from + at);
    for (const { number, entries, hashes } of await Promise.all(
      numbers.map((one) => bundleAt(source, head.size, one)),
    )) {
      if (!entries) {
        report.fault("entry-missing", `The entries from ${number * TILE_WIDTH} on are not served.`);
        return { tree, above, standing };
      }
      const leaves = entries.map(leafHash);
      if (!areSame(leaves, hashes)) report.fault("tree-changed", `The tile 0/${number} is not that of its entries.`);
      for (const [place, leaf] of leaves.entries()) {
        for (const { level, hash } of tree.append(leaf)) {
          const row = above.get(level) ?? [];
          above.set(level, row);
          row.push(hash);
        }
        takeIn(entries[place] ?? leaf, tree.size - 1, standing, report);
        for (const one of wanted.get(tree.size) ?? []) checkEarlier(one, tree, verifier, report);
      }
    }
    progress(tree.size);
  }
  return { tree, above, standing };
}

/** A bundle of entries, nothing when it is not served whole, and the tile of hashes that belongs to it. */
async function bundleAt(source: Source, size: number, number: number) {
  const width = widthOfTile(size, { level: "entries", number });
  const bytes = await source.read(`/log/tile/${nameOfTile({ level: "entries", number, width })}`);
  const tile = await source.read(`/log/tile/${nameOfTile({ level: 0, number, width })}`);
  const entries = bytes && entriesIn(bytes);
  return {
    number,
    entries: entries?.length === width ? entries : undefined,
    hashes: hashesIn(tile ?? new Uint8Array()),
  };
}

function areSame(some: readonly Hash[], others: readonly Hash[]): boolean {
  return some.length === others.length && some.every((hash, at) => isSame(hash, others[at] ?? new Uint8Array()));
}

function takeIn(bytes: Uint8Array, number: number, standing: Map<string, Standing>, report: Report): void {
  const text = Buffer.from(bytes).toString();
  const entry = readEntry(text);
  if (!entry) {
    report.note("unknown", `Entry ${number} is of a form this version does not know.`);
    return;
  }
  if (isTakingAway(entry.kind)) {
    report.withheld += entry.withholds?.length ?? 0;
    report.note("withheld", withheldWords(number, entry));
  }
  const before = entry.article === undefined ? undefined : standing.get(entry.article);
  if (entry.article === undefined || !changesStanding(entry, before?.entry)) return;
  const isRetracted = entry.kind === "retraction" || (isTakingAway(entry.kind) && before?.isRetracted === true);
  const told = { number, text, entry };
  const telling = before && !tellsOfText(entry, entry.revision) ? before.telling : told;
  standing.set(entry.article, { ...told, isRetracted, telling });
}

function checkEarlier(
  { from, checkpoint }: EarlierCheckpoint,
  tree: GrowingTree,
  verifier: Verifier,
  report: Report,
): void {
  if (!isSigned(checkpoint, verifier))
    report.fault("checkpoint-unsigned", `The checkpoint in ${from} is not signed by the log's key.`);
  else if (!isSame(checkpoint.root, tree.root()))
    report.fault(
      "checkpoint-contradicted",
      `The log contradicts the checkpoint in ${from}: its first ${checkpoint.size} entries are others now. It has been rewritten.`,
    );
  else report.checkpoints += 1;
}

/** The tiles above the leaves. */
async function checkTiles(source: Source, size: number, { above }: Replayed, report: Report): Promise<void> {
  const wrong: string[] = [];
  const higher = [...tilesOf(Math.floor(size / TILE_WIDTH))].map((tile) => ({ ...tile, level: tile.level + 1 }));
  await each(higher, async (tile) => {
    const bytes = await source.read(`/log/tile/${nameOfTile(tile)}`);
    const from = tile.number * TILE_WIDTH;
    const hashes = (above.get(tile.level) ?? []).slice(from, from + tile.width);
    if (!areSame(hashes, hashesIn(bytes ?? new Uint8Array()))) wrong.push(nameOfTile(tile));
  });
  if (wrong.length > 0)
    report.fault(
      "tree-changed",
      `${wrong.length} tiles are not those of the entries, the first of them ${wrong.sort()[0]}.`,
    );
}

async function checkPages(
  source: Source,
  leadsTo: NonNullable<Source["leadsTo"]>,
  { standing }: Replayed,
  report: Report,
): Promise<void> {
  const editions = new Set<string>();
  await each(standing, async ([article, last]) => {
    const address = await leadsTo(`/log/articles/${encodeURIComponent(article)}`);
    if (isTakingBack(last.entry.kind)) {
      if (address !== undefined)
        report.fault(
          "standing-changed",
          `${address} is shown to readers, and entry ${last.number} says that it was taken back.`,
        );
      return;
    }
    if (address === undefined)
      return report.fault(
        "page-missing",
        `The article ${article}, published by entry ${last.number}, is at no address, and no entry says why.`,
      );
    editions.add(address.split("/")[1] ?? "");
    await checkPage(source, address, last, report);
  });
  for (const edition of editions) await checkFeed(source, edition, standing, report);
}

const proofSchema = z.object({
  entries: z.array(
    z.object({
      index: z.number(),
      entry: z.string(),
      opened: z.array(z.object({ place: z.number(), salt: z.string(), content: z.string() })).optional(),
    }),
  ),
});

const contentSchema = z.object({ headline: z.string(), standfirst: z.string(), document: z.string() });

async function checkPage(
  source: Source,
  address: string,
  { number, text, entry: { revision }, isRetracted, telling }: Standing,
  report: Report,
): Promise<void> {
  const proof = proofSchema.safeParse(jsonOf(await source.read(`${address}/proof.json`))).data;
  const proves = (told: Pick<Told, "number" | "text">) =>
    proof?.entries.find(({ index, entry }) => index === told.number && entry === told.text);
  const { entry } = telling;
  // Of an entry that tells of several texts, the one that stands there.
  const opened = proves(telling)?.opened?.find(({ place }) => {
    const logged = entry.manifest[place];
    return logged?.of === "revision" && logged.id === revision;
  });
  if (!proves({ number, text }) || !opened)
    return report.fault(
      "standing-changed",
      `${address} does not prove that its text is the one entry ${number} logged.`,
    );
  if (digestOf(opened.salt, opened.content) !== entry.manifest[opened.place]?.digest)
    return report.fault(
      "content-changed",
      `The text at ${address} is not the one entry ${telling.number} logged on ${entry.at}: it has been changed since.`,
    );
  const html = await source.read(address);
  const shown = html && wordsShown(Buffer.from(html).toString());
  if (!shown) return report.fault("page-missing", `${address} shows no article.`);
  const logged = contentSchema.safeParse(jsonOf(Buffer.from(opened.content))).data;
  if (!logged)
    return report.note("unknown", `What entry ${number} logged of ${address} is of a form this version does not know.`);
  const words = wordsLogged(logged);
  const difference = firstDifference(isRetracted ? { ...words, text: "" } : words, shown);
  if (difference !== undefined)
    return report.fault("page-changed", `The page ${address} does not show the text that was logged: ${difference}.`);
  report.same += 1;
}

/** What readers are sent and the log does not know. */
async function checkFeed(
  source: Source,
  edition: string,
  standing: ReadonlyMap<string, Standing>,
  report: Report,
): Promise<void> {
  const feed = feedSchema.safeParse(jsonOf(await source.read(`/${edition}/feed.json`))).data;
  for (const { id, url } of feed?.items ?? []) {
    const last = standing.get(id.replace("urn:uuid:", ""));
    if (!last || isTakingBack(last.entry.kind))
      report.fault(
        "content-unlogged",
        `The feed of /${edition}/ sends ${url}, and no entry of the log says that it was published.`,
      );
  }
}

const feedSchema = z.object({ items: z.array(z.object({ id: z.string(), url: z.string() })) });

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined; // what is no JSON proves nothing
  }
}

/** One after another, a few side by side. */
async function each<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}
