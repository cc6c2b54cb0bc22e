/**
 * Finished responses, kept in memory and served without a router or a database. The press
 * knows no page: it is handed something that prints, and told which topics moved.
 */
import { KEPT_UNTIL_HEADER, TOPICS_HEADER, topicsOf } from "#lib/http.ts";
import { answered, copiesOf, type Packing } from "./copies.ts";
import { type Index, newShelf, type Page, type Shelf } from "./shelves.ts";

export type Press = {
  /** The answer to a GET or HEAD whose page stands here, fresh, under the very letters of its address. */
  readonly kept: (request: Request) => Response | undefined;
  /** A finished response for a GET or HEAD of a public address. */
  readonly serve: (request: Request) => Promise<Response>;
  /**
   * Pages that named one of these topics are printed again when next asked for. Those that named one of `recalled`
   * are shown to nobody any more, not even while another is printed.
   */
  readonly moved: (topics: readonly string[], recalled?: readonly string[]) => void;
  /** The fresh pages, the most read first. */
  readonly mostRead: () => readonly Page[];
  /** Puts pages on the shelf that were printed before `since`, where nothing better stands and nothing has moved since. */
  readonly takeIn: (pages: readonly Page[], since: Since) => void;
  /** What happens from here on counts against pages that are taken in later. */
  readonly sinceNow: () => Since;
  readonly size: () => { readonly pages: number; readonly bytes: number };
  readonly counts: () => Counts;
};

/** How requests for public addresses were answered since the start, and how long printing took. */
export type Counts = {
  readonly kept: number;
  readonly printed: number;
  readonly lastGood: number;
  readonly printingMs: number;
  /** How many printings took at most so many milliseconds, for each of `PRINTING_STEPS_MS`. */
  readonly printedWithin: readonly number[];
};

// From what a small page takes to what a reader notices.
export const PRINTING_STEPS_MS: readonly number[] = [1, 2, 5, 10, 25, 50, 100, 250, 1_000];

export type Since = { readonly clock: number; readonly end: () => void };

export type PressOptions = {
  /** Prints a page; its headers name its topics. Called once however many readers ask. */
  readonly print: (request: Request) => Promise<Response>;
  /** The one name a page is kept under: its path and declared parameters in order; nothing for an address that is not kept. */
  readonly keyFor: (url: URL) => PageKey | undefined;
  /** Said to a cache in front of the site, of a page that is kept, before anybody gets it. */
  readonly tellCdn?: ((headers: Headers, page: ToldToCdn) => Promise<void>) | undefined;
  readonly now: () => Date;
  readonly budgetBytes?: number | undefined;
  /** For pages readers make up: searches and what is not found. */
  readonly smallBudgetBytes?: number;
};

export type ToldToCdn = {
  /** Path and declared parameters. */
  readonly address: string;
  readonly topics: readonly string[];
  readonly endsByTheClock: boolean;
};

export type PageKey = { readonly key: string; readonly shelf: "pages" | "made-up" };

const BUDGET_BYTES = 64 * 1024 * 1024;
const SMALL_BUDGET_BYTES = 4 * 1024 * 1024;
// Readers get the last good copy while a new one is printed, but never one older than this.
const LAST_GOOD_COPY_MS = 1_000;
// A page that did not stand so long may be printed again as soon: each of its copies is made for few readers.
const RESTLESS_MS = 5_000;
// A page whose topics move faster than it can be printed is handed out all the same, stale from its first moment.
const MOST_PRINTINGS = 3;
// What prints answers so while the database does not.
const STORE_AWAY = 503;

type Printed = Omit<Page, "staleSinceMs" | "quicklyUntilMs"> & { readonly lasts: boolean };

