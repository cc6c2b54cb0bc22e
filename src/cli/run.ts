/** From the words after `dateline` to a command and its exit status. */
import { StoreProblem } from "#store/open.ts";
import { BadSetting } from "../config.ts";
import { type Command, type ExitStatus, given, isOn, Refused, type World, WrongUsage } from "./command.ts";

export async function run(commands: readonly Command[], words: readonly string[], world: World): Promise<ExitStatus> {
  const [first] = words;
  if (first === undefined || first === "help" || first === "--help" || first === "-h") {
    world.out(overview(commands));
    return 0;
  }
  const family = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (family.length > 0 && /^(?:--help|-h)$/.test(words[1] ?? "")) {
    world.out(family.map((one) => `dateline ${one.synopsis}\n  ${one.summary}\n`).join(""));
    return 0;
  }
  try {
    const { command, rest } = commandFor(commands, words);
    const asked = given(command, rest);
    if (isOn(asked, "help")) {
      world.out(`dateline ${command.synopsis}\n\n${command.help.trim()}\n`);
      return 0;
    }
    return await command.run(asked, world);
  } catch (cause) {
    if (cause instanceof WrongUsage) return say(world, cause, 2);
    if (cause instanceof BadSetting) return say(world, cause, cause.fromFlag ? 2 : 1);
    if (cause instanceof Refused || cause instanceof StoreProblem) return say(world, cause, 1);
    if (isDiskFull(cause))
      return say(world, new Error("The disk is full, so nothing was kept. Make room and try again."), 1);
    throw cause;
  }
}

// SQLite, the file system and PostgreSQL each have their own word for it.
const DISK_FULL = new Set(["SQLITE_FULL", "ENOSPC", "53100"]);

function isDiskFull(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return ("code" in cause && DISK_FULL.has(String(cause.code))) || isDiskFull(cause.cause);
}

function say(world: World, { message }: Error, status: ExitStatus): ExitStatus {
  world.err(`dateline: ${message}\n`);
  return status;
}

function commandFor(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: readonly string[] } {
  // The longest name first, so that `register import` is found before a `register`.
  const named = [...commands]
    .sort((one, other) => other.name.length - one.name.length)
    .find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (named) return { command: named, rest: words.slice(named.name.split(" ").length) };

  const family = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
  if (family.length > 0) {
    const after = words[1] === undefined || words[1].startsWith("-") ? "needs one more word" : `has no "${words[1]}"`;
    throw new WrongUsage(`${words[0]} ${after}: ${family.map(({ synopsis }) => `dateline ${synopsis}`).join(", or ")}`);
  }
  throw new WrongUsage(`There is no command "${words[0]}". See: dateline --help`);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Dateline, a small news agency's whole site in one process.",
    "",
    "  dateline COMMAND [--help]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Every command has --help and --json. Those that touch a store take --data DIR (default ./data) or --database URL.",
    "",
  ].join("\n");
}
