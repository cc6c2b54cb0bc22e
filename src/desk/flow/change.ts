/** What a form says of a change to what is out, and what is proposed for it. */

import { type ArticleText, revisionText } from "#agency/articles/working-copy.ts";
import { CHANGE_KINDS, type Change, type ChangeKind, SEVERITIES } from "#agency/corrections/corrections.ts";
import { proposedWords } from "#agency/corrections/proposal.ts";
import type { Form } from "#lib/form.ts";
import type { TypedChange } from "../views/change.tsx";
import type { DeskVisit } from "../visit.ts";
import type { Here } from "./details.tsx";

/** Nothing for a story readers have not seen yet: nothing was changed. */
export function changeFrom(form: Form): Change | undefined {
  const kind = CHANGE_KINDS.find((one) => one === form.text("kind"));
  if (!kind) return undefined;
  const sentence = form.text("sentence");
  if (kind !== "correction") return { kind, sentence };
  return {
    kind,
    sentence,
    correction: {
      oldWords: form.text("oldWords"),
      newWords: form.text("newWords"),
      severity: SEVERITIES.find((one) => one === form.text("severity")) ?? "minor",
      askedBy: form.text("askedBy"),
      isAskerPublic: form.has("isAskerPublic"),
    },
  };
}

export function changeTyped(form: Form): TypedChange | undefined {
  const kind = CHANGE_KINDS.find((one) => one === form.text("kind"));
  return (
    kind && {
      kind,
      sentence: form.text("sentence"),
      oldWords: form.text("oldWords"),
      newWords: form.text("newWords"),
      severity: form.text("severity"),
      askedBy: form.text("askedBy"),
      isAskerPublic: form.has("isAskerPublic"),
    }
  );
}

/** What the fields begin with; nothing for a story readers have not seen yet. */
export async function proposedChange(
  { db }: DeskVisit,
  { story, edition }: Here,
  now: ArticleText | undefined,
): Promise<TypedChange | undefined> {
  if (story.publishedAt === null || story.publishedRevisionId === null || !now) return undefined;
  const shown = await revisionText(db, { articleId: story.id, revisionId: story.publishedRevisionId });
  const words = shown ? proposedWords(shown, now, edition.language) : { oldWords: "", newWords: "" };
  const kind: ChangeKind = "update";
  return { kind, sentence: "", ...words, severity: "minor", askedBy: "", isAskerPublic: false };
}
