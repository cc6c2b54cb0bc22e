import { expect, test } from "bun:test";
import { notedActs } from "#store/audit.ts";
import type { Db } from "#store/db.ts";
import { topicVersions } from "#store/topics.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { unXml } from "#text/cases/registers/un.ts";
import { listNameOf, readList } from "#text/registers/lists.ts";
import {
  type DesignationTyped,
  endedOn,
  heldStill,
  idFor,
  type NameTyped,
  withDesignation,
  withName,
  withoutDesignation,
  withoutName,
} from "./edits.ts";
import { changesOf, historyOf } from "./history.ts";
import { applyImport, importRows, stageEdits, stageImport } from "./imports.ts";
import { registerLeaf, turnsAfter, vanishedOnes } from "./listing.ts";
import { matcherFor, organisationsAmong } from "./queries.ts";
import type { KeptOrganisation } from "./register.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");
const wednesday = new Date("2026-03-04T10:00:00.000Z");
const tuesday = new Date("2026-03-03T10:00:00.000Z");
const ILSE = "ilse";

const AMBER = { reference: "XDe.001", name: "AMBER BROTHERHOOD", aliases: [["Salters", "a.k.a."]] } as const;

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

async function imported(db: Db, text: string, at = monday) {
  const options = { format: "un" } as const;
  const rows = readList(whole(text), options);
  const list = listNameOf(options);
  const { importId, counts } = await stageImport(db, { rows, list, file: "list.xml", format: "un", by: ILSE, at });
  await applyImport(db, { importId, by: ILSE, at });
  return counts;
}

async function kept(db: Db, id = "un-xde.001"): Promise<KeptOrganisation> {
  const [organisation] = await organisationsAmong(db, [id], { withOff: true });
  if (!organisation) throw new Error(`${id} is not in the register`);
  return organisation;
}

async function applied(db: Db, before: KeptOrganisation | undefined, after: KeptOrganisation, at = monday) {
  const { importId } = await stageEdits(db, { edits: [{ before, after }], name: "Amber Brotherhood", by: ILSE, at });
  return applyImport(db, { importId, by: ILSE, at });
}

function changed<Refusal>(outcome: { after: KeptOrganisation } | { refusal: Refusal }): KeptOrganisation {
  if ("refusal" in outcome) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.after;
}

const NAME: NameTyped = {
  text: "Brigade of Salt",
  language: "en",
  kind: "full",
  match: null,
  wording: {},
  forms: [],
  more: [],
};

const DESIGNATION: DesignationTyped = {
  jurisdiction: "XK",
  authority: "High Court of Karvia",
  decision: "No. 7",
  from: "2026-01-15",
  until: "",
  wording: { en: "banned in Karvia" },
  reference: "https://court.example/7",
};

const LOOK = { language: "en", day: "2026-03-02", page: 1, limit: 9 };

const EMPTY: KeptOrganisation = { id: "brigade-of-salt", names: [], designations: [] };

