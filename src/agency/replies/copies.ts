/** Which replies are copies of each other: found as a reply arrives, by a few numbers, however many there are already. */
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { ALIKE, type Likeness, likeness, likenessOf } from "#text/replies/likeness.ts";

// Copies come in hours; two weeks later a like text is somebody else's thought, and a card of its own.
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** This week and the last. */
export const COMPARED_DAYS = 14;
const BAND_BITS = 2 ** 36;
const BANDS = 4;

export type Copy = {
  /** The first of those it is a copy of; its own id when there is none; null when it is too short to tell. */
  readonly clusterId: string | null;
  readonly sketch: string;
  /** That first one was refused. */
  readonly isOfRefused: boolean;
};

/** Compares a reply with those of the last week or two, and has later ones compared with it. */
export async function copyOf(db: Db, { id, text, at }: { id: string; text: string; at: Date }): Promise<Copy> {
  const own = likenessOf(text);
  if (!own) return { clusterId: null, sketch: "", isOfRefused: false };
  const week = Math.floor(at.getTime() / WEEK_MS);
  const [marks, marksBefore] = [marksOf(own, week), marksOf(own, week - 1)];
  const found = await markedSo(db, { ...under(NOW, marks), ...under(BEFORE, marksBefore) });
  const alike = found.filter((one) => one.id !== id && likeness(one.sketch, own.sketch) >= ALIKE);
  const clusters = [...new Set(alike.map(({ id, cluster_id }) => cluster_id ?? id))].sort();
  const [first, ...others] = clusters;
  if (others.length > 0 && first !== undefined) await merge(db, first, others);
  const clusterId = first ?? id;
  await insertMarks(db, { ...under(NOW, marks), cluster_id: clusterId });
  return { clusterId, sketch: own.sketch, isOfRefused: alike.some(({ state }) => state === "refused") };
}

const NOW = ["now0", "now1", "now2", "now3"] as const;
const BEFORE = ["before0", "before1", "before2", "before3"] as const;

type Under<Name extends string> = Readonly<Record<Name, number>>;

function under<Name extends string>(names: readonly Name[], marks: readonly number[]): Under<Name> {
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(names.map((name, at) => [name, marks[at] ?? 0])) as Under<Name>;
}

const markedSo = keptStatement((db, value: ValueOf<Under<(typeof NOW | typeof BEFORE)[number]>>) =>
  db
    .selectFrom("reply_mark")
    .innerJoin("reply", "reply.id", "reply_mark.cluster_id")
    .select(["reply.id", "reply.cluster_id", "reply.sketch", "reply.state"])
    .where(
      "reply_mark.mark",
      "in",
      [...NOW, ...BEFORE].map((name) => value(name)),
    )
    .distinct(),
);

const insertMarks = keptStatement((db, value: ValueOf<Under<(typeof NOW)[number]> & { readonly cluster_id: string }>) =>
  db
    .insertInto("reply_mark")
    .values(NOW.map((name) => ({ mark: value(name), cluster_id: value("cluster_id") })))
    .onConflict((known) => known.column("mark").doNothing()),
);

/** What a reply said and when it came to say so: what its marks were made of. */
type MarkedText = { readonly body: string; readonly written_at: string; readonly edited_at: string | null };

/** Nothing of a reply is left among what others are compared with. */
export async function forgetMarks(db: Db, ids: readonly string[], texts: readonly MarkedText[]): Promise<void> {
  const marks = texts.flatMap(({ body, written_at, edited_at }) => {
    const own = likenessOf(body);
    const weeks = new Set([written_at, edited_at ?? written_at].map((at) => Math.floor(Date.parse(at) / WEEK_MS)));
    return own ? [...weeks].flatMap((week) => marksOf(own, week)) : [];
  });
  if (marks.length === 0) return;
  await db.deleteFrom("reply_mark").where("mark", "in", marks).where("cluster_id", "in", ids).execute();
}

/** Whoever stood for copies says something else now, or nothing: the next that waits stands for the rest. */
export async function passOnCopies(db: Db, { id, at }: { readonly id: string; readonly at: Date }): Promise<void> {
  const isLeft = sql<boolean>`reply.state = 'held' and coalesce(reply.cluster_id, reply.id) = ${id} and reply.id <> ${id}`;
  const next = await db
    .selectFrom("reply")
    .select(["id", "body"])
    .where(isLeft)
    .orderBy("written_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  const own = next && likenessOf(next.body);
  if (!own) return;
  await sql`update reply set cluster_id = ${next.id} where ${isLeft}`.execute(db);
  await db
    .insertInto("reply_mark")
    .values(marksOf(own, Math.floor(at.getTime() / WEEK_MS)).map((mark) => ({ mark, cluster_id: next.id })))
    .onConflict((known) => known.column("mark").doUpdateSet({ cluster_id: next.id }))
    .execute();
}

/** What is older than last week is compared with nothing any more. */
export async function forgetOldMarks(db: Db, at: Date): Promise<void> {
  const week = Math.floor(at.getTime() / WEEK_MS) - 1;
  await db
    .deleteFrom("reply_mark")
    .where("mark", "<", week * BANDS * BAND_BITS)
    .execute();
}

function marksOf({ bands }: Likeness, week: number): number[] {
  return bands.map((band, at) => (week * BANDS + at) * BAND_BITS + band);
}

/** Two cards turn out to be one: only what waits still stands on cards. */
async function merge(db: Db, into: string, others: readonly string[]): Promise<void> {
  await sql`
    update reply
       set cluster_id = ${into}
     where state = 'held'
       and coalesce(cluster_id, id) in (${sql.join(others)})`.execute(db);
}
