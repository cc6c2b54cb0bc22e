/** The diary: what stories said was to come, when it is due, and what became of it. */
import { newestArticles } from "#agency/articles/queries.ts";
import { decideEntry } from "#agency/diary/actions.ts";
import { type DiaryEntry, type DiaryRefusal, isDecision } from "#agency/diary/diary.ts";
import { type DiaryList, diaryEntries, diaryEntry } from "#agency/diary/queries.ts";
import { dayIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { printDay } from "#text/typography/dates.ts";
import { Buttons, MainAct } from "../house/parts.tsx";
import { Choice, Problem, TextArea, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";
import { EventsNav } from "./parts.tsx";

const ENTRIES_A_LIST = 200;
const LISTS: readonly DiaryList[] = ["due", "coming", "undated", "decided"];
const CANDIDATES = 60;

/** The day it is where the agency writes. */
export function todayAt({ editions: [first], at }: DeskVisit): string {
  return dayIn(first?.timeZone ?? "UTC", at);
}

export async function printDiary(visit: DeskVisit): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { diary } = words.events;
  const list = LISTS.find((one) => one === query["list"]) ?? "due";
  const entries = await diaryEntries(db, list, { today: todayAt(visit), limit: ENTRIES_A_LIST });
  return {
    title: diary.title,
    place: "events",
    main: (
      <>
        <EventsNav visit={visit} current="diary" />
        <p class="hint">{diary.introduction}</p>
        <nav aria-label={diary.title}>
          <ul class="inline-list diary-lists">
            {LISTS.map((one) => (
              <li>
                <a href={`/desk/diary?list=${one}`} aria-current={one === list ? "page" : undefined}>
                  {diary.lists[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {entries.length === 0 && <p>{diary.none}</p>}
        <ul class="stories">
          {entries.map((entry) => (
            <li>
              <a href={`/desk/diary/${entry.id}`} dir="auto" lang={entry.language}>
                {entry.sentence}
              </a>
              <p class="about">
                <span>{dueOf(entry, words)}</span>
                {entry.state !== "open" && <strong>{diary.states[entry.state]}</strong>}
                <span>
                  {diary.said} <bdi>{entry.headline}</bdi>
                </span>
                {entry.followUp && (
                  <span>
                    {diary.toldIn} <bdi>{entry.followUp.headline}</bdi>
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

function dueOf({ dueFrom, dueTo }: DiaryEntry, { events: { diary }, language }: DeskWords): string {
  const day = (iso: string) => printDay(iso, language);
  if (dueFrom !== null && dueTo !== null)
    return dueFrom === dueTo ? day(dueFrom) : diary.between(day(dueFrom), day(dueTo));
  if (dueTo !== null) return diary.by(day(dueTo));
  return dueFrom === null ? diary.noDay : diary.from(day(dueFrom));
}

export async function printEntry(visit: DeskVisit): Promise<DeskPage | undefined> {
  const entry = await diaryEntry(visit.db, visit.steps["entry"] ?? "");
  if (!entry) return undefined;
  const decision = entry.state === "open" ? "kept" : entry.state;
  const typed = { decision, outcome: entry.outcome, movedTo: "", followUp: entry.followUp?.articleId ?? "" };
  return entryForm(visit, entry, typed);
}

export async function changeEntry(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, steps } = visit;
  const entry = await diaryEntry(db, steps["entry"] ?? "");
  const decision = form.text("decision");
  if (!entry || !isDecision(decision)) return undefined;
  const typed = {
    decision,
    outcome: form.text("outcome"),
    movedTo: form.text("movedTo"),
    followUp: form.text("followUp"),
  };
  const outcome = await decideEntry(db, {
    id: entry.id,
    decision,
    outcome: typed.outcome,
    movedTo: typed.movedTo,
    followUpId: typed.followUp === "" ? null : typed.followUp,
    by: staff.id,
    at,
  });
  if ("refusal" in outcome) return entryForm(visit, entry, typed, outcome.refusal);
  return outcome.done ? seeOther("/desk/diary", "kept") : undefined;
}

type Typed = {
  readonly decision: string;
  readonly outcome: string;
  readonly movedTo: string;
  readonly followUp: string;
};

async function entryForm(visit: DeskVisit, entry: DiaryEntry, typed: Typed, refusal?: DiaryRefusal): Promise<DeskPage> {
  const { db, editions, words } = visit;
  const { diary, keep } = words.events;
  const edition = editions.find(({ code }) => code === entry.editionCode);
  const newest = edition ? await newestArticles(db, edition.id, { limit: CANDIDATES }) : [];
  const stories = newest
    .filter(({ id }) => id !== entry.articleId)
    .map(({ id, headline }) => ({ value: id, text: headline }));
  // A story older than the list stays chosen.
  const chosen = entry.followUp;
  const missing = chosen && !stories.some(({ value }) => value === chosen.articleId);
  const why = (one: DiaryRefusal) => (refusal === one ? diary.refusals[one] : undefined);
  return {
    title: diary.decide,
    place: "events",
    ...(refusal && { status: 422 }),
    main: (
      <>
        <EventsNav visit={visit} current="diary" />
        {refusal === "no-story" && <Problem>{diary.refusals["no-story"]}</Problem>}
        <blockquote dir="auto" lang={entry.language}>
          {entry.sentence}
        </blockquote>
        <p class="about">
          <span>{dueOf(entry, words)}</span>
          <span>
            {diary.said}{" "}
            <a href={`/desk/articles/${entry.articleId}/details`} dir="auto" lang={entry.language}>
              {entry.headline}
            </a>
          </span>
        </p>
        <form method="post" action={`/desk/diary/${entry.id}`}>
          <Choice
            name="decision"
            label={diary.decision}
            options={(["kept", "missed", "moved", "dropped"] as const).map((value) => ({
              value,
              text: diary.decisions[value],
            }))}
            chosen={typed.decision}
          />
          <TextField
            name="movedTo"
            type="date"
            label={diary.movedTo}
            hint={diary.movedToHint}
            value={typed.movedTo}
            problem={why("no-day")}
          />
          <TextArea
            name="outcome"
            label={diary.outcome}
            hint={diary.outcomeHint}
            value={typed.outcome}
            rows={3}
            dir="auto"
            problem={why("too-long")}
          />
          <Choice
            name="followUp"
            label={diary.followUp}
            hint={diary.followUpHint}
            options={[
              { value: "", text: diary.noFollowUp },
              ...(chosen && missing ? [{ value: chosen.articleId, text: chosen.headline }] : []),
              ...stories,
            ]}
            chosen={typed.followUp}
          />
          <Buttons>
            <MainAct act="keep">{keep}</MainAct>
          </Buttons>
        </form>
      </>
    ),
  };
}
