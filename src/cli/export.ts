import { programIdentity } from "#lib/build.ts";
import type { Files } from "#lib/files.ts";
import type { Db } from "#store/db.ts";
import { SEALED, type Sealed } from "#store/leaving.ts";
import { openStore } from "#store/open.ts";
import type { Config } from "../config.ts";
import { type Command, type Given, isOn, textOption, textOptions, WrongUsage } from "./command.ts";
import { type Exported, exportTo } from "./export/export.ts";
import type { Site } from "./export/walk.ts";
import { onlyArgument } from "./input.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

/** What `program.ts` hands over: the site printed from one state of the store, and the place its files are in. */
export type Exporting = {
  readonly siteOn: (db: Db, config: Config, at: Date) => Promise<Site>;
  readonly files: (config: Config) => Promise<Files>;
};

export const exportCommand = ({ siteOn, files }: Exporting): Command => ({
  name: "export",
  synopsis: "export DIR [--with NAME]",
  summary: "everything in a folder: the public site as files, and JSON that can be read back",
  help: `Writes DIR while the site runs, in place of an older export once all of it is there; until then it is DIR.part. A run that
was stopped is gone on with by the next one within a day, where nothing has changed meanwhile.
DIR/site is the whole public site for any file server; DIR/data is everything it is made of, drafts included, as JSON
lines, and what "import dateline DIR" reads back into an empty store. Check it with "verify DIR".

Never in it: keys, passwords and ways to sign in, what was withheld. Readers' addresses and who confidential sources are
stay out too, unless they are asked for by name; they are sealed, and open with your keys alone.

Options:
  --with NAME       ${SEALED.join(" or ")}, sealed as they are kept; may be repeated${STORE_HELP}
  --json            what was written, for machines

  dateline export ./strait-news-2026-11`,
  options: { ...STORE_OPTIONS, with: { type: "string", multiple: true } },
  async run(given, world) {
    const path = onlyArgument(given.positionals, "DIR");
    const sealed = sealedAsked(given);
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const at = world.now();
    await using store = await openStore({ data: config.data, database: config.database, readonly: true });
    const progress = progressOn(world);
    const exported = await exportTo(store.db, {
      path,
      siteOn: (db, at) => siteOn(db, config, at),
      files: await files(config),
      url: config.url,
      sealed,
      madeBy: JSON.stringify([programIdentity(), config.url, config.keys, sealed]),
      at,
      progress: progress.step,
    }).finally(progress.end);
    if (isOn(given, "json")) world.out(`${JSON.stringify(exported)}\n`);
    else world.out(said(exported));
    if (exported.kept > 0) world.err(`Note: ${exported.kept} files were there from a run that was stopped.\n`);
    for (const { address, from } of exported.site.broken)
      world.err(`Note: ${from} leads to ${address}, where nothing is.\n`);
    for (const name of exported.missing) world.err(`Note: the file ${name} is named in the store and is not kept.\n`);
    return 0;
  },
});

function sealedAsked(given: Given): readonly Sealed[] {
  return textOptions(given, "with").map((name) => {
    const known = SEALED.find((one) => one === name);
    if (!known) throw new WrongUsage(`"${name}" cannot be asked for; use ${SEALED.join(" or ")}.`);
    return known;
  });
}

function said({ path, files, bytes, tables, site }: Exported): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `${path}: ${site.pages} pages, ${site.redirects} redirects and ${rows} rows in ${files} files, ${bytes} bytes.\n`;
}
