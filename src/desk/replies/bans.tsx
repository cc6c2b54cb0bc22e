/** Guests who may not write for a while. */
import { bans, liftBan } from "#agency/replies/bans.ts";
import type { Form } from "#lib/form.ts";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { Moment } from "./parts.tsx";

export const BANS = "/desk/replies/bans";

export async function printBans(visit: DeskVisit): Promise<DeskPage> {
  const { db, at, words } = visit;
  const { moderation, replies } = words;
  const all = await bans(db, at);
  return {
    title: moderation.bans,
    place: "replies",
    main: (
      <>
        <p class="introduction">{moderation.bansIntroduction}</p>
        {all.length === 0 ? (
          <p>{moderation.noBans}</p>
        ) : (
          <form method="post" action={BANS}>
            <ul class="stories presses">
              {all.map((ban) => (
                <li>
                  <span>
                    {ban.replyId === null ? (
                      <strong>{moderation.banKinds[ban.kind]}</strong>
                    ) : (
                      <a href={`/desk/replies/${ban.replyId}`}>{moderation.banKinds[ban.kind]}</a>
                    )}{" "}
                    {moderation.until} <Moment visit={visit} at={ban.until} /> · {replies.reasons[ban.reason]} ·{" "}
                    <bdi>{ban.by}</bdi> <bdi>{ban.note}</bdi>
                  </span>
                  <button type="submit" name="do" value={`lift ${ban.id}`} class="small">
                    {moderation.lift}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        )}
      </>
    ),
  };
}

export async function changeBans({ db, staff, at }: DeskVisit, form: Form): Promise<DeskAnswer> {
  const [act, id = ""] = form.text("do").split(" ");
  if (act === "lift") await liftBan(db, { id, by: staff.id, at });
  return seeOther(BANS, "kept");
}
