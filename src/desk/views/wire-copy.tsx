/** The form wire copy is sent with, and the form that shows what was found in it, to be accepted one by one. */
import type { Child } from "hono/jsx";
import type { ReadCopy } from "#agency/articles/take-in.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { directionOf } from "#lib/direction.ts";
import type { MarkedWords } from "#text/intake/accept.ts";
import type { Choice as Chosen } from "../wire-copy.tsx";
import type { CopyRefusal, ReviewRefusal, WireCopyWords } from "../words/wire-copy.ts";
import { Choice, Problem, TextArea, TextField } from "./fields.tsx";

type SendProps = {
  readonly action: string;
  readonly editions: readonly Edition[];
  readonly chosen: string;
  readonly copy: string;
  readonly refusal: CopyRefusal | undefined;
  readonly words: WireCopyWords;
};

export const SendCopy = ({ action, editions, chosen, copy, refusal, words }: SendProps) => {
  const problem = refusal && words.refusals[refusal];
  const isOf = (...refusals: readonly CopyRefusal[]) => (refusal && refusals.includes(refusal) ? problem : undefined);
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <p class="introduction">{words.introduction}</p>
      <Choice
        name="edition"
        label={words.edition}
        options={editions.map(({ code, name }) => ({ value: code, text: name }))}
        chosen={chosen}
        problem={isOf("edition-missing")}
      />
      <TextArea name="copy" label={words.copy} rows={16} value={copy} dir="auto" problem={isOf("empty")} />
      <div class="field">
        <label for="file">{words.file}</label>
        <p class="hint" id="file-hint">
          {words.fileHint}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          aria-describedby={isOf("not-text") ? "file-hint file-problem" : "file-hint"}
        />
        {isOf("not-text") && (
          <p class="problem" id="file-problem">
            {problem}
          </p>
        )}
      </div>
      <p class="buttons">
        <button type="submit" name="do" value="read" class="main">
          {words.read}
        </button>
      </p>
    </form>
  );
};

type ReviewProps = {
  readonly action: string;
  readonly text: string;
  readonly edition: Edition;
  readonly read: ReadCopy;
  readonly choice: Chosen;
  readonly marked: {
    readonly quotations: readonly MarkedWords[];
    readonly events: readonly MarkedWords[];
    readonly labels: readonly MarkedWords[];
  };
  readonly refusal: ReviewRefusal | undefined;
  readonly words: WireCopyWords;
};

export const ReviewCopy = (props: ReviewProps) => {
  const { action, text, edition, words, refusal } = props;
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="copy-review">
      <p class="introduction">{words.reviewIntroduction}</p>
      {refusal && <Problem>{words.reviewRefusals[refusal]}</Problem>}
      <textarea name="copy" hidden>{`\n${text}`}</textarea>
      <input type="hidden" name="edition" value={edition.code} />
      <Findings {...props} />
      <Head {...props} />
      <Quotations {...props} />
      <Events {...props} />
      <Labels {...props} />
      <Forward {...props} />
      <Attributions {...props} />
      <Dropped {...props} />
      <p class="buttons">
        <button type="submit" name="do" value="take" class="main">
          {words.take}
        </button>
      </p>
    </form>
  );
};

const Findings = ({ read, words }: ReviewProps) =>
  read.findings.length > 0 && (
    <section class="findings ask" aria-labelledby="findings-title">
      <h2 id="findings-title">{words.findingsTitle}</h2>
      <ul>
        {read.findings.map(({ code, message }) => (
          <li>{words.finding(code, quotedIn(message)) ?? <span lang="en">{message}</span>}</li>
        ))}
      </ul>
    </section>
  );

/** What a finding is about, which it says between quotation marks. */
function quotedIn(message: string): string {
  return /"(.+?)"/s.exec(message)?.[1] ?? "";
}

const Head = ({ choice, words, refusal }: ReviewProps) => {
  const said = (...refusals: readonly ReviewRefusal[]) =>
    refusal && refusals.includes(refusal) ? words.reviewRefusals[refusal] : undefined;
  const { fields } = words;
  const { headline, standfirst, place, day, originName, originUrl } = choice;
  return (
    <>
      <TextField
        name="headline"
        label={fields.headline}
        value={headline}
        dir="auto"
        problem={said("headline-missing", "headline-long")}
      />
      <TextField name="standfirst" label={fields.standfirst} value={standfirst} dir="auto" />
      <div class="fields-row">
        <TextField name="place" label={fields.place} value={place} dir="auto" />
        <TextField name="day" label={fields.day} type="date" value={day} problem={said("day")} />
      </div>
      <div class="fields-row">
        <TextField name="origin" label={fields.origin} value={originName} dir="auto" />
        <TextField
          name="origin-url"
          label={fields.originUrl}
          value={originUrl}
          dir="ltr"
          problem={said("origin-url")}
        />
      </div>
    </>
  );
};

