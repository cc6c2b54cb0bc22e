/** One line on standard error that says how far long work has come; nothing where nobody looks. */
import type { World } from "./command.ts";

export type Progress = {
  /** With `total` the line has a bar, too. */
  readonly step: (what: string, count: number, total?: number) => void;
  readonly end: () => void;
};

// Often enough to see that it moves.
const SHOW_EVERY_MS = 100;

export function progressOn({ err, errIsTerminal }: Pick<World, "err" | "errIsTerminal">): Progress {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    step: (what, count, total) => {
      if (!errIsTerminal || performance.now() - shownAt < SHOW_EVERY_MS) return;
      shownAt = performance.now();
      err(`\r\x1b[2K${what} ${count}${total === undefined ? "" : ` of ${total} ${barOf(count, total)}`}`);
    },
    end: () => {
      if (shownAt > 0) err("\r\x1b[2K");
    },
  };
}

const BAR = 24;

function barOf(count: number, total: number): string {
  const done = total === 0 ? 1 : Math.min(1, count / total);
  const filled = Math.floor(done * BAR);
  return `[${"#".repeat(filled)}${" ".repeat(BAR - filled)}] ${Math.floor(done * 100)} %`;
}
