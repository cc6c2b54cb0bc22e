/** Exports a store into a folder and says a line for every page it prints; killed by whoever waits for one of them. */
import { join } from "node:path";
import { exportCommand } from "#cli/export.ts";
import { run } from "#cli/run.ts";
import { filesIn } from "#outside/files.ts";
import { configFrom } from "../../src/config.ts";
import { siteOn } from "../../src/program.ts";
import type { Place } from "../engines.ts";

const [where = "", folder = "", url = "", now = ""] = process.argv.slice(2);
const { data, database }: Place = JSON.parse(where);

const exporting = exportCommand({
  async siteOn(db, config, at) {
    const site = await siteOn(db, config, at);
    return {
      ...site,
      answer: async (address) => {
        const response = await site.answer(address);
        process.stdout.write(`${address}\n`);
        return response;
      },
    };
  },
  files: (config) => Promise.resolve(filesIn(join(config.data, "media"))),
});

process.exitCode = await run([exporting], ["export", folder], {
  stdin: async function* () {},
  out: () => {},
  err: (text) => process.stderr.write(text),
  errIsTerminal: false,
  now: () => new Date(now),
  config: () => configFrom({ data, database }, { DATELINE_URL: url }),
});
