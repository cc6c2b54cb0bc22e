/** Writes docs/addresses.txt from the route tables; `--check` fails when it is stale. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#store/open.ts";
import { publicRoutes } from "../src/program.ts";

const FILE = "docs/addresses.txt";

/** `GET /{edition}/search`, one a line, each once, sorted by address. */
export function addressLines(routes: readonly { readonly method: string; readonly address: string }[]): string {
  const sorted = routes.toSorted(
    (one, other) => compare(one.address, other.address) || compare(one.method, other.method),
  );
  return `${[...new Set(sorted.map(({ method, address }) => `${method} ${address}`))].join("\n")}\n`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Route tables ask nothing of the store they are given, but they are given a real one. */
async function linesNow(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "dateline-addresses-"));
  const store = await openStore({ data });
  try {
    return addressLines(
      await publicRoutes(store.db, { data, keys: join(data, "keys"), url: "http://localhost" }, () => new Date()),
    );
  } finally {
    await store.close();
    await rm(data, { recursive: true });
  }
}

if (import.meta.main) {
  const lines = await linesNow();
  if (process.argv.includes("--check")) {
    if ((await readFile(FILE, "utf8").catch(() => "")) !== lines) {
      console.error(`${FILE} is not what the route tables say. Write it again with: npm run addresses`);
      process.exitCode = 1;
    }
  } else {
    await writeFile(FILE, lines);
    console.log(`${FILE} is written.`);
  }
}
