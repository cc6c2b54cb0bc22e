import { describe, expect, test } from "bun:test";
import { folded, foldedWords, patternsOf } from "./folded.ts";

describe("words as lists are searched", () => {
  test("are small letters without marks", () => {
    expect(folded("Ёлка, ÉCOLE")).toBe("елка, ecole");
    expect(foldedWords("  Ёлка – «ÉCOLE» ")).toBe("елка ecole");
  });

  test("become a pattern each, in which no sign means anything", () => {
    expect(patternsOf("Ёлка 50% _x\\")).toEqual(["%елка%", "%50%", "%x%"]);
  });

  test("that are none find everything, and signs alone find nothing", () => {
    expect(patternsOf(" \n ")).toEqual([]);
    expect(patternsOf("%")).toEqual([" "]);
  });

  test("are few and short, however much is asked", () => {
    const patterns = patternsOf(`${"a".repeat(10_000)} `.repeat(100));
    expect(patterns).toHaveLength(8);
    expect(patterns.every((one) => one.length === 62)).toBeTrue();
  });
});
