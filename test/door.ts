/** The whole site behind its one door, on a store of its own, with time as a value: what tests ask for pages. */
import { join } from "node:path";
import type { Logger } from "kysely";
import { makeLink } from "#agency/staff/actions.ts";
import type { Role, StaffMember } from "#agency/staff/staff.ts";
import type { Cdn } from "#lib/cdn.ts";
import type { Network } from "#outside/fetch.ts";
import { filesIn } from "#outside/files.ts";
import { keyIn } from "#outside/keys.ts";
import { logSigner } from "#outside/log-key.ts";
import { pushKey } from "#outside/push-key.ts";
import { readerKeys } from "#outside/reader-keys.ts";
import type { Press } from "#press/press.ts";
import type { Db } from "#store/db.ts";
import { claim, finish } from "#store/queue.ts";
import { watchTopics } from "#store/topics.ts";
import { jobsWith, SLOW } from "#worker/jobs.ts";
import type { Outside } from "#worker/outside.ts";
import { type Jobs, workOnce } from "#worker/work.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { feedsOf, openSite } from "../src/program.ts";
import { type Demo, type EngineName, mediaOf, NOON, openTestStore, type TestStore } from "./engines.ts";

export type Door = {
  readonly db: Db;
  readonly store: TestStore;
  /** The pages it keeps. */
  readonly press: Press;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  /** The same of a process that has just begun and has printed nothing yet. */
  readonly afresh: (path: string) => Promise<string>;
  readonly request: (request: Request) => Promise<Response>;
  /** Somebody of that role, signed in at the desk, who reads that language (English). */
  readonly as: (role: Role, language?: string) => AtTheDesk;
  /** The clock of the site from here on. */
  readonly setNow: (at: string) => void;
  /** Does every job that is due, as the worker would; those that take seconds only when asked to. */
  readonly doJobs: (which?: { readonly slow: boolean }) => Promise<void>;
  /** What it does them with, for a worker that goes on. */
  readonly jobs: () => Promise<Jobs>;
  /** One round of a real worker, by whom jobs that fail are put back; answers what it said of them. */
  readonly workOnce: () => Promise<readonly string[]>;
  /** Everything that broke while printing. */
  readonly broken: readonly unknown[];
} & AsyncDisposable;

/** The desk as one member of staff sees it. */
export type AtTheDesk = {
  readonly staff: StaffMember;
  readonly get: (path: string) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  /** Sends a form, from the site's own page. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>> | FormData,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** Sends JSON, as an island does. */
  readonly send: (path: string, json: unknown) => Promise<Response>;
  /** Sends bytes as whatever they are said to be. */
  readonly raw: (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) => Promise<Response>;
};

const SITE = "https://strait.example";

type DoorOptions = {
  /** Without it the store has one empty edition, `en`. */
  readonly demo?: Demo;
  /** The hosts of this world; without it there are none. */
  readonly network?: Network;
  /** The mail server letters go to; without it none are sent. */
  readonly smtp?: string;
  /** Who vouches for the log, and where Akismet is; without them nobody. */
  readonly vouchers?: Pick<Outside, "witnesses" | "authorities" | "akismet">;
  /** Caches in front of the site. */
  readonly cdns?: readonly Cdn[];
  /** Told of every statement the store is asked. */
  readonly heard?: Logger;
};

const NO_NETWORK: Network = { resolve: async () => [], isPublic: () => false, isUsualPort: () => true };

