/** Whether readers are told how a story's quotations compare with their sources. */
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { setSetting } from "./actions.ts";
import { settingsOf } from "./queries.ts";

const SETTING = "quotations.shown";

export async function areVerdictsShown(db: Db): Promise<boolean> {
  return (await settingsOf(db, "quotations"))[SETTING] === "on";
}

export async function showVerdicts(db: Db, { on, by, at }: { on: boolean; by: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    if ((await areVerdictsShown(db)) === on) return;
    await setSetting(db, { key: SETTING, value: on ? "on" : "off" });
    await note(db, { by, act: "house.quotations", subject: `setting:${SETTING}`, detail: { on }, at });
  });
}
