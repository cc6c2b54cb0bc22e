/** The public record: the history of a story, each of its versions, and the corrections of an edition. */
import { addressOfArticle, type PublishedArticle } from "#agency/articles/articles.ts";
import { articleAsItWas, publishedArticle } from "#agency/articles/queries.ts";
import { type ArticleText, revisionText } from "#agency/articles/working-copy.ts";
import { isTold, topicOfCorrections } from "#agency/corrections/corrections.ts";
import {
  type CorrectionPlace,
  correctionsIn,
  type EditionCorrection,
  type Version,
  versionOf,
  versionsOf,
} from "#agency/corrections/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import type { EventChange, ShownEvent } from "#agency/events/events.ts";
import { eventChangesOf } from "#agency/events/queries.ts";
import { type Labeller, labellerFor, labellerWith } from "#agency/labels/labeller.ts";
import { matcherFor } from "#agency/labels/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { tombstonesOf } from "#agency/withholding/queries.ts";
import { documentDifference } from "#text/diff/documents.ts";
import { wordDifference } from "#text/diff/words.ts";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";
import { eventDate } from "#text/events/dates.ts";
import type { Surface } from "#text/labels/labels.ts";
import { printDateline } from "#text/typography/dates.ts";
import { printEventDate } from "#text/typography/event-dates.ts";
import { articlePage, topicsOfArticle } from "./article.tsx";
import { labelled, momentOf } from "./cards.ts";
import { printFormer } from "./former.tsx";
import { frameFor, headFor, homeOf, samePageElsewhere } from "./frame.ts";
import { noteOf, tombstoneSentence } from "./notes.ts";
import { printersOf, repliesBelow } from "./replies.tsx";
import { ArticlePage } from "./views/article.tsx";
import { plain } from "./views/labelled.tsx";
import { CorrectionsPage, HistoryPage } from "./views/record.tsx";
import { Replies } from "./views/replies.tsx";
import type { Change, EventChangeValues, Paging, VersionValues } from "./views/values.ts";
import type { EditionVisit, PrintPage } from "./visit.ts";
import type { RecordWords, TextPart } from "./words/record.ts";

const VERSIONS_A_PAGE = 20;

export const printHistory: PrintPage = async (visit) => {
  const { db, edition, steps, query, words } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/history");
  const before = wholeNumber(query["before"]);
  const found = await versionsOf(db, article.id, { limit: VERSIONS_A_PAGE + 1, before });
  const shown = found.slice(0, VERSIONS_A_PAGE);
  const [newest] = before === undefined ? found : await versionsOf(db, article.id, { limit: 1 });
  const labeller = await labellerFor(db, edition, visit.at);
  const headline = labelled(edition, labeller.line(article.headline, "headline", article.publishedAt));
  const href = addressOfArticle(edition.code, article.slug);
  const last = shown.at(-1);
  return {
    html: (
      <HistoryPage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: `${words.record.historyOf}: ${plain(headline)}`,
          description: words.record.introduction,
          indexed: before === undefined,
        })}
        headline={headline}
        href={href}
        versions={await versionsShown(visit, labeller, article, { found, shown, current: newest?.number })}
        events={before === undefined ? await eventsChanged(visit, labeller, article) : []}
        withheld={(await tombstonesOf(db, article.id)).map((one) => tombstoneSentence(visit, one))}
        paging={{
          ...(before !== undefined && { newer: `${href}/history` }),
          ...(found.length > shown.length && last && { older: `${href}/history?before=${last.number}` }),
        }}
      />
    ),
    topics: topicsOfArticle(visit, article),
  };
};

type Listed = {
  readonly found: readonly Version[];
  readonly shown: readonly Version[];
  readonly current: number | undefined;
};

async function versionsShown(
  visit: EditionVisit,
  labeller: Labeller,
  article: PublishedArticle,
  { found, shown, current }: Listed,
): Promise<VersionValues[]> {
  const { edition, words } = visit;
  const texts = await textsOf(visit, article, found);
  const line = (text: string) => labelled(edition, labeller.line(text, "body", article.publishedAt));
  return shown.map((version, at): VersionValues => {
    const { number, kind, sentence } = version;
    const before = found[at + 1];
    const [from, to] = [before && texts.get(before.revisionId), texts.get(version.revisionId)];
    const isSameText = before?.revisionId === version.revisionId;
    const told = isTold(kind)
      ? noteOf(visit, labeller, { ...version, kind, publishedAt: article.publishedAt, mark: article.mark })
      : undefined;
    return {
      number,
      href: `${addressOfArticle(edition.code, article.slug)}/history/${number}`,
      kind: words.record.kinds[kind],
      moment: momentOf(visit, version.at),
      isCurrent: number === current,
      isFolded: kind === "typo",
      sentence: told ? [] : line(sentence),
      ...(told && { note: told }),
      ...(from && to && !isSameText && { changes: changesBetween(from, to, edition.language, words.record) }),
    };
  });
}

