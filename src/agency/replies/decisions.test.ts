import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Db } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { manyReplies } from "#test/many-replies.ts";
import { proveBulk, proveCampaign } from "#test/proofs/moderation.ts";
import { editReply, eraseGuest, postReply } from "./actions.ts";
import { decideReplies, undoDecision } from "./decisions.ts";
import { repliesOfCard, waitingCards } from "./queue.ts";

const AT = new Date("2026-11-23T12:00:00Z");
const hand = { reason: null, note: "", by: "m" } as const;

function later(minutes: number): Date {
  return new Date(AT.getTime() + minutes * 60_000);
}

function petition(number: number): string {
  return `Sign our petition number ${number} for a second lighthouse on the western rocks, dear neighbours, before the winter storms.`;
}

async function articleOf(db: Db, slug: string): Promise<string> {
  const { id } = await db.selectFrom("article").select("id").where("slug", "=", slug).executeTakeFirstOrThrow();
  return id;
}

async function sent(db: Db, text: string, more: { parent?: string; name?: string; at?: Date } = {}): Promise<string> {
  const posted = await postReply(db, {
    articleId: await articleOf(db, "outer-quay"),
    name: more.name ?? "Ada Reader",
    email: "",
    text,
    quote: "",
    kind: "reply",
    parent: more.parent ?? "",
    challenge: undefined,
    guestToken: undefined,
    keys: { address: "a", index: "b", challenge: "c" },
    at: more.at ?? AT,
  });
  if (!("replyId" in posted)) throw new Error("it was not taken");
  return posted.replyId;
}

async function stateOf(db: Db, id: string) {
  return db
    .selectFrom("reply")
    .select(["state", "is_listed", "reason", "note"])
    .where("id", "=", id)
    .executeTakeFirst();
}

async function guestOf(db: Db, id: string): Promise<string> {
  const { guest_id } = await db.selectFrom("reply").select("guest_id").where("id", "=", id).executeTakeFirstOrThrow();
  return guest_id ?? "";
}

async function flagsOf(db: Db, id: string): Promise<readonly string[]> {
  const { flags } = await db.selectFrom("reply").select("flags").where("id", "=", id).executeTakeFirstOrThrow();
  return JSON.parse(flags);
}

async function shownOf(db: Db): Promise<number> {
  const row = await db
    .selectFrom("reply_count")
    .select("shown")
    .where("article_id", "=", await articleOf(db, "outer-quay"))
    .executeTakeFirst();
  return row?.shown ?? 0;
}

