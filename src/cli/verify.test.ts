import { afterAll, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { draftArticle, publishArticle, retractArticle, withdrawArticle } from "#agency/articles/actions.ts";
import { keepCheckpoint } from "#agency/log/actions.ts";
import { askToWithhold } from "#agency/withholding/actions.ts";
import { readVkey } from "#lib/merkle/note.ts";
import { nameOfTile, tilesOf } from "#lib/merkle/tiles.ts";
import { logSigner } from "#outside/log-key.ts";
import { together } from "#store/db.ts";
import { appendEntry } from "#store/log.ts";
import { openAuthority } from "#test/authority.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, emptyPlace, engines, type Place } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { agreeTo } from "#test/withholding.ts";
import { openWitness } from "#test/witness.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { configFrom } from "../config.ts";
import { backup } from "./backup.ts";
import type { World } from "./command.ts";
import { restore } from "./restore.ts";
import { run } from "./run.ts";
import { verify } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Each change is a run of the whole command.
const SLOW_MS = 120_000;

const LATER = new Date("2026-03-02T13:00:00Z");

for (const engine of engines) {
  test(
    `${engine}: whatever is changed behind the log's back is found, named and answered with 1`,
    async () => {
      await using door = await openNewsroom(engine);
      const { id, slug } = await someArticle(door);
      await withdrawArticle(door.db, { articleId: id, note: "wrong", by: "Ilse", at: LATER });
      await publishArticle(door.db, {
        articleId: (await someArticle(door)).id,
        change: CORRECTED,
        by: "Ilse",
        at: LATER,
      });
      await door.doJobs();
      expect(await verified(door.store)).toMatchObject({
        status: 0,
        out: expect.stringContaining("Nothing is wrong."),
      });
      await unlock(door.store);

      const shown = await someArticle(door);
      const word = `replace(document, '"text":"', '"text":"X')`;
      const size = Number(
        (
          await door.db
            .selectFrom("log_entry")
            .select((row) => row.fn.countAll().as("count"))
            .executeTakeFirstOrThrow()
        ).count,
      );
      const changes: readonly {
        name: string;
        change: readonly string[];
        back: readonly string[];
        says: readonly string[];
      }[] = [
        {
          name: "a letter of a published text",
          change: [
            `create table was as select id, document from revision`,
            `update revision set document = ${word} where id = '${shown.revision}'`,
          ],
          back: [
            `update revision set document = (select document from was where was.id = revision.id) where id = '${shown.revision}'`,
            "drop table was",
          ],
          says: [`The text of /en/${shown.slug}`, "has been changed since"],
        },
        {
          name: "a byline",
          change: [
            "create table was as select * from byline",
            `delete from byline where revision_id = '${shown.revision}'`,
          ],
          back: [
            "insert into byline select * from was where revision_id not in (select revision_id from byline)",
            "drop table was",
          ],
          says: [`The text of /en/${shown.slug}`, "has been changed since"],
        },
        {
          name: "a correction",
          change: ["create table was as select * from correction", "delete from correction"],
          back: ["insert into correction select * from was", "drop table was"],
          says: [`The correction of /en/${shown.slug} that entry`, "is gone, and no entry says why"],
        },
        {
          name: "a sentence about a change",
          change: [
            "create table was as select * from version",
            "update version set sentence = 'nothing' where kind = 'correction'",
          ],
          back: [
            "update version set sentence = (select sentence from was where was.id = version.id) where kind = 'correction'",
            "drop table was",
          ],
          says: [`The version of /en/${shown.slug} that entry`, "has been changed since"],
        },
        {
          name: "a record that was logged",
          change: ["create table was as select * from audit", "delete from audit where act = 'article.withdraw'"],
          back: ["insert into audit select * from was where act = 'article.withdraw'", "drop table was"],
          says: [`The record of /en/${slug}`, "is gone, and no entry says why"],
        },
        {
          name: "the last ten entries",
          change: [
            "create table was as select * from log_entry",
            "create table was_salt as select * from log_salt",
            `delete from log_salt where entry >= ${size - 10}`,
            `delete from log_entry where number >= ${size - 10}`,
          ],
          back: [
            `insert into log_entry select * from was where number >= ${size - 10}`,
            `insert into log_salt select * from was_salt where entry >= ${size - 10}`,
            "drop table was",
            "drop table was_salt",
          ],
          says: [
            `The log had ${size} entries when it was signed`,
            "The last 10 are missing",
            "no entry of the log tells of it",
          ],
        },
        {
          name: "an entry in the middle",
          change: [
            "create table was as select * from log_entry",
            "create table was_salt as select * from log_salt",
            "delete from log_salt where entry = 3",
            "delete from log_entry where number = 3",
          ],
          back: [
            "insert into log_entry select * from was where number = 3",
            "insert into log_salt select * from was_salt where entry = 3",
            "drop table was",
            "drop table was_salt",
          ],
          says: ["Entry 3 is missing from the log"],
        },
        {
          name: "two entries that change places",
          change: ["create table was as select * from log_entry", swapped],
          back: ["drop table was", "create table was as select * from log_entry", swapped, "drop table was"],
          says: ["Entry 3 tells of another revision", "The first", "one of them was changed, or their order"],
        },
        {
          name: "the words of an entry",
          change: [
            "create table was as select * from log_entry",
            `update log_entry set entry = replace(entry, 'publication', 'Publication') where number = 2`,
          ],
          back: [
            "update log_entry set entry = (select entry from was where was.number = 2) where number = 2",
            "drop table was",
          ],
          says: ["Entry 2 is not the one that was hashed into the log"],
        },
        {
          name: "what is shown",
          change: [`update article set state = 'published' where id = '${id}'`],
          back: [`update article set state = 'withdrawn' where id = '${id}'`],
          says: [`/en/${slug} is shown to readers, and the last entry about it says that it was taken back`],
        },
        {
          name: "what is not shown any more",
          change: [`update article set state = 'draft' where id = '${shown.id}'`],
          back: [`update article set state = 'published' where id = '${shown.id}'`],
          says: [`/en/${shown.slug} is not shown to readers any more, and no entry of the log tells of it`],
        },
        {
          name: "random bytes that vanish",
          change: ["create table was as select * from log_salt", "delete from log_salt where entry = 5"],
          back: ["insert into log_salt select * from was where entry = 5", "drop table was"],
          says: ["the random bytes beside it are gone, and no entry says that it was withheld"],
        },
      ];
      for (const { name, change, back, says } of changes) {
        for (const one of change) await sql.raw(one).execute(door.db);
        const { status, out } = await verified(door.store);
        expect([name, status]).toEqual([name, 1]);
        for (const words of says) expect(out).toContain(words);
        expect(out).toContain("WRONG");
        for (const one of back) await sql.raw(one).execute(door.db);
      }
      expect(await verified(door.store)).toMatchObject({
        status: 0,
        out: expect.stringContaining("Nothing is wrong."),
      });
    },
    SLOW_MS,
  );

  test(`${engine}: what is rewritten with the key in hand is found against an earlier checkpoint alone`, async () => {
    await using door = await openNewsroom(engine);
    await door.doJobs();
    const kept = join(folder, `${engine}-kept.txt`);
    writeFileSync(kept, await door.text("/log/checkpoint"));
    const feed = join(folder, `${engine}-feed.xml`);
    writeFileSync(feed, await door.text("/en/feed.xml"));
    const { slug } = await someArticle(door);
    const proof = join(folder, `${engine}-proof.json`);
    writeFileSync(proof, await door.text(`/en/${slug}/proof.json`));
    const before = ["--checkpoint", kept, "--checkpoint", feed, "--checkpoint", proof];
    expect((await verified(door.store, ...before)).status).toBe(0);
    await unlock(door.store);
    await rewrite(door);
    const alone = await verified(door.store);
    expect([alone.status, alone.out]).toEqual([
      0,
      expect.stringContaining("shows nothing against whoever holds the key"),
    ]);
    for (const file of [kept, feed, proof]) {
      const { status, out } = await verified(door.store, "--checkpoint", file);
      expect([status, out]).toEqual([1, expect.stringContaining(`The log contradicts the checkpoint in ${file}`)]);
      expect(out).toContain("It has been rewritten");
    }
    const foreign = join(folder, `${engine}-foreign.txt`);
    const other = await logSigner(join(folder, "other"), "https://strait.example");
    writeFileSync(foreign, other.sign(`strait.example/log\n1\n${Buffer.alloc(32).toString("base64")}\n`));
    expect((await verified(door.store, "--checkpoint", foreign)).out).toContain("is not signed by the log's key");
  });

  test(`${engine}: a backup put back verifies, and says what a later checkpoint knows more`, async () => {
    await using door = await openNewsroom(engine);
    await door.doJobs();
    const file = join(folder, `${engine}.tar.gz`);
    const kept = join(folder, `${engine}-then.txt`);
    writeFileSync(kept, await door.text("/log/checkpoint"));
    expect((await command(door.store, backup, "backup", file)).status).toBe(0);
    const { id } = await someArticle(door);
    await publishArticle(door.db, { articleId: id, by: "Ilse", at: LATER });
    const later = join(folder, `${engine}-later.txt`);
    writeFileSync(later, await door.text("/log/checkpoint"));
    const place = await emptyPlace(engine);
    expect((await command(place, restore, "restore", file)).status).toBe(0);
    const keyless = await verified(place);
    expect([keyless.status, keyless.out]).toEqual([0, expect.stringContaining("no signature was checked")]);
    cpSync(join(door.store.data, "keys"), join(place.data, "keys"), { recursive: true });
    expect(await verified(place, "--checkpoint", kept)).toMatchObject({ status: 0 });
    const { status, out } = await verified(place, "--checkpoint", later);
    expect([status, out]).toEqual([1, expect.stringContaining("the last 1 are missing")]);
  });

  test(`${engine}: what an entry says was withheld is reported and right; what simply vanished is wrong`, async () => {
    await using door = await openNewsroom(engine);
    const { id, revision } = await someArticle(door);
    const name = `replace(headline, substr(headline, 1, 4), '[withheld]')`;
    await unlock(door.store);
    await together(door.db, async (db) => {
      await sql.raw(`update revision set headline = ${name} where id = '${revision}'`).execute(db);
      const parts = [{ of: "revision" as const, id: revision }];
      const facts = { reason: "safety", role: "editor" };
      await appendEntry(db, {
        kind: "withheld",
        articleId: id,
        revisionId: revision,
        parts,
        withholds: parts,
        facts,
        at: LATER,
      });
    });
    await door.doJobs();
    const { status, out } = await verified(door.store);
    expect([status, out]).toEqual([
      0,
      expect.stringContaining("words were withheld (reason: safety; decided by: editor)"),
    ]);
    expect(out).toContain("1 was withheld, as the log says.");
    const json = await verified(door.store, "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      ok: true,
      withheld: 1,
      findings: [{ severity: "note", code: "withheld" }],
    });
    const site = await served(door);
    expect((await commandAt(site.address)).out).toContain("Nothing is wrong.");
    await site.stop();
    await sql.raw(`update revision set headline = 'x' where id = '${revision}'`).execute(door.db);
    expect((await verified(door.store)).status).toBe(1);
  });

  test(`${engine}: what two people withheld is no fault, for the house and for an outsider; the same taken out by one is`, async () => {
    await using door = await openNewsroom(engine);
    const { slug, revision } = await someArticle(door);
    await keepCheckpoint(door.db, { signer: await signerOf(door), at: LATER });
    const kept = join(folder, `${engine}-before-withholding.txt`);
    writeFileSync(kept, await door.text("/log/checkpoint"));
    const [edgar, olga] = [door.as("editor").staff, door.as("administrator").staff];
    const asked = await askToWithhold(door.db, {
      forms: ["Monday"],
      pictureId: null,
      storyId: null,
      reason: "victim",
      how: "destroy",
      note: "",
      by: edgar,
      at: LATER,
    });
    const asking = "id" in asked ? asked.id : "";
    expect(await agreeTo(door.store, { id: asking, by: edgar, at: LATER })).toEqual({ refusal: "same-person" });
    expect(await agreeTo(door.store, { id: asking, by: olga, at: LATER })).toHaveProperty("done");
    await door.doJobs();

    const house = await verified(door.store, "--checkpoint", kept);
    expect([house.status, house.err]).toEqual([0, ""]);
    for (const said of [
      "words were withheld (reason: victim; decided by: editor and administrator)",
      "were withheld, as the log says.",
      "Nothing is wrong.",
    ])
      expect(house.out).toContain(said);
    expect(house.out).not.toContain("Monday");

    const site = await served(door);
    try {
      const outsider = await commandAt(site.address, "--checkpoint", kept);
      expect([outsider.status, outsider.err]).toEqual([0, ""]);
      for (const said of [
        "decided by: editor and administrator",
        "were withheld, as the log says.",
        "Nothing is wrong.",
      ])
        expect(outsider.out).toContain(said);
      expect(outsider.out).not.toContain("Monday");
      const json = JSON.parse((await commandAt(site.address, "--json")).out);
      expect(json).toMatchObject({ ok: true, faults: 0 });
      expect(json.withheld).toBeGreaterThanOrEqual(STORIES);
    } finally {
      await site.stop();
    }

    // A hundred things that are right must not hide the one that is wrong.
    await together(door.db, async (db) => {
      for (let number = 0; number < 120; number++)
        await appendEntry(db, { kind: "erasure", parts: [], withholds: [], at: LATER });
    });
    await door.doJobs();
    expect((await verified(door.store)).status).toBe(0);
    await unlock(door.store);
    await sql.raw(`update revision set headline = '[withheld]' where id = '${revision}'`).execute(door.db);
    const byHand = await verified(door.store);
    expect([byHand.status, byHand.out]).toEqual([1, expect.stringContaining(`WRONG: The text of /en/${slug}`)]);
    const changed = await served(door);
    try {
      const outsider = await commandAt(changed.address);
      expect([outsider.status, outsider.out]).toEqual([1, expect.stringContaining(`WRONG: The text at /en/${slug}`)]);
      expect(outsider.out).toContain("1 thing is wrong.");
    } finally {
      await changed.stop();
    }
  });

  test(`${engine}: a site is checked from outside, page by page`, async () => {
    await using door = await openNewsroom(engine);
    const gone = await someArticle(door);
    await withdrawArticle(door.db, { articleId: gone.id, note: "wrong", by: "Ilse", at: LATER });
    await door.doJobs();
    const changed: { path?: string; from?: string; to?: string } = {};
    const site = await served(door, changed);
    try {
      const good = await commandAt(site.address);
      expect([good.status, good.err, good.out]).toEqual([0, "", expect.stringContaining("Nothing is wrong.")]);
      const { slug, headline } = await someArticle(door);
      const word = headline.split(" ")[0] ?? "";
      Object.assign(changed, { path: `/en/${slug}`, from: `>${word}`, to: `>X${word}` });
      const page = await commandAt(site.address);
      expect([page.status, page.out]).toEqual([
        1,
        expect.stringContaining(`The page /en/${slug} does not show the text that was logged`),
      ]);
      Object.assign(changed, { path: "/log/tile/entries/000", from: "publication", to: "Publication" });
      const tiles = await commandAt(site.address);
      expect([tiles.status, tiles.out]).toEqual([
        1,
        expect.stringContaining("not those the newest checkpoint was signed for"),
      ]);
      Object.assign(changed, { path: "/nowhere" });
      await unlock(door.store);
      await sql.raw(`update article set state = 'published', gone = null where id = '${gone.id}'`).execute(door.db);
      expect((await commandAt(site.address)).out).toContain("says that it was taken back");
      expect((await commandAt(`${site.address}/nothing`)).status).toBe(1);
    } finally {
      await site.stop();
    }
    expect((await commandAt("http://127.0.0.1:9")).status).toBe(1);
  });
}

