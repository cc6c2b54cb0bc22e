/** What answers of the read API look like, in its OpenAPI document: one example of each, held to the same schemas as the answers. */
import type { AnswerName, Shape } from "./api-shapes.ts";

const SITE = "https://news.example";

const ARTICLE = "01a1f8dd-11c0-7ed7-bd61-c19b7f7c525b";
const SOURCE = "01a1f8dd-2a41-7c0f-9d0b-5b0c1c7d2e3f";

const correction = {
  kind: "correction",
  at: "2026-11-20T14:10:00.000Z",
  sentence: "We wrote that two ferries stood still; there were three.",
} as const;

const article: Shape<"Article"> = {
  id: ARTICLE,
  edition: "en",
  language: "en",
  address: "/en/ferries-stand-still",
  version: 2,
  status: "usable",
  signal: "correction",
  note: correction.sentence,
  publishedAt: "2026-11-20T12:10:00.000Z",
  changedAt: correction.at,
  headline: "Ferries stand still",
  standfirst: "Crews walk out at noon.",
  dateline: { place: "Talmira", date: "2026-11-20" },
  section: "World",
  topics: [{ name: "Harbour", uri: `${SITE}/en/topics/harbour` }],
  authors: ["Ilse Marand"],
  origin: null,
  rights: { holder: "Strait News", notice: "© 2026 Strait News", usageTerms: "One use." },
  text: "Three ferries stand still since noon.",
  html: "<p>Three ferries stand still since noon.</p>",
  sources: [{ name: "Harbour Board", uri: `${SITE}/en/sources/${SOURCE}` }],
  labels: [
    {
      organisation: "isil",
      name: "ISIL",
      labels: [{ wording: "organization banned in Russia", by: "Supreme Court, ru" }],
    },
  ],
  corrections: [correction],
};

const { id, edition, language, address, headline, standfirst, section, authors, publishedAt, changedAt } = article;

const source: Shape<"Source"> = {
  id: SOURCE,
  kind: "document",
  name: "Harbour Board",
  office: "",
  language: "en",
  url: "https://harbour.example/notices/11",
  publishedOn: "2026-11-19",
};

const organisation: Shape<"Organisation"> = {
  id: "isil",
  names: [{ text: "ISIL", language: "en", kind: "acronym", match: "auto", wording: {} }],
  designations: [
    {
      jurisdiction: "ru",
      authority: "Supreme Court",
      decision: "AKPI14-1424S",
      from: "2015-02-13",
      until: null,
      wording: { en: "organization banned in Russia" },
      reference: null,
    },
  ],
};

export const EXAMPLES: { readonly [Name in AnswerName]: Shape<Name> } = {
  Article: article,
  Articles: {
    items: [
      {
        ...{ id, edition, language, address, headline, standfirst, section, authors, publishedAt, changedAt },
        mark: "corrected",
      },
    ],
    next: `${SITE}/wire/api/articles?edition=en&limit=1&before=2026-11-20T12%3A10%3A00.000Z_${ARTICLE}`,
  },
  Source: source,
  Sources: { items: [source], next: null },
  Organisation: organisation,
  Organisations: { items: [organisation], next: null },
  Timelines: {
    items: [
      {
        edition: "en",
        slug: "ferries",
        title: "The ferries of the strait",
        about: "From the first line to the strike.",
        address: "/en/timeline/ferries",
      },
    ],
    next: null,
  },
  Events: {
    items: [
      {
        id: "01a1f8dd-3b52-7d1a-8e1c-6c1d2d8e3f40",
        date: "2003-05",
        language: "en",
        title: "The first line opens",
        words: "The first ferry crosses in May 2003.",
        sources: [SOURCE],
      },
    ],
    next: null,
  },
  Corrections: {
    items: [{ ...correction, article: ARTICLE, edition, address, headline, oldWords: "two", newWords: "three" }],
    next: null,
  },
};
