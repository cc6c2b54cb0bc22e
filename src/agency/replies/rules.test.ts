import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Db } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { looksOfWords, wordFound } from "#text/replies/words.ts";
import { editReply, guestWith, postReply } from "./actions.ts";
import { banGuest, bans, forgetBans, liftBan } from "./bans.ts";
import { decideReplies, undoDecision } from "./decisions.ts";
import { domainIndexOf } from "./indexes.ts";
import { learnFrom, modelFor } from "./learning.ts";
import { forgetNetworks } from "./networks.ts";
import { countReplies } from "./queries.ts";
import { addRule, removeRule, ruleWith, switchRule, tryRule } from "./rule-book.ts";
import { NO_TERMS, type Rule, type Terms } from "./rules.ts";
import { reasonsOf, scoreOf, tokensOf } from "./score.ts";
import { keepStoryTalk, USUAL_STORY } from "./talk.ts";

const AT = new Date("2026-11-23T12:00:00Z");
const KEYS = { address: "a", index: "b", challenge: "c" };

const WORD_CASES: readonly { rule: string; text: string; words: readonly string[]; found: boolean }[] = [
  { rule: "a word is found whole, in any case", text: "Best CASINO in town", words: ["casino"], found: true },
  { rule: "part of a word is not the word", text: "The occasinos of old", words: ["casino"], found: false },
  { rule: "a star stands for any ending", text: "casinos online", words: ["casino*"], found: true },
  { rule: "Cyrillic letters that look alike are seen through", text: "Best саsinо", words: ["casino"], found: true },
  { rule: "figures and signs for letters are seen through", text: "c4$1n0 now", words: ["c4sin0"], found: true },
  { rule: "letters set apart are one word", text: "buy v i a g r a here", words: ["viagra"], found: true },
  { rule: "a phrase is found across line ends", text: "a payday\nloan for you", words: ["payday loan"], found: true },
  {
    rule: "a word of another script is found in its own letters",
    text: "лучшее КАЗИНО",
    words: ["казино"],
    found: true,
  },
  { rule: "an Arabic word is found", text: "أفضل كازينو هنا", words: ["كازينو"], found: true },
  { rule: "an empty word finds nothing", text: "anything", words: ["", "*", "…"], found: false },
];

for (const { rule, text, words, found } of WORD_CASES)
  test(rule, () => expect(wordFound(looksOfWords(text), words) !== undefined).toBe(found));

type Sent = {
  text?: string;
  token?: string | undefined;
  email?: string;
  network?: { digest: string; day: string };
  at?: Date;
};

async function articleOf(db: Db): Promise<string> {
  const { id } = await db.selectFrom("article").select("id").where("slug", "=", "outer-quay").executeTakeFirstOrThrow();
  return id;
}

let spoken = 0;

async function send(db: Db, { text, token, email = "", network, at = AT }: Sent) {
  spoken += 1;
  return postReply(db, {
    articleId: await articleOf(db),
    name: `Reader ${spoken}`,
    email,
    text: text ?? `Words number ${spoken}.`,
    quote: "",
    kind: "reply",
    parent: "",
    challenge: undefined,
    guestToken: token,
    keys: KEYS,
    network,
    at,
  });
}

async function sent(db: Db, what: Sent) {
  const posted = await send(db, what);
  if (!("replyId" in posted)) throw new Error("it was not taken");
  return posted;
}

function later(minutes: number): Date {
  return new Date(AT.getTime() + minutes * 60_000);
}

async function inForce(db: Db, rule: Pick<Rule, "kind" | "effect"> & { terms: Partial<Terms> }): Promise<string> {
  const id = await addRule(db, { ...rule, terms: { ...NO_TERMS, ...rule.terms }, reason: "spam", by: "m", at: AT });
  await switchRule(db, { id, on: true, by: "m", at: AT });
  return id;
}

