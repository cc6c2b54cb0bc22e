/**
 * Checks a whole store against its log: that the entries are a tree nobody has touched, that they go on from every
 * checkpoint that is known, and that what is kept and shown now is what they say. In pages, so that the length of the
 * log costs time alone.
 */
import { sql } from "kysely";
import type { Files } from "#lib/files.ts";
import { type Checkpoint, readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { checkedBy, type Note, renamed, type Verifier } from "#lib/merkle/note.ts";
import { EMPTY_ROOT, GrowingTree, type Hash, isSame, leafHash } from "#lib/merkle/tree.ts";
import type { Db } from "#store/db.ts";
import { contentOf, digestOf, LOGGED, type LoggedName } from "#store/log.ts";
import { type Finding, Findings } from "./findings.ts";
import { type Entry, isPublishing, PUBLISHING, readEntry, TAKING_AWAY, TAKING_BACK, withheldWords } from "./log.ts";
import { checkPictures, hasPictures } from "./pictures-check.ts";
import { keptStamps } from "./vouched.ts";
import { checkKeptCosignatures, checkStamps, type Trusted } from "./vouched-check.ts";

export type EarlierCheckpoint = {
  /** Where it was found, for people. */
  readonly from: string;
  readonly checkpoint: Checkpoint & { readonly note: Note };
};

export type Verdict = {
  readonly size: number;
  readonly root: Hash;
  /** How many texts and other rows are as they were logged. */
  readonly same: number;
  /** How many digests say nothing any more, as an entry says. */
  readonly withheld: number;
  /** Signed states of the log it goes on from. */
  readonly checkpoints: number;
  /** How many things are wrong, those among them that are not listed. */
  readonly faults: number;
  readonly findings: readonly Finding[];
  /** How many more findings there are than are listed. */
  readonly more: number;
};

type Verify = {
  /** The key of the log; without it signatures are not checked, and the report says so. */
  readonly verifier: Verifier | undefined;
  readonly earlier: readonly EarlierCheckpoint[];
  /** Witnesses and certificates to check by. */
  readonly trusted?: Trusted;
  /** Where pictures are kept; without it their bytes are not compared, and the report says so. */
  readonly files?: Files | undefined;
  readonly progress?: (done: number) => void;
};

const PAGE = 1_000;
// Twenty-four a day at most: the newest years of them.
const MOST_STAMPS = 50_000;
// Rows that no entry tells of: the first say so.
const MOST_UNLOGGED = 100;

export const NOBODY_TRUSTED: Trusted = { witnesses: [], certificates: [] };

export async function verifyStore(
  db: Db,
  { verifier, earlier, trusted = NOBODY_TRUSTED, files, progress = () => undefined }: Verify,
): Promise<Verdict> {
  const report = new Report();
  const tree = new GrowingTree();
  const withheld = await withheldIn(db, report);
  const wanted = Map.groupBy(earlier, ({ checkpoint }) => checkpoint.size);
  if (!verifier) report.note("key-missing", "The key of the log is not here, so no signature was checked.");
  let nodes = 0;
  let isTorn = false;
  for await (const rows of entryPages(db)) {
    const page: { readonly number: number; readonly entry: Entry }[] = [];
    const kept = await keptCheckpoints(db, rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0);
    for (const row of rows) {
      if (row.number !== tree.size && !isTorn) {
        isTorn = true;
        report.fault("entry-missing", missingWords(tree.size, row.number));
      }
      const leaf = leafHash(row.entry);
      if (Buffer.from(leaf).toString("hex") !== row.leaf)
        report.fault("entry-changed", `Entry ${row.number} is not the one that was hashed into the log.`);
      const entry = readEntry(row.entry);
      if (entry) page.push({ number: row.number, entry });
      else report.fault("entry-unreadable", `Entry ${row.number} is no entry of this program.`);
      for (const full of tree.append(leaf)) {
        nodes += 1;
        if (!isTorn) await checkNode(db, full, report);
      }
      if (isTorn) continue;
      for (const { note } of kept.get(tree.size) ?? []) checkKept(note, tree, verifier, report);
      for (const one of wanted.get(tree.size) ?? []) checkEarlier(one, tree, verifier, report);
    }
    await checkContents(db, page, withheld, report);
    progress(tree.size);
  }
  for (const one of wanted.get(0) ?? []) checkEarlier(one, new GrowingTree(), verifier, report);
  await checkAhead(db, tree, earlier, report);
  if (!isTorn) await checkNodeCount(db, nodes, report);
  await checkKeptCosignatures(db, trusted, report);
  checkStamps(await keptStamps(db, { limit: MOST_STAMPS }), trusted, report);
  await checkUnlogged(db, report);
  await checkStanding(db, report);
  await checkArticlesThere(db, report);
  if (files) await checkPictures(db, files, report);
  else if (await hasPictures(db))
    report.note("unknown", "The files of pictures are not here, so their bytes were not compared.");
  return { size: tree.size, root: tree.root(), ...report.counts, ...report.found() };
}

class Report extends Findings {
  readonly counts = { same: 0, withheld: 0, checkpoints: 0 };
}

function missingWords(expected: number, found: number): string {
  return found > expected
    ? `${found - expected === 1 ? `Entry ${expected} is` : `The entries from ${expected} to ${found - 1} are`} missing from the log.`
    : `Entry ${found} stands twice in the log, or out of its order.`;
}

type EntryRow = { readonly number: number; readonly entry: string; readonly leaf: string };

async function* entryPages(db: Db): AsyncGenerator<readonly EntryRow[], void, void> {
  for (let after = -1; ; ) {
    const rows: readonly EntryRow[] = await db
      .selectFrom("log_entry")
      .select(["number", "entry", "leaf"])
      .where("number", ">", after)
      .orderBy("number")
      .limit(PAGE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.number ?? after;
  }
}

type Kept = { readonly size: number; readonly note: string };

/** Signed states of the sizes that these entries make. */
async function keptCheckpoints(db: Db, first: number, last: number): Promise<ReadonlyMap<number, readonly Kept[]>> {
  const rows = await db
    .selectFrom("log_checkpoint")
    .select(["size", "note"])
    .where("size", ">", first)
    .where("size", "<=", last + 1)
    .orderBy("size")
    .execute();
  return Map.groupBy(rows, ({ size }) => size);
}

async function checkNode(
  db: Db,
  { level, number, hash }: { readonly level: number; readonly number: number; readonly hash: Hash },
  report: Report,
): Promise<void> {
  const row = await db
    .selectFrom("log_node")
    .select("hash")
    .where("level", "=", level)
    .where("number", "=", number)
    .executeTakeFirst();
  if (row?.hash === Buffer.from(hash).toString("hex")) return;
  const [from, to] = [number * 256 ** level, (number + 1) * 256 ** level - 1];
  report.fault("tree-changed", `The entries from ${from} to ${to} are not those the log's tree was built of.`);
}

async function checkNodeCount(db: Db, nodes: number, report: Report): Promise<void> {
  const { count } = await db
    .selectFrom("log_node")
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) !== nodes)
    report.fault("tree-changed", `The log's tree was built of more entries than there are, or has been cut.`);
}

