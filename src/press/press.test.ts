import { expect, test } from "bun:test";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import { openPress, type PressOptions } from "./press.ts";

const STORY = "The ferries stand still. ".repeat(100);
const WORDS =
  "the quay and who a ferry waits nobody by night we were told price boats asked again which harbour of".split(" ");
/** No two of its lines are the same, as with people. */
const TALK = Array.from({ length: 300 }, (_, line) => {
  const words = Array.from(
    { length: 12 },
    (_, at) => WORDS[(line * line + at * at * 7 + line * at * 3) % WORDS.length],
  );
  return `<li class="reply"><p>${words.join(" ")}.</p></li>`;
}).join("\n");
const UNPACKED = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };

/** A press over one printer that counts its printings, with a clock of its own. */
function pressOf(options: Partial<PressOptions> = {}) {
  let ms = Date.parse("2026-03-02T09:00:00Z");
  let printings = 0;
  let text = STORY;
  let gate: Promise<void> | undefined;
  const press = openPress({
    async print(request) {
      printings += 1;
      const printedNow = text;
      await gate;
      const headers = new Headers({ "content-type": "text/html; charset=utf-8" });
      dependsOn(headers, [`page:${new URL(request.url).pathname}`, "front:en"]);
      return new Response(printedNow, { headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date(ms),
    ...options,
  });
  return {
    press,
    get: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      press.serve(new Request(`http://localhost${path}`, { headers, method })),
    printings: () => printings,
    write: (now: string) => {
      text = now;
    },
    later: (by: number) => {
      ms += by;
    },
    holdBack: (until: Promise<void> | undefined) => {
      gate = until;
    },
  };
}

test("a page is printed once however many ask, together or one after another", async () => {
  const { get, printings } = pressOf();
  await Promise.all(Array.from({ length: 50 }, () => get("/en/ferry-strike")));
  await get("/en/ferry-strike");
  expect(printings()).toBe(1);
});

test("a page whose topic moved is printed again, another page is not", async () => {
  const { press, get, printings, write } = pressOf();
  await get("/en/ferry-strike");
  await get("/en/budget-vote");
  write("The ferries sail again.");
  press.moved(["page:/en/ferry-strike"]);
  expect(await (await get("/en/ferry-strike")).text()).toBe("The ferries sail again.");
  await get("/en/budget-vote");
  expect(printings()).toBe(3);
});

test("while a page is printed again readers get the last good copy, for at most a second", async () => {
  const { press, get, write, later, holdBack } = pressOf();
  await get("/en/ferry-strike");
  write("New.");
  press.moved(["page:/en/ferry-strike"]);
  const { promise, resolve } = Promise.withResolvers<void>();
  holdBack(promise);
  const first = get("/en/ferry-strike");
  expect(await (await get("/en/ferry-strike")).text()).toBe(STORY);
  later(1_000);
  const late = get("/en/ferry-strike");
  resolve();
  expect(await (await first).text()).toBe("New.");
  expect(await (await late).text()).toBe("New.");
});

test("a page that moved while it was printed is not kept as if it were new", async () => {
  const { press, get, write, holdBack } = pressOf();
  const { promise, resolve } = Promise.withResolvers<void>();
  holdBack(promise);
  const early = get("/en/ferry-strike");
  write("New.");
  press.moved(["page:/en/ferry-strike"]);
  resolve();
  expect(await (await early).text()).toBe("New.");
  expect(await (await get("/en/ferry-strike")).text()).toBe("New.");
});

test("a page that names a topic called back is shown to nobody while a new one is printed", async () => {
  const { press, get, write, holdBack } = pressOf();
  await get("/en/ferry-strike");
  await get("/en/budget-vote");
  write("Gone.");
  press.moved(["page:/en/ferry-strike"], ["page:/en/ferry-strike"]);
  const { promise, resolve } = Promise.withResolvers<void>();
  holdBack(promise);
  const readers = Array.from({ length: 5 }, () => get("/en/ferry-strike"));
  resolve();
  for (const reader of readers) expect(await (await reader).text()).toBe("Gone.");
  expect(await (await get("/en/budget-vote")).text()).toBe(STORY);
});

test("what was being printed when it was called back is thrown away, however often that happens", async () => {
  let calledBack = 0;
  const press = openPress({
    async print() {
      const headers = new Headers();
      dependsOn(headers, ["page"]);
      const text = `printed ${calledBack} times before`;
      if (calledBack < 10) {
        calledBack += 1;
        press.moved(["page"], ["page"]);
      }
      return new Response(text, { headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date(),
  });
  const response = await press.serve(new Request("http://localhost/en/"));
  expect(await response.text()).toBe("printed 10 times before");
});

test("who asks after a move never gets what was begun before it, nor waits for ever when moves do not end", async () => {
  const { press, get, write, printings, holdBack } = pressOf();
  const { promise, resolve } = Promise.withResolvers<void>();
  holdBack(promise);
  const early = get("/en/ferry-strike");
  write("New.");
  press.moved(["front:en"]);
  const late = get("/en/ferry-strike");
  resolve();
  expect(await (await early).text()).toBe("New.");
  expect(await (await late).text()).toBe("New.");
  expect(printings()).toBe(2);
});

test("a copy that has been old for an hour is nobody's last good one", async () => {
  const { press, get, write, later, holdBack } = pressOf();
  await get("/en/ferry-strike");
  write("New.");
  press.moved(["front:en"]);
  later(3_600_000);
  const { promise, resolve } = Promise.withResolvers<void>();
  holdBack(promise);
  const readers = [get("/en/ferry-strike"), get("/en/ferry-strike")];
  resolve();
  for (const reader of readers) expect(await (await reader).text()).toBe("New.");
});

test("only what stands here under the very letters of its address is answered at once", async () => {
  const { press, get, later } = pressOf();
  const atOnce = (path: string, method = "GET") => press.kept(new Request(`http://localhost${path}`, { method }));
  expect(atOnce("/en/ferry-strike")).toBeUndefined();
  await get("/en/ferry-strike");
  expect(await atOnce("/en/ferry-strike")?.text()).toBe(STORY);
  expect(atOnce("/en/ferry-strike", "HEAD")?.headers.get("content-length")).toBe(String(STORY.length));
  for (const path of ["/en/ferry-strike?utm=1", "/en/ferry%2Dstrike"]) expect(atOnce(path)).toBeUndefined();
  expect(atOnce("/en/ferry-strike", "POST")).toBeUndefined();
  press.moved(["front:en"]);
  later(1);
  expect(atOnce("/en/ferry-strike")).toBeUndefined();
});

test("each reader gets the encoding asked for, the same bytes within", async () => {
  const { get } = pressOf();
  const plain = await get("/en/ferry-strike");
  const gzip = await get("/en/ferry-strike", { "accept-encoding": "gzip, deflate" });
  const br = await get("/en/ferry-strike", { "accept-encoding": "gzip;q=0.8, br" });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(gzip.headers.get("content-encoding")).toBe("gzip");
  expect(br.headers.get("content-encoding")).toBe("br");
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(STORY);
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(STORY);
  expect(br.headers.get("vary")).toBe("accept-encoding");
  const zstd = await get("/en/ferry-strike", { "accept-encoding": "gzip, zstd" });
  expect(zstd.headers.get("content-encoding")).toBe("zstd");
  expect(zstdDecompressSync(await zstd.arrayBuffer()).toString()).toBe(STORY);
  const refused = await get("/en/ferry-strike", { "accept-encoding": "br;q=0, gzip;q=0" });
  expect(refused.headers.get("content-encoding")).toBeNull();
});

test("a reader who has the page already gets 304 and no bytes, in any encoding", async () => {
  const { get } = pressOf();
  const etag = (await get("/en/ferry-strike", { "accept-encoding": "br" })).headers.get("etag") ?? "";
  const again = await get("/en/ferry-strike", { "accept-encoding": "br", "if-none-match": `"other", W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get("etag")).toBe(etag);
  expect(await again.text()).toBe("");
  expect((await get("/en/ferry-strike", { "if-none-match": '"other"' })).status).toBe(200);
});

test("a page that is printed again and again is packed quickly, and closely once it has stood, each under a tag of its own", async () => {
  for (const encoding of ["gzip", "br", "zstd"] as const) {
    const { press, get, write, later } = pressOf();
    const ask = (more: Record<string, string> = {}) =>
      get("/en/ferry-strike", { "accept-encoding": encoding, ...more });
    const tagOf = (answer: Response) => answer.headers.get("etag") ?? "";
    const printAgain = () => {
      write(TALK);
      press.moved(["page:/en/ferry-strike"]);
    };
    expect(tagOf(await ask())).toEndWith(`-${encoding}"`);
    later(1_000);
    printAgain();
    const hurried = await ask();
    expect(tagOf(hurried)).toEndWith(`-${encoding}-quickly"`);
    later(4_999);
    expect(tagOf(await ask())).toBe(tagOf(hurried));
    const { bytes } = press.size();

    later(1);
    const settled = await ask();
    expect(tagOf(settled)).toBe(tagOf(hurried).replace("-quickly", ""));
    const [quick, close] = [await hurried.bytes(), await settled.bytes()];
    expect(close.byteLength).toBeLessThan(quick.byteLength);
    expect(press.size().bytes).toBe(bytes - quick.byteLength + close.byteLength);
    expect([UNPACKED[encoding](quick).toString(), UNPACKED[encoding](close).toString()]).toEqual([TALK, TALK]);

    // Whoever holds either copy has the page, and is told which of them is meant.
    for (const tag of [tagOf(hurried), tagOf(settled)]) {
      const again = await ask({ "if-none-match": tag });
      expect({ status: again.status, tag: tagOf(again) }).toEqual({ status: 304, tag });
    }
    later(1_000);
    printAgain();
    expect(tagOf(await ask())).not.toContain("quickly");
  }
});

test("HEAD has the headers of the page and no bytes", async () => {
  const { get } = pressOf();
  const head = await get("/en/ferry-strike", {}, "HEAD");
  expect(head.headers.get("content-length")).toBe(String(STORY.length));
  expect(await head.text()).toBe("");
});

test("the least read pages go when the budget is full", async () => {
  const { press, get, printings } = pressOf({ budgetBytes: 12_000 });
  for (const path of ["/a", "/b", "/a", "/c", "/d", "/a"]) await get(path);
  expect(press.size().bytes).toBeLessThanOrEqual(12_000);
  const before = printings();
  await get("/a");
  expect(printings()).toBe(before);
  await get("/b");
  expect(printings()).toBe(before + 1);
});

test("what is not found has a small shelf of its own and drives no page out", async () => {
  const press = openPress({
    async print(request) {
      const headers = new Headers();
      dependsOn(headers, ["front:en"]);
      const isThere = new URL(request.url).pathname === "/there";
      return new Response(STORY, { status: isThere ? 200 : 404, headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date(),
    budgetBytes: 100_000,
    smallBudgetBytes: 8_000,
  });
  const get = (path: string) => press.serve(new Request(`http://localhost${path}`));
  await get("/there");
  for (let number = 0; number < 100; number++) await get(`/made-up-${number}`);
  expect(press.size().bytes).toBeLessThan(20_000);
});

test("a page that ends by the clock is printed again after its hour", async () => {
  let ms = Date.parse("2026-03-02T23:00:00Z");
  let printings = 0;
  const press = openPress({
    async print() {
      printings += 1;
      const headers = new Headers({ [KEPT_UNTIL_HEADER]: "2026-03-03T00:00:00.000Z" });
      dependsOn(headers, ["front:en"]);
      return new Response("x", { headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date(ms),
  });
  const get = () => press.serve(new Request("http://localhost/en/"));
  await get();
  await get();
  expect(printings).toBe(1);
  ms += 3_600_000;
  expect((await get()).headers.get(KEPT_UNTIL_HEADER)).toBeNull();
  expect(printings).toBe(2);
});

test("a page that broke is not kept, and its reader's neighbours are not kept waiting", async () => {
  let status = 500;
  const press = openPress({
    async print() {
      const headers = new Headers();
      dependsOn(headers, ["front:en"]);
      return new Response("x", { status, headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date(),
  });
  const get = () => press.serve(new Request("http://localhost/en/"));
  expect((await get()).status).toBe(500);
  status = 200;
  expect((await get()).status).toBe(200);
});

test("the names of topics stay inside", async () => {
  const { get } = pressOf();
  expect((await get("/en/ferry-strike")).headers.get("surrogate-key")).toBeNull();
});

test("while the store is away readers keep the last good copy, but not one that was called back or whose day is over", async () => {
  let isAway = false;
  const { press, get, later } = pressOf({
    async print(request) {
      if (isAway) return new Response("one moment", { status: 503 });
      const { pathname } = new URL(request.url);
      const headers = new Headers({ "content-type": "text/html" });
      if (pathname === "/en/today") headers.set(KEPT_UNTIL_HEADER, "2026-03-02T09:00:05Z");
      dependsOn(headers, [`page:${pathname}`]);
      return new Response(`printed ${pathname}`, { headers });
    },
  });
  const paths = ["/en/ferry-strike", "/en/killed", "/en/today", "/en/unmoved"];
  for (const path of paths) await get(path);
  isAway = true;
  press.moved(["page:/en/ferry-strike", "page:/en/killed", "page:/en/today"], ["page:/en/killed"]);
  later(6_000);
  const statuses = async () => Promise.all(paths.map(async (path) => (await get(path)).status));
  expect(await statuses()).toEqual([200, 503, 503, 200]);
  expect(await statuses()).toEqual([200, 503, 503, 200]);
  expect(await (await get("/en/ferry-strike")).text()).toBe("printed /en/ferry-strike");
  isAway = false;
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  const { printed } = press.counts();
  await get("/en/ferry-strike");
  expect(press.counts().printed).toBe(printed);
});
