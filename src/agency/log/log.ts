/** What the entries of the log say. How they are appended and kept is `store/log.ts`; how they are checked, `verify.ts`. */

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

/** What takes content away for good, with the random bytes of every digest over it. */
export const TAKING_AWAY = ["withheld", "erasure"] as const;

/** What was logged of one row: SHA-256 over 32 random bytes and its content. */
export type Logged = { readonly of: string; readonly id: string; readonly digest: string };

export type Entry = {
  readonly kind: string;
  /** ISO 8601. */
  readonly at: string;
  readonly article?: string;
  /** What is at the article's address from then on. */
  readonly revision?: string;
  readonly manifest: readonly Logged[];
  /** Entry and place of each digest whose content was taken away for good. */
  readonly withholds?: readonly (readonly [entry: number, place: number])[];
  readonly facts?: Readonly<Record<string, string>>;
};

/** Nothing for what is no entry of ours. Looked at by hand: a log has a million of them. */
export function readEntry(text: string): Entry | undefined {
  const said = jsonOf(text);
  if (!isObject(said) || said["v"] !== 1) return undefined;
  const { kind, at, article, revision, manifest, withholds, facts } = said;
  const isOurs =
    typeof kind === "string" &&
    typeof at === "string" &&
    [article, revision].every((id) => id === undefined || typeof id === "string") &&
    Array.isArray(manifest) &&
    manifest.every(isLogged) &&
    (withholds === undefined || (Array.isArray(withholds) && withholds.every(isPlace))) &&
    (facts === undefined || (isObject(facts) && Object.values(facts).every((fact) => typeof fact === "string")));
  // Every part was looked at above.
  return isOurs ? (said as Entry) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not even JSON
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isLogged(value: unknown): value is Logged {
  return isObject(value) && [value["of"], value["id"], value["digest"]].every((one) => typeof one === "string");
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger);
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

/** Whether an entry holds the digest of a text: a retraction names the text that does not hold, and another entry told of it. */
export function tellsOfText({ manifest }: Entry, revisionId: string | undefined): boolean {
  return manifest.some(({ of, id }) => of === "revision" && id === revisionId);
}

export function isTakingAway(kind: string): boolean {
  return (TAKING_AWAY as readonly string[]).includes(kind);
}

/** What was withheld or erased, in a sentence. */
export function withheldWords(
  number: number,
  { kind, at, facts: { reason = "not said", role = "not said" } = {} }: Entry,
): string {
  if (kind === "erasure") return `Entry ${number} of ${at} says that a reader had replies erased.`;
  return `Entry ${number} of ${at} says that words were withheld (reason: ${reason}; decided by: ${role}).`;
}

/** Where an article proves that it is in the log. */
export function addressOfProof(address: string): string {
  return `${address}/proof.json`;
}
