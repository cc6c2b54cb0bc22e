/**
 * What becomes of a reply as it arrives, before any person has read it: whether it may be written at all (bans, closing,
 * slow mode), and whether it is shown, held or refused (trust, surge, the desk's rules), each with its reasons.
 */
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { hostsIn } from "#text/replies/words.ts";
import { banOn } from "./bans.ts";
import type { StoryGround } from "./ground.ts";
import type { Reason, ReplyKind, ReplyState } from "./replies.ts";
import { verdictOf } from "./rules.ts";
import { scoreOf } from "./score.ts";
import { closesAt, SURGE_MS, SURGE_SLOW_SECONDS } from "./talk.ts";

/** Today's digest of a network, and which day that is. */
export type NetworkMark = { readonly digest: string; readonly day: string };

type Arriving = {
  readonly articleId: string;
  readonly name: string;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly guest: { readonly id: string; readonly shown: number; readonly refused: number; readonly isNew: boolean };
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
      /** The rule that refused it. */
      readonly refusedBy?: string;
    };

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_LINKS = 2;
/** Whose replies pass even in a surge. */
const WELL_KNOWN = 5;

export async function arrivalOf(db: Db, story: StoryGround, reply: Arriving): Promise<Arrival> {
  const { articleId, guest, at } = reply;
  const { talk, publishedAt: published, ground } = story;
  const { house } = ground;
  const closes = closesAt(house, talk, published);
  if (closes !== null && closes <= at) return { refusal: "closed" };
  const marks = { guest: guest.id, address: reply.addressIndex, network: reply.network?.digest ?? "" };
  const isAnybodyBanned = ground.bansEnd !== undefined && ground.bansEnd > at;
  const ban = isAnybodyBanned ? await banOn(db, { ...marks, at }) : undefined;
  if (ban) return { refusal: "banned", ...ban };
  const isSurge =
    talk.surge === "on" || (talk.surge === "usual" && (await isOverrun(db, articleId, house.surgeAt, at)));
  const slow = Math.max(talk.slowSeconds ?? house.slowSeconds, isSurge ? SURGE_SLOW_SECONDS : 0);
  // A device that is new has written nothing yet.
  const earlier = guest.isNew ? [] : await earlierOf(db, guest.id, at);
  if (slow > 0 && earlier.some((one) => one.articleId === articleId && at.getTime() - one.ms < slow * 1000))
    return { refusal: "slow" };

  return judged(db, story, { ...reply, earlier, isSurge });
}

type Judged = Extract<Arrival, { readonly state: unknown }>;

/** One that is changed is read by nobody before it is shown: it is judged again, by what does not hang on where and when it came. */
export function judgedAgain(
  db: Db,
  story: StoryGround,
  reply: Pick<Arriving, "name" | "text" | "kind" | "guest" | "domainIndex" | "at">,
): Promise<Judged> {
  return judged(db, story, { ...reply, network: undefined, earlier: [], isSurge: false });
}

type Judging = Omit<Arriving, "articleId" | "addressIndex"> & {
  readonly earlier: readonly Earlier[];
  readonly isSurge: boolean;
};

async function judged(db: Db, { publishedAt, language, ground }: StoryGround, reply: Judging): Promise<Judged> {
  const { guest, at, earlier, isSurge } = reply;
  const { house } = ground;
  const score = scoreOf(await ground.modelFor(db, language), reply);
  const verdict = verdictOf(ground.rules, {
    name: reply.name,
    text: reply.text,
    earlierWithin: (minutes) => earlier.filter(({ ms }) => at.getTime() - ms < minutes * 60_000).length,
    articleAgeDays: publishedAt ? (at.getTime() - publishedAt.getTime()) / DAY_MS : 0,
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
  if (verdict.refusedBy !== null)
    return { state: "refused", reason: verdict.reason, flags, score, refusedBy: verdict.refusedBy };
  const isShown = reply.kind === "reply" && held.length === 0 && verdict.state === "pass";
  return { state: isShown ? "shown" : "held", reason: null, flags, score };
}

/** Whether so many replies to a story came within ten minutes: a surge. */
async function isOverrun(db: Db, articleId: string, surgeAt: number, at: Date): Promise<boolean> {
  if (surgeAt === 0) return false;
  const [enough] = await lately(db, { article: articleId, since: before(at, SURGE_MS), others: surgeAt - 1 });
  return enough !== undefined;
}

const lately = keptStatement((db, value: ValueOf<{ article: string; since: string; others: number }>) =>
  db
    .selectFrom("reply")
    .select("id")
    .where("article_id", "=", value("article"))
    .where("written_at", ">", value("since"))
    .orderBy("written_at", "desc")
    .limit(1)
    .offset(value("others")),
);

type Earlier = { readonly articleId: string; readonly ms: number };

/** What this device wrote in the last day, the newest first; as many as a rule may count. */
async function earlierOf(db: Db, guestId: string, at: Date): Promise<readonly Earlier[]> {
  const rows = await writtenSince(db, { guest: guestId, since: before(at, DAY_MS) });
  return rows.map(({ article_id, written_at }) => ({ articleId: article_id, ms: Date.parse(written_at) }));
}

const writtenSince = keptStatement((db, value: ValueOf<{ guest: string; since: string }>) =>
  db
    .selectFrom("reply")
    .select(["article_id", "written_at"])
    .where("guest_id", "=", value("guest"))
    .where("written_at", ">", value("since"))
    .orderBy("written_at", "desc")
    .limit(1_000),
);

function before(at: Date, ms: number): string {
  return new Date(at.getTime() - ms).toISOString();
}
