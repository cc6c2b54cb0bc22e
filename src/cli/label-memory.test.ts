import { expect, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REGISTER } from "#text/cases/labels/register.ts";

const STORY =
  "Nobody saw the RDM’s men on Monday, witnesses said.\n“We were not there,” said Red Dawn.\n\nThe ferry sails again.\n\n";
const MEGABYTES = [8, 32] as const;
// A whole reading would need several times the 24 MB between the two files; pieces need the same for both.
const MOST_MORE_MEGABYTES = 60;

test("four times as much copy takes no more memory", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dateline-label-"));
  try {
    const register = join(folder, "register.json");
    await writeFile(register, JSON.stringify(REGISTER));
    const needed: number[] = [];
    for (const megabytes of MEGABYTES) {
      const copy = join(folder, `${megabytes}.txt`);
      await writeFile(copy, STORY.repeat(Math.ceil((megabytes * 1024 * 1024) / Buffer.byteLength(STORY))));
      needed.push(await memoryFor(["label", "--check", copy, "--register", register, "--jurisdiction", "ru"]));
    }
    const [less = 0, more = 0] = needed;
    expect(less).toBeGreaterThan(0);
    expect(more - less).toBeLessThan(MOST_MORE_MEGABYTES);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

/** The most megabytes a run of the command has held at once. */
async function memoryFor(words: readonly string[]): Promise<number> {
  const main = join(import.meta.dirname, "..", "main.ts");
  const child = Bun.spawn([process.execPath, main, ...words], { stdin: "ignore", stdout: "ignore", stderr: "inherit" });
  expect(await child.exited).toBe(1);
  return (child.resourceUsage()?.maxRSS ?? 0) / 1024 / 1024;
}
