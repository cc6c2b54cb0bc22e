/**
 * One name in every place where a name can stand, withheld by two people, and then looked for in everything there is:
 * every table, every file, every address, the press in memory and on disk, an export and a backup made afterwards.
 */
import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { sql } from "kysely";
import { draftArticle, publishArticle, retractArticle } from "#agency/articles/actions.ts";
import { comment } from "#agency/articles/comments.ts";
import { saveCopy, workingCopy } from "#agency/articles/working-copy.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { eraseGuest, postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { keepSnapshot, keepSource, nameOriginal } from "#agency/sources/actions.ts";
import { keptPage } from "#agency/sources/reading.ts";
import { askToWithhold } from "#agency/withholding/actions.ts";
import { type Holding, WORDS } from "#agency/withholding/places.ts";
import { folded } from "#lib/folded.ts";
import { newId } from "#lib/ids.ts";
import { filesIn } from "#outside/files.ts";
import { pressFile } from "#press/disk.ts";
import { note } from "#store/audit.ts";
import { backUp } from "#store/backup.ts";
import { LOGGED } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import { insertRows } from "#store/rows.ts";
import { pagesOf, TABLE_NAMES, TABLES, type TableName, type TableRow } from "#store/tables.ts";
import { watchTopics } from "#store/topics.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { linksIn } from "#test/forms.ts";
import { pdfOf } from "#test/pdf.ts";
import { agreeTo } from "#test/withholding.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { configFrom } from "../config.ts";
import { siteOn } from "../program.ts";
import type { Command, World } from "./command.ts";
import { exportCommand } from "./export.ts";
import { run } from "./run.ts";
import { verify } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-canary-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = "Zyxwanna Qvortrup";
const CANARY = /zyxwanna|qvortrup/i;
/** A reader who has everything erased. */
const READER = "Plimbo Vostrakey";
const EITHER = /zyxwanna|qvortrup|plimbo|vostrakey/i;

// A site of a whole agency is walked through twice and printed twice.
const SLOW_MS = 900_000;
const NOON = new Date("2026-11-20T12:00:00.000Z");
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const KEYS = {
  address: Buffer.alloc(32, 7).toString("base64url"),
  index: Buffer.alloc(32, 9).toString("base64url"),
  challenge: "",
};

const exporting = exportCommand({ siteOn, files: async (config) => filesIn(join(config.data, "media")) });

