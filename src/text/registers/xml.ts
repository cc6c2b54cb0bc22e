/** XML as lists of names are published in: shallow, and with short pieces. What is wrong in it is a sentence about the file. */
import { xmlEvents as read, type XmlEvent, XmlProblem } from "#lib/xml.ts";
import { ListProblem } from "./entry.ts";

export type { XmlEvent } from "#lib/xml.ts";

// A list is three levels deep and its longest comment a page long.
const LIMITS = { mostLevels: 32, longestPiece: 1024 * 1024 };

/** The events of a document, some at a time; what is not well formed, or ends too early, throws a `ListProblem`. */
export async function* xmlEvents(chunks: AsyncIterable<string>): AsyncGenerator<readonly XmlEvent[]> {
  try {
    yield* read(chunks, LIMITS);
  } catch (cause) {
    if (!(cause instanceof XmlProblem)) throw cause;
    throw new ListProblem(`The file ${cause.what} (line ${cause.line}, column ${cause.column}).`, { cause });
  }
}
