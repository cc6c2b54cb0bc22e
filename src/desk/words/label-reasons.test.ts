import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { reasonIn } from "./label-reasons.ts";

// Every sentence of the engine that is a reason, what it names replaced by a word.
const engine = readFileSync(new URL("../../text/labels/policy.ts", import.meta.url), "utf8");
const reasons = [...engine.matchAll(/`([^`]*)`|"([^"]*)"/g)]
  .map(([, template, words]) => (template ?? words ?? "").replaceAll(/\$\{[^}]*\}/g, "x"))
  .filter((said) => /^(?:an|it|its|the|this|captions|no|only|among) /.test(said));

test("every reason of the label engine has words in every language of the desk", () => {
  expect(reasons.length).toBeGreaterThanOrEqual(20);
  for (const language of ["ru", "ar"] as const) {
    expect(reasons.filter((reason) => reasonIn(language, reason) === reason)).toEqual([]);
  }
});

test("what a reason names is named in its translation", () => {
  const said = "its designation in un is not in force on 2026-11-25 (from 2014-05-14 until 2026-02-27)";
  expect(reasonIn("ru", said)).toBe("решение о ней (un) на 2026-11-25 не действует");
  expect(reasonIn("en", said)).toBe(said);
});
