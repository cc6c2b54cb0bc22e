/** How long what of a reply is kept, as those who forget it do it, and who outside is asked about it: for everybody to read. */
import type { Db } from "#store/db.ts";
import { adviceAsked } from "./advice.ts";
import { BAN_DAYS } from "./bans.ts";
import { HOLDS_MS } from "./challenge.ts";
import { COMPARED_DAYS } from "./copies.ts";
import { DOOR_DAYS } from "./forget.ts";
import { KEPT_DAYS } from "./periods.ts";

/** In the order in which the page lists them. */
export const KEPT = [
  "published",
  "withdrawn",
  "refused",
  "address",
  "letters",
  "mailed",
  "device",
  "network",
  "site",
  "copies",
  "followed",
  "reports",
  "bans",
  "decisions",
] as const;

export type Kept = (typeof KEPT)[number];

/** What ends after some days. */
export type Length =
  | "withdrawn"
  | "refused"
  | "address"
  | "letters"
  | "device"
  | "copies"
  | "followed"
  | "told"
  | "reports"
  | "openReports"
  | "bans";

export type Keeping = {
  readonly days: Readonly<Record<Length, number>>;
  readonly mailedHours: number;
  /** Who is told of each new reply. */
  readonly asked: { readonly own: boolean; readonly akismet: boolean };
};

const HOUR_MS = 60 * 60 * 1000;

export async function keepingOfReplies(db: Db): Promise<Keeping> {
  return {
    days: {
      withdrawn: KEPT_DAYS.withdrawn,
      refused: KEPT_DAYS.refused,
      address: KEPT_DAYS.addresses,
      letters: DOOR_DAYS.unconfirmed,
      device: DOOR_DAYS.keys,
      copies: COMPARED_DAYS,
      followed: DOOR_DAYS.followed,
      told: DOOR_DAYS.told,
      reports: KEPT_DAYS.reports,
      openReports: KEPT_DAYS.openReports,
      bans: Math.max(...BAN_DAYS),
    },
    mailedHours: HOLDS_MS.mail / HOUR_MS,
    asked: await adviceAsked(db),
  };
}