function checkKept(note: string, tree: GrowingTree, verifier: Verifier | undefined, report: Report): void {
  const checkpoint = readCheckpoint(note);
  if (!checkpoint || (verifier && !isSigned(checkpoint, verifier))) {
    report.fault("checkpoint-unsigned", `The checkpoint kept for ${tree.size} entries is not signed by the log's key.`);
  } else if (!isSame(checkpoint.root, tree.root())) {
    report.fault(
      "checkpoint-contradicted",
      `The first ${tree.size} entries are not those the log was signed with: one of them was changed, or their order.`,
    );
  } else {
    report.counts.checkpoints += 1;
  }
}

/** By the key, under whatever address the log had then. */
export function isSigned({ origin, note }: Checkpoint & { readonly note: Note }, verifier: Verifier): boolean {
  return checkedBy(note, renamed(verifier, origin)) === "good";
}

function checkEarlier(
  { from, checkpoint }: EarlierCheckpoint,
  tree: GrowingTree,
  verifier: Verifier | undefined,
  report: Report,
) {
  if (verifier && !isSigned(checkpoint, verifier)) {
    report.fault("checkpoint-unsigned", `The checkpoint in ${from} is not signed by the log's key.`);
  } else if (!isSame(checkpoint.root, tree.size === 0 ? EMPTY_ROOT : tree.root())) {
    report.fault(
      "checkpoint-contradicted",
      `The log contradicts the checkpoint in ${from}: its first ${tree.size} entries are others now. It has been rewritten.`,
    );
  } else {
    report.counts.checkpoints += 1;
  }
}

/** What was signed and is not there any more. */
async function checkAhead(db: Db, { size }: GrowingTree, earlier: readonly EarlierCheckpoint[], report: Report) {
  const last = await db
    .selectFrom("log_checkpoint")
    .select(["size", "made_at"])
    .where("size", ">", size)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last)
    report.fault(
      "checkpoint-ahead",
      `The log had ${last.size} entries when it was signed on ${last.made_at}; it has ${size}. The last ${last.size - size} are missing.`,
    );
  for (const { from, checkpoint } of earlier)
    if (checkpoint.size > size)
      report.fault(
        "checkpoint-ahead",
        `The checkpoint in ${from} covers ${checkpoint.size} entries and the log has ${size}: the last ${checkpoint.size - size} are missing. After a backup was put back this is what was published since it was made.`,
      );
}

