/** What changed between two texts of a story, in one text or side by side. */
import type { Child } from "hono/jsx";
import { directionOf } from "#lib/direction.ts";
import { documentDifference, type LineDifference } from "#text/diff/documents.ts";
import { type Stretch, wordDifference } from "#text/diff/words.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import type { DeskWords } from "../words/words.ts";

export type TextPart = {
  readonly name: "headline" | "standfirst" | "dateline" | "authors" | "picture";
  readonly before: string;
  readonly after: string;
};

export type DifferencesView = "inline" | "side";

type DifferencesProps = {
  /** Of this page, to which the view is added. */
  readonly address: string;
  readonly view: DifferencesView;
  readonly titles: readonly [string, string];
  readonly parts: readonly TextPart[];
  readonly bodies: readonly [DocumentJson, DocumentJson];
  readonly language: string;
  readonly words: DeskWords;
};

export const Differences = ({ address, view, titles, parts, bodies, language, words }: DifferencesProps) => {
  const { history } = words.flow;
  const lines = documentDifference(...bodies, language);
  const isSame = parts.every(({ before, after }) => before === after) && lines.every(({ kind }) => kind === "same");
  const text = { lang: language, dir: directionOf(language) };
  return (
    <>
      <h2 class="differences-of">{history.title(...titles)}</h2>
      <nav class="views" aria-label={history.views}>
        <ul>
          {(["inline", "side"] as const).map((one) => (
            <li>
              <a href={`${address}&view=${one}`} aria-current={one === view ? "page" : undefined}>
                {history[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isSame && <p>{history.same}</p>}
      <div class={`differences ${view}`}>
        {view === "side" && !isSame && (
          <div class="line heads">
            <p>{titles[0]}</p>
            <p>{titles[1]}</p>
          </div>
        )}
        {parts
          .filter(({ before, after }) => before !== after)
          .map(({ name, before, after }) => (
            <section>
              <h3>{history[name]}</h3>
              <div {...text}>
                <LineOf view={view} stretches={wordDifference(before, after, language)} words={words} />
              </div>
            </section>
          ))}
        {!isSame && (
          <section>
            <h3>{history.body}</h3>
            <div {...text}>
              {runsOf(lines).map((run) =>
                run.length > SHOWN_UNCHANGED && run[0]?.kind === "same" ? (
                  <details>
                    <summary lang={words.language}>{history.unchanged(run.length)}</summary>
                    {run.map((line) => (
                      <BodyLine line={line} view={view} words={words} />
                    ))}
                  </details>
                ) : (
                  run.map((line) => <BodyLine line={line} view={view} words={words} />)
                ),
              )}
            </div>
          </section>
        )}
      </div>
    </>
  );
};

// Fewer than this are read faster than opened.
const SHOWN_UNCHANGED = 2;

/** Lines that stayed together, lines that changed together. */
function runsOf(lines: readonly LineDifference[]): LineDifference[][] {
  const runs: LineDifference[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && (last[0]?.kind === "same") === (line.kind === "same")) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

type BodyLineProps = {
  readonly line: LineDifference;
  readonly view: DifferencesView;
  readonly words: DeskWords;
};

const BodyLine = ({ line: { part, stretches }, view, words }: BodyLineProps) => (
  <div class={`of-${part}`}>
    {part !== "paragraph" && (
      <p class="line-part" lang={words.language}>
        {words.flow.history.parts[part]}
      </p>
    )}
    <LineOf view={view} stretches={stretches} words={words} />
  </div>
);

type LineOfProps = {
  readonly view: DifferencesView;
  readonly stretches: readonly Stretch[];
  readonly words: DeskWords;
};

const LineOf = ({ view, stretches, words }: LineOfProps) =>
  view === "inline" ? (
    <p class="line">{stretches.map((stretch) => marked(stretch, words))}</p>
  ) : (
    <div class="line">
      <p>{stretches.filter(({ kind }) => kind !== "added").map((stretch) => marked(stretch, words))}</p>
      <p>{stretches.filter(({ kind }) => kind !== "removed").map((stretch) => marked(stretch, words))}</p>
    </div>
  );

function marked({ kind, text }: Stretch, { flow: { history } }: DeskWords): Child {
  switch (kind) {
    case "same":
      return text;
    case "removed":
      return <del title={history.removed}>{text}</del>;
    case "added":
      return <ins title={history.added}>{text}</ins>;
  }
}
