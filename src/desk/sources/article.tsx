/** What one story rests on, and its quotations held against their sources; a sentence is given a source without the editor. */
import { saveCopy } from "#agency/articles/working-copy.ts";
import { nameOriginal } from "#agency/sources/actions.ts";
import { checkedQuotations } from "#agency/sources/checks.ts";
import { ledgerSources, sourcesAmong } from "#agency/sources/queries.ts";
import { wireOf } from "#agency/wire-in/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { citableSentences, withCitation, withoutCitation } from "#text/quotes/cite.ts";
import { ArticleSources } from "../views/article-sources.tsx";
import { ArticleTabs } from "../views/article-tabs.tsx";
import { ItemMarks } from "../views/wire.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import { type ArticleInHand, articleInHand } from "../writing/article.ts";

const MOST_FOUND = 20;
const LONGEST_ORIGINAL = 20_000;

export function articleSourceRoutes(world: DeskWorld): Route[] {
  const right = "article.write";
  const address = "/desk/articles/{id}/sources";
  return [
    deskPage(world, { address, right, parameters: ["q"] }, printSources),
    deskAction(world, { address: `${address}/cite`, right }, (visit, form) => change(visit, form, withCitation)),
    deskAction(world, { address: `${address}/take`, right }, (visit, form) => change(visit, form, withoutCitation)),
    deskAction(world, { address: `${address}/original`, right }, keepOriginal),
  ];
}

async function printSources(visit: DeskVisit): Promise<DeskPage | undefined> {
  const article = await articleInHand(visit);
  return article && sourcesPage(visit, article);
}

async function sourcesPage(visit: DeskVisit, article: ArticleInHand, problem?: string): Promise<DeskPage> {
  const { db, words, staff, query } = visit;
  const { document, headline } = article.copy.text;
  const { language } = article.edition;
  const sentences = citableSentences(document).map((sentence, place) => ({ ...sentence, place }));
  const cited = await sourcesAmong(db, [...new Set(sentences.flatMap(({ sources }) => sources))]);
  const q = query["q"]?.trim() ?? "";
  return {
    title: headline || words.writing.untitled,
    place: "articles",
    ...(problem !== undefined && { status: 409 }),
    main: (
      <>
        <ArticleTabs articleId={article.id} current="sources" staff={staff} words={words} />
        {await fromWire(visit, article.id)}
        <ArticleSources
          articleId={article.id}
          version={article.copy.version}
          language={language}
          quotations={await checkedQuotations(db, { articleId: article.id, document, language })}
          sentences={sentences}
          cited={new Map(cited.map((source) => [source.id, source]))}
          query={q}
          found={await ledgerSources(db, { words: q, limit: MOST_FOUND })}
          problem={problem}
          words={words}
        />
      </>
    ),
  };
}

/** Of what the wire brought it was made, under which terms, and whether that has changed since. */
async function fromWire(visit: DeskVisit, articleId: string) {
  const came = await wireOf(visit.db, articleId);
  if (!came) return null;
  const { wire } = visit.words;
  const { rights, provider } = came.copy;
  const facts = [
    [wire.facts.provider, provider ?? ""],
    [wire.facts.rights, rights.notice || rights.holder],
    [wire.facts.terms, rights.usageTerms || came.usageTerms],
  ].filter(([, value]) => value !== "");
  return (
    <section aria-labelledby="from-wire" class="wire-note">
      <h2 id="from-wire">{wire.fromWire}</h2>
      <p>
        <a href={`/desk/wire/${came.item.id}`} lang={came.item.language ?? undefined} dir="auto">
          {came.item.headline || wire.untitled}
        </a>
      </p>
      <p class="about">
        <ItemMarks item={came.item} visit={visit} />
      </p>
      {facts.map(([name, value]) => (
        <p>
          {name}: <bdi>{value}</bdi>
        </p>
      ))}
    </section>
  );
}

type Change = (document: DocumentJson, place: number, source: string) => DocumentJson;

/** Against the version the form was made from, and only while the sentence still says what it said. */
async function change(visit: DeskVisit, form: Form, changed: Change): Promise<DeskAnswer> {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const { db, staff, at, words } = visit;
  const [source] = await sourcesAmong(db, [form.text("source")]);
  const place = Number(form.text("sentence") || Number.NaN);
  const { text, version } = article.copy;
  const conflict = () => sourcesPage(visit, article, words.sources.article.conflict);
  if (!source || !citableSentences(text.document)[place]) return seeOther(addressOf(article));
  if (Number(form.text("version")) !== version) return conflict();
  const document = changed(text.document, place, source.id);
  const save = { articleId: article.id, from: version, text: { ...text, document }, by: staff.id, at };
  const saved = await saveCopy(db, save);
  return "version" in saved ? seeOther(addressOf(article), "kept") : conflict();
}

async function keepOriginal(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const { db, staff, at } = visit;
  const { document } = article.copy.text;
  const articleId = article.id;
  const quoted = await checkedQuotations(db, { articleId, document, language: article.edition.language });
  const one = quoted.find(({ key }) => key === form.text("quotation"));
  if (one) {
    const original = form.text("original").slice(0, LONGEST_ORIGINAL);
    await nameOriginal(db, { articleId, quotation: one, original, by: staff.id, at });
  }
  return seeOther(addressOf(article), "kept");
}

function addressOf({ id }: ArticleInHand): string {
  return `/desk/articles/${id}/sources`;
}
