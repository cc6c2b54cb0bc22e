/**
 * What readers saw of an article, numbered, each with its kind; corrections; and what was withheld. From here on the
 * database itself keeps what was published as it is: only a withholding two people decided on may change a word of it.
 */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function corrections(db: Db): Promise<void> {
  await withholdings(db);
  await versions(db);
  const { text, keepUnlessWithheld } = engineOf(db);
  for (const column of ["mark", "scheduled_change"])
    await sql`alter table article add column ${sql.ref(column)} ${text}`.execute(db);
  for (const table of ["revision", "audit"])
    await sql`
      alter table ${sql.table(table)}
        add column withheld ${text} references withholding (id)`.execute(db);
  await keepUnlessWithheld(db, "revision", { column: "kind", words: ["draft"] });
  await keepUnlessWithheld(db, "audit", { column: "act", words: ["staff.sign-in", "staff.sign-out"] });
  await keepUnlessWithheld(db, "version");
  await keepUnlessWithheld(db, "correction");
}

async function withholdings(db: Db): Promise<void> {
  const { text, keepDecided } = engineOf(db);
  await sql`
    create table withholding (
      id           ${text} not null primary key,
      state        ${text} not null check (state in ('asked', 'confirmed', 'done', 'dropped')),
      story_id     ${text},
      words        ${text},
      picture_id   ${text},
      note         ${text},
      reason       ${text} not null,
      how          ${text} not null check (how in ('destroy', 'seal')),
      sealed       ${text},
      asked_by     ${text} not null,
      asked_role   ${text} not null,
      asked_at     ${text} not null,
      decided_by   ${text},
      decided_role ${text},
      decided_at   ${text},
      check (state not in ('confirmed', 'done') or (decided_by is not null and decided_by <> asked_by))
    )`.execute(db);
  await sql`create index withholding_open on withholding (state, id)`.execute(db);
  await sql`
    create table withheld_article (
      withholding_id ${text} not null references withholding (id),
      article_id     ${text} not null references article (id),
      primary key (withholding_id, article_id)
    )`.execute(db);
  await sql`create index withheld_article_of on withheld_article (article_id)`.execute(db);
  await keepDecided(db, "withholding", "state", ["done", "dropped"]);
}

async function versions(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table version (
      id          ${text} not null primary key,
      article_id  ${text} not null references article (id),
      number      integer not null,
      revision_id ${text} not null references revision (id),
      kind        ${text} not null
                  check (kind in ('publication', 'update', 'typo', 'clarification', 'correction', 'retraction',
                                  'translation', 'label-change')),
      sentence    ${text} not null,
      made_by     ${text} not null,
      made_at     ${text} not null,
      withheld    ${text} references withholding (id),
      unique (article_id, number)
    )`.execute(db);
  await sql`create index version_of_revision on version (revision_id)`.execute(db);
  // The page of corrections walks it.
  await sql`
    create index version_told on version (made_at desc, id desc)
     where kind in ('clarification', 'correction', 'retraction')`.execute(db);
  await sql`
    create table correction (
      id         ${text} not null primary key,
      version_id ${text} not null unique references version (id),
      article_id ${text} not null references article (id),
      old_words  ${text} not null,
      new_words  ${text} not null,
      severity   ${text} not null check (severity in ('minor', 'substantial', 'serious')),
      asked_by   ${text} not null,
      credited   ${text},
      withheld   ${text} references withholding (id)
    )`.execute(db);
  await sql`create index correction_of_article on correction (article_id)`.execute(db);
  // What came out before had the kinds that were known then.
  await sql`
    insert into version (id, article_id, number, revision_id, kind, sentence, made_by, made_at)
    select id,
           article_id,
           row_number() over (partition by article_id order by made_at, id),
           id,
           kind,
           note,
           made_by,
           made_at
      from revision
     where kind <> 'draft'`.execute(db);
}
