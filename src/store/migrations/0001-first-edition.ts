/** The tables of the first edition. What a migration has made is never edited, only changed by a later one. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function firstEdition(db: Db): Promise<void> {
  await newsroom(db);
  await articles(db);
  await register(db);
  await machinery(db);
  await engineOf(db).makeSearchIndex(db);
}

// `not null` beside `primary key`, which on SQLite does not say so by itself.
async function newsroom(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table edition (
      id             ${text} not null primary key,
      code           ${text} not null unique,
      name           ${text} not null,
      language       ${text} not null,
      time_zone      ${text} not null,
      date_order     ${text} not null check (date_order in ('day-first', 'month-first')),
      dateline_style ${text} not null,
      jurisdictions  ${text} not null,
      label_policy   ${text} not null,
      labels_as_of   ${text} not null,
      position       integer not null,
      made_at        ${text} not null
    )`.execute(db);
  await sql`
    create table section (
      id         ${text} not null primary key,
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      name       ${text} not null,
      position   integer not null,
      unique (edition_id, slug)
    )`.execute(db);
  await sql`
    create table topic (
      id          ${text} not null primary key,
      edition_id  ${text} not null references edition (id),
      slug        ${text} not null,
      name        ${text} not null,
      description ${text} not null,
      unique (edition_id, slug)
    )`.execute(db);
  await sql`
    create table person (
      id         ${text} not null primary key,
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      name       ${text} not null,
      office     ${text} not null,
      about      ${text} not null,
      unique (edition_id, slug)
    )`.execute(db);
  await sql`
    create table media (
      id      ${text} not null primary key,
      type    ${text} not null,
      width   integer not null,
      height  integer not null,
      bytes   integer not null,
      credit  ${text} not null,
      licence ${text} not null,
      made_at ${text} not null
    )`.execute(db);
  await sql`
    create table source (
      id       ${text} not null primary key,
      kind     ${text} not null check (kind in ('outlet', 'person', 'document', 'page')),
      name     ${text} not null,
      language ${text},
      url      ${text},
      made_at  ${text} not null
    )`.execute(db);
  await sql`create index source_name on source (name, id)`.execute(db);
}

async function articles(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table story (
      id      ${text} not null primary key,
      made_at ${text} not null
    )`.execute(db);
  await sql`
    create table article (
      id              ${text} not null primary key,
      story_id        ${text} not null references story (id),
      edition_id      ${text} not null references edition (id),
      section_id      ${text} references section (id),
      slug            ${text} not null,
      state           ${text} not null
                      check (state in ('draft', 'in-review', 'ready', 'scheduled', 'published', 'spiked', 'withdrawn', 'killed')),
      published_at    ${text},
      changed_at      ${text},
      origin_name     ${text},
      origin_url      ${text},
      translated_from ${text} references article (id),
      made_at         ${text} not null,
      unique (edition_id, slug)
    )`.execute(db);
  // No cascade: a revision is not deleted in silence together with its article.
  await sql`
    create table revision (
      id              ${text} not null primary key,
      article_id      ${text} not null references article (id),
      kind            ${text} not null
                      check (kind in ('draft', 'publication', 'update', 'clarification', 'correction', 'retraction')),
      headline        ${text} not null,
      standfirst      ${text} not null,
      document        ${text} not null,
      dateline_place  ${text},
      dateline_date   ${text},
      picture_id      ${text} references media (id),
      picture_alt     ${text} not null,
      picture_caption ${text} not null,
      note            ${text} not null,
      made_by         ${text} not null,
      made_at         ${text} not null
    )`.execute(db);
  // Two tables name each other, so one of the names comes after both stand.
  await sql`alter table article add column published_revision_id ${text} references revision (id)`.execute(db);
  // The front page and the archive by month walk the first; the section's page the second.
  await sql`create index article_newest on article (edition_id, state, published_at desc, id desc)`.execute(db);
  await sql`create index article_of_section on article (section_id, state, published_at desc, id desc)`.execute(db);
  await sql`create index article_of_story on article (story_id, edition_id)`.execute(db);
  await sql`create index article_translated on article (translated_from)`.execute(db);
  await sql`create index article_revision on article (published_revision_id)`.execute(db);
  await sql`create index revision_of_article on revision (article_id, made_at desc, id desc)`.execute(db);
  await sql`create index revision_picture on revision (picture_id)`.execute(db);
  await sql`
    create table article_topic (
      article_id ${text} not null references article (id) on delete cascade,
      topic_id   ${text} not null references topic (id) on delete cascade,
      primary key (article_id, topic_id)
    )`.execute(db);
  await sql`create index article_topic_of_topic on article_topic (topic_id, article_id)`.execute(db);
  await sql`
    create table byline (
      revision_id ${text} not null references revision (id) on delete cascade,
      person_id   ${text} not null references person (id),
      position    integer not null,
      primary key (revision_id, person_id)
    )`.execute(db);
  await sql`create index byline_of_person on byline (person_id, revision_id)`.execute(db);
  await sql`
    create table search_entry (
      article_id     ${text} not null primary key references article (id) on delete cascade,
      edition_id     ${text} not null references edition (id) on delete cascade,
      published_at   ${text} not null,
      headline_stems ${text} not null,
      text_stems     ${text} not null
    )`.execute(db);
  await sql`create index search_entry_newest on search_entry (edition_id, published_at desc, article_id desc)`.execute(
    db,
  );
}

async function register(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table organisation (
      id         ${text} not null primary key,
      position   integer not null,
      changed_at ${text} not null
    )`.execute(db);
  // No foreign key on the organisation: a register may be taken in anew while the mentions are being noted.
  await sql`
    create table article_mention (
      article_id      ${text} not null references article (id) on delete cascade,
      organisation_id ${text} not null,
      primary key (article_id, organisation_id)
    )`.execute(db);
  await sql`create index article_mention_of_organisation on article_mention (organisation_id, article_id)`.execute(db);
  await sql`
    create table name (
      id              ${text} not null primary key,
      organisation_id ${text} not null references organisation (id) on delete cascade,
      text            ${text} not null,
      language        ${text} not null,
      kind            ${text} not null check (kind in ('full', 'short', 'acronym', 'alias', 'derived', 'product')),
      match           ${text} check (match in ('auto', 'ask')),
      wording         ${text},
      position        integer not null
    )`.execute(db);
  await sql`create index name_of_organisation on name (organisation_id, position, id)`.execute(db);
  await sql`
    create table form (
      name_id ${text} not null references name (id) on delete cascade,
      text    ${text} not null,
      how     ${text} not null check (how in ('given', 'generated', 'editor')),
      primary key (name_id, text)
    )`.execute(db);
  await sql`
    create table designation (
      id              ${text} not null primary key,
      organisation_id ${text} not null references organisation (id) on delete cascade,
      jurisdiction    ${text} not null,
      authority       ${text} not null,
      decision        ${text} not null,
      starts_on       ${text} not null,
      ends_on         ${text},
      wording         ${text} not null,
      reference       ${text}
    )`.execute(db);
  await sql`create index designation_of_organisation on designation (organisation_id, starts_on, id)`.execute(db);
}

async function machinery(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table job (
      id         ${text} not null primary key,
      kind       ${text} not null,
      key        ${text},
      payload    ${text} not null,
      state      ${text} not null check (state in ('waiting', 'done', 'dead')),
      run_at     ${text} not null,
      attempts   integer not null,
      held_until ${text},
      held_by    ${text},
      last_error ${text},
      made_at    ${text} not null,
      ended_at   ${text}
    )`.execute(db);
  await sql`create index job_waiting on job (run_at, id) where state = 'waiting'`.execute(db);
  await sql`create index job_key on job (key) where state = 'waiting' and key is not null`.execute(db);
  await sql`create index job_ended on job (state, ended_at) where state <> 'waiting'`.execute(db);
  await sql`
    create table topic_version (
      topic   ${text} not null primary key,
      version integer not null,
      moved   bigint not null
    )`.execute(db);
  await sql`create index topic_version_moved on topic_version (moved)`.execute(db);
  await sql`
    create table setting (
      key   ${text} not null primary key,
      value ${text} not null
    )`.execute(db);
}
