import { expect, test } from "bun:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { addChannel } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import { channels, itemById, itemLines } from "#agency/wire-in/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { NO_COPY, type WireCopy } from "#text/wire/copy.ts";

const NOON = new Date("2026-11-20T12:00:00Z");
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const COPY: WireCopy = {
  ...NO_COPY,
  id: "urn:kessar:ferry",
  version: 1,
  versionCreated: NOON,
  language: "en",
  headline: "Ferries sail again",
  provider: "Kessar Press Service",
  dateline: { place: "Kessar", date: "2026-11-20" },
  rights: { holder: "Kessar Press Service", notice: "© Kessar", usageTerms: "Not after Friday" },
  address: "https://kessar.example/ferry",
  body: {
    format: "html",
    words: "<p>“They sail on Monday,” Ines Tallow said.</p><script>alert(1)</script><p>Nobody knew.</p>",
  },
};

async function bring(door: Door, more: Partial<WireCopy> = {}) {
  const [known] = await channels(door.db);
  const facts = { kind: "webhook", name: "Kessar", address: "", language: null, editionId: null } as const;
  const terms = { rightsHolder: "", usageTerms: "", everyMinutes: null };
  const channelId =
    known?.id ?? (await addChannel(door.db, { facts: { ...facts, ...terms }, by: "the test", at: NOON }));
  await keepArrivals(door.db, { channelId, format: "ninjs", copies: [{ ...COPY, ...more }], at: NOON });
  const lines = await itemLines(door.db, {}, { limit: 50 });
  return lines.find(({ headline }) => headline === (more.headline ?? COPY.headline))?.id ?? "";
}

