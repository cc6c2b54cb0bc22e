/** Waits for a condition instead of a length of time, and says which one did not come. */
import { setTimeout as pause } from "node:timers/promises";

const LONGEST_WAIT_MS = 15_000;
const LOOK_EVERY_MS = 5;

export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  longestMs = LONGEST_WAIT_MS,
): Promise<void> {
  const end = performance.now() + longestMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`this did not come within ${longestMs / 1000} s: ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}
