/**
 * What readers report of replies. A report ranks the queue, is confirmed, decided with a reason, and may be appealed against
 * once; its reporter sees where it stands at an address of their own. Unlawful content is a kind of its own, with what
 * article 16 of the Digital Services Act asks of a notice.
 */
import { newId } from "#lib/ids.ts";
import { opened, sealed } from "#lib/sealed.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { cleanedLine, cleanedText } from "#text/replies/cleaned.ts";
import { digestOf, newGuestToken } from "./addresses.ts";
import { addressFrom, isReason, LONGEST_NAME, LONGEST_REPLY, type Reason } from "./replies.ts";

export type ReportKind = "rules" | "unlawful";
export type ReportState = "open" | "upheld" | "dismissed";

export type ReportRefusal = "no-words" | "long-words" | "bad-email" | "no-faith" | "not-there" | "closed";

type SentReport = {
  readonly articleId: string;
  readonly replyId: string;
  readonly kind: ReportKind;
  readonly reason: Reason;
  readonly words: string;
  /** Of unlawful content: which law. */
  readonly law: string;
  readonly name: string;
  readonly email: string;
  /** Says that they believe what they report is so. */
  readonly inGoodFaith: boolean;
};

type Report = SentReport & {
  readonly guestId: string | undefined;
  readonly language: string;
  readonly addressKey: string;
  readonly at: Date;
};

// Who has reported in vain so often, and never rightly, does not rank the queue any more (article 23 of the Act).
const IN_VAIN = 3;
const UNLAWFUL_WEIGHS = 5;

/** Keeps a report; answers the token of its page. */
export async function reportReply(
  db: Db,
  sent: Report,
): Promise<{ readonly token: string } | { readonly refusal: ReportRefusal }> {
  const words = cleanedText(sent.words);
  const address = addressFrom(sent.email);
  // A notice of unlawful content has to say why (article 16, 2a); of other things the reason is enough.
  if (sent.kind === "unlawful" && words === "") return { refusal: "no-words" };
  if (words.length > LONGEST_REPLY) return { refusal: "long-words" };
  if (sent.email.trim() !== "" && address === undefined) return { refusal: "bad-email" };
  if (sent.kind === "unlawful" && !sent.inGoodFaith) return { refusal: "no-faith" };
  return together(db, async (db) => {
    const reply = await db
      .selectFrom("reply")
      .select("id")
      .where("id", "=", sent.replyId)
      .where("article_id", "=", sent.articleId)
      .where("state", "=", "shown")
      .executeTakeFirst();
    if (!reply) return { refusal: "not-there" as const };
    const id = newId(sent.at);
    const token = newGuestToken(sent.at);
    const weight = await weightOf(db, sent);
    await db
      .insertInto("report")
      .values({
        id,
        reply_id: reply.id,
        digest: digestOf(token),
        kind: sent.kind,
        reason: sent.kind === "unlawful" ? "unlawful" : sent.reason,
        words,
        law: cleanedLine(sent.law).slice(0, LONGEST_REPLY),
        reporter: cleanedLine(sent.name).slice(0, LONGEST_NAME),
        language: sent.language,
        guest_id: sent.guestId ?? null,
        weight,
        state: "open",
        decided_by: null,
        decided_at: null,
        note: "",
        appeal: null,
        appealed_at: null,
        appeal_decided_at: null,
        made_at: sent.at.toISOString(),
      })
      .execute();
    if (address !== undefined) {
      await db
        .insertInto("report_contact")
        .values({ report_id: id, address: sealed(sent.addressKey, address) })
        .execute();
      await enqueue(db, "reports.letter", { reportId: id, letter: "received" }, sent.at);
    }
    await weigh(db, reply.id);
    return { token };
  });
}

async function weightOf(db: Db, { guestId, kind }: Report): Promise<number> {
  const usual = kind === "unlawful" ? UNLAWFUL_WEIGHS : 1;
  if (guestId === undefined) return usual;
  const own = await db.selectFrom("report").select("state").where("guest_id", "=", guestId).limit(200).execute();
  const count = (state: ReportState) => own.filter((one) => one.state === state).length;
  return count("dismissed") >= IN_VAIN && count("upheld") === 0 ? 0 : usual;
}

