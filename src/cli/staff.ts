import { mailOf } from "#agency/settings/mail.ts";
import { inviteMember, makeLink, resetMember } from "#agency/staff/actions.ts";
import { staffByEmail } from "#agency/staff/queries.ts";
import { emailFrom, isRole, LONGEST_NAME, ROLES, type Role, type StaffMember } from "#agency/staff/staff.ts";
import type { Db } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { type Command, type Given, isOn, Refused, textOption, WrongUsage } from "./command.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

const BY = "command line";

export const staffInvite: Command = {
  name: "staff invite",
  synopsis: "staff invite EMAIL [--role editor] [--name NAME] [--reset]",
  summary: "a link that lets somebody into the desk",
  help: `Prints a one-time link that holds for seven days, and sends it too where mail is set up. For somebody who works
here already it is a new way in.

Options:
  --role ROLE       ${ROLES.join(", ")}; reporter unless it is given
  --name NAME       as colleagues know them; the part before the @ unless it is given
  --language CODE   what the desk speaks to them: en, ru or ar
  --reset           forgets their password, passkeys and codes, for who lost them${STORE_HELP}
  --json            for machines

  dateline staff invite ines@news.example --role editor --name "Ines Tallow"`,
  options: {
    ...STORE_OPTIONS,
    role: { type: "string" },
    name: { type: "string" },
    language: { type: "string" },
    reset: { type: "boolean" },
  },
  async run(given, world) {
    const email = emailOf(given);
    const role = roleOf(given);
    const name = nameOf(given, email);
    const at = world.now();
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const { member, token, isMailed } = await withStore(given, world, async ({ db }) => {
      const known = await staffByEmail(db, email);
      const way = known
        ? await wayBack(db, { known, role, isReset: isOn(given, "reset"), at })
        : await firstWay(db, {
            email,
            name,
            role: role ?? "reporter",
            language: textOption(given, "language") ?? "en",
            at,
          });
      const isMailed = (await mailOf(db, config)) !== undefined;
      if (isMailed) await enqueue(db, "mail.send", { letter: "invite", staffId: way.member.id }, at);
      return { ...way, isMailed };
    });
    const link = `${config.url}/desk/sign-in/${token}`;
    if (isOn(given, "json"))
      world.out(`${JSON.stringify({ email, name: member.name, role: member.role, link, mailed: isMailed })}\n`);
    else {
      world.out(`${link}\n`);
      world.err(
        isMailed
          ? `A letter with a link is on its way to ${email}; this one works too, once, for seven days.\n`
          : `Give this link to ${email}: it works once and holds for seven days.\n`,
      );
    }
    return 0;
  },
};

type Way = { readonly member: StaffMember; readonly token: string };

type FirstWay = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: string;
  readonly at: Date;
};

async function firstWay(db: Db, who: FirstWay): Promise<Way> {
  const invited = await inviteMember(db, { ...who, by: BY });
  if ("refusal" in invited) {
    throw new Refused(`${who.email} is suspended. An administrator can restore them at the desk, under Staff.`);
  }
  return invited;
}

type WayBack = {
  readonly known: StaffMember;
  readonly role: Role | undefined;
  readonly isReset: boolean;
  readonly at: Date;
};

async function wayBack(db: Db, { known, role, isReset, at }: WayBack): Promise<Way> {
  if (role !== undefined && role !== known.role) {
    throw new Refused(
      `${known.email} works here already, as ${known.role}. An administrator changes roles at the desk, under Staff; without --role this prints a new link.`,
    );
  }
  if (!isReset) return { member: known, token: await makeLink(db, { kind: "invite", staffId: known.id, at }) };
  const reset = await resetMember(db, { staffId: known.id, by: BY, at });
  if ("refusal" in reset) throw new Refused(`${known.email} does not work here any more.`);
  return { member: known, token: reset.token };
}

function emailOf({ positionals }: Given): string {
  const [typed, ...more] = positionals;
  if (typed === undefined) throw new WrongUsage("Give the EMAIL of whom you invite.");
  if (more.length > 0) throw new WrongUsage(`Give one EMAIL, not ${positionals.length}: ${positionals.join(" ")}`);
  const email = emailFrom(typed);
  if (email === undefined) throw new WrongUsage(`"${typed}" is not an e-mail address.`);
  return email;
}

function roleOf(given: Given): Role | undefined {
  const role = textOption(given, "role");
  if (role === undefined || isRole(role)) return role;
  throw new WrongUsage(`--role is "${role}"; use one of ${ROLES.join(", ")}.`);
}

function nameOf(given: Given, email: string): string {
  const name = textOption(given, "name")?.trim() || email.slice(0, email.indexOf("@"));
  if (name.length > LONGEST_NAME) throw new WrongUsage(`A name has ${LONGEST_NAME} characters at most.`);
  return name;
}