for (const engine of engines) {
  test(
    `${engine}: a name that stood everywhere is afterwards in no table, file, page, feed, copy or export`,
    async () => {
      await using door = await openDoor(engine, { demo: true });
      const guestId = await story(door);
      await plantEverywhere(door);
      expect(await unplanted(door)).toEqual([]);
      door.setNow(later(30).toISOString());
      await door.doJobs();

      const file = pressOnDisk(door);
      const before = await walked(door);
      expect(door.broken).toEqual([]);
      await file.keep();
      // It was worth looking: pages, feeds, the press on disk and what was kept of sources have it.
      const named = [...before].filter(([, words]) => CANARY.test(words)).map(([path]) => path);
      for (const path of [
        "/en/zyxwanna-qvortrup-found",
        "/en/corrections",
        "/en/feed.xml",
        "/en/atom.xml",
        "/en/feed.json",
      ])
        expect(named).toContain(path);
      expect(named.length).toBeGreaterThan(20);
      expect(spokenIn(join(door.store.data, "press")).length).toBeGreaterThan(0);
      expect(spokenIn(join(door.store.data, "media")).length).toBeGreaterThan(2);
      const [edgar, olga] = [door.as("editor").staff, door.as("administrator").staff];
      const asked = await askToWithhold(door.db, {
        forms: [NAME, "Qvortrup", "Zyxwanna"],
        pictureId: null,
        storyId: null,
        reason: "child",
        how: "destroy",
        note: `It is about ${NAME}.`,
        by: edgar,
        at: later(40),
      });
      const id = "id" in asked ? asked.id : "";
      expect(await agreeTo(door.store, { id, by: olga, at: later(41) })).toHaveProperty("done");
      await eraseGuest(door.db, { guestId, at: later(41) });
      await file.heard();
      for (const minute of [42, 46]) {
        door.setNow(later(minute).toISOString());
        await door.doJobs();
      }

      // A job that is done once more, as after a crash, finds nothing more: what names nobody stays.
      await enqueue(door.db, "record.snapshots", { asking: id }, later(46));
      await door.doJobs();
      const kept = await door.db.selectFrom("snapshot").select("id").where("source_id", "like", "kept-%").execute();
      expect(kept).toHaveLength(1);

      // Every address there was, and every one there is.
      const now = await walked(door, [...before.keys()]);
      expect(now.size).toBeGreaterThan(before.size);
      const shown = [...now].filter(([path, words]) => EITHER.test(withoutOwn(path, words)));
      expect(shown).toEqual([]);
      expect(await rowsWith(door)).toEqual([]);
      await file.keep();
      await vacuumed(door);
      const backup = join(door.store.data, "backup.tar.gz");
      await backUp(door.db, { media: join(door.store.data, "media"), file: backup, now: later(50) });
      expect(spokenIn(door.store.data)).toEqual([]);
      if (engine === "postgres") expect(spokenIn(await filesOfPostgres(door))).toEqual([]);
      const exportedAfter = await exported(door, `${engine}-after`);
      expect(spokenIn(exportedAfter)).toEqual([]);
      // What it says of itself is that something was withheld, and nothing more.
      const verdict = await said(verify, [exportedAfter], door);
      expect([verdict.status, verdict.out]).toEqual([0, expect.stringContaining("words were withheld (reason: child")]);
      const own = await said(
        verify,
        [door.store.data, ...(door.store.database ? ["--database", door.store.database] : [])],
        door,
      );
      expect([own.status, own.out]).toEqual([0, expect.stringContaining("Nothing is wrong.")]);
      expect(door.broken).toEqual([]);
    },
    SLOW_MS,
  );
}

/** A story that was published, corrected, commented on, retracted and answered, and what it rests on. */
async function story(door: Door): Promise<string> {
  const { db } = door;
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("no edition");
  const picture = await db.selectFrom("media").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow();
  const body = `The girl, **Zyxwanna** *Qvor*trup, was [found](https://x.example/zyxwanna-qvortrup). ${NAME} is expected to speak in May 2027.`;
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "zyxwanna-qvortrup-found",
    headline: `${NAME} found`,
    standfirst: "Qvortrup is well.",
    document: parseMarkdown(body),
    dateline: { place: "Qvortrup", date: "2026-11-20" },
    picture: { id: picture.id, alt: `${NAME} waves`, caption: `${NAME} at home` },
    by: "edgar",
    at: NOON,
  });
  await publishArticle(db, { articleId, by: "edgar", at: NOON });
  const correction = {
    oldWords: "Qvortrup",
    newWords: NAME,
    severity: "minor",
    askedBy: NAME,
    isAskerPublic: true,
  } as const;
  await publishArticle(db, {
    articleId,
    change: { kind: "correction", sentence: `${NAME} was misspelt.`, correction },
    by: "edgar",
    at: later(1),
  });
  await comment(db, { articleId, words: `Who told us of ${NAME}?`, by: "edgar", at: later(2) });
  await retractArticle(db, { articleId, reason: `${NAME} was never lost.`, by: "edgar", at: later(3) });
  await publishArticle(db, { articleId, by: "edgar", at: later(4) });
  await nameOriginal(db, {
    articleId,
    quotation: { key: "digest", words: `“${NAME} sings,”` },
    original: "Sie singt",
    by: "edgar",
    at: later(5),
  });
  const copy = await workingCopy(db, articleId);
  if (!copy) throw new Error("no copy");
  await saveCopy(db, {
    articleId,
    from: copy.version,
    text: { ...copy.text, document: parseMarkdown(`${NAME}, again.`) },
    by: "edgar",
    at: later(6),
  });
  const [revision] = await db.selectFrom("revision").selectAll().where("article_id", "=", articleId).limit(1).execute();
  await insertRows(db, "revision", [{ ...revision, id: newId(later(6)), kind: "draft", note: `As ${NAME} asked.` }]);
  await note(db, { by: "edgar", act: "person.add", subject: "person:zyxwanna-qvortrup", at: later(6) });
  await keptOfSources(door);
  const sent = await postReply(db, {
    articleId,
    name: READER,
    email: "vostrakey@mail.example",
    text: "Plimbo was there, too.",
    quote: "",
    kind: "reply",
    parent: "",
    challenge: undefined,
    guestToken: undefined,
    keys: KEYS,
    at: later(7),
  });
  expect(sent).not.toHaveProperty("refusal");
  const { id, guest_id } = await db
    .selectFrom("reply")
    .select(["id", "guest_id"])
    .where("author_name", "=", READER)
    .executeTakeFirstOrThrow();
  const others = await db
    .selectFrom("reply")
    .select("id")
    .where("id", "<>", id)
    .where("state", "=", "shown")
    .limit(1)
    .execute();
  const chosen = { ids: others.map((one) => one.id) };
  await decideReplies(db, {
    chosen,
    to: "refused",
    reason: "other",
    note: `It names ${NAME}.`,
    by: "edgar",
    at: later(8),
  });
  await decideReplies(db, { chosen: { ids: [id] }, to: "shown", reason: null, note: "", by: "edgar", at: later(8) });
  await door.doJobs();
  return guest_id ?? "";
}

