/**
 * Lists taken in. A file is first read to its end and compared with the register, row by row; nothing of it counts until
 * somebody has seen the difference and applies it, and then all of it counts at once.
 */
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import type { Organisation } from "#text/labels/labels.ts";
import type { ListedRow } from "#text/registers/lists.ts";
import { registerMoved } from "./actions.ts";
import { putOrganisations } from "./keep.ts";
import { organisationsAmong, registerDigest } from "./queries.ts";
import {
  type Counts,
  type Fate,
  isSame,
  type KeptOrganisation,
  keptByHand,
  mergedWith,
  NO_COUNTS,
} from "./register.ts";

export type ListFile = {
  readonly rows: AsyncIterable<readonly ListedRow[]>;
  /** The name its entries are kept under; `null` for Dateline's own file, which vouches only for what it names. */
  readonly list: string | null;
  readonly file: string;
  readonly format: string;
  readonly by: string;
  readonly at: Date;
  readonly told?: (rows: number) => void;
};

export type StagedImport = { readonly importId: string; readonly counts: Counts };

/**
 * Reads a list to its end beside the register. What `rows` throws is thrown on, and then nothing of the file is left.
 * Memory does not grow with the file: rows are put down as they come.
 */
export async function stageImport(
  db: Db,
  { rows, list, file, format, by, at, told = () => undefined }: ListFile,
): Promise<StagedImport> {
  const importId = newId(at);
  await db
    .insertInto("register_import")
    .values({
      id: importId,
      list,
      file,
      format,
      state: "reading",
      register_digest: await registerDigest(db),
      counts: JSON.stringify(NO_COUNTS),
      made_by: by,
      made_at: at.toISOString(),
      ended_at: null,
    })
    .execute();
  try {
    const counts = { ...NO_COUNTS };
    let place = 0;
    for await (const some of rows) {
      const put = await putRows(db, some, { importId, list, place });
      for (const { fate } of put) counts[fate]++;
      place += put.length;
      told(place);
    }
    if (list !== null) counts.vanished = await putVanished(db, { importId, list, place });
    await db
      .updateTable("register_import")
      .set({ state: "ready", counts: JSON.stringify(counts) })
      .where("id", "=", importId)
      .execute();
    return { importId, counts };
  } catch (cause) {
    await db.deleteFrom("register_import").where("id", "=", importId).execute();
    throw cause;
  }
}

type Staging = { readonly importId: string; readonly list: string | null; readonly place: number };

async function putRows(db: Db, rows: readonly ListedRow[], { importId, list, place }: Staging) {
  return together(db, async (db) => {
    const ids = [...new Set(rows.flatMap(({ organisation }) => organisation?.id ?? []))];
    const [kept, before] = await Promise.all([
      organisationsAmong(db, ids),
      ids.length === 0
        ? []
        : db
            .selectFrom("register_import_row")
            .select("organisation_id")
            .where("import_id", "=", importId)
            .where("organisation_id", "in", ids)
            .execute(),
    ]);
    const known = new Map(kept.map((one) => [one.id, one]));
    const taken = new Set(before.map(({ organisation_id }) => organisation_id));
    const put = rows.map((row, at) => {
      const compared = comparedWith(known, taken, row, list);
      return { import_id: importId, place: place + at + 1, entry: row.entry, ...compared };
    });
    if (put.length > 0) await db.insertInto("register_import_row").values(put).execute();
    return put;
  });
}

type Compared = {
  readonly fate: Fate;
  readonly reason: string | null;
  readonly organisation_id: string | null;
  readonly organisation: string | null;
};

function comparedWith(
  known: ReadonlyMap<string, KeptOrganisation>,
  taken: Set<string | null>,
  { organisation, fate, reason }: ListedRow,
  list: string | null,
): Compared {
  const none = { organisation_id: null, organisation: null } as const;
  if (!organisation || fate !== "read")
    return { fate: fate === "refused" ? "refused" : "skipped", reason: reason ?? null, ...none };
  if (taken.has(organisation.id)) return { fate: "refused", reason: "the list has this entry already", ...none };
  taken.add(organisation.id);
  const before = known.get(organisation.id);
  const after = list === null ? keptByHand(organisation) : mergedWith(before, organisation, list);
  const isUnchanged = before !== undefined && isSame(before, after);
  return {
    fate: isUnchanged ? "unchanged" : before ? "changed" : "added",
    reason: null,
    organisation_id: organisation.id,
    organisation: isUnchanged ? null : JSON.stringify(after),
  };
}

