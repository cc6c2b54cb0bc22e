/** A month of the archive, day by day, and the way to every other month. */
import { type Words, wordsFor } from "../words/words.ts";
import { River } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import type { ArchivePageValues } from "./values.ts";

export const ArchivePage = ({ frame, head, year, month, days, years }: ArchivePageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="archive">
      <header class="list-head">
        <p class="kicker">{words.archive}</p>
        <h1>
          <time datetime={`${year}-${String(month).padStart(2, "0")}`}>{monthOfYear(year, month, language)}</time>
        </h1>
      </header>
      <div class="days">
        {days.length === 0 && <Notice>{words.noStoriesInMonth}</Notice>}
        {days.map(({ day, cards }) => (
          <section class="day-stories" aria-labelledby={`day-${day.iso}`}>
            <h2 id={`day-${day.iso}`}>
              <Time moment={day} />
            </h2>
            <River cards={cards} level={3} words={words} language={language} />
          </section>
        ))}
      </div>
      {years.length > 0 && <Months year={year} month={month} years={years} words={words} language={language} />}
    </Layout>
  );
};

type MonthsProps = Pick<ArchivePageValues, "year" | "month" | "years"> & {
  readonly words: Words;
  readonly language: string;
};

const Months = ({ year, month, years, words, language }: MonthsProps) => (
  <nav class="months" aria-labelledby="months">
    <h2 id="months">{words.archiveMonths}</h2>
    {years.map((one) => (
      <section aria-labelledby={`year-${one.year}`}>
        <h3 id={`year-${one.year}`}>{one.year}</h3>
        <ul>
          {one.months.map(({ month: number, href, articles }) => (
            <li>
              <a href={href} aria-current={one.year === year && number === month ? "page" : undefined}>
                {monthName(number, language)} <span class="count">{words.stories(articles)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </nav>
);

function monthOfYear(year: number, month: number, language: string): string {
  return raised(
    new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" }).format(
      Date.UTC(year, month - 1, 1),
    ),
    language,
  );
}

function monthName(month: number, language: string): string {
  const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2000, month - 1, 1),
  );
  return raised(name, language);
}

// Russian writes months small; alone on a line they begin as a sentence does.
function raised(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}
