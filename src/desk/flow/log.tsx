/** The record of who did what, in sentences, found by person, act and story. */
import { headlinesOf } from "#agency/articles/stories.ts";
import type { RegisterChange } from "#agency/labels/history.ts";
import type { LabelsSeen } from "#agency/labels/published.ts";
import { pictureNames } from "#agency/media/queries.ts";
import { addressOfPage } from "#agency/pages/pages.ts";
import { may } from "#agency/staff/staff.ts";
import { directionOf } from "#lib/direction.ts";
import { type NotedAct, notedActs } from "#store/audit.ts";
import { changeShown } from "../register/said.tsx";
import { Choice } from "../views/fields.tsx";
import type { DeskPage, DeskVisit } from "../visit.ts";
import { ACTS, type ActName } from "../words/log.ts";
import type { DeskWords } from "../words/words.ts";
import { colleagues, type NameOf, namesAt } from "./people.ts";
import { shownAt } from "./times.ts";

export const LOG_PARAMETERS = ["by", "act", "about", "before"];

const ACTS_A_PAGE = 100;

export async function printLog(visit: DeskVisit): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { by, act, about, before } = query;
  const found = await notedActs(
    db,
    {
      ...(by !== undefined && { by }),
      ...(act !== undefined && { act }),
      ...(about !== undefined && { subject: about }),
    },
    { limit: ACTS_A_PAGE + 1, before },
  );
  const acts = found.slice(0, ACTS_A_PAGE);
  const last = found.length > ACTS_A_PAGE ? acts.at(-1) : undefined;
  return {
    title: words.log.title,
    place: "audit",
    main: (
      <>
        <p class="introduction">
          {words.log.introduction}{" "}
          {may(visit.staff, "record.withhold") && <a href="/desk/withhold">{words.withholding.title}</a>}
        </p>
        {await filters(visit)}
        {acts.length === 0 ? <p>{words.log.none}</p> : await listOf(visit, acts)}
        <p class="buttons">
          {last && (
            <a class="button" href={pageAddress(query, last.id)}>
              {words.log.earlier}
            </a>
          )}
          {before !== undefined && <a href={pageAddress(query)}>{words.log.first}</a>}
        </p>
      </>
    ),
  };
}

async function filters(visit: DeskVisit) {
  const { db, query, words } = visit;
  const { log, flow } = words;
  const about = query["about"];
  const headline = about === undefined ? undefined : (await headlinesOf(db, [idOf(about)])).get(idOf(about));
  const people = [...(await colleagues(visit)), { value: "command line", text: flow.commandLine }];
  return (
    <form method="get" action="/desk/log" class="filters">
      <Choice
        name="by"
        label={log.person}
        options={[{ value: "", text: log.everybody }, ...people]}
        chosen={query["by"] ?? ""}
      />
      <Choice
        name="act"
        label={log.act}
        options={[{ value: "", text: log.everything }, ...ACTS.map((act) => ({ value: act, text: log.acts[act] }))]}
        chosen={query["act"] ?? ""}
      />
      {about !== undefined && <input type="hidden" name="about" value={about} />}
      <p class="buttons">
        <button type="submit">{log.show}</button>
      </p>
      {headline !== undefined && (
        <p class="about">
          <span>{log.ofStory(headline || flow.noHeadline)}</span> <a href="/desk/log">{log.whole}</a>
        </p>
      )}
    </form>
  );
}

