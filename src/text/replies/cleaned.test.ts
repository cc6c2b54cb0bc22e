import { expect, test } from "bun:test";
import { cleanedLine, cleanedText } from "./cleaned.ts";

const LINES = [
  { rule: "a name stays as it is, in whatever script", typed: "  Пётр O’Neill-سعيد ", kept: "Пётр O’Neill-سعيد" },
  {
    rule: "controls of direction go, and what would be turned round stands as it was typed",
    typed: "\u202eAda\u2066",
    kept: "Ada",
  },
  { rule: "a letter bears four marks, and no pile", typed: `Z${"\u0300".repeat(9)}`, kept: `Z${"\u0300".repeat(4)}` },
  { rule: "a family stays joined", typed: "👩‍👩‍👧‍👦", kept: "👩‍👩‍👧‍👦" },
  { rule: "a row that is joined on and on is many figures", typed: "👩‍".repeat(7), kept: "👩".repeat(7) },
  { rule: "what joins letters of a word stays", typed: "می‌خواهم", kept: "می‌خواهم" },
  { rule: "a blank letter of Hangul is no name", typed: "\u3164", kept: "" },
  { rule: "Braille without a dot is no name", typed: "\u2800\u2800", kept: "" },
  { rule: "marks without a letter are no name", typed: "\u20dd\u20dd", kept: "" },
  { rule: "what nobody sees is no name, whatever it is made of", typed: "\u034f\u180e\u17b4\u00ad\ufeff\0", kept: "" },
  { rule: "code points that are no characters go", typed: "A\ufffe\uffff\ufdd0\u{1ffff}da", kept: "Ada" },
  { rule: "a single figure or sign is one", typed: "7", kept: "7" },
  { rule: "so is a picture", typed: "🦀", kept: "🦀" },
] as const;

for (const { rule, typed, kept } of LINES)
  test(rule, () => {
    expect(cleanedLine(typed)).toBe(kept);
    expect(cleanedText(typed)).toBe(kept);
  });

test("a text keeps its lines and no more than one empty one between them", () => {
  expect(cleanedText("one\r\n\r\n\r\n\r\ntwo\u2028three \t")).toBe("one\n\ntwo\nthree");
});
