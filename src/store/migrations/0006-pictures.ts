/** The library of pictures: what is known of each, and the sizes it is served in. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function pictures(db: Db): Promise<void> {
  const { text } = engineOf(db);
  for (const column of ["name", "alt", "caption", "copyright", "words"]) {
    await sql`alter table media add column ${sql.ref(column)} ${text} not null default ''`.execute(db);
  }
  for (const column of ["focus_x", "focus_y"]) {
    await sql`alter table media add column ${sql.ref(column)} integer not null default 50`.execute(db);
  }
  for (const column of ["upload_digest", "kept_by", "hidden_at"]) {
    await sql`alter table media add column ${sql.ref(column)} ${text}`.execute(db);
  }
  await sql`alter table media add column replaced_by ${text} references media (id)`.execute(db);
  // The library is walked by the first; the second finds bytes that were sent before.
  await sql`create index media_newest on media (made_at desc, id desc)`.execute(db);
  await sql`create index media_upload on media (upload_digest)`.execute(db);
  await sql`create index media_replaced on media (replaced_by)`.execute(db);
  await sql`
    create table rendition (
      media_id ${text} not null references media (id),
      type     ${text} not null,
      width    integer not null,
      height   integer not null,
      bytes    integer not null,
      primary key (media_id, type, width)
    )`.execute(db);
  await sql`
    create table picture_use (
      media_id   ${text} not null references media (id),
      article_id ${text} not null references article (id),
      primary key (media_id, article_id)
    )`.execute(db);
  await sql`create index picture_use_of_article on picture_use (article_id)`.execute(db);
}
