/** Thousands who are sent something by the wire, in a process of their own: each is a host, all on this machine's loopback. */
import { fork } from "node:child_process";
import { join } from "node:path";
import type { Network } from "#outside/fetch.ts";

/** Something that came to a receiver. */
export type Came = {
  readonly host: string;
  /** In milliseconds, by the clock of this machine. */
  readonly at: number;
  /** Whether a secret that is the host's name signed it (WebSub). */
  readonly isSigned: boolean;
  /** The first headline of a feed. */
  readonly newest: string;
  /** Of a webhook. */
  readonly id: string;
};

export type Receivers = {
  /** `takes`, `hangs` with every delivery, `lies` when it is asked whether it means it, or is `dead`. */
  readonly address: (host: string, way: "takes" | "hangs" | "lies" | "dead") => string;
  readonly network: Network;
  readonly counts: () => Promise<{
    readonly came: number;
    /** How many were asked whether they mean it. */
    readonly asked: number;
    readonly hanging: number;
  }>;
  readonly came: () => Promise<readonly Came[]>;
  readonly forget: () => Promise<void>;
} & AsyncDisposable;

// Nobody listens on the first port.
const DEAD_PORT = 1;

export async function openReceivers(): Promise<Receivers> {
  const child = fork(join(import.meta.dirname, "receivers-child.ts"), {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const port = await new Promise<number>((found, fail) => {
    child.stdout?.once("data", (said: Buffer) => found(Number(said)));
    child.once("exit", (status) => fail(new Error(`the receivers ended with ${status}`)));
  });
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  return {
    address: (host, way) => `http://${host}:${way === "dead" ? DEAD_PORT : port}/${way}`,
    network: {
      resolve: async () => ["127.0.0.1"],
      isPublic: (ip) => ip === "127.0.0.1",
      isUsualPort: (given) => [port, DEAD_PORT].includes(Number(given)),
    },
    counts: async () => (await ask("/counts")).json(),
    came: async () => (await ask("/came")).json(),
    forget: async () => void (await ask("/forget")),
    [Symbol.asyncDispose]: () =>
      new Promise((ended) => {
        child.removeAllListeners("exit").once("exit", () => ended());
        child.kill();
      }),
  };
}
