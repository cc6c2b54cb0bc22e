/** A node that `fresh.ts` starts: the whole site on a port of its own, publishing one state of a story for each line it reads. */
import { createInterface } from "node:readline";
import { openStore } from "#store/open.ts";
import { watchTopics } from "#store/topics.ts";
import type { Place } from "#test/engines.ts";
import { storyOfStates } from "#test/states.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { openSite } from "../src/program.ts";

// What the parent wrote a line above is what it hands over.
const place = JSON.parse(process.argv[2] ?? "") as Place;
const slug = process.argv[3] ?? "";

const store = await openStore(place);
await withFirstEdition(store, new Date());
const web = await openSite(
  store,
  { data: place.data, keys: `${place.data}/keys`, url: "https://strait.example" },
  () => new Date(),
  (sentence, cause) => process.stderr.write(`${sentence}: ${cause}\n`),
);
watchTopics(store, web.press.moved);
// Every node may publish: each has a story of its own, and its readers ask all nodes for it.
const story = await storyOfStates(store.db, slug);
await story.publish(1);
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: (request) => web.kept(request) ?? web.fetch(request),
});
say({ origin: `http://127.0.0.1:${server.port}`, path: story.path });

for await (const line of createInterface({ input: process.stdin })) {
  await story.publish(Number(line));
  say({ committedAt: performance.timeOrigin + performance.now() });
}
process.exit(0);

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
