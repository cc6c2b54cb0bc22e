/** What the pages of events have in common. */
import { type KeptEvent, textIn } from "#agency/events/events.ts";
import { printEventDate } from "#text/typography/event-dates.ts";
import type { DeskVisit } from "../visit.ts";

type Part = "events" | "timelines" | "diary";

/** Events, timelines and the diary beside each other. */
export const EventsNav = ({ visit, current }: { readonly visit: DeskVisit; readonly current: Part }) => {
  const { events } = visit.words;
  const parts = [
    { part: "events", text: events.title },
    { part: "timelines", text: events.timelines.title },
    { part: "diary", text: events.diary.title },
  ] as const;
  return (
    <nav class="tabs" aria-label={events.title}>
      <ul>
        {parts.map(({ part, text }) => (
          <li>
            <a href={`/desk/${part}`} aria-current={part === current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** When and what, in the words of whoever reads the desk where there are any. */
export function titleOf(event: KeptEvent, { words }: DeskVisit): string {
  return textIn(event, words.language)?.title ?? "";
}

export function whenOf(event: KeptEvent, { words }: DeskVisit): string {
  return printEventDate(event.date, words.language);
}
