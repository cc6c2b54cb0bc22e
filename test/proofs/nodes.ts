/**
 * Three nodes on one PostgreSQL and one object store, behind a plain proxy, with readers, posters and a newsroom at work all
 * the while: one is killed with `kill -9`, one is frozen, the database is crashed, and a next version takes over node by node.
 * No acknowledged write is lost, no job is lost or done twice, readers are answered from memory, and all comes back by itself.
 * `npm run prove nodes [-- --publications 300 --seconds 10]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeLink } from "#agency/staff/actions.ts";
import { newId } from "#lib/ids.ts";
import { keyIn } from "#outside/keys.ts";
import { filesInS3 } from "#outside/s3.ts";
import type { Db } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { enqueue } from "#store/queue.ts";
import { runDirectory } from "../keeper.ts";
import { type KilledServer, killedServer } from "../killed-server.ts";
import { openMailbox } from "../mailbox.ts";
import { seedNewsroom } from "../newsroom.ts";
import { openObjectStore } from "../object-store.ts";
import { ownPostgres } from "../own-postgres.ts";
import { plainProxy } from "../plain-proxy.ts";
import { checkReplies, openPosters } from "../posters.ts";
import { stateShown, storyOfStates } from "../states.ts";
import { until } from "../until.ts";

type Proof = {
  /** While nothing is wrong; each of the faults is met with a tenth as many. */
  readonly publications: number;
  /** How long a node is frozen and the database away. */
  readonly seconds: number;
  /** Letters the jobs are to send, a quarter of them before each fault. */
  readonly letters: number;
  readonly progress?: (what: string) => void;
};

type Fault = "nothing" | "kill" | "freeze" | "database" | "rolling";

type FaultFigures = {
  readonly fault: Fault;
  /** From the commit until every node that can answer serves it. */
  readonly servedMs: readonly number[];
  readonly longestPublishMs: number;
  readonly longestReadMs: number;
  readonly reads: number;
  /** By a node itself, and by the proxy. */
  readonly readsUnanswered: number;
  readonly proxyUnanswered: number;
  /** From the end of the fault until every node serves what was published meanwhile. */
  readonly backAfterMs: number;
};

export type NodesFigures = {
  readonly faults: readonly FaultFigures[];
  readonly repliesAcknowledged: number;
  readonly repliesUnanswered: number;
  readonly repliesKeptUnanswered: number;
  readonly lettersAsked: number;
  readonly lettersTwice: number;
  readonly pagesChecked: number;
};

const NODES = 3;
const READERS_A_NODE = 2;
const PROXY_READERS = 2;
const POSTERS = 4;
// Nodes, database and load share a machine: readers and posters leave the others their turn.
const POST_EVERY_MS = 100;
const READ_EVERY_MS = 10;
const SLUG = "harbour-states";

