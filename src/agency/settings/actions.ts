import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";

/** Sets one thing the whole site says; every page is printed again. */
export async function setSetting(db: Db, { key, value }: { key: string; value: string }): Promise<void> {
  await together(db, async (db) => {
    await db
      .insertInto("setting")
      .values({ key, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
    await bump(db, ["settings"]);
  });
}
