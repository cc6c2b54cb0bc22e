/** The whole agency in a folder: the public site as files, and everything it is made of as JSON that can be read back. */
import { fileName } from "#agency/media/media.ts";
import { fileOfSnapshot } from "#agency/sources/sources.ts";
import type { Files } from "#lib/files.ts";
import { type Db, reading } from "#store/db.ts";
import { rowsLeaving, type Sealed, tablesLeaving } from "#store/leaving.ts";
import { migrationsOf } from "#store/migrate.ts";
import type { TableName, TableRow } from "#store/tables.ts";
import { Folder } from "./folder.ts";
import { type Site, type Walked, walkSite } from "./walk.ts";

export const FORMAT = "dateline-export-1";

export type Export = {
  readonly path: string;
  /** The public site over one state of the store, at one moment. */
  readonly siteOn: (db: Db, at: Date) => Promise<Site>;
  readonly files: Files;
  readonly url: string;
  readonly sealed: readonly Sealed[];
  readonly at: Date;
  /** What else than the rows the bytes hang on: a run that was stopped is gone on with where it is the same. */
  readonly madeBy: string;
  readonly progress: (what: string, count: number) => void;
};

export type Exported = {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** Files a run that was stopped had written. */
  readonly kept: number;
  readonly tables: Readonly<Partial<Record<TableName, number>>>;
  readonly site: Walked;
  /** Files that rows name and the place of files has not. */
  readonly missing: readonly string[];
};

/**
 * Everything from one state of the store, beside whoever goes on writing. The rows come first: while they are what a run that was
 * stopped had written, the pages it had printed of them are right, at the moment it was begun.
 */
export async function exportTo(db: Db, what: Export): Promise<Exported> {
  return reading(db, async (db) => {
    let folder = await Folder.begin(what);
    let tables = await writeRows(db, folder, what);
    if (folder.isOtherwise) {
      folder = await Folder.anew(what);
      tables = await writeRows(db, folder, what);
    }
    const site = await walkSite({
      db,
      folder,
      url: what.url,
      site: await what.siteOn(db, folder.at),
      progress: (pages) => what.progress("pages", pages),
    });
    const missing = await writeFiles(db, folder, what);
    await folder.write("README.txt", readme(what.url, folder.at));
    await folder.finish({
      format: FORMAT,
      madeAt: folder.at.toISOString(),
      url: what.url,
      migration: (await migrationsOf(db)).at(-1) ?? "",
      tables,
      sealed: what.sealed,
      site: { pages: site.pages, files: site.files, redirects: site.redirects },
    });
    const { files, bytes, kept } = folder;
    return { path: what.path, files, bytes, kept, tables, site, missing };
  });
}

async function writeRows(db: Db, folder: Folder, { sealed, progress }: Export) {
  const tables: Partial<Record<TableName, number>> = {};
  for (const table of tablesLeaving(sealed)) {
    let rows = 0;
    const lines = async function* () {
      for await (const page of rowsLeaving(db, table)) {
        rows += page.length;
        yield page.map((row) => `${JSON.stringify(row)}\n`).join("");
        progress(table, rows);
      }
    };
    await folder.write(`data/${table}.ndjson`, lines());
    tables[table] = rows;
  }
  return tables;
}

/** What rows name and no page has shown. */
async function writeFiles(db: Db, folder: Folder, { files }: Export): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const table of ["media", "rendition", "snapshot"] as const)
    for await (const page of rowsLeaving(db, table))
      for (const row of page) {
        const name = nameOfFile(table, row);
        if (name === undefined || (await folder.has(`site/media/${name}`))) continue;
        const isThere = await folder.step(`data/files/${name}`, async () => {
          const file = await files.open(name);
          return { file: file && { name: `data/files/${name}`, content: file.stream }, told: file !== undefined };
        });
        if (!isThere) missing.push(name);
      }
  return missing;
}

function nameOfFile(table: "media" | "rendition" | "snapshot", row: TableRow): string | undefined {
  if (table === "snapshot") return fileOfSnapshot(String(row["id"]));
  const type = String(row["type"]);
  return table === "media"
    ? fileName(String(row["id"]), type)
    : fileName(String(row["media_id"]), type, Number(row["width"]));
}

function readme(url: string, at: Date): string {
  return `This is all of ${url} as it was on ${at.toISOString()}, written by Dateline.

site/    The public site as files. Any file server can serve this folder; nothing else in here is for readers.
         site/_redirects lists old addresses with the ones they lead to, site/404.html is for addresses nobody has.
data/    What the site is made of, drafts and the newsroom's own notes included: a table a file, a row a line, JSON.
         data/files/ has pictures no public page shows, and what was kept of sources.
files.ndjson   Every file with its size and SHA-256.
export.json    What this is; written last, so a folder without it is not whole.

Read it back:  dateline import dateline DIR --data NEW
Check it:      dateline verify DIR
`;
}
