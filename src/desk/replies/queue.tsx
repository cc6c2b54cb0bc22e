/** The queue of readers' replies: read, chosen, decided together, undone; copies of one reply are one card. */
import { decideReplies, undoDecision } from "#agency/replies/decisions.ts";
import { type Press, recentPresses } from "#agency/replies/presses.ts";
import type { QueuedReply } from "#agency/replies/queries.ts";
import {
  type Chosen,
  countListed,
  decidedReplies,
  LISTS,
  type List,
  type ListPlace,
  waitingCards,
} from "#agency/replies/queue.ts";
import { isReason, REASONS } from "#agency/replies/replies.ts";
import type { Form } from "#lib/form.ts";
import { shownAt } from "../flow/times.ts";
import { Buttons, MainAct } from "../house/parts.tsx";
import { Choice, Problem, TextField } from "../views/fields.tsx";
import type { DeskAnswer, DeskPage, DeskVisit } from "../visit.ts";
import { Keys } from "./keys.tsx";
import { decider, ReplyTexts, ReplyWho } from "./parts.tsx";

export const QUEUE = "/desk/replies";
const REPLIES_A_PAGE = 50;

export function printQueue(visit: DeskVisit): Promise<DeskPage> {
  return queue(visit, {});
}

export async function decide(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const [act, batch = ""] = form.text("do").split(" ");
  const place = { list: listIn(form.text("list")), search: form.text("words"), after: placeIn(form.text("after")) };
  if (act === "undo") {
    const undone = await undoDecision(db, { batch, by: staff.id, at });
    return queue(visit, { ...place, said: words.replies.undone(undone) });
  }
  if (act !== "shown" && act !== "refused" && act !== "held") return queue(visit, place);
  const chosen = chosenIn(form, place);
  if (!chosen) return queue(visit, { ...place, problem: words.replies.noneChosen });
  const reason = form.text("reason");
  const made = await decideReplies(db, {
    chosen,
    to: act,
    reason: act === "refused" && isReason(reason) ? reason : null,
    note: act === "refused" ? form.text("note") : "",
    by: staff.id,
    at,
  });
  const undo = made.count > 0 ? { batch: made.batch } : {};
  return queue(visit, { ...place, said: words.replies.decided(made.count), ...undo });
}

type Place = { readonly list: List; readonly search: string; readonly after: ListPlace | undefined };

/** What was ticked: everything the list shows, some cards, or single replies; nothing when nothing was. */
function chosenIn(form: Form, { list, search }: Place): Chosen | undefined {
  if (form.text("all") === "yes" && list !== "withdrawn") return { list, words: search };
  const ticked = form.texts("reply");
  if (ticked.length === 0) return undefined;
  return list === "held" ? { cards: ticked } : { ids: ticked };
}

function listIn(text: string): List {
  return LISTS.find((one) => one === text) ?? "held";
}

function placeIn(text: string): ListPlace | undefined {
  const [, reports = "", at = "", id = ""] = /^(\d{1,9})_([^_]+)_([\w-]+)$/.exec(text) ?? [];
  return Number.isNaN(Date.parse(at)) ? undefined : { reports: Number(reports), at, id };
}

function placeText({ reports, at, id }: ListPlace): string {
  return `${reports}_${at}_${id}`;
}

type Shown = Partial<Place> & { readonly said?: string; readonly batch?: string; readonly problem?: string };

type Listed = {
  readonly value: string;
  readonly place: ListPlace;
  readonly reply: QueuedReply;
  readonly copies: number;
};

