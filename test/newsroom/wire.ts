/** What other agencies have sent the invented one: a story of two versions, one in another language, one held back. */
import { NO_COPY, type WireCopy } from "#text/wire/copy.ts";

export const WIRE_CHANNEL = "Kessar Press Service";

const rights = {
  holder: WIRE_CHANNEL,
  notice: `© ${WIRE_CHANNEL}`,
  usageTerms: "For subscribers. Not to be passed on as a whole.",
};

/** The copy of each, by minutes before now. */
export const WIRE_COPIES: readonly (readonly [minutes: number, copy: Omit<WireCopy, "versionCreated">])[] = [
  [
    95,
    {
      ...NO_COPY,
      id: "urn:newsml:kessar.example:20261120:pilots",
      version: 1,
      language: "en",
      headline: "Pilots of the strait vote on a strike",
      authors: ["Ines Tallow"],
      provider: WIRE_CHANNEL,
      dateline: { place: "Kessar", date: "2026-11-20" },
      section: "Economy",
      topics: ["Shipping"],
      rights,
      body: {
        format: "html",
        words:
          "<p>The pilots who bring ships through the strait will vote on Friday whether to strike, their union said.</p><p>“We have waited for two years,” said Oren Vass, who speaks for the 140 pilots. The port authority declined to comment.</p>",
      },
    },
  ],
  [
    40,
    {
      ...NO_COPY,
      id: "urn:newsml:kessar.example:20261120:pilots",
      version: 2,
      signal: "correction",
      note: "There are 114 pilots, not 140.",
      language: "en",
      headline: "Pilots of the strait vote on a strike",
      authors: ["Ines Tallow"],
      provider: WIRE_CHANNEL,
      dateline: { place: "Kessar", date: "2026-11-20" },
      section: "Economy",
      topics: ["Shipping"],
      rights,
      body: {
        format: "html",
        words:
          "<p>The pilots who bring ships through the strait will vote on Friday whether to strike, their union said.</p><p>“We have waited for two years,” said Oren Vass, who speaks for the 114 pilots. The port authority declined to comment.</p><p>A strike would be the first since 2011.</p>",
      },
    },
  ],
  [
    30,
    {
      ...NO_COPY,
      id: "urn:newsml:kessar.example:20261120:lighthouse",
      version: 1,
      language: "ru",
      headline: "Маяк на мысе Аль-Рас снова работает",
      provider: WIRE_CHANNEL,
      dateline: { place: "Кессар", date: "2026-11-20" },
      rights,
      body: {
        format: "html",
        words:
          "<p>Маяк на мысе Аль-Рас, погасший во время октябрьского шторма, снова работает, сообщила морская служба Кессара.</p><p>Ремонт занял пять недель. Всё это время суда обходили мыс на четыре мили дальше обычного.</p>",
      },
    },
  ],
  [
    25,
    {
      ...NO_COPY,
      id: "urn:newsml:kessar.example:20261120:aquarium",
      version: 1,
      language: "de",
      headline: "Aquarium von Kessar zeigt zum ersten Mal Tiefseefische",
      provider: WIRE_CHANNEL,
      dateline: { place: "Kessar", date: "2026-11-20" },
      rights,
      body: {
        format: "html",
        words:
          "<p>Das Aquarium von Kessar zeigt seit Freitag Fische, die in achthundert Metern Tiefe leben. Das Becken steht in völliger Dunkelheit.</p>",
      },
    },
  ],
  [
    10,
    {
      ...NO_COPY,
      id: "urn:newsml:kessar.example:20261120:prize",
      version: 1,
      language: "en",
      headline: "Strait Prize for letters goes to a poet of the islands",
      provider: WIRE_CHANNEL,
      dateline: { place: "Kessar", date: "2026-11-20" },
      embargoedUntil: new Date("2026-11-20T20:00:00Z"),
      rights,
      body: {
        format: "html",
        words:
          "<p>The Strait Prize for letters goes to a poet of the outer islands, the jury will announce on Friday evening. It is the first time in nine years that verse is honoured.</p>",
      },
    },
  ],
];
