import { expect, test } from "bun:test";
import { typedLabelAt } from "./typed.ts";

const labels = [
  "organization banned in Russia",
  "organisation banned in the Russian Federation",
  "banned in Russia",
  "a group outlawed in Russia",
  "the group is banned in Russia since 2014",
  "terrorist organization prohibited in Russia",
  "whose activities are banned on the territory of the Russian Federation",
  "designated as a terrorist organisation",
  "designated terrorist group in the UK",
  "proscribed terrorist organisation",
  "recognised as extremist by the Supreme Court of Russia",
  "ISIS; organization banned in Russia",
  "foreign agent",
  "undesirable organization",
  "belongs to Meta, recognised as extremist and banned in Russia",
  "запрещена в России",
  "запрещённая в РФ",
  "запрещенная на территории РФ террористическая организация",
  "организация запрещена в России",
  "организация, деятельность которой в Российской Федерации запрещена",
  "признана террористической организацией",
  "признана экстремистской организацией и запрещена на территории РФ",
  "деятельность движения запрещена в России",
  "ликвидирована по решению суда, деятельность запрещена",
  "признан иностранным агентом",
  "иностранный агент",
  "нежелательная организация",
  "організація заборонена в Росії",
  "in Russland verbotene Organisation",
  "organisation interdite en Russie",
  "منظمة محظورة في روسيا",
  "محظور في روسيا",
  "terror group outlawed in Russia",
  "organización terrorista prohibida en Rusia",
  "grupo terrorista prohibido en Rusia y otros países",
  "ilegalizado en España",
  "agente extranjero",
  "organizzazione terroristica vietata in Russia",
  "riconosciuta come terroristica e vietata in Russia",
  "vietato in Russia",
  "organização terrorista proibida na Rússia e em vários outros países",
  "proibido na Rússia",
  "organizacja terrorystyczna zakazana w Rosji",
  "uznana w Rosji za organizację terrorystyczną",
  "zdelegalizowana w Rosji",
  "Rusya'da yasaklı terör örgütü",
  "Rusya’da yasaklanan örgüt",
  "Rusya'da yasaklı",
  "سازمان تروریستی ممنوع در روسیه",
  "ممنوع در روسیه",
  "ארגון טרור האסור ברוסיה",
  "ארגון טרור שהוצא מחוץ לחוק ברוסיה",
  "אסור ברוסיה",
];

const asides = [
  "Russia",
  "formerly Twitter",
  "ISIL",
  "banned substances were found",
  "banned",
  "banned in Rio",
  "banned in 2014",
  "listed in London",
  "designated driver",
  "smoking is banned in Russia",
  "a terrorist group",
  "foreign agents were seen at the border",
  "запрещённые вещества",
  "запрещена",
  "Россия",
  "ранее Twitter",
  "организация из Москвы",
  "агент Смит",
  "16 February 2018",
  "see page 4",
  "в России",
  "Verbotene Liebe",
  "روسيا",
  "prohibido",
  "prohibido en Bogotá",
  "grupo local",
  "con sede en Rusia",
  "gruppo locale",
  "nel 2019",
  "grupo de Lisboa",
  "grupa lokalna",
  "w Rosji",
  "yasaklı",
  "terör örgütü",
  "Rusya'da",
  "سازمان محلی",
  "گروه تروریستی",
  "ארגון מקומי",
  "ברוסיה",
  "",
];

for (const words of labels) {
  test(`a label: ${words}`, () => {
    const text = `Red Dawn (${words}) marched.`;
    expect(typedLabelAt(text, 8)).toEqual({ start: 8, end: 11 + words.length, words, as: ` (${words})` });
  });
}

for (const words of asides) {
  test(`an aside, not a label: (${words})`, () => {
    expect(typedLabelAt(`Red Dawn (${words}) marched.`, 8)).toBeUndefined();
  });
}

test("white space before the bracket, or none, is kept as it was typed", () => {
  expect(typedLabelAt("X(banned in Russia)", 1)?.as).toBe("(banned in Russia)");
  expect(typedLabelAt("X\u00a0\n [banned in Russia].", 1)?.as).toBe("\u00a0\n [banned in Russia]");
});

test("a new paragraph ends the place for a label", () => {
  expect(typedLabelAt("X\n\n(banned in Russia)", 1)).toBeUndefined();
  expect(typedLabelAt("X\r\n\r\n(banned in Russia)", 1)).toBeUndefined();
  expect(typedLabelAt("X (banned\n\nin Russia)", 1)).toBeUndefined();
});

test("words of a register are a label whatever they say, ё and е alike, several joined", () => {
  const wordings = ["на учёте у нас", "see (b) below", "odd) one"];
  expect(typedLabelAt("X (на учете у нас)", 1, wordings)?.words).toBe("на учете у нас");
  expect(typedLabelAt("X (see (b) below)", 1, wordings)?.words).toBe("see (b) below");
  expect(typedLabelAt("X (odd) one) left", 1, wordings)?.words).toBe("odd) one");
  expect(typedLabelAt("X (see (b) below; на учёте у нас)", 1, wordings)?.end).toBe(33);
  expect(typedLabelAt("X (на учёте)", 1, wordings)).toBeUndefined();
});

test("brackets inside a label belong to it", () => {
  expect(typedLabelAt("X (organization (movement) banned in Russia) left", 1)?.words).toBe(
    "organization (movement) banned in Russia",
  );
});

test("a bracket that never closes is no label", () => {
  expect(typedLabelAt("X (banned in Russia", 1)).toBeUndefined();
  expect(typedLabelAt(`X ${"(".repeat(100_000)}`, 1)).toBeUndefined();
});
