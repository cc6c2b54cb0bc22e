/**
 * A sweep looks through all published articles for labels that would differ: under a list that was read and not yet applied,
 * or on another day. It changes nothing a reader sees. It goes on where it was stopped, and the same question is asked once.
 */
import { createHash } from "node:crypto";
import { editions } from "#agency/editions/queries.ts";
import { dayIn, startOfDay } from "#lib/days.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { printPlain } from "#text/document/plain.ts";
import { type Matcher, matchersOf, type Register } from "#text/labels/labels.ts";
import { importRows } from "./imports.ts";
import { type Labeller, labellerWith } from "./labeller.ts";
import { type LabelsSeen, notedOf, type PublishedText, publishedTexts, seesTheSame } from "./published.ts";
import { registerDigest, registerOf } from "./queries.ts";
import { turnsBetween } from "./register.ts";

/** What is asked: the labels after an import, or on a day. */
export type Question = { readonly importId: string } | { readonly asOf: string };

export type Swept = {
  readonly sweepId: string;
  readonly looked: number;
  readonly changed: number;
  /** It has looked at every article. */
  readonly isDone: boolean;
};

// A stretch is one commit: what was looked at before a kill is not looked at again.
const ARTICLES_A_STRETCH = 500;

type Sweeping = {
  readonly by: string;
  readonly at: Date;
  /** Hears after each stretch how many articles have been looked at. */
  readonly told?: (looked: number) => void;
  /** Asked before each stretch, with how many there have been; without it the sweep looks to the end. */
  readonly goesOn?: (stretches: number) => boolean;
};

/** Looks through the articles, from where the same sweep was stopped. */
export async function sweep(
  db: Db,
  question: Question,
  { by, at, told = () => undefined, goesOn = () => true }: Sweeping,
): Promise<Swept> {
  const laws = await lawsOf(db, question, at);
  const begun = await beginSweep(db, question, { by, at });
  let { after, looked, changed, isDone } = begun;
  for (let stretches = 0; !isDone && goesOn(stretches); stretches++) {
    const texts = await publishedTexts(db, { after, limit: ARTICLES_A_STRETCH });
    const differing = texts.flatMap((text) => differenceIn(text, laws) ?? []);
    after = texts.at(-1)?.articleId ?? after;
    looked += texts.length;
    changed += differing.length;
    isDone = texts.length < ARTICLES_A_STRETCH;
    await putStretch(db, begun.sweepId, { after, looked, changed, isDone, differing });
    told(looked);
  }
  return { sweepId: begun.sweepId, looked, changed, isDone };
}

/** Two laws, and a quick way to tell that a text is the same under both. */
type Laws = {
  readonly before: (text: PublishedText) => Labeller;
  readonly after: (text: PublishedText) => Labeller;
  readonly mayDiffer: (text: PublishedText) => boolean;
};

async function lawsOf(db: Db, question: Question, at: Date): Promise<Laws> {
  const register = await registerOf(db);
  const next = "importId" in question ? await registerAfter(db, register, question.importId) : register;
  const touched =
    "importId" in question ? differing(register, next) : await turning(db, register, { at, asOf: question.asOf });
  const dayOf = ({ edition }: PublishedText) =>
    "asOf" in question ? new Date(startOfDay(edition.timeZone, question.asOf).getTime() + HOUR_MS) : at;
  const now = matchersOf(register);
  const then = next === register ? now : matchersOf(next);
  const quick = matchersOf(touched);
  return {
    before: (text) => labellerWith(now(text.edition.language), text.edition, at),
    after: (text) => labellerWith(then(text.edition.language), text.edition, dayOf(text)),
    mayDiffer: (text) => touched.organisations.length > 0 && names(text, quick(text.edition.language)),
  };
}

// Well inside the day, whatever the clocks did at its beginning.
const HOUR_MS = 60 * 60 * 1000;

function names({ headline, lines, kept }: PublishedText, matcher: Matcher): boolean {
  const texts = [headline, ...lines.map(([, words]) => words), printPlain(JSON.parse(kept)).text];
  if (texts.some((text) => !matcher.matches(text)[Symbol.iterator]().next().done)) return true;
  // A mention an editor marked names its organisation itself, whatever its words.
  return kept.includes('"mention"');
}

const ROWS_AT_ONCE = 1_000;

async function registerAfter(db: Db, register: Register, importId: string): Promise<Register> {
  const organisations = new Map(register.organisations.map((one) => [one.id, one]));
  for (let after = 0; ; ) {
    const rows = await importRows(db, { importId, fates: ["added", "changed"], after, limit: ROWS_AT_ONCE });
    for (const { organisation } of rows) if (organisation) organisations.set(organisation.id, organisation);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) break;
    after = last.row;
  }
  return { organisations: [...organisations.values()] };
}

/** Organisations that are not the same in both, as they are in either. */
function differing(one: Register, other: Register): Register {
  const before = new Map(one.organisations.map((organisation) => [organisation.id, organisation]));
  const changed = other.organisations.filter((organisation) => before.get(organisation.id) !== organisation);
  const earlier = changed.flatMap(({ id }) => before.get(id) ?? []);
  return { organisations: [...changed, ...earlier] };
}

