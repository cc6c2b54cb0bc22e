/** The public pages of labels, and the same for machines: written from the policy and the register, kept until either moves. */
import { expect, test } from "bun:test";
import { setEdition } from "#agency/editions/actions.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { endedOn, withDesignation } from "#agency/labels/edits.ts";
import { applyImport, stageEdits } from "#agency/labels/imports.ts";
import { noticeOf } from "#agency/labels/notices.ts";
import { DEFAULT_POLICY, surfacesOn, type WholePolicy } from "#agency/labels/policy.ts";
import { organisationsAmong, registerOf } from "#agency/labels/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { readRegister } from "#text/labels/labels.ts";

const AT = new Date("2026-11-20T09:00:00Z");

const designation = (jurisdiction: string, from: string, until: string | null = null) => ({
  jurisdiction,
  authority: "High Court",
  decision: "No. 7",
  from,
  until,
  wording: { en: `banned in ${jurisdiction.toUpperCase()}` },
  reference: "https://court.example/7",
});

const ORDA = {
  id: "orda",
  names: [{ text: "Brigade of Salt", lang: "en", kind: "full" }],
  designations: [designation("xk", "2015-03-01"), designation("un", "2020-01-01", "2027-02-01")],
};

async function follow(door: Door, policy: Partial<WholePolicy>, jurisdictions = ["xk", "un"]): Promise<void> {
  const labelPolicy = { ...DEFAULT_POLICY, ...policy };
  await setEdition(door.db, { code: "en", settings: { jurisdictions, labelPolicy }, by: "the test", at: AT });
}

async function keep(door: Door, organisations: readonly object[]): Promise<void> {
  const read = readRegister({ organisations });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  await importRegister(door.db, { register: read.register, by: "the test", at: AT });
}

