import { expect, test } from "bun:test";
import { changedFiles } from "../bench/lib/evaluation.ts";

test("the evaluation set is the one that was frozen", () => {
  expect(changedFiles()).toEqual([]);
});
