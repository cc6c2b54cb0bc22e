/** An article at its address, and on paper. */
import { raw } from "hono/html";
import { type ArticleCard, addressOfArticle, type PublishedArticle } from "#agency/articles/articles.ts";
import { articlesOfSection, newestArticles, publishedArticle } from "#agency/articles/queries.ts";
import { notesOn } from "#agency/corrections/queries.ts";
import { storiesInTime } from "#agency/diary/queries.ts";
import { type Labeller, labellerFor, type Way } from "#agency/labels/labeller.ts";
import { mayFold } from "#agency/labels/policy.ts";
import { organisationNames } from "#agency/labels/queries.ts";
import { addressOfProof } from "#agency/log/log.ts";
import { sharedJpeg, topicOfPicture } from "#agency/media/media.ts";
import { picturesAmong } from "#agency/media/queries.ts";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { areVerdictsShown } from "#agency/settings/quotations.ts";
import type { CheckedQuotation } from "#agency/sources/checks.ts";
import { newestSnapshots, sourcesAmong } from "#agency/sources/queries.ts";
import {
  addressOfSource,
  isListed,
  isPublic,
  type Source as LedgerSource,
  topicOfSource,
} from "#agency/sources/sources.ts";
import { tombstonesOf } from "#agency/withholding/queries.ts";
import { asHtml, wholePage } from "#lib/html.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { marksOf, nodesOf } from "#text/document/find.ts";
import { printHtml } from "#text/document/html.ts";
import { isWebAddress } from "#text/document/links.ts";
import { listAttr, textAttr } from "#text/document/nodes.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { noticesApart, type Surface } from "#text/labels/labels.ts";
import { sourcesOf } from "#text/quotes/quoted.ts";
import { printDateline } from "#text/typography/dates.ts";
import {
  cardsFor,
  LONGEST_DESCRIPTION,
  labelled,
  momentOf,
  organisationAddress,
  personOf,
  pictureOf,
  servedAs,
  topicsOfPictures,
} from "./cards.ts";
import { timeInStory } from "./events.ts";
import { printFormer } from "./former.tsx";
import { feedsAt, frameFor, headFor, homeOf } from "./frame.ts";
import type { Around, Found } from "./kept-stories.ts";
import { printNotFound } from "./not-found.tsx";
import { noteOf, tombstoneSentence } from "./notes.ts";
import { NOTHING_PRINTED, remembering } from "./printed-replies.ts";
import { openForm, printersOf, repliesBelow } from "./replies.tsx";
import { printStandingPage } from "./standing-page.tsx";
import { articleStructuredData } from "./structured-data.ts";
import { ArticlePage } from "./views/article.tsx";
import { plain } from "./views/labelled.tsx";
import { PrintPage as PrintPageView } from "./views/print.tsx";
import { Replies, replyFormHtml } from "./views/replies.tsx";
import type { ArticleValues, CheckedQuote, Head, LabelledText, Page } from "./views/values.ts";
import {
  type EditionVisit,
  enter,
  type PrintPage,
  pageOf,
  response,
  type SiteWorld,
  topicsOfEdition,
} from "./visit.ts";

const MORE_CARDS = 6;
/** How wide pictures in the text are. */
const TEXT_WIDTH = "(min-width: 41rem) 41rem, 100vw";
// A change within the first minutes is still the act of publishing.
const SAME_MOMENT_MS = 60_000;

/** A story at its address, with its replies; or the standing page, or what became of a story, that is found there. */
export function articleRoute(world: SiteWorld): Route {
  return {
    method: "GET",
    address: "/{edition}/{slug}",
    kept: "pages",
    answer: (asked) =>
      reading(world.db, async (db) => {
        const at = world.now();
        const found = await world.stories?.at(db, asked.path, at);
        if (found?.around) return withReplies({ ...asked, ...found.around.visit, db, world, at }, found.around, found);
        const { visit: entered, found: isEdition } = await enter(db, world, asked, asked.steps["edition"]);
        // One moment for what is printed and for what it is kept as.
        const visit = { ...entered, at };
        const article = isEdition ? await publishedArticle(db, visit.edition.id, asked.steps["slug"] ?? "") : undefined;
        if (article) return withReplies(visit, await printedAround(visit, article), found);
        const other = isEdition ? ((await printStandingPage(visit)) ?? (await printFormer(visit))) : undefined;
        return response(visit, other ?? (await printNotFound(visit)));
      }),
  };
}

