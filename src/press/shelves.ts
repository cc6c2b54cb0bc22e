/** Printed pages within a bound of bytes, found by their key and by the topics they name. The least read go first. */
import { type Copies, weightOf } from "./copies.ts";

export type Page = {
  readonly key: string;
  readonly copies: Copies;
  readonly topics: readonly string[];
  readonly keptUntilMs: number;
  readonly printedAtMs: number;
  /** Until then its copies are packed quickly: the page before it did not stand long. */
  quicklyUntilMs: number | undefined;
  /** When the first of its topics moved after it was printed. */
  staleSinceMs: number | undefined;
  /** How often it was asked for, older askings counting for less. */
  reads: number;
  /** Asked for since room was last looked for. */
  isRead: boolean;
  weight: number;
};

export type Shelf = {
  readonly find: (key: string) => Page | undefined;
  readonly put: (page: Page) => void;
  readonly take: (key: string) => void;
  /** Another copy of the page was made. */
  readonly weighAgain: (page: Page) => void;
  readonly pages: () => Iterable<Page>;
  readonly size: () => { readonly pages: number; readonly bytes: number };
};

/** Which pages name a topic, on whatever shelf they stand. */
export type Index = Map<string, Set<Page>>;

export function newShelf(budgetBytes: number, index: Index): Shelf {
  const kept = new Map<string, Page>();
  let bytes = 0;

  function take(key: string): void {
    const page = kept.get(key);
    if (!page) return;
    kept.delete(key);
    bytes -= page.weight;
    for (const topic of page.topics) {
      const naming = index.get(topic);
      naming?.delete(page);
      if (naming?.size === 0) index.delete(topic);
    }
  }

  /** Whoever was read since the last time gets one more chance; a Map remembers the order of its entries. */
  function makeRoom(): void {
    for (const [key, page] of kept) {
      if (bytes <= budgetBytes) return;
      if (page.isRead) {
        page.isRead = false;
        kept.delete(key);
        kept.set(key, page);
      } else take(key);
    }
  }

  return {
    find: (key) => kept.get(key),
    take,
    put(page) {
      take(page.key);
      page.weight = weightOf(page.copies);
      if (page.weight > budgetBytes) return;
      kept.set(page.key, page);
      bytes += page.weight;
      for (const topic of page.topics) {
        const naming = index.get(topic);
        if (naming) naming.add(page);
        else index.set(topic, new Set([page]));
      }
      makeRoom();
    },
    weighAgain(page) {
      if (kept.get(page.key) !== page) return;
      bytes -= page.weight;
      page.weight = weightOf(page.copies);
      bytes += page.weight;
      makeRoom();
    },
    pages: () => kept.values(),
    size: () => ({ pages: kept.size, bytes }),
  };
}
