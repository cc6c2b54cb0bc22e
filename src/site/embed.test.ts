import { expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import { addEmbedSite, removeEmbedSite } from "#agency/embeds/actions.ts";
import { eraseGuest, guestWith } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { htmlFaults } from "#test/faults.ts";
import { SENT, STORY, sendReply } from "#test/reader.ts";

const SITE = "https://www.paper.example";
const THREAD = `/embed/www.paper.example${STORY}/replies`;
const AT = new Date("2026-11-23T12:00:00Z");

async function withDoor(engine: EngineName, work: (door: Door) => Promise<void>): Promise<void> {
  await using door = await openDoor(engine, { demo: true });
  await work(door);
  expect(door.broken).toEqual([]);
}

async function letCarry(door: Door, edition?: string): Promise<void> {
  const row = await door.db
    .selectFrom("edition")
    .select("id")
    .where("code", "=", edition ?? "")
    .executeTakeFirst();
  const editionId = row?.id ?? null;
  const added = await addEmbedSite(door.db, {
    typed: SITE,
    editionId,
    ownUrl: "https://strait.example",
    by: "a",
    at: AT,
  });
  expect(added).toEqual({ site: { host: "www.paper.example", origin: SITE, editionId } });
}

/** The last that was written is shown. */
async function show(door: Door): Promise<string> {
  const reply = await door.db.selectFrom("reply").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
  const decided = { to: "shown", reason: null, note: "", by: "m", at: AT } as const;
  await decideReplies(door.db, { chosen: { ids: [reply.id] }, ...decided });
  return reply.id;
}

function originsLetIn({ headers }: Response): string | null {
  return headers.get("access-control-allow-origin");
}

for (const engine of engines) {
  test(`${engine}: a site that may carry replies is handed them, and browsers give them to its pages alone`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door);
      await sendReply(door);
      expect(await door.text(THREAD)).not.toContain("<em>that</em> boat");
      const id = await show(door);
      const cookie = { cookie: "guest=aaaaaaaaaaaaaaaaaaaaaaaa", origin: SITE };
      const answer = await door.get(THREAD, cookie);
      expect(answer.status).toBe(200);
      expect(originsLetIn(answer)).toBe(SITE);
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
      expect(answer.headers.get("set-cookie")).toBeNull();
      const html = await answer.text();
      expect(html).toContain("I was on <em>that</em> boat.");
      expect(html).toContain(`href="${STORY}/replies/${id}?from=www.paper.example#reply-form"`);
      expect(html).toContain(`href="${STORY}/replies/write?from=www.paper.example"`);
      expect(html).not.toContain(SENT.email);
      expect(html).not.toContain("<form");
      expect(await htmlFaults(html)).toEqual([]);
      // The same bytes for everybody, out of the press.
      expect(await door.text(THREAD)).toBe(html);
      expect(door.press.mostRead().map(({ key }) => key)).toContain(THREAD);
    }));

  test(`${engine}: who comes to write from that site may let the moderators know, and nobody else hears of it`, () =>
    withDoor(engine, async (door) => {
      const [way, told] = [`${STORY}/replies/write?from=www.paper.example`, "Let the moderators know that I come from"];
      // A word in a link is anybody's.
      expect(await door.text(way)).not.toContain(told);
      await letCarry(door);
      expect(await door.text(way)).toContain(`${told} www.paper.example`);
      expect(await door.text(`${STORY}/replies/write?from=elsewhere.example`)).not.toContain(told);
      const { mine } = await sendReply(door, { site: "www.paper.example", text: "Read over there." });
      await sendReply(door, { site: "elsewhere.example", text: "Read nowhere." });
      await sendReply(door, { text: "Read here." });
      const queue = await door.as("moderator").text("/desk/replies");
      expect(queue.match(/says it comes from [\w.]+/g)).toEqual(["says it comes from www.paper.example"]);
      const rows = await door.db
        .selectFrom("reply")
        .select(["id", "guest_id", "flags"])
        .where("flags", "like", "%from:%")
        .execute();
      expect(rows).toHaveLength(1);
      const [{ id = "", guest_id = "" } = {}] = rows;
      const decided = { to: "shown", reason: null, note: "", by: "m", at: AT } as const;
      await decideReplies(door.db, { chosen: { ids: [id] }, ...decided });
      const page = await door.text(`${STORY}/replies`);
      expect(page).toContain("Read over there.");
      expect(page + (await door.text(`${STORY}/replies/feed.json`))).not.toContain("paper.example");
      expect((await (await door.get(`${mine}/everything.json`)).json()).replies[0].site).toBe("www.paper.example");
      await eraseGuest(door.db, { guestId: guest_id ?? "", at: AT });
      const { flags } = await door.db
        .selectFrom("reply")
        .select("flags")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(flags).toBe("[]");
    }));

  test(`${engine}: a site nobody named is refused in a sentence its page may read, and hears of nothing`, () =>
    withDoor(engine, async (door) => {
      const refused = await door.get(THREAD, { origin: SITE });
      expect(refused.status).toBe(403);
      expect(originsLetIn(refused)).toBe("*");
      const html = await refused.text();
      expect(html).toContain("www.paper.example is not among the sites that may show replies from");
      expect(html).toContain(`href="${STORY}/replies"`);
      expect(html).not.toContain('class="reply"');
      expect(await htmlFaults(html)).toEqual([]);
      expect((await door.get(`${THREAD}/live`)).status).toBe(403);
      await letCarry(door);
      expect((await door.get(THREAD)).status).toBe(200);
      await removeEmbedSite(door.db, { host: "www.paper.example", by: "a", at: AT });
      expect((await door.get(THREAD)).status).toBe(403);
      expect((await door.get(`${THREAD}/live`)).status).toBe(403);
    }));

  test(`${engine}: a site that may carry one edition's replies carries no other's`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door, "ru");
      const refused = await door.get(THREAD);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain("may not show replies of this edition: English");
      expect((await door.get(`${THREAD}/live`)).status).toBe(403);
      const { slug } = await door.db
        .selectFrom("article")
        .innerJoin("edition", "edition.id", "article.edition_id")
        .select("article.slug")
        .where("edition.code", "=", "ru")
        .where("article.state", "=", "published")
        .executeTakeFirstOrThrow();
      const answer = await door.get(`/embed/www.paper.example/ru/${slug}/replies`);
      expect(originsLetIn(answer)).toBe(SITE);
      expect(await answer.text()).toContain("Отклики");
    }));

  test(`${engine}: a page goes on where its story moved to, and says so when it was taken back or never was`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door);
      const missing = `/embed/www.paper.example/en/no-such-story/replies`;
      expect((await door.get(missing)).status).toBe(404);
      expect(await door.text(missing)).toContain("has no story at the address this page names");
      const { id, edition_id } = await door.db
        .selectFrom("article")
        .select(["id", "edition_id"])
        .where("slug", "=", STORY.slice("/en/".length))
        .executeTakeFirstOrThrow();
      const was = { edition_id, slug: "where-it-was", article_id: id, made_at: AT.toISOString() };
      await door.db.insertInto("slug_redirect").values(was).execute();
      const moved = await door.get("/embed/www.paper.example/en/where-it-was/replies");
      expect(moved.status).toBe(200);
      expect(await moved.text()).toContain(`href="${STORY}/replies/write?from=www.paper.example"`);
      const withdrawn = { move: "withdraw", version: "1", "note-withdraw": "The quay is not to be built." };
      await door.as("editor").post(`/desk/articles/${id}/move`, withdrawn);
      const gone = await door.get("/embed/www.paper.example/en/where-it-was/replies");
      expect(gone.status).toBe(410);
      expect(originsLetIn(gone)).toBe("*");
      const html = await gone.text();
      expect(html).toContain("We took it back on");
      expect(html).not.toContain('class="reply"');
    }));

  test(`${engine}: what its reader erases is gone there, too, and where replies closed nothing leads to a form`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door);
      const { cookie } = await sendReply(door);
      const id = await show(door);
      expect(await door.text(THREAD)).toContain("Ada Reader");
      const guest = await guestWith(door.db, cookie.split("=")[1] ?? "");
      await eraseGuest(door.db, { guestId: guest?.id ?? "", at: AT });
      expect(await door.text(THREAD)).not.toContain("Ada Reader");
      const { article_id } = await door.db
        .selectFrom("reply")
        .select("article_id")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      await door
        .as("moderator")
        .post(`/desk/replies/stories/${article_id}`, { mode: "closed", slow: "", surge: "usual" });
      const closed = await door.text(THREAD);
      expect(closed).toContain("Replies to this story are closed.");
      expect(closed).not.toContain("/replies/write");
    }));

  test(`${engine}: a line tells pages of that site how many replies there are`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door);
      const line = await door.get(`${THREAD}/live`);
      expect(line.status).toBe(200);
      expect(originsLetIn(line)).toBe(SITE);
      expect(line.headers.get("cache-control")).toContain("no-store");
      const told = await line.body?.getReader().read();
      expect(new TextDecoder().decode(told?.value)).toMatch(/^data: \d+\n\n$/);
    }));

  test(`${engine}: later replies are found where that page may ask for them`, () =>
    withDoor(engine, async (door) => {
      await letCarry(door);
      for (let each = 0; each < 21; each++) {
        await door.db
          .insertInto("reply")
          .values({
            ...(await emptyReply(door)),
            id: `reply-${each}`,
            root_id: `reply-${each}`,
            body: `Words ${each}.`,
          })
          .execute();
      }
      const first = await door.text(THREAD);
      const later = /class="more" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
      expect(later).toStartWith(`${THREAD}?after=`);
      const second = await door.get(later);
      expect(originsLetIn(second)).toBe(SITE);
      expect(await second.text()).not.toContain("data-live");
    }));
}

/** A reply as the first of a story stands in the store, words left out. */
async function emptyReply(door: Door) {
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", STORY.slice("/en/".length))
    .executeTakeFirstOrThrow();
  const like = await door.db
    .selectFrom("reply")
    .selectAll()
    .where("parent_id", "is", null)
    .where("state", "=", "shown")
    .executeTakeFirstOrThrow();
  return { ...like, article_id: id };
}

test("the script is one file under eight kilobytes, for pages of any site, under a name that stays", async () => {
  await using door = await openDoor("sqlite");
  const answer = await door.get("/embed.js", { cookie: "guest=aaaaaaaaaaaaaaaaaaaaaaaa" });
  expect(answer.headers.get("content-type")).toStartWith("text/javascript");
  expect(originsLetIn(answer)).toBe("*");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  const script = await answer.bytes();
  expect(gzipSync(script).byteLength).toBeLessThan(8 * 1024);
  const text = new TextDecoder().decode(script);
  expect(text).toContain("dateline-thread");
  // All in one: nothing more is loaded, nothing is made into code or HTML, nothing is kept.
  expect(text).not.toMatch(/\bimport\b|\beval\b|innerHTML|insertAdjacentHTML|DOMParser|localStorage|document\.cookie/);
});
