import { expect, test } from "bun:test";
import { join } from "node:path";
import { noteOwn } from "#lib/http.ts";
import { together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openSite } from "../program.ts";

for (const engine of engines) {
  test(`${engine}: who asks on this machine is told what the press, the store and the jobs do, and nothing about anybody`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await together(door.db, (db) => bump(db, ["settings"]));
    await door.text("/en/");
    await door.text("/en/");
    const told = await asked(door, "127.0.0.1");
    expect(told.status).toBe(200);
    expect(told.type).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(told.of('dateline_press_answers_total{from="memory"}')).toBe(1);
    // A page is printed once more when something moves meanwhile, as right after the seed.
    const printed = told.of('dateline_press_answers_total{from="printing"}');
    expect(printed).toBeGreaterThan(0);
    expect(told.of("dateline_press_pages")).toBe(1);
    expect(told.of("dateline_press_bytes")).toBeGreaterThan(1_000);
    expect(told.of('dateline_press_printing_seconds_bucket{le="+Inf"}')).toBe(printed);
    expect(told.of("dateline_press_printing_seconds_sum")).toBeGreaterThan(0);
    expect(told.of("dateline_store_up")).toBe(1);
    expect(told.of(`dateline_store_actions_total{engine="${engine}"}`)).toBeGreaterThan(0);
    expect(told.of('dateline_jobs{kind="search.index",state="waiting"}')).toBeGreaterThan(0);
    expect(told.of("dateline_replies_waiting")).toBe(0);
    if (engine === "postgres") expect(told.of("dateline_nodes")).toBe(1);
    else expect(told.of("dateline_store_groups_total")).toBeGreaterThan(0);
    expect(told.text).not.toContain("@");
    expect(told.text.split("\n").filter((line) => !/^(#|$|[a-z_]+(\{[^}]*\})? [\d.e+-]+$)/.test(line))).toEqual([]);
  });
}

test("sqlite: from elsewhere, or through a proxy on this machine, the address is nobody's", async () => {
  await using door = await openDoor("sqlite", { demo: true });
  for (const [peer, headers] of [
    ["192.0.2.7", {}],
    ["127.0.0.1", { "x-forwarded-for": "192.0.2.7" }],
    ["127.0.0.1", { via: "1.1 proxy" }],
  ] as const) {
    const { status, text } = await asked(door, peer, headers);
    expect(status).toBe(404);
    expect(text).toContain("There is no page at this address");
    expect(text).not.toContain("dateline_");
  }
});

test("sqlite: where a token is set it opens the address from anywhere, and nothing else does", async () => {
  await using door = await openDoor("sqlite", { demo: true });
  const { data } = door.store;
  const config = { data, keys: join(data, "keys"), url: "https://strait.example", metricsToken: "let me see" };
  const site = await openSite(
    door.store,
    config,
    () => new Date(),
    () => undefined,
  );
  const statusFor = async (headers: Record<string, string>) => {
    const request = new Request("http://localhost/metrics", { headers });
    noteOwn(request, "127.0.0.1");
    return (await site.fetch(request)).status;
  };
  expect(await statusFor({})).toBe(404);
  expect(await statusFor({ authorization: "Bearer let me" })).toBe(404);
  expect(await statusFor({ authorization: "Bearer let me see" })).toBe(200);
});

async function asked(
  { request }: { request: (request: Request) => Promise<Response> },
  peer: string,
  headers: Record<string, string> = {},
) {
  const asking = new Request("http://localhost/metrics", { headers });
  noteOwn(asking, peer);
  const answer = await request(asking);
  const text = await answer.text();
  const of = (name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length + 1),
    );
  return { status: answer.status, type: answer.headers.get("content-type"), text, of };
}
