/** Every migration in order of its name. Listed by hand, so that a compiled single file holds them too, and read when there is one to be made. */
import type { Db } from "../db.ts";

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
  { name: "0001-first-edition", up: async (db) => (await import("./0001-first-edition.ts")).firstEdition(db) },
  { name: "0002-desk", up: async (db) => (await import("./0002-desk.ts")).desk(db) },
  { name: "0003-staff", up: async (db) => (await import("./0003-staff.ts")).staff(db) },
  { name: "0004-writing", up: async (db) => (await import("./0004-writing.ts")).writing(db) },
  { name: "0005-flow", up: async (db) => (await import("./0005-flow.ts")).flow(db) },
  { name: "0006-pictures", up: async (db) => (await import("./0006-pictures.ts")).pictures(db) },
  { name: "0007-house", up: async (db) => (await import("./0007-house.ts")).house(db) },
  { name: "0008-front", up: async (db) => (await import("./0008-front.ts")).front(db) },
  { name: "0010-register", up: async (db) => (await import("./0010-register.ts")).register(db) },
  { name: "0011-press", up: async (db) => (await import("./0011-press.ts")).press(db) },
  { name: "0012-register-desk", up: async (db) => (await import("./0012-register-desk.ts")).registerDesk(db) },
  { name: "0013-sources", up: async (db) => (await import("./0013-sources.ts")).sources(db) },
  { name: "0014-log", up: async (db) => (await import("./0014-log.ts")).log(db) },
  { name: "0015-events", up: async (db) => (await import("./0015-events.ts")).events(db) },
  { name: "0016-corrections", up: async (db) => (await import("./0016-corrections.ts")).corrections(db) },
  { name: "0017-replies", up: async (db) => (await import("./0017-replies.ts")).replies(db) },
  { name: "0019-decisions-logged", up: async (db) => (await import("./0019-decisions-logged.ts")).decisionsLogged(db) },
  { name: "0021-moved-stories", up: async (db) => (await import("./0021-moved-stories.ts")).movedStories(db) },
  { name: "0022-doors", up: async (db) => (await import("./0022-doors.ts")).doors(db) },
  { name: "0023-push", up: async (db) => (await import("./0023-push.ts")).push(db) },
  { name: "0024-moderation", up: async (db) => (await import("./0024-moderation.ts")).moderation(db) },
  { name: "0025-reports", up: async (db) => (await import("./0025-reports.ts")).reports(db) },
  { name: "0026-replies-counted", up: async (db) => (await import("./0026-replies-counted.ts")).repliesCounted(db) },
  { name: "0027-moved-replies", up: async (db) => (await import("./0027-moved-replies.ts")).movedReplies(db) },
  { name: "0028-lists", up: async (db) => (await import("./0028-lists.ts")).lists(db) },
  { name: "0029-websub", up: async (db) => (await import("./0029-websub.ts")).websub(db) },
  { name: "0032-register-applied", up: async (db) => (await import("./0032-register-applied.ts")).registerApplied(db) },
  { name: "0036-reply-ground", up: async (db) => (await import("./0036-reply-ground.ts")).replyGround(db) },
  { name: "0037-reply-months", up: async (db) => (await import("./0037-reply-months.ts")).replyMonths(db) },
  { name: "0041-rolling", up: async (db) => (await import("./0041-rolling.ts")).rolling(db), olderStays: true },
  { name: "0042-handed-out", up: async (db) => (await import("./0042-handed-out.ts")).handedOut(db), olderStays: true },
  { name: "0044-wire-in", up: async (db) => (await import("./0044-wire-in.ts")).wireIn(db), olderStays: true },
  { name: "0049-clients", up: async (db) => (await import("./0049-clients.ts")).clients(db), olderStays: true },
  {
    name: "0050-client-follows",
    up: async (db) => (await import("./0050-client-follows.ts")).clientFollows(db),
    olderStays: true,
  },
  // Older programs put the words into jobs.
  { name: "0051-looked-into", up: async (db) => (await import("./0051-looked-into.ts")).lookedInto(db) },
  { name: "0053-reply-letters", up: async (db) => (await import("./0053-reply-letters.ts")).replyLetters(db) },
  { name: "0056-mailbox", up: async (db) => (await import("./0056-mailbox.ts")).mailbox(db) },
  {
    name: "0057-embed-sites",
    up: async (db) => (await import("./0057-embed-sites.ts")).embedSites(db),
    olderStays: true,
  },
  {
    name: "0063-listed-by-one",
    up: async (db) => (await import("./0028-lists.ts")).followListed(db),
    olderStays: true,
  },
  // Older programs put down no host, and know another word for telling.
  { name: "0066-fair-sending", up: async (db) => (await import("./0066-fair-sending.ts")).fairSending(db) },
  { name: "0067-feeds-told", up: async (db) => (await import("./0067-feeds-told.ts")).feedsTold(db), olderStays: true },
  { name: "0069-left-out", up: async (db) => (await import("./0069-left-out.ts")).leftOut(db), olderStays: true },
  {
    name: "0070-reply-indexes",
    up: async (db) => (await import("./0070-reply-indexes.ts")).replyIndexes(db),
    olderStays: true,
  },
  { name: "0071-sent-ahead", up: async (db) => (await import("./0071-sent-ahead.ts")).sentAhead(db), olderStays: true },
  {
    name: "0072-relabelled",
    up: async (db) => (await import("./0072-relabelled.ts")).relabelled(db),
    olderStays: true,
  },
  {
    name: "0073-found-addresses",
    up: async (db) => (await import("./0073-found-addresses.ts")).foundAddresses(db),
    olderStays: true,
  },
  {
    name: "0074-desk-sections",
    up: async (db) => (await import("./0074-desk-sections.ts")).deskSections(db),
    olderStays: true,
  },
  {
    name: "0075-kept-by-key",
    up: async (db) => (await import("./0075-kept-by-key.ts")).keptByKey(db),
    olderStays: true,
  },
];
