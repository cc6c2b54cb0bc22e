/** Replies of readers: what they may be, and why one is not taken. */

export const REPLY_STATES = ["held", "shown", "refused", "withdrawn", "erased"] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** A suggested correction is for the desk and never shown. */
export type ReplyKind = "reply" | "correction";

export type ReplyRefusal =
  | "closed"
  | "no-name"
  | "long-name"
  | "no-text"
  | "long-text"
  | "bad-email"
  | "no-email"
  | "staff-name"
  | "no-parent"
  | "slow"
  | "banned";

export const LONGEST_NAME = 80;
export const LONGEST_REPLY = 5_000;
export const LONGEST_QUOTE = 600;
/** What is said to what is said to …: deeper than this, replies stand beside each other. */
export const DEEPEST = 6;

/** How long somebody may change what they wrote. */
export const EDIT_WITHIN_MS = 15 * 60 * 1000;

/** Why a reply was refused, as its reader is told. */
export const REASONS = ["off-topic", "abuse", "spam", "unlawful", "privacy", "duplicate", "other"] as const;
export type Reason = (typeof REASONS)[number];

export function isReason(text: string): text is Reason {
  const reasons: readonly string[] = REASONS;
  return reasons.includes(text);
}

/** A reply where readers see it. What was withdrawn or erased and has answers leaves its place, without name and words. */
export type ShownReply = {
  readonly id: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly depth: number;
  readonly name: string;
  readonly isStaff: boolean;
  readonly text: string;
  readonly quote: string;
  readonly isGone: boolean;
  readonly isFeatured: boolean;
  readonly writtenAt: Date;
  readonly editedAt: Date | null;
  /** `comment-123`: where links from before it was moved here end. */
  readonly formerAnchor: string | null;
};

/** A first reply and what was said to it, in the order of the talk. */
export type Thread = { readonly root: ShownReply; readonly answers: readonly ShownReply[]; readonly more: number };

/** What its own writer sees of it. */
export type OwnReply = {
  readonly id: string;
  readonly articleSlug: string;
  readonly editionCode: string;
  readonly headline: string;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly state: ReplyState;
  readonly reason: Reason | null;
  readonly note: string;
  readonly writtenAt: Date;
  readonly mayEdit: boolean;
  readonly hasAppealed: boolean;
};

/** Begins the flag of a reply that was written from the page of another site; its host follows. */
export const FROM_SITE = "from:";

export function topicOfReplies(articleId: string): string {
  return `replies:${articleId}`;
}

const address = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,250}\.[^\s@.]{2,}$/u;

/** An address as letters are sent to it; nothing when the text is none. */
export function addressFrom(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length <= 254 && address.test(trimmed) ? trimmed : undefined;
}
