import { expect, test } from "bun:test";
import { decideReplies, undoDecision } from "#agency/replies/decisions.ts";
import { keepStoryTalk } from "#agency/replies/talk.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { post, SENT, STORY, sendReply } from "#test/reader.ts";
import { solved } from "#test/sums.ts";

// What the demo's readers said is older.
const BEFORE = "2026-11-20T11";

async function withDoor(engine: EngineName, work: (door: Door) => Promise<void>): Promise<void> {
  await using door = await openDoor(engine, { demo: true });
  await work(door);
  expect(door.broken).toEqual([]);
}

async function replyIds(door: Door): Promise<string[]> {
  const rows = await door.db.selectFrom("reply").select("id").where("written_at", ">", BEFORE).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

async function shown(door: Door, ids: readonly string[]): Promise<void> {
  await decideReplies(door.db, {
    chosen: { ids },
    to: "shown",
    reason: null,
    note: "",
    by: "m",
    at: new Date("2026-11-23T12:01:00Z"),
  });
}

for (const engine of engines) {
  test(`${engine}: a reply sent without a script takes one sum, waits for a moderator, and is then in the story's page`, () =>
    withDoor(engine, async (door) => {
      const { mine } = await sendReply(door);
      expect(await door.text(STORY)).not.toContain("<em>that</em> boat");
      expect(await door.text(mine)).toContain("Waiting for a moderator");
      await shown(door, await replyIds(door));
      const page = await door.text(STORY);
      expect(page).toContain("I was on <em>that</em> boat.");
      expect(page).toContain("1 reply");
      expect(await door.text(mine)).toContain("See it in its place");
      const [id = ""] = await replyIds(door);
      expect(await door.text(`${STORY}/replies/${id}`)).toContain("Your answer to Ada Reader");
      expect(page).not.toContain("ada@readers.example");
    }));

  test(`${engine}: the sum's answer stands nowhere but in the sum, and a wrong one keeps every word`, () =>
    withDoor(engine, async (door) => {
      const step = await post(door, `${STORY}/replies`, SENT);
      const page = await step.text();
      const { token, answer, sum } = solved(page);
      expect(sum).toMatch(/^\S.* [+−×] .*\S =$/);
      expect(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).not.toContain(`"${answer}"`);
      const wrong = await post(door, `${STORY}/replies`, { ...SENT, token, answer: String(Number(answer) + 1) });
      expect(wrong.status).toBe(422);
      const again = await wrong.text();
      expect(again).toContain("That was not the answer");
      expect(again).toContain("I was on *that* boat.");
      expect(again).toContain(`value="${token}"`);
      expect(await replyIds(door)).toEqual([]);
    }));

  test(`${engine}: three wrong answers void a token, and a right one afterwards is too late`, () =>
    withDoor(engine, async (door) => {
      const { token, answer } = solved(await (await post(door, `${STORY}/replies`, SENT)).text());
      for (const wrong of ["0", "0", "0"]) await post(door, `${STORY}/replies`, { ...SENT, token, answer: wrong });
      const late = await post(door, `${STORY}/replies`, { ...SENT, token, answer });
      expect(late.status).toBe(422);
      expect(await late.text()).toContain("Here is a new sum");
      expect(await replyIds(door)).toEqual([]);
    }));

  test(`${engine}: one token sent a hundred times at once lets exactly one reply through`, () =>
    withDoor(engine, async (door) => {
      const { token, answer } = solved(await (await post(door, `${STORY}/replies`, SENT)).text());
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => post(door, `${STORY}/replies`, { ...SENT, token, answer })),
      );
      const statuses = Map.groupBy(answers, ({ status }) => status);
      expect(door.broken).toEqual([]);
      expect(Object.fromEntries([...statuses].map(([status, those]) => [status, those.length]))).toEqual({
        303: 1,
        409: 99,
      });
      expect(await replyIds(door)).toHaveLength(1);
      expect(await door.db.selectFrom("guest").select("id").where("made_at", ">", BEFORE).execute()).toHaveLength(1);
    }));

  test(`${engine}: a token of another story, an old one, a spliced one and one of nobody's are refused`, () =>
    withDoor(engine, async (door) => {
      const { token, answer } = solved(await (await post(door, `${STORY}/replies`, SENT)).text());
      const elsewhere = await post(door, "/en/ferry-strike/replies", { ...SENT, token, answer });
      expect(elsewhere.status).toBe(422);
      // With a wrong answer it is no less another story's.
      const wrong = await post(door, "/en/ferry-strike/replies", { ...SENT, token, answer: "1001" });
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).not.toContain(token);
      const fields: string[] = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString());
      const spliced = fields.with(5, `${fields[5]}0`);
      const forged = `${Buffer.from(JSON.stringify(spliced)).toString("base64url")}.${token.split(".")[1]}`;
      const nul = Buffer.from(JSON.stringify(fields.with(2, "\u0000"))).toString("base64url");
      for (const bad of [forged, `${token}x`, "nonsense", `${token}.${token}`, nul, `${nul}.x`])
        expect((await post(door, `${STORY}/replies`, { ...SENT, token: bad, answer })).status).toBe(422);
      door.setNow("2026-11-23T15:00:00Z");
      const old = await post(door, `${STORY}/replies`, { ...SENT, token, answer });
      expect(old.status).toBe(422);
      expect(await old.text()).toContain("I was on *that* boat.");
      expect(await replyIds(door)).toEqual([]);
    }));

  test(`${engine}: replies that close by the clock are closed on a page that was printed before`, () =>
    withDoor(engine, async (door) => {
      const { id: articleId } = await door.db
        .selectFrom("article")
        .select("id")
        .where("slug", "=", STORY.split("/").at(-1) ?? "")
        .executeTakeFirstOrThrow();
      const talk = {
        mode: "usual",
        closeAt: new Date("2026-11-23T14:00:00Z"),
        slowSeconds: null,
        surge: "usual",
      } as const;
      await keepStoryTalk(door.db, { articleId, talk, by: "m", at: new Date("2026-11-23T12:00:00Z") });
      for (const page of [STORY, `${STORY}/replies`]) {
        door.setNow("2026-11-23T13:59:00Z");
        expect(await door.text(page)).toContain('id="reply-form"');
        door.setNow("2026-11-23T14:00:00Z");
        expect(await door.text(page)).not.toContain('id="reply-form"');
      }
    }));

  test(`${engine}: a device with a reply let through needs no sum, and one refusal takes that away`, () =>
    withDoor(engine, async (door) => {
      const { cookie } = await sendReply(door);
      await shown(door, await replyIds(door));
      door.setNow("2026-11-20T12:05:00Z");
      const straight = await post(door, `${STORY}/replies`, { ...SENT, text: "And again." }, { cookie });
      expect(straight.status).toBe(303);
      expect(await door.text(STORY)).toContain("And again.");
      const [, second = ""] = await replyIds(door);
      const { batch } = await decideReplies(door.db, {
        chosen: { ids: [second] },
        to: "refused",
        reason: "off-topic",
        note: "",
        by: "m",
        at: new Date("2026-11-23T12:02:00Z"),
      });
      expect(await door.text(STORY)).not.toContain("And again.");
      expect((await post(door, `${STORY}/replies`, { ...SENT, text: "Third." }, { cookie })).status).toBe(200);
      expect(await undoDecision(door.db, { batch, by: "m", at: new Date("2026-11-23T12:03:00Z") })).toBe(1);
      expect(await door.text(STORY)).toContain("And again.");
    }));

  test(`${engine}: answers stand below what they answer, and what was taken back keeps its place while it is answered`, () =>
    withDoor(engine, async (door) => {
      const { mine } = await sendReply(door, { text: "The first." });
      const [root = ""] = await replyIds(door);
      await shown(door, [root]);
      await sendReply(door, { name: "Ben", text: "The second.", parent: root });
      await shown(door, await replyIds(door));
      expect(await door.text(STORY)).toMatch(/The first\.[\s\S]*The second\./);
      await post(door, mine, { do: `withdraw ${root}` });
      const page = await door.text(STORY);
      expect(page).not.toContain("The first.");
      expect(page).not.toContain("Ada Reader");
      expect(page).toContain("This reply was taken back.");
      expect(page).toContain("The second.");
      expect(page).toContain("1 reply");
    }));

  test(`${engine}: its writer changes a reply in time, appeals once, downloads everything, and erases it`, () =>
    withDoor(engine, async (door) => {
      const { mine } = await sendReply(door);
      const [id = ""] = await replyIds(door);
      await post(door, mine, { do: `edit ${id}`, text: "I was on the *Alder*." });
      await shown(door, [id]);
      expect(await door.text(STORY)).toContain("I was on the <em>Alder</em>.");
      expect(await door.text(STORY)).toContain("changed");
      door.setNow("2026-11-23T13:00:00Z");
      const late = await post(door, mine, { do: `edit ${id}`, text: "Too late." });
      expect(late.status).toBe(422);
      expect(await late.text()).toContain("Too late.");
      const all = await (await door.get(`${mine}/everything.json`)).json();
      expect(all).toMatchObject({
        replies: [{ text: "I was on the *Alder*.", before: [{ text: "I was on *that* boat." }] }],
      });

      await decideReplies(door.db, {
        chosen: { ids: [id] },
        to: "refused",
        reason: "abuse",
        note: "Please be kind.",
        by: "m",
        at: new Date("2026-11-23T13:01:00Z"),
      });
      expect(await door.text(mine)).toContain("Please be kind.");
      await post(door, mine, { do: `appeal ${id}`, words: "It was kind." });
      expect(await door.text(mine)).toContain("You asked for another look.");
      const waiting = await door.db
        .selectFrom("reply")
        .select(["state", "appeal"])
        .where("id", "=", id)
        .executeTakeFirst();
      expect(waiting).toEqual({ state: "held", appeal: "It was kind." });

      expect((await post(door, mine, { do: "erase" })).status).toBe(303);
      expect(await replyIds(door)).toHaveLength(1);
      expect((await post(door, mine, { do: "erase", sure: "yes" })).headers.get("set-cookie")).toContain("Max-Age=0");
      const row = await door.db.selectFrom("reply").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      expect([row.author_name, row.body, row.state, row.guest_id]).toEqual(["", "", "erased", null]);
      expect(await door.db.selectFrom("reply_contact").selectAll().execute()).toEqual([]);
      expect((await door.get(mine)).status).toBe(404);
    }));

  test(`${engine}: an address is kept sealed, and stands in no page, row or address but its own`, () =>
    withDoor(engine, async (door) => {
      const { mine } = await sendReply(door);
      await shown(door, await replyIds(door));
      const [contact] = await door.db.selectFrom("reply_contact").selectAll().execute();
      expect(JSON.stringify(contact)).not.toContain("ada@readers");
      for (const path of [STORY, `${STORY}/replies`, mine, `${mine}/everything.json`])
        expect(await door.text(path)).not.toContain("readers.example");
    }));

  test(`${engine}: what cannot be a reply is refused with every word kept`, () =>
    withDoor(engine, async (door) => {
      await door.as("moderator").get("/desk/");
      for (const [fields, words] of [
        [{ name: "" }, "Say who you are"],
        [{ text: "   " }, "Write something first"],
        [{ text: "a".repeat(5_001) }, "under 5,000 characters"],
        [{ email: "no address" }, "no e-mail address"],
        [{ name: "Іlse the mоderator" }, "Somebody of the newsroom has this name"],
        [{ parent: "nobody" }, "not there any more"],
      ] as const) {
        const sent = { ...SENT, ...fields };
        const { token, answer } = solved(await (await post(door, `${STORY}/replies`, sent)).text());
        const refused = await post(door, `${STORY}/replies`, { ...sent, token, answer });
        expect([words, refused.status]).toEqual([words, 422]);
        const page = await refused.text();
        expect(page).toContain(words);
        if ("text" in fields === false) expect(page).toContain("I was on *that* boat.");
      }
      expect(await replyIds(door)).toEqual([]);
      expect((await post(door, `${STORY}/replies`, SENT, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await post(door, "/en/no-such-story/replies", SENT)).status).toBe(404);
    }));

  test(`${engine}: names of designated organisations in a reply carry the newsroom's note, set off from the reader's words`, () =>
    withDoor(engine, async (door) => {
      await sendReply(door, { text: "They say ISIL was never here." });
      await shown(door, await replyIds(door));
      const page = await door.text(STORY);
      expect(/class="said"[\s\S]*?<\/div>/.exec(page)?.[0]).toMatch(/ISIL[\s\S]*\[Editors’ note: [^\]]+\]/);
    }));
}
