/** Sends somebody of the staff a link. It is made as the letter is written, so no row and no backup holds one. */
import { z } from "zod";
import { mailOf } from "#agency/settings/mail.ts";
import { makeLink } from "#agency/staff/actions.ts";
import { letterTo } from "#agency/staff/letters.ts";
import { staffMember } from "#agency/staff/queries.ts";
import { sendLetter } from "#outside/mail.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const told = z.object({
  letter: z.enum(["invite", "sign-in"]),
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
    const token = await makeLink(db, { kind: letter, staffId, at });
    const link = `${outside.url}/desk/sign-in/${token}`;
    if (signal.aborted) return;
    await sendLetter(mail, {
      to: member.email,
      ...letterTo(member.language, letter, { name: member.name, agency: mail.from.name, link, by }),
    });
  });
}
