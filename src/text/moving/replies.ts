/**
 * Replies on their way from another program: what each file says of one, whatever it was written in, and which of them
 * answers which. Addresses of readers' machines, votes and who gave them are not even read.
 */
import { parseHtml } from "../document/html.ts";
import { printMarkdown } from "../document/markdown.ts";
import { replyDocument } from "../replies/document.ts";

/** What stood in a file beside replies, and is kept apart from them. */
export type AsideKind = "ping" | "note" | "other";

/** `erased`: it was deleted there, and only its place is left. */
export type MovedState = "shown" | "held" | "spam" | "trash" | "erased";

export type MovedReply = {
  /** Where it stands in the file, as a person would look for it: `line 12`. */
  readonly row: string;
  /** Its id there, unique in its site. */
  readonly id: string;
  /** The id of what it answers; empty for the first of a thread. */
  readonly parentId: string;
  readonly kind: "reply" | AsideKind;
  readonly state: MovedState;
  readonly name: string;
  /** Empty when the file has none. */
  readonly email: string;
  /** The small Markdown of replies. */
  readonly text: string;
  readonly at: Date | null;
  readonly editedAt: Date | null;
  readonly isFeatured: boolean;
};

/** What is said under one address of the old site. */
export type MovedThread = {
  readonly key: string;
  readonly address: string;
  readonly title: string;
};

/** A file of replies, one after another; a row that cannot be read is said and does not end the others. */
export type MovedPart =
  | { readonly kind: "thread"; readonly thread: MovedThread }
  | { readonly kind: "reply"; readonly site: string; readonly thread: string; readonly reply: MovedReply }
  | { readonly kind: "broken"; readonly row: string; readonly id: string; readonly why: string };

/** HTML as the old site showed it; where `breaks` is said, an empty line parts paragraphs and each line end is one (wpautop). */
export function textOfHtml(html: string, { breaks = false }: { breaks?: boolean } = {}): string {
  const document = parseHtml(breaks ? withBreaks(html) : html);
  return printMarkdown(replyDocument(printMarkdown(document))).trim();
}

/** Paragraphs and line ends that are only white space, as elements (wpautop). */
export function withBreaks(html: string): string {
  // What stands between `pre` and its end has its line ends already.
  return html
    .replaceAll(/\r\n?/g, "\n")
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/i)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .split(/\n\s*\n/)
            .map((paragraph) => paragraph.trim().replaceAll(/(?<!<br ?\/?>|<\/p>|<\/li>|<\/blockquote>)\n/g, "<br>\n"))
            .filter((paragraph) => paragraph !== "")
            .map((paragraph) =>
              /^<(p|ul|ol|blockquote|div|h\d)[\s>]/i.test(paragraph) ? paragraph : `<p>${paragraph}</p>`,
            )
            .join("\n"),
    )
    .join("\n");
}

/** Why a reply does not stand below the one it says it answers. */
export type LostParent = "missing" | "aside" | "circle";

/** Which replies of a file answer which: ids only, however long the texts are. */
export class Answers {
  readonly #parents = new Map<string, string>();
  readonly #aside = new Set<string>();

  /** Ids of one thread in another do not meet: two may say the same. */
  add(thread: string, { id, parentId, kind }: Pick<MovedReply, "id" | "parentId" | "kind">): void {
    if (kind === "reply") this.#parents.set(`${thread}\n${id}`, parentId);
    else this.#aside.add(`${thread}\n${id}`);
  }

  /** The id it stands below, or why below none; `isThere` says whether it came in an earlier run. */
  parentOf(
    thread: string,
    { id, parentId }: Pick<MovedReply, "id" | "parentId">,
    isThere: (id: string) => boolean = () => false,
  ): { readonly parentId: string; readonly lost?: LostParent } {
    if (parentId === "") return { parentId };
    if (this.#aside.has(`${thread}\n${parentId}`)) return { parentId: "", lost: "aside" };
    if (!this.#parents.has(`${thread}\n${parentId}`) && !isThere(parentId)) return { parentId: "", lost: "missing" };
    return this.#isInCircle(thread, id) ? { parentId: "", lost: "circle" } : { parentId };
  }

  #isInCircle(thread: string, id: string): boolean {
    const seen = new Set<string>();
    for (let above = this.#parents.get(`${thread}\n${id}`); above; above = this.#parents.get(`${thread}\n${above}`)) {
      if (above === id) return true;
      // A circle further up is not this one's.
      if (seen.has(above)) return false;
      seen.add(above);
    }
    return false;
  }
}
