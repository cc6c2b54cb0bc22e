/** Begins a story: an edition and a headline, perhaps the original it is a translation of, or a short text to come out at once. */
import { type BeginRefusal, beginStory, LONGEST_HEADLINE } from "#agency/articles/begin.ts";
import { MOVES } from "#agency/articles/flow.ts";
import { type MoveOutcome, moveArticle } from "#agency/articles/move.ts";
import { may } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { Choice, TextArea, TextField } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";

type Typed = {
  readonly edition: string;
  readonly headline: string;
  readonly text: string;
  readonly original: string;
  readonly refusal?: BeginRefusal | "edition-missing";
};

export async function printNewStory(visit: DeskVisit): Promise<DeskPage> {
  const { query } = visit;
  return page(visit, { edition: query["edition"] ?? "", headline: "", text: "", original: query["original"] ?? "" });
}

export async function beginNewStory(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, staff, editions, at } = visit;
  const typed = {
    edition: form.text("edition"),
    headline: form.text("headline"),
    text: form.text("text"),
    original: form.text("original"),
  };
  const edition = editions.find(({ code }) => code === typed.edition);
  if (!edition) return refused(visit, { ...typed, refusal: "edition-missing" });
  const document = parseMarkdown(typed.text);
  const begun = await beginStory(db, { ...typed, edition, document, by: staff.id, at });
  if ("refusal" in begun) return refused(visit, { ...typed, refusal: begun.refusal });
  const { articleId } = begun;
  if (form.text("do") !== "publish") return seeOther(`/desk/articles/${articleId}`);
  const outcome = await moveArticle(db, { articleId, move: "publish", by: staff, at });
  return seeOther(`/desk/articles/${articleId}/details`, saidOf(outcome));
}

function saidOf(outcome: MoveOutcome): "kept" | "kept-as-draft" | "kept-for-another" {
  if ("state" in outcome) return "kept";
  return outcome.refusal === "two-people" ? "kept-for-another" : "kept-as-draft";
}

function refused(visit: DeskVisit, typed: Typed): DeskPage {
  return { ...page(visit, typed), status: 422 };
}

function page({ words, editions, staff }: DeskVisit, { edition, headline, text, original, refusal }: Typed): DeskPage {
  const { create, moves } = words.flow;
  const headlineProblem = {
    "headline-missing": create.headlineMissing,
    "headline-long": create.headlineLong,
    "edition-missing": undefined,
    "original-missing": undefined,
  };
  return {
    title: create.title,
    place: "articles",
    main: (
      <form method="post" action="/desk/articles/new">
        <Choice
          name="edition"
          label={create.edition}
          options={editions.map(({ code, name }) => ({ value: code, text: name }))}
          chosen={edition}
          {...(refusal === "edition-missing" && { problem: create.editionMissing })}
        />
        <TextField
          name="headline"
          label={create.headline}
          hint={create.headlineHint}
          value={headline}
          maxlength={LONGEST_HEADLINE}
          dir="auto"
          required
          problem={refusal && headlineProblem[refusal]}
        />
        <TextArea name="text" label={create.text} hint={create.textHint} value={text} rows={6} dir="auto" />
        <TextField
          name="original"
          label={create.translationOf}
          hint={create.translationHint}
          value={original}
          dir="ltr"
          {...(refusal === "original-missing" && { problem: create.originalMissing })}
        />
        {/* The first button is the one that Enter presses: never the one that readers notice at once. */}
        <p class="buttons">
          <button type="submit" class="main">
            {create.make}
          </button>
          {may(staff, MOVES.publish.right) && (
            <button type="submit" name="do" value="publish">
              {moves.publish}
            </button>
          )}
        </p>
      </form>
    ),
  };
}
