/** The moderators' queue: what waits as cards, copies of one reply on one; what was decided as a list. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#store/db.ts";
import { folded } from "#text/replies/folded.ts";
import { type QueuedReply, shapedQueued } from "./queries.ts";

export const LISTS = ["held", "shown", "refused", "withdrawn"] as const;
export type List = (typeof LISTS)[number];

/** Which replies a press is about: single ones, whole cards, or everything a list shows for some words. */
export type Chosen =
  | { readonly ids: readonly string[] }
  | { readonly cards: readonly string[] }
  | { readonly list: List; readonly words: string };

/** As a condition over `reply`. */
export function chosenReplies(chosen: Chosen): RawBuilder<unknown> {
  if ("ids" in chosen) return sql`reply.id in (${sql.join(chosen.ids.length > 0 ? chosen.ids : [""])})`;
  if ("cards" in chosen)
    return sql`coalesce(reply.cluster_id, reply.id) in (${sql.join(chosen.cards.length > 0 ? chosen.cards : [""])})
      and reply.state = 'held'`;
  return sql`reply.state = ${chosen.list} and ${matches(chosen.words)}`;
}

// A question of more words is a text pasted by mistake, and one more condition than a statement may have.
const MOST_WORDS = 100;

/** Every word somewhere in name or text, in whatever letters: `ИГИЛ` finds `игил`. Of too many words none are left out: nothing fits. */
function matches(words: string): RawBuilder<unknown> {
  const asked = [...new Set(folded(words).split(" ").filter(Boolean))];
  if (asked.length > MOST_WORDS) return sql`1 = 0`;
  const each = asked.map(
    (word) => sql`reply.folded like ${`%${word.replaceAll(/[%_\\]/g, (sign) => `\\${sign}`)}%`} escape '\\'`,
  );
  return each.length === 0 ? sql`1 = 1` : sql.join(each, sql` and `);
}

/** Where a page of a list begins: after the last of the page before. What has been decided since is missed by nobody. */
export type ListPlace = {
  /** How often what stands there was reported; nothing is asked about it where all was decided. */
  readonly reports: number;
  readonly at: string;
  readonly id: string;
};

export type Card = {
  readonly id: string;
  readonly place: ListPlace;
  /** The first of its replies. */
  readonly reply: QueuedReply;
  /** How many there are, the first among them. */
  readonly copies: number;
};

type Asked = { readonly words: string; readonly limit: number; readonly after?: ListPlace | undefined };

/** What waits: what readers report first, then what waits the longest. */
export async function waitingCards(db: Db, { words, limit, after }: Asked): Promise<readonly Card[]> {
  const later = after
    ? sql`having max(reply.reports) < ${after.reports}
              or (max(reply.reports) = ${after.reports} and (min(reply.written_at), min(reply.id)) > (${after.at}, ${after.id}))`
    : sql``;
  const { rows } = await sql<{ card: string; first: string; copies: number; reports: number; written_at: string }>`
    select coalesce(reply.cluster_id, reply.id) as card,
           min(reply.id)                        as first,
           cast(count(*) as integer)            as copies,
           max(reply.reports)                   as reports,
           min(reply.written_at)                as written_at
      from reply
     where reply.state = 'held' and ${matches(words)}
     group by coalesce(reply.cluster_id, reply.id)
    ${later}
     order by max(reply.reports) desc, min(reply.written_at), min(reply.id)
     limit ${limit}`.execute(db);
  const replies = new Map(
    (
      await queued(
        db,
        rows.map(({ first }) => first),
      )
    ).map((reply) => [reply.id, reply]),
  );
  return rows.flatMap(({ card, first, copies, reports, written_at }) => {
    const reply = replies.get(first);
    return reply ? [{ id: card, place: { reports, at: written_at, id: first }, reply, copies }] : [];
  });
}

/** The replies of one card, the oldest first. */
export async function repliesOfCard(db: Db, card: string, limit: number): Promise<readonly QueuedReply[]> {
  const { rows } = await sql<{ id: string }>`
    select reply.id
      from reply
     where coalesce(reply.cluster_id, reply.id) = ${card} and reply.state = 'held'
     order by reply.written_at, reply.id
     limit ${limit}`.execute(db);
  return queued(
    db,
    rows.map(({ id }) => id),
  );
}

/** Everything of one guest, the newest first. */
export async function repliesOfGuest(db: Db, guestId: string, limit: number): Promise<readonly QueuedReply[]> {
  const rows = await db
    .selectFrom("reply")
    .select("id")
    .where("guest_id", "=", guestId)
    .orderBy("written_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return queued(
    db,
    rows.map(({ id }) => id),
  );
}

/** What was decided, the latest decision first. */
export async function decidedReplies(
  db: Db,
  list: Exclude<List, "held">,
  { words, limit, after }: Asked,
): Promise<readonly QueuedReply[]> {
  const earlier = after ? sql`and (reply.decided_at, reply.id) < (${after.at}, ${after.id})` : sql``;
  const { rows } = await sql<{ id: string }>`
    select reply.id
      from reply
     where reply.state = ${list} and reply.state <> 'held' and ${matches(words)} ${earlier}
     order by reply.decided_at desc, reply.id desc
     limit ${limit}`.execute(db);
  return queued(
    db,
    rows.map(({ id }) => id),
  );
}

/** How many replies a list shows for some words. */
export async function countListed(db: Db, list: List, words: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select cast(count(*) as integer) as count from reply where ${chosenReplies({ list, words })}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** In the order of their ids as given. */
export async function queued(db: Db, ids: readonly string[]): Promise<readonly QueuedReply[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .leftJoin("guest", "guest.id", "reply.guest_id")
    .leftJoin("reply as parent", "parent.id", "reply.parent_id")
    .select([
      "reply.id",
      "reply.article_id",
      "reply.guest_id",
      "reply.staff_id",
      "article.headline",
      "article.slug",
      "edition.code",
      "edition.language",
      "reply.author_name",
      "reply.body",
      "reply.quote",
      "reply.kind",
      "reply.state",
      "reply.reason",
      "reply.note",
      "reply.appeal",
      "reply.flags",
      "reply.score",
      "reply.reports",
      "reply.featured_at",
      "reply.cluster_id",
      "reply.written_at",
      "reply.decided_at",
      "guest.shown",
      "guest.refused",
      "parent.author_name as parent_name",
      "parent.body as parent_body",
    ])
    .where("reply.id", "in", ids)
    .execute();
  const known = new Map(rows.map((row) => [row.id, shapedQueued(row)]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
