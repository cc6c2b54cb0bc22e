/** Every address of the desk, asked for by everybody: whose it is not, finds nothing there. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { may, type Right, ROLES, type Role } from "#agency/staff/staff.ts";
import type { Route } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { changedSince, digests } from "#test/digests.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { publicRoutes } from "../program.ts";

/** What is before the gate: each with its own tests. Nothing is added here without thought. */
const BEFORE_THE_GATE = [
  "GET /desk/letters/{token}",
  "POST /desk/letters/{token}",
  "GET /desk/auth/passkey/generate-authenticate-options",
  "POST /desk/auth/passkey/verify-authentication",
  "GET /desk/sign-in",
  "POST /desk/sign-in",
  "GET /desk/sign-in/code",
  "POST /desk/sign-in/code",
  "GET /desk/sign-in/{token}",
  "POST /desk/sign-in/{token}",
];

type Gated = { readonly method: "GET" | "POST"; readonly address: string; readonly right: Right };

/** What stands in an address for its steps: something that is there, so that an allowed visitor finds it. */
const SUBJECTS: readonly (readonly [RegExp, (db: Db) => Promise<string | undefined>])[] = [
  [/\/articles\/\{\w+\}/, (db) => idOf(db, "article")],
  [/\/front\/\{\w+\}/, async () => "en"],
  [/\/register\/\{\w+\}/, async (db) => (await db.selectFrom("organisation").select("id").executeTakeFirst())?.id],
  [/\/staff\/\{\w+\}/, async () => "staff-newcomer"],
  [/\/withhold\/\{\w+\}/, async () => "nothing-asked"],
  [/\/pictures\/\{\w+\}/, (db) => idOf(db, "media")],
  [/\/sources\/\{\w+\}/, async () => "kessar-gazette"],
];

/** Pages that show nothing without being told what. */
const TOLD: readonly (readonly [RegExp, (db: Db) => Promise<string>])[] = [
  [
    /\/history\/compare$/,
    async (db) => {
      const article = await idOf(db, "article");
      const revision = await db
        .selectFrom("revision")
        .select("id")
        .where("article_id", "=", article ?? "")
        .executeTakeFirst();
      return `?from=${revision?.id}&to=${revision?.id}`;
    },
  ],
];

for (const engine of engines) {
  test(`${engine}: every address under /desk/ says whose it is, but for those before the gate`, async () => {
    await using door = await openDoor(engine);
    const open = (await deskRoutesOf(door)).filter((route) => !isGated(route)).map(nameOf);
    expect(open.sort()).toEqual(BEFORE_THE_GATE.toSorted());
    const listed = readFileSync("docs/addresses.txt", "utf8")
      .split("\n")
      .filter((line) => line.includes(" /desk/"));
    expect((await deskRoutesOf(door)).map(nameOf).sort()).toEqual(listed.sort());
  });

  test(`${engine}: who is not signed in is sent to sign in from every address, and nothing is done`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await newcomer(door.db);
    const before = await door.db.selectFrom("audit").select("id").execute();
    for (const route of await gatedRoutesOf(door)) {
      const path = await pathOf(door.db, route);
      const answer = await door.request(new Request(`http://localhost${path}`, { method: route.method }));
      const sent = route.method === "GET" ? answer.headers.get("location") : await answer.text();
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), route.method === "GET" ? 303 : 401]);
      expect(sent).toContain("/desk/sign-in");
    }
    expect(await door.db.selectFrom("audit").select("id").execute()).toEqual(before);
  });

  test(`${engine}: each role sees what its rights open and nothing else, at every address`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await newcomer(door.db);
    const routes = await gatedRoutesOf(door);
    const closed = routes.flatMap((route) =>
      ROLES.flatMap((role) => (may({ role }, route.right) ? [] : [{ route, role }])),
    );
    expect(closed.length).toBeGreaterThan(50);
    const before = await door.db.selectFrom("audit").select("id").where("act", "<>", "staff.sign-in").execute();
    const nowhere = new Map<Role, string>();
    for (const { route, role } of closed) {
      const answer = await askedBy(door, role, route);
      const page = await answer.text();
      if (!nowhere.has(role)) nowhere.set(role, await door.as(role).text("/desk/there-is-no-such-page"));
      expect([role, nameOf(route), answer.status]).toEqual([role, nameOf(route), 404]);
      expect(page).toBe(nowhere.get(role) ?? "");
    }
    expect(await door.db.selectFrom("audit").select("id").where("act", "<>", "staff.sign-in").execute()).toEqual(
      before,
    );
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what another site sends, whatever it calls it, is refused at every address and changes nothing`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await newcomer(door.db);
    const desk = door.as("administrator");
    await desk.get("/desk/");
    const before = await digests(door.db);
    const wrong: string[] = [];
    for (const route of (await deskRoutesOf(door)).filter(({ method }) => method === "POST")) {
      const path = await pathOf(door.db, route);
      for (const headers of FROM_ELSEWHERE) {
        const { status } = await desk.post(path, { name: "Eve", text: "Words" }, headers);
        if (status !== 403) wrong.push(`${nameOf(route)} answered ${status} to ${JSON.stringify(headers)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await changedSince(door.db, before)).toEqual([]);
  });

  test(`${engine}: looking at a page changes nothing, and no answer of the desk can be framed, sniffed or kept`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await newcomer(door.db);
    for (const role of ROLES) await door.as(role).get("/desk/");
    const before = await digests(door.db);
    const loose: string[] = [];
    for (const route of await deskRoutesOf(door)) {
      // The first step of a passkey is a challenge, which is kept.
      if (route.address.startsWith("/desk/auth/") && route.method === "GET") continue;
      const path = await pathOf(door.db, route);
      const answers =
        route.method === "GET"
          ? await Promise.all([...ROLES.map((role) => door.as(role).get(path)), door.get(path)])
          : [await door.as("administrator").post(path, {}, { "sec-fetch-site": "cross-site" })];
      for (const { status, headers } of answers) {
        if (status >= 500 || !isTight(headers)) loose.push(`${nameOf(route)}: ${status} ${[...headers].join("; ")}`);
      }
    }
    expect(loose).toEqual([]);
    expect(await changedSince(door.db, before)).toEqual([]);
  });

  test(`${engine}: what a role may see is there, and an empty form breaks nothing`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await newcomer(door.db);
    const refused: string[] = [];
    for (const route of (await gatedRoutesOf(door)).toSorted(lastThingsLast)) {
      for (const role of ROLES.filter((role) => may({ role }, route.right))) {
        const { status } = await askedBy(door, role, route);
        if (status === 401 || status === 403 || status >= 500) refused.push(`${role} ${nameOf(route)}: ${status}`);
        if (status === 404 && route.method === "GET" && isProven(route))
          refused.push(`${role} ${nameOf(route)}: ${status}`);
      }
    }
    expect(refused).toEqual([]);
    expect(door.broken).toEqual([]);
  });
}

