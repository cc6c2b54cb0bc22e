/**
 * What moderators decide. One press decides over any number of replies in one commit, by the same few statements; each
 * keeps a row of its own, and the whole press can be taken back.
 */
import { type RawBuilder, sql } from "kysely";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { askForAnswers } from "./addresses.ts";
import { bumpReplies, settlePlaces } from "./places.ts";
import { type Chosen, chosenReplies } from "./queue.ts";
import { enterDecisions } from "./record.ts";
import type { Reason } from "./replies.ts";

type Decide = {
  readonly chosen: Chosen;
  readonly to: "shown" | "refused" | "held";
  readonly reason: Reason | null;
  /** For the reader. */
  readonly note: string;
  /** A member of staff, or `rule:ID`. */
  readonly by: string;
  readonly at: Date;
};

export type Decided = {
  /** By which it is undone. */
  readonly batch: string;
  readonly count: number;
};

/** Decides over all that was chosen and is not so already; what its writer took back or erased stays theirs. */
export async function decideReplies(db: Db, { chosen, to, reason, note: said, by, at }: Decide): Promise<Decided> {
  const batch = newId(at);
  return together(db, async (db) => {
    const [given, words] = to === "refused" ? [reason, said] : [null, ""];
    // An id of this moment: the time of the batch, and for the rest the reply's own chance.
    const { numAffectedRows = 0n } = await sql`
      insert into decision (id, reply_id, batch, before, after, reason, note, made_by, made_at, undone_at)
      select ${batch.slice(0, TIME)} || substr(reply.id, ${sql.lit(TIME + 1)}),
             reply.id, ${batch}, reply.state, ${to}, ${given}, ${words}, ${by}, ${at.toISOString()}, null
        from reply
       where reply.state in ('held', 'shown', 'refused')
         and reply.state <> ${to}
         and ${chosenReplies(chosen)}`.execute(db);
    const count = Number(numAffectedRows);
    if (count === 0) return { batch, count };
    const made = sql`decision.batch = ${batch}`;
    await sql`
      update reply
         set state      = ${to},
             is_listed  = case when ${to} = 'shown' and reply.kind = 'reply' then 1 else 0 end,
             reason     = ${given},
             note       = ${words},
             decided_by = ${by},
             decided_at = ${at.toISOString()}
        from decision
       where decision.reply_id = reply.id
         and ${made}`.execute(db);
    await enterDecisions(db, { ids: await idsOf(db, made), at });
    await settle(db, made, { from: sql.ref("decision.before"), to: sql.ref("decision.after") });
    if (to !== "held") await askForAnswers(db, at);
    await enqueue(db, "replies.learn", { batch }, at);
    await note(db, { by, act: `reply.${to}`, subject: `replies:${batch}`, detail: { replies: count }, at });
    return { batch, count };
  });
}

/** `xxxxxxxx-xxxx-7xxx`: the time an id was made at, and a little chance. */
const TIME = 18;

type Undo = { readonly batch: string; readonly by: string; readonly at: Date };

/** Takes a decision back: every reply it changed, and nobody has decided since, is as it was, its reason too. */
export async function undoDecision(db: Db, { batch, by, at }: Undo): Promise<number> {
  return together(db, async (db) => {
    const undoneAt = at.toISOString();
    const { numAffectedRows = 0n } = await sql`
      update decision
         set undone_at = ${undoneAt}
        from reply
       where reply.id = decision.reply_id
         and decision.batch = ${batch}
         and decision.undone_at is null
         and decision.after = reply.state
         and not exists (select 1
                           from decision as later
                          where later.reply_id = decision.reply_id
                            and later.made_at > decision.made_at
                            and later.before <> ''
                            and later.undone_at is null)`.execute(db);
    const count = Number(numAffectedRows);
    if (count === 0) return 0;
    const taken = sql`decision.batch = ${batch} and decision.undone_at = ${undoneAt}`;
    await sql`
      update reply
         set state      = decision.before,
             is_listed  = case when decision.before = 'shown' and reply.kind = 'reply' then 1 else 0 end,
             reason     = ${earlier("reason")},
             note       = coalesce(${earlier("note")}, ''),
             decided_by = ${by},
             decided_at = ${undoneAt}
        from decision
       where decision.reply_id = reply.id
         and ${taken}`.execute(db);
    await enterDecisions(db, { ids: await idsOf(db, taken), at, undone: true });
    await settle(db, taken, { from: sql.ref("decision.after"), to: sql.ref("decision.before") });
    await enqueue(db, "replies.learn", { batch }, at);
    await note(db, { by, act: "reply.undo", subject: `replies:${batch}`, detail: { replies: count }, at });
    return count;
  });
}

/** What the decision that holds again said; only a refusal says anything. */
function earlier(column: "reason" | "note"): RawBuilder<string | null> {
  return sql`
    case when decision.before = 'refused'
         then (select earlier.${sql.ref(column)}
                 from decision as earlier
                where earlier.reply_id = reply.id
                  and earlier.after = 'refused'
                  and earlier.undone_at is null
                  and earlier.id <> decision.id
                order by earlier.made_at desc, earlier.id desc
                limit 1)
    end`;
}

async function idsOf(db: Db, which: RawBuilder<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select decision.id from decision where ${which} order by decision.id`.execute(db);
  return rows.map(({ id }) => id);
}

type Change = { readonly from: RawBuilder<unknown>; readonly to: RawBuilder<unknown> };

/** What follows from a change of states: trust of guests, counts, places, pages. `which` names the decisions. */
async function settle(db: Db, which: RawBuilder<unknown>, { from, to }: Change): Promise<void> {
  // First: whoever moves the topics counts alone until their commit.
  const { rows } = await sql<{ article_id: string }>`
    select distinct reply.article_id
      from decision
      join reply on reply.id = decision.reply_id
     where ${which}
     order by reply.article_id`.execute(db);
  await bumpReplies(
    db,
    rows.map(({ article_id }) => article_id),
  );
  const more = (state: "shown" | "refused") => sql`
    cast(sum(case when ${to} = ${state} then 1 else 0 end - case when ${from} = ${state} then 1 else 0 end) as integer)`;
  await sql`
    update guest
       set shown   = guest.shown + counted.shown,
           refused = guest.refused + counted.refused
      from (select reply.guest_id as guest_id, ${more("shown")} as shown, ${more("refused")} as refused
              from decision
              join reply on reply.id = decision.reply_id
             where ${which} and reply.guest_id is not null
             group by reply.guest_id) as counted
     where guest.id = counted.guest_id`.execute(db);
  // What was shown neither before nor after stands on no page.
  const seen = sql`${which} and 'shown' in (${from}, ${to})`;
  const { rows: pages } = await sql`select 1 from decision where ${seen} limit 1`.execute(db);
  if (pages.length === 0) return;
  await sql`
    insert into reply_count (article_id, shown)
    select reply.article_id, ${more("shown")}
      from decision
      join reply on reply.id = decision.reply_id
     where ${seen} and reply.kind = 'reply'
     group by reply.article_id
        on conflict (article_id) do update set shown = reply_count.shown + excluded.shown`.execute(db);
  await settlePlaces(
    db,
    sql`(select reply.root_id from decision join reply on reply.id = decision.reply_id where ${seen})`,
  );
}
