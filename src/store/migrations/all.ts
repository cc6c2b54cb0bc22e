/** Every migration in order of its name. Listed by hand, so that a compiled single file holds them too. */
import type { Db } from "../db.ts";
import { firstEdition } from "./0001-first-edition.ts";
import { desk } from "./0002-desk.ts";
import { staff } from "./0003-staff.ts";
import { writing } from "./0004-writing.ts";
import { flow } from "./0005-flow.ts";
import { pictures } from "./0006-pictures.ts";
import { house } from "./0007-house.ts";
import { front } from "./0008-front.ts";
import { register } from "./0010-register.ts";
import { press } from "./0011-press.ts";
import { registerDesk } from "./0012-register-desk.ts";
import { sources } from "./0013-sources.ts";
import { log } from "./0014-log.ts";
import { events } from "./0015-events.ts";
import { corrections } from "./0016-corrections.ts";
import { replies } from "./0017-replies.ts";
import { decisionsLogged } from "./0019-decisions-logged.ts";
import { movedStories } from "./0021-moved-stories.ts";
import { doors } from "./0022-doors.ts";
import { push } from "./0023-push.ts";
import { moderation } from "./0024-moderation.ts";
import { reports } from "./0025-reports.ts";
import { repliesCounted } from "./0026-replies-counted.ts";
import { movedReplies } from "./0027-moved-replies.ts";
import { followListed, lists } from "./0028-lists.ts";
import { websub } from "./0029-websub.ts";
import { registerApplied } from "./0032-register-applied.ts";
import { replyGround } from "./0036-reply-ground.ts";
import { replyMonths } from "./0037-reply-months.ts";
import { rolling } from "./0041-rolling.ts";
import { handedOut } from "./0042-handed-out.ts";
import { wireIn } from "./0044-wire-in.ts";
import { clients } from "./0049-clients.ts";
import { clientFollows } from "./0050-client-follows.ts";
import { lookedInto } from "./0051-looked-into.ts";
import { replyLetters } from "./0053-reply-letters.ts";
import { mailbox } from "./0056-mailbox.ts";
import { embedSites } from "./0057-embed-sites.ts";
import { fairSending } from "./0066-fair-sending.ts";
import { feedsTold } from "./0067-feeds-told.ts";
import { leftOut } from "./0069-left-out.ts";

export type Migration = {
  readonly name: string;
  readonly up: (db: Db) => Promise<void>;
  /**
   * Programs that do not know it may go on, and start, beside it: it adds tables, indexes, and columns with a default,
   * and takes nothing away. Without it they are refused, and a new version takes over from the old at once.
   */
  readonly olderStays?: true;
};

export const MIGRATIONS: readonly Migration[] = [
  { name: "0001-first-edition", up: firstEdition },
  { name: "0002-desk", up: desk },
  { name: "0003-staff", up: staff },
  { name: "0004-writing", up: writing },
  { name: "0005-flow", up: flow },
  { name: "0006-pictures", up: pictures },
  { name: "0007-house", up: house },
  { name: "0008-front", up: front },
  { name: "0010-register", up: register },
  { name: "0011-press", up: press },
  { name: "0012-register-desk", up: registerDesk },
  { name: "0013-sources", up: sources },
  { name: "0014-log", up: log },
  { name: "0015-events", up: events },
  { name: "0016-corrections", up: corrections },
  { name: "0017-replies", up: replies },
  { name: "0019-decisions-logged", up: decisionsLogged },
  { name: "0021-moved-stories", up: movedStories },
  { name: "0022-doors", up: doors },
  { name: "0023-push", up: push },
  { name: "0024-moderation", up: moderation },
  { name: "0025-reports", up: reports },
  { name: "0026-replies-counted", up: repliesCounted },
  { name: "0027-moved-replies", up: movedReplies },
  { name: "0028-lists", up: lists },
  { name: "0029-websub", up: websub },
  { name: "0032-register-applied", up: registerApplied },
  { name: "0036-reply-ground", up: replyGround },
  { name: "0037-reply-months", up: replyMonths },
  { name: "0041-rolling", up: rolling, olderStays: true },
  { name: "0042-handed-out", up: handedOut, olderStays: true },
  { name: "0044-wire-in", up: wireIn, olderStays: true },
  { name: "0049-clients", up: clients, olderStays: true },
  { name: "0050-client-follows", up: clientFollows, olderStays: true },
  // Older programs put the words into jobs.
  { name: "0051-looked-into", up: lookedInto },
  { name: "0053-reply-letters", up: replyLetters },
  { name: "0056-mailbox", up: mailbox },
  { name: "0057-embed-sites", up: embedSites, olderStays: true },
  { name: "0063-listed-by-one", up: followListed, olderStays: true },
  // Older programs put down no host, and know another word for telling.
  { name: "0066-fair-sending", up: fairSending },
  { name: "0067-feeds-told", up: feedsTold, olderStays: true },
  { name: "0069-left-out", up: leftOut, olderStays: true },
];
