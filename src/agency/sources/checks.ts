/** The quotations and claims of a text against what was kept of its sources. */
import { createHash } from "node:crypto";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { type ClaimSource, type Differing, differingClaims } from "#text/quotes/claims.ts";
import { passagesFor, type QuotedWords, quotedWords, sourcesOf } from "#text/quotes/quoted.ts";
import { checkQuotation, type QuotedSource, quotedSource, type Verdict } from "#text/quotes/quotes.ts";
import { otherSpeaker } from "#text/quotes/speakers.ts";
import { originalsOf, sourcesAmong } from "./queries.ts";
import type { Source } from "./sources.ts";

export type CheckedQuotation = QuotedWords & {
  /** Stands for its words: an original is kept under it. */
  readonly key: string;
  /**
   * What its source bears out, and which of its sources that was; nothing when no text of them is kept. `saidBy` is who
   * says the words there, where that is somebody else.
   */
  readonly checked: { readonly verdict: Verdict; readonly source: Source; readonly saidBy?: string } | undefined;
};

type Checked = { readonly articleId: string; readonly document: DocumentJson; readonly language: string };

/** Every quotation of a text with its verdict, in the order of the text. */
export async function checkedQuotations(
  db: Db,
  { articleId, document, language }: Checked,
): Promise<readonly CheckedQuotation[]> {
  const quoted = quotedWords(document);
  if (quoted.length === 0) return [];
  const texts = await keptTexts(db, [...new Set(quoted.flatMap(({ sources }) => sources))]);
  const originals = await originalsOf(db, articleId);
  return quoted.map((one) => {
    const key = keyOfWords(one.words);
    const original = originals.get(key);
    const verdicts = one.sources.flatMap((id) =>
      (texts.get(id) ?? []).map(({ source, text }) => ({
        source,
        text,
        verdict: checkQuotation({ words: one.words, language, ...(original !== undefined && { original }) }, text),
      })),
    );
    const [best] = verdicts.toSorted((a, b) => rank(a.verdict) - rank(b.verdict));
    if (!best) return { ...one, key, checked: undefined };
    const { verdict, source, text } = best;
    const saidBy = "passage" in verdict ? otherSpeaker(text.spoken(), verdict.passage, one.speaker) : undefined;
    return { ...one, key, checked: { verdict, source, ...(saidBy !== undefined && { saidBy }) } };
  });
}

/** Under this an original of a quotation is kept: its letters, whatever stands between them. */
function keyOfWords(words: string): string {
  const letters = words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHash("sha256").update(letters).digest("hex");
}

const RANKS: readonly Verdict["verdict"][] = ["same", "shortened", "translated", "altered", "not-found"];

function rank({ verdict }: Verdict): number {
  return RANKS.indexOf(verdict);
}

export type DifferingClaim = Omit<Differing, "source"> & { readonly source: string };

/** Figures, dates and names of a text that the texts kept of its sources have otherwise. */
export async function claimsThatDiffer(db: Db, document: DocumentJson): Promise<readonly DifferingClaim[]> {
  const texts = await keptTexts(db, sourcesOf(document));
  const kept = [...texts].flatMap(([id, [newest]]) => (newest ? [{ id, ...newest }] : []));
  if (kept.length === 0) return [];
  const places = new Map(kept.map(({ id }, place) => [id, place]));
  const sources = kept.map(
    ({ text, source, madeAt }): ClaimSource => ({
      text: text.text,
      days: [...(source.publishedOn?.length === 10 ? [source.publishedOn] : []), madeAt.slice(0, 10)],
    }),
  );
  const differing = differingClaims(
    passagesFor(document, (id) => places.get(id)),
    sources,
  );
  return differing.map(({ source, ...claim }) => ({ ...claim, source: kept[source]?.source.name ?? "" }));
}

/** The names of pages and documents a text rests on of which no text is kept; an outlet or a person has none. */
export async function sourcesNotKept(db: Db, document: DocumentJson): Promise<readonly string[]> {
  const cited = await sourcesAmong(db, sourcesOf(document));
  const texts = await keptTexts(
    db,
    cited.map(({ id }) => id),
  );
  return cited
    .filter(({ id, kind, url }) => (kind === "page" || (kind === "document" && url !== null)) && !texts.has(id))
    .map(({ name }) => name);
}

type KeptText = { readonly source: Source; readonly text: QuotedSource; readonly madeAt: string };

// A page that changes often has many texts; a quotation is from one of the last.
const MOST_TEXTS = 5;

/** The texts kept of each source, the newest first. */
async function keptTexts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly KeptText[]>> {
  const found = new Map<string, KeptText[]>();
  for (const source of await sourcesAmong(db, ids)) {
    const rows = await newestTexts(db, { sourceId: source.id });
    const texts: KeptText[] = [];
    for (const { id, language, made_at } of rows)
      texts.push({ source, text: await readText(db, id, source.language ?? language), madeAt: made_at });
    if (texts.length > 0) found.set(source.id, texts);
  }
  return found;
}

const newestTexts = keptStatement((db, value: ValueOf<{ sourceId: string }>) =>
  db
    .selectFrom("snapshot")
    .select(["id", "language", "made_at"])
    .where("source_id", "=", value("sourceId"))
    .where("text", "<>", "")
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_TEXTS),
);

const read = new Map<string, QuotedSource>();
// Letters and places of a text are some twenty times as large as it is.
const MOST_READ_CHARACTERS = 4_000_000;

/** A snapshot never changes, so what was read of it is kept for the next question. */
async function readText(db: Db, id: string, language: string | null): Promise<QuotedSource> {
  const key = `${id} ${language}`;
  const known = read.get(key);
  read.delete(key);
  const source = known ?? quotedSource(await textOf(db, id), language ?? undefined);
  read.set(key, source);
  let characters = 0;
  for (const [one, { text }] of [...read].reverse()) {
    characters += text.length;
    if (characters > MOST_READ_CHARACTERS && one !== key) read.delete(one);
  }
  return source;
}

async function textOf(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom("snapshot").select("text").where("id", "=", id).executeTakeFirst();
  return row?.text ?? "";
}