async function eventsChanged(
  visit: EditionVisit,
  labeller: Labeller,
  article: PublishedArticle,
): Promise<EventChangeValues[]> {
  const { language } = visit.edition;
  const { eventParts } = visit.words.record;
  const line = (text: string) => plain(labeller.line(text, "body", article.publishedAt));
  const printed = ({ edtf, title, words }: ShownEvent) => {
    const date = eventDate(edtf);
    return { day: date ? printEventDate(date, language) : "", event: line(title), words: line(words) };
  };
  return (await eventChangesOf(visit.db, article)).map(({ at, before, after }): EventChangeValues => {
    const [was, is] = [before && printed(before), after && printed(after)];
    const parts = was && is ? EVENT_PARTS.filter((part) => was[part] !== is[part]) : [];
    return {
      moment: momentOf(visit, at),
      kind: kindOf({ before, after }),
      event: (is ?? was)?.event ?? "",
      changes: parts.map((part) => ({
        part: eventParts[part],
        stretches: wordDifference(was?.[part] ?? "", is?.[part] ?? "", language),
      })),
    };
  });
}

const EVENT_PARTS = ["day", "event", "words"] as const;

function kindOf({ before, after }: Pick<EventChange, "before" | "after">): EventChangeValues["kind"] {
  if (!before) return "added";
  return after ? "mended" : "removed";
}

/** A text as readers saw it, its labels in its words. */
type PrintedText = Readonly<Record<TextPart, string>> & Pick<ArticleText, "document">;

