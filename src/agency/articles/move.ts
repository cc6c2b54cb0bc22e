/** Moves an article from one state to the next. What comes out, and what is taken back, is done in `actions.ts`. */
import {
  type Change,
  type ChangeRefusal,
  changeFrom,
  refusalOf as refusalOfChange,
} from "#agency/corrections/corrections.ts";
import type { Finding } from "#agency/preflight/preflight.ts";
import { preflight } from "#agency/preflight/queries.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import { isTakenBack, wireOf } from "#agency/wire-in/queries.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { publishArticle, retractArticle, UNDECIDED, withdrawArticle } from "./actions.ts";
import { aheadAfter, aheadFrom, sendAhead } from "./ahead.ts";
import { comment, LONGEST_COMMENT } from "./comments.ts";
import { type ArticleState, leadsFrom, MOVES, type Move, stateOf } from "./flow.ts";
import { endPreviews } from "./previews.ts";
import { needsAnother } from "./two-people.ts";
import { isSameText, keepRevision, revisionText, type WorkingCopy, workingCopy } from "./working-copy.ts";

export type MoveArticle = {
  readonly articleId: string;
  readonly move: Move;
  readonly by: StaffMember;
  readonly at: Date;
  /** The version of the text the mover has read: when it has changed since, what comes out or is called ready is refused. */
  readonly version?: number;
  /** When it is to come out. */
  readonly publishAt?: Date;
  /** Of what is scheduled: whether clients who may have copy under embargo get it at once. */
  readonly ahead?: boolean | undefined;
  /** For its author, or, where it is taken back, for its readers. */
  readonly note?: string;
  /** What is said of a change of what was out before; an update when it is left out. */
  readonly change?: Change;
  /** What pre-flight asked about and the mover has looked at, by `findingKey`. */
  readonly accepted?: readonly string[];
};

export type MoveRefusal =
  | ChangeRefusal
  | "not-there"
  | "not-yours"
  /** It is in another state meanwhile. */
  | "no-way"
  | "text-changed"
  | "note-missing"
  | "note-long"
  | "time-missing"
  | "time-past"
  | "embargo"
  | "two-people"
  | "blocked"
  | "asked"
  | "nothing-new";

export type MoveOutcome =
  | { readonly state: ArticleState }
  | { readonly refusal: MoveRefusal; readonly findings?: readonly Finding[] };

export async function moveArticle(db: Db, told: MoveArticle): Promise<MoveOutcome> {
  if (!may(told.by, MOVES[told.move].right)) return { refusal: "not-yours" };
  return together(db, async (db) => {
    const article = await held(db, told.articleId);
    const copy = await workingCopy(db, told.articleId);
    if (!article || !copy) return { refusal: "not-there" };
    if (!leadsFrom(told.move, stateOf(article.state))) return { refusal: "no-way" };
    const refusal = (await refusalOf(db, told, article, copy)) ?? undefined;
    if (refusal) return refusal;
    await act(db, told, article, copy);
    return { state: MOVES[told.move].to };
  });
}

/** What a tick accepts: a finding about the same words. Forms trim what they send, so it has no space at its ends. */
export function findingKey({ code, passage = "" }: Finding): string {
  return `${code} ${passage}`.trim();
}

type Held = NonNullable<Awaited<ReturnType<typeof held>>>;

/** The row, which nobody else moves until this action is over. */
async function held(db: Db, articleId: string) {
  return db
    .updateTable("article")
    .set((row) => ({ state: row.ref("state") }))
    .where("id", "=", articleId)
    .returning([
      "id",
      "state",
      "publish_at",
      "embargo_until",
      "mark",
      "published_at",
      "published_revision_id",
      "ready_by",
      "ready_revision_id",
      "scheduled_by",
      "scheduled_revision_id",
      "scheduled_change",
      "ahead",
    ])
    .executeTakeFirst();
}

async function refusalOf(
  db: Db,
  told: MoveArticle,
  article: Held,
  copy: WorkingCopy,
): Promise<Exclude<MoveOutcome, { state: ArticleState }> | undefined> {
  const { move, at, publishAt } = told;
  if (move === "send-back" && !told.note?.trim()) return { refusal: "note-missing" };
  if (move === "retract" && !told.note?.trim()) return { refusal: "sentence-missing" };
  if ((told.note?.length ?? 0) > LONGEST_COMMENT) return { refusal: "note-long" };
  if (move === "retract" && article.mark === "retracted") return { refusal: "no-way" };
  if (move === "mark-ready" && isOld(told, copy)) return { refusal: "text-changed" };
  if (move !== "publish" && move !== "schedule") return undefined;
  if (isOld(told, copy)) return { refusal: "text-changed" };
  if (move === "schedule" && !publishAt) return { refusal: "time-missing" };
  if (publishAt && publishAt <= at) return { refusal: "time-past" };
  const comesOut = publishAt ?? at;
  if (article.embargo_until !== null && article.embargo_until > comesOut.toISOString()) return { refusal: "embargo" };
  if (await isPublished(db, article, copy)) return { refusal: "nothing-new" };
  const ofChange = article.published_at !== null && told.change ? refusalOfChange(told.change) : undefined;
  if (ofChange) return { refusal: ofChange };
  if (await needsAnother(db, await asked(db, told, article, copy))) return { refusal: "two-people" };
  return preflightRefusal(db, told, comesOut);
}

function isOld({ version }: MoveArticle, copy: WorkingCopy): boolean {
  return version !== undefined && version !== copy.version;
}

