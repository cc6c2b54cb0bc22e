/** What is sent here: copy posted by a sender's system, and by hubs of feeds this desk follows (WebSub's subscriber). */
import { createHmac, timingSafeEqual } from "node:crypto";
import { noteHub } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import { digestOf } from "#agency/wire-in/matching.ts";
import { type Channel, channelOfToken } from "#agency/wire-in/queries.ts";
import { bodyWithin } from "#lib/form.ts";
import type { Visit } from "#lib/routes.ts";
import { opened } from "#lib/sealed.ts";
import { readWire } from "#text/wire/read/wire.ts";
import type { WireWorld } from "./feeds.ts";

const MOST_BYTES = 32 * 1024 * 1024;
// What a hub may promise; it is asked again well before.
const LONGEST_LEASE_SECONDS = 90 * 24 * 60 * 60;
const USUAL_LEASE_SECONDS = 24 * 60 * 60;
const PAUSED_SECONDS = 600;

export type ArrivingWorld = Pick<WireWorld, "db" | "now"> & {
  /** What the secrets of hubs are sealed with. */
  readonly wireKey: string;
};

/** What a hub asks before it sends anything. */
export async function askedBack(world: ArrivingWorld, { steps, query }: Visit): Promise<Response> {
  return verified(world, await channelAt(world, steps["token"]), query);
}

/** What a sender or a hub sends. */
export async function sentHere(world: ArrivingWorld, { steps, request }: Visit): Promise<Response> {
  const channel = await channelAt(world, steps["token"]);
  if (channel?.kind === "webhook") return taken(world, channel, request);
  return channel?.kind === "feed" ? told(world, channel, request) : nowhere();
}

function channelAt({ db }: ArrivingWorld, token = ""): Promise<Channel | undefined> {
  return channelOfToken(db, digestOf(token));
}

function tooLarge(): Response {
  return said(413, { problem: "A file of more than 32 MB is not taken. Send the stories one by one." });
}

function nowhere(): Response {
  return said(404, { problem: "There is no such address." });
}

/** Copy is kept before it is acknowledged; what comes again is known again. */
async function taken({ db, now }: ArrivingWorld, channel: Channel, request: Request): Promise<Response> {
  if (channel.state !== "on")
    return said(
      503,
      { problem: "This channel is paused. Send it again later." },
      { "retry-after": String(PAUSED_SECONDS) },
    );
  const bytes = await bodyWithin(request, MOST_BYTES);
  if (!bytes) return tooLarge();
  const read = readWire(bytes);
  if ("problem" in read) return said(422, { problem: read.problem });
  const { format, items } = read;
  const arrived = await keepArrivals(db, {
    channelId: channel.id,
    format,
    copies: items,
    language: channel.language,
    at: now(),
  });
  return said(200, arrived);
}

/** WebSub §5.3: whether this desk means it, and whether the hub does. */
async function verified(
  { db, now }: ArrivingWorld,
  channel: Channel | undefined,
  query: Readonly<Record<string, string>>,
): Promise<Response> {
  const asked = (name: string) => query[`hub.${name}`] ?? "";
  if (channel?.kind !== "feed" || channel.hubTopic === null || asked("topic") !== channel.hubTopic) return nowhere();
  if (asked("mode") === "denied") {
    await noteHub(db, { id: channel.id, state: "refused", until: null });
    return new Response(null, { status: 204 });
  }
  const isWanted = channel.state === "on" && (channel.hubState === "asked" || channel.hubState === "held");
  if (asked("mode") !== "subscribe" || !isWanted || asked("challenge") === "") return nowhere();
  const lease = Math.min(Number(asked("lease_seconds")) || USUAL_LEASE_SECONDS, LONGEST_LEASE_SECONDS);
  await noteHub(db, { id: channel.id, state: "held", until: new Date(now().getTime() + lease * 1000) });
  return new Response(asked("challenge"), {
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });
}

/** WebSub §7. What is not signed as was agreed is answered like the rest and passed over: who sent it learns nothing. */
async function told({ db, now, wireKey }: ArrivingWorld, channel: Channel, request: Request): Promise<Response> {
  const accepted = new Response(null, { status: 202 });
  const bytes = await bodyWithin(request, MOST_BYTES);
  // Whoever sends it, nothing of it was read: a hub that knows can send less.
  if (!bytes) return tooLarge();
  if (channel.state !== "on" || channel.hubState !== "held") return accepted;
  if (!isSigned(bytes, request.headers.get("x-hub-signature") ?? "", opened(wireKey, channel.sealed ?? "")))
    return accepted;
  const read = readWire(bytes, { address: channel.address });
  if ("problem" in read) return accepted;
  const { format, items } = read;
  await keepArrivals(db, { channelId: channel.id, format, copies: items, language: channel.language, at: now() });
  return accepted;
}

const METHODS = ["sha256", "sha384", "sha512", "sha1"];

function isSigned(bytes: Uint8Array, signature: string, secret: string | undefined): boolean {
  const [method = "", hex = ""] = signature.split("=", 2);
  if (secret === undefined || !METHODS.includes(method)) return false;
  const own = createHmac(method, secret).update(bytes).digest();
  const theirs = Buffer.from(hex, "hex");
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}

function said(status: number, what: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Response {
  return Response.json(what, { status, headers });
}
