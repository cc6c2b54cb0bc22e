/** The stories of the newsroom as a list and as a board. */
import { STATES, stateOf } from "#agency/articles/flow.ts";
import {
  countByState,
  OPEN_STATES,
  placeOfStory,
  type StoryFilter,
  type StoryPlace,
  storyLines,
} from "#agency/articles/stories.ts";
import { sectionsOf } from "#agency/editions/queries.ts";
import { may } from "#agency/staff/staff.ts";
import { Board, type FilterValues, StoryFilters, StoryList, type StoryListing } from "../views/stories.tsx";
import type { DeskPage, DeskVisit } from "../visit.ts";
import { colleagues, namesAt } from "./people.ts";

export const STORY_PARAMETERS = ["view", "words", "state", "edition", "section", "assignee", "own", "order", "after"];

const STORIES_A_PAGE = 50;
const STORIES_A_COLUMN = 20;

export async function printStories(visit: DeskVisit): Promise<DeskPage> {
  const { words, query, staff } = visit;
  const { list, create } = words.flow;
  const isBoard = query["view"] === "board";
  return {
    title: list.title,
    place: "articles",
    wide: isBoard,
    main: (
      <>
        <nav class="views" aria-label={list.views}>
          <ul>
            <li>
              <a href="/desk/articles" aria-current={isBoard ? undefined : "page"}>
                {list.asList}
              </a>
            </li>
            <li>
              <a href="/desk/articles?view=board" aria-current={isBoard ? "page" : undefined}>
                {list.asBoard}
              </a>
            </li>
          </ul>
          {may(staff, "article.write") && (
            <p>
              <a class="button main" href="/desk/articles/new">
                {create.title}
              </a>
            </p>
          )}
        </nav>
        {isBoard ? await board(visit) : await listed(visit)}
      </>
    ),
  };
}

/** What every list of stories is shown with. */
export async function listingOf(visit: DeskVisit): Promise<StoryListing> {
  const { staff, words, editions, at } = visit;
  return { staff, words, editions, nameOf: await namesAt(visit), at };
}

async function board(visit: DeskVisit) {
  const counts = await countByState(visit.db, OPEN_STATES);
  const columns = await Promise.all(
    OPEN_STATES.map(async (state) => ({
      state,
      count: counts[state] ?? 0,
      stories: await storyLines(visit.db, { states: [state] }, { limit: STORIES_A_COLUMN }),
    })),
  );
  return <Board columns={columns} listing={await listingOf(visit)} />;
}

async function listed(visit: DeskVisit) {
  const { db, query, words } = visit;
  const { list } = words.flow;
  const order = query["order"] === "due" ? "due" : "touched";
  const found = await storyLines(db, filterOf(visit), {
    order,
    limit: STORIES_A_PAGE + 1,
    after: placeFrom(query["after"]),
  });
  const stories = found.slice(0, STORIES_A_PAGE);
  const last = found.length > STORIES_A_PAGE ? stories.at(-1) : undefined;
  return (
    <>
      <StoryFilters filters={await filterValues(visit)} words={words} />
      {stories.length === 0 ? <p>{list.none}</p> : <StoryList stories={stories} listing={await listingOf(visit)} />}
      <p class="buttons">
        {last && (
          <a class="button" href={pageAddress(query, placeOfStory(last, order))}>
            {list.more}
          </a>
        )}
        {query["after"] !== undefined && <a href={pageAddress(query)}>{list.first}</a>}
      </p>
    </>
  );
}

function filterOf({ query, editions, staff }: DeskVisit): StoryFilter {
  const { words, state, edition, section, assignee, own, order } = query;
  const editionId = editions.find(({ code }) => code === edition)?.id;
  const isState = STATES.some((one) => one === state);
  return {
    ...(words !== undefined && { search: words }),
    ...(state !== undefined && isState && { states: [stateOf(state)] }),
    // Of what is due only what is still to be done is asked for, unless a state is named.
    ...(order === "due" && !isState && { states: OPEN_STATES }),
    ...(editionId !== undefined && { editionId }),
    ...(section !== undefined && { sectionId: section }),
    ...(assignee !== undefined && { assignedTo: assignee }),
    ...(own === "yes" && { of: staff.id }),
  };
}

async function filterValues(visit: DeskVisit): Promise<FilterValues> {
  const { db, query, editions, words } = visit;
  const sections = await Promise.all(
    editions.map(async ({ id, name }) =>
      (await sectionsOf(db, id)).map((section) => ({
        value: section.id,
        text: editions.length > 1 ? `${name}: ${section.name}` : section.name,
      })),
    ),
  );
  return {
    query,
    states: STATES.map((state) => ({ value: state, text: words.flow.states[state] })),
    editions: editions.map(({ code, name }) => ({ value: code, text: name })),
    sections: sections.flat(),
    colleagues: await colleagues(visit),
  };
}

function placeFrom(after: string | undefined): StoryPlace | undefined {
  const [at = "", id = ""] = after?.split("_") ?? [];
  return id === "" ? undefined : { at, id };
}

function pageAddress(query: Readonly<Record<string, string>>, place?: StoryPlace): string {
  const { after: _, said: __, ...kept } = query;
  const parameters = new URLSearchParams({ ...kept, ...(place && { after: `${place.at}_${place.id}` }) }).toString();
  return parameters === "" ? "/desk/articles" : `/desk/articles?${parameters}`;
}
