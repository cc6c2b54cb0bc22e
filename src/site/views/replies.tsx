/** Replies below a story: threads, each reply with its place, and the form that needs no script. */

import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { DEEPEST, LONGEST_NAME, LONGEST_REPLY } from "#agency/replies/replies.ts";
import { asHtml } from "#lib/html.ts";
import { replyKeptWordsFor } from "../words/reply-kept.ts";
import { replyMonthWordsFor } from "../words/reply-months.ts";
import { reportWordsFor } from "../words/reports.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type {
  Link,
  PlacedReply,
  RepliesPageValues,
  RepliesValues,
  ReplyFormValues,
  ReplyHistoryPageValues,
  ReplyStepPageValues,
  ReplyValues,
  ThreadPageValues,
  ThreadValues,
  WritePageValues,
} from "./values.ts";

type RepliesProps = { readonly replies: RepliesValues; readonly words: Words };

/** `form` is the HTML of its form, where that was printed before. */
export const Replies = ({ replies, words, form }: RepliesProps & { readonly form?: string | undefined }) => (
  <section
    class="replies"
    id="replies"
    aria-labelledby="replies-title"
    {...(replies.threads.length > 0 && { "data-folds": JSON.stringify(words.doors.script.folds) })}
    {...(replies.live !== undefined && {
      "data-live": replies.live,
      "data-count": String(replies.count),
      "data-new": JSON.stringify(words.doors.script.newReplies),
    })}
  >
    <h2 id="replies-title">
      {words.replies.title} {replies.count > 0 && <span class="count">{words.replies.count(replies.count)}</span>}
    </h2>
    {replies.count > 1 && <Orders replies={replies} words={words} />}
    {replies.threads.length === 0 && <p class="quiet none">{words.replies.none}</p>}
    <Threads threads={replies.threads} />
    {replies.later !== undefined && (
      <p>
        <a class="more" href={replies.later}>
          {words.replies.next}
        </a>
      </p>
    )}
    {replies.live !== undefined && (
      <button class="new-replies" type="button" hidden>
        {words.replies.title}
      </button>
    )}
    {form === undefined ? <ReplyForm form={replies.form} words={words} level={3} /> : raw(form)}
  </section>
);

