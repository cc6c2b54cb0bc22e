/**
 * What was printed of stories, from one printing to the next: their pages without the replies below them, and those replies
 * one by one, since most of what moves on such a page are its replies, and most of these have not changed. Each holds for
 * one state of the topics it depends on, which is asked for in the snapshot the rest of the page is read from.
 */
import type { PublishedArticle } from "#agency/articles/articles.ts";
import type { Labeller } from "#agency/labels/labeller.ts";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { dayIn } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import { topicVersions } from "#store/topics.ts";
import { NOTHING_PRINTED, type PrintedReplies } from "./printed-replies.ts";
import type { EditionVisit } from "./visit.ts";

/** A story's page without its replies. */
export type Around = {
  /** What of the visit is the same for everybody who comes. */
  readonly visit: Pick<EditionVisit, "agency" | "edition" | "editions" | "principles" | "logo" | "words">;
  readonly article: Pick<PublishedArticle, "id" | "slug" | "document" | "publishedAt" | "authors">;
  readonly labeller: Labeller;
  /** Finished HTML up to where the replies stand, and from there on. */
  readonly before: string;
  readonly after: string;
  /** The form for a reply, which stands below the replies while there may be more. */
  readonly form: string;
  /** All the page names, its replies too. */
  readonly topics: readonly string[];
};

export type Found = {
  /** Nothing where it has to be printed anew. */
  readonly around: Around | undefined;
  readonly replies: PrintedReplies;
  /** What stands at this path from now on, unless something was called back since it was looked for. */
  readonly keep: (around: Around, replies: PrintedReplies) => Promise<void>;
};

export type KeptStories = {
  /** What holds at a moment, in a snapshot that sees only what was committed. */
  readonly at: (db: Db, path: string, at: Date) => Promise<Found>;
  /** Lets go of what will not be asked for again: pages one of whose topics moved, and all of those that were called back. */
  readonly moved: (topics: readonly string[], recalled?: readonly string[]) => void;
  readonly size: () => { readonly stories: number; readonly bytes: number };
};

type Kept = {
  readonly path: string;
  around: Around | undefined;
  readonly article: Around["article"];
  readonly timeZone: string;
  /** Of whatever hangs on the calendar: a designation begins and ends with a day. */
  readonly day: string;
  /** As the topics stood: of all but the replies, which are read each time. */
  readonly versions: ReadonlyMap<string, number>;
  readonly topics: readonly string[];
  readonly replies: PrintedReplies;
  readonly bytes: number;
  readonly printedAt: Date;
};

// Some forty stories with fifty replies each: those that move are few, and this stands beside the press.
const BUDGET_BYTES = 16 * 1024 * 1024;
// What nobody has asked for since is not kept on: words that were taken back may be among it.
const LONGEST_MS = 6 * 60 * 60 * 1000;

export function openKeptStories(budgetBytes = BUDGET_BYTES): KeptStories {
  const stories = new Map<string, Kept>();
  const naming = new Map<string, Set<Kept>>();
  let bytes = 0;
  let recalls = 0;

  function take(path: string): void {
    const kept = stories.get(path);
    if (!kept) return;
    stories.delete(path);
    bytes -= kept.bytes;
    for (const topic of kept.topics) {
      const those = naming.get(topic);
      those?.delete(kept);
      if (those?.size === 0) naming.delete(topic);
    }
  }

  function put(kept: Kept): void {
    take(kept.path);
    if (kept.bytes > budgetBytes) return;
    stories.set(kept.path, kept);
    bytes += kept.bytes;
    for (const topic of kept.topics) {
      const those = naming.get(topic);
      if (those) those.add(kept);
      else naming.set(topic, new Set([kept]));
    }
    // A Map remembers the order of its entries, and who is printed again goes to its end.
    for (const [path, { printedAt }] of stories) {
      if (bytes <= budgetBytes && kept.printedAt.getTime() - printedAt.getTime() < LONGEST_MS) return;
      take(path);
    }
  }

  return {
    async at(db, path, at) {
      const begun = recalls;
      const known = stories.get(path);
      const held = known ? await heldOf(db, known, at) : { around: undefined, replies: NOTHING_PRINTED };
      return {
        ...held,
        async keep(around, replies) {
          const versions =
            known && around === held.around ? known.versions : await topicVersions(db, withoutReplies(around));
          if (recalls === begun) put(keptAs(path, { around, replies, versions, at }));
        },
      };
    },
    moved(topics, recalled = []) {
      for (const topic of topics) {
        for (const kept of naming.get(topic) ?? []) if (kept.versions.has(topic)) kept.around = undefined;
      }
      if (recalled.length > 0) recalls += 1;
      for (const topic of recalled) {
        for (const { path } of [...(naming.get(topic) ?? [])]) take(path);
      }
    },
    size: () => ({ stories: stories.size, bytes }),
  };
}

async function heldOf(db: Db, known: Kept, at: Date): Promise<Pick<Found, "around" | "replies">> {
  const { around, article, day, timeZone, versions, replies } = known;
  // Where the time zone of the edition was changed, its topic has moved.
  if (dayIn(timeZone, at) !== day) return { around: undefined, replies: NOTHING_PRINTED };
  const now = await topicVersions(db, [...versions.keys()]);
  const holds = (topic: string) => now.get(topic) === versions.get(topic);
  return {
    around: around && [...versions.keys()].every(holds) ? around : undefined,
    replies: topicsOfOneReply(article.id, versions).every(holds) ? replies : NOTHING_PRINTED,
  };
}

/**
 * What a reply hangs on beside its own words and whom it answers: the law of labels and its register, the story it quotes,
 * and the names in that story's byline. The list of other stories on the page is none of it.
 */
function topicsOfOneReply(articleId: string, versions: Kept["versions"]): readonly string[] {
  const own = ["editions", "settings", "register", `article:${articleId}`];
  return [...versions.keys()].filter((topic) => own.includes(topic) || topic.startsWith("people:"));
}

function withoutReplies({ topics, article }: Around): readonly string[] {
  return topics.filter((topic) => topic !== topicOfReplies(article.id));
}

type ToKeep = Pick<Kept, "versions" | "replies"> & { readonly around: Around; readonly at: Date };

function keptAs(path: string, { around, replies, versions, at }: ToKeep): Kept {
  const { article, topics, visit } = around;
  const { timeZone } = visit.edition;
  const day = dayIn(timeZone, at);
  return {
    path,
    around,
    article,
    timeZone,
    day,
    versions,
    topics,
    replies,
    bytes: bytesOf(around, replies),
    printedAt: at,
  };
}

// Two for a letter that is not of the Latin ones; the body as a document takes several times what it takes in print.
const BYTES_A_LETTER = 2;
const DOCUMENT_TO_PRINT = 4;
const BYTES_A_REPLY = 1_000;

function bytesOf({ before, after, form }: Around, { replies, threads }: PrintedReplies): number {
  let letters = before.length * (1 + DOCUMENT_TO_PRINT) + form.length + after.length;
  for (const { reply, html } of replies.values()) letters += reply.text.length + reply.quote.length + html.length;
  for (const { html } of threads.values()) letters += html.length;
  return letters * BYTES_A_LETTER + replies.size * BYTES_A_REPLY;
}
