/**
 * Readers post replies to a real server that is killed with `kill -9` again and again: every reply that was acknowledged is
 * there once, with all that belongs to it, and none is there by half. Who got no answer sends the same again.
 * `npm run prove replies -- --kills 200 [--seed N]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { filesIn } from "#outside/files.ts";
import { keyIn } from "#outside/keys.ts";
import { openStore, type Store } from "#store/open.ts";
import { type EngineName, emptyPlace, engines } from "../engines.ts";
import { killedServer } from "../killed-server.ts";
import { numbersFrom } from "../kills.ts";
import { seedNewsroom } from "../newsroom.ts";
import { checkReplies, openPosters, POSTERS } from "../posters.ts";

type Proof = { readonly engine: EngineName; readonly kills: number; readonly seed: number };

export type ReplyFigures = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Sent when the server was killed, and sent again: this many had been kept all the same. */
  readonly again: number;
  readonly keptBefore: number;
};

// A kill comes after a random number of answers up to this one: at the first, in a group, or far in.
const MOST_ANSWERS_BEFORE_KILL = 120;

/** Throws when an acknowledged reply is missing, is there twice, or is there by half. */
export async function proveReplies({ engine, kills, seed }: Proof): Promise<ReplyFigures> {
  const place = await emptyPlace(engine);
  const random = numbersFrom(seed);
  const store = await openStore(place);
  // Each reader is seen through a proxy, for a network may not send so many.
  const server = killedServer(place, {
    // No worker: it would try to send letters, and no mail server is here.
    words: ["--only", "web"],
    environment: { DATELINE_TRUSTED_PROXIES: "127.0.0.1" },
  });
  try {
    await seedNewsroom(store.db, { files: filesIn(join(place.data, "media")), at: new Date() });
    const before = await countReplies(store);
    const readers = await openPosters(store, server.post, await keyIn(join(place.data, "keys"), "reply-challenge"));
    for (let kill = 1; kill <= kills; kill++) {
      await server.start();
      const killAt = readers.answers() + random(MOST_ANSWERS_BEFORE_KILL);
      await readers.post(async (answers) => {
        if (answers >= killAt) await server.kill();
      });
      await server.kill();
      await checkReplies(store, readers.acknowledged);
    }
    await server.start();
    await readers.sendAgain();
    await checkReplies(store, readers.acknowledged);
    const kept = (await countReplies(store)) - before;
    if (kept !== readers.acknowledged.size)
      throw new Error(`${readers.acknowledged.size} replies were acknowledged in the end, and ${kept} are there`);
    return { kills, acknowledged: readers.acknowledged.size, ...readers.figures() };
  } finally {
    await server.kill();
    await store.close();
  }
}

async function countReplies({ db }: Store): Promise<number> {
  return (await db.selectFrom("reply").select("id").execute()).length;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, seed: { type: "string" } } });
  const kills = Number(values.kills);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  process.stdout.write(`seed ${seed}\n`);
  const lines: string[] = [];
  for (const engine of engines) {
    const { acknowledged, again, keptBefore } = await proveReplies({ engine, kills, seed });
    lines.push(
      `- ${engine}: killed ${kills} times, ${acknowledged} replies acknowledged, each there once with its token, guest, address`,
      `  and decision; ${again} were unanswered at a kill and sent again, of which ${keptBefore} had been kept and were not kept twice.`,
    );
    process.stdout.write(`${lines.slice(-2).join("\n")}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "replies.md"),
    `# No reply is lost, none is there twice\n\n\`npm run prove replies -- --kills ${kills} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}\n\n${POSTERS} readers post at once; the server is killed with \`kill -9\` after a random number of answers.\n\n${lines.join("\n")}\n\nA killed process leaves what it wrote to the operating system; a power cut was not tried.\n`,
  );
  process.exit(0);
}
