/** The staff as a list, one member as a page of small forms, and a link to hand over. */
import { type ListedMember, ROLES } from "#agency/staff/staff.ts";
import { dayIn } from "#lib/days.ts";
import { printDay } from "#text/typography/dates.ts";
import type { PeopleWords } from "../words/people.ts";
import type { PersonProblem } from "../words/sign-in.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, Problem, TextField } from "./fields.tsx";

type StaffWords = PeopleWords["staff"];

/** What was typed and could not be kept. */
export type Invitation = {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly problems: { readonly name?: PersonProblem; readonly email?: PersonProblem };
};

type StaffListProps = {
  readonly words: DeskWords;
  readonly members: readonly ListedMember[];
  readonly you: string;
  readonly timeZone: string;
  readonly invitation?: Invitation | undefined;
};

export const StaffList = ({ words, members, you, timeZone, invitation }: StaffListProps) => {
  const { staff } = words.people;
  return (
    <>
      <ul class="rows">
        {members.map((member) => (
          <li>
            <span class="member">
              <a href={`/desk/staff/${member.id}`}>
                <bdi>{member.name}</bdi>
              </a>
              {member.id === you && <span class="quiet"> ({staff.you})</span>}
              <span class="quiet member-address">
                <bdi>{member.email}</bdi>
              </span>
            </span>
            <span>
              {words.roles[member.role]}
              <span class="quiet member-address">
                {waysOf(member, staff)} · {stateOf(member, words, timeZone)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <InviteForm words={words} invitation={invitation} />
    </>
  );
};

const InviteForm = ({ words, invitation }: Pick<StaffListProps, "words" | "invitation">) => {
  const { staff } = words.people;
  const said = (problem: PersonProblem | undefined) => problem && words.signIn.problems[problem];
  return (
    <section class="part" aria-labelledby="invite-title">
      <h2 id="invite-title">{staff.inviteTitle}</h2>
      <form method="post" action="/desk/staff" class="narrow">
        <TextField
          name="name"
          label={staff.name}
          hint={staff.nameHint}
          value={invitation?.name ?? ""}
          problem={said(invitation?.problems.name)}
          required
          maxlength={100}
          autocomplete="off"
          dir="auto"
        />
        <TextField
          name="email"
          label={staff.email}
          type="email"
          value={invitation?.email ?? ""}
          problem={said(invitation?.problems.email)}
          required
          maxlength={254}
          autocomplete="off"
          dir="ltr"
        />
        <RoleChoice words={words} chosen={invitation?.role ?? "reporter"} />
        <p class="buttons">
          <button type="submit" class="main">
            {staff.invite}
          </button>
        </p>
      </form>
    </section>
  );
};

const RoleChoice = ({ words, chosen }: { readonly words: DeskWords; readonly chosen: string }) => (
  <Choice
    name="role"
    label={words.people.staff.role}
    chosen={chosen}
    options={ROLES.map((role) => ({
      value: role,
      text: `${words.roles[role]}: ${words.people.staff.roleSentences[role]}`,
    }))}
  />
);

function waysOf({ passkeys, hasPassword, asksForCode }: ListedMember, words: StaffWords): string {
  const ways = [
    ...(passkeys > 0 ? [words.passkeys(passkeys)] : []),
    ...(hasPassword ? [asksForCode ? words.passwordAndCode : words.password] : []),
  ];
  return ways.length > 0 ? ways.join(" · ") : words.linkOnly;
}

function stateOf(member: ListedMember, { language, people }: DeskWords, timeZone: string): string {
  const day = (at: Date) => printDay(dayIn(timeZone, at), language);
  const { suspendedAt, signedInAt, hasPassword, passkeys } = member;
  if (suspendedAt) return people.staff.suspended(day(suspendedAt));
  if (signedInAt) return people.staff.signedIn(day(signedInAt));
  return hasPassword || passkeys > 0 ? people.staff.away : people.staff.invited;
}

type MemberFormsProps = {
  readonly words: DeskWords;
  readonly member: ListedMember;
  readonly isYou: boolean;
  readonly timeZone: string;
  readonly refusal?: string | undefined;
};

export const MemberForms = ({ words, member, isYou, timeZone, refusal }: MemberFormsProps) => {
  const { staff } = words.people;
  const { id, suspendedAt } = member;
  return (
    <>
      <p class="who">
        <bdi dir="ltr">{member.email}</bdi> · {stateOf(member, words, timeZone)} · {waysOf(member, staff)}
        {isYou && ` · ${staff.you}`}
      </p>
      {refusal !== undefined && <Problem>{refusal}</Problem>}
      <form method="post" action={`/desk/staff/${id}/role`} class="narrow">
        <RoleChoice words={words} chosen={member.role} />
        <p class="buttons">
          <button type="submit" class="main">
            {staff.changeRole}
          </button>
        </p>
      </form>
      <ul class="rows">
        <Deed id={id} step="sign-out" does={staff.signOut} sentence={staff.signOutSentence} />
        <Deed id={id} step="reset" does={staff.reset} sentence={staff.resetSentence} sure={staff.resetSure} />
        {suspendedAt ? (
          <Deed id={id} step="restore" does={staff.restore} sentence={staff.restoreSentence} />
        ) : (
          <Deed id={id} step="suspend" does={staff.suspend} sentence={staff.suspendSentence} />
        )}
        <Deed
          id={id}
          step="remove"
          does={staff.remove}
          sentence={staff.removeSentence}
          sure={staff.removeSure(member.name)}
        />
      </ul>
      <p>
        <a href="/desk/staff">{staff.back}</a>
      </p>
    </>
  );
};

type DeedProps = {
  readonly id: string;
  readonly step: string;
  readonly does: string;
  readonly sentence: string;
  readonly sure?: string;
};

const Deed = ({ id, step, does, sentence, sure }: DeedProps) => (
  <li>
    <span>{sentence}</span>
    <form method="post" action={`/desk/staff/${id}/${step}`}>
      <button type="submit" {...(sure !== undefined && { "data-sure": sure })}>
        {does}
      </button>
    </form>
  </li>
);

export const HandOver = ({
  words,
  name,
  link,
}: {
  readonly words: StaffWords;
  readonly name: string;
  readonly link: string;
}) => (
  <>
    <p>{words.handOver(name)}</p>
    <p class="secret" dir="ltr">
      {link}
    </p>
    <p>{words.handOverOnce}</p>
    <p class="buttons">
      <a class="button" href="/desk/staff">
        {words.back}
      </a>
    </p>
  </>
);
