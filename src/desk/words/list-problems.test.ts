import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { problemIn, rowReasonIn } from "./list-problems.ts";

const room = new URL("../../text/registers/", import.meta.url);
const readers = [
  ...readdirSync(room).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
  "../../lib/xml.ts",
]
  .map((file) => readFileSync(new URL(file, room), "utf8"))
  .join("\n");

/** Sentences in the calls of a function, what they name replaced by a word. */
function saidBy(call: RegExp): string[] {
  const literal = String.raw`("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\`[^\`]*\`)`;
  const calls = new RegExp(`${call.source}[^;]*?${literal}(?: : ${literal})?`, "gs");
  return [...readers.matchAll(calls)].flatMap((match) =>
    match.slice(1).flatMap((text) => (text === undefined ? [] : [text.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, "7")])),
  );
}

test("everything a reader of lists says of a file has words in every language of the desk", () => {
  const problems = [
    ...saidBy(/new ListProblem\(/).filter((said) => said.endsWith(".") && !/^The file 7[ .]/.test(said)),
    ...saidBy(/\bbroken\(/).flatMap((said) => (/^(?:7|The file .*|)$/.test(said) ? [] : [`The file ${said}.`])),
  ];
  expect(problems.length).toBeGreaterThan(20);
  for (const language of ["ru", "ar"] as const)
    expect(problems.filter((problem) => problemIn(language, problem) === problem)).toEqual([]);
});

test("everything a reader of lists says of a row has words in every language of the desk", () => {
  const reasons = [...saidBy(/reason: /), ...saidBy(/\brefused\((?:row, \w+, )?/)].filter((said) =>
    /^(?:it|the|nothing) /.test(said),
  );
  expect(reasons.length).toBeGreaterThan(8);
  for (const language of ["ru", "ar"] as const)
    expect(reasons.filter((reason) => rowReasonIn(language, reason) === reason)).toEqual([]);
});

test("the place of a problem in an XML file is said in its translation", () => {
  const said = "The file closes <a>, which is not open there (line 3, column 5).";
  expect(problemIn("ru", said)).toBe("Файл закрывает тег <a>, который там не открыт (строка 3, столбец 5).");
  expect(problemIn("en", said)).toBe(said);
});

test("what a sentence names is named in its translation", () => {
  const said = 'The file has no column "Name"; its columns are Nom, Depuis.';
  expect(problemIn("ru", said)).toBe("В файле нет столбца «Name»; его столбцы: Nom, Depuis.");
  expect(problemIn("en", said)).toBe(said);
});
