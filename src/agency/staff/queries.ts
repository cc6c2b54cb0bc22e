import { createHash } from "node:crypto";
import type { Db } from "#store/db.ts";
import { isRole, type LinkKind, type ListedMember, type Role, type StaffMember } from "./staff.ts";

const memberColumns = ["staff.id", "staff.name", "staff.email", "staff.role", "staff.language"] as const;

type MemberRow = { id: string; name: string; email: string; role: string; language: string };

/** Somebody who may come in: neither suspended nor gone. */
export async function staffMember(db: Db, id: string): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom("staff")
    .select(memberColumns)
    .where("id", "=", id)
    .where("suspended_at", "is", null)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && memberFrom(row);
}

/** The same by their address, which is written as `emailFrom` gives it. */
export async function staffByEmail(db: Db, email: string): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom("staff")
    .select(memberColumns)
    .where("email", "=", email)
    .where("suspended_at", "is", null)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && memberFrom(row);
}

/** Somebody has that address, whether or not they may come in. */
export async function emailIsTaken(db: Db, email: string): Promise<boolean> {
  return (await db.selectFrom("staff").select("id").where("email", "=", email).executeTakeFirst()) !== undefined;
}

// A newsroom of Dateline has three to ten people; far more is something else.
const MOST_LISTED = 500;

/** Who work here, by name; the suspended among them, those who left not. */
export async function staffMembers(db: Db): Promise<ListedMember[]> {
  const rows = await db
    .selectFrom("staff")
    .select(memberColumns)
    .select(["staff.suspended_at", "staff.two_factor_enabled"])
    .select((row) => [
      row
        .selectFrom("staff_session")
        .whereRef("staff_id", "=", "staff.id")
        .select(({ fn }) => fn.max("made_at").as("at"))
        .as("signed_in_at"),
      row
        .selectFrom("staff_credential")
        .whereRef("staff_id", "=", "staff.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("passwords"),
      row
        .selectFrom("staff_passkey")
        .whereRef("staff_id", "=", "staff.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("passkeys"),
    ])
    .where("removed_at", "is", null)
    .orderBy("staff.name")
    .orderBy("staff.id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({
    ...memberFrom(row),
    suspendedAt: instant(row.suspended_at),
    signedInAt: instant(row.signed_in_at),
    hasPassword: Number(row.passwords) > 0,
    passkeys: Number(row.passkeys),
    asksForCode: row.two_factor_enabled === 1,
  }));
}

/** What everybody who ever worked here is called, by id. */
export async function staffNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("staff").select(["id", "name"]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether anybody can change who works here. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  return (await administrators(db)).length > 0;
}

/** Ids of those who are not suspended. */
export async function administrators(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("staff")
    .select("id")
    .where("role", "=", "administrator")
    .where("suspended_at", "is", null)
    .where("removed_at", "is", null)
    .orderBy("id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ id }) => id);
}

export type StaffLink = {
  readonly kind: LinkKind;
  /** Whom it lets in; nobody yet for the link of the first run. */
  readonly member: StaffMember | undefined;
};

/** What a link's token opens; nothing when it is spent, too old, made up, or of somebody who may not come in. */
export async function openLink(db: Db, { token, at }: { token: string; at: Date }): Promise<StaffLink | undefined> {
  const row = await db
    .selectFrom("staff_link")
    .select(["kind", "staff_id"])
    .where("digest", "=", digestOf(token))
    .where("expires_at", ">", at.toISOString())
    .executeTakeFirst();
  if (!row || !isLinkKind(row.kind)) return undefined;
  if (row.staff_id === null) return (await hasAdministrator(db)) ? undefined : { kind: row.kind, member: undefined };
  const member = await staffMember(db, row.staff_id);
  return member && { kind: row.kind, member };
}

export function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export type WaysIn = {
  /** The password's hash. */
  readonly password: string | undefined;
  readonly asksForCode: boolean;
  readonly passkeys: readonly { readonly id: string; readonly name: string | null; readonly madeAt: Date }[];
};

/** How somebody signs in. */
export async function waysIn(db: Db, staffId: string): Promise<WaysIn> {
  const [credential, staff, passkeys] = await Promise.all([
    db.selectFrom("staff_credential").select("password").where("staff_id", "=", staffId).executeTakeFirst(),
    db.selectFrom("staff").select("two_factor_enabled").where("id", "=", staffId).executeTakeFirst(),
    db
      .selectFrom("staff_passkey")
      .select(["id", "name", "made_at"])
      .where("staff_id", "=", staffId)
      .orderBy("made_at")
      .orderBy("id")
      .limit(MOST_LISTED)
      .execute(),
  ]);
  return {
    password: credential?.password,
    asksForCode: staff?.two_factor_enabled === 1,
    passkeys: passkeys.map(({ id, name, made_at }) => ({ id, name, madeAt: new Date(made_at) })),
  };
}

export type SessionListed = {
  readonly id: string;
  readonly madeAt: Date;
  readonly userAgent: string;
  readonly address: string;
};

/** Where somebody is signed in, the newest first. */
export async function sessionsOf(db: Db, { staffId, at }: { staffId: string; at: Date }): Promise<SessionListed[]> {
  const rows = await db
    .selectFrom("staff_session")
    .select(["id", "made_at", "user_agent", "ip_address"])
    .where("staff_id", "=", staffId)
    .where("expires_at", ">", at.toISOString())
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ id, made_at, user_agent, ip_address }) => ({
    id,
    madeAt: new Date(made_at),
    userAgent: user_agent,
    address: ip_address,
  }));
}

function memberFrom({ id, name, email, role, language }: MemberRow): StaffMember {
  return { id, name, email, role: roleFrom(role), language };
}

function roleFrom(text: string): Role {
  if (isRole(text)) return text;
  throw new Error(`"${text}" in the table of staff is no role`);
}

function isLinkKind(text: string): text is LinkKind {
  return text === "first" || text === "invite" || text === "sign-in";
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
