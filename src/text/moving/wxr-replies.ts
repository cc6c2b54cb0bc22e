/** The comments of WordPress: readers' replies, and beside them pings, editors' notes and what plug-ins log. */
import { type AsideKind, type MovedReply, type MovedState, textOfHtml } from "./replies.ts";
import type { WxrComment } from "./wxr.ts";

export function replyOfWxr(comment: WxrComment): MovedReply {
  const { line, id, parentId, author, email, content, at, approved, type } = comment;
  const kind = KINDS.get(type) ?? "other";
  return {
    row: `line ${line}`,
    id,
    parentId,
    kind,
    state: stateOf(approved, content),
    name: author,
    email: kind === "reply" ? email : "",
    text: textOfHtml(content, { breaks: true }),
    at,
    editedAt: null,
    isFeatured: false,
  };
}

/** What lies in the bin without a word is the place of what was deleted: our own export says it so. */
function stateOf(approved: string, content: string): MovedState {
  const state = STATES.get(approved) ?? "held";
  return state === "trash" && content.trim() === "" ? "erased" : state;
}

// `note` is what editors say to each other since version 6.9: never a reader's, never to be let through with others.
const KINDS: ReadonlyMap<string, "reply" | AsideKind> = new Map([
  ["", "reply"],
  ["comment", "reply"],
  ["pingback", "ping"],
  ["trackback", "ping"],
  ["note", "note"],
]);

const STATES: ReadonlyMap<string, MovedState> = new Map([
  ["1", "shown"],
  ["approve", "shown"],
  ["0", "held"],
  ["hold", "held"],
  ["spam", "spam"],
  ["trash", "trash"],
  ["post-trashed", "trash"],
]);
