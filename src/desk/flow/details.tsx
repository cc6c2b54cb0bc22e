/** Where a story stands, what stands with it, and what can be done with it. */
import {
  changeDetails,
  type Details,
  markOfDetails,
  mayChangeFacts,
  oldSlugs,
  originalsFor,
  type Story,
  storyById,
} from "#agency/articles/details.ts";
import { isMove } from "#agency/articles/flow.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { isTwoPeopleRule } from "#agency/articles/two-people.ts";
import { isSameText, revisionText, workingCopy } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import type { Finding } from "#agency/preflight/preflight.ts";
import { preflight } from "#agency/preflight/queries.ts";
import { may } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import { ArticleTabs } from "../views/article-tabs.tsx";
import {
  DetailsForm,
  type DetailsProps,
  type DetailsTyped,
  type TheirDetail,
  WhereItStands,
} from "../views/details.tsx";
import type { Option } from "../views/fields.tsx";
import { Moves, type TriedMove } from "../views/moves.tsx";
import { PreviewLinks } from "../views/previews.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { changeFrom, changeTyped, proposedChange } from "./change.ts";
import { colleagues, namesAt } from "./people.ts";
import { previewsOf } from "./previews.tsx";
import { fieldTime, timeFrom } from "./times.ts";

export async function printDetails(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  return here && detailsPage(visit, here, {});
}

export async function keepDetails(visit: DeskVisit, form: Form): Promise<DeskPage | Response | undefined> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const { db, staff, at, words } = visit;
  const typed = typedIn(form);
  const from = form.text("from");
  const { details, problems, which } = detailsFrom(visit, here, form, typed, await choicesFor(visit, here));
  const outcome =
    Object.keys(problems).length === 0
      ? await changeDetails(db, { articleId: here.story.id, details, ...(from !== "" && { from }), by: staff.id, at })
      : { refusals: {} };
  if (!outcome) return undefined;
  if ("changed" in outcome) return seeOther(`/desk/articles/${here.story.id}/details`, "kept");
  if ("changedBy" in outcome) return met(visit, typed, outcome.changedBy);
  const refused = Object.entries(outcome.refusals).map(([name, refusal]) => [
    name,
    words.flow.details.refused[refusal],
  ]);
  const page = await detailsPage(visit, here, {
    form: { typed, from, problems: { ...problems, ...Object.fromEntries(refused) }, which },
  });
  return { ...page, status: 422 };
}

/** The form as it was sent beside what somebody else has kept meanwhile; sent again, it goes over that. */
async function met(visit: DeskVisit, typed: DetailsTyped, changedBy: string): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const now = typedFrom(here);
  const choices = await choicesFor(visit, here);
  const from = markOfDetails(here.story);
  const theirs = differing(visit, { now, typed, choices });
  const page = await detailsPage(visit, here, {
    form: { typed, from, problems: {}, which: {}, met: { changedBy, theirs } },
  });
  return { ...page, status: 409 };
}

type Differing = {
  readonly now: DetailsTyped;
  readonly typed: DetailsTyped;
  readonly choices: Awaited<ReturnType<typeof choicesFor>>;
};

/** What stands there now, of the fields that say something else. */
function differing({ words }: DeskVisit, { now, typed, choices }: Differing): readonly TheirDetail[] {
  const { details } = words.flow;
  const among = (options: readonly Option[]) => (id: string) => options.find(({ value }) => value === id)?.text ?? id;
  const fields = [
    ["slug", details.slug],
    ["sectionId", details.section, among(choices.sections)],
    ["topicIds", details.topics, among(choices.topics)],
    ["originName", details.origin],
    ["originUrl", details.originUrl],
    ["translatedFrom", details.translatedFrom, among(choices.originals)],
    ["assignedTo", details.assignee, among(choices.colleagues)],
    ["dueAt", details.due],
    ["embargoUntil", details.embargo],
  ] as const;
  return fields.flatMap(([name, label, shown = (value: string) => value.replace("T", " ")]) => {
    const [theirs, own] = [now[name], typed[name]].map((value) => [value].flat().toSorted());
    if (String(theirs) === String(own)) return [];
    return [{ label, now: theirs?.map(shown).join(", ") ?? "" }];
  });
}

