/** What became of replies, month by month. */
import { replyMonths, TOPIC_OF_MONTHS } from "#agency/replies/months.ts";
import { frameFor, headFor, samePageElsewhere } from "./frame.ts";
import { ReplyMonthsPage } from "./views/reply-months.tsx";
import type { PrintPage } from "./visit.ts";
import { replyMonthWordsFor } from "./words/reply-months.ts";

export const printReplyMonths: PrintPage = async (visit) => {
  const { db, edition, words } = visit;
  const said = replyMonthWordsFor(edition.language);
  return {
    html: (
      <ReplyMonthsPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, { title: said.title, description: said.introduction })}
        words={said}
        months={await replyMonths(db, edition.id)}
        reasons={words.replies.mine.reasons}
      />
    ),
    topics: [TOPIC_OF_MONTHS],
  };
};
