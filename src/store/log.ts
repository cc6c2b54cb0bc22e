/**
 * The publication log: entries that say what was done, each with digests of the rows it was done to, in a Merkle tree.
 * An entry is appended in the action's own commit, like a note of the audit, and never changed. What kinds of entries
 * mean is the trade's; who signs for them and what leaves the house, the edges'.
 */
import { createHash, randomBytes } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { LONGEST_ENTRY_BYTES, TILE_WIDTH } from "#lib/merkle/tiles.ts";
import { type Hash, hashesIn, hashOfTile, leafHash } from "#lib/merkle/tree.ts";
import { type Db, engineOf, together } from "./db.ts";
import { enqueue } from "./queue.ts";
import { bump } from "./topics.ts";

/** Moves with every entry. */
export const LOG_TOPIC = "log";

/** Signs the newest entries and has them witnessed, once for all that came meanwhile. */
const CHECKPOINT_JOB = "log.checkpoint";

type LoggedTable = {
  /** What readers can be shown, in the order it is hashed in. Never changed once it was released: old digests hang on it. */
  readonly columns: readonly string[];
  /** What belongs to a row and stands in other tables, by the row's id. */
  readonly beside?: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  /** Which rows an entry has to tell of; those without one were put in behind the log's back. */
  readonly every: RawBuilder<unknown>;
};

/**
 * The tables whose rows entries may hold digests of, each with a column `id`. A feature that logs rows of its own adds a
 * line here. Who made a row is left out where readers are not told.
 */
export const LOGGED = {
  revision: {
    columns: [
      "id",
      "article_id",
      "kind",
      "headline",
      "standfirst",
      "document",
      "dateline_place",
      "dateline_date",
      "picture_id",
      "picture_alt",
      "picture_caption",
      "note",
      "made_at",
    ],
    beside: authorsOf,
    every: sql`kind <> 'draft'`,
  },
  // What stood there before versions were kept has the id of its revision.
  version: {
    columns: ["id", "article_id", "number", "revision_id", "kind", "sentence", "made_at"],
    every: sql`id <> revision_id`,
  },
  // Without who asked for it, unless they agreed: then `credited` says so.
  correction: {
    columns: ["id", "version_id", "article_id", "old_words", "new_words", "severity", "credited"],
    every: sql`1 = 1`,
  },
  // With the sentence for the reader, which goes with the reply; who decided is for the desk.
  decision: {
    columns: ["id", "reply_id", "before", "after", "reason", "note", "made_at"],
    // How a reply stood when it arrived is no decision somebody made.
    every: sql`before <> ''`,
  },
  audit: { columns: ["id", "act", "subject", "detail", "made_at"], every: sql`1 = 0` },
} satisfies Readonly<Record<string, LoggedTable>>;

export type LoggedName = keyof typeof LOGGED;

/** A row an entry holds a digest of. */
export type Part = { readonly of: LoggedName; readonly id: string };

export type NewEntry = {
  /** `publication`, `label-change` …: see `agency/log/log.ts`. */
  readonly kind: string;
  readonly articleId?: string | undefined;
  /** What is at the article's address from now on. */
  readonly revisionId?: string | undefined;
  readonly parts: readonly Part[];
  /** Plain words and days about the act itself. No names, no texts: an entry can never be taken back. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Rows whose earlier content was taken away for good, as `parts` they are in their new form: what is left of the digests of the old one says nothing any more. */
  readonly withholds?: readonly Part[];
  readonly at: Date;
};

/**
 * Appends an entry, kept or lost together with what it tells of. Call it in the action itself, after its rows are
 * written and like `note` of the audit:
 *
 *     await appendEntry(db, { kind: "correction", articleId, revisionId, parts: [{ of: "correction", id }], at });
 *
 * The rows named by `parts` are read here and digested with 32 random bytes, which stand in `log_salt` and nowhere else.
 * To withhold, first write the rows' new form, then append `{ kind: "withheld", parts, withholds: parts, facts: { reason, role } }`:
 * the random bytes of the old form are destroyed. Entries have no gaps; on PostgreSQL those who append wait for each
 * other's commit: call it late in the action, and before topics are bumped, or two actions may each hold what the other
 * waits for. Answers the number of the entry.
 */
