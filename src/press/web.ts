/** The one door for requests: operations first, then the press, which asks the site and the wire to print. */
import { type Sent, sentIn } from "#lib/form.ts";
import { KEPT_UNTIL_HEADER, secure, TOPICS_HEADER, topicsOf } from "#lib/http.ts";
import { addressBook, type Route } from "#lib/routes.ts";
import { MovedAway } from "#store/problem.ts";
import { openPress, type Press, type PressOptions } from "./press.ts";

export type Web = {
  /** What the press has at hand; everything else is asked of `fetch`. */
  readonly kept: (request: Request) => Response | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly press: Press;
  /** Loads what was left for later, so that nobody waits for it. */
  readonly loadLater: () => Promise<void>;
};

export type WebOptions = {
  readonly routes: readonly Route[];
  /** Addresses whose code is loaded when one of them is first asked for, or `loadLater` is called; they come before the others. */
  readonly later?: { readonly below: string; readonly routes: () => Promise<readonly Route[]> };
  /** The page for an address nobody answers. */
  readonly notFound: (request: Request) => Promise<Response>;
  /** Addresses of programs, and what these are told, instead of a page, where nobody answers or to the `allowed` methods alone. */
  readonly programs?: {
    readonly below: readonly string[];
    readonly refused: (allowed: readonly string[]) => Response;
  };
  /** The page when printing broke; needs no database. The cause has been told already. */
  readonly broken: (request: Request, reference: string) => Response;
  /** The page, of status 503, when the store takes nothing or does not answer for a while, with what a form had sent. */
  readonly waiting: (request: Request, why: "moving" | "away", sent: Sent | undefined) => Response;
  /** Runs what only prints a page that is kept, wherever such reading is best done. */
  readonly reading?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether it is the store that did not answer. */
  readonly isAway?: (cause: unknown) => boolean;
  readonly now: () => Date;
  readonly budgetBytes?: number | undefined;
  readonly tellCdn?: PressOptions["tellCdn"];
  /** Told once of every failure, with the reference its reader saw. */
  readonly told: (reference: string, request: Request, cause: unknown) => void;
};

export function openWeb(options: WebOptions): Web {
  const { routes, later, notFound, programs, broken, waiting, told } = options;
  const { reading = (work) => work(), isAway = () => false } = options;
  let find = addressBook(routes);
  let loading: Promise<void> | undefined;

  function loadLater(): Promise<void> {
    loading ??= loadRoutes().catch((cause) => {
      loading = undefined; // what was in the way may be gone when it is asked for again
      throw cause;
    });
    return loading;
  }

  async function loadRoutes(): Promise<void> {
    if (later) find = addressBook([...(await later.routes()), ...routes]);
  }

  function failed(request: Request, cause: unknown): Response {
    const reference = crypto.randomUUID().slice(0, 8);
    told(reference, request, cause);
    return broken(request, reference);
  }

  /** Nothing where no program asks, and where one is answered. */
  function refusalOf(request: Request, url: URL): Response | undefined {
    const isBelow = (path: string) => (own: string) => path === own || path.startsWith(`${own}/`);
    const own = programs?.below.find(isBelow(url.pathname));
    if (!programs || own === undefined) return undefined;
    // The address of a story has as many steps.
    const answers = (method: string, at = url) => isBelow(find(method, at, request)?.route.address ?? "")(own);
    const meant = reads(request) ? tidied(url) : undefined;
    if (answers(request.method) || (meant && answers("GET", meant))) return undefined;
    return programs.refused(["GET", "POST"].filter((method) => answers(method)).flatMap(withHead));
  }

  const print = (request: Request): Promise<Response> =>
    answer(request, () => {
      const found = find(request.method, new URL(request.url), request);
      return reading(async () => (found ? found.route.answer(found.visit) : notFound(request)));
    });

  const answer = async (request: Request, work: () => Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof MovedAway) return waiting(request, "moving", await sentIn(request));
      if (isAway(cause)) return waiting(request, "away", await sentIn(request));
      return failed(request, cause);
    }
  };

  const press = openPress({
    print,
    keyFor(url) {
      const found = find("GET", url, new Request(url));
      if (!found) return { key: url.pathname, shelf: "made-up" };
      if (found.route.kept === "not-kept") return undefined;
      // A leaf of a list is asked for by a place in it, and readers can make up as many places as they like.
      const isPlain = Object.keys(found.visit.query).length === 0;
      return { key: found.key, shelf: isPlain ? found.route.kept : "made-up" };
    },
    now: options.now,
    tellCdn: options.tellCdn,
    budgetBytes: options.budgetBytes,
  });

  return {
    press,
    kept: press.kept,
    loadLater,
    async fetch(request) {
      const kept = press.kept(request);
      if (kept) return kept;
      const url = new URL(request.url);
      if (later && url.pathname.startsWith(later.below)) {
        try {
          await loadLater();
        } catch (cause) {
          return failed(request, cause);
        }
      }
      const refusal = refusalOf(request, url);
      if (refusal) return direct(refusal, request, options);
      const found = find(request.method, url, request);
      if (found?.route.kept === "not-kept")
        return direct(await answer(request, () => found.route.answer(found.visit)), request, options);
      if (found) return press.serve(request);
      if (!reads(request))
        return find("GET", url, request)
          ? notAllowed()
          : direct(await answer(request, () => notFound(request)), request, options);
      const meant = tidied(url);
      const fitting = meant && find("GET", meant, request);
      if (!meant || !fitting) return press.serve(request);
      if (fitting.route.kept === "not-kept") return sentTo(meant);
      // Nobody is led to where nothing is, nor to what leads on itself.
      const there = await press.serve(new Request(meant, request));
      return isThere(there) ? sentTo(meant) : there;
    },
  };
}

function isThere({ status }: Response): boolean {
  return status < 300 || status === 304;
}

function reads({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

function withHead(method: string): readonly string[] {
  return method === "GET" ? ["GET", "HEAD"] : [method];
}

async function direct(response: Response, request: Request, { tellCdn }: WebOptions): Promise<Response> {
  const { headers, status } = response;
  const topics = topicsOf(headers);
  for (const ours of [TOPICS_HEADER, KEPT_UNTIL_HEADER]) headers.delete(ours);
  // What says itself that everybody may keep it: a picture.
  if (tellCdn && topics.length > 0 && headers.get("cache-control")?.startsWith("public"))
    await tellCdn(headers, { address: new URL(request.url).pathname, topics, endsByTheClock: false });
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  secure(headers);
  // Handed on as it is: a body that is taken out and put into another answer is sent piece by piece, at no known length.
  return request.method === "HEAD" ? new Response(null, { status, headers }) : response;
}

/** The address a reader most likely meant: with the slash a front page ends in, or without one. */
function tidied(url: URL): URL | undefined {
  const path = url.pathname.endsWith("/") ? url.pathname.replace(/\/+$/, "") : `${url.pathname}/`;
  return path === "" || path === url.pathname ? undefined : new URL(path + url.search, url);
}

function sentTo({ pathname, search }: URL): Response {
  const headers = new Headers({ location: pathname + search, "cache-control": "public, max-age=3600" });
  secure(headers);
  return new Response(null, { status: 308, headers });
}

function notAllowed(): Response {
  const headers = new Headers({ allow: "GET, HEAD", "content-type": "text/plain; charset=utf-8" });
  secure(headers);
  return new Response("This address can only be read.\n", { status: 405, headers });
}
