import { expect, test } from "bun:test";
import { draftArticle } from "#agency/articles/actions.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { editions } from "#agency/editions/queries.ts";
import { libraryPictures } from "#agency/media/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const STRIKE = "Crews of the Strait Line walked out on Monday.";

function saying(...paragraphs: readonly string[]) {
  const content = paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }));
  return { type: "doc" as const, content };
}

/** A draft in the first edition, with its pages. */
async function draft({ db }: Door, document: Parameters<typeof draftArticle>[1]["document"] = saying(STRIKE)) {
  const [edition] = await editions(db);
  if (!edition) throw new Error("there is no edition");
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "ferries-stop",
    headline: "Ferries stop",
    standfirst: "",
    document,
    dateline: null,
    by: "staff-reporter",
    at: new Date("2026-11-20T08:00:00Z"),
  });
  return { articleId, page: `/desk/articles/${articleId}` };
}

function text(headline: string, more: Record<string, unknown> = {}) {
  return {
    headline,
    standfirst: "",
    document: saying(headline),
    dateline: null,
    picture: null,
    authorIds: [],
    ...more,
  };
}

const sitting = (id: string, turn = 1) => ({ id, turn });

for (const engine of engines) {
  test(`${engine}: the page of an article holds its text in a form, the body in Markdown, and waits for no script`, async () => {
    await using door = await openDoor(engine);
    const { page } = await draft(door);
    const html = await door.as("reporter").text(page);
    expect(html).toContain(
      '<textarea id="headline" name="headline" rows="1" lang="en" dir="ltr">\nFerries stop</textarea>',
    );
    expect(html).toContain(`\n${STRIKE}\n</textarea>`);
    expect(html).toMatch(/<script type="module" src="\/assets\/desk-editor\.[^"]+\.js">/);
    expect(html).not.toMatch(/<script(?![^>]*type="(?:module|application\/json)")/);
  });

  test(`${engine}: nobody writes who may not, and nothing is there to write on that does not exist`, async () => {
    await using door = await openDoor(engine);
    const { page } = await draft(door);
    const moderator = door.as("moderator");
    expect((await moderator.get(page)).status).toBe(404);
    expect((await moderator.send(`${page}/copy`, {})).status).toBe(404);
    expect((await door.as("reporter").get("/desk/articles/nowhere")).status).toBe(404);
    expect((await door.as("reporter").send("/desk/articles/nowhere/copy", {})).status).toBe(404);
  });

  test(`${engine}: a form saves what it holds, and a body it did not touch stays to the letter`, async () => {
    await using door = await openDoor(engine);
    const quotation = { type: "quotation", attrs: { speaker: "Ilse Brandt", office: "", source: null } };
    const spoken = { type: "text", text: "“We stop,”", marks: [quotation] };
    const document = { type: "doc" as const, content: [{ type: "paragraph", content: [spoken] }] };
    const { page, articleId } = await draft(door, document);
    const form = {
      version: "0",
      headline: "Ferries\nstop today",
      place: "PORT",
      day: "2026-11-20",
      body: "“We stop,”",
    };
    const response = await door.as("reporter").post(page, form);
    expect([response.status, response.headers.get("location")]).toEqual([303, `${page}?said=kept`]);
    const copy = await workingCopy(door.db, articleId);
    expect(copy?.text.headline).toBe("Ferries stop today");
    expect(copy?.text.dateline).toEqual({ place: "PORT", date: "2026-11-20" });
    expect(copy?.text.document.content[0]?.content?.[0]?.marks?.[0]?.attrs?.["speaker"]).toBe("Ilse Brandt");
  });

  test(`${engine}: a form that changes one paragraph keeps speakers and decisions in the others, and where words stay`, async () => {
    await using door = await openDoor(engine);
    const quotation = { type: "quotation", attrs: { speaker: "Ilse Brandt", office: null, source: null } };
    const decided = { type: "mention", attrs: { organisation: "nrf", typed: null, decision: "none" } };
    const spoken = { type: "paragraph", content: [{ type: "text", text: "“We stop,”", marks: [quotation] }] };
    const named = { type: "text", text: "NRF", marks: [decided] };
    const document = {
      type: "doc" as const,
      content: [spoken, { type: "paragraph", content: [named, { type: "text", text: " said no." }] }],
    };
    const { page, articleId } = await draft(door, document);
    const form = { version: "0", headline: "Ferries stop", body: "New.\r\n\r\n“We stop,”\r\n\r\nNRF said nothing." };
    expect((await door.as("reporter").post(page, form)).status).toBe(303);
    expect((await workingCopy(door.db, articleId))?.text.document.content).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "New." }] },
      spoken,
      { type: "paragraph", content: [named, { type: "text", text: " said nothing." }] },
    ]);
  });

  test(`${engine}: a form with a day that is none comes back with everything typed, and saves nothing`, async () => {
    await using door = await openDoor(engine);
    const { page, articleId } = await draft(door);
    const form = { version: "0", headline: "Typed", place: "PORT", day: "2026-02-31", body: "# Typed *words*" };
    const response = await door.as("reporter").post(page, form);
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const typed of ["Typed</textarea>", 'value="PORT"', 'value="2026-02-31"', "\n# Typed *words*</textarea>"])
      expect(html).toContain(typed);
    expect(html).toContain("is not a day");
    expect((await workingCopy(door.db, articleId))?.version).toBe(0);
  });

  test(`${engine}: a form has a lead picture of the library, found by a word, and loses nothing on the way`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const reporter = door.as("reporter");
    const { articleId, page } = await draft(door);
    const [first, second] = await libraryPictures(door.db, { limit: 2 });
    if (!first || !second) throw new Error("the library is empty");
    const fields = {
      version: "0",
      headline: "Typed and not saved",
      body: "Nor this.",
      picture: "",
      alt: "",
      caption: "",
    };

    const looking = await reporter.post(page, { ...fields, do: "find", "picture-words": first.name });
    expect(looking.status).toBe(200);
    const html = await looking.text();
    for (const kept of ["Typed and not saved", "Nor this.", `value="${first.id}"`, '<details id="picture-picks" open'])
      expect(html).toContain(kept);
    expect(html).not.toContain("/assets/desk-editor.");
    expect((await workingCopy(door.db, articleId))?.text.headline).toBe("Ferries stop");
    const none = await reporter.post(page, { ...fields, do: "find", "picture-words": "no such picture" });
    expect(await none.text()).toContain("No picture is found.");

    await reporter.post(page, { ...fields, picked: first.id });
    const saved = await workingCopy(door.db, articleId);
    expect(saved?.text.picture).toEqual({ id: first.id, alt: first.alt, caption: first.caption });

    const typed = { picture: first.id, alt: "Seen from the quay", caption: first.caption, picked: second.id };
    await reporter.post(page, { ...fields, ...typed, version: `${saved?.version}` });
    const { picture } = (await workingCopy(door.db, articleId))?.text ?? {};
    expect(picture).toEqual({ id: second.id, alt: "Seen from the quay", caption: second.caption });

    const made = await reporter.post(page, {
      ...fields,
      picked: "no-picture-of-ours",
      version: `${(saved?.version ?? 0) + 1}`,
    });
    expect(made.status).toBe(422);
    expect(await made.text()).toContain("Typed and not saved");
  });

  test(`${engine}: a form that meets another's text shows both, and goes over it only when told to`, async () => {
    await using door = await openDoor(engine);
    const { page, articleId } = await draft(door);
    await door
      .as("editor")
      .send(`${page}/copy`, { from: 0, sitting: sitting("theirs"), text: text("Ferries stop for a week") });
    const form = { version: "0", headline: "Ferries stop for ever", body: "Mine." };
    const refused = await door.as("reporter").post(page, form);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("<del>a week</del>");
    expect(html).toContain("<ins>ever</ins>");
    expect((await workingCopy(door.db, articleId))?.text.headline).toBe("Ferries stop for a week");

    const [, version = ""] = /name="version" value="(\d+)"/.exec(html) ?? [];
    expect((await door.as("reporter").post(page, { ...form, version, do: "mine" })).status).toBe(303);
    expect((await workingCopy(door.db, articleId))?.text.headline).toBe("Ferries stop for ever");
    const kept = await door.db.selectFrom("revision").select(["headline", "made_by"]).orderBy("made_at").execute();
    expect(kept.at(-1)).toEqual({ headline: "Ferries stop for a week", made_by: "staff-editor" });
  });

  test(`${engine}: a form that gives way to another's text is kept as a revision`, async () => {
    await using door = await openDoor(engine);
    const { page, articleId } = await draft(door);
    await door.as("editor").send(`${page}/copy`, { from: 0, sitting: sitting("theirs"), text: text("Theirs") });
    expect(
      (await door.as("reporter").post(page, { version: "0", headline: "Mine", body: "Mine.", do: "theirs" })).status,
    ).toBe(303);
    expect((await workingCopy(door.db, articleId))?.text.headline).toBe("Theirs");
    const kept = await door.db.selectFrom("revision").select("headline").orderBy("made_at").execute();
    expect(kept.at(-1)).toEqual({ headline: "Mine" });
  });

  test(`${engine}: the editor saves over the version it has, and is shown what somebody else saved`, async () => {
    await using door = await openDoor(engine);
    const { page } = await draft(door);
    const reporter = door.as("reporter");
    const first = await reporter.send(`${page}/copy`, { from: 0, sitting: sitting("mine"), text: text("One") });
    expect(await first.json()).toEqual({ version: 1, savedAt: "2026-11-20T12:00:00.000Z" });
    await door.as("editor").send(`${page}/copy`, { from: 1, sitting: sitting("theirs"), text: text("One of theirs") });

    const late = { from: 1, sitting: sitting("mine", 2), text: text("One of mine") };
    const refused = await reporter.send(`${page}/copy`, late);
    expect(refused.status).toBe(409);
    const conflict = await refused.json();
    expect(conflict).toMatchObject({ version: 2, text: { headline: "One of theirs" } });
    expect(conflict.html).toContain("<del>theirs</del>");

    const over = await reporter.send(`${page}/copy`, { ...late, from: 2, sitting: sitting("mine", 3), overrule: true });
    expect((await over.json()).version).toBe(3);
  });

  test(`${engine}: the editor is refused what no text is, in a sentence, and nothing of it is kept`, async () => {
    await using door = await openDoor(engine);
    const { page, articleId } = await draft(door);
    const reporter = door.as("reporter");
    const label = { type: "label", attrs: { organisations: [], wording: "x", print: " (x)", style: "inline" } };
    const labelled = { type: "doc", content: [{ type: "paragraph", content: [label] }] };
    const hostile: readonly (readonly [number, unknown])[] = [
      [422, null],
      [422, { from: -1, sitting: sitting("mine"), text: text("x") }],
      [422, { from: 0, text: text("x") }],
      [422, { from: 0, sitting: sitting("mine", 2 ** 31), text: text("x") }],
      [422, { from: 0, sitting: sitting("mine"), text: text("x", { document: { type: "script" } }) }],
      [422, { from: 0, sitting: sitting("mine"), text: text("x", { document: labelled }) }],
      [422, { from: 0, sitting: sitting("mine"), text: text("x", { picture: { id: "none", alt: "", caption: "" } }) }],
      [422, { from: 0, sitting: sitting("mine"), text: text("x", { dateline: { place: "", date: "tomorrow" } }) }],
      [413, { from: 0, sitting: sitting("mine"), text: text("x".repeat(5_000_000)) }],
    ];
    for (const [status, sent] of hostile) {
      const response = await reporter.send(`${page}/copy`, sent);
      expect([response.status, typeof (await response.json()).problem]).toEqual([status, "string"]);
    }
    expect((await workingCopy(door.db, articleId))?.version).toBe(0);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a NUL from a clipboard is left out, and the words round it are kept`, async () => {
    await using door = await openDoor(engine);
    const { page, articleId } = await draft(door);
    const sent = { from: 0, sitting: sitting("mine"), text: text("a\u0000b\\u0000c") };
    expect((await door.as("reporter").send(`${page}/copy`, sent)).status).toBe(200);
    const copy = await workingCopy(door.db, articleId);
    expect(copy?.text.headline).toBe("ab\\u0000c");
    expect(copy?.text.document).toEqual(saying("ab\\u0000c"));
  });

  test(`${engine}: an editor open on an article sees who else is, for as long as they are`, async () => {
    await using door = await openDoor(engine);
    const { page } = await draft(door);
    const [ilse, omar] = [door.as("reporter"), door.as("editor")];
    const here = async (who: typeof ilse, id: string, more = {}) =>
      (await who.send(`${page}/here`, { sitting: id, version: 0, ...more })).json();
    expect(await here(ilse, "one")).toEqual({ others: [], newer: null });
    expect((await here(omar, "two")).others).toEqual([ilse.staff.name]);
    expect((await here(ilse, "one")).others).toEqual([omar.staff.name]);
    await here(omar, "two", { gone: true });
    expect((await here(ilse, "one")).others).toEqual([]);
    await here(omar, "three");
    door.setNow("2026-11-20T12:05:00Z");
    expect((await here(ilse, "one")).others).toEqual([]);
  });

  test(`${engine}: an editor hears of a newer copy, and how an unsent text differs from it`, async () => {
    await using door = await openDoor(engine);
    const { page } = await draft(door);
    const reporter = door.as("reporter");
    await door.as("editor").send(`${page}/copy`, { from: 0, sitting: sitting("theirs"), text: text("Newer") });
    const heard = await (await reporter.send(`${page}/here`, { sitting: "mine", version: 0 })).json();
    expect(heard.newer).toMatchObject({ version: 1, text: { headline: "Newer" } });
    const same = await (await reporter.send(`${page}/comparison`, { text: text("Newer") })).json();
    expect(same.html).toBeUndefined();
    const other = await (await reporter.send(`${page}/comparison`, { text: text("Unsent") })).json();
    expect(other.html).toContain("<ins>Unsent</ins>");
  });

  test(`${engine}: mentions are told with the label as it will print, wherever they stand`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { page } = await draft(door);
    const sent = text("Fighters of ISIL flee", { document: saying("They left.", "Two men of ISIL’s guard stayed.") });
    const told = await (await door.as("reporter").send(`${page}/mentions`, { text: sent })).json();
    expect(told.body).toMatchObject([
      { path: [1], from: 11, to: 17, words: "ISIL’s", decision: "label", chosen: null },
    ]);
    expect(told.labels).toMatchObject([{ path: [1], at: 17 }]);
    expect(told.lines).toMatchObject([{ place: "headline", mentions: [{ words: "ISIL", decision: "label" }] }]);
    expect(told.lines[0].print).toBe(`Fighters of ISIL${told.labels[0].print} flee`);
  });

  test(`${engine}: a mention an editor left out prints no label`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { page } = await draft(door);
    const mark = { type: "mention", attrs: { organisation: null, typed: null, decision: "none" } };
    const document = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "ISIL", marks: [mark] }] }],
    };
    const told = await (await door.as("reporter").send(`${page}/mentions`, { text: text("x", { document }) })).json();
    expect(told.body).toMatchObject([{ decision: "none", chosen: "none" }]);
    expect(told.labels).toEqual([]);
  });

  test(`${engine}: a source is found by its name, or added`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const added = await (await reporter.send("/desk/sources.json", { name: "Strait Herald", url: "" })).json();
    expect(await (await reporter.get("/desk/sources.json?words=HERALD")).json()).toEqual([added]);
    expect(await (await reporter.get("/desk/sources.json?words=tribune")).json()).toEqual([]);
    expect(await (await reporter.get(`/desk/sources.json?words=${"w".repeat(60_000)}`)).json()).toEqual([]);
    expect((await reporter.send("/desk/sources.json", { name: " ", url: "" })).status).toBe(422);
  });
}
