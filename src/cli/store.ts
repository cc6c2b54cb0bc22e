/** Opening the store a command works on, and closing it whatever happens. */
import { editions } from "#agency/editions/queries.ts";
import { openStore, type Store } from "#store/open.ts";
import { type Given, textOption, type World } from "./command.ts";

export const STORE_OPTIONS = { data: { type: "string" }, database: { type: "string" } } as const;

export const STORE_HELP = `
  --data DIR        the data directory (default ./data)
  --database URL    a PostgreSQL database instead, postgres://…
`.trimEnd();

export async function withStore<T>(given: Given, world: World, work: (store: Store) => Promise<T>): Promise<T> {
  const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
  await using store = await openStore({ data: config.data, database: config.database });
  await withFirstEdition(store, world.now());
  return await work(store);
}

/** A store without an edition gets one, `en`, that labels nothing until it is given a jurisdiction. */
export async function withFirstEdition({ db }: Store, at: Date): Promise<void> {
  if ((await editions(db)).length > 0) return;
  const [{ addEdition }, { DEFAULT_POLICY }] = await Promise.all([
    import("#agency/editions/actions.ts"),
    import("#agency/labels/policy.ts"),
  ]);
  // Refused only when another process added it a moment ago: then it is there.
  await addEdition(db, { code: "en", settings: { name: "English" }, labelPolicy: DEFAULT_POLICY, at });
}