export async function proveNodes({
  publications,
  seconds,
  letters,
  progress = () => undefined,
}: Proof): Promise<NodesFigures> {
  const postgres = await ownPostgres();
  await using objects = await openObjectStore();
  await using mailbox = await openMailbox();
  const directory = runDirectory("dateline-nodes-");
  const keys = join(directory, "keys");
  const store = await openStore({ data: join(directory, "proof"), database: postgres.address });
  const nodes = Array.from({ length: NODES }, (_, at) =>
    killedServer(
      { data: join(directory, `node-${at}`), database: postgres.address },
      { environment: environmentOf(objects.place, { keys, smtp: mailbox.smtp }) },
    ),
  );
  let running: KilledServer[] = nodes;
  const proxy = plainProxy(nodes.map((_, at) => () => running[at]?.address() ?? ""));
  try {
    await seedNewsroom(store.db, { files: filesInS3(objects.place), at: new Date() });
    const story = await storyOfStates(store.db, SLUG);
    await story.publish(1);
    for (const node of nodes) await node.start();
    const desk = await deskOf(store, nodes[0]);
    const posters = await openPosters(store, postThrough(proxy.address), await keyIn(keys, "reply-challenge"));
    const asked = await lettersOf(store.db, letters);
    const readers = readersOf({ nodes: () => running, proxy: proxy.address, path: story.path, front: story.front });
    let ended = false;
    const posting = posters.postOn(POSTERS, POST_EVERY_MS, () => ended);
    const failing = Promise.race([posting, readers.failed]);

    let state = 1;
    /** Publishes at one node and waits until all of these serve it. */
    const publish = async (at: KilledServer, served: readonly KilledServer[]) => {
      state += 1;
      await story.write(state);
      const begun = performance.now();
      await Promise.race([desk.publish(at, story.articleId), failing]);
      const committed = performance.now();
      await Promise.all(served.map((node) => untilServed(node, story.path, state)));
      return { tookMs: committed - begun, servedMs: performance.now() - committed };
    };
    const others = (not?: KilledServer) => running.filter((node) => node !== not);

    const faults: FaultFigures[] = [];
    const meet = async (
      fault: Fault,
      count: number,
      { begin, end, missing }: { begin: () => Promise<void>; end: () => Promise<void>; missing?: KilledServer },
    ) => {
      progress(FAULTS[fault]);
      await asked.next();
      readers.begin(missing);
      await begin();
      const there = others(missing);
      const published: { tookMs: number; servedMs: number }[] = [];
      for (let number = 0; number < count; number++) {
        const at = there[number % there.length];
        if (at) published.push(await publish(at, there));
      }
      await end();
      const back = performance.now();
      await Promise.all(running.map((node) => untilServed(node, story.path, state)));
      const backAfterMs = performance.now() - back;
      faults.push({
        fault,
        servedMs: published.map(({ servedMs }) => servedMs).sort((one, other) => one - other),
        longestPublishMs: Math.max(0, ...published.map(({ tookMs }) => tookMs)),
        ...readers.end(),
        backAfterMs,
      });
    };
    const few = Math.ceil(publications / 10);

    await until("every node hears of the others", async () => (await metric(running[0], "dateline_nodes")) === NODES);
    await meet("nothing", publications, { begin: async () => undefined, end: async () => undefined });

    const [, killed, frozen] = running;
    if (!killed || !frozen) throw new Error("there are too few nodes");
    await meet("kill", few, {
      missing: killed,
      begin: async () => {
        await killed.kill();
        await until(
          "the others hear that one is gone",
          async () => (await metric(running[0], "dateline_nodes")) === NODES - 1,
        );
      },
      end: async () => {
        await killed.start();
        await until("the others hear of it again", async () => (await metric(running[0], "dateline_nodes")) === NODES);
      },
    });

    await meet("freeze", few, {
      missing: frozen,
      begin: async () => frozen.freeze(),
      end: async () => {
        await pause(seconds * 1_000);
        frozen.thaw();
      },
    });

    await meet("database", 0, {
      begin: async () => {
        await postgres.crash();
        await until(
          "a node says that the store is away",
          async () => (await metric(running[0], "dateline_store_up")) === 0,
        );
        await pause(seconds * 1_000);
      },
      end: async () => {
        await postgres.start();
        await until(
          "a node says that the store is there",
          async () => (await metric(running[0], "dateline_store_up")) === 1,
        );
        await publish(others()[0] ?? killed, []);
      },
    });

    const next = nodes.map((_, at) =>
      killedServer(
        { data: join(directory, `node-${at}`), database: postgres.address },
        {
          program: "test/proofs/nodes-child.ts",
          environment: environmentOf(objects.place, { keys, smtp: mailbox.smtp }),
        },
      ),
    );
    await meet("rolling", 0, {
      begin: async () => undefined,
      end: async () => {
        for (const [at, newer] of next.entries()) {
          const older = running[at];
          await newer.start();
          running = running.map((node, place) => (place === at ? newer : node));
          await older?.stop();
          // Old and new side by side: what one publishes the others serve, and what an old one is told stands.
          for (const node of [...running]) await publish(node, running);
          if (at > 0) continue;
          // An old one that is killed now finds a store that a newer version has been at, and starts all the same.
          await running.at(-1)?.kill();
          await running.at(-1)?.start();
        }
      },
    });

    progress("the end");
    await asked.next();
    ended = true;
    await posting;
    const pagesChecked = await readers.stop();
    await posters.sendAgain();
    await checkReplies(store, posters.acknowledged);
    const { again, keptBefore } = posters.figures();
    await until("every job is done", () => nothingWaits(store.db), 120_000);
    return {
      faults,
      repliesAcknowledged: posters.acknowledged.size,
      repliesUnanswered: again,
      repliesKeptUnanswered: keptBefore,
      ...asked.check(mailbox.letters.flatMap(({ to }) => to)),
      pagesChecked,
    };
  } finally {
    for (const node of [...nodes, ...running]) {
      node.thaw();
      await node.kill();
    }
    await proxy.stop();
    await store.close().catch(() => undefined); // its server may be the one that was crashed
    await postgres.crash();
  }
}

