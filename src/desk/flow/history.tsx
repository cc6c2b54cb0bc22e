/** What a story said before, what changed between any two of its texts, and the way back. */
import { type RevisionPlace, restoreRevision, revisionLine, revisionsOf } from "#agency/articles/revisions.ts";
import { type ArticleText, revisionText, workingCopy } from "#agency/articles/working-copy.ts";
import { kindsOfRevisions } from "#agency/corrections/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { printDateline } from "#text/typography/dates.ts";
import { ArticleTabs } from "../views/article-tabs.tsx";
import { Differences, type TextPart } from "../views/differences.tsx";
import { HistoryList } from "../views/history.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { type Here, storyHere } from "./details.tsx";
import { namesAt } from "./people.ts";
import { shownAt } from "./times.ts";

const REVISIONS_A_PAGE = 50;

export async function printHistory(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  return here && historyPage(visit, here);
}

export async function restoreText(visit: DeskVisit): Promise<DeskPage | Response | undefined> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const { db, steps, staff, at, words } = visit;
  const articleId = here.story.id;
  const restored = await restoreRevision(db, { articleId, revisionId: steps["revision"] ?? "", by: staff.id, at });
  if (restored === "restored") return seeOther(`/desk/articles/${articleId}`, "kept");
  if (restored === "conflict") {
    const page = await historyPage(visit, here, words.flow.history.restoreConflict);
    return { ...page, status: 409 };
  }
  return undefined;
}

async function historyPage(visit: DeskVisit, { story, edition }: Here, problem?: string): Promise<DeskPage> {
  const { db, staff, words, query } = visit;
  const nameOf = await namesAt(visit);
  const found = await revisionsOf(db, story.id, { limit: REVISIONS_A_PAGE + 1, after: placeFrom(query["after"]) });
  const revisions = found.slice(0, REVISIONS_A_PAGE);
  const kinds = await kindsOfRevisions(
    db,
    revisions.map(({ id }) => id),
  );
  const last = found.length > REVISIONS_A_PAGE ? revisions.at(-1) : undefined;
  const copy = query["after"] === undefined ? await workingCopy(db, story.id) : undefined;
  return {
    title: story.headline || words.flow.noHeadline,
    place: "articles",
    main: (
      <>
        <ArticleTabs articleId={story.id} current="history" staff={staff} words={words} />
        <HistoryList
          story={story}
          language={edition.language}
          copy={copy && { by: nameOf(copy.savedBy), time: shownAt(copy.savedAt, edition, words), text: copy.text }}
          revisions={revisions.map((line) => ({
            ...line,
            kind: kinds.get(line.id) ?? line.kind,
            by: nameOf(line.by),
            time: shownAt(line.at, edition, words),
          }))}
          more={last && `/desk/articles/${story.id}/history?after=${last.at.toISOString()}_${last.id}`}
          problem={problem}
          words={words}
        />
      </>
    ),
  };
}

/** The differences between two revisions, or between one and what is being written. */
export async function printDifferences(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  const { query, staff, words } = visit;
  const [before, after] = [
    here && (await textNamed(visit, here, query["from"])),
    here && (await textNamed(visit, here, query["to"])),
  ];
  if (!here || !before || !after) return undefined;
  const { story, edition } = here;
  const view = query["view"] === "side" ? "side" : "inline";
  return {
    title: story.headline || words.flow.noHeadline,
    place: "articles",
    wide: view === "side",
    main: (
      <>
        <ArticleTabs articleId={story.id} current="history" staff={staff} words={words} />
        <Differences
          address={`/desk/articles/${story.id}/history/compare?from=${query["from"]}&to=${query["to"]}`}
          view={view}
          titles={[before.title, after.title]}
          parts={await partsOf(visit, here, before.text, after.text)}
          bodies={[before.text.document, after.text.document]}
          language={edition.language}
          words={words}
        />
      </>
    ),
  };
}

/** A revision by its id, or `copy`: the text as it is being written. */
async function textNamed(visit: DeskVisit, { story, edition }: Here, name = "") {
  const { db, words } = visit;
  if (name === "copy") {
    const copy = await workingCopy(db, story.id);
    return copy && { text: copy.text, title: `${words.flow.history.copy}, ${shownAt(copy.savedAt, edition, words)}` };
  }
  const line = await revisionLine(db, { articleId: story.id, revisionId: name });
  const text = await revisionText(db, { articleId: story.id, revisionId: name });
  if (!line || !text) return undefined;
  const kind = (await kindsOfRevisions(db, [name])).get(name) ?? line.kind;
  return { text, title: `${words.flow.history.kinds[kind]}, ${shownAt(line.at, edition, words)}` };
}

/** What stands round the body, as a line each. */
async function partsOf(
  { db }: DeskVisit,
  { edition }: Here,
  one: ArticleText,
  other: ArticleText,
): Promise<TextPart[]> {
  const people = new Map((await peopleOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const lines = (text: ArticleText) => ({
    headline: text.headline,
    standfirst: text.standfirst,
    dateline: text.dateline ? printDateline(text.dateline, edition.language, edition.datelineStyle) : "",
    authors: text.authorIds.map((id) => people.get(id) ?? "").join(", "),
    picture: text.picture ? [text.picture.caption, text.picture.alt].filter(Boolean).join(" · ") : "",
  });
  const [before, after] = [lines(one), lines(other)];
  const names = ["headline", "standfirst", "dateline", "authors", "picture"] as const;
  return names.map((name) => ({ name, before: before[name], after: after[name] }));
}

function placeFrom(after: string | undefined): RevisionPlace | undefined {
  const [at = "", id = ""] = after?.split("_") ?? [];
  return id === "" ? undefined : { at, id };
}
