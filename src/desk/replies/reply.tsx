/** One reply at the desk, with its copies and what was decided of it. */
import { decisionsOf } from "#agency/replies/presses.ts";
import { queued, repliesOfCard } from "#agency/replies/queue.ts";
import { isReason } from "#agency/replies/replies.ts";
import { shownAt } from "../flow/times.ts";
import type { DeskPage, DeskVisit } from "../visit.ts";
import { ReplyTexts, ReplyWho } from "./parts.tsx";

const MOST_COPIES = 100;

export async function printReply(visit: DeskVisit): Promise<DeskPage | undefined> {
  const { db, steps, words } = visit;
  const { replies } = words;
  const [reply] = await queued(db, [steps["reply"] ?? ""]);
  if (!reply || reply.state === "erased") return undefined;
  const copies = reply.state === "held" ? await repliesOfCard(db, reply.clusterId ?? reply.id, MOST_COPIES) : [];
  const decisions = await decisionsOf(db, reply.id);
  return {
    title: replies.by(reply.name),
    place: "replies",
    main: (
      <div class="reply-queue">
        <ReplyWho visit={visit} reply={reply} />
        <ReplyTexts visit={visit} reply={reply} />
        {copies.length > 1 && (
          <section>
            <h2>{replies.copies(copies.length)}</h2>
            <ul class="stories">
              {copies
                .filter(({ id }) => id !== reply.id)
                .map((copy) => (
                  <li>
                    <strong>
                      <a href={`/desk/replies/${copy.id}`}>
                        <bdi>{copy.name}</bdi>
                      </a>
                    </strong>
                    <ReplyTexts visit={visit} reply={copy} />
                  </li>
                ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{replies.decisions}</h2>
          {decisions.length === 0 && <p>{replies.undecided}</p>}
          <ol class="stories">
            {decisions.map(({ after, reason, note, by, at, undoneAt }) => (
              <li>
                <strong>{replies.states[after]}</strong>{" "}
                <span>
                  <bdi>{by}</bdi>, <Moment visit={visit} at={at} />
                </span>
                {reason !== null && isReason(reason) && <span> · {replies.reasons[reason]}</span>}
                {note !== "" && <p dir="auto">{note}</p>}
                {undoneAt && (
                  <p class="quiet">
                    {replies.undoneAt} <Moment visit={visit} at={undoneAt} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      </div>
    ),
  };
}

const Moment = ({ visit: { editions, words }, at }: { readonly visit: DeskVisit; readonly at: Date }) => {
  const [edition] = editions;
  return <time datetime={at.toISOString()}>{edition ? shownAt(at, edition, words) : at.toISOString()}</time>;
};