// Nothing that somebody wrote can be taken for it: everywhere else `<` is an entity or an escape.
const REPLIES = "<!--replies-->";

async function printedAround(visit: EditionVisit, article: PublishedArticle): Promise<Around> {
  const { agency, edition, editions, principles, logo, words } = visit;
  const { values, page, labeller, topics } = await articlePage(visit, article);
  const more = await moreThan(visit, article);
  const html = await (
    <ArticlePage {...page} article={values} more={(await cardsFor(visit))(more)}>
      {raw(REPLIES)}
    </ArticlePage>
  );
  const [before = "", after = ""] = wholePage(`${html}`).split(REPLIES);
  const { id, slug, document, publishedAt, authors } = article;
  return {
    visit: { agency, edition, editions, principles, logo, words },
    article: { id, slug, document, publishedAt, authors },
    labeller,
    before,
    form: replyFormHtml(openForm(visit, article), words),
    after,
    topics: [...topicsOfEdition(visit), ...topics, ...topicsOfPictures(more)],
  };
}

async function withReplies(visit: EditionVisit, around: Around, found: Found | undefined): Promise<Response> {
  const { before, after, article, labeller, topics } = around;
  const printers = printersOf(visit, labeller, article);
  const remembered = remembering(printers, found?.replies ?? NOTHING_PRINTED);
  const replies = await repliesBelow(visit, article, remembered.printers);
  const form = replies.form.action === undefined ? undefined : around.form;
  const html = await (<Replies replies={replies} words={visit.words} form={form} />);
  await found?.keep(around, remembered.noted);
  return pageOf(visit, { topics, until: replies.until }, before + asHtml(`${html}`) + after);
}

export const printOnPaper: PrintPage = async (visit) => {
  const { db, edition, steps, world } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/print");
  const { values, page, topics } = await articlePage(visit, article, "print");
  return {
    html: (
      <PrintPageView
        frame={page.frame}
        head={{ ...page.head, indexed: false }}
        article={values}
        address={world.url + values.href}
      />
    ),
    topics,
  };
};

export function topicsOfArticle({ edition }: EditionVisit, article: PublishedArticle): string[] {
  const list = article.section ? `section:${article.section.id}` : `front:${edition.code}`;
  return [
    `article:${article.id}`,
    `story:${article.storyId}`,
    `people:${edition.code}`,
    topicOfReplies(article.id),
    list,
    ...sourcesOf(article.document).map(topicOfSource),
    ...topicsOfPictures([article]),
    ...idsOfPictures(article.document).map(topicOfPicture),
  ];
}

