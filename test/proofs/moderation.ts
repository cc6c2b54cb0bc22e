/**
 * A campaign of five hundred copies on one card, and a press over twenty thousand waiting replies taken back in under five
 * seconds. `npm run prove moderation [-- --pending 20000 --copies 500 --engine sqlite]`; its figures go to docs/proofs/moderation.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies, undoDecision } from "#agency/replies/decisions.ts";
import { countListed, waitingCards } from "#agency/replies/queue.ts";
import type { Db } from "#store/db.ts";
import { openDoor } from "../door.ts";
import { type EngineName, engines } from "../engines.ts";
import { campaignText, manyReplies } from "../many-replies.ts";

/** The measure for taking a bulk decision over twenty thousand back. */
const BULK_SECONDS = 5;

type Bulk = {
  readonly decided: number;
  readonly decidedMs: number;
  readonly undone: number;
  readonly undoneMs: number;
};

/** Throws when a reply is not as it was before. */
export async function proveBulk(db: Db, { count, at }: { count: number; at: Date }): Promise<Bulk> {
  const articles = await db
    .selectFrom("article")
    .select("id")
    .where("state", "=", "published")
    .orderBy("id")
    .limit(20)
    .execute();
  await manyReplies(db, {
    articleIds: articles.map(({ id }) => id),
    count,
    state: "held",
    at: new Date(at.getTime() - 30 * 24 * 60 * 60 * 1000),
    text: (number) => `The queue has waited for ${number} days, says reader ${number} of the pending.`,
  });
  const words = "pending";
  const before = await stateOfAll(db);
  const hand = { by: "the proof", note: "", reason: "spam" } as const;
  const began = performance.now();
  const { batch, count: decided } = await decideReplies(db, {
    ...hand,
    chosen: { list: "held", words },
    to: "refused",
    at,
  });
  const decidedMs = performance.now() - began;
  if ((await countListed(db, "refused", words)) !== count) throw new Error("not all of them were refused");
  const undoing = performance.now();
  const undone = await undoDecision(db, { batch, by: "the proof", at: new Date(at.getTime() + 1_000) });
  const undoneMs = performance.now() - undoing;
  if ((await stateOfAll(db)) !== before) throw new Error("taken back, replies or their guests are not as they were");
  return { decided, decidedMs, undone, undoneMs };
}

/** States, counts and guests, as one text. */
async function stateOfAll(db: Db): Promise<string> {
  const replies = await db
    .selectFrom("reply")
    .select(["id", "state", "reason", "is_listed", "shown_below"])
    .orderBy("id")
    .execute();
  const guests = await db.selectFrom("guest").select(["id", "shown", "refused"]).orderBy("id").execute();
  const counts = await db.selectFrom("reply_count").selectAll().where("shown", ">", 0).orderBy("article_id").execute();
  return JSON.stringify([replies, guests, counts]);
}

type Campaign = { readonly articleId: string; readonly copies: number; readonly others: number; readonly at: Date };

/** Cards there are, copies on the largest, and cards of one. */
export async function proveCampaign(
  db: Db,
  { articleId, copies, others, at }: Campaign,
): Promise<{ cards: number; largest: number; alone: number }> {
  const every = Math.max(1, Math.floor(copies / others));
  for (let one = 0; one < copies; one++) {
    await send(db, {
      articleId,
      name: `Sender ${one}`,
      text: campaignText(one),
      at: new Date(at.getTime() + one * 1000),
    });
    if (one % every === 0 && one / every < others)
      await send(db, {
        articleId,
        name: `Reader ${one}`,
        text: ownWords(one / every),
        at: new Date(at.getTime() + one * 1000 + 500),
      });
  }
  const cards = await waitingCards(db, { words: "", limit: copies + others });
  return {
    cards: cards.length,
    largest: Math.max(...cards.map((card) => card.copies)),
    alone: cards.filter((card) => card.copies === 1).length,
  };
}

/** What others say of the same matter, in the same words now and then. */
function ownWords(number: number): string {
  const thoughts = [
    "I have fished off that pier for thirty years and I do not know who sells what, but the planks are rotten.",
    "The harbour board met in public. I was there, and eleven chairs of forty were taken.",
    "Could the paper print what the lease says? My neighbours only ever quote each other.",
    "Sunday at ten is the service. Choose another hour and more of us will come.",
    "Nobody was asked in 1998 either, when the cannery went.",
    "A pier for all needs somebody who pays for it. Who will?",
    "My daughter learned to swim beside it. Please keep the ladder at least.",
    "Our town has three piers, and one is enough for the boats that are left.",
    "The board has not sold anything: it let it for ninety years, which is not the same.",
    "Signing papers has never brought a ferry back.",
    "Good reporting. I would have liked to hear the buyer as well.",
    "Stand where you like, I shall be out with the nets.",
  ];
  return thoughts[number % thoughts.length] ?? "";
}

async function send(db: Db, what: { articleId: string; name: string; text: string; at: Date }): Promise<void> {
  const posted = await postReply(db, {
    ...what,
    email: "",
    quote: "",
    kind: "reply",
    parent: "",
    challenge: undefined,
    guestToken: undefined,
    keys: { address: "a", index: "b", challenge: "c" },
  });
  if (!("replyId" in posted)) throw new Error(`the reply of ${what.name} was not taken`);
}

async function prove(engine: EngineName, pending: number, copies: number): Promise<string> {
  await using door = await openDoor(engine, { demo: true });
  const at = new Date("2026-11-23T12:00:00Z");
  const { id: articleId } = await door.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", "outer-quay")
    .executeTakeFirstOrThrow();
  const campaign = await proveCampaign(door.db, { articleId, copies, others: 12, at });
  if (campaign.largest !== copies || campaign.alone !== 12)
    throw new Error(`the campaign stands on more than one card: ${JSON.stringify(campaign)}`);
  const bulk = await proveBulk(door.db, { count: pending, at: new Date(at.getTime() + 60 * 60 * 1000) });
  if (bulk.undoneMs > BULK_SECONDS * 1000) throw new Error(`taking it back took ${Math.round(bulk.undoneMs)} ms`);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return `| ${engine} | ${copies} copies and 12 others: ${campaign.cards} cards | ${bulk.decided} in ${seconds(bulk.decidedMs)} | ${bulk.undone} in ${seconds(bulk.undoneMs)} |`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      pending: { type: "string", default: "20000" },
      copies: { type: "string", default: "500" },
      engine: { type: "string" },
    },
  });
  const lines: string[] = [];
  for (const engine of engines) {
    if (values.engine !== undefined && values.engine !== engine) continue;
    lines.push(await prove(engine, Number(values.pending), Number(values.copies)));
    process.stdout.write(`${lines.at(-1)}\n`);
  }
  if (values.engine === undefined) {
    const folder = join(import.meta.dirname, "../../docs/proofs");
    mkdirSync(folder, { recursive: true });
    const [processor] = cpus();
    writeFileSync(
      join(folder, "moderation.md"),
      `# Moderation at size

\`npm run prove moderation\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${processor?.model ?? "processor"}.
Every state, count and guest is compared with what stood there before the press.

| engine | a campaign | one press over the queue | taken back |
| --- | --- | --- | --- |
${lines.join("\n")}
`,
    );
  }
  process.exit(0);
}
