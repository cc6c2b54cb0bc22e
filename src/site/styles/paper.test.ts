import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { assets } from "../assets/assets.ts";

const sheet = readFileSync(new URL("paper.css", import.meta.url), "utf8");

test("words are read at 4.5 to 1, edges of fields seen at 3 to 1, in light and in dark", () => {
  for (const tokens of [tokensAfter(":root {"), tokensAfter("prefers-color-scheme: dark")]) {
    for (const ground of ["paper", "sheet"]) {
      for (const word of ["ink", "quiet", "accent", "link"]) {
        expect({ word, ground, enough: contrast(tokens, word, ground) >= 4.5 }).toEqual({ word, ground, enough: true });
      }
    }
    expect(contrast(tokens, "field", "paper")).toBeGreaterThanOrEqual(3);
  }
});

test("DESIGN.md names the colours the sheet has, with their contrast", () => {
  const design = readFileSync(new URL("../../../DESIGN.md", import.meta.url), "utf8");
  const light = tokensAfter(":root {");
  const dark = tokensAfter("prefers-color-scheme: dark");
  for (const name of ["ink", "quiet", "accent", "link", "field"]) {
    const row = design.split("\n").find((line) => line.startsWith(`| \`--${name}\``)) ?? "";
    for (const tokens of [light, dark]) {
      expect(row).toContain(tokens.get(name) ?? "missing");
      expect(row).toContain(contrast(tokens, name, "paper").toFixed(1));
    }
  }
});

test("the sheet names no left and no right, and needs no other host", () => {
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, "");
  expect(rules.match(/(?<![-\w])(?:[a-z]+-)?(left|right|top|bottom|(?<!line-)height|width)\s*:/g) ?? []).toEqual([]);
  expect(rules).not.toContain("http");
});

test("styles weigh at most 9 kB, the faces of one script at most 45 kB", () => {
  const files = assets().files;
  const styles = files.find(({ address }) => address.endsWith(".css"));
  expect(gzipSync(styles?.bytes ?? "").length).toBeLessThan(9_000);
  for (const script of [/spectral-latin/, /cyrillic/, /markazi/]) {
    const faces = files.filter(({ address }) => script.test(address) && address.endsWith(".woff2"));
    expect(faces.length).toBeGreaterThan(1);
    expect(faces.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(45_000);
  }
});

test("every face the sheet names is among the files, under its digest", () => {
  const { files } = assets();
  const css = Buffer.from(files.find(({ address }) => address.endsWith(".css"))?.bytes ?? "").toString();
  const named = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((address) => !files.some((file) => file.address === address))).toEqual([]);
});

function tokensAfter(start: string): ReadonlyMap<string, string> {
  const block = sheet.slice(sheet.indexOf(start)).split("}", 1)[0] ?? "";
  return new Map([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** WCAG 2.2, contrast ratio. */
function contrast(tokens: ReadonlyMap<string, string>, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map((name) => luminance(tokens.get(name) ?? "")).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