for (const engine of engines)
  test(`${engine}: from outside a retraction is what was logged, and neither its text nor a standfirst nobody wrote is`, async () => {
    await using door = await openNewsroom(engine);
    const { id, slug, headline } = await someArticle(door);
    await retractArticle(door.db, { articleId: id, reason: "It does not hold.", by: "Ilse", at: LATER });
    await door.doJobs();
    const changed: { path?: string; from?: string; to?: string } = {};
    const site = await served(door, changed);
    try {
      const good = await commandAt(site.address);
      expect([good.status, good.err, good.out]).toEqual([0, "", expect.stringContaining("Nothing is wrong.")]);
      for (const more of ['<div class="body"><p>It does hold.</p></div>', '<p class="standfirst">It does hold.</p>']) {
        Object.assign(changed, { path: `/en/${slug}`, from: "</h1>", to: `</h1>${more}` });
        const page = await commandAt(site.address);
        expect([page.status, page.out]).toEqual([
          1,
          expect.stringContaining(
            `The page /en/${slug} does not show the text that was logged: logged “……”, shown “…Itdoeshold.…”`,
          ),
        ]);
      }
      expect(headline).not.toBe("");
    } finally {
      await site.stop();
    }
  });

test(
  "sqlite: every page of the invented agency, in three scripts and with all its furniture, shows what was logged",
  async () => {
    await using door = await openDoor("sqlite", { demo: true });
    const site = await served(door);
    const { status, out } = await commandAt(site.address);
    await site.stop();
    expect([status, out]).toEqual([0, expect.stringContaining("Nothing is wrong.")]);
    expect(Number(/(\d+) texts/.exec(out)?.[1])).toBeGreaterThan(30);
  },
  SLOW_MS,
);

