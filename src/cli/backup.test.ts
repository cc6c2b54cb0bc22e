import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { keyIn } from "#outside/keys.ts";
import { logSigner } from "#outside/log-key.ts";
import { backUp } from "#store/backup.ts";
import { type Db, together } from "#store/db.ts";
import { appendEntry } from "#store/log.ts";
import { MIGRATIONS } from "#store/migrations/all.ts";
import { DATABASE_FILE, openStore } from "#store/open.ts";
import { checkedManifest, putBack } from "#store/restore.ts";
import { matchingArticles } from "#store/search.ts";
import { pagesOf, TABLE_NAMES } from "#store/tables.ts";
import { tarEntries } from "#store/tar.ts";
import { bump } from "#store/topics.ts";
import { emptyPlace, engines, openTestStore, type Place } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { configFrom } from "../config.ts";
import { backup } from "./backup.ts";
import type { World } from "./command.ts";
import { restore } from "./restore.ts";
import { run } from "./run.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const picture = Buffer.from("not a picture, but its bytes");
const pictureId = createHash("sha256").update(picture).digest("hex").slice(0, 32);

for (const engine of engines) {
  for (const other of engines) {
    test(`${engine}: what was backed up stands again on ${other}, row for row and picture for picture`, async () => {
      await using store = await openTestStore(engine);
      await using folder = temporaryFolder();
      await newsroom(store.db, store.data);
      const file = join(folder.path, "news.tar.gz");
      const written = await command(store, "backup", file, "--json");
      expect(written.status).toBe(0);
      expect(JSON.parse(written.out)).toMatchObject({
        file,
        engine,
        rows: 1_526,
        media: { files: 1 },
        leftOut: ["keys"],
      });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readdirSync(folder.path)).toEqual(["news.tar.gz"]);

      const place = await emptyPlace(other);
      const restored = await command(place, "restore", file, "--json");
      expect(restored).toMatchObject({ status: 0, err: "" });
      expect(JSON.parse(restored.out)).toMatchObject({ from: engine, engine: other, rows: 1_526, leftOut: ["keys"] });
      expect(readFileSync(join(place.data, "media", `${pictureId}.png`))).toEqual(picture);
      expect(existsSync(join(place.data, "keys"))).toBe(false);

      const again = await openStore(place);
      expect(await everyRow(again.db)).toEqual(await everyRow(store.db));
      expect(await matchingArticles(again.db, { editionId: "en", stems: ["ferri"], limit: 5 })).toHaveLength(1);
      await again.close();
    });
  }

  test(`${engine}: a backup is of one moment while others write`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    let writing = true;
    // Each action adds two rows, so that half an action would show.
    const writer = (async () => {
      for (let number = 0; writing; number++) {
        await together(store.db, async (db) => {
          await db
            .insertInto("setting")
            .values({ key: `pair ${number}`, value: "" })
            .execute();
          await db
            .insertInto("story")
            .values({ id: `pair ${number}`, made_at: now.toISOString() })
            .execute();
        });
      }
    })();
    const file = join(folder.path, "news.tar.gz");
    const { status, out } = await command(store, "backup", file, "--json");
    writing = false;
    await writer;
    expect(status).toBe(0);
    const { tables } = JSON.parse(out);
    const place = await emptyPlace(engine);
    expect((await command(place, "restore", file)).status).toBe(0);
    expect(tables.setting).toBe(tables.story - 1_500);
  });

  test(`${engine}: a store with articles is not restored over`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    const file = join(folder.path, "news.tar.gz");
    await command(store, "backup", file);
    await using used = await openTestStore(engine);
    await used.db.insertInto("story").values({ id: "mine", made_at: now.toISOString() }).execute();
    const { status, err } = await command(used, "restore", file);
    expect(status).toBe(1);
    expect(err).toContain("not empty");
    expect(await used.db.selectFrom("story").select("id").execute()).toEqual([{ id: "mine" }]);
    expect(existsSync(join(used.data, "media"))).toBe(false);
  });

  test(`${engine}: a file that is cut off, changed, foreign or of another version changes nothing`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    const file = join(folder.path, "news.tar.gz");
    await command(store, "backup", file);
    const whole = readFileSync(file);
    const tar = gunzipSync(whole);
    const swapped = Buffer.from(tar);
    swapped.write("Ferri", swapped.indexOf("Ferry"));
    const newest = MIGRATIONS.at(-1)?.name ?? "";
    const newer = Buffer.from(tar.toString("latin1").replaceAll(newest, `9${newest.slice(1)}`), "latin1");
    const wrong: Record<string, { bytes: Buffer; says: string }> = {
      empty: { bytes: Buffer.alloc(0), says: "cut off" },
      "half of it": { bytes: whole.subarray(0, whole.length / 2), says: "cut off" },
      "all but a byte": { bytes: whole.subarray(0, -1), says: "cut off" },
      "without its end": { bytes: gzipSync(tar.subarray(0, -2_048)), says: "cut off" },
      "without its manifest": {
        bytes: gzipSync(Buffer.concat([tar.subarray(0, tar.indexOf("manifest.json")), Buffer.alloc(1_024)])),
        says: "no manifest",
      },
      "a row changed": { bytes: gzipSync(swapped), says: "is not what was written" },
      "a byte flipped": { bytes: flipped(whole), says: "damaged" },
      "a text": { bytes: Buffer.from("Dear reader,\n".repeat(100)), says: "not a gzipped archive" },
      "a gzipped text": { bytes: gzipSync("Dear reader,\n".repeat(100)), says: "damaged" },
      "of a newer version": { bytes: gzipSync(newer), says: "newer version" },
    };
    const place = await emptyPlace(engine);
    const before = await rowsAt(place);
    for (const [name, { bytes, says }] of Object.entries(wrong)) {
      const path = join(folder.path, name);
      writeFileSync(path, bytes);
      const { status, err, out } = await command(place, "restore", path);
      expect([name, status, out, err]).toEqual([name, 1, "", expect.stringContaining(says)]);
    }
    expect(await rowsAt(place)).toBe(before);
    expect(existsSync(join(place.data, "media"))).toBe(false);
    // And the one that is whole goes in after all of them.
    expect((await command(place, "restore", file)).status).toBe(0);
  });

  test(`${engine}: two backups into one file at once do not spoil each other`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    const file = join(folder.path, "news.tar.gz");
    const both = await Promise.all([command(store, "backup", file), command(store, "backup", file)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(readdirSync(folder.path)).toEqual(["news.tar.gz"]);
    expect((await command(await emptyPlace(engine), "restore", file)).status).toBe(0);
  });

  test(`${engine}: a backup whose sums are right and whose rows are not changes nothing`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    const file = join(folder.path, "news.tar.gz");
    await command(store, "backup", file);
    const place = await emptyPlace(engine);
    const changes: Record<string, { from: string; to: string; says: string }> = {
      "a column nobody knows": { from: '"standfirst"', to: '"standlast "', says: "does not fit" },
      "a row that is no JSON": { from: '{"id":"guild"', to: '["id":"guild"', says: "a row is not one" },
      "a value that is a list": { from: '"made_by":"Ilse"', to: '"made_by":["Il"]', says: "a row is not one" },
      "a row without a column": { from: '"id":"story 7",', to: "               ", says: "uneven" },
      "a name of nobody": { from: '"topic_id":"ferries"', to: '"topic_id":"derries"', says: "does not fit" },
    };
    for (const [name, { from, to, says }] of Object.entries(changes)) {
      const path = join(folder.path, name);
      writeFileSync(path, await forged(readFileSync(file), from, to));
      const { status, err, out } = await command(place, "restore", path);
      expect([name, status, out, err]).toEqual([name, 1, "", expect.stringContaining(says)]);
    }
    expect(await rowsAt(place)).toBe(0);
  });

  test(`${engine}: where a backup cannot be written nothing is left, and the older one stays`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    const file = join(folder.path, "news.tar.gz");
    writeFileSync(file, "the older one");
    // A file in the place of the pictures' folder: what comes after the rows cannot be read, even by root.
    renameSync(join(store.data, "media"), join(store.data, "moved"));
    writeFileSync(join(store.data, "media"), "");
    const unreadable = await command(store, "backup", file);
    expect(unreadable).toEqual({ status: 1, out: "", err: expect.stringContaining("media cannot be read") });
    expect(readFileSync(file, "utf8")).toBe("the older one");
    expect(readdirSync(folder.path)).toEqual(["news.tar.gz"]);
    const { status, err } = await command(store, "backup", join(folder.path, "no", "such", "folder.tar.gz"));
    expect(status).toBe(1);
    expect(err).toContain("no such folder");
    expect((await command(store, "backup", folder.path)).err).toContain("is not a file");
    expect((await command(store, "backup")).status).toBe(2);
    expect((await command(store, "backup", "-")).status).toBe(2);
  });
}

