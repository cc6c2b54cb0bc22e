/** The two-person rule: whoever wrote any of a text does not alone decide that it comes out. */
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { writersOf } from "./writers.ts";

const SETTING = "rule.two-people";

export async function isTwoPeopleRule(db: Db): Promise<boolean> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", SETTING).executeTakeFirst();
  return row?.value === "on";
}

export async function setTwoPeopleRule(db: Db, { on, by, at }: { on: boolean; by: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    if ((await isTwoPeopleRule(db)) === on) return;
    const value = on ? "on" : "off";
    await db
      .insertInto("setting")
      .values({ key: SETTING, value })
      .onConflict((known) => known.column("key").doUpdateSet({ value }))
      .execute();
    await note(db, { by, act: "house.two-people", subject: `setting:${SETTING}`, detail: { on }, at });
  });
}

type Asked = {
  readonly articleId: string;
  /** The text that would come out. */
  readonly revisionId: string;
  readonly by: string;
  /** Who said it was ready, and of which text. */
  readonly readyBy: string | null;
  readonly readyRevisionId: string | null;
};

/** Whether a second person has still to say yes to this very text. */
export async function needsAnother(
  db: Db,
  { articleId, revisionId, by, readyBy, readyRevisionId }: Asked,
): Promise<boolean> {
  if (!(await isTwoPeopleRule(db))) return false;
  if (!(await writersOf(db, articleId)).includes(by)) return false;
  const isReadByAnother = readyBy !== null && readyBy !== by && readyRevisionId === revisionId;
  return !isReadByAnother;
}