for (const engine of engines) {
  describe(engine, () => {
    let door: Door;
    beforeAll(async () => {
      door = await openDoor(engine, { demo: true });
    });
    afterAll(async () => door[Symbol.asyncDispose]());

    test(`${engine}: five hundred copies of a campaign, each a little different, are one card beside what others say`, async () => {
      const { db } = door;
      const figures = await proveCampaign(db, {
        articleId: await articleOf(db, "outer-quay"),
        copies: 120,
        others: 12,
        at: AT,
      });
      expect(figures).toEqual({ cards: 13, largest: 120, alone: 12 });
    });

    test(`${engine}: one press decides over everything a list shows for some words, and one more takes all of it back`, async () => {
      const { db } = door;
      const figures = await proveBulk(db, { count: 600, at: AT });
      expect(figures).toMatchObject({ decided: 600, undone: 600 });
    });

    test(`${engine}: a card is decided whole, and what comes after a refused campaign says that it is like it`, async () => {
      const { db } = door;
      for (let one = 0; one < 5; one++) await sent(db, petition(one), { name: `Signer ${one}`, at: later(one) });
      const [card] = await waitingCards(db, { words: "petition", limit: 5 });
      expect(card?.copies).toBe(5);
      expect(await repliesOfCard(db, card?.id ?? "", 10)).toHaveLength(5);
      const made = await decideReplies(db, {
        ...hand,
        chosen: { cards: [card?.id ?? ""] },
        to: "refused",
        reason: "spam",
        at: later(9),
      });
      expect(made.count).toBe(5);
      const next = await sent(db, petition(7), { name: "Signer 7", at: later(10) });
      expect(await flagsOf(db, next)).toContain("like-refused");
      const other = await sent(
        db,
        "The board has published its minutes, and the pier is still ours, as page four says.",
        {
          at: later(11),
        },
      );
      expect(await flagsOf(db, other)).not.toContain("like-refused");
    });

    test(`${engine}: a copy whose words change leaves its card, or comes to one; the rest stay together, and so do later ones`, async () => {
      const { db } = door;
      const appeal = (number: number) =>
        `Appeal number ${number}: keep the night ferry to the northern isles, dear council, it is all they have in winter.`;
      const ids: string[] = [];
      for (let one = 0; one < 3; one++)
        ids.push(await sent(db, appeal(one), { name: `Caller ${one}`, at: later(one) }));
      const [first = "", second = "", third = ""] = ids;
      const cards = async () =>
        (await waitingCards(db, { words: "caller", limit: 9 })).map(({ reply, copies }) => [reply.name, copies]);
      const change = async (replyId: string, text: string, minutes: number) =>
        editReply(db, { guestId: await guestOf(db, replyId), replyId, text, at: later(minutes) });
      expect(await cards()).toEqual([["Caller 0", 3]]);
      // The first of them, by whose words the others were found.
      await change(first, "I have thought about it again, and would rather have the money go into the school.", 4);
      expect(await cards()).toEqual([
        ["Caller 0", 1],
        ["Caller 1", 2],
      ]);
      await sent(db, appeal(8), { name: "Caller 8", at: later(5) });
      expect(await cards()).toEqual([
        ["Caller 0", 1],
        ["Caller 1", 3],
      ]);
      await change(first, appeal(9), 6);
      expect(await cards()).toEqual([["Caller 0", 4]]);
      // What says like a refused one says so, and no longer once it says something else.
      await decideReplies(db, { ...hand, chosen: { ids: [second] }, to: "refused", reason: "spam", at: later(7) });
      await change(third, `${appeal(2)} Please.`, 8);
      expect(await flagsOf(db, third)).toContain("like-refused");
      await change(third, "No more of this from me, I am going home to bed and wish the council well.", 9);
      expect(await flagsOf(db, third)).not.toContain("like-refused");
      // Whoever stood for the rest erases everything of theirs.
      await eraseGuest(db, { guestId: await guestOf(db, second), at: later(10) });
      await sent(db, appeal(10), { name: "Caller 10", at: later(11) });
      expect(await cards()).toEqual([
        ["Caller 0", 3],
        ["Caller 2", 1],
      ]);
    });

    test(`${engine}: what is taken back has the reason it had before, and what somebody decided since is left alone`, async () => {
      const { db } = door;
      const [one, two] = [await sent(db, "The first of two."), await sent(db, "The second of two.")];
      const refused = { ...hand, to: "refused", reason: "abuse", note: "Be kind." } as const;
      await decideReplies(db, { ...refused, chosen: { ids: [one] }, at: later(1) });
      const before = await shownOf(db);
      const { batch, count } = await decideReplies(db, {
        ...hand,
        chosen: { ids: [one, two] },
        to: "shown",
        at: later(2),
      });
      expect(count).toBe(2);
      expect(await shownOf(db)).toBe(before + 2);
      await decideReplies(db, { ...refused, chosen: { ids: [two] }, reason: "off-topic", at: later(3) });
      expect(await undoDecision(db, { batch, by: "m", at: later(4) })).toBe(1);
      expect(await stateOf(db, one)).toEqual({ state: "refused", is_listed: 0, reason: "abuse", note: "Be kind." });
      expect(await stateOf(db, two)).toMatchObject({ state: "refused", reason: "off-topic" });
      expect(await shownOf(db)).toBe(before);
      expect(await undoDecision(db, { batch, by: "m", at: later(5) })).toBe(0);
      const guests = await db
        .selectFrom("guest")
        .innerJoin("reply", "reply.guest_id", "guest.id")
        .select(["guest.shown", "guest.refused"])
        .where("reply.id", "in", [one, two])
        .execute();
      expect(guests).toEqual([
        { shown: 0, refused: 1 },
        { shown: 0, refused: 1 },
      ]);
    });

    test(`${engine}: a refused reply keeps its place while an answer to it is shown, and loses it with the answer`, async () => {
      const { db } = door;
      const root = await sent(db, "The root.");
      await decideReplies(db, { ...hand, chosen: { ids: [root] }, to: "shown", at: later(1) });
      const answer = await sent(db, "The answer.", { parent: root, at: later(2) });
      await decideReplies(db, { ...hand, chosen: { ids: [answer] }, to: "shown", at: later(3) });
      const taken = await decideReplies(db, {
        ...hand,
        chosen: { ids: [root] },
        to: "refused",
        reason: "abuse",
        at: later(4),
      });
      expect(await stateOf(db, root)).toMatchObject({ state: "refused", is_listed: 1 });
      await decideReplies(db, { ...hand, chosen: { ids: [answer] }, to: "refused", reason: "abuse", at: later(5) });
      expect(await stateOf(db, root)).toMatchObject({ state: "refused", is_listed: 0 });
      await undoDecision(db, { batch: taken.batch, by: "m", at: later(6) });
      expect(await stateOf(db, root)).toMatchObject({ state: "shown", is_listed: 1, reason: null });
      expect(await stateOf(db, answer)).toMatchObject({ state: "refused", is_listed: 0 });
    });

    test(`${engine}: replies are found by words of any script, whatever their letters, and by the name of who wrote them`, async () => {
      const { db } = door;
      await sent(db, "Паром «Ольха» стоит у ПРИЧАЛА.", { name: "Вера" });
      await sent(db, "100 % of it is true.", { name: "Ben_Dover" });
      const found = async (words: string) =>
        (await waitingCards(db, { words, limit: 9 })).map(({ reply }) => reply.name);
      expect(await found("причала паром")).toEqual(["Вера"]);
      expect(await found("ВЕРА")).toEqual(["Вера"]);
      expect(await found("100 %")).toEqual(["Ben_Dover"]);
      expect(await found("b_n")).toEqual([]);
      expect(await found("причала ".repeat(2_000))).toEqual(["Вера"]);
      // Nothing is left out of a question that is too long, so that one press decides over no more than was asked for.
      const pasted = Array.from({ length: 2_000 }, (_, at) => `word${at}`).join(" ");
      expect(await found(pasted)).toEqual([]);
    });

    test(`${engine}: a reply is compared with what stands under its marks, however much was written before`, async () => {
      const { db } = door;
      const articleIds = [await articleOf(db, "outer-quay")];
      await manyReplies(db, { articleIds, count: 500, state: "refused", at: new Date("2026-09-01T00:00:00Z") });
      const id = await sent(
        db,
        "What nobody has said in this town before, and nobody will say again in quite these words.",
      );
      // What is found under its marks is all there is to compare with: its own.
      const marks = await db.selectFrom("reply_mark").select(["mark", "cluster_id"]).execute();
      expect(new Set(marks.map(({ cluster_id }) => cluster_id)).has(id)).toBe(true);
      expect(marks.filter(({ cluster_id }) => cluster_id === id)).toHaveLength(4);
    });
  });
}
