/** The register of the label corpus. Every organisation in it is invented. */
export const REGISTER = {
  organisations: [
    {
      id: "red-dawn",
      names: [
        { text: "Red Dawn Movement", lang: "en", kind: "full" },
        { text: "Red Dawn", lang: "en", kind: "short" },
        { text: "RDM", lang: "en", kind: "acronym" },
        { text: "Красный рассвет", lang: "ru", kind: "short" },
        { text: "Движение «Красный рассвет»", lang: "ru", kind: "full" },
        { text: "ДКР", lang: "ru", kind: "acronym" },
        { text: "حركة الفجر الأحمر", lang: "ar", kind: "full" },
        { text: "Roter Morgen", lang: "de", kind: "short" },
        { text: "Aube rouge", lang: "fr", kind: "short" },
        { text: "dawnist", lang: "en", kind: "derived", wording: { en: "supporter of a banned organization" } },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Supreme Court",
          decision: "AKPI 14-1",
          from: "2014-12-29",
          until: null,
          wording: {
            en: "organization banned in Russia",
            ru: "организация запрещена в России",
            de: "in Russland verbotene Organisation",
            ar: "منظمة محظورة في روسيا",
          },
          reference: "https://court.example/1",
        },
        {
          jurisdiction: "gb",
          authority: "Home Secretary",
          decision: "Order 7",
          from: "2016-01-01",
          until: null,
          wording: { en: "proscribed in the UK" },
          reference: null,
        },
      ],
    },
    {
      id: "north-state",
      names: [
        { text: "Northern State of Ice and Snow", lang: "en", kind: "full" },
        { text: "Northern State", lang: "en", kind: "short" },
        { text: "NSIS", lang: "en", kind: "acronym" },
        { text: "Северное государство", lang: "ru", kind: "short" },
        { text: "Северное государство Льда и Снега", lang: "ru", kind: "full" },
        { text: "СГ", lang: "ru", kind: "acronym" },
        { text: "ФРОН", lang: "ru", kind: "acronym" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Supreme Court",
          decision: "AKPI 14-2",
          from: "2014-12-29",
          until: null,
          wording: { en: "organization banned in Russia", ru: "организация запрещена в России" },
          reference: null,
        },
      ],
    },
    {
      id: "al-safa",
      names: [
        { text: "Al-Safa", lang: "en", kind: "short" },
        { text: "Аль-Сафа", lang: "ru", kind: "short" },
        { text: "الصفا الكبرى", lang: "ar", kind: "short" },
        { text: "Ta'if Guard", lang: "en", kind: "alias" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Supreme Court",
          decision: "AKPI 15-1",
          from: "2015-03-01",
          until: null,
          wording: {
            en: "terrorist organization banned in Russia",
            ru: "террористическая организация, запрещённая в РФ",
          },
          reference: null,
        },
      ],
    },
    {
      id: "tulip",
      names: [
        { text: "Tulipan", lang: "en", kind: "short" },
        { text: "Тулипан", lang: "ru", kind: "short" },
        { text: "тулип", lang: "ru", kind: "derived", match: "auto" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Supreme Court",
          decision: "2003",
          from: "2003-02-14",
          until: "2025-04-17",
          wording: { en: "organization banned in Russia", ru: "организация запрещена в России" },
          reference: null,
        },
      ],
    },
    {
      id: "aurum",
      names: [
        { text: "Aurum", lang: "en", kind: "short" },
        {
          text: "Aurumbook",
          lang: "en",
          kind: "product",
          wording: { en: "owned by Aurum, banned in Russia", ru: "принадлежит Aurum, запрещённой в РФ" },
        },
        { text: "Aurumgram", lang: "en", kind: "product" },
        { text: "Aurumite", lang: "en", kind: "derived", match: "auto" },
        { text: "Аурум", lang: "ru", kind: "short" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "City Court",
          decision: "2-1",
          from: "2016-03-21",
          until: null,
          wording: { en: "recognised as extremist in Russia", ru: "признана в России экстремистской" },
          reference: null,
        },
      ],
    },
    {
      id: "up",
      names: [
        { text: "United Path", lang: "en", kind: "full" },
        { text: "UP", lang: "en", kind: "acronym" },
        { text: "The Core", lang: "en", kind: "alias", match: "ask" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Court",
          decision: "3",
          from: "2014-01-01",
          until: null,
          wording: { ru: "организация запрещена в России" },
          reference: null,
        },
      ],
    },
    {
      id: "black-star-one",
      names: [
        { text: "Black Star", lang: "en", kind: "short" },
        { text: "Black Star Brigade", lang: "en", kind: "full" },
        { text: "BSB", lang: "en", kind: "acronym" },
      ],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Court",
          decision: "4",
          from: "2014-01-01",
          until: null,
          wording: { en: "organization banned in Russia" },
          reference: null,
        },
      ],
    },
    {
      id: "black-star-two",
      names: [{ text: "Black Star", lang: "en", kind: "short" }],
      designations: [
        {
          jurisdiction: "ru",
          authority: "Court",
          decision: "5",
          from: "2014-01-01",
          until: null,
          wording: { en: "undesirable organization" },
          reference: null,
        },
      ],
    },
    {
      id: "green-wave",
      names: [
        { text: "Green Wave", lang: "en", kind: "full" },
        { text: "Green Wave of the Northern State", lang: "en", kind: "alias" },
      ],
      designations: [
        {
          jurisdiction: "gb",
          authority: "Home Secretary",
          decision: "Order 8",
          from: "2016-01-01",
          until: null,
          wording: { en: "proscribed in the UK" },
          reference: null,
        },
      ],
    },
  ],
};
