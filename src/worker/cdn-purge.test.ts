import { expect, test } from "bun:test";
import { publishArticle } from "#agency/articles/actions.ts";
import { saveCopy, workingCopy } from "#agency/articles/working-copy.ts";
import type { Cdn, CdnKind } from "#lib/cdn.ts";
import { dropFrom } from "#outside/cdn.ts";
import { bump } from "#store/topics.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { loopbackCdn } from "#test/loopback-cdn.ts";
import { configFrom } from "../config.ts";
import { cdnPurge, cdnPurgeAgain } from "./cdn-purge.ts";
import type { Outside } from "./outside.ts";

const KINDS: readonly CdnKind[] = ["fastly", "cloudflare", "varnish", "purge"];
const STORY = "/en/ferry-strike";
const OTHER = "/en/labels";

for (const engine of engines) {
  for (const kind of KINDS) {
    test(`${engine}: ${kind} keeps pages and drops what depends on what moved, and that alone`, async () => {
      let door: Door | undefined;
      await using cache = loopbackCdn(
        kind,
        async (path) => (await door?.get(path)) ?? new Response("", { status: 500 }),
      );
      await using opened = await openDoor(engine, { demo: true, cdns: [cache.cdn] });
      door = opened;
      const purge = purging(opened, cache.cdn);
      await purge.once();

      await cache.get(STORY);
      await cache.get(OTHER);
      expect((await cache.get(STORY)).from).toBe("cache");
      await changeHeadline(opened, "Ferries sail again");
      expect((await cache.get(STORY)).text).not.toContain("Ferries sail again");
      await purge.once();
      expect(await cache.get(STORY)).toMatchObject({
        from: "site",
        text: expect.stringContaining("Ferries sail again"),
      });
      expect((await cache.get(OTHER)).from).toBe("cache");

      // Nothing moved: nobody is asked anything.
      const before = cache.asked.length;
      await purge.once();
      expect(cache.asked.length).toBe(before);
    }, 60_000);
  }

  test(`${engine}: a cache that does not say yes is told again, and all that moved meanwhile with it`, async () => {
    let door: Door | undefined;
    await using cache = loopbackCdn("fastly", async (path) => (await door?.get(path)) ?? new Response(""));
    await using opened = await openDoor(engine, { demo: true, cdns: [cache.cdn] });
    door = opened;
    const purge = purging(opened, cache.cdn);
    await purge.once();
    await cache.get(STORY);
    await cache.get(OTHER);
    cache.setStatus(503);
    await changeHeadline(opened, "Ferries sail again");
    await expect(purge.once()).rejects.toThrow("answered 503");
    expect((await cache.get(STORY)).from).toBe("cache");
    await bump(opened.db, ["register"]);
    cache.setStatus(200);
    await purge.once();
    expect((await cache.get(STORY)).from).toBe("site");
    expect((await cache.get(OTHER)).from).toBe("site");

    // A page of before that a slow node handed out in between is dropped by the second telling.
    const waiting = await opened.db
      .selectFrom("job")
      .select(["payload", "run_at"])
      .where("kind", "=", "cdn.purge.again")
      .execute();
    expect(waiting.length).toBeGreaterThan(0);
    await cache.get(STORY);
    for (const { payload } of waiting) await purge.again(JSON.parse(payload));
    expect((await cache.get(STORY)).from).toBe("site");
  }, 60_000);
}

test("thousands of topics are told in as many requests as each service takes", async () => {
  const topics = Array.from({ length: 600 }, (_, number) => `article:${number}`);
  for (const [kind, requests] of [
    ["fastly", 3],
    ["cloudflare", 6],
    ["varnish", 6],
  ] as const) {
    await using cache = loopbackCdn(kind, async () => new Response(""));
    await dropFrom(cache.cdn, "https://strait.example", { topics, addresses: [] });
    expect([kind, cache.asked.length]).toEqual([kind, requests]);
  }
});

test("a wrong key, and an answer that is no success, are failures", async () => {
  await using fastly = loopbackCdn("fastly", async () => new Response(""));
  await using cloudflare = loopbackCdn("cloudflare", async () => new Response(""));
  for (const { cdn } of [fastly, cloudflare]) {
    await expect(dropFrom({ ...cdn, token: "another" } as Cdn, "https://strait.example", "all")).rejects.toThrow(
      /answered 40[13]/,
    );
    await dropFrom(cdn, "https://strait.example", "all");
  }
});

test("caches are set by their addresses, and a mistake is said in a sentence", () => {
  const set = (cdn: string, token?: string) =>
    configFrom({}, { DATELINE_CDN: cdn, ...(token !== undefined && { DATELINE_CDN_TOKEN: token }) }).cdns;
  expect(set("varnish://10.0.0.5:6081, varnish://10.0.0.6:6081,purge://[::1]:80")).toEqual([
    { kind: "varnish", endpoint: "http://10.0.0.5:6081" },
    { kind: "varnish", endpoint: "http://10.0.0.6:6081" },
    { kind: "purge", endpoint: "http://[::1]:80" },
  ]);
  expect(set(`fastly://SU1Z0isxPaozGVKXdv0eY`, "key")).toEqual([
    { kind: "fastly", endpoint: "https://api.fastly.com", service: "SU1Z0isxPaozGVKXdv0eY", token: "key" },
  ]);
  expect(() => set("fastly://SU1Z0isxPaozGVKXdv0eY")).toThrow("DATELINE_CDN_TOKEN");
  for (const wrong of ["akamai://one", "fastly", "varnish://10.0.0.5:6081 more"])
    expect(() => set(wrong, "key")).toThrow("it is one of");
});

function purging({ db }: Door, cdn: Cdn) {
  const at = new Date("2026-03-02T12:00:00Z");
  // A purge touches nothing else of the world.
  const outside = { url: "https://strait.example", cdns: [cdn] } as unknown as Outside;
  const context = { db, at, signal: new AbortController().signal };
  return {
    once: () => cdnPurge(outside)({}, context),
    again: (payload: unknown) => cdnPurgeAgain(outside)(payload, context),
  };
}

async function changeHeadline({ db }: Door, headline: string): Promise<void> {
  const at = new Date("2026-03-02T12:00:00Z");
  const { id: articleId } = await db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", "ferry-strike")
    .executeTakeFirstOrThrow();
  const copy = await workingCopy(db, articleId);
  if (!copy) throw new Error("the story has no copy");
  await saveCopy(db, { articleId, from: copy.version, text: { ...copy.text, headline }, by: "the test", at });
  await publishArticle(db, { articleId, by: "the test", at });
}
