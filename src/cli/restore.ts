import { join } from "node:path";
import { openStore } from "#store/open.ts";
import { checkedManifest, putBack } from "#store/restore.ts";
import { type Command, isOn, textOption, WrongUsage } from "./command.ts";
import { onlyArgument } from "./input.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

export const restore: Command = {
  name: "restore",
  synopsis: "restore FILE",
  summary: "a backup, into an empty store of either engine",
  help: `Checks all of FILE, then puts it into a store that is empty or not there yet: all of it or nothing.
Keys are not in a backup; put yours into DATA/keys.

Options:${STORE_HELP}
  --json            what was restored, for machines

  dateline restore strait-news.tar.gz --data ./restored`,
  options: STORE_OPTIONS,
  async run(given, world) {
    const file = onlyArgument(given.positionals, "FILE");
    if (file === "-")
      throw new WrongUsage("Give the name of a FILE; a backup is read twice, so not from standard input.");
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const media = join(config.data, "media");
    const progress = progressOn(world);
    const manifest = await checkedManifest(file);
    await using store = await openStore({ data: config.data, database: config.database });
    await putBack(store.db, { file, media, manifest, progress: progress.step }).finally(progress.end);

    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    if (isOn(given, "json")) {
      const { madeAt, tables } = manifest;
      world.out(
        `${JSON.stringify({ file, madeAt, from: manifest.engine, engine: store.engine, rows, tables, media: manifest.media, leftOut: ["keys"] })}\n`,
      );
    } else {
      world.out(
        `${rows} rows and ${manifest.media.files} media files, as they were on ${manifest.madeAt}.\nKeys are not in a backup; put yours into ${join(config.data, "keys")}.\n`,
      );
    }
    return 0;
  },
};
