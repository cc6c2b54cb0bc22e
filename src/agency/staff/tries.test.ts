import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { beginTry, countedFor, forgiveTry, takeCode } from "./tries.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const ILSE = { email: "ilse@strait.example", address: undefined };

for (const engine of engines) {
  test(`${engine}: each wrong try beyond the free ones waits twice as long, up to a quarter of an hour`, async () => {
    await using store = await openTestStore(engine);
    const counted = countedFor(ILSE);
    for (let number = 0; number < 5; number++) await beginTry(store.db, { counted, at: NOON });
    const waits: number[] = [];
    for (let at = NOON; waits.length < 10; ) {
      expect(await beginTry(store.db, { counted, at })).toBeUndefined();
      // One that comes too early is not made, and not counted.
      const openAt = await beginTry(store.db, { counted, at });
      if (openAt === undefined) throw new Error("the next try need not wait");
      waits.push((openAt.getTime() - at.getTime()) / 1000);
      at = openAt;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  test(`${engine}: a failure an hour is forgotten, and a right one forgets them all`, async () => {
    await using store = await openTestStore(engine);
    const counted = countedFor(ILSE);
    for (let number = 0; number < 6; number++) await beginTry(store.db, { counted, at: NOON });
    expect(await beginTry(store.db, { counted, at: NOON })).toEqual(after(5));
    expect(await beginTry(store.db, { counted, at: after(2 * 60 * 60) })).toBeUndefined();
    expect(await beginTry(store.db, { counted, at: after(2 * 60 * 60) })).toBeUndefined();
    await forgiveTry(store.db, { counted });
    expect(await store.db.selectFrom("sign_in_try").selectAll().execute()).toEqual([]);
  });

  test(`${engine}: an account, a known browser and an address are counted apart, and no address is kept as typed`, async () => {
    await using store = await openTestStore(engine);
    const stranger = countedFor(ILSE);
    const known = countedFor({ ...ILSE, device: "desktop" });
    for (let number = 0; number < 6; number++) await beginTry(store.db, { counted: stranger, at: NOON });
    expect(await beginTry(store.db, { counted: stranger, at: NOON })).toBeDefined();
    expect(await beginTry(store.db, { counted: known, at: NOON })).toBeUndefined();
    const rows = await store.db.selectFrom("sign_in_try").select("key").execute();
    expect(JSON.stringify(rows)).not.toContain("ilse");
  });

  test(`${engine}: one address that tries many accounts is slowed, and its network of IPv6 is one address`, async () => {
    await using store = await openTestStore(engine);
    const from = (address: string, number: number) => countedFor({ email: `reader-${number}@strait.example`, address });
    for (let number = 0; number < 31; number++) {
      const counted = from(`2001:db8::${number.toString(16)}`, number);
      expect(await beginTry(store.db, { counted, at: NOON })).toBeUndefined();
    }
    expect(await beginTry(store.db, { counted: from("2001:db8:0:0:ffff::1", 99), at: NOON })).toEqual(after(5));
    expect(await beginTry(store.db, { counted: from("2001:db8:0:1::1", 99), at: NOON })).toBeUndefined();
  });

  test(`${engine}: a code is taken once while it lives`, async () => {
    await using store = await openTestStore(engine);
    const code = { staffId: "ilse", code: "123456" };
    const taken = await Promise.all([1, 2, 3].map(() => takeCode(store.db, { ...code, at: NOON })));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeCode(store.db, { ...code, staffId: "ines", at: NOON })).toBe(true);
    expect(await takeCode(store.db, { ...code, at: after(60) })).toBe(false);
    expect(await takeCode(store.db, { ...code, at: after(60 * 60) })).toBe(true);
  });
}

function after(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1000);
}
