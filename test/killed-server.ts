/** A real server that is killed with `kill -9`, frozen, or stopped, and started again at the same place, and what its readers' browsers send it. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Place } from "./engines.ts";
import { until } from "./until.ts";

// A machine that does ten other things takes its time.
const STARTED_WITHIN_MS = 60_000;

export type KilledServer = {
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** As an operator does: it answers those who wait, and ends. */
  readonly stop: () => Promise<void>;
  /** Until it is thawed it does nothing and answers nobody, and is not gone. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Where it listens since it was started last. */
  readonly address: () => string;
  /** Posts as the site's own page does; throws while nobody listens. */
  readonly post: (path: string, body: string, headers: Record<string, string>) => Promise<Response>;
};

type Served = {
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly program?: string;
};

export function killedServer(
  { data, database }: Place,
  { words = [], environment = {}, program = "src/main.ts" }: Served = {},
): KilledServer {
  const where = ["--data", data, ...(database === undefined ? [] : ["--database", database])];
  let child: ChildProcess | undefined;
  let address = "";

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ended = child;
    child = undefined;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.on("exit", () => resolve());
    ended.kill(signal);
    await promise;
  }

  return {
    async start() {
      const started = spawn(process.execPath, [program, "serve", "--port", "0", ...where, ...words], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, ...environment },
      });
      child = started;
      let said = "";
      started.stdout.on("data", (some: Buffer) => {
        said += some;
      });
      await until(
        "the server says where it is",
        () => {
          if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}: ${said}`);
          address = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
          return address !== "";
        },
        STARTED_WITHIN_MS,
      );
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    address: () => address,
    post: (path, body, headers) =>
      fetch(address + path, {
        method: "POST",
        body,
        headers: { "sec-fetch-site": "same-origin", ...headers },
        redirect: "manual",
      }),
  };
}
