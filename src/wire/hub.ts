/** The hub for our own feeds (W3C WebSub): takes what subscribers ask for. Whether they mean it, and telling them, are jobs. */
import { askedFrom, askToSubscribe, type SubscribingProblem } from "#agency/wire/subscriptions.ts";
import { bodyWithin } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import type { WireWorld } from "./feeds.ts";

// A form of a topic, a callback and a secret.
const LONGEST_FORM = 10_000;

const SENTENCES: Readonly<Record<SubscribingProblem, string>> = {
  "bad-mode": "hub.mode is subscribe or unsubscribe; what is published here is told by itself.",
  "bad-topic": "hub.topic is not the address of a feed of this site.",
  "bad-callback": "hub.callback is not an address of the web.",
  "long-secret": "hub.secret is 200 bytes or longer.",
  "bad-lease": "hub.lease_seconds is not a number of seconds.",
  "too-many": "There are as many subscriptions as this hub takes. Try again later.",
};

/** `isFeed` says whether a path is one of our feeds. */
export function hubRoutes({ db, url, now }: WireWorld, isFeed: (path: string) => boolean): Route[] {
  const isTopic = (address: string) => address.startsWith(`${url}/`) && isFeed(address.slice(url.length));
  return [
    {
      method: "GET",
      address: "/hub",
      kept: "not-kept",
      answer: async () =>
        said(200, `This is the WebSub hub of ${url}. Send it a form with hub.mode, hub.topic and hub.callback.`),
    },
    {
      method: "POST",
      address: "/hub",
      kept: "not-kept",
      async answer({ request }) {
        if (!isForm(request)) return said(400, FORM_ASKED);
        const body = await bodyWithin(request, LONGEST_FORM);
        if (!body) return said(413, `A request to this hub has ${LONGEST_FORM} bytes at most.`);
        const form = new URLSearchParams(new TextDecoder().decode(body));
        const field = (name: string) => form.get(`hub.${name}`) ?? "";
        // Who publishes here has told the hub in the same commit.
        if (field("mode") === "publish") return new Response(null, { status: 204 });
        const asked = askedFrom(
          {
            mode: field("mode"),
            topic: field("topic"),
            callback: field("callback"),
            secret: field("secret"),
            lease: field("lease_seconds"),
          },
          isTopic,
        );
        if (typeof asked === "string") return said(400, SENTENCES[asked]);
        const outcome = await askToSubscribe(db, { asked, at: now() });
        return outcome === "asked" ? new Response(null, { status: 202 }) : said(429, SENTENCES["too-many"]);
      },
    },
  ];
}

const FORM_ASKED = "A form is asked for: application/x-www-form-urlencoded, with hub.mode, hub.topic and hub.callback.";

function isForm(request: Request): boolean {
  return (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
}

function said(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