/** Each order is a page with an address of its own. */
const Orders = ({ replies: { all, order }, words }: RepliesProps) => {
  const { orders } = words.replies;
  const pages = [
    { name: "oldest", href: all, text: orders.oldest },
    { name: "newest", href: `${all}?order=newest`, text: orders.newest },
    { name: "featured", href: `${all}?order=featured`, text: orders.featured },
  ] as const;
  return (
    <nav class="orders" aria-label={orders.label}>
      <ul>
        {pages.map(({ name, href, text }) => (
          <li>
            <a href={href} aria-current={name === order ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
        <li>
          <a href={`${all}/atom.xml`} type="application/atom+xml">
            {orders.feed}
          </a>
        </li>
      </ul>
    </nav>
  );
};

export const Threads = ({ threads }: Pick<RepliesValues, "threads">) =>
  threads.length === 0 ? null : (
    <ol class="threads">
      {threads.map((html) => (
        <li>{raw(html)}</li>
      ))}
    </ol>
  );

/** A thread as it stands among others. */
export function threadHtml(thread: ThreadValues, words: Words): string {
  return asHtml(`${<Thread thread={thread} words={words} />}`);
}

// Enough to follow a talk; a longer one folds and its page has it whole.
const UNFOLDED = 4;

const Thread = ({
  thread: { root, answers, more },
  words,
}: {
  readonly thread: ThreadValues;
  readonly words: Words;
}) => {
  const [first, rest] = [answers.slice(0, UNFOLDED), answers.slice(UNFOLDED)];
  return (
    <>
      {raw(root.html)}
      <Answers answers={first} />
      {rest.length > 0 && (
        <details class="folded">
          <summary>{words.replies.moreOfThread(rest.length + more)}</summary>
          <Answers answers={rest} />
        </details>
      )}
      {more > 0 && (
        <p>
          <a class="more" href={root.href}>
            {words.replies.moreOfThread(more)}
          </a>
        </p>
      )}
    </>
  );
};

const Answers = ({ answers }: { readonly answers: readonly PlacedReply[] }) =>
  answers.length === 0 ? null : (
    <ol class="answers">
      {answers.map(({ depth, html }) => (
        <li class={`depth-${Math.min(depth, DEEPEST)}`}>{raw(html)}</li>
      ))}
    </ol>
  );

/** A reply by itself, as it stands wherever it is read. */
export function replyHtml(reply: ReplyValues, words: Words): string {
  return asHtml(`${<Reply reply={reply} words={words} />}`);
}

const Reply = ({ reply, words }: { readonly reply: ReplyValues; readonly words: Words }) => {
  const {
    id,
    name,
    isStaff,
    isAuthor,
    isFeatured,
    isGone,
    body,
    marks,
    quote,
    written,
    edited,
    href,
    answer,
    answers,
    formerAnchor,
  } = reply;
  if (isGone) {
    return (
      <article class="reply gone" id={`reply-${id}`}>
        {formerAnchor !== undefined && <span id={formerAnchor} />}
        <p class="quiet">{words.replies.gone}</p>
      </article>
    );
  }
  return (
    <article class="reply" id={`reply-${id}`} aria-labelledby={`by-${id}`}>
      {formerAnchor !== undefined && <span id={formerAnchor} />}
      <header>
        <p class="by" id={`by-${id}`}>
          <bdi class="name">{name}</bdi>
          {isStaff && <span class="mark"> {isAuthor ? words.replies.author : words.replies.staff}</span>}
          {isFeatured && <span class="mark"> {words.replies.featured}</span>}
          {answers && <AnswersWhom answers={answers} words={words} />}
        </p>
        <p class="when">
          <a href={href} aria-label={`${words.replies.permalink(name)}: ${written.text}`}>
            <Time moment={written} />
          </a>
          {edited && (
            <span>
              <a href={`${href}/history`}>
                {words.replies.edited} <Time moment={edited} />
              </a>
            </span>
          )}
        </p>
      </header>
      {quote && (
        <blockquote class="of-article" dir="auto">
          <p class="from">{quote.state === "there" ? words.replies.ofArticle : words.doors.sentence[quote.state]}</p>
          <p>{quote.text}</p>
        </blockquote>
      )}
      <div class="said" {...marks}>
        {raw(body)}
      </div>
      <p class="act">
        <a href={answer} aria-label={words.replies.answer(name)}>
          {words.replies.answerShort}
        </a>{" "}
        {!isStaff && (
          <a href={`${href}/report`} rel="nofollow" aria-label={reportWordsFor(words.language).reportOf(name)}>
            {reportWordsFor(words.language).report}
          </a>
        )}
      </p>
    </article>
  );
};

type AnswersWhomProps = { readonly answers: NonNullable<ReplyValues["answers"]>; readonly words: Words };

const AnswersWhom = ({ answers: { name, id, isNear }, words }: AnswersWhomProps) => (
  <>
    {" "}
    {isNear ? (
      <span class="unseen">{words.replies.answers(name)}</span>
    ) : (
      <a class="answers-whom" href={`#reply-${id}`}>
        {words.replies.answers(name)}
      </a>
    )}
  </>
);

type FormProps = { readonly form: ReplyFormValues; readonly words: Words };

/** `level` is that of its heading: one below what it stands under. */
const ReplyForm = ({ form, words, level }: FormProps & { readonly level: 2 | 3 }) => {
  const { replies: said } = words;
  const title = form.parent ? said.writeTo(form.parent.name) : said.write;
  if (form.action === undefined) return <p class="quiet">{said.closed}</p>;
  return (
    <>
      <form
        class="reply-form"
        id="reply-form"
        aria-labelledby="reply-form-title"
        method="post"
        action={form.action}
        {...(form.islands && {
          "data-writing": form.islands.writing,
          "data-work": form.islands.work,
          "data-words": scriptWords(words),
        })}
      >
        {level === 3 ? <h3 id="reply-form-title">{title}</h3> : <h2 id="reply-form-title">{title}</h2>}
        {form.problem !== undefined && (
          <p class="problem" role="alert">
            {form.problem}
          </p>
        )}
        {form.parent && <input type="hidden" name="parent" value={form.parent.id} />}
        {form.typed.quote !== "" && (
          <div class="chosen">
            <p>{words.doors.sentence.about}</p>
            <blockquote class="of-article" dir="auto">
              <p>{form.typed.quote}</p>
            </blockquote>
            <input type="hidden" name="quote" value={form.typed.quote} />
          </div>
        )}
        <div class="two">
          <p>
            <label for="reply-name">{said.name}</label>
            <input
              id="reply-name"
              name="name"
              type="text"
              required
              maxlength={LONGEST_NAME}
              autocomplete="name"
              value={form.typed.name}
              dir="auto"
            />
          </p>
          <p>
            <label for="reply-email">{said.email}</label>
            <input
              id="reply-email"
              name="email"
              type="email"
              autocomplete="email"
              value={form.typed.email}
              aria-describedby="reply-email-hint"
              dir="ltr"
            />
            <span class="hint" id="reply-email-hint">
              {said.emailHint}{" "}
              <a href={`/${form.action.split("/")[1]}/replies/kept`}>{replyKeptWordsFor(words.language).link}</a>
            </span>
          </p>
        </div>
        {form.sentences && <Sentences sentences={form.sentences} words={words} />}
        <p>
          <label for="reply-text">{said.text}</label>
          <textarea
            id="reply-text"
            name="text"
            required
            maxlength={LONGEST_REPLY}
            rows={6}
            aria-describedby="reply-text-hint"
            dir="auto"
          >
            {`\n${form.typed.text}`}
          </textarea>
          <span class="hint" id="reply-text-hint">
            {said.textHint} {said.rules}
          </span>
        </p>
        <p class="tick">
          <input id="reply-tell" name="tell" type="checkbox" value="yes" checked={form.typed.tells} />{" "}
          <label for="reply-tell">{words.doors.tell}</label>
        </p>
        <p class="tick">
          <input
            id="reply-correction"
            name="kind"
            type="checkbox"
            value="correction"
            checked={form.typed.isCorrection}
          />{" "}
          <label for="reply-correction">{said.correction}</label>
        </p>
        {form.typed.site !== "" && (
          <p class="tick">
            <input id="reply-site" name="site" type="checkbox" value={form.typed.site} checked />{" "}
            <label for="reply-site">{said.fromSite(form.typed.site)}</label>
          </p>
        )}
        <p class="buttons">
          <button type="submit">{said.send}</button>{" "}
          <button type="submit" name="do" value="preview" class="plain">
            {said.preview}
          </button>
        </p>
        {!form.sentences && !form.parent && (
          <p class="ways">
            <a href={`${form.action}/write`}>{words.doors.sentence.answer}</a>{" "}
            <a href={`${form.action}/write?kind=correction`}>{words.doors.sentence.correct}</a>
          </p>
        )}
      </form>
      {form.islands && <script type="module" src={form.islands.replies} />}
    </>
  );
};

/** The form below a story. */
export function replyFormHtml(form: ReplyFormValues, words: Words): string {
  return asHtml(`${<ReplyForm form={form} words={words} level={3} />}`);
}

function scriptWords({ doors }: Words): string {
  const { newReplies: _, ...said } = doors.script;
  const { answer, about, drop } = doors.sentence;
  return JSON.stringify({ ...said, answer, about, drop });
}

type SentencesProps = { readonly sentences: NonNullable<ReplyFormValues["sentences"]>; readonly words: Words };

const Sentences = ({ sentences, words }: SentencesProps) => (
  <fieldset class="sentences">
    <legend>{words.doors.sentence.choose}</legend>
    <p class="hint">{words.doors.sentence.hint}</p>
    <ol>
      <li>
        <input type="radio" id="sentence-0" name="quote" value="" checked />{" "}
        <label for="sentence-0">{words.doors.sentence.whole}</label>
      </li>
      {sentences.map(({ value, text }, at) => (
        <li>
          <input type="radio" id={`sentence-${at + 1}`} name="quote" value={value} />{" "}
          <label for={`sentence-${at + 1}`} dir="auto">
            {text}
          </label>
        </li>
      ))}
    </ol>
  </fieldset>
);

export const RepliesPage = ({ frame, head, article, replies, isFirst }: RepliesPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <ReplyHead title={words.replies.allOf} article={article} />
      {!isFirst && (
        <p>
          <a href={replies.all}>{words.replies.first}</a>
        </p>
      )}
      <Replies replies={replies} words={words} />
      <p>
        <a class="more" href={`/${frame.edition.code}/replies`}>
          {replyMonthWordsFor(words.language).link}
        </a>{" "}
        <a class="more" href={`/${frame.edition.code}/replies/kept`}>
          {replyKeptWordsFor(words.language).link}
        </a>
      </p>
    </Layout>
  );
};

export const WritePage = ({ frame, head, article, form }: WritePageValues) => {
  const { words } = wordsFor(frame.edition.language);
  const title = form.typed.isCorrection ? words.doors.sentence.correct : words.replies.write;
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <ReplyHead title={title} article={article} />
      <section class="replies" aria-label={title}>
        <ReplyForm form={form} words={words} level={2} />
      </section>
    </Layout>
  );
};

export const ThreadPage = ({ frame, head, article, thread, form }: ThreadPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <ReplyHead title={words.replies.thread} article={article} />
      <section class="replies" aria-label={words.replies.thread}>
        {raw(thread.root.html)}
        <Answers answers={thread.answers} />
        <ReplyForm form={form} words={words} level={2} />
      </section>
    </Layout>
  );
};

export const ReplyHistoryPage = ({ frame, head, article, reply, earlier }: ReplyHistoryPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <ReplyHead title={words.replies.history} article={article} />
      <section class="replies" aria-label={words.replies.history}>
        <h2>{words.replies.now}</h2>
        <Reply reply={reply} words={words} />
        {earlier.map(({ body, marks, until }) => (
          <>
            <h2>
              {words.replies.until} <Time moment={until} />
            </h2>
            <div class="said" {...marks}>
              {raw(body)}
            </div>
          </>
        ))}
      </section>
    </Layout>
  );
};

