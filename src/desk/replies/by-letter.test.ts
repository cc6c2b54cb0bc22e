import { expect, test } from "bun:test";
import { decideReplies, undoDecision } from "#agency/replies/decisions.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { type Mailbox, openMailbox } from "#test/mailbox.ts";
import { post, sendReply } from "#test/reader.ts";

const SITE = "https://strait.example";
const AT = "2026-11-21T09:00:00.000Z";
const TEXT = "I was on that boat.\nBcc: everybody@readers.example";

/** A moderator who asked for letters, an editor who did not, a reply that waits, and the letter that tells of it. */
async function withLetter(
  engine: EngineName,
  work: (told: {
    readonly door: Door;
    readonly mailbox: Mailbox;
    readonly replyId: string;
    readonly show: string;
    readonly refuse: string;
  }) => Promise<void>,
): Promise<void> {
  await using mailbox = await openMailbox();
  await using door = await openDoor(engine, { demo: true, smtp: mailbox.smtp });
  door.setNow("2026-11-21T08:00:00.000Z");
  await wantLetters(door, "yes");
  await door.as("editor").get("/desk/me");
  door.setNow(AT);
  await sendReply(door, { text: TEXT });
  await lettersGoOut(door);
  const { id } = await door.db.selectFrom("reply").select("id").where("written_at", "=", AT).executeTakeFirstOrThrow();
  const [show = "", refuse = ""] = linksIn(mailbox);
  await work({ door, mailbox, replyId: id, show, refuse });
  expect(door.broken).toEqual([]);
}

function wantLetters(door: Door, wanted: "yes" | ""): Promise<Response> {
  return door.as("moderator").post("/desk/me", { name: "Mara", language: "en", "reply-letters": wanted });
}

async function lettersGoOut(door: Door): Promise<void> {
  await enqueue(door.db, "replies.waiting", {}, new Date(AT));
  await door.doJobs();
}

function linksIn(mailbox: Mailbox): readonly string[] {
  return [...(mailbox.letters.at(-1)?.text ?? "").matchAll(new RegExp(`${SITE}(/desk/letters/\\S+)`, "g"))].map(
    ([, path = ""]) => path,
  );
}

