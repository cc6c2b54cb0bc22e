/** What somebody with the database in hand may do to the record, beside what `verify.test.ts` of the command tries. */
import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { keepPicture } from "#agency/media/actions.ts";
import { filesIn } from "#outside/files.ts";
import { type Db, supposing } from "#store/db.ts";
import { DATABASE_FILE } from "#store/open.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { verifyStore } from "./verify.ts";

type TheDoor = Awaited<ReturnType<typeof openDoor>>;

/** Two stories, the first of them corrected. */
async function newsroom({ db }: TheDoor) {
  const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
  const ids: string[] = [];
  for (const number of [1, 2]) {
    const at = new Date(Date.UTC(2026, 2, 1, 10, number));
    const document = parseMarkdown(`Crews of ferry ${number} walked out.`);
    const about = { slug: `ferry-${number}`, headline: `Ferry ${number} stops`, standfirst: "", dateline: null };
    const { articleId } = await draftArticle(db, { edition, ...about, document, by: "Ilse", at });
    await publishArticle(db, { articleId, by: "Ilse", at });
    ids.push(articleId);
  }
  const [first = "", second = ""] = ids;
  const correction = {
    oldWords: "one",
    newWords: "noon",
    severity: "minor",
    askedBy: "",
    isAskerPublic: false,
  } as const;
  const change = { kind: "correction", sentence: "It stops at noon.", correction } as const;
  await publishArticle(db, { articleId: first, change, by: "Ilse", at: new Date("2026-03-02T12:00:00Z") });
  return { first, second };
}

async function faultsOf(db: Db): Promise<readonly string[]> {
  const { findings } = await verifyStore(db, { verifier: undefined, earlier: [] });
  return findings.filter(({ severity }) => severity === "fault").map(({ code, sentence }) => `${code}: ${sentence}`);
}

test("a picture that was given other bytes, and one that is gone, are found and named", async () => {
  await using door = await openDoor("sqlite");
  const files = filesIn(join(door.store.data, "media"));
  const facts = { type: "image/jpeg", width: 1, height: 1, credit: "", licence: "", at: new Date() };
  const kept = (words: string) => keepPicture(door.db, files, { ...facts, bytes: new TextEncoder().encode(words) });
  const [other, gone, same] = [await kept("a ferry"), await kept("a quay"), await kept("a crane")];
  const report = async () =>
    (await verifyStore(door.db, { verifier: undefined, earlier: [], files })).findings.map(({ sentence }) => sentence);
  expect((await report()).filter((sentence) => sentence.includes("picture"))).toEqual([]);

  writeFileSync(join(door.store.data, "media", `${other.id}.jpg`), "a fairy");
  rmSync(join(door.store.data, "media", `${gone.id}.jpg`));
  const found = (await report()).join("\n");
  expect(found).toContain(`The picture ${other.id}.jpg shows something else`);
  expect(found).toContain(`The picture ${gone.id}.jpg is gone`);
  expect(found).not.toContain(same.id);
  const { findings } = await verifyStore(door.db, { verifier: undefined, earlier: [] });
  expect(findings.map(({ sentence }) => sentence).join()).toContain("their bytes were not compared");
});

type Stories = Awaited<ReturnType<typeof newsroom>>;

const TAMPERINGS: readonly { what: string; change: (stories: Stories) => readonly string[]; says: string }[] = [
  {
    what: "the day a story came out",
    change: ({ first }) => [`update article set published_at = '2026-02-27T09:00:00.000Z' where id = '${first}'`],
    says: "/en/ferry-1 says that it came out on 2026-02-27T09:00:00.000Z; what was logged says 2026-03-01T10:01:00.000Z",
  },
  {
    what: "the day a story was changed",
    change: ({ first }) => [`update article set changed_at = published_at where id = '${first}'`],
    says: "/en/ferry-1 says that it was last changed on 2026-03-01T10:01:00.000Z; what was logged says 2026-03-02T12:00:00.000Z",
  },
  {
    what: "two texts that change places",
    change: ({ first, second }) => [
      "create table was as select article_id, document from revision where kind = 'publication'",
      ...[
        [first, second],
        [second, first],
      ].map(
        ([here, there]) =>
          `update revision set document = (select document from was where article_id = '${there}') where kind = 'publication' and article_id = '${here}'`,
      ),
    ],
    says: "content-changed: The text of /en/ferry-2",
  },
  {
    what: "another story's text at an address",
    change: ({ first, second }) => [
      `update article set published_revision_id = (select published_revision_id from article where id = '${second}') where id = '${first}'`,
    ],
    says: "/en/ferry-1 shows another text than the one the last entry about it names",
  },
  {
    what: "the random bytes themselves",
    change: () => ["update log_salt set salt = replace(salt, substr(salt, 1, 1), 'x') where entry = 1"],
    says: "that entry 1 logged on 2026-03-01T10:02:00.000Z (publication, revision",
  },
  {
    what: "what a correction says was wrong",
    change: () => ["update correction set old_words = 'two'"],
    says: "content-changed: The correction of /en/ferry-1",
  },
  {
    what: "the public sentence of a correction",
    change: () => ["update version set sentence = 'A word was mended.' where kind = 'correction'"],
    says: "content-changed: The version of /en/ferry-1",
  },
  {
    what: "a correction that is called a mere update",
    change: () => ["update version set kind = 'update' where kind = 'correction'"],
    says: "content-changed: The version of /en/ferry-1",
  },
  {
    what: "a version nobody logged",
    change: ({ first }) => [
      `insert into version (id, article_id, number, revision_id, kind, sentence, made_by, made_at) select 'v', article_id, 9, revision_id, 'update', '', '', made_at from version where article_id = '${first}' and number = 1`,
    ],
    says: "content-unlogged: The version v is kept as published",
  },
];

for (const engine of engines) {
  test(`${engine}: whatever is changed by hand is found and named`, async () => {
    await using door = await openDoor(engine);
    const stories = await newsroom(door);
    expect(await faultsOf(door.db)).toEqual([]);
    await unlock(door.store);
    for (const { what, change, says } of TAMPERINGS) {
      const faults = await supposing(door.db, async (db) => {
        for (const one of change(stories)) await sql.raw(one).execute(db);
        return faultsOf(db);
      });
      expect([what, faults.join("\n")]).toEqual([what, expect.stringContaining(says)]);
    }
    expect(await faultsOf(door.db)).toEqual([]);
  });

  test(`${engine}: a story that is taken out of the database, its texts left behind or not, is found`, async () => {
    await using door = await openDoor(engine);
    const { second } = await newsroom(door);
    await unlock(door.store);
    const tables = ["version", "working_copy", "revision"];
    const gone = `delete from article where id = '${second}'`;
    if (engine === "postgres") {
      for (const one of ["alter table article disable trigger all", gone]) await sql.raw(one).execute(door.db);
    } else {
      // Whoever opens the file with another program is not held by its references.
      using file = new Database(join(door.store.data, DATABASE_FILE));
      file.run("pragma foreign_keys = off");
      file.run(gone);
    }
    const says = `content-gone: The story that entry 1 tells of (article ${second}) is gone, and no entry says why.`;
    expect(await faultsOf(door.db)).toEqual([says]);
    if (engine === "sqlite") return;
    for (const table of tables) {
      await sql.raw(`alter table ${table} disable trigger all`).execute(door.db);
      await sql.raw(`delete from ${table} where article_id = '${second}'`).execute(door.db);
    }
    const all = await faultsOf(door.db);
    expect(all).toHaveLength(3);
    expect(all).toContain(says);
  });
}
