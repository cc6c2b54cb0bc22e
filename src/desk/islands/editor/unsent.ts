/**
 * Words that Dateline has not acknowledged yet, kept in this browser at every keystroke: for each open editor apart, so
 * that two windows never write over each other's, and under the member's own id, so that nobody else is shown them.
 */
import type { ArticleText } from "#agency/articles/working-copy.ts";

export type Unsent = {
  readonly sitting: string;
  /** The last turn this sitting has sent. */
  readonly turn: number;
  /** The version the text was made from. */
  readonly from: number;
  readonly text: ArticleText;
};

export type Shelf = {
  /** False when the browser does not keep it. */
  readonly keep: (unsent: Unsent) => boolean;
  readonly forget: (sitting: string) => void;
  readonly all: () => readonly Unsent[];
};

export function shelfFor(storage: Storage, staff: string, article: string): Shelf {
  const place = `dateline ${staff} ${article} `;
  return {
    keep(unsent) {
      try {
        storage.setItem(place + unsent.sitting, JSON.stringify(unsent));
        return true;
      } catch {
        return false; // full, or switched off: the page says so
      }
    },
    forget(sitting) {
      storage.removeItem(place + sitting);
    },
    all() {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
      return keys.filter((key) => key.startsWith(place)).flatMap((key) => readUnsent(storage.getItem(key)));
    },
  };
}

function readUnsent(json: string | null): Unsent[] {
  try {
    // Written by `keep` above, under a key nobody else uses.
    return json === null ? [] : [JSON.parse(json) as Unsent];
  } catch {
    return [];
  }
}

/** Says that this editor is open, for as long as the page is. */
export function holdSitting(sitting: string): void {
  void navigator.locks?.request(lockOf(sitting), () => new Promise(() => undefined));
}

/** Waits until an editor is open no more, and answers what it left unsent. */
export async function leftBy(shelf: Shelf, sitting: string): Promise<Unsent | undefined> {
  await navigator.locks?.request(lockOf(sitting), () => undefined);
  return shelf.all().find((unsent) => unsent.sitting === sitting);
}

function lockOf(sitting: string): string {
  return `dateline ${sitting}`;
}
