/** What a sentence says of time: what it dates, what it says is still to come, and which of its dates only say who reported when. */
import type { DocumentJson } from "#text/document/schema.ts";
import { type Attribution, attributionsIn, namesNotCited } from "./attributions.ts";
import type { DateOrder } from "./dates.ts";
import { eventsIn, type FoundEvent } from "./events.ts";
import { looksAhead, type Window, windowOf } from "./forward.ts";
import { passagesOf } from "./passages.ts";
import { type People, peopleIn } from "./people.ts";
import { sentencesIn } from "./sentences.ts";

export type TimesContext = {
  readonly people: People;
  readonly order: DateOrder;
  /** The story's day, else today. */
  readonly day: string;
  /** The dateline's day, when there is one. */
  readonly own: string | null;
  readonly notCited: () => ReadonlySet<string>;
};

export type Times = {
  readonly cited: readonly Attribution[];
  /** When what it looks ahead to is due; nothing when it does not look ahead. */
  readonly ahead: Window | undefined;
  readonly events: readonly FoundEvent[];
};

export function timesIn(sentence: string, { people, order, day, own, notCited }: TimesContext): Times {
  const cited = attributionsIn(sentence, { people, order, day, notCited });
  const reported = cited.flatMap(({ dated }) => dated ?? []);
  const isAhead = looksAhead(sentence);
  return {
    cited,
    ahead: isAhead ? windowOf(sentence, { day, order, not: reported }) : undefined,
    events: eventsIn(sentence, { order, day, own, forward: isAhead }).filter(
      (event) => !reported.some((dated) => event.start < dated.end && dated.start < event.end),
    ),
  };
}

export type TimedSentence = Pick<Times, "ahead" | "events"> & { readonly sentence: string };

/** The sentences of a written document that date something or look ahead, in its order; headings are left out. */
export function timedSentences(
  document: DocumentJson,
  { order, day, own }: Pick<TimesContext, "order" | "day" | "own">,
): readonly TimedSentence[] {
  const passages = passagesOf(document);
  const texts = passages.map(({ text }) => text);
  const people = peopleIn(texts);
  let others: ReadonlySet<string> | undefined;
  const notCited = () => (others ??= namesNotCited(texts));
  return passages.flatMap(({ home, text }) =>
    home.type === "heading"
      ? []
      : sentencesIn(text).flatMap(({ start, end }): TimedSentence[] => {
          const sentence = text.slice(start, end);
          const { ahead, events } = timesIn(sentence, { people, order, day, own, notCited });
          return ahead || events.length > 0 ? [{ sentence, ahead, events }] : [];
        }),
  );
}
