/** Sources: outlets, people, documents and pages that stories rest on, and those whose names nobody is told. */
export const SOURCE_KINDS = ["outlet", "person", "document", "page", "confidential"] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What somebody enters into the ledger as; a confidential source is entered on a page of its own. */
export type OpenKind = Exclude<SourceKind, "confidential">;

export const OPEN_KINDS = SOURCE_KINDS.filter((kind): kind is OpenKind => kind !== "confidential");

export type Source = {
  readonly id: string;
  readonly kind: SourceKind;
  /** Of a confidential source: the words that stand for it. */
  readonly name: string;
  /** What a person is. */
  readonly office: string;
  /** BCP 47 */
  readonly language: string | null;
  readonly url: string | null;
  /** A year, month or day. */
  readonly publishedOn: string | null;
  /** Since when a person's name may be shown. */
  readonly shownAt: Date | null;
  /** Since when its address does not answer any more. */
  readonly deadAt: Date | null;
};

/** Whether readers are told its name and have a page of it. A person's only when an editor has said so. */
export function isPublic({ kind, shownAt }: Pick<Source, "kind" | "shownAt">): boolean {
  return kind === "person" ? shownAt !== null : kind !== "confidential";
}

/** Whether it stands among the sources of an article: a confidential one does, as the words that stand for it. */
export function isListed(source: Pick<Source, "kind" | "shownAt">): boolean {
  return source.kind === "confidential" || isPublic(source);
}

/** What a page that tells of a source depends on. */
export function topicOfSource(id: string): string {
  return `source:${id}`;
}

export function addressOfSource(editionCode: string, id: string): string {
  return `/${editionCode}/sources/${encodeURIComponent(id)}`;
}

export const LONGEST_NAME = 500;
export const LONGEST_NOTES = 10_000;
export const LONGEST_ADDRESS = 2_000;

/** A year, month or day, as far as it is known. */
export function isDate(text: string): boolean {
  const whole = /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) ? `${text}-01-01`.slice(0, 10) : "";
  return whole !== "" && !Number.isNaN(Date.parse(whole)) && new Date(whole).toISOString().startsWith(text);
}

/** How a snapshot came here. */
export const SNAPSHOT_WAYS = ["fetched", "pasted", "uploaded"] as const;

export type SnapshotWay = (typeof SNAPSHOT_WAYS)[number];

/** What a source said when it was kept. */
export type Snapshot = {
  readonly id: string;
  readonly sourceId: string;
  readonly how: SnapshotWay;
  readonly address: string | null;
  readonly type: string;
  readonly title: string;
  readonly language: string | null;
  /** SHA-256 of its text, hex. */
  readonly digest: string;
  readonly bytes: number;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** The name its bytes are kept under among the files: no address of the site leads there. */
export function fileOfSnapshot(id: string): string {
  return `${id}.warc.gz`;
}