/** Whether the text is, word for word, what readers see already. */
async function isPublished(db: Db, { id: articleId, state, mark, published_revision_id }: Held, { text }: WorkingCopy) {
  if (state !== "published" || mark === "retracted" || published_revision_id === null) return false;
  const shown = await revisionText(db, { articleId, revisionId: published_revision_id });
  return shown !== undefined && isSameText(shown, text);
}

async function asked(db: Db, { articleId, by, at }: MoveArticle, article: Held, copy: WorkingCopy) {
  return {
    articleId,
    revisionId: await keepRevision(db, { articleId, by: copy.savedBy, at }),
    by: by.id,
    readyBy: article.ready_by,
    readyRevisionId: article.ready_revision_id,
  };
}

async function preflightRefusal(db: Db, { articleId, accepted = [] }: MoveArticle, at: Date) {
  const findings = (await preflight(db, { articleId, at })) ?? [];
  if (findings.some(({ severity }) => severity === "block")) return { refusal: "blocked" as const, findings };
  const open = findings.filter((finding) => finding.severity === "ask" && !accepted.includes(findingKey(finding)));
  return open.length > 0 ? { refusal: "asked" as const, findings } : undefined;
}

async function act(db: Db, told: MoveArticle, article: Held, copy: WorkingCopy): Promise<void> {
  const { articleId, move, change, by, at } = told;
  switch (move) {
    case "publish":
      return publishArticle(db, { articleId, change, by: by.id, at });
    case "retract":
      return retractArticle(db, { articleId, reason: told.note?.trim() ?? "", by: by.id, at });
    case "withdraw":
    case "kill":
      return withdrawArticle(db, {
        articleId,
        how: move === "kill" ? "killed" : "withdrawn",
        ...(told.note !== undefined && { note: told.note }),
        by: by.id,
        at,
      });
    default:
      return passOn(db, told, article, await keepRevision(db, { articleId, by: copy.savedBy, at }));
  }
}

/** Whose hand it is when the desk is told of a move that the wire made. */
export const BY_WIRE = "wire";

/**
 * Brings out what was scheduled for `publishAt`, with the text it had then. Another time meanwhile, another state: it
 * is somebody else's to do, or nobody's. What was made of wire copy that was killed since is taken off the schedule
 * instead: whoever scheduled it did not know. Safe to run twice.
 */
export async function publishScheduled(
  db: Db,
  { articleId, publishAt, at }: { articleId: string; publishAt: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const article = await held(db, articleId);
    if (article?.state !== "scheduled" || article.publish_at !== publishAt) return;
    const { scheduled_revision_id: revisionId, scheduled_by: by, scheduled_change: said } = article;
    if (revisionId === null || by === null) throw new Error(`article ${articleId} is scheduled without a text`);
    if (await isKilledSinceScheduled(db, articleId)) {
      const told = { articleId, move: "unschedule", by: { id: BY_WIRE }, at } as const;
      return passOn(db, told, article, revisionId);
    }
    const change = said === null ? undefined : changeFrom(said);
    await publishArticle(db, { articleId, revisionId, change, by, at });
  });
}

async function isKilledSinceScheduled(db: Db, articleId: string): Promise<boolean> {
  const came = await wireOf(db, articleId);
  if (!came || !isTakenBack(came.item)) return false;
  const scheduled = await db
    .selectFrom("audit")
    .select("made_at")
    .where("subject", "=", `article:${articleId}`)
    .where("act", "=", "article.schedule")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return scheduled === undefined || came.item.changedAt > new Date(scheduled.made_at);
}

type Passed = Omit<MoveArticle, "by"> & { readonly by: Pick<StaffMember, "id"> };

/** A move nobody outside sees. */
async function passOn(db: Db, told: Passed, article: Held, revisionId: string): Promise<void> {
  const { articleId, move, by, at, publishAt } = told;
  const subject = `article:${articleId}`;
  await db
    .updateTable("article")
    .set({
      state: MOVES[move].to,
      touched_at: at.toISOString(),
      publish_at: null,
      ...decided(told, article, revisionId),
    })
    .where("id", "=", articleId)
    .execute();
  const ahead = aheadAfter(aheadFrom(article.ahead), told);
  if (ahead) await sendAhead(db, { articleId, ahead, at });
  if (move === "spike") await endPreviews(db, { articleId, by: by.id, at });
  if (move === "schedule" && publishAt) {
    await enqueue(db, "article.publish", { articleId, publishAt: publishAt.toISOString() }, publishAt);
  }
  if (told.note?.trim()) await comment(db, { articleId, words: told.note, by: by.id, at });
  await note(db, {
    by: by.id,
    act: `article.${move}`,
    subject,
    detail: {
      ...(publishAt && { publishAt: publishAt.toISOString() }),
      ...(ahead && { ahead }),
      ...(told.note && { note: told.note }),
    },
    at,
  });
}

function decided({ move, by, publishAt, change }: Passed, { published_at }: Held, revisionId: string) {
  switch (move) {
    case "mark-ready":
      return { ...UNDECIDED, ready_by: by.id, ready_revision_id: revisionId };
    case "schedule":
      return {
        scheduled_by: by.id,
        scheduled_revision_id: revisionId,
        publish_at: publishAt?.toISOString() ?? null,
        scheduled_change: change && published_at !== null ? JSON.stringify(change) : null,
      };
    case "unschedule":
      return { scheduled_by: null, scheduled_revision_id: null, scheduled_change: null };
    default:
      return UNDECIDED;
  }
}
