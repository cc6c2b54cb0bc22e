import { expect, test } from "bun:test";
import { sql } from "kysely";
import { GrowingTree, hashesIn, hashOfTile, leafHash, rootAt } from "#lib/merkle/tree.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { note } from "./audit.ts";
import { type Db, reading, together } from "./db.ts";
import { appendEntry, contentOf, digestOf, logSize, tileBytes } from "./log.ts";
import { claim } from "./queue.ts";

const at = new Date("2026-03-02T10:00:00Z");

async function noted(db: Db, words: string): Promise<string> {
  return note(db, { by: "Ilse", act: "article.kill", subject: "article:a", detail: { note: words }, at });
}

async function append(db: Db, words: string): Promise<number> {
  return together(db, async (db) => {
    const id = await noted(db, words);
    return appendEntry(db, { kind: "kill", articleId: "a", parts: [{ of: "audit", id }], at });
  });
}

async function hashesOf(db: Db, tile: Parameters<typeof tileBytes>[1]): Promise<Buffer[]> {
  return hashesIn(await tileBytes(db, tile)).map((hash) => Buffer.from(hash));
}

for (const engine of engines) {
  test(`${engine}: an entry holds a digest nobody can guess, and no word of what it tells of`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    expect(await append(db, "the harbour master asked")).toBe(0);
    expect(await append(db, "the harbour master asked")).toBe(1);
    const entries = await db.selectFrom("log_entry").selectAll().orderBy("number").execute();
    const salts = await db.selectFrom("log_salt").selectAll().orderBy("entry").execute();
    const digests = entries.map(({ entry }) => JSON.parse(entry).manifest[0].digest);
    expect(digests[0]).not.toBe(digests[1]);
    for (const [number, { entry, leaf, kind, article_id }] of entries.entries()) {
      expect([entry.includes("harbour"), entry.includes("Ilse"), kind, article_id]).toEqual([
        false,
        false,
        "kill",
        "a",
      ]);
      expect(leaf).toBe(Buffer.from(leafHash(entry)).toString("hex"));
      const [{ salt, row_id } = { salt: "", row_id: "" }] = salts.filter((one) => one.entry === number);
      const content = (await contentOf(db, "audit", [row_id])).get(row_id) ?? "";
      expect(content).toContain("harbour");
      expect(digestOf(salt, content)).toBe(digests[number]);
    }
  });

  test(`${engine}: what was undone leaves no entry and no gap`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await append(db, "one");
    const undone = together(db, async (db) => {
      await appendEntry(db, { kind: "kill", parts: [], at });
      throw new Error("the editor changed her mind");
    });
    await expect(undone).rejects.toThrow("changed her mind");
    await expect(appendEntry(db, { kind: "kill", parts: [{ of: "audit", id: "nobody" }], at })).rejects.toThrow(
      "there is no audit nobody",
    );
    expect(await append(db, "two")).toBe(1);
    expect(await logSize(db)).toBe(2);
  });

  test(`${engine}: forty who append at once get forty numbers in a row, and readers wait for none of them`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const inside = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const slow = together(db, async (db) => {
      const number = await appendEntry(db, { kind: "kill", parts: [], at });
      inside.resolve();
      await leave.promise;
      return number;
    });
    await inside.promise;
    expect(await reading(db, logSize)).toBe(0);
    leave.resolve();
    const numbers = await Promise.all([slow, ...Array.from({ length: 39 }, (_, number) => append(db, `${number}`))]);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, number) => number));
    // One job signs for all of them.
    expect((await claim(db, { kinds: ["log.checkpoint"], worker: "w", now: at, limit: 50 })).length).toBe(1);
  });

  test(`${engine}: the database refuses to change or delete an entry`, async () => {
    await using store = await openTestStore(engine);
    await append(store.db, "one");
    for (const change of ["update log_entry set entry = '{}'", "delete from log_entry"])
      await expect(sql.raw(change).execute(store.db)).rejects.toThrow("never changed");
  });

  test(`${engine}: full tiles are hashed as they fill, and the tree is that of the entries`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const whole = new GrowingTree();
    await together(db, async (db) => {
      for (let number = 0; number < 513; number++) {
        await appendEntry(db, { kind: "kill", articleId: `${number}`, parts: [], at });
      }
    });
    for (const { entry } of await db.selectFrom("log_entry").select("entry").orderBy("number").execute())
      whole.append(leafHash(entry));
    const nodes = await hashesOf(db, { level: 1, number: 0, width: 256 });
    expect(nodes.length).toBe(2);
    const second = await hashesOf(db, { level: 0, number: 1, width: 256 });
    expect(nodes[1]).toEqual(Buffer.from(hashOfTile(second)));
    const root = await rootAt(513, (tile) => tileBytes(db, tile));
    expect(Buffer.from(root).toString("hex")).toBe(Buffer.from(whole.root()).toString("hex"));
  });

  test(`${engine}: withholding destroys the random bytes of every earlier form, and says which`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const id = await noted(db, "a name");
    const parts = [{ of: "audit" as const, id }];
    await appendEntry(db, { kind: "kill", articleId: "a", parts, at });
    await appendEntry(db, { kind: "label-change", articleId: "a", parts, at });
    const number = await appendEntry(db, {
      kind: "withheld",
      articleId: "a",
      parts,
      withholds: parts,
      facts: { reason: "court", role: "editor" },
      at,
    });
    const entry = await db
      .selectFrom("log_entry")
      .select("entry")
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.entry)).toMatchObject({
      withholds: [
        [0, 0],
        [1, 0],
      ],
      facts: { reason: "court" },
    });
    const salts = await db.selectFrom("log_salt").select("entry").orderBy("entry").execute();
    expect(salts).toEqual([{ entry: number }]);
  });
}
