import { expect, test } from "bun:test";
import { formOf, sentIn } from "#lib/form.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { openWeb } from "./web.ts";

const AWAY = new Error("nobody listens there");
const LEAF_BYTES = 100_000;

/** Random, so that no copy of it is small. */
const leaf = () => Buffer.from(crypto.getRandomValues(new Uint8Array(LEAF_BYTES / 2))).toString("hex");

function webOf(...routes: Route[]) {
  const told: unknown[] = [];
  const notFound = async () => {
    const headers = new Headers({ "content-type": "text/plain", [KEPT_UNTIL_HEADER]: "2026-03-03T00:00:00Z" });
    dependsOn(headers, ["front:en"]);
    return new Response("nothing here", { status: 404, headers });
  };
  const web = openWeb({
    routes,
    notFound,
    broken: (_, reference) => new Response(`broken ${reference}`, { status: 500 }),
    waiting: (_, why, sent) => Response.json({ why, sent }, { status: 503 }),
    isAway: (cause) => cause === AWAY,
    now: () => new Date("2026-03-02T09:00:00Z"),
    told: (_reference, _request, cause) => told.push(cause),
  });
  const ask = (path: string, method = "GET") => web.fetch(new Request(`http://localhost${path}`, { method }));
  return { web, told, ask };
}

const list: Route = {
  method: "GET",
  address: "/{edition}/list",
  parameters: ["before"],
  kept: "pages",
  async answer() {
    const headers = new Headers({ "content-type": "text/plain" });
    dependsOn(headers, ["front:en"]);
    return new Response(leaf(), { headers });
  },
};

test("places in a list that readers make up do not push pages out", async () => {
  const { web, ask } = webOf(list);
  const first = await (await ask("/en/list")).text();
  for (let place = 0; place < 100; place += 1) await ask(`/en/list?before=${place}`);
  expect(web.press.size().bytes).toBeLessThan(5 * 1024 * 1024);
  expect(await (await ask("/en/list")).text()).toBe(first);
});

test("what is left for later is loaded when it is asked for, once, and stands before what was there", async () => {
  const plain = (text: string): Route => ({
    method: "GET",
    address: text === "desk" ? "/desk/list" : "/{edition}/list",
    kept: "not-kept",
    answer: async () => new Response(text),
  });
  let loaded = 0;
  let isBroken = true;
  const told: unknown[] = [];
  const web = openWeb({
    routes: [plain("edition")],
    later: {
      below: "/desk",
      routes: async () => {
        loaded += 1;
        if (isBroken) throw new Error("the keys cannot be read");
        return [plain("desk")];
      },
    },
    notFound: async () => new Response("nothing here", { status: 404 }),
    broken: () => new Response("broken", { status: 500 }),
    waiting: () => new Response(null, { status: 503 }),
    now: () => new Date("2026-03-02T09:00:00Z"),
    told: (_reference, _request, cause) => told.push(cause),
  });
  const ask = async (path: string) => (await web.fetch(new Request(`http://localhost${path}`))).text();
  expect([await ask("/en/list"), loaded]).toEqual(["edition", 0]);
  expect(await ask("/desk/list")).toBe("broken");
  expect(told).toEqual([new Error("the keys cannot be read")]);
  isBroken = false;
  expect(await Promise.all([ask("/desk/list"), ask("/desk/list")])).toEqual(["desk", "desk"]);
  await web.loadLater();
  expect([await ask("/en/list"), loaded]).toEqual(["edition", 2]);
});

test("what rooms tell the press stays in the house, whatever the method and whoever answers", async () => {
  const { ask } = webOf({ ...list, address: "/media/{file}", kept: "not-kept" });
  for (const response of [await ask("/media/a.jpg"), await ask("/no/such", "POST"), await ask("/no/such")]) {
    expect(response.headers.get("surrogate-key")).toBeNull();
    expect(response.headers.get(KEPT_UNTIL_HEADER)).toBeNull();
    expect(response.headers.get("cache-control")).not.toBeNull();
  }
});

