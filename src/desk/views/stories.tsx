/** Stories as lists and as a board. */
import type { ArticleState } from "#agency/articles/flow.ts";
import { isOverdue, type StoryLine } from "#agency/articles/stories.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import type { NameOf } from "../flow/people.ts";
import { shownAt } from "../flow/times.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, type Option, TextField, Tick } from "./fields.tsx";

export type StoryListing = {
  readonly staff: StaffMember;
  readonly words: DeskWords;
  readonly editions: readonly Edition[];
  readonly nameOf: NameOf;
  readonly at: Date;
};

type StoryListProps = { readonly stories: readonly StoryLine[]; readonly listing: StoryListing };

export const StoryList = ({ stories, listing }: StoryListProps) => (
  <ul class="stories">
    {stories.map((story) => (
      <StoryItem story={story} listing={listing} />
    ))}
  </ul>
);

const StoryItem = ({ story, listing }: { readonly story: StoryLine; readonly listing: StoryListing }) => {
  const { staff, words, editions, nameOf, at } = listing;
  const { flow } = words;
  const edition = editions.find(({ id }) => id === story.editionId);
  const step = may(staff, "article.write") ? "" : "/comments";
  const time = (instant: Date) => (edition ? shownAt(instant, edition, words) : "");
  return (
    <li>
      <a href={`/desk/articles/${story.id}${step}`} dir="auto" lang={edition?.language}>
        {story.headline || flow.noHeadline}
      </a>
      <p class="about">
        <span class={`stage ${story.state}`}>{flow.states[story.state]}</span>
        {story.hasChanges && <strong>{flow.list.hasChanges}</strong>}
        {editions.length > 1 && <span>{edition?.name}</span>}
        {story.section !== null && <span>{story.section}</span>}
        {story.assignedTo !== null && <span>{flow.list.assignedTo(nameOf(story.assignedTo))}</span>}
        {story.dueAt && isOverdue(story, at) && (
          <strong class="overdue">{flow.list.isOverdue(time(story.dueAt))}</strong>
        )}
        {story.dueAt && !isOverdue(story, at) && !isOut(story.state) && (
          <span>{flow.list.isDue(time(story.dueAt))}</span>
        )}
        {story.publishAt && <span>{flow.list.comesOut(time(story.publishAt))}</span>}
        {story.embargoUntil && story.embargoUntil > at && <span>{flow.list.embargo(time(story.embargoUntil))}</span>}
        <span>
          {isOut(story.state) && story.publishedAt
            ? flow.list.cameOut(time(story.publishedAt))
            : flow.list.touched(time(story.touchedAt))}
        </span>
      </p>
    </li>
  );
};

function isOut(state: ArticleState): boolean {
  return state === "published";
}

type BoardProps = {
  readonly columns: readonly {
    readonly state: ArticleState;
    readonly count: number;
    readonly stories: readonly StoryLine[];
  }[];
  readonly listing: StoryListing;
};

export const Board = ({ columns, listing }: BoardProps) => {
  const { flow } = listing.words;
  return (
    <div class="board">
      {columns.map(({ state, count, stories }) => (
        <section aria-labelledby={`column-${state}`}>
          <h2 id={`column-${state}`}>
            {flow.states[state]} <span class="quiet">{count}</span>
          </h2>
          <StoryList stories={stories} listing={listing} />
          {count > stories.length && (
            <p>
              <a href={`/desk/articles?state=${state}`}>{flow.list.allOf(flow.states[state])}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
};

export type FilterValues = {
  readonly query: Readonly<Record<string, string>>;
  readonly states: readonly Option[];
  readonly editions: readonly Option[];
  readonly sections: readonly Option[];
  readonly colleagues: readonly Option[];
};

export const StoryFilters = ({ filters, words }: { readonly filters: FilterValues; readonly words: DeskWords }) => {
  const { list } = words.flow;
  const { query } = filters;
  const first = (text: string, options: readonly Option[]) => [{ value: "", text }, ...options];
  return (
    <form method="get" action="/desk/articles" class="filters" aria-label={list.find}>
      <TextField name="words" label={list.search} type="search" value={query["words"] ?? ""} />
      <Tick name="own" label={list.own} ticked={query["own"] === "yes"} />
      <p class="buttons">
        <button type="submit">{list.filter}</button>
      </p>
      <details open={["state", "edition", "section", "assignee", "order"].some((name) => query[name] !== undefined)}>
        <summary>{list.further}</summary>
        <div>
          <Choice
            name="state"
            label={list.state}
            options={first(list.everyState, filters.states)}
            chosen={query["state"] ?? ""}
          />
          {filters.editions.length > 1 && (
            <Choice
              name="edition"
              label={list.edition}
              options={first(list.everyEdition, filters.editions)}
              chosen={query["edition"] ?? ""}
            />
          )}
          {filters.sections.length > 0 && (
            <Choice
              name="section"
              label={list.section}
              options={first(list.everySection, filters.sections)}
              chosen={query["section"] ?? ""}
            />
          )}
          <Choice
            name="assignee"
            label={list.assignee}
            options={first(list.everybody, filters.colleagues)}
            chosen={query["assignee"] ?? ""}
          />
          <Choice
            name="order"
            label={list.order}
            options={[
              { value: "", text: list.byTouched },
              { value: "due", text: list.byDue },
            ]}
            chosen={query["order"] ?? ""}
          />
        </div>
      </details>
    </form>
  );
};
