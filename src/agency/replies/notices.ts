/** Who is told of what: answers to a reply, and what became of it. Each is told once, and a busy day is one letter. */
import { sql } from "kysely";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { isReason, type Reason } from "./replies.ts";

/** The first answer is told at once; what follows within a day waits for the letter of the next. */
const BETWEEN_LETTERS_MS = 24 * 60 * 60 * 1000;

/** Notes whom to tell of what has been shown or decided, and asks for the letters and messages that do. */
export async function noteAnswers(db: Db, { at }: { at: Date }): Promise<void> {
  await together(db, async (db) => {
    await noteForLetters(db, at);
    await noteForBrowsers(db, at);
    // What was noted before has its letter or message asked for already.
    const moment = at.toISOString();
    const told = await db
      .selectFrom("reply_notice")
      .innerJoin("reader_address", "reader_address.id", "reply_notice.to_id")
      .select(["reader_address.id", "reader_address.told_at"])
      .distinct()
      .where("reply_notice.made_at", "=", moment)
      .where("reply_notice.sent_at", "is", null)
      .orderBy("reader_address.id")
      .execute();
    for (const { id, told_at } of told) {
      const due = told_at === null ? at : new Date(Math.max(at.getTime(), Date.parse(told_at) + BETWEEN_LETTERS_MS));
      await enqueue(db, "reader.letter", { letter: "answers", addressId: id }, due, { key: `answers:${id}` });
    }
    const pushed = await db
      .selectFrom("reply_notice")
      .innerJoin("push_subscription", "push_subscription.id", "reply_notice.to_id")
      .select("push_subscription.id")
      .distinct()
      .where("reply_notice.made_at", "=", moment)
      .where("reply_notice.sent_at", "is", null)
      .orderBy("push_subscription.id")
      .execute();
    for (const { id } of pushed) await enqueue(db, "reader.push", { pushId: id }, at, { key: `push:${id}` });
  });
}

/** What is older is no news, and that it was told may be forgotten. */
const NEWS_FOR_MS = 30 * 24 * 60 * 60 * 1000;

// Of answers from before somebody asked to be told, nobody is told; nor of one's own.
async function noteForLetters(db: Db, at: Date): Promise<void> {
  const moment = at.toISOString();
  const since = new Date(at.getTime() - NEWS_FOR_MS).toISOString();
  await sql`
    insert into reply_notice (to_id, reply_id, kind, made_at)
    select reply_follow.address_id, answer.id, 'answer', ${moment}
      from reply_follow
      join reader_address on reader_address.id = reply_follow.address_id
      join reply as mine on mine.id = reply_follow.reply_id
      join reply as answer on answer.parent_id = mine.id
     where reader_address.confirmed_at is not null
       and reader_address.stopped_at is null
       and answer.state = 'shown'
       and answer.kind = 'reply'
       and (answer.guest_id is null or answer.guest_id <> mine.guest_id)
       and coalesce(answer.decided_at, answer.written_at) >= reply_follow.made_at
       and coalesce(answer.decided_at, answer.written_at) >= ${since}
    on conflict do nothing`.execute(db);
  await sql`
    insert into reply_notice (to_id, reply_id, kind, made_at)
    select reply_follow.address_id, mine.id, mine.state, ${moment}
      from reply_follow
      join reader_address on reader_address.id = reply_follow.address_id
      join reply as mine on mine.id = reply_follow.reply_id
     where reader_address.confirmed_at is not null
       and reader_address.stopped_at is null
       and mine.state in ('shown', 'refused')
       and mine.decided_by is not null
       and mine.decided_at >= reply_follow.made_at
       and mine.decided_at >= ${since}
    on conflict do nothing`.execute(db);
}