export async function moveStory(visit: DeskVisit, form: Form): Promise<DeskPage | Response | undefined> {
  const here = await storyHere(visit);
  const move = form.text("move");
  if (!here || !isMove(move)) return undefined;
  const { db, staff, at, words } = visit;
  const { story, edition } = here;
  const note = form.text(`note-${move}`);
  const time = move === "schedule" ? timeFrom(form, "publishAt", edition, words) : { at: null };
  const tried = {
    move,
    note,
    publishAt: form.text("publishAt"),
    ahead: form.text("ahead") === "yes",
    accepted: form.texts("accepted"),
    change: changeTyped(form),
  };
  if ("problem" in time) {
    const { problem, which } = time;
    return refusedMove(visit, here, { ...tried, problem, isOfTime: true, ...(which && { which }) });
  }
  const change = changeFrom(form);
  const outcome = await moveArticle(db, {
    articleId: story.id,
    move,
    by: staff,
    at,
    version: Number(form.text("version")),
    accepted: tried.accepted,
    ...(time.at && { publishAt: time.at, ahead: tried.ahead }),
    ...(note !== "" && { note }),
    ...(change && { change }),
  });
  if ("state" in outcome) return seeOther(`/desk/articles/${story.id}/details`, "kept");
  if (outcome.refusal === "not-there" || outcome.refusal === "not-yours") return undefined;
  const refused = {
    ...tried,
    problem: words.flow.moveRefused[outcome.refusal],
    isOfTime: outcome.refusal === "time-missing" || outcome.refusal === "time-past",
  };
  return refusedMove(visit, (await storyHere(visit)) ?? here, refused, outcome.findings);
}

/** `findings` as they are at the time it was to come out, which is not always now. */
async function refusedMove(
  visit: DeskVisit,
  here: Here,
  tried: TriedMove,
  findings?: readonly Finding[],
): Promise<DeskPage> {
  return { ...(await detailsPage(visit, here, { tried, ...(findings && { findings }) })), status: 422 };
}

export type Here = { readonly story: Story; readonly edition: Edition };

/** The story an address of the desk names, with its edition. */
export async function storyHere({ db, steps, editions }: DeskVisit): Promise<Here | undefined> {
  const story = await storyById(db, steps["id"] ?? "");
  const edition = editions.find(({ id }) => id === story?.editionId);
  return story && edition && { story, edition };
}

type Shown = {
  readonly form?: Pick<DetailsProps, "typed" | "from" | "problems" | "which" | "met">;
  readonly tried?: TriedMove;
  readonly findings?: readonly Finding[];
  /** The link that was just made. */
  readonly link?: string;
};

export async function detailsPage(visit: DeskVisit, here: Here, shown: Shown): Promise<DeskPage> {
  const { form, tried, link } = shown;
  const { db, staff, words, at } = visit;
  const { story, edition } = here;
  const copy = await workingCopy(db, story.id);
  const scheduled =
    story.scheduledRevisionId === null
      ? undefined
      : await revisionText(db, { articleId: story.id, revisionId: story.scheduledRevisionId });
  return {
    title: story.headline || words.flow.noHeadline,
    place: "articles",
    wide: true,
    main: (
      <>
        <ArticleTabs articleId={story.id} current="details" staff={staff} words={words} />
        <div class="beside">
          <div>
            <WhereItStands
              story={story}
              edition={edition}
              isScheduledOld={scheduled !== undefined && copy !== undefined && !isSameText(scheduled, copy.text)}
              twoPeople={await isTwoPeopleRule(db)}
              nameOf={await namesAt(visit)}
              staff={staff}
              words={words}
            />
            <Moves
              story={story}
              version={copy?.version ?? 0}
              findings={shown.findings ?? (await preflight(db, { articleId: story.id, at })) ?? []}
              change={await proposedChange(visit, here, copy?.text)}
              staff={staff}
              words={words}
              tried={tried}
            />
            {may(staff, "article.preview") && story.state !== "killed" && (
              <PreviewLinks {...(await previewsOf(visit, here))} {...(link !== undefined && { link })} />
            )}
          </div>
          <DetailsForm
            story={story}
            edition={edition}
            {...(form ?? { typed: typedFrom(here), from: markOfDetails(story), problems: {}, which: {} })}
            {...(await choicesFor(visit, here))}
            oldSlugs={await oldSlugs(db, story.id)}
            staff={staff}
            words={words}
          />
        </div>
      </>
    ),
  };
}