/** Entry and place of each digest that was made to say nothing. */
async function withheldIn(db: Db, report: Report): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("log_entry")
    .select(["number", "entry"])
    .where("kind", "in", [...TAKING_AWAY])
    .orderBy("number")
    .execute();
  const all = new Set<string>();
  for (const { number, entry: text } of rows) {
    const entry = readEntry(text);
    const places = entry?.withholds?.filter(([earlier]) => earlier < number) ?? [];
    for (const place of places) all.add(place.join(":"));
    if (entry)
      report.note(
        "withheld",
        `${withheldWords(number, entry)} What ${new Set(places.map(([earlier]) => earlier)).size} earlier entries logged of them cannot be compared any more, and need not be.`,
      );
  }
  return all;
}

type PageEntry = { readonly number: number; readonly entry: Entry };

type Salt = {
  readonly entry: number;
  readonly place: number;
  readonly kept_in: string;
  readonly row_id: string;
  readonly salt: string;
};

async function checkContents(
  db: Db,
  page: readonly PageEntry[],
  withheld: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return;
  const rows: readonly Salt[] = await db
    .selectFrom("log_salt")
    .selectAll()
    .where("entry", ">=", first.number)
    .where("entry", "<=", last.number)
    .orderBy("entry")
    .execute();
  const salts = new Map(rows.map((salt) => [`${salt.entry}:${salt.place}`, salt]));
  const contents = new Map<string, ReadonlyMap<string, string>>();
  for (const [of, its] of Map.groupBy(rows, ({ kept_in }) => kept_in))
    if (isLogged(of)) contents.set(of, await contentOf(db, of, [...new Set(its.map(({ row_id }) => row_id))]));
  for (const { number, entry } of page) {
    for (const [place, { of, id, digest }] of entry.manifest.entries()) {
      const key = `${number}:${place}`;
      const salt = salts.get(key);
      const what = { number, entry, of, id };
      if (!salt) {
        if (withheld.has(key)) report.counts.withheld += 1;
        else
          report.fault(
            "salt-gone",
            `${await nameOf(db, what)} cannot be checked: the random bytes beside it are gone, and no entry says that it was withheld.`,
          );
      } else if (withheld.has(key)) {
        report.fault(
          "salt-kept",
          `${await nameOf(db, what)} was withheld, and the random bytes beside it are still kept.`,
        );
      } else if (!isLogged(of)) {
        report.note("unknown", `Entry ${number} tells of a ${of}, which this version does not know.`);
      } else {
        await checkContent(db, { ...what, salt, digest }, contents.get(of)?.get(id), report);
      }
    }
  }
}

type What = { readonly number: number; readonly entry: Entry; readonly of: string; readonly id: string };

async function checkContent(
  db: Db,
  what: What & { readonly salt: Salt; readonly digest: string },
  content: string | undefined,
  report: Report,
): Promise<void> {
  const { salt, of, id, digest } = what;
  if (salt.kept_in !== of || salt.row_id !== id)
    report.fault("entry-changed", `Entry ${what.number} tells of another ${of} than the one it was appended for.`);
  else if (content === undefined)
    report.fault("content-gone", `${await nameOf(db, what)} is gone, and no entry says why.`);
  else if (digestOf(salt.salt, content) !== digest)
    report.fault("content-changed", `${await nameOf(db, what)} is not what was logged: it has been changed since.`);
  else report.counts.same += 1;
}

/** "The text of 2 March 2026 at /en/ferry-strike (entry 12)" */
async function nameOf(db: Db, { number, entry, of, id }: What): Promise<string> {
  const article = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["edition.code", "article.slug"])
    .where("article.id", "=", entry.article ?? "")
    .executeTakeFirst();
  const where = article ? ` of /${article.code}/${article.slug}` : "";
  const thing = of === "revision" ? "text" : of === "audit" ? "record" : of;
  return `The ${thing}${where} that entry ${number} logged on ${entry.at} (${entry.kind}, ${of} ${id})`;
}

function isLogged(of: string): of is LoggedName {
  return Object.hasOwn(LOGGED, of);
}

