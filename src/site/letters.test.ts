import { expect, test } from "bun:test";
import { decideReplies } from "#agency/replies/decisions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { type Kept, type Mailbox, openMailbox } from "#test/mailbox.ts";
import { post, SENT, STORY, sendReply } from "#test/reader.ts";
import { solved } from "#test/sums.ts";

const SITE = "https://strait.example";
const BEFORE = "2026-11-20T11";

async function withMail(engine: EngineName, work: (door: Door, mailbox: Mailbox) => Promise<void>): Promise<void> {
  await using mailbox = await openMailbox();
  await using door = await openDoor(engine, { demo: true, smtp: mailbox.smtp });
  await work(door, mailbox);
  expect(door.broken).toEqual([]);
}

/** What a header says, its folded lines made one. */
function headerOf(letter: Kept | undefined, name: string): string {
  const head = (letter?.raw.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n\s+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1] ?? "";
}

/** The path a letter leads to, of its first link that begins so. */
function linkIn(letter: Kept | undefined, path: string): string {
  const found = new RegExp(`${SITE}(${path}[^\\s"<]+)`).exec(letter?.text ?? "")?.[1];
  if (found === undefined) throw new Error(`no link to ${path} in ${letter?.text}`);
  return found;
}

async function confirmed(door: Door, mailbox: Mailbox): Promise<{ readonly mine: string }> {
  await door.doJobs();
  const answer = await post(door, linkIn(mailbox.letters.at(-1), "/replies/confirm/"), {});
  expect(answer.status).toBe(303);
  return { mine: (answer.headers.get("location") ?? "").split("?")[0] ?? "" };
}

async function show(door: Door, at: string, ids?: readonly string[]): Promise<void> {
  const rows = await door.db.selectFrom("reply").select("id").where("state", "=", "held").execute();
  const moment = new Date(at);
  await decideReplies(door.db, {
    chosen: { ids: ids ?? rows.map(({ id }) => id) },
    to: "shown",
    reason: null,
    note: "",
    by: "m",
    at: moment,
  });
}

/** The last to come, or the one that says this. */
async function newestReply(door: Door, text?: string): Promise<string> {
  const { id } = await door.db
    .selectFrom("reply")
    .select("id")
    .where("written_at", ">", BEFORE)
    .$if(text !== undefined, (query) => query.where("body", "=", text ?? ""))
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return id;
}

