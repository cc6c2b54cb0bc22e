/** Has an authority say when the newest checkpoint was there (RFC 3161), at most once an hour. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { keepTimestamp, unstamped } from "#agency/log/vouched.ts";
import { checkedTimestamp, timestampRequest } from "#lib/timestamps.ts";
import { ask } from "#outside/ask.ts";
import { reading } from "#store/db.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const NONCE_BYTES = 16;
// A token with its chain of certificates is a few thousand bytes.
const MOST_BYTES = 256 * 1024;

export function logTimestamp({ authorities = [] }: Outside): Handler {
  return handler(z.object({ authority: z.string() }), async ({ authority: url }, { db, at }) => {
    const authority = authorities.find((one) => one.url === url);
    const wanted = authority && (await reading(db, (db) => unstamped(db, url)));
    if (!authority || !wanted) return;
    const nonce = randomBytes(NONCE_BYTES);
    const { status, bytes } = await ask(url, {
      body: timestampRequest(wanted.checkpoint, nonce),
      type: "application/timestamp-query",
      mostBytes: MOST_BYTES,
    });
    if (status !== 200) throw new Error(`The time stamp authority at ${url} answered ${status}.`);
    const checked = checkedTimestamp(bytes, { words: wanted.checkpoint, nonce, trusted: authority.trusted });
    const why =
      "refusal" in checked
        ? checked.refusal
        : checked.stamped.isTrusted === false
          ? "its certificate does not lead to one that is trusted"
          : undefined;
    if (why !== undefined) throw new Error(`The time stamp of ${url} is not kept: ${why}.`);
    await keepTimestamp(db, { size: wanted.size, authority: url, answer: bytes, at });
  });
}
