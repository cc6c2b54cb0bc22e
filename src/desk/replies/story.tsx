/** What one story asks of its replies, where it is not what the house asks of all. */

import type { Edition } from "#agency/editions/editions.ts";
import { keepStoryTalk, type StoryTalk, storyTalk, TALK_BOUNDS } from "#agency/replies/talk.ts";
import type { Form } from "#lib/form.ts";
import { fieldTime, timeFrom } from "../flow/times.ts";
import { Buttons, MainAct } from "../house/parts.tsx";
import { Choice, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";

export const STORIES = "/desk/replies/stories";

const MODES = ["usual", "open", "closed"] as const;
const SURGES = ["usual", "on", "off"] as const;

type Story = { readonly id: string; readonly headline: string; readonly edition: Edition };

async function storyOf({ db, steps, editions }: DeskVisit): Promise<Story | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.headline", "edition.code"])
    .where("article.id", "=", steps["article"] ?? "")
    .executeTakeFirst();
  const edition = editions.find(({ code }) => code === row?.code);
  return row && edition && { id: row.id, headline: row.headline, edition };
}

export async function printStory(visit: DeskVisit): Promise<DeskPage | undefined> {
  const story = await storyOf(visit);
  if (!story) return undefined;
  const talk = await storyTalk(visit.db, story.id);
  const typed = {
    mode: talk.mode,
    closeAt: fieldTime(talk.closeAt, story.edition),
    slow: talk.slowSeconds === null ? "" : String(talk.slowSeconds),
    surge: talk.surge,
  };
  return storyForm(visit, story, { typed });
}

type Typed = { readonly mode: string; readonly closeAt: string; readonly slow: string; readonly surge: string };
type Shown = { readonly typed: Typed; readonly timeProblem?: string; readonly isOddSlow?: boolean };

function storyForm({ words }: DeskVisit, story: Story, { typed, timeProblem, isOddSlow = false }: Shown): DeskPage {
  const { talk, house } = words;
  return {
    title: talk.story(story.headline),
    place: "replies",
    ...((isOddSlow || timeProblem !== undefined) && { status: 422 }),
    main: (
      <form method="post" action={`${STORIES}/${story.id}`}>
        <p class="introduction">{talk.storyIntroduction}</p>
        <Choice
          name="mode"
          label={talk.mode}
          options={MODES.map((value) => ({ value, text: talk.modes[value] }))}
          chosen={typed.mode}
        />
        <TextField
          name="close-at"
          type="datetime-local"
          label={talk.closeAt}
          hint={talk.closeAtHint}
          value={typed.closeAt}
          problem={timeProblem}
        />
        <TextField
          name="slow"
          label={talk.fields.slowSeconds.title}
          hint={talk.slowHint}
          type="number"
          min={TALK_BOUNDS.slowSeconds[0]}
          max={TALK_BOUNDS.slowSeconds[1]}
          value={typed.slow}
          dir="ltr"
          problem={isOddSlow ? talk.between(...TALK_BOUNDS.slowSeconds) : undefined}
        />
        <Choice
          name="surge"
          label={talk.surge}
          hint={talk.surgeHint}
          options={SURGES.map((value) => ({ value, text: talk.surges[value] }))}
          chosen={typed.surge}
        />
        <Buttons>
          <MainAct act="keep">{house.keep}</MainAct>
        </Buttons>
      </form>
    ),
  };
}

export async function changeStory(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const story = await storyOf(visit);
  if (!story) return undefined;
  const typed = {
    mode: form.text("mode"),
    closeAt: form.text("close-at"),
    slow: form.text("slow"),
    surge: form.text("surge"),
  };
  const closes = timeFrom(form, "close-at", story.edition, words);
  const isOddSlow =
    typed.slow !== "" && (!/^\d{1,4}$/.test(typed.slow) || Number(typed.slow) > TALK_BOUNDS.slowSeconds[1]);
  if (isOddSlow || "problem" in closes)
    return storyForm(visit, story, { typed, isOddSlow, ...("problem" in closes && { timeProblem: closes.problem }) });
  const talk: StoryTalk = {
    mode: MODES.find((mode) => mode === typed.mode) ?? "usual",
    closeAt: closes.at,
    slowSeconds: typed.slow === "" ? null : Number(typed.slow),
    surge: SURGES.find((surge) => surge === typed.surge) ?? "usual",
  };
  await keepStoryTalk(db, { articleId: story.id, talk, by: staff.id, at });
  return seeOther(`${STORIES}/${story.id}`, "kept");
}