export async function articlePage(
  visit: EditionVisit,
  article: PublishedArticle,
  way?: Way,
): Promise<{ values: ArticleValues; page: Page; labeller: Labeller; topics: readonly string[] }> {
  const { edition, world } = visit;
  const labeller = await labellerFor(visit.db, edition, visit.at, way);
  const sources = await listedSources(visit.db, article.document);
  const values = await articleValues(visit, labeller, article, sources);
  const elsewhere = Object.fromEntries(
    article.siblings.map(({ editionCode, slug }) => [editionCode, addressOfArticle(editionCode, slug)]),
  );
  const frame = await frameFor(
    { ...visit, path: values.href },
    { elsewhere, ...(article.section && { section: article.section.slug }) },
  );
  const card = await labellerFor(visit.db, edition, visit.at, "social");
  const social = (text: string) => plain(card.line(text, "social", article.publishedAt));
  const shared = article.picture && sharedJpeg(article.picture);
  const head: Head = headFor(visit, {
    title: social(article.headline),
    description: social(article.standfirst) || card.excerpt(article.document, article.publishedAt, LONGEST_DESCRIPTION),
    path: values.href,
    type: "article",
    alternates: [
      ...feedsAt(`${values.href}/replies/`, `${visit.words.replies.title}: ${social(article.headline)}`),
      ...alternatesOf(world.url, { ...article, headline: social(article.headline) }, values.href),
    ],
    openGraph: {
      publishedAt: article.publishedAt.toISOString(),
      ...(values.changed && { changedAt: values.changed.iso }),
      ...(article.section && { section: social(article.section.name) }),
      ...(shared &&
        article.picture && {
          image: {
            url: `${world.url}/media/${shared.file}`,
            width: shared.width,
            height: shared.height,
            alt: social(article.picture.alt),
          },
        }),
    },
    structuredData: articleStructuredData(visit, article, {
      headline: social(article.headline),
      standfirst: social(article.standfirst),
      sources: sources
        .filter(isPublic)
        .map((source) => ({ ...source, name: social(source.name), office: social(source.office) })),
      section: article.section && social(article.section.name),
      topics: values.topics.map(({ text }) => text),
      credit: social(article.picture?.credit ?? ""),
      mentions: values.labelled.map(({ text, href }) => ({ name: text, href })),
      dateline: values.dateline?.text,
      origin: values.origin,
      notes: values.notes.map(({ day, title, sentence }) => ({ day: day.iso, text: `${title}: ${plain(sentence)}` })),
    }),
  });
  // Headlines of other stories stand beside what became of something.
  const beside = (await storiesInTime(visit.db, article.id)).map((id) => `article:${id}`);
  return { values, page: { frame, head }, labeller, topics: [...topicsOfArticle(visit, article), ...beside] };
}

/** What a program that was given the address may ask for instead of the page. */
function alternatesOf(url: string, { id, headline }: PublishedArticle, href: string): NonNullable<Head["alternates"]> {
  const card = `/wire/oembed?url=${encodeURIComponent(url + href)}`;
  return [
    { type: "application/json+oembed", href: url + card, title: headline },
    { type: "text/xml+oembed", href: `${url}${card}&format=xml`, title: headline },
    { type: "application/json", href: `/wire/stories/${id}/ninjs.json`, title: "ninjs" },
    { type: "application/vnd.iptc.g2.newsmessage+xml", href: `/wire/stories/${id}/newsml-g2.xml`, title: "NewsML-G2" },
  ];
}

