/**
 * How much work a reader's machine does before a reply is sent: the usual, and twice as much with every doubling of what is
 * asked for beyond the usual, for the story that is stormed and for the network it comes from. Bounded, so that a phone is
 * never kept busy for long.
 */
import { USUAL_BITS } from "#agency/replies/challenge.ts";
import { newRate } from "./rate.ts";

/** Sixteen times the usual work: eight seconds on a middling phone, while its reader writes. */
const MOST_MORE_BITS = 4;
const WINDOW_MS = 60_000;
// More readers than this begin to write to one story within a minute only when something happens.
const USUAL_FOR_STORY = 30;
const USUAL_FROM_NETWORK = 10;
const MOST_STORIES = 1_000;

export type Difficulty = {
  /** Counts one more that is asked for; answers the bits of its work. */
  readonly bitsFor: (asked: {
    readonly articleId: string;
    readonly client: string | undefined;
    readonly at: Date;
  }) => number;
};

export function newDifficulty(): Difficulty {
  const networks = newRate({ most: USUAL_FROM_NETWORK, windowMs: WINDOW_MS });
  const stories = new Map<string, { many: number; until: number }>();

  function countFor(articleId: string, ms: number): number {
    const known = stories.get(articleId);
    if (known && known.until > ms) return ++known.many;
    if (stories.size >= MOST_STORIES) stories.clear();
    stories.set(articleId, { many: 1, until: ms + WINDOW_MS });
    return 1;
  }

  return {
    bitsFor({ articleId, client, at }) {
      networks.isTooMany(client, at);
      const load = Math.max(
        countFor(articleId, at.getTime()) / USUAL_FOR_STORY,
        networks.countOf(client, at) / USUAL_FROM_NETWORK,
      );
      return USUAL_BITS + Math.min(MOST_MORE_BITS, Math.max(0, Math.floor(Math.log2(load)) + (load > 1 ? 1 : 0)));
    },
  };
}
