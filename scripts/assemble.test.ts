/** The program that was put together is started as long as it is of what stands here, and no longer. */
import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { assembled, type MadeOf } from "#lib/runtime/assembled.ts";
import { bundle, scriptName } from "#lib/runtime/bundle.ts";
import { placeOf } from "#lib/runtime/place.ts";
import { assemble } from "./assemble.ts";
import { ISLANDS } from "./islands.ts";

test("it has the program's beginning and every script for browsers beside it", async () => {
  expect(await assemble()).toBe(true);
  const entry = assembled() ?? "";
  expect((await import(entry)).begin).toBeFunction();
  for (const path of ISLANDS) {
    const { script } = await bundle(placeOf(path), "browser");
    expect(readFileSync(join(dirname(entry), scriptName(path))).equals(script), path).toBe(true);
  }
});

test("a command answers the same from it as from the source, with a store it makes", async () => {
  await assemble();
  const listing = (data: string) => ["edition", "list", "--json", "--data", join(data, "data")];
  const [one, other] = [mkdtempSync(join(tmpdir(), "dateline-one-")), mkdtempSync(join(tmpdir(), "dateline-other-"))];
  const [ready, source] = await Promise.all([
    said(["src/main.ts", ...listing(one)]),
    said(["-e", `await (await import("./src/program.ts")).begin(${JSON.stringify(listing(other))})`]),
  ]);
  expect(ready).toEqual(source);
  expect(ready.out).toContain("English");
  for (const folder of [one, other]) rmSync(folder, { recursive: true });
});

const CHANGES: Readonly<Record<string, (place: Place) => void>> = {
  "a file was changed": ({ file }) => writeFileSync(file, "two words"),
  "a file was written again": ({ file }) => utimesSync(file, 1, 1),
  "a file is gone": ({ file }) => rmSync(file),
  "it is gone itself": ({ entry }) => rmSync(entry),
  "Bun is another": ({ madeOf, made }) => writeFileSync(madeOf, JSON.stringify({ ...made, bun: "1.0.0" })),
  "what it was made of is half written": ({ madeOf, made }) => writeFileSync(madeOf, JSON.stringify(made).slice(0, -9)),
  "nothing was put together": ({ madeOf }) => rmSync(madeOf),
};

test("it is passed over when it is not of what stands here", () => {
  for (const [why, change] of Object.entries(CHANGES)) {
    const place = placed();
    expect(assembled(place.madeOf), why).toBe(place.entry);
    change(place);
    expect(assembled(place.madeOf), why).toBeUndefined();
    rmSync(place.folder, { recursive: true });
  }
});

type Place = { folder: string; file: string; entry: string; madeOf: string; made: MadeOf };

function placed(): Place {
  const folder = mkdtempSync(join(tmpdir(), "dateline-assembled-"));
  const [file, entry, madeOf] = ["a.ts", "program.js", "program.json"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, "words");
  writeFileSync(entry, "");
  const { size, mtimeMs } = statSync(file);
  const made: MadeOf = { bun: Bun.version, entry, files: [[relative(placeOf(""), file), size, mtimeMs]] };
  writeFileSync(madeOf, JSON.stringify(made));
  return { folder, file, entry, madeOf, made };
}

async function said(words: readonly string[]) {
  const child = Bun.spawn([process.execPath, "--no-env-file", ...words], {
    cwd: placeOf(""),
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err, status] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { out, err, status };
}
