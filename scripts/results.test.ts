import { expect, test } from "bun:test";
import { closingLines, crashed, fromJunit, fromNode, slowestFiles } from "./results.mjs";

const JUNIT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bun test">
  <testsuite name="src/a.test.ts" file="src/a.test.ts">
    <testcase name="sqlite: one &lt;b&gt; &amp; &quot;two&quot;" classname="" file="src/a.test.ts" assertions="1" />
    <testsuite name="postgres"><testcase name="inner" classname="deep &gt; postgres" file="src/a.test.ts">
        <failure type="AssertionError" message="no">no</failure>
      </testcase></testsuite>
    <testcase name="left out" classname="" file="src/a.test.ts"><skipped /></testcase>
    <testcase name="plain" classname="" file="src/a.test.ts" />
  </testsuite>
</testsuites>`;

const passed = (name: string, kind: "bun" | "browser" = "bun") => ({
  name,
  file: "a.test.ts",
  kind,
  outcome: "passed" as const,
});
const ENOUGH = [passed("sqlite: a"), passed("postgres: a"), passed("a page opens", "browser")];

test("results: Bun's report is read with names, engines and outcomes", () => {
  expect(fromJunit(JUNIT).map(({ name, outcome }) => [name, outcome])).toEqual([
    ['sqlite: one <b> & "two"', "passed"],
    ["postgres > deep > inner", "failed"],
    ["left out", "skipped"],
    ["plain", "passed"],
  ]);
});

test("results: the closing lines say how many ran where, and the last one is plain", () => {
  const { lines, green } = closingLines([...ENOUGH, passed("a rule"), passed("another")], { everything: true });
  expect(lines.map((line) => line.replace(/ +/g, " "))).toEqual([
    "sqlite 1 tests ran",
    "postgres 1 tests ran",
    "browser 1 tests ran",
    "without a store 2 tests ran",
    "",
    "5 passed, 0 failed",
  ]);
  expect(green).toBe(true);
});

test("results: a skipped test, a failed one and an engine nobody used each fail the run", () => {
  const { lines, green } = closingLines(fromJunit(JUNIT), { everything: true });
  expect(lines).toContain("failed: src/a.test.ts: postgres > deep > inner");
  expect(lines).toContain("failed: src/a.test.ts: left out (skipped)");
  expect(lines).toContain("failed: no test ran on browser");
  expect(lines.at(-1)).toBe("2 passed, 3 failed");
  expect(green).toBe(false);
});

test("results: a selection of files need not use every engine, but must pass something", () => {
  expect(closingLines([passed("a rule")], { everything: false }).green).toBe(true);
  expect(closingLines([], { everything: false }).green).toBe(false);
});

test("results: a file that ran nothing and a run that ended badly are failures", () => {
  const seen = [passed("a rule")];
  expect(crashed({ seen, files: ["a.test.ts"], kind: "bun", status: 0 })).toEqual([]);
  expect(crashed({ seen, files: ["a.test.ts", "b.test.ts"], kind: "bun", status: 1 }).map(({ name }) => name)).toEqual([
    "b.test.ts ran no test",
  ]);
  expect(crashed({ seen, files: ["a.test.ts"], kind: "bun", status: "SIGSEGV" }).map(({ name }) => name)).toEqual([
    "the run ended with SIGSEGV though no test failed",
  ]);
});

test("results: Node's events become results of the browser", () => {
  const lines = `{"name":"opens","outcome":"pass"}\n{"name":"closes","outcome":"fail"}\n{"name":"waits","outcome":"skipped"}\n`;
  expect(fromNode(lines, "a.journey.ts").map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ["browser", "passed"],
    ["browser", "failed"],
    ["browser", "skipped"],
  ]);
});

test("results: the slowest files are named with what all their tests took", () => {
  const took = (file: string, seconds?: number) => ({
    ...passed("a"),
    file,
    ...(seconds !== undefined && { seconds }),
  });
  expect(slowestFiles([took("a", 1), took("b", 2.5), took("a", 3), took("c")], 2)).toEqual([
    "    4.0 s  a",
    "    2.5 s  b",
  ]);
  expect(fromJunit('<testcase name="n" classname="" time="1.25" file="f" />')[0]?.seconds).toBe(1.25);
  expect(fromNode('{"name":"n","outcome":"pass","seconds":2}', "f")[0]?.seconds).toBe(2);
});
