/** The queue of readers' replies: read, chosen, decided together, undone; copies of one reply are one card. */
import { decideReplies, undoDecision } from "#agency/replies/decisions.ts";
import { type Press, recentPresses } from "#agency/replies/presses.ts";
import type { QueuedReply } from "#agency/replies/queries.ts";
import { type Chosen, countListed, decidedReplies, LISTS, type List, waitingCards } from "#agency/replies/queue.ts";
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
  const place = { list: listIn(form.text("list")), search: form.text("words") };
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

type Place = { readonly list: List; readonly search: string };

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

type Shown = Partial<Place> & { readonly said?: string; readonly batch?: string; readonly problem?: string };

type Listed = { readonly value: string; readonly reply: QueuedReply; readonly copies: number };

async function queue(visit: DeskVisit, shown: Shown): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { replies } = words;
  const list = shown.list ?? listIn(query["list"] ?? "");
  const search = shown.search ?? query["words"] ?? "";
  const [found, count, presses] = await Promise.all([
    listedIn(visit, { list, search }),
    countListed(db, list, search),
    recentPresses(db, visit.at),
  ]);
  const rows = found.slice(0, REPLIES_A_PAGE);
  const last = found.length > REPLIES_A_PAGE ? rows.at(-1)?.reply : undefined;
  return {
    title: replies.title,
    place: "replies",
    islands: ["replies"],
    ...(shown.problem !== undefined && { status: 422 }),
    main: (
      <>
        <p class="introduction">{replies.introduction}</p>
        <Lists visit={visit} current={list} />
        <Said list={list} search={search} shown={shown} undo={replies.undo} />
        {shown.problem !== undefined && <Problem>{shown.problem}</Problem>}
        <form method="get" action={QUEUE} class="filters">
          <input type="hidden" name="list" value={list} />
          <TextField name="words" label={replies.search} type="search" value={search} dir="auto" />
          <p class="buttons">
            <button type="submit">{replies.find}</button>
          </p>
        </form>
        {rows.length === 0 ? (
          <p>{replies.none}</p>
        ) : (
          <Queue visit={visit} rows={rows} list={list} search={search} count={count} />
        )}
        {last && list !== "held" && <More list={list} search={search} last={last} visit={visit} />}
        {presses.length > 0 && <Presses visit={visit} presses={presses} list={list} />}
        <Keys words={words} />
      </>
    ),
  };
}

async function listedIn({ db, query }: DeskVisit, { list, search }: Place): Promise<readonly Listed[]> {
  const asked = { words: search, limit: REPLIES_A_PAGE + 1 };
  if (list === "held")
    return (await waitingCards(db, asked)).map(({ id, reply, copies }) => ({ value: id, reply, copies }));
  const [at = "", id = ""] = query["before"]?.split("_") ?? [];
  const before = id === "" ? undefined : { at, id };
  return (await decidedReplies(db, list, { ...asked, before })).map((reply) => ({ value: reply.id, reply, copies: 1 }));
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

type SaidProps = { readonly list: List; readonly search: string; readonly shown: Shown; readonly undo: string };

const Said = ({ list, search, shown: { said, batch }, undo }: SaidProps) =>
  said === undefined ? null : (
    <form method="post" action={QUEUE} class="said">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="words" value={search} />
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
  readonly list: List;
  readonly search: string;
  readonly count: number;
};

const Queue = ({ visit, rows, list, search, count }: QueueProps) => {
  const { replies } = visit.words;
  const canChoose = list !== "withdrawn";
  return (
    <form method="post" action={QUEUE} data-queue>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="words" value={search} />
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

type MoreProps = {
  readonly visit: DeskVisit;
  readonly list: List;
  readonly search: string;
  readonly last: QueuedReply;
};

const More = ({ visit, list, search, last }: MoreProps) => {
  const place = new URLSearchParams({
    list,
    ...(search !== "" && { words: search }),
    before: `${last.decidedAt?.toISOString() ?? ""}_${last.id}`,
  });
  return (
    <p>
      <a href={`${QUEUE}?${place}`}>{visit.words.replies.older}</a>
    </p>
  );
};

type PressesProps = { readonly visit: DeskVisit; readonly presses: readonly Press[]; readonly list: List };

/** What was decided today, so that a press can be taken back after the page has gone on. */
const Presses = ({ visit, presses, list }: PressesProps) => {
  const { words, editions } = visit;
  const { replies } = words;
  const [edition] = editions;
  return (
    <details class="presses">
      <summary>{replies.presses}</summary>
      <form method="post" action={QUEUE}>
        <input type="hidden" name="list" value={list} />
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
