/**
 * Tells readers who look at a story how many replies it has now. One look at the store for all of them when a story's
 * replies moved, and nothing at all while nothing moves. Bounded: who comes when it is full reads the page as it is.
 */
import { countReplies } from "#agency/replies/queries.ts";
import type { Db } from "#store/db.ts";

const MOST_READERS = 5_000;
// Whoever went away without a word is let go of, and who is still there comes back.
const LISTENS_MS = 15 * 60 * 1000;
// A story under a storm is told of once a second.
const BETWEEN_MS = 1_000;

type Reader = {
  readonly articleId: string;
  readonly line: ReadableStreamDefaultController<Uint8Array>;
  readonly until: number;
};

export type Live = {
  /** A line that stays open; nothing when there are too many. */
  readonly listen: (articleId: string) => Promise<Response | undefined>;
  readonly moved: (topics: readonly string[]) => void;
  readonly readers: () => number;
  readonly stop: () => void;
};

export function openLive(db: Db, { mostReaders = MOST_READERS }: { readonly mostReaders?: number } = {}): Live {
  const readers = new Set<Reader>();
  const byStory = new Map<string, Set<Reader>>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let sweeping: ReturnType<typeof setTimeout> | undefined;

  function forget(reader: Reader): void {
    readers.delete(reader);
    const those = byStory.get(reader.articleId);
    those?.delete(reader);
    if (those?.size === 0) byStory.delete(reader.articleId);
  }

  function end(reader: Reader): void {
    forget(reader);
    try {
      reader.line.close();
    } catch {
      // the reader has gone already
    }
  }

  function send(reader: Reader, bytes: Uint8Array): void {
    // Who does not read what is sent is not waited for.
    if ((reader.line.desiredSize ?? 0) <= 0) {
      end(reader);
      return;
    }
    try {
      reader.line.enqueue(bytes);
    } catch {
      forget(reader); // the line is closed
    }
  }

  /** One timer for all: the first to come is the first to go. */
  function sweep(): void {
    const now = Date.now();
    for (const reader of readers) {
      if (reader.until > now) break;
      end(reader);
    }
    const [next] = readers;
    sweeping = next && setTimeout(sweep, next.until - now);
    sweeping?.unref();
  }

  async function tell(articleId: string): Promise<void> {
    waiting.delete(articleId);
    const those = byStory.get(articleId);
    if (!those) return;
    try {
      const bytes = line(await countReplies(db, articleId));
      for (const reader of those) send(reader, bytes);
    } catch {
      // a store that is away for a moment: readers hear at the next move
    }
  }

  return {
    async listen(articleId) {
      if (readers.size >= mostReaders) return undefined;
      const now = line(await countReplies(db, articleId));
      let reader: Reader;
      const stream = new ReadableStream<Uint8Array>(
        {
          start(line) {
            reader = { articleId, line, until: Date.now() + LISTENS_MS };
            readers.add(reader);
            byStory.set(articleId, (byStory.get(articleId) ?? new Set()).add(reader));
            line.enqueue(now);
            if (!sweeping) sweep();
          },
          cancel: () => forget(reader),
        },
        { highWaterMark: 16 },
      );
      return new Response(stream, {
        headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
      });
    },
    moved(topics) {
      for (const topic of topics) {
        const articleId = topic.startsWith("replies:") ? topic.slice("replies:".length) : "";
        if (!byStory.has(articleId) || waiting.has(articleId)) continue;
        waiting.set(
          articleId,
          setTimeout(() => void tell(articleId), BETWEEN_MS),
        );
      }
    },
    readers: () => readers.size,
    stop() {
      clearTimeout(sweeping);
      for (const timer of waiting.values()) clearTimeout(timer);
      for (const reader of readers) end(reader);
    },
  };
}

function line(shown: number): Uint8Array {
  return new TextEncoder().encode(`data: ${shown}\n\n`);
}
