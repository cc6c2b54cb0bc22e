import { expect, test } from "bun:test";
import { instantsAt, minuteIn } from "./days.ts";

const CASES: readonly { rule: string; zone: string; local: string; instants: readonly string[] }[] = [
  { rule: "winter", zone: "Europe/Riga", local: "2026-03-02T14:05", instants: ["2026-03-02T12:05:00.000Z"] },
  { rule: "summer", zone: "Europe/Riga", local: "2026-07-02 14:05", instants: ["2026-07-02T11:05:00.000Z"] },
  { rule: "the hour clocks jump over is no time", zone: "Europe/Riga", local: "2026-03-29T03:30", instants: [] },
  {
    rule: "the hour that comes twice is two",
    zone: "Europe/Riga",
    local: "2026-10-25T03:30",
    instants: ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
  },
  {
    rule: "west of Greenwich",
    zone: "America/New_York",
    local: "2026-12-31T23:59",
    instants: ["2027-01-01T04:59:00.000Z"],
  },
  {
    rule: "a zone of a quarter of an hour",
    zone: "Asia/Kathmandu",
    local: "2026-01-01T00:00",
    instants: ["2025-12-31T18:15:00.000Z"],
  },
  { rule: "the first year", zone: "Europe/Riga", local: "0000-01-01T00:00", instants: [] },
  { rule: "a year of two figures", zone: "Europe/Riga", local: "0026-03-02T14:05", instants: [] },
  { rule: "the last day", zone: "Europe/Riga", local: "9999-12-31T23:59", instants: [] },
  { rule: "no day", zone: "UTC", local: "2026-02-30T10:00", instants: [] },
  { rule: "no time", zone: "UTC", local: "tomorrow at noon", instants: [] },
  { rule: "seconds are not asked for", zone: "UTC", local: "2026-02-03T10:00:00", instants: [] },
];

for (const { rule, zone, local, instants } of CASES) {
  test(`${rule}: ${local} in ${zone}`, () => {
    expect(instantsAt(zone, local).map((at) => at.toISOString())).toEqual([...instants]);
  });
}

test("an instant's minute leads back to it", () => {
  for (let hour = 0; hour < 24 * 400; hour += 7) {
    const at = new Date(Date.UTC(2026, 0, 1, hour));
    expect(instantsAt("Europe/London", minuteIn("Europe/London", at)).map(Number)).toContain(at.getTime());
  }
});
