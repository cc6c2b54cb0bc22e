/** What one story asks of its replies, where it is not what the house asks of all. */

import { addressOfArticle } from "#agency/articles/articles.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { mayCarry } from "#agency/embeds/embeds.ts";
import { embedSites } from "#agency/embeds/queries.ts";
import { keepStoryTalk, type StoryTalk, storyTalk, TALK_BOUNDS } from "#agency/replies/talk.ts";
import { agency } from "#agency/settings/queries.ts";
import type { Form } from "#lib/form.ts";
import { fieldTime, timeFrom } from "../flow/times.ts";
import { Buttons, MainAct } from "../house/parts.tsx";
import { EmbedCode } from "../views/embed-code.tsx";
import { Choice, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { deskWordsFor } from "../words/words.ts";

export const STORIES = "/desk/replies/stories";

const MODES = ["usual", "open", "closed"] as const;
const SURGES = ["usual", "on", "off"] as const;

type Story = {
  readonly id: string;
  readonly headline: string;
  readonly edition: Edition;
  /** Where readers find it; nothing while they do not. */
  readonly address: string | undefined;
};

async function storyOf({ db, steps, editions }: DeskVisit): Promise<Story | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.headline", "article.slug", "article.state", "edition.code"])
    .where("article.id", "=", steps["article"] ?? "")
    .executeTakeFirst();
  const edition = editions.find(({ code }) => code === row?.code);
  if (!row || !edition) return undefined;
  const address = row.state === "published" ? addressOfArticle(edition.code, row.slug) : undefined;
  return { id: row.id, headline: row.headline, edition, address };
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

async function storyForm(
  visit: DeskVisit,
  story: Story,
  { typed, timeProblem, isOddSlow = false }: Shown,
): Promise<DeskPage> {
  const { talk, house } = visit.words;
  return {
    title: talk.story(story.headline),
    place: "replies",
    ...((isOddSlow || timeProblem !== undefined) && { status: 422 }),
    main: (
      <>
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
        {await elsewhere(visit, story)}
      </>
    ),
  };
}

/** What another site puts into its page to carry these replies, where any may. */
async function elsewhere({ db, world, words }: DeskVisit, { address, edition }: Story) {
  const sites = await embedSites(db);
  if (address === undefined || !sites.some((site) => mayCarry(site, edition))) return null;
  return (
    <section class="house-next" aria-labelledby="code">
      <h2 id="code">{words.house.parts.embed.title}</h2>
      <EmbedCode
        url={world.url}
        article={address}
        link={deskWordsFor(edition.language).embed.link((await agency(db, edition.code)).name)}
        label={words.embed.code}
      />
    </section>
  );
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
