/** The desk's front: what waits for whoever looks, what is due, what comes out next, what failed. */
import { OPEN_STATES, type StoryFilter, type StoryOrder, storyLines } from "#agency/articles/stories.ts";
import { overdueNotices, pausedChannels } from "#agency/clients/queries.ts";
import { countDue } from "#agency/diary/queries.ts";
import { askedInVain } from "#agency/log/vouched.ts";
import { countWaiting } from "#agency/replies/queries.ts";
import { may } from "#agency/staff/staff.ts";
import { alarms } from "#agency/wire-in/queries.ts";
import { dayIn, startOfDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { note } from "#store/audit.ts";
import { together } from "#store/db.ts";
import { deadJobs, revive } from "#store/queue.ts";
import { todayAt } from "./events/diary.tsx";
import { listingOf } from "./flow/stories.tsx";
import { shownAt } from "./flow/times.ts";
import { registerWaits } from "./register/waiting.tsx";
import { StoryList } from "./views/stories.tsx";
import { type DeskPage, type DeskVisit, seeOther } from "./visit.ts";

const STORIES_A_LIST = 10;
// What is due until this time tomorrow has to be known today.
const DUE_WITHIN_MS = 24 * 60 * 60 * 1000;

export async function printHome(visit: DeskVisit): Promise<DeskPage> {
  const { words, staff } = visit;
  return {
    title: words.home.title,
    place: "home",
    main: (
      <>
        <div class="at-hand">
          <p>{words.home.welcome(staff.name)}</p>
          {may(staff, "article.write") && (
            <p class="buttons">
              <a class="button main" href="/desk/articles/new">
                {words.flow.create.title}
              </a>
              <a class="button" href="/desk/wire-copy">
                {words.wireCopy.title}
              </a>
            </p>
          )}
          {may(staff, "event.keep") && (await comeDue(visit))}
          {may(staff, "reply.moderate") && (await repliesWaiting(visit))}
          {may(staff, "article.write") && (await wireChanged(visit))}
        </div>
        <div class="today">
          {await part(visit, "waiting", waitingFor(visit))}
          {await part(visit, "due", dueFor(visit), "due")}
          {await part(visit, "scheduled", { states: ["scheduled"] }, "publish")}
          {may(staff, "article.publish") && (await part(visit, "changed", { states: ["published"], changed: true }))}
          {await part(visit, "published", { states: ["published"], publishedFrom: startOfToday(visit) })}
        </div>
        {may(staff, "client.keep") && (await unreadByClients(visit))}
        {may(staff, "client.keep") && (await stoppedChannels(visit))}
        {may(staff, "register.keep") && (await registerWaits(visit))}
        {may(staff, "house.keep") && (await unvouched(visit))}
        {may(staff, "house.keep") && (await failures(visit))}
      </>
    ),
  };
}

async function repliesWaiting(visit: DeskVisit) {
  const waiting = await countWaiting(visit.db);
  if (waiting === 0) return null;
  return (
    <p>
      <a href="/desk/replies">{visit.words.replies.waiting(waiting)}</a>
    </p>
  );
}

/** Killed or corrected by its sender after a draft was made of it. */
async function wireChanged({ db, words }: DeskVisit) {
  const changed = await alarms(db, { limit: MOST_ALARMS });
  if (changed.length === 0) return null;
  return (
    <p class="overdue">
      <a href="/desk/wire">{words.wire.alarmsWaiting(changed.length)}</a>
    </p>
  );
}

// More are counted on the page of the wire.
const MOST_ALARMS = 100;

async function comeDue(visit: DeskVisit) {
  const due = await countDue(visit.db, todayAt(visit));
  if (due === 0) return null;
  return (
    <p>
      <a href="/desk/diary">{visit.words.events.diary.dueNow(due)}</a>
    </p>
  );
}

export async function reviveJob({ db, steps, staff, at }: DeskVisit, _form: Form): Promise<Response | undefined> {
  const id = steps["job"] ?? "";
  const revived = await together(db, async (db) => {
    if (!(await revive(db, id))) return false;
    await note(db, { by: staff.id, act: "job.revive", subject: `job:${id}`, at });
    return true;
  });
  return revived ? seeOther("/desk/", "kept") : undefined;
}

/** For who reads what others wrote: what is in review. For everybody: the drafts they have been given. */
function waitingFor({ staff }: DeskVisit): StoryFilter {
  return may(staff, "article.review") ? { states: ["in-review"] } : { states: ["draft"], assignedTo: staff.id };
}

/** Who gives work to others sees all that is due. */
function dueFor({ staff, at }: DeskVisit): StoryFilter {
  const dueBefore = new Date(at.getTime() + DUE_WITHIN_MS);
  return { states: OPEN_STATES, dueBefore, ...(!may(staff, "article.assign") && { assignedTo: staff.id }) };
}

// The day of the default edition: the newsroom's own.
function startOfToday({ editions, at }: DeskVisit): Date {
  const timeZone = editions[0]?.timeZone ?? "UTC";
  return startOfDay(timeZone, dayIn(timeZone, at));
}

type Part = "waiting" | "due" | "scheduled" | "changed" | "published";

async function part(visit: DeskVisit, name: Part, filter: StoryFilter, order: StoryOrder = "touched") {
  const { today } = visit.words.flow;
  const stories = await storyLines(visit.db, filter, { order, limit: STORIES_A_LIST });
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{today[name]}</h2>
      {stories.length === 0 ? (
        <p class="quiet">{name === "waiting" ? today.nothingWaiting : today.none}</p>
      ) : (
        <StoryList stories={stories} listing={await listingOf(visit)} />
      )}
    </section>
  );
}