/** The texts of versions, each printed once. */
async function textsOf(
  { db, edition, at }: EditionVisit,
  article: PublishedArticle,
  versions: readonly Version[],
): Promise<ReadonlyMap<string, PrintedText>> {
  // Parts of a text are shown, so each has to carry its labels in itself: no notes elsewhere, no "first mention".
  const { labelPolicy } = edition;
  const scope = labelPolicy.scope === "none" ? "none" : "every";
  const everyMention: Edition = { ...edition, labelPolicy: { ...labelPolicy, scope, style: "inline" } };
  const labeller = labellerWith(await matcherFor(db, edition.language), everyMention, at);
  const people = new Map((await peopleOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const texts = new Map<string, PrintedText>();
  for (const revisionId of new Set(versions.map((version) => version.revisionId))) {
    const text = await revisionText(db, { articleId: article.id, revisionId });
    if (text) texts.set(revisionId, printedText(text, labeller, article.publishedAt, people, everyMention));
  }
  return texts;
}

function printedText(
  { headline, standfirst, dateline, authorIds, picture, document }: ArticleText,
  labeller: Labeller,
  publishedAt: Date,
  people: ReadonlyMap<string, string>,
  { language, datelineStyle }: Edition,
): PrintedText {
  return {
    headline: plain(labeller.line(headline, "headline", publishedAt)),
    standfirst: plain(labeller.line(standfirst, "standfirst", publishedAt)),
    dateline: dateline ? printDateline(dateline, language, datelineStyle) : "",
    authors: authorIds.map((id) => people.get(id) ?? "").join(", "),
    picture: plain([
      ...labeller.line(picture?.caption ?? "", "caption", publishedAt),
      ...(picture?.alt ? [{ text: " · " }, ...labeller.line(picture.alt, "alt", publishedAt)] : []),
    ]),
    document: withLabelledWords(labeller.body(document, publishedAt), labeller, publishedAt),
  };
}

/** What a document says beside its text: who speaks, what a picture shows and whose it is, what a card of elsewhere is called. */
const SAID: Readonly<Record<string, Surface>> = {
  speaker: "body",
  office: "body",
  credit: "caption",
  alt: "alt",
  title: "body",
  description: "body",
};

function withLabelledWords<Node extends DocumentJson | NodeJson>(
  node: Node,
  labeller: Labeller,
  publishedAt: Date,
): Node {
  const said = <Of extends Readonly<Record<string, unknown>>>(attrs: Of): Of => ({
    ...attrs,
    ...Object.fromEntries(
      Object.entries(SAID).flatMap(([name, surface]) => {
        const words = attrs[name];
        return typeof words === "string" ? [[name, plain(labeller.line(words, surface, publishedAt))]] : [];
      }),
    ),
  });
  return {
    ...node,
    ...("attrs" in node && node.attrs && { attrs: said(node.attrs) }),
    ...("marks" in node &&
      node.marks && { marks: node.marks.map((mark) => ({ ...mark, ...(mark.attrs && { attrs: said(mark.attrs) }) })) }),
    ...(node.content && { content: node.content.map((child) => withLabelledWords(child, labeller, publishedAt)) }),
  };
}

const PARTS: readonly TextPart[] = ["headline", "standfirst", "dateline", "authors", "picture"];

/** The lines that are not the same in both. */
function changesBetween(before: PrintedText, after: PrintedText, language: string, words: RecordWords): Change[] {
  const lines = PARTS.filter((part) => before[part] !== after[part]).map((part) => ({
    part: words.parts[part],
    stretches: wordDifference(before[part], after[part], language),
  }));
  const body = documentDifference(before.document, after.document, language).flatMap(({ kind, part, stretches }) => {
    if (kind === "same") return [];
    // A line that came or went as a whole is marked as a whole.
    const marked = kind === "changed" ? stretches : stretches.map(({ text }) => ({ kind, text }));
    return [{ part: words.parts[part], stretches: marked }];
  });
  return [...lines, ...body];
}

/** A version as its page printed it, marked as old, with the labels of today. */
export const printVersion: PrintPage = async (visit) => {
  const { db, edition, steps, words } = visit;
  const number = wholeNumber(steps["number"]);
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, `/history/${steps["number"] ?? ""}`);
  const version = number === undefined ? undefined : await versionOf(db, article.id, number);
  const old = version && (await articleAsItWas(db, article, version.revisionId));
  if (!version || !old) return undefined;
  const { values, page, labeller, topics } = await articlePage(visit, { ...old, mark: null });
  const { print: _, changed: __, ...shown } = values;
  const isGone = article.mark === "retracted";
  return {
    html: (
      <ArticlePage
        frame={page.frame}
        head={{ title: page.head.title, description: "", indexed: false, canonical: page.head.canonical }}
        article={{ ...shown, notes: isGone ? values.notes.filter(({ isGrave }) => isGrave) : [] }}
        more={[]}
        preview={words.record.asItWas(String(version.number), momentOf(visit, version.at).text)}
        current={{ href: values.href, text: words.record.toCurrent }}
      >
        <Replies replies={await repliesBelow(visit, old, printersOf(visit, labeller, old))} words={words} />
      </ArticlePage>
    ),
    topics,
  };
};

const CORRECTIONS_A_PAGE = 30;

export const printCorrections: PrintPage = async (visit) => {
  const { db, edition, words, query, path } = visit;
  const before = placeFrom(query["before"]);
  const found = await correctionsIn(db, edition.id, { limit: CORRECTIONS_A_PAGE + 1, before });
  const shown = found.slice(0, CORRECTIONS_A_PAGE);
  const labeller = await labellerFor(db, edition, visit.at);
  const title = words.record.corrections;
  const feed = { path: `${homeOf(edition)}corrections`, name: title };
  return {
    html: (
      <CorrectionsPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit), feed })}
        head={headFor(visit, { title, description: words.record.correctionsIntroduction })}
        corrections={shown.map((one) => ({
          ...noteOf(visit, labeller, { ...one, mark: null }),
          article: {
            href: addressOfArticle(edition.code, one.slug),
            text: plain(labeller.line(one.headline, "headline", one.publishedAt)),
          },
          history: `${addressOfArticle(edition.code, one.slug)}/history`,
        }))}
        paging={pagingOf(path, {
          isFirst: before === undefined,
          hasMore: found.length > shown.length,
          last: shown.at(-1),
        })}
      />
    ),
    topics: [topicOfCorrections(edition.code), `front:${edition.code}`],
  };
};

type Leaf = {
  readonly isFirst: boolean;
  readonly hasMore: boolean;
  readonly last: EditionCorrection | undefined;
};

function pagingOf(path: string, { isFirst, hasMore, last }: Leaf): Paging {
  return {
    ...(!isFirst && { newer: path }),
    ...(hasMore && last && { older: `${path}?before=${last.at.toISOString()}_${last.id}` }),
  };
}

function placeFrom(before: string | undefined): CorrectionPlace | undefined {
  const [at, id] = before?.split("_") ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