async function queue(visit: DeskVisit, shown: Shown): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { replies } = words;
  const list = shown.list ?? listIn(query["list"] ?? "");
  const search = shown.search ?? query["words"] ?? "";
  const asked = { list, search, after: "list" in shown ? shown.after : placeIn(query["after"] ?? "") };
  const [{ found, after }, count, presses] = await Promise.all([
    listedFrom(visit, asked),
    countListed(db, list, search),
    recentPresses(db, visit.at),
  ]);
  const place = { list, search, after };
  const rows = found.slice(0, REPLIES_A_PAGE);
  const last = found.length > REPLIES_A_PAGE ? rows.at(-1)?.place : undefined;
  return {
    title: replies.title,
    place: "replies",
    islands: ["replies"],
    ...(shown.problem !== undefined && { status: 422 }),
    main: (
      <>
        <p class="introduction">{replies.introduction}</p>
        <Lists visit={visit} current={list} />
        <Said place={place} shown={shown} undo={replies.undo} />
        {shown.problem !== undefined && <Problem>{shown.problem}</Problem>}
        <form method="get" action={QUEUE} class="filters">
          <input type="hidden" name="list" value={list} />
          <TextField name="words" label={replies.search} type="search" value={search} dir="auto" />
          <p class="buttons">
            <button type="submit">{replies.find}</button>
          </p>
        </form>
        {rows.length === 0 ? <p>{replies.none}</p> : <Queue visit={visit} rows={rows} place={place} count={count} />}
        <Pages visit={visit} place={place} last={last} />
        {presses.length > 0 && <Presses visit={visit} presses={presses} place={place} />}
        <Keys words={words} />
      </>
    ),
  };
}

type Found = { readonly found: readonly Listed[]; readonly after: ListPlace | undefined };

/** A page of a list, and where it begins: who has decided over the last one begins again with what they left. */
async function listedFrom(visit: DeskVisit, place: Place): Promise<Found> {
  const found = await listedIn(visit, place);
  if (found.length > 0 || !place.after) return { found, after: place.after };
  return { found: await listedIn(visit, { ...place, after: undefined }), after: undefined };
}

async function listedIn({ db }: DeskVisit, { list, search, after }: Place): Promise<readonly Listed[]> {
  const asked = { words: search, limit: REPLIES_A_PAGE + 1, after };
  if (list === "held") return (await waitingCards(db, asked)).map(({ id, ...card }) => ({ ...card, value: id }));
  return (await decidedReplies(db, list, asked)).map((reply) => ({
    value: reply.id,
    place: { reports: 0, at: reply.decidedAt?.toISOString() ?? "", id: reply.id },
    reply,
    copies: 1,
  }));
}

const Lists = ({ visit, current }: { readonly visit: DeskVisit; readonly current: List }) => {
  const { replies, reports, moderation } = visit.words;
  return (
    <nav class="tabs" aria-label={replies.title}>
      <ul>
        {LISTS.map((one) => (
          <li>
            <a href={`${QUEUE}?list=${one}`} aria-current={one === current ? "page" : undefined}>
              {replies.lists[one]}
            </a>
          </li>
        ))}
        <li>
          <a href="/desk/replies/reports">{reports.title}</a>
        </li>
        <li>
          <a href="/desk/replies/rules">{moderation.rules}</a>
        </li>
        <li>
          <a href="/desk/replies/bans">{moderation.bans}</a>
        </li>
      </ul>
    </nav>
  );
};

/** The page one is on comes back after the press. */
const Here = ({ place: { list, search, after } }: { readonly place: Place }) => (
  <>
    <input type="hidden" name="list" value={list} />
    <input type="hidden" name="words" value={search} />
    {after && <input type="hidden" name="after" value={placeText(after)} />}
  </>
);

type SaidProps = { readonly place: Place; readonly shown: Shown; readonly undo: string };

const Said = ({ place, shown: { said, batch }, undo }: SaidProps) =>
  said === undefined ? null : (
    <form method="post" action={QUEUE} class="said">
      <Here place={place} />
      <span role="status">{said}</span>{" "}
      {batch !== undefined && (
        <button type="submit" name="do" value={`undo ${batch}`} class="small" data-key="undo">
          {undo}
        </button>
      )}
    </form>
  );

type QueueProps = {
  readonly visit: DeskVisit;
  readonly rows: readonly Listed[];
  readonly place: Place;
  readonly count: number;
};

