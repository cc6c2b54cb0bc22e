/**
 * The door for people who cannot do sums: what they typed waits, sealed, for them to follow a link in a letter. The link is
 * a challenge as any other, spent in the reply's own commit. None of their words go into the letter: whoever types a
 * stranger's address can send that stranger nothing.
 */
import { z } from "zod";
import { opened, sealed } from "#lib/sealed.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { type Posted, postReply, type ReplyKeys, refusalOf, type SentReply } from "./actions.ts";
import { blindIndex, mayWriteTo } from "./addresses.ts";
import { anyChallengeOf, type Challenge, challengeOf, newChallenge } from "./challenge.ts";
import { addressFrom, type ReplyRefusal } from "./replies.ts";

const typed = z.object({
  articleId: z.string(),
  name: z.string(),
  email: z.string(),
  text: z.string(),
  quote: z.string(),
  kind: z.enum(["reply", "correction"]),
  parent: z.string(),
  tells: z.boolean(),
  site: z.string().optional(),
});

const waiting = z.object({ token: z.string(), sent: typed });

type MailReply = { readonly sent: SentReply; readonly keys: ReplyKeys; readonly at: Date };

/** Keeps a reply until its writer follows the link that is sent to them. */
export async function mailReply(
  db: Db,
  { sent, keys, at }: MailReply,
): Promise<{ readonly refusal: ReplyRefusal | "too-many-letters" } | undefined> {
  const refusal = refusalOf({ ...sent, tells: true });
  const address = addressFrom(sent.email);
  if (refusal ?? address === undefined) return { refusal: refusal ?? "no-email" };
  const index = blindIndex(sent.email, keys);
  const { token, challenge } = newChallenge(keys.challenge, { kind: "mail", articleId: sent.articleId, at });
  return together(db, async (db) => {
    if (!(await mayWriteTo(db, { index, at }))) return { refusal: "too-many-letters" as const };
    const kept: z.infer<typeof waiting> = { token, sent: { ...sent, tells: sent.tells ?? false } };
    await db
      .insertInto("mailed_reply")
      .values({
        nonce: challenge.nonce,
        article_id: sent.articleId,
        blind_index: index,
        sealed: sealed(keys.address, JSON.stringify(kept)),
        expires_at: challenge.expiresAt.toISOString(),
      })
      .execute();
    await enqueue(db, "reader.letter", { letter: "door", nonce: challenge.nonce }, at);
    return undefined;
  });
}

export type Waiting = { readonly token: string; readonly sent: SentReply };

export async function waitingReply(
  db: Db,
  { nonce, keys }: { nonce: string; keys: ReplyKeys },
): Promise<Waiting | undefined> {
  const row = await db.selectFrom("mailed_reply").select("sealed").where("nonce", "=", nonce).executeTakeFirst();
  const text = row && opened(keys.address, row.sealed);
  return text === undefined ? undefined : waiting.parse(JSON.parse(text));
}

/** What waits behind the link of a letter, and the challenge it answers; nothing when it is none of ours or too old. */
export async function replyBehind(
  db: Db,
  { token, keys, at }: { token: string; keys: ReplyKeys; at: Date },
): Promise<{ readonly sent: SentReply; readonly challenge: Challenge } | undefined> {
  const read = anyChallengeOf(keys.challenge, token);
  const kept = read?.kind === "mail" ? await waitingReply(db, { nonce: read.nonce, keys }) : undefined;
  if (!kept) return undefined;
  const held = challengeOf(keys.challenge, token, { articleId: kept.sent.articleId, at });
  return "challenge" in held ? { sent: kept.sent, challenge: held.challenge } : undefined;
}

type SendMailed = {
  readonly challenge: Challenge;
  readonly sent: SentReply;
  readonly guestToken: string | undefined;
  readonly keys: ReplyKeys;
  readonly at: Date;
};

/** Sends what waited, as its writer left it now. The link is spent and the copy goes in the reply's own commit. */
export async function sendMailedReply(db: Db, { challenge, sent, guestToken, keys, at }: SendMailed): Promise<Posted> {
  return together(db, async (db) => {
    const posted = await postReply(db, { ...sent, challenge, guestToken, address: "proven", keys, at });
    if ("replyId" in posted) await db.deleteFrom("mailed_reply").where("nonce", "=", challenge.nonce).execute();
    return posted;
  });
}
