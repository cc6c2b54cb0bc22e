import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { CHECK_CODES, type CheckCode, isSettable, type Rule } from "./preflight.ts";
import { preflightRules } from "./queries.ts";

/** Asks for the links of an article to be looked at; once, however many ask. */
export async function checkLinks(db: Db, { articleId, at }: { articleId: string; at: Date }): Promise<void> {
  await enqueue(db, "links.check", { articleId }, at, { key: `links.check ${articleId}` });
}

/** Keeps how an address answered. */
export async function noteLink(
  db: Db,
  { address, state, at }: { address: string; state: string; at: Date },
): Promise<void> {
  const checked_at = at.toISOString();
  await db
    .insertInto("link_check")
    .values({ address, state, checked_at })
    .onConflict((taken) => taken.column("address").doUpdateSet({ state, checked_at }))
    .execute();
}

/** Sets which findings block and which are asked about; a check that always blocks stays as it is. */
export async function setPreflightRules(
  db: Db,
  { rules, by, at }: { rules: Readonly<Partial<Record<CheckCode, Rule>>>; by: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const before = await preflightRules(db);
    const after = { ...before, ...rules };
    const changed = CHECK_CODES.filter((code) => isSettable(code) && before[code] !== after[code]);
    if (changed.length === 0) return;
    const value = JSON.stringify(Object.fromEntries(CHECK_CODES.filter(isSettable).map((code) => [code, after[code]])));
    await db
      .insertInto("setting")
      .values({ key: "preflight.rules", value })
      .onConflict((taken) => taken.column("key").doUpdateSet({ value }))
      .execute();
    const detail = Object.fromEntries(changed.map((code) => [code, `${before[code]} → ${after[code]}`]));
    await note(db, { by, act: "preflight.set", subject: "setting:preflight.rules", detail, at });
  });
}
