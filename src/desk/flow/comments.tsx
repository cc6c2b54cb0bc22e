/** What colleagues say to each other about a story and its paragraphs. */
import { comment, commentsOn, paragraphsOf, resolveComment } from "#agency/articles/comments.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import type { Form } from "#lib/form.ts";
import { placeOf } from "#text/diff/anchor.ts";
import { ArticleTabs } from "../views/article-tabs.tsx";
import { Comments, type OpenForm } from "../views/comments.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { type Here, storyHere } from "./details.tsx";
import { namesAt } from "./people.ts";
import { shownAt } from "./times.ts";

export async function printComments(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  return here && commentsPage(visit, here, formAsked(visit));
}

export async function sayComment(visit: DeskVisit, form: Form): Promise<DeskPage | Response | undefined> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const { db, staff, at, words } = visit;
  const { id: articleId } = here.story;
  const said = form.text(form.text("field"));
  const answers = form.text("answers");
  const anchor = form.has("anchor") ? await anchorOf(visit, here, form) : undefined;
  const outcome = await comment(db, {
    articleId,
    words: said,
    ...(anchor && { anchor }),
    ...(answers !== "" && { answers }),
    by: staff.id,
    at,
  });
  if ("id" in outcome) {
    const to = answers === "" ? outcome.id : answers;
    return seeOther(`/desk/articles/${articleId}/comments#comment-${to}`, "kept");
  }
  if (outcome.refusal === "not-there") return undefined;
  const problem = words.flow.comments[outcome.refusal === "empty" ? "empty" : "tooLong"];
  const page = await commentsPage(visit, here, {
    words: said,
    problem,
    ...(form.has("place") && { place: Number(form.text("place")) }),
    ...(answers !== "" && { answers }),
  });
  return { ...page, status: 422 };
}

export async function resolve({ db, steps, staff, at }: DeskVisit, form: Form): Promise<Response | undefined> {
  const [articleId = "", id = ""] = [steps["id"], steps["comment"]];
  const resolved = form.text("resolved") !== "no";
  const done = await resolveComment(db, { articleId, id, resolved, by: staff.id, at });
  return done ? seeOther(`/desk/articles/${articleId}/comments`, "kept") : undefined;
}

// Longer than any paragraph; what is gone is shown no longer than that.
const LONGEST_ANCHOR = 20_000;

/** The paragraph that was spoken of, wherever it stands by now. */
async function anchorOf({ db }: DeskVisit, { story, edition }: Here, form: Form) {
  const words = form.text("anchor").slice(0, LONGEST_ANCHOR);
  const copy = await workingCopy(db, story.id);
  const paragraphs = copy ? paragraphsOf(copy.text.document) : [];
  const place = placeOf(words, Number(form.text("place")), paragraphs, edition.language) ?? null;
  return { words: place === null ? words : (paragraphs[place] ?? words), place };
}

function formAsked({ query }: DeskVisit): OpenForm | undefined {
  if (query["answer"] !== undefined) return { answers: query["answer"], words: "" };
  return query["on"] === undefined ? undefined : { place: Number(query["on"]), words: "" };
}

async function commentsPage(visit: DeskVisit, { story, edition }: Here, form: OpenForm | undefined): Promise<DeskPage> {
  const { db, staff, words } = visit;
  const nameOf = await namesAt(visit);
  const copy = await workingCopy(db, story.id);
  const shown = (one: { readonly words: string; readonly by: string; readonly at: Date }) => ({
    words: one.words,
    by: nameOf(one.by),
    time: shownAt(one.at, edition, words),
  });
  const comments = (await commentsOn(db, story.id)).map((one) => ({
    ...one,
    ...shown(one),
    resolvedBy: one.resolvedBy === null ? null : nameOf(one.resolvedBy),
    answers: one.answers.map(shown),
  }));
  return {
    title: story.headline || words.flow.noHeadline,
    place: "articles",
    main: (
      <>
        <ArticleTabs articleId={story.id} current="comments" staff={staff} words={words} />
        <Comments
          articleId={story.id}
          language={edition.language}
          paragraphs={copy ? paragraphsOf(copy.text.document) : []}
          comments={comments}
          form={form}
          words={words}
        />
      </>
    ),
  };
}
