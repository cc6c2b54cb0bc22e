import { join } from "node:path";
import type { Finding } from "#agency/log/findings.ts";
import { verifyStore } from "#agency/log/verify.ts";
import { readVkey } from "#lib/merkle/note.ts";
import { filesIn } from "#outside/files.ts";
import { logSignerThere } from "#outside/log-key.ts";
import type { Manifest } from "#store/backup.ts";
import { type Db, reading } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import { checkedManifest, putBack } from "#store/restore.ts";
import { rowsOf } from "#store/tables.ts";
import { type Command, isOn, Refused, textOption, WrongUsage } from "./command.ts";
import { onlyArgument } from "./input.ts";
import { bringKeysBack, KEYS_HELP } from "./keys-apart.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

export const restore: Command = {
  name: "restore",
  synopsis: "restore FILE [--keys FILE]",
  summary: "a backup, into an empty store of either engine",
  help: `Checks all of FILE, then puts it into a store that is empty or not there yet: all of it or nothing. Then what is there
is counted and checked against its publication log, as "verify" does. Keys are not in a backup: --keys puts those back
that "backup --keys" wrote apart, or put yours into DATA/keys by hand.

Options:${STORE_HELP}${KEYS_HELP}
  --json            what was restored, for machines

  dateline restore strait-news.tar.gz --data ./restored`,
  options: { ...STORE_OPTIONS, keys: { type: "string" } },
  async run(given, world) {
    const file = onlyArgument(given.positionals, "FILE");
    if (file === "-")
      throw new WrongUsage("Give the name of a FILE; a backup is read twice, so not from standard input.");
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const media = join(config.data, "media");
    const progress = progressOn(world);
    const manifest = await checkedManifest(file);
    const keys = textOption(given, "keys");
    if (keys !== undefined) await bringKeysBack(config.keys, keys, world);
    await using store = await openStore({ data: config.data, database: config.database });
    await putBack(store.db, { file, media, manifest, progress: progress.step }).finally(progress.end);

    await checkCounts(store.db, manifest);
    const signer = await logSignerThere(config.keys, config.url);
    const verifier = signer && readVkey(signer.vkey);
    const { findings, size } = await reading(store.db, (db) =>
      verifyStore(db, { verifier, earlier: [], files: filesIn(media) }),
    );
    const faults = findings.filter(({ severity }) => severity === "fault");
    const leftOut = keys === undefined ? ["keys"] : [];

    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    if (isOn(given, "json")) {
      const { madeAt, tables } = manifest;
      world.out(
        `${JSON.stringify({ file, madeAt, from: manifest.engine, engine: store.engine, rows, tables, media: manifest.media, leftOut, log: { entries: size, findings } })}\n`,
      );
    } else {
      world.out(
        `${rows} rows and ${manifest.media.files} media files, as they were on ${manifest.madeAt}.\n${keys === undefined ? `Keys are not in a backup; put yours into ${config.keys}.` : `The keys of ${keys} are in ${config.keys}.`}\n${logSaid(size, faults)}`,
      );
    }
    return faults.length > 0 ? 1 : 0;
  },
};

/** What was put back is what the manifest counted. */
async function checkCounts(db: Db, { tables }: Manifest): Promise<void> {
  for (const [table, counted] of Object.entries(tables)) {
    const rows = await rowsOf(db, table);
    if (rows !== undefined && rows !== counted)
      throw new Refused(`The table "${table}" has ${rows} rows and the backup had ${counted}. Do not use this store.`);
  }
}

function logSaid(size: number, faults: readonly Finding[]): string {
  if (faults.length === 0)
    return `The publication log was checked: its ${size} entries and what they logged are right.\n`;
  const sentences = faults.map(({ sentence }) => `WRONG: ${sentence}\n`).join("");
  return `All of it was put back as it was, and its publication log says that something had been changed before:\n${sentences}`;
}
