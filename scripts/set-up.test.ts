import { afterAll, beforeEach, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { machine, tmpdir, type } from "node:os";
import { join } from "node:path";
import { setUp } from "./set-up.mjs";

// A stand-in for npm: notes that it was called, takes a while, and puts a Bun in its place.
const NPM = `
import { appendFileSync, chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
if (existsSync("broken")) process.exit(7);
await new Promise((done) => setTimeout(done, 100));
mkdirSync("node_modules/bun/bin", { recursive: true });
const bun = "node_modules/bun/bin/bun.exe";
const works = "#!/bin/sh\\nexit 0\\n";
if (existsSync("scripts-blocked")) {
  writeFileSync("node_modules/bun/install.js", \`require("fs").writeFileSync("bin/bun.exe", \${JSON.stringify(works)}, { mode: 0o755 })\`);
} else writeFileSync(bun, works, { mode: 0o755 });
`;

const npmBefore = process.env["npm_execpath"];
let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "dateline-set-up-"));
  homes.push(home);
  writeFileSync(
    join(home, "package-lock.json"),
    JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }),
  );
  mkdirSync(join(home, "npm"));
  writeFileSync(join(home, "npm", "package.json"), `{ "type": "module" }`);
  writeFileSync(join(home, "npm", "npm-cli.js"), NPM);
  process.env["npm_execpath"] = join(home, "npm", "npm-cli.js");
});

const homes: string[] = [];
afterAll(() => {
  for (const one of homes) rmSync(one, { recursive: true, force: true });
  if (npmBefore === undefined) delete process.env["npm_execpath"];
  else process.env["npm_execpath"] = npmBefore;
});

const calls = () => readFileSync(join(home, "calls"), "utf8").trim().split("\n").length;
const touchFile = (name: string) => writeFileSync(join(home, name), "");

test("set-up: installs once, and again when the lockfile changed", async () => {
  await setUp(home);
  await setUp(home);
  expect(calls()).toBe(1);

  writeFileSync(
    join(home, "package-lock.json"),
    JSON.stringify({ packages: { "node_modules/a": { version: "1.0.1" } } }),
  );
  await setUp(home);
  expect(calls()).toBe(2);
});

test("set-up: of two at once, one installs and both have a Bun", async () => {
  const [one, other] = await Promise.all([setUp(home), setUp(home)]);
  expect(one).toBe(other);
  expect(calls()).toBe(1);
});

test("set-up: what a person has installed as the lockfile says is left alone", async () => {
  await setUp(home);
  rmSync(join(home, "node_modules", `.dateline-lock-${type()}-${machine()}`));
  const installed = { packages: { "node_modules/a": { version: "1.0.0" } } };
  writeFileSync(join(home, "node_modules", ".package-lock.json"), JSON.stringify(installed));
  await setUp(home);
  expect(calls()).toBe(1);
});

test("set-up: Bun's own install script is run where npm ran none", async () => {
  touchFile("scripts-blocked");
  const bun = await setUp(home);
  expect(readFileSync(bun, "utf8")).toContain("exit 0");
});

test("set-up: npm that fails is told in a sentence, and leaves no lock and no stamp", async () => {
  touchFile("broken");
  await expect(setUp(home)).rejects.toThrow("npm could not install Dateline's packages (npm ci ended with 7)");
  rmSync(join(home, "broken"));
  await setUp(home);
  expect(calls()).toBe(2);
});

test("set-up: the lock of one that was killed is set aside", async () => {
  const lock = join(home, ".set-up-lock");
  mkdirSync(lock);
  utimesSync(lock, new Date(0), new Date(0));
  await setUp(home);
  expect(calls()).toBe(1);
});