/** What is reported of a reply and not decided for good ranks it. */
async function weigh(db: Db, replyId: string): Promise<void> {
  const { weight } = await db
    .selectFrom("report")
    .select((row) => row.cast<number | null>(row.fn.sum("weight"), "integer").as("weight"))
    .where("reply_id", "=", replyId)
    .where((row) =>
      row.or([
        row("state", "=", "open"),
        row.and([row("appeal", "is not", null), row("appeal_decided_at", "is", null)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  await db
    .updateTable("reply")
    .set({ reports: weight ?? 0 })
    .where("id", "=", replyId)
    .execute();
}

export type KeptReport = {
  readonly id: string;
  readonly replyId: string;
  readonly kind: ReportKind;
  readonly reason: Reason;
  readonly words: string;
  readonly law: string;
  readonly reporter: string;
  readonly language: string;
  readonly state: ReportState;
  readonly note: string;
  readonly appeal: string | null;
  readonly isAppealOpen: boolean;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
};

const COLUMNS = [
  "id",
  "reply_id",
  "kind",
  "reason",
  "words",
  "law",
  "reporter",
  "language",
  "state",
  "note",
  "appeal",
  "appeal_decided_at",
  "made_at",
  "decided_at",
] as const;

type Row = Readonly<
  Record<Exclude<(typeof COLUMNS)[number], "appeal" | "appeal_decided_at" | "decided_at">, string>
> & {
  readonly appeal: string | null;
  readonly appeal_decided_at: string | null;
  readonly decided_at: string | null;
};

function shaped(row: Row): KeptReport {
  return {
    id: row.id,
    replyId: row.reply_id,
    kind: row.kind === "unlawful" ? "unlawful" : "rules",
    reason: isReason(row.reason) ? row.reason : "other",
    words: row.words,
    law: row.law,
    reporter: row.reporter,
    language: row.language,
    state: row.state === "upheld" || row.state === "dismissed" ? row.state : "open",
    note: row.note,
    appeal: row.appeal,
    isAppealOpen: row.appeal !== null && row.appeal_decided_at === null,
    madeAt: new Date(row.made_at),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  };
}

/** The report a token of its reporter opens. */
export async function reportOf(db: Db, token: string): Promise<KeptReport | undefined> {
  const row = await db.selectFrom("report").select(COLUMNS).where("digest", "=", digestOf(token)).executeTakeFirst();
  return row && shaped(row);
}

/** What a guest reported from their device, the newest first. */
export async function reportsBy(db: Db, guestId: string): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom("report")
    .select(COLUMNS)
    .where("guest_id", "=", guestId)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_OPEN)
    .execute();
  return rows.map(shaped);
}

const MOST_OPEN = 200;

/** What has to be decided, appeals too: unlawful content first, then what waits the longest. */
export async function openReports(db: Db): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom("report")
    .select(COLUMNS)
    .where((row) =>
      row.or([
        row("state", "=", "open"),
        row.and([row("appeal", "is not", null), row("appeal_decided_at", "is", null)]),
      ]),
    )
    .orderBy("kind", "desc")
    .orderBy("made_at")
    .orderBy("id")
    .limit(MOST_OPEN)
    .execute();
  return rows.map(shaped);
}

type Decide = {
  readonly id: string;
  readonly to: "upheld" | "dismissed";
  /** For its reporter. */
  readonly note: string;
  readonly by: string;
  readonly at: Date;
};

/**
 * Decides a report, or the appeal against the decision; who reported hears of it. Answers the reply it is about. What
 * becomes of the reply is a decision of its own.
 */
export async function decideReport(db: Db, { id, to, note: words, by, at }: Decide): Promise<string | undefined> {
  return together(db, async (db) => {
    const row = await db
      .selectFrom("report")
      .select(["reply_id", "state", "appeal", "appeal_decided_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    const isAppeal = row?.appeal !== null && row?.appeal_decided_at === null && row.state !== "open";
    if (!row || (row.state !== "open" && !isAppeal)) return undefined;
    const moment = at.toISOString();
    await db
      .updateTable("report")
      .set({
        state: to,
        note: cleanedText(words),
        decided_by: by,
        decided_at: moment,
        ...(isAppeal && { appeal_decided_at: moment }),
      })
      .where("id", "=", id)
      .execute();
    const contact = await db
      .selectFrom("report_contact")
      .select("report_id")
      .where("report_id", "=", id)
      .executeTakeFirst();
    if (contact) await enqueue(db, "reports.letter", { reportId: id, letter: "decided" }, at);
    await weigh(db, row.reply_id);
    await note(db, { by, act: `report.${to}`, subject: `reply:${row.reply_id}`, detail: { report: id, isAppeal }, at });
    return row.reply_id;
  });
}

/** Once, against a decision, by who has the report's address; it is looked at again by a person. */
export async function appealReport(
  db: Db,
  { token, words, at }: { token: string; words: string; at: Date },
): Promise<void> {
  const text = cleanedText(words).slice(0, LONGEST_REPLY);
  if (text === "") return;
  await together(db, async (db) => {
    const appealed = await db
      .updateTable("report")
      .set({ appeal: text, appealed_at: at.toISOString() })
      .where("digest", "=", digestOf(token))
      .where("state", "!=", "open")
      .where("appeal", "is", null)
      .returning("reply_id")
      .executeTakeFirst();
    if (appealed) await weigh(db, appealed.reply_id);
  });
}

/** Where a letter about a report goes, and in which language; nothing when no address was given. */
export async function reporterOf(
  db: Db,
  { reportId, addressKey }: { reportId: string; addressKey: string },
): Promise<{ readonly address: string; readonly report: KeptReport } | undefined> {
  const row = await db
    .selectFrom("report")
    .innerJoin("report_contact", "report_contact.report_id", "report.id")
    .select(["report_contact.address"])
    .where("report.id", "=", reportId)
    .executeTakeFirst();
  const address = row && opened(addressKey, row.address);
  const kept = await db.selectFrom("report").select(COLUMNS).where("id", "=", reportId).executeTakeFirst();
  return address === undefined || !kept ? undefined : { address, report: shaped(kept) };
}

// One commit holds others up for some milliseconds.
const AT_ONCE = 500;

type OldReports = {
  /** Decided for good before then: nobody asks for another look any more. */
  readonly decidedBefore: Date;
  /** Sent before then: gone even if nobody ever decided. */
  readonly madeBefore: Date;
};

/** What reporters said of themselves and in their own words goes; that something was reported, why and with what end stays. */
export async function forgetOldReports(db: Db, { decidedBefore, madeBefore }: OldReports): Promise<void> {
  for (let isMore = true; isMore; ) {
    const rows = await db
      .selectFrom("report")
      .leftJoin("report_contact", "report_contact.report_id", "report.id")
      .select("report.id")
      .where((row) =>
        row.or([
          row("report.made_at", "<", madeBefore.toISOString()),
          row.and([
            row("report.state", "!=", "open"),
            row("report.decided_at", "<", decidedBefore.toISOString()),
            row.or([row("report.appeal", "is", null), row("report.appeal_decided_at", "is not", null)]),
          ]),
        ]),
      )
      .where((row) =>
        row.or([
          row("report_contact.address", "is not", null),
          row("report.reporter", "!=", ""),
          row("report.words", "!=", ""),
          row("report.law", "!=", ""),
          row("report.appeal", "!=", ""),
        ]),
      )
      .orderBy("report.id")
      .limit(AT_ONCE)
      .execute();
    if (rows.length > 0)
      await together(db, (db) =>
        emptyReports(
          db,
          rows.map(({ id }) => id),
        ),
      );
    isMore = rows.length === AT_ONCE;
  }
}

/** Those a guest sent from their device, who erases everything of theirs. */
export async function forgetReportsOf(db: Db, guestId: string): Promise<void> {
  const rows = await db.selectFrom("report").select("id").where("guest_id", "=", guestId).execute();
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await emptyReports(db, ids);
  await db.updateTable("report").set({ guest_id: null }).where("id", "in", ids).execute();
}

async function emptyReports(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom("report_contact").where("report_id", "in", ids).execute();
  await db
    .updateTable("report")
    .set((row) => ({
      reporter: "",
      words: "",
      law: "",
      // That there was one stays: it is had once.
      appeal: row.case().when("appeal", "is", null).then(null).else("").end(),
    }))
    .where("id", "in", ids)
    .execute();
}
