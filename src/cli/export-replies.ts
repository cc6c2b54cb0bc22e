/** Replies for another program: `export disqus|remark42|isso|wxr FILE`, what `import` of the same name reads. */
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { editionByCode, editions } from "#agency/editions/queries.ts";
import { type LeftCounts, leavingTo } from "#agency/replies/leaving.ts";
import type { MovedSource } from "#agency/replies/moving.ts";
import { newSqliteFile } from "#lib/runtime/sqlite-file.ts";
import { type Db, reading } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import {
  disqusFile,
  ISSO_COMMENT,
  ISSO_SCHEMA,
  ISSO_THREAD,
  issoComment,
  issoThread,
  type Leaving,
  remark42File,
  wxrFile,
} from "#text/moving/leaving.ts";
import { type Command, type Given, isOn, Refused, textOption } from "./command.ts";
import { onlyArgument } from "./input.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

/** What a file says of the whole site. */
type Site = {
  readonly url: string;
  readonly host: string;
  readonly named: string | undefined;
  readonly title: string;
  readonly language: string;
};

type Format = {
  readonly to: MovedSource;
  readonly summary: string;
  readonly help: string;
  readonly write: (path: string, leaving: Leaving, site: Site) => Promise<void>;
};

export const exportDisqus = exportOf({
  to: "disqus",
  summary: "replies as an export of Disqus, which most programs for comments read",
  help: `Writes the XML that Disqus itself exports. Those who read it show whatever stands in it, so held and refused replies stay out.
Disqus itself takes no such file, but that of "export wxr".`,
  write: (path, leaving, { named, host }) => textFile(path, disqusFile(leaving, { site: named ?? host })),
});

export const exportRemark42 = exportOf({
  to: "remark42",
  summary: "replies as a backup of Remark42",
  help: `Writes what "remark42 restore" reads; it knows no held and no refused replies, so they stay out. --site is Remark42's own
SITE. Restoring deletes what that site of Remark42 holds: say so to whoever does it.`,
  write: (path, leaving, { named }) => textFile(path, remark42File(leaving, { site: named ?? "remark" })),
});

export const exportIsso = exportOf({
  to: "isso",
  summary: "replies as Isso's database",
  help: `Writes a SQLite file Isso can be started on ("dbpath"). Held replies wait there, too; refused ones stay out. Isso shows two
levels: what answers an answer stands below the first reply of its thread.`,
  write: issoFile,
});

export const exportWxr = exportOf({
  to: "wxr",
  summary: "replies as comments of WordPress",
  help: `Writes WordPress eXtended RSS: for each story a post with its headline and no text, and its comments as they stand here: shown,
waiting, spam, in the bin. Move the stories first: WordPress puts comments under a post of the same title and date.`,
  write: (path, leaving, { title, url, language }) =>
    textFile(path, wxrFile(leaving, { title, address: url, language })),
});

async function textFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const packing = path.endsWith(".gz.part") ? [createGzip()] : [];
  await pipeline([Readable.from(pieces), ...packing, createWriteStream(path)]);
}

async function issoFile(path: string, leaving: Leaving): Promise<void> {
  await newSqliteFile(path, ISSO_SCHEMA, async (put) => {
    for await (const { thread, replies } of leaving()) {
      put(ISSO_THREAD, issoThread(thread));
      for await (const some of replies()) for (const reply of some) put(ISSO_COMMENT, issoComment(thread, reply));
    }
  });
}

function exportOf({ to, summary, help, write }: Format): Command {
  const site = to === "disqus" || to === "remark42" ? " [--site NAME]" : "";
  return {
    name: `export ${to}`,
    synopsis: `export ${to} FILE [--edition CODE]${site}`,
    summary,
    help: `${help}

Addresses of readers and of their machines are in no such file, and nothing made from them; nor are corrections suggested to
the desk, and replies under stories that readers do not see. What was taken back or erased leaves its empty place where it has
answers. A sentence of the story that a reply speaks of stands before its words as a quotation. FILE must not be there yet${
      to === "isso" ? "" : `;\nnamed .gz it is packed`
    }. Read it back with "import ${to} FILE".

Options:
  --edition CODE    replies of one edition (default: all)${
    site === "" ? "" : "\n  --site NAME       what the site is called there"
  }${STORE_HELP}
  --json            { "path", "threads", "replies", "places", "left" }, for machines

  dateline export ${to} ./replies${{ disqus: ".xml.gz", remark42: ".gz", isso: ".db", wxr: ".xml" }[to]}`,
    options: { ...STORE_OPTIONS, edition: { type: "string" }, ...(site !== "" && { site: { type: "string" } }) },
    async run(given, world) {
      const path = onlyArgument(given.positionals, "FILE");
      if (existsSync(path)) throw new Refused(`${path} is there already. Give another name, or take it away first.`);
      const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
      await using store = await openStore({ data: config.data, database: config.database, readonly: true });
      const progress = progressOn(world);
      const counts = await reading(store.db, async (db) => {
        const edition = await editionAsked(db, given);
        const url = config.url.replace(/\/+$/, "");
        const { leaving, counts } = await leavingTo(db, { to, url, editionId: edition.asked });
        const said = {
          url,
          host: new URL(url).hostname,
          named: textOption(given, "site"),
          title: edition.name,
          language: edition.language,
        };
        await wholeOrNot(path, (part) => write(part, counting(leaving, progress.step), said));
        return counts;
      }).finally(progress.end);
      if (isOn(given, "json")) world.out(`${JSON.stringify({ path, ...counts })}\n`);
      else world.out(toldOf(path, counts));
      return 0;
    },
  };
}

async function editionAsked(db: Db, given: Given) {
  const code = textOption(given, "edition");
  const all = await editions(db);
  const edition = code === undefined ? all[0] : await editionByCode(db, code);
  if (!edition)
    throw new Refused(`There is no edition "${code ?? ""}". Known: ${all.map((one) => one.code).join(", ")}.`);
  return { name: edition.name, language: edition.language, asked: code === undefined ? undefined : edition.id };
}

/** What was cut short leaves nothing that looks like a whole file. */
async function wholeOrNot(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  try {
    await rm(part, { force: true });
    await write(part);
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR" || code === "SQLITE_CANTOPEN")
      throw new Refused(`${path} cannot be written: ${cause instanceof Error ? cause.message : cause}.`, { cause });
    throw cause;
  }
}

function counting(leaving: Leaving, step: (what: string, count: number) => void): Leaving {
  return async function* () {
    let threads = 0;
    for await (const one of leaving()) {
      step("stories", ++threads);
      yield one;
    }
  };
}

const WHY: Readonly<Record<keyof LeftCounts["left"], string>> = {
  held: "wait for a moderator",
  refused: "were refused",
  gone: "were taken back or erased",
  corrections: "are corrections suggested to the desk",
  unseen: "stand under stories that readers do not see",
};

function toldOf(path: string, { threads, replies, places, left }: LeftCounts): string {
  // `keys` forgets which there are.
  const whys = (Object.keys(WHY) as (keyof typeof WHY)[]).filter((why) => left[why] > 0);
  const stayed = whys.map((why) => `  ${left[why]} stayed: they ${WHY[why]}.\n`);
  return `${path}: ${replies} replies and ${places} empty places under ${threads} stories.\n${stayed.join("")}`;
}