/** Organisations one of whose designations begins or ends between today and that day. */
async function turning(db: Db, register: Register, { at, asOf }: { at: Date; asOf: string }): Promise<Register> {
  const days = (await editions(db)).map(({ timeZone }) => dayIn(timeZone, at));
  const [from = asOf, to = asOf] = [[...days, asOf].sort()[0], [...days, asOf].sort().at(-1)];
  return { organisations: register.organisations.filter((one) => turnsBetween(one, from, to)) };
}

type Difference = { readonly articleId: string; readonly before: LabelsSeen; readonly after: LabelsSeen };

function differenceIn(text: PublishedText, laws: Laws): Difference | undefined {
  if (!laws.mayDiffer(text)) return undefined;
  const before = notedOf(text, laws.before(text)).labels;
  const after = notedOf(text, laws.after(text)).labels;
  return seesTheSame(before, after) ? undefined : { articleId: text.articleId, before, after };
}

async function beginSweep(db: Db, question: Question, { by, at }: { by: string; at: Date }) {
  const key = await keyOf(db, question, at);
  return together(db, async (db) => {
    const known = await db.selectFrom("sweep").selectAll().where("key", "=", key).executeTakeFirst();
    if (known?.state === "looking")
      return { sweepId: known.id, after: known.after_id, looked: known.looked, changed: known.changed, isDone: false };
    // What was published since is looked at, too.
    if (known) await db.deleteFrom("sweep").where("id", "=", known.id).execute();
    const sweepId = newId(at);
    await db
      .insertInto("sweep")
      .values({
        id: sweepId,
        key,
        import_id: "importId" in question ? question.importId : null,
        as_of: "asOf" in question ? question.asOf : null,
        state: "looking",
        after_id: "",
        looked: 0,
        changed: 0,
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    return { sweepId, after: "", looked: 0, changed: 0, isDone: false };
  });
}

/** Another register, policy or today is another question. */
async function keyOf(db: Db, question: Question, at: Date): Promise<string> {
  const policies = (await editions(db)).map(({ id, labelPolicy, jurisdictions, labelsAsOf, timeZone }) => [
    id,
    labelPolicy,
    jurisdictions,
    labelsAsOf,
    dayIn(timeZone, at),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([question, await registerDigest(db), policies]))
    .digest("hex");
}

type Stretch = {
  readonly after: string;
  readonly looked: number;
  readonly changed: number;
  readonly isDone: boolean;
  readonly differing: readonly Difference[];
};

async function putStretch(db: Db, sweepId: string, { after, looked, changed, isDone, differing }: Stretch) {
  await together(db, async (db) => {
    if (differing.length > 0)
      await db
        .insertInto("sweep_change")
        .values(
          differing.map(({ articleId, before, after }) => ({
            sweep_id: sweepId,
            article_id: articleId,
            before: JSON.stringify(before),
            after: JSON.stringify(after),
          })),
        )
        .onConflict((conflict) => conflict.columns(["sweep_id", "article_id"]).doNothing())
        .execute();
    await db
      .updateTable("sweep")
      .set({ after_id: after, looked, changed, state: isDone ? "ready" : "looking" })
      .where("id", "=", sweepId)
      .execute();
  });
}

/** The last sweep that asked this; nothing when there was none, `isCurrent` false when register, policies or the day moved since. */
export async function lastSweep(
  db: Db,
  question: Question,
  at: Date,
): Promise<(Swept & { readonly isCurrent: boolean }) | undefined> {
  const row = await db
    .selectFrom("sweep")
    .select(["id", "key", "looked", "changed", "state"])
    .$if("importId" in question, (query) =>
      query.where("import_id", "=", "importId" in question ? question.importId : ""),
    )
    .$if("asOf" in question, (query) => query.where("as_of", "=", "asOf" in question ? question.asOf : ""))
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, key, looked, changed, state } = row;
  return {
    sweepId: id,
    looked,
    changed,
    isDone: state !== "looking",
    isCurrent: key === (await keyOf(db, question, at)),
  };
}

export type SweptArticle = Difference & {
  readonly editionCode: string;
  readonly slug: string;
  readonly headline: string;
};

/** The articles of a sweep whose labels differ, in the order of their ids. */
export async function sweptArticles(
  db: Db,
  { sweepId, after = "", limit }: { sweepId: string; after?: string; limit: number },
): Promise<readonly SweptArticle[]> {
  const rows = await db
    .selectFrom("sweep_change")
    .innerJoin("article", "article.id", "sweep_change.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select([
      "sweep_change.article_id",
      "sweep_change.before",
      "sweep_change.after",
      "edition.code",
      "article.slug",
      "article.headline",
    ])
    .where("sweep_change.sweep_id", "=", sweepId)
    .where("sweep_change.article_id", ">", after)
    .orderBy("sweep_change.article_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    editionCode: row.code,
    slug: row.slug,
    headline: row.headline,
    before: JSON.parse(row.before),
    after: JSON.parse(row.after),
  }));
}
