/**
 * Lists taken in. A file is first read to its end and compared with the register, row by row; nothing of it counts until
 * somebody has seen the difference and applies it, and then all of it counts at once.
 */
import type { Selectable } from "kysely";
import { chunksOf } from "#lib/chunks.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import type { RegisterImportRow } from "#store/schema.ts";
import type { ListedRow } from "#text/registers/lists.ts";
import { holdRegister, registerMoved } from "./actions.ts";
import { changesOf, type Hand, writeHistory } from "./history.ts";
import { putOrganisations } from "./keep.ts";
import { bestName, organisationsAmong, registerDigest } from "./queries.ts";
import {
  type Counts,
  type Fate,
  isInDoubt,
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
  await forgetOldImports(db, at);
  const importId = await beginImport(db, { list, file, format, state: "reading", counts: NO_COUNTS, by, at });
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
    await dropImport(db, { importId, at });
    await db.deleteFrom("register_import").where("id", "=", importId).execute();
    throw cause;
  }
}

// Who comes back to a difference after a month reads the list again.
const KEPT_WAITING_MS = 30 * 24 * 60 * 60 * 1000;

/** What was read, never applied and never dropped. */
async function forgetOldImports(db: Db, at: Date): Promise<void> {
  const old = await db
    .updateTable("register_import")
    .set({ state: "dropped", ended_at: at.toISOString() })
    .where("state", "in", ["reading", "ready"])
    .where("made_at", "<", new Date(at.getTime() - KEPT_WAITING_MS).toISOString())
    .returning("id")
    .execute();
  await forgetDropped(db);
  for (const { id } of old) await db.deleteFrom("register_import").where("id", "=", id).execute();
}

type BegunImport = Pick<ListFile, "list" | "file" | "format" | "by" | "at"> & {
  readonly state: "reading" | "ready";
  readonly counts: Counts;
};

async function beginImport(db: Db, { list, file, format, state, counts, by, at }: BegunImport): Promise<string> {
  const id = newId(at);
  await db
    .insertInto("register_import")
    .values({
      id,
      list,
      file,
      format,
      state,
      register_digest: await registerDigest(db),
      counts: JSON.stringify(counts),
      made_by: by,
      made_at: at.toISOString(),
      ended_at: null,
    })
    .execute();
  return id;
}

/** An organisation as it is and as it is to be; `before` is absent for one that is new. */
export type Edit = { readonly before: KeptOrganisation | undefined; readonly after: KeptOrganisation };

/** The format of what was changed by hand at the desk. */
export const BY_HAND = "desk";

/**
 * Makes changes by hand ready, as a list is made ready: nothing of them counts until they are applied. `before` tells the
 * forms an editor took away, and so does `after`.
 */
export async function stageEdits(
  db: Db,
  { edits, name, by, at }: { edits: readonly Edit[]; name: string; by: string; at: Date },
): Promise<StagedImport> {
  return together(db, async (db) => {
    await forgetOldImports(db, at);
    const added = edits.filter(({ before }) => !before).length;
    const counts = { ...NO_COUNTS, added, changed: edits.length - added };
    const importId = await beginImport(db, { list: null, file: name, format: BY_HAND, state: "ready", counts, by, at });
    for (const [place, { before, after }] of edits.entries())
      await db
        .insertInto("register_import_row")
        .values({
          import_id: importId,
          place: place + 1,
          entry: bestName(after.names, "en")?.text ?? null,
          fate: before ? "changed" : "added",
          reason: null,
          organisation_id: after.id,
          organisation: JSON.stringify(after),
          was: before ? JSON.stringify(before) : null,
          is_in_doubt: Number(isInDoubt(after)),
        })
        .execute();
    return { importId, counts };
  });
}

type Staging = { readonly importId: string; readonly list: string | null; readonly place: number };