test("sqlite: witnesses and authorities that are named have to vouch, for a site and for a store", async () => {
  await using witness = await openWitness({ name: "one.example/w", at: LATER });
  await using idle = await openWitness({ name: "idle.example/w", at: LATER });
  await using authority = await openAuthority("ec");
  await using stranger = await openAuthority("ec");
  const key = readVkey(witness.vkey);
  if (!key) throw new Error("the witness has no key");
  const vouchers = {
    witnesses: [{ url: witness.url, key }],
    authorities: [{ url: authority.url, trusted: [authority.root] }],
  };
  await using door = await openDoor("sqlite", { vouchers });
  witness.knows((await door.text("/log/key")).trim());
  await appendEntry(door.db, { kind: "kill", parts: [], at: LATER });
  door.setNow(LATER.toISOString());
  await door.doJobs();
  const vouched = ["--witness", witness.vkey, "--trust", authority.rootFile];
  const changed: { path?: string; from?: string; to?: string } = {};
  const site = await served(door, changed);
  try {
    for (const place of [site.address, door.store.data]) {
      const good = await commandAt(place, ...vouched);
      expect([place, good.status, good.err]).toEqual([place, 0, ""]);
      expect(good.out).toContain(
        "The witness one.example/w signed on 2026-03-02T13:00:00.000Z that the log has 1 entry",
      );
      expect(good.out).toContain(`The time stamp of ${authority.url} over 1 entry says that they were there on`);
      const none = await commandAt(place, "--witness", idle.vkey);
      expect([place, none.status, none.out]).toEqual([
        place,
        1,
        expect.stringMatching(/idle\.example\/w has (not signed the newest|signed no) checkpoint/),
      ]);
      if (place === site.address) {
        // A stamp over little is not one over much.
        Object.assign(changed, { path: "/log/timestamps.json", from: '"size": 1,', to: '"size": 100000,' });
        const stretched = await commandAt(place, ...vouched);
        expect([stretched.status, stretched.out]).toEqual([
          1,
          expect.stringContaining("is not over the checkpoint of 100000 entries"),
        ]);
        Object.assign(changed, { path: "/nowhere" });
      }
      const foreign = await commandAt(place, "--trust", stranger.rootFile);
      expect([place, foreign.status, foreign.out]).toEqual([
        place,
        1,
        expect.stringContaining("does not lead to a certificate you trust"),
      ]);
    }
  } finally {
    await site.stop();
  }
  const unchecked = await commandAt(door.store.data);
  expect([unchecked.status, unchecked.out]).toEqual([0, expect.stringContaining("its key was not given (--witness)")]);
  expect(unchecked.out).toContain("give --trust FILE");
  writeFileSync(
    join(door.store.data, "dateline.toml"),
    `witnesses = ["${witness.url} ${witness.vkey}"]\ntimestamps = ["${authority.url} ${authority.rootFile}"]\n`,
  );
  const configured = await commandAt(door.store.data);
  expect([configured.status, configured.out]).toEqual([0, expect.stringContaining("one.example/w signed on")]);
  expect((await commandAt(door.store.data, "--witness", "mine")).status).toBe(2);
  expect((await commandAt(door.store.data, "--trust", join(door.store.data, "dateline.toml"))).status).toBe(1);
});