export async function openDoor(
  engine: EngineName,
  { demo = false, network = NO_NETWORK, smtp, vouchers = {}, cdns = [], heard }: DoorOptions = {},
): Promise<Door> {
  const store = await openTestStore(engine, { heard, demo });
  let now = new Date(NOON);
  const broken: unknown[] = [];
  const files = filesIn(mediaOf(store));
  await withFirstEdition(store, now);
  const signedIn = new Map<Role, AtTheDesk>();
  const open = () =>
    openSite(
      store,
      { data: store.data, keys: join(store.data, "keys"), url: SITE, smtp, network, cdns },
      () => now,
      (_, cause) => broken.push(cause),
    );
  const site = await open();
  const { stop } = watchTopics(store, (moved, recalled) => {
    site.press.moved(moved, recalled);
    site.live.moved(moved);
  });
  const jobs = async () =>
    jobsWith({
      url: SITE,
      network,
      smtp,
      cdns,
      files,
      mailKey: await keyIn(join(store.data, "keys"), "mail"),
      log: await logSigner(join(store.data, "keys"), SITE),
      readers: await readerKeys(join(store.data, "keys")),
      push: await pushKey(join(store.data, "keys")),
      wireFolder: join(store.data, "wire"),
      wireKey: await keyIn(join(store.data, "keys"), "wire"),
      feed: await feedsOf({
        db: store.db,
        url: SITE,
        now: () => now,
        log: await logSigner(join(store.data, "keys"), SITE),
      }),
      ...vouchers,
    });
  const request = (asked: Request) => site.fetch(asked);
  const get = (path: string, headers: Record<string, string> = {}) =>
    request(new Request(`http://localhost${path}`, { headers }));
  return {
    db: store.db,
    store,
    press: site.press,
    get,
    text: async (path) => (await get(path)).text(),
    afresh: async (path) => {
      const another = await open();
      const page = await (await another.fetch(new Request(`http://localhost${path}`))).text();
      another.live.stop();
      return page;
    },
    request,
    as: (role, language = "en") => {
      const known = signedIn.get(role);
      if (known) return known;
      const staff = memberOf(role, language);
      const hired = hire(store.db, staff, now);
      const signIn = async () => cookiesOf(store.db, await hired, request, now);
      const desk = atTheDesk(staff, signIn, request);
      signedIn.set(role, desk);
      return desk;
    },
    setNow: (at) => {
      now = new Date(at);
    },
    jobs,
    doJobs: async ({ slow } = { slow: false }) => doDueJobs(store.db, await jobs(), now, slow),
    workOnce: async () => {
      const said: string[] = [];
      const report = (sentence: string, cause: unknown) =>
        void said.push(`${sentence} ${cause instanceof Error ? cause.message : cause}`);
      await workOnce({ store, jobs: await jobs(), slow: SLOW, now: () => now, report });
      return said;
    },
    broken,
    async [Symbol.asyncDispose]() {
      stop();
      site.live.stop();
      await store[Symbol.asyncDispose]();
    },
  };
}

function memberOf(role: Role, language: string): StaffMember {
  return { id: `staff-${role}`, name: `Ilse the ${role}`, email: `${role}@strait.example`, role, language };
}

async function hire(db: Db, staff: StaffMember, at: Date): Promise<StaffMember> {
  await db
    .insertInto("staff")
    .values({
      ...staff,
      email_verified: 1,
      two_factor_enabled: 0,
      suspended_at: null,
      removed_at: null,
      made_at: at.toISOString(),
      changed_at: at.toISOString(),
    })
    .execute();
  return staff;
}

/** What a browser holds once its owner has followed a link that signs them in. */
async function cookiesOf(db: Db, staff: StaffMember, request: Door["request"], at: Date): Promise<string> {
  const token = await makeLink(db, { kind: "sign-in", staffId: staff.id, at });
  const response = await request(
    new Request(`http://localhost/desk/sign-in/${token}`, {
      method: "POST",
      body: new URLSearchParams(),
      headers: { "sec-fetch-site": "same-origin" },
    }),
  );
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  if (response.status !== 303 || cookies.length === 0) throw new Error(`${staff.name} could not sign in`);
  return cookies.join("; ");
}

function atTheDesk(staff: StaffMember, signIn: () => Promise<string>, request: Door["request"]): AtTheDesk {
  let cookies: Promise<string> | undefined;
  const ask = async (path: string, init: RequestInit = {}) => {
    cookies ??= signIn();
    return request(
      new Request(`http://localhost${path}`, {
        ...init,
        headers: { cookie: await cookies, "sec-fetch-site": "same-origin", ...init.headers },
      }),
    );
  };
  return {
    staff,
    get: (path) => ask(path),
    text: async (path) => (await ask(path)).text(),
    post: (path, fields, headers = {}) =>
      ask(path, { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers }),
    raw: (path, body, type) => ask(path, { method: "POST", body, headers: { "content-type": type } }),
    send: (path, json) =>
      ask(path, {
        method: "POST",
        body: JSON.stringify(json),
        headers: { "content-type": "application/json" },
      }),
  };
}

async function doDueJobs(db: Db, jobs: Jobs, now: Date, slow: boolean): Promise<void> {
  const worker = "the test";
  const kinds = Object.keys(jobs).filter((kind) => slow || !SLOW.includes(kind));
  for (;;) {
    const due = await claim(db, { kinds, worker, now, limit: 50 });
    if (due.length === 0) return;
    for (const job of due) {
      await jobs[job.kind]?.(job.payload, { db, at: now, signal: new AbortController().signal });
      await finish(db, { id: job.id, worker, now });
    }
  }
}
