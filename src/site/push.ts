/** Where browsers say that they want to be told of answers, and no more; and the script that shows what is told. */
import { guestWith } from "#agency/replies/actions.ts";
import { confirmBrowser, forgetBrowser, keepBrowser, subscriptionSchema } from "#agency/replies/pushes.ts";
import { ownReplies } from "#agency/replies/queries.ts";
import { formOf } from "#lib/form.ts";
import { isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { siteIslands } from "./assets/islands.ts";
import type { Doors } from "./doors.ts";
import type { SiteWorld } from "./visit.ts";

const MOST_BYTES = 16 * 1024;

export function pushRoutes(world: SiteWorld, doors: Doors): Route[] {
  return [
    { method: "GET", address: "/replies/push.js", kept: "not-kept", answer: serviceWorker },
    { method: "POST", address: "/replies/push/here", kept: "not-kept", answer: (visit) => here(world, doors, visit) },
    {
      method: "POST",
      address: "/replies/mine/{token}/push",
      kept: "not-kept",
      answer: (visit) => change(world, doors, visit),
    },
  ];
}

/** One address for ever, under which browsers look for a newer one. */
async function serviceWorker(): Promise<Response> {
  const { addresses, files } = await siteIslands();
  const file = files.find(({ address }) => address === addresses.push);
  const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
  return new Response(new Uint8Array(file?.bytes ?? []), { headers });
}

async function here({ db, now }: SiteWorld, { keys }: Doors, { request }: Visit): Promise<Response> {
  const read = await formOf(request, { mostBytes: MOST_BYTES });
  if ("form" in read) await confirmBrowser(db, { token: read.form.text("token"), keys, at: now() });
  return done(204);
}

async function change({ db, now, url }: SiteWorld, { keys }: Doors, { request, steps }: Visit): Promise<Response> {
  if (isCrossSite(request)) return done(403);
  const guest = await guestWith(db, steps["token"] ?? "");
  const read = await formOf(request, { mostBytes: MOST_BYTES });
  if (!guest || "problem" in read) return done(404);
  const known = subscriptionSchema.safeParse(jsonOf(read.form.text("subscription"))).data;
  // A site that is reached over HTTPS has readers whose browsers are reached so, too.
  if (!known || (url.startsWith("https:") && !known.endpoint.startsWith("https:"))) return done(422);
  const { endpoint, keys: own } = known;
  if (read.form.text("act") === "off") {
    await forgetBrowser(db, { endpoint, keys });
    return done(204);
  }
  const [first] = await ownReplies(db, { guestId: guest.id, at: now() });
  const target = { endpoint, p256dh: own.p256dh, auth: own.auth };
  await keepBrowser(db, { guestId: guest.id, target, edition: first?.editionCode ?? "", keys, at: now() });
  return done(204);
}

function done(status: number): Response {
  return unkept(new Response(null, { status }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // nothing a browser says of itself
  }
}
