/**
 * Lists that cost the same in an archive of any size: where each published article is listed, kept by the database itself
 * in the order of the lists, and indexes for what was looked for by reading through.
 */
import { type RawBuilder, sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function lists(db: Db): Promise<void> {
  await whereArticlesAreListed(db);
  await indexes(db);
}

type Kind = {
  readonly kind: string;
  readonly table: string;
  readonly thing: string;
  /** What leads from a row of the table to its article. */
  readonly on: RawBuilder<unknown>;
  /** The article of a row that is put in or taken out. */
  readonly articleOf: (row: "new" | "old") => RawBuilder<unknown>;
};

function ofArticle(kind: string, table: string, thing: string): Kind {
  return {
    kind,
    table,
    thing,
    on: sql`${sql.ref(`${table}.article_id`)} = article.id`,
    articleOf: (row) => sql.ref(`${row}.article_id`),
  };
}

const KINDS: readonly Kind[] = [
  ofArticle("topic", "article_topic", "topic_id"),
  ofArticle("source", "article_source", "source_id"),
  ofArticle("organisation", "article_mention", "organisation_id"),
  {
    kind: "person",
    table: "byline",
    thing: "person_id",
    on: sql`byline.revision_id = article.published_revision_id`,
    articleOf: (row) => sql`(select id from article where published_revision_id = ${sql.ref(`${row}.revision_id`)})`,
  },
];

async function whereArticlesAreListed(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table listed (
      kind         ${text} not null,
      thing_id     ${text} not null,
      edition_id   ${text} not null,
      published_at ${text} not null,
      article_id   ${text} not null references article (id) on delete cascade,
      primary key (kind, thing_id, edition_id, published_at, article_id)
    )`.execute(db);
  await sql`create index listed_anywhere on listed (kind, thing_id, published_at, article_id)`.execute(db);
  await sql`create index listed_of_article on listed (article_id)`.execute(db);
  await followListed(db);
  for (const kind of KINDS) await listing(kind).execute(db);
}

/** The database lists an article anew with every change that could move it; in place of what it did before. */
export async function followListed(db: Db): Promise<void> {
  const { follow } = engineOf(db);
  for (const kind of KINDS) {
    const put = listing(kind, {
      article: kind.articleOf("new"),
      thing: sql`${sql.ref(`${kind.table}.${kind.thing}`)} = ${sql.ref(`new.${kind.thing}`)}`,
    });
    const take = sql`
      delete from listed
       where kind = ${sql.lit(kind.kind)}
         and thing_id = ${sql.ref(`old.${kind.thing}`)}
         and article_id = ${kind.articleOf("old")}`;
    await follow(db, { table: kind.table, change: "insert", statements: [put] });
    await follow(db, { table: kind.table, change: "delete", statements: [take] });
    await follow(db, { table: kind.table, change: "update", statements: [take, put] });
  }
  await follow(db, {
    table: "article",
    change: "update",
    when: sql`old.state is distinct from new.state
           or old.published_at is distinct from new.published_at
           or old.published_revision_id is distinct from new.published_revision_id`,
    statements: [
      sql`delete from listed where article_id = new.id`,
      ...KINDS.map((kind) => listing(kind, { article: sql`new.id` })),
    ],
  });
}

type One = {
  readonly article: RawBuilder<unknown>;
  /** The one thing it is listed under; all of the kind where it is left out. */
  readonly thing?: RawBuilder<unknown>;
};

/**
 * Lists every article there is, or one. The limit is for PostgreSQL, which keeps the plan of a trigger for as long as a
 * connection lasts: one made while the table was empty would look through all published articles for the one.
 */
function listing({ kind, table, thing, on }: Kind, one?: One): RawBuilder<unknown> {
  const article = one ? sql`(select * from article where id = ${one.article} limit 1) as article` : sql`article`;
  return sql`
    insert into listed (kind, thing_id, edition_id, published_at, article_id)
    select ${sql.lit(kind)}, ${sql.ref(`${table}.${thing}`)}, article.edition_id, article.published_at, article.id
      from ${article}
      join ${sql.table(table)} on ${on}
     where article.state = 'published' and article.published_at is not null and ${one?.thing ?? sql`1 = 1`}
        on conflict do nothing`;
}

/** Every list anew, for what put rows in without telling. */
export async function fillListed(db: Db): Promise<void> {
  await sql`delete from listed`.execute(db);
  for (const kind of KINDS) await listing(kind).execute(db);
}

async function indexes(db: Db): Promise<void> {
  for (const index of INDEXES) await sql.raw(index).execute(db);
}

const INDEXES: readonly string[] = [
  // The last that ended, of a state that is asked for by name.
  "drop index job_ended",
  "create index job_ended on job (state, ended_at, id)",
  "create index designation_begins on designation (starts_on, id)",
  "create index designation_ends on designation (ends_on, id) where ends_on is not null",
  "create index organisation_in_order on organisation (position, id)",
  "create index name_in_doubt on name (organisation_id) where doubt is not null and decided_by is null",
  "create index form_in_doubt on form (name_id) where is_doubtful = 1 and is_off = 0",
  // Nearly every picture was replaced by none, which made the engine think that an index does not help.
  "drop index media_replaced",
  "create index media_replaced on media (replaced_by) where replaced_by is not null",
  "create index article_gone on article (edition_id, gone_at, id) where gone_at is not null",
  "create index article_writer_newest on article_writer (wrote_at, article_id)",
  "create index source_of_kind on source (kind, is_confidential, made_at desc, id desc)",
  "create index revision_drafts on revision (made_at, article_id) where kind = 'draft'",
];
