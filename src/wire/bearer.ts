/** Who asks with a token: whose it is, what it opens, how often it may ask; and answers that say when nothing is new. */
import { createHash } from "node:crypto";
import { noteUse } from "#agency/clients/actions.ts";
import type { Scope } from "#agency/clients/clients.ts";
import { type Bearer, bearerOf } from "#agency/clients/queries.ts";
import { unkept } from "#lib/http.ts";
import type { Db } from "#store/db.ts";

const WINDOW_MS = 60_000;
/** Requests of one token a minute: a program that asks every second leaves half of it. */
const MOST_A_MINUTE = 120;

/** What is said to whoever is not let in. */
export const SENTENCES = {
  noToken: "A token is asked for: send it as Authorization: Bearer.",
  noScope: (scope: Scope) => `This token does not open "${scope}". Ask the desk for one that does.`,
  tooMany: (seconds: number) => `A token may ask ${MOST_A_MINUTE} times a minute. Ask again in ${seconds} seconds.`,
} as const;

export type Gate = (
  request: Request,
  scope: Scope,
  answer: (bearer: Bearer, at: Date) => Promise<Response>,
) => Promise<Response>;

/** One gate for all addresses that ask for a token, so that its owner has one limit. */
export function newGate({ db, now }: { readonly db: Db; readonly now: () => Date }): Gate {
  const counts = new Map<string, { many: number; until: number }>();

  function countOf(tokenId: string, at: Date) {
    const ms = at.getTime();
    const known = counts.get(tokenId);
    if (known && known.until > ms) {
      known.many += 1;
      return known;
    }
    for (const [id, { until }] of counts) if (until <= ms) counts.delete(id);
    const fresh = { many: 1, until: ms + WINDOW_MS };
    counts.set(tokenId, fresh);
    return fresh;
  }

  return async (request, scope, answer) => {
    const at = now();
    const [, token] = /^Bearer ([\w-]+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
    if (token === undefined) return problem(401, SENTENCES.noToken, { "www-authenticate": "Bearer" });
    const bearer = await bearerOf(db, { token, kind: "token", at });
    if (!bearer)
      return problem(401, "This token opens nothing, or nothing any more. Ask the desk for another.", {
        "www-authenticate": 'Bearer error="invalid_token"',
      });
    const { many, until } = countOf(bearer.tokenId, at);
    const resetsIn = Math.max(1, Math.ceil((until - at.getTime()) / 1000));
    const limit = {
      "ratelimit-limit": String(MOST_A_MINUTE),
      "ratelimit-remaining": String(Math.max(0, MOST_A_MINUTE - many)),
      "ratelimit-reset": String(resetsIn),
    };
    if (many > MOST_A_MINUTE)
      return problem(429, SENTENCES.tooMany(resetsIn), {
        ...limit,
        "retry-after": String(resetsIn),
      });
    if (!bearer.scopes.includes(scope)) return problem(403, SENTENCES.noScope(scope), limit);
    await noteUse(db, { tokenId: bearer.tokenId, usedAt: bearer.usedAt, at });
    const response = await answer(bearer, at);
    for (const [name, value] of Object.entries(limit)) response.headers.set(name, value);
    return response;
  };
}

/** An answer of JSON; who has it already is told so (RFC 9110 §13.1.2). No cache between us keeps what a token opened. */
export function json(request: Request, value: unknown, status = 200): Response {
  const body = `${JSON.stringify(value, null, 2)}\n`;
  return tagged(request, body, "application/json; charset=utf-8", status);
}

function tagged(request: Request, body: string, type: string, status = 200): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { "content-type": type, etag, "cache-control": "private, no-cache", vary: "authorization" };
  const asked = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (status === 200 && request.method === "GET" && asked?.some((one) => one === etag || one === "*")) {
    const { "content-type": _, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  return new Response(body, { status, headers });
}

/** Problem details (RFC 9457): the sentence says what to do. */
export function problem(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  return unkept(
    new Response(`${JSON.stringify({ status, detail })}\n`, {
      status,
      headers: { "content-type": "application/problem+json", ...headers },
    }),
  );
}

/** Addresses that programs alone ask for, and what they are told there where nobody answers. */
export const PROGRAMS = {
  below: ["/wire/api", "/wire/client"],
  refused: (allowed: readonly string[]) =>
    allowed.length === 0
      ? problem(404, "There is no such address. /wire/api/openapi.json names those of the read API.")
      : problem(405, `This address answers to ${allowed.join(" and ")} alone.`, { allow: allowed.join(", ") }),
};

/** A whole number a parameter was given; `undefined` for what is none or too large. */
export function wholeFrom(text: string | undefined, usual: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
  if (text === undefined) return usual;
  const value = /^\d{1,12}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
}
