import { expect, test } from "bun:test";
import { stemsOf } from "./search.ts";

async function sameStems(language: string, one: string, other: string) {
  expect(await stemsOf(one, language)).toEqual(await stemsOf(other, language));
}

test("English words are found in their forms", async () => {
  await sameStems("en", "ferries strike", "ferry strikes");
  await sameStems("en", "NATO’s mission", "NATO missions");
});

test("Russian words are found in their cases, with ё or е", async () => {
  await sameStems("ru", "забастовка паромов", "забастовки паромам");
  await sameStems("ru", "ещё полёт", "еще полет");
  await sameStems("ru", "паром альбом", "паромы альбомы");
});

test("Arabic words are found with their vowel marks or without", async () => {
  await sameStems("ar", "مَدْرَسَة", "مدرسة");
  await sameStems("ar", "عبارات", "العبارة");
});

test("a language without a stemmer keeps its words", async () => {
  expect(await stemsOf("Tere, maailm 2026!", "et")).toEqual(["tere", "maailm", "2026"]);
});

test("a text without words has no stems", async () => {
  expect(await stemsOf("… — !?", "en")).toEqual([]);
});
