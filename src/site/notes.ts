/** What readers are told beside a story: its corrections, and what was withheld from it. */
import type { Mark } from "#agency/corrections/corrections.ts";
import type { ToldVersion } from "#agency/corrections/queries.ts";
import type { Labeller } from "#agency/labels/labeller.ts";
import type { Tombstone } from "#agency/withholding/withholding.ts";
import { dayIn } from "#lib/days.ts";
import { printDay } from "#text/typography/dates.ts";
import { dayMomentOf, labelled } from "./cards.ts";
import type { Note } from "./views/values.ts";
import type { EditionVisit } from "./visit.ts";

type Told = ToldVersion & {
  /** Of the story. */
  readonly publishedAt: Date;
  /** How the story stands now: one that came out anew after a retraction is retracted no more. */
  readonly mark: Mark | null;
};

/** Its words are labelled like the story they are about. */
export function noteOf(
  visit: EditionVisit,
  labeller: Labeller,
  { id, kind, sentence, at, correction, publishedAt, mark }: Told,
): Note {
  const { edition, words } = visit;
  const line = (text: string) => labelled(edition, labeller.line(text, "body", publishedAt));
  const day = dayMomentOf(visit, at);
  return {
    id,
    title: words.record.noted[kind](day.text),
    day,
    sentence: line(sentence),
    ...(correction && { words: { old: line(correction.oldWords), new: line(correction.newWords) } }),
    ...(correction?.credited && { credited: words.record.credited(correction.credited) }),
    isGrave: (kind === "retraction" && mark === "retracted") || correction?.severity === "serious",
  };
}

export function tombstoneSentence({ edition, words }: EditionVisit, { at, reason, roles }: Tombstone): string {
  const { record } = words;
  const day = printDay(dayIn(edition.timeZone, at), edition.language);
  return record.withheld(day, record.reasons[reason], record.roles(...roles));
}
