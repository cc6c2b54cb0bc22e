/** Begins a story: an edition and a headline, perhaps the original it is a translation of. */
import { type BeginRefusal, beginStory, LONGEST_HEADLINE } from "#agency/articles/begin.ts";
import type { Form } from "#lib/form.ts";
import { Choice, TextField } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";

type Typed = {
  readonly edition: string;
  readonly headline: string;
  readonly original: string;
  readonly refusal?: BeginRefusal | "edition-missing";
};

export async function printNewStory(visit: DeskVisit): Promise<DeskPage> {
  const { query } = visit;
  return page(visit, { edition: query["edition"] ?? "", headline: "", original: query["original"] ?? "" });
}

export async function beginNewStory(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, staff, editions, at } = visit;
  const typed = { edition: form.text("edition"), headline: form.text("headline"), original: form.text("original") };
  const edition = editions.find(({ code }) => code === typed.edition);
  if (!edition) return refused(visit, { ...typed, refusal: "edition-missing" });
  const begun = await beginStory(db, { ...typed, edition, by: staff.id, at });
  if ("refusal" in begun) return refused(visit, { ...typed, refusal: begun.refusal });
  return seeOther(`/desk/articles/${begun.articleId}`);
}

function refused(visit: DeskVisit, typed: Typed): DeskPage {
  return { ...page(visit, typed), status: 422 };
}

function page({ words, editions }: DeskVisit, { edition, headline, original, refusal }: Typed): DeskPage {
  const { create } = words.flow;
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
        <TextField
          name="original"
          label={create.translationOf}
          hint={create.translationHint}
          value={original}
          dir="ltr"
          {...(refusal === "original-missing" && { problem: create.originalMissing })}
        />
        <p class="buttons">
          <button type="submit" class="main">
            {create.make}
          </button>
        </p>
      </form>
    ),
  };
}
