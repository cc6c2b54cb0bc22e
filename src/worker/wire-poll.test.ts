import { afterAll, beforeEach, expect, test } from "bun:test";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { addChannel, askChannel, pauseChannel } from "#agency/wire-in/actions.ts";
import type { ChannelFacts } from "#agency/wire-in/channels.ts";
import { type Channel, channelById, itemLines } from "#agency/wire-in/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders };

const asked: Asked[] = [];
let answers: Record<string, (response: ServerResponse, headers: IncomingHttpHeaders) => void> = {};
const server = createServer((request, response) => {
  asked.push({ path: request.url ?? "", headers: request.headers });
  const answer = answers[request.url ?? ""];
  if (answer) answer(response, request.headers);
  else response.writeHead(404).end();
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  answers = {};
});

const network: Network = {
  resolve: async (host) => (host === "wire.example" ? ["127.0.0.1"] : ["10.0.0.7"]),
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: (given) => given === "" || given === String(port),
};
const at = (path: string) => `http://wire.example:${port}${path}`;
const NOON = new Date("2026-11-20T12:00:00Z");
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000).toISOString();

const ONE = item("ferry", "Ferries sail again", "The ferries across the strait sail again from Monday, the port says.");
const TWO = item(
  "quay",
  "Quay is mended",
  "The quay of Talmira is mended and takes ships of every size, the port says.",
);

function item(id: string, title: string, words: string): string {
  return `<item><guid isPermaLink="false">tag:wire.example,2026:${id}</guid><title>${title}</title><description>${words}</description><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>`;
}

