/**
 * The people who work at the desk, their roles, and what each role may do. Every right is
 * named once, here: the gate, the pages and the actions read the same table.
 */

import { z } from "zod";

export const ROLES = ["reporter", "translator", "editor", "moderator", "administrator"] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  const roles: readonly string[] = ROLES;
  return roles.includes(text);
}

export type StaffMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** BCP 47: the language the desk speaks to them. */
  readonly language: string;
};

/** A member as the list of staff shows them. */
export type ListedMember = StaffMember & {
  readonly suspendedAt: Date | null;
  /** When they last signed in where they still are. */
  readonly signedInAt: Date | null;
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly asksForCode: boolean;
};

/**
 * What a one-time link is for: `first` makes the first administrator, `invite` is somebody's way in, `sign-in` stands
 * for a password that was forgotten or never set.
 */
export type LinkKind = "first" | "invite" | "sign-in";

const HOUR_MS = 60 * 60 * 1000;

/** A letter read after a long weekend still lets somebody in; a link to sign in is followed at once or not by its owner. */
export const LINK_KEPT_MS: Readonly<Record<LinkKind, number>> = {
  first: 24 * HOUR_MS,
  invite: 7 * 24 * HOUR_MS,
  "sign-in": HOUR_MS / 4,
};

export const LONGEST_NAME = 100;
// Length is what counts (NIST SP 800-63B); a sentence is welcome.
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 1_000;

const address = z.email().max(254);

/** An address as it is kept, or nothing when the text is none. */
export function emailFrom(text: string): string | undefined {
  const parsed = address.safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

const WRITERS: readonly Role[] = ["reporter", "translator", "editor", "administrator"];
const EDITORS: readonly Role[] = ["editor", "administrator"];

/** Who may do what. A right that is added does not compile until it says whose it is. */
const RIGHTS = {
  /** The desk's front, one's own account. */
  "desk.enter": ROLES,
  /** Write and change articles, take wire copy in, ask for review. */
  "article.write": WRITERS,
  /** Say that an article is ready, or send it back. */
  "article.review": EDITORS,
  /** Publish, schedule, withdraw, kill. */
  "article.publish": EDITORS,
  /** Give work to others, with a time it is due. */
  "article.assign": EDITORS,
  /** Speak with colleagues about a paragraph. */
  "article.comment": ROLES,
  /** Make links that show an unpublished article to somebody outside. */
  "article.preview": EDITORS,
  "picture.keep": WRITERS,
  /** Events, timelines and the diary. */
  "event.keep": WRITERS,
  /** Enter sources and keep what they say. */
  "source.keep": WRITERS,
  /** Say that a person's name is public. */
  "source.show": EDITORS,
  "front.arrange": EDITORS,
  /** Topics, sections and menus. */
  "places.keep": EDITORS,
  /** About, imprint and the other standing pages. */
  "page.write": EDITORS,
  /**
   * Whom the register names and how they are labelled. Editors: it is they who answer for what is printed, and a list is
   * taken in on the day it changes, when no administrator may be there. A right of its own, so that it can be given apart
   * from publishing.
   */
  "register.keep": EDITORS,
  /** Ask that something is taken from the record for good, and agree to what another asked. */
  "record.withhold": EDITORS,
  /** Where the wire comes in: feeds, folders, mailboxes, and who may send here. */
  "wire.keep": EDITORS,
  "reply.moderate": ["moderator", "editor", "administrator"],
  /** Who takes the wire, and by which ways. Editors: it is they whom a client rings about a story that was killed. */
  "client.keep": EDITORS,
  /** Who did what. */
  "audit.read": EDITORS,
  /** The agency, its editions, its mail, its rules. */
  "house.keep": ["administrator"],
  "staff.keep": ["administrator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof RIGHTS;

export function may({ role }: Pick<StaffMember, "role">, right: Right): boolean {
  const holders: readonly Role[] = RIGHTS[right];
  return holders.includes(role);
}