export function openPress(options: PressOptions): Press {
  const index: Index = new Map();
  const shelves: Record<PageKey["shelf"], Shelf> = {
    pages: newShelf(options.budgetBytes ?? BUDGET_BYTES, index),
    "made-up": newShelf(options.smallBudgetBytes ?? SMALL_BUDGET_BYTES, index),
  };
  const printing = new Map<string, Promise<Page>>();
  const moves = newMoves();
  const counts = { kept: 0, printed: 0, lastGood: 0, printingMs: 0, printedWithin: PRINTING_STEPS_MS.map(() => 0) };

  const nowMs = () => options.now().getTime();
  // Not-found answers to good addresses stand on the shelf of made-up ones, so both are looked at.
  const find = (key: string) => shelves.pages.find(key) ?? shelves["made-up"].find(key);
  const isFresh = (page: Page) =>
    page.staleSinceMs === undefined && (page.keptUntilMs === Number.POSITIVE_INFINITY || nowMs() < page.keptUntilMs);

  function send(page: Page, request: Request): Response {
    page.reads += 1;
    page.isRead = true;
    const { packed } = page.copies;
    const response = answered(page.copies, request, packingOf(page));
    if (page.copies.packed !== packed) for (const shelf of Object.values(shelves)) shelf.weighAgain(page);
    return response;
  }

  function packingOf(page: Page): Packing {
    if (page.quicklyUntilMs === undefined) return "closely";
    if (nowMs() < page.quicklyUntilMs) return "quickly";
    page.quicklyUntilMs = undefined;
    return "closely";
  }

  function printOnce(key: PageKey, request: Request): Promise<Page> {
    const underWay = printing.get(key.key);
    if (underWay) return underWay;
    const print = printUntilSettled(key, request).finally(() => printing.delete(key.key));
    printing.set(key.key, print);
    return print;
  }

  /** What moves while a page is printed may or may not be in it: it is printed again before anybody sees it. */
  async function printUntilSettled(key: PageKey, request: Request): Promise<Page> {
    const since = moves.sinceNow();
    try {
      for (let tried = 1; ; tried++) {
        const begun = moves.clock();
        counts.printed += 1;
        const { lasts, ...printed } = await timed(() => printedPage(options, key.key, request));
        const happened = moves.after(begun, printed.topics);
        if (happened === "recalled" || (happened === "moved" && tried < MOST_PRINTINGS)) continue;
        const lastGood = printed.copies.status === STORE_AWAY ? goodUntilPrinted(key.key) : undefined;
        if (lastGood) return lastGood;
        const staleSinceMs = happened === "moved" ? nowMs() : undefined;
        const page: Page = { ...printed, staleSinceMs, quicklyUntilMs: quicklyUntil(key.key, printed) };
        keep(key, page, lasts);
        return page;
      }
    } finally {
      since.end();
    }
  }

  function quicklyUntil(key: string, { printedAtMs }: Pick<Page, "printedAtMs">): number | undefined {
    const before = find(key);
    return before && printedAtMs - before.printedAtMs < RESTLESS_MS ? printedAtMs + RESTLESS_MS : undefined;
  }

  /** What stood there before, unless it was called back or its day is over: nothing newer can be had. */
  function goodUntilPrinted(key: string): Page | undefined {
    const page = find(key);
    if (!page || nowMs() >= page.keptUntilMs) return undefined;
    counts.lastGood += 1;
    return page;
  }

  async function timed<T>(print: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const printed = await print();
    const took = performance.now() - begun;
    counts.printingMs += took;
    for (const [step, most] of PRINTING_STEPS_MS.entries()) {
      if (took <= most) counts.printedWithin[step] = (counts.printedWithin[step] ?? 0) + 1;
    }
    return printed;
  }

  function keep({ key, shelf }: PageKey, page: Page, lasts: boolean): void {
    const before = find(key);
    if (before) page.reads += before.reads;
    for (const each of Object.values(shelves)) each.take(key);
    if (lasts) shelves[page.copies.status === 200 ? shelf : "made-up"].put(page);
  }

  async function pageFor(key: PageKey, request: Request): Promise<Page> {
    const page = find(key.key);
    if (page && isFresh(page)) return page;
    if (page) page.staleSinceMs ??= page.keptUntilMs;
    const alreadyPrinting = printing.has(key.key);
    const print = printOnce(key, request);
    // Whoever asks first waits for the new page; those who come meanwhile get the last good one.
    if (!page || !alreadyPrinting || nowMs() - (page.staleSinceMs ?? 0) >= LAST_GOOD_COPY_MS) return print;
    print.catch(() => undefined); // reported to the one who waits for it
    counts.lastGood += 1;
    return page;
  }

  return {
    kept(request) {
      if (request.method !== "GET" && request.method !== "HEAD") return undefined;
      const page = find(targetOf(request.url));
      if (!page || !isFresh(page)) return undefined;
      counts.kept += 1;
      return send(page, request);
    },
    async serve(request) {
      const key = options.keyFor(new URL(request.url));
      if (!key) return answered((await printedPage(options, "", request)).copies, request);
      return send(await pageFor(key, request), request);
    },
    moved(topics, recalled = []) {
      const at = nowMs();
      moves.note(topics, recalled);
      for (const topic of topics) {
        for (const page of index.get(topic) ?? []) page.staleSinceMs ??= at;
      }
      for (const topic of recalled) {
        for (const page of [...(index.get(topic) ?? [])]) {
          for (const shelf of Object.values(shelves)) shelf.take(page.key);
        }
      }
    },
    mostRead: () => [...shelves.pages.pages()].filter(isFresh).sort((one, other) => other.reads - one.reads),
    sinceNow: moves.sinceNow,
    takeIn(pages, since) {
      for (const page of pages) {
        if (find(page.key) || !isFresh(page) || moves.after(since.clock, page.topics) !== "nothing") continue;
        shelves.pages.put(page);
      }
    },
    size() {
      const all = Object.values(shelves).map((shelf) => shelf.size());
      return {
        pages: all.reduce((sum, { pages }) => sum + pages, 0),
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    counts: () => ({ ...counts, printedWithin: [...counts.printedWithin] }),
  };
}

/** `http://host/en/?q=x` → `/en/?q=x`, without reading the address. */
function targetOf(url: string): string {
  return url.slice(url.indexOf("/", "https://".length));
}

/** What moved while somebody was printing, by a clock of its own that ticks with every move. */
function newMoves() {
  const movedAt = new Map<string, number>();
  const recalledAt = new Map<string, number>();
  let clock = 0;
  let lookedAtBy = 0;
  const isAfter = (at: ReadonlyMap<string, number>, begun: number) => (topic: string) => (at.get(topic) ?? 0) > begun;
  return {
    clock: () => clock,
    note(topics: readonly string[], recalled: readonly string[]): void {
      clock += 1;
      // While nobody prints, nobody will ask.
      if (lookedAtBy === 0) return;
      for (const topic of topics) movedAt.set(topic, clock);
      for (const topic of recalled) recalledAt.set(topic, clock);
    },
    sinceNow(): Since {
      lookedAtBy += 1;
      return {
        clock,
        end: () => {
          lookedAtBy -= 1;
          if (lookedAtBy > 0) return;
          movedAt.clear();
          recalledAt.clear();
        },
      };
    },
    after(begun: number, topics: readonly string[]): "nothing" | "moved" | "recalled" {
      if (topics.some(isAfter(recalledAt, begun))) return "recalled";
      return topics.some(isAfter(movedAt, begun)) ? "moved" : "nothing";
    },
  };
}

// With a cache in front, what it may hold is noted anew so often.
const PRINTED_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

async function printedPage({ print, tellCdn, now }: PressOptions, key: string, request: Request): Promise<Printed> {
  const response = await print(
    new Request(request.url, { method: "GET", headers: { accept: request.headers.get("accept") ?? "*/*" } }),
  );
  const headers = new Headers(response.headers);
  const topics = topicsOf(headers);
  const until = headers.get(KEPT_UNTIL_HEADER);
  headers.delete(TOPICS_HEADER);
  headers.delete(KEPT_UNTIL_HEADER);
  const keptUntilMs = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
  const isTold = tellCdn !== undefined && key !== "" && response.status < 500 && topics.length > 0;
  const printedAgainMs = now().getTime() + PRINTED_AGAIN_AFTER_MS;
  if (isTold) await tellCdn(headers, { address: key, topics, endsByTheClock: keptUntilMs < printedAgainMs });
  return {
    key,
    copies: copiesOf(response.status, new Uint8Array(await response.arrayBuffer()), headers),
    topics,
    keptUntilMs: isTold ? Math.min(keptUntilMs, printedAgainMs) : keptUntilMs,
    lasts: response.status < 500 && topics.length > 0,
    printedAtMs: now().getTime(),
    reads: 0,
    isRead: false,
    weight: 0,
  };
}
