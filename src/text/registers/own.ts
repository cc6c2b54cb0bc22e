/** Dateline's own register file (`docs/register.schema.json`), read organisation by organisation, so that its size does not matter. */
import { readOrganisation } from "../labels/register.ts";
import { type ListedRow, ListProblem, type ListReading } from "./entry.ts";

// An organisation with a hundred names in all their forms has less.
const LARGEST_ORGANISATION = 8 * 1024 * 1024;
// As many as a person reads before mending the file.
const MOST_PROBLEMS = 20;

/** Mistakes are told together at the end, each with its place; then the whole file counts for nothing. */
export async function* ownList(chunks: AsyncIterable<string>): ListReading {
  const problems: string[] = [];
  let more = 0;
  let row = 0;
  for await (const texts of organisationTexts(chunks)) {
    const rows: ListedRow[] = [];
    for (const text of texts) {
      const read = readOrganisation(parsed(text, row), row);
      row++;
      if ("problems" in read) {
        problems.push(...read.problems.slice(0, MOST_PROBLEMS - problems.length));
        more += read.problems.length;
      } else rows.push({ row, entry: read.organisation.id, organisation: read.organisation, fate: "read" });
    }
    if (rows.length > 0 && problems.length === 0) yield rows;
  }
  if (problems.length > 0)
    throw new ListProblem(
      [...problems, ...(more > problems.length ? [`… and ${more - problems.length} more.`] : [])].join("\n"),
    );
}

function parsed(text: string, row: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ListProblem(`organisations[${row}] is not valid JSON.`, { cause });
  }
}

/** The text of each element of the list `organisations`; everything round it has to be one JSON object. */
async function* organisationTexts(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const scan = new Scan();
  for await (const chunk of chunks) {
    const found = scan.take(chunk);
    if (found.length > 0) yield found;
  }
  scan.end();
}

/** Walks through JSON once, sign by sign, knowing only depth and strings. */
class Scan {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #key = "";
  #string = "";
  /** Everything but the elements. */
  #shell = "";
  #element = "";
  #where: "before" | "inside" | "after" = "before";

  take(chunk: string): readonly string[] {
    const found: string[] = [];
    let kept = 0;
    for (let at = 0; at < chunk.length; at++) {
      const wasInside = this.#where === "inside";
      const sign = chunk.charAt(at);
      if (this.#inString) {
        this.#inQuotes(sign);
        continue;
      }
      if (sign === '"') {
        this.#inString = true;
        this.#string = "";
      } else if (sign === "{" || sign === "[") {
        this.#depth++;
        if (this.#where === "before" && sign === "[" && this.#depth === 2 && this.#key === "organisations") {
          this.#shell += chunk.slice(kept, at + 1);
          kept = at + 1;
          this.#where = "inside";
        }
      } else if (sign === "}" || sign === "]") {
        this.#depth--;
        if (wasInside && this.#depth === 1) {
          this.#endElement(chunk.slice(kept, at), found);
          kept = at;
          this.#where = "after";
        }
      } else if (sign === "," && wasInside && this.#depth === 2) {
        this.#endElement(chunk.slice(kept, at), found, true);
        kept = at + 1;
      } else if (sign === ":" && this.#depth === 1) this.#key = this.#string;
    }
    if (this.#where === "inside") this.#element += chunk.slice(kept);
    else this.#shell += chunk.slice(kept);
    if (Math.max(this.#element.length, this.#shell.length) > LARGEST_ORGANISATION)
      throw new ListProblem("The file has an organisation larger than 8 MB.");
    return found;
  }

  #inQuotes(sign: string) {
    if (this.#escaped) this.#escaped = false;
    else if (sign === "\\") this.#escaped = true;
    else if (sign === '"') this.#inString = false;
    else if (this.#depth === 1 && this.#string.length < 100) this.#string += sign;
  }

  #endElement(text: string, found: string[], isFollowed = false) {
    const element = this.#element + text;
    this.#element = "";
    if (element.trim() !== "") found.push(element);
    else if (isFollowed) throw new ListProblem("The list of organisations has an empty place between two commas.");
  }

  end() {
    const shell = this.#shell.trim();
    if (shell === "") throw new ListProblem("The file is empty; it should hold JSON.");
    let json: unknown;
    try {
      json = JSON.parse(shell);
    } catch (cause) {
      throw new ListProblem(
        this.#depth > 0 || this.#inString
          ? "The file ends in the middle; it may have been cut off."
          : "The file is not valid JSON.",
        { cause },
      );
    }
    if (typeof json !== "object" || json === null || Array.isArray(json))
      throw new ListProblem(`The register is ${shell.slice(0, 60)}; it should be an object.`);
    if (!("organisations" in json)) throw new ListProblem("organisations is missing.");
    if (this.#where === "before")
      throw new ListProblem(
        `organisations is ${JSON.stringify(json.organisations)?.slice(0, 60)}; it should be a list.`,
      );
  }
}
