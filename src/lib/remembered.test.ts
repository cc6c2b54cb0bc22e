import { expect, test } from "bun:test";
import { remembered } from "./remembered.ts";

test("remembered: made once for each text, and again when it was the oldest of too many", () => {
  const asked: string[] = [];
  const twice = remembered(2, (text) => {
    asked.push(text);
    return text + text;
  });
  expect([twice("a"), twice("b"), twice("a"), twice("c"), twice("b"), twice("a")]).toEqual([
    "aa",
    "bb",
    "aa",
    "cc",
    "bb",
    "aa",
  ]);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});
