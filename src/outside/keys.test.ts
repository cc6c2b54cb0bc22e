import { expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyIn } from "./keys.ts";

test("a key is made once, for its user alone, whoever asks first", async () => {
  const directory = join(freshDirectory(), "keys");
  const keys = await Promise.all(Array.from({ length: 20 }, () => keyIn(directory, "desk")));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[\w-]{43}$/);
  expect(await keyIn(directory, "desk")).toBe(keys[0] ?? "");
  expect(await keyIn(directory, "log")).not.toBe(keys[0] ?? "");
  expect(readdirSync(directory).sort()).toEqual(["desk", "log"]);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(statSync(join(directory, "desk")).mode & 0o777).toBe(0o600);
  rmSync(directory, { recursive: true });
});

test("a damaged key is not replaced in silence", async () => {
  const directory = freshDirectory();
  writeFileSync(join(directory, "desk"), "half a k\n");
  await expect(keyIn(directory, "desk")).rejects.toThrow("put it back from your copy");
  rmSync(directory, { recursive: true });
});

function freshDirectory(): string {
  return mkdtempSync(join(tmpdir(), "dateline-keys-"));
}