test("sqlite: pictures are copied while no snapshot is open and no action runs, however long that takes", async () => {
  await using store = await openTestStore("sqlite");
  await using folder = temporaryFolder();
  await newsroom(store.db, store.data);
  const file = join(folder.path, "news.tar.gz");
  using beside = new Database(join(store.data, DATABASE_FILE));
  const backedUp: unknown[] = [];
  await backUp(store.db, {
    media: join(store.data, "media"),
    file,
    now,
    progress: (what) => {
      if (!what.startsWith("media/")) return;
      beside.run("insert into setting (key, value) values ('meanwhile', '')");
      // The log can be emptied only when nobody reads an older moment.
      backedUp.push(beside.query("pragma wal_checkpoint(truncate)").get());
    },
  });
  expect(backedUp).toEqual([expect.objectContaining({ busy: 0 })]);

  await using again = await openTestStore("sqlite");
  using besideAgain = new Database(join(again.data, DATABASE_FILE));
  const restored: string[] = [];
  await putBack(again.db, {
    file,
    media: join(again.data, "media"),
    manifest: await checkedManifest(file),
    progress: (what) => {
      if (!what.startsWith("media/")) return;
      besideAgain.run("begin immediate");
      besideAgain.run("rollback");
      restored.push(what);
    },
  });
  expect(restored).toEqual([`media/${pictureId}.png`]);
});