export const ReplyStepPage = ({ frame, head, article, form, title, preview, step, letter }: ReplyStepPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <ReplyHead title={title} article={article} />
      <section class="replies" aria-label={title}>
        {letter !== undefined && (
          <p class="thanks" role="status">
            {letter}
          </p>
        )}
        {preview !== undefined && (
          <article class="reply preview" aria-label={words.replies.previewTitle}>
            <p class="by">
              <bdi class="name">{form.typed.name}</bdi>
            </p>
            <div class="said" {...preview.marks}>
              {raw(preview.body)}
            </div>
          </article>
        )}
        {step && <LastStep form={form} step={step} words={words} />}
        {step?.byMail && <MailDoor form={form} words={words} />}
        {!step && letter === undefined && <ReplyForm form={form} words={words} level={2} />}
      </section>
    </Layout>
  );
};

type LastStepProps = FormProps & { readonly step: NonNullable<ReplyStepPageValues["step"]> };

const LastStep = ({ form, step, words }: LastStepProps) => (
  <form class="reply-form" method="post" action={form.action}>
    <p>{words.replies.lastStepHint}</p>
    {form.problem !== undefined && (
      <p class="problem" role="alert">
        {form.problem}
      </p>
    )}
    <Kept form={form} />
    <input type="hidden" name="token" value={step.token} />
    <p class="sum">
      <label for="reply-answer">{step.sum}</label>{" "}
      <input
        id="reply-answer"
        name="answer"
        type="text"
        required
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="reply-answer-hint"
        dir="ltr"
      />{" "}
      <span class="hint" id="reply-answer-hint">
        {words.replies.answerHint}
      </span>
    </p>
    <p class="buttons">
      <button type="submit">{words.replies.finish}</button>
    </p>
  </form>
);

