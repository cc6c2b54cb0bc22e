/** Each place of a text that was put together twice leads to where it was first written. */
import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap as ReadMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composed, type SourceMap } from "./source-maps.ts";

const WORDS = ["harbour", "strike", "tidings", "pilot"];

test("a word that was moved twice is found in the line and the column it was written in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-maps-"));
  const written = WORDS.map((word, at) => ({ name: `${word}.ts`, text: textWith(word, at) }));
  for (const { name, text } of written) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "all.ts"), WORDS.map((word) => `export * from "./${word}.ts";\n`).join(""));
  await built(folder, "all.ts", "once.js");
  await built(folder, "once.js", "twice.js");

  const map = composed(mapIn(folder, "twice.js"), (source) =>
    source === "once.js" ? mapIn(folder, source) : undefined,
  );
  const found = new ReadMap({
    ...map,
    version: 3,
    file: "",
    sourceRoot: "",
    sourcesContent: [...(map.sourcesContent ?? [])].map(String),
    sources: [...map.sources],
    names: [],
  });
  const lines = readFileSync(join(folder, "twice.js"), "utf8").split("\n");
  for (const [at, word] of WORDS.entries()) {
    const line = lines.findIndex((one) => one.includes(`"${word}"`));
    const entry = found.findEntry(line, lines[line]?.indexOf(`"${word}"`) ?? 0);
    const { text, name } = written[at] ?? { text: "", name: "" };
    const before = text.slice(0, text.indexOf(`"${word}"`)).split("\n");
    expect(entry).toMatchObject({
      originalSource: name,
      originalLine: before.length - 1,
      originalColumn: before.at(-1)?.length,
    });
  }
  rmSync(folder, { recursive: true });
});

test("places of a source that was no text of ours stay as they are", () => {
  const map: SourceMap = { version: 3, sources: ["a.ts"], names: [], mappings: "AAAA,IAAIA;;AACJ,MAAM" };
  const same = composed(map, () => undefined);
  expect(same.sources).toEqual(["a.ts"]);
  expect(same.mappings).toBe("AAAA,IAAI;;AACJ,MAAM");
});

function textWith(word: string, at: number): string {
  return `${"// a line above\n".repeat(at * 7)}export function ${word}(): string {\n  return ["${word}", String(${at})].join(" ");\n}\n`;
}

async function built(folder: string, entry: string, name: string): Promise<void> {
  await Bun.build({
    entrypoints: [join(folder, entry)],
    outdir: folder,
    naming: name,
    target: "bun",
    sourcemap: "linked",
    minify: { whitespace: true, syntax: true },
  });
}

function mapIn(folder: string, name: string): SourceMap {
  return JSON.parse(readFileSync(join(folder, `${name}.map`), "utf8"));
}
