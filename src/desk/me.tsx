/** One's own account: name and language, how one signs in, and where one is signed in. */
import { keepReplyLetters, wantsReplyLetters } from "#agency/replies/waiting.ts";
import { endOtherSessions, endSession, keepAccount, keepPassword, removePasskey } from "#agency/staff/actions.ts";
import { sessionsOf, waysIn } from "#agency/staff/queries.ts";
import { LONGEST_NAME, may } from "#agency/staff/staff.ts";
import { beginTry, countedFor, forgiveTry } from "#agency/staff/tries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { hashedPassword, isPassword } from "#lib/runtime/password.ts";
import { note } from "#store/audit.ts";
import { passwordProblem, withCookies } from "./sign-in.tsx";
import { AddPasskey, AppForm, MyAccount, type MyProblems, RecoveryCodes } from "./views/me.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "./visit.ts";
import { DESK_LANGUAGES } from "./words/spoken.ts";

const ME = "/desk/me";

export function meRoutes(world: DeskWorld): Route[] {
  const at = (address: string) => ({ address, right: "desk.enter" }) as const;
  return [
    deskPage(world, at(ME), (visit) => myPage(visit)),
    deskAction(world, at(ME), keepMe),
    deskAction(world, at(`${ME}/password`), changePassword),
    deskPage(world, at(`${ME}/passkey`), async (visit) => passkeyPage(visit)),
    deskAction(world, at(`${ME}/passkeys/{id}/remove`), dropPasskey),
    deskAction(world, at(`${ME}/app`), beginApp),
    deskAction(world, at(`${ME}/app/code`), confirmApp),
    deskAction(world, at(`${ME}/app/remove`), removeApp),
    deskAction(world, at(`${ME}/recovery-codes`), newRecoveryCodes),
    deskAction(world, at(`${ME}/sessions/{id}/end`), endOne),
    deskAction(world, at(`${ME}/sessions/end-others`), endOthers),
  ];
}

async function keepMe(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const name = form.text("name");
  const language = DESK_LANGUAGES.find((one) => one === form.text("language")) ?? visit.words.language;
  if (name === "") return myPage(visit, { name: "no-name" });
  if (name.length > LONGEST_NAME) return myPage(visit, { name: "long-name" });
  await keepAccount(visit.db, { staffId: visit.staff.id, name, language, at: visit.at });
  if (may(visit.staff, "reply.moderate"))
    await keepReplyLetters(visit.db, {
      staffId: visit.staff.id,
      wanted: form.text("reply-letters") === "yes",
      at: visit.at,
    });
  return seeOther(ME, "kept");
}

