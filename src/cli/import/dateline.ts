import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { isSigned, verifyStore } from "#agency/log/verify.ts";
import type { Files } from "#lib/files.ts";
import { linesOf } from "#lib/lines.ts";
import { readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { readVkey, type Verifier } from "#lib/merkle/note.ts";
import { logSignerThere } from "#outside/log-key.ts";
import { migrationProblem, putArriving, refuseUnlessEmpty } from "#store/arriving.ts";
import { reading } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import type { TableName, TableRow } from "#store/tables.ts";
import type { Config } from "../../config.ts";
import { type Command, isOn, Refused, textOption } from "../command.ts";
import { faultOf, filesOf, type ListedFile, type Manifest, manifestOf } from "../export/read.ts";
import { onlyArgument } from "../input.ts";
import { type Progress, progressOn } from "../progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "../store.ts";

// What another key has signed cannot be gone on with, and contradicts what this one will sign.
const SIGNED: readonly TableName[] = ["log_checkpoint", "log_cosignature", "log_timestamp"];

export const importDateline = (files: (config: Config) => Promise<Files>): Command => ({
  name: "import dateline",
  synopsis: "import dateline DIR",
  summary: "an export, back to the same site in an empty store",
  help: `Checks all of DIR that is read, then puts it into a store that is empty or not there yet: all of it or nothing. Then what
is there is checked against its publication log, as "verify" does.

Keys are not in an export. Put yours into DATA/keys before ("restore --keys"): with another key the log goes on, and what
the old one signed is left in DIR. Nobody can sign in at first; let people in with "staff invite EMAIL".

Options:${STORE_HELP}
  --json            what was read, for machines

  dateline import dateline ./strait-news-2026-11 --data ./moved`,
  options: STORE_OPTIONS,
  async run(given, world) {
    const path = onlyArgument(given.positionals, "DIR");
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const progress = progressOn(world);
    const manifest = await manifestOf(path);
    const problem = migrationProblem(manifest.migration);
    if (problem !== undefined) throw new Refused(`${path} ${problem}.`);
    const listed = await checkedFiles(path, manifest, progress).finally(progress.end);
    const signer = await logSignerThere(config.keys, config.url);
    const verifier = signer && readVkey(signer.vkey);
    const isOurs = await isSignedByUs(path, verifier);

    await using store = await openStore({ data: config.data, database: config.database });
    await refuseUnlessEmpty(store.db);
    const mediaFiles = await files(config);
    const kept = await keepFiles(path, listed, mediaFiles, progress).finally(progress.end);
    await putArriving(store.db, {
      rows: (table) => (Object.hasOwn(manifest.tables, table) ? rowsIn(path, table) : nothing()),
      without: isOurs ? [] : SIGNED,
      at: world.now(),
      progress: progress.step,
    }).finally(progress.end);
    const { findings, size } = await reading(store.db, (db) =>
      verifyStore(db, { verifier: isOurs ? verifier : undefined, earlier: [], files: mediaFiles }),
    );
    const faults = findings.filter(({ severity }) => severity === "fault");
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    const log = { entries: size, findings, goesOnUnderItsKey: isOurs };
    if (isOn(given, "json"))
      world.out(
        `${JSON.stringify({ path, madeAt: manifest.madeAt, url: manifest.url, engine: store.engine, rows, files: kept, tables: manifest.tables, log })}\n`,
      );
    else {
      world.out(`${rows} rows and ${kept} files, as they were at ${manifest.url} on ${manifest.madeAt}.\n`);
      if (faults.length === 0)
        world.out(`The publication log was checked: its ${size} entries and what they logged are right.\n`);
      for (const { sentence } of faults) world.out(`WRONG: ${sentence}\n`);
    }
    if (!isOurs)
      world.err(
        `Note: the key that signed the log is not in ${config.keys}. The log goes on under another one; keep ${join(path, "site/log/checkpoint")}, and show it with: verify --checkpoint\n`,
      );
    if ((manifest.tables["staff"] ?? 0) > 0)
      world.err("Note: nobody can sign in yet. Let people in with: staff invite EMAIL\n");
    return faults.length > 0 ? 1 : 0;
  },
});

/** Every file that is read, each looked through once before anything is touched. */
async function checkedFiles(path: string, manifest: Manifest, progress: Progress): Promise<readonly ListedFile[]> {
  const needed: ListedFile[] = [];
  let checked = 0;
  for await (const file of filesOf(path, manifest)) {
    if (!isRead(file)) continue;
    const fault = await faultOf(path, file);
    if (fault)
      throw new Refused(
        `${join(path, fault.path)} is ${fault.how === "changed" ? "not what was written" : fault.how}. Nothing was changed.`,
      );
    needed.push(file);
    progress.step("files checked", ++checked);
  }
  for (const table of Object.keys(manifest.tables))
    if (!needed.some((file) => file.path === `data/${table}.ndjson`))
      throw new Refused(`${path} is not whole: data/${table}.ndjson is not among its files. Nothing was changed.`);
  return needed;
}

function isRead({ path }: ListedFile): boolean {
  return path.startsWith("data/") || isFileKept(path) || path === "site/log/checkpoint";
}

function isFileKept(path: string): boolean {
  return path.startsWith("data/files/") || path.startsWith("site/media/");
}

async function isSignedByUs(path: string, verifier: Verifier | undefined): Promise<boolean> {
  const written = await readFile(join(path, "site/log/checkpoint"), "utf8").catch(() => ""); // an export without a log has none
  const checkpoint = readCheckpoint(written);
  return verifier !== undefined && checkpoint !== undefined && isSigned(checkpoint, verifier);
}

/** Before the rows that name them. What stays behind of an import that fails is a file no row names. */
async function keepFiles(
  path: string,
  listed: readonly ListedFile[],
  files: Files,
  progress: Progress,
): Promise<number> {
  let kept = 0;
  for (const file of listed.filter((one) => isFileKept(one.path))) {
    await files.keep(basename(file.path), await readFile(join(path, file.path)));
    progress.step("files", ++kept);
  }
  return kept;
}

const rowSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.array(z.unknown()), z.record(z.string(), z.unknown())]),
);

async function* rowsIn(path: string, table: TableName): AsyncGenerator<TableRow> {
  const file = join(path, "data", `${table}.ndjson`);
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    const { data } = rowSchema.safeParse(jsonOf(text));
    if (!data) throw new Refused(`Line ${line} of ${file} is no row. Nothing was changed.`);
    yield data;
  }
}

async function* nothing(): AsyncGenerator<TableRow> {}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as what it is
  }
}
