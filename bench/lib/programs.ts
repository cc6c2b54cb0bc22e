/** Programs a measurement needs beside ours: found, installed from Debian's packages when root, or asked for. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

export class Missing extends Error {}

const PATH = `${process.env["PATH"]}:/usr/sbin:/sbin`;

/** The path of a program that Debian has in `debianPackage`. */
export function program(name: string, debianPackage: string): string {
  const found = where(name);
  if (found) return found;
  if (process.getuid?.() === 0 && where("apt-get")) {
    process.stderr.write(`installing ${debianPackage} …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debianPackage], { env, stdio: "ignore" });
  }
  const installed = where(name);
  if (installed) return installed;
  throw new Missing(`This measurement needs ${name}. On Debian: apt-get install ${debianPackage}`);
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
export async function started(command: readonly string[], address: string, env: Record<string, string> = {}) {
  const [file = "", ...words] = command;
  const child = spawn(file, words, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env } });
  await answering(address, child);
  return { pid: child.pid ?? 0, stop: () => stopped(child) } satisfies Running;
}

const READY_WITHIN_MS = 30_000;

async function answering(address: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error(`${child.spawnargs.join(" ")} does not answer at ${address}`);
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
