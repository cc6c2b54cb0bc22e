/** What the one who runs the server asks: is it alive, can it serve. */
import { editions } from "#agency/editions/queries.ts";
import type { Route } from "#lib/routes.ts";
import type { SiteWorld } from "./visit.ts";

export function operationRoutes({ db }: Pick<SiteWorld, "db">): Route[] {
  return [
    { method: "GET", address: "/healthz", kept: "not-kept", answer: async () => plain("ok", 200) },
    {
      method: "GET",
      address: "/readyz",
      kept: "not-kept",
      async answer() {
        const found = await editions(db).catch(() => undefined);
        if (!found) return plain("the store does not answer", 503);
        return found.length > 0 ? plain("ready", 200) : plain("the store has no edition", 503);
      },
    },
  ];
}

function plain(sentence: string, status: number): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