for (const engine of engines) {
  test(`${engine}: an address is asked first, opening the link confirms nothing, its button does and leads to the replies`, () =>
    withMail(engine, async (door, mailbox) => {
      const { mine } = await sendReply(door, { tell: "yes" });
      expect(await door.text(mine)).toContain("Its owner has not said yes yet");
      await door.doJobs();
      expect(mailbox.letters.map(({ to }) => to)).toEqual([["ada@readers.example"]]);
      const [letter] = mailbox.letters;
      expect(letter?.raw).not.toContain("List-Unsubscribe");
      expect(letter?.raw).not.toContain("Ada Reader");
      expect(letter?.raw).not.toContain("that* boat");
      const link = linkIn(letter, "/replies/confirm/");
      for (let opened = 0; opened < 3; opened++) expect(await door.text(link)).toContain("Yes, this is my address");
      const row = () => door.db.selectFrom("reader_address").select("confirmed_at").executeTakeFirstOrThrow();
      expect((await row()).confirmed_at).toBeNull();
      expect((await post(door, link, {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      const yes = await post(door, link, {});
      expect(yes.status).toBe(303);
      const own = yes.headers.get("location") ?? "";
      expect(own).not.toBe(`${mine}?said=confirmed`);
      expect(await door.text(own)).toContain("Your address is confirmed.");
      expect(await door.text(own)).toContain("I was on *that* boat.");
      expect((await row()).confirmed_at).not.toBeNull();
      expect((await post(door, link, {})).status).toBe(303);
      expect((await door.get(`${link}x`)).status).toBe(404);
    }));

  test(`${engine}: a link that is too old confirms nothing, and so does one after everything was erased`, () =>
    withMail(engine, async (door, mailbox) => {
      const { mine } = await sendReply(door);
      await door.doJobs();
      const link = linkIn(mailbox.letters[0], "/replies/confirm/");
      door.setNow("2026-12-01T12:00:00Z");
      expect((await door.get(link)).status).toBe(404);
      expect((await post(door, link, {})).status).toBe(404);
      door.setNow("2026-11-20T12:30:00Z");
      await post(door, mine, { do: "erase", sure: "yes" });
      expect((await post(door, link, {})).status).toBe(404);
      for (const table of ["reader_address", "reply_follow", "reply_notice", "guest_key", "reply_contact"] as const)
        expect(await door.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }));

  test(`${engine}: nobody is written to who has not said yes, however often their address is typed`, () =>
    withMail(engine, async (door, mailbox) => {
      await sendReply(door, { tell: "yes" });
      const mine = await newestReply(door);
      await show(door, "2026-11-20T12:10:00Z");
      await sendReply(door, { name: "Ben", email: "", text: "I saw it, too.", parent: mine });
      await show(door, "2026-11-20T12:20:00Z");
      for (let more = 0; more < 6; more++) await sendReply(door, { text: `Number ${more}.` });
      await door.doJobs();
      // Three a day, each of which asks; none tells of an answer.
      expect(mailbox.letters).toHaveLength(3);
      for (const letter of mailbox.letters) expect(letter.text).toContain("/replies/confirm/");
    }));

  test(`${engine}: who asked hears of the decision and of answers, with the newsroom's notes, in the language they wrote in`, () =>
    withMail(engine, async (door, mailbox) => {
      await sendReply(door, { tell: "yes" });
      const mine = await newestReply(door);
      await confirmed(door, mailbox);
      await show(door, "2026-11-20T12:10:00Z");
      door.setNow("2026-11-20T12:10:00Z");
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(2);
      expect(mailbox.letters[1]?.text).toContain("is shown now.");
      door.setNow("2026-11-21T13:00:00Z");
      await sendReply(door, { name: "Ben", email: "", text: "So was ISIL, they *say*.", parent: mine });
      await show(door, "2026-11-21T13:00:00Z");
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(3);
      const letter = mailbox.letters[2];
      expect(letter?.to).toEqual(["ada@readers.example"]);
      expect(letter?.raw).toMatch(/^Content-Type: multipart\/alternative/im);
      expect(letter?.text).toContain("Ben answered your reply");
      expect(letter?.text).toMatch(/ISIL \[Editors’ note: [^\]]+\]/);
      expect(Buffer.from(headerOf(letter, "Subject"), "utf8").toString()).toContain("Ben_answered_you");
      expect(headerOf(letter, "List-Unsubscribe")).toMatch(/^<https:\/\/strait\.example\/replies\/letters\/[\w.-]+>$/);
      expect(headerOf(letter, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
      const own = linkIn(letter, "/replies/mine/");
      expect(await door.text(own)).toContain("I was on *that* boat.");
      expect((await door.get(linkIn(letter, `${STORY}/replies/`).split("#")[0] ?? "")).status).toBe(200);
    }));

  test(`${engine}: a busy day is one letter, one's own answers are none, and what was taken down meanwhile is not in it`, () =>
    withMail(engine, async (door, mailbox) => {
      const { cookie } = await sendReply(door, { tell: "yes" });
      const mine = await newestReply(door);
      await confirmed(door, mailbox);
      await show(door, "2026-11-20T12:01:00Z");
      door.setNow("2026-11-20T12:02:00Z");
      await door.doJobs();
      const before = mailbox.letters.length;
      expect((await post(door, `${STORY}/replies`, { ...SENT, text: "Mine.", parent: mine }, { cookie })).status).toBe(
        303,
      );
      for (const text of ["One.", "Two.", "Three.", "Gone."])
        await sendReply(door, { name: "Ben", email: "", text, parent: mine });
      const gone = await newestReply(door, "Gone.");
      await show(door, "2026-11-20T12:05:00Z");
      door.setNow("2026-11-20T12:06:00Z");
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(before);
      await decideReplies(door.db, {
        chosen: { ids: [gone] },
        to: "refused",
        reason: "abuse",
        note: "",
        by: "m",
        at: new Date("2026-11-20T13:00:00Z"),
      });
      door.setNow("2026-11-21T12:03:00Z");
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(before + 1);
      const digest = mailbox.letters.at(-1);
      expect(headerOf(digest, "Subject")).toContain("3_news_about_your_replies");
      for (const text of ["One.", "Two.", "Three."]) expect(digest?.text).toContain(text);
      for (const text of ["Gone.", "Mine."]) expect(digest?.text).not.toContain(text);
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(before + 1);
    }));

  test(`${engine}: one press of a mail program ends letters, a look at the link does not, and the page turns them on again`, () =>
    withMail(engine, async (door, mailbox) => {
      const { mine } = await sendReply(door, { tell: "yes" });
      const id = await newestReply(door);
      await confirmed(door, mailbox);
      await show(door, "2026-11-20T12:10:00Z");
      await door.doJobs();
      door.setNow("2026-11-20T12:11:00Z");
      await door.doJobs();
      const stop = headerOf(mailbox.letters.at(-1), "List-Unsubscribe").slice(1, -1).replace(SITE, "");
      expect(await door.text(stop)).toContain("No more letters");
      const stopped = async () =>
        (await door.db.selectFrom("reader_address").select("stopped_at").executeTakeFirstOrThrow()).stopped_at;
      expect(await stopped()).toBeNull();
      const pressed = await door.request(
        new Request(`http://localhost${stop}`, {
          method: "POST",
          body: "List-Unsubscribe=One-Click",
          headers: { "content-type": "application/x-www-form-urlencoded", origin: "null" },
        }),
      );
      expect(pressed.status).toBe(200);
      expect(await stopped()).not.toBeNull();
      const many = mailbox.letters.length;
      const answered = async (text: string, at: string) => {
        door.setNow(at);
        await sendReply(door, { name: "Ben", email: "", text, parent: id });
        await show(door, at);
        await door.doJobs();
      };
      await answered("Hello?", "2026-11-22T12:00:00Z");
      expect(mailbox.letters).toHaveLength(many);
      door.setNow("2026-11-22T12:00:01Z");
      await post(door, mine, { do: `follow ${id}` });
      expect(await stopped()).toBeNull();
      await answered("Hello again?", "2026-11-24T12:00:00Z");
      expect(mailbox.letters).toHaveLength(many + 1);
      expect(mailbox.letters.at(-1)?.text).not.toContain("Hello?");
      await post(door, mine, { do: `unfollow ${id}` });
      await answered("Still there?", "2026-11-26T12:00:00Z");
      expect(mailbox.letters).toHaveLength(many + 1);
      expect((await post(door, `${stop}x`, {})).status).toBe(200);
    }));

  test(`${engine}: a letter brings the link for who cannot do sums; it works once, and shows what it sends first`, () =>
    withMail(engine, async (door, mailbox) => {
      const step = await post(door, `${STORY}/replies`, SENT);
      expect(await step.text()).toContain("Rather a link than a sum?");
      const asked = await post(door, `${STORY}/replies`, { ...SENT, do: "mail" });
      expect(asked.status).toBe(200);
      expect(await asked.text()).toContain("<em>that</em> boat");
      const [kept] = await door.db.selectFrom("mailed_reply").selectAll().execute();
      expect(JSON.stringify(kept)).not.toContain("boat");
      await door.doJobs();
      const [letter] = mailbox.letters;
      expect(letter?.raw).not.toContain("boat");
      const link = linkIn(letter, "/replies/door/");
      for (let opened = 0; opened < 2; opened++) expect(await door.text(link)).toContain("I was on *that* boat.");
      const rows = () => door.db.selectFrom("reply").select("state").where("written_at", ">", BEFORE).execute();
      expect(await rows()).toEqual([]);
      expect((await post(door, link, { name: "Ada", text: "" })).status).toBe(422);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post(door, link, { name: "Ada Reader", text: "I was on *this* boat." })),
      );
      const sent = answers.filter(({ headers }) => headers.get("location")?.includes("said=sent"));
      expect(sent).toHaveLength(1);
      expect(await rows()).toEqual([{ state: "held" }]);
      const mine = (sent[0]?.headers.get("location") ?? "").split("?")[0] ?? "";
      expect(await door.text(mine)).toContain("Your address is confirmed.");
      expect((await door.get(link)).status).toBe(404);
      expect((await post(door, link, { name: "Ada", text: "Again." })).status).toBe(404);
      expect(await door.db.selectFrom("mailed_reply").selectAll().execute()).toEqual([]);
    }));

  test(`${engine}: a link of a letter opens no other door, holds a day, and three a day are all an address gets`, () =>
    withMail(engine, async (door, mailbox) => {
      for (const status of [200, 200, 200, 429]) {
        const asked = await post(door, `${STORY}/replies`, { ...SENT, do: "mail" });
        expect(asked.status).toBe(status);
        expect(await asked.text()).toContain("that");
      }
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(3);
      const link = linkIn(mailbox.letters[0], "/replies/door/");
      const token = link.split("/").at(-1) ?? "";
      expect((await post(door, `${STORY}/replies`, { ...SENT, token, answer: "1" })).status).toBe(422);
      const sum = solved(await (await post(door, `${STORY}/replies`, SENT)).text());
      expect((await door.get(`/replies/door/${sum.token}`)).status).toBe(404);
      for (const [fields, status] of [
        [{ email: "" }, 422],
        [{ email: "nobody" }, 422],
        [{ text: "" }, 422],
      ] as const)
        expect((await post(door, `${STORY}/replies`, { ...SENT, ...fields, do: "mail" })).status).toBe(status);
      door.setNow("2026-11-24T12:00:01Z");
      expect((await door.get(link)).status).toBe(404);
      await door.doJobs();
    }));

  test(`${engine}: who lost the way gets a letter with a link for each device, and who asks learns nothing`, () =>
    withMail(engine, async (door, mailbox) => {
      const { cookie } = await sendReply(door);
      await confirmed(door, mailbox);
      const asked = (email: string) => post(door, "/replies/mine", { email });
      const [known, unknown] = [await asked("ADA@readers.example"), await asked("nobody@readers.example")];
      expect(await known.text()).toBe(await unknown.text());
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(2);
      expect(await door.text(linkIn(mailbox.letters[1], "/replies/mine/"))).toContain("I was on *that* boat.");
      expect((await asked("no address")).status).toBe(422);
      const here = await door.get("/replies/mine", { cookie });
      expect([here.status, here.headers.get("location")]).toEqual([303, `/replies/mine/${cookie.split("=")[1]}`]);
      expect(await door.text("/replies/mine")).toContain("The way back to your replies");
    }));

  test(`${engine}: an address is found by its owner once they were asked, and not before`, () =>
    withMail(engine, async (door, mailbox) => {
      await sendReply(door);
      const ask = () => post(door, "/replies/mine", { email: "ada@readers.example" });
      expect((await ask()).status).toBe(200);
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(1);
      await ask();
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(2);
      for (const { text } of mailbox.letters) expect(text).toContain("/replies/confirm/");
    }));

  test(`${engine}: a server that is down is waited for, one that says "nobody" is not asked again, and no row holds the address`, () =>
    withMail(engine, async (door, mailbox) => {
      await sendReply(door, { tell: "yes" });
      mailbox.setShut(true);
      const failed = await door.doJobs().catch((cause: unknown) => cause);
      expect(String(failed)).toContain("the box is shut");
      expect(String(failed)).not.toContain("readers.example");
      mailbox.setShut(false);
      expect(await door.db.selectFrom("reader_address").select("id").execute()).toHaveLength(1);
      mailbox.setNobody("ada@readers.example");
      await door.db
        .updateTable("job")
        .set({ held_by: null, held_until: null })
        .where("state", "=", "waiting")
        .execute();
      await door.doJobs();
      expect(await door.db.selectFrom("reader_address").select("id").execute()).toEqual([]);
      expect(mailbox.letters).toEqual([]);
      for (const table of ["job", "reply", "reader_address", "letter_count", "audit"] as const)
        expect(JSON.stringify(await door.db.selectFrom(table).selectAll().execute())).not.toContain("readers.example");
    }));
}
