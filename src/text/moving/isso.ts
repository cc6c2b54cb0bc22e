/** What a row of Isso's database says: Markdown as it was typed, or HTML where Isso itself had imported it. */
import { type MovedPart, type MovedState, textOfHtml } from "./replies.ts";

export type IssoRow = {
  readonly id: number;
  readonly parent: number | null;
  readonly created: number;
  readonly modified: number | null;
  /** 1 shown, 2 held, 4 deleted and still answered. */
  readonly mode: number | null;
  readonly text: string | null;
  readonly author: string | null;
  readonly email: string | null;
  readonly uri: string;
};

export function partOfIsso(row: IssoRow): MovedPart {
  const { id, parent, created, modified, mode, text, author, email, uri } = row;
  const isDeleted = mode === 4;
  return {
    kind: "reply",
    site: "",
    thread: uri,
    reply: {
      row: `comment ${id}`,
      id: String(id),
      parentId: parent === null ? "" : String(parent),
      kind: "reply",
      state: STATES.get(mode ?? 0) ?? "held",
      name: isDeleted ? "" : (author ?? ""),
      email: isDeleted ? "" : (email ?? ""),
      text: isDeleted ? "" : textOf(text ?? ""),
      at: momentOf(created),
      editedAt: momentOf(modified),
      isFeatured: false,
    },
  };
}

const STATES: ReadonlyMap<number, MovedState> = new Map([
  [1, "shown"],
  [2, "held"],
  [4, "erased"],
]);

function textOf(text: string): string {
  return /<(p|br|a|code|div|blockquote|strong|em|b|i|ul|ol)[\s/>]/i.test(text)
    ? textOfHtml(text, { breaks: true })
    : text;
}

/** Seconds since 1970, in UTC whatever the server's clock was set to. */
function momentOf(seconds: number | null): Date | null {
  return seconds === null || !Number.isFinite(seconds) || seconds <= 0 ? null : new Date(Math.round(seconds * 1000));
}