async function putRows(db: Db, rows: readonly ListedRow[], { importId, list, place }: Staging) {
  return together(db, async (db) => {
    const ids = [...new Set(rows.flatMap(({ organisation }) => organisation?.id ?? []))];
    const [kept, before] = await Promise.all([
      organisationsAmong(db, ids, { withOff: true }),
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
    for (const part of chunksOf(put, ROWS_AT_ONCE)) await db.insertInto("register_import_row").values(part).execute();
    return put;
  });
}

type Compared = {
  readonly fate: Fate;
  readonly reason: string | null;
  readonly organisation_id: string | null;
  readonly organisation: string | null;
  readonly was: string | null;
  readonly is_in_doubt: number;
};

function comparedWith(
  known: ReadonlyMap<string, KeptOrganisation>,
  taken: Set<string | null>,
  { organisation, fate, reason }: ListedRow,
  list: string | null,
): Compared {
  const none = { organisation_id: null, organisation: null, was: null, is_in_doubt: 0 } as const;
  if (!organisation || fate !== "read")
    return { fate: fate === "refused" ? "refused" : "skipped", reason: reason ?? null, ...none };
  if (taken.has(organisation.id)) return { fate: "refused", reason: "the list has this entry already", ...none };
  taken.add(organisation.id);
  const before = known.get(organisation.id);
  const after = list === null ? keptByHand(organisation, before) : mergedWith(before, organisation, list);
  const isUnchanged = before !== undefined && isSame(before, after);
  return {
    fate: isUnchanged ? "unchanged" : before ? "changed" : "added",
    reason: null,
    organisation_id: organisation.id,
    organisation: isUnchanged ? null : JSON.stringify(after),
    was: before && !isUnchanged ? JSON.stringify(before) : null,
    is_in_doubt: Number(!isUnchanged && isInDoubt(after)),
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
    .where("held_by", "is", null)
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

/**
 * Everything the difference said, at once or not at all. A register that moved since is compared with anew, by reading the
 * file again; a change by hand minds only the organisations it is about.
 */
export async function applyImport(
  db: Db,
  { importId, by, at }: { importId: string; by: string; at: Date },
): Promise<Applied | { readonly refusal: ImportRefusal }> {
  return together(db, async (db) => {
    await holdRegister(db);
    // Taken hold of, so that nobody drops it meanwhile.
    const staged = await db
      .updateTable("register_import")
      .set((row) => ({ ready_to: row.ref("ready_to") }))
      .where("id", "=", importId)
      .where("state", "=", "ready")
      .returningAll()
      .executeTakeFirst();
    // What a job was asked for is the job's.
    if (!staged || (staged.asked_at !== null && staged.is_all_ready === 0)) return { refusal: "not-ready" };
    const isByHand = staged.format === BY_HAND;
    const hasMoved = isByHand ? await haveMoved(db, importId) : staged.register_digest !== (await registerDigest(db));
    if (hasMoved) return { refusal: "register-moved" };
    const counts: Counts = JSON.parse(staged.counts);
    await putChanged(db, importId, { by, at }, staged.is_all_ready === 1 ? { readyBy: importId } : {});
    await markVanished(db, importId, staged.list, { by, at });
    if (counts.added + counts.changed + counts.vanished > 0) await registerMoved(db, at);
    const ended_at = at.toISOString();
    await db.updateTable("register_import").set({ state: "applied", ended_at }).where("id", "=", importId).execute();
    if (isByHand) await noteEdits(db, importId, { by, at });
    else
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

/** Whether somebody changed what a change by hand is about, after it was made ready. */
async function haveMoved(db: Db, importId: string): Promise<boolean> {
  const rows = await rowsByHand(db, importId);
  const ids = rows.map(({ after }) => after.id);
  const now = new Map((await organisationsAmong(db, ids, { withOff: true })).map((one) => [one.id, one]));
  return rows.some(({ before, after }) => JSON.stringify(before) !== JSON.stringify(now.get(after.id)));
}

async function rowsByHand(db: Db, importId: string): Promise<readonly Edit[]> {
  const rows = await db
    .selectFrom("register_import_row")
    .select(["organisation", "was"])
    .where("import_id", "=", importId)
    .orderBy("place")
    .execute();
  return rows.flatMap(({ organisation, was }) =>
    organisation === null
      ? []
      : [{ before: was === null ? undefined : JSON.parse(was), after: JSON.parse(organisation) }],
  );
}

async function noteEdits(db: Db, importId: string, hand: Hand): Promise<void> {
  for (const { before, after } of await rowsByHand(db, importId))
    await note(db, {
      ...hand,
      act: before ? "register.change" : "register.add",
      subject: `organisation:${after.id}`,
      detail: { name: bestName(after.names, "en")?.text ?? after.id, importId, changes: changesOf(before, after) },
    });
}

async function putChanged(db: Db, importId: string, hand: Hand, names: { readonly readyBy?: string }): Promise<void> {
  for (let after = 0; ; ) {
    const { organisations, last } = await changedRows(db, { importId, after });
    await putOrganisations(db, organisations, hand, names);
    if (last === undefined) return;
    after = last;
  }
}

type ChangedRows = {
  readonly organisations: readonly KeptOrganisation[];
  /** The place to go on after; nothing when these were the last. */
  readonly last: number | undefined;
};

/** What a list adds or changes, as it will be, some at a time. */
export async function changedRows(
  db: Db,
  { importId, after }: { importId: string; after: number },
): Promise<ChangedRows> {
  const rows = await db
    .selectFrom("register_import_row")
    .select(["place", "organisation"])
    .where("import_id", "=", importId)
    .where("fate", "in", ["added", "changed"])
    .where("place", ">", after)
    .orderBy("place")
    .limit(ROWS_AT_ONCE)
    .execute();
  return {
    organisations: rows.flatMap(({ organisation }): KeptOrganisation[] =>
      organisation === null ? [] : [JSON.parse(organisation)],
    ),
    last: rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.place,
  };
}

async function markVanished(db: Db, importId: string, list: string | null, hand: Hand): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await importRows(db, { importId, fates: ["vanished"], after, limit: ROWS_AT_ONCE });
    const ids = rows.flatMap(({ organisationId }) => organisationId ?? []);
    if (ids.length > 0) await markVanishedAmong(db, ids, list, hand);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    after = last.row;
  }
}

async function markVanishedAmong(db: Db, ids: readonly string[], list: string | null, hand: Hand): Promise<void> {
  const before = new Map((await organisationsAmong(db, ids)).map((one) => [one.id, one]));
  await db
    .updateTable("designation")
    .set({ vanished_on: hand.at.toISOString().slice(0, 10) })
    .where("list", "=", list)
    .where("vanished_on", "is", null)
    .where("ends_on", "is", null)
    .where("held_by", "is", null)
    .where("organisation_id", "in", ids)
    .execute();
  const after = await organisationsAmong(db, ids);
  const written = after.map((one) => ({ organisationId: one.id, changes: changesOf(before.get(one.id), one) }));
  await writeHistory(db, written, hand);
}

/** Leaves a list that was read as it is, and forgets what it said; one that was applied stays on the record. */
export async function dropImport(db: Db, { importId, at }: { importId: string; at: Date }): Promise<void> {
  await db
    .updateTable("register_import")
    .set({ state: "dropped", ended_at: at.toISOString() })
    .where("id", "=", importId)
    .where("state", "in", ["reading", "ready"])
    .execute();
  await forgetDropped(db);
}

/**
 * The rows of lists nobody wants any more, some at a time: all rows of a large one in one statement would keep everybody
 * who writes waiting for seconds.
 */
async function forgetDropped(db: Db): Promise<void> {
  await forgetReadyNames(db);
  for (;;) {
    const rows = await db
      .selectFrom("register_import_row")
      .innerJoin("register_import", "register_import.id", "register_import_row.import_id")
      .select(["register_import_row.import_id", "register_import_row.place"])
      .where("register_import.state", "=", "dropped")
      .orderBy("register_import_row.import_id")
      .orderBy("register_import_row.place")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const [importId, its] of Map.groupBy(rows, ({ import_id }) => import_id)) {
      const places = its.map(({ place }) => place);
      await db
        .deleteFrom("register_import_row")
        .where("import_id", "=", importId)
        .where("place", "in", places)
        .execute();
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** Names made ready for what has been applied, refused or dropped since. */
export async function forgetReadyNames(db: Db): Promise<void> {
  for (;;) {
    const names = await db
      .selectFrom("register_import")
      .innerJoin("register_import_name", "register_import_name.import_id", "register_import.id")
      .select("register_import_name.id")
      .where((row) =>
        row.or([row("register_import.state", "<>", "ready"), row("register_import.asked_at", "is", null)]),
      )
      .limit(ROWS_AT_ONCE)
      .execute();
    if (names.length === 0) return;
    await db
      .deleteFrom("register_import_name")
      .where(
        "id",
        "in",
        names.map(({ id }) => id),
      )
      .execute();
  }
}

export type ImportRow = {
  readonly row: number;
  readonly entry: string | null;
  readonly fate: Fate;
  readonly reason: string | null;
  readonly organisationId: string | null;
  readonly organisation: KeptOrganisation | null;
  /** As it was when the list was read; `null` for one that is new or stays as it is. */
  readonly was: KeptOrganisation | null;
};

type RowsAsked = {
  readonly importId: string;
  readonly fates?: readonly Fate[];
  /** Only those with names that are to be asked about. */
  readonly inDoubt?: boolean;
  readonly after?: number;
  readonly limit: number;
};

/** The rows of an import in order of the file, those of some fates only; `after` a row, `limit` at most. */
export async function importRows(
  db: Db,
  { importId, fates, inDoubt = false, after = 0, limit }: RowsAsked,
): Promise<readonly ImportRow[]> {
  const rows = await db
    .selectFrom("register_import_row")
    .select(["place", "entry", "fate", "reason", "organisation_id", "organisation", "was"])
    .where("import_id", "=", importId)
    .where("place", ">", after)
    .$if(fates !== undefined, (query) => query.where("fate", "in", fates ?? []))
    .$if(inDoubt, (query) => query.where("is_in_doubt", "=", 1))
    .orderBy("place")
    .limit(limit)
    .execute();
  return rows.map(({ place, entry, fate, reason, organisation_id, organisation, was }) => ({
    row: place,
    entry,
    // The column holds nothing else.
    fate: fate as Fate,
    reason,
    organisationId: organisation_id,
    organisation: organisation === null ? null : JSON.parse(organisation),
    was: was === null ? null : JSON.parse(was),
  }));
}

/** What organisations of an import will be called on pages of a language. */
export async function namesInImport(
  db: Db,
  { importId, ids, language }: { importId: string; ids: readonly string[]; language: string },
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("register_import_row")
    .select(["organisation_id", "organisation"])
    .where("import_id", "=", importId)
    .where("organisation_id", "in", ids)
    .execute();
  const names = rows.flatMap(({ organisation_id, organisation }) => {
    const after: KeptOrganisation | null = organisation && JSON.parse(organisation);
    const name = after && bestName(after.names, language);
    return organisation_id !== null && name ? [[organisation_id, name.text] as const] : [];
  });
  return new Map(names);
}

export type RegisterImport = {
  readonly id: string;
  /** `null` for Dateline's own file and for what was changed by hand. */
  readonly list: string | null;
  readonly file: string;
  readonly format: string;
  readonly state: "reading" | "ready" | "applied" | "dropped";
  readonly counts: Counts;
  /** Rows with names that are to be asked about. */
  readonly inDoubt: number;
  readonly by: string;
  readonly at: Date;
  readonly endedAt: Date | null;
  /** It is being applied by a job. */
  readonly applying: {
    readonly by: string;
    readonly since: Date;
    /** Organisations made ready, of all the counts say. */
    readonly ready: number;
    readonly isAllReady: boolean;
  } | null;
  /** What came of the job last time. */
  readonly problem: ApplyProblem | null;
};

export const APPLY_PROBLEMS = ["register-moved", "failed"] as const;
export type ApplyProblem = (typeof APPLY_PROBLEMS)[number];

export async function importById(db: Db, importId: string): Promise<RegisterImport | undefined> {
  const row = await db.selectFrom("register_import").selectAll().where("id", "=", importId).executeTakeFirst();
  if (!row) return undefined;
  const { inDoubt } = await db
    .selectFrom("register_import_row")
    .select((rows) => rows.fn.countAll<number>().as("inDoubt"))
    .where("import_id", "=", importId)
    .where("is_in_doubt", "=", 1)
    .executeTakeFirstOrThrow();
  return importFrom(row, Number(inDoubt));
}

/** What was read or changed, the newest first: what waits for a decision, or lists that were taken in. */
export async function importsBy(
  db: Db,
  state: "ready" | "applied",
  { limit }: { limit: number },
): Promise<readonly RegisterImport[]> {
  const rows = await db
    .selectFrom("register_import")
    .selectAll()
    .where("state", "=", state)
    .$if(state === "applied", (query) => query.where("format", "<>", BY_HAND))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => importFrom(row, 0));
}

function importFrom(row: Selectable<RegisterImportRow>, inDoubt: number): RegisterImport {
  return {
    id: row.id,
    list: row.list,
    file: row.file,
    format: row.format,
    // The column holds nothing else.
    state: row.state as RegisterImport["state"],
    counts: JSON.parse(row.counts),
    inDoubt,
    by: row.made_by,
    at: new Date(row.made_at),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
    applying:
      row.state !== "ready" || row.asked_at === null
        ? null
        : {
            by: row.asked_by ?? row.made_by,
            since: new Date(row.asked_at),
            ready: row.ready_count,
            isAllReady: row.is_all_ready === 1,
          },
    problem: APPLY_PROBLEMS.find((one) => one === row.problem) ?? null,
  };
}
