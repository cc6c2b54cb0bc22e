/**
 * Publishes one state after another while readers of two nodes read all the while: no page shows two states, and no
 * reader sees an older one after a newer. `npm run prove press -- [--publications 10000]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Web } from "#press/web.ts";
import { openStore } from "#store/open.ts";
import { watchTopics } from "#store/topics.ts";
import { withFirstEdition } from "../../src/cli/store.ts";
import { openSite } from "../../src/program.ts";
import { type EngineName, emptyPlace, engines, type Place } from "../engines.ts";
import { type StoryOfStates, stateShown, storyOfStates } from "../states.ts";
import { until } from "../until.ts";

type PressFigures = {
  readonly publications: number;
  /** Pages read meanwhile, and how many different states they showed. */
  readonly reads: number;
  readonly states: number;
  /** Pages printed by both nodes. */
  readonly printed: number;
};

const READERS = 4;
const READ_EVERY = 5;

type Node = { readonly web: Web; readonly stop: () => Promise<void> };

/** Throws at the first page that shows two states, or an older one after a newer of the same node. */
export async function provePress(engine: EngineName, publications: number): Promise<PressFigures> {
  const place = await emptyPlace(engine);
  const nodes = [await openNode(place), await openNode(place)];
  const store = await openStore(place);
  const story = await storyOfStates(store.db);
  await story.publish(1);
  let ended = false;
  const seen = new Set<number>();
  const readings = nodes.flatMap(({ web }) => readersOf(web, story, () => ended, seen));
  try {
    for (let state = 2; state <= publications; state++) {
      await Promise.race([story.publish(state), ...readings]);
      // On a fast machine it would all be published before anybody has read.
      if (state % READ_EVERY === 0) {
        await until(`a reader sees state ${state}`, () => seen.has(state));
      }
    }
    for (const { web } of nodes) {
      for (const path of [story.path, story.front]) {
        await until(`the last state at ${path}`, async () => stateShown(await pageAt(web, path)) === publications);
      }
    }
  } finally {
    ended = true;
  }
  const reads = (await Promise.all(readings)).reduce((sum, count) => sum + count, 0);
  const printed = nodes.reduce((sum, { web }) => sum + web.press.counts().printed, 0);
  for (const node of nodes) await node.stop();
  await store.close();
  return { publications, reads, states: seen.size, printed };
}

async function openNode(place: Place): Promise<Node> {
  const store = await openStore(place);
  await withFirstEdition(store, new Date());
  const web = await openSite(
    store,
    { data: place.data, keys: join(place.data, "keys"), url: "https://strait.example" },
    () => new Date(),
    (_, cause) => {
      throw cause;
    },
  );
  const { stop } = watchTopics(store, web.press.moved);
  return {
    web,
    stop: async () => {
      stop();
      await store.close();
    },
  };
}

/** Each answers how many pages it read. */
function readersOf(web: Web, story: StoryOfStates, ended: () => boolean, seen: Set<number>): Promise<number>[] {
  const read = async (path: string) => {
    let count = 0;
    let newest = 0;
    for (; !ended(); count++) {
      const state = stateShown(await pageAt(web, path));
      if (state < newest) throw new Error(`${path} showed state ${state} after state ${newest}`);
      newest = state;
      seen.add(state);
    }
    return count;
  };
  return Array.from({ length: READERS }, (_, number) => read(number % 2 === 0 ? story.path : story.front));
}

/** The readers' turn ends with every page, so that the publisher and the other node get theirs. */
async function pageAt(web: Web, path: string): Promise<string> {
  await new Promise((resolve) => setImmediate(resolve));
  return (await web.fetch(new Request(`http://localhost${path}`))).text();
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { publications: { type: "string", default: "10000" } } });
  const publications = Number(values.publications);
  const lines: string[] = [];
  for (const engine of engines) {
    const figures = await provePress(engine, publications);
    lines.push(
      `- ${engine}: ${figures.publications} publications of one story, ${figures.reads} pages of it and of the front page read`,
      `  from two nodes meanwhile, showing ${figures.states} of its states; ${figures.printed} printings. No page showed two`,
      "  states, and none an older one after a newer.",
    );
    process.stdout.write(`${lines.slice(-3).join("\n")}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "press.md"),
    `# No page mixes two states, and none goes back\n\n\`npm run prove press -- --publications ${publications}\`, ${new Date().toISOString().slice(0, 10)}\n\n${lines.join("\n")}\n`,
  );
  process.exit(0);
}
