/** Who is told at once of a new story in a feed (WebSub): what they asked for, until when, and how telling them went. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function websub(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table websub_subscription (
      id          ${text} not null primary key,
      topic       ${text} not null,
      callback    ${text} not null,
      host        ${text} not null,
      secret      ${text},
      lease_until ${text} not null,
      failures    integer not null,
      due_at      ${text},
      last_error  ${text},
      told_at     ${text},
      made_at     ${text} not null,
      unique (topic, callback)
    )`.execute(db);
  await sql`create index websub_due on websub_subscription (due_at) where due_at is not null`.execute(db);
  await sql`create index websub_host on websub_subscription (host)`.execute(db);
}
