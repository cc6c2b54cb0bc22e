/** One publication to thousands of clients by webhook, some of them dead, beside posting the same to the same without a store. */
import { join } from "node:path";
import { takeIn } from "#agency/articles/take-in.ts";
import { addChannel, addClient } from "#agency/clients/actions.ts";
import type { ClientSaid } from "#agency/clients/clients.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { postPublic } from "#outside/fetch.ts";
import { keyIn } from "#outside/keys.ts";
import { type Db, together } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import type { EngineName } from "#test/engines.ts";
import { openReceivers, type Receivers } from "#test/receivers.ts";
import { until } from "#test/until.ts";
import { SLOW } from "#worker/jobs.ts";
import { work } from "#worker/work.ts";

export type Delivered = {
  readonly clients: number;
  readonly dead: number;
  /** From before it was published until the last living client had it. */
  readonly seconds: number;
  /** Posts of the same bytes to the living, as fast as this machine makes and takes them. */
  readonly postedASecond: number;
};

const WITHIN_MS = 600_000;
const BY = "the benchmark";
const AT_ONCE = 256;

/** Every other of the dead refuses the connection, the rest take it and never answer. */
export async function deliverTo(
  engine: EngineName,
  { clients, dead }: { clients: number; dead: number },
): Promise<Delivered> {
  await using receivers = await openReceivers();
  await using door = await openDoor(engine, { network: receivers.network });
  const alive = clients - dead;
  await addClients(door, receivers, { clients, alive });
  const postedASecond = await postAlone(receivers, alive);
  await receivers.forget();
  const worker = work({
    store: door.store,
    jobs: await door.jobs(),
    slow: SLOW,
    now: () => new Date(),
    report: (sentence, cause) => process.stderr.write(`${sentence}: ${cause}\n`),
  });
  try {
    const edition = await editionByCode(door.db, "en");
    if (!edition) throw new Error("no edition");
    const began = Date.now();
    const at = new Date(began);
    const text = `Ferries stand still in the strait\n\nTALMIRA. ${"The ferries of the strait stand still. ".repeat(40)}`;
    await takeIn(door.db, { text, edition, publish: true, by: BY, at });
    await until("every living client has it", async () => (await receivers.counts()).came >= alive, WITHIN_MS);
    const came = await receivers.came();
    const ids = new Set(came.map(({ id }) => id));
    if (ids.size !== alive || came.length !== alive)
      throw new Error(`${alive} clients were sent ${came.length} messages, ${ids.size} of them different`);
    return { clients, dead, seconds: (Math.max(...came.map((one) => one.at)) - began) / 1000, postedASecond };
  } finally {
    await worker.stop();
  }
}

const A_COMMIT = 500;

async function addClients(
  { db, store }: Door,
  receivers: Receivers,
  { clients, alive }: { clients: number; alive: number },
) {
  const key = await keyIn(join(store.data, "keys"), "wire");
  const said: Omit<ClientSaid, "name"> = {
    ...{ email: "", language: "en", labels: "text", jurisdictions: null, terms: "", takesEmbargoed: false },
    ...{ editions: [], sections: [], topics: [], keywords: [] },
  };
  for (let from = 0; from < clients; from += A_COMMIT)
    await together(db, async (db) => {
      for (let one = from; one < Math.min(clients, from + A_COMMIT); one++)
        await addOne(db, one, one < alive ? "takes" : one % 2 === 0 ? "dead" : "hangs");
    });

  async function addOne(db: Db, one: number, way: "takes" | "dead" | "hangs") {
    const at = new Date();
    const clientId = await addClient(db, { said: { ...said, name: `Client ${one}` }, by: BY, at });
    const address = receivers.address(`client-${one}.example`, way);
    await addChannel(db, { clientId, kind: "webhook", address, format: "ninjs-3", key, by: BY, at });
  }
}

/** The limit: nothing is looked up and nothing kept. */
async function postAlone({ address, network }: Receivers, count: number): Promise<number> {
  const body = new TextEncoder().encode("The ferries of the strait stand still. ".repeat(40));
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const answer = await postPublic(address(`client-${next++}.example`, "takes"), {
        ...{ agent: "Dateline", network, body, headers: {} },
      });
      if ("problem" in answer) throw new Error(`posting alone failed: ${answer.problem}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (count / (performance.now() - began)) * 1000;
}
