/**
 * Replies moved here from another program, a batch in each commit: what is here already is left as it is, so a run that was
 * cut short is begun again, and nothing that was here is touched. When all of a story's are kept they find their places.
 */
import { sql } from "kysely";
import { newId } from "#lib/ids.ts";
import { type Db, reading, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { bump } from "#store/topics.ts";
import type { AsideKind, MovedReply, MovedState } from "#text/moving/replies.ts";
import { cleanedLine, cleanedText } from "#text/replies/cleaned.ts";
import { folded } from "#text/replies/folded.ts";
import { keepContact, type ReplyKeys } from "./actions.ts";
import { addressFrom, type Reason, type ReplyState, topicOfReplies } from "./replies.ts";

export const MOVED_SOURCES = ["wxr", "disqus", "remark42", "isso"] as const;
export type MovedSource = (typeof MOVED_SOURCES)[number];

export type Origin = { readonly source: MovedSource; readonly site: string };

/** A reply that belongs to a story here, below what it stands below in the end. */
export type PlacedReply = MovedReply & { readonly articleId: string };

/** What became of a row. `imported` and `apart` are kept, `here` was before. */
export type MovedFate =
  | { readonly fate: "imported"; readonly state: ReplyState }
  | { readonly fate: "apart"; readonly kind: AsideKind }
  | { readonly fate: "here" }
  | { readonly fate: "refused"; readonly why: "empty" | "undated" };

type Take = Origin & {
  readonly replies: readonly PlacedReply[];
  readonly keys: Pick<ReplyKeys, "address" | "index">;
  readonly at: Date;
};

/** Keeps a batch and answers the fate of each, in order. Nobody sees them before `settleMoved`. */
export async function takeMoved(db: Db, { source, site, replies, keys, at }: Take): Promise<readonly MovedFate[]> {
  return together(db, async (db) => {
    const known = await oldIdsHere(db, { source, site, ids: replies.map(({ id }) => id) });
    const fates: MovedFate[] = [];
    for (const reply of replies) {
      const fate = known.has(reply.id) ? ({ fate: "here" } as const) : fateOf(reply);
      known.add(reply.id);
      fates.push(fate);
      if (fate.fate === "imported") await keepReply(db, { source, site, reply, state: fate.state, keys, at });
      else if (fate.fate === "apart") await keepAside(db, { source, site, reply, kind: fate.kind });
    }
    return fates;
  });
}

/** The same without keeping anything: what `takeMoved` would answer. */
export async function wouldTake(
  db: Db,
  { source, site, replies }: Pick<Take, "source" | "site" | "replies">,
): Promise<readonly MovedFate[]> {
  const known = await oldIdsHere(db, { source, site, ids: replies.map(({ id }) => id) });
  return replies.map((reply) => {
    const fate = known.has(reply.id) ? ({ fate: "here" } as const) : fateOf(reply);
    known.add(reply.id);
    return fate;
  });
}

/** Which of these ids came before. */
export async function oldIdsHere(
  db: Db,
  { source, site, ids }: Origin & { readonly ids: readonly string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const tables = ["moved_reply", "moved_aside"] as const;
  const here = await Promise.all(
    tables.map((table) =>
      db
        .selectFrom(table)
        .select("old_id")
        .where("source", "=", source)
        .where("site", "=", site)
        .where("old_id", "in", ids)
        .execute(),
    ),
  );
  return new Set(here.flat().map(({ old_id }) => old_id));
}

// What a moderator had refused there stays refused, with its reason; nothing is let through by moving.
const STATES: Readonly<Record<MovedState, ReplyState>> = {
  shown: "shown",
  held: "held",
  spam: "refused",
  trash: "refused",
  erased: "erased",
};

function fateOf({ kind, state, text, at }: PlacedReply): MovedFate {
  if (kind !== "reply") return { fate: "apart", kind };
  if (at === null) return { fate: "refused", why: "undated" };
  // Of what was deleted there is no word, and its place is for the answers to it.
  if (state !== "erased" && cleanedText(text) === "") return { fate: "refused", why: "empty" };
  return { fate: "imported", state: STATES[state] };
}

type Keep = Origin & {
  readonly reply: PlacedReply;
  readonly state: ReplyState;
  readonly keys: Pick<ReplyKeys, "address" | "index">;
  readonly at: Date;
};

async function keepReply(db: Db, { source, site, reply, state, keys, at }: Keep): Promise<void> {
  const written = reply.at ?? at;
  const id = newId(written);
  const isErased = state === "erased";
  const reason: Reason | null = state !== "refused" ? null : reply.state === "spam" ? "spam" : "other";
  const name = isErased ? "" : cleanedLine(reply.name) || NAMELESS;
  const body = isErased ? "" : cleanedText(reply.text);
  await insertMoved(db, {
    id,
    article_id: reply.articleId,
    author_name: name,
    body,
    folded: folded(`${name} ${body}`),
    state,
    reason,
    featured_at: reply.isFeatured ? written.toISOString() : null,
    written_at: written.toISOString(),
    edited_at: reply.editedAt?.toISOString() ?? null,
    decided_at: state === "held" ? null : at.toISOString(),
    decided_by: state === "held" ? null : `import ${source}`,
  });
  await noteMoved(db, {
    source,
    site,
    old_id: reply.id,
    old_parent: reply.parentId,
    article_id: reply.articleId,
    reply_id: id,
    anchor: await freeAnchor(db, reply.articleId, anchorOf(source, reply.id)),
    moved_at: at.toISOString(),
  });
  const address = isErased ? undefined : addressFrom(reply.email);
  if (address !== undefined) await keepContact(db, id, address, keys);
}

// As the old programs showed somebody who gave no name.
const NAMELESS = "Anonymous";

const insertMoved = keptStatement(
  (
    db,
    value: ValueOf<{
      id: string;
      article_id: string;
      author_name: string;
      body: string;
      state: string;
      reason: string | null;
      featured_at: string | null;
      written_at: string;
      edited_at: string | null;
      decided_at: string | null;
      decided_by: string | null;
      folded: string;
    }>,
  ) =>
    db.insertInto("reply").values({
      id: value("id"),
      article_id: value("article_id"),
      parent_id: null,
      root_id: value("id"),
      depth: 0,
      kind: "reply",
      author_name: value("author_name"),
      staff_id: null,
      guest_id: null,
      body: value("body"),
      quote: "",
      state: value("state"),
      is_listed: 0,
      shown_below: 0,
      featured_at: value("featured_at"),
      reason: value("reason"),
      note: "",
      appeal: null,
      flags: "[]",
      written_at: value("written_at"),
      edited_at: value("edited_at"),
      decided_at: value("decided_at"),
      decided_by: value("decided_by"),
      folded: value("folded"),
    }),
);

const noteMoved = keptStatement(
  (
    db,
    value: ValueOf<{
      source: string;
      site: string;
      old_id: string;
      old_parent: string;
      article_id: string;
      reply_id: string;
      anchor: string | null;
      moved_at: string;
    }>,
  ) =>
    db.insertInto("moved_reply").values({
      source: value("source"),
      site: value("site"),
      old_id: value("old_id"),
      old_parent: value("old_parent"),
      article_id: value("article_id"),
      reply_id: value("reply_id"),
      anchor: value("anchor"),
      settled: 0,
      moved_at: value("moved_at"),
    }),
);

/** The end of its address there: what links to it still end in. */
function anchorOf(source: MovedSource, id: string): string | undefined {
  const begins: Readonly<Record<MovedSource, string>> = {
    wxr: "comment-",
    disqus: "comment-",
    remark42: "remark42__comment-",
    isso: "isso-",
  };
  return /^[\w-]{1,80}$/.test(id) ? begins[source] + id : undefined;
}

async function freeAnchor(db: Db, articleId: string, anchor: string | undefined): Promise<string | null> {
  if (anchor === undefined) return null;
  const [taken] = await repliesAt(db, { article_id: articleId, anchor });
  return taken ? null : anchor;
}

const repliesAt = keptStatement((db, value: ValueOf<{ article_id: string; anchor: string }>) =>
  db
    .selectFrom("moved_reply")
    .select("reply_id")
    .where("article_id", "=", value("article_id"))
    .where("anchor", "=", value("anchor")),
);

/** The reply of an article that an old address ended in. */
export async function replyAt(db: Db, articleId: string, anchor: string): Promise<string | undefined> {
  const [found] = await repliesAt(db, { article_id: articleId, anchor });
  return found?.reply_id;
}

async function keepAside(
  db: Db,
  { source, site, reply, kind }: Origin & { readonly reply: PlacedReply; readonly kind: AsideKind },
): Promise<void> {
  await db
    .insertInto("moved_aside")
    .values({
      source,
      site,
      old_id: reply.id,
      article_id: reply.articleId,
      kind,
      name: cleanedLine(reply.name),
      body: cleanedText(reply.text),
      written_at: reply.at?.toISOString() ?? null,
    })
    .execute();
}

// One commit holds others up for some milliseconds.
const SETTLED_AT_ONCE = 20;

/** Settles each story with moved replies that have not found their places: of this run, and of one that was cut short. */
export async function settleAllMoved(db: Db): Promise<void> {
  const rows = await db
    .selectFrom("moved_reply")
    .select("article_id")
    .distinct()
    .where("settled", "=", 0)
    .orderBy("article_id")
    .execute();
  for (let from = 0; from < rows.length; from += SETTLED_AT_ONCE)
    await together(db, async (db) => {
      for (const { article_id } of rows.slice(from, from + SETTLED_AT_ONCE)) await settleMoved(db, article_id);
    });
}

/** Puts the moved replies of one story below what they answer, lists and counts them, and prints its pages again. */
export async function settleMoved(db: Db, articleId: string): Promise<void> {
  await together(db, async (db) => {
    const loose = await looseReplies(db, articleId);
    if (loose.length === 0) return;
    await bump(db, [topicOfReplies(articleId)]);
    for (const { id, parentId, rootId, depth } of treeOf(loose))
      await placeReply(db, { id, parent_id: parentId, root_id: rootId, depth });
    await markSettled(db, { article_id: articleId });
    await listAndCount(db, articleId);
  });
}

const placeReply = keptStatement(
  (db, value: ValueOf<{ id: string; parent_id: string | null; root_id: string; depth: number }>) =>
    db
      .updateTable("reply")
      .set({ parent_id: value("parent_id"), root_id: value("root_id"), depth: value("depth") })
      .where("id", "=", value("id")),
);

const markSettled = keptStatement((db, value: ValueOf<{ article_id: string }>) =>
  db.updateTable("moved_reply").set({ settled: 1 }).where("article_id", "=", value("article_id")),
);

type Loose = {
  readonly id: string;
  readonly key: string;
  readonly parentKey: string;
  /** The place of the parent where that had found its own before. */
  readonly above: Placed | undefined;
};
type Placed = { readonly id: string; readonly rootId: string; readonly depth: number };

async function looseReplies(db: Db, articleId: string): Promise<readonly Loose[]> {
  const rows = await db
    .selectFrom("moved_reply")
    .leftJoin("moved_reply as above", (join) =>
      join
        .onRef("above.source", "=", "moved_reply.source")
        .onRef("above.site", "=", "moved_reply.site")
        .onRef("above.old_id", "=", "moved_reply.old_parent")
        .onRef("above.article_id", "=", "moved_reply.article_id")
        .on("above.settled", "=", 1),
    )
    .leftJoin("reply as parent", "parent.id", "above.reply_id")
    .select([
      "moved_reply.source",
      "moved_reply.site",
      "moved_reply.old_id",
      "moved_reply.old_parent",
      "moved_reply.reply_id",
      "parent.id as parent",
      "parent.root_id",
      "parent.depth",
    ])
    .where("moved_reply.article_id", "=", articleId)
    .where("moved_reply.settled", "=", 0)
    .execute();
  return rows.map(({ source, site, old_id, old_parent, reply_id, parent, root_id, depth }) => ({
    id: reply_id,
    key: `${source}\n${site}\n${old_id}`,
    parentKey: old_parent === "" ? "" : `${source}\n${site}\n${old_parent}`,
    above: parent === null || root_id === null || depth === null ? undefined : { id: parent, rootId: root_id, depth },
  }));
}

type Settled = Placed & { readonly parentId: string | null };

/** However deep a talk went there, it is as deep here; what runs in a circle or names nobody begins a thread. */
function treeOf(loose: readonly Loose[]): readonly Settled[] {
  const byKey = new Map(loose.map((one) => [one.key, one]));
  const settled = new Map<string, Settled>();
  for (const first of loose) {
    const way: Loose[] = [];
    const onTheWay = new Set<string>();
    for (let one: Loose | undefined = first; one && !settled.has(one.key) && !onTheWay.has(one.key); ) {
      way.push(one);
      onTheWay.add(one.key);
      one = byKey.get(one.parentKey);
    }
    for (const one of way.reverse()) {
      const above = settled.get(one.parentKey) ?? one.above;
      settled.set(one.key, {
        id: one.id,
        parentId: above?.id ?? null,
        rootId: above?.rootId ?? one.id,
        depth: above ? above.depth + 1 : 0,
      });
    }
  }
  return [...settled.values()];
}

/** What is shown is listed, and what is not but has an answer that is. */
async function listAndCount(db: Db, articleId: string): Promise<void> {
  await sql`
    update reply
       set is_listed = case when state = 'shown' and kind = 'reply' then 1 else 0 end
     where article_id = ${articleId}`.execute(db);
  for (;;) {
    const { numAffectedRows } = await sql`
      update reply
         set is_listed = 1
       where article_id = ${articleId}
         and is_listed = 0
         and id in (select below.parent_id
                      from reply as below
                     where below.article_id = ${articleId}
                       and below.is_listed = 1
                       and below.parent_id is not null)`.execute(db);
    if (!numAffectedRows) break;
  }
  const below = await db
    .selectFrom("reply")
    .select((row) => ["root_id", row.cast<number>(row.fn.countAll(), "integer").as("shown")])
    .where("article_id", "=", articleId)
    .where("is_listed", "=", 1)
    .where("parent_id", "is not", null)
    .groupBy("root_id")
    .execute();
  await db.updateTable("reply").set({ shown_below: 0 }).where("article_id", "=", articleId).execute();
  for (const { root_id, shown } of below)
    await db.updateTable("reply").set({ shown_below: shown }).where("id", "=", root_id).execute();
  const { shown } = await db
    .selectFrom("reply")
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("shown"))
    .where("article_id", "=", articleId)
    .where("state", "=", "shown")
    .where("kind", "=", "reply")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("reply_count")
    .values({ article_id: articleId, shown })
    .onConflict((known) => known.column("article_id").doUpdateSet({ shown }))
    .execute();
}

/** The story of an address of the old site: one of ours, one that was ours, where its copy came from, or the only one so called. */
export async function articleAtAddress(db: Db, address: string): Promise<string | undefined> {
  return reading(db, async (db) => {
    const url = URL.parse(address, "https://old.invalid/");
    if (!url) return undefined;
    const steps = url.pathname.split("/").filter(Boolean).map(decoded);
    return (
      (await articleOfOurs(db, steps)) ??
      (await articleFrom(db, url)) ??
      (await onlyArticleCalled(db, (steps.at(-1) ?? "").replace(/\.(html?|php|aspx?)$/i, "")))
    );
  });
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a broken percent-encoding names what it says
  }
}

