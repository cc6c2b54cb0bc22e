/** Asks the hub of a feed to tell this desk at once (W3C WebSub §5.1); whether it does, it says by asking back. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { askHub } from "#agency/wire-in/actions.ts";
import { digestOf } from "#agency/wire-in/matching.ts";
import { channelById } from "#agency/wire-in/queries.ts";
import { sealed } from "#lib/sealed.ts";
import { postPublic } from "#outside/fetch.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const LEASE_SECONDS = 10 * 24 * 60 * 60;

export function wireSubscribe({ url, network, wireKey }: Outside): Handler {
  return handler(z.object({ channelId: z.string() }), async ({ channelId }, { db, at }) => {
    const channel = await channelById(db, channelId);
    if (channel?.kind !== "feed" || channel.state !== "on" || channel.hub === null || channel.hubTopic === null) return;
    const token = randomBytes(24).toString("base64url");
    const secret = randomBytes(32).toString("hex");
    // Known here before the hub asks back, which it may do before it answers.
    await askHub(db, { id: channelId, tokenDigest: digestOf(token), sealed: sealed(wireKey, secret), at });
    const form = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.topic": channel.hubTopic,
      "hub.callback": `${url}/wire/in/${token}`,
      "hub.secret": secret,
      "hub.lease_seconds": String(LEASE_SECONDS),
    });
    // One that does not answer is asked again with the feed, a day later; the feed is read meanwhile.
    await postPublic(channel.hub, {
      agent: `Dateline (+${url})`,
      body: new TextEncoder().encode(form.toString()),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      ...(network && { network }),
    });
  });
}