async function noteForBrowsers(db: Db, at: Date): Promise<void> {
  const since = new Date(at.getTime() - NEWS_FOR_MS).toISOString();
  await sql`
    insert into reply_notice (to_id, reply_id, kind, made_at)
    select push_subscription.id, answer.id, 'answer', ${at.toISOString()}
      from push_subscription
      join reply as mine on mine.guest_id = push_subscription.guest_id
      join reply as answer on answer.parent_id = mine.id
     where push_subscription.confirmed_at is not null
       and answer.state = 'shown'
       and answer.kind = 'reply'
       and (answer.guest_id is null or answer.guest_id <> mine.guest_id)
       and coalesce(answer.decided_at, answer.written_at) >= push_subscription.confirmed_at
       and coalesce(answer.decided_at, answer.written_at) >= ${since}
    on conflict do nothing`.execute(db);
}

export type Notice = {
  readonly replyId: string;
  readonly kind: "answer" | "shown" | "refused";
  /** Who answered; in a decision, their own name. */
  readonly name: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly reason: Reason | null;
  readonly note: string;
  readonly editionCode: string;
  readonly slug: string;
  readonly headline: string;
  readonly publishedAt: Date;
};

const MOST_IN_A_LETTER = 20;

/** What an address or a browser is still to be told, oldest first; what is not as it was when it was noted is left out. */
export async function untold(
  db: Db,
  toId: string,
): Promise<{ readonly notices: readonly Notice[]; readonly more: number }> {
  const rows = await db
    .selectFrom("reply_notice")
    .innerJoin("reply", "reply.id", "reply_notice.reply_id")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select([
      "edition.code",
      "reply.id",
      "reply_notice.kind",
      "reply.state",
      "reply.author_name",
      "reply.body",
      "reply.reason",
      "reply.note",
      "reply.written_at",
      "article.slug",
      "article.published_at",
      "revision.headline",
    ])
    .where("reply_notice.to_id", "=", toId)
    .where("reply_notice.sent_at", "is", null)
    .where("article.state", "=", "published")
    .orderBy("reply_notice.made_at")
    .orderBy("reply.id")
    .execute();
  const notices = rows.flatMap((row): Notice[] => {
    const { kind } = row;
    const isStill = kind === "answer" ? row.state === "shown" : row.state === kind;
    if (!isStill || (kind !== "answer" && kind !== "shown" && kind !== "refused")) return [];
    return [
      {
        replyId: row.id,
        kind,
        name: row.author_name,
        text: row.body,
        writtenAt: new Date(row.written_at),
        reason: row.reason !== null && isReason(row.reason) ? row.reason : null,
        note: row.note,
        editionCode: row.code,
        slug: row.slug,
        headline: row.headline,
        publishedAt: new Date(row.published_at ?? row.written_at),
      },
    ];
  });
  return { notices: notices.slice(0, MOST_IN_A_LETTER), more: Math.max(0, notices.length - MOST_IN_A_LETTER) };
}

/** All that was to be told until now is told. */
export async function noteTold(db: Db, { toId, until, at }: { toId: string; until: Date; at: Date }): Promise<void> {
  await together(db, async (db) => {
    await db
      .updateTable("reply_notice")
      .set({ sent_at: at.toISOString() })
      .where("to_id", "=", toId)
      .where("sent_at", "is", null)
      .where("made_at", "<=", until.toISOString())
      .execute();
    await db.updateTable("reader_address").set({ told_at: at.toISOString() }).where("id", "=", toId).execute();
  });
}

export type Story = {
  readonly editionCode: string;
  readonly slug: string;
  readonly headline: string;
  readonly publishedAt: Date;
};

/** A story readers can see: its headline, and where it stands. */
export async function headlineOf(db: Db, articleId: string): Promise<Story | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["edition.code", "article.slug", "revision.headline", "article.published_at"])
    .where("article.id", "=", articleId)
    .where("article.state", "=", "published")
    .executeTakeFirst();
  return (
    row && {
      editionCode: row.code,
      slug: row.slug,
      headline: row.headline,
      publishedAt: new Date(row.published_at ?? 0),
    }
  );
}
