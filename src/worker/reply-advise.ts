/** Asks those whose advice the house wants about one reply. They have five seconds, and are asked three times before they are silent. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import {
  type AdviceSaid,
  type Adviser,
  advisersOf,
  askForAdvice,
  keepAdvice,
  type ReplyToJudge,
  replyToJudge,
} from "#agency/replies/advice.ts";
import { postPublic } from "#outside/fetch.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const TIMEOUT_MS = 5_000;
const MOST_TRIES = 3;
const NEXT_TRY_MS = 60_000;

const AKISMET = "https://rest.akismet.com/1.1/comment-check";

const asked = z.object({
  replyId: z.string(),
  /** Those who were silent the last time; everybody without it. */
  sources: z.array(z.string()).optional(),
  tried: z.number().optional(),
});

type Said = { readonly said: AdviceSaid; readonly words: string };
type Ask = (outside: Outside, reply: ReplyToJudge, at: Date) => Promise<Said>;

export function replyAdvise(outside: Outside): Handler {
  return handler(asked, async ({ replyId, sources, tried = 0 }, { db, at, signal }) => {
    const reply = await replyToJudge(db, replyId);
    if (!reply) return;
    const silent: string[] = [];
    for (const adviser of await advisersOf(db, outside.mailKey)) {
      if (signal.aborted) return;
      const { source } = adviser;
      if (sources && !sources.includes(source)) continue;
      const { said, words } = await asking(adviser)(outside, reply, at);
      await keepAdvice(db, { replyId, source, said, words, at });
      if (said === "silent") silent.push(source);
    }
    if (silent.length > 0 && tried + 1 < MOST_TRIES)
      await askForAdvice(db, {
        replyId,
        sources: silent,
        tried: tried + 1,
        at: new Date(at.getTime() + NEXT_TRY_MS * (tried + 1)),
      });
  });
}

function asking(adviser: Adviser): Ask {
  return adviser.source === "hook" ? askHook(adviser) : askAkismet(adviser);
}

const answer = z.object({ advice: z.enum(["spam", "ham", "unsure"]), words: z.string().optional() });

/** Signed as Standard Webhooks has it: `id.timestamp.body` under the secret, so that the receiver knows us and the moment. */
function askHook({ address, secret }: Extract<Adviser, { source: "hook" }>): Ask {
  return async ({ url, network }, reply, at) => {
    const story = { headline: reply.story.headline, address: new URL(reply.story.path, url).href };
    const body = JSON.stringify({ type: "reply.new", reply: { ...reply, story } });
    const id = `reply_${reply.id}`;
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
    const told = await postPublic(address, {
      agent: `Dateline (+${url})`,
      body: new TextEncoder().encode(body),
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": timestamp,
        "webhook-signature": `v1,${signature}`,
      },
      timeoutMs: TIMEOUT_MS,
      ...(network && { network }),
    });
    if ("problem" in told) return silence(told.problem);
    if (told.status !== 200) return silence(`HTTP ${told.status}`);
    const read = answer.safeParse(jsonOf(told.bytes));
    return read.success
      ? { said: read.data.advice, words: read.data.words ?? "" }
      : silence('not {"advice": "spam" | "ham" | "unsure"}');
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // said below, as any other answer we do not understand
  }
}

/** Akismet's `comment-check`. It asks for the writer's network address, which Dateline does not keep: it judges words alone. */
function askAkismet({ key }: Extract<Adviser, { source: "akismet" }>): Ask {
  return async ({ url, network, akismet = AKISMET }, reply) => {
    const fields = new URLSearchParams({
      api_key: key,
      blog: url,
      blog_lang: reply.language,
      blog_charset: "UTF-8",
      user_ip: "127.0.0.1",
      permalink: new URL(reply.story.path, url).href,
      comment_type: "comment",
      comment_author: reply.name,
      comment_content: reply.text,
      comment_date_gmt: reply.writtenAt,
    });
    const told = await postPublic(akismet, {
      agent: `Dateline (+${url})`,
      body: new TextEncoder().encode(fields.toString()),
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      timeoutMs: TIMEOUT_MS,
      ...(network && { network }),
    });
    if ("problem" in told) return silence(told.problem);
    const [said, help] = [new TextDecoder().decode(told.bytes).trim(), headerOf(told, "x-akismet-debug-help")];
    if (told.status !== 200 || (said !== "true" && said !== "false"))
      return silence(help || (told.status === 200 ? said.slice(0, 100) : `HTTP ${told.status}`));
    return { said: said === "true" ? "spam" : "ham", words: headerOf(told, "x-akismet-pro-tip") };
  };
}

type Told = { readonly headers: readonly (readonly [name: string, value: string])[] };

function headerOf({ headers }: Told, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
}

function silence(words: string): Said {
  return { said: "silent", words };
}