test("the house and its staff are the administrator's alone", () => {
  for (const right of ["house.keep", "staff.keep"] as const) {
    expect(ROLES.filter((role) => may({ role }, right))).toEqual(["administrator"]);
  }
});

// A browser says where a form came from; a text that is no form can be sent without asking first.
const FROM_ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "cross-site", "content-type": "text/plain" },
];

function isTight(headers: Headers): boolean {
  return (
    (headers.get("content-security-policy") ?? "").includes("frame-ancestors 'none'") &&
    headers.get("x-content-type-options") === "nosniff" &&
    (headers.get("cache-control") ?? "").includes("no-store")
  );
}

async function deskRoutesOf({ db, store }: Door): Promise<Route[]> {
  const config = { data: store.data, keys: join(store.data, "keys"), url: "https://strait.example" };
  const routes = await publicRoutes(db, config, () => new Date());
  return routes.filter(({ address }) => address.startsWith("/desk/"));
}

async function gatedRoutesOf(door: Door): Promise<Gated[]> {
  return (await deskRoutesOf(door)).filter(isGated);
}

function isGated(route: Route): route is Route & { readonly right: Right } {
  return "right" in route;
}

function nameOf({ method, address }: Pick<Route, "method" | "address">): string {
  return `${method} ${address}`;
}

function askedBy(door: Door, role: Role, route: Gated): Promise<Response> {
  const desk = door.as(role);
  return pathOf(door.db, route).then((path) => (route.method === "GET" ? desk.get(path) : desk.post(path, {})));
}

async function pathOf(db: Db, { address }: Pick<Route, "address">): Promise<string> {
  const found = SUBJECTS.find(([step]) => step.test(address));
  const subject = found && (await found[1](db));
  const told = TOLD.find(([end]) => end.test(address));
  // Steps after the first name what belongs to it; a made-up one is enough to be turned away.
  const path = address.replace(/\{\w+\}/, subject ?? "made-up").replaceAll(/\{\w+\}/g, "made-up");
  return `${path}${told ? await told[1](db) : ""}`;
}

/** Whether what an address names is known to be there. */
function isProven({ address }: Gated): boolean {
  if (address.endsWith("*")) return false;
  const steps = address.match(/\{/g)?.length ?? 0;
  return steps === 0 || (steps === 1 && SUBJECTS.some(([step]) => step.test(address)));
}

async function idOf(db: Db, table: "article" | "media"): Promise<string | undefined> {
  return (await db.selectFrom(table).select("id").orderBy("id").limit(1).executeTakeFirst())?.id;
}

async function newcomer(db: Db): Promise<void> {
  const at = new Date(0).toISOString();
  await db
    .insertInto("staff")
    .values({
      id: "staff-newcomer",
      name: "Nils",
      email: "nils@strait.example",
      role: "reporter",
      language: "en",
      email_verified: 0,
      two_factor_enabled: 0,
      suspended_at: null,
      removed_at: null,
      made_at: at,
      changed_at: at,
    })
    .execute();
}

/** What ends a session or removes what others ask for comes last. */
function lastThingsLast(one: Gated, other: Gated): number {
  return lateness(one) - lateness(other);
}

function lateness({ address }: Gated): number {
  if (address === "/desk/sign-out") return 2;
  return /\/(remove|kill|delete)$/.test(address) ? 1 : 0;
}
