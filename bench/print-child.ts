/** What `print.ts` measures: one page printed again and again in a process of its own. Says its figures as JSON. */
import { basename, join } from "node:path";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { answered, copiesOf } from "#press/copies.ts";
import { openStore } from "#store/open.ts";
import { openSite } from "../src/program.ts";

export type Printed = {
  /** Milliseconds of the processor for one page, a figure a round. */
  readonly printing: readonly number[];
  /** The same for the compressors alone. */
  readonly copies: readonly number[];
  /** Of the page, not compressed. */
  readonly bytes: number;
};

const URL_OF_SITE = "http://127.0.0.1";
const ENCODINGS = ["gzip", "br"];

const [data = "", address = "", pages = "", rounds = ""] = process.argv.slice(2);
const store = await openStore({ data });
const web = await openSite(
  store,
  { data, keys: join(data, "keys"), url: URL_OF_SITE },
  () => new Date(),
  (sentence, cause) => {
    throw new Error(sentence, { cause });
  },
);
const { id } = await store.db
  .selectFrom("article")
  .select("id")
  .where("slug", "=", basename(address))
  .executeTakeFirstOrThrow();
const requests = ENCODINGS.map((encoding) => asking(encoding));
const page = await (await web.fetch(asking("identity"))).bytes();

const [printing, copies]: [number[], number[]] = [[], []];
// The first round brings the compilers to the end of their work and is not counted.
for (let round = 0; round <= Number(rounds); round++) {
  const [printed, compressed] = [await cost(print), await cost(compress)];
  if (round > 0) {
    printing.push(printed);
    copies.push(compressed);
  }
}
await store.close();
process.stdout.write(JSON.stringify({ printing, copies, bytes: page.byteLength } satisfies Printed));
process.exit();

function asking(encoding: string): Request {
  return new Request(URL_OF_SITE + address, { headers: { "accept-encoding": encoding } });
}

/** As after a new reply. */
async function print(): Promise<void> {
  const before = web.press.counts().printed;
  web.press.moved([topicOfReplies(id)]);
  for (const request of requests) await (await web.fetch(request)).bytes();
  if (web.press.counts().printed !== before + 1) throw new Error("the page was not printed anew, once");
}

async function compress(): Promise<void> {
  const printed = copiesOf(200, new Uint8Array(page), new Headers({ "content-type": "text/html" }));
  for (const request of requests) await answered(printed, request).bytes();
}

async function cost(work: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage();
  for (let time = 0; time < Number(pages); time++) await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / Number(pages);
}
