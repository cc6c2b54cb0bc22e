/** What readers of the invented agency said. */
import type { EditionCode } from "./demo.ts";

type DemoReply = {
  readonly edition: EditionCode;
  readonly slug: string;
  readonly name: string;
  readonly text: string;
  readonly writtenAt: string;
  /** The place in this list of the reply it answers. */
  readonly answers?: number;
  readonly quote?: string;
};

export const REPLIES: readonly DemoReply[] = [
  {
    edition: "en",
    slug: "ferry-strike",
    name: "Marta Olen",
    text: "My mother is on Orvane and goes to dialysis on Tuesdays. I am glad that **the hospital boat** sails. I would like to know who decides if it does not.",
    writtenAt: "2026-11-20T07:12:00Z",
  },
  {
    edition: "en",
    slug: "ferry-strike",
    name: "Deck hand, twelve years",
    text: "> I would like to know who decides if it does not.\n\nThe master of the ship, with the harbour. The union has no say in that and has not asked for one.",
    writtenAt: "2026-11-20T07:40:00Z",
    answers: 0,
  },
  {
    edition: "en",
    slug: "ferry-strike",
    name: "Marta Olen",
    text: "Thank you. That is an answer.",
    writtenAt: "2026-11-20T08:02:00Z",
    answers: 1,
  },
  {
    edition: "en",
    slug: "ferry-strike",
    name: "P. Sorn",
    text: "In 2011 I slept two nights on the quay. Nine hands or eleven, I want to be told *before* I buy the ticket.",
    writtenAt: "2026-11-20T09:30:00Z",
    quote: "Tickets for cancelled sailings remain valid until the end of the year.",
  },
  {
    edition: "ru",
    slug: "zabastovka-paromov",
    name: "Лев Ардов",
    text: "Хорошо, что почтовый катер ходит. Плохо, что мест на нём сорок.",
    writtenAt: "2026-11-20T10:00:00Z",
  },
  {
    edition: "ar",
    slug: "idrab-al-abbarat",
    name: "سلمى الدرّي",
    text: "ابني يدرس في تالميرا. متى تعود العبّارات يوم الأحد بالضبط؟",
    writtenAt: "2026-11-20T10:30:00Z",
  },
];