for (const engine of engines) {
  test(`${engine}: an organisation added by hand counts once it is applied, on the record and with its history`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const after = changed(
      withDesignation(changed(withName(EMPTY, undefined, NAME, ILSE)), undefined, DESIGNATION, ILSE),
    );
    const { importId } = await stageEdits(db, {
      edits: [{ before: undefined, after }],
      name: "Brigade of Salt",
      by: ILSE,
      at: monday,
    });
    expect(await organisationsAmong(db)).toEqual([]);
    const topics = await topicVersions(db, ["register"]);
    await applyImport(db, { importId, by: ILSE, at: monday });
    const one = await kept(db, "brigade-of-salt");
    expect(one.designations).toMatchObject([{ jurisdiction: "xk", from: "2026-01-15", until: null, list: null }]);
    expect((await topicVersions(db, ["register"])).get("register")).toBeGreaterThan(topics.get("register") ?? 0);
    const matcher = await matcherFor(db, "en");
    expect([...matcher.matches("They met the Brigade of Salt.")]).toHaveLength(1);
    expect(await notedActs(db, { subject: "organisation:brigade-of-salt" }, { limit: 5 })).toMatchObject([
      { by: ILSE, act: "register.add", detail: { name: "Brigade of Salt" } },
    ]);
    const [entry] = await historyOf(db, "brigade-of-salt", { limit: 5 });
    expect(entry).toMatchObject({ by: ILSE, changes: [{ what: "designation", did: "added" }] });
    // It is applied once.
    expect(await applyImport(db, { importId, by: ILSE, at: monday })).toEqual({ refusal: "not-ready" });
  });

  test(`${engine}: a change by hand made from an organisation that has changed since is not applied`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml([AMBER, { reference: "XDe.002", name: "LEAGUE OF BRATOL" }]));
    const before = await kept(db);
    const one = changed(withName(before, undefined, NAME, ILSE));
    const other = changed(withName(before, undefined, { ...NAME, text: "Salt Orda" }, ILSE));
    const { importId } = await stageEdits(db, { edits: [{ before, after: one }], name: "", by: ILSE, at: monday });
    await applied(db, before, other);
    expect(await applyImport(db, { importId, by: ILSE, at: monday })).toEqual({ refusal: "register-moved" });
    expect((await kept(db)).names.map(({ text }) => text)).toEqual(["Amber Brotherhood", "Salters", "Salt Orda"]);
    // Another organisation does not stand in its way.
    const league = await kept(db, "un-xde.002");
    const now = await kept(db);
    const waiting = await stageEdits(db, {
      edits: [{ before: now, after: endedOn(now, "2026-03-01") }],
      name: "",
      by: ILSE,
      at: monday,
    });
    await applied(db, league, changed(withName(league, undefined, NAME, ILSE)));
    expect(await applyImport(db, { importId: waiting.importId, by: ILSE, at: monday })).toMatchObject({
      counts: { changed: 1 },
    });
  });

  test(`${engine}: a list's own name can be switched off, whole, and stays off when the list is read again`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml([AMBER]));
    const before = await kept(db);
    const [name] = before.names;
    if (!name) throw new Error("the list has a name");
    const found = async () =>
      [...(await matcherFor(db, "en")).matches("The Amber Brotherhood and the Salters met.")].length;
    expect(await found()).toBe(2);
    const typed = { ...NAME, text: name.text, forms: [], match: name.match };
    await applied(db, before, changed(withName(before, 0, typed, ILSE)));
    expect(await found()).toBe(1);
    const now = await kept(db);
    expect(now.names.map(({ text, forms }) => [text, forms.length > 0])).toEqual([
      ["Amber Brotherhood", false],
      ["Salters", true],
    ]);
    expect(await imported(db, unXml([AMBER]), tuesday)).toMatchObject({ unchanged: 1 });
    expect(await imported(db, unXml([{ ...AMBER, listedOn: "2012-01-01" }]), tuesday)).toMatchObject({ changed: 1 });
    expect(await found()).toBe(1);
    // And on again.
    const off = await kept(db);
    const again = { ...typed, forms: (off.names[0]?.off ?? []).map(({ text }) => text) };
    await applied(db, off, changed(withName(off, 0, again, ILSE)));
    expect(await found()).toBe(2);
  });

  test(`${engine}: what an editor did to a list's name and its words outlives the next reading of the list`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml([{ ...AMBER, original: "Янтарный завет" }]));
    const before = await kept(db);
    const place = before.names.findIndex(({ language }) => language === "ru");
    const forms = (before.names[place]?.forms ?? []).map(({ text }) => text);
    const taken = "Янтарного завета";
    expect(forms).toContain(taken);
    const typed: NameTyped = {
      text: "What a form cannot change",
      language: "de",
      kind: "acronym",
      match: "ask",
      wording: { en: "see the court's list" },
      forms: forms.filter((form) => form !== taken),
      more: ["янтарники"],
    };
    const after = changed(
      withDesignation(
        changed(withName(before, place, typed, ILSE)),
        0,
        { ...DESIGNATION, wording: { en: "under sanctions" }, until: "2026-02-01" },
        ILSE,
      ),
    );
    expect(await applied(db, before, after)).toMatchObject({ counts: { changed: 1 } });
    await imported(db, unXml([{ ...AMBER, original: "Янтарный завет", listedOn: "2012-01-01" }]), tuesday);
    const now = await kept(db);
    expect(now.names[place]).toMatchObject({
      text: "Янтарный завет",
      language: "ru",
      match: "ask",
      decidedBy: ILSE,
      wording: { en: "see the court's list" },
    });
    expect(now.names[place]?.forms.map(({ text }) => text)).toContain("янтарники");
    expect(now.names[place]?.forms.map(({ text }) => text)).not.toContain(taken);
    expect(now.names[place]?.off?.map(({ text }) => text)).toEqual([taken]);
    // Its day is the list's, and so is its end while the list still has it.
    expect(now.designations).toMatchObject([
      { from: "2012-01-01", until: null, wording: { en: "under sanctions" }, wordedBy: ILSE },
    ]);
    const back = changed(withName(now, place, { ...typed, forms, more: [] }, ILSE));
    await applied(db, now, back);
    expect((await kept(db)).names[place]?.forms.map(({ text }) => text)).toContain(taken);
    expect((await kept(db)).names[place]?.forms.map(({ text }) => text)).not.toContain("янтарники");
  });

  test(`${engine}: a form in doubt that an editor writes is labelled by itself from then on, whatever is read again`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const own = {
      organisations: [
        {
          id: "amber-brotherhood",
          names: [{ text: "ABX", lang: "en", kind: "acronym" }],
          designations: [{ jurisdiction: "xk", authority: "Court", from: "2020-01-01", wording: { en: "banned" } }],
        },
      ],
    };
    const read = async (at = monday) => {
      const rows = readList(whole(JSON.stringify(own)), { format: "dateline" });
      const staged = await stageImport(db, {
        rows,
        list: null,
        file: "own.json",
        format: "dateline",
        by: ILSE,
        at,
      });
      await applyImport(db, { importId: staged.importId, by: ILSE, at });
      return staged.counts;
    };
    const doubtful = async () =>
      [...(await matcherFor(db, "en")).matches("The A.B.X. left.")].flatMap(({ candidates }) =>
        candidates.map(({ isDoubtful }) => isDoubtful === true),
      );
    await read();
    expect(await doubtful()).toEqual([true]);
    expect((await registerLeaf(db, LOOK)).lines[0]?.isInDoubt).toBe(true);
    const before = await kept(db, "amber-brotherhood");
    const typed: NameTyped = { ...NAME, text: "ABX", kind: "acronym", forms: ["ABX", "A.B.X."], more: ["A.B.X."] };
    const after = changed(withName(before, 0, typed, ILSE));
    expect(changesOf(before, after)).toEqual([{ what: "form", did: "added", name: "ABX", form: "A.B.X." }]);
    await applied(db, before, after);
    expect(await doubtful()).toEqual([false]);
    expect((await registerLeaf(db, LOOK)).lines[0]?.isInDoubt).toBe(false);
    // The same file is no difference, and another one says nothing of the form.
    expect(await read()).toMatchObject({ unchanged: 1 });
    own.organisations[0]?.designations.push({
      jurisdiction: "xl",
      authority: "Court",
      from: "2021-01-01",
      wording: { en: "x" },
    });
    expect(await read(tuesday)).toMatchObject({ changed: 1 });
    expect(await doubtful()).toEqual([false]);
    const [last] = await historyOf(db, "amber-brotherhood", { limit: 1 });
    expect(last?.changes.map(({ what }) => what)).toEqual(["designation"]);
  });

  test(`${engine}: forms an editor added or took away are no difference to a list, and none is told`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml([AMBER]));
    const before = await kept(db);
    const forms = (before.names[0]?.forms ?? []).map(({ text }) => text);
    await applied(db, before, changed(withName(before, 0, { ...NAME, forms, more: ["Brothers of Amber"] }, ILSE)));
    expect(await imported(db, unXml([AMBER]), tuesday)).toMatchObject({ unchanged: 1 });
    const rows = readList(whole(unXml([{ ...AMBER, listedOn: "2012-01-01" }])), { format: "un" });
    const staging = { rows, list: "un", file: "list.xml", format: "un", by: ILSE, at: wednesday } as const;
    const { importId } = await stageImport(db, staging);
    const [row] = await importRows(db, { importId, fates: ["changed"], inDoubt: false, after: 0, limit: 5 });
    if (!row?.was || !row.organisation) throw new Error("the day of its listing has changed");
    expect(changesOf(row.was, row.organisation)).toMatchObject([{ what: "designation-field", field: "from" }]);
    await applyImport(db, { importId, by: ILSE, at: wednesday });
    expect((await kept(db)).names[0]?.forms.map(({ text }) => text)).toContain("Brothers of Amber");
  });

  test(`${engine}: an end is confirmed on its day, and what still holds is not proposed to end again`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const other = { reference: "XDe.002", name: "LEAGUE OF BRATOL" } as const;
    const third = { reference: "XDe.003", name: "ORDER OF MERVEN" } as const;
    await imported(db, unXml([AMBER, other, third]));
    expect(await imported(db, unXml([third]), tuesday)).toMatchObject({ vanished: 2 });
    expect(await vanishedOnes(db, { limit: 10 })).toEqual(["un-xde.001", "un-xde.002"]);
    const ended = await kept(db);
    await applied(db, ended, endedOn(ended, "2026-03-01"), wednesday);
    const held = await kept(db, "un-xde.002");
    await applied(db, held, heldStill(held, ILSE), tuesday);
    expect(await vanishedOnes(db, { limit: 10 })).toEqual([]);
    expect((await kept(db)).designations).toMatchObject([{ until: "2026-03-01" }]);
    expect((await kept(db, "un-xde.002")).designations).toMatchObject([{ until: null, heldBy: ILSE }]);
    expect(await imported(db, unXml([third]), tuesday)).toMatchObject({ vanished: 0, unchanged: 1 });
    const fields = (await historyOf(db, "un-xde.001", { limit: 5 })).flatMap(({ changes }) =>
      changes.map((change) =>
        "field" in change ? `${change.field}: ${change.before} → ${change.after}` : change.what,
      ),
    );
    expect(fields).toEqual(["until:  → 2026-03-01", "vanished:  → 2026-03-03", "designation"]);
    // A list that has it again has the last word.
    await imported(db, unXml([other, third]), tuesday);
    expect((await kept(db, "un-xde.002")).designations).toMatchObject([{ vanishedOn: null, heldBy: null }]);
  });

  test(`${engine}: the register is looked through by words, jurisdiction and state, a leaf at a time`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await imported(db, unXml([AMBER, { reference: "XDe.002", name: "LEAGUE OF BRATOL", original: "Лига Братола" }]));
    const made = changed(withName(EMPTY, undefined, NAME, ILSE));
    await applied(
      db,
      undefined,
      changed(withDesignation(made, undefined, { ...DESIGNATION, until: "2026-12-01" }, ILSE)),
    );
    const look = { language: "en", day: "2026-03-02", page: 1, limit: 2 };
    const first = await registerLeaf(db, look);
    expect(first).toMatchObject({ total: 3, pages: 2 });
    expect(first.lines.map(({ name }) => name)).toEqual(["Amber Brotherhood", "Brigade of Salt"]);
    expect((await registerLeaf(db, { ...look, page: 2 })).lines.map(({ name }) => name)).toEqual(["League of Bratol"]);
    const found = async (more: object) => (await registerLeaf(db, { ...look, ...more })).lines.map(({ id }) => id);
    expect(await found({ words: "ЛИГА БР" })).toEqual(["un-xde.002"]);
    expect(await found({ jurisdictions: ["xk"] })).toEqual(["brigade-of-salt"]);
    expect(await found({ state: "ended", day: "2026-12-01" })).toEqual(["brigade-of-salt"]);
    expect(await found({ state: "to-come", day: "2026-01-14", jurisdictions: ["xk"] })).toEqual(["brigade-of-salt"]);
    expect(await found({ state: "vanished" })).toEqual([]);
    expect(await turnsAfter(db, "2026-03-02", { limit: 5 })).toMatchObject([
      { day: "2026-12-01", organisationId: "brigade-of-salt", turn: "ends" },
    ]);
  });
}

