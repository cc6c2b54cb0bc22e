/** The hub for our own feeds (W3C WebSub): takes what subscribers ask for. Whether they mean it, and telling them, are jobs. */
import { askedFrom, askToSubscribe, type SubscribingProblem } from "#agency/wire/subscriptions.ts";
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
        const form = await formOf(request);
        if (!form)
          return said(
            400,
            "A form is asked for: application/x-www-form-urlencoded, with hub.mode, hub.topic and hub.callback.",
          );
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

async function formOf(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? "0");
  if (!type.startsWith("application/x-www-form-urlencoded") || length > LONGEST_FORM) return undefined;
  const text = await request.text();
  return text.length > LONGEST_FORM ? undefined : new URLSearchParams(text);
}

function said(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
