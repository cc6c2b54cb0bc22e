/** What `store.ts` kills: a process that writes and says what was kept, or one that works and says what it has begun. */
import { writeSync } from "node:fs";
import { z } from "zod";
import { together } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { handler, work } from "#worker/work.ts";
import type { Place } from "../engines.ts";

const [mode = "", place = "", run = "", most = "", clockOffsetMs = "0"] = process.argv.slice(2);

// As many at a time as a busy evening brings, so that there are groups to be killed in.
const SIDE_BY_SIDE = 16;

const told = z.object({ id: z.string() });

const MODES: Readonly<Record<string, (store: Store) => Promise<void>>> = { write, work: workUntilKilled };

// What the parent wrote a line above is what it hands over.
const store = await openStore(JSON.parse(place) as Place);
await MODES[mode]?.(store);

/** Pairs of rows, each pair in one action, until as many are kept as were asked for. */
async function write({ db, close }: Store): Promise<void> {
  let next = 0;
  async function one(): Promise<void> {
    while (next < Number(most)) {
      const id = `${run}-${next++}`;
      await together(db, async (db) => {
        await db.insertInto("story").values({ id, made_at: new Date().toISOString() }).execute();
        await together(db, (db) => db.insertInto("setting").values({ key: id, value: "" }).execute());
      });
      say(id);
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
  await close();
}

/** Does jobs, the last of them never to its end. */
async function workUntilKilled(store: Store): Promise<void> {
  let left = Number(most);
  const never = new Promise<never>(() => undefined);
  work({
    store,
    now: () => new Date(Date.now() + Number(clockOffsetMs)),
    report: (sentence, cause) => process.stderr.write(`${sentence}: ${cause}\n`),
    jobs: {
      "story.tell": handler(told, async ({ id }, { db }) => {
        say(`begun ${id}`);
        left -= 1;
        if (left <= 0) await never;
        // A job may run twice, so it is written to do no harm the second time.
        await db
          .insertInto("story")
          .values({ id, made_at: new Date().toISOString() })
          .onConflict((taken) => taken.column("id").doNothing())
          .execute();
      }),
    },
  });
  await never;
}

/** Straight to the pipe: a line that was said was said before any kill. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
