/**
 * Properties meet the same cases in every ordinary run, so that a red one tells of the change and never of luck.
 * `npm run prove properties` gives them other seeds and many times the cases.
 */
import * as fc from "fast-check";

const EVERYDAY_SEED = 20180216;
const EVERYDAY_CASES = 100;

const times = Number(process.env["PROPERTIES_TIMES"] ?? 1);

/** How many cases a property is tried on: those of an ordinary run, or as many times more as the proof asks for. */
export function cases(everyday: number): { readonly numRuns: number } {
  return { numRuns: everyday * times };
}

fc.configureGlobal({ ...cases(EVERYDAY_CASES), seed: Number(process.env["PROPERTIES_SEED"] ?? EVERYDAY_SEED) });
