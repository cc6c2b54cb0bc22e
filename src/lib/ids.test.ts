import { expect, test } from "bun:test";
import { newId } from "./ids.ts";

test("an id is a UUID of version 7: its moment first, its variant, and never twice", () => {
  const at = new Date("2026-11-27T12:00:00.123Z");
  const ids = Array.from({ length: 1_000 }, () => newId(at));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
  expect(parseInt((ids[0] ?? "").slice(0, 13).replace("-", ""), 16)).toBe(at.getTime());
  const later = newId(new Date(at.getTime() + 1));
  expect(ids.every((id) => id < later)).toBe(true);
});
