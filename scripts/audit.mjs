// Asks the registry for known holes in what we install. High and critical ones fail; a registry that keeps no such
// list, or none in reach, is a printed note, because that says nothing about us.
import { spawnSync } from "node:child_process";
import { root } from "./set-up.mjs";

const GRAVE = ["high", "critical"];

const { stdout, error } = spawnSync("npm", ["audit", "--json", "--fetch-retries=0"], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
});
const { vulnerabilities, message } = answer(stdout);

if (!vulnerabilities) {
  process.stdout.write(
    `Note: the registry gave no list of known holes (${message ?? error?.message ?? "no answer"}).\n`,
  );
} else {
  const found = Object.entries(vulnerabilities);
  const grave = found.filter(([, { severity }]) => GRAVE.includes(severity));
  for (const [name, { severity, range }] of found) process.stdout.write(`${name} ${range}: ${severity}\n`);
  process.stdout.write(`${grave.length} high or critical, ${found.length} in all.\n`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}

/**
 * @param {string | null} text
 * @returns {{ vulnerabilities?: Record<string, { severity: string, range: string }>, message?: string }}
 */
function answer(text) {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return {};
  }
}
