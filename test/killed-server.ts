/** A real server that is killed with `kill -9` and started again at the same place, and what its readers' browsers send it. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Place } from "./engines.ts";
import { until } from "./until.ts";

// A machine that does ten other things takes its time.
const STARTED_WITHIN_MS = 60_000;

export type KilledServer = {
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Posts as the site's own page does; throws while nobody listens. */
  readonly post: (path: string, body: string, headers: Record<string, string>) => Promise<Response>;
};

export function killedServer(
  { data, database }: Place,
  { words = [], environment = {} }: { words?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): KilledServer {
  const where = ["--data", data, ...(database === undefined ? [] : ["--database", database])];
  let child: ChildProcess | undefined;
  let address = "";
  return {
    async start() {
      const started = spawn(process.execPath, ["src/main.ts", "serve", "--port", "0", ...where, ...words], {
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
    async kill() {
      const killed = child;
      child = undefined;
      if (!killed || killed.exitCode !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      killed.on("exit", () => resolve());
      killed.kill("SIGKILL");
      await promise;
    },
    post: (path, body, headers) =>
      fetch(address + path, {
        method: "POST",
        body,
        headers: { "sec-fetch-site": "same-origin", ...headers },
        redirect: "manual",
      }),
  };
}