function environmentOf(
  { endpoint, region, bucket, prefix, keyId, secret }: Awaited<ReturnType<typeof openObjectStore>>["place"],
  { keys, smtp }: { keys: string; smtp: string },
): Record<string, string> {
  return {
    DATELINE_KEYS: keys,
    DATELINE_URL: "https://strait.example",
    DATELINE_TRUSTED_PROXIES: "127.0.0.1",
    DATELINE_SMTP: smtp,
    DATELINE_MEDIA: `s3://${bucket}/${prefix}?endpoint=${endpoint}&region=${region}`,
    DATELINE_MEDIA_KEY_ID: keyId,
    DATELINE_MEDIA_KEY: secret,
  };
}

/** A publisher signed in once, who is known to every node. */
async function deskOf({ db }: Store, node: KilledServer | undefined) {
  const at = new Date();
  const staffId = await hire(db, "publisher", "editor", at);
  const token = await makeLink(db, { kind: "sign-in", staffId, at });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const signedIn = await node?.post(`/desk/sign-in/${token}`, "", form);
  const cookie = (signedIn?.headers.getSetCookie() ?? []).map((one) => one.split(";", 1)[0]).join("; ");
  if (signedIn?.status !== 303 || cookie === "")
    throw new Error(`the publisher could not sign in: ${signedIn?.status}`);
  return {
    async publish(node: KilledServer, articleId: string): Promise<void> {
      const accepted: string[] = [];
      for (let tried = 1; tried <= 2; tried++) {
        const { version } = await db
          .selectFrom("working_copy")
          .select("version")
          .where("article_id", "=", articleId)
          .executeTakeFirstOrThrow();
        const fields = new URLSearchParams({ move: "publish", version: String(version), kind: "update", sentence: "" });
        for (const one of accepted) fields.append("accepted", one);
        const answer = await node.post(`/desk/articles/${articleId}/move`, fields.toString(), { ...form, cookie });
        if (answer.status === 303) return;
        const page = await answer.text();
        if (answer.status !== 422) throw new Error(`publishing was answered ${answer.status}: ${page}`);
        for (const [, value = ""] of page.matchAll(/name="accepted"[^>]* value="([^"]+)"/g)) accepted.push(value);
        if (tried === 2 || accepted.length === 0)
          throw new Error(`publishing was refused: ${/role="alert"[\s\S]{0,600}/.exec(page)?.[0]}`);
      }
    },
  };
}

async function hire(db: Db, name: string, role: string, at: Date): Promise<string> {
  const id = newId(at);
  await db
    .insertInto("staff")
    .values({
      id,
      name,
      email: `${name}@strait.example`,
      role,
      language: "en",
      email_verified: 1,
      two_factor_enabled: 0,
      suspended_at: null,
      removed_at: null,
      made_at: at.toISOString(),
      changed_at: at.toISOString(),
    })
    .execute();
  return id;
}

