/** The form of a report, the page of a report, and a statement of reasons. */
import { LONGEST_NAME, LONGEST_REPLY, REASONS, type Reason } from "#agency/replies/replies.ts";
import type { KeptReport, ReportKind } from "#agency/replies/reports.ts";
import { languageMarks } from "#text/replies/language.ts";
import type { ReportWords } from "../words/reports.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type { Moment, Page } from "./values.ts";

export type ReportForm = {
  readonly kind: ReportKind;
  readonly reason: Reason;
  readonly words: string;
  readonly law: string;
  readonly name: string;
  readonly email: string;
  readonly inGoodFaith: boolean;
};

type ReportProps = Page & {
  readonly words: ReportWords;
  readonly action: string;
  readonly reply: { readonly name: string; readonly text: string; readonly href: string };
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly typed: ReportForm;
  readonly problem: string | undefined;
};

export const ReportPage = ({ frame, head, words, action, reply, reasons, typed, problem }: ReportProps) => (
  <Layout frame={frame} head={head} kind="list replies-page">
    <header class="list-head">
      <h1>{words.title}</h1>
    </header>
    <div class="replies">
      <p>{words.introduction}</p>
      <p>
        {words.place} <a href={reply.href}>{reply.href}</a>
      </p>
      <blockquote class="of-article">
        <p class="from">
          <bdi>{reply.name}</bdi>
        </p>
        <p class="as-typed" {...languageMarks(reply.text, frame.edition.language)}>
          {reply.text}
        </p>
      </blockquote>
      <form class="reply-form" method="post" action={action}>
        {problem !== undefined && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <fieldset>
          <legend>{words.kind}</legend>
          {(["rules", "unlawful"] as const).map((kind) => (
            <p class="tick">
              <input id={`kind-${kind}`} name="kind" type="radio" value={kind} checked={typed.kind === kind} />{" "}
              <label for={`kind-${kind}`}>{words[kind]}</label>
            </p>
          ))}
        </fieldset>
        <p>
          <label for="reason">{words.reason}</label>
          <select id="reason" name="reason">
            {REASONS.filter((reason) => reason !== "unlawful" && reason !== "duplicate").map((reason) => (
              <option value={reason} selected={reason === typed.reason}>
                {reasons[reason]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="words">{words.words}</label>
          <textarea id="words" name="words" rows={5} maxlength={LONGEST_REPLY} aria-describedby="words-hint" dir="auto">
            {`\n${typed.words}`}
          </textarea>
          <span class="hint" id="words-hint">
            {words.wordsHint}
          </span>
        </p>
        <p>
          <label for="law">{words.law}</label>
          <input id="law" name="law" type="text" value={typed.law} dir="auto" />
        </p>
        <div class="two">
          <p>
            <label for="name">{words.name}</label>
            <input
              id="name"
              name="name"
              type="text"
              maxlength={LONGEST_NAME}
              autocomplete="name"
              value={typed.name}
              dir="auto"
            />
          </p>
          <p>
            <label for="email">{words.email}</label>
            <input
              id="email"
              name="email"
              type="email"
              autocomplete="email"
              value={typed.email}
              aria-describedby="email-hint"
              dir="ltr"
            />
            <span class="hint" id="email-hint">
              {words.emailHint}
            </span>
          </p>
        </div>
        <p class="tick">
          <input id="faith" name="faith" type="checkbox" value="yes" checked={typed.inGoodFaith} />{" "}
          <label for="faith">{words.faith}</label>
        </p>
        <p class="buttons">
          <button type="submit">{words.send}</button>
        </p>
      </form>
    </div>
  </Layout>
);

type StateProps = Page & {
  readonly words: ReportWords;
  readonly report: KeptReport;
  readonly reason: string;
  readonly made: Moment;
  readonly address: string;
};

export const ReportStatePage = ({ frame, head, words, report, reason, made, address }: StateProps) => (
  <Layout frame={frame} head={head} kind="list replies-page">
    <header class="list-head">
      <h1>{words.own}</h1>
    </header>
    <div class="replies">
      {report.state === "open" && (
        <p class="thanks" role="status">
          {words.keepLink}
        </p>
      )}
      <p>
        <strong>{words.states[report.state]}</strong> <Time moment={made} />
      </p>
      <p>
        {report.kind === "unlawful" ? words.unlawful : words.rules}: {reason}
      </p>
      {report.words !== "" && (
        <p class="said as-typed" dir="auto">
          {report.words}
        </p>
      )}
      {report.note !== "" && (
        <p dir="auto">
          {words.decision} {report.note}
        </p>
      )}
      {report.appeal !== null && <p class="quiet">{words.appealed}</p>}
      {report.state !== "open" && report.appeal === null && (
        <form class="reply-form" method="post" action={address}>
          <p>
            <label for="words">{words.appeal}</label>
            <textarea id="words" name="words" rows={3} required dir="auto" aria-describedby="words-hint" />
            <span class="hint" id="words-hint">
              {words.appealHint}
            </span>
          </p>
          <p class="buttons">
            <button type="submit">{words.sendAppeal}</button>
          </p>
        </form>
      )}
    </div>
  </Layout>
);

type StatementProps = Page & {
  readonly words: ReportWords;
  readonly sentences: readonly string[];
  readonly data: string;
  readonly back: string;
};

export const StatementPage = ({ frame, head, words: { statement }, sentences, data, back }: StatementProps) => (
  <Layout frame={frame} head={head} kind="list replies-page">
    <header class="list-head">
      <h1>{statement.title}</h1>
    </header>
    <div class="replies">
      {sentences.map((sentence) => (
        <p dir="auto">{sentence}</p>
      ))}
      <h2>{statement.redressTitle}</h2>
      <p>{statement.redress}</p>
      <p>
        <a href={back}>{back.split("/").slice(0, 3).join("/")}</a> · <a href={data}>{statement.asData}</a> (
        <bdi>JSON</bdi>)
      </p>
    </div>
  </Layout>
);
