import { expect, test } from "bun:test";
import { progressOn } from "./progress.ts";

function shown(errIsTerminal: boolean, say: (progress: ReturnType<typeof progressOn>) => void): string {
  let out = "";
  say(
    progressOn({
      errIsTerminal,
      err: (text) => {
        out += text;
      },
    }),
  );
  return out.replaceAll("\r\x1b[2K", "|");
}

test("on a terminal one line says how far the work is, with a bar where its end is known, and goes", () => {
  expect(shown(true, (progress) => progress.step("rows", 7))).toBe("|rows 7");
  const half = shown(true, (progress) => {
    progress.step("articles", 50_000, 100_000);
    progress.end();
  });
  expect(half).toBe(`|articles 50000 of 100000 [${"#".repeat(12)}${" ".repeat(12)}] 50 %|`);
  expect(shown(true, (progress) => progress.step("articles", 0, 0))).toContain("100 %");
});

test("where nobody looks nothing is said", () => {
  expect(shown(false, (progress) => progress.step("articles", 1, 2))).toBe("");
});
