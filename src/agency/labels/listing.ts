/** The register as it is looked through: a line for each organisation, found by words, jurisdiction and state. */
import { sql } from "kysely";
import { foldedWords } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { isInForce } from "#text/labels/labels.ts";
import { isVanished } from "./edits.ts";
import { bestName } from "./queries.ts";
import type { KeptDesignation } from "./register.ts";

export type RegisterLine = {
  readonly id: string;
  readonly name: string;
  /** BCP 47 of the name. */
  readonly language: string;
  readonly names: number;
  readonly designations: readonly LineDesignation[];
  /** A name or a form of one waits for an editor to say what it is. */
  readonly isInDoubt: boolean;
};

export type LineDesignation = Pick<
  KeptDesignation,
  "jurisdiction" | "authority" | "from" | "until" | "list" | "vanishedOn" | "heldBy"
>;

export const REGISTER_STATES = ["in-force", "to-come", "ended", "vanished", "doubtful"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

export type Looked = {
  /** In the order of the names in this language. */
  readonly language: string;
  readonly words?: string;
  readonly jurisdictions?: readonly string[];
  readonly state?: RegisterState | undefined;
  /** The day a state is asked for. */
  readonly day: string;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
};

export type RegisterLeaf = {
  readonly lines: readonly RegisterLine[];
  readonly total: number;
  readonly pages: number;
};

/** One leaf of the organisations that fit. Words are looked for in every name, whatever its capitals. */
export async function registerLeaf(db: Db, looked: Looked): Promise<RegisterLeaf> {
  const { language, words = "", jurisdictions, state, day, page, limit } = looked;
  const [names, designations, doubtful] = await Promise.all([namesIn(db), designationsIn(db), doubtfulIn(db)]);
  const wanted = foldedWords(words);
  const lines = [...names].flatMap(([id, its]): RegisterLine[] => {
    const name = bestName(its, language);
    if (!name || (wanted !== "" && !its.some(({ text }) => foldedWords(text).includes(wanted)))) return [];
    const line = {
      id,
      name: name.text,
      language: name.language,
      names: its.length,
      designations: designations.get(id) ?? [],
      isInDoubt: doubtful.has(id),
    };
    return concerns(line, jurisdictions) && isIn(line, state, day) ? [line] : [];
  });
  const order = new Intl.Collator(language, { numeric: true });
  lines.sort((one, other) => order.compare(one.name, other.name) || (one.id < other.id ? -1 : 1));
  const pages = Math.max(1, Math.ceil(lines.length / limit));
  return { lines: lines.slice((page - 1) * limit, page * limit), total: lines.length, pages };
}

function concerns({ designations }: RegisterLine, jurisdictions: readonly string[] | undefined): boolean {
  return jurisdictions === undefined || designations.some(({ jurisdiction }) => jurisdictions.includes(jurisdiction));
}

function isIn({ designations, isInDoubt }: RegisterLine, state: RegisterState | undefined, day: string): boolean {
  if (state === undefined) return true;
  if (state === "doubtful") return isInDoubt;
  return designations.some((one) => (state === "vanished" ? isVanished(one) : stateOf(one, day) === state));
}

/** What a designation is on a day. */
export function stateOf({ from, until }: Pick<KeptDesignation, "from" | "until">, day: string) {
  if (isInForce({ from, until }, day)) return "in-force";
  return day < from ? "to-come" : "ended";
}

type NameLine = { readonly text: string; readonly language: string; readonly kind: string };

async function namesIn(db: Db): Promise<ReadonlyMap<string, readonly NameLine[]>> {
  const rows = await db
    .selectFrom("name")
    .select(["organisation_id", "text", "language", "kind"])
    .orderBy("organisation_id")
    .orderBy("position")
    .execute();
  return Map.groupBy(rows, ({ organisation_id }) => organisation_id);
}

async function designationsIn(db: Db): Promise<ReadonlyMap<string, readonly LineDesignation[]>> {
  const rows = await db
    .selectFrom("designation")
    .select(["organisation_id", "jurisdiction", "authority", "starts_on", "ends_on", "list", "vanished_on", "held_by"])
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .execute();
  const groups = Map.groupBy(rows, ({ organisation_id }) => organisation_id);
  return new Map(
    [...groups].map(([id, its]) => [
      id,
      its.map(({ jurisdiction, authority, starts_on, ends_on, list, vanished_on, held_by }) => ({
        jurisdiction,
        authority,
        from: starts_on,
        until: ends_on,
        list,
        vanishedOn: vanished_on,
        heldBy: held_by,
      })),
    ]),
  );
}

async function doubtfulIn(db: Db): Promise<ReadonlySet<string>> {
  const [names, forms] = await Promise.all([
    db
      .selectFrom("name")
      .select("organisation_id")
      .distinct()
      .where("doubt", "is not", null)
      .where("decided_by", "is", null)
      .execute(),
    db
      .selectFrom("form")
      .innerJoin("name", "name.id", "form.name_id")
      .select("name.organisation_id")
      .distinct()
      // Written out, for an index is of these alone.
      .where("form.is_doubtful", "=", sql.lit(1))
      .where("form.is_off", "=", sql.lit(0))
      .where("name.decided_by", "is", null)
      .execute(),
  ]);
  return new Set([...names, ...forms].map(({ organisation_id }) => organisation_id));
}

/** Organisations with a designation its list has no longer, about which nobody has decided. */
export async function vanishedOnes(db: Db, { limit }: { limit: number }): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("designation")
    .select("organisation_id")
    .distinct()
    .where("vanished_on", "is not", null)
    .where("ends_on", "is", null)
    .where("held_by", "is", null)
    .orderBy("organisation_id")
    .limit(limit)
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

export type Turn = {
  readonly day: string;
  readonly organisationId: string;
  readonly turn: "begins" | "ends";
  readonly jurisdiction: string;
  readonly authority: string;
};

/** Designations that begin or end by the calendar after a day, in order of their days. */
export async function turnsAfter(db: Db, day: string, { limit }: { limit: number }): Promise<readonly Turn[]> {
  const of = (column: "starts_on" | "ends_on", turn: Turn["turn"]) =>
    db
      .selectFrom("designation")
      .select([`${column} as day`, "organisation_id as organisationId", "jurisdiction", "authority"])
      .where(column, ">", day)
      .orderBy(column)
      .orderBy("id")
      .limit(limit)
      .execute()
      .then((rows) => rows.flatMap((row) => (row.day === null ? [] : [{ ...row, day: row.day, turn }])));
  const [begin, end] = await Promise.all([of("starts_on", "begins"), of("ends_on", "ends")]);
  return [...begin, ...end].sort((one, other) => (one.day < other.day ? -1 : 1)).slice(0, limit);
}

/** How many published articles name each of some organisations. */
export async function mentionsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("article_mention")
    .select(["organisation_id", (row) => row.fn.countAll<number>().as("articles")])
    .where("organisation_id", "in", ids)
    .groupBy("organisation_id")
    .execute();
  return new Map(rows.map(({ organisation_id, articles }) => [organisation_id, Number(articles)]));
}
