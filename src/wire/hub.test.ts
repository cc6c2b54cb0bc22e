import { afterAll, beforeEach, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { changeDetails } from "#agency/articles/details.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { keepSubscription, markDue, nextTelling, noteTold, takeSubscribers } from "#agency/wire/subscriptions.ts";
import type { Network } from "#outside/fetch.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { proveWireOut } from "#test/proofs/wire-out.ts";

type Delivery = { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: string };

/** A server of subscribers: what each address does is its name. */
const asked: string[] = [];
const delivered: Delivery[] = [];
let hanging: ServerResponse[] = [];
let release = 0;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "", "http://subscriber.example");
  const kind = url.pathname.split("/")[1] ?? "";
  if (request.method === "GET") {
    asked.push(
      `${url.pathname} ${url.searchParams.get("hub.mode")} ${url.searchParams.get("hub.lease_seconds") ?? ""}`.trim(),
    );
    if (kind === "moved")
      response.writeHead(302, { location: `/yes?${url.searchParams}` }).end(url.searchParams.get("hub.challenge"));
    else if (kind === "no") response.writeHead(404).end("I never asked");
    else if (kind === "liar") response.writeHead(200).end("yes");
    else response.writeHead(200).end(url.searchParams.get("hub.challenge"));
    return;
  }
  const pieces: Buffer[] = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    if (kind === "hangs") hanging.push(response);
    else {
      delivered.push({ path: url.pathname, headers: request.headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(kind === "gone" ? 410 : kind === "broken" ? 500 : 204).end();
    }
    // Those that hang let go only when everybody else has been told: nobody can have waited for them.
    if (release > 0 && delivered.length >= release) for (const one of hanging) one.destroy();
  });
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  delivered.length = 0;
  hanging = [];
  release = 0;
});

const network: Network = {
  resolve: async (host) => (host === "subscriber.example" ? ["127.0.0.1"] : ["10.0.0.7"]),
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: (given) => given === "" || given === String(port),
};

const KEYS = { address: "an address key", index: "an index key", challenge: "a challenge key" };
const TOPIC = "https://strait.example/en/feed.xml";
const callback = (name: string) => `http://subscriber.example:${port}/${name}`;

function ask(door: Door, fields: Readonly<Record<string, string>>): Promise<Response> {
  const form = Object.entries(fields).map(([name, value]) => [`hub.${name}`, value]);
  return door.request(new Request("http://localhost/hub", { method: "POST", body: new URLSearchParams(form) }));
}

async function subscribe(door: Door, name: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const answer = await ask(door, { mode: "subscribe", topic: TOPIC, callback: callback(name), ...more });
  expect(answer.status).toBe(202);
}

async function publish(door: Door, headline: string, at: string): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  door.setNow(at);
  await takeIn(door.db, {
    text: `${headline}\n\nTALMIRA, 20 November 2026. Words.`,
    edition,
    publish: true,
    by: "the test",
    at: new Date(at),
  });
  const { id } = await door.db
    .selectFrom("article")
    .select("id")
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

async function sayTo(door: Door, articleId: string, text: string, at: Date): Promise<string> {
  const typed = { name: "Ada Reader", email: "", text, quote: "", kind: "reply", parent: "" } as const;
  const asked = { challenge: undefined, guestToken: undefined, keys: KEYS };
  const posted = await postReply(door.db, { articleId, ...typed, ...asked, at });
  if (!("replyId" in posted)) throw new Error("a reply is not taken");
  const hand = { to: "shown", reason: null, note: "", by: "the test", at } as const;
  await decideReplies(door.db, { ...hand, chosen: { ids: [posted.replyId] } });
  return posted.replyId;
}

