import { randomBytes } from "node:crypto";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { digestOf, emailIsTaken, hasAdministrator, openLink } from "./queries.ts";
import { LINK_KEPT_MS, type LinkKind, type Role, type StaffMember } from "./staff.ts";

const TOKEN_BYTES = 24;

type MakeLink = { readonly kind: LinkKind; readonly staffId?: string; readonly at: Date };

/** A new one-time link of that kind; older ones of the same kind and person are worth nothing from here on. */
export async function makeLink(db: Db, { kind, staffId, at }: MakeLink): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await together(db, async (db) => {
    await db
      .deleteFrom("staff_link")
      .where("kind", "=", kind)
      .where("staff_id", staffId === undefined ? "is" : "=", staffId ?? null)
      .execute();
    await db
      .insertInto("staff_link")
      .values({
        digest: digestOf(token),
        kind,
        staff_id: staffId ?? null,
        expires_at: new Date(at.getTime() + LINK_KEPT_MS[kind]).toISOString(),
      })
      .execute();
  });
  return token;
}

/** The link of the first run, made only while nobody is an administrator. */
export async function makeFirstLink(db: Db, { at }: { at: Date }): Promise<string | undefined> {
  return together(db, async (db) => ((await hasAdministrator(db)) ? undefined : makeLink(db, { kind: "first", at })));
}

/** Who comes in by a link for the first time says these; a link to sign in asks for nothing. */
export type NewMember = {
  readonly name: string;
  /** Taken by the link of the first run alone; others know it. */
  readonly email: string;
  readonly language: string;
  readonly passwordHash: string | undefined;
};

type SpendLink = { readonly token: string; readonly first: NewMember | undefined; readonly at: Date };

/** Lets its owner in, once: of two who follow a link at the same moment one is told that it is spent. */
export async function spendLink(
  db: Db,
  { token, first, at }: SpendLink,
): Promise<{ member: StaffMember } | { refusal: "spent" | "taken" }> {
  return together(db, async (db) => {
    const link = await openLink(db, { token, at });
    if (!link) return { refusal: "spent" as const };
    if (!link.member && (!first || (await emailIsTaken(db, first.email)))) return { refusal: "taken" as const };
    if (!(await isSpent(db, token))) return { refusal: "spent" as const };

    const member = link.member ?? (first && (await addMember(db, { ...first, role: "administrator", at })));
    if (!member) throw new Error("the link of the first run made no member");
    await db.updateTable("staff").set({ email_verified: 1 }).where("id", "=", member.id).execute();
    if (first) await introduce(db, { staffId: member.id, first, at });
    return { member: { ...member, ...(first && { name: first.name, language: first.language }) } };
  });
}

async function isSpent(db: Db, token: string): Promise<boolean> {
  const spent = await db
    .deleteFrom("staff_link")
    .where("digest", "=", digestOf(token))
    .returning("digest")
    .executeTakeFirst();
  return spent !== undefined;
}

async function introduce(
  db: Db,
  { staffId, first, at }: { staffId: string; first: NewMember; at: Date },
): Promise<void> {
  const { name, language } = first;
  await note(db, { by: staffId, act: "staff.join", subject: `staff:${staffId}`, detail: { name }, at });
  await keepAccount(db, { staffId, name, language, at });
  if (first.passwordHash !== undefined) await keepPassword(db, { staffId, hash: first.passwordHash, at });
}

type AddMember = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: string;
  readonly at: Date;
};

async function addMember(db: Db, { email, name, role, language, at }: AddMember): Promise<StaffMember | undefined> {
  const member = { id: newId(at), name, email, role, language };
  const added = await db
    .insertInto("staff")
    .values({
      ...member,
      email_verified: 0,
      two_factor_enabled: 0,
      suspended_at: null,
      removed_at: null,
      made_at: at.toISOString(),
      changed_at: at.toISOString(),
    })
    .onConflict((taken) => taken.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added && member;
}

type Invite = AddMember & { readonly by: string };

/** A new member with the link that lets them in; refused when somebody has that address already. */
export async function inviteMember(
  db: Db,
  { by, ...who }: Invite,
): Promise<{ member: StaffMember; token: string } | { refusal: "taken" }> {
  return together(db, async (db) => {
    const member = await addMember(db, who);
    if (!member) return { refusal: "taken" as const };
    const { role, name } = member;
    await note(db, { by, act: "staff.invite", subject: `staff:${member.id}`, detail: { role, name }, at: who.at });
    return { member, token: await makeLink(db, { kind: "invite", staffId: member.id, at: who.at }) };
  });
}

type KeepAccount = { readonly staffId: string; readonly name: string; readonly language: string; readonly at: Date };

/** One's own name, and the language the desk speaks. */
export async function keepAccount(db: Db, { staffId, name, language, at }: KeepAccount): Promise<void> {
  await together(db, async (db) => {
    await db
      .updateTable("staff")
      .set({ name, language, changed_at: at.toISOString() })
      .where("id", "=", staffId)
      .execute();
    await note(db, { by: staffId, act: "staff.account", subject: `staff:${staffId}`, detail: { name, language }, at });
  });
}

/** Sets or changes a password; whoever else was signed in with the old one is not asked here. */
export async function keepPassword(
  db: Db,
  { staffId, hash, at }: { staffId: string; hash: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const moment = at.toISOString();
    await db
      .insertInto("staff_credential")
      .values({
        id: newId(at),
        staff_id: staffId,
        provider_id: "credential",
        account_id: staffId,
        password: hash,
        made_at: moment,
        changed_at: moment,
      })
      .onConflict((taken) =>
        taken.columns(["staff_id", "provider_id"]).doUpdateSet({ password: hash, changed_at: moment }),
      )
      .execute();
    await note(db, { by: staffId, act: "staff.password", subject: `staff:${staffId}`, at });
  });
}
