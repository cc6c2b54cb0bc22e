import { expect, test } from "bun:test";
import { takeIn } from "#agency/articles/take-in.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { htmlFaults } from "#test/faults.ts";
import { publish, write } from "#test/publishing.ts";
import { readRegister } from "#text/labels/labels.ts";

const REGISTER = {
  organisations: [
    {
      id: "nrf",
      names: [{ text: "NRF", lang: "en", kind: "acronym" }],
      designations: [
        {
          jurisdiction: "xa",
          authority: "High Court",
          decision: "1/12",
          from: "2012-03-01",
          until: null,
          wording: { en: "group banned in Aldria" },
        },
      ],
    },
  ],
};

for (const engine of engines) {
  test(`${engine}: a correction shows in the story, its history, the page of corrections, the feeds and structured data`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "A mission", "From Brussel the ministers left.");
    expect(await door.text("/en/corrections")).toContain("Nothing has been corrected yet.");
    await write(editor, id, "From Brussels the ministers left.");

    const form = await editor.text(`/desk/articles/${id}/details`);
    expect(form).toContain('value="update" checked');
    expect(form).toMatch(/name="oldWords"[^>]*>\s*Brussel\s*</);
    expect(form).toMatch(/name="newWords"[^>]*>\s*Brussels\s*</);
    door.setNow("2026-11-21T09:00:00Z");
    const refused = await publish(editor, id, { kind: "correction", oldWords: "Brussel", newWords: "Brussels" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Write the sentence readers are told.");
    expect(await door.text("/en/a-mission")).toContain("Brussel the");
    expect(await count(door, "correction")).toBe(0);

    const sent = await publish(editor, id, {
      kind: "correction",
      oldWords: "Brussel",
      newWords: "Brussels",
      severity: "minor",
      sentence: "The city was misspelt.",
      askedBy: "Hanna Example",
    });
    expect(sent.status).toBe(303);

    const page = await door.text("/en/a-mission");
    expect(page).toContain("Corrected on 21 November 2026");
    expect(page).toContain("The city was misspelt.");
    expect(page).toContain("<del>Brussel</del>");
    expect(dataIn(page)).toMatchObject({
      dateModified: "2026-11-21T09:00:00.000Z",
      correction: [{ "@type": "CorrectionComment", datePublished: "2026-11-21" }],
    });
    const history = await door.text("/en/a-mission/history");
    expect(history).toContain('<del title="removed">Brussel</del><ins title="added">Brussels</ins>');
    expect(history).toContain("Version 2");
    const corrections = await door.text("/en/corrections");
    expect(corrections).toContain("The city was misspelt.");
    for (const html of [page, history, corrections]) expect(await htmlFaults(html)).toEqual([]);
    const feed = await (await door.get("/en/corrections/feed.json")).json();
    expect(feed.items).toMatchObject([{ title: "Correction: A mission", summary: "The city was misspelt." }]);
    for (const file of ["feed.xml", "atom.xml"])
      expect(await door.text(`/en/corrections/${file}`)).toContain("Correction: A mission");
    expect(await door.text("/en/")).toContain('<span class="mark">Corrected</span>');
    expect(await editor.text(`/desk/articles/${id}/history`)).toContain("<strong>Correction</strong>");

    // Who asked is for the desk, for they have not said otherwise.
    for (const html of [page, history, corrections, JSON.stringify(feed)]) expect(html).not.toContain("Hanna");
    expect(await door.db.selectFrom("correction").select(["asked_by", "credited"]).execute()).toEqual([
      { asked_by: "Hanna Example", credited: null },
    ]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: the place of a dateline taken in from copy is corrected like any word, and the log tells of it`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const edition = await editionByCode(db, "en");
    if (!edition) throw new Error("no edition");
    const text =
      "A mission in the east\n\n16.02.2018, Brussel.\n\nThe ministers agreed on a mission, a newspaper said.\n";
    const at = new Date("2026-11-20T10:00:00Z");
    await takeIn(db, { text, edition, publish: true, by: "the test", at });
    const { id } = await db.selectFrom("article").select("id").executeTakeFirstOrThrow();
    const editor = door.as("editor");
    const page = await editor.text(`/desk/articles/${id}`);
    const version = /name="version"[^>]*value="(\d+)"/.exec(page)?.[1] ?? "0";
    const body = "The ministers agreed on a mission, a newspaper said.";
    const written = { version, headline: "A mission in the east", body, place: "Brussels", day: "2018-02-16" };
    expect((await editor.post(`/desk/articles/${id}`, written)).status).toBe(303);
    const details = await editor.text(`/desk/articles/${id}/details`);
    expect(details).toMatch(/name="oldWords"[^>]*>\s*Brussel\s*</);
    expect(details).toMatch(/name="newWords"[^>]*>\s*Brussels\s*</);
    const said = { kind: "correction", oldWords: "Brussel", newWords: "Brussels", sentence: "It is Brussels." };
    expect((await publish(editor, id, said)).status).toBe(303);

    const address = "/en/a-mission-in-the-east";
    expect(await door.text(address)).toMatch(/Brussels\W.*It is Brussels\./s);
    const history = await door.text(`${address}/history`);
    expect(history).toContain('<del title="removed">Brussel</del><ins title="added">Brussels</ins>');
    expect(history).toContain("Dateline");
    expect(await door.text("/en/corrections")).toContain("It is Brussels.");
    expect(JSON.stringify(await (await door.get("/en/corrections/feed.json")).json())).toContain("It is Brussels.");
    const entries = await db.selectFrom("log_entry").select(["kind", "entry"]).orderBy("number").execute();
    expect(entries.map(({ kind }) => kind)).toEqual(["publication", "correction"]);
    const manifest: { of: string }[] = JSON.parse(entries[1]?.entry ?? "{}").manifest;
    expect(manifest.map(({ of }) => of)).toEqual(["revision", "version", "correction"]);
  });

  test(`${engine}: who asked for a correction is named where they agreed, and a grave one stands above the text`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "A mission", "Ten ships left.");
    await write(editor, id, "No ship left.");
    await publish(editor, id, {
      kind: "correction",
      newWords: "No",
      severity: "serious",
      sentence: "No ship left that day.",
      askedBy: "Hanna Example",
      isAskerPublic: "yes",
    });
    const page = await door.text("/en/a-mission");
    expect(page).toContain("Asked for by Hanna Example.");
    expect(page.indexOf("No ship left that day.")).toBeLessThan(page.indexOf('class="body"'));
  });

  test(`${engine}: an old version stands at its number, marked as old, kept from search engines, under today's labels`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "A letter", "The NRF wrote on Monday.");
    await write(editor, id, "The NRF wrote on Tuesday.");
    await publish(editor, id, { kind: "typo" });
    await banned(door);
    await underLaw(door);
    const first = await door.text("/en/a-letter/history/1");
    expect(first).toContain("This is version 1, as it came out on 20 November 2026");
    expect(first).toContain("on Monday");
    expect(first).toContain("group banned in Aldria");
    expect(first).toContain('<meta name="robots" content="noindex');
    expect(first).toContain('<link rel="canonical" href="https://strait.example/en/a-letter"');
    expect(first).not.toContain("application/ld+json");
    expect(await htmlFaults(first)).toEqual([]);
    const history = await door.text("/en/a-letter/history");
    // A typing mistake is folded away and stays visible; what is shown of the text has its labels.
    expect(history).toMatch(/<details>\s*<summary>What was changed/);
    expect(history).toContain("The NRF (group banned in Aldria) wrote");
    for (const number of ["0", "3", "one", "99999999999"])
      expect((await door.get(`/en/a-letter/history/${number}`)).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: labels that change under a published text are a version of their own`, async () => {
    await using door = await openDoor(engine);
    await underLaw(door);
    await published(door, "A letter", "The NRF wrote on Monday.");
    await door.doJobs();
    await banned(door);
    await door.doJobs();
    const history = await door.text("/en/a-letter/history");
    expect(history).toContain("Labels changed");
    expect(history).toContain("Version 2");
    expect(await door.text("/en/a-letter")).not.toContain("Last changed");
  });

  test(`${engine}: a retracted story keeps its headline and its page, and says why; nothing else presents it as true`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "Ships collide", "Two ships collided near Porto.");
    await door.doJobs();
    const version = "0";
    const refused = await editor.post(`/desk/articles/${id}/move`, { move: "retract", version });
    expect(refused.status).toBe(422);
    const told = { move: "retract", version, "note-retract": "There was no collision." };
    expect((await editor.post(`/desk/articles/${id}/move`, told)).status).toBe(303);
    expect((await editor.post(`/desk/articles/${id}/move`, told)).status).toBe(422);
    await door.doJobs();

    const answer = await door.get("/en/ships-collide");
    const page = await answer.text();
    expect(answer.status).toBe(200);
    for (const said of ["Ships collide", "Retracted on 20 November 2026", "There was no collision."])
      expect(page).toContain(said);
    expect(page).not.toContain("near Porto");
    // Whoever searches for the headline finds what became of it.
    expect(page).not.toContain('content="noindex');
    expect(dataIn(page)).toMatchObject({
      creativeWorkStatus: "Retracted",
      correction: [{ text: "Retracted on 20 November 2026: There was no collision." }],
    });
    expect(await htmlFaults(page)).toEqual([]);
    for (const elsewhere of ["/en/", "/en/feed.xml", "/en/feed.json", "/en/search?q=porto", "/en/ships-collide/print"])
      expect(await door.text(elsewhere)).not.toContain("near Porto");
    expect(await door.text("/en/feed.xml")).toContain("Retracted: Ships collide");
    expect(await door.text("/en/")).toContain('<span class="mark">Retracted</span>');
    expect(await door.text("/en/corrections")).toContain("There was no collision.");
    // What it said is kept for the record, with the reason above it.
    const old = await door.text("/en/ships-collide/history/1");
    expect(old.indexOf("There was no collision.")).toBeLessThan(old.indexOf("near Porto"));
    expect(old).toContain('content="noindex');

    await publish(editor, id, { kind: "update", sentence: "It has been confirmed after all." });
    const again = await door.text("/en/ships-collide");
    expect(again).toContain("near Porto");
    expect(again.indexOf("There was no collision.")).toBeGreaterThan(again.indexOf("near Porto"));
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what is said of a change waits with a scheduled text and comes out with it`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "A mission", "From Brussel.");
    for (const move of ["withdraw", "bring-back"])
      expect((await editor.post(`/desk/articles/${id}/move`, { move, version: "1" })).status).toBe(303);
    await write(editor, id, "From Brussels.");
    const scheduled = await editor.post(`/desk/articles/${id}/move`, {
      move: "schedule",
      version: "1",
      publishAt: "2026-11-21T10:00",
      kind: "clarification",
      sentence: "It is the city that is meant.",
      accepted: "section-missing",
    });
    expect(scheduled.status).toBe(303);
    door.setNow("2026-11-21T10:00:00Z");
    await door.doJobs();
    expect(await door.text("/en/a-mission")).toContain("Clarified on 21 November 2026");
  });

  test(`${engine}: the database itself refuses to change or delete what was published, corrected or decided`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "A mission", "From Brussel.");
    await write(editor, id, "From Brussels.");
    await publish(editor, id, { kind: "correction", oldWords: "Brussel", newWords: "Brussels", sentence: "Misspelt." });
    const { db } = door;
    const change = { headline: "Another" };
    for (const tried of [
      db.updateTable("revision").set(change),
      db.updateTable("revision").set({ ...change, withheld: "nobody" }),
      db.deleteFrom("revision").where("kind", "=", "correction"),
      db.updateTable("version").set({ sentence: "" }),
      db.deleteFrom("version"),
      db.updateTable("correction").set({ old_words: "" }),
      db.deleteFrom("correction"),
      db.updateTable("audit").set({ detail: "{}" }),
      db.deleteFrom("audit"),
    ])
      await expect(tried.execute()).rejects.toThrow(/never changed|foreign key/i);
    expect(await count(door, "version")).toBe(2);
    expect(await count(door, "correction")).toBe(1);
    // What nobody was shown may be forgotten after a year.
    const drafts = await db.selectFrom("revision").select("id").where("kind", "=", "draft").execute();
    expect(drafts.length).toBeGreaterThan(0);
  });
}

async function banned(door: Door): Promise<void> {
  const register = readRegister(REGISTER);
  if ("problems" in register) throw new Error(register.problems.join());
  await importRegister(door.db, { register: register.register, at: new Date("2026-11-20T12:00:00Z") });
}

async function underLaw(door: Door): Promise<void> {
  const settings = { jurisdictions: ["xa"] };
  await setEdition(door.db, { by: "command line", at: new Date("2026-11-20T12:00:00Z"), code: "en", settings });
}

async function published(door: Door, headline: string, text: string): Promise<string> {
  const editor = door.as("editor");
  const begun = await editor.post("/desk/articles/new", { edition: "en", headline, text });
  const id = /\/desk\/articles\/([\da-f-]{36})/.exec(begun.headers.get("location") ?? "")?.[1] ?? "";
  const sent = await publish(editor, id, {});
  expect(sent.status).toBe(303);
  return id;
}

function dataIn(page: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "null");
}

async function count(door: Door, table: "version" | "correction"): Promise<number> {
  return (await door.db.selectFrom(table).select("id").execute()).length;
}
