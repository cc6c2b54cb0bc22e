/** Who is sent to by the wire is taken in batches, few of one host: where channels lead, and who is held to be told. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function fairSending(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table client_channel add column host ${text} not null default ''`.execute(db);
  const { rows } = await sql<{ id: string; address: string }>`
    select id, address from client_channel where kind <> 'mail'`.execute(db);
  for (const { id, address } of rows)
    await sql`update client_channel set host = ${URL.parse(address)?.host ?? ""} where id = ${id}`.execute(db);
  await sql`alter table websub_subscription add column held_until ${text}`.execute(db);
  await sql`drop index client_channel_due`.execute(db);
  await sql`
    create index client_channel_due on client_channel (failures, due_at, id, host) where due_at is not null`.execute(
    db,
  );
  await sql`
    create index websub_held on websub_subscription (held_until) where held_until is not null`.execute(db);
  await sql`
    update job set kind = 'websub.tell', key = 'websub.tell' where kind = 'websub.retry' and state = 'waiting'`.execute(
    db,
  );
}
