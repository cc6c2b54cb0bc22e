/** The four steps of passkeys, which a browser's own dialogue asks for. What they answer tells no secret of a session. */

import { z } from "zod";
import { beginTry, countedFor, forgiveTry } from "#agency/staff/tries.ts";
import { clientOf, isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { note } from "#store/audit.ts";
import { signedIn, withCookies } from "./sign-in.tsx";
import { type DeskVisit, type DeskWorld, deskPage, deskPost } from "./visit.ts";

const BASE = "/desk/auth/passkey";

export function passkeyRoutes(world: DeskWorld): Route[] {
  const own = (step: string) => ({ address: `${BASE}/${step}`, right: "desk.enter" }) as const;
  return [
    deskPage(world, own("generate-register-options"), ({ request }) => world.auth.passkey(request)),
    deskPost(world, own("verify-registration"), keep),
    {
      method: "GET",
      address: `${BASE}/generate-authenticate-options`,
      kept: "not-kept",
      answer: (visit) => challenge(world, visit),
    },
    {
      method: "POST",
      address: `${BASE}/verify-authentication`,
      kept: "not-kept",
      answer: (visit) => enter(world, visit),
    },
  ];
}

async function keep({ world, request, staff, at }: DeskVisit): Promise<Response> {
  const response = await world.auth.passkey(request);
  if (!response.ok) return refused();
  await note(world.db, { by: staff.id, act: "staff.passkey", subject: `staff:${staff.id}`, at });
  return withCookies(Response.json({}), response.headers.getSetCookie());
}

/** Every challenge is a row: whoever asks for very many has to wait. */
async function challenge(world: DeskWorld, { request }: Visit): Promise<Response> {
  const counted = countedFor({ address: clientOf(request) });
  if (await beginTry(world.db, { counted, at: world.now() })) return unkept(refused(429));
  return unkept(await world.auth.passkey(request));
}

const entered = z.object({ user: z.object({ email: z.string() }) });

async function enter(world: DeskWorld, { request }: Visit): Promise<Response> {
  if (isCrossSite(request)) return refused(403);
  const response = await world.auth.passkey(request);
  if (!response.ok) return unkept(refused());
  const { email } = entered.parse(await response.json()).user;
  await forgiveTry(world.db, { counted: countedFor({ address: clientOf(request) }) });
  const cookies = await signedIn(world, request, { email, how: "passkey" });
  return unkept(withCookies(Response.json({}), [...response.headers.getSetCookie(), ...cookies]));
}

function refused(status = 422): Response {
  return Response.json({}, { status });
}
