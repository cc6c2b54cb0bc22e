import type { Db } from "#store/db.ts";
import type { Source } from "./queries.ts";

/** Puts a source into the ledger; one that is there already stays as it is. */
export async function keepSource(db: Db, { source, at }: { source: Source; at: Date }): Promise<void> {
  const { id, kind, name, language, url } = source;
  await db
    .insertInto("source")
    .values({ id, kind, name, language, url, made_at: at.toISOString() })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
