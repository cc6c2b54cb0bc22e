/**
 * What every reply is judged by: what the house asks, the rules that are on, who is banned at all, how those who work here
 * are called, and what was learned. The store counts the changes to them (`reply_ground`); of one count each process reads them once.
 */
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { lookOf } from "#text/replies/cleaned.ts";
import { asksAnybody } from "./advice.ts";
import { bansEnd } from "./bans.ts";
import { modelFor } from "./learning.ts";
import { rulesInForce } from "./rule-book.ts";
import type { Rule } from "./rules.ts";
import type { Model } from "./score.ts";
import { type HouseTalk, houseTalk, type StoryTalk, storyTalkFrom } from "./talk.ts";

export type Ground = {
  readonly house: HouseTalk;
  readonly rules: readonly Rule[];
  /** What the names of the staff look like at a glance. */
  readonly staffLooks: ReadonlySet<string>;
  /** When the last of the bans ends; nothing where nobody is banned. */
  readonly bansEnd: Date | undefined;
  /** Whether somebody outside is asked for advice. */
  readonly asksAdvice: boolean;
  readonly modelFor: (db: Db, language: string) => Promise<Model | undefined>;
};

export type StoryGround = {
  readonly publishedAt: Date | null;
  /** The edition's code, and its language. */
  readonly edition: string;
  readonly language: string;
  readonly slug: string;
  readonly talk: StoryTalk;
  readonly ground: Ground;
};

/** What replies to a story are judged by at this moment; nothing for a story nobody can read. */
export async function storyGround(db: Db, articleId: string): Promise<StoryGround | undefined> {
  const [row] = await standing(db, { id: articleId });
  if (!row) return undefined;
  return {
    publishedAt: row.published_at === null ? null : new Date(row.published_at),
    edition: row.code,
    language: row.language,
    slug: row.slug,
    talk: storyTalkFrom(row),
    ground: await groundOf(db, row.changes),
  };
}

const standing = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .innerJoin("reply_ground", (join) => join.on("reply_ground.id", "=", "now"))
    .leftJoin("article_talk", "article_talk.article_id", "article.id")
    .select(["article.published_at", "article.slug", "edition.code", "edition.language", "reply_ground.changes"])
    .select(["article_talk.mode", "article_talk.close_at", "article_talk.slow_seconds", "article_talk.surge"])
    .where("article.id", "=", value("id"))
    .where("article.state", "=", "published"),
);

type Known = { readonly changes: number; readonly ground: Ground };

const known = new WeakMap<object, Known>();

/** Read after the count was: what changes in between is read again under the next count. */
async function groundOf(db: Db, changes: number): Promise<Ground> {
  // One process may have several stores open; what they share with their actions is the executor's adapter.
  const store = db.getExecutor().adapter;
  const last = known.get(store);
  if (last?.changes === changes) return last.ground;
  const names = await staffNames(db, {});
  const models = new Map<string, Model | undefined>();
  const ground: Ground = {
    house: await houseTalk(db),
    rules: await rulesInForce(db),
    staffLooks: new Set(names.map(({ name }) => lookOf(name))),
    bansEnd: await bansEnd(db),
    asksAdvice: await asksAnybody(db),
    async modelFor(db, language) {
      if (!models.has(language)) models.set(language, await modelFor(db, language));
      return models.get(language);
    },
  };
  known.set(store, { changes, ground });
  return ground;
}

const staffNames = keptStatement((db) => db.selectFrom("staff").select("name").where("removed_at", "is", null));
