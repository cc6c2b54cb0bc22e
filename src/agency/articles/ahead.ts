/**
 * A scheduled story that is sent ahead: clients who may have copy under embargo get the text that comes out, with its
 * hour as the embargo. Whoever has it hears of every change of it before that hour, and that it does not come out.
 */
import type { Db } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import type { Move } from "./flow.ts";

/** `sent` while it waits for its hour; what became of it when it does not come out; nothing of one that was never sent ahead, or is out. */
export const AHEAD = ["sent", "withdrawn", "killed"] as const;
export type Ahead = (typeof AHEAD)[number];

export function aheadFrom(kept: string | null): Ahead | null {
  return AHEAD.find((one) => one === kept) ?? null;
}

/** What a move before readers makes of it; nothing where it changes nothing. */
export function aheadAfter(
  before: Ahead | null,
  { move, ahead = false }: { readonly move: Move; readonly ahead?: boolean | undefined },
): Ahead | undefined {
  if (move === "schedule" && ahead) return "sent";
  if (before !== "sent") return undefined;
  return move === "spike" ? "killed" : "withdrawn";
}

type Sending = { readonly articleId: string; readonly ahead: Ahead; readonly at: Date };

/** Part of the action that decides it: the next version for those who have it, or may have it. */
export async function sendAhead(db: Db, { articleId, ahead, at }: Sending): Promise<void> {
  await db
    .updateTable("article")
    .set((row) => ({ ahead, ahead_at: at.toISOString(), ahead_version: row("ahead_version", "+", 1) }))
    .where("id", "=", articleId)
    .execute();
  await enqueue(db, "wire.clients", { articleId }, at, { key: `wire.clients:${articleId}` });
}
