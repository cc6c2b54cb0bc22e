/** Two people who change one thing at once: a form says what it began from, and who comes second hears who came first. */
import { createHash } from "node:crypto";
import type { Db } from "#store/db.ts";

/** Stands for a state in a form; another state has another mark. */
export function markOf(state: unknown): string {
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 16);
}

/** The name of who last changed `subject`, or did `act` to it; their mark in the audit when they are no member of staff. */
export async function lastHand(db: Db, subject: string, act?: string): Promise<string> {
  const row = await db
    .selectFrom("audit")
    .leftJoin("staff", "staff.id", "audit.made_by")
    .select(["audit.made_by", "staff.name"])
    .where("audit.subject", "=", subject)
    .$if(act !== undefined, (query) => query.where("audit.act", "=", act ?? ""))
    .orderBy("audit.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? row?.made_by ?? "command line";
}

/** What differs, each as `old → new`, for the audit. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const changed = Object.entries(after).filter(([key, value]) => value !== (before[key] ?? ""));
  return Object.fromEntries(changed.map(([key, value]) => [key, `${before[key] ?? ""} → ${value}`]));
}