for (const engine of engines) {
  test(`${engine}: keys go apart, under a passphrase, and come back with a store whose record they sign`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    rmSync(join(store.data, "keys"), { recursive: true });
    const { vkey } = await logSigner(join(store.data, "keys"), "http://localhost:8080");
    const desk = await keyIn(join(store.data, "keys"), "desk");
    const [file, keys] = [join(folder.path, "news.tar.gz"), join(folder.path, "news.keys")];
    const passphrase = "nine ferries in fog\n";
    expect(await commandTold("short\n", store, "backup", "--keys", keys)).toMatchObject({
      status: 1,
      err: expect.stringContaining("at least 12 letters"),
    });
    expect(existsSync(keys)).toBe(false);
    const both = await commandTold(passphrase, store, "backup", file, "--keys", keys);
    expect([both.status, both.out]).toEqual([0, expect.stringContaining(`they are in ${keys}`)]);
    for (const secret of [desk, readFileSync(join(store.data, "keys", "log"), "utf8").trim()])
      for (const written of [readFileSync(keys, "utf8"), gunzipSync(readFileSync(file)).toString("latin1")])
        expect(written.includes(secret)).toBe(false);
    expect(statSync(keys).mode & 0o777).toBe(0o600);

    const place = await emptyPlace(engine);
    const wrong = await commandTold("nine ferries in fox\n", place, "restore", file, "--keys", keys);
    expect([wrong.status, wrong.err]).toEqual([1, expect.stringContaining("does not open with this passphrase")]);
    expect(await rowsAt(place)).toBe(engine === "sqlite" ? "no store" : 0);
    const right = await commandTold(passphrase, place, "restore", file, "--keys", keys);
    expect([right.status, right.out]).toEqual([
      0,
      expect.stringContaining("publication log was checked: its 2 entries"),
    ]);
    expect(await keyIn(join(place.data, "keys"), "desk")).toBe(desk);
    expect((await logSigner(join(place.data, "keys"), "http://localhost:8080")).vkey).toBe(vkey);
    expect(statSync(join(place.data, "keys", "log")).mode & 0o777).toBe(0o600);

    const used = await emptyPlace(engine);
    const mine = await keyIn(join(used.data, "keys"), "desk");
    const other = await commandTold(passphrase, used, "restore", file, "--keys", keys);
    expect([other.status, other.err]).toEqual([1, expect.stringContaining("has other keys already")]);
    expect(await keyIn(join(used.data, "keys"), "desk")).toBe(mine);
    expect((await commandTold(passphrase, used, "restore", file, "--keys", file)).err).toContain(
      "is not a file of keys",
    );
    const none = await emptyPlace(engine);
    expect((await commandTold(passphrase, none, "backup", "--keys", keys)).err).toContain("There are no keys");
  });
}

