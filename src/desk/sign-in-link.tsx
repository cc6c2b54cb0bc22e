/** Where a one-time link leads. Looking at it spends nothing, for mail programs look first; pressing the button does. */
import { spendLink } from "#agency/staff/actions.ts";
import { openLink, type StaffLink } from "#agency/staff/queries.ts";
import { emailFrom, LONGEST_NAME } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { hashedPassword } from "#lib/runtime/password.ts";
import { type GuestPage, type GuestVisit, guestAction, guestPage } from "./guest.ts";
import { arrived, insideDesk, passwordProblem, withCookies } from "./sign-in.tsx";
import { LinkForm, SpentLink, WelcomeForm } from "./views/sign-in-link.tsx";
import { type DeskWorld, seeOther } from "./visit.ts";
import type { PersonProblem } from "./words/sign-in.ts";

const ADDRESS = "/desk/sign-in/{token}";

export function signInLinkRoutes(world: DeskWorld): Route[] {
  return [guestPage(world, { address: ADDRESS }, printLink), guestAction(world, { address: ADDRESS }, followLink)];
}

async function printLink(visit: GuestVisit): Promise<GuestPage> {
  const link = await openLink(visit.world.db, { token: tokenOf(visit), at: visit.at });
  if (!link) return spentPage(visit);
  return link.kind === "sign-in" ? signInPage(visit, link) : welcomePage(visit, link, typedBy(link));
}

async function followLink(visit: GuestVisit, form: Form): Promise<GuestPage | Response> {
  const { world, request, at } = visit;
  const link = await openLink(world.db, { token: tokenOf(visit), at });
  // Pressed twice: the first time let them in.
  if (!link) return (await world.auth.staffOf(request)) ? seeOther("/desk/") : spentPage(visit);
  if (link.kind === "sign-in") return enter(visit, undefined);

  const typed = { name: form.text("name"), email: link.member?.email ?? form.text("email") };
  const password = form.text("then") === "passkey" ? undefined : form.text("password");
  const problems = problemsOf(typed, password);
  if (Object.keys(problems).length > 0) return welcomePage(visit, link, typed, problems);

  const passwordHash = password === undefined ? undefined : await hashedPassword(password);
  const { language } = visit.words;
  const entered = await enter(visit, { ...typed, language, passwordHash });
  return entered === "taken" ? welcomePage(visit, link, typed, { email: "taken" }) : entered;
}

type First = Typed & { readonly language: string; readonly passwordHash: string | undefined };

async function enter(visit: GuestVisit, first: undefined): Promise<GuestPage | Response>;
async function enter(visit: GuestVisit, first: First): Promise<GuestPage | Response | "taken">;
async function enter(visit: GuestVisit, first: First | undefined): Promise<GuestPage | Response | "taken"> {
  const { world, request, at } = visit;
  const email = first && emailFrom(first.email);
  const said = first && email !== undefined ? { ...first, email } : undefined;
  const spent = await spendLink(world.db, { token: tokenOf(visit), first: said, at });
  if ("refusal" in spent) return spent.refusal === "taken" ? "taken" : spentPage(visit);

  const { member } = spent;
  const { outcome, cookies } = await world.auth.enterByLink(request, member.id);
  if (outcome === "refused") return spentPage(visit);
  if (outcome === "code") return withCookies(seeOther("/desk/sign-in/code"), cookies);
  const to = first && first.passwordHash === undefined ? "/desk/me/passkey" : insideDesk(undefined);
  return arrived(visit, { email: member.email, how: "link", to, cookies });
}

type Typed = { readonly name: string; readonly email: string };

type Problems = Partial<Record<"name" | "email" | "password", PersonProblem>>;

function problemsOf({ name, email }: Typed, password: string | undefined): Problems {
  const weak = password === undefined ? undefined : passwordProblem(password);
  return {
    ...(name === "" && { name: "no-name" }),
    ...(name.length > LONGEST_NAME && { name: "long-name" }),
    ...(emailFrom(email) === undefined && { email: "no-email" }),
    ...(weak && { password: weak }),
  };
}

function typedBy({ member }: StaffLink): Typed {
  return { name: member?.name ?? "", email: member?.email ?? "" };
}

function signInPage({ words, agencyName, steps }: GuestVisit, { member }: StaffLink): GuestPage {
  return {
    title: words.signIn.link.back(agencyName),
    main: <LinkForm words={words.signIn} token={steps["token"] ?? ""} name={member?.name ?? ""} />,
  };
}

function welcomePage(
  { words, agencyName, steps }: GuestVisit,
  { member }: StaffLink,
  typed: Typed,
  problems: Problems = {},
): GuestPage {
  return {
    title: words.signIn.link.welcome(agencyName),
    islands: ["passkey"],
    status: Object.keys(problems).length > 0 ? 422 : 200,
    main: (
      <WelcomeForm
        words={words.signIn}
        token={steps["token"] ?? ""}
        typed={typed}
        knowsEmail={member !== undefined}
        introduction={
          member ? words.signIn.link.inviteSentence(words.roles[member.role]) : words.signIn.link.firstSentence
        }
        problems={problems}
      />
    ),
  };
}

function spentPage({ words }: GuestVisit): GuestPage {
  return { title: words.signIn.link.spent.title, status: 410, main: <SpentLink words={words.signIn} /> };
}

function tokenOf({ steps }: GuestVisit): string {
  return steps["token"] ?? "";
}