for (const engine of engines) {
  test(`${engine}: a subscriber that says it means it is sent the whole feed, signed, until it wants no more`, async () => {
    await using door = await openDoor(engine, { network });
    const feed = await door.get("/en/feed.xml");
    expect(feed.headers.get("link")).toBe(`<https://strait.example/hub>; rel="hub", <${TOPIC}>; rel="self"`);
    expect(await feed.text()).toContain('href="https://strait.example/hub" rel="hub"');
    await subscribe(door, "yes", { secret: "between us", lease_seconds: "86400" });
    expect(await door.db.selectFrom("websub_subscription").select("id").execute()).toEqual([]);
    await door.doJobs();
    expect(asked).toEqual(["/yes subscribe 86400"]);
    await publish(door, "Ferries stand still", "2026-11-20T12:10:00Z");
    await door.doJobs();
    const [only, ...others] = delivered;
    expect(others).toEqual([]);
    expect(only?.body).toBe(await door.text("/en/feed.xml"));
    expect(only?.body).toContain("Ferries stand still");
    expect(only?.headers).toMatchObject({
      "content-type": "application/rss+xml; charset=utf-8",
      link: `<https://strait.example/hub>; rel="hub", <${TOPIC}>; rel="self"`,
      "x-hub-signature": `sha256=${createHmac("sha256", "between us")
        .update(only?.body ?? "")
        .digest("hex")}`,
    });
    const kill = await publish(door, "To be killed", "2026-11-20T12:20:00Z");
    await door.doJobs();
    await door.as("editor").get("/desk/");
    await moveArticle(door.db, {
      articleId: kill,
      move: "kill",
      by: door.as("editor").staff,
      note: "",
      at: new Date("2026-11-20T12:21:00Z"),
    });
    door.setNow("2026-11-20T12:21:00Z");
    await door.doJobs();
    expect(delivered.length).toBe(3);
    expect(delivered[2]?.body).not.toContain("To be killed");
    expect((await ask(door, { mode: "unsubscribe", topic: TOPIC, callback: callback("yes") })).status).toBe(202);
    await door.doJobs();
    await publish(door, "Nobody is told", "2026-11-20T12:30:00Z");
    await door.doJobs();
    expect(delivered.length).toBe(3);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: who follows the section a story has left is told once, and again when it is taken back`, async () => {
    await using door = await openDoor(engine, { network });
    const edition = await editionByCode(door.db, "en");
    for (const slug of ["world", "port"])
      await door.db
        .insertInto("section")
        .values({ id: slug, edition_id: edition?.id ?? "", slug, name: slug, position: 1 })
        .execute();
    const section = (slug: string) => `https://strait.example/en/sections/${slug}/feed.xml`;
    await subscribe(door, "yes", { topic: section("world") });
    await door.doJobs();
    const id = await publish(door, "Ferries stand still", "2026-11-20T12:10:00Z");
    const move = async (sectionId: string | null, at: string) => {
      door.setNow(at);
      await changeDetails(door.db, { articleId: id, details: { sectionId }, by: "the test", at: new Date(at) });
      await door.doJobs();
    };
    await move("world", "2026-11-20T12:11:00Z");
    expect(delivered.at(-1)?.body).toContain("Ferries stand still");
    const before = delivered.length;
    await move("port", "2026-11-20T12:12:00Z");
    expect(delivered.length).toBe(before + 1);
    expect(delivered.at(-1)?.body).not.toContain("Ferries stand still");
    // What becomes of it elsewhere is no news there.
    await move(null, "2026-11-20T12:13:00Z");
    expect(delivered.length).toBe(before + 1);
    await door.as("editor").get("/desk/");
    door.setNow("2026-11-20T12:14:00Z");
    const by = door.as("editor").staff;
    await moveArticle(door.db, { articleId: id, move: "kill", by, note: "", at: new Date("2026-11-20T12:14:00Z") });
    await door.doJobs();
    expect(delivered.length).toBe(before + 2);
    expect(delivered.at(-1)?.body).toContain(`urn:uuid:${id}`);
    expect(delivered.at(-1)?.body).not.toContain("Ferries stand still");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: of two requests the latest holds, whichever is confirmed first`, async () => {
    await using door = await openDoor(engine, { network });
    await subscribe(door, "yes", { secret: "the first", lease_seconds: "86400" });
    await subscribe(door, "yes", { secret: "the second", lease_seconds: "90000" });
    await door.doJobs();
    expect(asked).toEqual(["/yes subscribe 90000"]);
    const known = () =>
      door.db.selectFrom("websub_subscription").select(["secret", "lease_until"]).executeTakeFirstOrThrow();
    expect(await known()).toEqual({ secret: "the second", lease_until: "2026-11-21T13:00:00.000Z" });
    // One that was asked before and answered late changes nothing, nor does it bring back who wants no more.
    const at = new Date("2026-11-20T12:05:00Z");
    const early = {
      asked: { mode: "subscribe", topic: TOPIC, callback: callback("yes"), secret: "late", leaseSeconds: 86_400 },
      askedAt: "2026-11-20T11:59:00.000Z",
      at,
    } as const;
    await keepSubscription(door.db, early);
    expect((await known()).secret).toBe("the second");
    door.setNow("2026-11-20T12:10:00Z");
    expect((await ask(door, { mode: "unsubscribe", topic: TOPIC, callback: callback("yes") })).status).toBe(202);
    await door.doJobs();
    await keepSubscription(door.db, early);
    await publish(door, "Nobody is told", "2026-11-20T12:11:00Z");
    await door.doJobs();
    expect(delivered).toEqual([]);
    // Whoever changes their mind before they are asked is asked about the last of it.
    await subscribe(door, "yes");
    expect((await ask(door, { mode: "unsubscribe", topic: TOPIC, callback: callback("yes") })).status).toBe(202);
    asked.length = 0;
    await door.doJobs();
    expect(asked).toEqual(["/yes unsubscribe"]);
  });

  test(`${engine}: a callback that leads elsewhere has confirmed nothing, and a request without end is not read to its end`, async () => {
    await using door = await openDoor(engine, { network });
    await subscribe(door, "moved");
    await door.doJobs();
    expect(asked).toEqual(["/moved subscribe 864000"]);
    expect(await door.db.selectFrom("websub_subscription").select("id").execute()).toEqual([]);
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(reader) {
        pieces += 1;
        reader.enqueue(new TextEncoder().encode(`hub.secret=${"x".repeat(5_000)}&`));
        if (pieces === 1_000) reader.close();
      },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await door.request(new Request("http://localhost/hub", { method: "POST", headers, body }));
    expect([answer.status, await answer.text()]).toEqual([413, "A request to this hub has 10000 bytes at most.\n"]);
    expect(pieces).toBeLessThan(10);
  });

  test(`${engine}: who follows what is said to a story is told of it within a minute, and of nothing twice`, async () => {
    await using door = await openDoor(engine, { network });
    const id = await publish(door, "Ferries stand still", "2026-11-20T12:10:00Z");
    const topic = "https://strait.example/en/ferries-stand-still/replies/feed.xml";
    const feed = await door.get("/en/ferries-stand-still/replies/feed.xml");
    expect(feed.headers.get("link")).toContain('<https://strait.example/hub>; rel="hub"');
    await subscribe(door, "yes", { topic });
    await door.doJobs();
    const minute = async (at: string) => {
      door.setNow(at);
      await enqueue(door.db, "websub.replies", {}, new Date(at));
      await door.doJobs();
    };
    await minute("2026-11-20T12:11:00Z");
    expect(delivered).toEqual([]);
    const said = new Date("2026-11-20T12:11:30Z");
    const replyId = await sayTo(door, id, "They always do.", said);
    await minute("2026-11-20T12:12:00Z");
    expect(delivered.map(({ body }) => body.includes("They always do."))).toEqual([true]);
    await minute("2026-11-20T12:13:00Z");
    expect(delivered.length).toBe(1);
    const hand = { reason: "spam", note: "", by: "the test", at: said } as const;
    await decideReplies(door.db, { ...hand, chosen: { ids: [replyId] }, to: "refused" });
    await minute("2026-11-20T12:14:00Z");
    expect(delivered.map(({ body }) => body.includes("They always do."))).toEqual([true, false]);
    expect(delivered[1]?.body).toContain(`<guid isPermaLink="false">urn:uuid:${replyId}</guid>`);
    // The story has another address: who follows it by the former one is told on, of the feed they asked for.
    const moved = { slug: "ferries-stood-still" };
    await changeDetails(door.db, {
      articleId: id,
      details: moved,
      by: "the test",
      at: new Date("2026-11-20T12:15:00Z"),
    });
    await sayTo(door, id, "Until they sail.", new Date("2026-11-20T12:15:30Z"));
    await minute("2026-11-20T12:16:00Z");
    expect(delivered[2]?.body).toBe(await door.text("/en/ferries-stood-still/replies/feed.xml"));
    expect(delivered[2]?.body).toContain("Until they sail.");
    expect(delivered[2]?.headers["link"]).toContain(`<${topic}>; rel="self"`);
    await minute("2026-11-20T12:17:00Z");
    await sayTo(door, id, "Which they did.", new Date("2026-11-20T12:17:30Z"));
    await minute("2026-11-20T12:18:00Z");
    expect(delivered.length).toBe(4);
  });

  test(`${engine}: who lies about it, never asked for it, or is no public address gets nothing`, async () => {
    await using door = await openDoor(engine, { network });
    for (const name of ["liar", "no"]) await subscribe(door, name);
    const inside = await ask(door, { mode: "subscribe", topic: TOPIC, callback: `http://desk.internal:${port}/yes` });
    expect(inside.status).toBe(202);
    await door.doJobs();
    expect(asked.toSorted()).toEqual(["/liar subscribe 864000", "/no subscribe 864000"]);
    await publish(door, "Ferries stand still", "2026-11-20T12:10:00Z");
    await door.doJobs();
    expect(delivered).toEqual([]);
    const refused: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ["hub.mode", { mode: "steal", topic: TOPIC, callback: callback("yes") }],
      ["hub.topic", { mode: "subscribe", topic: "https://strait.example/en/", callback: callback("yes") }],
      ["hub.topic", { mode: "subscribe", topic: "https://elsewhere.example/en/feed.xml", callback: callback("yes") }],
      ["hub.callback", { mode: "subscribe", topic: TOPIC, callback: "javascript:alert(1)" }],
      ["hub.callback", { mode: "subscribe", topic: TOPIC, callback: "" }],
      ["hub.secret", { mode: "subscribe", topic: TOPIC, callback: callback("yes"), secret: "x".repeat(200) }],
      ["hub.lease_seconds", { mode: "subscribe", topic: TOPIC, callback: callback("yes"), lease_seconds: "-1" }],
    ];
    for (const [word, fields] of refused) {
      const answer = await ask(door, fields);
      expect([word, answer.status, (await answer.text()).startsWith(word)]).toEqual([word, 400, true]);
    }
    expect((await door.request(new Request("http://localhost/hub", { method: "POST", body: "x" }))).status).toBe(400);
    expect((await ask(door, { mode: "publish", url: TOPIC })).status).toBe(204);
  });

  test(`${engine}: nobody waits for those that hang, who fails is tried again later, and who is gone is forgotten`, async () => {
    await using door = await openDoor(engine, { network });
    const good = Array.from({ length: 36 }, (_, at) => `yes/${at}`);
    for (const name of [...good, "hangs/1", "hangs/2", "hangs/3", "hangs/4", "broken", "gone"])
      await subscribe(door, name);
    await door.doJobs();
    expect(asked.length).toBe(42);
    await publish(door, "Ferries stand still", "2026-11-20T12:10:00Z");
    release = good.length + 2;
    await door.doJobs();
    expect(hanging.length).toBe(4);
    expect(new Set(delivered.map(({ path }) => path)).size).toBe(release);
    const rows = await door.db
      .selectFrom("websub_subscription")
      .select(["callback", "failures", "due_at"])
      .where("failures", ">", 0)
      .execute();
    expect(rows.map((row) => row.callback).toSorted()).toEqual(
      ["broken", "hangs/1", "hangs/2", "hangs/3", "hangs/4"].map(callback).toSorted(),
    );
    // A minute after the try, which those that hang made last for seconds.
    for (const { due_at } of rows) expect(due_at).toStartWith("2026-11-20T12:11:0");
    expect(
      await door.db.selectFrom("websub_subscription").select("id").where("callback", "=", callback("gone")).execute(),
    ).toEqual([]);
    const before = delivered.length;
    release = 1;
    door.setNow("2026-11-20T12:11:30Z");
    await door.doJobs();
    // The good ones are not told twice of the same.
    expect(delivered.slice(before).map(({ path }) => path)).toEqual(["/broken"]);
    const [again] = await door.db
      .selectFrom("websub_subscription")
      .select("due_at")
      .where("callback", "=", callback("broken"))
      .execute();
    expect(again?.due_at).toStartWith("2026-11-20T12:14:3");
  });

  test(`${engine}: who is being told is told once more of what comes out meanwhile, and of nothing twice`, async () => {
    await using door = await openDoor(engine, { network });
    await subscribe(door, "yes");
    await door.doJobs();
    const at = new Date("2026-11-20T12:10:00Z");
    const later = new Date("2026-11-20T12:12:00Z");
    const room = { most: 10, failing: 10, ofAHost: 10, busy: new Map() };
    await markDue(door.db, { topics: [TOPIC], at });
    const [one, ...others] = await takeSubscribers(door.db, { at, room });
    if (!one) throw new Error("nobody is to be told");
    expect(others).toEqual([]);
    expect(await takeSubscribers(door.db, { at, room })).toEqual([]);
    await markDue(door.db, { topics: [TOPIC], at });
    expect(await takeSubscribers(door.db, { at, room })).toEqual([]);
    await noteTold(door.db, { subscriber: one, told: "told", at });
    expect((await takeSubscribers(door.db, { at, room })).length).toBe(1);
    // Whoever held it was killed.
    expect(await nextTelling(door.db)).toEqual(new Date("2026-11-20T12:11:00Z"));
    expect((await takeSubscribers(door.db, { at: later, room })).length).toBe(1);
    await noteTold(door.db, { subscriber: one, told: "told", at: later });
    expect([await takeSubscribers(door.db, { at: later, room }), await nextTelling(door.db)]).toEqual([[], undefined]);
    const full = new Map([[new URL(callback("")).host, 10]]);
    await markDue(door.db, { topics: [TOPIC], at: later });
    expect(await takeSubscribers(door.db, { at: later, room: { ...room, busy: full } })).toEqual([]);
  });

  test(`${engine}: a lease ends, and hubs of others hear of every feed a story stands in`, async () => {
    await using door = await openDoor(engine, { network });
    await subscribe(door, "yes", { lease_seconds: "3600" });
    await door.doJobs();
    await setSetting(door.db, { key: "websub.hubs", value: callback("other-hub") });
    await publish(door, "After the lease", "2026-11-20T14:00:00Z");
    await door.doJobs();
    expect(delivered.map(({ path }) => path)).toEqual(["/other-hub"]);
    const told = new URLSearchParams(delivered[0]?.body);
    expect(told.get("hub.mode")).toBe("publish");
    expect(told.getAll("hub.url")).toContain(TOPIC);
    expect(await door.text("/en/atom.xml")).toContain(`href="${callback("other-hub")}"`);
  });

  test(`${engine}: of many subscribers those that do not hang have it signed and whole, and those that lied have nothing`, async () => {
    const sizes = { subscribers: 60, hanging: 10, liars: 5 };
    expect(await proveWireOut(engine, sizes)).toMatchObject(sizes);
  });
}
