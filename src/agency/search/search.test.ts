import { expect, test } from "bun:test";
import { stemsOf } from "./search.ts";

const sameStems = (language: string, one: string, other: string) =>
  expect(stemsOf(one, language)).toEqual(stemsOf(other, language));

test("English words are found in their forms", () => {
  sameStems("en", "ferries strike", "ferry strikes");
  sameStems("en", "NATO’s mission", "NATO missions");
});

test("Russian words are found in their cases, with ё or е", () => {
  sameStems("ru", "забастовка паромов", "забастовки паромам");
  sameStems("ru", "ещё полёт", "еще полет");
  sameStems("ru", "паром альбом", "паромы альбомы");
});

test("Arabic words are found with their vowel marks or without", () => {
  sameStems("ar", "مَدْرَسَة", "مدرسة");
  sameStems("ar", "عبارات", "العبارة");
});

test("a language without a stemmer keeps its words", () => {
  expect(stemsOf("Tere, maailm 2026!", "et")).toEqual(["tere", "maailm", "2026"]);
});

test("a text without words has no stems", () => {
  expect(stemsOf("… — !?", "en")).toEqual([]);
});
