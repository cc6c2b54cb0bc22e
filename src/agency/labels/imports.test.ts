import { expect, test } from "bun:test";
import type { Db } from "#store/db.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { type UnEntry, unEntries, unXml } from "#text/cases/registers/un.ts";
import { type ListOptions, listNameOf, readList } from "#text/registers/lists.ts";
import { applyImport, dropImport, importRows, stageImport } from "./imports.ts";
import { organisationsAmong, registerDigest, registerOf } from "./queries.ts";
import { NO_COUNTS } from "./register.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");
const tuesday = new Date("2026-03-03T10:00:00.000Z");

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

function staged(db: Db, text: string, options: ListOptions = { format: "un" }) {
  return stageImport(db, {
    rows: readList(pieces(text), options),
    list: listNameOf(options),
    file: "list.xml",
    format: options.format,
    by: "the test",
    at: monday,
  });
}

async function imported(db: Db, text: string, options?: ListOptions, at = monday) {
  const { importId, counts } = await staged(db, text, options);
  expect(await applyImport(db, { importId, by: "the test", at })).toEqual({ counts });
  return counts;
}

const ENTRIES = unEntries(1_000);
const LIST = unXml(ENTRIES);

/** Three of them renamed, three with another day, two gone, two new. */
const CHANGED: readonly UnEntry[] = [
  ...ENTRIES.slice(0, -2).map((entry, at) => {
    if (at < 3) return { ...entry, name: `${entry.name} AND SONS` };
    return at < 6 ? { ...entry, listedOn: "2026-01-15" } : entry;
  }),
  ...[1, 2].map((n) => ({ reference: `XDe.N${n}`, name: `NEWLY LISTED LEAGUE OF ${n === 1 ? "BRATOL" : "MERVEN"}` })),
];

/** Ten levels of ten: a kilobyte that would be gigabytes. */
const BOMB = `<!DOCTYPE bomb [<!ENTITY a0 "boom">${Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
).join("")}]>\n`;
const HOSTILE = [
  ["an entity bomb", BOMB, "&a10;", "has a document type"],
  [
    "an external entity",
    '<!DOCTYPE list [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n',
    "&file;",
    "has a document type",
  ],
  ["an external document type", '<!DOCTYPE list SYSTEM "https://list.example/list.dtd">\n', "A", "has a document type"],
  ["an entity nobody has declared", "", "&file;", "has an entity nobody has declared: &file;"],
] as const;

