/** What the entries of the log say. How they are appended and kept is `store/log.ts`; how they are checked, `verify.ts`. */
import { z } from "zod";

/** What brings a text to its address, or another one in its place. */
export const PUBLISHING = [
  "publication",
  "update",
  "typo",
  "clarification",
  "correction",
  "retraction",
  "translation",
] as const;

/** What takes it from there. */
export const TAKING_BACK = ["withdrawal", "kill"] as const;

const entrySchema = z.object({
  v: z.literal(1),
  kind: z.string(),
  at: z.iso.datetime(),
  article: z.string().optional(),
  /** What is at the article's address from then on. */
  revision: z.string().optional(),
  /** SHA-256 of each row the entry tells of, over 32 random bytes and its content. */
  manifest: z.array(z.object({ of: z.string(), id: z.string(), digest: z.string() })),
  /** Entry and place of each digest whose content was taken away for good. */
  withholds: z.array(z.tuple([z.number(), z.number()])).optional(),
  facts: z.record(z.string(), z.string()).optional(),
});

export type Entry = z.infer<typeof entrySchema>;

/** Nothing for what is no entry of ours. */
export function readEntry(text: string): Entry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // not even JSON
  }
}

export function isPublishing(kind: string): boolean {
  return (PUBLISHING as readonly string[]).includes(kind);
}

export function isTakingBack(kind: string): boolean {
  return (TAKING_BACK as readonly string[]).includes(kind);
}

/**
 * Whether an entry says what stands at its article's address from then on. Withholding does where it changed the text
 * that stood there: the entry then names the revision.
 */
export function changesStanding(entry: Entry, before: Entry | undefined): boolean {
  if (isPublishing(entry.kind) || isTakingBack(entry.kind)) return true;
  return entry.kind === "withheld" && entry.revision !== undefined && entry.revision === before?.revision;
}

/** What was withheld, in a sentence. */
export function withheldWords(
  number: number,
  { at, facts: { reason = "not said", role = "not said" } = {} }: Entry,
): string {
  return `Entry ${number} of ${at} says that words were withheld (reason: ${reason}; decided by: ${role}).`;
}

/** Where an article proves that it is in the log. */
export function addressOfProof(address: string): string {
  return `${address}/proof.json`;
}