/** In its text, in its file alone, in a PDF, across the end of a line. */
async function keptOfSources(door: Door): Promise<void> {
  const files = filesIn(join(door.store.data, "media"));
  const text = (words: string) => ({ type: "text/plain; charset=utf-8", bytes: new TextEncoder().encode(words) });
  const html = `<!doctype html><title>Night ferry</title><p>Nobody is named.</p><nav><a href="/z">${NAME} found</a></nav><script type="application/ld+json">{"about":"${NAME}"}</script>`;
  const latin = Buffer.from(
    `<!doctype html><meta charset="windows-1252"><title>Fähre</title><p>Nobody.</p><!-- Qvortrup -->`,
    "latin1",
  );
  const pages = [["Contents"], ["So the girl, Zyxwanna Qvor-", "trup, was found."]];
  const kept = [
    text("Nobody was named."),
    text(`${NAME} was found at home.`),
    { type: "text/html; charset=utf-8", bytes: new TextEncoder().encode(html) },
    { type: "text/html", bytes: new Uint8Array(latin) },
    {
      type: "application/pdf",
      bytes: pdfOf({ pages }),
      read: { title: "", pages: pages.map((lines) => lines.join("\n")) },
    },
  ];
  for (const [at, what] of kept.entries()) {
    await keepSource(door.db, {
      source: { id: `kept-${at}`, kind: "page", name: "Fjord", language: null, url: null },
      at: NOON,
    });
    const made = keptPage({
      id: newId(later(at)),
      at: later(at),
      sourceId: `kept-${at}`,
      how: "uploaded",
      software: "Dateline",
      address: null,
      ...what,
    });
    await files.keep(made.file.name, made.file.bytes);
    await keepSnapshot(door.db, { page: made.page, by: "edgar", at: later(at) });
  }
}