test("sqlite: a copy of the log in files is checked without its site", async () => {
  await using door = await openNewsroom("sqlite");
  const copy = join(folder, "copy");
  const { size } = JSON.parse((await verified(door.store, "--json")).out.replace("entries", "size"));
  const names = [...tilesOf(size)].flatMap((tile) => [
    nameOfTile(tile),
    ...(tile.level === 0 ? [nameOfTile({ ...tile, level: "entries" })] : []),
  ]);
  for (const path of ["checkpoint", "key", ...names.map((name) => `tile/${name}`)]) {
    mkdirSync(join(copy, "log", path, ".."), { recursive: true });
    writeFileSync(join(copy, "log", path), new Uint8Array(await (await door.get(`/log/${path}`)).arrayBuffer()));
  }
  expect(await commandAt(copy)).toMatchObject({ status: 0, out: expect.stringContaining(`has ${size} entries`) });
  writeFileSync(join(copy, "log", "tile", nameOfTile({ level: 0, number: 0, width: size })), Buffer.alloc(32 * size));
  expect(await commandAt(copy)).toMatchObject({
    status: 1,
    out: expect.stringContaining("The tile 0/0 is not that of its entries"),
  });
});

test("verify is used wrongly in sentences", async () => {
  const empty = join(folder, "empty");
  mkdirSync(empty, { recursive: true });
  expect(await commandAt(empty)).toMatchObject({
    status: 1,
    err: expect.stringContaining("neither a store nor an export nor a copy of a log"),
  });
  expect((await commandAt()).status).toBe(2);
  expect(await commandAt(empty, "--key", "mine")).toMatchObject({
    status: 2,
    err: expect.stringContaining("no key of a log"),
  });
  const none = join(empty, "none.txt");
  writeFileSync(none, "Dear editor,\n");
  expect(await commandAt(empty, "--checkpoint", none)).toMatchObject({
    status: 1,
    err: expect.stringContaining("holds no checkpoint"),
  });
});

