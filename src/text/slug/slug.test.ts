import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { slugCases } from "#text/cases/slug/slugs.ts";
import { isSlug, slugFor, withNumber } from "./slug.ts";

describe("the address of an article", () => {
  for (const { rule, language, headline, slug } of slugCases) {
    test(`${rule} (${language}: ${slug})`, () => {
      expect(slugFor(headline, language)).toBe(slug);
    });
  }
});

const languages = fc.constantFrom("en", "ru", "uk", "be", "bg", "sr", "mk", "de", "ar", "el", "he", "zh", "");

test("every headline has a slug of at most 80 characters, and its slug is a slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), languages, (headline, language) => {
      const slug = slugFor(headline, language);
      expect(isSlug(slug)).toBe(true);
      expect(slugFor(slug, language)).toBe(slug);
    }),
  );
});

test("a slug with a number is a slug that ends with it and begins as the other did", () => {
  const long = slugFor("A very long headline about the harbour and what the ministry wants to build in it soon", "en");
  expect(withNumber("ferry-strike", 2)).toBe("ferry-strike-2");
  expect(isSlug(withNumber(long, 137))).toBe(true);
  expect(withNumber(long, 137)).toEndWith("-137");
  expect(isSlug(withNumber("x".repeat(80), 12))).toBe(true);
});

test("what is no slug is told from one", () => {
  for (const text of ["", "-", "a--b", "a-", "-a", "A", "é", "a b", "a/b", "a.b", "x".repeat(81)]) {
    expect(isSlug(text)).toBe(false);
  }
});

test("of a whole article pasted as its headline only the beginning is read", () => {
  expect(slugFor("ferry ".repeat(1_000_000), "en")).toStartWith("ferry-ferry");
});
