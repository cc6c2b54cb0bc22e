import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { withFirstEdition } from "#cli/store.ts";
import { runDirectory } from "#test/keeper.ts";
import { ownPostgres } from "#test/own-postgres.ts";
import { stateShown, storyOfStates } from "#test/states.ts";
import { until } from "#test/until.ts";
import { configFrom } from "../config.ts";
import { openSite } from "../program.ts";
import { engineOf } from "./db.ts";
import { openStore } from "./open.ts";
import { watchTopics } from "./topics.ts";

test("postgres: readers' pages come from a replica that has caught up, and never from before a change", async () => {
  const main = await ownPostgres();
  const second = await main.standby();
  const data = runDirectory("dateline-replica-");
  mkdirSync(join(data, "keys"), { recursive: true });
  const store = await openStore({ data, database: main.address, replicas: [second.address] });
  await withFirstEdition(store, new Date());
  const story = await storyOfStates(store.db);
  await story.publish(1);
  const broken: unknown[] = [];
  const site = await openSite(
    store,
    { data, keys: join(data, "keys"), url: "https://strait.example" },
    () => new Date(),
    (_, cause) => broken.push(cause),
  );
  const { stop } = watchTopics(store, site.press.moved);
  const shown = async () => stateShown(await (await site.fetch(new Request(`http://localhost${story.path}`))).text());
  const counts = () => engineOf(store.db).replicas?.counts() ?? { asked: 0, behind: 0, away: 0 };
  let state = 1;
  /** The next state is shown at once, wherever it was read. */
  const publishAndRead = async () => {
    state += 1;
    await story.publish(state);
    expect(await shown()).toBe(state);
  };

  // The replica needs a moment for each; until it has caught up the main server is asked.
  await until("a page is read from the replica", async () => {
    await publishAndRead();
    await Bun.sleep(100);
    site.press.moved([`article:${story.articleId}`]);
    await shown();
    return counts().asked > 0;
  });

  // Paused, it stays where it was: what is published is shown all the same, and the desk's own reads were never sent there.
  const admin = await openStore({ data, database: second.address, readonly: true });
  await sql`select pg_wal_replay_pause()`.execute(admin.db);
  const { asked } = counts();
  for (let number = 0; number < 5; number++) await publishAndRead();
  expect(counts().asked).toBe(asked);
  expect(counts().behind).toBeGreaterThan(0);
  await sql`select pg_wal_replay_resume()`.execute(admin.db);
  await until("the replica is asked again", async () => {
    site.press.moved([`article:${story.articleId}`]);
    expect(await shown()).toBe(state);
    return counts().asked > asked;
  });

  // Crashed in the middle, readers do not notice.
  await admin.close();
  await second.crash();
  for (let number = 0; number < 3; number++) await publishAndRead();
  expect(broken).toEqual([]);
  stop();
  site.live.stop();
  await store.close();
  await main.crash();
}, 240_000);

test("replicas are set by their addresses, and only beside a database", () => {
  const replicas = "postgres://reader:secret@one/news, postgres://reader@two/news";
  const config = configFrom({ database: "postgres://main/news" }, { DATELINE_REPLICAS: replicas });
  expect(config.replicas).toEqual(["postgres://reader:secret@one/news", "postgres://reader@two/news"]);
  expect(config.settings.find(({ name }) => name === "replicas")?.value).not.toContain("secret");
  expect(() => configFrom({}, { DATELINE_REPLICAS: replicas })).toThrow("none is set");
});
