/** Signing in with a password and a code, asking for a link by mail, and leaving. Links themselves: sign-in-link.tsx. */
import { mailOf } from "#agency/settings/mail.ts";
import { staffByEmail } from "#agency/staff/queries.ts";
import { emailFrom, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "#agency/staff/staff.ts";
import { beginTry, countedFor, forgiveTry } from "#agency/staff/tries.ts";
import type { Form } from "#lib/form.ts";
import { clientOf } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { note } from "#store/audit.ts";
import { enqueue } from "#store/queue.ts";
import { type GuestPage, type GuestVisit, guestAction, guestPage } from "./guest.ts";
import { CodeForm, LetterSent, SignInForm } from "./views/sign-in.tsx";
import { type DeskWorld, deskAction, seeOther } from "./visit.ts";
import type { PersonProblem } from "./words/sign-in.ts";

export function signInRoutes(world: DeskWorld): Route[] {
  return [
    guestPage(world, { address: "/desk/sign-in", parameters: ["to", "late"] }, printSignIn),
    guestAction(world, { address: "/desk/sign-in" }, enterByPassword),
    guestPage(world, { address: "/desk/sign-in/code", parameters: ["to"] }, async (visit) =>
      codePage(visit, visit.query["to"]),
    ),
    guestAction(world, { address: "/desk/sign-in/code" }, enterByCode),
    deskAction(world, { address: "/desk/sign-out", right: "desk.enter" }, async ({ request }) =>
      withCookies(seeOther("/desk/sign-in"), await world.auth.leave(request)),
    ),
  ];
}

/** Who is signed in already goes on. */
async function printSignIn(visit: GuestVisit): Promise<GuestPage | Response> {
  const to = visit.query["to"];
  if (await visit.world.auth.staffOf(visit.request)) return seeOther(insideDesk(to));
  return signInPage(visit, { to, ...(visit.query["late"] && { said: visit.words.signIn.code.tooLate }) });
}

async function enterByPassword(visit: GuestVisit, form: Form): Promise<GuestPage | Response> {
  const { world, request, at } = visit;
  const to = form.text("to");
  const typed = form.text("email");
  const email = emailFrom(typed);
  if (email === undefined) return signInPage(visit, { to, email: typed, problem: "no-email" });

  if (form.text("by") === "letter") return sendLink(visit, email);

  const device = world.auth.devices.known(request.headers, email);
  const counted = countedFor({ email, device, address: clientOf(request) });
  const openAt = await beginTry(world.db, { counted, at });
  if (openAt) return signInPage(visit, { to, email, openAt });

  const password = form.text("password").slice(0, LONGEST_PASSWORD);
  const { outcome, cookies } = await world.auth.enterByPassword(request, { email, password });
  if (outcome === "refused") return signInPage(visit, { to, email, problem: "wrong" });
  await forgiveTry(world.db, { counted });
  if (outcome === "code") return withCookies(seeOther(codeAddress(to)), cookies);
  return arrived(visit, { email, to, cookies, how: "password" });
}

/** Says the same whether or not anybody has that address, after the same work. */
async function sendLink(visit: GuestVisit, email: string): Promise<GuestPage> {
  const { world, request, words, at } = visit;
  const counted = countedFor({ email: `letter to ${email}`, address: clientOf(request) });
  const openAt = await beginTry(world.db, { counted, at });
  if (openAt) return signInPage(visit, { email, openAt });
  const member = await staffByEmail(world.db, email);
  if (member) await enqueue(world.db, "mail.send", { letter: "sign-in", staffId: member.id }, at);
  return { title: words.signIn.form.sent.title, main: <LetterSent words={words.signIn} /> };
}

async function enterByCode(visit: GuestVisit, form: Form): Promise<GuestPage | Response> {
  const { world, request } = visit;
  const to = form.text("to");
  const entered = await world.auth.enterByCode(request, form.text("code"));
  const { outcome, cookies } = entered;
  if (outcome === "in") return arrived(visit, { email: entered.email, to, cookies, how: "code" });
  return outcome === "too-late"
    ? withCookies(seeOther(`/desk/sign-in?to=${encodeURIComponent(insideDesk(to))}&late=yes`), cookies)
    : codePage(visit, to, true);
}

type Arrival = {
  readonly email: string;
  readonly how: "password" | "code" | "link" | "passkey";
};

/** Somebody is in: puts it on the record; answers the cookie by which this browser is known from here on. */
export async function signedIn(world: DeskWorld, { headers }: Request, { email, how }: Arrival): Promise<string[]> {
  const member = await staffByEmail(world.db, email);
  if (member) {
    const { id } = member;
    await note(world.db, { by: id, act: "staff.sign-in", subject: `staff:${id}`, detail: { how }, at: world.now() });
  }
  return [world.auth.devices.cookieFor(headers, email)];
}

/** The same, and on to where they wanted to go. */
export async function arrived(
  { world, request }: GuestVisit,
  { to, cookies, ...arrival }: Arrival & { readonly to: string | undefined; readonly cookies: readonly string[] },
): Promise<Response> {
  return withCookies(seeOther(insideDesk(to)), [...cookies, ...(await signedIn(world, request, arrival))]);
}

type SignInState = {
  readonly to?: string | undefined;
  readonly email?: string;
  readonly problem?: "no-email" | "wrong";
  readonly openAt?: Date;
  /** What happened before, where that is nothing wrong with the form. */
  readonly said?: string;
};

async function signInPage(
  { words, world }: GuestVisit,
  { to, email, problem, openAt, said }: SignInState,
): Promise<GuestPage> {
  const { form, problems } = words.signIn;
  const refusal = problem === "wrong" ? form.wrong : openAt ? form.slow(clock(words.language, openAt)) : said;
  return {
    title: form.title,
    islands: ["passkey"],
    status: openAt ? 429 : problem ? 422 : 200,
    main: (
      <SignInForm
        words={words.signIn}
        to={insideDesk(to)}
        sendsMail={(await mailOf(world.db, world.mail)) !== undefined}
        email={email}
        refusal={refusal}
        problem={problem === "no-email" ? problems["no-email"] : undefined}
      />
    ),
  };
}

function codePage({ words }: GuestVisit, to: string | undefined, isWrong = false): GuestPage {
  return {
    title: words.signIn.code.title,
    status: isWrong ? 422 : 200,
    main: <CodeForm words={words.signIn} to={insideDesk(to)} problem={isWrong ? words.signIn.code.wrong : undefined} />,
  };
}

function codeAddress(to: string): string {
  return `/desk/sign-in/code?to=${encodeURIComponent(insideDesk(to))}`;
}

/** Where to go on: a path of the desk, whatever was asked for. */
export function insideDesk(to: string | undefined): string {
  const url = URL.parse(to ?? "", "http://desk.invalid");
  return url?.host === "desk.invalid" && url.pathname.startsWith("/desk/") ? url.pathname + url.search : "/desk/";
}

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

export function passwordProblem(password: string): PersonProblem | undefined {
  if (password.length < SHORTEST_PASSWORD) return "short-password";
  return password.length > LONGEST_PASSWORD ? "long-password" : undefined;
}

/** The time of day where nobody is known yet, with its zone. */
function clock(language: string, at: Date): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }).format(at).concat(" UTC");
}
