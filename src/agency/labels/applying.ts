/**
 * A large list is applied by a job. Its names and their forms, nearly all there is to write, are made ready some at a time
 * beside the register, where no reader sees them; then one short commit puts all of it in force. A job that was killed goes
 * on where it was.
 */
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { applyImport, changedRows, forgetReadyNames, type ImportRefusal } from "./imports.ts";
import { makeNamesReady } from "./keep.ts";
import { registerDigest } from "./queries.ts";
import type { Counts } from "./register.ts";

// A second or so of work, which a person waits for.
const MOST_AT_ONCE = 2_000;

/** Whether a list has more to write than a request should wait for. */
export function isLarge({ added, changed, vanished }: Counts): boolean {
  return added + changed + vanished > MOST_AT_ONCE;
}

/** Asks for a list to be applied by a job; asked again after it failed, it is tried again at once. */
export async function askToApply(
  db: Db,
  { importId, by, at }: { importId: string; by: string; at: Date },
): Promise<{ readonly refusal: ImportRefusal } | undefined> {
  return together(db, async (db) => {
    const asked = await db
      .updateTable("register_import")
      .set({ asked_by: by, asked_at: at.toISOString(), problem: null })
      .where("id", "=", importId)
      .where("state", "=", "ready")
      .where((row) => row.or([row("asked_at", "is", null), row("problem", "is not", null)]))
      .returning("id")
      .executeTakeFirst();
    if (!asked) return { refusal: "not-ready" };
    await enqueue(db, "register.apply", { importId }, at, { key: `register.apply:${importId}` });
    return undefined;
  });
}

type Applying = {
  readonly at: Date;
  /** Asked before each stretch; without it the job works to the end. */
  readonly goesOn?: () => boolean;
};

export type AppliedByJob = "applied" | "refused" | "stopped" | "nothing-asked";

/** Does what was asked for, from where it was stopped. Done twice, or by two at once, it is done once. */
export async function applyAsked(
  db: Db,
  importId: string,
  { at, goesOn = () => true }: Applying,
): Promise<AppliedByJob> {
  await db.updateTable("register_import").set({ problem: null }).where("id", "=", importId).execute();
  for (let stretch: Stretch = "more"; stretch !== "all"; ) {
    if (!goesOn()) return "stopped";
    stretch = await makeStretchReady(db, importId, at);
    if (stretch === "moved") return refused(db, importId);
    if (stretch === "nothing-asked") return stretch;
  }
  const by = await askedBy(db, importId);
  const done = by === undefined ? { refusal: "not-ready" as const } : await applyImport(db, { importId, by, at });
  if ("refusal" in done) return done.refusal === "register-moved" ? refused(db, importId) : "nothing-asked";
  await forgetReadyNames(db);
  return "applied";
}

/** Says on the list why nothing came of it; the job is tried again by itself. */
export async function noteApplyFailed(db: Db, importId: string): Promise<void> {
  await db
    .updateTable("register_import")
    .set({ problem: "failed" })
    .where("id", "=", importId)
    .where("state", "=", "ready")
    .where("asked_at", "is not", null)
    .execute();
}

type Stretch = "more" | "all" | "moved" | "nothing-asked";

/** One commit: who else does the same waits for it, and goes on after it. */
async function makeStretchReady(db: Db, importId: string, at: Date): Promise<Stretch> {
  return together(db, async (db) => {
    const asked = await db
      .updateTable("register_import")
      .set((row) => ({ ready_to: row.ref("ready_to") }))
      .where("id", "=", importId)
      .where("state", "=", "ready")
      .where("asked_at", "is not", null)
      .returning(["ready_to", "is_all_ready", "register_digest"])
      .executeTakeFirst();
    if (!asked) return "nothing-asked";
    if (asked.register_digest !== (await registerDigest(db))) return "moved";
    if (asked.is_all_ready === 1) return "all";
    const { organisations, last } = await changedRows(db, { importId, after: asked.ready_to });
    await makeNamesReady(db, importId, organisations, at);
    await db
      .updateTable("register_import")
      .set((row) => ({
        ready_to: last ?? asked.ready_to,
        ready_count: row("ready_count", "+", organisations.length),
        is_all_ready: Number(last === undefined),
      }))
      .where("id", "=", importId)
      .execute();
    return last === undefined ? "all" : "more";
  });
}

async function askedBy(db: Db, importId: string): Promise<string | undefined> {
  const row = await db.selectFrom("register_import").select("asked_by").where("id", "=", importId).executeTakeFirst();
  return row?.asked_by ?? undefined;
}

/** It waits for a decision again, and what was made ready beside another register is forgotten. */
async function refused(db: Db, importId: string): Promise<"refused"> {
  await db
    .updateTable("register_import")
    .set({ asked_by: null, asked_at: null, ready_to: 0, ready_count: 0, is_all_ready: 0, problem: "register-moved" })
    .where("id", "=", importId)
    .where("state", "=", "ready")
    .execute();
  await forgetReadyNames(db);
  return "refused";
}
