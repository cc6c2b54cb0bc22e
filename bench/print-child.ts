/** What `print.ts` measures: one page printed again and again in a process of its own. Says its figures as JSON. */
import { basename, join } from "node:path";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { answered, copiesOf } from "#press/copies.ts";
import { openStore } from "#store/open.ts";
import { openSite } from "../src/program.ts";

export type Printed = {
  /** Milliseconds of the processor for one page one of whose replies changed, a figure a round. */
  readonly printing: readonly number[];
  /** The same for a page nothing of which was printed before. */
  readonly whole: readonly number[];
  /** The same for the compressors alone, as quick as for the first of these. */
  readonly copies: readonly number[];
  /** Of the page, not compressed. */
  readonly bytes: number;
};

const URL_OF_SITE = "http://127.0.0.1";
const ENCODINGS = ["gzip", "br"];
let changes = 0;

// For a profile of that alone the last word is `replies`.
const [data = "", address = "", pages = "", rounds = "", only = ""] = process.argv.slice(2);
const store = await openStore({ data });
const web = await openSite(
  store,
  { data, keys: join(data, "keys"), url: URL_OF_SITE },
  () => new Date(),
  (sentence, cause) => {
    throw new Error(sentence, { cause });
  },
);
const { db } = store;
const { id } = await db
  .selectFrom("article")
  .select("id")
  .where("slug", "=", basename(address))
  .executeTakeFirstOrThrow();
const newest = await db
  .selectFrom("reply")
  .select(["id", "body"])
  .where("article_id", "=", id)
  .orderBy("written_at", "desc")
  .executeTakeFirstOrThrow();
const requests = ENCODINGS.map((encoding) => asking(encoding));
const page = await (await web.fetch(asking("identity"))).bytes();

if (only === "replies") {
  await cost(changeAndPrint);
  await store.close();
  process.exit();
}
const [printing, whole, copies]: [number[], number[], number[]] = [[], [], []];
// The first round brings the compilers to the end of their work and is not counted.
for (let round = 0; round <= Number(rounds); round++) {
  const printed = (await cost(changeAndPrint)) - (await cost(change));
  const [all, compressed] = [await cost(printWhole), await cost(compress)];
  if (round > 0) {
    printing.push(printed);
    whole.push(all);
    copies.push(compressed);
  }
}
await store.close();
process.stdout.write(JSON.stringify({ printing, whole, copies, bytes: page.byteLength } satisfies Printed));
process.exit();

function asking(encoding: string): Request {
  return new Request(URL_OF_SITE + address, { headers: { "accept-encoding": encoding } });
}

async function changeAndPrint(): Promise<void> {
  await change();
  await print();
}

/** One reply says what no page has said before. */
async function change(): Promise<void> {
  changes += 1;
  await db
    .updateTable("reply")
    .set({ body: `${newest.body} ${changes}` })
    .where("id", "=", newest.id)
    .execute();
}

async function print(): Promise<void> {
  web.press.moved([topicOfReplies(id)]);
  await printOnce();
}

async function printWhole(): Promise<void> {
  web.press.moved([`article:${id}`], [`article:${id}`]);
  await printOnce();
}

async function printOnce(): Promise<void> {
  const before = web.press.counts().printed;
  for (const request of requests) await (await web.fetch(request)).bytes();
  if (web.press.counts().printed !== before + 1) throw new Error("the page was not printed anew, once");
}

async function compress(): Promise<void> {
  const printed = copiesOf(200, new Uint8Array(page), new Headers({ "content-type": "text/html" }));
  for (const request of requests) await answered(printed, request, "quickly").bytes();
}

async function cost(work: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage();
  for (let time = 0; time < Number(pages); time++) await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / Number(pages);
}
