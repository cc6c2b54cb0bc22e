/** Programs a measurement needs beside ours: found, installed from Debian's packages when root, or asked for. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

export class Missing extends Error {}

const PATH = `${process.env["PATH"]}:/usr/sbin:/sbin`;

/** The path of a program that Debian has in these packages, with what else they hold. */
export function program(name: string, ...debianPackages: readonly string[]): string {
  return installed(debianPackages, name, () => where(name));
}

/** What `find` finds once Debian's packages are there; it says what is needed where they cannot be got. */
export function installed(debianPackages: readonly string[], name: string, find: () => string | undefined): string {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && where("apt-get")) {
    process.stderr.write(`installing ${debianPackages.join(", ")} …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const words = ["install", "-y", "-qq", "--no-install-recommends", ...debianPackages];
    spawnSync("apt-get", words, { env, stdio: "ignore" });
  }
  const here = find();
  if (here) return here;
  throw new Missing(`This measurement needs ${name}. On Debian: apt-get install ${debianPackages.join(" ")}`);
}

function where(name: string): string | undefined {
  const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], {
    encoding: "utf8",
    env: { ...process.env, PATH },
  });
  return status === 0 ? stdout.trim() : undefined;
}

export type Running = { readonly pid: number; readonly stop: () => Promise<void> };

/** Starts a server and waits until it answers at `address`. */
export async function started(
  command: readonly string[],
  address: string,
  env: Record<string, string> = {},
): Promise<Running> {
  return startedWhen(command, () => answers(address), { env });
}

type Start = {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly withinMs?: number;
};

const READY_WITHIN_MS = 30_000;

/** Starts a server and waits until it is ready. */
export async function startedWhen(
  [file = "", ...words]: readonly string[],
  isReady: () => Promise<boolean>,
  { env = {}, cwd, withinMs = READY_WITHIN_MS }: Start = {},
): Promise<Running> {
  const child = spawn(file, words, { stdio: ["ignore", "ignore", "inherit"], cwd, env: { ...process.env, ...env } });
  const until = performance.now() + withinMs;
  while (performance.now() < until && child.exitCode === null) {
    if (await isReady()) return { pid: child.pid ?? 0, stop: () => stopped(child) };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error(`${child.spawnargs.join(" ")} is not ready`);
}

/** Whether something answers well at an address. */
export async function answers(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.ok === true;
}

/** Runs a program to its end and answers what it said; throws, with its complaints, when it failed. */
export function ran(
  [file = "", ...words]: readonly string[],
  { env = {}, cwd, input }: Pick<Start, "env" | "cwd"> & { readonly input?: string } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(file, words, {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
    ...(input !== undefined && { input }),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr || error?.message}${stdout}`);
  return stdout;
}

async function stopped(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

// Linux counts CPU time in hundredths of a second.
const TICKS_A_SECOND = 100;

/** Seconds of CPU a process and its children have used. */
export function cpuSeconds(pid: number): number {
  return family(pid).reduce((sum, one) => {
    const fields = statOf(one);
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }, 0);
}

export function residentMegabytes(pid: number): number {
  return family(pid).reduce((sum, one) => {
    const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8")) ?? [];
    return sum + Number(kilobytes) / 1024;
  }, 0);
}

function family(pid: number): number[] {
  const children = readdirSync("/proc")
    .map(Number)
    .filter((one) => Number.isInteger(one) && Number(statOf(one)[1]) === pid);
  return [pid, ...children.flatMap(family)];
}

/** Of `/proc/PID/stat`, what stands after the name. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return []; // it has ended
  }
}
