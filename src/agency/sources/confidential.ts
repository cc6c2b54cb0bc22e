/**
 * Sources whose names nobody is told. The ledger holds the words that stand for one; who it is stands sealed with a key
 * outside the store, and opens for the reporter and those she names. Each look is on the record, and nothing of it is.
 */
import { foldedWords } from "#lib/folded.ts";
import { newId } from "#lib/ids.ts";
import { opened, sealed } from "#lib/sealed.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { topicOfSource } from "./sources.ts";

/** Who somebody is. */
export type Identity = { readonly name: string; readonly contact: string };

type Entered = {
  /** What readers are told: `a ministry official`. */
  readonly words: string;
  readonly identity: Identity;
  readonly key: string;
  readonly by: string;
  readonly at: Date;
};

export async function addConfidential(db: Db, { words, identity, key, by, at }: Entered): Promise<string> {
  return together(db, async (db) => {
    const id = newId(at);
    const made_at = at.toISOString();
    await db
      .insertInto("source")
      .values({
        id,
        kind: "person",
        is_confidential: 1,
        name: words,
        language: null,
        url: null,
        words: foldedWords(words),
        made_at,
      })
      .execute();
    await db
      .insertInto("confidential_source")
      .values({ source_id: id, sealed: seal(key, id, identity), reporter: by, made_at })
      .execute();
    await note(db, { by, act: "source.add", subject: `source:${id}`, detail: { name: words }, at });
    return id;
  });
}

/** Changes the words that stand for it, which anybody who writes may do. */
export async function nameConfidential(
  db: Db,
  { id, words, by, at }: { id: string; words: string; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const before = await db
      .selectFrom("source")
      .select("name")
      .where("id", "=", id)
      .where("is_confidential", "=", 1)
      .executeTakeFirst();
    if (!before) return false;
    if (before.name === words) return true;
    await db
      .updateTable("source")
      .set({ name: words, words: foldedWords(words) })
      .where("id", "=", id)
      .execute();
    const detail = { name: `${before.name} → ${words}` };
    await note(db, { by, act: "source.change", subject: `source:${id}`, detail, at });
    await bump(db, [topicOfSource(id)]);
    return true;
  });
}

export type Keepers = { readonly reporter: string; readonly readers: readonly string[] };

/** Who may open it; nothing when it is no confidential source. */
export async function keepersOf(db: Db, id: string): Promise<Keepers | undefined> {
  const row = await db
    .selectFrom("confidential_source")
    .select("reporter")
    .where("source_id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const readers = await db
    .selectFrom("confidential_reader")
    .select("staff_id")
    .where("source_id", "=", id)
    .orderBy("staff_id")
    .execute();
  return { reporter: row.reporter, readers: readers.map(({ staff_id }) => staff_id) };
}

function mayOpen({ reporter, readers }: Keepers, by: string): boolean {
  return reporter === by || readers.includes(by);
}

type Look = { readonly id: string; readonly key: string; readonly by: string; readonly at: Date };

/** Who it is, for somebody who may know, and the look on the record. `locked` when the key is another one. */
export async function openConfidential(db: Db, { id, key, by, at }: Look): Promise<Identity | "locked" | undefined> {
  return together(db, async (db) => {
    const keepers = await keepersOf(db, id);
    if (!keepers || !mayOpen(keepers, by)) return undefined;
    const row = await db
      .selectFrom("confidential_source")
      .select("sealed")
      .where("source_id", "=", id)
      .executeTakeFirstOrThrow();
    await note(db, { by, act: "source.look", subject: `source:${id}`, at });
    return unseal(key, id, row.sealed) ?? "locked";
  });
}

/** Puts another name and contact in place of those that stood there; false for who may not know them. */
export async function changeIdentity(
  db: Db,
  { id, identity, key, by, at }: Look & { readonly identity: Identity },
): Promise<boolean> {
  return together(db, async (db) => {
    const keepers = await keepersOf(db, id);
    if (!keepers || !mayOpen(keepers, by)) return false;
    await db
      .updateTable("confidential_source")
      .set({ sealed: seal(key, id, identity) })
      .where("source_id", "=", id)
      .execute();
    await note(db, { by, act: "source.reseal", subject: `source:${id}`, at });
    return true;
  });
}

/** Who may open it beside the reporter, who alone says so. */
export async function nameReaders(
  db: Db,
  { id, readers, by, at }: { id: string; readers: readonly string[]; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const keepers = await keepersOf(db, id);
    if (keepers?.reporter !== by) return false;
    const named = [...new Set(readers)].filter((reader) => reader !== by);
    await db.deleteFrom("confidential_reader").where("source_id", "=", id).execute();
    if (named.length > 0)
      await db
        .insertInto("confidential_reader")
        .values(named.map((staff_id) => ({ source_id: id, staff_id, made_at: at.toISOString() })))
        .execute();
    const detail = { before: keepers.readers, after: named };
    await note(db, { by, act: "source.readers", subject: `source:${id}`, detail, at });
    return true;
  });
}

/** The id is sealed in, so that one source's name put into another's row does not open. */
function seal(key: string, id: string, { name, contact }: Identity): string {
  return sealed(key, JSON.stringify({ id, name, contact }));
}

function unseal(key: string, id: string, text: string): Identity | undefined {
  const json = opened(key, text);
  if (json === undefined) return undefined;
  const { id: its, name, contact }: Identity & { id: string } = JSON.parse(json);
  return its === id ? { name, contact } : undefined;
}