/** For who cannot do sums: a form of its own, with an address a link is sent to. */
const MailDoor = ({ form, words }: FormProps) => {
  const { byMail } = words.doors;
  return (
    <form class="reply-form" method="post" action={form.action}>
      <h2>{byMail.title}</h2>
      <p id="reply-link-hint">{byMail.hint}</p>
      <Kept form={form} withEmail={false} />
      <p>
        <label for="reply-link-email">{byMail.email}</label>
        <input
          id="reply-link-email"
          name="email"
          type="email"
          required
          autocomplete="email"
          value={form.typed.email}
          aria-describedby="reply-link-hint"
          dir="ltr"
        />
      </p>
      <p class="buttons">
        <button type="submit" name="do" value="mail" class="plain">
          {byMail.send}
        </button>
      </p>
    </form>
  );
};

/** Every typed word goes with the last step. */
const Kept = ({
  form: { typed, parent },
  withEmail = true,
}: {
  readonly form: ReplyFormValues;
  readonly withEmail?: boolean;
}) => (
  <>
    <input type="hidden" name="name" value={typed.name} />
    {withEmail && <input type="hidden" name="email" value={typed.email} />}
    {/* A hidden field would lose its line ends in some browsers. */}
    <textarea name="text" hidden readonly>
      {`\n${typed.text}`}
    </textarea>
    {typed.quote !== "" && <input type="hidden" name="quote" value={typed.quote} />}
    {typed.isCorrection && <input type="hidden" name="kind" value="correction" />}
    {typed.site !== "" && <input type="hidden" name="site" value={typed.site} />}
    {typed.tells && <input type="hidden" name="tell" value="yes" />}
    {parent && <input type="hidden" name="parent" value={parent.id} />}
  </>
);

const ReplyHead = ({
  title,
  article,
}: {
  readonly title: string;
  readonly article: Link;
  readonly children?: Child;
}) => (
  <header class="list-head">
    <p class="kicker">
      <a href={article.href}>{article.text}</a>
    </p>
    <h1>{title}</h1>
  </header>
);
