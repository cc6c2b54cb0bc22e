import { randomBytes } from "node:crypto";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { administrators, digestOf, emailIsTaken, hasAdministrator, openLink, waysIn } from "./queries.ts";
import { LINK_KEPT_MS, type LinkKind, type Role, type StaffMember } from "./staff.ts";
import { FORGOTTEN_AFTER_MS } from "./tries.ts";

const TOKEN_BYTES = 24;

type MakeLink = { readonly kind: LinkKind; readonly staffId?: string; readonly at: Date };

/** A new one-time link of that kind. Others that were given stay good, in a letter and on a page, until one is spent. */
export async function makeLink(db: Db, { kind, staffId, at }: MakeLink): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await db
    .insertInto("staff_link")
    .values({
      digest: digestOf(token),
      kind,
      staff_id: staffId ?? null,
      expires_at: new Date(at.getTime() + LINK_KEPT_MS[kind]).toISOString(),
    })
    .execute();
  return token;
}

/** The link of the first run, made only while nobody is an administrator. */
export async function makeFirstLink(db: Db, { at }: { at: Date }): Promise<string | undefined> {
  return together(db, async (db) => {
    if (await hasAdministrator(db)) return undefined;
    await db.deleteFrom("staff_link").where("kind", "=", "first").execute();
    return makeLink(db, { kind: "first", at });
  });
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
    await db.deleteFrom("staff_link").where("staff_id", "=", member.id).execute();
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

type Keep = { readonly staffId: string; readonly by: string; readonly at: Date };
export type StaffRefusal = "last-administrator" | "not-there";
type Kept = { readonly refusal?: StaffRefusal };

/** Gives somebody another role; there is always an administrator left. */
export async function changeRole(db: Db, { role, ...keep }: Keep & { readonly role: Role }): Promise<Kept> {
  return keepingAdministrators(db, keep, role !== "administrator", async (db) => {
    await db
      .updateTable("staff")
      .set({ role, changed_at: keep.at.toISOString() })
      .where("id", "=", keep.staffId)
      .execute();
    await noteOf(db, keep, "staff.role", { role });
  });
}

/** Shuts somebody out until they are restored: at once, wherever they are signed in. */
export async function suspendMember(db: Db, keep: Keep): Promise<Kept> {
  return keepingAdministrators(db, keep, true, async (db) => {
    const moment = keep.at.toISOString();
    await db
      .updateTable("staff")
      .set({ suspended_at: moment, changed_at: moment })
      .where("id", "=", keep.staffId)
      .execute();
    await leaveEverywhere(db, keep.staffId);
    await noteOf(db, keep, "staff.suspend");
  });
}

export async function restoreMember(db: Db, keep: Keep): Promise<Kept> {
  return keepingAdministrators(db, keep, false, async (db) => {
    await db
      .updateTable("staff")
      .set({ suspended_at: null, changed_at: keep.at.toISOString() })
      .where("id", "=", keep.staffId)
      .execute();
    await noteOf(db, keep, "staff.restore");
  });
}

/** Takes somebody off the staff for good. What they wrote and did keeps their name; address and ways in are forgotten. */
export async function removeMember(db: Db, keep: Keep): Promise<Kept> {
  return keepingAdministrators(db, keep, true, async (db) => {
    const moment = keep.at.toISOString();
    await db
      .updateTable("staff")
      .set({ removed_at: moment, changed_at: moment, email: `${keep.staffId}@removed.invalid` })
      .where("id", "=", keep.staffId)
      .execute();
    await leaveEverywhere(db, keep.staffId);
    await forgetWays(db, keep.staffId);
    await noteOf(db, keep, "staff.remove");
  });
}

/** Ends all of somebody's sessions. */
export async function signOutEverywhere(db: Db, keep: Keep): Promise<Kept> {
  return keepingAdministrators(db, keep, false, async (db) => {
    await leaveEverywhere(db, keep.staffId);
    await noteOf(db, keep, "staff.sign-out");
  });
}

/** For who lost telephone and keys: nothing lets them in any more but a new link, which is answered. */
export async function resetMember(db: Db, keep: Keep): Promise<{ token: string } | { refusal: StaffRefusal }> {
  const token = await together(db, async (db) => {
    const { refusal } = await keepingAdministrators(db, keep, false, async (db) => {
      await leaveEverywhere(db, keep.staffId);
      await forgetWays(db, keep.staffId);
      await noteOf(db, keep, "staff.reset");
    });
    return refusal ? undefined : makeLink(db, { kind: "invite", staffId: keep.staffId, at: keep.at });
  });
  return token === undefined ? { refusal: "not-there" } : { token };
}

async function keepingAdministrators(
  db: Db,
  { staffId }: Keep,
  mayBeLost: boolean,
  act: (db: Db) => Promise<void>,
): Promise<Kept> {
  return together(db, async (db) => {
    await oneAfterAnother(db);
    const there = await db
      .selectFrom("staff")
      .select("id")
      .where("id", "=", staffId)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (!there) return { refusal: "not-there" as const };
    const all = await administrators(db);
    if (mayBeLost && all.includes(staffId) && all.length === 1) return { refusal: "last-administrator" as const };
    await act(db);
    return {};
  });
}

/** Two administrators who take the role from each other at one moment are asked one after the other. */
async function oneAfterAnother(db: Db): Promise<void> {
  await db
    .insertInto("setting")
    .values({ key: "staff.turn", value: "" })
    .onConflict((known) => known.column("key").doUpdateSet({ value: "" }))
    .execute();
}

async function leaveEverywhere(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom("staff_session").where("staff_id", "=", staffId).execute();
  await db.deleteFrom("staff_link").where("staff_id", "=", staffId).execute();
}

async function forgetWays(db: Db, staffId: string): Promise<void> {
  for (const table of ["staff_credential", "staff_passkey", "staff_totp"] as const) {
    await db.deleteFrom(table).where("staff_id", "=", staffId).execute();
  }
  await db.updateTable("staff").set({ two_factor_enabled: 0 }).where("id", "=", staffId).execute();
}

async function noteOf(
  db: Db,
  { staffId, by, at }: Keep,
  act: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await note(db, { by, act, subject: `staff:${staffId}`, detail, at });
}

type EndSessions = { readonly staffId: string; readonly sessionId: string; readonly at: Date };

/** Signs oneself out in one place. */
export async function endSession(db: Db, { staffId, sessionId, at }: EndSessions): Promise<void> {
  await together(db, async (db) => {
    await db.deleteFrom("staff_session").where("id", "=", sessionId).where("staff_id", "=", staffId).execute();
    await note(db, { by: staffId, act: "staff.sign-out", subject: `staff:${staffId}`, at });
  });
}

/** Signs oneself out everywhere but in the session of that id. */
export async function endOtherSessions(db: Db, { staffId, sessionId, at }: EndSessions): Promise<void> {
  await together(db, async (db) => {
    await db.deleteFrom("staff_session").where("id", "<>", sessionId).where("staff_id", "=", staffId).execute();
    await note(db, { by: staffId, act: "staff.sign-out", subject: `staff:${staffId}`, detail: { others: true }, at });
  });
}

type RemovePasskey = { readonly staffId: string; readonly passkeyId: string; readonly at: Date };

/** Refused for the last way in somebody has. */
export async function removePasskey(
  db: Db,
  { staffId, passkeyId, at }: RemovePasskey,
): Promise<{ readonly refusal?: "last-way" }> {
  return together(db, async (db) => {
    const { password, passkeys } = await waysIn(db, staffId);
    if (password === undefined && passkeys.length <= 1) return { refusal: "last-way" as const };
    await db.deleteFrom("staff_passkey").where("id", "=", passkeyId).where("staff_id", "=", staffId).execute();
    await note(db, { by: staffId, act: "staff.passkey-remove", subject: `staff:${staffId}`, at });
    return {};
  });
}

/** Forgets what has run out: sessions, links, things begun, and tries nobody will count any more. */
export async function forgetSpent(db: Db, { at }: { at: Date }): Promise<void> {
  const moment = at.toISOString();
  await together(db, async (db) => {
    for (const table of ["staff_session", "staff_check", "staff_link"] as const) {
      await db.deleteFrom(table).where("expires_at", "<", moment).execute();
    }
    await db
      .deleteFrom("sign_in_try")
      .where("last_at", "<", new Date(at.getTime() - FORGOTTEN_AFTER_MS).toISOString())
      .execute();
  });
}
