/** Sees to it that what a test run started or wrote goes with its process, however that one ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Account = { readonly uid: number; readonly gid: number };

/** A new directory whose name says whose it is, and which `keep` is to remove. Those of dead processes are removed now. */
export function runDirectory(kind: string, account?: Account): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(kind) ? Number.parseInt(name.slice(kind.length), 10) : Number.NaN;
    if (!Number.isNaN(owner) && !isAlive(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  const directory = mkdtempSync(join(tmpdir(), `${kind}${process.pid}-`));
  if (account) chownSync(directory, account.uid, account.gid);
  return directory;
}

/**
 * A shell that does `start`, waits until this process is gone, does `end` and removes the directory. It knows by a pipe
 * that closes even at `kill -9`. In the commands `$1` is the directory and `$2` … are `words`.
 */
export function keep(
  directory: string,
  {
    start = ":",
    end = ":",
    words = [],
    account,
  }: { start?: string; end?: string; words?: readonly string[]; account?: Account | undefined },
): ChildProcess {
  // Ctrl-C reaches the whole group of processes; whoever tidies up must outlive it.
  const commands = `trap '' INT HUP TERM\n${start}\ncat > /dev/null\n${end}\nrm -rf "$1"`;
  const keeper = spawn("sh", ["-c", commands, "keeper", directory, ...words], {
    ...account,
    cwd: existsSync(directory) ? directory : "/",
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  // Neither keeps a run that has ended from ending.
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout]) unref(stream);
  return keeper;
}

function unref(stream: unknown): void {
  if (typeof stream === "object" && stream !== null && "unref" in stream && typeof stream.unref === "function")
    stream.unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
