/** Every kind of job and every one that comes again, each with the file that does it. */
import { articlePublish } from "./article-publish.ts";
import { cdnPurge, cdnPurgeAgain } from "./cdn-purge.ts";
import { diaryRead } from "./diary-read.ts";
import { forgetOldRows } from "./forget-old.ts";
import { forgetSpentWays } from "./forget-spent-ways.ts";
import { labelsDay, labelsMentions, labelsMentionsAll } from "./labels-mentions.ts";
import { linksCheck } from "./links-check.ts";
import { logCheckpoint } from "./log-checkpoint.ts";
import { logLetters } from "./log-letters.ts";
import { logTimestamp } from "./log-timestamp.ts";
import { logWitness } from "./log-witness.ts";
import { mailSend } from "./mail-send.ts";
import { mediaSizes } from "./media-sizes.ts";
import { mediaUses } from "./media-uses.ts";
import type { Outside } from "./outside.ts";
import { readerAsk } from "./reader-ask.ts";
import { readerLetter } from "./reader-letter.ts";
import { readerPush } from "./reader-push.ts";
import { readersForget } from "./readers-forget.ts";
import { recordDestroy } from "./record-destroy.ts";
import { recordSnapshots } from "./record-snapshots.ts";
import { registerApply } from "./register-apply.ts";
import { registerSweep } from "./register-sweep.ts";
import { repliesForget } from "./replies-forget.ts";
import { repliesLearn } from "./replies-learn.ts";
import { repliesMonth } from "./replies-month.ts";
import { repliesWaiting } from "./replies-waiting.ts";
import { replyAdvise } from "./reply-advise.ts";
import { replyAnswers } from "./reply-answers.ts";
import { reportsLetter } from "./reports-letter.ts";
import type { Planned } from "./schedule.ts";
import { searchIndex } from "./search-index.ts";
import { sourceFetch } from "./source-fetch.ts";
import { sourceStray } from "./source-stray.ts";
import { sourceUses } from "./source-uses.ts";
import { sourcesCheck } from "./sources-check.ts";
import { websubForget, websubPublish, websubReplies, websubTell, websubVerify } from "./websub.ts";
import { wireClients, wireDeliver, wireEscalate, wireForget, wireLabels, wireNotice } from "./wire-clients.ts";
import { wirePoll } from "./wire-poll.ts";
import { wireSubscribe } from "./wire-subscribe.ts";
import type { Jobs } from "./work.ts";

export function jobsWith(outside: Outside): Jobs {
  return {
    "article.publish": articlePublish,
    "cdn.purge": cdnPurge(outside),
    "cdn.purge.again": cdnPurgeAgain(outside),
    "diary.read": diaryRead,
    "labels.day": labelsDay,
    "labels.mentions": labelsMentions,
    "labels.mentions.all": labelsMentionsAll,
    "links.check": linksCheck(outside),
    "log.checkpoint": logCheckpoint(outside),
    "log.letters": logLetters(outside),
    "log.timestamp": logTimestamp(outside),
    "log.witness": logWitness(outside),
    "mail.send": mailSend(outside),
    "media.sizes": mediaSizes(outside),
    "media.uses": mediaUses,
    "reader.ask": readerAsk,
    "reader.letter": readerLetter(outside),
    "reader.push": readerPush(outside),
    "readers.forget": readersForget,
    "register.apply": registerApply,
    "register.sweep": registerSweep,
    "record.destroy": recordDestroy(outside),
    "record.snapshots": recordSnapshots(outside),
    "reply.advise": replyAdvise(outside),
    "reply.answers": replyAnswers,
    "replies.forget": repliesForget,
    "replies.learn": repliesLearn,
    "replies.month": repliesMonth,
    "replies.waiting": repliesWaiting(outside),
    "reports.letter": reportsLetter(outside),
    "retention.forget": forgetOldRows,
    "search.index": searchIndex,
    "source.fetch": sourceFetch(outside),
    "source.stray": sourceStray(outside),
    "sources.check": sourcesCheck(outside),
    "sources.uses": sourceUses,
    "staff.forget": forgetSpentWays,
    "websub.forget": websubForget(),
    "websub.publish": websubPublish(outside),
    "websub.replies": websubReplies,
    "websub.tell": websubTell(outside),
    "websub.verify": websubVerify(outside),
    "wire.poll": wirePoll(outside),
    "wire.subscribe": wireSubscribe(outside),
    "wire.clients": wireClients(outside),
    "wire.deliver": wireDeliver(outside),
    "wire.escalate": wireEscalate,
    "wire.forget": wireForget,
    "wire.labels": wireLabels(outside),
    "wire.notice": wireNotice(outside),
  };
}

/** Jobs that keep a processor busy for seconds. */
export const SLOW: readonly string[] = ["media.sizes", "register.apply"];

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

/** Beside those of `SCHEDULE` where a cache stands in front of the site: for a move nobody was there to hear of. */
export const CDN_SCHEDULE: readonly Planned[] = [{ kind: "cdn.purge", everyMs: HOUR_MS / 4, payload: {} }];

export const SCHEDULE: readonly Planned[] = [
  { kind: "replies.forget", everyMs: HOUR_MS, payload: {} },
  { kind: "replies.month", everyMs: 24 * HOUR_MS, payload: {} },
  { kind: "replies.waiting", everyMs: HOUR_MS / 4, payload: {} },
  { kind: "retention.forget", everyMs: 24 * HOUR_MS, payload: {} },
  { kind: "log.letters", everyMs: 24 * HOUR_MS, payload: {} },
  // A witness set today is asked within the hour, though nothing is published.
  { kind: "log.checkpoint", everyMs: HOUR_MS, payload: {} },
  { kind: "sources.check", everyMs: HOUR_MS, payload: {} },
  { kind: "staff.forget", everyMs: 24 * HOUR_MS, payload: {} },
  // It asks for itself; this is for a time that was lost.
  { kind: "wire.poll", everyMs: HOUR_MS, payload: {} },
  { kind: "websub.replies", everyMs: MINUTE_MS, payload: {} },
  { kind: "websub.forget", everyMs: 24 * HOUR_MS, payload: {} },
  { kind: "wire.forget", everyMs: 24 * HOUR_MS, payload: {} },
  { kind: "readers.forget", everyMs: 24 * HOUR_MS, payload: {} },
  // Midnight comes on a quarter of an hour in every time zone.
  { kind: "labels.day", everyMs: HOUR_MS / 4, payload: {} },
];
