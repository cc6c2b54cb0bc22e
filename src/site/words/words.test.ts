import { expect, test } from "bun:test";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { wordsFor } from "./words.ts";

test("a language without words of its own gets English, and says so", () => {
  expect(wordsFor("sw")).toEqual({ words: en, own: false });
  expect(wordsFor("constructor")).toEqual({ words: en, own: false });
});

test("a region does not part a language from its words", () => {
  expect(wordsFor("ru-KZ")).toEqual({ words: ru, own: true });
  expect(wordsFor("AR-eg")).toEqual({ words: ar, own: true });
});

test("words follow the number as their language counts", () => {
  expect([1, 2, 1200].map(en.stories)).toEqual(["1 story", "2 stories", "1,200 stories"]);
  expect([1, 2, 5, 11, 21, 22].map(ru.stories)).toEqual([
    "1 материал",
    "2 материала",
    "5 материалов",
    "11 материалов",
    "21 материал",
    "22 материала",
  ]);
  expect([0, 1, 2].map(ar.stories)).toEqual(["لا مواد", "مادة واحدة", "مادتان"]);
  expect(ar.stories(3)).toEndWith(" مواد");
  expect(ar.stories(11)).toEndWith(" مادةً");
  expect(ar.stories(100)).toEndWith(" مادة");
});

test("no word is missing, and none is left in English", () => {
  const english = texts(en);
  for (const words of [ru, ar]) {
    const own = texts(words);
    expect(namesOf(own)).toEqual(namesOf(english));
    const left = own.filter(([name, text]) => name !== "language" && /[a-z]{3}/i.test(text));
    expect(left).toEqual([]);
  }
  // Only the word before an author's name may be empty: Russian has none.
  const empty = [en, ru, ar].flatMap((words) => texts(words)).filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([["by", ""]]);
});

/** What is said in several numbers is one: languages count differently. */
function namesOf(said: readonly [name: string, text: string][]): readonly string[] {
  return [...new Set(said.map(([name]) => name.replace(/\.(?:zero|one|two|few|many|other)$/, "")))];
}

function texts(words: object, under = ""): [name: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === "string") return [[under + name, value]];
    // Some take a number, some a name, some several: "2" serves as each.
    if (typeof value === "function") return [[under + name, String(value(Object("2"), Object("2"), Object("2")))]];
    return typeof value === "object" && value !== null ? texts(value, `${under}${name}.`) : [];
  });
}
