/** PostgreSQL servers of a proof's own, with all that makes them durable: crashed, started again, and followed by a second one. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, keep, runDirectory } from "./keeper.ts";
import { binariesFor, initialise, ownAccount } from "./postgres.ts";
import { until } from "./until.ts";

export type OwnPostgres = {
  readonly address: string;
  readonly start: () => Promise<void>;
  /** Ends it at once, as a power cut would its processes; what was committed is on the disk. */
  readonly crash: () => Promise<void>;
  /** A second server that follows this one, which is stopped for a moment to be copied. */
  readonly standby: () => Promise<OwnPostgres>;
};

const STARTED_WITHIN_MS = 60_000;

export async function ownPostgres(): Promise<OwnPostgres> {
  const account = process.getuid?.() === 0 ? ownAccount() : undefined;
  const directory = runDirectory("dateline-own-postgres-", account);
  // Whatever is running in here ends with this process.
  keep(directory, { end: END, account });
  const bin = binariesFor(account, directory);
  initialise(bin, directory, account);
  const first = serverIn(directory, { bin, account, data: "data" });
  await first.start();
  return first;
}

const END = `
for file in "$1"/*/postmaster.pid; do
  [ -f "$file" ] && kill -INT "$(head -n 1 "$file")"
done
while ls "$1"/*/postmaster.pid > /dev/null 2>&1; do sleep 0.1; done`;

type Where = { readonly bin: string; readonly account: Account | undefined; readonly data: string };

function serverIn(directory: string, { bin, account, data }: Where): OwnPostgres {
  let child: ChildProcess | undefined;
  const sockets = join(directory, `${data}-socket`);
  spawnSync("mkdir", ["-p", sockets], { ...account });

  async function start(): Promise<void> {
    let said = "";
    const settings = [
      "listen_addresses=",
      "max_connections=200",
      "shared_buffers=64MB",
      "lc_messages=C",
      "max_wal_senders=4",
    ];
    const started = spawn(
      join(bin, "postgres"),
      ["-D", join(directory, data), "-k", sockets, ...settings.flatMap((setting) => ["-c", setting])],
      { ...account, cwd: directory, stdio: ["ignore", "pipe", "pipe"] },
    );
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on("data", (some: Buffer) => {
        said = `${said}${some}`.slice(-4_000);
      });
    await until(
      "PostgreSQL accepts connections",
      () => {
        if (started.exitCode !== null) throw new Error(`PostgreSQL ended at once: ${said}`);
        return /ready to accept (read-only )?connections/.test(said);
      },
      STARTED_WITHIN_MS,
    );
  }

  async function end(signal: "SIGQUIT" | "SIGINT"): Promise<void> {
    const ended = child;
    child = undefined;
    if (!ended) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.on("exit", () => resolve());
    ended.kill(signal);
    await promise;
  }

  return {
    address: `postgres://dateline@localhost/postgres?host=${encodeURIComponent(sockets)}`,
    start,
    crash: () => end("SIGQUIT"),
    async standby() {
      await end("SIGINT");
      const copy = `${data}-standby`;
      const copied = spawnSync("cp", ["-a", join(directory, data), join(directory, copy)], { ...account });
      if (copied.status !== 0) throw new Error(`the data directory could not be copied: ${copied.stderr}`);
      mkdirSync(join(directory, copy), { recursive: true });
      writeFileSync(join(directory, copy, "standby.signal"), "");
      writeFileSync(
        join(directory, copy, "postgresql.auto.conf"),
        `primary_conninfo = 'host=${sockets} user=dateline application_name=replica'\n`,
      );
      await start();
      const second = serverIn(directory, { bin, account, data: copy });
      await second.start();
      return second;
    },
  };
}