for (const engine of engines) {
  describe(engine, () => {
    let door: Door;
    beforeAll(async () => {
      door = await openDoor(engine, { demo: true });
    });
    afterAll(async () => door[Symbol.asyncDispose]());

    test(`${engine}: a rule holds, refuses with its reason or marks, and its name stands with the reply`, async () => {
      const { db } = door;
      const first = await sent(db, {});
      await decideReplies(db, {
        chosen: { ids: [first.replyId] },
        to: "shown",
        reason: null,
        note: "",
        by: "m",
        at: AT,
      });
      const token = first.guestToken;
      expect((await sent(db, { token, at: later(1) })).state).toBe("shown");
      const held = await inForce(db, { kind: "words", effect: "hold", terms: { words: ["casino*"] } });
      expect((await sent(db, { token, text: "A саsino for all.", at: later(2) })).state).toBe("held");
      const refused = await inForce(db, { kind: "links", effect: "refuse", terms: { hosts: ["pills.example"] } });
      const out = await sent(db, { text: "See http://www.shop.pills.example/now", at: later(3) });
      expect(out.state).toBe("refused");
      const row = await db
        .selectFrom("reply")
        .select(["reason", "flags"])
        .where("id", "=", out.replyId)
        .executeTakeFirstOrThrow();
      expect(row.reason).toBe("spam");
      expect(JSON.parse(row.flags)).toContain(`rule:${refused}`);
      expect(await guestWith(db, out.guestToken)).toMatchObject({ refused: 1 });
      for (const id of [held, refused]) await removeRule(db, { id, by: "m", at: AT });
      const acts = await db
        .selectFrom("audit")
        .select("act")
        .where("subject", "=", `rule:${held}`)
        .orderBy("id")
        .execute();
      expect(acts.map(({ act }) => act).toSorted()).toEqual(["rule.add", "rule.on", "rule.remove"]);
      expect((await sent(db, { token, text: "A casino for all.", at: later(4) })).state).toBe("shown");
    });

    test(`${engine}: what is changed is judged as if it came now: let through before, it waits again where its new words would`, async () => {
      const { db } = door;
      const articleId = await articleOf(db);
      const { replyId, guestToken } = await sent(db, { at: later(20) });
      const hand = { reason: null, note: "", by: "m", at: later(21) };
      await decideReplies(db, { ...hand, chosen: { ids: [replyId] }, to: "shown" });
      const guest = (await guestWith(db, guestToken))?.id ?? "";
      const shown = await countReplies(db, articleId);
      const change = async (text: string, minute: number) => {
        expect(await editReply(db, { guestId: guest, replyId, text, at: later(minute) })).toBeUndefined();
        return db.selectFrom("reply").select(["state", "body", "flags"]).where("id", "=", replyId).executeTakeFirst();
      };
      expect(await change("The same, better said.", 22)).toMatchObject({ state: "shown" });
      const rule = await inForce(db, { kind: "words", effect: "refuse", terms: { words: ["casino*"] } });
      const held = await change("Come to our casino.", 23);
      expect(held).toMatchObject({ state: "held", body: "Come to our casino." });
      expect(JSON.parse(held?.flags ?? "[]")).toContain(`rule:${rule}`);
      expect(await guestWith(db, guestToken)).toMatchObject({ shown: 0, refused: 0 });
      expect(await countReplies(db, articleId)).toBe(shown - 1);
      expect(await door.text("/en/outer-quay")).not.toContain("Come to our casino.");
      // Its writer is nobody's acquaintance any more, so no word of theirs goes out unread.
      const clean = await change("No more of that.", 24);
      expect(clean).toMatchObject({ state: "held" });
      expect(JSON.parse(clean?.flags ?? "[]")).not.toContain(`rule:${rule}`);
      await removeRule(db, { id: rule, by: "m", at: AT });
    });

    test(`${engine}: before a rule is turned on its page says what it would have done, and nothing is done`, async () => {
      const { db } = door;
      const old = new Date(AT.getTime() - 100 * 86_400_000);
      await sent(db, { text: "zeppelin, long ago", at: old });
      const [one, two, three] = [
        await sent(db, { text: "The zeppelin is due." }),
        await sent(db, { text: "No zeрpelin, please." }),
        await sent(db, { text: "A balloon will do." }),
      ];
      await decideReplies(db, {
        chosen: { ids: [two.replyId] },
        to: "shown",
        reason: null,
        note: "",
        by: "m",
        at: later(1),
      });
      const id = await addRule(db, {
        kind: "words",
        terms: { ...NO_TERMS, words: ["zeppelin"] },
        effect: "refuse",
        reason: "off-topic",
        by: "m",
        at: AT,
      });
      const rule = await ruleWith(db, id);
      if (!rule) throw new Error("the rule is not there");
      const tried = await tryRule(db, rule, later(10));
      expect(tried).toMatchObject({ caught: 2, byState: { shown: 1, held: 1, refused: 0 }, until: null });
      expect(tried.examples.map((example) => example.id)).toEqual([two.replyId, one.replyId]);
      expect(await tryRule(db, rule, later(10))).toEqual(tried);
      expect(tried.looked).toBeGreaterThan(3);
      const page = await door.as("moderator").text(`/desk/replies/rules/${id}`);
      expect(page).toContain("It would have caught 2 of");
      expect(page).toContain("1 of them a moderator has shown.");
      const untouched = await db.selectFrom("reply").select("state").where("id", "=", three.replyId).executeTakeFirst();
      expect(untouched?.state).toBe("held");
      await removeRule(db, { id, by: "m", at: AT });
    });

    test(`${engine}: how fast, how late and from which lent address a reply comes is a rule's matter too`, async () => {
      const { db } = door;
      const try_ = (kind: Rule["kind"], terms: Partial<Terms>) =>
        tryRule(
          db,
          { id: "x", kind, terms: { ...NO_TERMS, ...terms }, effect: "hold", reason: null, isOn: false },
          later(90),
        );
      const before = (await try_("rate", { count: 3, minutes: 10 })).caught;
      const { guestToken: token } = await sent(db, { at: later(20) });
      for (const minute of [21, 22, 23]) await sent(db, { token, at: later(minute) });
      await sent(db, { token, at: later(40) });
      expect((await try_("rate", { count: 3, minutes: 10 })).caught).toBe(before + 1);
      expect((await try_("age", { days: 10_000 })).caught).toBe(0);
      const lent = await sent(db, { email: "quick@Mailinator.com", at: later(50) });
      const domains = [domainIndexOf("mailinator.com", KEYS.index)];
      const found = await try_("disposable", { domains });
      expect(found.examples.map(({ id }) => id)).toEqual([lent.replyId]);
      const kept = await db.selectFrom("reply_contact").selectAll().where("reply_id", "=", lent.replyId).execute();
      expect(JSON.stringify(kept).toLowerCase()).not.toContain("mailinator");
    });

    test(`${engine}: a network is known for a day: a rule on it works today, and tomorrow nothing is left of it`, async () => {
      const { db } = door;
      const network = { digest: "of-a-network", day: "2026-11-23" };
      const one = await sent(db, { network, at: later(60) });
      const id = await inForce(db, {
        kind: "network",
        effect: "refuse",
        terms: { network: network.digest, day: network.day },
      });
      expect((await sent(db, { network, at: later(61) })).state).toBe("refused");
      expect((await sent(db, { network: { ...network, digest: "another" }, at: later(62) })).state).toBe("held");
      await forgetNetworks(db, new Date("2026-11-24T00:00:01Z"));
      expect(await db.selectFrom("reply_network").select("reply_id").execute()).toEqual([]);
      expect(one.state).toBe("held");
      await removeRule(db, { id, by: "m", at: AT });
    });

    test(`${engine}: a ban holds on device and address until it ends, on a network until midnight, and is lifted`, async () => {
      const { db } = door;
      const network = { digest: "of-the-banned", day: "2026-11-23" };
      const bad = await sent(db, { email: "ada@readers.example", network, at: later(70) });
      const banned = { replyId: bad.replyId, days: 7, withNetwork: true, reason: "abuse", note: "", by: "m" } as const;
      expect(await banGuest(db, { ...banned, at: later(71) })).toEqual(["device", "address", "network"]);
      const until = new Date(later(71).getTime() + 7 * 86_400_000);
      const refused = { refusal: "banned", reason: "abuse", until } as const;
      expect(await send(db, { token: bad.guestToken, at: later(72) })).toEqual(refused);
      expect(await send(db, { email: " ADA@readers.example", at: later(72) })).toEqual(refused);
      expect(await send(db, { network, at: later(72) })).toMatchObject({
        refusal: "banned",
        until: new Date("2026-11-24T00:00:00Z"),
      });
      expect(await send(db, { network, at: new Date("2026-11-24T00:00:01Z") })).toHaveProperty("replyId");
      const page = await door.as("moderator").text("/desk/replies/bans");
      expect(page).toContain("until midnight (UTC)");
      await forgetBans(db, new Date("2026-11-24T00:00:01Z"));
      expect((await bans(db, later(73))).map(({ kind }) => kind).toSorted()).toEqual(["address", "device"]);
      for (const { id } of await bans(db, later(73))) await liftBan(db, { id, by: "m", at: later(73) });
      expect(await send(db, { token: bad.guestToken, at: later(74) })).toHaveProperty("replyId");
      expect(await bans(db, later(75))).toEqual([]);
      await forgetBans(db, later(76));
      expect(await db.selectFrom("guest_ban").select("mark").execute()).toEqual([]);
    });

    test(`${engine}: a story closes when its editor says, slows down and holds newcomers in a surge`, async () => {
      const { db } = door;
      const articleId = await articleOf(db);
      const set = (talk: Partial<typeof USUAL_STORY>, minute: number) =>
        keepStoryTalk(db, { articleId, talk: { ...USUAL_STORY, ...talk }, by: "m", at: later(minute) });
      await set({ mode: "closed" }, 80);
      expect(await send(db, { at: later(81) })).toEqual({ refusal: "closed" });
      await set({ slowSeconds: 120 }, 82);
      const { guestToken: token } = await sent(db, { at: later(83) });
      expect(await send(db, { token, at: later(84) })).toEqual({ refusal: "slow" });
      expect(await send(db, { token, at: later(86) })).toHaveProperty("replyId");
      await set({ surge: "on" }, 87);
      const inSurge = await sent(db, { at: later(88) });
      const { flags } = await db
        .selectFrom("reply")
        .select("flags")
        .where("id", "=", inSurge.replyId)
        .executeTakeFirstOrThrow();
      expect(JSON.parse(flags)).toContain("surge");
      await set({}, 89);
    });

    test(`${engine}: a score is learned from this newsroom's decisions, says its reasons, and unlearns what is taken back`, async () => {
      const { db } = door;
      const at = (n: number) => new Date(later(200).getTime() + n * 60_000);
      const spam: string[] = [];
      const ham: string[] = [];
      for (let one = 0; one < 12; one++) {
        spam.push(
          (
            await sent(db, {
              text: `Cheap watches ${"abcdefghijkl"[one]} at http://watches.example/${one}`,
              at: at(one),
            })
          ).replyId,
        );
        ham.push(
          (
            await sent(db, {
              text: `The ferry of ${one + 5} leaves late from pier ${"abcdefghijkl"[one]}.`,
              at: at(one),
            })
          ).replyId,
        );
      }
      const hand = { note: "", by: "m" };
      const bad = await decideReplies(db, {
        ...hand,
        chosen: { ids: spam },
        to: "refused",
        reason: "spam",
        at: at(20),
      });
      const good = await decideReplies(db, { ...hand, chosen: { ids: ham }, to: "shown", reason: null, at: at(20) });
      for (const { batch } of [bad, good]) {
        await learnFrom(db, batch);
        await learnFrom(db, batch);
      }
      const model = await modelFor(db, "en");
      const scored = (text: string) => scoreOf(model, { name: "Ada", text });
      expect(scored("Cheap watches for you: http://watches.example/99") ?? 0).toBeGreaterThan(80);
      expect(scored("My ferry leaves late from the pier.") ?? 100).toBeLessThan(30);
      const [strongest] = reasonsOf(model, tokensOf({ name: "Ada", text: "Cheap watches: http://watches.example/99" }));
      expect(strongest?.weight).toBeGreaterThan(0);
      const next = await sent(db, { text: "Cheap watches again http://watches.example/3", at: at(30) });
      const { score } = await db
        .selectFrom("reply")
        .select("score")
        .where("id", "=", next.replyId)
        .executeTakeFirstOrThrow();
      expect(score).toBeGreaterThan(80);
      expect(await door.as("moderator").text(`/desk/replies/${next.replyId}`)).toContain("link to watches.example");
      const total = await db
        .selectFrom("spam_total")
        .select(["spam", "ham"])
        .where("language", "=", "en")
        .executeTakeFirstOrThrow();
      await undoDecision(db, { batch: bad.batch, by: "m", at: at(40) });
      await learnFrom(db, bad.batch);
      const after = await db
        .selectFrom("spam_total")
        .select(["spam", "ham"])
        .where("language", "=", "en")
        .executeTakeFirstOrThrow();
      expect(after.ham).toBe(total.ham);
      expect(after.spam).toBe(total.spam - 12);
      const left = await db
        .selectFrom("spam_token")
        .select("token")
        .where("token", "=", "#host:watches.example")
        .execute();
      expect(left).toEqual([]);
    });
  });
}
