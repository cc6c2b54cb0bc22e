/**
 * What every reply is judged by as it arrives (settings, rules, names of the staff, what was learned) changes a few times a
 * day, and replies come by the thousand: the database counts the changes, and a process that knows the count knows the rest.
 */
import { type RawBuilder, sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function replyGround(db: Db): Promise<void> {
  const { text, follow } = engineOf(db);
  await sql`create table reply_ground (id ${text} not null primary key, changes integer not null)`.execute(db);
  await sql`insert into reply_ground (id, changes) values ('now', 0)`.execute(db);
  const counted = sql`update reply_ground set changes = changes + 1`;
  for (const [table, isTold] of JUDGED_BY)
    for (const change of ["insert", "update", "delete"] as const)
      await follow(db, { table, change, when: isTold[change], statements: [counted] });
}

type Told = Readonly<Record<"insert" | "update" | "delete", RawBuilder<unknown>>>;

const ALWAYS = sql`1 = 1`;

function whenever(update: RawBuilder<unknown> = ALWAYS): Told {
  return { insert: ALWAYS, update, delete: ALWAYS };
}

const JUDGED_BY: readonly (readonly [table: string, told: Told])[] = [
  ["setting", { insert: isOurs("new"), update: isOurs("new"), delete: isOurs("old") }],
  ["rule", whenever()],
  // Who works here signs in every day, and is called the same.
  ["staff", whenever(sql`old.name is distinct from new.name or old.removed_at is distinct from new.removed_at`)],
  ["spam_total", whenever()],
];

function isOurs(row: "new" | "old"): RawBuilder<unknown> {
  return sql`(${sql.ref(`${row}.key`)} like 'replies.%' or ${sql.ref(`${row}.key`)} like 'advice.%')`;
}