async function articleValues(
  visit: EditionVisit,
  labeller: Labeller,
  article: PublishedArticle,
  sources: readonly LedgerSource[],
): Promise<ArticleValues> {
  const { db, edition } = visit;
  const { dateline, origin, picture, section, publishedAt, changedAt } = article;
  const line = (text: string, surface: Surface): LabelledText =>
    labelled(edition, labeller.line(text, surface, publishedAt, { isUnderNotice: true }));
  const name = (text: string) => plain(line(text, "body"));
  const printed = labeller.body(article.document, publishedAt, besideBody(article, sources));
  const { notices, rest: document } = noticesApart(printed);
  const body = await bodyOf(visit, labeller, { document, sources, publishedAt });
  const notes = await notesOn(db, article.id);
  // The first story that is printed loads it: nobody waits for it on any other page.
  const { checkedQuotations } = await import("#agency/sources/checks.ts");
  const quotations = await checkedQuotations(db, {
    articleId: article.id,
    document: article.document,
    language: edition.language,
  });
  const href = addressOfArticle(edition.code, article.slug);
  const original = article.siblings.find(({ articleId }) => articleId === article.translatedFrom);
  return {
    href,
    headline: line(article.headline, "headline"),
    standfirst: line(article.standfirst, "standfirst"),
    ...(notices.content.length > 0 && { notices: printHtml(notices) }),
    ...(section && { section: { href: `${homeOf(edition)}sections/${section.slug}`, text: name(section.name) } }),
    topics: article.topics.map((topic) => ({ href: `${homeOf(edition)}topics/${topic.slug}`, text: name(topic.name) })),
    ...(dateline && {
      dateline: { text: printDateline(dateline, edition.language, edition.datelineStyle), iso: dateline.date },
    }),
    authors: article.authors.map((author) => personOf(edition, author)),
    published: momentOf(visit, publishedAt),
    ...(changedAt.getTime() - publishedAt.getTime() > SAME_MOMENT_MS && { changed: momentOf(visit, changedAt) }),
    ...(origin && { origin: { name: name(origin.name), ...(isLinked(origin.url) && { href: origin.url }) } }),
    ...(original && {
      translatedFrom: {
        href: addressOfArticle(original.editionCode, original.slug),
        language: original.language,
      },
    }),
    ...(picture && {
      picture: {
        ...pictureOf(picture),
        alt: plain(line(picture.alt, "alt")),
        ...(picture.credit !== "" && { credit: name(picture.credit) }),
        ...(picture.caption !== "" && { caption: line(picture.caption, "caption") }),
      },
    }),
    body,
    folds: mayFold(edition.labelPolicy) && body.includes('class="label again"'),
    sources: (await sourceLines(visit, sources, quotations)).map((source) => ({ ...source, name: name(source.name) })),
    ...((await areVerdictsShown(db)) && {
      checked: quotations.flatMap((one) => checkedQuote(visit, one)).map((quote) => labelledQuote(quote, name)),
    }),
    quoted: quotedIn(document).map(({ speaker, office }) => ({
      speaker: name(speaker),
      ...(office !== undefined && { office: name(office) }),
    })),
    labelled: (await labelledNames(visit, printed)).map(({ href, text }) => ({ href, text: name(text) })),
    translations: article.siblings.map(({ editionCode, slug, language }) => ({
      href: addressOfArticle(editionCode, slug),
      language,
    })),
    print: `${href}/print`,
    proof: addressOfProof(href),
    time: await timeInStory(visit, labeller, article),
    history: `${href}/history`,
    isRetracted: article.mark === "retracted",
    notes: notes.map((note) => noteOf(visit, labeller, { ...note, publishedAt, mark: article.mark })),
    withheld: (await tombstonesOf(db, article.id)).map((one) => tombstoneSentence(visit, one)),
  };
}

/** What the page prints outside the body: one notice for the whole text covers it, too. */
function besideBody(
  { headline, standfirst, picture, section, topics, origin, document }: PublishedArticle,
  sources: readonly { name: string }[],
): readonly string[] {
  const pictures = nodesOf(document, "picture").flatMap((node) => [textAttr(node, "alt"), textAttr(node, "credit")]);
  const quotations = [...marksOf(document, "quotation"), ...nodesOf(document, "blockquote")];
  const speakers = quotations.flatMap((one) => [textAttr(one, "speaker"), textAttr(one, "office")]);
  const embeds = nodesOf(document, "embed").flatMap((node) => [textAttr(node, "title"), textAttr(node, "description")]);
  const names = [section, origin, ...topics, ...sources].map((one) => one?.name ?? "");
  return [
    headline,
    standfirst,
    ...(picture ? [picture.caption, picture.alt, picture.credit] : []),
    ...pictures,
    ...speakers,
    ...embeds,
    ...names,
  ].filter((line) => line !== "");
}

type BodyToPrint = {
  readonly document: DocumentJson;
  readonly sources: readonly { id: string }[];
  readonly publishedAt: Date;
};

async function bodyOf(
  { db, edition, words }: EditionVisit,
  labeller: Labeller,
  { document, sources, publishedAt }: BodyToPrint,
): Promise<string> {
  const line = (text: string, surface: Surface) => labeller.line(text, surface, publishedAt, { isUnderNotice: true });
  const pictures = await picturesAmong(db, idsOfPictures(document));
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return printHtml(document, {
    labelHref: (organisation) => organisationAddress(edition, organisation),
    sourceNumber: (source) => numbers.get(source),
    altText: (alt) => plain(line(alt, "alt")),
    line: (text) => line(text, "body"),
    marksRepeats: mayFold(edition.labelPolicy),
    picture(id) {
      const kept = pictures.get(id);
      return kept && { ...servedAs(kept), sizes: TEXT_WIDTH, credit: kept.credit };
    },
    words: words.inText,
  });
}

