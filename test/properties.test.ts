import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { propertyFiles } from "./proofs/properties.ts";

test("a property that fails names the seed every ordinary run has", () => {
  const fails = () => fc.assert(fc.property(fc.integer(), (number) => number < 10));
  expect(fails).toThrow("seed: 20180216");
});

test("an ordinary run meets the same cases again", () => {
  const met: string[] = [];
  const meet = () => fc.assert(fc.property(fc.string(), (text) => void met.push(text)));
  meet();
  meet();
  expect(met.slice(100)).toEqual(met.slice(0, 100));
  expect(met).toHaveLength(200);
});

test("no property counts its cases or chooses its seed by itself, so that the proof can", () => {
  const alone = propertyFiles().filter((file) => /\b(?:numRuns|seed):/.test(readFileSync(file, "utf8")));
  expect(alone).toEqual(["test/properties.test.ts"]);
});
