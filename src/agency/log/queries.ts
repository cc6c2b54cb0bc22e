import { type Checkpoint, readCheckpoint, signedCheckpoint } from "#lib/merkle/checkpoint.ts";
import type { Signer } from "#lib/merkle/note.ts";
import { bundleOf, TILE_WIDTH, type Tile } from "#lib/merkle/tiles.ts";
import {
  HASH_BYTES,
  type Hash,
  isSame,
  type KnownTiles,
  type ReadTile,
  rootAt,
  type Tree,
  type TreeHead,
  treeAt,
} from "#lib/merkle/tree.ts";
import { type Db, engineOf } from "#store/db.ts";
import { contentOf, logSize, tileBytes } from "#store/log.ts";
import { changesStanding, type Entry, isTakingBack, readEntry, tellsOfText } from "./log.ts";

/** The bytes of a tile; nothing where the log is not that long. */
export async function logTile(db: Db, tile: Tile): Promise<Uint8Array | undefined> {
  const { level, number, width } = tile;
  if (level !== "entries") {
    const bytes = await tileBytes(db, { level, number, width });
    return bytes.length === width * HASH_BYTES ? bytes : undefined;
  }
  const rows = await db
    .selectFrom("log_entry")
    .select("entry")
    .where("number", ">=", number * TILE_WIDTH)
    .where("number", "<", number * TILE_WIDTH + width)
    .orderBy("number")
    .execute();
  return rows.length === width ? bundleOf(rows.map(({ entry }) => entry)) : undefined;
}

export function tilesIn(db: Db): ReadTile {
  return (tile) => tileBytes(db, tile);
}

/**
 * The log as it stands in a snapshot, for a page that asks more than one thing of it. Tiles are remembered from one page
 * to the next, so an action, which may see entries that will be undone, must not ask for it; what checks the log reads
 * it anew.
 */
async function treeOf(snapshot: Db): Promise<Tree> {
  return treeAt(await logSize(snapshot), tilesIn(snapshot), knownTilesOf(snapshot));
}

// With their branches some sixty thousand bytes each; those above the leaves are asked for again and again.
const MOST_TILES = 128;
const remembered = new WeakMap<object, KnownTiles>();

function knownTilesOf(db: Db): KnownTiles {
  const engine = engineOf(db);
  const known = remembered.get(engine) ?? fewTiles();
  remembered.set(engine, known);
  return known;
}

/** Those asked for last. */
function fewTiles(): KnownTiles {
  const tiles = new Map<string, readonly Hash[][]>();
  const keep = (name: string, rows: readonly Hash[][]) => {
    tiles.delete(name);
    tiles.set(name, rows);
    const [oldest = ""] = tiles.keys();
    if (tiles.size > MOST_TILES) tiles.delete(oldest);
  };
  return {
    keep,
    get: (name) => {
      const rows = tiles.get(name);
      if (rows) keep(name, rows);
      return rows;
    },
  };
}

export type SignedHead = Checkpoint & {
  /** The note, with the cosignatures of witnesses that have come in. */
  readonly written: string;
  /** The log as it stands contradicts this checkpoint, which was signed before. */
  readonly isContradicted?: true;
};

/**
 * The log's newest state, signed. A checkpoint that contradicted one already kept, and perhaps seen outside, is not signed
 * at all: then the kept one is answered, and `dateline verify` says what is wrong.
 */
export async function newestCheckpoint(db: Db, signer: Signer, given?: Tree): Promise<SignedHead> {
  const tree = given ?? treeAt(await logSize(db), tilesIn(db));
  const { size } = tree;
  const kept = await lastKept(db);
  const known = kept && readCheckpoint(kept.note);
  const root = await tree.root();
  if (kept && known && !(await goesOnFrom(db, known, { size, root })))
    return { ...known, written: kept.note, isContradicted: true };
  const written = signedCheckpoint(size, root, signer);
  const cosignatures = kept?.note === written ? await cosignaturesAt(db, size) : [];
  return { origin: signer.name, size, root, written: written + cosignatures.map(({ line }) => line).join("") };
}

/** The last signed state that was kept, with the lines of who vouches for it: as the wire hands it on. Nothing before the first. */
export async function keptCheckpoint(db: Db): Promise<string | undefined> {
  const kept = await lastKept(db);
  if (!kept) return undefined;
  const cosignatures = await cosignaturesAt(db, kept.size);
  return kept.note + cosignatures.map(({ line }) => line).join("");
}

async function lastKept(db: Db): Promise<{ readonly size: number; readonly note: string } | undefined> {
  return db.selectFrom("log_checkpoint").select(["size", "note"]).orderBy("size", "desc").limit(1).executeTakeFirst();
}

async function goesOnFrom(db: Db, known: TreeHead, now: TreeHead): Promise<boolean> {
  if (known.size >= now.size) return known.size === now.size && isSame(known.root, now.root);
  return isSame(await rootAt(known.size, tilesIn(db)), known.root);
}

async function cosignaturesAt(
  db: Db,
  size: number,
): Promise<readonly { readonly witness: string; readonly line: string }[]> {
  return db
    .selectFrom("log_cosignature")
    .select(["witness", "line"])
    .where("size", "=", size)
    .orderBy("witness")
    .execute();
}

