/** A fresh store for a test, on either engine: made from a template, so that it takes milliseconds. */
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { DATABASE_FILE, type OpenStore, openStore, type Store } from "#store/open.ts";
import { keep, runDirectory } from "./keeper.ts";
import { testPostgres } from "./postgres.ts";

export const engines = ["sqlite", "postgres"] as const;

export type EngineName = (typeof engines)[number];

/** A place a store can be opened at, as `openStore` and the command line take it. */
export type Place = { readonly data: string; readonly database?: string };

/** The store with where it is; `await using` closes it at the end of the test and removes what it was. */
export type TestStore = Store & Place & AsyncDisposable;

/** A migrated store without a row, which no other test sees. */
export async function openTestStore(engine: EngineName, { heard }: Pick<OpenStore, "heard"> = {}): Promise<TestStore> {
  const place = await (engine === "sqlite" ? sqliteFromTemplate() : postgresFromTemplate());
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

const templates: { sqlite?: Promise<Place>; postgres?: Promise<string> } = {};
let root: string | undefined;
let made = 0;

async function sqliteFromTemplate(): Promise<Place> {
  templates.sqlite ??= migrated({ data: join(rootDirectory(), "template") });
  const template = await templates.sqlite;
  const data = join(rootDirectory(), freshName());
  mkdirSync(data, { mode: 0o700 });
  copyFileSync(join(template.data, DATABASE_FILE), join(data, DATABASE_FILE));
  return { data };
}

async function postgresFromTemplate(): Promise<Place> {
  templates.postgres ??= postgresTemplate();
  const template = await templates.postgres;
  const data = join(rootDirectory(), freshName());
  mkdirSync(data, { mode: 0o700 });
  const name = freshName();
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  return { data, database: (await testPostgres()).addressOf(name) };
}

async function postgresTemplate(): Promise<string> {
  const name = freshName();
  await onServer(`create database ${name}`);
  await migrated({ data: rootDirectory(), database: (await testPostgres()).addressOf(name) });
  return name;
}

async function migrated(place: Place): Promise<Place> {
  const store = await openStore(place);
  await store.close();
  return place;
}

async function remove({ data, database }: Place): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  if (database !== undefined)
    await onServer(`drop database if exists ${new URL(database).pathname.slice(1)} with (force)`);
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
