/** The move that a test kills: says a line for every page of rows it has put in. */
import { moveStore } from "#store/move.ts";
import { openStore } from "#store/open.ts";

const [data = "", database = ""] = process.argv.slice(2);
await using from = await openStore({ data, moving: true });
await using to = await openStore({ data, database, moving: true });
await moveStore({
  from: from.db,
  to: to.db,
  now: () => new Date(),
  progress: (what, rows) => void process.stdout.write(`${what} ${rows}\n`),
});
