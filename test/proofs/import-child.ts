/** Imports a file of another program and says every statement and every file it has kept; killed by whoever counts them. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { importGhost } from "#cli/import/ghost.ts";
import { importRss } from "#cli/import/rss.ts";
import { importWxr } from "#cli/import/wxr.ts";
import { run } from "#cli/run.ts";
import type { Files } from "#lib/files.ts";
import { filesIn } from "#outside/files.ts";
import { configFrom } from "../../src/config.ts";
import type { Place } from "../engines.ts";

const [where = "", now = "", ...words] = process.argv.slice(2);
// What the parent wrote a line above is what it hands over.
const { data, database } = JSON.parse(where) as Place;

const say = () => void writeSync(1, "a step\n");

function heard(files: Files): Files {
  return {
    ...files,
    keep: async (name, bytes) => {
      say();
      await files.keep(name, bytes);
      say();
    },
  };
}

// Whenever it waits for the store or the disk: between any two statements, also inside a commit that is not made yet.
const clock = setInterval(say, 1);
const hand = { files: async ({ data }: { readonly data: string }) => heard(filesIn(join(data, "media"))) };

process.exitCode = await run([importWxr(hand), importGhost(hand), importRss(hand)], ["import", ...words], {
  stdin: async function* () {},
  out: say,
  err: (text) => void process.stderr.write(text),
  errIsTerminal: false,
  now: () => new Date(now),
  config: () => configFrom({ data, database }, { DATELINE_URL: "https://strait.example" }),
});
clearInterval(clock);
