/** A site that grows out of its file: moved into PostgreSQL while it runs. */
import { moveStore, stayHere } from "#store/move.ts";
import { openStore } from "#store/open.ts";
import { type Command, isOn, Refused, textOption, WrongUsage } from "./command.ts";
import { noArguments } from "./input.ts";
import { progressOn } from "./progress.ts";

export const migrate: Command = {
  name: "migrate",
  synopsis: "migrate --to postgres://… [--data DIR]",
  summary: "moves a running site from SQLite to PostgreSQL",
  help: `Copies everything into an empty database while the site runs, takes over what changed meanwhile, and compares every
row. For the last of it, a few seconds, the site can be read and not written to; what is sent then is kept in the page and
sent again. From there on the file takes nothing any more: start the site with --database. Pictures and keys stay where they are.

Ended in the middle, run it once more: it goes on.

Options:
  --to URL          an empty PostgreSQL database, postgres://…
  --data DIR        the data directory (default ./data)
  --stay            gives the move up: the file is the site's again
  --json            what was moved, for machines

  dateline migrate --to postgres://dateline@db.example/dateline && systemctl restart dateline`,
  options: { data: { type: "string" }, to: { type: "string" }, stay: { type: "boolean" } },
  async run(given, world) {
    noArguments(given.positionals);
    const { data } = world.config({ data: textOption(given, "data") });
    const to = textOption(given, "to");
    if (isOn(given, "stay")) {
      if (to !== undefined) throw new WrongUsage("Give --to or --stay, not both.");
      return stay(data, world);
    }
    if (to === undefined) throw new WrongUsage("Say where to: --to postgres://user@host/name");
    const { database } = world.config({ data, database: to });
    const progress = progressOn(world);
    await using from = await openStore({ data, moving: true });
    await using target = await openStore({ data, database, moving: true });
    const moved = await moveStore({
      from: from.db,
      to: target.db,
      now: world.now,
      progress: progress.step,
    }).finally(progress.end);
    const seconds = (moved.readOnlyMs / 1000).toFixed(1);
    if (isOn(given, "json")) world.out(`${JSON.stringify(moved)}\n`);
    else {
      world.out(
        `${moved.rows} rows, each found to be the same on both sides; ${moved.caughtUp} changes were taken over on the way.\nThe site takes nothing more at its old place (${seconds} s so far). Start it with: serve --database, or database = … in dateline.toml.\n`,
      );
    }
    return 0;
  },
};

async function stay(data: string, world: Parameters<Command["run"]>[1]): Promise<0> {
  await using store = await openStore({ data, moving: true });
  if (!(await stayHere(store.db))) throw new Refused("This site is not being moved anywhere.");
  world.out("The site stays where it is. The database it was moved to is of no use any more: drop it.\n");
  return 0;
}
