import { expect, test } from "bun:test";
import { BYTES_OF_TURN, bytesInTurn, idsInTurn, newId } from "./ids.ts";

const AT = new Date("2026-11-27T12:00:00.123Z");
const LATER = new Date(AT.getTime() + 1);

for (const [name, make] of [
  ["an id", newId],
  ["an id in turn", idsInTurn()],
] as const)
  test(`${name} is a UUID of version 7: its moment first, its variant, and never twice`, () => {
    const ids = Array.from({ length: 1_000 }, () => make(AT));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids.map((id) => id.slice("xxxxxxxx-xxxx-7xxx".length))).size).toBe(1_000);
    expect(Number.parseInt((ids[0] ?? "").slice(0, 13).replace("-", ""), 16)).toBe(AT.getTime());
    const later = make(LATER);
    expect(ids.every((id) => id < later)).toBe(true);
  });

test("ids of one kind sort as they were made, and none says how many there were of another", () => {
  const [replies, letters] = [idsInTurn(), idsInTurn()];
  const ids = Array.from({ length: 1_000 }, (_, at) => {
    if (at % 3 === 0) letters(AT);
    return replies(AT);
  });
  expect(ids.toSorted()).toEqual(ids);
  const turns = ids.map((id) => Number.parseInt(id.slice(15, 18), 16));
  expect(new Set(turns.slice(1).map((turn, at) => turn - (turns[at] ?? 0)))).toEqual(new Set([1]));
});

test("bytes in turn sort as they were made, and nothing random of one is in another", () => {
  const make = bytesInTurn({ random: 12 });
  const made = Array.from({ length: 1_000 }, () => make(AT).toString("hex"));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made.map((one) => one.slice(2 * BYTES_OF_TURN))).size).toBe(1_000);
  expect(make(LATER).toString("hex") > (made.at(-1) ?? "")).toBe(true);
});
