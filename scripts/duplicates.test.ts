import { expect, test } from "bun:test";
import { repeatedRuns } from "./duplicates.ts";

const run = (name: string, lines: number) =>
  Array.from({ length: lines }, (_, n) => `  ${name}${n}(first, second, ${n});`).join("\n");

test("duplicates: a run that stands twice is found once, with both its places", () => {
  const sources = [
    { path: "a.ts", code: `start\n${run("x", 10)}\nend` },
    { path: "b.ts", code: `other\nthings\n${run("x", 10)}\nmore` },
  ];
  expect(repeatedRuns(sources)).toEqual([
    { first: { path: "a.ts", line: 2 }, again: { path: "b.ts", line: 3 }, lines: 10 },
  ]);
});

test("duplicates: layout and comments do not hide a run", () => {
  const sources = [
    { path: "a.ts", code: run("x", 12) },
    { path: "b.ts", code: run("x", 12).replaceAll(", ", ",\n  // why\n") },
  ];
  expect(repeatedRuns(sources)).toHaveLength(1);
});

test("duplicates: imports are not compared, and lines keep their numbers", () => {
  const imports = `${run("x", 20).replaceAll(/.+/g, 'import {\n  a,\n} from "b.ts";')}\n`;
  expect(repeatedRuns([{ path: "a.ts", code: imports + imports }])).toEqual([]);
  const sources = [
    { path: "a.ts", code: run("x", 9) },
    { path: "b.ts", code: `import {\n  a,\n} from "b.ts";\n${run("x", 9)}` },
  ];
  expect(repeatedRuns(sources)).toMatchObject([{ again: { path: "b.ts", line: 4 } }]);
});

test("duplicates: one file may repeat itself, and a run never runs into another file", () => {
  expect(repeatedRuns([{ path: "a.ts", code: `${run("x", 9)}\nbetween();\n${run("x", 9)}` }])).toHaveLength(1);
  const halves = [
    { path: "a.ts", code: run("x", 4) },
    { path: "b.ts", code: run("y", 5) },
    { path: "c.ts", code: `${run("x", 4)}\n${run("y", 5)}` },
  ];
  expect(repeatedRuns(halves)).toEqual([]);
});

test("duplicates: short runs and the same shape with other words are no matter", () => {
  expect(repeatedRuns([{ path: "a.ts", code: `${run("x", 5)}\nbetween();\n${run("x", 5)}` }])).toEqual([]);
  expect(repeatedRuns([{ path: "a.ts", code: `${run("x", 20)}\n${run("y", 20)}` }])).toEqual([]);
});
