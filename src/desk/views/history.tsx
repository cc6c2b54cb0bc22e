/** The texts of a story by time, two of which can be chosen to be compared. */
import type { Story } from "#agency/articles/details.ts";
import type { RevisionLine } from "#agency/articles/revisions.ts";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { DeskWords } from "../words/words.ts";
import { Problem } from "./fields.tsx";

type HistoryListProps = {
  readonly story: Story;
  readonly language: string;
  readonly copy: { readonly by: string; readonly time: string; readonly text: ArticleText } | undefined;
  readonly revisions: readonly (Omit<RevisionLine, "at" | "kind"> & {
    readonly kind: keyof DeskWords["flow"]["history"]["kinds"];
    readonly time: string;
  })[];
  readonly more: string | undefined;
  readonly problem: string | undefined;
  readonly words: DeskWords;
};

export const HistoryList = ({ story, language, copy, revisions, more, problem, words }: HistoryListProps) => {
  const { history, noHeadline } = words.flow;
  const address = `/desk/articles/${story.id}/history`;
  const rows = [
    ...(copy ? [{ id: "copy", kind: history.copy, headline: copy.text.headline, by: copy.by, time: copy.time }] : []),
    ...revisions.map((line) => ({ ...line, kind: history.kinds[line.kind] })),
  ];
  return (
    <>
      {problem !== undefined && <Problem>{problem}</Problem>}
      <form method="get" action={`${address}/compare`}>
        <ul class="stories revisions">
          {rows.map(({ id, kind, headline, by, time }, at) => {
            const before = rows[at + 1];
            return (
              <li>
                <p>
                  <strong>{kind}</strong>{" "}
                  {id === story.publishedRevisionId && <span class="stage published">{history.shown}</span>}
                </p>
                <p>
                  <bdi lang={headline ? language : undefined}>{headline || noHeadline}</bdi>
                </p>
                <p class="about">
                  <span>{by}</span>
                  <span>{time}</span>
                  {before && <a href={`${address}/compare?from=${before.id}&to=${id}`}>{history.compare}</a>}
                </p>
                <p class="choose">
                  <label>
                    <input type="radio" name="from" value={id} checked={at === Math.min(1, rows.length - 1)} />{" "}
                    {history.before}
                  </label>
                  <label>
                    <input type="radio" name="to" value={id} checked={at === 0} /> {history.after}
                  </label>
                  {id !== "copy" && (
                    <button
                      type="submit"
                      form={`restore-${id}`}
                      data-sure={history.restoreMeans}
                      title={history.restoreMeans}
                    >
                      {history.restore}
                    </button>
                  )}
                </p>
              </li>
            );
          })}
        </ul>
        <p class="buttons">
          <button type="submit" class="main">
            {history.compare}
          </button>
          {more !== undefined && <a href={more}>{history.more}</a>}
        </p>
      </form>
      {revisions.map(({ id }) => (
        <form id={`restore-${id}`} method="post" action={`${address}/${id}/restore`} />
      ))}
    </>
  );
};