/** What a text rests on: cited sources in the order they are first cited, then those that are only quoted. */
async function listedSources(db: Db, document: DocumentJson): Promise<LedgerSource[]> {
  const cited = marksOf(document, "citation").map((mark) => textAttr(mark, "source"));
  const known = await sourcesAmong(db, [...new Set([...cited, ...sourcesOf(document)])]);
  return known.filter(isListed);
}

/** A page that does not answer any more gives way to what was quoted from it and the digest of what was kept. */
async function sourceLines(
  visit: EditionVisit,
  sources: readonly LedgerSource[],
  quotations: readonly CheckedQuotation[],
): Promise<ArticleValues["sources"]> {
  const dead = sources.filter(({ deadAt }) => deadAt !== null).map(({ id }) => id);
  const kept = await newestSnapshots(visit.db, dead);
  return sources.map((source, index) => {
    const { id, name, kind, url, language, deadAt } = source;
    const digest = kept.get(id)?.digest;
    const quoted = quotations.flatMap(({ checked }) =>
      checked?.source.id === id && "passage" in checked.verdict ? [checked.verdict.passage] : [],
    );
    return {
      id: `source-${index + 1}`,
      name,
      kind,
      ...(isPublic(source) && { href: addressOfSource(visit.edition.code, id) }),
      ...(language !== null && { language }),
      ...(isPublic(source) && !deadAt && isLinked(url) && { url }),
      ...(deadAt && {
        dead: {
          since: momentOf(visit, deadAt),
          quoted: [...new Set(quoted)],
          ...(digest !== undefined && { digest }),
        },
      }),
    };
  });
}

/** Names in what is quoted, and of whom, under the law of labels as everywhere. */
function labelledQuote(quote: CheckedQuote, name: (text: string) => string): CheckedQuote {
  return { ...quote, words: name(quote.words), speaker: name(quote.speaker), source: name(quote.source) };
}

function checkedQuote({ edition }: EditionVisit, { words, speaker, checked }: CheckedQuotation): CheckedQuote[] {
  if (!checked || !isPublic(checked.source)) return [];
  const { verdict, source } = checked;
  return [
    {
      words,
      speaker,
      verdict: verdict.verdict,
      source: source.name,
      href: addressOfSource(edition.code, source.id),
      page: verdict.page,
      ...(source.language !== null && { language: source.language }),
      ...(verdict.verdict === "translated" && verdict.original !== undefined && { original: verdict.original }),
      ...(verdict.verdict === "altered" && { difference: verdict.difference }),
    },
  ];
}

/** Who speaks in the text, each once, with the office the first of their quotations gives. */
function quotedIn(document: DocumentJson): NonNullable<ArticleValues["quoted"]> {
  const speakers = new Map<string, string>();
  for (const mark of marksOf(document, "quotation")) {
    const speaker = textAttr(mark, "speaker");
    if (speaker !== "" && !speakers.get(speaker)) speakers.set(speaker, textAttr(mark, "office"));
  }
  return [...speakers].map(([speaker, office]) => ({ speaker, ...(office !== "" && { office }) }));
}

function idsOfPictures(document: DocumentJson): string[] {
  return nodesOf(document, "picture").map((node) => textAttr(node, "media"));
}

async function labelledNames({ db, edition }: EditionVisit, document: DocumentJson) {
  const ids = nodesOf(document, "label").flatMap((node) => listAttr(node, "organisations"));
  const names = await organisationNames(db, [...new Set(ids)], edition.language);
  return names.map(({ id, name }) => ({ href: organisationAddress(edition, id), text: name }));
}

async function moreThan({ db, edition }: EditionVisit, article: PublishedArticle): Promise<ArticleCard[]> {
  const leaf = { limit: MORE_CARDS + 1 };
  const more = article.section
    ? await articlesOfSection(db, edition.id, article.section.id, leaf)
    : await newestArticles(db, edition.id, leaf);
  return more.filter(({ id }) => id !== article.id).slice(0, MORE_CARDS);
}

// Copy, imports and registers give addresses as they found them; a reader is led only to pages of the web.
function isLinked(url: string | null): url is string {
  return url !== null && isWebAddress(url);
}
