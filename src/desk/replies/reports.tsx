/** What readers report: decided with reasons, the reply with it or not. */
import { decideReplies } from "#agency/replies/decisions.ts";
import type { QueuedReply } from "#agency/replies/queries.ts";
import { queued } from "#agency/replies/queue.ts";
import { decideReport, type KeptReport, openReports } from "#agency/replies/reports.ts";
import type { Form } from "#lib/form.ts";
import { Buttons } from "../house/parts.tsx";
import { TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { Moment, ReplyTexts, ReplyWho } from "./parts.tsx";

export const REPORTS = "/desk/replies/reports";

export async function printReports(visit: DeskVisit): Promise<DeskPage> {
  const { db, words } = visit;
  const { reports: said } = words;
  const open = await openReports(db);
  const ids = [...new Set(open.map(({ replyId }) => replyId))];
  const replies = new Map((await queued(db, ids)).map((reply) => [reply.id, reply]));
  return {
    title: said.title,
    place: "replies",
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {open.length === 0 && <p>{said.none}</p>}
        <ul class="stories reply-queue">
          {open.map((report) => (
            <li>
              <Reported visit={visit} report={report} reply={replies.get(report.replyId)} />
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

type ReportedProps = {
  readonly visit: DeskVisit;
  readonly report: KeptReport;
  readonly reply: QueuedReply | undefined;
};

const Reported = ({ visit, report, reply }: ReportedProps) => {
  const { reports: said, replies } = visit.words;
  const name = `note-${report.id}`;
  return (
    <>
      <p class="about">
        <strong>{report.kind === "unlawful" ? said.unlawful : replies.reasons[report.reason]}</strong>
        <Moment visit={visit} at={report.madeAt} />
        {report.reporter !== "" && <bdi>{report.reporter}</bdi>}
        {report.law !== "" && <bdi>{report.law}</bdi>}
      </p>
      {report.words !== "" && (
        <p class="as-typed" dir="auto">
          {report.words}
        </p>
      )}
      {report.appeal !== null && (
        <p dir="auto">
          <strong>{said.appeal}</strong> {report.appeal}
        </p>
      )}
      {reply && (
        <blockquote>
          <p>
            <a href={`/desk/replies/${reply.id}`}>
              <bdi>{reply.name}</bdi>
            </a>{" "}
            {replies.states[reply.state]}
          </p>
          <ReplyWho visit={visit} reply={reply} />
          <ReplyTexts visit={visit} reply={reply} />
        </blockquote>
      )}
      <form method="post" action={REPORTS}>
        <input type="hidden" name="report" value={report.id} />
        <TextField name={name} label={said.note} hint={said.noteHint} dir="auto" />
        <Buttons>
          <button type="submit" name="do" value="upheld" class="main">
            {said.uphold}
          </button>
          <button type="submit" name="do" value="dismissed">
            {said.dismiss}
          </button>
        </Buttons>
      </form>
    </>
  );
};

/** Upheld, the reply is refused with the report's reason; dismissed on appeal, nothing happens to it. */
export async function changeReports({ db, staff, at }: DeskVisit, form: Form): Promise<DeskAnswer> {
  const id = form.text("report");
  const to = form.text("do");
  if (to !== "upheld" && to !== "dismissed") return seeOther(REPORTS);
  const report = (await openReports(db)).find((one) => one.id === id);
  const note = form.text(`note-${id}`);
  const replyId = report && (await decideReport(db, { id, to, note, by: staff.id, at }));
  if (report && replyId !== undefined && to === "upheld")
    await decideReplies(db, {
      chosen: { ids: [replyId] },
      to: "refused",
      reason: report.reason,
      note,
      by: staff.id,
      at,
    });
  return seeOther(REPORTS, "kept");
}
