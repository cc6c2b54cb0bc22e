/** A MariaDB of its own, as Debian has it, with its usual settings: each commit is on the disk before it is answered. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { program, type Running, ran, startedWhen } from "./programs.ts";

export type MariaDb = Running & {
  readonly socket: string;
  readonly user: string;
  /** Runs statements, in a database where one is named. */
  readonly tell: (statements: string, database?: string) => string;
};

const PACKAGES = ["mariadb-server", "mariadb-client"];

/** Its files stand in `folder`, which others than root must be able to enter. */
export async function mariaDb(folder: string): Promise<MariaDb> {
  const server = program("mariadbd", ...PACKAGES);
  const client = program("mariadb", ...PACKAGES);
  const [data, socket] = [join(folder, "data"), join(folder, "socket")];
  mkdirSync(folder, { recursive: true });
  // It does not run as root, and makes its socket itself.
  chmodSync(folder, 0o777);
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? ["--user=mysql"] : [];
  const install = program("mariadb-install-db", ...PACKAGES);
  ran([install, "--no-defaults", ...user, `--datadir=${data}`, "--auth-root-authentication-method=normal"]);
  const words = [
    "--no-defaults",
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, "pid")}`,
    `--log-error=${join(folder, "log")}`,
  ];
  const asked = [client, "--no-defaults", `--socket=${socket}`, "--user=root", "--batch", "--skip-column-names"];
  const isReady = async () => spawnSync(asked[0] ?? "", [...asked.slice(1), "--execute=select 1"]).status === 0;
  const running = await startedWhen([server, ...words, ...user, "--skip-networking"], isReady);
  return {
    ...running,
    socket,
    user: "root",
    tell: (statements, database) =>
      ran([...asked, ...(database === undefined ? [] : [database])], { input: statements }),
  };
}
