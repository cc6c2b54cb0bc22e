/** What the house asks of replies, and one story where it asks something else: when they close, how slowly they come, whom is trusted. */
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { bumpReplies } from "./places.ts";

export type HouseTalk = {
  /** Replies close so many days after a story came out; 0: never. */
  readonly closeDays: number;
  /** Between two replies of one guest to one story; 0: no wait. */
  readonly slowSeconds: number;
  /** So many replies to one story within ten minutes are a surge; 0: none is. */
  readonly surgeAt: number;
  /** Trusted from so many replies shown on … */
  readonly trustAfter: number;
  /** … until so many were refused. */
  readonly trustLost: number;
};

export const USUAL_TALK: HouseTalk = { closeDays: 0, slowSeconds: 0, surgeAt: 60, trustAfter: 1, trustLost: 1 };

/** In a surge each guest waits so long between two replies to the story. */
export const SURGE_SLOW_SECONDS = 60;
export const SURGE_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const KEYS: Readonly<Record<keyof HouseTalk, string>> = {
  closeDays: "replies.close-days",
  slowSeconds: "replies.slow-seconds",
  surgeAt: "replies.surge-at",
  trustAfter: "replies.trust-after",
  trustLost: "replies.trust-lost",
};

export const TALK_FIELDS = Object.keys(KEYS) as readonly (keyof HouseTalk)[]; // `Object.keys` forgets which keys there are
/** Each field's own bounds. */
export const TALK_BOUNDS: Readonly<Record<keyof HouseTalk, readonly [least: number, most: number]>> = {
  closeDays: [0, 3_650],
  slowSeconds: [0, 3_600],
  surgeAt: [0, 10_000],
  trustAfter: [1, 100],
  trustLost: [1, 100],
};

export function talkSetting(field: keyof HouseTalk): string {
  return KEYS[field];
}

const talkSettings = keptStatement((db) =>
  db.selectFrom("setting").select(["key", "value"]).where("key", "in", Object.values(KEYS)),
);

export async function houseTalk(db: Db): Promise<HouseTalk> {
  const set = new Map((await talkSettings(db, {})).map(({ key, value }) => [key, value]));
  const number = (field: keyof HouseTalk) => {
    const [least, most] = TALK_BOUNDS[field];
    const value = Number(set.get(KEYS[field]) || Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : USUAL_TALK[field];
  };
  return {
    closeDays: number("closeDays"),
    slowSeconds: number("slowSeconds"),
    surgeAt: number("surgeAt"),
    trustAfter: number("trustAfter"),
    trustLost: number("trustLost"),
  };
}

export type StoryTalk = {
  readonly mode: "usual" | "open" | "closed";
  readonly closeAt: Date | null;
  readonly slowSeconds: number | null;
  readonly surge: "usual" | "on" | "off";
};

export const USUAL_STORY: StoryTalk = { mode: "usual", closeAt: null, slowSeconds: null, surge: "usual" };

const storyTalkOf = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .selectFrom("article_talk")
    .select(["mode", "close_at", "slow_seconds", "surge"])
    .where("article_id", "=", value("id")),
);

export async function storyTalk(db: Db, articleId: string): Promise<StoryTalk> {
  const [row] = await storyTalkOf(db, { id: articleId });
  return row ? storyTalkFrom(row) : USUAL_STORY;
}

type TalkRow = {
  readonly mode: string | null;
  readonly close_at: string | null;
  readonly slow_seconds: number | null;
  readonly surge: string | null;
};

/** What was set for a story, of its row; all nulls where there is none. */
export function storyTalkFrom(row: TalkRow): StoryTalk {
  return {
    mode: row.mode === "open" || row.mode === "closed" ? row.mode : "usual",
    closeAt: row.close_at === null ? null : new Date(row.close_at),
    slowSeconds: row.slow_seconds,
    surge: row.surge === "on" || row.surge === "off" ? row.surge : "usual",
  };
}

/** From when a story takes no replies any more: nothing for never. */
export function closesAt(house: HouseTalk, story: StoryTalk, publishedAt: Date | null): Date | null {
  if (story.mode === "closed") return new Date(0);
  if (story.closeAt) return story.closeAt;
  if (story.mode === "open" || house.closeDays === 0 || publishedAt === null) return null;
  return new Date(publishedAt.getTime() + house.closeDays * DAY_MS);
}

type KeepTalk = { readonly articleId: string; readonly talk: StoryTalk; readonly by: string; readonly at: Date };

export async function keepStoryTalk(db: Db, { articleId, talk, by, at }: KeepTalk): Promise<void> {
  await together(db, async (db) => {
    const values = {
      mode: talk.mode,
      close_at: talk.closeAt?.toISOString() ?? null,
      slow_seconds: talk.slowSeconds,
      surge: talk.surge,
      changed_by: by,
      changed_at: at.toISOString(),
    };
    await db
      .insertInto("article_talk")
      .values({ article_id: articleId, ...values })
      .onConflict((known) => known.column("article_id").doUpdateSet(values))
      .execute();
    await note(db, { by, act: "replies.set", subject: `article:${articleId}`, detail: { ...talk }, at });
    await bumpReplies(db, [articleId]);
  });
}
