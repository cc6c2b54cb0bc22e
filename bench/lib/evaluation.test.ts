import { expect, test } from "bun:test";
import { changedFiles } from "./evaluation.ts";

test("the evaluation set is the one that was frozen", () => {
  expect(changedFiles()).toEqual([]);
});
