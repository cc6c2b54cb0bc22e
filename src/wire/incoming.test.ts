import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { addChannel, askChannel, makeToken, pauseChannel } from "#agency/wire-in/actions.ts";
import type { ChannelFacts } from "#agency/wire-in/channels.ts";
import { channelById, itemById, itemLines } from "#agency/wire-in/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { jpeg } from "#test/pictures.ts";

const NOON = new Date("2026-11-20T12:00:00Z");
const FACTS: ChannelFacts = {
  kind: "webhook",
  name: "Kessar",
  address: "",
  language: null,
  editionId: null,
  rightsHolder: "",
  usageTerms: "",
  everyMinutes: null,
};
const story = (version: number, more: Record<string, unknown> = {}) => ({
  uri: "urn:kessar:ferry",
  version: String(version),
  versioncreated: `2026-11-20T1${version}:00:00Z`,
  headline: `Ferries sail again, ${version}`,
  body_text: "They sail on Monday.",
  language: "en",
  ...more,
});

const post = ({ request }: Door, path: string, body: string, headers: Record<string, string> = {}) =>
  request(new Request(`http://localhost${path}`, { method: "POST", body, headers }));
const lines = ({ db }: Door) => itemLines(db, {}, { limit: 50 });

for (const engine of engines) {
  test(`${engine}: who holds the address sends copy here, is told what became of it, and may send it again`, async () => {
    await using door = await openDoor(engine);
    const id = await addChannel(door.db, { facts: FACTS, by: "the test", at: NOON });
    const token = await makeToken(door.db, { id, by: "the test", at: NOON });
    const path = `/wire/in/${token}`;
    const first = await post(door, path, JSON.stringify(story(1)));
    expect([first.status, await first.json()]).toEqual([200, { fresh: 1, changed: 0, known: 0, alarms: 0 }]);
    expect(await (await post(door, path, JSON.stringify(story(1)))).json()).toMatchObject({ known: 1 });
    const kill = story(2, { pubstatus: "canceled", headline: "", body_text: "" });
    expect(await (await post(door, path, JSON.stringify(kill))).json()).toMatchObject({ changed: 1 });
    expect(await lines(door)).toMatchObject([{ status: "canceled", headline: "Ferries sail again, 1" }]);

    const odd = await post(door, path, "{ this is no story");
    expect([odd.status, (await odd.json()).problem]).toEqual([422, expect.stringContaining("begins like JSON")]);
    expect((await post(door, "/wire/in/guessed", JSON.stringify(story(1)))).status).toBe(404);
    const large = await post(door, path, "{}", { "content-length": String(32 * 1024 * 1024 + 1) });
    expect([large.status, (await large.json()).problem]).toEqual([413, expect.stringContaining("more than 32 MB")]);
    await pauseChannel(door.db, { id, paused: true, by: "the test", at: NOON });
    expect((await post(door, path, JSON.stringify(story(3)))).status).toBe(503);
    const other = await makeToken(door.db, { id, by: "the test", at: NOON });
    expect((await post(door, path, JSON.stringify(story(3)))).status).toBe(404);
    expect(other).not.toBe(token);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: files put into the folder are kept and laid aside; half-written and unreadable ones lose nothing`, async () => {
    await using door = await openDoor(engine);
    const id = await addChannel(door.db, {
      facts: { ...FACTS, kind: "folder", address: "kessar" },
      by: "the test",
      at: NOON,
    });
    const folder = join(door.store.data, "wire", "kessar");
    await mkdir(folder, { recursive: true });
    const put = async (name: string, words: string, secondsAgo: number) => {
      await writeFile(join(folder, name), words);
      const then = Date.now() / 1000 - secondsAgo;
      await utimes(join(folder, name), then, then);
    };
    await put("one.json", JSON.stringify(story(1)), 10);
    await put("half.json", '{"uri":"urn:kess', 10);
    await put("broken.json", '{"uri":"urn:kess', 120);
    await put("coming.json.part", JSON.stringify(story(2)), 120);
    await put(".hidden", JSON.stringify(story(2)), 120);
    // Touched while somebody looks, however long a full machine takes until it does.
    await put("just-now.json", JSON.stringify(story(2)), -600);
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    expect((await lines(door)).map(({ headline }) => headline)).toEqual(["Ferries sail again, 1"]);
    const left = (await readdir(folder)).sort();
    expect(left).toEqual([".hidden", "coming.json.part", "done", "failed", "half.json", "just-now.json"]);
    expect(await readdir(join(folder, "failed"))).toEqual([expect.stringContaining("broken.json")]);
    expect(await channelById(door.db, id)).toMatchObject({
      problem: "aside: 1: no-json: broken.json",
      failures: 0,
    });
    await put("half.json", JSON.stringify(story(2)), 10);
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    const [line] = await lines(door);
    expect(line).toMatchObject({ versions: 2, headline: "Ferries sail again, 2" });
    expect(await readdir(join(folder, "done"))).toHaveLength(2);
    // A look a minute later takes away nothing that nobody has read yet.
    const desk = door.as("editor");
    const page = await desk.text(`/desk/wire/+channels/${id}`);
    expect(page).toContain("One file could not be read and lies in “failed” now: broken.json (it begins like JSON");
    expect(page).toContain("Answers");
    for (const [language, words] of [
      ["ru", "broken.json (начинается как JSON и обрывается или повреждено)"],
      ["ar", "broken.json (يبدأ مثل JSON ثم ينقطع أو هو تالف)"],
    ] as const) {
      await door.db.updateTable("staff").set({ language }).where("id", "=", desk.staff.id).execute();
      expect(await desk.text(`/desk/wire/+channels/${id}`)).toContain(words);
    }
    await put("vast.xml", "<rss>".padEnd(33 * 1024 * 1024), 10);
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    expect((await channelById(door.db, id))?.problem).toBe("aside: 1: large: vast.xml");
    door.setNow("2026-11-28T12:00:00Z");
    await door.doJobs();
    expect(await channelById(door.db, id)).toMatchObject({ problem: null });
  }, 120_000);

  test(`${engine}: pictures put beside a story come along to its draft, texts are stories, and neither makes items of its own`, async () => {
    await using door = await openDoor(engine);
    const facts = { ...FACTS, kind: "folder", address: "kessar desk" } as const;
    const id = await addChannel(door.db, { facts, by: "the test", at: NOON });
    const folder = join(door.store.data, "wire", "kessar desk");
    await mkdir(folder, { recursive: true });
    const put = async (name: string, content: string | Uint8Array) => {
      await writeFile(join(folder, name), content);
      const then = Date.now() / 1000 - 10;
      await utimes(join(folder, name), then, then);
    };
    const shown = (name: string) => ({ type: "picture", byline: "I. Vale", renditions: { main: { href: name } } });
    const pictures = ["quay one.jpg", "late.jpg", "never.jpg", "../../keys/wire"];
    const associations = Object.fromEntries(pictures.map((name) => [name, shown(name)]));
    await put("story.json", JSON.stringify(story(1, { associations })));
    await put("quay one.jpg", await jpeg({ width: 90, height: 60 }));
    await put(
      "text.txt",
      "Паромы снова ходят\n\nКЕССАР. Паромы через пролив снова ходят, как сказали в порту, и на острова они ходят не только по утрам, но и ночью.",
    );
    await put("binary.txt", new Uint8Array([0, 1, 2, 3, 0, 0, 0, 9]));
    const look = async () => {
      await askChannel(door.db, { id, at: NOON });
      await door.doJobs();
    };
    await look();
    expect((await lines(door)).map(({ headline }) => headline).sort()).toEqual([
      "Ferries sail again, 1",
      "Паромы снова ходят",
    ]);
    // Nobody has said which language the text is in; the queue is filtered by it all the same.
    expect(await itemLines(door.db, { language: "ru" }, { limit: 5 })).toMatchObject([
      { headline: "Паромы снова ходят" },
    ]);
    expect((await readdir(folder)).sort()).toEqual(["binary.txt", "done"]);
    await put("late.jpg", await jpeg({ width: 80, height: 50 }));
    const item = (await lines(door)).find(({ headline }) => headline.startsWith("Ferries"));
    const desk = door.as("reporter");
    expect(await desk.text(`/desk/wire/${item?.id}`)).not.toContain('href="folder:');
    const made = await desk.post(`/desk/wire/${item?.id}/use`, { edition: "en" });
    const article = (made.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    const media = await door.db.selectFrom("media").select(["name", "credit"]).orderBy("width", "desc").execute();
    expect(media).toEqual([
      { name: "quay one.jpg", credit: "I. Vale" },
      { name: "late.jpg", credit: "I. Vale" },
    ]);
    const said = async () => (await desk.text(`/desk/articles/${article}`)).replaceAll(/<[^>]*>/g, "");
    expect(await said()).toMatch(
      /never\.jpg · I\. Vale\s*It could not be fetched: the file is not in the folder any more\./,
    );
    await put("never.jpg", await jpeg({ width: 70, height: 50 }));
    await look();
    await desk.post(`/desk/articles/${article}/left-out`, { do: "fetch" });
    expect(await said()).toMatch(/never\.jpg · I\. Vale\s*It is in the library now\./);
    expect(await lines(door)).toHaveLength(2);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a feed with a hub is subscribed to, told at once, and only what is signed is believed`, async () => {
    const asked: URLSearchParams[] = [];
    const server = createServer((request, response) => {
      if (request.url === "/hub") {
        let body = "";
        request.on("data", (some) => {
          body += some;
        });
        request.on("end", () => {
          asked.push(new URLSearchParams(body));
          response.writeHead(202).end();
        });
      } else if (request.url === "/feed") response.end(feed());
      else response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const site = `http://wire.example:${port}`;
    const feed = (more = "") =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Kessar</title><link rel="hub" href="${site}/hub"/><link rel="self" href="${site}/feed"/><entry><id>urn:kessar:1</id><title>First of all</title><updated>2026-11-20T09:00:00Z</updated><content>Words.</content></entry>${more}</feed>`;
    const second = `<entry><id>urn:kessar:2</id><title>Second of all</title><updated>2026-11-20T12:30:00Z</updated><content>Words.</content></entry>`;
    const network: Network = { resolve: async () => ["127.0.0.1"], isPublic: () => true, isUsualPort: () => true };
    try {
      await using door = await openDoor(engine, { network });
      const facts = { ...FACTS, kind: "feed", address: `${site}/feed` } as const;
      const id = await addChannel(door.db, { facts, by: "the test", at: NOON });
      await door.doJobs();
      expect(asked).toHaveLength(1);
      const [form = new URLSearchParams()] = asked;
      expect(Object.fromEntries(form)).toMatchObject({ "hub.mode": "subscribe", "hub.topic": `${site}/feed` });
      const callback = new URL(form.get("hub.callback") ?? "").pathname;
      const secret = form.get("hub.secret") ?? "";
      expect(Buffer.byteLength(secret)).toBeWithin(32, 200);

      const verify = (fields: Record<string, string>) => {
        const query = new URLSearchParams(Object.entries(fields).map(([name, value]) => [`hub.${name}`, value]));
        return door.get(`${callback}?${query}`);
      };
      const wanted = { mode: "subscribe", topic: `${site}/feed`, challenge: "prove-it", lease_seconds: "864000" };
      // Signed as it should be, and not yet agreed on.
      const sign = (body: string, key = secret) => ({
        "x-hub-signature": `sha256=${createHmac("sha256", key).update(body).digest("hex")}`,
      });
      expect((await post(door, callback, feed(second), sign(feed(second)))).status).toBe(202);
      expect(await lines(door)).toHaveLength(1);
      expect((await verify({ ...wanted, topic: `${site}/other` })).status).toBe(404);
      expect((await verify({ ...wanted, mode: "unsubscribe" })).status).toBe(404);
      const agreed = await verify(wanted);
      expect([agreed.status, await agreed.text()]).toEqual([200, "prove-it"]);
      expect(await channelById(door.db, id)).toMatchObject({
        hubState: "held",
        hubUntil: new Date("2026-11-30T12:00:00Z"),
      });

      expect((await post(door, callback, feed(second), sign(feed(second), "guessed"))).status).toBe(202);
      expect((await post(door, callback, feed(second))).status).toBe(202);
      expect(await lines(door)).toHaveLength(1);
      expect((await post(door, callback, feed(second), sign(feed(second)))).status).toBe(202);
      expect(await lines(door)).toHaveLength(2);
      await post(door, callback, feed(second), sign(feed(second)));
      const all = await lines(door);
      expect(all).toHaveLength(2);
      expect((await itemById(door.db, all[0]?.id ?? ""))?.versions).toBe(1);
      const vast = { "content-length": String(32 * 1024 * 1024 + 1) };
      expect((await post(door, callback, feed(second), { ...sign(feed(second)), ...vast })).status).toBe(413);

      // The feed is asked seldom now, and the hub again before its promise ends.
      await askChannel(door.db, { id, at: NOON });
      await door.doJobs();
      const { dueAt } = (await channelById(door.db, id)) ?? {};
      expect(((dueAt?.getTime() ?? 0) - NOON.getTime()) / 3_600_000).toBeWithin(6, 6.7);
      expect(asked).toHaveLength(1);
      door.setNow("2026-11-29T12:00:00Z");
      await door.doJobs();
      expect(asked).toHaveLength(2);
      expect(door.broken).toEqual([]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test(`${engine}: a hub that says no is not asked again before a day has passed`, async () => {
    await using door = await openDoor(engine);
    const id = await addChannel(door.db, {
      facts: { ...FACTS, kind: "feed", address: "https://kessar.example/feed" },
      by: "the test",
      at: NOON,
    });
    const token = "of-the-hub";
    const { digestOf } = await import("#agency/wire-in/matching.ts");
    const hub = { hub: "https://hub.example/", hub_topic: "https://kessar.example/feed", hub_state: "asked" };
    await door.db
      .updateTable("wire_channel")
      .set({ ...hub, token_digest: digestOf(token) })
      .execute();
    const query = new URLSearchParams({ "hub.mode": "denied", "hub.topic": hub.hub_topic, "hub.reason": "no" });
    expect((await door.get(`/wire/in/${token}?${query}`)).status).toBe(204);
    expect(await channelById(door.db, id)).toMatchObject({ hubState: "refused", hubUntil: null });
    const again = new URLSearchParams({ "hub.mode": "subscribe", "hub.topic": hub.hub_topic, "hub.challenge": "x" });
    expect((await door.get(`/wire/in/${token}?${again}`)).status).toBe(404);
  });
}
