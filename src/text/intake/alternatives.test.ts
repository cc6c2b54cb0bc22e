import { expect, test } from "bun:test";
import { byFirstLetter } from "./alternatives.ts";

test("words of one first letter stand together, in their order, and brackets keep theirs", () => {
  expect(byFirstLetter("said|told|says|a (?:dit|ri)")).toBe("s(?:aid|ays)|t(?:old)|a(?: (?:dit|ri))");
});

test("what begins with no letter, or with one that may be missing, stays whole behind the others", () => {
  expect(byFirstLetter("و?قال|so|[ks]ay|sagt")).toBe("s(?:o|agt)|و?قال|[ks]ay");
});

test("the expression finds what it found", () => {
  const words = "said|says|say|emphasi[sz]ed|сказал(?:а|и)?|so";
  const found = (source: string) =>
    "He said so; she says it, она сказала, they emphasized it".match(new RegExp(`\\b(?:${source})`, "giu"));
  expect(found(byFirstLetter(words))).toEqual(found(words));
});
