import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { changesBetween, lastHand, markOf } from "./meanwhile.ts";
import { settingsOf } from "./queries.ts";

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

type SettingsToKeep = {
  /** What they have in common before the first dot of their keys: `agency`. */
  readonly part: string;
  readonly values: Readonly<Record<string, string>>;
  /** The mark of what the form began from. */
  readonly from: string;
  /** Keys whose values the audit does not show. */
  readonly secret?: readonly string[];
  readonly by: string;
  readonly at: Date;
};

/** Sets several things of one part of the house at once, unless somebody changed that part meanwhile. */
export async function keepSettings(
  db: Db,
  { part, values, from, secret = [], by, at }: SettingsToKeep,
): Promise<{ readonly changedBy?: string }> {
  return together(db, async (db) => {
    const subject = `setting:${part}`;
    const before = await settingsOf(db, part);
    if (markOf(before) !== from) return { changedBy: await lastHand(db, subject) };
    const changes = changesBetween(before, values);
    if (Object.keys(changes).length === 0) return {};
    for (const key of Object.keys(changes)) await setSetting(db, { key, value: values[key] ?? "" });
    const hidden = Object.fromEntries(secret.filter((key) => key in changes).map((key) => [key, "…"]));
    await note(db, { by, act: "house.set", subject, detail: { ...changes, ...hidden }, at });
    return {};
  });
}