for (const engine of engines) {
  test(`${engine}: how we label says what the policy says, and another thing when it says another`, async () => {
    await using door = await openDoor(engine);
    await follow(door, {});
    const plain = await door.text("/en/labels");
    for (const said of [
      "Kosovo and United Nations",
      "After every mention of the name.",
      "In every place a name may stand:",
    ])
      expect(plain).toContain(said);
    expect(plain).not.toContain("Statements on whole texts");
    await follow(door, {
      scope: "section",
      quotations: "inside",
      folds: true,
      surfaces: surfacesOn((surface) => surface !== "push" && surface !== "alt"),
      wording: { xk: "outlawed in Karvia" },
      notices: [noticeOf("us-fara", { name: "Strait Wire Ltd", principal: "the Port of Merven" })],
    });
    const page = await door.text("/en/labels");
    for (const said of [
      "After the first mention in each part of a story",
      "but not in: descriptions of pictures and push messages.",
      "inside the quotation in square brackets",
      "Readers may fold labels",
      "outlawed in Karvia",
      "distributed by Strait Wire Ltd on behalf of the Port of Merven",
      "at the beginning of the text, in letters as large as the text’s.",
      "28 CFR § 5.402",
    ])
      expect(page).toContain(said);
    await follow(door, { scope: "document", notice: { place: "top", size: 200 } });
    const notice = await door.text("/en/labels");
    expect(notice).toContain("Once for the whole story, in one notice.");
    expect(notice).toContain("at the beginning of the text, in letters of 200% of the text’s size.");
    expect(notice).not.toContain("square brackets");
    await follow(door, { scope: "none" });
    const none = await door.text("/en/labels");
    expect(none).toContain("Nowhere: this edition prints no labels.");
    expect(none).not.toContain("In which places");
  });

  test(`${engine}: the label a page says is printed is the one stories have, and goes with its last day`, async () => {
    await using door = await openDoor(engine);
    await keep(door, [ORDA]);
    await follow(door, { wording: { xk: "outlawed in Karvia" } });
    expect(await door.text("/en/labels")).toContain("<q>outlawed in Karvia; banned in UN</q>");
    const before = JSON.parse(await door.text("/en/labels.json"));
    expect(before.organisations).toMatchObject([{ id: "orda", label: "outlawed in Karvia; banned in UN" }]);
    door.setNow("2027-02-01T00:00:01Z");
    expect(await door.text("/en/labels")).toContain("<q>outlawed in Karvia</q>");
    expect(JSON.parse(await door.text("/en/labels.json"))).toMatchObject({
      day: "2027-02-01",
      organisations: [{ label: "outlawed in Karvia", designations: [{ inForce: true }, { inForce: false }] }],
    });
  });

  test(`${engine}: a long list has pages, by name, and so have its data`, async () => {
    await using door = await openDoor(engine);
    await keep(
      door,
      Array.from({ length: 130 }, (_, at) => ({
        ...ORDA,
        id: `orda-${at}`,
        names: [{ text: `Orda ${at}`, lang: "en", kind: "full" }],
      })),
    );
    await follow(door, {});
    const first = await door.text("/en/labels");
    expect(first.match(/class="entry-name"/g)).toHaveLength(100);
    expect(first.indexOf("Orda 2<")).toBeLessThan(first.indexOf("Orda 10<"));
    expect(first).toContain('href="/en/labels?page=2" rel="next"');
    const second = await door.text("/en/labels?page=2");
    expect(second.match(/class="entry-name"/g)).toHaveLength(30);
    expect(second).toContain("Page 2 of 2");
    expect(second).toContain('href="/en/labels" rel="prev"');
    expect(second).toContain('<link rel="alternate" type="application/json" href="/en/labels.json?page=2"');
    for (const odd of ["3", "0", "x", "1.5"]) expect((await door.get(`/en/labels?page=${odd}`)).status).toBe(404);
    const data = JSON.parse(await door.text("/en/labels.json"));
    expect(data).toMatchObject({ total: 130, page: 1, pages: 2, next: "/en/labels.json?page=2" });
    const rest = JSON.parse(await door.text(data.next));
    expect(rest.next).toBeNull();
    expect(data.organisations.length + rest.organisations.length).toBe(130);
  });

  test(`${engine}: what a list says as data is a register another Dateline takes in`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const read = readRegister(JSON.parse(await door.text("/en/labels.json")));
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    await using other = await openTestStore(engine);
    await importRegister(other.db, { register: read.register, at: AT });
    const [here, there] = [await registerOf(door.db), await registerOf(other.db)];
    const told = ({ id, names, designations }: (typeof here.organisations)[number]) => ({
      id,
      names: names.map(({ text, language, kind, match, wording }) => ({ text, language, kind, match, wording })),
      designations,
    });
    const byId = (one: { id: string }, another: { id: string }) => (one.id < another.id ? -1 : 1);
    const listed = new Set(there.organisations.map(({ id }) => id));
    expect(there.organisations.map(told).sort(byId)).toEqual(
      here.organisations
        .filter(({ id }) => listed.has(id))
        .map(told)
        .sort(byId),
    );
    expect(listed.size).toBeGreaterThan(3);
  });

  test(`${engine}: an organisation's page tells what happened to it in the order of days, and so do its data`, async () => {
    await using door = await openDoor(engine);
    await keep(door, [ORDA]);
    await follow(door, {});
    const address = "/en/labels/orda";
    expect(await door.text(address)).toContain('type="application/json" href="/en/labels/orda.json"');
    const [before] = await organisationsAmong(door.db, ["orda"], { withOff: true });
    if (!before) throw new Error("it is in the register");
    const typed = { ...designation("xk", "2015-03-01"), until: "", wording: { en: "outlawed in Karvia" } };
    const changed = withDesignation(before, 0, typed, "ilse");
    if ("refusal" in changed) throw new Error(changed.refusal);
    const at = new Date("2026-11-20T11:00:00Z");
    const edits = [{ before, after: changed.after }];
    const { importId } = await stageEdits(door.db, { edits, name: "Orda", by: "ilse", at });
    expect(await door.text(address)).not.toContain("outlawed");
    await applyImport(door.db, { importId, by: "ilse", at });

    const page = await door.text(address);
    const order = [
      "In force: Kosovo, High Court, No. 7",
      "In force: United Nations, High Court, No. 7",
      "Entered: Kosovo",
      "words of the label: banned in XK → outlawed in Karvia",
      "No longer in force: United Nations",
    ].map((said) => page.indexOf(said));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
    expect(page).toContain("to come");
    // Who did it is the house's own affair.
    expect(page).not.toContain("ilse");
    const data = await door.text(`${address}.json`);
    expect(data).not.toContain("ilse");
    expect(JSON.parse(data)).toMatchObject({
      id: "orda",
      address,
      history: [
        { day: "2015-03-01", what: "begins" },
        { day: "2020-01-01", what: "begins" },
        { day: "2026-11-20", what: "recorded" },
        { day: "2026-11-20", what: "recorded" },
        { day: "2027-02-01", what: "ends" },
      ],
    });
    expect((await door.get("/en/labels/nobody.json")).status).toBe(404);
    expect((await door.get("/en/labels/nobody")).status).toBe(404);
  });

  test(`${engine}: pages and data are kept, and printed again when the register moves`, async () => {
    await using door = await openDoor(engine);
    await keep(door, [ORDA]);
    await follow(door, {});
    const kept = async () => {
      const answer = await door.get("/en/labels.json");
      expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(answer.headers.get("surrogate-key")).toBeNull();
      return answer.headers.get("etag");
    };
    const first = await kept();
    expect(await kept()).toBe(first);
    const [before] = await organisationsAmong(door.db, ["orda"], { withOff: true });
    if (!before) throw new Error("it is in the register");
    const ended = endedOn(
      { ...before, designations: before.designations.map((one) => ({ ...one, vanishedOn: "2026-11-19" })) },
      "2026-11-19",
    );
    const { importId } = await stageEdits(door.db, { edits: [{ before, after: ended }], name: "", by: "ilse", at: AT });
    await applyImport(door.db, { importId, by: "ilse", at: AT });
    expect(await kept()).not.toBe(first);
  });
}
