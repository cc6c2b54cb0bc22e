/**
 * Readers post replies to a real server that is killed with `kill -9` again and again: every reply that was acknowledged is
 * there once, with all that belongs to it, and none is there by half. Who got no answer sends the same again.
 * `npm run prove replies -- --kills 200 [--seed N]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { newChallenge, sumOf } from "#agency/replies/challenge.ts";
import { filesIn } from "#outside/files.ts";
import { keyIn } from "#outside/keys.ts";
import { reading } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { type EngineName, emptyPlace, engines } from "../engines.ts";
import { type KilledServer, killedServer } from "../killed-server.ts";
import { numbersFrom } from "../kills.ts";
import { seedNewsroom } from "../newsroom.ts";

type Proof = { readonly engine: EngineName; readonly kills: number; readonly seed: number };

export type ReplyFigures = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Sent when the server was killed, and sent again: this many had been kept all the same. */
  readonly again: number;
  readonly keptBefore: number;
};

const READERS = 32;
const STORY = "ferry-strike";
// A kill comes after a random number of answers up to this one: at the first, in a group, or far in.
const MOST_ANSWERS_BEFORE_KILL = 120;
const MINUTE_MS = 60_000;

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
    const readers = await readersOf(store, server, await keyIn(join(place.data, "keys"), "reply-challenge"));
    for (let kill = 1; kill <= kills; kill++) {
      await server.start();
      const killAt = readers.answers() + random(MOST_ANSWERS_BEFORE_KILL);
      await readers.post(async (answers) => {
        if (answers >= killAt) await server.kill();
      });
      await server.kill();
      await check(store, readers.acknowledged);
    }
    await server.start();
    await readers.sendAgain();
    await check(store, readers.acknowledged);
    const kept = (await countReplies(store)) - before;
    if (kept !== readers.acknowledged.size)
      throw new Error(`${readers.acknowledged.size} replies were acknowledged in the end, and ${kept} are there`);
    return { kills, acknowledged: readers.acknowledged.size, ...readers.figures() };
  } finally {
    await server.kill();
    await store.close();
  }
}

type Reply = { readonly text: string; readonly fields: URLSearchParams; readonly network: string };

/** Thirty-two who post one reply after another, as long as anybody answers. */
async function readersOf({ db }: Store, server: KilledServer, key: string) {
  const article = await db.selectFrom("article").select("id").where("slug", "=", STORY).executeTakeFirstOrThrow();
  const acknowledged = new Set<string>();
  let unanswered: Reply[] = [];
  let answers = 0;
  let again = 0;
  let keptBefore = 0;
  let next = 0;

  function newReply(): Reply {
    const number = next++;
    const at = new Date(Date.now() - MINUTE_MS);
    const { token, challenge } = newChallenge(key, { kind: "sum", articleId: article.id, at });
    const text = `Reply ${number} of somebody on the quay.`;
    const fields = new URLSearchParams({
      name: `Reader ${number}`,
      email: `reader.${number}@readers.example`,
      text,
      token,
      answer: String(sumOf(key, challenge).answer),
    });
    return { text, fields, network: `${11 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}.7` };
  }

  /** The status of the answer; nothing when none came. */
  async function send({ fields, network }: Reply): Promise<number | undefined> {
    try {
      const { status } = await server.post(`/en/${STORY}/replies`, fields.toString(), {
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": network,
      });
      return status;
    } catch {
      return undefined; // the server was killed
    }
  }

  async function sendAgain(): Promise<void> {
    const all = unanswered;
    unanswered = [];
    for (const reply of all) {
      const status = await send(reply);
      // 409 says that its token was spent: the first time had been kept, only nobody heard of it.
      if (status !== 303 && status !== 409) throw new Error(`"${reply.text}", sent again, was answered ${status}`);
      acknowledged.add(reply.text);
      again += 1;
      if (status === 409) keptBefore += 1;
    }
  }

  async function postUntilKilled(told: (answers: number) => Promise<void>): Promise<void> {
    for (;;) {
      const reply = newReply();
      const status = await send(reply);
      if (status === undefined) {
        unanswered.push(reply);
        return;
      }
      if (status !== 303) throw new Error(`"${reply.text}" was answered ${status}`);
      acknowledged.add(reply.text);
      await told(++answers);
    }
  }

  return {
    acknowledged,
    answers: () => answers,
    figures: () => ({ again, keptBefore }),
    sendAgain,
    async post(told: (answers: number) => Promise<void>): Promise<void> {
      await sendAgain();
      await Promise.all(Array.from({ length: READERS }, () => postUntilKilled(told)));
    },
  };
}

/** Each acknowledged reply once; each reply with its token, its guest, its sealed address and its decision. */
async function check({ db }: Store, acknowledged: ReadonlySet<string>): Promise<void> {
  // At one moment: PostgreSQL may just be committing what the killed process had sent.
  const rows = await reading(db, (db) =>
    db
      .selectFrom("reply")
      .leftJoin("reply_token", "reply_token.reply_id", "reply.id")
      .leftJoin("guest", "guest.id", "reply.guest_id")
      .leftJoin("reply_contact", "reply_contact.reply_id", "reply.id")
      .leftJoin("decision", "decision.reply_id", "reply.id")
      .select([
        "reply.body",
        "reply_token.nonce",
        "guest.id as guest",
        "reply_contact.address",
        "decision.id as decision",
      ])
      .where("reply.body", "like", "Reply % of somebody on the quay.")
      .execute(),
  );
  const half = rows.find(({ nonce, guest, address, decision }) => !nonce || !guest || !address || !decision);
  if (half) throw new Error(`"${half.body}" is there by half: ${JSON.stringify(half)}`);
  const times = Map.groupBy(rows, ({ body }) => body);
  for (const text of acknowledged)
    if (times.get(text)?.length !== 1)
      throw new Error(`"${text}" was acknowledged and is there ${times.get(text)?.length ?? 0} times`);
  const twice = [...times].find(([, all]) => all.length > 1);
  if (twice) throw new Error(`"${twice[0]}" is there ${twice[1].length} times`);
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
    `# No reply is lost, none is there twice\n\n\`npm run prove replies -- --kills ${kills} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}\n\n${READERS} readers post at once; the server is killed with \`kill -9\` after a random number of answers.\n\n${lines.join("\n")}\n\nA killed process leaves what it wrote to the operating system; a power cut was not tried.\n`,
  );
  process.exit(0);
}
