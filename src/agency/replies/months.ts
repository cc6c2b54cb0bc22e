/** What became of replies, by month, for everybody to read: counted once when a month is over, and never again. */
import { sql } from "kysely";
import { editions } from "#agency/editions/queries.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { isReason, type Reason } from "./replies.ts";

export const TOPIC_OF_MONTHS = "reply-months";

export type ReplyMonth = {
  /** `2026-10`, of the world's time. */
  readonly month: string;
  readonly written: number;
  readonly shown: number;
  readonly refused: number;
  /** Of those refused, by a rule alone. */
  readonly byRule: number;
  readonly reasons: readonly (readonly [reason: Reason, many: number])[];
  readonly reports: number;
  /** Of those reports, the ones that were right. */
  readonly upheld: number;
  /** Second looks that were asked for, by writers and by those who reported. */
  readonly appeals: number;
};

const MOST_MONTHS = 12;
// A site that moved here with years of decisions is counted in a few nights.
const MONTHS_A_RUN = 24;

/** The months that are counted, the latest first, a year of them. */
export async function replyMonths(db: Db, editionId: string): Promise<readonly ReplyMonth[]> {
  const months = db
    .selectFrom("reply_month")
    .select("month")
    .where("edition_id", "=", editionId)
    .where("what", "=", "written")
    .orderBy("month", "desc")
    .limit(MOST_MONTHS);
  const rows = await db
    .selectFrom("reply_month")
    .select(["month", "what", "many"])
    .where("edition_id", "=", editionId)
    .where("month", "in", months)
    .orderBy("month", "desc")
    .orderBy("what")
    .execute();
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, counts]) => {
    const many = (what: string) => counts.find((one) => one.what === what)?.many ?? 0;
    return {
      month,
      written: many("written"),
      shown: many("shown"),
      refused: many("refused"),
      byRule: many("by-rule"),
      reasons: counts.flatMap(({ what, many }) => {
        const reason = what.startsWith(OF_REASON) ? what.slice(OF_REASON.length) : "";
        return isReason(reason) ? [[reason, many] as const] : [];
      }),
      reports: many("reports"),
      upheld: many("upheld"),
      appeals: many("appeals"),
    };
  });
}

const OF_REASON = "refused:";

/** Counts the months that are over and not counted yet. Run once a day; who runs it twice counts nothing more. */
export async function countMonths(db: Db, { at }: { at: Date }): Promise<void> {
  const houses = await editions(db);
  const first = await firstUncounted(db);
  if (first === undefined) return;
  let counted = 0;
  for (let month = first; month < monthOf(at) && counted < MONTHS_A_RUN; month = monthAfter(month), counted++)
    await together(db, async (db) => {
      const counts = await countsOf(db, month);
      for (const { id } of houses) {
        const ours = counts.get(id) ?? new Map();
        // The row that says the month was counted stands also where nobody wrote.
        for (const [what, many] of [...ours, ...(ours.has("written") ? [] : [["written", 0] as const])])
          await db
            .insertInto("reply_month")
            .values({ edition_id: id, month, what, many })
            .onConflict((known) => known.columns(["edition_id", "month", "what"]).doNothing())
            .execute();
      }
      await bump(db, [TOPIC_OF_MONTHS]);
    });
}

/** The month after the last one counted, else that of the first decision; nothing where none was made. */
async function firstUncounted(db: Db): Promise<string | undefined> {
  const last = await db
    .selectFrom("reply_month")
    .select((row) => row.fn.max("month").as("month"))
    .executeTakeFirst();
  if (last?.month) return monthAfter(last.month);
  const first = await db.selectFrom("decision").select("made_at").orderBy("made_at").limit(1).executeTakeFirst();
  return first?.made_at.slice(0, MONTH_LETTERS);
}

const MONTH_LETTERS = "2026-10".length;

function monthOf(at: Date): string {
  return at.toISOString().slice(0, MONTH_LETTERS);
}

export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number, 1)));
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** By edition and by what. A decision that was taken back was none. */
async function countsOf(db: Db, month: string): Promise<Counts> {
  const [from, to] = [`${month}-01`, `${monthAfter(month)}-01`];
  const { rows: decisions } = await sql<{ edition: string; what: string; many: number }>`
    select article.edition_id as edition,
           case when decision.before = '' and decision.after = 'shown' then 'written-shown'
                when decision.before = '' then 'written'
                when decision.after = 'refused' then
                  case when decision.made_by like 'rule:%' then 'by-rule:' else 'refused:' end || coalesce(decision.reason, 'other')
                else decision.after end as what,
           cast(count(*) as integer) as many
      from decision
      join reply on reply.id = decision.reply_id
      join article on article.id = reply.article_id
     where decision.made_at >= ${from}
       and decision.made_at < ${to}
       and decision.undone_at is null
     group by 1, 2`.execute(db);
  const { rows: reports } = await sql<{ edition: string; what: string; many: number }>`
    select article.edition_id as edition,
           case report.state when 'upheld' then 'upheld' else 'reports' end as what,
           cast(count(*) as integer) as many
      from report
      join reply on reply.id = report.reply_id
      join article on article.id = reply.article_id
     where report.made_at >= ${from}
       and report.made_at < ${to}
     group by 1, 2`.execute(db);
  const { rows: appeals } = await sql<{ edition: string; many: number }>`
    select asked.edition, cast(count(*) as integer) as many
      from (select article.edition_id as edition
              from report
              join reply on reply.id = report.reply_id
              join article on article.id = reply.article_id
             where report.appealed_at >= ${from} and report.appealed_at < ${to}
             union all
            select article.edition_id as edition
              from reply
              join article on article.id = reply.article_id
             where reply.appeal is not null
               and reply.written_at >= ${from}
               and reply.written_at < ${to}) as asked
     group by asked.edition`.execute(db);
  const counts = new Map<string, Map<string, number>>();
  const add = (edition: string, what: string, many: number) => {
    const ours = counts.get(edition) ?? new Map<string, number>();
    counts.set(edition, ours.set(what, (ours.get(what) ?? 0) + many));
  };
  for (const { edition, what, many } of decisions)
    for (const [counted, times] of countedAs(what)) add(edition, counted, many * times);
  for (const { edition, what, many } of reports) {
    add(edition, "reports", many);
    if (what === "upheld") add(edition, "upheld", many);
  }
  for (const { edition, many } of appeals) add(edition, "appeals", many);
  return counts;
}

function countedAs(what: string): readonly (readonly [what: string, times: number])[] {
  const [kind = "", reason] = what.split(":");
  // Set back to be looked at again: what is decided then counts.
  if (kind === "held") return [];
  if (kind === "written-shown")
    return [
      ["written", 1],
      ["shown", 1],
    ];
  if (reason === undefined) return [[kind, 1]];
  const refused = [
    ["refused", 1],
    [`${OF_REASON}${reason}`, 1],
  ] as const;
  return kind === "by-rule" ? [...refused, ["by-rule", 1]] : refused;
}
