/** A story every part of which says which state it is in, so that a page can be asked whether it shows one and which. */
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { type ArticleText, saveCopy, workingCopy } from "#agency/articles/working-copy.ts";
import { editions } from "#agency/editions/queries.ts";
import { type Db, together } from "#store/db.ts";
import { documentOf, p } from "./newsroom/body.ts";

const PARAGRAPHS = 12;
const STORY = "ferry-strike";

export type StoryOfStates = {
  /** Its address in the default edition. */
  readonly path: string;
  /** The front page that names it first. */
  readonly front: string;
  /** Publishes the state of that number; the first is 1. */
  readonly publish: (state: number) => Promise<void>;
  readonly articleId: string;
  /** Only as its working copy, for somebody else to publish. */
  readonly write: (state: number) => Promise<void>;
};

export async function storyOfStates(db: Db, slug = STORY): Promise<StoryOfStates> {
  const [edition] = await editions(db);
  if (!edition) throw new Error("a story needs an edition");
  const drafted = await draftArticle(db, { edition, slug, ...textOf(slug, 0), by: "the proof", at: new Date() });
  const { articleId } = drafted;
  const write = async (db: Db, state: number, at: Date) => {
    const copy = await workingCopy(db, articleId);
    if (!copy) throw new Error("the story is not there");
    const text = { ...copy.text, ...textOf(slug, state) };
    const saved = await saveCopy(db, { articleId, from: copy.version, text, by: "the proof", at });
    if (!("version" in saved)) throw new Error("somebody else writes on the story of the proof");
  };
  return {
    path: `/${edition.code}/${drafted.slug}`,
    front: `/${edition.code}/`,
    articleId,
    write: (state) => together(db, (db) => write(db, state, new Date())),
    publish: (state) =>
      together(db, async (db) => {
        const at = new Date();
        await write(db, state, at);
        await publishArticle(db, { articleId, by: "the proof", at });
      }),
  };
}

function textOf(slug: string, state: number): Pick<ArticleText, "headline" | "standfirst" | "document" | "dateline"> {
  const said = `${slug}-state-${state}`;
  return {
    headline: `Ferries stand still, ${said}`,
    standfirst: `No ship has left, ${said}.`,
    document: documentOf(
      Array.from({ length: PARAGRAPHS }, (_, number) => p(`Paragraph ${number} tells the same, ${said}.`)),
    ),
    dateline: null,
  };
}

/** The state of that story a page shows; throws when it shows two, and answers 0 where it shows none. */
export function stateShown(page: string, slug = STORY): number {
  let shown = 0;
  for (const [, digits] of page.matchAll(new RegExp(`\\b${slug}-state-(\\d+)`, "g"))) {
    const state = Number(digits);
    if (shown !== 0 && state !== shown) throw new Error(`a page shows the states ${shown} and ${state} at once`);
    shown = state;
  }
  return shown;
}
