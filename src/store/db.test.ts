import { expect, test } from "bun:test";
import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { engines, openTestStore } from "#test/engines.ts";
import { type Db, reading, supposing, together } from "./db.ts";
import { bump, topicVersions } from "./topics.ts";

for (const engine of engines) {
  test(`${engine}: an action that fails leaves nothing`, async () => {
    await using store = await openTestStore(engine);
    const failing = together(store.db, async (db) => {
      await tell(db, "one");
      throw new Error("the press has stopped");
    });
    await expect(failing).rejects.toThrow("the press has stopped");
    expect(await stories(store.db)).toEqual([]);
  });

  test(`${engine}: what is only supposed sees itself, is answered, and leaves nothing`, async () => {
    await using store = await openTestStore(engine);
    const before = await topicVersions(store.db, ["front:en"]);
    const seen = await supposing(store.db, async (db) => {
      await tell(db, "one");
      await together(db, (db) => tell(db, "two"));
      await bump(db, ["front:en"]);
      return reading(db, stories);
    });
    expect(seen).toEqual(["one", "two"]);
    expect(await stories(store.db)).toEqual([]);
    expect(await topicVersions(store.db, ["front:en"])).toEqual(before);
    const failing = supposing(store.db, async () => {
      throw new Error("the press has stopped");
    });
    await expect(failing).rejects.toThrow("the press has stopped");
  });

  test(`${engine}: an action inside an action is kept and lost with it`, async () => {
    await using store = await openTestStore(engine);
    await together(store.db, async (db) => {
      await tell(db, "outer");
      await together(db, (db) => tell(db, "inner"));
    });
    const failing = together(store.db, async (db) => {
      await together(db, (db) => tell(db, "lost"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await stories(store.db)).toEqual(["inner", "outer"]);
  });

  test(`${engine}: a failure inside that the outer action catches undoes only the inner`, async () => {
    await using store = await openTestStore(engine);
    await together(store.db, async (db) => {
      await tell(db, "before");
      await together(db, async (db) => {
        await tell(db, "inner");
        await together(db, (db) => tell(db, "innermost"));
        await tell(db, "before");
      }).catch((error: unknown) => expect(String(error)).toMatch(/unique/i));
      await tell(db, "after");
    });
    expect(await stories(store.db)).toEqual(["after", "before"]);
  });

  test(`${engine}: actions started side by side inside one do not undo each other`, async () => {
    await using store = await openTestStore(engine);
    await together(store.db, async (db) => {
      await Promise.allSettled([
        together(db, (db) => tell(db, "one")),
        together(db, async (db) => {
          await tell(db, "two");
          throw new Error("no");
        }),
        together(db, (db) => tell(db, "three")),
      ]);
    });
    expect(await stories(store.db)).toEqual(["one", "three"]);
  });

  test(`${engine}: an action inside an action that is given the db from outside is refused at once`, async () => {
    await using store = await openTestStore(engine);
    const { db: outside } = store;
    const mistaken = together(outside, async (db) => {
      await tell(db, "one");
      await together(outside, (db) => tell(db, "two"));
    });
    await expect(mistaken).rejects.toThrow("given the db from outside");
    const nestedMistake = together(outside, (db) => together(db, () => together(db, (db) => tell(db, "three"))));
    await expect(nestedMistake).rejects.toThrow("given the db from outside");
    expect(await stories(outside)).toEqual([]);
  });

  test(`${engine}: a statement after an action's end is refused`, async () => {
    await using store = await openTestStore(engine);
    let kept: Db | undefined;
    await together(store.db, async (db) => {
      kept = db;
      await tell(db, "one");
    });
    await expect(kept ? tell(kept, "two") : Promise.resolve()).rejects.toThrow();
    expect(await stories(store.db)).toEqual(["one"]);
  });

  test(`${engine}: reading sees one moment and waits for no action`, async () => {
    await using store = await openTestStore(engine);
    await tell(store.db, "one");
    const gate = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const action = together(store.db, async (db) => {
      await tell(db, "two");
      written.resolve();
      await gate.promise;
    });
    await written.promise;
    await reading(store.db, async (snapshot) => {
      expect(await stories(snapshot)).toEqual(["one"]);
      expect(await stories(store.db)).toEqual(["one"]);
      gate.resolve();
      await action;
      expect(await stories(store.db)).toEqual(["one", "two"]);
      expect(await stories(snapshot)).toEqual(["one"]);
    });
  });

  test(`${engine}: questions are answered while a long action writes`, async () => {
    await using store = await openTestStore(engine);
    const few = 6;
    const most = 100_000;
    let writing = true;
    let answered = 0;
    let written = 0;
    const action = together(store.db, async (db) => {
      // On a fast machine it would be over too soon, so it goes on until some have been answered, or none ever will be.
      for (; written < 2_000 || (answered < few && written < most); written++) await tell(db, `story ${written}`);
      writing = false;
    });
    while (writing) {
      const seen = await stories(store.db);
      // A question asked before the end may be answered after it.
      if (writing) expect(seen).toEqual([]);
      answered += 1;
      // As a request does: the next one comes with the next turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await action;
    expect(answered).toBeGreaterThanOrEqual(few);
    expect(await stories(store.db)).toHaveLength(written);
  });

  test(`${engine}: reading inside reading sees the same moment, and is refused the db from outside`, async () => {
    await using store = await openTestStore(engine);
    await tell(store.db, "one");
    const mistaken = reading(store.db, async (snapshot) => {
      expect(await stories(snapshot)).toEqual(["one"]);
      await tell(store.db, "two");
      expect(await reading(snapshot, stories)).toEqual(["one"]);
      return reading(store.db, stories);
    });
    await expect(mistaken).rejects.toThrow("given the db from outside");
    expect(await reading(store.db, stories)).toEqual(["one", "two"]);
  });

  test(`${engine}: reading writes nothing`, async () => {
    await using store = await openTestStore(engine);
    await expect(reading(store.db, (db) => tell(db, "one"))).rejects.toThrow(/read-?only/i);
    expect(await stories(store.db)).toEqual([]);
  });

  test(`${engine}: reading inside an action sees what the action wrote`, async () => {
    await using store = await openTestStore(engine);
    await together(store.db, async (db) => {
      await tell(db, "one");
      expect(await reading(db, stories)).toEqual(["one"]);
    });
  });

  test(`${engine}: of many writes at once each is kept or lost by itself`, async () => {
    await using store = await openTestStore(engine);
    const names = Array.from({ length: 200 }, (_, number) => `story ${number}`);
    const outcomes = await Promise.allSettled(
      names.map((name, number) => {
        if (number % 3 === 0) return tell(store.db, name);
        return together(store.db, async (db) => {
          await tell(db, name);
          if (number % 3 === 1) throw new Error("no");
        });
      }),
    );
    const kept = names.filter((_, number) => outcomes[number]?.status === "fulfilled");
    expect(kept).toHaveLength(133);
    expect(await stories(store.db)).toEqual(kept.sort());
  });

  test(`${engine}: a write that breaks a rule of the tables is refused and the next one is not`, async () => {
    await using store = await openTestStore(engine);
    const orphan = store.db.insertInto("article_topic").values({ topic_id: "none", article_id: "none" });
    await expect(orphan.execute()).rejects.toThrow(/foreign key/i);
    await tell(store.db, "one");
    await expect(tell(store.db, "one")).rejects.toThrow(/unique/i);
    expect(await stories(store.db)).toEqual(["one"]);
  });

  test(`${engine}: two actions that want the same rows in opposite order both succeed`, async () => {
    await using store = await openTestStore(engine);
    await bump(store.db, ["a", "b"]);
    const meet = meeting(2, engine === "postgres");
    const inOrder = (topics: readonly string[]) =>
      together(store.db, async (db) => {
        for (const topic of topics) {
          await bump(db, [topic]);
          await meet();
        }
      });
    await Promise.all([inOrder(["a", "b"]), inOrder(["b", "a"])]);
    expect(Object.fromEntries(await topicVersions(store.db, ["a", "b"]))).toEqual({ a: 3, b: 3 });
  });

  test(`${engine}: counts, sums and empty answers have the same types`, async () => {
    await using store = await openTestStore(engine);
    await tell(store.db, "one");
    await bump(store.db, ["a"]);
    const counted = await store.db
      .selectFrom("story")
      .select((row) => row.fn.countAll().as("stories"))
      .executeTakeFirstOrThrow();
    expect(counted.stories).toBe(1);
    const summed = await store.db
      .selectFrom("topic_version")
      .select((row) => [row.fn.sum("version").as("sum"), row.fn.max("version").as("max")])
      .executeTakeFirstOrThrow();
    expect(summed).toEqual({ sum: 1, max: 1 });
    const gone = await store.db.deleteFrom("story").where("id", "=", "none").executeTakeFirstOrThrow();
    expect(gone.numDeletedRows).toBe(0n);
  });

  test(`${engine}: text sorts by code point`, async () => {
    await using store = await openTestStore(engine);
    for (const id of ["b", "a", "B", "é", "z", "я", "a b", "ab"]) await tell(store.db, id);
    expect(await stories(store.db)).toEqual(["B", "a", "a b", "ab", "b", "z", "é", "я"]);
  });
}

test("sqlite: on a full disk what was answered is there, what was not is not, and with room again writing goes on", async () => {
  await using store = await openTestStore("sqlite");
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  const pages = rows[0]?.page_count ?? 0;
  await together(store.db, (db) => sql`pragma max_page_count = ${sql.lit(pages + 40)}`.execute(db));
  const long = "x".repeat(8_000);
  const names = Array.from({ length: 60 }, (_, number) => `${100 + number}${long}`);
  const outcomes = await Promise.allSettled(names.map((name) => together(store.db, (db) => tell(db, name))));
  const kept = names.filter((_, number) => outcomes[number]?.status === "fulfilled");
  expect(kept.length).toBeLessThan(60);
  expect(await stories(store.db)).toEqual(kept);
  await together(store.db, (db) => sql`pragma max_page_count = 1000000`.execute(db));
  await tell(store.db, "after");
  expect(await stories(store.db)).toEqual([...kept, "after"]);
});

test("sqlite: an action inside an action that meets a full disk says so, not that it was undone", async () => {
  await using store = await openTestStore("sqlite");
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await together(store.db, (db) => sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(db));
  const full = together(store.db, (db) => together(db, (db) => tell(db, "x".repeat(200_000))));
  await expect(full).rejects.toMatchObject({ code: "SQLITE_FULL" });
  expect(await stories(store.db)).toEqual([]);
});

test("postgres: an action whose connection is lost fails, and the next one has another", async () => {
  await using store = await openTestStore("postgres");
  const cut = together(store.db, async (db) => {
    await tell(db, "one");
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    await tell(db, "two");
  });
  await expect(cut).rejects.toThrow();
  await tell(store.db, "three");
  expect(await stories(store.db)).toEqual(["three"]);
});

async function tell(db: Db, id: string): Promise<void> {
  await db.insertInto("story").values({ id, made_at: "2026-03-02T10:00:00.000Z" }).execute();
}

async function stories(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("story").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Lets everybody through once `most` have come; whoever comes later passes. Where actions take turns nobody waits. */
function meeting(most: number, waits: boolean): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return async () => {
    come += 1;
    if (come >= most) resolve();
    if (waits) await promise;
  };
}

// Where a system lists the files a process holds.
const HELD_FILES = "/proc/self/fd";

test.if(existsSync(HELD_FILES))("what an action may take back is not put into a file", async () => {
  await using store = await openTestStore("sqlite");
  await together(store.db, async (db) => {
    for (let number = 0; number < 100; number++) await tell(db, `${number}`.padEnd(3_000, "."));
  });
  const before = filesWithoutName();
  const held = await supposing(store.db, async (db) => {
    await db.updateTable("story").set({ made_at: "2026-03-02T11:00:00.000Z" }).execute();
    return filesWithoutName();
  });
  expect(held).toEqual(before);
});

function filesWithoutName(): readonly string[] {
  return readdirSync(HELD_FILES).flatMap((number) => fileOf(number)?.match(/.* \(deleted\)$/) ?? []);
}

/** Nothing for one that was closed meanwhile. */
function fileOf(number: string): string | undefined {
  try {
    return readlinkSync(join(HELD_FILES, number));
  } catch {
    return undefined;
  }
}
