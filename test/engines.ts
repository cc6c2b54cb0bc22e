/** A fresh store for a test, on either engine: made from a template, so that it takes milliseconds. */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { filesIn } from "#outside/files.ts";
import { type OpenStore, openStore, type Store } from "#store/open.ts";
import { keep, runDirectory } from "./keeper.ts";
import { TODAY } from "./newsroom/agency.ts";
import { FEW, seedNewsroom } from "./newsroom.ts";
import { testPostgres } from "./postgres.ts";

export const engines = ["sqlite", "postgres"] as const;

export type EngineName = (typeof engines)[number];

/** A place a store can be opened at, as `openStore` and the command line take it. */
export type Place = { readonly data: string; readonly database?: string };

/** The store with where it is; `await using` closes it at the end of the test and removes what it was. */
export type TestStore = Store & Place & AsyncDisposable;

/** The invented agency at noon of its day, with its pictures; of its stories a few that have one of everything, or no row at all. */
export type Demo = boolean | "few";

type TestStoreOptions = Pick<OpenStore, "heard"> & { readonly demo?: Demo };

export const NOON = `${TODAY}T12:00:00Z`;

/** Where a store keeps the files of its media. */
export function mediaOf({ data }: Pick<Place, "data">): string {
  return join(data, "media");
}

/** A migrated store of its own, which no other test sees. */
export async function openTestStore(
  engine: EngineName,
  { heard, demo = false }: TestStoreOptions = {},
): Promise<TestStore> {
  const place = await copyOf(await templateOf(engine, demo));
  const store = await openStore({ ...place, heard });
  const close = async () => {
    await store.close();
    await remove(place);
  };
  return { ...store, ...place, close, [Symbol.asyncDispose]: close };
}

/** A place where no store has been made yet. */
export async function emptyPlace(engine: EngineName): Promise<Place> {
  const data = join(rootDirectory(), freshName());
  if (engine === "sqlite") return { data };
  mkdirSync(data, { recursive: true });
  const name = freshName();
  await onServer(`create database ${name}`);
  return { data, database: (await testPostgres()).addressOf(name) };
}

const templates = new Map<string, Promise<Place>>();
let root: string | undefined;
let made = 0;

function templateOf(engine: EngineName, demo: Demo): Promise<Place> {
  const name = `${engine}, ${demo}`;
  const template = templates.get(name) ?? madeTemplate(engine, demo);
  templates.set(name, template);
  return template;
}

async function madeTemplate(engine: EngineName, demo: Demo): Promise<Place> {
  const place = demo !== false ? await copyOf(await templateOf(engine, false)) : await emptyPlace(engine);
  const store = await openStore(place);
  try {
    const seed = { files: filesIn(mediaOf(place)), at: new Date(NOON) };
    if (demo !== false) await seedNewsroom(store.db, demo === "few" ? { ...seed, only: FEW } : seed);
  } finally {
    await store.close();
  }
  return place;
}

async function copyOf({ data: from, database: template }: Place): Promise<Place> {
  const data = join(rootDirectory(), freshName());
  mkdirSync(data, { mode: 0o700 });
  cpSync(from, data, { recursive: true });
  if (template === undefined) return { data };
  const name = freshName();
  await onServer(`create database ${name} template ${nameOf(template)} strategy file_copy`);
  return { data, database: (await testPostgres()).addressOf(name) };
}

function nameOf(database: string): string {
  return new URL(database).pathname.slice(1);
}

async function remove({ data, database }: Place): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  if (database !== undefined) await onServer(`drop database if exists ${nameOf(database)} with (force)`);
}

async function onServer(command: string): Promise<void> {
  const client = new Client({ connectionString: (await testPostgres()).addressOf("postgres") });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}

function freshName(): string {
  made += 1;
  return `store_${made}`;
}

/** One directory for all stores of a run. */
function rootDirectory(): string {
  if (root) return root;
  root = runDirectory("dateline-stores-");
  keep(root, {});
  return root;
}
