/** Writes docs/addresses.txt from the route tables; `--check` fails when it is stale. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#store/open.ts";
import { publicRoutes } from "../src/main.ts";

const FILE = "docs/addresses.txt";

const data = await mkdtemp(join(tmpdir(), "dateline-addresses-"));
const store = await openStore({ data });
const routes = await publicRoutes(store.db, { data, url: "http://localhost" }, () => new Date());
await store.close();
await rm(data, { recursive: true });

const lines = routes.map(({ method, address, parameters = [] }) => {
  const query = parameters.length > 0 ? `?${parameters.join("&")}` : "";
  return `${method} ${address}${query}`;
});
const text = `${lines.toSorted().join("\n")}\n`;

if (process.argv.includes("--check")) {
  const kept = await readFile(FILE, "utf8").catch(() => "");
  if (kept !== text) {
    console.error(`${FILE} is not what the route tables say. Write it again with: npm run addresses`);
    process.exitCode = 1;
  }
} else {
  await writeFile(FILE, text);
  console.log(`${FILE}: ${lines.length} addresses`);
}
