/** Guests who may not write for a while: known by their device and the blind index of their address, by a network for today alone. */
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { isReason, type Reason } from "./replies.ts";

/** For how many days; nobody is shut out for good by one press. */
export const BAN_DAYS = [1, 7, 30, 365] as const;

export type BanKind = "device" | "address" | "network";

export type Ban = {
  readonly id: string;
  readonly kind: BanKind;
  readonly reason: Reason;
  readonly note: string;
  readonly replyId: string | null;
  readonly by: string;
  readonly madeAt: Date;
  readonly until: Date;
};

const DAY_MS = 24 * 60 * 60 * 1000;

const bansOn = keptStatement((db, value: ValueOf<{ guest: string; address: string; network: string; at: string }>) =>
  db
    .selectFrom("guest_ban")
    .select(["reason", "until"])
    .where("mark", "in", [value("guest"), value("address"), value("network")])
    .where("until", ">", value("at"))
    .where("lifted_at", "is", null)
    .orderBy("until", "desc")
    .limit(1),
);

/** What bans who writes, the longest; each mark empty where there is none. */
export async function banOn(
  db: Db,
  { at, ...marks }: { readonly guest: string; readonly address: string; readonly network: string; readonly at: Date },
): Promise<{ readonly reason: Reason; readonly until: Date } | undefined> {
  const [ban] = await bansOn(db, { ...marks, at: at.toISOString() });
  return ban && { reason: isReason(ban.reason) ? ban.reason : "other", until: new Date(ban.until) };
}

/** When the last of the bans that hold ends; nothing where there is none. */
export async function bansEnd(db: Db): Promise<Date | undefined> {
  const last = await db
    .selectFrom("guest_ban")
    .select("until")
    .where("lifted_at", "is", null)
    .orderBy("until", "desc")
    .limit(1)
    .executeTakeFirst();
  return last && new Date(last.until);
}

type BanGuest = {
  readonly replyId: string;
  readonly days: (typeof BAN_DAYS)[number];
  /** The network too, for as long as today's key lives. */
  readonly withNetwork: boolean;
  readonly reason: Reason;
  /** For the desk. */
  readonly note: string;
  readonly by: string;
  readonly at: Date;
};

/** Bans who wrote a reply; answers by what they are known. */
export async function banGuest(
  db: Db,
  { replyId, days, withNetwork, reason, note: words, by, at }: BanGuest,
): Promise<readonly BanKind[]> {
  return together(db, async (db) => {
    const row = await db
      .selectFrom("reply")
      .leftJoin("reply_contact", "reply_contact.reply_id", "reply.id")
      .leftJoin("reply_network", "reply_network.reply_id", "reply.id")
      .select(["reply.guest_id", "reply_contact.blind_index", "reply_network.digest", "reply_network.day"])
      .where("reply.id", "=", replyId)
      .executeTakeFirst();
    const until = new Date(at.getTime() + days * DAY_MS);
    const today = at.toISOString().slice(0, 10);
    const marks = [
      { kind: "device" as const, mark: row?.guest_id, until },
      { kind: "address" as const, mark: row?.blind_index, until },
      ...(withNetwork && row?.day === today
        ? [{ kind: "network" as const, mark: row.digest, until: endOf(today) }]
        : []),
    ].flatMap(({ kind, mark, until }) => (mark ? [{ kind, mark, until }] : []));
    for (const { kind, mark, until } of marks)
      await db
        .insertInto("guest_ban")
        .values({
          id: newId(at),
          kind,
          mark,
          reason,
          note: words,
          reply_id: replyId,
          made_by: by,
          made_at: at.toISOString(),
          until: until.toISOString(),
          lifted_at: null,
          lifted_by: null,
        })
        .execute();
    const kinds = marks.map(({ kind }) => kind);
    if (kinds.length > 0)
      await note(db, { by, act: "guest.ban", subject: `reply:${replyId}`, detail: { kinds, days, reason }, at });
    return kinds;
  });
}

/** The key of a network's digest is gone at midnight, and the ban with it. */
function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

export async function liftBan(db: Db, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    const lifted = await db
      .updateTable("guest_ban")
      .set({ lifted_at: at.toISOString(), lifted_by: by })
      .where("id", "=", id)
      .where("lifted_at", "is", null)
      .returning("reply_id")
      .executeTakeFirst();
    if (lifted) await note(db, { by, act: "guest.unban", subject: `reply:${lifted.reply_id}`, at });
  });
}

const MOST_BANS = 200;

/** Bans that hold, the newest first. */
export async function bans(db: Db, at: Date): Promise<readonly Ban[]> {
  const rows = await db
    .selectFrom("guest_ban")
    .leftJoin("staff", "staff.id", "guest_ban.made_by")
    .select([
      "guest_ban.id",
      "kind",
      "reason",
      "note",
      "reply_id",
      "made_by",
      "guest_ban.made_at",
      "until",
      "staff.name",
    ])
    .where("until", ">", at.toISOString())
    .where("lifted_at", "is", null)
    .orderBy("guest_ban.made_at", "desc")
    .orderBy("guest_ban.id", "desc")
    .limit(MOST_BANS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === "address" || row.kind === "network" ? row.kind : "device",
    reason: isReason(row.reason) ? row.reason : "other",
    note: row.note,
    replyId: row.reply_id,
    by: row.name ?? row.made_by,
    madeAt: new Date(row.made_at),
    until: new Date(row.until),
  }));
}

/** A ban that is over, or was lifted, leaves no mark of a device or an address; that somebody banned is in the audit. */
export async function forgetBans(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom("guest_ban")
    .where((row) => row.or([row("until", "<=", at.toISOString()), row("lifted_at", "is not", null)]))
    .execute();
}