test("what cannot be in a register is refused, and says why", () => {
  const made = changed(withName(EMPTY, undefined, NAME, ILSE));
  const name = (typed: Partial<NameTyped>, of: KeptOrganisation = EMPTY) =>
    withName(of, undefined, { ...NAME, ...typed }, ILSE);
  expect(name({ text: "«»" })).toEqual({ refusal: "no-name" });
  expect(name({ text: "x".repeat(301) })).toEqual({ refusal: "long-name" });
  expect(name({ language: "no language" })).toEqual({ refusal: "language" });
  expect(name({}, made)).toEqual({ refusal: "taken-name" });
  expect(name({ wording: { en: "two\nlines" } })).toEqual({ refusal: "wording" });
  expect(name({ more: ["…"] })).toEqual({ refusal: "forms" });
  expect(withoutName(made, 0)).toEqual({ refusal: "last-name" });
  const designation = (typed: Partial<DesignationTyped>) =>
    withDesignation(made, undefined, { ...DESIGNATION, ...typed }, ILSE);
  expect(designation({ jurisdiction: "the moon" })).toEqual({ refusal: "jurisdiction" });
  expect(designation({ authority: "" })).toEqual({ refusal: "authority" });
  expect(designation({ from: "2026-02-30" })).toEqual({ refusal: "from" });
  expect(designation({ until: "soon" })).toEqual({ refusal: "until" });
  expect(designation({ until: "2026-01-14" })).toEqual({ refusal: "until-early" });
  expect(designation({ wording: {} })).toEqual({ refusal: "no-wording" });
  expect(designation({ reference: "javascript:alert(1)" })).toEqual({ refusal: "reference" });
  const listed = {
    ...made,
    designations: [{ ...changed(designation({})).designations[0], list: "un" }],
  } as KeptOrganisation;
  expect(withoutDesignation(listed, 0)).toEqual({ refusal: "of-list" });
});

test("a name that becomes another one gets new forms, and keeps those added by hand", () => {
  const typed = { ...NAME, text: "Талибар", language: "ru", more: ["талибарцы"] };
  const made = changed(withName(EMPTY, undefined, typed, ILSE));
  const [name] = made.names;
  expect(name?.forms.map(({ text }) => text)).toContain("Талибаром");
  const again = changed(
    withName(made, 0, { ...typed, text: "Талибур", forms: ["талибарцы", "Талибаром"], more: [] }, ILSE),
  );
  const forms = again.names[0]?.forms.map(({ text }) => text);
  expect(forms).toContain("Талибуром");
  expect(forms).toContain("талибарцы");
  expect(forms).not.toContain("Талибаром");
});

test("an organisation's id is its name in Latin letters, with a number when it is taken", () => {
  expect(idFor("Орда соли", "ru", () => false)).toMatch(/^orda-soli$/);
  expect(idFor("Salt", "en", (id) => id === "salt")).toBe("salt-2");
});
