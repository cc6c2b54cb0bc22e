/** What can be done with a story now, each move with what it means. */
import { LONGEST_COMMENT } from "#agency/articles/comments.ts";
import type { Story } from "#agency/articles/details.ts";
import { leadsFrom, MOVE_NAMES, MOVES, type Move } from "#agency/articles/flow.ts";
import { findingKey } from "#agency/articles/move.ts";
import type { Finding } from "#agency/preflight/preflight.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import type { DeskWords } from "../words/words.ts";
import { ChangeFields, type TypedChange } from "./change.tsx";
import { Choice, type Option, Problem, TextArea, TextField, Tick } from "./fields.tsx";
import { Findings, FindingWords } from "./findings.tsx";

export type MovesProps = {
  readonly story: Story;
  /** Of the text they were shown with. */
  readonly version: number;
  /** What pre-flight says of it now. */
  readonly findings: readonly Finding[];
  /** What is proposed to be said of the change; nothing where readers have not seen the story. */
  readonly change?: TypedChange | undefined;
  readonly staff: StaffMember;
  readonly words: DeskWords;
  /** The move that was refused, and what was sent with it. */
  readonly tried?: TriedMove | undefined;
};

export type TriedMove = {
  readonly move: Move;
  readonly problem: string;
  readonly note: string;
  readonly publishAt: string;
  readonly ahead: boolean;
  readonly accepted: readonly string[];
  /** The problem is the field of the time's own. */
  readonly isOfTime: boolean;
  readonly which?: readonly Option[];
  readonly change?: TypedChange | undefined;
};

const OUTWARD: readonly Move[] = ["schedule", "publish"];

export const Moves = (props: MovesProps) => {
  const { story, staff, words, tried } = props;
  const open = MOVE_NAMES.filter(
    (move) => leadsFrom(move, story.state) && may(staff, MOVES[move].right) && !isIdle(move, story),
  );
  const outward = open.filter((move) => OUTWARD.includes(move));
  return (
    <section class="moves" aria-labelledby="next">
      <h2 id="next">{words.flow.details.next}</h2>
      {open.length === 0 && <p class="quiet">{words.flow.details.movesNone}</p>}
      {tried && !tried.isOfTime && <Problem>{tried.problem}</Problem>}
      {outward.length > 0 && <ComesOut {...props} open={outward} />}
      {open
        .filter((move) => !OUTWARD.includes(move))
        .map((move) => (
          <form method="post" action={actionOf(story)} class="move">
            <Seen {...props} />
            <NoteOf move={move} {...props} />
            <MoveButton move={move} {...props} />
          </form>
        ))}
    </section>
  );
};

/** Readers of a published story without changes see all of it already. */
function isIdle(move: Move, { state, hasChanges, mark }: Story): boolean {
  if (mark === "retracted" && state === "published") return move === "retract";
  return move === "publish" && state === "published" && !hasChanges;
}

/** What is asked before it comes out is ticked once, whether it comes out now or at a time. */
const ComesOut = ({ open, ...props }: MovesProps & { readonly open: readonly Move[] }) => {
  const { story, findings, words, tried, change } = props;
  const said = tried?.change ?? change;
  const { details } = words.flow;
  // An embargo keeps it in now and not at a time after it.
  const isEmbargoed = findings.some(({ code }) => code === "embargo-holds");
  const blocking = findings.filter(({ code, severity }) => severity === "block" && code !== "embargo-holds");
  const asked = findings.filter(({ severity }) => severity === "ask");
  if (blocking.length > 0) return <Findings articleId={story.id} findings={blocking} words={words} />;
  return (
    <form method="post" action={actionOf(story)} class="move">
      <Seen {...props} />
      {asked.length > 0 && (
        <fieldset>
          <legend>{words.preflight.severities.ask.title}</legend>
          {asked.map((finding, at) => (
            <p class="tick">
              <input
                id={`accepted-${at}`}
                name="accepted"
                type="checkbox"
                value={findingKey(finding)}
                checked={tried?.accepted.includes(findingKey(finding)) ?? false}
              />
              <label for={`accepted-${at}`}>
                <FindingWords finding={finding} words={words} />
              </label>
            </p>
          ))}
        </fieldset>
      )}
      {said && <ChangeFields typed={said} isTranslation={story.translatedFrom !== null} words={words} />}
      {open.includes("schedule") && (
        <>
          <TextField
            name="publishAt"
            type="datetime-local"
            label={details.publishAt}
            value={tried?.publishAt ?? ""}
            problem={tried?.isOfTime ? tried.problem : undefined}
          />
          {tried?.which && <Choice name="publishAt-which" label={details.which} options={tried.which} />}
          <Tick name="ahead" label={details.ahead} ticked={tried?.ahead ?? story.ahead === "sent"} />
        </>
      )}
      {/* The first button is the one that Enter presses: never the one that readers notice at once. */}
      {open
        .filter((move) => move !== "publish" || !isEmbargoed)
        .map((move) => (
          <MoveButton move={move} {...props} />
        ))}
    </form>
  );
};

const Seen = ({ version }: Pick<MovesProps, "version">) => (
  <input type="hidden" name="version" value={String(version)} />
);

const NoteOf = ({ move, words, tried }: Pick<MovesProps, "words" | "tried"> & { readonly move: Move }) => {
  const label = words.flow.details.note[move];
  const value = tried?.move === move ? tried.note : "";
  return label === undefined ? null : (
    <TextArea name={`note-${move}`} label={label} value={value} rows={3} maxlength={LONGEST_COMMENT} dir="auto" />
  );
};

const MoveButton = ({
  move,
  story,
  words: { flow },
}: Pick<MovesProps, "story" | "words"> & { readonly move: Move }) => {
  const sure = flow.sure[move];
  return (
    <p class="buttons">
      <button
        type="submit"
        name="move"
        value={move}
        class={MAIN.includes(move) ? "main" : undefined}
        {...(sure !== undefined && { "data-sure": sure })}
      >
        {move === "publish" && story.state === "published" ? flow.publishChanges : flow.moves[move]}
      </button>
      <span class="hint">{flow.movesMean[move]}</span>
    </p>
  );
};

const MAIN: readonly Move[] = ["submit", "publish"];

function actionOf({ id }: Story): string {
  return `/desk/articles/${id}/move`;
}
