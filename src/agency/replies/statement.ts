/**
 * A statement of reasons as article 17 of the Digital Services Act asks for it, from what is kept of a decision: for its
 * reader in words (the pages'), and for machines under the names of the Act's transparency database.
 */
import type { Db } from "#store/db.ts";
import { isReason, type Reason } from "./replies.ts";

export type Statement = {
  readonly replyId: string;
  readonly reason: Reason;
  readonly note: string;
  /** Decided as it arrived, by a rule alone. */
  readonly isAutomatic: boolean;
  /** A rule or the score drew the moderator's eye to it. */
  readonly isDetected: boolean;
  /** Readers had reported it. */
  readonly isReported: boolean;
  /** The law a report named; empty without one. */
  readonly law: string;
  readonly language: string;
  readonly writtenAt: Date;
  readonly decidedAt: Date;
};

/** Of a guest's own refused reply; nothing for any other. */
export async function statementOf(
  db: Db,
  { guestId, replyId }: { guestId: string; replyId: string },
): Promise<Statement | undefined> {
  const reply = await db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["reply.reason", "reply.note", "reply.flags", "reply.written_at", "edition.language"])
    .where("reply.id", "=", replyId)
    .where("reply.guest_id", "=", guestId)
    .where("reply.state", "=", "refused")
    .executeTakeFirst();
  if (!reply) return undefined;
  const [decision, report] = await Promise.all([
    db
      .selectFrom("decision")
      .select(["before", "made_by", "made_at"])
      .where("reply_id", "=", replyId)
      .where("after", "=", "refused")
      .where("undone_at", "is", null)
      .orderBy("made_at", "desc")
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom("report")
      .select("law")
      .where("reply_id", "=", replyId)
      .where("state", "=", "upheld")
      .orderBy("law", "desc")
      .limit(1)
      .executeTakeFirst(),
  ]);
  const flags: readonly string[] = JSON.parse(reply.flags);
  return {
    replyId,
    reason: reply.reason !== null && isReason(reply.reason) ? reply.reason : "other",
    note: reply.note,
    isAutomatic: decision !== undefined && (decision.before === "" || decision.made_by.startsWith("rule:")),
    isDetected: flags.some((flag) => flag !== "first"),
    isReported: report !== undefined,
    law: report?.law ?? "",
    language: reply.language,
    writtenAt: new Date(reply.written_at),
    decidedAt: new Date(decision?.made_at ?? reply.written_at),
  };
}

/** Where the Act's database puts each of our reasons. */
const CATEGORIES: Readonly<Record<Reason, string>> = {
  "off-topic": "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  abuse: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  spam: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  unlawful: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  privacy: "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  duplicate: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  other: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
};

// What the database takes, in letters: its documentation of the fields, version 2 (July 2025).
const LONGEST = { ground: 500, explanation: 2_000, facts: 5_000 } as const;

/** For the transparency database: its own field names, and no word that says whose reply it was. */
export function statementData(statement: Statement, said: { readonly facts: string; readonly ground: string }) {
  const isUnlawful = statement.reason === "unlawful";
  const ground = ((isUnlawful && statement.law) || said.ground).slice(0, LONGEST.ground);
  const explanation = said.facts.slice(0, LONGEST.explanation);
  return {
    decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"],
    decision_ground: isUnlawful ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    ...(isUnlawful
      ? { illegal_content_legal_ground: ground, illegal_content_explanation: explanation }
      : {
          incompatible_content_ground: ground,
          incompatible_content_explanation: explanation,
          incompatible_content_illegal: "No",
        }),
    category: CATEGORIES[statement.reason],
    content_type: ["CONTENT_TYPE_TEXT"],
    content_language: (statement.language.split("-")[0] ?? "").toUpperCase(),
    content_date: statement.writtenAt.toISOString().slice(0, 10),
    application_date: statement.decidedAt.toISOString().slice(0, 10),
    decision_facts: said.facts.slice(0, LONGEST.facts),
    source_type: statement.isReported ? "SOURCE_ARTICLE_16" : "SOURCE_VOLUNTARY",
    automated_detection: statement.isDetected ? "Yes" : "No",
    automated_decision: statement.isAutomatic ? "AUTOMATED_DECISION_FULLY" : "AUTOMATED_DECISION_NOT_AUTOMATED",
    puid: statement.replyId,
  };
}
