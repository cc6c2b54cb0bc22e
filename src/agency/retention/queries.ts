import { sql } from "kysely";
import { settingsOf } from "#agency/settings/queries.ts";
import type { Db } from "#store/db.ts";
import {
  FORGOTTEN,
  type Forgotten,
  forgottenBefore,
  LEAST_DAYS,
  MOST_DAYS,
  type Retention,
  SIGN_INS,
  USUAL_RETENTION,
} from "./retention.ts";

export async function retention(db: Db): Promise<Retention> {
  const set = await settingsOf(db, "retention");
  const days = FORGOTTEN.map((what) => [what, daysFrom(set[`retention.${what}`], what)] as const);
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(days) as Retention;
}

function daysFrom(kept: string | undefined, what: Forgotten): number {
  const days = Number(kept);
  return Number.isInteger(days) && days >= LEAST_DAYS && days <= MOST_DAYS ? days : USUAL_RETENTION[what];
}

/** How many rows of each kind would go at `at`. */
export async function wouldBeForgotten(
  db: Db,
  kept: Retention,
  at: Date,
): Promise<Readonly<Record<Forgotten, number>>> {
  const counts = await Promise.all(
    FORGOTTEN.map(async (what) => {
      const { rows } = await sql<{ rows: number }>`
        select cast(count(*) as integer) as rows
          from ${sql.table(TABLES[what])}
         where ${oldOnes(what, forgottenBefore(kept[what], at))}`.execute(db);
      return [what, rows[0]?.rows ?? 0] as const;
    }),
  );
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(counts) as Record<Forgotten, number>;
}

export const TABLES = {
  drafts: "revision",
  previews: "preview_link",
  "sign-ins": "audit",
  jobs: "job",
  wire: "wire_item",
} as const;

/** What of a table has had its time. Of every article the newest text stays, and each that somebody decided on. */
export function oldOnes(what: Forgotten, before: Date) {
  const moment = before.toISOString();
  switch (what) {
    case "drafts":
      return sql`
        kind = 'draft'
        and made_at < ${moment}
        and exists (select 1
                      from revision as newer
                     where newer.article_id = revision.article_id and newer.made_at > revision.made_at)
        and not exists (select 1
                          from article
                         where article.published_revision_id = revision.id
                            or article.ready_revision_id = revision.id
                            or article.scheduled_revision_id = revision.id)`;
    case "previews":
      return sql`ends_at < ${moment}`;
    case "sign-ins":
      return sql`act in (${sql.join(SIGN_INS)}) and made_at < ${moment}`;
    case "jobs":
      return sql`state = 'done' and ended_at < ${moment}`;
    case "wire":
      // What a feed still carries would come in again as new.
      return sql`
        state <> 'used'
        and changed_at < ${moment}
        and not exists (select 1
                          from wire_name
                         where wire_name.item_id = wire_item.id and wire_name.seen_at >= ${moment})`;
  }
}