for (const engine of engines) {
  test(`${engine}: a backup of a store whose record was changed comes back whole, and says what is wrong with it`, async () => {
    await using store = await openTestStore(engine);
    await using folder = temporaryFolder();
    await newsroom(store.db, store.data);
    await unlock(store);
    await store.db.updateTable("revision").set({ headline: "Ferry sails" }).where("id", "=", "r1").execute();
    const file = join(folder.path, "news.tar.gz");
    await command(store, "backup", file);
    const place = await emptyPlace(engine);
    const { status, out } = await command(place, "restore", file);
    expect([status, out]).toEqual([1, expect.stringContaining("WRONG: The text of /en/ferry that entry 0 logged")]);
    const again = await openStore(place);
    expect(await everyRow(again.db)).toEqual(await everyRow(store.db));
    await again.close();
  });
}

test("sqlite: a directory without a store is not backed up, and none is made there", async () => {
  await using folder = temporaryFolder();
  const data = join(folder.path, "nothing");
  const { status, err } = await command({ data }, "backup", join(folder.path, "news.tar.gz"));
  expect(status).toBe(1);
  expect(err).toContain("There is no store");
  expect(readdirSync(folder.path)).toEqual([]);
});

async function command(place: Place, ...words: string[]): Promise<{ status: number; out: string; err: string }> {
  return commandTold("", place, ...words);
}

async function commandTold(stdin: string, place: Place, ...words: string[]) {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {
      yield new TextEncoder().encode(stdin);
    },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => now,
    config: (given) => configFrom(given, {}),
  };
  const where = ["--data", place.data, ...(place.database === undefined ? [] : ["--database", place.database])];
  return { status: await run([backup, restore], [...words, ...where], world), out, err };
}

