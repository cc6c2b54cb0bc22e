/** Sends somebody of the staff a letter. A link in it is made as the letter is written, so no row and no backup holds one. */
import { z } from "zod";
import { logLetterTo } from "#agency/log/letters.ts";
import { newestCheckpoint } from "#agency/log/queries.ts";
import { decisionToken, type LinkedAct, noteReplyLetter, waitingFor } from "#agency/replies/waiting.ts";
import { waitingLetterTo } from "#agency/replies/waiting-letters.ts";
import { type Mail, mailOf, noteTest } from "#agency/settings/mail.ts";
import { makeLink } from "#agency/staff/actions.ts";
import { letterTo, testLetterTo } from "#agency/staff/letters.ts";
import { staffMember } from "#agency/staff/queries.ts";
import type { StaffMember } from "#agency/staff/staff.ts";
import { sendLetter } from "#outside/mail.ts";
import type { Db } from "#store/db.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const told = z.object({
  letter: z.enum(["invite", "sign-in", "test", "log", "replies"]),
  staffId: z.string(),
  /** The name of who asked for it. */
  by: z.string().optional(),
});

export function mailSend(outside: Outside): Handler {
  return handler(told, async ({ letter, staffId, by }, { db, at, signal }) => {
    const member = await staffMember(db, staffId);
    // Suspended or gone since: nothing is owed any more.
    if (!member) return;
    const mail = await mailOf(db, outside);
    if (!mail) throw new Error("no mail server is set; set DATELINE_SMTP, or mail on the pages of the house");
    if (letter === "test") return sendTest(db, mail, { member, at });
    if (letter === "log") {
      const { size, written: checkpoint } = await newestCheckpoint(db, outside.log);
      const told = { agency: mail.from.name, site: outside.url, size, checkpoint };
      return sendLetter(mail, { to: member.email, ...logLetterTo(member.language, told) });
    }
    if (letter === "replies") return sendReplies(db, mail, { member, outside, at });
    const token = await makeLink(db, { kind: letter, staffId, at });
    const link = `${outside.url}/desk/sign-in/${token}`;
    if (signal.aborted) return;
    await sendLetter(mail, {
      to: member.email,
      ...letterTo(member.language, letter, { name: member.name, agency: mail.from.name, link, by }),
    });
  });
}

/** What came in meanwhile goes along; nothing is owed where all was decided. */
async function sendReplies(
  db: Db,
  mail: Mail,
  { member, outside, at }: { member: StaffMember; outside: Outside; at: Date },
): Promise<void> {
  const waiting = await waitingFor(db, member);
  if (!waiting) return;
  const linkTo = (replyId: string, to: LinkedAct) =>
    `${outside.url}/desk/letters/${decisionToken(outside.readers.challenge, { replyId, to, staffId: member.id, at })}`;
  const told = { agency: mail.from.name, url: outside.url, ...waiting, linkTo };
  await sendLetter(mail, { to: member.email, ...waitingLetterTo(member.language, told) });
  await noteReplyLetter(db, { staffId: member.id, until: waiting.until });
}

/** Tried once, so that who waits for it hears at once what the server said. */
async function sendTest(db: Db, mail: Mail, { member, at }: { member: StaffMember; at: Date }): Promise<void> {
  const said = { to: member.email, at };
  try {
    await sendLetter(mail, { to: member.email, ...testLetterTo(member.language, mail.from.name) });
  } catch (cause) {
    return noteTest(db, { ...said, outcome: "refused", words: ownWords(cause) });
  }
  await noteTest(db, { ...said, outcome: "sent", words: "" });
}

/** What the server said, else why it was not reached. */
function ownWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "response" in cause && typeof cause.response === "string" ? cause.response : cause.message;
}
