/** How long what of a reply is kept, out of what those who forget it go by. */
import { type Keeping, keepingOfReplies } from "#agency/replies/kept.ts";
import { frameFor, headFor, samePageElsewhere } from "./frame.ts";
import { ReplyKeptPage } from "./views/reply-kept.tsx";
import type { PrintPage } from "./visit.ts";
import { type KeptLengths, replyKeptWordsFor } from "./words/reply-kept.ts";

export const printReplyKept: PrintPage = async (visit) => {
  const { db, edition } = visit;
  const said = replyKeptWordsFor(edition.language);
  const keeping = await keepingOfReplies(db);
  return {
    html: (
      <ReplyKeptPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, { title: said.title, description: said.introduction })}
        words={said}
        lengths={lengthsOf(keeping, edition.language)}
        asked={keeping.asked}
      />
    ),
    topics: [],
  };
};

function lengthsOf({ days, mailedHours }: Keeping, language: string): KeptLengths {
  const length = (unit: "day" | "hour", many: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(many);
  return {
    withdrawn: length("day", days.withdrawn),
    refused: length("day", days.refused),
    address: length("day", days.address),
    letters: length("day", days.letters),
    device: length("day", days.device),
    copies: length("day", days.copies),
    followed: length("day", days.followed),
    told: length("day", days.told),
    reports: length("day", days.reports),
    openReports: length("day", days.openReports),
    bans: length("day", days.bans),
    mailed: length("hour", mailedHours),
  };
}
