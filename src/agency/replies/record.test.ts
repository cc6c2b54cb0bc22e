import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { verifyStore } from "#agency/log/verify.ts";
import { type Db, together } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { eraseGuest, guestWith, postReply } from "./actions.ts";
import { decideReplies, undoDecision } from "./decisions.ts";
import { learnFrom } from "./learning.ts";
import { recentPresses } from "./presses.ts";
import type { ReplyState } from "./replies.ts";
import { addRule, switchRule } from "./rule-book.ts";
import { NO_TERMS } from "./rules.ts";
import { statementOf } from "./statement.ts";

const KEYS = { address: "a", index: "b", challenge: "c" };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 11, minute));

for (const engine of engines) {
  test(`${engine}: decisions about replies are in the log, with nothing in it that says whose, where or which`, async () => {
    await using door = await openDoor(engine);
    const sent = await replies(door, 3);
    const before = await entriesOf(door.db);
    const ids = sent.map(({ replyId }) => replyId);
    const batch = await decide(door.db, { ids, to: "refused", note: "Ada was rude.", minute: 10 });
    const [entry, ...more] = (await entriesOf(door.db)).slice(before.length);
    expect(more).toEqual([]);
    const said = JSON.parse(entry ?? "");
    expect(said).toMatchObject({ kind: "decision", at: at(10).toISOString() });
    expect(said.manifest.map(({ of }: { of: string }) => of)).toEqual(["decision", "decision", "decision"]);
    const { article_id } = await door.db
      .selectFrom("reply")
      .select("article_id")
      .where("id", "=", ids[0] ?? "")
      .executeTakeFirstOrThrow();
    for (const secret of [...ids, batch, article_id, "Ada", "rude", "refused", "abuse", "moderator-1"])
      expect([secret, entry?.includes(secret)]).toEqual([secret, false]);
    await undoDecision(door.db, { batch, by: "moderator-1", at: at(11) });
    expect(JSON.parse((await entriesOf(door.db)).at(-1) ?? "")).toMatchObject({
      kind: "decision",
      facts: { taken: "back" },
    });
    expect(await faults(door.db)).toEqual([]);
    expect(await door.text("/log")).toContain("Decision about a reply");
  });

  test(`${engine}: what a rule refuses is an entry and a press of that hour, and taken back it waits for a moderator`, async () => {
    await using door = await openDoor(engine);
    const id = await addRule(door.db, {
      kind: "words",
      terms: { ...NO_TERMS, words: ["word*"] },
      effect: "refuse",
      reason: "spam",
      by: "moderator-1",
      at: at(0),
    });
    await switchRule(door.db, { id, on: true, by: "moderator-1", at: at(0) });
    const before = await entriesOf(door.db);
    const sent = await replies(door, 2);
    expect(sent.map(({ state }) => state)).toEqual(["refused", "refused"]);
    const entries = (await entriesOf(door.db)).slice(before.length).map((entry) => JSON.parse(entry));
    expect(entries.filter(({ kind }) => kind === "decision")).toHaveLength(2);
    const [press, ...others] = await recentPresses(door.db, at(30));
    expect(others).toEqual([]);
    expect(press).toMatchObject({ to: "refused", count: 2, by: `rule:${id}` });
    const first = { guest: await guestWith(door.db, sent[0]?.guestToken ?? ""), replyId: sent[0]?.replyId ?? "" };
    expect(await statementOf(door.db, { guestId: first.guest?.id ?? "", replyId: first.replyId })).toMatchObject({
      reason: "spam",
      isAutomatic: true,
    });
    expect(first.guest).toMatchObject({ refused: 1 });
    const shown = await door.as("moderator").text("/desk/replies");
    expect(shown).toContain(`undo ${press?.batch}`);
    expect(await undoDecision(door.db, { batch: press?.batch ?? "", by: "moderator-1", at: at(31) })).toBe(2);
    const states = await door.db.selectFrom("reply").select("state").execute();
    expect(states.map(({ state }) => state)).toEqual(["held", "held"]);
    expect(await guestWith(door.db, sent[0]?.guestToken ?? "")).toMatchObject({ refused: 0 });
    expect(await faults(door.db)).toEqual([]);
    // What no person decided teaches nothing, taken back or not.
    await learnFrom(door.db, press?.batch ?? "");
    expect(await door.db.selectFrom("spam_total").select("spam").execute()).toEqual([]);
  });

  test(`${engine}: a decision that is undone with its commit leaves no entry, and one changed afterwards is found`, async () => {
    await using door = await openDoor(engine);
    const [{ replyId } = { replyId: "" }] = await replies(door, 1);
    const before = await entriesOf(door.db);
    const lost = together(door.db, async (db) => {
      await decide(db, { ids: [replyId], to: "shown", note: "", minute: 10 });
      throw new Error("the power went");
    });
    await expect(lost).rejects.toThrow("the power went");
    expect(await entriesOf(door.db)).toEqual(before);
    await decide(door.db, { ids: [replyId], to: "refused", note: "", minute: 11 });
    await unlock(door.store);
    await door.db.updateTable("decision").set({ after: "shown" }).where("reply_id", "=", replyId).execute();
    expect(await faults(door.db)).toEqual([expect.stringContaining("has been changed since")]);
    await door.db.deleteFrom("decision").where("reply_id", "=", replyId).execute();
    expect(await faults(door.db)).toEqual([expect.stringContaining("is gone, and no entry says why")]);
  });

  test(`${engine}: two hundred and more are decided in one go`, async () => {
    await using door = await openDoor(engine);
    const ids = (await replies(door, 230)).map(({ replyId }) => replyId);
    const before = await entriesOf(door.db);
    await decide(door.db, { ids, to: "shown", note: "", minute: 10 });
    const told = (await entriesOf(door.db)).slice(before.length).map((entry) => JSON.parse(entry).manifest.length);
    expect(told).toEqual([200, 30]);
    expect(await faults(door.db)).toEqual([]);
  });

  test(`${engine}: a reader who is erased takes the random bytes along: what was logged of it says nothing any more`, async () => {
    await using door = await openDoor(engine);
    const [one, other] = await replies(door, 2);
    if (!one || !other) throw new Error("no replies were kept");
    await decide(door.db, { ids: [one.replyId], to: "refused", note: "Ada was rude.", minute: 10 });
    await decide(door.db, { ids: [one.replyId, other.replyId], to: "shown", note: "", minute: 11 });
    const guest = await guestWith(door.db, one.guestToken);
    await eraseGuest(door.db, { guestId: guest?.id ?? "", at: at(12) });
    const salts = await door.db
      .selectFrom("log_salt")
      .innerJoin("decision", "decision.id", "log_salt.row_id")
      .select(["decision.reply_id", "log_salt.entry"])
      .orderBy("log_salt.entry")
      .execute();
    const newest = (await entriesOf(door.db)).length - 1;
    expect(salts.filter(({ reply_id }) => reply_id === one.replyId)).toEqual(
      [1, 2].map(() => ({ reply_id: one.replyId, entry: newest })),
    );
    expect(salts.filter(({ reply_id }) => reply_id === other.replyId)).toHaveLength(1);
    const { findings, withheld } = await verifyStore(door.db, { verifier: undefined, earlier: [] });
    expect(withheld).toBe(2);
    expect(findings.filter(({ severity }) => severity === "fault")).toEqual([]);
    expect(findings.map(({ sentence }) => sentence).join()).toContain("says that a reader had replies erased");
    expect((await entriesOf(door.db)).at(-1)).not.toContain(one.replyId);
    await door.doJobs();
  });
}

