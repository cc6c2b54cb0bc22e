/** Signing in with a password and a code, asking for a link by mail, and leaving. Links themselves: sign-in-link.tsx. */
import { staffByEmail } from "#agency/staff/queries.ts";
import { emailFrom, LONGEST_PASSWORD } from "#agency/staff/staff.ts";
import { beginTry, countedFor, forgiveTry } from "#agency/staff/tries.ts";
import type { Form } from "#lib/form.ts";
import { clientOf } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { note } from "#store/audit.ts";
import { type GuestPage, type GuestVisit, guestAction, guestPage } from "./guest.ts";
import { CodeForm, SignInForm } from "./views/sign-in.tsx";
import { type DeskWorld, deskAction, seeOther } from "./visit.ts";

export function signInRoutes(world: DeskWorld): Route[] {
  return [
    guestPage(world, { address: "/desk/sign-in", parameters: ["to"] }, printSignIn),
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
  return signInPage(visit, { to });
}

async function enterByPassword(visit: GuestVisit, form: Form): Promise<GuestPage | Response> {
  const { world, request, at } = visit;
  const to = form.text("to");
  const typed = form.text("email");
  const email = emailFrom(typed);
  if (email === undefined) return signInPage(visit, { to, email: typed, problem: "no-email" });

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

async function enterByCode(visit: GuestVisit, form: Form): Promise<GuestPage | Response> {
  const { world, request } = visit;
  const to = form.text("to");
  const { outcome, cookies, email } = await world.auth.enterByCode(request, form.text("code"));
  if (outcome === "in" && email !== undefined) return arrived(visit, { email, to, cookies, how: "code" });
  return outcome === "too-late"
    ? withCookies(seeOther(`/desk/sign-in?to=${encodeURIComponent(insideDesk(to))}`), cookies)
    : codePage(visit, to, true);
}

type Arrival = {
  readonly email: string;
  readonly to: string | undefined;
  readonly cookies: readonly string[];
  readonly how: "password" | "code" | "link" | "passkey";
};

/** Somebody is in: on the record, this browser known from here on, and wherever they wanted to go. */
export async function arrived(
  { world, request, at }: GuestVisit,
  { email, to, cookies, how }: Arrival,
): Promise<Response> {
  const member = await staffByEmail(world.db, email);
  if (member)
    await note(world.db, { by: member.id, act: "staff.sign-in", subject: `staff:${member.id}`, detail: { how }, at });
  return withCookies(seeOther(insideDesk(to)), [...cookies, world.auth.devices.cookieFor(request.headers, email)]);
}

type SignInState = {
  readonly to?: string | undefined;
  readonly email?: string;
  readonly problem?: "no-email" | "wrong";
  readonly openAt?: Date;
};

function signInPage({ words }: GuestVisit, { to, email, problem, openAt }: SignInState): GuestPage {
  const { form, problems } = words.signIn;
  const refusal = problem === "wrong" ? form.wrong : openAt && form.slow(clock(words.language, openAt));
  return {
    title: form.title,
    status: openAt ? 429 : problem ? 422 : 200,
    main: (
      <SignInForm
        words={words.signIn}
        to={insideDesk(to)}
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

/** The time of day where nobody is known yet, with its zone. */
function clock(language: string, at: Date): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }).format(at).concat(" UTC");
}
