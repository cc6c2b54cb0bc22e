/** One run of wrk: as many requests as a server answers, and how long each took. */
import { spawn } from "node:child_process";
import { program } from "./programs.ts";

export type Load = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

type Asked = {
  readonly url: string;
  readonly seconds: number;
  readonly connections?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file of Lua that says what is sent. */
  readonly script?: string;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
};

/** Throws when an answer was an error. */
export async function load({ url, seconds, connections = 32, headers = {}, script, signal }: Asked): Promise<Load> {
  const said = await output(
    program("wrk", "wrk"),
    [
      "-t1",
      `-c${connections}`,
      `-d${seconds}s`,
      "--timeout=30s",
      "--latency",
      ...(script === undefined ? [] : ["-s", script]),
      ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
      url,
    ],
    signal,
  );
  if (/Non-2xx or 3xx|Socket errors/.test(said)) throw new Error(`${url} did not answer every request: ${said}`);
  const requests = Number(/(\d+) requests in/.exec(said)?.[1]);
  // Whoever is not answered once has not been measured.
  if (!(requests > 0)) throw new Error(`${url} answered nothing within ${seconds} s: ${said}`);
  return {
    requests,
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]),
    p50Ms: milliseconds(said, "50%"),
    p99Ms: milliseconds(said, "99%"),
  };
}

async function output(file: string, words: readonly string[], signal: AbortSignal | undefined): Promise<string> {
  const child = spawn(file, words, { stdio: ["ignore", "pipe", "inherit"] });
  // It says what it has measured when it is interrupted.
  signal?.addEventListener("abort", () => child.kill("SIGINT"));
  let said = "";
  child.stdout.on("data", (some: Buffer) => {
    said += some;
  });
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${said}`);
  return said;
}

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

function milliseconds(said: string, share: string): number {
  const [, figure, unit = ""] = new RegExp(`${share}\\s+([\\d.]+)(us|ms|s|m)\\b`).exec(said) ?? [];
  return Number(figure) * (UNITS[unit] ?? Number.NaN);
}
