/** WebSub's part of a publication: asks who wants to subscribe whether they mean it, and tells those who do, many at once. */
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { settingsOf } from "#agency/settings/queries.ts";
import {
  feedsOfArticle,
  forgetLapsed,
  keepSubscription,
  markDue,
  markRepliesDue,
  nextTelling,
  noteTold,
  type Subscriber,
  type Told,
  takeSubscribers,
} from "#agency/wire/subscriptions.ts";
import { fetchPublic, postPublic } from "#outside/fetch.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { newRounds } from "./many-at-once.ts";
import type { FeedCopy, Outside } from "./outside.ts";
import { clockFrom, type Handler, handler } from "./work.ts";

// One that hangs takes a place for so long.
const TIMEOUT_MS = 5_000;
// What a callback has to say is short.
const MOST_ANSWER_BYTES = 10_000;

const asking = z.object({
  mode: z.enum(["subscribe", "unsubscribe"]),
  topic: z.string(),
  callback: z.string(),
  secret: z.string().nullable(),
  leaseSeconds: z.number(),
  /** Jobs of older programs do not say it. */
  askedAt: z.string().default(""),
});

/** WebSub §5.3. One that answers wrongly, leads elsewhere (§5.3.1: each 3xx), or does not answer, gets nothing and may ask again. */
export function websubVerify({ url, network }: Outside): Handler {
  return handler(asking, async ({ askedAt, ...asked }, { db, at }) => {
    const challenge = randomBytes(24).toString("base64url");
    const address = new URL(asked.callback);
    address.searchParams.append("hub.mode", asked.mode);
    address.searchParams.append("hub.topic", asked.topic);
    address.searchParams.append("hub.challenge", challenge);
    if (asked.mode === "subscribe") address.searchParams.append("hub.lease_seconds", String(asked.leaseSeconds));
    const answer = await fetchPublic(address.href, {
      agent: `Dateline (+${url})`,
      mostBytes: MOST_ANSWER_BYTES,
      timeoutMs: TIMEOUT_MS,
      mostRedirects: 0,
      ...(network && { network }),
    });
    if ("problem" in answer || answer.fetched.status < 200 || answer.fetched.status > 299) return;
    if (new TextDecoder().decode(answer.fetched.bytes) !== challenge) return;
    await keepSubscription(db, { asked, askedAt, at });
  });
}

/** A story came out, changed or was taken back: whoever follows a feed it stands in is to be told. */
export function websubPublish(outside: Outside): Handler {
  return handler(z.object({ articleId: z.string() }), async ({ articleId }, { db, at }) => {
    const topics = await together(db, async (db) => {
      const feeds = await feedsOfArticle(db, { articleId, url: outside.url, at });
      await markDue(db, { topics: feeds, at });
      return feeds;
    });
    await pingOthers(db, outside, topics);
  });
}

/** Replies come in by the dozen: who follows them is told once a minute at most, whatever of them was shown, changed or taken back. */
export const websubReplies: Handler = handler(z.object({}), (_, { db, at }) => markRepliesDue(db, { at }));

/** Tells whoever is due, those that failed before when their time has come. */
export function websubTell(outside: Outside): Handler {
  const rounds = newRounds<Subscriber & { readonly copy: Promise<FeedCopy | undefined> }>();
  return handler(z.object({}), async (_, { db, at, signal }) => {
    const now = clockFrom(at);
    await rounds({
      signal,
      async take(room) {
        const taken = await takeSubscribers(db, { at: now(), room });
        // Printed after they were taken: whatever comes out from here on marks them again.
        const copies = new Map(
          [...new Set(taken.map(({ topic }) => topic))].map((topic) => [
            topic,
            outside.feed(topic.slice(outside.url.length)),
          ]),
        );
        return taken.map((one) => ({ ...one, copy: copies.get(one.topic) ?? Promise.resolve(undefined) }));
      },
      async send(subscriber) {
        const told = await tell(outside, subscriber, await subscriber.copy);
        await noteTold(db, { subscriber, told, at: now() });
      },
    });
    const again = await nextTelling(db);
    if (again && !signal.aborted) await enqueue(db, "websub.tell", {}, again, { key: "websub.tell" });
  });
}

export function websubForget(): Handler {
  return handler(z.object({}), (_, { db, at }) => forgetLapsed(db, { at }));
}

/** WebSub §7: the whole feed as it is now. A topic that is not there any more has nobody to be told. */
async function tell(
  { url, network }: Outside,
  { topic, callback, secret }: Subscriber,
  copy: FeedCopy | undefined,
): Promise<Told> {
  if (!copy) return "gone";
  const signature = secret === null ? undefined : createHmac("sha256", secret).update(copy.bytes).digest("hex");
  const answer = await postPublic(callback, {
    agent: `Dateline (+${url})`,
    timeoutMs: TIMEOUT_MS,
    body: copy.bytes,
    headers: {
      "content-type": copy.type,
      link: `<${url}/hub>; rel="hub", <${topic}>; rel="self"`,
      ...(signature !== undefined && { "x-hub-signature": `sha256=${signature}` }),
    },
    ...(network && { network }),
  });
  if ("problem" in answer) return { error: answer.problem };
  if (answer.status === 410) return "gone";
  return answer.status >= 200 && answer.status <= 299 ? "told" : { error: `status ${answer.status}` };
}

/** Hubs of others the operator has named get the addresses; what they do with them is theirs. */
async function pingOthers(db: Db, { url, network }: Outside, topics: readonly string[]): Promise<void> {
  const hubs = ((await settingsOf(db, "websub"))["websub.hubs"] ?? "").split(/\s+/).filter(Boolean);
  if (hubs.length === 0 || topics.length === 0) return;
  const form = new URLSearchParams([["hub.mode", "publish"], ...topics.map((topic) => ["hub.url", topic])]);
  await Promise.all(
    hubs.map((hub) =>
      postPublic(hub, {
        agent: `Dateline (+${url})`,
        timeoutMs: TIMEOUT_MS,
        body: new TextEncoder().encode(form.toString()),
        headers: { "content-type": "application/x-www-form-urlencoded" },
        ...(network && { network }),
      }),
    ),
  );
}