/** What stands in a table nothing of the story has come to, so that its columns can hold the name. */
async function rowFor(door: Door, table: TableName): Promise<TableRow | undefined> {
  const { db } = door;
  const at = NOON.toISOString();
  const edition = await db.selectFrom("edition").select("id").where("code", "=", "en").executeTakeFirstOrThrow();
  const article = await db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", "zyxwanna-qvortrup-found")
    .executeTakeFirstOrThrow();
  const topic = await db
    .selectFrom("topic")
    .select("id")
    .where("edition_id", "=", edition.id)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const reply = await db
    .selectFrom("reply")
    .select("id")
    .where("author_name", "<>", READER)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  // Of those that were planted before it; until then there is none.
  const item = await db.selectFrom("wire_item").select("id").orderBy("id").limit(1).executeTakeFirst();
  const [edition_id, article_id, reply_id, made_at] = [edition.id, article.id, reply.id, at];
  const made = { made_by: "edgar", made_at };
  if (table === "client_channel")
    await insertRows(db, "wire_client", [
      {
        id: "planted",
        name: "Fjord",
        email: "fjord@mail.example",
        language: "en",
        editions: "[]",
        sections: "[]",
        topics: "[]",
        keywords: "[]",
        labels: "text",
        jurisdictions: null,
        terms: "",
        last_number: 0,
        closed_at: at,
        pulled_number: null,
        pulled_at: null,
        made_at,
      },
    ]);
  const ROWS: Partial<Record<TableName, TableRow>> = {
    job: {
      id: "planted",
      kind: "mail.send",
      key: null,
      payload: "{}",
      state: "dead",
      run_at: at,
      attempts: 9,
      held_until: null,
      held_by: null,
      last_error: "",
      made_at,
      ended_at: at,
    },
    front_banner: { edition_id, text: "", href: "", ends_at: null, ...made },
    link_check: { address: "x", state: "answers", checked_at: at },
    slug_redirect: { edition_id, slug: "x", article_id, made_at },
    former_place: { article_id, kind: "topic", thing_id: topic.id, left_at: at, told_at: null },
    topic_redirect: { edition_id, slug: "x", topic_id: topic.id, made_at },
    menu: { edition_id, place: "foot", entries: "[]" },
    reply_version: { id: "planted", reply_id, body: "", replaced_at: at },
    moved_item: { source: "wxr", site: "", kind: "article", old_id: "x", item_id: article_id, moved_at: at },
    former_address: { address: "/x", article_id, leads_to: null, made_at },
    moved_aside: {
      source: "wxr",
      site: "",
      old_id: "x",
      article_id,
      kind: "note",
      name: "",
      body: "",
      written_at: null,
    },
    report: {
      id: "planted",
      reply_id,
      digest: "x",
      kind: "rules",
      reason: "other",
      words: "",
      law: "",
      reporter: "",
      language: "en",
      guest_id: null,
      weight: 1,
      state: "open",
      decided_by: null,
      decided_at: null,
      note: "",
      appeal: "",
      appealed_at: null,
      appeal_decided_at: null,
      made_at,
    },
    guest_ban: {
      id: "planted",
      kind: "device",
      mark: "x",
      reason: "other",
      note: "",
      reply_id: null,
      ...made,
      until: at,
      lifted_at: null,
      lifted_by: null,
    },
    spam_token: { language: "en", token: "x", spam: 1, ham: 0 },
    reply_note: { id: "planted", reply_id, guest_id: null, words: "", ...made },
    reply_advice: { reply_id, source: "x", advice: "x", words: "", made_at },
    handed_out: { topic: "front:en", address: "/x", noted_at: at },
    wire_channel: {
      id: "planted",
      kind: "folder",
      name: "Fjord",
      address: "fjord",
      rights_holder: "",
      usage_terms: "",
      state: "paused",
      problem: "",
      failures: 0,
      ...made,
    },
    client_channel: {
      id: "planted",
      client_id: "planted",
      kind: "mail",
      address: "fjord@mail.example",
      host: "",
      secret: null,
      format: "text",
      done_number: 0,
      due_at: null,
      held_until: null,
      failures: 0,
      last_error: "",
      told_at: null,
      paused_at: at,
      made_at,
    },
    wire_sent: { id: "planted", channel_id: "planted", number: 1, sent_at: at, error: "" },
    wire_item: {
      id: "planted",
      channel_id: "planted",
      version_id: "planted",
      versions: 1,
      state: "new",
      status: "usable",
      signal: null,
      language: "en",
      headline: "",
      words: "",
      embargo_until: null,
      urgency: null,
      alarm: null,
      alarm_at: null,
      decided_by: null,
      decided_at: null,
      made_at,
      changed_at: at,
    },
    wire_version: {
      id: "planted",
      item_id: "planted",
      channel_id: "planted",
      digest: "x",
      text_digest: null,
      number: null,
      said_at: null,
      status: "usable",
      signal: null,
      format: "text",
      copy: "{}",
      made_at,
    },
    wire_use: { article_id, item_id: item?.id ?? "", version_id: "planted", left_out: "[]", ...made },
    websub_subscription: {
      id: "planted",
      topic: "x",
      callback: "https://s.example/",
      host: "s.example",
      secret: null,
      lease_until: at,
      failures: 0,
      due_at: null,
      held_until: null,
      last_error: "",
      told_at: null,
      made_at,
      asked_at: at,
      replies_version: null,
    },
  };
  return ROWS[table];
}

