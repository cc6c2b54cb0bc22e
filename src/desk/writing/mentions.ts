/** The organisations a text names while it is being written, and the labels as they will print. */

import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { organisationNames } from "#agency/labels/queries.ts";
import { textAttr, textOf } from "#text/document/nodes.ts";
import { type Plain, printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import type { DecidedMention } from "#text/labels/labels.ts";
import type { DeskVisit } from "../visit.ts";
import { reasonIn } from "../words/label-reasons.ts";
import type { DeskLanguage } from "../words/spoken.ts";
import { sentText } from "./copy.ts";

export type LinePlace = "headline" | "standfirst" | "caption" | "alt";

/** Where in the body: a block by the indexes that lead to it, and offsets in its text. */
type Spot = { readonly path: readonly number[]; readonly from: number; readonly to: number };

export type LiveMention = {
  readonly words: string;
  readonly decision: "label" | "ask" | "none";
  /** Why it is not labelled, or has to be asked about. */
  readonly reason: string;
  /** What an editor said of this one. */
  readonly chosen: "label" | "none" | null;
  /** The label its author typed, when the copy had one. */
  readonly typed: unknown;
  /** Whose name it may be. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
};

export type LiveMentions = {
  readonly body: readonly (LiveMention & Spot)[];
  /** Labels of the body as they will print, each at its place. */
  readonly labels: readonly { readonly path: readonly number[]; readonly at: number; readonly print: string }[];
  /** What will stand below the text. */
  readonly notes: readonly string[];
  readonly lines: readonly {
    readonly place: LinePlace;
    readonly print: string;
    readonly mentions: readonly LiveMention[];
  }[];
};

/** `POST …/mentions` */
export async function sendMentions(visit: DeskVisit): Promise<Response | undefined> {
  const sent = await sentText(visit);
  if (!sent || sent instanceof Response) return sent;
  return Response.json(await mentionsNow(visit, sent.article.edition, sent.text));
}

/** Everything an author should know of the labels of a text, were it printed now. */
async function mentionsNow(visit: DeskVisit, edition: Edition, text: ArticleText): Promise<LiveMentions> {
  const { db, at } = visit;
  const labeller = await labellerFor(db, edition, at);
  const body = labeller.decisions(text.document, at);
  const lines = linesOf(text).map((line) => ({ ...line, found: labeller.lineDecisions(line.text, line.place, at) }));
  const all = [...body, ...lines.flatMap(({ found }) => found)];
  const ids = all.flatMap(({ candidates }) => candidates.map(({ organisation }) => organisation.id));
  const names = new Map(
    (await organisationNames(db, [...new Set(ids)], edition.language)).map(({ id, name }) => [id, name]),
  );
  const plain = printPlain(text.document);
  const described = (mention: DecidedMention, words: string) =>
    liveMention(mention, words, names, visit.words.language);
  return {
    body: body.flatMap((mention) => {
      const spot = spotOf(plain, mention.start, mention.wordsEnd);
      return spot ? [{ ...described(mention, plain.text.slice(mention.start, mention.wordsEnd)), ...spot }] : [];
    }),
    ...labelsOf(labeller.body(text.document, at), plain),
    lines: lines.flatMap(({ place, text, found }) => {
      const print = labeller
        .line(text, place, at)
        .map((segment) => segment.text)
        .join("");
      const mentions = found.map((mention) => described(mention, text.slice(mention.start, mention.wordsEnd)));
      return mentions.length > 0 ? [{ place, print, mentions }] : [];
    }),
  };
}

function linesOf({ headline, standfirst, picture }: ArticleText): readonly { place: LinePlace; text: string }[] {
  return [
    { place: "headline", text: headline },
    { place: "standfirst", text: standfirst },
    { place: "caption", text: picture?.caption ?? "" },
    { place: "alt", text: picture?.alt ?? "" },
  ];
}

function liveMention(
  { decision, reason = "", mark, candidates }: DecidedMention,
  words: string,
  names: ReadonlyMap<string, string>,
  language: DeskLanguage,
): LiveMention {
  const ids = [...new Set(candidates.map(({ organisation }) => organisation.id))];
  const organisations = ids.map((id) => ({ id, name: names.get(id) ?? id }));
  const why = reason === "" ? "" : reasonIn(language, reason);
  return { words, decision, reason: why, chosen: mark?.decision ?? null, typed: mark?.typed ?? null, organisations };
}

function spotOf({ blocks }: Plain, start: number, end: number): Spot | undefined {
  const block = blocks.find((one) => start >= one.start && start <= one.end);
  return block && { path: block.path, from: start - block.start, to: Math.min(end, block.end) - block.start };
}

/** The labels of a printed copy, each at the place in the text without labels where it stands. */
function labelsOf(printed: DocumentJson, plain: Plain): Pick<LiveMentions, "labels" | "notes"> {
  const labels: LiveMentions["labels"][number][] = [];
  const notes: string[] = [];
  let before = 0;
  const { pieces } = printPlain(printed);
  for (const { start, end, node } of pieces) {
    if (node.type !== "label") continue;
    const spot = spotOf(plain, start - before, start - before);
    before += end - start;
    const print = textAttr(node, "print") || ` (${textAttr(node, "wording")})`;
    if (spot) labels.push({ path: spot.path, at: spot.from, print });
    else notes.push(print);
  }
  for (const node of printed.content.filter(({ type }) => type === "notes")) {
    for (const note of node.content ?? []) notes.push(`${textAttr(note, "marker")} ${textOf(note)}`);
  }
  return { labels, notes };
}