const swapped = `
  update log_entry
     set entry = (select entry from was where was.number = 7 - log_entry.number),
         leaf = (select leaf from was where was.number = 7 - log_entry.number)
   where number in (3, 4)`;

const CORRECTED = {
  kind: "correction",
  sentence: "The ferry stops at noon.",
  correction: { oldWords: "one", newWords: "noon", severity: "minor", askedBy: "", isAskerPublic: false },
} as const;

const STORIES = 14;

/** An edition with a few stories: one more than ten entries, and two that are looked at closely. */
async function openNewsroom(engine: EngineName): Promise<Door> {
  const door = await openDoor(engine);
  const edition = await door.db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
  const person = { edition_id: edition.id, id: "ilse", slug: "ilse", name: "Ilse", office: "", about: "" };
  await door.db.insertInto("person").values(person).execute();
  await together(door.db, async (db) => {
    for (let number = 1; number <= STORIES; number++) {
      const at = new Date(Date.UTC(2026, 2, 1, 10, number));
      const { articleId } = await draftArticle(db, {
        edition,
        slug: `ferry-${number}`,
        headline: `Ferry ${number} stops`,
        standfirst: "",
        document: parseMarkdown(`Crews of ferry ${number} **walked out** on Monday.\n\n> We stay.\n\n- one\n- two\n`),
        dateline: null,
        authorIds: ["ilse"],
        by: "Ilse",
        at,
      });
      await publishArticle(db, { articleId, by: "Ilse", at });
    }
  });
  return door;
}

