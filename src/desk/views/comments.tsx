/** The text of a story with what colleagues say of it beside each paragraph. */
import { type Comment, LONGEST_COMMENT } from "#agency/articles/comments.ts";
import { directionOf } from "#lib/direction.ts";
import type { DeskWords } from "../words/words.ts";
import { Problem, TextArea } from "./fields.tsx";

/** A comment with the names and times its readers know. */
export type ShownComment = Omit<Comment, "by" | "at" | "resolvedBy" | "answers"> & {
  readonly by: string;
  readonly time: string;
  readonly resolvedBy: string | null;
  readonly answers: readonly { readonly words: string; readonly by: string; readonly time: string }[];
};

/** What was sent and refused, or what the reader is about to write on. */
export type OpenForm = {
  /** A paragraph, or the id of the comment that is answered; the whole story without either. */
  readonly place?: number;
  readonly answers?: string;
  readonly words: string;
  readonly problem?: string;
};

type CommentsProps = {
  readonly articleId: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly comments: readonly ShownComment[];
  readonly form: OpenForm | undefined;
  readonly words: DeskWords;
};

export const Comments = (props: CommentsProps) => {
  const { language, paragraphs, comments, words } = props;
  const { flow } = words;
  const open = comments.filter(({ resolvedBy }) => resolvedBy === null);
  const resolved = comments.filter(({ resolvedBy }) => resolvedBy !== null);
  const isGone = ({ anchor }: ShownComment) =>
    anchor !== null && (anchor.place === null || anchor.place >= paragraphs.length);
  const removed = open.filter(isGone);
  const on = (place: number) => open.filter((comment) => !isGone(comment) && comment.anchor?.place === place);
  return (
    <>
      <section class="spoken" aria-labelledby="whole">
        <h2 id="whole">{flow.comments.onWhole}</h2>
        <CommentList {...props} comments={open.filter(({ anchor }) => anchor === null)} />
        <CommentForm {...props} label={flow.comments.add} />
      </section>
      {removed.length > 0 && (
        <section class="spoken" aria-labelledby="removed">
          <h2 id="removed">{flow.comments.onRemoved}</h2>
          <CommentList {...props} comments={removed} quotes />
        </section>
      )}
      <section aria-labelledby="text">
        <h2 id="text">{flow.comments.text}</h2>
        {paragraphs.map((paragraph, place) => (
          <div class="paragraph" id={`p${place}`}>
            <p class="copy" lang={language} dir={directionOf(language)}>
              {paragraph}
            </p>
            <div class="spoken">
              <CommentList {...props} comments={on(place)} />
              {props.form?.place === place ? (
                <CommentForm {...props} label={flow.comments.onThis} place={place} anchor={paragraph} />
              ) : (
                <p>
                  <a href={`?on=${place}#p${place}`} aria-label={`${flow.comments.addOn}: ${paragraph.slice(0, 40)}`}>
                    {flow.comments.addOn}
                  </a>
                </p>
              )}
            </div>
          </div>
        ))}
      </section>
      {resolved.length > 0 && (
        <details class="spoken">
          <summary>{flow.comments.resolvedTitle}</summary>
          <CommentList {...props} comments={resolved} quotes />
        </details>
      )}
    </>
  );
};

const CommentList = ({ comments, quotes = false, ...props }: CommentsProps & { readonly quotes?: boolean }) =>
  comments.length === 0 ? null : (
    <ul class="comments">
      {comments.map((comment) => (
        <OneComment {...props} comments={comments} comment={comment} quotes={quotes} />
      ))}
    </ul>
  );

type OneCommentProps = CommentsProps & { readonly comment: ShownComment; readonly quotes: boolean };

const OneComment = ({ comment, quotes, ...props }: OneCommentProps) => {
  const { articleId, form, words } = props;
  const { id, anchor, by, time, resolvedBy, answers } = comment;
  const said = words.flow.comments;
  return (
    <li id={`comment-${id}`}>
      {quotes && anchor && <blockquote dir="auto">{anchor.words}</blockquote>}
      <Said by={by} time={time} words={comment.words} />
      {answers.map((answer) => (
        <Said {...answer} />
      ))}
      {resolvedBy !== null && <p class="quiet">{said.resolvedBy(resolvedBy)}</p>}
      {form?.answers === id ? (
        <CommentForm {...props} label={said.answer} answers={id} />
      ) : (
        <form method="post" action={`/desk/articles/${articleId}/comments/${id}/resolve`} class="buttons">
          <a href={`?answer=${id}#comment-${id}`}>{said.answer}</a>
          <button type="submit" name="resolved" value={resolvedBy === null ? "yes" : "no"}>
            {resolvedBy === null ? said.resolve : said.reopen}
          </button>
        </form>
      )}
    </li>
  );
};

const Said = ({ by, time, words }: { readonly by: string; readonly time: string; readonly words: string }) => (
  <>
    <p class="about">
      <strong>{by}</strong>
      <span>{time}</span>
    </p>
    <p class="words" dir="auto">
      {words}
    </p>
  </>
);

type CommentFormProps = CommentsProps & {
  readonly label: string;
  readonly place?: number;
  readonly anchor?: string;
  readonly answers?: string;
};

const CommentForm = ({ articleId, form, words, label, place, anchor, answers }: CommentFormProps) => {
  const isOpen = form !== undefined && form.place === place && form.answers === answers;
  const name = `words${place === undefined ? "" : `-${place}`}${answers === undefined ? "" : "-answer"}`;
  return (
    <form method="post" action={`/desk/articles/${articleId}/comments`}>
      {isOpen && form.problem !== undefined && <Problem>{form.problem}</Problem>}
      <input type="hidden" name="field" value={name} />
      {place !== undefined && <input type="hidden" name="place" value={String(place)} />}
      {anchor !== undefined && <input type="hidden" name="anchor" value={anchor} />}
      {answers !== undefined && <input type="hidden" name="answers" value={answers} />}
      <TextArea
        name={name}
        label={label}
        value={isOpen ? form.words : ""}
        rows={3}
        maxlength={LONGEST_COMMENT}
        dir="auto"
        required
      />
      <p class="buttons">
        <button type="submit">{answers === undefined ? words.flow.comments.addOn : words.flow.comments.answer}</button>
      </p>
    </form>
  );
};
