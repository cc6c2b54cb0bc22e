/** Two texts of one article side by side, what only one of them says marked in each, what both say left out at length. */
import type { Child } from "hono/jsx";
import type { ArticleText, WorkingCopy } from "#agency/articles/working-copy.ts";
import { directionOf } from "#lib/direction.ts";
import { documentDifference, type LineDifference } from "#text/diff/documents.ts";
import { wordDifference } from "#text/diff/words.ts";
import type { DeskVisit } from "../visit.ts";
import type { ArticleInHand } from "../writing/article.ts";

type Row = Pick<LineDifference, "kind" | "stretches">;

type ComparisonProps = {
  readonly visit: DeskVisit;
  readonly article: ArticleInHand;
  readonly mine: ArticleText;
  readonly theirs: WorkingCopy;
};

export const ComparisonOf = ({ visit: { words }, article: { edition }, mine, theirs }: ComparisonProps) => {
  const said = words.writing.comparison;
  const rows = withoutTheLike(rowsOf(theirs.text, mine, edition.language));
  return (
    <table class="comparison" lang={edition.language} dir={directionOf(edition.language)}>
      <thead lang={words.language} dir={directionOf(words.language)}>
        <tr>
          <th scope="col">{said.theirs}</th>
          <th scope="col">{said.mine}</th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colspan={2} lang={words.language}>
              {said.sameWords}
            </td>
          </tr>
        )}
        {rows.map((row) =>
          row === "…" ? (
            <tr class="left-out">
              <td colspan={2}>…</td>
            </tr>
          ) : (
            <tr>
              <td>{sideOf(row, "removed")}</td>
              <td>{sideOf(row, "added")}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
};

/** The head of a form that met what somebody else has saved. */
export const FormConflict = (props: ComparisonProps) => {
  const { writing } = props.visit.words;
  return (
    <section class="problem" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{writing.comparison.title}</h2>
      <ComparisonOf {...props} />
      <p>{writing.comparison.aside}</p>
    </section>
  );
};

function sideOf({ stretches }: Row, side: "removed" | "added"): Child[] {
  return stretches.flatMap(({ kind, text }): Child[] => {
    if (kind === "same") return [text];
    if (kind !== side) return [];
    return [side === "removed" ? <del>{text}</del> : <ins>{text}</ins>];
  });
}

function rowsOf(theirs: ArticleText, mine: ArticleText, language: string): readonly Row[] {
  const lines = linesOf(theirs).map((line, at) => [line, linesOf(mine)[at] ?? ""] as const);
  const heads = lines.filter(([one, other]) => one !== "" || other !== "");
  return [
    ...heads.map(([before, after]): Row => {
      const stretches = wordDifference(before, after, language);
      return { kind: before === after ? "same" : "changed", stretches };
    }),
    ...documentDifference(theirs.document, mine.document, language).map(marked),
  ];
}

function linesOf({ headline, standfirst, dateline, picture }: ArticleText): readonly string[] {
  const where = [dateline?.place, dateline?.date].filter(Boolean).join(", ");
  return [headline, standfirst, where, picture?.alt ?? "", picture?.caption ?? ""];
}

/** A line that went or came as a whole is marked as a whole. */
function marked({ kind, stretches }: LineDifference): Row {
  if (kind !== "removed" && kind !== "added") return { kind, stretches };
  return { kind, stretches: stretches.map(({ text }) => ({ kind, text })) };
}

/** What changed with a line before and after it; the rest as one sign, and nothing at all when nothing changed. */
function withoutTheLike(rows: readonly Row[]): readonly (Row | "…")[] {
  const near = rows.map((_, at) => rows.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== "same"));
  if (!near.includes(true)) return [];
  return rows.flatMap((row, at): (Row | "…")[] => {
    if (near[at]) return [row];
    return at === 0 || near[at - 1] ? ["…"] : [];
  });
}
