/** The page for other people's pipelines says what is so: its register and its story give what it says the check gives. */
import { expect, test } from "bun:test";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "./command.ts";
import { label } from "./label.ts";
import { run } from "./run.ts";

test("the check of the guide finds what the guide says it finds", async () => {
  const guide = await readFile(join(import.meta.dirname, "..", "..", "docs", "labels.md"), "utf8");
  const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(guide)?.[1] ?? "";
  const words = block("sh").trim().split(" ").slice(1);
  const folder = await mkdtemp(join(tmpdir(), "dateline-guide-"));
  try {
    await writeFile(join(folder, "story.md"), block("markdown"));
    await writeFile(join(folder, "register.json"), block("json"));
    let said = "";
    const world: World = {
      stdin: async function* () {},
      out: (text) => {
        said += text;
      },
      err: (text) => {
        said += text;
      },
      errIsTerminal: false,
      now: () => new Date("2026-03-02T12:00:00Z"),
      config: () => {
        throw new Error("labelling reads no settings");
      },
    };
    const asked = words.map((word) => (/\.(?:md|json)$/.test(word) ? join(folder, word) : word));
    expect(await run([label], asked, world)).toBe(1);
    expect(said.replaceAll(`${folder}/`, "")).toBe(block("text"));
  } finally {
    await rm(folder, { recursive: true });
  }
});