for (const engine of engines) {
  test(`${engine}: an item becomes a draft with its origin, its source, its words as evidence and its embargo`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("reporter");
    const id = await bring(door, { embargoedUntil: after(90) });
    const page = await desk.text(`/desk/wire/${id}`);
    expect(page).toContain("© Kessar");
    expect(page).toContain("Not after Friday");
    expect(page).not.toContain("alert(1)");
    const made = await desk.post(`/desk/wire/${id}/use`, { edition: "en" });
    expect(made.status).toBe(303);
    const articleId = (made.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    const article = await door.db
      .selectFrom("article")
      .selectAll()
      .where("id", "=", articleId)
      .executeTakeFirstOrThrow();
    expect(article).toMatchObject({
      state: "draft",
      origin_name: "Kessar Press Service",
      origin_url: "https://kessar.example/ferry",
      embargo_until: after(90).toISOString(),
      assigned_to: "staff-reporter",
    });
    const copy = await workingCopy(door.db, articleId);
    expect(copy?.text).toMatchObject({
      headline: "Ferries sail again",
      dateline: { place: "Kessar", date: "2026-11-20" },
    });
    const cited = /"citation","attrs":\{"source":"([^"]+)"/.exec(JSON.stringify(copy?.text.document))?.[1] ?? "";
    const source = await door.db.selectFrom("source").selectAll().where("id", "=", cited).executeTakeFirstOrThrow();
    expect(source).toMatchObject({ url: "https://kessar.example/ferry", notes: "© Kessar\nNot after Friday" });
    const kept = await door.db.selectFrom("snapshot").select("text").where("source_id", "=", cited).execute();
    expect(kept[0]?.text).toContain("“They sail on Monday,” Ines Tallow said.");
    expect(await itemById(door.db, id)).toMatchObject({ state: "used", uses: [{ articleId }] });
    const rests = await desk.text(`/desk/articles/${articleId}/sources`);
    expect(rests).toContain(`/desk/wire/${id}`);
    expect(rests).toContain("Not after Friday");
    expect(await desk.text("/desk/wire")).not.toContain(id);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what was killed becomes no draft, and a kill after its use is said at the desk until it is seen`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("editor");
    const id = await bring(door);
    await desk.post(`/desk/wire/${id}/use`, { edition: "en" });
    await bring(door, { version: 2, versionCreated: after(5), status: "canceled", signal: "kill", note: "A hoax" });
    const home = await desk.text("/desk/");
    expect(home).toContain("One item of the wire changed after it was used");
    const queue = await desk.text("/desk/wire");
    expect(queue).toContain("Killed or withheld: do not use it");
    expect(await desk.text(`/desk/wire/${id}`)).toContain("A hoax");
    expect((await desk.post(`/desk/wire/${id}/use`, { edition: "en" })).status).toBe(409);
    expect((await desk.post(`/desk/wire/${id}/seen`, {})).status).toBe(303);
    expect(await desk.text("/desk/wire")).not.toContain("Killed or withheld: do not use it");
    expect(await door.db.selectFrom("article").select("id").execute()).toHaveLength(1);
  });

  test(`${engine}: the second edition's draft belongs to the same story and translates the first`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("translator");
    const id = await bring(door);
    const idOf = (answer: Response) => (answer.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    const first = idOf(await desk.post(`/desk/wire/${id}/use`, { edition: "en" }));
    const second = idOf(await desk.post(`/desk/wire/${id}/use`, { edition: "ru" }));
    const rows = await door.db
      .selectFrom("article")
      .select(["id", "story_id", "translated_from"])
      .where("id", "in", [first, second])
      .execute();
    expect(new Set(rows.map(({ story_id }) => story_id)).size).toBe(1);
    expect(rows.find((row) => row.id === second)?.translated_from).toBe(first);
  });

  test(`${engine}: versions stand side by side with what changed, and ignoring is taken back`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("reporter");
    const id = await bring(door);
    await bring(door, {
      version: 2,
      versionCreated: after(5),
      signal: "correction",
      note: "Tuesday",
      body: { format: "html", words: "<p>“They sail on Tuesday,” Ines Tallow said.</p><p>Nobody knew.</p>" },
    });
    const page = await desk.text(`/desk/wire/${id}?view=side`);
    expect(page).toContain("Version 2");
    expect(page).toMatch(/<del[^>]*>Monday<\/del>/);
    expect(page).toMatch(/<ins[^>]*>Tuesday<\/ins>/);
    await desk.post(`/desk/wire/${id}/decide`, { do: "ignore" });
    expect(await desk.text("/desk/wire")).not.toContain(`/desk/wire/${id}`);
    expect(await desk.text("/desk/wire?state=ignored")).toContain(`/desk/wire/${id}`);
    await desk.post(`/desk/wire/${id}/decide`, { do: "bring-back" });
    expect(await desk.text("/desk/wire")).toContain(`/desk/wire/${id}`);
  });

  test(`${engine}: a channel is tried before it is kept, and what is wrong with it is said beside the field`, async () => {
    const server = createServer((request, response) => {
      if (request.url === "/feed")
        response.end("<rss><channel><item><title>Ferries sail</title></item></channel></rss>");
      else response.writeHead(request.url === "/robots.txt" ? 404 : 503).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const network: Network = {
      resolve: async () => ["127.0.0.1"],
      isPublic: () => true,
      isUsualPort: () => true,
    };
    try {
      await using door = await openDoor(engine, { network });
      const desk = door.as("editor");
      const fields = {
        kind: "feed",
        name: "Kessar",
        address: `http://wire.example:${port}/feed`,
        language: "",
        every: "",
      };
      const tried = await desk.post("/desk/wire/+channels/+new", { ...fields, do: "test" });
      expect(tried.status).toBe(200);
      expect(await tried.text()).toContain("one item can be read");
      expect(await channels(door.db)).toEqual([]);
      const broken = { ...fields, address: `http://wire.example:${port}/broken`, do: "test" };
      const failed = await desk.post("/desk/wire/+channels/+new", broken);
      expect(failed.status).toBe(422);
      expect(await failed.text()).toContain("the site answers 503");
      const odd = await desk.post("/desk/wire/+channels/+new", { ...fields, address: "feed", every: "1", do: "keep" });
      expect(odd.status).toBe(422);
      const said = await odd.text();
      expect(said).toContain("Write the whole address of the feed");
      expect(said).toContain("from 5 to 10080");
      expect(said).toContain('value="feed"');
      expect((await desk.post("/desk/wire/+channels/+new", { ...fields, do: "keep" })).status).toBe(303);
      await door.doJobs();
      const [channel] = await channels(door.db);
      expect(await desk.text(`/desk/wire/+channels/${channel?.id}`)).toContain("Ferries sail");
      expect((await desk.post("/desk/wire/+channels/+new", { ...fields, do: "keep" })).status).toBe(422);
      expect(door.broken).toEqual([]);
    } finally {
      server.close();
    }
  });
}
