/** What `sweep.ts` starts, and kills: a process that sweeps, one that applies a list and does what follows, one that reads all the while. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { applyImport } from "#agency/labels/imports.ts";
import { publishedCount } from "#agency/labels/published.ts";
import { sweep } from "#agency/labels/sweep.ts";
import { openStore, type Store } from "#store/open.ts";
import { watchTopics } from "#store/topics.ts";
import { labelsMentionsAll } from "#worker/labels-mentions.ts";
import { workOnce } from "#worker/work.ts";
import { progressOn } from "../../src/cli/progress.ts";
import { openSite } from "../../src/program.ts";
import type { Place } from "../engines.ts";
import { labelsShown } from "../labels-shown.ts";

const [mode = "", place = "", told = "", more = "[]"] = process.argv.slice(2);
const at = new Date("2026-03-02T10:00:00.000Z");
const where: Place = JSON.parse(place);
const by = "the proof";

const MODES: Readonly<Record<string, (store: Store) => Promise<void>>> = { sweep: sweepAll, apply, read };

const store = await openStore(where);
await MODES[mode]?.(store);
await store.close();

/** A line after each stretch: how many articles have been looked at, in all and by this process. */
async function sweepAll({ db }: Store): Promise<void> {
  const progress = progressOn({ err: (text) => process.stderr.write(text), errIsTerminal: process.stderr.isTTY });
  const total = await publishedCount(db);
  const done = await sweep(
    db,
    { importId: told },
    {
      by,
      at,
      told: (looked) => {
        progress.step("articles", looked, total);
        say(`${looked}`);
      },
    },
  );
  progress.end();
  say(JSON.stringify(done));
}

async function apply(store: Store): Promise<void> {
  const began = performance.now();
  const applied = await applyImport(store.db, { importId: told, by, at });
  if ("refusal" in applied) throw new Error(`the list was not applied: ${applied.refusal}`);
  const appliedMs = performance.now() - began;
  const count = await workOnce({
    store,
    jobs: { "labels.mentions.all": labelsMentionsAll },
    now: () => at,
    report: (sentence, cause) => {
      throw new Error(sentence, { cause });
    },
  });
  say(JSON.stringify({ appliedMs, notedMs: performance.now() - began - appliedMs, jobs: count }));
}

/** Reads the pages by turns until it is killed; a line a round: which are still without labels, and how many were read. */
async function read(store: Store): Promise<void> {
  const keys = join(where.data, "keys");
  const web = await openSite(
    store,
    { data: where.data, keys, url: "https://strait.example" },
    () => at,
    (_, cause) => {
      throw cause;
    },
  );
  watchTopics(store, web.press.moved);
  const paths: readonly string[] = JSON.parse(more);
  for (let read = 0; ; ) {
    let labelled = 0;
    for (const path of paths) {
      await new Promise((resolve) => setImmediate(resolve));
      const answer = await web.fetch(new Request(`http://localhost${path}`));
      const shown = labelsShown(await answer.text());
      if (answer.status !== 200 || shown === "half" || shown === "no name") {
        say(`${path} answered ${answer.status} with ${shown} of its labels`);
        process.exit(1);
      }
      if (shown === "all") labelled++;
      read++;
    }
    say(JSON.stringify({ read, labelled }));
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