const Queue = ({ visit, rows, place, count }: QueueProps) => {
  const { replies } = visit.words;
  const { list } = place;
  const canChoose = list !== "withdrawn";
  return (
    <form method="post" action={QUEUE} data-queue>
      <Here place={place} />
      <ul class="stories reply-queue">
        {rows.map((row) => (
          <li data-card tabindex={-1}>
            <Queued visit={visit} row={row} canChoose={canChoose} />
          </li>
        ))}
      </ul>
      {canChoose && (
        <div class="decide">
          <p class="tick">
            <input id="all" name="all" type="checkbox" value="yes" />
            <label for="all">{replies.all(count)}</label>
          </p>
          <Choice
            name="reason"
            label={replies.reason}
            options={REASONS.map((value) => ({ value, text: replies.reasons[value] }))}
          />
          <TextField name="note" label={replies.note} hint={replies.noteHint} dir="auto" />
          <Buttons>
            {list !== "shown" && <MainAct act="shown">{replies.show}</MainAct>}{" "}
            {list !== "refused" && <MainAct act="refused">{replies.refuse}</MainAct>}{" "}
            {list !== "held" && (
              <button type="submit" name="do" value="held">
                {replies.hold}
              </button>
            )}
          </Buttons>
        </div>
      )}
    </form>
  );
};

type QueuedProps = { readonly visit: DeskVisit; readonly row: Listed; readonly canChoose: boolean };

const Queued = ({ visit, row: { value, reply, copies }, canChoose }: QueuedProps) => {
  const { replies } = visit.words;
  return (
    <>
      <p class="tick">
        {canChoose && (
          <input
            type="checkbox"
            id={`reply-${value}`}
            name="reply"
            value={value}
            aria-label={replies.choose(reply.name)}
          />
        )}
        <strong>
          <a href={`${QUEUE}/${reply.id}`} data-open>
            <bdi>{reply.name}</bdi>
          </a>
        </strong>
        {copies > 1 && <strong class="stage">{replies.copies(copies)}</strong>}
      </p>
      <ReplyWho visit={visit} reply={reply} />
      <ReplyTexts visit={visit} reply={reply} />
    </>
  );
};

type PagesProps = { readonly visit: DeskVisit; readonly place: Place; readonly last: ListPlace | undefined };

const Pages = ({ visit: { words }, place: { list, search, after }, last }: PagesProps) => {
  const { first, next, older } = words.replies;
  const pageAfter = (place?: ListPlace) =>
    `${QUEUE}?${new URLSearchParams({
      list,
      ...(search !== "" && { words: search }),
      ...(place && { after: placeText(place) }),
    })}`;
  return !after && !last ? null : (
    <p class="pages">
      {after && <a href={pageAfter()}>{first}</a>}{" "}
      {last && (
        <a href={pageAfter(last)} data-next>
          {list === "held" ? next : older}
        </a>
      )}
    </p>
  );
};

type PressesProps = { readonly visit: DeskVisit; readonly presses: readonly Press[]; readonly place: Place };

/** What was decided today, so that a press can be taken back after the page has gone on. */
const Presses = ({ visit, presses, place }: PressesProps) => {
  const { words, editions } = visit;
  const { replies } = words;
  const [edition] = editions;
  return (
    <details class="presses">
      <summary>{replies.presses}</summary>
      <form method="post" action={QUEUE}>
        <Here place={place} />
        <ul class="stories">
          {presses.map(({ batch, to, count, by, at }) => (
            <li>
              <span>
                <strong>{replies.states[to]}</strong>: {replies.decided(count)} <bdi>{decider(by, words)}</bdi>,{" "}
                <time datetime={at.toISOString()}>{edition ? shownAt(at, edition, words) : at.toISOString()}</time>
              </span>{" "}
              <button type="submit" name="do" value={`undo ${batch}`} class="small">
                {replies.undo}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </details>
  );
};