/** Somebody with the key and the database writes the whole log anew, with one text changed. */
async function rewrite({ db, store }: Door): Promise<void> {
  const entries = await db.selectFrom("log_entry").selectAll().orderBy("number").execute();
  await together(db, async (db) => {
    for (const table of ["log_salt", "log_node", "log_checkpoint", "log_entry"] as const)
      await db.deleteFrom(table).execute();
    await sql`update revision set headline = headline || '!' where kind <> 'draft'`.execute(db);
    for (const { kind, article_id, entry } of entries) {
      const { at, revision, manifest } = JSON.parse(entry);
      await appendEntry(db, {
        kind,
        articleId: article_id ?? undefined,
        revisionId: revision,
        parts: manifest,
        at: new Date(at),
      });
    }
  });
  await keepCheckpoint(db, { signer: await signerOf({ store }), at: LATER });
}

function signerOf({ store }: Pick<Door, "store">) {
  return logSigner(join(store.data, "keys"), "https://strait.example");
}

async function someArticle({ db }: Door) {
  return db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select(["article.id", "article.slug", "revision.id as revision", "revision.headline"])
    .where("edition.code", "=", "en")
    .where("article.state", "=", "published")
    .orderBy("article.published_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The site on a port of its own; `changed` is what somebody in between makes of its answers. */
async function served(door: Door, changed: { path?: string; from?: string; to?: string } = {}) {
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      const response = await door.request(new Request(request.url));
      const { pathname } = new URL(request.url);
      const { path } = changed;
      if (path === undefined || !pathname.startsWith(path) || (pathname.endsWith(".json") && pathname !== path))
        return response;
      const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
      const headers = new Headers(response.headers);
      for (const name of ["content-length", "content-encoding"]) headers.delete(name);
      return new Response(Buffer.from(text.replaceAll(changed.from ?? "", changed.to ?? ""), "latin1"), {
        status: response.status,
        headers,
      });
    },
  });
  return { address: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) };
}

async function verified(place: Place, ...words: string[]) {
  const where = place.database === undefined ? [] : ["--database", place.database];
  return commandAt(place.data, ...words, ...where);
}

function command(place: Place, one: typeof backup, name: string, file: string) {
  const where = ["--data", place.data, ...(place.database === undefined ? [] : ["--database", place.database])];
  return said([one], [name, file, ...where]);
}

function commandAt(...words: string[]) {
  return said([verify], ["verify", ...words]);
}

async function said(commands: readonly (typeof verify)[], words: readonly string[]) {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {
      yield new Uint8Array();
    },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => LATER,
    config: (given) => configFrom(given, { DATELINE_URL: "https://strait.example" }),
  };
  return { status: await run(commands, words, world), out, err };
}
