/** Invented organisations that can be mistaken for words, for people and for each other, designated in two places at different times. */

const KARVIA = {
  en: "banned in Karvia",
  ru: "запрещена в Карвии",
  de: "in Karwien verboten",
  uk: "заборонена в Карвії",
};
const VELM = { en: "proscribed in Velm", ru: "под запретом в Велме" };

/** Karvia's until June 2025, Velm's since May 2022. */
const DESIGNATIONS = [
  { jurisdiction: "xk", authority: "High Court of Karvia", from: "2020-01-01", until: "2025-06-01", wording: KARVIA },
  { jurisdiction: "xv", authority: "Council of Velm", from: "2022-05-05", until: null, wording: VELM },
];

export const WORDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = { xk: KARVIA, xv: VELM };

type Name = readonly [lang: string, text: string, kind: string, more?: object];

const organisation = (id: string, names: readonly Name[], designations: readonly object[] = DESIGNATIONS) => ({
  id,
  names: names.map(([lang, text, kind, more]) => ({ lang, text, kind, ...more })),
  designations,
});

const SURNAME = { match: "ask", doubt: "surname" };

export const MISTAKEN = {
  organisations: [
    organisation("lorn", [
      ["en", "Lorn Host", "short"],
      ["en", "Lorn Host of the Outer Isles", "full"],
      ["en", "LHOI", "acronym"],
      ["en", "lornite", "derived", { match: "auto" }],
      ["en", "Lornbook", "product", { wording: { en: "owned by Lorn Host, banned in Karvia" } }],
      ["en", "Lornwear", "product"],
      ["ru", "Лорнское войско", "short"],
      ["ru", "ЛВВО", "acronym"],
      ["ru", "лорнит", "derived", { match: "auto" }],
      ["uk", "Лорнське військо", "short"],
      ["de", "Lornisches Heer", "short"],
      ["de", "Lornit", "derived", { match: "auto" }],
      ["pl", "Wojsko Lornu", "short"],
      ["tr", "Lorn Ordusu", "short"],
    ]),
    organisation("relief", [
      ["en", "Lorn Host Relief Committee", "full"],
      ["ru", "Комитет помощи Лорнского войска", "full"],
    ]),
    organisation("tide", [
      ["en", "Tarnish Isles Defence Echelon", "full"],
      ["en", "TIDE", "acronym"],
      ["ru", "Сторожа островов", "full"],
      ["ru", "СОЛЬ", "acronym"],
      ["de", "WELLE", "acronym"],
    ]),
    organisation("marden", [
      ["en", "Marden Circle", "full"],
      ["en", "Marden", "short", SURNAME],
      ["ru", "Кружок Мардена", "full"],
      ["ru", "Марден", "short", SURNAME],
      ["de", "Kreis Marden", "full"],
      ["de", "Marden", "short", SURNAME],
    ]),
    organisation("safar", [
      ["en", "Jund al-Safar", "full"],
      ["en", "Guests’ Lodge", "alias"],
      ["ru", "Джунд ас-Сафар", "full"],
    ]),
  ],
};
