/** Medians and spreads, and what machine they were measured on. */
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

export type Spread = { readonly median: number; readonly least: number; readonly most: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error("nothing was measured");
  return { median: quantile(sorted, 0.5), least, most };
}

/** Of values in order; the middle two of an even number count alike. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return low + (high - low) * (at - Math.floor(at));
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown CPU"}, ${Math.round(totalmem() / 1024 ** 3)} GB, load ${loadNow()}`;
}

/** What else the machine does: figures under a load of others are worth less. */
function loadNow(): string {
  try {
    return readFileSync("/proc/loadavg", "utf8").split(" ", 1)[0] ?? "unknown";
  } catch {
    return "unknown"; // not Linux
  }
}
