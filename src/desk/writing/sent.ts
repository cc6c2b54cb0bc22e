/** What the editor sends, read as JSON of a known shape, and how it is told that it cannot be kept. */
import type { z } from "zod";
import { bodyWithin } from "#lib/form.ts";
import type { DeskVisit } from "../visit.ts";
import type { TextProblem } from "./text.ts";

// A long article with its notes is a few hundred kilobytes.
const MOST_BYTES = 4 * 1024 * 1024;

export async function readBody<Body>(
  { request }: DeskVisit,
  shape: z.ZodType<Body>,
): Promise<{ body: Body } | { problem: TextProblem }> {
  const bytes = await bodyWithin(request, MOST_BYTES);
  if (!bytes) return { problem: "large" };
  const read = shape.safeParse(jsonFrom(bytes));
  return read.success ? { body: read.data } : { problem: "document" };
}

// PostgreSQL keeps no NUL, which no keyboard types but a clipboard may hold; an escaped backslash before it is no part of it.
const NUL = /(?<!\\)((?:\\\\)*)\\u0000/g;

function jsonFrom(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes).replaceAll(NUL, "$1"));
  } catch {
    return undefined; // no shape fits nothing
  }
}

export function refused({ words }: DeskVisit, problem: TextProblem): Response {
  return Response.json({ problem: words.writing.refused[problem] }, { status: problem === "large" ? 413 : 422 });
}
