/**
 * Kills a newsroom again and again while it publishes: every publication that was acknowledged is in the log once, no entry
 * is without its publication, and every checkpoint that was handed out is still true. `npm run prove log -- --kills 200 [--seed N]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addEdition } from "#agency/editions/actions.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { verifyStore } from "#agency/log/verify.ts";
import { readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { readVkey } from "#lib/merkle/note.ts";
import { logSigner } from "#outside/log-key.ts";
import { type Db, reading } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { type EngineName, emptyPlace, engines, type Place } from "../engines.ts";
import { killedAfter, numbersFrom } from "../kills.ts";

type Proof = { readonly engine: EngineName; readonly kills: number; readonly seed: number };

export type LogFigures = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly entries: number;
  /** Handed out before a kill; all still true at the end. */
  readonly served: number;
};

const CHILD = join(import.meta.dirname, "log-child.ts");
const URL_OF_SITE = "https://strait.example";

// A kill comes after a random number of lines up to this one: at the opening, in a group, or far in.
const MOST_LINES_BEFORE_KILL = 60;
// A look at everything takes longer with every kill, so in between only what is new is looked at.
const WHOLE_EVERY = 20;

/** Throws when anything of it is not so. */
export async function proveLog({ engine, kills, seed }: Proof): Promise<LogFigures> {
  const place = await emptyPlace(engine);
  const random = numbersFrom(seed);
  await opened(place, async ({ db }) => {
    await addEdition(db, { code: "en", settings: { name: "English" }, labelPolicy: DEFAULT_POLICY, at: new Date() });
  });
  const acknowledged: string[] = [];
  const served = new Set<string>();
  for (let kill = 1; kill <= kills; kill++) {
    const lines = await killedAfter(CHILD, random(MOST_LINES_BEFORE_KILL), [JSON.stringify(place), URL_OF_SITE]);
    for (const line of lines) {
      const [act, ...words] = line.split(" ");
      if (act === "published") acknowledged.push(words.join(" "));
      else served.add(Buffer.from(words[0] ?? "", "base64").toString());
    }
    await checkEntries(place, acknowledged);
    if (kill % WHOLE_EVERY === 0 || kill === kills) await checkWhole(place, served);
  }
  const entries = await opened(place, async ({ db }) => (await logged(db)).length);
  return { kills, acknowledged: acknowledged.length, entries, served: served.size };
}

/** Each acknowledged publication once, and no entry without the text it names. */
async function checkEntries(place: Place, acknowledged: readonly string[]): Promise<void> {
  await opened(place, async ({ db }) => {
    // At one moment: PostgreSQL may just be committing what the killed process had sent.
    const [entries, revisions] = await reading(db, async (db) => [await logged(db), await published(db)]);
    const times = Map.groupBy(entries, ({ article_id, kind }) => `${article_id} ${kind}`);
    const wrong = acknowledged.find((act) => times.get(act)?.length !== 1);
    if (wrong) throw new Error(`"${wrong}" was acknowledged and is in the log ${times.get(wrong)?.length ?? 0} times`);
    const named = entries.map(({ entry }) => String(JSON.parse(entry).revision)).sort();
    if (named.join() !== revisions.join()) throw new Error("the entries and the published texts are not the same");
    const gap = entries.findIndex(({ number }, at) => number !== at);
    if (gap >= 0) throw new Error(`the log has a gap at ${gap}`);
  });
}

async function logged(db: Db) {
  return db.selectFrom("log_entry").select(["number", "article_id", "kind", "entry"]).orderBy("number").execute();
}

async function published(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("revision").select("id").where("kind", "<>", "draft").execute();
  return rows.map(({ id }) => id).sort();
}

/** As `dateline verify --checkpoint` looks, with every checkpoint that was handed out. */
async function checkWhole(place: Place, served: ReadonlySet<string>): Promise<void> {
  const earlier = [...served].map((written) => {
    const checkpoint = readCheckpoint(written);
    if (!checkpoint) throw new Error(`what was handed out is no checkpoint: ${written}`);
    return { from: "what was handed out", checkpoint };
  });
  const { vkey } = await logSigner(join(place.data, "keys"), URL_OF_SITE);
  const { findings } = await opened(place, ({ db }) =>
    reading(db, (db) => verifyStore(db, { verifier: readVkey(vkey), earlier })),
  );
  if (findings.length > 0) throw new Error(findings.map(({ sentence }) => sentence).join("\n"));
}

async function opened<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  await using store = await openStore(place);
  return await work(store);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, seed: { type: "string" } } });
  const kills = Number(values.kills);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  process.stdout.write(`seed ${seed}\n`);
  const lines: string[] = [];
  for (const engine of engines) {
    const { acknowledged, entries, served } = await proveLog({ engine, kills, seed });
    lines.push(
      `- ${engine}: killed ${kills} times, ${acknowledged} publications and changes acknowledged, each in the log once;`,
      `  ${entries} entries, each with its publication; ${served} checkpoints handed out before a kill, none contradicted.`,
    );
    process.stdout.write(`${lines.slice(-2).join("\n")}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "log.md"),
    `# The log survives being killed\n\n\`npm run prove log -- --kills ${kills} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}\n\n${lines.join("\n")}\n\nA killed process leaves what it wrote to the operating system; a power cut was not tried.\n`,
  );
  process.exit(0);
}