/** Nobody outside vouches for the log just now; it goes on without. */
async function unvouched({ db, words }: DeskVisit) {
  const vain = await askedInVain(db);
  return (
    vain.length > 0 && (
      <section aria-labelledby="unvouched">
        <h2 id="unvouched">{words.home.unvouched}</h2>
        <p class="hint">{words.home.unvouchedSentence}</p>
        <ul class="stories">
          {vain.map(({ who, tries, why }) => (
            <li>
              <p>{words.home.askedInVain(who, tries)}</p>
              <p class="quiet" dir="ltr">
                {why}
              </p>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

/** What was taken back, and clients have not said in time that they know. */
async function unreadByClients({ db, words, at }: DeskVisit) {
  const unread = await overdueNotices(db, at);
  const { home: said, log } = words.clients;
  return (
    unread.length > 0 && (
      <section aria-labelledby="unread">
        <h2 id="unread">{said.unread}</h2>
        <p class="hint">{said.unreadSentence}</p>
        <ul class="stories">
          {unread.map(({ clientId, clientName, kind, number }) => (
            <li>
              <a href={`/desk/house/clients/${clientId}`}>{said.notice(clientName, log.kinds[kind], number)}</a>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

async function stoppedChannels({ db, words }: DeskVisit) {
  const stopped = await pausedChannels(db);
  const { home: said, channels } = words.clients;
  return (
    stopped.length > 0 && (
      <section aria-labelledby="stopped">
        <h2 id="stopped">{said.paused}</h2>
        <p class="hint">{said.pausedSentence}</p>
        <ul class="stories">
          {stopped.map(({ clientId, clientName, kind, lastError }) => (
            <li>
              <a href={`/desk/house/clients/${clientId}#channels`}>{said.channel(clientName, channels.kinds[kind])}</a>
              <p class="quiet" dir="ltr">
                {lastError}
              </p>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

async function failures({ db, words, editions }: DeskVisit) {
  const { today } = words.flow;
  const dead = await deadJobs(db);
  const timeZone = editions[0]?.timeZone ?? "UTC";
  return (
    dead.length > 0 && (
      <section aria-labelledby="dead">
        <h2 id="dead">{today.dead}</h2>
        <p class="hint">{today.deadSentence}</p>
        <ul class="stories">
          {dead.map(({ id, kind, lastError, diedAt }) => (
            <li>
              <p>{today.diedAt(kind, shownAt(diedAt, { timeZone }, words))}</p>
              <p class="quiet" dir="ltr">
                {lastError.split("\n")[0]}
              </p>
              <form method="post" action={`/desk/jobs/${id}/revive`}>
                <button type="submit">{today.again}</button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}