const Quotations = ({ marked, choice, edition, words }: ReviewProps) => (
  <Found title={words.quotationsTitle} items={marked.quotations}>
    {marked.quotations.map(({ words: said }, at) => {
      const { taken = true, speaker = "", office = "" } = choice.quotations[at] ?? {};
      return (
        <li>
          <TickOf name="quotation" at={at} ticked={taken} text={said} edition={edition} />
          <div class="fields-row">
            <TextField name={`speaker-${at}`} label={words.fields.speaker} value={speaker} dir="auto" />
            <TextField name={`office-${at}`} label={words.fields.office} value={office} dir="auto" />
          </div>
        </li>
      );
    })}
  </Found>
);

const Events = ({ marked, choice, edition, words }: ReviewProps) => (
  <Found title={words.eventsTitle} hint={words.eventsHint} items={marked.events}>
    {marked.events.map(({ mark, sentence }, at) => (
      <li>
        <TickOf name="event" at={at} ticked={choice.events[at] ?? true} text={sentence} edition={edition}>
          <time>{String(mark.attrs?.["date"] ?? "")}</time>
        </TickOf>
      </li>
    ))}
  </Found>
);

const Labels = ({ marked, choice, edition, words }: ReviewProps) => (
  <Found title={words.labelsTitle} hint={words.labelsHint} items={marked.labels}>
    {marked.labels.map(({ mark, words: name }, at) => (
      <li>
        <TickOf
          name="label"
          at={at}
          ticked={choice.labels[at] ?? true}
          text={`${name}${typedLabel(mark)}`}
          edition={edition}
        />
      </li>
    ))}
  </Found>
);

function typedLabel({ attrs }: MarkedWords["mark"]): string {
  const typed = attrs?.["typed"];
  return typeof typed === "object" && typed !== null && "as" in typed ? String(typed.as) : "";
}

const Forward = ({ read, edition, words }: ReviewProps) => (
  <Found title={words.forwardTitle} hint={words.forwardHint} items={read.forward}>
    {read.forward.map(({ sentence, from, to }) => (
      <li>
        <Own edition={edition}>{sentence}</Own>
        {from !== null && (
          <>
            {" "}
            <bdi class="when">({to === null || to === from ? from : `${from} – ${to}`})</bdi>
          </>
        )}
      </li>
    ))}
  </Found>
);

const Attributions = ({ read, choice, edition, words }: ReviewProps) => (
  <Found title={words.attributionsTitle} hint={words.attributionsHint} items={read.attributions}>
    {read.attributions.map(({ outlet, date, sentence }, at) => (
      <li>
        <TickOf name="attribution" at={at} ticked={choice.attributions[at] ?? true} text={sentence} edition={edition}>
          <strong>
            <Own edition={edition}>{outlet}</Own>
          </strong>
          {date !== null && (
            <>
              , <bdi class="when">{date}</bdi>
            </>
          )}
        </TickOf>
      </li>
    ))}
  </Found>
);

const Dropped = ({ read, choice, edition, words }: ReviewProps) => (
  <Found title={words.droppedTitle} hint={words.droppedHint} items={read.dropped}>
    {read.dropped.map(({ kind, text }, at) => (
      <li>
        <TickOf name="dropped" at={at} ticked={choice.putBack[at] ?? false} text={text} edition={edition}>
          {words.kinds[kind]}
        </TickOf>
      </li>
    ))}
  </Found>
);

type FoundProps = {
  readonly title: string;
  readonly hint?: string;
  readonly items: readonly unknown[];
  readonly children?: Child;
};

/** A list of what was found of one kind; nothing when nothing was. */
const Found = ({ title, hint, items, children }: FoundProps) =>
  items.length > 0 && (
    <fieldset class="found">
      <legend>{title}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <ul>{children}</ul>
    </fieldset>
  );

type TickProps = {
  readonly name: string;
  readonly at: number;
  readonly ticked: boolean;
  readonly text: string;
  readonly edition: Edition;
  readonly children?: Child;
};

const TickOf = ({ name, at, ticked, text, edition, children }: TickProps) => (
  <p class="tick">
    <input id={`${name}-${at}`} name={name} type="checkbox" value={`${at}`} checked={ticked} />
    <label for={`${name}-${at}`}>
      {children !== undefined && <span class="quiet">{children} · </span>}
      <Own edition={edition}>{text}</Own>
    </label>
  </p>
);

/** Words of the copy, in the language of its edition. */
const Own = ({ edition, children }: { readonly edition: Edition; readonly children?: Child }) => (
  <bdi lang={edition.language} dir={directionOf(edition.language)}>
    {children}
  </bdi>
);
