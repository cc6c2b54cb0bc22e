/** The one story every system tells in the comparison, and what its readers say of it. */
import { answeredBy, replyOf } from "./replies.ts";
import { SENTENCES } from "./wordpress.ts";

export type Story = {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly replies: readonly {
    readonly name: string;
    readonly text: string;
    readonly at: Date;
    /** Which of them it answers. */
    readonly answers?: number | undefined;
  }[];
};

const MINUTE_MS = 60_000;
const PARAGRAPHS = 4;

/** Two and a half kilobytes of copy and so many replies, a minute apart. */
export function story(replies: number, at: Date): Story {
  return {
    headline: "Ferries stay in port while crews and company meet again",
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, number) =>
      [...SENTENCES.slice(number), ...SENTENCES.slice(0, number)].slice(0, PARAGRAPHS).join(" "),
    ),
    replies: Array.from({ length: replies }, (_, number) => ({
      ...replyOf(number),
      answers: answeredBy(number),
      at: new Date(at.getTime() - (replies - number) * MINUTE_MS),
    })),
  };
}
