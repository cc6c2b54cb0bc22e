import { join } from "node:path";
import { backUp } from "#store/backup.ts";
import { openStore } from "#store/open.ts";
import { type Command, isOn, textOption, WrongUsage } from "./command.ts";
import { onlyArgument } from "./input.ts";
import { KEYS_HELP, keepKeysApart } from "./keys-apart.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

export const backup: Command = {
  name: "backup",
  synopsis: "backup [FILE] [--keys FILE]",
  summary: "everything in the store and its pictures, in one file, while the site runs",
  help: `Writes FILE, in place of an older one once all of it is on the disk. Keys (DATA/keys) are not in it: --keys writes
them apart, into a file that is worth nothing without its passphrase. Keep the two in different places.

Options:${STORE_HELP}${KEYS_HELP}
  --json            what was written, for machines

  dateline backup strait-news.tar.gz
  dateline backup --keys strait-news.keys < passphrase`,
  options: { ...STORE_OPTIONS, keys: { type: "string" } },
  async run(given, world) {
    const keys = textOption(given, "keys");
    if (keys !== undefined) {
      const { keys: directory } = world.config({
        data: textOption(given, "data"),
        database: textOption(given, "database"),
      });
      const count = await keepKeysApart(directory, keys, world);
      const only = given.positionals.length === 0;
      if (only && isOn(given, "json")) world.out(`${JSON.stringify({ keys: { file: keys, count } })}\n`);
      else world.err(`${keys}: ${count} keys, which open with the passphrase alone.\n`);
      if (only) return 0;
    }
    const file = onlyArgument(given.positionals, "FILE");
    if (file === "-") throw new WrongUsage("Give the name of a FILE; a backup is not written to standard output.");
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const progress = progressOn(world);
    await using store = await openStore({ data: config.data, database: config.database, readonly: true });
    const { bytes, engine, madeAt, tables, media } = await backUp(store.db, {
      media: join(config.data, "media"),
      file,
      now: world.now(),
      progress: progress.step,
    }).finally(progress.end);

    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
    const leftOut = [...(keys === undefined ? ["keys"] : []), ...(config.media ? ["media"] : [])];
    if (isOn(given, "json")) {
      world.out(`${JSON.stringify({ file, bytes, engine, madeAt, rows, tables, media, leftOut })}\n`);
    } else {
      const elsewhere = config.media
        ? `Pictures are in the bucket ${config.media.bucket}, which keeps its own copies.\n`
        : "";
      world.out(
        `${file}: ${rows} rows and ${media.files} media files, ${bytes} bytes.\nKeys (${config.keys}) are not in it; ${keys === undefined ? "keep them apart, with: backup --keys FILE" : `they are in ${keys}`}.\n${elsewhere}`,
      );
    }
    return 0;
  },
};
