/**
 * The people who work at the desk, their roles, and what each role may do. Every right is
 * named once, here: the gate, the pages and the actions read the same table.
 */

export const ROLES = ["reporter", "translator", "editor", "moderator", "administrator"] as const;

export type Role = (typeof ROLES)[number];

export type StaffMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** BCP 47: the language the desk speaks to them. */
  readonly language: string;
};

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
  "front.arrange": EDITORS,
  /** Topics, sections and menus. */
  "places.keep": EDITORS,
  /** About, imprint and the other standing pages. */
  "page.write": EDITORS,
  "reply.moderate": ["moderator", "editor", "administrator"],
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
