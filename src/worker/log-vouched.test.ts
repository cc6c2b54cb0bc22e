import { expect, test } from "bun:test";
import { NOBODY_TRUSTED, verifyStore } from "#agency/log/verify.ts";
import { askedInVain } from "#agency/log/vouched.ts";
import { readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { readVkey } from "#lib/merkle/note.ts";
import type { Witness } from "#lib/merkle/witness.ts";
import { witnessedAt } from "#lib/merkle/witness.ts";
import { checkedTimestamp } from "#lib/timestamps.ts";
import { appendEntry } from "#store/log.ts";
import { openAuthority } from "#test/authority.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { openWitness, type TestWitness } from "#test/witness.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const MINUTE_MS = 60_000;

function known({ url, vkey }: TestWitness): Witness {
  const key = readVkey(vkey);
  if (!key) throw new Error("the witness has no key");
  return { url, key };
}

/** Something is published, and a worker looks after each minute of `minutes`. */
async function published(door: Door, clock: { minute: number }, { minutes = 1 } = {}): Promise<string[]> {
  await appendEntry(door.db, { kind: "kill", parts: [], at: after(clock.minute) });
  const said: string[] = [];
  for (let round = 0; round < minutes; round++) {
    door.setNow(after(clock.minute).toISOString());
    // What asks for somebody is a job, and what they are asked by the next.
    for (let look = 0; look < 2; look++) said.push(...(await door.workOnce()));
    clock.minute += 1;
  }
  return said;
}

function after(minute: number): Date {
  return new Date(NOON.getTime() + minute * MINUTE_MS);
}

for (const engine of engines) {
  test(`${engine}: witnesses sign each checkpoint that goes on from the last, and readers get their lines with it`, async () => {
    await using one = await openWitness({ name: "one.example/w", at: NOON });
    await using two = await openWitness({ name: "two.example/w", at: NOON });
    const witnesses = [known(one), known(two)];
    await using door = await openDoor(engine, { vouchers: { witnesses } });
    const logKey = (await door.text("/log/key")).trim();
    for (const witness of [one, two]) witness.knows(logKey);
    const clock = { minute: 0 };
    expect(await published(door, clock)).toEqual([]);
    expect(await published(door, clock)).toEqual([]);
    expect(one.asked).toEqual([
      { old: 0, size: 1, status: 200 },
      { old: 1, size: 2, status: 200 },
    ]);
    const checkpoint = readCheckpoint(await door.text("/log/checkpoint"));
    for (const { key } of witnesses) expect(checkpoint && witnessedAt(checkpoint.note, key)).toEqual(NOON);
    // Of those nobody has set none is passed on.
    expect(await door.text("/log/checkpoint")).not.toContain("stranger.example");
    expect(await door.text("/en/feed.xml")).toContain("— two.example/w ");
    const trusted = { ...NOBODY_TRUSTED, witnesses: witnesses.map(({ key }) => key) };
    const good = await verifyStore(door.db, { verifier: undefined, earlier: [], trusted });
    expect(faultsOf(good)).toEqual([]);
    expect(good.findings.map(({ sentence }) => sentence).join("\n")).toContain(
      "The witness two.example/w signed on 2026-03-02T12:00:00.000Z that the log has 2 entries",
    );
    await unlock(door.store);
    await door.db
      .updateTable("log_cosignature")
      .set({ line: "— one.example/w AAAAAAAA\n" })
      .where("size", "=", 1)
      .execute();
    const bad = await verifyStore(door.db, { verifier: undefined, earlier: [], trusted });
    expect(faultsOf(bad)).toEqual([
      "The signature of the witness one.example/w under 1 entry is wrong.",
      "The signature of the witness two.example/w under 1 entry is wrong.",
    ]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a witness that fails stops nothing, is told of, and signs once it answers again`, async () => {
    await using witness = await openWitness({ name: "one.example/w", at: NOON });
    const witnesses = [known(witness)];
    await using door = await openDoor(engine, { vouchers: { witnesses } });
    const clock = { minute: 0 };
    expect((await published(door, clock)).join()).toContain("does not know this log");
    // Published ten times more: it is asked at its own times, not each time anew.
    for (let turn = 0; turn < 10; turn++) await published(door, clock);
    expect(witness.asked.length).toBeLessThan(6);
    const [vain, ...more] = await askedInVain(door.db);
    expect([vain, more]).toEqual([
      { who: "one.example/w", tries: expect.any(Number), why: expect.stringContaining("add its key (/log/key)") },
      [],
    ]);
    expect(await door.as("administrator").text("/desk/")).toContain("one.example/w, asked in vain");
    expect(readCheckpoint(await door.text("/log/checkpoint"))?.size).toBe(11);
    const trusted = { ...NOBODY_TRUSTED, witnesses: witnesses.map(({ key }) => key) };
    expect(faultsOf(await verifyStore(door.db, { verifier: undefined, earlier: [], trusted }))).toEqual([
      "The witness one.example/w has signed no checkpoint of this log.",
    ]);
    witness.knows((await door.text("/log/key")).trim());
    witness.failWith(503);
    clock.minute += 60;
    expect((await published(door, clock)).join()).toContain("answered 503");
    witness.failWith(undefined);
    witness.garble((line) => line.replace(/(one\.example\/w )(.{20})./, "$1$2A"));
    clock.minute += 240;
    expect((await published(door, clock)).join()).toContain("without a good signature of its own");
    witness.garble((line) => line);
    clock.minute += 720;
    // It signed what was lost on the way, so it answers with another size and is asked from there.
    expect(await published(door, clock)).toEqual([]);
    expect(witness.asked.slice(-3)).toEqual([
      { old: 0, size: 13, status: 409 },
      { old: 12, size: 13, status: 200 },
      { old: 13, size: 14, status: 200 },
    ]);
    expect(await askedInVain(door.db)).toEqual([]);
    expect(await door.as("administrator").text("/desk/")).not.toContain("asked in vain");
  });

  test(`${engine}: a witness refuses a log that was rewritten, and says so`, async () => {
    await using witness = await openWitness({ name: "one.example/w", at: NOON });
    await using door = await openDoor(engine, { vouchers: { witnesses: [known(witness)] } });
    witness.knows((await door.text("/log/key")).trim());
    const clock = { minute: 0 };
    for (let turn = 0; turn < 3; turn++) await published(door, clock);
    await unlock(door.store);
    await door.db.deleteFrom("log_cosignature").execute();
    await door.db.deleteFrom("log_checkpoint").execute();
    await door.db.deleteFrom("log_entry").where("number", ">", 0).execute();
    expect((await published(door, clock)).join()).toContain("has signed 3 entries of this log, and here are 2");
    await published(door, clock);
    clock.minute += 60;
    expect((await published(door, clock)).join()).toContain("does not go on from what it signed before");
  });
}

for (const kind of ["rsa", "ec"] as const) {
  test(`sqlite: an authority (${kind}) says when a checkpoint was there, and anybody can check it`, async () => {
    await using authority = await openAuthority(kind);
    const authorities = [{ url: authority.url, trusted: [authority.root] }];
    await using door = await openDoor("sqlite", { vouchers: { authorities } });
    const clock = { minute: 0 };
    expect(await published(door, clock)).toEqual([]);
    const { timestamps } = JSON.parse(await door.text("/log/timestamps.json"));
    expect(timestamps).toEqual([
      { size: 1, authority: authority.url, checkpoint: await door.text("/log/checkpoint"), answer: expect.any(String) },
    ]);
    const [{ checkpoint, answer }] = timestamps;
    const bytes = Buffer.from(answer, "base64");
    // By a program that is not ours.
    expect(authority.verified(bytes, checkpoint)).toContain("Verification: OK");
    const trusted = [authority.root];
    expect(checkedTimestamp(bytes, { words: checkpoint, trusted })).toMatchObject({
      stamped: { by: "CN=Stamps of time", isTrusted: true },
    });
    expect(checkedTimestamp(bytes, { words: `${checkpoint} `, trusted })).toEqual({
      refusal: "it stamps something else",
    });
    // Not asked again within the hour, however much is published.
    for (let turn = 0; turn < 5; turn++) await published(door, clock);
    expect(authority.asked()).toBe(1);
    await published(door, clock, { minutes: 60 });
    expect(authority.asked()).toBe(2);
    const verdict = await verifyStore(door.db, {
      verifier: undefined,
      earlier: [],
      trusted: { witnesses: [], certificates: trusted },
    });
    expect(faultsOf(verdict)).toEqual([]);
    expect(verdict.findings.map(({ sentence }) => sentence).join()).toContain("says that they were there on");
    expect(await door.text("/log")).toContain("/log/timestamps.json");
  });

  test(`sqlite: no token (${kind}) that was changed says another time, of somebody else, or stamps other words`, async () => {
    await using authority = await openAuthority(kind);
    await using other = await openAuthority(kind);
    await using door = await openDoor("sqlite", { vouchers: { authorities: [{ url: authority.url, trusted: [] }] } });
    await published(door, { minute: 0 });
    const [{ checkpoint, answer }] = JSON.parse(await door.text("/log/timestamps.json")).timestamps;
    const good = Buffer.from(answer, "base64");
    const check = (bytes: Uint8Array, trusted = [authority.root]) =>
      checkedTimestamp(bytes, { words: checkpoint, trusted });
    expect(check(good)).toMatchObject({ stamped: { isTrusted: true } });
    expect(check(good, [other.root])).toMatchObject({ stamped: { isTrusted: false } });
    const passed: ReturnType<typeof check>[] = [];
    for (let place = 0; place < good.length; place += 7) {
      const bad = Buffer.from(good);
      bad[place] = (bad[place] ?? 0) ^ 1;
      const checked = check(bad);
      // A few bytes say nothing: how the token is wrapped, and how it spells what is always the same.
      if ("stamped" in checked && checked.stamped.isTrusted) passed.push(checked);
    }
    expect(passed.length).toBeLessThan(good.length / 7 / 10);
    for (const checked of passed) expect(checked).toEqual(check(good));
    for (const bytes of [new Uint8Array(), good.subarray(0, 40), Buffer.from("<html>no</html>")])
      expect(check(bytes)).toEqual({ refusal: "the answer is no time stamp" });
    expect(checkedTimestamp(good, { words: checkpoint, trusted: [], nonce: Uint8Array.of(1, 2, 3) })).toEqual({
      refusal: "it answers another question: the nonce is not ours",
    });
  });
}

test("sqlite: a stamp of somebody who is not trusted, a refusal and a stamp on something else are not kept", async () => {
  await using authority = await openAuthority("ec");
  await using stranger = await openAuthority("ec");
  const authorities = [{ url: authority.url, trusted: [stranger.root] }];
  await using door = await openDoor("sqlite", { vouchers: { authorities } });
  const clock = { minute: 0 };
  expect((await published(door, clock)).join()).toContain("does not lead to one that is trusted");
  let earlier: Buffer | undefined;
  authority.garble((answer) => {
    earlier ??= answer;
    return earlier;
  });
  await published(door, clock);
  clock.minute += 60;
  expect((await published(door, clock, { minutes: 3 })).join()).toMatch(/stamps something else|the nonce is not ours/);
  authority.garble(() => Buffer.from("30053003020102", "hex"));
  clock.minute += 300;
  expect((await published(door, clock)).join()).toContain("the authority refused (status 2)");
  expect(JSON.parse(await door.text("/log/timestamps.json"))).toEqual({ timestamps: [] });
  expect(await door.text("/log")).not.toContain("/log/timestamps.json");
});

function faultsOf({ findings }: Awaited<ReturnType<typeof verifyStore>>): string[] {
  return findings.filter(({ severity }) => severity === "fault").map(({ sentence }) => sentence);
}
