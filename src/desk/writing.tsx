/** The page an article is written on, and what its editor asks of the server. */
import { HERE_EVERY_MS } from "#agency/articles/presence.ts";
import { type ArticleText, overrule, saveCopy, setAside, type WorkingCopy } from "#agency/articles/working-copy.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { sourcesAmong } from "#agency/sources/queries.ts";
import { wireOf } from "#agency/wire-in/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { marksOf, nodesOf } from "#text/document/find.ts";
import { printMarkdown } from "#text/document/markdown.ts";
import { textAttr } from "#text/document/nodes.ts";
import { ArticleTabs } from "./views/article-tabs.tsx";
import { FormConflict } from "./views/comparison.tsx";
import { Write, type WriteValues } from "./views/write.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, deskPost, seeOther } from "./visit.ts";
import { ChangedSince, LeftOutOfDraft } from "./wire/left-out.tsx";
import { type ArticleInHand, articleInHand } from "./writing/article.ts";
import { beHere, compare, keepAside, keepCopy, sentCopy } from "./writing/copy.ts";
import { type CopyData, TIME, WHO } from "./writing/copy-data.ts";
import { sendMentions } from "./writing/mentions.ts";
import { picksFor, pictureAddresses } from "./writing/pictures.ts";
import { textFromForm } from "./writing/text.ts";

export function writingRoutes(world: DeskWorld): Route[] {
  const address = "/desk/articles/{id}";
  const right = "article.write";
  return [
    deskPage(world, { address, right }, printWrite),
    deskAction(world, { address, right }, saveForm),
    deskPost(world, { address: `${address}/copy`, right }, keepCopy),
    deskPost(world, { address: `${address}/set-aside`, right }, keepAside),
    deskPost(world, { address: `${address}/comparison`, right }, compare),
    deskPost(world, { address: `${address}/here`, right }, beHere),
    deskPost(world, { address: `${address}/mentions`, right }, sendMentions),
  ];
}

async function printWrite(visit: DeskVisit): Promise<DeskPage | undefined> {
  const article = await articleInHand(visit);
  return article && writePage(visit, article, { text: article.copy.text });
}

/**
 * Saves what the form holds. After a conflict the page shows both texts: sent again, this one goes over the other,
 * which is kept as a revision, or it is itself kept as one and left for the other.
 */
async function saveForm(visit: DeskVisit, form: Form): Promise<DeskPage | Response | undefined> {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const { db, staff, at, words } = visit;
  const { text, problem } = await textFromForm(db, article.edition, form, article.copy);
  const typed = { text, markdown: form.text("body"), version: Number(form.text("version")) };
  if (problem !== undefined) return writePage(visit, article, { ...typed, problem: words.writing.refused[problem] });
  if (form.text("do") === "find") return writePage(visit, article, { ...typed, found: form.text("picture-words") });

  const articleId = article.id;
  const here = `/desk/articles/${articleId}`;
  if (form.text("do") === "theirs") {
    await setAside(db, { articleId, text, by: staff.id, at });
    return seeOther(here);
  }
  const save = { articleId, from: typed.version, text, by: staff.id, at };
  const saved = form.text("do") === "mine" ? await overrule(db, save) : await saveCopy(db, save);
  if ("version" in saved) return seeOther(here, "kept");
  return writePage(visit, article, { ...typed, conflict: saved.conflict });
}

type Shown = {
  readonly text: ArticleText;
  readonly markdown?: string;
  readonly version?: number;
  readonly problem?: string;
  readonly conflict?: WorkingCopy;
  /** The words by which a picture was looked for; nothing is saved yet. */
  readonly found?: string;
};

async function writePage(visit: DeskVisit, article: ArticleInHand, shown: Shown): Promise<DeskPage> {
  const { words, staff } = visit;
  const { conflict, text, found } = shown;
  const isRefused = shown.problem !== undefined || conflict !== undefined;
  const came = await wireOf(visit.db, article.id);
  return {
    title: text.headline || words.writing.untitled,
    place: "articles",
    wide: true,
    ...(isRefused && { status: conflict ? 409 : 422 }),
    // The editor would begin from what is saved.
    ...(!isRefused && found === undefined && { islands: ["editor"] }),
    main: (
      <>
        <ArticleTabs articleId={article.id} current="write" staff={staff} words={words} />
        {came && <ChangedSince came={came} words={words} />}
        {came && <LeftOutOfDraft articleId={article.id} came={came} words={words} />}
        {conflict && <FormConflict visit={visit} article={article} mine={text} theirs={conflict} />}
        <Write {...(await writeValues(visit, article, shown))} />
      </>
    ),
  };
}

async function writeValues(visit: DeskVisit, article: ArticleInHand, shown: Shown): Promise<WriteValues> {
  const { db, words } = visit;
  const { text, conflict, problem } = shown;
  const pictures = await pictureAddresses(db, text);
  const src = pictures[text.picture?.id ?? ""];
  return {
    articleId: article.id,
    language: article.edition.language,
    version: conflict?.version ?? shown.version ?? article.copy.version,
    text,
    markdown: shown.markdown ?? printMarkdown(text.document),
    people: await peopleOf(db, article.edition.id),
    ...(src !== undefined && { pictureSrc: src }),
    picks: {
      words: shown.found ?? "",
      pictures: await picksFor(db, shown.found ?? ""),
      isOpen: shown.found !== undefined,
    },
    island: await islandData(visit, article, text),
    words,
    ...(problem !== undefined && { problem }),
    isConflict: conflict !== undefined,
  };
}

async function islandData(
  { db, staff, words }: DeskVisit,
  { id, edition, copy }: ArticleInHand,
  text: ArticleText,
): Promise<CopyData> {
  const { state, saved, here, newer, saidBy, mentions, labelAs } = words.writing;
  const cited = ["citation", "quotation"].flatMap((type) => marksOf(text.document, type));
  const ids = [...cited, ...nodesOf(text.document, "blockquote")].map((one) => textAttr(one, "source"));
  return {
    article: id,
    staff: staff.id,
    copy: await sentCopy(db, copy),
    language: edition.language,
    timeZone: edition.timeZone,
    sources: (await sourcesAmong(db, [...new Set(ids)])).map(({ id, name }) => ({ id, name })),
    hereEveryMs: HERE_EVERY_MS,
    words: {
      language: words.language,
      state,
      saved: saved(TIME),
      here: here(WHO),
      newer: newer(WHO, TIME),
      saidBy: saidBy(WHO),
      mentions,
      labelAs: labelAs(WHO),
    },
  };
}
