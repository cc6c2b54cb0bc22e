import { afterAll, beforeEach, expect, test } from "bun:test";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { findingKey, moveArticle } from "#agency/articles/move.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import {
  addChannel,
  addClient,
  changeClient,
  closeClient,
  makeToken,
  markOfClient,
  resend,
  revokeToken,
} from "#agency/clients/actions.ts";
import type { ClientSaid, Scope } from "#agency/clients/clients.ts";
import { channelsOf, clientById, overdueNotices, pausedChannels, tokensOf } from "#agency/clients/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { checkpointsIn } from "#lib/merkle/checkpoint.ts";
import type { Network } from "#outside/fetch.ts";
import { keyIn } from "#outside/keys.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

type Got = { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: string };
const got: Got[] = [];
/** What the next posts are answered, by their address; 204 when nothing is said. */
const answers = new Map<string, number>();

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    const path = request.url ?? "";
    const status = answers.get(path) ?? 204;
    got.push({ path, headers: request.headers, body: Buffer.concat(pieces).toString() });
    response.writeHead(status).end();
  });
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  got.length = 0;
  answers.clear();
});

const network: Network = {
  resolve: async (host) => (host === "client.example" ? ["127.0.0.1"] : ["10.0.0.7"]),
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: (given) => given === "" || given === String(port),
};

const EVERYTHING: ClientSaid = {
  name: "The Harbour Post",
  email: "",
  language: "en",
  editions: [],
  sections: [],
  topics: [],
  keywords: [],
  labels: "text",
  jurisdictions: null,
  terms: "",
  takesEmbargoed: false,
};
const BY = "staff-editor";
const at = (time: string) => new Date(`2026-11-20T${time}Z`);

async function clientWith(door: Door, said: Partial<ClientSaid> = {}, scopes: readonly Scope[] = ["wire"]) {
  const id = await addClient(door.db, { said: { ...EVERYTHING, ...said }, by: BY, at: at("12:00:00") });
  const token = await makeToken(door.db, { clientId: id, scopes, by: BY, at: at("12:00:00") });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    door.get(path, { authorization: `Bearer ${token}`, ...headers });
  const read = async (path: string) => (await ask(path)).json();
  const acknowledge = (sequence: number) =>
    door.request(
      new Request("http://localhost/wire/client/acknowledge", {
        method: "POST",
        body: JSON.stringify({ sequence }),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      }),
    );
  return { id, token, ask, read, acknowledge };
}

async function hook(door: Door, clientId: string, name: string) {
  const key = await keyIn(join(door.store.data, "keys"), "wire");
  const address = `http://client.example:${port}/${name}`;
  return addChannel(door.db, {
    clientId,
    kind: "webhook",
    address,
    format: "ninjs-3",
    key,
    by: BY,
    at: at("12:00:00"),
  });
}

async function publish(door: Door, headline: string, time: string, words = "Words."): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  door.setNow(at(time).toISOString());
  const text = `${headline}\n\nTALMIRA, 20 November 2026. ${words}`;
  await takeIn(door.db, { text, edition, publish: true, by: "the test", at: at(time) });
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  await door.doJobs();
  return id;
}

async function draft(door: Door, headline: string, time: string): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  door.setNow(at(time).toISOString());
  const text = `${headline}\n\nTALMIRA, 20 November 2026. Words.`;
  await takeIn(door.db, { text, edition, publish: false, by: "the test", at: at(time) });
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

type Schedule = { readonly publishAt: Date; readonly ahead?: boolean; readonly time: string };

/** With everything ticked that pre-flight asks. */
async function schedule(door: Door, articleId: string, { publishAt, ahead, time }: Schedule): Promise<void> {
  await door.as("editor").get("/desk/");
  door.setNow(at(time).toISOString());
  const by = door.as("editor").staff;
  const asked = { articleId, move: "schedule", publishAt, ahead, by, at: at(time) } as const;
  const first = await moveArticle(door.db, asked);
  const accepted = "findings" in first ? (first.findings ?? []).map(findingKey) : [];
  const outcome = "state" in first ? first : await moveArticle(door.db, { ...asked, accepted });
  expect(outcome).toEqual({ state: "scheduled" });
  await door.doJobs();
}

