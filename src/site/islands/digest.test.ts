import { expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import { isWork, newChallenge } from "#agency/replies/challenge.ts";
import { siteIslands } from "../assets/islands.ts";
import { workOf } from "./digest.ts";

const AT = new Date("2026-11-26T12:00:00Z");

test("what a reader's machine finds is the work, whatever the length of the token", () => {
  for (let length = 0; length < 70; length++) {
    const articleId = "x".repeat(length);
    const { token, challenge } = newChallenge("key", { kind: "work", articleId, at: AT, bits: 7 });
    const found = workOf(token, 7) ?? "";
    expect([length, isWork(token, challenge, found)]).toEqual([length, true]);
    expect(isWork(`${token}x`, { ...challenge, bits: 30 }, found)).toBe(false);
  }
});

test("writing a reply takes at most 10 kB of script, all of it and gzipped; what stands in the page while it is read, under 2 kB", async () => {
  const { files, addresses } = await siteIslands();
  const bytes = (address: string) => gzipSync(files.find((file) => file.address === address)?.bytes ?? "").length;
  const all = [addresses.replies, addresses.writing, addresses.work].map(bytes);
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10_000);
  expect(bytes(addresses.replies)).toBeLessThanOrEqual(2_000);
});
