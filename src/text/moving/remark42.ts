/** Remark42's backup: a line of what belongs to all, then a comment a line, as JSON. */
import { type MovedPart, type MovedReply, textOfHtml } from "./replies.ts";

/** The file is no backup of Remark42; its message goes on after the file's name. */
export class BackupProblem extends Error {}

/** Comments in the order of the file, some at a time. */
export async function* readRemark42(chunks: AsyncIterable<string>): AsyncGenerator<readonly MovedPart[]> {
  let number = 0;
  const known = new Set<string>();
  for await (const lines of linesOf(chunks)) {
    const parts: MovedPart[] = [];
    for (const line of lines) {
      number += 1;
      if (number === 1) checkHead(line);
      else if (line.trim() !== "") parts.push(...partsOf(line, `line ${number}`, known));
    }
    if (parts.length > 0) yield parts;
  }
  if (number === 0) throw new BackupProblem("is empty");
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") yield [rest];
}

function checkHead(line: string): void {
  const head = jsonOf(line);
  const version = head === undefined ? undefined : head["version"];
  if (version !== 0 && version !== 1)
    throw new BackupProblem("does not begin as a backup of Remark42 does, with a line that says version 0 or 1");
}

function partsOf(line: string, row: string, known: Set<string>): readonly MovedPart[] {
  const comment = jsonOf(line);
  if (!comment) return [{ kind: "broken", row, id: "", why: "it is not JSON" }];
  const id = textIn(comment, "id");
  const locator = objectIn(comment, "locator");
  const address = textIn(locator, "url");
  if (id === "" || address === "")
    return [{ kind: "broken", row, id, why: id === "" ? "it has no id" : "it names no page" }];
  const reply: MovedPart = {
    kind: "reply",
    site: textIn(locator, "site"),
    thread: address,
    reply: replyOf(comment, row, id),
  };
  if (known.has(address)) return [reply];
  known.add(address);
  return [{ kind: "thread", thread: { key: address, address, title: textIn(comment, "title") } }, reply];
}

function replyOf(comment: Readonly<Record<string, unknown>>, row: string, id: string): MovedReply {
  const isDeleted = comment["delete"] === true;
  return {
    row,
    id,
    parentId: textIn(comment, "pid"),
    kind: "reply",
    state: isDeleted ? "erased" : "shown",
    name: isDeleted ? "" : unescaped(textIn(objectIn(comment, "user"), "name")),
    // A user's id there is a digest of the address, and is no address.
    email: "",
    // What was typed stands beside it as `orig`, which was never cleaned.
    text: isDeleted ? "" : textOfHtml(textIn(comment, "text")),
    at: momentOf(textIn(comment, "time")),
    editedAt: momentOf(textIn(objectIn(comment, "edit"), "time")),
    isFeatured: comment["pin"] === true,
  };
}

function momentOf(words: string): Date | null {
  const at = new Date(words);
  return words === "" || Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 ? null : at;
}

// Names are kept there as HTML.
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&#34;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function jsonOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return isObject(read) ? read : undefined;
  } catch {
    return undefined; // the caller says which line it was
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectIn(holder: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = holder[name];
  return isObject(value) ? value : {};
}

function textIn(holder: Readonly<Record<string, unknown>>, name: string): string {
  const value = holder[name];
  return typeof value === "string" ? value : "";
}