/** Rows that came in behind the log's back. */
async function checkUnlogged(db: Db, report: Report): Promise<void> {
  for (const [table, { every }] of Object.entries(LOGGED)) {
    const { rows } = await sql<{ id: string }>`
      select id
        from ${sql.table(table)}
       where ${every}
         and not exists (
               select 1
                 from log_salt
                where log_salt.kept_in = ${table}
                  and log_salt.row_id = ${sql.table(table)}.id)
       order by id
       limit ${MOST_UNLOGGED}`.execute(db);
    for (const { id } of rows)
      report.fault("content-unlogged", `The ${table} ${id} is kept as published, and no entry of the log tells of it.`);
  }
}

/** What is at each address now is what the last entry about it says. */
async function checkStanding(db: Db, report: Report): Promise<void> {
  for (let after = ""; ; ) {
    const articles = await db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug", "article.state", "article.published_revision_id", "edition.code"])
      .select(["article.published_at", "article.changed_at"])
      .where("article.published_at", "is not", null)
      .where("article.id", ">", after)
      .orderBy("article.id")
      .limit(PAGE)
      .execute();
    const last = await lastEntries(
      db,
      articles.map(({ id }) => id),
    );
    const days = await loggedDays(
      db,
      articles.map(({ id }) => id),
    );
    for (const { id, code, slug, state, published_revision_id: shown, published_at, changed_at } of articles) {
      const standing = last.get(id);
      const address = `/${code}/${slug}`;
      const isOut = state === "published";
      if (!standing)
        report.fault("standing-changed", `${address} has been published, and no entry of the log tells of it.`);
      else if (isPublishing(standing.kind) !== isOut)
        report.fault(
          "standing-changed",
          isOut
            ? `${address} is shown to readers, and the last entry about it says that it was taken back.`
            : `${address} is not shown to readers any more, and no entry of the log tells of it.`,
        );
      else if (isOut && standing.revision !== shown)
        report.fault("standing-changed", `${address} shows another text than the one the last entry about it names.`);
      checkDays(address, { published_at, changed_at }, days.get(id), report);
    }
    if (articles.length < PAGE) return;
    after = articles.at(-1)?.id ?? after;
  }
}

type Days = { readonly published_at: string | null; readonly changed_at: string | null };

/** The day a story came out, and the day it was last changed, as its versions have them in their order: those were logged. */
async function loggedDays(db: Db, articleIds: readonly string[]): Promise<ReadonlyMap<string, Days>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("version")
    .select(["article_id", "made_at", "kind", "id", "revision_id"])
    .where("article_id", "in", articleIds)
    .orderBy("article_id")
    .orderBy("number")
    .execute();
  const versions = Map.groupBy(rows, ({ article_id }) => article_id);
  return new Map(
    [...versions].flatMap(([articleId, all]) => {
      // What stood there before versions were kept is in no entry.
      if (all.some(({ id, revision_id }) => id === revision_id)) return [];
      const changed = all.findLast(({ kind }) => kind !== "label-change");
      return [[articleId, { published_at: all[0]?.made_at ?? null, changed_at: changed?.made_at ?? null }] as const];
    }),
  );
}

function checkDays(address: string, shown: Days, logged: Days | undefined, report: Report): void {
  if (!logged) return;
  for (const [column, words] of [
    ["published_at", "came out"],
    ["changed_at", "was last changed"],
  ] as const)
    if (shown[column] !== logged[column])
      report.fault(
        "standing-changed",
        `${address} says that it ${words} on ${shown[column] ?? "no day"}; what was logged says ${logged[column] ?? "no day"}.`,
      );
}

/** Stories that entries tell of and that are not there. */
async function checkArticlesThere(db: Db, report: Report): Promise<void> {
  const rows = await db
    .selectFrom("log_entry")
    .select((row) => ["article_id", row.fn.min("number").as("number")])
    .where("article_id", "is not", null)
    .where((row) =>
      row.not(
        row.exists(row.selectFrom("article").select("article.id").whereRef("article.id", "=", "log_entry.article_id")),
      ),
    )
    .groupBy("article_id")
    .orderBy("number")
    .limit(MOST_UNLOGGED)
    .execute();
  for (const { article_id, number } of rows)
    report.fault(
      "content-gone",
      `The story that entry ${number} tells of (article ${article_id}) is gone, and no entry says why.`,
    );
}

async function lastEntries(db: Db, articleIds: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("log_entry")
    .select(["article_id", "entry"])
    .where("number", "in", (last) =>
      last
        .selectFrom("log_entry as one")
        .select((row) => row.fn.max("one.number").as("number"))
        .where("one.article_id", "in", articleIds)
        .where("one.kind", "in", [...PUBLISHING, ...TAKING_BACK])
        .groupBy("one.article_id"),
    )
    .execute();
  return new Map(
    rows.flatMap(({ article_id, entry: text }) => {
      const entry = readEntry(text);
      return article_id !== null && entry ? [[article_id, entry] as const] : [];
    }),
  );
}
