/** What the doors of readers need no longer, forgotten by itself. */
import { type Db, together } from "#store/db.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export const DOOR_DAYS = {
  /** An address whose owner never said yes is of no use to anybody. */
  unconfirmed: 30,
  /** As long as a browser keeps its cookie. */
  keys: 400,
  followed: 365,
  told: 90,
} as const;

/** Run once a day; who runs it twice forgets nothing more. */
export async function forgetAtTheDoors(db: Db, { at }: { at: Date }): Promise<void> {
  const before = (days: number) => new Date(at.getTime() - days * DAY_MS).toISOString();
  await together(db, async (db) => {
    // A token that could still be sent must still be known as spent.
    await db.deleteFrom("reply_token").where("expires_at", "<", before(1)).execute();
    await db.deleteFrom("mailed_reply").where("expires_at", "<", at.toISOString()).execute();
    await db.deleteFrom("letter_count").where("day", "<", before(1).slice(0, 10)).execute();
    await db.deleteFrom("guest_key").where("made_at", "<", before(DOOR_DAYS.keys)).execute();
    const unsaid = db
      .selectFrom("reader_address")
      .select("id")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(DOOR_DAYS.unconfirmed));
    await db.deleteFrom("reply_follow").where("address_id", "in", unsaid).execute();
    await db
      .deleteFrom("reader_address")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(DOOR_DAYS.unconfirmed))
      .execute();
    await db
      .deleteFrom("push_subscription")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(1))
      .execute();
    await db.deleteFrom("reply_follow").where("made_at", "<", before(DOOR_DAYS.followed)).execute();
    await db.deleteFrom("reply_notice").where("sent_at", "<", before(DOOR_DAYS.told)).execute();
  });
}
