/** The text of an article as it is sent: by the form, its body in Markdown, or by the island, as JSON. */
import { z } from "zod";
import type { ArticleText, WorkingCopy } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { libraryPicture, picturesAmong } from "#agency/media/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { isDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import type { Db } from "#store/db.ts";
import { editedBody } from "#text/diff/edited.ts";
import { printMarkdown } from "#text/document/markdown.ts";
import { BadDocument, type DocumentJson, readDocument } from "#text/document/schema.ts";

/** Why a text cannot be kept. */
export type TextProblem = "day" | "picture" | "document" | "large";

/** A text, and why it cannot be kept as it is: a form is shown again with all of it. */
type Read = { readonly text: ArticleText; readonly problem?: TextProblem };

// Far above any headline, standfirst or caption; the body has the bound of the whole request.
const LONGEST_LINE = 5_000;

const line = z.string().max(LONGEST_LINE);

const sentText = z.object({
  headline: line,
  standfirst: line,
  document: z.unknown(),
  dateline: z.object({ place: line, date: line }).nullable(),
  picture: z.object({ id: line, alt: line, caption: line }).nullable(),
  authorIds: z.array(line).max(50),
});

/** A text as the island sends it. */
export async function textFromJson(
  db: Db,
  editionId: string,
  json: unknown,
): Promise<{ text: ArticleText } | { problem: TextProblem }> {
  const read = sentText.safeParse(json);
  if (!read.success) return { problem: "document" };
  const { document: sent, ...rest } = read.data;
  const document = documentFrom(sent);
  if (!document) return { problem: "document" };
  const { text, problem } = await checked(db, editionId, { ...rest, document });
  return problem === undefined ? { text } : { problem };
}

/**
 * A text as the form sends it. Markdown cannot say everything a body holds, so what of it was not touched stays as it
 * is in the copy.
 */
export async function textFromForm(
  db: Db,
  { id, language }: Pick<Edition, "id" | "language">,
  form: Form,
  copy: WorkingCopy,
): Promise<Read> {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s*\n\s*/g, " ");
  const [headline, standfirst, place, date] = [
    oneLine("headline"),
    oneLine("standfirst"),
    oneLine("place"),
    form.text("day"),
  ];
  const markdown = form.text("body");
  const { document: body } = copy.text;
  return checked(db, id, {
    headline,
    standfirst,
    document: markdown === printMarkdown(body).trim() ? body : editedBody(body, markdown, language),
    dateline: place === "" && date === "" ? null : { place, date },
    picture: await pictureFrom(db, form, copy, { alt: oneLine("alt"), caption: oneLine("caption") }),
    authorIds: form.texts("author").filter((id) => id !== ""),
  });
}

/** The lead picture: the one that was picked with what the library says of it, else the one there was. */
async function pictureFrom(
  db: Db,
  form: Form,
  { text: { picture: before } }: WorkingCopy,
  typed: { readonly alt: string; readonly caption: string },
): Promise<ArticleText["picture"]> {
  if (form.text("no-picture") !== "") return null;
  const [shown, picked] = [form.text("picture"), form.text("picked")];
  if (picked === "" || picked === shown) return shown === "" ? null : { id: shown, ...typed };
  const known = await libraryPicture(db, picked);
  // Words that stood there were said of the picture before; those typed just now are meant for this one.
  const words = (name: "alt" | "caption") =>
    typed[name] === (before?.[name] ?? "") ? (known?.[name] ?? "") : typed[name];
  return { id: picked, alt: words("alt"), caption: words("caption") };
}

function documentFrom(json: unknown): DocumentJson | undefined {
  try {
    return readDocument(json);
  } catch (error) {
    if (error instanceof BadDocument) return undefined;
    throw error;
  }
}

/** The day is one, the picture is kept here; authors are people of the edition, each once. */
async function checked(db: Db, editionId: string, text: ArticleText): Promise<Read> {
  const people = new Set((await peopleOf(db, editionId)).map(({ id }) => id));
  const ours = { ...text, authorIds: [...new Set(text.authorIds)].filter((id) => people.has(id)) };
  const problem = await problemOf(db, ours);
  return problem === undefined ? { text: ours } : { text: ours, problem };
}

async function problemOf(
  db: Db,
  { headline, standfirst, dateline, picture }: ArticleText,
): Promise<TextProblem | undefined> {
  const lines = [headline, standfirst, dateline?.place, picture?.alt, picture?.caption];
  if (lines.some((words = "") => words.length > LONGEST_LINE)) return "large";
  if (dateline && dateline.date !== "" && !isDay(dateline.date)) return "day";
  if (picture && !(await picturesAmong(db, [picture.id])).has(picture.id)) return "picture";
  return undefined;
}
