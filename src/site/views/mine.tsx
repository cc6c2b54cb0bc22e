/** A guest's own replies. */
import type { Reason, ReplyKind, ReplyState } from "#agency/replies/replies.ts";
import { LONGEST_REPLY } from "#agency/replies/replies.ts";
import { languageMarks } from "#text/replies/language.ts";
import { reportWordsFor } from "../words/reports.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type { Link, Moment, Page } from "./values.ts";

type Own = {
  readonly id: string;
  readonly article: Link;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly state: ReplyState;
  readonly reason: Reason | null;
  readonly note: string;
  readonly mayEdit: boolean;
  readonly hasAppealed: boolean;
  readonly written: Moment;
  readonly href?: string;
  /** Of one with an address: whether its writer gets letters about it. */
  readonly follow: "followed" | "not-followed" | undefined;
};

type MineProps = Page & {
  readonly address: string;
  /** What was just done. */
  readonly said: string | undefined;
  /** Messages to this browser: by which key it knows them, what asks for them, and how many are told already. */
  readonly push: { readonly key: string; readonly script: string | undefined; readonly browsers: number };
  /** Its addresses, which are not shown. */
  readonly letters: readonly ("confirmed" | "unconfirmed")[];
  readonly replies: readonly Own[];
  readonly problem: { readonly of: string; readonly sentence: string; readonly typed: string } | undefined;
};

export const MinePage = ({ frame, head, address, said, push, letters, replies, problem }: MineProps) => {
  const { words } = wordsFor(frame.edition.language);
  const { mine } = words.replies;
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <header class="list-head">
        <h1>{mine.title}</h1>
      </header>
      {said !== undefined && (
        <p class="thanks" role="status">
          {said}
        </p>
      )}
      <p class="introduction">{mine.introduction}</p>
      <p>{mine.keepLink}</p>
      {replies.length === 0 && <p>{mine.none}</p>}
      <ol class="own">
        {replies.map((reply) => (
          <li>
            <OwnReply reply={reply} address={address} words={words} problem={problem} />
          </li>
        ))}
      </ol>
      {replies.length > 0 && push.script !== undefined && <Messages push={push} words={words} />}
      {letters.length > 0 && (
        <section class="own-all" aria-labelledby="letters">
          <h2 id="letters">{words.doors.mine.letters}</h2>
          {letters.includes("confirmed") && <p>{words.doors.mine.confirmed}</p>}
          {letters.includes("unconfirmed") && (
            <form method="post" action={address} class="reply-form">
              <p>{words.doors.mine.unconfirmed}</p>
              <p class="buttons">
                <button type="submit" name="do" value="letter" class="plain">
                  {words.doors.mine.askAgain}
                </button>
              </p>
            </form>
          )}
        </section>
      )}
      {replies.length > 0 && (
        <section class="own-all">
          <p>
            <a href={`${address}/everything.json`} download="replies.json">
              {mine.download} (<bdi>JSON</bdi>)
            </a>
          </p>
          <form method="post" action={address} class="reply-form">
            <p>{mine.eraseHint}</p>
            <p class="tick">
              <input id="sure" name="sure" type="checkbox" value="yes" required />{" "}
              <label for="sure">{mine.eraseSure}</label>
            </p>
            <p class="buttons">
              <button type="submit" name="do" value="erase">
                {mine.erase}
              </button>
            </p>
          </form>
        </section>
      )}
    </Layout>
  );
};

/** Hidden until a script finds that the browser can be told. */
const Messages = ({ push, words }: { readonly push: MineProps["push"]; readonly words: Words }) => {
  const { mine } = words.doors;
  return (
    <>
      <section
        class="own-all browser-messages"
        aria-labelledby="messages"
        hidden
        data-key={push.key}
        data-on={mine.browserIsOn}
        data-waits={mine.browserWaits}
        data-refused={mine.browserRefused}
      >
        <h2 id="messages">{mine.browser}</h2>
        <p>{mine.browserHint}</p>
        {push.browsers > 0 && <p class="quiet">{mine.browsers(push.browsers)}</p>}
        <p class="browser-says" role="status" />
        <p class="buttons">
          <button type="button" class="browser-on plain">
            {mine.browserOn}
          </button>
          <button type="button" class="browser-off plain" hidden>
            {mine.browserOff}
          </button>
        </p>
      </section>
      <script type="module" src={push.script} />
    </>
  );
};

type OwnProps = {
  readonly reply: Own;
  readonly address: string;
  readonly words: Words;
  readonly problem: MineProps["problem"];
};

const OwnReply = ({ reply, address, words, problem }: OwnProps) => {
  const { mine } = words.replies;
  const { id, article, text, state, reason, note, mayEdit, hasAppealed, written, href } = reply;
  const refused = problem?.of === id ? problem : undefined;
  return (
    <article class="reply own-reply" id={`reply-${id}`}>
      <p class="kicker">
        <a href={article.href} dir="auto">
          {article.text}
        </a>
      </p>
      <p class="when">
        <strong>{mine.states[state]}</strong> <Time moment={written} />
      </p>
      {state === "refused" && reason !== null && (
        <p>
          {mine.because} {mine.reasons[reason]}. <bdi>{note}</bdi>{" "}
          <a href={`${address}/${id}/statement`}>{reportWordsFor(words.language).statement.see}</a>
        </p>
      )}
      <p class="said as-typed" {...languageMarks(text, words.language)}>
        {text}
      </p>
      {href !== undefined && (
        <p>
          <a href={href}>{mine.see}</a>
        </p>
      )}
      {hasAppealed && <p class="quiet">{mine.appealed}</p>}
      {(mayEdit || refused) && (
        <details open={refused !== undefined}>
          <summary>{mine.edit}</summary>
          <form method="post" action={address} class="reply-form">
            {refused && (
              <p class="problem" role="alert">
                {refused.sentence}
              </p>
            )}
            <p>
              <label for={`text-${id}`}>{words.replies.text}</label>
              <textarea id={`text-${id}`} name="text" rows={6} maxlength={LONGEST_REPLY} required dir="auto">
                {`\n${refused?.typed ?? text}`}
              </textarea>
            </p>
            <p class="buttons">
              <button type="submit" name="do" value={`edit ${id}`}>
                {mine.keep}
              </button>
            </p>
          </form>
        </details>
      )}
      {(state === "held" || state === "shown") && (
        <form method="post" action={address}>
          <p class="buttons">
            <button type="submit" name="do" value={`withdraw ${id}`} class="plain">
              {mine.withdraw}
            </button>{" "}
            {reply.follow && (
              <button
                type="submit"
                name="do"
                value={`${reply.follow === "followed" ? "unfollow" : "follow"} ${id}`}
                class="plain"
              >
                {reply.follow === "followed" ? words.doors.mine.unfollow : words.doors.mine.follow}
              </button>
            )}
          </p>
        </form>
      )}
      {state === "refused" && !hasAppealed && (
        <form method="post" action={address} class="reply-form">
          <p>
            <label for={`words-${id}`}>{mine.appeal}</label>
            <textarea id={`words-${id}`} name="words" rows={3} required dir="auto" aria-describedby={`hint-${id}`} />
            <span class="hint" id={`hint-${id}`}>
              {mine.appealHint}
            </span>
          </p>
          <p class="buttons">
            <button type="submit" name="do" value={`appeal ${id}`}>
              {mine.appealSend}
            </button>
          </p>
        </form>
      )}
    </article>
  );
};
