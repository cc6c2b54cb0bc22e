/** Withholding: what waits and what was decided, the form that asks, and the page on which somebody else decides. */
import type { Story } from "#agency/articles/details.ts";
import type { Asked, Found, WithholdingLine } from "#agency/withholding/queries.ts";
import { LONGEST_FORMS, LONGEST_NOTE, REASONS, WAYS } from "#agency/withholding/withholding.ts";
import type { NameOf } from "../flow/people.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, Problem, TextArea, TextField } from "./fields.tsx";

export type AskTyped = {
  readonly forms: string;
  readonly picture: string;
  readonly article: string;
  readonly where: string;
  readonly reason: string;
  readonly how: string;
  readonly note: string;
};

type ListProps = {
  readonly all: readonly WithholdingLine[];
  readonly nameOf: NameOf;
  readonly time: (at: Date) => string;
  readonly words: DeskWords;
};

export const WithholdingList = ({ all, nameOf, time, words }: ListProps) => {
  const { withholding: said } = words;
  const waiting = all.filter(({ state }) => state === "asked");
  const decided = all.filter(({ state }) => state !== "asked");
  return (
    <>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{said.waiting}</h2>
        {waiting.length === 0 && <p class="quiet">{said.none}</p>}
        <ul class="stories">
          {waiting.map((line) => (
            <li>
              <p>
                <a href={`/desk/withhold?asking=${line.id}`}>
                  {said.look}: {said.reasons[line.reason]}
                </a>
              </p>
              <p class="about">{said.askedBy(nameOf(line.askedBy), time(line.askedAt))}</p>
            </li>
          ))}
        </ul>
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{said.decided}</h2>
          <ul class="stories">
            {decided.map((line) => (
              <li>
                <p>
                  <span class="stage">{said.states[line.state]}</span> {said.reasons[line.reason]}
                  {line.isSealed && ` (${said.sealed})`}
                </p>
                <p class="about">
                  <span>{said.askedBy(nameOf(line.askedBy), time(line.askedAt))}</span>
                  {line.decidedBy !== null && line.decidedAt && (
                    <span>{said.decidedBy(nameOf(line.decidedBy), time(line.decidedAt))}</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

type AskFormProps = {
  readonly typed: AskTyped;
  readonly story: Story | undefined;
  readonly problem: string | undefined;
  readonly words: DeskWords;
};

export const AskForm = ({ typed, story, problem, words }: AskFormProps) => {
  const { withholding: said, flow } = words;
  const places = [
    ...(story ? [{ value: "story", text: said.inStory(story.headline || flow.noHeadline) }] : []),
    { value: "everywhere", text: said.everywhere },
  ];
  const choose = { value: "", text: "—" };
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{said.ask}</h2>
      {problem !== undefined && <Problem>{problem}</Problem>}
      <form method="post" action="/desk/withhold" class="narrow">
        {story && <input type="hidden" name="article" value={story.id} />}
        <TextArea
          name="forms"
          label={said.forms}
          hint={said.formsHint}
          value={typed.forms}
          rows={4}
          maxlength={LONGEST_FORMS}
          dir="auto"
        />
        <TextField
          name="picture"
          label={said.picture}
          hint={said.pictureHint}
          value={typed.picture}
          maxlength={64}
          autocomplete="off"
          dir="ltr"
        />
        <Choice name="where" label={said.where} options={places} chosen={typed.where} />
        <Choice
          name="reason"
          label={said.reason}
          hint={said.reasonHint}
          options={[choose, ...REASONS.map((value) => ({ value, text: said.reasons[value] }))]}
          chosen={typed.reason}
        />
        <Choice
          name="how"
          label={said.how}
          options={WAYS.map((value) => ({ value, text: said.ways[value] }))}
          chosen={typed.how}
        />
        <TextArea
          name="note"
          label={said.note}
          hint={said.noteHint}
          value={typed.note}
          rows={3}
          maxlength={LONGEST_NOTE}
          dir="auto"
        />
        <p class="buttons">
          <button type="submit" class="main">
            {said.askButton}
          </button>
        </p>
      </form>
    </section>
  );
};

type DecidingProps = {
  readonly asked: Asked;
  /** Nothing once it is decided. */
  readonly found: Found | undefined;
  readonly isMine: boolean;
  readonly nameOf: NameOf;
  readonly time: (at: Date) => string;
  readonly problem: string | undefined;
  readonly words: DeskWords;
};

export const Deciding = ({ asked, found, isMine, nameOf, time, problem, words }: DecidingProps) => {
  const { withholding: said } = words;
  return (
    <div class="withholding">
      {problem !== undefined && <Problem>{problem}</Problem>}
      <p>
        <span class="stage">{said.states[asked.state]}</span> {said.reasons[asked.reason]}
      </p>
      <p class="quiet">{said.askedBy(nameOf(asked.askedBy), time(asked.askedAt))}</p>
      {asked.decidedBy !== null && asked.decidedAt && (
        <p class="quiet">{said.decidedBy(nameOf(asked.decidedBy), time(asked.decidedAt))}</p>
      )}
      {asked.state === "done" && <p>{said.done}</p>}
      {asked.note !== "" && <p dir="auto">{asked.note}</p>}
      {asked.forms.length > 0 && (
        <ul class="withheld-forms">
          {asked.forms.map((form) => (
            <li dir="auto">{form}</li>
          ))}
        </ul>
      )}
      {asked.pictureId !== null && (
        <p>
          <a href={`/desk/pictures/${asked.pictureId}`}>
            {said.picture} <span dir="ltr">{asked.pictureId}</span>
          </a>
        </p>
      )}
      {asked.state === "asked" && <p>{said.ways[asked.how]}</p>}
      {found && <FoundNow found={found} isOnlyStory={asked.storyId !== null} words={words} />}
      {asked.state === "asked" && (
        <>
          {isMine ? (
            <p class="quiet">{said.notYours}</p>
          ) : (
            <form method="post" action={`/desk/withhold/${asked.id}/confirm`}>
              <p class="buttons">
                <button type="submit" class="main" data-sure={said.confirmSure}>
                  {said.confirm}
                </button>
                <span class="hint">{said.confirmMeans}</span>
              </p>
            </form>
          )}
          <form method="post" action={`/desk/withhold/${asked.id}/drop`}>
            <p class="buttons">
              <button type="submit">{said.drop}</button>
              <span class="hint">{said.dropMeans}</span>
            </p>
          </form>
        </>
      )}
      <p class="buttons">
        <a class="button" href="/desk/withhold">
          {said.title}
        </a>
      </p>
    </div>
  );
};

type FoundProps = { readonly found: Found; readonly isOnlyStory: boolean; readonly words: DeskWords };

const FoundNow = ({ found, isOnlyStory, words: { withholding: said, flow } }: FoundProps) => {
  const { stories, elsewhere, isLooking } = found;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{said.found}</h2>
      {isOnlyStory && <p class="quiet">{said.onlyStory}</p>}
      {isLooking && <p class="quiet">{said.looking}</p>}
      {stories.length === 0 && elsewhere === 0 && !isLooking && <p>{said.foundNowhere}</p>}
      <ul class="stories">
        {stories.map(({ articleId, headline, texts }) => (
          <li>
            <a href={`/desk/articles/${articleId}/history`} dir="auto">
              {said.foundIn(headline || flow.noHeadline, texts)}
            </a>
          </li>
        ))}
        {elsewhere > 0 && <li>{said.foundElsewhere(elsewhere)}</li>}
      </ul>
    </section>
  );
};

type KeyProps = { readonly asking: string; readonly sealedWith: string; readonly words: DeskWords };

/** Shown by the answer to the form alone: the key is kept nowhere. */
export const KeyOnce = ({ asking, sealedWith, words: { withholding: said } }: KeyProps) => (
  <>
    <p>{said.done}</p>
    <section aria-labelledby="key">
      <h2 id="key">{said.key}</h2>
      <p class="secret" dir="ltr">
        {sealedWith}
      </p>
      <p class="hint">{said.keyHint}</p>
      <p>
        <code dir="ltr">{`dateline withheld open ${asking}`}</code>
      </p>
    </section>
    <p class="buttons">
      <a class="button" href="/desk/withhold">
        {said.title}
      </a>
    </p>
  </>
);