async function story(db: Db): Promise<string> {
  const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "ferry-strike",
    headline: "Ferries stop at noon",
    standfirst: "",
    document: parseMarkdown("Crews walked out on Monday."),
    dateline: null,
    authorIds: [],
    by: "Ilse",
    at: at(0),
  });
  await publishArticle(db, { articleId, by: "Ilse", at: at(0) });
  return articleId;
}

async function replies(door: Door, count: number) {
  const articleId = await story(door.db);
  const sent: { replyId: string; guestToken: string; state: ReplyState }[] = [];
  for (let one = 0; one < count; one++) {
    const posted = await postReply(door.db, {
      articleId,
      name: "Ada",
      email: "",
      text: `Word ${one}.`,
      quote: "",
      kind: "reply",
      parent: "",
      challenge: undefined,
      guestToken: undefined,
      keys: KEYS,
      at: at(0),
    });
    if (!("replyId" in posted)) throw new Error("a reply was not kept");
    sent.push(posted);
  }
  return sent;
}

type Told = {
  readonly ids: readonly string[];
  readonly to: "shown" | "refused";
  readonly note: string;
  readonly minute: number;
};

async function decide(db: Db, { ids, minute, to, note }: Told): Promise<string> {
  const { batch } = await decideReplies(db, {
    chosen: { ids },
    to,
    note,
    reason: to === "refused" ? "abuse" : null,
    by: "moderator-1",
    at: at(minute),
  });
  return batch;
}

async function entriesOf(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("log_entry").select("entry").orderBy("number").execute();
  return rows.map(({ entry }) => entry);
}

async function faults(db: Db): Promise<string[]> {
  const { findings } = await verifyStore(db, { verifier: undefined, earlier: [] });
  return findings.filter(({ severity }) => severity === "fault").map(({ sentence }) => sentence);
}
