/** Readers who post replies to a server that may not answer, and what must be there of them afterwards. */
import { setTimeout as pause } from "node:timers/promises";
import { newChallenge, sumOf } from "#agency/replies/challenge.ts";
import { reading } from "#store/db.ts";
import type { Store } from "#store/open.ts";

export const POSTERS = 32;
const STORY = "ferry-strike";
const MINUTE_MS = 60_000;
const AFTER_NO_ANSWER_MS = 50;

/** Throws when nobody answers. */
type Post = (path: string, body: string, headers: Record<string, string>) => Promise<Response>;

type Reply = { readonly text: string; readonly fields: URLSearchParams; readonly network: string };

/** Some who post one reply after another, each seen through a proxy as from a network of its own. */
export async function openPosters({ db }: Pick<Store, "db">, post: Post, key: string) {
  const article = await db.selectFrom("article").select("id").where("slug", "=", STORY).executeTakeFirstOrThrow();
  const acknowledged = new Set<string>();
  let unanswered: Reply[] = [];
  let answers = 0;
  let again = 0;
  let keptBefore = 0;
  let next = 0;

  function newReply(): Reply {
    const number = next++;
    const at = new Date(Date.now() - MINUTE_MS);
    const { token, challenge } = newChallenge(key, { kind: "sum", articleId: article.id, at });
    const text = `Reply ${number} of somebody on the quay.`;
    const fields = new URLSearchParams({
      name: `Reader ${number}`,
      email: `reader.${number}@readers.example`,
      text,
      token,
      answer: String(sumOf(key, challenge).answer),
    });
    return { text, fields, network: `${11 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}.7` };
  }

  /** The status of the answer; nothing when none came. */
  async function send({ fields, network }: Reply): Promise<number | undefined> {
    try {
      const { status } = await post(`/en/${STORY}/replies`, fields.toString(), {
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": network,
      });
      return status;
    } catch {
      return undefined; // nobody answered
    }
  }

  async function sendAgain(): Promise<void> {
    const all = unanswered;
    unanswered = [];
    for (const reply of all) {
      const status = await send(reply);
      // 409 says that its token was spent: the first time had been kept, only nobody heard of it.
      if (status !== 303 && status !== 409) throw new Error(`"${reply.text}", sent again, was answered ${status}`);
      acknowledged.add(reply.text);
      again += 1;
      if (status === 409) keptBefore += 1;
    }
  }

  async function postUntilKilled(told: (answers: number) => Promise<void>): Promise<void> {
    for (;;) {
      const reply = newReply();
      const status = await send(reply);
      if (status === undefined) {
        unanswered.push(reply);
        return;
      }
      if (status !== 303) throw new Error(`"${reply.text}" was answered ${status}`);
      acknowledged.add(reply.text);
      await told(++answers);
    }
  }

  async function postOn(ended: () => boolean, everyMs: number): Promise<void> {
    while (!ended()) {
      const reply = newReply();
      const status = await send(reply);
      if (status === 303) {
        acknowledged.add(reply.text);
        answers += 1;
        await pause(everyMs);
      } else if (status === undefined) {
        unanswered.push(reply);
        await pause(AFTER_NO_ANSWER_MS);
      } else throw new Error(`"${reply.text}" was answered ${status}`);
    }
  }

  return {
    acknowledged,
    answers: () => answers,
    figures: () => ({ again, keptBefore }),
    sendAgain,
    /** A few go on whatever happens, until it is over. */
    postOn: async (count: number, everyMs: number, ended: () => boolean) =>
      void (await Promise.all(Array.from({ length: count }, () => postOn(ended, everyMs)))),
    async post(told: (answers: number) => Promise<void>): Promise<void> {
      await sendAgain();
      await Promise.all(Array.from({ length: POSTERS }, () => postUntilKilled(told)));
    },
  };
}

/** Each acknowledged reply once; each reply with its token, its guest, its sealed address and its decision. */
export async function checkReplies({ db }: Pick<Store, "db">, acknowledged: ReadonlySet<string>): Promise<void> {
  // At one moment: PostgreSQL may just be committing what the killed process had sent.
  const rows = await reading(db, (db) =>
    db
      .selectFrom("reply")
      .leftJoin("reply_token", "reply_token.reply_id", "reply.id")
      .leftJoin("guest", "guest.id", "reply.guest_id")
      .leftJoin("reply_contact", "reply_contact.reply_id", "reply.id")
      .leftJoin("decision", "decision.reply_id", "reply.id")
      .select([
        "reply.body",
        "reply_token.nonce",
        "guest.id as guest",
        "reply_contact.address",
        "decision.id as decision",
      ])
      .where("reply.body", "like", "Reply % of somebody on the quay.")
      .execute(),
  );
  const half = rows.find(({ nonce, guest, address, decision }) => !nonce || !guest || !address || !decision);
  if (half) throw new Error(`"${half.body}" is there by half: ${JSON.stringify(half)}`);
  const times = Map.groupBy(rows, ({ body }) => body);
  for (const text of acknowledged)
    if (times.get(text)?.length !== 1)
      throw new Error(`"${text}" was acknowledged and is there ${times.get(text)?.length ?? 0} times`);
  const twice = [...times].find(([, all]) => all.length > 1);
  if (twice) throw new Error(`"${twice[0]}" is there ${twice[1].length} times`);
}
