/** Browsers that want to hear of answers. What would let anybody else speak to them is sealed. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function push(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table push_subscription (
      id           ${text} not null primary key,
      guest_id     ${text} not null references guest (id) on delete cascade,
      blind_index  ${text} not null unique,
      sealed       ${text} not null,
      edition      ${text} not null,
      made_at      ${text} not null,
      confirmed_at ${text}
    )`.execute(db);
  await sql`create index push_subscription_of_guest on push_subscription (guest_id)`.execute(db);
}