export async function appendEntry(db: Db, told: NewEntry): Promise<number> {
  return together(db, async (db) => {
    await engineOf(db).lockForLog(db);
    const number = await logSize(db);
    const parts = await digested(db, told.parts);
    const withheld = told.withholds ? await destroySalts(db, told.withholds) : undefined;
    const entry = entryText(told, parts, withheld);
    if (Buffer.byteLength(entry) > LONGEST_ENTRY_BYTES) throw new Error(`an entry of kind ${told.kind} is too long`);
    await db
      .insertInto("log_entry")
      .values({ number, kind: told.kind, article_id: told.articleId ?? null, entry, leaf: hex(leafHash(entry)) })
      .execute();
    if (parts.length > 0)
      await db
        .insertInto("log_salt")
        .values(parts.map(({ of, id, salt }, place) => ({ entry: number, place, kept_in: of, row_id: id, salt })))
        .execute();
    if ((number + 1) % TILE_WIDTH === 0) await keepNodes(db, number + 1);
    await enqueue(db, CHECKPOINT_JOB, {}, told.at, { key: CHECKPOINT_JOB });
    await bump(db, [LOG_TOPIC]);
    return number;
  });
}

/** Many entries of one action, in order: as `appendEntry` for each, in a few statements. None of them withholds anything. */
export async function appendEntries(db: Db, told: readonly Omit<NewEntry, "withholds">[]): Promise<void> {
  const [first] = told;
  if (!first) return;
  await together(db, async (db) => {
    await engineOf(db).lockForLog(db);
    const parts = await allDigested(db, told);
    let number = await logSize(db);
    for (let from = 0; from < told.length; ) {
      // The hashes of a tile are kept when its last entry is there.
      const some = told.slice(from, from + TILE_WIDTH - (number % TILE_WIDTH));
      await insertEntries(db, some, parts.slice(from, from + some.length), number);
      from += some.length;
      number += some.length;
      if (number % TILE_WIDTH === 0) await keepNodes(db, number);
    }
    await enqueue(db, CHECKPOINT_JOB, {}, first.at, { key: CHECKPOINT_JOB });
    await bump(db, [LOG_TOPIC]);
  });
}

async function insertEntries(
  db: Db,
  told: readonly NewEntry[],
  parts: readonly (readonly Digested[])[],
  first: number,
): Promise<void> {
  const rows = told.map((one, place) => {
    const entry = entryText(one, parts[place] ?? [], undefined);
    if (Buffer.byteLength(entry) > LONGEST_ENTRY_BYTES) throw new Error(`an entry of kind ${one.kind} is too long`);
    const { kind, articleId } = one;
    return { number: first + place, kind, article_id: articleId ?? null, entry, leaf: hex(leafHash(entry)) };
  });
  await db.insertInto("log_entry").values(rows).execute();
  const salts = parts.flatMap((some, entry) =>
    some.map(({ of, id, salt }, place) => ({ entry: first + entry, place, kept_in: of, row_id: id, salt })),
  );
  if (salts.length > 0) await db.insertInto("log_salt").values(salts).execute();
}

async function allDigested(db: Db, told: readonly NewEntry[]): Promise<Digested[][]> {
  const contents = new Map<string, string>();
  for (const [of, some] of Map.groupBy(
    told.flatMap(({ parts }) => parts),
    (part) => part.of,
  ))
    for (const [id, content] of await contentOf(db, of, [...new Set(some.map((part) => part.id))]))
      contents.set(`${of} ${id}`, content);
  return told.map(({ parts }) =>
    parts.map((part) => {
      const content = contents.get(`${part.of} ${part.id}`);
      if (content === undefined) throw new Error(`there is no ${part.of} ${part.id} to log`);
      const salt = randomBytes(SALT_BYTES).toString("hex");
      return { ...part, salt, digest: digestOf(salt, content) };
    }),
  );
}

