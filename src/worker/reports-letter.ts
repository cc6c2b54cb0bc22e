/** Writes to who reported a reply and gave an address: that it has arrived, and what was decided. */
import { z } from "zod";
import { reportLetter } from "#agency/replies/report-letters.ts";
import { reporterOf } from "#agency/replies/reports.ts";
import { mailOf } from "#agency/settings/mail.ts";
import { sendLetter } from "#outside/mail.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const told = z.object({ reportId: z.string(), letter: z.enum(["received", "decided"]) });

export function reportsLetter(outside: Outside): Handler {
  return handler(told, async ({ reportId, letter }, { db }) => {
    const to = await reporterOf(db, { reportId, addressKey: outside.readers.address });
    // Erased meanwhile: nothing is owed any more.
    if (!to) return;
    const mail = await mailOf(db, outside);
    if (!mail) throw new Error("no mail server is set; set DATELINE_SMTP, or mail on the pages of the house");
    await sendLetter(mail, { to: to.address, ...reportLetter(to.report, letter, mail.from.name) });
  });
}
