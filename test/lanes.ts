/** A proof's child on Node, which Playwright wants, in lanes beside each other: each with a part of the payloads, its figures as JSON. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "../scripts/chromium.mjs";

export const ROOT = join(import.meta.dirname, "..");

export async function inLanes<Figures>(
  proof: string,
  payloads: number,
  lanes: number,
  only = "",
): Promise<readonly Figures[]> {
  const scratch = mkdtempSync(join(tmpdir(), `dateline-${proof}-`));
  // Inside the clone, so that packages are found from it.
  const built = join(ROOT, "node_modules", ".cache", `${proof}-${process.pid}.mjs`);
  try {
    const words = ["build", `./test/proofs/${proof}-child.ts`, "--target=node", "--packages=external"];
    const { status } = spawnSync(process.execPath, [...words, `--outfile=${built}`], { cwd: ROOT, stdio: "inherit" });
    if (status !== 0) throw new Error(`the proof was not built: ${status}`);
    return await Promise.all(
      Array.from({ length: lanes }, async (_, lane): Promise<Figures> => {
        const figures = join(scratch, `${lane}.json`);
        await ended("node", [built, figures, `${payloads}`, `${lane}`, `${lanes}`, only]);
        return JSON.parse(readFileSync(figures, "utf8"));
      }),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    rmSync(built, { force: true });
  }
}

function ended(program: string, words: readonly string[]): Promise<void> {
  const env = { ...process.env, CHROMIUM_PATH: chromium(process.env), DATELINE_BUN: process.execPath };
  const child = spawn(program, words, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env });
  // Lanes end with the proof, whichever of them fails.
  process.once("exit", () => child.kill());
  return new Promise((done, fail) =>
    child
      .once("error", fail)
      .once("close", (status) => (status === 0 ? done() : fail(new Error(`a lane ended with ${status}`)))),
  );
}

/** What a lane was told: where its figures go, which of the payloads are its own, and how it says how far it has come. */
export function laneOf(all: readonly string[]) {
  const [figures = "", most = "", lane = "0", lanes = "1", only = ""] = process.argv.slice(2);
  const begun = performance.now();
  return {
    figures,
    only,
    payloads: all.slice(0, Number(most)).filter((_, at) => at % Number(lanes) === Number(lane)),
    report: (line: string) =>
      void process.stdout.write(
        `${Math.round((performance.now() - begun) / 1000)} s, lane ${Number(lane) + 1}: ${line}\n`,
      ),
  };
}
