/** Replies as HTML, from one printing to the next: what has not changed is not printed again. */
import type { ShownReply } from "#agency/replies/replies.ts";
import type { ReplyValues, ThreadValues } from "./views/values.ts";

export type Printers = {
  /** HTML of a reply, with whom it answers where that is said. */
  readonly reply: (reply: ShownReply, answers?: ReplyValues["answers"]) => string;
  /** HTML of a thread of such replies. */
  readonly thread: (thread: ThreadValues) => string;
};

export type PrintedReplies = {
  /** By its id, with all of its own that is in it. */
  readonly replies: ReadonlyMap<string, PrintedReply>;
  /** By the address of its first reply. */
  readonly threads: ReadonlyMap<string, PrintedThread>;
};

type PrintedReply = {
  readonly reply: ShownReply;
  readonly answers: ReplyValues["answers"];
  readonly html: string;
};

type PrintedThread = { readonly thread: ThreadValues; readonly html: string };

export const NOTHING_PRINTED: PrintedReplies = { replies: new Map(), threads: new Map() };

/** Printers of what is not among `known`, which was printed under the same law; all they were asked for is `noted`. */
export function remembering(
  { reply: printReply, thread: printThread }: Printers,
  known: PrintedReplies,
): { readonly printers: Printers; readonly noted: PrintedReplies } {
  const noted = { replies: new Map<string, PrintedReply>(), threads: new Map<string, PrintedThread>() };
  return {
    noted,
    printers: {
      reply(reply, answers) {
        const before = known.replies.get(reply.id);
        const isAsBefore = before && isSame(before.reply, reply) && isSameAnswer(before.answers, answers);
        const printed = isAsBefore ? before : { reply, answers, html: printReply(reply, answers) };
        noted.replies.set(reply.id, printed);
        return printed.html;
      },
      thread(thread) {
        const key = thread.root.href;
        const before = known.threads.get(key);
        const printed = before && isSameThread(before.thread, thread) ? before : { thread, html: printThread(thread) };
        noted.threads.set(key, printed);
        return printed.html;
      },
    },
  };
}

function isSameThread(one: ThreadValues, other: ThreadValues): boolean {
  return (
    one.more === other.more &&
    one.answers.length === other.answers.length &&
    isSame(one.root, other.root) &&
    one.answers.every((answer, at) => isSameAnswer(answer, other.answers[at]))
  );
}

function isSameAnswer<Answer extends Fields>(one: Answer | undefined, other: Answer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSame(one, other);
}

type Value = string | number | boolean | Date | null;
type Fields = Readonly<Record<string, Value>>;

/** Of two values of one type, none of whose fields may be missing. */
function isSame<Of extends Fields>(one: Of, other: Of): boolean {
  for (const name in one) if (!isSameValue(one[name], other[name])) return false;
  return true;
}

function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one instanceof Date) return other instanceof Date && one.getTime() === other.getTime();
  return one === other;
}
