/** What the doors of readers need no longer, forgotten by itself. */
import { type Db, together } from "#store/db.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** An address whose owner never said yes is of no use to anybody. */
const UNCONFIRMED_DAYS = 30;
/** As long as a browser keeps its cookie. */
const KEY_DAYS = 400;
const FOLLOWED_DAYS = 365;
const TOLD_DAYS = 90;

/** Run once a day; who runs it twice forgets nothing more. */
export async function forgetAtTheDoors(db: Db, { at }: { at: Date }): Promise<void> {
  const before = (days: number) => new Date(at.getTime() - days * DAY_MS).toISOString();
  await together(db, async (db) => {
    // A token that could still be sent must still be known as spent.
    await db.deleteFrom("reply_token").where("expires_at", "<", before(1)).execute();
    await db.deleteFrom("mailed_reply").where("expires_at", "<", at.toISOString()).execute();
    await db.deleteFrom("letter_count").where("day", "<", before(1).slice(0, 10)).execute();
    await db.deleteFrom("guest_key").where("made_at", "<", before(KEY_DAYS)).execute();
    const unsaid = db
      .selectFrom("reader_address")
      .select("id")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(UNCONFIRMED_DAYS));
    await db.deleteFrom("reply_follow").where("address_id", "in", unsaid).execute();
    await db
      .deleteFrom("reader_address")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(UNCONFIRMED_DAYS))
      .execute();
    await db
      .deleteFrom("push_subscription")
      .where("confirmed_at", "is", null)
      .where("made_at", "<", before(1))
      .execute();
    await db.deleteFrom("reply_follow").where("made_at", "<", before(FOLLOWED_DAYS)).execute();
    await db.deleteFrom("reply_notice").where("sent_at", "<", before(TOLD_DAYS)).execute();
  });
}
