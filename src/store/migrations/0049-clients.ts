/** Who takes the wire: what they take, how they come in, where it is sent, and what was sent to whom under which number. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function clients(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table wire_client (
      id            ${text} not null primary key,
      name          ${text} not null,
      email         ${text} not null,
      language      ${text} not null,
      editions      ${text} not null,
      sections      ${text} not null,
      topics        ${text} not null,
      keywords      ${text} not null,
      labels        ${text} not null,
      jurisdictions ${text},
      terms         ${text} not null,
      last_number   integer not null,
      closed_at     ${text},
      pulled_number integer,
      pulled_at     ${text},
      made_at       ${text} not null
    )`.execute(db);
  await sql`
    create table wire_token (
      digest     ${text} not null primary key,
      id         ${text} not null unique,
      client_id  ${text} not null,
      kind       ${text} not null,
      scopes     ${text} not null,
      hint       ${text} not null,
      made_at    ${text} not null,
      expires_at ${text},
      used_at    ${text}
    )`.execute(db);
  await sql`create index wire_token_of on wire_token (client_id, made_at)`.execute(db);
  await sql`
    create table client_channel (
      id           ${text} not null primary key,
      client_id    ${text} not null,
      kind         ${text} not null,
      address      ${text} not null,
      secret       ${text},
      format       ${text} not null,
      done_number  integer not null,
      due_at       ${text},
      held_until   ${text},
      failures     integer not null,
      last_error   ${text},
      told_at      ${text},
      paused_at    ${text},
      made_at      ${text} not null
    )`.execute(db);
  await sql`create index client_channel_of on client_channel (client_id, made_at)`.execute(db);
  await sql`create index client_channel_due on client_channel (failures, due_at, id) where due_at is not null`.execute(
    db,
  );
  await sql`create index client_channel_paused on client_channel (paused_at) where paused_at is not null`.execute(db);
  await sql`
    create table wire_delivery (
      client_id        ${text} not null,
      number           integer not null,
      article_id       ${text} not null,
      version          integer not null,
      kind             ${text} not null,
      is_urgent        integer not null,
      made_at          ${text} not null,
      acknowledge_by   ${text},
      acknowledged_at  ${text},
      acknowledged_how ${text},
      escalated_at     ${text},
      primary key (client_id, number)
    )`.execute(db);
  await sql`create index wire_delivery_of on wire_delivery (article_id, client_id, version)`.execute(db);
  await sql`
    create index wire_delivery_waits on wire_delivery (acknowledge_by, client_id, number)
     where acknowledge_by is not null and acknowledged_at is null`.execute(db);
  await sql`
    create index wire_delivery_notices on wire_delivery (client_id, number desc)
     where acknowledge_by is not null and acknowledged_at is null`.execute(db);
  await sql`
    create table wire_sent (
      id         ${text} not null primary key,
      channel_id ${text} not null,
      number     integer not null,
      sent_at    ${text} not null,
      error      ${text}
    )`.execute(db);
  await sql`create index wire_sent_of on wire_sent (channel_id, number)`.execute(db);
  await sql`create index wire_sent_at on wire_sent (sent_at)`.execute(db);
}