async function stateOf(door: Door, id: string): Promise<string> {
  return (await door.db.selectFrom("reply").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;
}

function decisionsOn(door: Door, id: string) {
  return (
    door.db
      .selectFrom("decision")
      .select(["made_by", "after", "reason"])
      .where("reply_id", "=", id)
      // That it was held as it came in is a rule's.
      .where("after", "!=", "held")
      .orderBy("id")
      .execute()
  );
}

for (const engine of engines) {
  test(`${engine}: who asked gets a letter; opening its link decides nothing, its button does, as them and once`, () =>
    withLetter(engine, async ({ door, mailbox, replyId, show, refuse }) => {
      const mine = mailbox.letters.filter(({ text }) => text.includes("/desk/letters/"));
      expect(mine.map(({ to }) => to)).toEqual([["moderator@strait.example"]]);
      const [letter] = mine;
      expect(letter?.text.replaceAll("\r\n", "\n")).toContain(
        "> I was on that boat.\n> Bcc: everybody@readers.example",
      );
      expect(letter?.raw.split("\r\n\r\n")[0]).not.toContain("everybody@");
      // What the reader left for us alone is in no letter to the staff.
      expect(letter?.raw).not.toContain("ada@readers.example");

      for (const link of [show, refuse, show]) {
        expect(await door.text(link)).toContain("Nothing is decided before you press the button.");
        await door.request(new Request(`http://localhost${link}`, { method: "HEAD" }));
      }
      expect((await post(door, show, {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect([await stateOf(door, replyId), await decisionsOn(door, replyId)]).toEqual(["held", []]);

      const done = await post(door, show, {});
      expect([done.status, (await done.text()).includes("The reply is shown")]).toEqual([200, true]);
      const made = [{ made_by: "staff-moderator", after: "shown", reason: null }];
      expect([await stateOf(door, replyId), await decisionsOn(door, replyId)]).toEqual(["shown", made]);
      const acts = await door.db
        .selectFrom("audit")
        .select(["made_by", "act"])
        .where("act", "=", "reply.shown")
        .execute();
      expect(acts).toContainEqual({ made_by: "staff-moderator", act: "reply.shown" });

      // Pressed again, and the other one after it.
      for (const link of [show, refuse]) {
        const again = await (await post(door, link, { reason: "spam" })).text();
        expect(again).toContain("This reply is decided already");
        expect(again).toContain("Mara decided.");
        expect(await door.text(link)).toContain("This reply is decided already");
      }
      expect([await stateOf(door, replyId), await decisionsOn(door, replyId)]).toEqual(["shown", made]);
    }));

  test(`${engine}: of many presses on both links at once one decides, with the reason that was chosen`, () =>
    withLetter(engine, async ({ door, replyId, show, refuse }) => {
      const presses = Array.from({ length: 20 }, (_, at) => post(door, at % 2 ? show : refuse, { reason: "abuse" }));
      const pages = await Promise.all(presses.map(async (press) => (await press).text()));
      expect(pages.filter((page) => page.includes("The decision is yours"))).toHaveLength(1);
      expect(await decisionsOn(door, replyId)).toHaveLength(1);
      const [made] = await decisionsOn(door, replyId);
      expect([await stateOf(door, replyId), made?.reason]).toEqual(
        made?.after === "shown" ? ["shown", null] : ["refused", "abuse"],
      );
    }));

  test(`${engine}: a link is void for who may decide no more, when it is old, and when it is not ours`, () =>
    withLetter(engine, async ({ door, replyId, show, refuse }) => {
      const member = () => door.db.updateTable("staff").where("id", "=", "staff-moderator");
      const isVoid = async (link: string) => {
        const asked = await door.get(link);
        const pressed = await post(door, link, {});
        expect([asked.status, pressed.status, await stateOf(door, replyId)]).toEqual([410, 410, "held"]);
        // Nothing of the reply is told either.
        expect(await asked.text()).not.toContain("I was on that boat.");
      };
      await member().set({ role: "reporter" }).execute();
      await isVoid(show);
      await member().set({ role: "moderator", suspended_at: AT }).execute();
      await isVoid(show);
      await member().set({ suspended_at: null }).execute();
      const [payload = "", signature = ""] = show.slice("/desk/letters/".length).split(".");
      const spliced = Buffer.from(JSON.stringify([replyId, "refused", "staff-editor", AT])).toString("base64url");
      for (const token of [`${spliced}.${signature}`, `${payload}.${signature}x`, payload, "x"])
        await isVoid(`/desk/letters/${token}`);
      // Signed by us, for another purpose.
      const { token = "" } =
        /name="token" value="(?<token>[^"]+)"/.exec(
          await (await post(door, "/en/outer-quay/replies", { name: "B", text: "c" })).text(),
        )?.groups ?? {};
      expect(token).toContain(".");
      await isVoid(`/desk/letters/${token}`);
      door.setNow("2026-11-24T09:00:00.001Z");
      await isVoid(refuse);
      door.setNow("2026-11-24T08:59:59.000Z");
      expect((await door.get(refuse)).status).toBe(200);
    }));

  test(`${engine}: what was decided and taken back at the desk is the desk's, and a reply changed meanwhile is read again`, () =>
    withLetter(engine, async ({ door, replyId, show, refuse }) => {
      const edited = { body: "Something else altogether.", edited_at: "2026-11-21T09:05:00.000Z" };
      await door.db.updateTable("reply").set(edited).where("id", "=", replyId).execute();
      const pressed = await post(door, show, { "as-of": "" });
      const page = await pressed.text();
      expect([pressed.status, await stateOf(door, replyId)]).toEqual([409, "held"]);
      expect(page).toContain("Its writer has changed it");
      expect(page).toContain("Something else altogether.");
      expect(page).toContain(`name="as-of" value="${edited.edited_at}"`);
      const at = new Date("2026-11-21T09:10:00Z");
      const chosen = { ids: [replyId] };
      const { batch } = await decideReplies(door.db, {
        chosen,
        to: "shown",
        reason: null,
        note: "",
        by: "staff-editor",
        at,
      });
      await undoDecision(door.db, { batch, by: "staff-editor", at });
      expect(await stateOf(door, replyId)).toBe("held");
      const late = await post(door, refuse, { "as-of": edited.edited_at });
      expect(await late.text()).toContain("This reply is decided already");
      expect(await stateOf(door, replyId)).toBe("held");
    }));

  test(`${engine}: one letter tells of all that came since the last, ten in full; who wants none gets none`, () =>
    withLetter(engine, async ({ door, mailbox }) => {
      const before = mailbox.letters.length;
      await lettersGoOut(door);
      expect(mailbox.letters).toHaveLength(before);
      door.setNow("2026-11-21T10:00:00.000Z");
      for (let more = 0; more < 12; more++) {
        door.setNow(`2026-11-21T10:${String(more).padStart(2, "0")}:00.000Z`);
        await sendReply(door, { text: `Number ${more} of those.`, email: "" });
      }
      await enqueue(door.db, "replies.waiting", {}, new Date("2026-11-21T10:11:00Z"));
      await door.doJobs();
      expect(linksIn(mailbox)).toHaveLength(20);
      expect(mailbox.letters.at(-1)?.text).toContain("2 more wait at the desk.");
      const after = mailbox.letters.length;
      door.setNow("2026-11-21T11:00:00.000Z");
      await wantLetters(door, "");
      await sendReply(door, { text: "And one more.", email: "" });
      await enqueue(door.db, "replies.waiting", {}, new Date("2026-11-21T11:00:00Z"));
      await door.doJobs();
      expect(mailbox.letters).toHaveLength(after);
    }));
}
