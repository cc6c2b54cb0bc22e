/** A demo newsroom moved from SQLite to PostgreSQL while its desk and its readers write. Both engines are in every test. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { postReply } from "#agency/replies/actions.ts";
import { MovedAway, openStore, StoreProblem } from "#store/open.ts";
import { digests } from "#test/digests.ts";
import { type Door, openDoor } from "#test/door.ts";
import { emptyPlace } from "#test/engines.ts";
import { killedAfter } from "#test/kills.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { configFrom } from "../config.ts";
import type { World } from "./command.ts";
import { migrate } from "./migrate.ts";
import { run } from "./run.ts";
import { verify } from "./verify.ts";

// Two servers and a whole newsroom.
const SLOW_MS = 180_000;
const AT = new Date(`${TODAY}T12:30:00Z`);

test(
  "sqlite to postgres: a newsroom moves row by row while readers write, and nothing they were told is kept is lost",
  async () => {
    await using door = await openDoor("sqlite", { demo: true });
    await door.doJobs();
    const place = await emptyPlace("postgres");
    const writers = readersWriting(door);
    const { status, out, err } = await asked(["migrate", "--to", String(place.database), "--data", door.store.data]);
    const { acknowledged, refused } = await writers.stop();
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("each found to be the same on both sides");
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused).toBeInstanceOf(MovedAway);

    await using there = await openStore(place);
    const rows = await there.db.selectFrom("reply").select("id").execute();
    expect(acknowledged.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    expect(await listedIn(there.db)).toEqual(await listedIn(door.db));
    expect(await contentsOf(there.db)).toEqual(await contentsOf(door.db));
    const verified = await asked(["verify", door.store.data, "--database", String(place.database)]);
    expect(verified).toMatchObject({ status: 0, out: expect.stringContaining("Nothing is wrong.") });
    // The rules hold there again: what was kept is not changed, and nothing hangs in the air.
    expect(there.db.updateTable("revision").set({ headline: "Other" }).execute()).rejects.toThrow("never changed");
    expect(
      there.db.insertInto("article_topic").values({ article_id: "none", topic_id: "none" }).execute(),
    ).rejects.toThrow();
  },
  SLOW_MS,
);

test(
  "sqlite to postgres: killed wherever it is, the move goes on when it is run once more, and nobody serves the half of it",
  async () => {
    await using door = await openDoor("sqlite", { demo: true });
    const place = await emptyPlace("postgres");
    const child = join(import.meta.dirname, "../../test/proofs/migrate-child.ts");
    for (const pages of [2, 9, 30]) {
      const said = await killedAfter(child, pages, [door.store.data, String(place.database)]);
      expect(said.length).toBeGreaterThan(0);
      expect(openStore(place)).rejects.toThrow(StoreProblem);
      // The newsroom goes on: something comes, something goes, something changes its address.
      await reply(door, `After ${pages} pages`);
      await door.db.deleteFrom("setting").where("key", "=", "agency.motto.en").execute();
      const article = await door.db.selectFrom("article").select(["id", "slug"]).executeTakeFirstOrThrow();
      await door.db
        .updateTable("article")
        .set({ slug: `${article.slug}-${pages}` })
        .where("id", "=", article.id)
        .execute();
    }
    const { status } = await asked(["migrate", "--to", String(place.database), "--data", door.store.data]);
    expect(status).toBe(0);
    await using there = await openStore(place);
    expect(await contentsOf(there.db)).toEqual(await contentsOf(door.db));
    expect(openStore({ data: door.store.data })).rejects.toThrow("was moved from here");
  },
  SLOW_MS,
);

test(
  "sqlite: while the site moves its pages are read, and a form that was sent is kept in the page, to be sent again",
  async () => {
    await using door = await openDoor("sqlite", { demo: true });
    const place = await emptyPlace("postgres");
    const admin = door.as("administrator");
    await admin.get("/desk/");
    await asked(["migrate", "--to", String(place.database), "--data", door.store.data]);

    expect((await door.get("/en/")).status).toBe(200);
    const answer = await admin.post("/desk/articles/new", { edition: "en", headline: `Ferries "stop" & <wait>` });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    const page = await answer.text();
    expect(page).toContain('<input type="hidden" name="headline" value="Ferries &quot;stop&quot; &amp; &lt;wait&gt;">');
    expect(page).toContain('action="/desk/articles/new"');
    expect(door.broken).toEqual([]);

    expect(await asked(["migrate", "--stay", "--data", door.store.data])).toMatchObject({ status: 0 });
    const again = await admin.post("/desk/articles/new", { edition: "en", headline: "Ferries stop" });
    expect(again.status).toBe(303);
  },
  SLOW_MS,
);

test("sqlite to postgres: a database with something in it is not filled, and a move needs to be told where", async () => {
  await using door = await openDoor("sqlite");
  await using full = await openDoor("postgres", { demo: true });
  const told = await asked(["migrate", "--to", String(full.store.database), "--data", door.store.data]);
  expect(told).toMatchObject({ status: 1, err: expect.stringContaining("is not empty") });
  expect(await asked(["migrate", "--data", door.store.data])).toMatchObject({ status: 2 });
  expect(await asked(["migrate", "--stay", "--data", door.store.data])).toMatchObject({ status: 1 });
});

/** Readers that write one after another until they are refused. */
function readersWriting(door: Door) {
  const acknowledged: string[] = [];
  let refused: unknown;
  const writing = (async () => {
    for (let number = 1; refused === undefined; number++) {
      try {
        acknowledged.push(await reply(door, `Reply ${number} while the house moves`));
      } catch (error) {
        refused = error;
      }
    }
  })();
  return {
    stop: async () => {
      await writing;
      return { acknowledged, refused };
    },
  };
}

async function reply(door: Door, text: string): Promise<string> {
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .where("state", "=", "published")
    .executeTakeFirstOrThrow();
  const posted = await postReply(door.db, {
    articleId: id,
    name: "Mara",
    email: "",
    text,
    quote: "",
    kind: "reply",
    parent: "",
    challenge: undefined,
    guestToken: undefined,
    keys: { address: "", index: "", challenge: "" },
    at: AT,
  });
  if (!("replyId" in posted)) throw new Error("the reply was not taken");
  return posted.replyId;
}

/** Every table's rows, what each engine keeps for itself left aside. */
async function contentsOf(db: Door["db"]): Promise<Record<string, string>> {
  return Object.fromEntries(
    [...(await digests(db))].filter(([table]) => !["topic_version", "search_entry"].includes(table)),
  );
}

async function listedIn(db: Door["db"]) {
  const columns = ["kind", "thing_id", "edition_id", "published_at", "article_id"] as const;
  return db.selectFrom("listed").select(columns).orderBy("article_id").orderBy("kind").orderBy("thing_id").execute();
}

async function asked(words: readonly string[]) {
  let [out, err] = ["", ""];
  const world: World = {
    stdin: () => new ReadableStream(),
    out: (text) => {
      out += text;
    },
    drained: () => Promise.resolve(),
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => new Date(),
    config: (given) => configFrom(given, {}),
  };
  return { status: await run([migrate, verify], words, world), out, err };
}