async function listOf(visit: DeskVisit, acts: readonly NotedAct[]) {
  const { db, words, editions } = visit;
  const nameOf = await namesAt(visit);
  const headlines = await headlinesOf(
    db,
    acts.map(({ subject }) => idOf(subject)),
  );
  const pictures = await pictureNames(
    db,
    acts.flatMap(({ subject }) => (subject.startsWith("picture:") ? [idOf(subject)] : [])),
  );
  // A name in other letters does not turn the sentence round.
  const own = (name: string) => (directionOf(words.language) === "rtl" ? `\u2068${name}\u2069` : name);
  const time = (at: Date) => shownAt(at, { timeZone: editions[0]?.timeZone ?? "UTC" }, words);
  return (
    <ul class="stories log">
      {acts.map((act) => {
        const id = idOf(act.subject);
        const [headline, picture] = [headlines.get(id), pictures.get(id)];
        const what =
          headline === undefined ? (picture ?? whatOf(visit, act, nameOf)) : headline || words.flow.noHeadline;
        const href =
          headline !== undefined
            ? `/desk/articles/${id}/history`
            : picture !== undefined && may(visit.staff, "picture.keep")
              ? `/desk/pictures/${id}`
              : undefined;
        const sentence = words.log.sentence(own(nameOf(act.by)), didOf(visit, act.act), what === "" ? "" : own(what));
        return (
          <li>
            <p class="about">
              <time datetime={act.at.toISOString()}>{time(act.at)}</time>
            </p>
            <p>
              {href === undefined ? sentence : <a href={href}>{sentence}</a>}{" "}
              <span class="quiet">{moreOf(visit, act, time)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function didOf({ words: { log } }: DeskVisit, act: string): string {
  return isKnown(act) ? log.acts[act] : log.unknown(act);
}

/** What it was done to, when that is no story: a colleague, an edition, a thing that says its name. */
function whatOf({ editions }: DeskVisit, { by, subject, detail }: NotedAct, nameOf: NameOf): string {
  const id = idOf(subject);
  if (subject.startsWith("staff:")) return id === by ? "" : nameOf(id);
  if (subject.startsWith("edition:")) return editions.find((one) => one.id === id)?.name ?? "";
  const { edition, slug } = detail;
  if (subject.startsWith("page:") && typeof edition === "string" && typeof slug === "string")
    return addressOfPage(edition, slug);
  // What had no name before is told as " → name".
  const name = detail["name"];
  return typeof name === "string" ? name.replace(/^ → /, "") : (subject.split("/")[1] ?? "");
}

/** The part of an act's detail that its reader asks next. */
function moreOf({ words }: DeskVisit, { act, detail }: NotedAct, time: (at: Date) => string): string {
  const { log } = words;
  const instant = (name: string) => {
    const value = detail[name];
    return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? time(new Date(value)) : undefined;
  };
  const [until, publishAt, startsAt] = [instant("until"), instant("publishAt"), instant("startsAt")];
  const note = detail["note"];
  const fields = Object.entries(log.fields).flatMap(([field, name]) =>
    // Before and after; an address alone is which page it was.
    Array.isArray(detail[field]) ? [name] : [],
  );
  return [
    until !== undefined && log.until(until),
    publishAt !== undefined && log.forTime(publishAt),
    startsAt !== undefined && log.forTime(startsAt),
    detail["scheduled"] === true && log.scheduled,
    typeof note === "string" && note !== "" && log.note(note),
    typeof detail["on"] === "boolean" && (detail["on"] ? log.on : log.off),
    fields.length > 0 && fields.join(", "),
    addressChange(detail["slug"]),
    ...registerChanges(act, detail, words),
  ]
    .filter(Boolean)
    .join(" · ");
}

// The page of the organisation has the rest.
const MOST_CHANGES = 5;

/** What became of an organisation, of a register by a list, or of the labels of a story. */
function registerChanges(act: string, detail: NotedAct["detail"], words: DeskWords): string[] {
  if (act === "register.import") return typeof detail["file"] === "string" ? [detail["file"]] : [];
  // What these acts say is written by one action each, and never changed.
  if (act === "labels.change") {
    const { before, after } = detail as { readonly before: LabelsSeen; readonly after: LabelsSeen };
    return [`${labelsSeen(before, words)} → ${labelsSeen(after, words)}`];
  }
  if (act !== "register.change" && act !== "register.add") return [];
  const { changes } = detail as { readonly changes: readonly RegisterChange[] };
  const told = changes.slice(0, MOST_CHANGES).map((change) => changeShown(change, words));
  return changes.length > told.length ? [...told, words.register.became.more(changes.length - told.length)] : told;
}

function labelsSeen({ said }: LabelsSeen, { register }: DeskWords): string {
  return said.map(({ wording, times }) => register.staged.times(wording, times)).join(", ") || register.staged.noLabel;
}

function addressChange(change: unknown): string {
  return Array.isArray(change) ? change.join(" → ") : "";
}

function isKnown(act: string): act is ActName {
  const known: readonly string[] = ACTS;
  return known.includes(act);
}

function idOf(subject: string): string {
  return subject.slice(subject.indexOf(":") + 1);
}

function pageAddress(query: Readonly<Record<string, string>>, before?: string): string {
  const { before: _, said: __, ...kept } = query;
  const parameters = new URLSearchParams({ ...kept, ...(before !== undefined && { before }) }).toString();
  return parameters === "" ? "/desk/log" : `/desk/log?${parameters}`;
}
