/**
 * Topics: what a printed page depends on. An action bumps them in its own commit; whoever
 * keeps printed pages hears which moved. What a topic means is the trade's and the press's.
 */
import { type Db, engineOf, type Moved, noteMoved, together } from "./db.ts";
import { keptStatement, type ValueOf } from "./kept.ts";
import type { Store } from "./open.ts";

// A statement takes so many values at most, on either engine.
const MOST_AT_ONCE = 1_000;

/** Moves topics on; everybody hears of it when the action this belongs to is committed, and not otherwise. */
export async function bump(db: Db, topics: readonly string[]): Promise<void> {
  await move(db, topics, false);
}

/** Moves topics on and calls back what was printed before: nobody sees it again, not even for a moment. */
export async function recall(db: Db, topics: readonly string[]): Promise<void> {
  await move(db, topics, true);
}

async function move(db: Db, topics: readonly string[], isRecall: boolean): Promise<void> {
  // In one order always, so that two actions do not each hold what the other waits for.
  const sorted = [...new Set(topics)].sort();
  if (sorted.length === 0) return;
  await together(db, async (db) => {
    const { movedMark, announce } = engineOf(db);
    for (const some of chunks(sorted)) {
      const moved = await db
        .insertInto("topic_version")
        .values(
          some.map((topic) => ({ topic, version: 1, moved: movedMark, ...(isRecall && { recalled: movedMark }) })),
        )
        .onConflict((taken) =>
          taken.column("topic").doUpdateSet((row) => ({
            version: row("topic_version.version", "+", 1),
            moved: row.ref("excluded.moved"),
            ...(isRecall && { recalled: row.ref("excluded.recalled") }),
          })),
        )
        .returning(["topic", "version"])
        .execute();
      noteMoved(
        db,
        moved.map((one) => ({ ...one, isRecalled: isRecall })),
      );
    }
    await announce(db);
  });
}

/** The version of each of `topics`; 0 for one that has never moved. */
export async function topicVersions(db: Db, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const versions = new Map(topics.map((topic) => [topic, 0]));
  for (const some of chunks([...versions.keys()])) {
    for (const { topic, version } of await versionsAmong(db, { topics: some })) versions.set(topic, version);
  }
  return versions;
}

const versionsAmong = keptStatement((db, value: ValueOf<{ topics: readonly string[] }>) =>
  db.selectFrom("topic_version").select(["topic", "version"]).where("topic", "in", value("topics")),
);

export type Watch = {
  /** Looks at once; answers when everything committed before has been told, and whether the store could be asked. */
  readonly look: () => Promise<boolean>;
  readonly stop: () => void;
};

/**
 * Tells which topics moved: those of this process's own commits before the action's caller is answered, those of
 * others as soon as the store hears of their commits. Each move is told once; several of one topic may be told as one.
 * Of those that moved, `recalled` are the ones whose earlier pages nobody may see any more.
 */
export function watchTopics(
  { db, changes, openedAtMark }: Store,
  onMoved: (moved: readonly string[], recalled: readonly string[]) => void,
): Watch {
  let mark = openedAtMark;
  let told = new Map<string, number>();
  let toldBefore = new Map<string, number>();
  let looking: Promise<boolean> | undefined;
  let again = false;
  let stopped = false;

  const lastTold = (topic: string) => Math.max(told.get(topic) ?? 0, toldBefore.get(topic) ?? 0);

  function tell(moved: readonly Moved[]): void {
    const unknown = moved.filter(({ topic, version }) => version > lastTold(topic));
    const recalled = unknown.filter(({ isRecalled }) => isRecalled);
    for (const { topic, version } of moved) told.set(topic, Math.max(version, told.get(topic) ?? 0));
    if (unknown.length > 0) engineOf(db).replicas?.moved();
    if (unknown.length > 0 && !stopped)
      onMoved(
        unknown.map(({ topic }) => topic),
        recalled.map(({ topic }) => topic),
      );
  }

  function look(): Promise<boolean> {
    again = true;
    looking ??= lookUntilNothingIsNew();
    return looking;
  }

  async function lookUntilNothingIsNew(): Promise<boolean> {
    try {
      while (again && !stopped) {
        again = false;
        // What is told from now on may still be in the answer after this one.
        toldBefore = told;
        told = new Map();
        const answer = await engineOf(db).movedAfter(db, mark);
        mark = answer.mark;
        tell(answer.moved);
      }
      return true;
    } catch {
      // A database that is away for a moment is asked again at the next change or poll: `mark` has not moved.
      for (const [topic, version] of toldBefore) told.set(topic, Math.max(version, told.get(topic) ?? 0));
      return false;
    } finally {
      looking = undefined;
    }
  }

  const stopListening = changes((change) => {
    if (change.by === "us") tell(change.moved);
    else void look();
  });
  void look();
  return {
    look,
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
}

function chunks<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, at) => all.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE));
}