/** Jobs whose effect is seen outside: a letter each, to somebody of their own. */
async function lettersOf(db: Db, letters: number) {
  const names = Array.from({ length: letters }, (_, number) => `member-${number}`);
  const waiting = [...names];
  const each = Math.ceil(letters / 6);
  return {
    async next(): Promise<void> {
      for (const name of waiting.splice(0, each)) {
        const at = new Date();
        const staffId = await hire(db, name, "reporter", at);
        await enqueue(db, "mail.send", { letter: "sign-in", staffId }, at);
      }
    },
    check(to: readonly string[]) {
      const asked = names.length - waiting.length;
      const times = Map.groupBy(to, (address) => address);
      const lost = names.slice(0, asked).filter((name) => !times.has(`${name}@strait.example`));
      if (lost.length > 0) throw new Error(`${lost.length} letters were never sent, the first to ${lost[0]}`);
      return { lettersAsked: asked, lettersTwice: [...times.values()].filter((all) => all.length > 1).length };
    },
  };
}

async function nothingWaits(db: Db): Promise<boolean> {
  const { jobs } = await db
    .selectFrom("job")
    .select((job) => job.fn.countAll<number>().as("jobs"))
    .where("state", "=", "waiting")
    .where("run_at", "<=", new Date().toISOString())
    .executeTakeFirstOrThrow();
  const dead = await db.selectFrom("job").select(["kind", "last_error"]).where("state", "=", "dead").executeTakeFirst();
  if (dead) throw new Error(`the job ${dead.kind} was given up: ${dead.last_error}`);
  return jobs === 0;
}

function postThrough(proxy: string) {
  return async (path: string, body: string, headers: Record<string, string>): Promise<Response> => {
    const answer = await fetch(proxy + path, {
      method: "POST",
      body,
      headers: { "sec-fetch-site": "same-origin", ...headers },
      redirect: "manual",
    });
    // Who reads this page sends it again: nobody said that it was kept.
    if (answer.status >= 502) throw new Error(`answered ${answer.status}`);
    return answer;
  };
}

type Read = {
  readonly nodes: () => readonly KilledServer[];
  readonly proxy: string;
  readonly path: string;
  readonly front: string;
};

const NO_READS = { longestReadMs: 0, reads: 0, readsUnanswered: 0, proxyUnanswered: 0 };

/** Each node's own readers, who must never see an older state after a newer, and readers of the proxy, who must always be answered. */
function readersOf({ nodes, proxy, path, front }: Read) {
  let ended = false;
  let pages = 0;
  let missing: KilledServer | undefined;
  let figures = { ...NO_READS };
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined); // told to whoever waits for something

  async function read(url: string, isProxy = false): Promise<string | undefined> {
    const begun = performance.now();
    const text = await fetch(url)
      .then(async (answer) => (answer.status === 200 ? answer.text() : undefined))
      .catch(() => undefined); // the node is gone, or goes
    figures.longestReadMs = Math.max(figures.longestReadMs, performance.now() - begun);
    figures.reads += 1;
    if (text === undefined) figures[isProxy ? "proxyUnanswered" : "readsUnanswered"] += 1;
    return text;
  }

  async function ofNode(at: number, where: string): Promise<void> {
    let [newest, lastNode] = [0, nodes()[at]];
    while (!ended) {
      const node = nodes()[at];
      if (!node || node === missing) {
        await pause(20);
        continue;
      }
      // Another version in its place is another node.
      if (node !== lastNode) [newest, lastNode] = [0, node];
      const text = await read(node.address() + where);
      if (text === undefined) {
        await pause(5);
        continue;
      }
      const state = stateShown(text, SLUG);
      if (state < newest) throw new Error(`node ${at} showed state ${state} after state ${newest} at ${where}`);
      newest = state;
      pages += 1;
      await pause(READ_EVERY_MS);
    }
  }

  async function ofProxy(): Promise<void> {
    while (!ended) {
      const text = await read(proxy + path, true);
      if (text !== undefined) stateShown(text, SLUG);
      pages += 1;
      await pause(READ_EVERY_MS);
    }
  }

  const all = [
    ...Array.from({ length: NODES * READERS_A_NODE }, (_, number) =>
      ofNode(number % NODES, number < NODES ? path : front),
    ),
    ...Array.from({ length: PROXY_READERS }, ofProxy),
  ].map((one) => one.catch(failure.reject));

  return {
    failed: failure.promise,
    /** From here on the figures are of this fault; nobody reads from a node that is known to be missing. */
    begin: (without: KilledServer | undefined) => {
      missing = without;
      figures = { ...NO_READS };
    },
    end: () => {
      missing = undefined;
      return figures;
    },
    stop: async () => {
      ended = true;
      await Promise.race([Promise.all(all), failure.promise]);
      return pages;
    },
  };
}

