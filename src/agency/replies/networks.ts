/** Where replies came from is known for a day, by digests that nobody can read when it is over. */
import type { Db } from "#store/db.ts";

/** Where a reply came from, if it came today. */
export async function networkOfReply(
  db: Db,
  replyId: string,
  at: Date,
): Promise<{ readonly digest: string; readonly day: string } | undefined> {
  return db
    .selectFrom("reply_network")
    .select(["digest", "day"])
    .where("reply_id", "=", replyId)
    .where("day", "=", at.toISOString().slice(0, 10))
    .executeTakeFirst();
}

export async function forgetNetworks(db: Db, at: Date): Promise<void> {
  const today = at.toISOString().slice(0, 10);
  await db.deleteFrom("reply_network").where("day", "<", today).execute();
}
