import { expect, test } from "bun:test";
import { editReply, eraseGuest, guestWith, postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { answerAsStaff } from "#agency/replies/desk-acts.ts";
import { settleMoved, takeMoved } from "#agency/replies/moving.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";

const STORY = "/en/outer-quay";
const KEYS = { address: "an address key", index: "an index key", challenge: "a challenge key" };
const NOON = Date.parse("2026-11-23T12:00:00Z");
const MINUTE_MS = 60_000;

async function withDoor(engine: EngineName, work: (door: Door) => Promise<void>): Promise<void> {
  await using door = await openDoor(engine, { demo: true });
  await work(door);
  expect(door.broken).toEqual([]);
}

type Said = { readonly text: string; readonly minute: number; readonly parent?: string; readonly name?: string };
type Kept = { readonly replyId: string; readonly guestToken: string };

/** Replies that are shown, each of a reader of its own. */
async function say(door: Door, all: readonly Said[]): Promise<readonly Kept[]> {
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", STORY.slice("/en/".length))
    .executeTakeFirstOrThrow();
  const kept: Kept[] = [];
  for (const { text, minute, parent = "", name = "Ada Reader" } of all) {
    const at = new Date(NOON + minute * MINUTE_MS);
    const posted = await postReply(door.db, {
      articleId: id,
      name,
      email: "",
      text,
      quote: "",
      kind: "reply",
      parent,
      challenge: undefined,
      guestToken: undefined,
      keys: KEYS,
      at,
    });
    if (!("replyId" in posted)) throw new Error(`"${text}" is not taken`);
    kept.push(posted);
    const decided = { to: "shown", reason: null, note: "", by: "m", at } as const;
    await decideReplies(door.db, { chosen: { ids: [posted.replyId] }, ...decided });
  }
  return kept;
}

/** Which of `words` a page says, in its order. */
function inOrder(page: string, words: readonly string[]): string[] {
  return words.filter((word) => page.includes(word)).toSorted((one, other) => page.indexOf(one) - page.indexOf(other));
}

for (const engine of engines) {
  test(`${engine}: an answer of who signs the story says so, and one of anybody else of the newsroom says that`, () =>
    withDoor(engine, async (door) => {
      const [{ replyId } = { replyId: "" }] = await say(door, [{ text: "Who was on the quay?", minute: 1 }]);
      const { name } = await door.db
        .selectFrom("byline")
        .innerJoin("article", "article.published_revision_id", "byline.revision_id")
        .innerJoin("person", "person.id", "byline.person_id")
        .select("person.name")
        .where("article.slug", "=", STORY.slice("/en/".length))
        .orderBy("byline.position")
        .executeTakeFirstOrThrow();
      const at = new Date(NOON + 5 * MINUTE_MS);
      await answerAsStaff(door.db, { replyId, text: "I was.", staffName: name, by: "m", at });
      const signed = await door.text(`${STORY}/replies`);
      expect(signed).toContain("author of the story");
      expect(signed).not.toContain("of the newsroom");
      await answerAsStaff(door.db, { replyId, text: "So was I.", staffName: "Ilse the editor", by: "m", at });
      expect(await door.text(`${STORY}/replies`)).toContain("of the newsroom");
    }));

  test(`${engine}: replies are read by time, either way, or as editors chose, on pages whose addresses stay`, () =>
    withDoor(engine, async (door) => {
      const said = Array.from({ length: 25 }, (_, at) => ({
        text: `Word ${String(at).padStart(2, "0")}.`,
        minute: at,
      }));
      const kept = await say(door, said);
      const all = said.map(({ text }) => text);
      const first = await door.text(`${STORY}/replies`);
      expect(inOrder(first, all)).toEqual(all.slice(0, 20));
      const later = /href="([^"]*after=[^"]*)"/.exec(first)?.[1] ?? "";
      expect(inOrder(await door.text(later), all)).toEqual(all.slice(20));
      const newest = await door.text(`${STORY}/replies?order=newest`);
      expect(inOrder(newest, all)).toEqual(all.toReversed().slice(0, 20));
      const before = (/href="([^"]*after=[^"]*)"/.exec(newest)?.[1] ?? "").replaceAll("&amp;", "&");
      expect(inOrder(await door.text(before), all)).toEqual(all.toReversed().slice(20));
      // What comes later moves no page that was linked.
      await say(door, [{ text: "Word 99.", minute: 60 }]);
      expect(inOrder(await door.text(before), all)).toEqual(all.toReversed().slice(20));
      await door.db
        .updateTable("reply")
        .set({ featured_at: "2026-11-23T13:00:00Z" })
        .where("id", "in", [kept[3]?.replyId ?? "", kept[17]?.replyId ?? ""])
        .execute();
      const chosen = await door.text(`${STORY}/replies?order=featured`);
      expect(inOrder(chosen, all).toSorted()).toEqual(["Word 03.", "Word 17."]);
      expect(chosen).toContain('aria-current="page"');
    }));

  test(`${engine}: a reply in another language says so and its direction, and one that may be in any says neither`, () =>
    withDoor(engine, async (door) => {
      const russian = "Это неправда, я сам там был, и ISIL там не было.";
      const [reply] = await say(door, [
        { text: russian, minute: 1 },
        { text: "CNN و BBC قالا إن هذا لم يكن في الميناء، ولا أحد كان هناك من قبل.", minute: 2 },
        { text: "I was there, and it was not so.", minute: 3 },
        { text: "Bravo!", minute: 4 },
      ]);
      const page = await door.text(`${STORY}/replies`);
      const marks = [...page.matchAll(/<div class="said"([^>]*)>\s*<p>(.)/g)].map(
        ([, said = "", first = ""]) => first + said,
      );
      expect(marks).toEqual(['Э lang="ru" dir="ltr"', 'C lang="ar" dir="rtl"', 'I dir="ltr"', 'B dir="auto"']);
      // The newsroom's word among a reader's is the newsroom's in its language, too.
      expect(page).toMatch(/data-label="inline" lang="en" dir="ltr" role="note"> \[Editors’ note/);
      const feed = JSON.parse(await door.text(`${STORY}/replies/feed.json`));
      expect(feed.items.map(({ language }: { language: string }) => language)).toEqual(["en", "en", "ar", "ru"]);
      expect(feed.items[2].content_html).toStartWith('<div lang="ar" dir="rtl">');
      expect(await door.text(`${STORY}/replies/atom.xml`)).toContain('<div lang="ru" dir="ltr">');
      const guest = await guestWith(door.db, reply?.guestToken ?? "");
      const own = { guestId: guest?.id ?? "", replyId: reply?.replyId ?? "" };
      await editReply(door.db, { ...own, text: "It was so, and I was not there.", at: new Date(NOON + 5 * MINUTE_MS) });
      expect(await door.text(`${STORY}/replies`)).not.toContain('class="said" lang="ru"');
      expect(await door.text(`${STORY}/replies/${reply?.replyId}/history`)).toContain(
        '<div class="said" lang="ru" dir="ltr">',
      );
    }));

  test(`${engine}: a changed reply is marked, and what it said before stands on a page until it is erased`, () =>
    withDoor(engine, async (door) => {
      const [kept] = await say(door, [{ text: "It was *nine*.", minute: 0 }]);
      const address = `${STORY}/replies/${kept?.replyId}/history`;
      expect((await door.get(address)).status).toBe(404);
      const guest = await guestWith(door.db, kept?.guestToken ?? "");
      const own = { guestId: guest?.id ?? "", replyId: kept?.replyId ?? "" };
      await editReply(door.db, { ...own, text: "It was *eleven*.", at: new Date(NOON + MINUTE_MS) });
      expect(await door.text(STORY)).toContain(`href="${address}"`);
      const history = await door.text(address);
      expect(inOrder(history, ["<em>eleven</em>", "<em>nine</em>"])).toEqual(["<em>eleven</em>", "<em>nine</em>"]);
      await eraseGuest(door.db, { guestId: own.guestId, at: new Date(NOON + 2 * MINUTE_MS) });
      expect((await door.get(address)).status).toBe(404);
      expect(await door.db.selectFrom("reply_version").select("id").execute()).toEqual([]);
    }));

  test(`${engine}: what is said to a story has its feeds, with the newsroom's labels set off and no address in them`, () =>
    withDoor(engine, async (door) => {
      await say(door, [
        { text: "First <script>xss()</script> & *so*.", minute: 0, name: "A & B" },
        { text: "Second.", minute: 1 },
      ]);
      const rss = await door.text(`${STORY}/replies/feed.xml`);
      expect(inOrder(rss, ["Second.", "First"])).toEqual(["Second.", "First"]);
      expect(rss).not.toContain("<script>");
      expect(rss).toMatch(/A (&amp;|&) B/);
      const atom = await door.text(`${STORY}/replies/atom.xml`);
      expect(atom.match(/<entry>/g)).toHaveLength(2);
      const json = JSON.parse(await door.text(`${STORY}/replies/feed.json`));
      expect(json.items.map(({ content_html }: { content_html: string }) => content_html)).toEqual([
        "<p>Second.</p>",
        "<p>First xss() &amp; <em>so</em>.</p>",
      ]);
      expect(json.items[0].url).toMatch(/^https:\/\/strait\.example\/en\/outer-quay\/replies\/[0-9a-f-]{36}$/);
      expect((await door.get("/en/no-such-story/replies/feed.xml")).status).toBe(404);
      // A new one is in them at once.
      await say(door, [{ text: "Third.", minute: 2 }]);
      expect(await door.text(`${STORY}/replies/feed.xml`)).toContain("Third.");
    }));

  test(`${engine}: a deep talk that was moved here folds, keeps who answers whom, and old addresses lead to its replies`, () =>
    withDoor(engine, async (door) => {
      const { id } = await door.db
        .selectFrom("article")
        .select("id")
        .where("slug", "=", "outer-quay")
        .executeTakeFirstOrThrow();
      const replies = Array.from({ length: 60 }, (_, at) => ({
        row: `line ${at}`,
        id: String(at + 1),
        parentId: at === 0 ? "" : String(at),
        kind: "reply" as const,
        state: at === 30 ? ("erased" as const) : ("shown" as const),
        name: `Reader ${at + 1}`,
        email: "",
        text: `Depth ${at + 1}.`,
        at: new Date(NOON - (100 - at) * MINUTE_MS),
        editedAt: null,
        isFeatured: false,
        articleId: id,
      }));
      await takeMoved(door.db, { source: "wxr", site: "", replies, keys: KEYS, at: new Date(NOON) });
      expect(await door.text(STORY)).not.toContain("Depth 1.");
      await settleMoved(door.db, id);
      const page = await door.text(STORY);
      expect(page).toContain("Depth 5.");
      expect(page).toContain("<details");
      expect(page).toContain("19 more answers");
      expect(page).toContain('id="comment-7"');
      const moved = await door.get(`${STORY}/replies/comment-60`);
      expect([301, 308]).toContain(moved.status);
      const there = moved.headers.get("location") ?? "";
      const whole = await door.text(there.split("#")[0] ?? "");
      expect(whole).toContain("Depth 60.");
      expect(whole).toContain("Depth 59.");
      expect(there).toMatch(/#reply-[0-9a-f-]{36}$/);
    }));
}