async function untilServed(node: KilledServer, path: string, state: number): Promise<void> {
  await until(
    `a node serves state ${state}`,
    async () => {
      const answer = await fetch(node.address() + path).catch(() => undefined); // it is only just coming
      return answer?.status === 200 && stateShown(await answer.text(), SLUG) >= state;
    },
    60_000,
  );
}

async function metric(node: KilledServer | undefined, name: string): Promise<number | undefined> {
  const text = await (await fetch(`${node?.address()}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}

const FAULTS: Readonly<Record<Fault, string>> = {
  nothing: "nothing",
  kill: "one node killed with `kill -9`",
  freeze: "one node frozen (`SIGSTOP`)",
  database: "PostgreSQL crashed and started again",
  rolling: "a next version, node by node",
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      publications: { type: "string", default: "300" },
      seconds: { type: "string", default: "10" },
      letters: { type: "string", default: "300" },
    },
  });
  const [publications, seconds, letters] = [values.publications, values.seconds, values.letters].map(Number);
  const figures = await proveNodes({
    publications: publications ?? 300,
    seconds: seconds ?? 10,
    letters: letters ?? 300,
    progress: (what) => process.stderr.write(`${new Date().toISOString()} ${what}\n`),
  });
  const text = reportOf(figures, `--publications ${publications} --seconds ${seconds} --letters ${letters}`);
  process.stdout.write(text);
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "nodes.md"), text);
  process.exit(0);
}

/** What else the machine does: times under a load of others are worth less. */
function machineNow(): string {
  return `${cpus().length} cores, a load of ${(loadavg()[0] ?? 0).toFixed(1)} at the end`;
}

function reportOf(figures: NodesFigures, words: string): string {
  const ms = (value: number | undefined) => (value === undefined ? "–" : `${Math.round(value)} ms`);
  const rows = figures.faults.map(
    ({ fault, servedMs, longestPublishMs, longestReadMs, reads, readsUnanswered, proxyUnanswered, backAfterMs }) =>
      `| ${FAULTS[fault]} | ${servedMs.length} | ${ms(servedMs[Math.floor(servedMs.length / 2)])} | ${ms(servedMs[Math.floor(servedMs.length * 0.99)])} | ${ms(servedMs.length === 0 ? undefined : longestPublishMs)} | ${reads} | ${readsUnanswered} | ${proxyUnanswered} | ${ms(longestReadMs)} | ${ms(backAfterMs)} |`,
  );
  return `# Three nodes, and what may happen to them

\`npm run prove nodes -- ${words}\`, ${new Date().toISOString().slice(0, 10)}

Three whole nodes (site and worker) on one PostgreSQL with everything durable and one object store, behind a plain proxy. All the
while ${NODES * READERS_A_NODE} readers ask the nodes and ${PROXY_READERS} the proxy, ${POSTERS} readers post replies through the proxy, and an editor publishes at
one node after another. Load, nodes and database share one machine: the times are those of a busy machine, not of a network
(${machineNow()}).

| what happens | publications | served by all, median | 99 % | longest publishing | reads | of a node without an answer | of the proxy | longest read | all serve it again after |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.join("\n")}

- ${figures.repliesAcknowledged} replies acknowledged, each there once with all that belongs to it; ${figures.repliesUnanswered} got no answer and were sent again, of which
  ${figures.repliesKeptUnanswered} had been kept all the same and were not kept twice.
- ${figures.lettersAsked} letters asked for as jobs, none lost, ${figures.lettersTwice} sent twice (a job runs at least once: what a killed node had sent and not noted is sent again).
- ${figures.pagesChecked} pages checked: none shows two states, and no node goes back to an older one.
- \`/metrics\` of the others said two nodes while one was gone and three again after; \`dateline_store_up\` said 0 while the database was away.
- With the next version beside it, a node of the version before was killed and started again on the store the newer one had changed.
`;
}
