import { expect, test } from "bun:test";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesContract } from "#test/contracts/files.ts";
import { filesIn } from "./files.ts";

filesContract("disk", async () => {
  const directory = await mkdtemp(join(tmpdir(), "dateline-files-"));
  return {
    files: filesIn(join(directory, "media")),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
});

const NAME = "0123456789abcdef0123456789abcdef.jpg";

test("disk: without room nothing is kept, nothing half stands there, and it is said", async () => {
  const directory = await mkdtemp(join(tmpdir(), "dateline-files-"));
  const script = `
    const { filesIn } = await import("${join(import.meta.dirname, "files.ts")}");
    const keep = filesIn("${directory}").keep("${NAME}", new Uint8Array(1_000_000));
    process.stdout.write(await keep.then(() => "kept", (problem) => problem.problem ?? String(problem)));`;
  // No file may be longer than 16 blocks: what a full disk does, for this process alone.
  const said = await shell(`trap '' XFSZ; ulimit -f 16; exec "$0" -e "$1"`, process.execPath, script);
  expect(said).toBe("full");
  expect(await readdir(directory)).toEqual([]);
  await rm(directory, { recursive: true });
});

test("disk: what a crash left half is no picture, and does not stand in the way of it", async () => {
  const directory = await mkdtemp(join(tmpdir(), "dateline-files-"));
  const files = filesIn(directory);
  await writeFile(join(directory, `${NAME}.half.part`), "ha");
  // A file without bytes is what some file systems make of one that was not written out in time.
  await writeFile(join(directory, NAME), "");
  await files.keep(NAME, new Uint8Array([1, 2, 3]));
  expect((await files.open(NAME))?.bytes).toBe(3);
  await rm(directory, { recursive: true });
});

function shell(line: string, ...words: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  execFile("bash", ["-c", line, ...words], (cause, out, err) =>
    cause ? reject(new Error(err, { cause })) : resolve(out),
  );
  return promise;
}
