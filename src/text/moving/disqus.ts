/** Disqus' export, XML read as it arrives: its threads, in whatever order they come, and what was posted in them. */
import { type XmlEvent, type XmlOpen, XmlProblem, xmlEvents } from "#lib/xml.ts";
import { type MovedPart, type MovedState, textOfHtml } from "./replies.ts";

type Element = {
  readonly name: string;
  readonly id: string;
  readonly line: number;
  text: string;
  readonly inside: Element[];
};

/** Threads and posts in the order of the file, some at a time; a post may come before its thread. */
export async function* readDisqus(chunks: AsyncIterable<string>): AsyncGenerator<readonly MovedPart[]> {
  const reader = new Reader();
  for await (const events of xmlEvents(chunks)) {
    const parts: MovedPart[] = [];
    for (const event of events) reader.take(event, parts);
    if (parts.length > 0) yield parts;
  }
}

class Reader {
  readonly #open: Element[] = [];
  #depth = 0;

  take(event: XmlEvent, parts: MovedPart[]): void {
    if (event.kind === "open") this.#opened(event);
    else if (event.kind === "text") this.#said(event.text);
    else this.#closed(parts);
  }

  #opened(event: XmlOpen): void {
    const { name, local, line, column, attributes } = event;
    this.#depth += 1;
    if (this.#depth === 1 && local !== "disqus")
      throw new XmlProblem(`begins with <${name}>, and an export of Disqus with <disqus>`, { line, column });
    if (this.#depth === 1) return;
    const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1] ?? "";
    const element: Element = { name: local, id, line, text: "", inside: [] };
    this.#open.at(-1)?.inside.push(element);
    this.#open.push(element);
  }

  #said(text: string): void {
    const element = this.#open.at(-1);
    if (element) element.text += text;
  }

  #closed(parts: MovedPart[]): void {
    this.#depth -= 1;
    const element = this.#open.pop();
    if (!element || this.#open.length > 0) return;
    if (element.name === "thread") parts.push(threadOf(element));
    else if (element.name === "post") parts.push(postOf(element));
  }
}

function threadOf(element: Element): MovedPart {
  return {
    kind: "thread",
    thread: {
      key: element.id,
      // Its own id is what the site called it: often its address, now and then a title, or nothing.
      address: said(element, "link") || said(element, "id"),
      title: said(element, "title"),
    },
  };
}

function postOf(element: Element): MovedPart {
  const row = `line ${element.line}`;
  const id = element.id || said(element, "id");
  if (id === "") return { kind: "broken", row, id, why: "it has no id" };
  const author = child(element, "author");
  const isDeleted = said(element, "isDeleted") === "true";
  return {
    kind: "reply",
    site: said(element, "forum"),
    thread: child(element, "thread")?.id ?? "",
    reply: {
      row,
      id,
      parentId: child(element, "parent")?.id ?? "",
      kind: "reply",
      state: stateOf({
        isDeleted,
        isSpam: said(element, "isSpam") === "true",
        isApproved: said(element, "isApproved"),
      }),
      name: author ? said(author, "name") || said(author, "username") : "",
      email: author ? said(author, "email") : "",
      text: isDeleted ? "" : textOfHtml(child(element, "message")?.text ?? ""),
      at: momentOf(said(element, "createdAt")),
      editedAt: null,
      isFeatured: false,
    },
  };
}

function stateOf({
  isDeleted,
  isSpam,
  isApproved,
}: {
  isDeleted: boolean;
  isSpam: boolean;
  isApproved: string;
}): MovedState {
  if (isDeleted) return "erased";
  if (isSpam) return "spam";
  return isApproved === "false" ? "held" : "shown";
}

/** Disqus writes UTC, of late with a Z behind it. */
function momentOf(words: string): Date | null {
  const at = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(words) ? words : `${words}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function child(element: Element, name: string): Element | undefined {
  return element.inside.find((one) => one.name === name);
}

function said(element: Element, name: string): string {
  return child(element, name)?.text.trim() ?? "";
}
