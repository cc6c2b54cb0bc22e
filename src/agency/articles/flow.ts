/**
 * The way of an article from a first draft to its readers, and back: the states, the moves between them, and the
 * right each move asks for. What a move writes is in `move.ts`.
 */
import type { Right } from "#agency/staff/staff.ts";

/**
 * - `draft`: being written.
 * - `in-review`: its author is done; an editor reads it.
 * - `ready`: an editor has read it; it may come out.
 * - `scheduled`: comes out by itself at `publish_at`, with the text it had when it was scheduled.
 * - `published`: at its address. What is written now is a working copy until it is published too.
 * - `spiked`: put aside before anybody saw it.
 * - `withdrawn`: taken back; its address says so.
 * - `killed`: never to be used again; its address says only that it is gone.
 */
export const STATES = [
  "draft",
  "in-review",
  "ready",
  "scheduled",
  "published",
  "spiked",
  "withdrawn",
  "killed",
] as const;

export type ArticleState = (typeof STATES)[number];

type MoveRule = { readonly from: readonly ArticleState[]; readonly to: ArticleState; readonly right: Right };

const BEFORE_READERS = ["draft", "in-review", "ready", "scheduled"] as const;

/** Every move by its name: whence, whither, and whose it is. */
export const MOVES = {
  submit: { from: ["draft"], to: "in-review", right: "article.write" },
  /** Back to its author, with a note on what is missing. */
  "send-back": { from: ["in-review", "ready", "scheduled"], to: "draft", right: "article.review" },
  "mark-ready": { from: ["draft", "in-review"], to: "ready", right: "article.review" },
  /** For a scheduled article: another time, or the text as it is now. */
  schedule: { from: BEFORE_READERS, to: "scheduled", right: "article.publish" },
  unschedule: { from: ["scheduled"], to: "ready", right: "article.publish" },
  /** For a published article: its changes. */
  publish: { from: [...BEFORE_READERS, "published"], to: "published", right: "article.publish" },
  /** What it said does not hold: its page stays, and says why. */
  retract: { from: ["published"], to: "published", right: "article.publish" },
  withdraw: { from: ["published"], to: "withdrawn", right: "article.publish" },
  kill: { from: ["published", "withdrawn"], to: "killed", right: "article.publish" },
  spike: { from: BEFORE_READERS, to: "spiked", right: "article.review" },
  "bring-back": { from: ["spiked", "withdrawn", "killed"], to: "draft", right: "article.review" },
} as const satisfies Readonly<Record<string, MoveRule>>;

export type Move = keyof typeof MOVES;

// `Object.keys` forgets which keys there are.
export const MOVE_NAMES = Object.keys(MOVES) as readonly Move[];

export function isMove(text: string): text is Move {
  const moves: readonly string[] = MOVE_NAMES;
  return moves.includes(text);
}

/** Whether a move may begin in a state. */
export function leadsFrom(move: Move, state: ArticleState): boolean {
  const from: readonly ArticleState[] = MOVES[move].from;
  return from.includes(state);
}

/** A state as the store holds it. */
export function stateOf(text: string): ArticleState {
  const state = STATES.find((one) => one === text);
  if (!state) throw new Error(`"${text}" is no state of an article`);
  return state;
}
