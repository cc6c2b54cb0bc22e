/** What became of replies: a month a section, its figures in a table. */

import type { ReplyMonth } from "#agency/replies/months.ts";
import type { Reason } from "#agency/replies/replies.ts";
import type { ReplyMonthWords } from "../words/reply-months.ts";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import type { Page } from "./values.ts";

type MonthsProps = Page & {
  readonly words: ReplyMonthWords;
  readonly months: readonly ReplyMonth[];
  readonly reasons: Readonly<Record<Reason, string>>;
};

export const ReplyMonthsPage = ({ frame, head, words, months, reasons }: MonthsProps) => {
  const { language } = frame.edition;
  const figure = new Intl.NumberFormat(language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <h1>{words.title}</h1>
        <p class="introduction">{words.introduction}</p>
      </header>
      {months.length === 0 && <Notice>{words.none}</Notice>}
      {months.map((one) => (
        <section aria-labelledby={`month-${one.month}`}>
          <h2 id={`month-${one.month}`}>
            <time datetime={one.month}>{monthNamed(one.month, language)}</time>
          </h2>
          <div class="table">
            <table>
              <tbody>
                {rowsOf(one, words).map(([name, many]) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td>{figure.format(many)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {one.reasons.length > 0 && (
            <p>
              {words.ofWhich}:{" "}
              {one.reasons.map(([reason, many]) => `${reasons[reason]}: ${figure.format(many)}`).join("; ")}
            </p>
          )}
        </section>
      ))}
    </Layout>
  );
};

function rowsOf(one: ReplyMonth, words: ReplyMonthWords): readonly (readonly [name: string, many: number])[] {
  return [
    [words.written, one.written],
    [words.shown, one.shown],
    [words.refused, one.refused],
    [words.byRule, one.byRule],
    [words.reports, one.reports],
    [words.upheld, one.upheld],
    [words.appeals, one.appeals],
  ];
}

function monthNamed(month: string, language: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    calendar: "gregory",
  }).format(first);
}
