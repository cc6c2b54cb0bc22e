/** The people of the desk: how each signs in, where they are signed in, the links they were given, and who tried too often. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function staff(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table staff (
      id                 ${text} not null primary key,
      name               ${text} not null,
      email              ${text} not null unique,
      email_verified     integer not null,
      role               ${text} not null,
      language           ${text} not null,
      two_factor_enabled integer not null,
      suspended_at       ${text},
      removed_at         ${text},
      made_at            ${text} not null,
      changed_at         ${text} not null
    )`.execute(db);
  await sql`
    create table staff_session (
      id         ${text} not null primary key,
      token      ${text} not null unique,
      staff_id   ${text} not null references staff (id) on delete cascade,
      expires_at ${text} not null,
      ip_address ${text} not null,
      user_agent ${text} not null,
      made_at    ${text} not null,
      changed_at ${text} not null
    )`.execute(db);
  await sql`create index staff_session_of on staff_session (staff_id, made_at)`.execute(db);
  await sql`
    create table staff_credential (
      id          ${text} not null primary key,
      staff_id    ${text} not null references staff (id) on delete cascade,
      provider_id ${text} not null,
      account_id  ${text} not null,
      password    ${text} not null,
      made_at     ${text} not null,
      changed_at  ${text} not null,
      unique (staff_id, provider_id)
    )`.execute(db);
  await sql`
    create table staff_passkey (
      id            ${text} not null primary key,
      staff_id      ${text} not null references staff (id) on delete cascade,
      name          ${text},
      public_key    ${text} not null,
      credential_id ${text} not null unique,
      counter       bigint not null,
      device_type   ${text} not null,
      backed_up     integer not null,
      transports    ${text},
      aaguid        ${text},
      made_at       ${text} not null
    )`.execute(db);
  await sql`create index staff_passkey_of on staff_passkey (staff_id, made_at)`.execute(db);
  await sql`
    create table staff_totp (
      id                        ${text} not null primary key,
      staff_id                  ${text} not null unique references staff (id) on delete cascade,
      secret                    ${text} not null,
      backup_codes              ${text} not null,
      verified                  integer not null,
      failed_verification_count integer not null,
      locked_until              ${text}
    )`.execute(db);
  await sql`
    create table staff_check (
      id         ${text} not null primary key,
      identifier ${text} not null,
      value      ${text} not null,
      expires_at ${text} not null,
      made_at    ${text} not null,
      changed_at ${text} not null
    )`.execute(db);
  await sql`create index staff_check_identifier on staff_check (identifier)`.execute(db);
  await sql`
    create table staff_link (
      digest     ${text} not null primary key,
      kind       ${text} not null,
      staff_id   ${text} references staff (id) on delete cascade,
      expires_at ${text} not null
    )`.execute(db);
  await sql`create index staff_link_of on staff_link (staff_id)`.execute(db);
  await sql`
    create table sign_in_try (
      key      ${text} not null primary key,
      failures integer not null,
      last_at  ${text} not null,
      open_at  ${text} not null
    )`.execute(db);
}
