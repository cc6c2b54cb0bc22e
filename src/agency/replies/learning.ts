/** What decisions teach of advertising: each once, and taken back when the decision is; of copies one for all. */
import { sql } from "kysely";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { type Counts, type Model, tokensOf } from "./score.ts";

const AS_SPAM = 1;
const AS_HAM = 2;
const NOTHING = 3;

const DECISIONS_A_TIME = 300;
const TOKENS_A_TIME = 500;
/** So many words of a language are remembered; the rarest are forgotten first. */
const MOST_TOKENS_KEPT = 20_000;

type Taught = {
  readonly id: string;
  readonly language: string;
  readonly cluster: string;
  readonly author_name: string;
  readonly body: string;
  readonly after: string;
  readonly reason: string | null;
  readonly learned: number;
  readonly undone_at: string | null;
};

/** Learns from one press, or unlearns what was taken back of it. Who runs it twice learns nothing more. */
export async function learnFrom(db: Db, batch: string): Promise<void> {
  while (await learnSome(db, batch)) {
    // Some hundred at a time, so that nobody waits for a press over thousands to be learned.
  }
}

async function learnSome(db: Db, batch: string): Promise<boolean> {
  return together(db, async (db) => {
    const { rows } = await sql<Taught>`
      select decision.id, edition.language, coalesce(reply.cluster_id, reply.id) as cluster,
             reply.author_name, reply.body, decision.after, decision.reason, decision.learned, decision.undone_at
        from decision
        join reply on reply.id = decision.reply_id
        join article on article.id = reply.article_id
        join edition on edition.id = article.edition_id
       where decision.batch = ${batch}
         and decision.made_by not like 'rule:%'
         and ((decision.undone_at is null and decision.learned = 0)
           or (decision.undone_at is not null and decision.learned in (${sql.lit(AS_SPAM)}, ${sql.lit(AS_HAM)})))
       order by decision.id
       limit ${DECISIONS_A_TIME}`.execute(db);
    if (rows.length === 0) return false;
    const seen = new Set<string>();
    const changes = new Map<string, { spam: number; ham: number }>();
    const totals = new Map<string, { spam: number; ham: number }>();
    for (const row of rows) {
      const isTakenBack = row.undone_at !== null;
      const as = isTakenBack ? row.learned : lessonOf(row);
      // Of a campaign one copy teaches, or five hundred would drown everything else.
      const isCopy = !isTakenBack && (seen.has(row.cluster) || (await isLearnedAlready(db, batch, row)));
      seen.add(row.cluster);
      const lesson = isCopy ? NOTHING : as;
      await mark(db, { id: row.id, learned: isTakenBack ? 0 : lesson });
      if (lesson === NOTHING) continue;
      const step = isTakenBack ? -1 : 1;
      add(totals, row.language, lesson, step);
      for (const token of tokensOf({ name: row.author_name, text: row.body }))
        add(changes, `${row.language} ${token}`, lesson, step);
    }
    await writeDown(db, changes, totals);
    return true;
  });
}

function lessonOf({ after, reason }: Taught): number {
  if (after === "shown") return AS_HAM;
  return after === "refused" && (reason === "spam" || reason === "duplicate") ? AS_SPAM : NOTHING;
}

async function isLearnedAlready(db: Db, batch: string, { cluster, id }: Taught): Promise<boolean> {
  const { rows } = await sql`
    select 1
      from decision
      join reply on reply.id = decision.reply_id
     where reply.cluster_id = ${cluster}
       and decision.batch = ${batch}
       and decision.id <> ${id}
       and decision.learned in (${sql.lit(AS_SPAM)}, ${sql.lit(AS_HAM)})
     limit 1`.execute(db);
  return rows.length > 0;
}

const mark = keptStatement((db, value: ValueOf<{ id: string; learned: number }>) =>
  db
    .updateTable("decision")
    .set({ learned: value("learned") })
    .where("id", "=", value("id")),
);

function add(counts: Map<string, { spam: number; ham: number }>, key: string, as: number, step: number): void {
  const count = counts.get(key) ?? { spam: 0, ham: 0 };
  if (as === AS_SPAM) count.spam += step;
  else count.ham += step;
  counts.set(key, count);
}

type Changes = ReadonlyMap<string, Counts>;

async function writeDown(db: Db, changes: Changes, totals: Changes): Promise<void> {
  const tokens = [...changes].map(([key, { spam, ham }]) => {
    const [language = "", ...token] = key.split(" ");
    return { language, token: token.join(" "), spam, ham };
  });
  for (let from = 0; from < tokens.length; from += TOKENS_A_TIME)
    await db
      .insertInto("spam_token")
      .values(tokens.slice(from, from + TOKENS_A_TIME))
      .onConflict((known) =>
        known.columns(["language", "token"]).doUpdateSet((row) => ({
          spam: sql<number>`spam_token.spam + ${row.ref("excluded.spam")}`,
          ham: sql<number>`spam_token.ham + ${row.ref("excluded.ham")}`,
        })),
      )
      .execute();
  for (const [language, { spam, ham }] of totals) {
    await db
      .insertInto("spam_total")
      .values({ language, spam, ham, changed: 1 })
      .onConflict((known) =>
        known.column("language").doUpdateSet((row) => ({
          spam: row("spam_total.spam", "+", spam),
          ham: row("spam_total.ham", "+", ham),
          changed: row("spam_total.changed", "+", 1),
        })),
      )
      .execute();
    await forgetRarest(db, language);
  }
}

async function forgetRarest(db: Db, language: string): Promise<void> {
  await sql`delete from spam_token where language = ${language} and spam <= 0 and ham <= 0`.execute(db);
  await sql`
    delete from spam_token
     where language = ${language}
       and token in (select token
                       from spam_token
                      where language = ${language}
                      order by spam + ham desc, token
                      limit 1000000 offset ${sql.lit(MOST_TOKENS_KEPT)})`.execute(db);
}

const totalOf = keptStatement((db, value: ValueOf<{ language: string }>) =>
  db.selectFrom("spam_total").select(["spam", "ham", "changed"]).where("language", "=", value("language")),
);

type Known = { readonly changed: number; readonly model: Model };

const models = new WeakMap<object, Map<string, Known>>();

/** What was learned of a language; nothing when nothing was. Read anew when it has changed. */
export async function modelFor(db: Db, language: string): Promise<Model | undefined> {
  const [total] = await totalOf(db, { language });
  if (!total) return undefined;
  // One process may have several stores open; what they share is the executor's adapter.
  const store = db.getExecutor().adapter;
  const ofStore = models.get(store) ?? new Map<string, Known>();
  models.set(store, ofStore);
  const known = ofStore.get(language);
  if (known?.changed === total.changed) return known.model;
  const rows = await db
    .selectFrom("spam_token")
    .select(["token", "spam", "ham"])
    .where("language", "=", language)
    .execute();
  const model = { total, tokens: new Map(rows.map(({ token, spam, ham }) => [token, { spam, ham }])) };
  ofStore.set(language, { changed: total.changed, model });
  return model;
}