/** How many entries there are; they are numbered from 0. */
export async function logSize(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom("log_entry")
    .select((row) => row.fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

type Digested = Part & { readonly salt: string; readonly digest: string };

async function digested(db: Db, parts: readonly Part[]): Promise<Digested[]> {
  const contents = new Map<LoggedName, ReadonlyMap<string, string>>();
  for (const [of, its] of Map.groupBy(parts, ({ of }) => of))
    contents.set(
      of,
      await contentOf(
        db,
        of,
        its.map(({ id }) => id),
      ),
    );
  return parts.map((part) => {
    const content = contents.get(part.of)?.get(part.id);
    if (content === undefined) throw new Error(`there is no ${part.of} ${part.id} to log`);
    const salt = randomBytes(SALT_BYTES).toString("hex");
    return { ...part, salt, digest: digestOf(salt, content) };
  });
}

const SALT_BYTES = 32;

/** SHA-256 over the random bytes and the content behind them, both hex. */
export function digestOf(salt: string, content: string): string {
  return createHash("sha256").update(Buffer.from(salt, "hex")).update(content).digest("hex");
}

/** Rows as they are digested: JSON with the columns in their order, and what stands beside. Rows that are not there are left out. */
export async function contentOf(db: Db, of: LoggedName, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { columns, beside }: LoggedTable = LOGGED[of];
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))}
      from ${sql.table(of)}
     where id in (${sql.join(ids)})`.execute(db);
  const more = await beside?.(db, ids);
  return new Map(
    rows.map((row) => {
      const values = columns.map((column) => [column, row[column]] as const);
      const id = String(row["id"]);
      const all = more ? [...values, ["beside", more.get(id) ?? null] as const] : values;
      return [id, JSON.stringify(Object.fromEntries(all))];
    }),
  );
}

async function authorsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom("byline")
    .select(["revision_id", "person_id"])
    .where("revision_id", "in", ids)
    .orderBy("revision_id")
    .orderBy("position")
    .execute();
  const authors = Map.groupBy(rows, ({ revision_id }) => revision_id);
  return new Map(ids.map((id) => [id, (authors.get(id) ?? []).map(({ person_id }) => person_id)]));
}

type Withheld = { readonly entry: number; readonly place: number };

async function destroySalts(db: Db, parts: readonly Part[]): Promise<Withheld[]> {
  const gone: Withheld[] = [];
  for (const { of, id } of parts)
    gone.push(
      ...(await db
        .deleteFrom("log_salt")
        .where("kept_in", "=", of)
        .where("row_id", "=", id)
        .returning(["entry", "place"])
        .execute()),
    );
  return gone.sort((one, other) => one.entry - other.entry || one.place - other.place);
}

/** The bytes that are hashed. The order of the keys is the order here. */
function entryText(
  { kind, articleId, revisionId, facts, at }: NewEntry,
  parts: readonly Digested[],
  withheld: readonly Withheld[] | undefined,
): string {
  return JSON.stringify({
    v: 1,
    kind,
    at: at.toISOString(),
    article: articleId,
    revision: revisionId,
    manifest: parts.map(({ of, id, digest }) => ({ of, id, digest })),
    withholds: withheld?.map(({ entry, place }) => [entry, place]),
    facts,
  });
}

/** The hashes of the tiles that the entry before `size` has filled. */
async function keepNodes(db: Db, size: number): Promise<void> {
  for (let level = 1; size % TILE_WIDTH ** level === 0; level++) {
    const number = size / TILE_WIDTH ** level - 1;
    const hash = hashOfTile(hashesIn(await tileBytes(db, { level: level - 1, number, width: TILE_WIDTH })));
    await db
      .insertInto("log_node")
      .values({ level, number, hash: hex(hash) })
      .execute();
  }
}

/** The hashes of a tile one after another, from its first on; fewer than `width` where the log has no more. */
export async function tileBytes(
  db: Db,
  { level, number, width }: { readonly level: number; readonly number: number; readonly width: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = await (level === 0
    ? leavesFrom(db, number * TILE_WIDTH, width)
    : nodesFrom(db, level, number * TILE_WIDTH, width));
  // Decoded in one go: a proof reads some hundreds of them.
  return new Uint8Array(Buffer.from(hashes.join(""), "hex"));
}

async function leavesFrom(db: Db, from: number, width: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("log_entry")
    .select("leaf")
    .where("number", ">=", from)
    .where("number", "<", from + width)
    .orderBy("number")
    .execute();
  return rows.map(({ leaf }) => leaf);
}

async function nodesFrom(db: Db, level: number, from: number, width: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("log_node")
    .select("hash")
    .where("level", "=", level)
    .where("number", ">=", from)
    .where("number", "<", from + width)
    .orderBy("number")
    .execute();
  return rows.map(({ hash }) => hash);
}

function hex(hash: Hash): string {
  return Buffer.from(hash).toString("hex");
}
