/** One line on standard error that says how far long work has come; nothing where nobody looks. */
import type { World } from "./command.ts";

export type Progress = { readonly step: (what: string, count: number) => void; readonly end: () => void };

// Often enough to see that it moves.
const SHOW_EVERY_MS = 100;

export function progressOn({ err, errIsTerminal }: Pick<World, "err" | "errIsTerminal">): Progress {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    step: (what, count) => {
      if (!errIsTerminal || performance.now() - shownAt < SHOW_EVERY_MS) return;
      shownAt = performance.now();
      err(`\r\x1b[2K${what} ${count}`);
    },
    end: () => {
      if (shownAt > 0) err("\r\x1b[2K");
    },
  };
}