/** Rows that name each other in both directions, an article translated from a later one, and more than one page of stories. */
async function newsroom(db: Db, data: string): Promise<void> {
  const madeAt = now.toISOString();
  await together(db, async (db) => {
    const edition = {
      time_zone: "UTC",
      date_order: "day-first",
      dateline_style: "place-date",
      jurisdictions: "[]",
      label_policy: "{}",
      labels_as_of: "today",
      position: 0,
      made_at: madeAt,
    };
    await db
      .insertInto("edition")
      .values([
        { ...edition, id: "en", code: "en", name: "English", language: "en" },
        { ...edition, id: "ru", code: "ru", name: "Русский", language: "ru" },
      ])
      .execute();
    await db
      .insertInto("section")
      .values({ id: "region", edition_id: "en", slug: "region", name: "Region", position: 0 })
      .execute();
    await db
      .insertInto("topic")
      .values({ id: "ferries", edition_id: "en", slug: "ferries", name: "Ferries", description: "" })
      .execute();
    await db
      .insertInto("person")
      .values({ id: "ilse", edition_id: "en", slug: "ilse", name: "Ilse", office: "", about: "" })
      .execute();
    await db
      .insertInto("media")
      .values({
        id: pictureId,
        type: "image/png",
        width: 1,
        height: 1,
        bytes: picture.length,
        credit: "",
        licence: "",
        made_at: madeAt,
      })
      .execute();
    for (let from = 0; from < 1_500; from += 500) {
      await db
        .insertInto("story")
        .values(Array.from({ length: 500 }, (_, number) => ({ id: `story ${from + number}`, made_at: madeAt })))
        .execute();
    }
    const article = {
      story_id: "story 0",
      section_id: null,
      state: "published",
      published_revision_id: null,
      published_at: madeAt,
      changed_at: madeAt,
      origin_name: null,
      origin_url: null,
      made_at: madeAt,
    };
    await db
      .insertInto("article")
      .values({ ...article, id: "b", edition_id: "en", slug: "ferry", section_id: "region", translated_from: null })
      .execute();
    await db
      .insertInto("article")
      .values({ ...article, id: "a", edition_id: "ru", slug: "parom", translated_from: "b" })
      .execute();
    const revision = {
      kind: "publication",
      standfirst: "",
      document: '{"type":"doc"}',
      dateline_place: null,
      dateline_date: null,
      picture_alt: "",
      picture_caption: "",
      note: "",
      made_by: "Ilse",
      made_at: madeAt,
    };
    await db
      .insertInto("revision")
      .values({
        ...revision,
        id: "r1",
        article_id: "b",
        headline: "Ferry “strike”\nends \\ é 🚢",
        picture_id: pictureId,
      })
      .execute();
    await db
      .insertInto("revision")
      .values({ ...revision, id: "r2", article_id: "a", headline: "Паром", picture_id: null })
      .execute();
    await db.updateTable("article").set({ published_revision_id: "r1" }).where("id", "=", "b").execute();
    await db.updateTable("article").set({ published_revision_id: "r2" }).where("id", "=", "a").execute();
    await db.insertInto("article_topic").values({ article_id: "b", topic_id: "ferries" }).execute();
    await db.insertInto("byline").values({ revision_id: "r1", person_id: "ilse", position: 0 }).execute();
    await db
      .insertInto("front_plan")
      .values({
        id: "f",
        edition_id: "en",
        starts_at: madeAt,
        places: '[{"articleId":"b","until":null}]',
        sections: "[]",
        made_by: "Ilse",
        made_at: madeAt,
      })
      .execute();
    await db
      .insertInto("search_entry")
      .values({
        article_id: "b",
        edition_id: "en",
        published_at: madeAt,
        headline_stems: "ferri strike",
        text_stems: "end",
      })
      .execute();
    await db.insertInto("organisation").values({ id: "guild", position: 0, changed_at: madeAt }).execute();
    await db.insertInto("article_mention").values({ article_id: "b", organisation_id: "guild" }).execute();
    await db
      .insertInto("name")
      .values({
        id: "n",
        organisation_id: "guild",
        text: "Guild",
        language: "en",
        kind: "full",
        match: null,
        wording: null,
        position: 0,
      })
      .execute();
    await db.insertInto("form").values({ name_id: "n", text: "Guild", how: "given" }).execute();
    for (const [articleId, id] of [
      ["b", "r1"],
      ["a", "r2"],
    ] as const)
      await appendEntry(db, {
        kind: "publication",
        articleId,
        revisionId: id,
        parts: [{ of: "revision", id }],
        at: now,
      });
    await bump(db, ["article:a", "article:b"]);
  });
  mkdirSync(join(data, "media"));
  mkdirSync(join(data, "keys"));
  writeFileSync(join(data, "media", `${pictureId}.png`), picture);
  writeFileSync(join(data, "media", "half.png.part"), "half");
  writeFileSync(join(data, "keys", "log.key"), "secret");
  chmodSync(join(data, "keys"), 0o700);
}

async function everyRow(db: Db): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of TABLE_NAMES) {
    all[table] = [];
    for await (const page of pagesOf(db, table)) all[table].push(...page);
  }
  return all;
}

/** How many rows there are at a place, or that there is no store. */
async function rowsAt(place: Place): Promise<number | "no store"> {
  if (place.database === undefined && !existsSync(join(place.data, "dateline.db"))) return "no store";
  const store = await openStore(place);
  const rows = Object.values(await everyRow(store.db)).flat().length;
  await store.close();
  return rows;
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy.writeUInt8(copy.readUInt8(middle) ^ 0xff, middle);
  return copy;
}

/** A backup changed everywhere by as many letters, and its sums with it. */
async function forged(backup: Buffer, from: string, to: string): Promise<Buffer> {
  const tar = gunzipSync(backup).toString("latin1");
  expect([tar.includes(from), to.length]).toEqual([true, from.length]);
  let changed = tar.replaceAll(from, to);
  const sums = await sumsIn(changed);
  for (const [at, sum] of (await sumsIn(tar)).entries()) changed = changed.replace(sum, sums[at] ?? sum);
  return gzipSync(Buffer.from(changed, "latin1"));
}

async function sumsIn(tar: string): Promise<string[]> {
  const sums: string[] = [];
  for await (const { body } of tarEntries(Readable.from([Buffer.from(tar, "latin1")]))) {
    const digest = createHash("sha256");
    for await (const piece of body) digest.update(piece);
    sums.push(digest.digest("hex"));
  }
  return sums;
}

function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "dateline-backup-"));
  return { path, [Symbol.asyncDispose]: async () => rmSync(path, { recursive: true, force: true }) };
}