/** Entries the register has of this list and the file has no longer. */
async function putVanished(db: Db, { importId, list, place }: Staging & { list: string }): Promise<number> {
  const gone = await db
    .selectFrom("designation")
    .select(["organisation_id", (row) => row.fn.min("decision").as("entry")])
    .where("list", "=", list)
    .where("vanished_on", "is", null)
    .where("ends_on", "is", null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("register_import_row")
            .select("register_import_row.place")
            .where("register_import_row.import_id", "=", importId)
            .whereRef("register_import_row.organisation_id", "=", "designation.organisation_id"),
        ),
      ),
    )
    .groupBy("organisation_id")
    .orderBy("organisation_id")
    .execute();
  for (let from = 0; from < gone.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("register_import_row")
      .values(
        gone.slice(from, from + ROWS_AT_ONCE).map(({ organisation_id, entry }, at) => ({
          import_id: importId,
          place: place + from + at + 1,
          entry: entry || null,
          fate: "vanished",
          reason: "the list has it no longer; an editor says whether it has ended",
          organisation_id,
          organisation: null,
        })),
      )
      .execute();
  }
  return gone.length;
}

const ROWS_AT_ONCE = 500;

export type Applied = { readonly counts: Counts };
export type ImportRefusal = "not-ready" | "register-moved";

/** Everything the difference said, at once or not at all. A register that moved since is compared with anew, by reading the file again. */
export async function applyImport(
  db: Db,
  { importId, by, at }: { importId: string; by: string; at: Date },
): Promise<Applied | { readonly refusal: ImportRefusal }> {
  return together(db, async (db) => {
    const staged = await db.selectFrom("register_import").selectAll().where("id", "=", importId).executeTakeFirst();
    if (staged?.state !== "ready") return { refusal: "not-ready" };
    if (staged.register_digest !== (await registerDigest(db))) return { refusal: "register-moved" };
    const counts: Counts = JSON.parse(staged.counts);
    await putChanged(db, importId, at);
    await markVanished(db, importId, staged.list, at);
    if (counts.added + counts.changed + counts.vanished > 0) await registerMoved(db, at);
    const ended_at = at.toISOString();
    await db.updateTable("register_import").set({ state: "applied", ended_at }).where("id", "=", importId).execute();
    await note(db, {
      by,
      act: "register.import",
      subject: `register:${staged.list ?? "dateline"}`,
      detail: { importId, file: staged.file, ...counts },
      at,
    });
    return { counts };
  });
}

async function putChanged(db: Db, importId: string, at: Date): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("register_import_row")
      .select(["place", "organisation"])
      .where("import_id", "=", importId)
      .where("fate", "in", ["added", "changed"])
      .where("place", ">", after)
      .orderBy("place")
      .limit(ROWS_AT_ONCE)
      .execute();
    const changed = rows.flatMap(({ organisation }): KeptOrganisation[] =>
      organisation === null ? [] : [JSON.parse(organisation)],
    );
    await putOrganisations(db, changed, at);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = last.place;
  }
}

async function markVanished(db: Db, importId: string, list: string | null, at: Date): Promise<void> {
  await db
    .updateTable("designation")
    .set({ vanished_on: at.toISOString().slice(0, 10) })
    .where("list", "=", list)
    .where("vanished_on", "is", null)
    .where("organisation_id", "in", (query) =>
      query
        .selectFrom("register_import_row")
        .select("organisation_id")
        .where("import_id", "=", importId)
        .where("fate", "=", "vanished")
        .$castTo<{ organisation_id: string }>(),
    )
    .execute();
}

/** Leaves a list that was read as it is, and forgets what it said. */
export async function dropImport(db: Db, { importId, at }: { importId: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    await db.deleteFrom("register_import_row").where("import_id", "=", importId).execute();
    await db
      .updateTable("register_import")
      .set({ state: "dropped", ended_at: at.toISOString() })
      .where("id", "=", importId)
      .where("state", "in", ["reading", "ready"])
      .execute();
  });
}

export type ImportRow = {
  readonly row: number;
  readonly entry: string | null;
  readonly fate: Fate;
  readonly reason: string | null;
  readonly organisationId: string | null;
  readonly organisation: Organisation | null;
};

/** The rows of an import in order of the file, those of some fates only; `after` a row, `limit` at most. */
export async function importRows(
  db: Db,
  { importId, fates, after = 0, limit }: { importId: string; fates?: readonly Fate[]; after?: number; limit: number },
): Promise<readonly ImportRow[]> {
  const rows = await db
    .selectFrom("register_import_row")
    .select(["place", "entry", "fate", "reason", "organisation_id", "organisation"])
    .where("import_id", "=", importId)
    .where("place", ">", after)
    .$if(fates !== undefined, (query) => query.where("fate", "in", fates ?? []))
    .orderBy("place")
    .limit(limit)
    .execute();
  return rows.map(({ place, entry, fate, reason, organisation_id, organisation }) => ({
    row: place,
    entry,
    // The column holds nothing else.
    fate: fate as Fate,
    reason,
    organisationId: organisation_id,
    organisation: organisation === null ? null : JSON.parse(organisation),
  }));
}
