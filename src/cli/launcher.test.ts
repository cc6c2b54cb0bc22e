/** `./dateline` as people type it: from any folder, into a pipe that closes. */
import { expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const LAUNCHER = resolve(import.meta.dirname, "../../dateline");

function started(words: readonly string[], folder: string) {
  const child = spawn(LAUNCHER, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return { child, said: () => err };
}

test("the site is served from any folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-launcher-"));
  const { child, said } = started(["serve", "--port", "0", "--data", "data"], folder);
  const [first] = await Promise.race([once(child.stdout, "data"), once(child, "exit").then(() => ["it ended"])]);
  child.kill("SIGTERM");
  expect(`${first}${said()}`).toContain("Dateline is at http://localhost:");
}, 60_000);

test("results nobody reads on are no failure", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-launcher-"));
  const designation = {
    jurisdiction: "xa",
    authority: "High Court",
    decision: "1/12",
    from: "2012-03-01",
    until: null,
  };
  const front = { id: "front", names: [{ text: "NRF", lang: "en", kind: "acronym" }] };
  const register = { organisations: [{ ...front, designations: [{ ...designation, wording: { en: "banned" } }] }] };
  writeFileSync(join(folder, "register.json"), JSON.stringify(register));
  writeFileSync(join(folder, "copy.txt"), "The ferry left port.\n".repeat(200_000));
  const words = ["label", "copy.txt", "--register", "register.json", "--jurisdiction", "xa"];
  const { child, said } = started(words, folder);
  child.stdout.once("data", () => child.stdout.destroy());
  const [status] = await once(child, "exit");
  expect([status, said()]).toEqual([0, ""]);
}, 60_000);
