import { expect, test } from "bun:test";
import { opened, sealed } from "./sealed.ts";

test("a secret opens with its key, and with no other, and not once it was changed", () => {
  const text = sealed("a key", "pässword");
  expect(opened("a key", text)).toBe("pässword");
  expect(text).not.toContain("ssword");
  expect(opened("another key", text)).toBeUndefined();
  const bytes = Buffer.from(text, "base64url");
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  expect(opened("a key", bytes.toString("base64url"))).toBeUndefined();
  expect(opened("a key", "short")).toBeUndefined();
});

test("one secret sealed twice does not show that it is the same", () => {
  expect(sealed("a key", "one")).not.toBe(sealed("a key", "one"));
});