export type ArticleProof = {
  readonly head: SignedHead;
  /** The newest first. */
  readonly entries: readonly ProvedEntry[];
  /** The one that says what stands at the article's address. */
  readonly standing: ProvedEntry | undefined;
  /** The one that holds the digest of the text it names; none where it says that the text was taken back. */
  readonly telling: ProvedEntry | undefined;
  /** What the digests of that one were taken of. */
  readonly opened: readonly Opened[];
};

/** All that shows, without asking anybody, what of an article is in the log. In a snapshot. */
export async function proofOfArticle(snapshot: Db, signer: Signer, articleId: string): Promise<ArticleProof> {
  const tree = await treeOf(snapshot);
  const head = await newestCheckpoint(snapshot, signer, tree);
  const proving = head.isContradicted ? treeAt(head.size, tilesIn(snapshot)) : tree;
  const entries = await provedEntries(snapshot, articleId, proving);
  const standing = standingEntry(entries);
  const telling =
    standing && !isTakingBack(standing.entry.kind)
      ? entries.find(({ entry }) => tellsOfText(entry, standing.entry.revision))
      : undefined;
  return { head, entries, standing, telling, opened: telling ? await openedRevision(snapshot, telling) : [] };
}

export type ProvedEntry = {
  readonly number: number;
  /** The very bytes that are in the log. */
  readonly text: string;
  readonly entry: Entry;
  readonly proof: readonly Hash[];
};

// An article with more changes than this has its oldest entries in the tiles alone.
const MOST_ENTRIES_PROVED = 200;

/** The entries that tell of an article, the newest first, each with the way to the root of the tree. */
async function provedEntries(db: Db, articleId: string, tree: Tree): Promise<readonly ProvedEntry[]> {
  const rows = await db
    .selectFrom("log_entry")
    .select(["number", "entry"])
    .where("article_id", "=", articleId)
    .where("number", "<", tree.size)
    .orderBy("number", "desc")
    .limit(MOST_ENTRIES_PROVED)
    .execute();
  const proved: ProvedEntry[] = [];
  for (const { number, entry: text } of rows) {
    const entry = readEntry(text);
    if (entry) proved.push({ number, text, entry, proof: await tree.proof(number) });
  }
  return proved;
}

export type Opened = {
  /** The place in the entry's manifest. */
  readonly place: number;
  readonly salt: string;
  readonly content: string;
};

/** What the digests of an entry were taken of, as far as it is a text readers are shown. */
async function openedRevision(db: Db, { number, entry }: ProvedEntry): Promise<readonly Opened[]> {
  const salts = await db
    .selectFrom("log_salt")
    .select(["place", "row_id", "salt"])
    .where("entry", "=", number)
    .where("kept_in", "=", "revision")
    .where("row_id", "=", entry.revision ?? "")
    .orderBy("place")
    .execute();
  if (salts.length === 0) return [];
  const contents = await contentOf(
    db,
    "revision",
    salts.map(({ row_id }) => row_id),
  );
  return salts.flatMap(({ place, row_id, salt }) => {
    const content = contents.get(row_id);
    return content === undefined ? [] : [{ place, salt, content }];
  });
}

/** Of entries from the newest to the oldest the one that says what stands at the article's address. */
function standingEntry(entries: readonly ProvedEntry[]): ProvedEntry | undefined {
  return entries.reduceRight<ProvedEntry | undefined>(
    (standing, one) => (changesStanding(one.entry, standing?.entry) ? one : standing),
    undefined,
  );
}

export type LoggedAct = {
  readonly number: number;
  readonly kind: string;
  readonly at: Date;
  /** Where it can be read now; nothing when it is at no address. */
  readonly shown:
    | {
        readonly editionCode: string;
        readonly language: string;
        readonly slug: string;
        readonly headline: string;
        readonly publishedAt: Date;
      }
    | undefined;
};

/** The newest entries, for people. */
export async function newestActs(db: Db, { limit }: { limit: number }): Promise<readonly LoggedAct[]> {
  const rows = await db
    .selectFrom("log_entry")
    .leftJoin("article", (join) =>
      join.onRef("article.id", "=", "log_entry.article_id").on("article.state", "=", "published"),
    )
    .leftJoin("edition", "edition.id", "article.edition_id")
    .leftJoin("revision", "revision.id", "article.published_revision_id")
    .select([
      "log_entry.number",
      "log_entry.kind",
      "log_entry.entry",
      "edition.code",
      "edition.language",
      "article.slug",
      "revision.headline",
      "article.published_at",
    ])
    .orderBy("log_entry.number", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ number, kind, entry, code, language, slug, headline, published_at }) => {
    const at = readEntry(entry)?.at;
    if (at === undefined) return [];
    const shown =
      code !== null && language !== null && slug !== null && headline !== null
        ? { editionCode: code, language, slug, headline, publishedAt: new Date(published_at ?? at) }
        : undefined;
    return [{ number, kind, at: new Date(at), shown }];
  });
}

/** Where an article of the log is read; nothing while it is at no address. */
export async function addressOfLogged(
  db: Db,
  articleId: string,
): Promise<{ readonly editionCode: string; readonly slug: string } | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["edition.code", "article.slug"])
    .where("article.id", "=", articleId)
    .where("article.state", "=", "published")
    .executeTakeFirst();
  return row && { editionCode: row.code, slug: row.slug };
}
