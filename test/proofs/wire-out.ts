/**
 * One publication to many subscribers of which some hang: the others have it within two seconds, signed and whole, once; those that
 * lied when they were asked have nothing; and a second one does not wait for those that hang. `npm run prove wire-out`.
 */
import { parseArgs } from "node:util";
import { takeIn } from "#agency/articles/take-in.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { SLOW } from "#worker/jobs.ts";
import { work } from "#worker/work.ts";
import { machine } from "../../bench/lib/rounds.ts";
import { type Door, openDoor } from "../door.ts";
import { type EngineName, engines } from "../engines.ts";
import { openReceivers, type Receivers } from "../receivers.ts";
import { until } from "../until.ts";

export type WireOutFigures = {
  readonly subscribers: number;
  readonly hanging: number;
  readonly liars: number;
  /** From before it was published to the last of those that do not hang, of the first publication and of one right after it. */
  readonly firstMs: number;
  readonly secondMs: number;
};

type Sizes = { readonly subscribers: number; readonly hanging: number; readonly liars: number };

const TOPIC = "https://strait.example/en/feed.xml";
const VERIFIED_WITHIN_MS = 120_000;
const TOLD_WITHIN_MS = 60_000;

/** Throws when somebody has nothing, has it twice, unsigned, or not as it is; or has it who was not to. */
export async function proveWireOut(engine: EngineName, sizes: Sizes): Promise<WireOutFigures> {
  await using receivers = await openReceivers();
  await using door = await openDoor(engine, { network: receivers.network });
  const { subscribers, hanging, liars } = sizes;
  const good = hosts("reader", subscribers - hanging);
  const bad = hosts("hangs", hanging);
  const said: string[] = [];
  const worker = work({
    store: door.store,
    jobs: await door.jobs(),
    slow: SLOW,
    now: () => new Date(),
    report: (sentence, cause) => said.push(`${sentence}: ${cause}`),
  });
  try {
    door.setNow(new Date().toISOString());
    for (const host of good) await subscribe(door, host, receivers.address(host, "takes"));
    for (const host of bad) await subscribe(door, host, receivers.address(host, "hangs"));
    for (const host of hosts("liar", liars)) await subscribe(door, host, receivers.address(host, "lies"));
    await until(
      "everybody was asked whether they mean it",
      async () => (await receivers.counts()).asked === subscribers + liars && (await confirmed(door)) === subscribers,
      VERIFIED_WITHIN_MS,
    );
    const firstMs = await tellAll(door, receivers, { good, headline: "Ferries stand still in the strait" });
    // Nobody says that they are told before the others; they keep their places from then on.
    const isTold = async () => (await receivers.counts()).hanging === hanging;
    await until("those that hang were told", isTold, TOLD_WITHIN_MS);
    const secondMs = await tellAll(door, receivers, { good, headline: "Ferries sail again" });
    await until("those that hang wait for a later try", async () => (await failing(door)) === hanging, TOLD_WITHIN_MS);
    const { came } = await receivers.counts();
    if (came !== good.length) throw new Error(`of ${good.length} subscribers some were told again: ${came} times`);
    if (said.length > 0 || door.broken.length > 0)
      throw new Error(`something broke: ${[...said, ...door.broken].join("\n")}`);
    return { ...sizes, firstMs, secondMs };
  } finally {
    await worker.stop();
  }
}

function hosts(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${kind}-${at}.example`);
}

async function subscribe(door: Door, host: string, callback: string): Promise<void> {
  const form = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": callback, "hub.secret": host };
  const asked = new Request("http://localhost/hub", { method: "POST", body: new URLSearchParams(form) });
  const { status } = await door.request(asked);
  if (status !== 202) throw new Error(`the hub answered ${status}`);
}

async function confirmed({ db }: Door): Promise<number> {
  return (await db.selectFrom("websub_subscription").select("id").execute()).length;
}

async function failing({ db }: Door): Promise<number> {
  return (await db.selectFrom("websub_subscription").select("id").where("failures", ">", 0).execute()).length;
}

type Telling = { readonly good: readonly string[]; readonly headline: string };

/** Publishes, waits until everybody has it who does not hang, and answers how long the last of them waited. */
async function tellAll(door: Door, receivers: Receivers, { good, headline }: Telling): Promise<number> {
  await receivers.forget();
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const began = Date.now();
  const at = new Date(began);
  door.setNow(at.toISOString());
  await takeIn(door.db, { text: `${headline}\n\nTALMIRA. Words.`, edition, publish: true, by: "the proof", at });
  await until(
    `everybody has "${headline}"`,
    async () => (await receivers.counts()).came >= good.length,
    TOLD_WITHIN_MS,
  );
  const came = await receivers.came();
  const wrong = came.find((one) => !one.isSigned || one.newest !== headline);
  const told = new Set(came.map(({ host }) => host));
  if (wrong) throw new Error(`${wrong.host} was sent something unsigned, or not the feed as it is: "${wrong.newest}"`);
  if (told.size !== came.length || came.length !== good.length || !good.every((host) => told.has(host)))
    throw new Error(`of ${good.length} subscribers ${told.size} were told, ${came.length} times`);
  return Math.max(...came.map((one) => one.at)) - began;
}

const MOST_MS = 2_000;

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      subscribers: { type: "string", default: "1000" },
      hanging: { type: "string", default: "100" },
      liars: { type: "string", default: "50" },
    },
  });
  const sizes = {
    subscribers: Number(values.subscribers),
    hanging: Number(values.hanging),
    liars: Number(values.liars),
  };
  process.stdout.write(`${machine()}\n`);
  for (const engine of engines) {
    const { firstMs, secondMs } = await proveWireOut(engine, sizes);
    const holds = Math.max(firstMs, secondMs) <= MOST_MS;
    if (!holds) process.exitCode = 1;
    process.stdout.write(
      `${holds ? "kept  " : "MISSED"} ${engine}: ${sizes.subscribers} subscribers of which ${sizes.hanging} hang, ${sizes.liars} liars: ` +
        `the others had the first publication after ${firstMs} ms, the second, right after it, after ${secondMs} ms (at most ${MOST_MS}); signed, whole and once; liars nothing\n`,
    );
  }
}
