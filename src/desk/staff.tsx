/** Who works here: the list, inviting, and for each member their role, their ways in and whether they may come in. */
import { mailOf } from "#agency/settings/mail.ts";
import {
  changeRole,
  inviteMember,
  removeMember,
  resetMember,
  restoreMember,
  type StaffRefusal,
  signOutEverywhere,
  suspendMember,
} from "#agency/staff/actions.ts";
import { staffMembers } from "#agency/staff/queries.ts";
import { emailFrom, isRole, LONGEST_NAME } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { enqueue } from "#store/queue.ts";
import { HandOver, type Invitation, MemberForms, StaffList } from "./views/staff.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "./visit.ts";

const STAFF = "/desk/staff";

export function staffRoutes(world: DeskWorld): Route[] {
  const at = (address: string) => ({ address, right: "staff.keep" }) as const;
  const act = (step: string, does: Act) =>
    deskAction(world, at(`${STAFF}/{id}/${step}`), (visit, form) => keptFor(visit, form, does));
  return [
    deskPage(world, at(STAFF), (visit) => staffPage(visit)),
    deskAction(world, at(STAFF), invite),
    deskPage(world, at(`${STAFF}/{id}`), (visit) => memberPage(visit)),
    act("role", ({ db }, form, keep) => {
      const role = form.text("role");
      return isRole(role) ? changeRole(db, { ...keep, role }) : undefined;
    }),
    act("sign-out", ({ db }, _, keep) => signOutEverywhere(db, keep)),
    act("suspend", ({ db }, _, keep) => suspendMember(db, keep)),
    act("restore", ({ db }, _, keep) => restoreMember(db, keep)),
    deskAction(world, at(`${STAFF}/{id}/remove`), remove),
    deskAction(world, at(`${STAFF}/{id}/reset`), reset),
  ];
}

type Keep = { readonly staffId: string; readonly by: string; readonly at: Date };
type Act = (visit: DeskVisit, form: Form, keep: Keep) => Promise<{ readonly refusal?: StaffRefusal }> | undefined;

async function keptFor(visit: DeskVisit, form: Form, act: Act): Promise<DeskAnswer> {
  const keep = keepOf(visit);
  const done = await act(visit, form, keep);
  if (!done) return undefined;
  const { refusal } = done;
  return refusal ? memberPage(visit, refusal) : seeOther(`${STAFF}/${keep.staffId}`, "kept");
}

async function remove(visit: DeskVisit): Promise<DeskAnswer> {
  const { refusal } = await removeMember(visit.db, keepOf(visit));
  return refusal ? memberPage(visit, refusal) : seeOther(STAFF, "removed");
}

async function reset(visit: DeskVisit): Promise<DeskAnswer> {
  const { db, staff } = visit;
  const keep = keepOf(visit);
  const done = await resetMember(db, keep);
  if ("refusal" in done) return memberPage(visit, done.refusal);
  const member = (await staffMembers(db)).find(({ id }) => id === keep.staffId);
  return sentOrShown(visit, { id: keep.staffId, name: member?.name ?? "", by: staff.name, token: done.token });
}

async function invite(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, words, at } = visit;
  const typed = { name: form.text("name"), email: form.text("email"), role: form.text("role") };
  const email = emailFrom(typed.email);
  if (typed.name === "") return staffPage(visit, { ...typed, problems: { name: "no-name" } });
  if (typed.name.length > LONGEST_NAME) return staffPage(visit, { ...typed, problems: { name: "long-name" } });
  if (email === undefined) return staffPage(visit, { ...typed, problems: { email: "no-email" } });

  const role = isRole(typed.role) ? typed.role : "reporter";
  const who = { email, name: typed.name, role, language: words.language };
  const invited = await inviteMember(db, { ...who, by: staff.id, at });
  if ("refusal" in invited) return staffPage(visit, { ...typed, problems: { email: "taken" } });
  return sentOrShown(visit, { id: invited.member.id, name: typed.name, by: staff.name, token: invited.token });
}

type Way = { readonly id: string; readonly name: string; readonly by: string; readonly token: string };

/** A letter takes the link where mail is set up; else it is shown, once, to be handed over. */
async function sentOrShown(visit: DeskVisit, { id, name, by, token }: Way): Promise<DeskAnswer> {
  const { db, world, words, at } = visit;
  if (await mailOf(db, world.mail)) {
    await enqueue(db, "mail.send", { letter: "invite", staffId: id, by }, at);
    return seeOther(STAFF, "sent");
  }
  const { staff } = words.people;
  return {
    title: staff.handOverTitle,
    place: "staff",
    main: <HandOver words={staff} name={name} link={`${world.url}/desk/sign-in/${token}`} />,
  };
}

async function staffPage(visit: DeskVisit, invitation?: Invitation): Promise<DeskPage> {
  const { db, staff, words } = visit;
  return {
    title: words.people.staff.title,
    place: "staff",
    status: invitation ? 422 : 200,
    main: (
      <StaffList
        words={words}
        members={await staffMembers(db)}
        you={staff.id}
        timeZone={timeZoneOf(visit)}
        invitation={invitation}
      />
    ),
  };
}

async function memberPage(visit: DeskVisit, refusal?: StaffRefusal): Promise<DeskAnswer> {
  const { db, staff, words, steps } = visit;
  const member = (await staffMembers(db)).find(({ id }) => id === steps["id"]);
  if (!member) return undefined;
  return {
    title: member.name,
    place: "staff",
    status: refusal ? 422 : 200,
    main: (
      <MemberForms
        words={words}
        member={member}
        isYou={member.id === staff.id}
        timeZone={timeZoneOf(visit)}
        refusal={refusal && words.people.staff.refusals[refusal]}
      />
    ),
  };
}

function keepOf({ steps, staff, at }: DeskVisit): Keep {
  return { staffId: steps["id"] ?? "", by: staff.id, at };
}

function timeZoneOf({ editions }: DeskVisit): string {
  return editions[0]?.timeZone ?? "UTC";
}
