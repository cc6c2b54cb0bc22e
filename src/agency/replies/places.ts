/**
 * Which replies have a place on their page, how many are shown below each first one and on each story: kept up by the
 * actions that change states, for one reply or twenty thousand with the same few statements.
 */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { bump } from "#store/topics.ts";
import { DEEPEST, topicOfReplies } from "./replies.ts";

/** The first replies of the threads where something changed: a list, or a question that answers one. */
export type Roots = RawBuilder<unknown>;

export function rootsIn(ids: readonly string[]): Roots {
  return sql`(${sql.join(ids.length > 0 ? ids : [""])})`;
}

/** Lists what is shown, keeps the place of what is gone but was answered, and counts each thread anew. */
export async function settlePlaces(db: Db, roots: Roots): Promise<void> {
  await sql`
    update reply
       set is_listed = 0
     where is_listed = 1
       and state <> 'shown'
       and root_id in ${roots}`.execute(db);
  // Whatever is above something shown keeps its place, up to the root; the depth bounds how often.
  for (let step = 0; step < DEEPEST + 1; step++) {
    const { numAffectedRows } = await sql`
      update reply
         set is_listed = 1
       where is_listed = 0
         and id in (select below.parent_id
                      from reply as below
                     where below.root_id in ${roots}
                       and below.is_listed = 1
                       and below.parent_id is not null)`.execute(db);
    if (numAffectedRows === 0n) break;
  }
  const below = sql`
    (select cast(count(*) as integer)
       from reply as below
      where below.root_id = reply.id and below.is_listed = 1 and below.parent_id is not null)`;
  await sql`
    update reply
       set shown_below = ${below}
     where id in ${roots}
       and shown_below <> ${below}`.execute(db);
}

/** One more is shown, and nothing else changes: of ten thousand replies none is counted again. */
export async function oneMoreShown(
  db: Db,
  { articleId, rootId }: { readonly articleId: string; readonly rootId: string | undefined },
): Promise<void> {
  // First: whoever moves the topic counts alone until their commit.
  await bumpReplies(db, [articleId]);
  if (rootId !== undefined) await oneMoreBelow(db, { id: rootId });
  await oneMoreOf(db, { article_id: articleId });
}

const oneMoreBelow = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .updateTable("reply")
    .set((row) => ({ shown_below: row("shown_below", "+", 1) }))
    .where("id", "=", value("id")),
);

const oneMoreOf = keptStatement((db, value: ValueOf<{ article_id: string }>) =>
  db
    .insertInto("reply_count")
    .values({ article_id: value("article_id"), shown: 1 })
    .onConflict((known) =>
      known.column("article_id").doUpdateSet((row) => ({ shown: row("reply_count.shown", "+", 1) })),
    ),
);

/** So many more of a story's replies are shown, or fewer. */
export async function countShown(db: Db, articleId: string, more: number): Promise<void> {
  if (more === 0) return;
  await db
    .insertInto("reply_count")
    .values({ article_id: articleId, shown: more })
    .onConflict((known) =>
      known.column("article_id").doUpdateSet((row) => ({ shown: row("reply_count.shown", "+", more) })),
    )
    .execute();
}

/** Prints the pages of these stories' replies again. */
export async function bumpReplies(db: Db, articleIds: readonly string[]): Promise<void> {
  await bump(db, articleIds.map(topicOfReplies));
}
