/** The published schema of register files says what Dateline reads: what it accepts is read, what is refused it refuses. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { REGISTER as DEMO } from "#test/newsroom/register.ts";
import { REGISTER } from "../cases/labels/register.ts";
import { readRegister } from "./labels.ts";

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/register.schema.json", "utf8")));
const name = { text: "Red Dawn", lang: "en" };
const designation = { jurisdiction: "xa", from: "2014-12-29" };
const one = (more: object = {}) => ({
  organisations: [{ id: "a", names: [name], designations: [designation], ...more }],
});

const files: readonly [what: string, json: unknown, isRegister: boolean][] = [
  ["the register of the corpus", REGISTER, true],
  ["the register of the first run", DEMO, true],
  ["a file without organisations in its list", { organisations: [] }, true],
  ["more fields than are named", { ...one({ note: 1 }), source: "x" }, true],
  ["an organisation without designations", one({ designations: undefined }), true],
  [
    "nulls where nothing is said",
    one({ names: [{ ...name, match: null, wording: null, forms: null, doubt: null }] }),
    true,
  ],
  ["a list", [], false],
  ["no organisations", {}, false],
  ["no id", one({ id: undefined }), false],
  ["an id of spaces", one({ id: "  " }), false],
  ["no names", one({ names: [] }), false],
  ["a name without a language", one({ names: [{ text: "A" }] }), false],
  ["a kind nobody knows", one({ names: [{ ...name, kind: "nick" }] }), false],
  ["a doubt nobody knows", one({ names: [{ ...name, doubt: "odd" }] }), false],
  ["a designation without a day", one({ designations: [{ jurisdiction: "xa" }] }), false],
  ["a day that is none", one({ designations: [{ ...designation, from: "29.12.2014" }] }), false],
  ["a wording of two lines", one({ designations: [{ ...designation, wording: { en: "a\nb" } }] }), false],
];

for (const [what, json, isRegister] of files) {
  test(`schema and reader agree on ${what}`, () => {
    const written: unknown = JSON.parse(JSON.stringify(json));
    expect("register" in readRegister(written)).toBe(isRegister);
    expect(schema.safeParse(written).success).toBe(isRegister);
  });
}