async function kill(door: Door, articleId: string, time: string): Promise<void> {
  await door.as("editor").get("/desk/");
  const by = door.as("editor").staff;
  await moveArticle(door.db, { articleId, move: "kill", by, note: "Not so.", at: at(time) });
  door.setNow(at(time).toISOString());
  await door.doJobs();
}

type Item = { sequence: number; kind: string; replaced: boolean; urgent: boolean; content: unknown; story: string };
const line = ({ sequence, kind, replaced }: Item) => `${sequence} ${kind}${replaced ? " replaced" : ""}`;

for (const engine of engines) {
  test(`${engine}: a client pulls in the order of its own numbers, and what is new moves nothing it was given`, async () => {
    await using door = await openDoor(engine);
    await publish(door, "Before there was a client", "12:01:00");
    const client = await clientWith(door);
    for (const minute of ["02", "03", "04"]) await publish(door, `Story of minute ${minute}`, `12:${minute}:00`);
    const first = await client.read("/wire/client/items?limit=2");
    expect(first).toMatchObject({
      after: 0,
      last: 3,
      next: "https://strait.example/wire/client/items?limit=2&after=2",
    });
    // What leads on asks for what was asked: a client that follows it is not given another format midway.
    const inNitf = await client.read("/wire/client/items?after=1&limit=1&format=nitf");
    const onward = await client.read(inNitf.next.replace("https://strait.example", ""));
    expect(
      [inNitf, onward].map(({ items }) =>
        items.map(({ sequence, format }: { sequence: number; format: string }) => `${sequence} ${format}`),
      ),
    ).toEqual([["2 nitf"], ["3 nitf"]]);
    expect(first.items.map(line)).toEqual(["1 story", "2 story"]);
    expect(first.items[0]).toMatchObject({ type: "application/json", format: "ninjs-3", acknowledge: null });
    expect(first.items[0].content.headlines[0].value).toBe("Story of minute 02");
    const tag = (await client.ask("/wire/client/items?limit=2")).headers.get("etag") ?? "";
    await publish(door, "One more", "12:05:00");
    const again = await client.read("/wire/client/items?limit=2");
    expect(again.items).toEqual(first.items);
    // The newest state of the log is handed on with them.
    const sizes = [first, again].map(({ checkpoint }) => checkpointsIn(checkpoint).map(({ size }) => size));
    expect(sizes).toEqual([[4], [5]]);
    expect(await client.read("/wire/client/items?after=4")).not.toHaveProperty("checkpoint");
    const same = await client.ask("/wire/client/items?after=4", { "if-none-match": tag });
    expect(same.status).toBe(200);
    const rest = await client.ask("/wire/client/items?after=2");
    expect((await rest.clone().json()).items.map(line)).toEqual(["3 story", "4 story"]);
    const unchanged = await client.ask("/wire/client/items?after=2", {
      "if-none-match": rest.headers.get("etag") ?? "",
    });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
    expect((await clientById(door.db, client.id))?.pulled?.number).toBe(4);
    const nitf = await client.read("/wire/client/items/1?format=nitf");
    expect(nitf.content).toContain("<nitf");
    for (const [path, status] of [
      ["/wire/client/items?after=5", 400],
      ["/wire/client/items?limit=0", 400],
      ["/wire/client/items?limit=5000", 400],
      ["/wire/client/items?format=pdf", 400],
      ["/wire/client/items/9", 404],
      ["/wire/client/items/3000000000", 404],
      ["/wire/client/items/99999999999999999999", 404],
    ] as const)
      expect([path, (await client.ask(path)).status]).toEqual([path, status]);
    expect((await client.acknowledge(3_000_000_000)).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: who may have copy under embargo has it with the embargo as data, everybody else at its hour`, async () => {
    await using door = await openDoor(engine, { network });
    const [may, others] = [await clientWith(door, { takesEmbargoed: true }), await clientWith(door)];
    await hook(door, may.id, "ahead");
    const id = await draft(door, "Harbour budget", "12:01:00");
    await schedule(door, id, { publishAt: at("14:00:00"), ahead: true, time: "12:02:00" });
    const [first] = (await may.read("/wire/client/items")).items;
    expect(first).toMatchObject({ sequence: 1, kind: "story", version: 1, embargo: "2026-11-20T14:00:00.000Z" });
    expect(first.content).toMatchObject({
      embargoedUntil: "2026-11-20T14:00:00.000Z",
      pubStatus: "usable",
      version: "1",
    });
    expect(first.content.altIds).toBeUndefined();
    const inFormat = async (format: string) => (await may.read(`/wire/client/items/1?format=${format}`)).content;
    expect((await inFormat("ninjs-2")).embargoed).toBe("2026-11-20T14:00:00.000Z");
    expect(await inFormat("newsml-g2")).toContain("<embargoed>2026-11-20T14:00:00.000Z</embargoed>");
    expect(await inFormat("nitf")).toMatch(
      /management-status="embargoed"[\s\S]*<date.release norm="20261120T140000Z"\/>/,
    );
    for (const format of ["text", "markdown"]) expect(await inFormat(format)).toContain("2026-11-20T14:00:00.000Z");
    expect(got.map(({ body }) => JSON.parse(body).embargo)).toEqual(["2026-11-20T14:00:00.000Z"]);
    // Nobody else hears of it: not the other client, no page, no feed, no format at a public address.
    expect((await others.read("/wire/client/items")).items).toEqual([]);
    for (const path of ["/en/harbour-budget", `/wire/stories/${id}/ninjs.json`, `/wire/stories/${id}/story.txt`])
      expect([path, (await door.get(path)).status]).toEqual([path, 404]);
    expect(await door.text("/en/feed.xml")).not.toContain("Harbour budget");
    // Another hour is another version for those who have it.
    await schedule(door, id, { publishAt: at("15:00:00"), ahead: true, time: "12:03:00" });
    const second = await may.read("/wire/client/items?after=1");
    expect(second.items.map(line)).toEqual(["2 update"]);
    expect(second.items[0].embargo).toBe("2026-11-20T15:00:00.000Z");
    door.setNow("2026-11-20T15:00:00Z");
    await door.doJobs();
    // At its hour it comes to the others; who had it has it, and no embargo stands in it any more.
    expect((await others.read("/wire/client/items")).items.map(line)).toEqual(["1 story"]);
    const after = await may.read("/wire/client/items");
    expect(after.items.map(line)).toEqual(["1 story replaced", "2 update"]);
    expect([after.last, after.items[1].embargo, after.items[1].content.embargoedUntil]).toEqual([2, null, undefined]);
    await kill(door, id, "15:10:00");
    expect((await may.read("/wire/client/items?after=2")).items.map(line)).toEqual(["3 kill"]);
    expect((await others.read("/wire/client/items?after=1")).items.map(line)).toEqual(["2 kill"]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what was sent ahead and does not come out is taken back from those who have it, and from nobody else`, async () => {
    await using door = await openDoor(engine, { network });
    const [may, others] = [await clientWith(door, { takesEmbargoed: true }), await clientWith(door)];
    const id = await draft(door, "Harbour budget", "12:01:00");
    await schedule(door, id, { publishAt: at("14:00:00"), ahead: true, time: "12:02:00" });
    // It hears of what it has, whatever it may have by then.
    const said = { ...EVERYTHING, takesEmbargoed: false };
    const known = await clientById(door.db, may.id);
    if (!known) throw new Error("no client");
    await changeClient(door.db, { id: may.id, said, from: markOfClient(known), by: BY, at: at("12:03:00") });
    const move = async (move: "unschedule" | "spike", time: string) => {
      door.setNow(at(time).toISOString());
      await moveArticle(door.db, { articleId: id, move, by: door.as("editor").staff, at: at(time) });
      await door.doJobs();
    };
    await move("unschedule", "12:04:00");
    const taken = await may.read("/wire/client/items");
    expect(taken.items.map(line)).toEqual(["1 story replaced", "2 withdrawal"]);
    expect(taken.notices.map(line)).toEqual(["2 withdrawal"]);
    expect(taken.items[1]).toMatchObject({ urgent: true, headline: null, content: { pubStatus: "withheld" } });
    expect(JSON.stringify(taken)).not.toContain("Harbour budget");
    // Sent ahead once more and put aside: never to be used.
    await schedule(door, id, { publishAt: at("14:00:00"), ahead: true, time: "12:05:00" });
    await move("spike", "12:06:00");
    const last = await may.read("/wire/client/items?after=2");
    expect(last.items.map(line)).toEqual(["3 update replaced", "4 kill"]);
    expect((await others.read("/wire/client/items")).items).toEqual([]);
    // Scheduled without being sent ahead it is the desk's alone, until its hour.
    const quiet = await draft(door, "Quiet plan", "12:07:00");
    await schedule(door, quiet, { publishAt: at("13:00:00"), time: "12:08:00" });
    expect((await may.read("/wire/client/items?after=4")).items).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a token is kept as its digest alone, opens what it names, and nothing once it is revoked or its account closed`, async () => {
    await using door = await openDoor(engine);
    const client = await clientWith(door);
    const rows = await door.db.selectFrom("wire_token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(client.token);
    expect((await door.get("/wire/client")).status).toBe(401);
    expect((await door.get("/wire/client", { authorization: "Bearer dateline_guess" })).status).toBe(401);
    expect((await client.ask("/wire/client")).status).toBe(200);
    const other = await clientWith(door, {}, ["articles"]);
    expect((await other.ask("/wire/client")).status).toBe(403);
    const [token] = await tokensOf(door.db, client.id);
    await revokeToken(door.db, { clientId: client.id, id: token?.id ?? "", by: BY, at: at("12:01:00") });
    expect((await client.ask("/wire/client")).status).toBe(401);
    const third = await clientWith(door);
    await closeClient(door.db, { id: third.id, by: BY, at: at("12:01:00") });
    expect((await third.ask("/wire/client")).status).toBe(401);
    const acts = await door.db.selectFrom("audit").select(["act", "detail"]).where("act", "like", "client.%").execute();
    expect(acts.map(({ act }) => act).toSorted()).toEqual(
      ["add", "add", "add", "close", "revoke", "token", "token", "token"].map((act) => `client.${act}`),
    );
    expect(JSON.stringify(acts)).not.toContain(client.token);
  });

  test(`${engine}: who asks too often is told when to ask again, and others are not kept waiting`, async () => {
    await using door = await openDoor(engine);
    const [client, other] = [await clientWith(door), await clientWith(door)];
    const statuses = new Set<number>();
    for (let time = 0; time < 120; time++) statuses.add((await client.ask("/wire/client")).status);
    expect([...statuses]).toEqual([200]);
    const refused = await client.ask("/wire/client");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await other.ask("/wire/client")).status).toBe(200);
    door.setNow("2026-11-20T12:01:01Z");
    expect((await client.ask("/wire/client")).status).toBe(200);
  });

  test(`${engine}: filters choose by edition and by whole words, and who was sent a story hears what becomes of it`, async () => {
    await using door = await openDoor(engine);
    const ferries = await clientWith(door, { keywords: ["Ferry", "north strait"] });
    const nobody = await clientWith(door, { editions: ["ru"] });
    const id = await publish(door, "Ferry stands still", "12:01:00");
    await publish(door, "Ferryman rests", "12:02:00");
    await publish(door, "Talks end", "12:03:00", "They met on the north\nstrait.");
    expect((await ferries.read("/wire/client/items")).items.map(line)).toEqual(["1 story", "2 story"]);
    expect((await nobody.read("/wire/client/items")).items).toEqual([]);
    const before = await clientById(door.db, ferries.id);
    if (!before) throw new Error("no client");
    await changeClient(door.db, {
      id: ferries.id,
      said: { ...EVERYTHING, keywords: ["nothing of the kind"] },
      from: markOfClient(before),
      by: BY,
      at: at("12:04:00"),
    });
    await kill(door, id, "12:05:00");
    expect((await ferries.read("/wire/client/items?after=2")).items.map(line)).toEqual(["3 kill"]);
    expect((await nobody.read("/wire/client/items")).items).toEqual([]);
  });

  test(`${engine}: a program is told in its own format what is not there, how an address is asked, and what is too large`, async () => {
    await using door = await openDoor(engine);
    const client = await clientWith(door);
    const told = async (method: string, path: string, body?: string) => {
      const headers = { authorization: `Bearer ${client.token}` };
      const answer = await door.request(
        new Request(`http://localhost${path}`, { method, headers, body: body ?? null }),
      );
      const type = answer.headers.get("content-type");
      expect([path, type]).toEqual([path, "application/problem+json"]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      const { status, detail }: { status: number; detail: string } = await answer.json();
      expect(status).toBe(answer.status);
      expect(detail).toMatch(/^[A-Z].*\.$/);
      return [answer.status, answer.headers.get("allow")];
    };
    const none = ["/wire/client/nothing", "/wire/client/items/1/2", "/wire/client/replies", "/wire/api"];
    for (const path of [...none, "/wire/api/nothing", "/wire/api/history", "/wire/api/%ff"])
      for (const method of ["GET", "POST", "DELETE"]) expect(await told(method, path)).toEqual([404, null]);
    for (const path of ["/wire/client", "/wire/client/items/1", "/wire/api/articles", "/wire/api/openapi.json"])
      for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
        expect(await told(method, path)).toEqual([405, "GET, HEAD"]);
    expect(await told("GET", "/wire/client/acknowledge")).toEqual([405, "POST"]);
    expect(await told("POST", "/wire/client/acknowledge", "{}")).toEqual([400, null]);
    expect(await told("POST", "/wire/client/acknowledge", " ".repeat(10_001))).toEqual([413, null]);
    const head = await door.request(new Request("http://localhost/wire/api/nothing", { method: "HEAD" }));
    expect([head.status, await head.text()]).toEqual([404, ""]);
    // What readers ask for is a page, and a slash too many leads on.
    expect((await door.get("/wire/clientele")).headers.get("content-type")).toStartWith("text/html");
    expect((await client.ask("/wire/client/")).headers.get("location")).toBe("/wire/client");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a kill reaches who was away before the story it kills, and is escalated until it is acknowledged`, async () => {
    await using door = await openDoor(engine);
    const client = await clientWith(door);
    const id = await publish(door, "Not so at all", "12:01:00", "Words nobody may print.");
    await publish(door, "Another", "12:02:00");
    await kill(door, id, "12:03:00");
    const page = await client.read("/wire/client/items");
    // First what takes a text back; and the text itself never comes.
    expect(page.notices.map(line)).toEqual(["3 kill"]);
    expect(page.notices[0]).toMatchObject({ urgent: true, content: { pubStatus: "canceled" } });
    expect(page.notices[0].acknowledge).toMatchObject({ by: "2026-11-20T13:03:00.000Z", at: null });
    expect(page.items.map(line)).toEqual(["1 story replaced", "2 story", "3 kill"]);
    expect(JSON.stringify(page)).not.toContain("Words nobody may print");
    expect(JSON.stringify(page)).not.toContain("Not so at all");
    door.setNow("2026-11-20T13:02:59Z");
    await door.doJobs();
    expect(await overdueNotices(door.db, at("13:02:59"))).toEqual([]);
    door.setNow("2026-11-20T13:03:01Z");
    await door.doJobs();
    expect(
      (await overdueNotices(door.db, at("13:03:01"))).map(({ number, clientName }) => [number, clientName]),
    ).toEqual([[3, "The Harbour Post"]]);
    expect(await door.db.selectFrom("audit").select("act").where("act", "=", "client.unread").execute()).toHaveLength(
      1,
    );
    expect((await client.acknowledge(2)).status).toBe(404);
    expect((await client.acknowledge(3)).status).toBe(200);
    expect((await client.acknowledge(3)).status).toBe(200);
    expect(await overdueNotices(door.db, at("13:04:00"))).toEqual([]);
    expect((await client.read("/wire/client/items?after=2")).notices).toEqual([]);
    const [row] = await door.db
      .selectFrom("wire_delivery")
      .select(["acknowledged_how", "escalated_at"])
      .where("number", "=", 3)
      .execute();
    expect(row).toEqual({ acknowledged_how: "endpoint", escalated_at: "2026-11-20T13:03:01.000Z" });
  });

  test(`${engine}: a webhook is signed by the standard, comes once and in order, and a kill overtakes what waits`, async () => {
    await using door = await openDoor(engine, { network });
    const client = await clientWith(door);
    const { secret } = await hook(door, client.id, "hook");
    expect(JSON.stringify(await door.db.selectFrom("client_channel").selectAll().execute())).not.toContain(
      secret ?? "?",
    );
    const id = await publish(door, "First", "12:01:00");
    const [only, ...others] = got;
    expect(others).toEqual([]);
    const headers = Object.fromEntries(
      Object.entries(only?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    // Somebody else's reading of the standard. It asks for a time near its own, which is not this test's.
    const checked = new Webhook(secret ?? "");
    const stamp = new Date(Number(headers["webhook-timestamp"]) * 1000);
    expect(checked.sign(headers["webhook-id"] ?? "", stamp, only?.body ?? "")).toBe(headers["webhook-signature"] ?? "");
    expect(headers).toMatchObject({ "webhook-id": `${client.id}.1`, "idempotency-key": `${client.id}.1` });
    expect(Math.abs(stamp.getTime() - at("12:01:00").getTime())).toBeLessThan(60_000);
    answers.set("/hook", 500);
    const second = await publish(door, "Second", "12:02:00", "Secret words.");
    await publish(door, "Third", "12:02:10");
    const failed = got.length;
    expect(failed).toBe(2);
    answers.clear();
    await kill(door, second, "12:02:20");
    const bodies: Item[] = got.slice(failed).map(({ body }) => JSON.parse(body));
    expect(bodies.map(line)).toEqual(["4 kill", "2 story replaced", "3 story"]);
    expect(JSON.stringify(bodies)).not.toContain("Secret words");
    const [channel] = await channelsOf(door.db, client.id);
    expect(channel).toMatchObject({ doneNumber: 4, failures: 0, pausedAt: null });
    door.setNow("2026-11-20T12:30:00Z");
    await door.doJobs();
    expect(got.length).toBe(failed + 3);
    await resend(door.db, { channelId: channel?.id ?? "", after: 2, by: BY, at: at("12:31:00") });
    door.setNow("2026-11-20T12:31:00Z");
    await door.doJobs();
    const replayed: Item[] = got.slice(failed + 3).map(({ body }) => JSON.parse(body));
    expect(replayed.map(line)).toEqual(["4 kill", "3 story"]);
    expect(id).not.toBe(second);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: an endpoint that is dead is tried later and later, then paused and told of; none inside a private network is reached`, async () => {
    await using door = await openDoor(engine, { network });
    const client = await clientWith(door);
    await hook(door, client.id, "dead");
    answers.set("/dead", 503);
    await publish(door, "First", "12:01:00");
    const dues: (string | null)[] = [];
    for (let time = 0; time < 12; time++) {
      const row = await door.db.selectFrom("client_channel").select(["due_at", "failures"]).executeTakeFirstOrThrow();
      dues.push(row.due_at);
      if (row.due_at === null) break;
      door.setNow(new Date(new Date(row.due_at).getTime() + 1000).toISOString());
      await door.doJobs();
    }
    expect(got.length).toBe(10);
    expect(dues.at(-1)).toBe(null);
    const minutes = dues
      .slice(0, 3)
      .map((due) => Math.round((Date.parse(due ?? "") - at("12:01:00").getTime()) / 60_000));
    expect(minutes).toEqual([1, 4, 13]);
    expect((await pausedChannels(door.db)).map(({ clientName, lastError }) => [clientName, lastError])).toEqual([
      ["The Harbour Post", "status 503"],
    ]);
    answers.clear();
    await publish(door, "Second", "23:00:00");
    expect(got.length).toBe(10);
    const [channel] = await channelsOf(door.db, client.id);
    await resend(door.db, { channelId: channel?.id ?? "", by: BY, at: at("23:01:00") });
    door.setNow("2026-11-20T23:01:00Z");
    await door.doJobs();
    expect(got.slice(10).map(({ body }) => line(JSON.parse(body)))).toEqual(["1 story", "2 story"]);
    const inside = await clientWith(door);
    const key = await keyIn(join(door.store.data, "keys"), "wire");
    const address = `http://desk.internal:${port}/in`;
    const kept = { clientId: inside.id, kind: "webhook", address, format: "text", key, by: BY } as const;
    await addChannel(door.db, { ...kept, at: at("23:02:00") });
    await publish(door, "Third", "23:03:00");
    expect(got.some(({ path }) => path === "/in")).toBe(false);
    expect((await channelsOf(door.db, inside.id))[0]?.lastError).toBe("not-public");
  });
}