async function articleOfOurs(db: Db, [code = "", slug = "", ...more]: readonly string[]): Promise<string | undefined> {
  if (more.length > 0 || slug === "") return undefined;
  const now = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("article.id")
    .where("edition.code", "=", code)
    .where("article.slug", "=", slug)
    .executeTakeFirst();
  if (now) return now.id;
  const once = await db
    .selectFrom("slug_redirect")
    .innerJoin("edition", "edition.id", "slug_redirect.edition_id")
    .select("slug_redirect.article_id")
    .where("edition.code", "=", code)
    .where("slug_redirect.slug", "=", slug)
    .executeTakeFirst();
  return once?.article_id;
}

/** Host and path decide: `www.`, a slash at the end and what follows a question mark part no page from itself. */
async function articleFrom(db: Db, { hostname, pathname }: URL): Promise<string | undefined> {
  if (hostname === "old.invalid") return undefined;
  const host = hostname.replace(/^www\./, "");
  const path = pathname.replace(/\/+$/, "");
  const same = ["http", "https"].flatMap((scheme) =>
    ["", "www."].flatMap((www) => ["", "/"].map((end) => `${scheme}://${www}${host}${path}${end}`)),
  );
  const row = await db.selectFrom("article").select("id").where("origin_url", "in", same).executeTakeFirst();
  return row?.id;
}

async function onlyArticleCalled(db: Db, slug: string): Promise<string | undefined> {
  if (slug === "") return undefined;
  const rows = await db.selectFrom("article").select("id").where("slug", "=", slug).limit(2).execute();
  return rows.length === 1 ? rows[0]?.id : undefined;
}