async function changePassword(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const next = form.text("password");
  const problem = passwordProblem(next);
  if (problem) return myPage(visit, { password: problem });
  const refusal = await confirmed(visit, form);
  if (refusal) return myPage(visit, { current: refusal });
  await keepPassword(db, { staffId: staff.id, hash: await hashedPassword(next), at });
  await leaveOthers(visit);
  return seeOther(`${ME}#your-password`, "kept");
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whoever has sat down at an open desk cannot change how its owner signs in. */
async function confirmed(visit: DeskVisit, form: Form): Promise<"wrong" | "stale" | undefined> {
  const { password } = await waysIn(visit.db, visit.staff.id);
  if (password !== undefined) return (await isOwn(visit, form.text("current"), password)) ? undefined : "wrong";
  return (await isFresh(visit)) ? undefined : "stale";
}

async function isOwn({ db, staff, at }: DeskVisit, typed: string, hash: string): Promise<boolean> {
  const counted = countedFor({ email: `own ${staff.email}`, address: undefined });
  if (await beginTry(db, { counted, at })) return false;
  if (!(await isPassword(typed, hash))) return false;
  await forgiveTry(db, { counted });
  return true;
}

async function isFresh({ world, request, at }: DeskVisit): Promise<boolean> {
  const session = await world.auth.sessionOf(request);
  return session !== undefined && at.getTime() - session.madeAt.getTime() < DAY_MS;
}

async function dropPasskey(visit: DeskVisit): Promise<DeskAnswer> {
  const { db, staff, steps, at } = visit;
  if (!(await isFresh(visit))) return myPage(visit, { passkeys: "stale" });
  const { refusal } = await removePasskey(db, { staffId: staff.id, passkeyId: steps["id"] ?? "", at });
  return refusal ? myPage(visit, { passkeys: refusal }) : seeOther(`${ME}#passkeys`, "removed");
}

async function beginApp(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const password = await ownPassword(visit, form);
  const own = password === undefined ? undefined : { password, agency: visit.agencyName };
  const app = own && (await visit.world.auth.beginApp(visit.request, own));
  return app ? appPage(visit, app.uri, app.recoveryCodes) : myPage(visit, { app: "wrong" });
}

/** The address and the codes come back with the form, so that a mistyped code does not begin it all anew. */
async function confirmApp(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const uri = form.text("uri");
  if (!uri.startsWith("otpauth://totp/") || uri.length > LONGEST_APP_ADDRESS) return undefined;
  const codes = form.text("codes").split(" ").slice(0, MOST_CODES);
  const cookies = await visit.world.auth.confirmApp(visit.request, form.text("code"));
  if (!cookies) return appPage(visit, uri, codes, words.people.me.app.wrong);
  await note(db, { by: staff.id, act: "staff.app", subject: `staff:${staff.id}`, at });
  return withCookies(seeOther(`${ME}#app`, "kept"), cookies);
}

const LONGEST_APP_ADDRESS = 500;
const MOST_CODES = 10;

async function removeApp(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const password = await ownPassword(visit, form);
  const cookies = password === undefined ? undefined : await visit.world.auth.removeApp(visit.request, password);
  if (!cookies) return myPage(visit, { app: "wrong" });
  await note(db, { by: staff.id, act: "staff.app-remove", subject: `staff:${staff.id}`, at });
  return withCookies(seeOther(`${ME}#app`, "removed"), cookies);
}

async function newRecoveryCodes(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const password = await ownPassword(visit, form);
  const codes = password === undefined ? undefined : await visit.world.auth.newRecoveryCodes(visit.request, password);
  if (!codes) return myPage(visit, { app: "wrong" });
  await note(db, { by: staff.id, act: "staff.recovery-codes", subject: `staff:${staff.id}`, at });
  const { app } = words.people.me;
  return { title: app.recoveryTitle, place: "me", main: <RecoveryCodes words={app} codes={codes} /> };
}

async function ownPassword(visit: DeskVisit, form: Form): Promise<string | undefined> {
  const typed = form.text("current");
  const { password } = await waysIn(visit.db, visit.staff.id);
  return password !== undefined && (await isOwn(visit, typed, password)) ? typed : undefined;
}

async function endOne({ db, staff, steps, at }: DeskVisit): Promise<DeskAnswer> {
  await endSession(db, { staffId: staff.id, sessionId: steps["id"] ?? "", at });
  return seeOther(`${ME}#sessions`, "removed");
}

async function endOthers(visit: DeskVisit): Promise<DeskAnswer> {
  await leaveOthers(visit);
  return seeOther(`${ME}#sessions`, "removed");
}

async function leaveOthers({ db, world, request, staff, at }: DeskVisit): Promise<void> {
  const session = await world.auth.sessionOf(request);
  if (session) await endOtherSessions(db, { staffId: staff.id, sessionId: session.id, at });
}

async function myPage(visit: DeskVisit, problems: MyProblems = {}): Promise<DeskPage> {
  const { db, world, request, staff, words, editions, at } = visit;
  return {
    title: words.people.me.title,
    place: "me",
    status: Object.keys(problems).length > 0 ? 422 : 200,
    main: (
      <MyAccount
        words={words}
        staff={staff}
        ways={await waysIn(db, staff.id)}
        replyLetters={may(staff, "reply.moderate") ? await wantsReplyLetters(db, staff.id) : undefined}
        sessions={await sessionsOf(db, { staffId: staff.id, at })}
        here={(await world.auth.sessionOf(request))?.id}
        timeZone={editions[0]?.timeZone ?? "UTC"}
        problems={problems}
      />
    ),
  };
}

function passkeyPage({ words }: DeskVisit): DeskPage {
  const { passkeys } = words.people.me;
  return { title: passkeys.addTitle, place: "me", islands: ["passkey"], main: <AddPasskey words={passkeys} /> };
}

function appPage({ words }: DeskVisit, uri: string, codes: readonly string[], problem?: string): DeskPage {
  const { app } = words.people.me;
  return {
    title: app.beginTitle,
    place: "me",
    status: problem === undefined ? 200 : 422,
    main: <AppForm words={app} uri={uri} codes={codes} problem={problem} />,
  };
}
