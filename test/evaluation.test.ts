import { expect, test } from "bun:test";
import { changedFiles, EVALUATION_SETS } from "../bench/lib/evaluation.ts";

for (const set of EVALUATION_SETS) {
  test(`${set.name} of evaluation is as it was frozen`, () => {
    expect(changedFiles(set)).toEqual([]);
  });
}