for (const engine of engines) {
  test(`${engine}: a thousand entries of the UN are taken in, unchanged again, and of ten changes exactly ten are told`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    expect(await imported(db, LIST)).toEqual({ ...NO_COUNTS, added: 1_000 });
    expect((await registerOf(db)).organisations).toHaveLength(1_000);
    const digest = await registerDigest(db);

    expect(await imported(db, LIST)).toEqual({ ...NO_COUNTS, unchanged: 1_000 });
    expect(await registerDigest(db)).toBe(digest);

    const { importId, counts } = await staged(db, unXml(CHANGED));
    expect(counts).toEqual({ ...NO_COUNTS, added: 2, changed: 6, vanished: 2, unchanged: 992 });
    const different = await importRows(db, { importId, fates: ["added", "changed", "vanished"], limit: 100 });
    expect(different.map(({ fate, entry }) => `${fate} ${entry}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => `changed XDe.00${n}`),
      "added XDe.N1",
      "added XDe.N2",
      "vanished XDe.1000",
      "vanished XDe.999",
    ]);
    // Seen and not applied: nothing has changed yet.
    expect(await registerDigest(db)).toBe(digest);
    await applyImport(db, { importId, by: "the test", at: tuesday });
    expect(await registerDigest(db)).not.toBe(digest);
    expect(await imported(db, unXml(CHANGED))).toEqual({ ...NO_COUNTS, unchanged: 1_000 });
  }, 180_000);

  test(`${engine}: a file cut off in the middle changes nothing and leaves nothing behind`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml(ENTRIES.slice(0, 5)));
    const before = await registerOf(db);
    const cut = unXml(CHANGED);
    await expect(staged(db, cut.slice(0, cut.length / 2))).rejects.toThrow("ends in the middle");
    expect(await registerOf(db)).toEqual(before);
    expect(await db.selectFrom("register_import_row").selectAll().where("fate", "=", "added").execute()).toHaveLength(
      5,
    );
    expect(await db.selectFrom("register_import").select("state").execute()).toEqual([{ state: "applied" }]);
  });

  for (const [what, begin, name, sentence] of HOSTILE) {
    test(`${engine}: ${what} is refused with a sentence, and changes nothing`, async () => {
      await using store = await openTestStore(engine);
      const { db } = store;
      await imported(db, unXml(ENTRIES.slice(0, 5)));
      const before = await registerOf(db);
      const list = unXml(CHANGED)
        .replace("?>\n", `?>\n${begin}`)
        .replace(/(<FIRST_NAME>)[^<]*/, `$1${name}`);
      const begun = performance.now();
      await expect(staged(db, list)).rejects.toThrow(sentence);
      // A bomb that went off would take minutes and gigabytes.
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(await registerOf(db)).toEqual(before);
      expect(await db.selectFrom("register_import").select("state").execute()).toEqual([{ state: "applied" }]);
    });
  }

  test(`${engine}: what vanishes stays in force until an editor says it has ended, and comes back by itself`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const [first, second] = ENTRIES.slice(0, 2) as [UnEntry, UnEntry];
    await imported(db, unXml([first, second]));
    expect(await imported(db, unXml([first]), undefined, tuesday)).toMatchObject({ vanished: 1, unchanged: 1 });
    const [gone] = await organisationsAmong(db, ["un-xde.002"]);
    expect(gone?.designations).toMatchObject([{ until: null, vanishedOn: "2026-03-03", list: "un" }]);
    // It is proposed once.
    expect(await imported(db, unXml([first]))).toEqual({ ...NO_COUNTS, unchanged: 1 });
    expect(await imported(db, unXml([first, second]))).toMatchObject({ changed: 1, vanished: 0 });
    const [back] = await organisationsAmong(db, ["un-xde.002"]);
    expect(back?.designations).toMatchObject([{ until: null, vanishedOn: null }]);
  });

  test(`${engine}: language editions are merged by reference number, in whatever order they come`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const english = unXml([{ reference: "XDe.001", name: "AMBER BROTHERHOOD", original: "عهد العنبر" }]);
    const french = unXml([{ reference: "XDe.001", name: "PACTE D'AMBRE", original: "عهد العنبر" }]);
    await imported(db, english);
    expect(await imported(db, french, { format: "un", language: "fr" })).toMatchObject({ changed: 1 });
    const names = async () =>
      (await organisationsAmong(db, ["un-xde.001"]))[0]?.names.map(({ text, language }) => `${language} ${text}`);
    expect(await names()).toEqual(["en Amber Brotherhood", "ar عهد العنبر", "fr Pacte d'Ambre"]);
    expect(await imported(db, english)).toMatchObject({ unchanged: 1 });
    expect(await imported(db, french, { format: "un", language: "fr" })).toMatchObject({ unchanged: 1 });
  });

  test(`${engine}: what an editor said of a name and its forms outlives the list`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const entry = {
      reference: "XDe.001",
      name: "AMBER BROTHERHOOD",
      aliases: [["Amber Salters Union", "a.k.a."]],
    } as const;
    await imported(db, unXml([entry]));
    await db
      .updateTable("name")
      .set({ match: "ask", decided_by: "ilse" })
      .where("text", "=", "Amber Brotherhood")
      .execute();
    const { id } = await db
      .selectFrom("name")
      .select("id")
      .where("text", "=", "Amber Salters Union")
      .executeTakeFirstOrThrow();
    await db.insertInto("form").values({ name_id: id, text: "Amber Salterites", how: "editor" }).execute();
    expect(await imported(db, unXml([{ ...entry, name: "AMBER BROTHERHOOD" }]))).toMatchObject({ unchanged: 1 });
    expect(await imported(db, unXml([{ ...entry, listedOn: "2012-01-01" }]))).toMatchObject({ changed: 1 });
    const [kept] = await organisationsAmong(db, ["un-xde.001"]);
    expect(kept?.names.map(({ text, match }) => [text, match])).toEqual([
      ["Amber Brotherhood", "ask"],
      ["Amber Salters Union", null],
    ]);
    expect(kept?.names[1]?.forms).toContainEqual({ text: "Amber Salterites", how: "editor" });
  });

  test(`${engine}: a difference that was dropped, or is older than the register, is not applied`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const one = await staged(db, unXml(ENTRIES.slice(0, 2)));
    const other = await staged(db, unXml(ENTRIES.slice(0, 3)));
    await dropImport(db, { importId: one.importId, at: monday });
    expect(await applyImport(db, { importId: one.importId, by: "the test", at: monday })).toEqual({
      refusal: "not-ready",
    });
    await imported(db, unXml(ENTRIES.slice(4, 6)));
    expect(await applyImport(db, { importId: other.importId, by: "the test", at: monday })).toEqual({
      refusal: "register-moved",
    });
    expect((await registerOf(db)).organisations).toHaveLength(2);
    // Nothing of what was dropped is left, and what was applied stays on the record, also when it is dropped too late.
    const rowsOf = async (importId: string) =>
      (await importRows(db, { importId, fates: ["added", "changed", "vanished", "unchanged"], limit: 100 })).length;
    expect(await rowsOf(one.importId)).toBe(0);
    const { importId } = await staged(db, unXml(ENTRIES.slice(4, 7)));
    await applyImport(db, { importId, by: "the test", at: monday });
    await dropImport(db, { importId, at: tuesday });
    expect(await rowsOf(importId)).toBe(3);
  });

  test(`${engine}: of two who apply at the same moment one does, and the other hears what has happened`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const { importId } = await staged(db, unXml(ENTRIES.slice(0, 40)));
    const other = await staged(db, unXml(ENTRIES.slice(40, 80)));
    const third = await staged(db, unXml(ENTRIES.slice(80, 120)));
    const apply = (importId: string) => applyImport(db, { importId, by: "the test", at: monday });
    const outcomes = await Promise.all([importId, importId, other.importId, third.importId].map(apply));
    expect(outcomes.filter((one) => "counts" in one)).toHaveLength(1);
    expect((await registerOf(db)).organisations).toHaveLength(40);
    expect(await db.selectFrom("register_change").select("organisation_id").execute()).toHaveLength(40);
    for (const one of outcomes) if ("refusal" in one) expect(["register-moved", "not-ready"]).toContain(one.refusal);
  });

  test(`${engine}: an entry that is there twice is refused the second time`, async () => {
    await using store = await openTestStore(engine);
    const [first] = ENTRIES;
    if (!first) throw new Error("there are entries");
    expect(await imported(store.db, unXml([first, first]))).toEqual({ ...NO_COUNTS, added: 1, refused: 1 });
  });
}