async function choicesFor(visit: DeskVisit, { story, edition }: Here) {
  const { db } = visit;
  const [sections, topics, siblings] = await Promise.all([
    sectionsOf(db, edition.id),
    topicsOf(db, edition.id),
    originalsFor(db, story),
  ]);
  return {
    sections: sections.map(({ id, name }) => ({ value: id, text: name })),
    topics: topics.map(({ id, name }) => ({ value: id, text: name })),
    originals: siblings.map(({ id, headline, edition }) => ({ value: id, text: `${edition}: ${headline}` })),
    colleagues: await colleagues(visit),
  };
}

function typedFrom({ story, edition }: Here): DetailsTyped {
  return {
    slug: story.slug,
    sectionId: story.sectionId ?? "",
    topicIds: story.topicIds,
    originName: story.origin?.name ?? "",
    originUrl: story.origin?.url ?? "",
    translatedFrom: story.translatedFrom ?? "",
    assignedTo: story.assignedTo ?? "",
    dueAt: fieldTime(story.dueAt, edition),
    embargoUntil: fieldTime(story.embargoUntil, edition),
  };
}

function typedIn(form: Form): DetailsTyped {
  return {
    slug: form.text("slug"),
    sectionId: form.text("section"),
    topicIds: form.texts("topic"),
    originName: form.text("originName"),
    originUrl: form.text("originUrl"),
    translatedFrom: form.text("translatedFrom"),
    assignedTo: form.text("assignedTo"),
    dueAt: form.text("dueAt"),
    embargoUntil: form.text("embargoUntil"),
  };
}

/** What the form says, without what is not for its sender to say and what it had no field for. */
function detailsFrom(
  { staff, words }: DeskVisit,
  { story, edition }: Here,
  form: Form,
  typed: DetailsTyped,
  choices: Awaited<ReturnType<typeof choicesFor>>,
) {
  const problems: Record<string, string> = {};
  const which: Record<string, NonNullable<TriedMove["which"]>> = {};
  const time = (name: "dueAt" | "embargoUntil"): Partial<Details> => {
    if (!form.has(name)) return {};
    const read = timeFrom(form, name, edition, words);
    if ("at" in read) return { [name]: read.at };
    problems[name] = read.problem;
    if (read.which) which[name] = read.which;
    return {};
  };
  const { originName: name, originUrl: url } = typed;
  const details: Partial<Details> = {
    ...(mayChangeFacts(staff, story) && {
      slug: typed.slug,
      sectionId: among(choices.sections, typed.sectionId),
      topicIds: typed.topicIds.filter((id) => among(choices.topics, id) !== null),
      origin: name === "" && url === "" ? null : { name, url: url || null },
      ...(form.has("translatedFrom") && { translatedFrom: among(choices.originals, typed.translatedFrom) }),
    }),
    ...(may(staff, "article.assign") && {
      assignedTo: among(choices.colleagues, typed.assignedTo),
      ...time("dueAt"),
    }),
    ...(may(staff, "article.publish") && time("embargoUntil")),
  };
  return { details, problems, which };
}

/** What a choice sent, when it is one that was offered. */
function among(options: readonly Option[], sent: string): string | null {
  return options.some(({ value }) => value === sent) ? sent : null;
}
