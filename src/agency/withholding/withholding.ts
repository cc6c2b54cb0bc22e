/**
 * What law or somebody's safety takes away from the record. One member of staff asks, another decides; the words or the
 * picture give way wherever they stand, and what is left says when, for what kind of reason and by which roles.
 */
import type { Role } from "#agency/staff/staff.ts";

/** Why, as readers are told: never more than the kind of reason. */
export const REASONS = ["court", "child", "victim", "source", "erasure", "safety"] as const;

export type Reason = (typeof REASONS)[number];

/** The roles that hold the right to decide. */
export type DecidingRole = Extract<Role, "editor" | "administrator">;

/** What a story is told to have lost. */
export type Tombstone = {
  readonly id: string;
  readonly at: Date;
  readonly reason: Reason;
  readonly roles: readonly [asked: DecidingRole, decided: DecidingRole];
};

export function reasonFrom(text: string): Reason | undefined {
  return REASONS.find((one) => one === text);
}
