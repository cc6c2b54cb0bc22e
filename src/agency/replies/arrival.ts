/**
 * What becomes of a reply as it arrives, before any person has read it: whether it may be written at all (bans, closing,
 * slow mode), and whether it is shown, held or refused (trust, surge, the desk's rules), each with its reasons.
 */
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { hostsIn } from "#text/replies/words.ts";
import { banOn } from "./bans.ts";
import { modelFor } from "./learning.ts";
import type { Reason, ReplyKind, ReplyState } from "./replies.ts";
import { rulesInForce } from "./rule-book.ts";
import { verdictOf } from "./rules.ts";
import { scoreOf, tokensOf } from "./score.ts";
import { closesAt, houseTalk, SURGE_MS, SURGE_SLOW_SECONDS, storyTalk } from "./talk.ts";

/** Today's digest of a network, and which day that is. */
export type NetworkMark = { readonly digest: string; readonly day: string };

type Arriving = {
  readonly articleId: string;
  readonly name: string;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly guest: { readonly id: string; readonly shown: number; readonly refused: number };
  /** Blind index of the address and of its domain; empty without one. */
  readonly addressIndex: string;
  readonly domainIndex: string;
  readonly network: NetworkMark | undefined;
  readonly at: Date;
};

export type Arrival =
  | { readonly refusal: "closed" | "slow" }
  | { readonly refusal: "banned"; readonly reason: Reason; readonly until: Date }
  | {
      readonly state: Extract<ReplyState, "shown" | "held" | "refused">;
      readonly reason: Reason | null;
      /** Why it is not shown at once, and what else the desk should see: words of our own, and `rule:ID`. */
      readonly flags: readonly string[];
      readonly score: number | null;
    };

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_LINKS = 2;
/** Whose replies pass even in a surge. */
const WELL_KNOWN = 5;

export async function arrivalOf(db: Db, reply: Arriving): Promise<Arrival> {
  const { articleId, guest, at } = reply;
  const [article] = await arrivedAt(db, { id: articleId });
  const [house, story] = [await houseTalk(db), await storyTalk(db, articleId)];
  const published = article?.published_at ? new Date(article.published_at) : null;
  const closes = closesAt(house, story, published);
  if (!article || (closes !== null && closes <= at)) return { refusal: "closed" };
  const marks = { guest: guest.id, address: reply.addressIndex, network: reply.network?.digest ?? "" };
  const ban = await banOn(db, { ...marks, at });
  if (ban) return { refusal: "banned", ...ban };
  const isSurge =
    story.surge === "on" || (story.surge === "usual" && (await isOverrun(db, articleId, house.surgeAt, at)));
  const slow = Math.max(story.slowSeconds ?? house.slowSeconds, isSurge ? SURGE_SLOW_SECONDS : 0);
  const earlier = await earlierOf(db, guest.id, at);
  if (slow > 0 && (await wroteHere(db, { guest: guest.id, article: articleId, since: before(at, slow * 1000) })))
    return { refusal: "slow" };

  const score = scoreOf(await modelFor(db, article.language), tokensOf(reply));
  const verdict = verdictOf(await rulesInForce(db), {
    name: reply.name,
    text: reply.text,
    earlierWithin: (minutes) => earlier.filter((one) => at.getTime() - one < minutes * 60_000).length,
    articleAgeDays: published ? (at.getTime() - published.getTime()) / DAY_MS : 0,
    score,
    domainIndex: reply.domainIndex,
    network: reply.network,
  });
  const held = [
    ...(guest.shown < house.trustAfter ? ["first"] : []),
    ...(guest.refused >= house.trustLost ? ["refused-before"] : []),
    ...(hostsIn(reply.text).length > MOST_LINKS ? ["links"] : []),
    ...(isSurge && guest.shown < WELL_KNOWN ? ["surge"] : []),
  ];
  const flags = [...held, ...verdict.by.map((id) => `rule:${id}`)];
  if (verdict.state === "refuse") return { state: "refused", reason: verdict.reason, flags, score };
  const isShown = reply.kind === "reply" && held.length === 0 && verdict.state === "pass";
  return { state: isShown ? "shown" : "held", reason: null, flags, score };
}

const arrivedAt = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.published_at", "edition.language"])
    .where("article.id", "=", value("id"))
    .where("article.state", "=", "published"),
);

/** Whether so many replies to a story came within ten minutes: a surge. */
async function isOverrun(db: Db, articleId: string, surgeAt: number, at: Date): Promise<boolean> {
  if (surgeAt === 0) return false;
  const rows = await lately(db, { article: articleId, since: before(at, SURGE_MS), most: surgeAt });
  return rows.length >= surgeAt;
}

const lately = keptStatement((db, value: ValueOf<{ article: string; since: string; most: number }>) =>
  db
    .selectFrom("reply")
    .select("id")
    .where("article_id", "=", value("article"))
    .where("written_at", ">", value("since"))
    .limit(value("most")),
);

/** When this device wrote in the last day, in milliseconds; as many as a rule may count. */
async function earlierOf(db: Db, guestId: string, at: Date): Promise<readonly number[]> {
  const rows = await writtenSince(db, { guest: guestId, since: before(at, DAY_MS) });
  return rows.map(({ written_at }) => Date.parse(written_at));
}

const writtenSince = keptStatement((db, value: ValueOf<{ guest: string; since: string }>) =>
  db
    .selectFrom("reply")
    .select("written_at")
    .where("guest_id", "=", value("guest"))
    .where("written_at", ">", value("since"))
    .orderBy("written_at", "desc")
    .limit(1_000),
);

async function wroteHere(db: Db, given: { guest: string; article: string; since: string }): Promise<boolean> {
  return (await hereSince(db, given)).length > 0;
}

const hereSince = keptStatement((db, value: ValueOf<{ guest: string; article: string; since: string }>) =>
  db
    .selectFrom("reply")
    .select("id")
    .where("guest_id", "=", value("guest"))
    .where("article_id", "=", value("article"))
    .where("written_at", ">", value("since"))
    .limit(1),
);

function before(at: Date, ms: number): string {
  return new Date(at.getTime() - ms).toISOString();
}
