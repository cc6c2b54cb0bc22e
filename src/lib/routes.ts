/** The address book: which addresses there are, what each takes, and who answers. Edges fill it, `program.ts` mounts it. */

import { TrieRouter } from "hono/router/trie-router";

export type Route = {
  readonly method: "GET" | "POST";
  /** `/{edition}/archive/{yyyy}/{mm}`; fixed steps come before named ones where both fit. `{organisation}.json` is named, too. */
  readonly address: string;
  /** Query parameters that change the answer; all others are ignored. */
  readonly parameters?: readonly string[];
  /** How the press keeps it; `not-kept` for what is streamed or tells the moment. */
  readonly kept: "pages" | "made-up" | "not-kept";
  readonly answer: (visit: Visit) => Promise<Response>;
};

export type Visit = {
  readonly request: Request;
  readonly path: string;
  /** The named steps of the address, decoded. */
  readonly steps: Readonly<Record<string, string>>;
  /** The declared parameters that were given. */
  readonly query: Readonly<Record<string, string>>;
};

export type Found = { readonly route: Route; readonly visit: Visit; readonly key: string };

type Entry = { readonly route: Route; readonly ends: ReadonlyMap<string, string> };

/** Finds who answers an address; nothing when nobody does. The first fitting route of the list wins. */
export function addressBook(
  routes: readonly Route[],
): (method: string, url: URL, request: Request) => Found | undefined {
  const router = new TrieRouter<Entry>();
  const lines = new Set<string>();
  for (const route of routes) {
    const line = `${route.method} ${route.address}`;
    if (lines.has(line)) throw new Error(`two routes answer ${line}`);
    lines.add(line);
    router.add(route.method, patternOf(route.address), { route, ends: endsOf(route.address) });
  }
  const lookUp = (method: string, pathname: string): Known | undefined => {
    const path = asWritten(pathname);
    const [[first]] = router.match(method, pathname);
    if (path === undefined || !first) return undefined;
    const [{ route, ends }, named] = first;
    const steps = Object.fromEntries(
      Object.entries(named).map(([name, step]) => [name, withoutEnd(ends.get(name), decodeURIComponent(String(step)))]),
    );
    return { route, path, steps };
  };
  // What many ask for at once is looked up once: a story's page, and where replies to it are sent.
  const asked = new Map<string, Known>();
  const known = (method: string, pathname: string): Known | undefined => {
    const by = `${method} ${pathname}`;
    const before = asked.get(by);
    if (before) return before;
    const found = lookUp(method, pathname);
    if (asked.size >= MOST_ASKED) asked.clear();
    if (found && pathname.length <= LONGEST_ASKED) asked.set(by, found);
    return found;
  };
  return (method, url, request) => {
    const found = known(method === "HEAD" ? "GET" : method, url.pathname);
    if (!found) return undefined;
    const { route, path, steps } = found;
    const query = declared(route, url);
    return { route, visit: { request, path, steps, query }, key: keyOf(path, query) };
  };
}

type Known = Pick<Found, "route"> & Pick<Visit, "path" | "steps">;

// Half a megabyte at most, cleared by as many addresses as nobody asks for twice.
const MOST_ASKED = 500;
const LONGEST_ASKED = 300;

const ENDED = /\{(\w+)\}(\.\w+)/g;

function patternOf(address: string): string {
  return address.replace(/\{(\w+)\}(\.\w+)?/g, (_, name, end) => `:${name}${end ? `{[^/]+\\${end}}` : ""}`);
}

/** What an address writes after its named steps. */
function endsOf(address: string): ReadonlyMap<string, string> {
  return new Map([...address.matchAll(ENDED)].map(([, name = "", end = ""]) => [name, end]));
}

/** A step without the end its address writes after it: `al-qaida` of `al-qaida.json`. */
function withoutEnd(end: string | undefined, step: string): string {
  return end === undefined ? step : step.slice(0, -end.length);
}

/**
 * One spelling for each address, whatever letters of it a request had encoded; nothing when the encoding is broken, or
 * hides a NUL, which stands in no name and which PostgreSQL cannot be asked about.
 */
function asWritten(path: string): string | undefined {
  try {
    const steps = path.split("/").map(decodeURIComponent);
    return steps.some((step) => step.includes("\0")) ? undefined : steps.map(encodeURIComponent).join("/");
  } catch {
    return undefined;
  }
}

function declared(route: Route, url: URL): Record<string, string> {
  const given = (route.parameters ?? []).flatMap((name) => {
    const value = url.searchParams.get(name)?.replaceAll("\0", "") ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function keyOf(path: string, query: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(query).toString();
  return parameters === "" ? path : `${path}?${parameters}`;
}
