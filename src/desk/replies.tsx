/** The queue of readers' replies: read, chosen, decided together, undone. */
import { decideReplies, undoDecision } from "#agency/replies/actions.ts";
import { type QueuedReply, queuedReplies } from "#agency/replies/queries.ts";
import { isReason, REASONS } from "#agency/replies/replies.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { shownAt } from "./flow/times.ts";
import { Buttons, MainAct } from "./house/parts.tsx";
import { Choice, Problem, TextField } from "./views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "./visit.ts";

const REPLIES_A_PAGE = 50;
const LISTS = ["held", "shown", "refused", "withdrawn"] as const;
type List = (typeof LISTS)[number];

export function replyQueueRoutes(world: DeskWorld): Route[] {
  const right = "reply.moderate";
  return [
    deskPage(world, { address: "/desk/replies", right, parameters: ["list", "words"] }, (visit) => queue(visit, {})),
    deskAction(world, { address: "/desk/replies", right }, decide),
  ];
}

async function decide(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const [act, batch = ""] = form.text("do").split(" ");
  if (act === "undo") {
    const undone = await undoDecision(db, { batch, by: staff.id, at });
    return queue(visit, { list: listIn(form.text("list")), said: words.replies.undone(undone) });
  }
  const ids = form.texts("reply");
  const list = listIn(form.text("list"));
  if (act !== "shown" && act !== "refused" && act !== "held") return queue(visit, { list });
  if (ids.length === 0) return queue(visit, { list, problem: words.replies.noneChosen });
  const reason = form.text("reason");
  const made = await decideReplies(db, {
    ids,
    to: act,
    reason: act === "refused" && isReason(reason) ? reason : null,
    note: act === "refused" ? form.text("note") : "",
    by: staff.id,
    at,
  });
  return queue(visit, { list, said: words.replies.decided(ids.length), batch: made });
}

function listIn(text: string): List {
  return LISTS.find((one) => one === text) ?? "held";
}

type Shown = { readonly list?: List; readonly said?: string; readonly batch?: string; readonly problem?: string };

async function queue(visit: DeskVisit, { list, said, batch, problem }: Shown): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { replies } = words;
  const chosen = list ?? listIn(query["list"] ?? "");
  const search = query["words"] ?? "";
  const rows = await queuedReplies(db, chosen, { limit: REPLIES_A_PAGE, words: search });
  return {
    title: replies.title,
    place: "replies",
    ...(problem && { status: 422 }),
    main: (
      <>
        <p class="hint">{replies.introduction}</p>
        <nav class="tabs" aria-label={replies.title}>
          <ul>
            {LISTS.map((one) => (
              <li>
                <a href={`/desk/replies?list=${one}`} aria-current={one === chosen ? "page" : undefined}>
                  {replies.lists[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {said !== undefined && (
          <form method="post" action="/desk/replies" class="said" role="status">
            <input type="hidden" name="list" value={chosen} />
            <span>{said}</span>{" "}
            {batch !== undefined && (
              <button type="submit" name="do" value={`undo ${batch}`} class="small">
                {replies.undo}
              </button>
            )}
          </form>
        )}
        {problem !== undefined && <Problem>{problem}</Problem>}
        <form method="get" action="/desk/replies" class="filters">
          <input type="hidden" name="list" value={chosen} />
          <TextField name="words" label={replies.search} type="search" value={search} />
          <p class="buttons">
            <button type="submit">{replies.find}</button>
          </p>
        </form>
        {rows.length === 0 ? <p>{replies.none}</p> : <Queue visit={visit} rows={rows} list={chosen} />}
      </>
    ),
  };
}

type QueueProps = { readonly visit: DeskVisit; readonly rows: readonly QueuedReply[]; readonly list: List };

const Queue = ({ visit, rows, list }: QueueProps) => {
  const { replies } = visit.words;
  return (
    <form method="post" action="/desk/replies">
      <input type="hidden" name="list" value={list} />
      <p class="hint">{replies.keys}</p>
      <ul class="stories reply-queue">
        {rows.map((row) => (
          <li>
            <Queued visit={visit} row={row} canChoose={list !== "withdrawn"} />
          </li>
        ))}
      </ul>
      {list !== "withdrawn" && (
        <div class="decide">
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

type QueuedProps = { readonly visit: DeskVisit; readonly row: QueuedReply; readonly canChoose: boolean };

const Queued = ({ visit, row, canChoose }: QueuedProps) => {
  const { words, editions } = visit;
  const { replies } = words;
  const edition = editions.find(({ code }) => code === row.editionCode);
  const flags = row.flags.flatMap((flag) =>
    flag === "first" || flag === "refused-before" || flag === "links" ? [replies.flags[flag]] : [],
  );
  return (
    <>
      <p class="tick">
        {canChoose && (
          <input
            type="checkbox"
            id={`reply-${row.id}`}
            name="reply"
            value={row.id}
            aria-label={replies.choose(row.name)}
          />
        )}
        <strong>
          <bdi>{row.name}</bdi>
        </strong>
      </p>
      <p class="about">
        <time datetime={row.writtenAt.toISOString()}>
          {edition ? shownAt(row.writtenAt, edition, words) : row.writtenAt.toISOString()}
        </time>
        <span>
          {replies.on}{" "}
          <a href={`/${row.editionCode}/${row.slug}`} dir="auto" lang={row.language}>
            {row.headline}
          </a>
        </span>
        <span>{replies.record(row.shown, row.refused)}</span>
        {flags.map((flag) => (
          <strong>{flag}</strong>
        ))}
        {row.kind === "correction" && <strong>{replies.isCorrection}</strong>}
      </p>
      {row.parent && (
        <blockquote class="quiet" dir="auto">
          <p>{replies.answers(row.parent.name)}</p>
          <p>{row.parent.text}</p>
        </blockquote>
      )}
      {row.quote !== "" && (
        <blockquote class="quiet" dir="auto">
          <p>{replies.speaksOf}</p>
          <p>{row.quote}</p>
        </blockquote>
      )}
      <p class="as-typed" dir="auto">
        {row.text}
      </p>
      {row.appeal !== null && (
        <p dir="auto">
          <strong>{replies.appeal}</strong> {row.appeal}
        </p>
      )}
      {row.state === "refused" && row.reason !== null && isReason(row.reason) && (
        <p class="about">
          <strong>{replies.reasons[row.reason]}</strong>
        </p>
      )}
    </>
  );
};