test("an answer that is not kept is handed on as it was made, with the headers every answer has", async () => {
  const made = new Response("one line", { headers: { "content-type": "text/plain" } });
  const { ask } = webOf({ method: "GET", address: "/line", kept: "not-kept", answer: async () => made });
  expect(await ask("/line")).toBe(made);
  expect(made.headers.get("cache-control")).toBe("no-store");
  expect(made.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await (await ask("/line", "HEAD")).text()).toBe("");
});

test("a page that can only be read says so, and what broke is told once with its cause", async () => {
  const broken = new Error("the store is away");
  const { ask, told } = webOf({ ...list, answer: () => Promise.reject(broken) });
  const refused = await ask("/en/list", "DELETE");
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect(told).toEqual([]);
  const response = await ask("/en/list");
  expect(response.status).toBe(500);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(told).toEqual([broken]);
});

test("an address with a slash too many leads to the right one, on this site", async () => {
  const { ask } = webOf(list);
  expect((await ask("/en/list/?before=2")).headers.get("location")).toBe("/en/list?before=2");
  expect((await ask("//evil.example//en/list/")).headers.get("location")).toBeNull();
});

test("nobody is led to an address where nothing is, and one that leads on is not gone to first", async () => {
  const editions: Route = {
    method: "GET",
    address: "/{edition}/",
    kept: "pages",
    async answer({ steps }) {
      const { edition } = steps;
      if (edition === "en") return new Response("front");
      if (edition === "old") return new Response(null, { status: 308, headers: { location: "/en/" } });
      return new Response("nothing here", { status: 404 });
    },
  };
  const { ask } = webOf(editions, {
    ...list,
    address: "/{edition}/{slug}",
    answer: async () => new Response("", { status: 404 }),
  });
  const led = async (path: string) => {
    const { status, headers } = await ask(path);
    return [status, headers.get("location")];
  };
  expect(await led("/en")).toEqual([308, "/en/"]);
  expect(await led("/old")).toEqual([308, "/en/"]);
  for (const path of ["/nope", "/wp-login.php", "/en/nope/"]) expect(await led(path)).toEqual([404, null]);
});

test("while the store is away what a form held is in the answer, its files too, whether it was read before or not", async () => {
  const picture = new File([new Uint8Array([0, 255, 7])], "the: harbour.jpg", { type: "image/jpeg" });
  const data = new FormData();
  data.append("credit", "Mara");
  data.append("files", picture);
  for (const reads of [true, false]) {
    const { web, told } = webOf({
      method: "POST",
      address: "/desk/pictures",
      kept: "not-kept",
      answer: async ({ request }) => {
        if (reads) await formOf(request);
        throw AWAY;
      },
    });
    const answer = await web.fetch(new Request("http://localhost/desk/pictures", { method: "POST", body: data }));
    expect(answer.status).toBe(503);
    const { why, sent } = await answer.json();
    expect({ why, told }).toEqual({ why: "away", told: [] });
    const again = new FormData();
    for (const [name, value] of sent.fields) again.append(name, value);
    const read = await formOf(new Request("http://localhost/", { method: "POST", body: again }));
    if (!("form" in read)) throw new Error(read.problem);
    expect(read.form.text("credit")).toBe("Mara");
    const [file] = read.form.files("files");
    expect([file?.name, file?.type, [...((await file?.bytes()) ?? [])]]).toEqual([
      "the: harbour.jpg",
      "image/jpeg",
      [0, 255, 7],
    ]);
  }
});

test("a file too large to wait in a page is named, to be chosen again", async () => {
  const data = new FormData();
  data.append("files", new File([new Uint8Array(13 * 1024 * 1024)], "large.jpg"));
  const request = new Request("http://localhost/", { method: "POST", body: data });
  await formOf(request, { mostBytes: 40 * 1024 * 1024 });
  expect(await sentIn(request)).toEqual({ fields: [], lost: ["large.jpg"], hasFiles: true });
});
