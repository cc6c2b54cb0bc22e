import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "./chromium.mjs";

const folder = mkdtempSync(join(tmpdir(), "dateline-chromium-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, says: string, status = 0): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${says}"\nexit ${status}\n`, { mode: 0o755 });
  return file;
}

test("chromium: the one that is named is taken", () => {
  const named = program("named/browser", "Chromium 150.0");
  program("path/chromium", "Chromium 149.0");
  expect(chromium({ CHROMIUM_PATH: named, PATH: join(folder, "path") })).toBe(named);
});

test("chromium: one that is named and does not run is told of, and no other is taken in its place", () => {
  program("path/chromium", "Chromium 149.0");
  const missing = { CHROMIUM_PATH: join(folder, "nowhere"), PATH: join(folder, "path") };
  expect(() => chromium(missing)).toThrow("which does not run as a Chromium. Install Chromium or Chrome");
});

test("chromium: a note in the place of a browser is passed over", () => {
  program("notes/chromium-browser", "Install the snap", 1);
  program("notes/chromium", "no browser at all");
  const real = program("later/google-chrome", "Google Chrome 150.0");
  expect(chromium({ PATH: `${join(folder, "notes")}:${join(folder, "later")}` })).toBe(real);
});

test("chromium: the newest in Playwright's cache is taken when PATH has none", () => {
  program("cache/chromium-999/chrome-linux/chrome", "Chromium 140.0");
  const newest = program("cache/chromium-1200/chrome-linux64/chrome", "Chromium 150.0");
  expect(chromium({ PATH: join(folder, "empty"), PLAYWRIGHT_BROWSERS_PATH: join(folder, "cache") })).toBe(newest);
});