function rss(items: readonly string[], head = ""): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Strait Wire</title>${head}${items.join("")}</channel></rss>`;
}

const FEED: ChannelFacts = {
  kind: "feed",
  name: "Strait Wire",
  address: at("/feed"),
  language: null,
  editionId: null,
  rightsHolder: "",
  usageTerms: "",
  everyMinutes: null,
};

async function follow(door: Door, facts: Partial<ChannelFacts> = {}) {
  const id = await addChannel(door.db, { facts: { ...FEED, ...facts }, by: "the test", at: NOON });
  await door.doJobs();
  return {
    id,
    channel: async (): Promise<Channel> => {
      const channel = await channelById(door.db, id);
      if (!channel) throw new Error("the channel is gone");
      return channel;
    },
  };
}

const minutesUntil = ({ dueAt }: Channel, from: string) =>
  ((dueAt?.getTime() ?? 0) - new Date(from).getTime()) / 60_000;
const headlines = async ({ db }: Door) => (await itemLines(db, {}, { limit: 100 })).map(({ headline }) => headline);
const feedsAsked = () => asked.filter(({ path }) => path !== "/robots.txt");

for (const engine of engines) {
  test(`${engine}: a feed is asked on its conditions, says who asks, and each item is kept once`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response, headers) => {
      if (headers["if-none-match"] === '"one"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"one"', "last-modified": "Fri, 20 Nov 2026 11:00:00 GMT" })
          .end(rss([ONE, TWO]));
    };
    const { channel } = await follow(door);
    expect((await headlines(door)).sort()).toEqual(["Ferries sail again", "Quay is mended"]);
    expect(feedsAsked()[0]?.headers["user-agent"]).toBe("Dateline (+https://strait.example)");
    expect(minutesUntil(await channel(), NOON.toISOString())).toBeWithin(15, 17);

    door.setNow(later(20));
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(2);
    expect(feedsAsked()[1]?.headers).toMatchObject({
      "if-none-match": '"one"',
      "if-modified-since": "Fri, 20 Nov 2026 11:00:00 GMT",
    });
    // Its robots.txt is good for a day.
    expect(asked.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
    expect(await headlines(door)).toHaveLength(2);
    expect(await channel()).toMatchObject({ failures: 0, problem: null, heardAt: new Date(later(20)) });

    door.setNow(later(21));
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(2);
  });

  test(`${engine}: what a feed asks of its readers is done: ttl, hours to skip, Retry-After`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(200).end(rss([ONE], "<ttl>60</ttl>"));
    const slow = await follow(door);
    expect(minutesUntil(await slow.channel(), NOON.toISOString())).toBeWithin(60, 66.1);

    const skips = "<skipHours><hour>12</hour><hour>13</hour></skipHours>";
    answers["/skips"] = (response) => response.writeHead(200).end(rss([ONE], skips));
    const asleep = await follow(door, { address: at("/skips") });
    expect((await asleep.channel()).dueAt).toEqual(new Date("2026-11-20T14:00:00Z"));

    answers["/busy"] = (response) => response.writeHead(429, { "retry-after": "7200" }).end();
    const busy = await follow(door, { address: at("/busy") });
    expect(await busy.channel()).toMatchObject({ problem: "429", failures: 1, state: "on" });
    expect(minutesUntil(await busy.channel(), NOON.toISOString())).toBe(120);
  });

  test(`${engine}: a feed that moved for good is asked there from now on, one that moved for now is not`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(301, { location: "/new" }).end();
    answers["/lent"] = (response) => response.writeHead(302, { location: "/new" }).end();
    answers["/new"] = (response) => response.writeHead(200).end(rss([ONE]));
    const moved = await follow(door);
    expect(await moved.channel()).toMatchObject({ address: at("/new"), movedFrom: at("/feed"), problem: null });
    const lent = await follow(door, { address: at("/lent") });
    expect(await lent.channel()).toMatchObject({ address: at("/lent"), movedFrom: null });
    // Both bring one item.
    expect(await headlines(door)).toEqual(["Ferries sail again"]);
  });

  test(`${engine}: a feed that is gone is asked no more, and says so`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(410).end();
    const { channel } = await follow(door);
    expect(await channel()).toMatchObject({ state: "gone", dueAt: null, problem: "410" });
    door.setNow(later(24 * 60));
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(1);
  });

  test(`${engine}: a feed that fails is asked less and less, and as usual when it is well`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(500).end();
    const { channel } = await follow(door);
    const waits: number[] = [];
    for (let count = 0; count < 10; count++) {
      const { dueAt, askedAt } = await channel();
      waits.push(((dueAt?.getTime() ?? 0) - (askedAt?.getTime() ?? 0)) / 60_000);
      door.setNow((dueAt ?? NOON).toISOString());
      await door.doJobs();
    }
    // 5, 10, 20 … minutes, each a quarter more or less, a day at most.
    for (const [at, wait] of waits.entries()) {
      const full = Math.min(24 * 60, 5 * 2 ** at);
      expect(wait).toBeWithin(full * 0.75, full * 1.25 + 0.01);
    }
    answers["/feed"] = (response) => response.writeHead(200).end(rss([ONE]));
    const { dueAt } = await channel();
    door.setNow((dueAt ?? NOON).toISOString());
    await door.doJobs();
    expect(await channel()).toMatchObject({ failures: 0, problem: null });
    expect(await headlines(door)).toHaveLength(1);
  });

  test(`${engine}: what cannot be read is a failure with its reason, and loses nothing that was there`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(200).end(rss([ONE]));
    const { id, channel } = await follow(door);
    answers["/feed"] = (response) => response.writeHead(200).end("<html><body>Please sign in</body></html>");
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    expect(await channel()).toMatchObject({ failures: 1 });
    expect((await channel()).problem).toBe("unread: page");
    expect(await headlines(door)).toHaveLength(1);
  });

  test(`${engine}: robots.txt, private networks and endless answers are refused, each by its name`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/robots.txt"] = (response) => response.writeHead(200).end("User-agent: *\nDisallow: /closed");
    answers["/closed"] = (response) => response.writeHead(200).end(rss([ONE]));
    answers["/large"] = (response) =>
      response.writeHead(200).end(rss([item("large", "Large", "x".repeat(11_000_000))]));
    const closed = await follow(door, { address: at("/closed") });
    const large = await follow(door, { address: at("/large") });
    const inside = await follow(door, { address: "http://desk.internal/feed" });
    expect((await closed.channel()).problem).toBe("robots");
    expect((await large.channel()).problem).toBe("too-large");
    expect((await inside.channel()).problem).toBe("not-public");
    expect(await headlines(door)).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a paused channel is not asked, and is asked at once when it goes on`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(200).end(rss([ONE]));
    const { id, channel } = await follow(door);
    await pauseChannel(door.db, { id, paused: true, by: "the test", at: NOON });
    door.setNow(later(60));
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(1);
    await pauseChannel(door.db, { id, paused: false, by: "the test", at: new Date(later(60)) });
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(2);
    expect(await channel()).toMatchObject({ state: "on" });
  });

  test(`${engine}: copy whose commit failed is asked for again and kept once`, async () => {
    await using door = await openDoor(engine, { network });
    answers["/feed"] = (response) => response.writeHead(200, { etag: '"one"' }).end(rss([ONE, TWO]));
    const id = await addChannel(door.db, { facts: FEED, by: "the test", at: NOON });
    // The job is done twice, as by a worker that was killed before it could say so.
    await door.doJobs();
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    await door.db.updateTable("wire_channel").set({ etag: null, digest: null }).execute();
    await askChannel(door.db, { id, at: NOON });
    await door.doJobs();
    expect(feedsAsked()).toHaveLength(3);
    expect(await headlines(door)).toHaveLength(2);
    expect(await door.db.selectFrom("wire_version").select("id").execute()).toHaveLength(2);
  });
}
