/**
 * Advice from outside: a classifier of the newsroom's own, told of each new reply by a signed message, and Akismet. What
 * they say stands beside the reply for whoever decides; nothing is shown or refused by them, and their silence changes nothing.
 */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import { opened } from "#lib/sealed.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { hostsIn } from "#text/replies/words.ts";

export type Adviser =
  | { readonly source: "hook"; readonly address: string; readonly secret: string }
  | { readonly source: "akismet"; readonly key: string };

/** `silent`: it was asked and said nothing we understand. */
export type AdviceSaid = "spam" | "ham" | "unsure" | "silent";

const SETTINGS = "advice";

/** Shorter keys could be found out from one message. */
export const SHORTEST_SECRET = 16;

/** Whom the house asks; `key` opens what stands sealed in its settings. */
export async function advisersOf(db: Db, key: string | undefined): Promise<readonly Adviser[]> {
  const set = await settingsOf(db, SETTINGS);
  const said = (name: string) => set[`${SETTINGS}.${name}`] ?? "";
  const secretOf = (name: string) => (key === undefined ? undefined : opened(key, said(name)));
  const address = said("address");
  const [secret, akismet] = [secretOf("secret"), secretOf("akismet")];
  return [
    ...(address !== "" && secret !== undefined ? [{ source: "hook" as const, address, secret }] : []),
    ...(akismet === undefined ? [] : [{ source: "akismet" as const, key: akismet }]),
  ];
}

/** Who is asked, as far as it may be told to everybody. */
export async function adviceAsked(db: Db): Promise<{ readonly own: boolean; readonly akismet: boolean }> {
  const set = await settingsOf(db, SETTINGS);
  return { own: Boolean(set["advice.address"]), akismet: Boolean(set["advice.akismet"]) };
}

/** Whether anybody is to be asked; without a key to anything. */
export async function asksAnybody(db: Db): Promise<boolean> {
  const set = await settingsOf(db, SETTINGS);
  return Boolean(set["advice.address"] || set["advice.akismet"]);
}

export async function askForAdvice(
  db: Db,
  { replyId, sources, at, tried = 0 }: { replyId: string; sources?: readonly string[]; tried?: number; at: Date },
): Promise<void> {
  await enqueue(db, "reply.advise", { replyId, ...(sources && { sources }), tried }, at);
}

export type ReplyToJudge = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly quote: string;
  readonly kind: string;
  readonly state: string;
  readonly language: string;
  /** Hosts its words link to. */
  readonly links: readonly string[];
  readonly score: number | null;
  readonly flags: readonly string[];
  readonly writtenAt: string;
  readonly story: { readonly headline: string; readonly path: string };
};

/** What those who advise are told: the words everybody would read, and nothing of who wrote them. */
export async function replyToJudge(db: Db, replyId: string): Promise<ReplyToJudge | undefined> {
  const row = await db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["reply.id", "reply.author_name", "reply.body", "reply.quote", "reply.kind", "reply.state"])
    .select(["reply.score", "reply.flags", "reply.written_at", "edition.language", "edition.code"])
    .select(["article.headline", "article.slug"])
    .where("reply.id", "=", replyId)
    .where("reply.state", "in", ["held", "shown", "refused"])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    name: row.author_name,
    text: row.body,
    quote: row.quote,
    kind: row.kind,
    state: row.state,
    language: row.language,
    links: hostsIn(row.body),
    score: row.score,
    flags: asList(row.flags),
    writtenAt: row.written_at,
    story: { headline: row.headline, path: addressOfArticle(row.code, row.slug) },
  };
}

type KeepAdvice = {
  readonly replyId: string;
  readonly source: Adviser["source"];
  readonly said: AdviceSaid;
  readonly words: string;
  readonly at: Date;
};

function asList(flags: string): readonly string[] {
  return JSON.parse(flags);
}

// What a service has to say to a moderator is a line.
const LONGEST_WORDS = 500;
/** In the queue, so that it is seen before the reply is opened. */
const ADVISED = "advised";

/** Puts down what was said beside the reply, instead of what the same one said before. */
export async function keepAdvice(db: Db, { replyId, source, said, words, at }: KeepAdvice): Promise<void> {
  await together(db, async (db) => {
    const reply = await db
      .selectFrom("reply")
      .select("flags")
      .where("id", "=", replyId)
      .where("state", "in", ["held", "shown", "refused"])
      .executeTakeFirst();
    // Taken back or erased meanwhile: nothing of it is kept anew.
    if (!reply) return;
    const values = { advice: said, words: words.slice(0, LONGEST_WORDS), made_at: at.toISOString() };
    await db
      .insertInto("reply_advice")
      .values({ reply_id: replyId, source, ...values })
      .onConflict((known) => known.columns(["reply_id", "source"]).doUpdateSet(values))
      .execute();
    const flags = asList(reply.flags);
    if (said !== "spam" || flags.includes(ADVISED)) return;
    await db
      .updateTable("reply")
      .set({ flags: JSON.stringify([...flags, ADVISED]) })
      .where("id", "=", replyId)
      .execute();
  });
}