/** Into every column that says it may hold words and holds the name in no row yet; what the log is taken over has it by then. */
async function plantEverywhere(door: Door): Promise<void> {
  for (const [table, column] of await unplanted(door)) {
    const row = await lastRow(door, table, column);
    const holding = WORDS[table]?.columns[column];
    if (!row || !holding || Object.hasOwn(LOGGED, table)) continue;
    const where = sql.join(
      TABLES[table].key.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
      sql` and `,
    );
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${planted(holding, column)} where ${where}`.execute(
      door.db,
    );
  }
}

async function lastRow(door: Door, table: TableName, column: string): Promise<TableRow | undefined> {
  const rows = (await Array.fromAsync(pagesOf(door.db, table))).flat();
  // What was said of the story itself stays with it: its own rows come last.
  // What waits in the queue has to be done yet.
  if (table === "job") rows.splice(0, rows.length, ...rows.filter(({ id }) => id === "planted"));
  const found = rows.findLast((row) => !TABLES[table].key.includes(column) || !CANARY.test(JSON.stringify(row)));
  if (found) return found;
  const row = await rowFor(door, table);
  if (row) await insertRows(door.db, table, [row]);
  return row;
}

function planted(holding: Holding, column: string): string {
  switch (holding) {
    case "text":
      if (column.endsWith("url") || column === "href") return "https://x.example/zyxwanna-qvortrup";
      return `So ${NAME} it is`;
    case "gone":
      return column === "address" ? "https://x.example/zyxwanna-qvortrup" : "zyxwanna-qvortrup";
    case "json":
      return JSON.stringify(column === "entries" ? [{ kind: "link", text: NAME, href: "/en/" }] : { of: NAME });
    case "body":
      return JSON.stringify(parseMarkdown(`So ${NAME} it is.`));
    case "slug":
      return `zyxwanna-qvortrup-${column}`;
    case "folded":
      return folded(`So ${NAME} it is`);
  }
}

/** Columns that may hold words and have the name nowhere. */
async function unplanted(door: Door): Promise<(readonly [TableName, string])[]> {
  const left: (readonly [TableName, string])[] = [];
  for (const table of TABLE_NAMES) {
    const rows = (await Array.fromAsync(pagesOf(door.db, table))).flat();
    for (const column of Object.keys(WORDS[table]?.columns ?? {}))
      if (!rows.some((row) => CANARY.test(String(row[column])))) left.push([table, column]);
  }
  return left;
}

async function rowsWith(door: Door): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLE_NAMES)
    for await (const rows of pagesOf(door.db, table))
      for (const row of rows) if (EITHER.test(JSON.stringify(row))) found.push(`${table}: ${JSON.stringify(row)}`);
  return found;
}

const STARTS =
  "/ /log /log/checkpoint /log/key /log/tile/entries/000.p/1 /sitemap.xml /news-sitemap.xml /trust.txt /robots.txt /opml /en/feed.xml /en/atom.xml /en/feed.json /en/corrections/feed.xml /en/corrections/feed.json /en/search?q=qvortrup /en/search?q=plimbo".split(
    " ",
  );
const MOST_WALKED = 300;

/** What the site answers at every address its pages lead to, and those that are named. */
async function walked(door: Door, also: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const { slug } = await door.db
    .selectFrom("article")
    .select("slug")
    .where("id", "in", (of) => of.selectFrom("comment").select("article_id"))
    .executeTakeFirstOrThrow();
  const own = [
    "",
    "/print",
    "/history",
    "/history/1",
    "/history/2",
    "/history/3",
    "/history/4",
    "/proof.json",
    "/replies",
    "/replies/feed.xml",
  ];
  const waiting = [...also, ...own.map((step) => `/en/${slug}${step}`), ...STARTS];
  const seen = new Set(waiting);
  const read = new Map<string, string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await door.get(path, { "accept-encoding": "br" });
    const bytes = Buffer.from(await response.arrayBuffer());
    const words = (response.headers.get("content-encoding") === "br" ? brotliDecompressSync(bytes) : bytes).toString();
    read.set(path, `${JSON.stringify([...response.headers])}\n${words}`);
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    for (const href of linksIn(words)) {
      const next = href.split("#", 1)[0] ?? "";
      if (!next.startsWith("/") || next.startsWith("/desk/") || seen.has(next) || seen.size > MOST_WALKED) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return read;
}

/** What a reader asks for stands in the answer to that reader. */
function withoutOwn(path: string, words: string): string {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const own = [path, pathname, encodeURIComponent(path), searchParams.get("q") ?? ""].filter((some) =>
    EITHER.test(some),
  );
  return own.reduce((left, some) => left.replaceAll(some, ""), words);
}

/** The press's file, as the server keeps it; `heard` waits until what was called back has come to it. */
function pressOnDisk({ store, press }: Door) {
  const forgotten: Promise<void>[] = [];
  const watch = watchTopics(store, (_, recalled) => {
    if (recalled.length > 0) forgotten.push(file.forget());
  });
  const file = pressFile({ path: join(store.data, "press", "pages"), db: store.db, press, watch, printer: "the test" });
  return {
    keep: file.keep,
    heard: async () => {
      await watch.look();
      await Promise.all(forgotten);
      expect(existsSync(join(store.data, "press", "pages"))).toBe(false);
    },
  };
}

/** Files below a folder that hold a canary, packed or not. */
function spokenIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => speaks(readFileSync(file)) || EITHER.test(file));
}

function speaks(bytes: Buffer): boolean {
  if (EITHER.test(bytes.toString("latin1")) || EITHER.test(bytes.toString("utf16le"))) return true;
  const unpack = [gunzipSync, zstdDecompressSync].find((one) => isUnpacked(bytes, one));
  return unpack !== undefined && speaks(unpack(bytes));
}

function isUnpacked(bytes: Buffer, unpack: (bytes: Buffer) => Buffer): boolean {
  try {
    return unpack(bytes).byteLength > 0;
  } catch {
    return false; // it is packed in another way, or not at all
  }
}

/** As docs/operate/withholding.md tells the operator of PostgreSQL to do. */
async function vacuumed({ db, store }: Door): Promise<void> {
  if (store.engine === "sqlite") return;
  await sql`vacuum full`.execute(db);
  await sql`checkpoint`.execute(db);
}

async function filesOfPostgres({ db }: Door): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select current_setting('data_directory') || '/base/' || oid as at
      from pg_database
     where datname = current_database()`.execute(db);
  return rows[0]?.at ?? "";
}

async function exported(door: Door, name: string): Promise<string> {
  const path = join(folder, name);
  const done = await said(exporting, [path], door);
  expect(done).toMatchObject({ status: 0, err: "" });
  return path;
}

async function said(command: Command, words: readonly string[], { store }: Door) {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => later(60),
    config: ({ data = store.data, database = store.database }) =>
      configFrom({ data, database }, { DATELINE_URL: "https://strait.example" }),
  };
  return { status: await run([command], [...command.name.split(" "), ...words], world), out, err };
}
