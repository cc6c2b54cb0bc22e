import { expect, test } from "bun:test";
import { keepSection } from "#agency/editions/places.ts";
import { enqueue } from "#store/queue.ts";
import { type AtTheDesk, type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { htmlFaults } from "#test/faults.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { formWith, jpeg } from "#test/pictures.ts";

for (const engine of engines) {
  test(`${engine}: a story is begun under its headline, and whoever begins it has it`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const empty = await reporter.post("/desk/articles/new", { edition: "en", headline: " " });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("needs a headline");
    expect(await count(door, "article")).toBe(0);

    const id = await begun(reporter, "Ferries stop");
    expect(await reporter.text("/desk/articles")).toContain("Ferries stop");
    expect(await reporter.text("/desk/")).toContain("Ferries stop");
    expect(await story(door, id)).toMatchObject({
      state: "draft",
      slug: "ferries-stop",
      assigned_to: "staff-reporter",
    });
  });

  test(`${engine}: a short item is written and published with one form, by who may publish`, async () => {
    await using door = await openDoor(engine);
    const [reporter, editor] = [door.as("reporter"), door.as("editor")];
    expect(await editor.text("/desk/articles/new")).toContain('value="publish"');
    expect(await reporter.text("/desk/articles/new")).not.toContain('value="publish"');

    const item = { edition: "en", headline: "Ferries stop", text: "Crews **walked** out.", do: "publish" };
    const sent = await reporter.post("/desk/articles/new", item);
    expect(sent.headers.get("location")).toEndWith("/details?said=kept-as-draft");
    expect((await door.get("/en/ferries-stop")).status).toBe(404);

    const out = await editor.post("/desk/articles/new", { ...item, headline: "Ferries sail" });
    expect(out.headers.get("location")).toEndWith("/details?said=kept");
    expect(await door.text("/en/ferries-sail")).toContain("Crews <strong>walked</strong> out.");
  });

  test(`${engine}: a short item that somebody else has to publish is kept, and its page says why`, async () => {
    await using door = await openDoor(engine);
    await door.as("administrator").post("/desk/house/two-people", { on: "yes" });
    const editor = door.as("editor");
    const item = { edition: "en", headline: "Ferries stop", text: "Crews walked out.", do: "publish" };
    const sent = await editor.post("/desk/articles/new", item);
    const page = await editor.text(sent.headers.get("location") ?? "");
    expect(page).toContain("somebody else than its author publishes a story");
    expect(page).not.toContain("What stands in its way is below");
    expect((await door.get("/en/ferries-stop")).status).toBe(404);
  });

  test(`${engine}: of two stories that want one free address at the same moment one gets it, and the other is told`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const [first, second] = [await written(door, "Ferries stop"), await written(door, "Crews walk out")];
    const answers = await Promise.all(
      [first, second].map((id) => editor.post(`/desk/articles/${id}/details`, { slug: "harbour-strike" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422);
    const html = (await refused?.text()) ?? "";
    expect(html).toContain('value="harbour-strike"');
    const slugs = await door.db.selectFrom("article").select("slug").execute();
    expect(slugs.filter(({ slug }) => slug === "harbour-strike")).toHaveLength(1);
  });

  test(`${engine}: stories begun under one headline at the same moment each get an address`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const begunAtOnce = await Promise.all(Array.from({ length: 4 }, () => begun(reporter, "Ferries stop")));
    expect(new Set(begunAtOnce).size).toBe(4);
    const slugs = await door.db.selectFrom("article").select("slug").orderBy("slug").execute();
    expect(slugs.map(({ slug }) => slug)).toEqual([
      "ferries-stop",
      "ferries-stop-2",
      "ferries-stop-3",
      "ferries-stop-4",
    ]);
  });

  test(`${engine}: of two who change the details of a story at the same moment the second hears of the first`, async () => {
    await using door = await openDoor(engine);
    const id = await written(door, "Ferries stop");
    const page = `/desk/articles/${id}/details`;
    const from = /name="from" value="([^"]+)"/.exec(await door.as("editor").text(page))?.[1] ?? "";
    const answers = await Promise.all(
      (["editor", "administrator"] as const).map((role) => door.as(role).post(page, { slug: `by-${role}`, from })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  test(`${engine}: from the moment a story is scheduled its address and section are an editor's to change`, async () => {
    await using door = await openDoor(engine);
    await addSection(door);
    const [reporter, editor] = [door.as("reporter"), door.as("editor")];
    const id = await written(door, "Ferries stop");
    const { slug } = await story(door, id);
    const section = await door.db.selectFrom("section").select("id").executeTakeFirstOrThrow();
    await keep(reporter, id, { slug: "ferries-rest" });
    const schedule = { move: "schedule", version: "1", publishAt: "2099-01-01T10:00", accepted: "section-missing" };
    expect((await editor.post(`/desk/articles/${id}/move`, schedule)).status).toBe(303);
    const shown = await reporter.text(`/desk/articles/${id}/details`);
    expect(shown).toMatch(/<fieldset class="beside-text" disabled/);
    expect(shown).toContain("only an editor changes these");
    expect(await editor.text(`/desk/articles/${id}/details`)).not.toContain("only an editor changes these");
    await reporter.post(`/desk/articles/${id}/details`, { slug, section: section.id });
    expect(await story(door, id)).toMatchObject({ slug: "ferries-rest", section_id: null });
    await keep(editor, id, { slug: "ferries-sleep", section: section.id });
    expect(await story(door, id)).toMatchObject({ slug: "ferries-sleep", section_id: section.id, state: "scheduled" });
  });

  test(`${engine}: details two people change at once: who comes second sees both, and goes over them only when told to`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await written(door, "Ferries stop");
    const page = `/desk/articles/${id}/details`;
    const fromOf = (html: string) => /name="from" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const from = fromOf(await editor.text(page));
    await keep(door.as("administrator"), id, { slug: "ferries-wait", originName: "Harbour Radio" });

    const mine = { slug: "ferries-stay", originName: "", dueAt: "2026-12-01T10:00", from };
    const met = await editor.post(page, mine);
    expect(met.status).toBe(409);
    const html = await met.text();
    expect(html).toContain("has changed this meanwhile");
    expect(html).toMatch(/<dd dir="auto">ferries-wait<\/dd>.*<dd dir="auto">Harbour Radio<\/dd>/s);
    for (const typed of ['value="ferries-stay"', 'value="2026-12-01T10:00"']) expect(html).toContain(typed);
    expect(await story(door, id)).toMatchObject({ slug: "ferries-wait", origin_name: "Harbour Radio", due_at: null });

    const wrong = await editor.post(page, { ...mine, slug: "" });
    expect([wrong.status, fromOf(await wrong.text())]).toEqual([422, from]);
    expect((await editor.post(page, { ...mine, from: fromOf(html) })).status).toBe(303);
    expect(await story(door, id)).toMatchObject({ slug: "ferries-stay", origin_name: null });
    expect((await editor.post(page, { ...mine, from: "older" })).status).toBe(303);
  });

  test(`${engine}: a short item pre-flight asks about is kept as a draft, and its page says so`, async () => {
    await using door = await openDoor(engine);
    await addSection(door);
    const editor = door.as("editor");
    const item = { edition: "en", headline: "Ferries stop", text: "Crews walked out.", do: "publish" };
    const sent = await editor.post("/desk/articles/new", item);
    expect(sent.status).toBe(303);
    const page = await editor.text(sent.headers.get("location") ?? "");
    expect(page).toContain("has not come out");
    expect(page).toContain('value="section-missing"');
    expect((await door.get("/en/ferries-stop")).status).toBe(404);

    const empty = await editor.post("/desk/articles/new", { ...item, headline: "", text: "Typed in vain" });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Typed in vain");
  });

  test(`${engine}: a translation belongs to the story of its original, of another edition`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const translator = door.as("translator");
    const own = { edition: "en", headline: "Ferries", original: "/en/ferry-crews-vote-to-strike" };
    const [original] = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug", "article.story_id"])
      .where("edition.code", "=", "en")
      .limit(1)
      .execute();
    if (!original) throw new Error("the agency has no story");
    const same = await translator.post("/desk/articles/new", { ...own, original: `/en/${original.slug}` });
    expect(same.status).toBe(422);
    const made = await translator.post("/desk/articles/new", {
      edition: "ru",
      headline: "Перевод",
      original: `https://strait.example/en/${original.slug}`,
    });
    const id = idIn(made);
    expect(await story(door, id)).toMatchObject({ story_id: original.story_id, translated_from: original.id });
  });

  test(`${engine}: an old address leads to the newest, however often it was changed`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "Ferries stop");
    for (const slug of ["ferries-stand", "ferries-wait", "ferries-sail"]) await keep(editor, id, { slug });
    for (const old of ["ferries-stop", "ferries-stand", "ferries-wait"]) {
      const answer = await door.get(`/en/${old}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([308, "/en/ferries-sail"]);
    }
    expect((await door.get("/en/ferries-stop/print")).headers.get("location")).toBe("/en/ferries-sail/print");
    expect((await door.get("/en/ferries-sail")).status).toBe(200);
    expect(await editor.text(`/desk/articles/${id}/details`)).toContain("/en/ferries-wait");

    await keep(editor, id, { slug: "ferries-stop" });
    expect((await door.get("/en/ferries-stop")).status).toBe(200);
    expect((await door.get("/en/ferries-sail")).headers.get("location")).toBe("/en/ferries-stop");
  });

  test(`${engine}: an address another story has or had is refused with a sentence, and so is one of the site's own`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const first = await published(door, "Ferries stop");
    await keep(editor, first, { slug: "ferries-sail" });
    const second = await begun(editor, "Port closed");
    const cases = {
      "ferries-stop": "has or had that address",
      "ferries-sail": "has or had that address",
      search: "one of the site’s own",
      "Not a slug": "small Latin letters",
      "": "needs an address",
    };
    for (const [slug, sentence] of Object.entries(cases)) {
      const refused = await details(editor, second, { slug });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(sentence);
    }
    expect(await story(door, second)).toMatchObject({ slug: "port-closed" });
    expect(idIn(await editor.post("/desk/articles/new", { edition: "en", headline: "Ferries stop" }))).not.toBe(first);
    expect((await door.get("/en/ferries-stop")).headers.get("location")).toBe("/en/ferries-sail");
  });

  test(`${engine}: a minute that clocks jump over is refused, one that comes twice is asked about`, async () => {
    await using door = await openDoor(engine);
    await door.db.updateTable("edition").set({ time_zone: "Europe/Riga" }).execute();
    const editor = door.as("editor");
    const id = await begun(editor, "Ferries stop");
    const gap = await details(editor, id, { dueAt: "2026-03-29T03:30" });
    expect(gap.status).toBe(422);
    expect(await gap.text()).toContain("2026-03-29 04:00");

    const twice = await details(editor, id, { dueAt: "2026-10-25T03:30" });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain("comes twice");
    expect(await story(door, id)).toMatchObject({ due_at: null });
    await keep(editor, id, { dueAt: "2026-10-25T03:30", "dueAt-which": "second" });
    expect(await story(door, id)).toMatchObject({ due_at: "2026-10-25T01:30:00.000Z" });
    await keep(editor, id, { dueAt: "2026-10-25T03:30", "dueAt-which": "first" });
    expect(await story(door, id)).toMatchObject({ due_at: "2026-10-25T00:30:00.000Z" });
  });

  test(`${engine}: who may not assign or publish cannot do so by a form of their own making`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const id = await begun(reporter, "Ferries stop");
    await keep(reporter, id, { assignedTo: "", dueAt: "2026-03-29T13:30", embargoUntil: "2026-03-29T13:30" });
    expect(await story(door, id)).toMatchObject({ assigned_to: "staff-reporter", due_at: null, embargo_until: null });
    expect((await reporter.post(`/desk/articles/${id}/move`, { move: "publish", version: "0" })).status).toBe(404);
    expect((await reporter.post(`/desk/articles/${id}/previews`, { days: "3" })).status).toBe(404);
    expect((await door.as("moderator").get(`/desk/articles/${id}/details`)).status).toBe(404);
    expect(await story(door, id)).toMatchObject({ state: "draft" });
  });

  test(`${engine}: what readers see of a published story is changed by who may publish`, async () => {
    await using door = await openDoor(engine);
    const id = await published(door, "Ferries stop");
    const reporter = door.as("reporter");
    const sent = { slug: "ferries-sail", originName: "Another agency", originUrl: "" };
    expect((await reporter.post(`/desk/articles/${id}/details`, sent)).status).toBe(303);
    expect(await story(door, id)).toMatchObject({ slug: "ferries-stop", origin_name: null });
    expect(await reporter.text(`/desk/articles/${id}/details`)).toContain('<fieldset class="beside-text" disabled');
    await keep(door.as("editor"), id, sent);
    expect(await story(door, id)).toMatchObject({ slug: "ferries-sail", origin_name: "Another agency" });
  });

  test(`${engine}: ids of another edition, of nobody and of nothing are taken for none`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const id = await begun(editor, "Ferries stop");
    const foreign = await door.db
      .selectFrom("section")
      .innerJoin("edition", "edition.id", "section.edition_id")
      .select("section.id")
      .where("edition.code", "=", "ru")
      .limit(1)
      .executeTakeFirstOrThrow();
    await keep(editor, id, { section: foreign.id, topic: "nothing", assignedTo: "nobody", translatedFrom: id });
    expect(await story(door, id)).toMatchObject({ section_id: null, assigned_to: null, translated_from: null });
  });

  test(`${engine}: what pre-flight asks is ticked, and publishing happens on the page of details`, async () => {
    await using door = await openDoor(engine);
    await addSection(door);
    const editor = door.as("editor");
    const id = await written(door, "Ferries stop");
    const page = await editor.text(`/desk/articles/${id}/details`);
    expect(page).toContain('value="section-missing"');
    const refused = await editor.post(`/desk/articles/${id}/move`, { move: "publish", version: "1" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("tick it");
    const late = { move: "schedule", version: "1", publishAt: "2020-01-01T10:00", accepted: "section-missing" };
    const past = await editor.post(`/desk/articles/${id}/move`, late);
    expect(past.status).toBe(422);
    const pastPage = await past.text();
    expect(pastPage).toContain("has passed");
    expect(pastPage).toContain('value="2020-01-01T10:00"');
    expect(await story(door, id)).toMatchObject({ state: "draft", publish_at: null });
  });

  test(`${engine}: under an embargo a story is scheduled for after it, and its dateline asked about as of then`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await written(door, "Ferries stop");
    const day = (days: number) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
    await door.db
      .updateTable("working_copy")
      .set({ dateline_place: "Talmira", dateline_date: day(0) })
      .execute();
    await keep(editor, id, { embargoUntil: `${day(2)}T10:00` });
    const page = await editor.text(`/desk/articles/${id}/details`);
    expect(page).toContain('value="schedule"');
    expect(page).not.toContain('value="publish"');
    const schedule = (publishAt: string, ...accepted: string[]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ move: "schedule", version: "1", publishAt })) form.set(name, value);
      for (const key of ["section-missing", ...accepted]) form.append("accepted", key);
      return editor.post(`/desk/articles/${id}/move`, form);
    };
    const early = await schedule(`${day(2)}T09:59`);
    expect(early.status).toBe(422);
    expect(await early.text()).toContain("under an embargo until later");
    const asked = await schedule(`${day(20)}T10:00`);
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('value="dateline-day Talmira"');
    expect((await schedule(`${day(20)}T10:00`, "dateline-day Talmira")).status).toBe(303);
    expect(await story(door, id)).toMatchObject({ state: "scheduled" });
  });

  test(`${engine}: a preview shows the text as it stands to whoever has the link, and to nobody else`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await written(door, "Ferries stop");
    const made = await editor.post(`/desk/articles/${id}/previews`, { days: "3" });
    const token = /preview\/([\w-]+)"/.exec(await made.text())?.[1] ?? "";
    const shown = await door.get(`/preview/${token}`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("cache-control")).toBe("private, no-store");
    expect(shown.headers.get("x-robots-tag")).toContain("noindex");
    const page = await shown.text();
    expect(page).toContain("Crews walked out.");
    expect(page).toContain("has not been published");
    expect(page).toContain('name="robots" content="noindex');
    expect(page).not.toContain("NewsArticle");
    expect(JSON.stringify(await door.db.selectFrom("preview_link").selectAll().execute())).not.toContain(token);
    expect(await editor.text(`/desk/articles/${id}/details`)).not.toContain(token);

    expect((await door.get(`/preview/${token.slice(1)}`)).status).toBe(404);
    expect((await door.get("/preview/a")).status).toBe(404);
    const { id: link } = await door.db.selectFrom("preview_link").select("id").executeTakeFirstOrThrow();
    await editor.post(`/desk/articles/${id}/previews/${link}/revoke`, {});
    const revoked = await door.get(`/preview/${token}`);
    expect(revoked.status).toBe(404);
    expect(await revoked.text()).not.toContain("Crews walked out.");
  });

  test(`${engine}: a preview ends by itself`, async () => {
    await using door = await openDoor(engine);
    const id = await written(door, "Ferries stop");
    const made = await door.as("editor").post(`/desk/articles/${id}/previews`, { days: "1" });
    const token = /preview\/([\w-]+)"/.exec(await made.text())?.[1] ?? "";
    const madeAt = await door.db.selectFrom("preview_link").select("ends_at").executeTakeFirstOrThrow();
    door.setNow(new Date(Date.parse(madeAt.ends_at) - 1).toISOString());
    expect((await door.get(`/preview/${token}`)).status).toBe(200);
    door.setNow(madeAt.ends_at);
    expect((await door.get(`/preview/${token}`)).status).toBe(404);
  });

  test(`${engine}: a killed story is shown by no link, and none is made for it`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "Ferries stop");
    const made = await editor.post(`/desk/articles/${id}/previews`, { days: "3" });
    const token = /preview\/([\w-]+)"/.exec(await made.text())?.[1] ?? "";
    expect((await door.get(`/preview/${token}`)).status).toBe(200);
    await editor.post(`/desk/articles/${id}/move`, { move: "kill" });
    expect(await story(door, id)).toMatchObject({ state: "killed" });
    const after = await door.get(`/preview/${token}`);
    expect(after.status).toBe(404);
    expect(await after.text()).not.toContain("Crews walked out.");
    expect((await editor.post(`/desk/articles/${id}/previews`, { days: "3" })).status).toBe(404);
  });

  for (const [way, begun] of [
    ["kill", published],
    ["withdraw", published],
    ["spike", written],
  ] as const) {
    test(`${engine}: a story brought back after "${way}" is shown by no link of before, and by one that is made then`, async () => {
      await using door = await openDoor(engine);
      const editor = door.as("editor");
      const id = await begun(door, "Ferries stop");
      const link = async () => {
        const made = await editor.post(`/desk/articles/${id}/previews`, { days: "3" });
        return /preview\/([\w-]+)"/.exec(await made.text())?.[1] ?? "";
      };
      const before = await link();
      expect((await door.get(`/preview/${before}`)).status).toBe(200);
      await editor.post(`/desk/articles/${id}/move`, { move: way });
      await editor.post(`/desk/articles/${id}/move`, { move: "bring-back" });
      expect(await story(door, id)).toMatchObject({ state: "draft" });
      expect((await door.get(`/preview/${before}`)).status).toBe(404);
      expect((await door.get(`/preview/${await link()}`)).status).toBe(200);
      const ended = await door.db
        .selectFrom("audit")
        .select("act")
        .where("act", "=", "article.preview-revoke")
        .execute();
      expect(ended).toHaveLength(1);
    });
  }

  test(`${engine}: lists are found by state, words, person and what is overdue, page by page`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const ids: string[] = [];
    for (let number = 1; number <= 53; number++) ids.push(await begun(editor, `Story ${number} of Ёлки`));
    await keep(editor, ids[2] ?? "", { dueAt: "2026-03-01T10:00" });
    const first = await editor.text("/desk/articles");
    const next = /href="(\/desk\/articles\?after=[^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await editor.text(next);
    const shown = (page: string) => [...page.matchAll(/Story (\d+) of/g)].map(([, number]) => Number(number));
    expect(shown(first)).toHaveLength(50);
    expect(new Set([...shown(first), ...shown(second)]).size).toBe(53);
    expect(shown(await editor.text(`/desk/articles?words=${encodeURIComponent("елки 17")}`))).toEqual([17]);
    expect(shown(await editor.text("/desk/articles?state=ready"))).toEqual([]);
    expect(shown(await editor.text("/desk/articles?words=%25"))).toEqual([]);
    const due = await editor.text("/desk/articles?order=due");
    expect(shown(due)).toEqual([3]);
    expect(due).toContain("overdue since");
    expect(shown(await door.as("reporter").text("/desk/articles?own=yes"))).toEqual([]);
    expect(await editor.text("/desk/articles?view=board")).toContain("53");
  });

  test(`${engine}: a comment stays with its paragraph through what is written, and says when that is gone`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const editor = door.as("editor");
    const id = await written(door, "Ferries stop", "Crews walked out on Monday.\n\nThe port is closed until Friday.");
    const address = `/desk/articles/${id}/comments`;
    expect(await editor.text(`${address}?on=1`)).toContain("The port is closed until Friday.");
    const said = {
      field: "words-1",
      "words-1": "Who says so?",
      place: "1",
      anchor: "The port is closed until Friday.",
    };
    expect((await editor.post(address, said)).status).toBe(303);
    expect((await editor.post(address, { ...said, "words-1": " " })).status).toBe(422);

    await write(
      reporter,
      id,
      "A new beginning.\n\nCrews walked out on Monday.\n\nThe port stays closed until Friday noon.",
    );
    const page = await reporter.text(address);
    expect(page).not.toContain("On text since removed");
    expect(page.indexOf("The port stays closed")).toBeLessThan(page.indexOf("Who says so?"));

    await write(reporter, id, "A new beginning.");
    const gone = await reporter.text(address);
    expect(gone).toContain("On text since removed");
    expect(gone).toContain("The port stays closed until Friday noon.");

    const { id: comment } = await door.db.selectFrom("comment").select("id").executeTakeFirstOrThrow();
    const answer = { field: "words-answer", "words-answer": "The harbour master.", answers: comment };
    expect((await reporter.post(address, answer)).status).toBe(303);
    await editor.post(`${address}/${comment}/resolve`, { resolved: "yes" });
    expect(await door.as("moderator").text(address)).toContain("Resolved by Ilse the editor");
    expect((await editor.post(`${address}/${comment}/resolve`, { resolved: "no" })).status).toBe(303);
    expect(await editor.text(address)).not.toContain("Resolved by");
    expect((await editor.post(`${address}/nothing/resolve`, { resolved: "yes" })).status).toBe(404);
  });

  test(`${engine}: history shows what changed word by word, and an old text is written on without losing the new one`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const id = await published(door, "Ferries stop");
    await write(reporter, id, "Crews walked back in.", "Ferries sail");
    const history = await reporter.text(`/desk/articles/${id}/history`);
    expect(history).toContain("Readers see this one");
    expect(history).toContain("Published");
    const shown = await story(door, id);
    const compare = `/desk/articles/${id}/history/compare?from=${shown.published_revision_id}&to=copy`;
    const inline = await reporter.text(compare);
    expect(inline).toMatch(/Ferries <del[^>]*>stop<\/del><ins[^>]*>sail<\/ins>/);
    expect(inline).toMatch(/Crews walked <del[^>]*>out<\/del><ins[^>]*>back in<\/ins>\./);
    const side = await reporter.text(`${compare}&view=side`);
    expect(side).toMatch(/<p>Crews walked <del[^>]*>out<\/del>\.<\/p><p>Crews walked <ins[^>]*>back in<\/ins>\.<\/p>/);
    expect((await reporter.get(`/desk/articles/${id}/history/compare?from=nothing&to=copy`)).status).toBe(404);

    const before = await revisions(door, id);
    const restored = await reporter.post(`/desk/articles/${id}/history/${shown.published_revision_id}/restore`, {});
    expect(restored.headers.get("location")).toContain(`/desk/articles/${id}`);
    const after = await revisions(door, id);
    expect(after.toSorted()).toEqual([...before, "Ferries sail"].toSorted());
    expect(await reporter.text(`/desk/articles/${id}`)).toContain("Crews walked out.");
    expect((await door.get("/en/ferries-stop")).status).toBe(200);
  });

  test(`${engine}: work that failed for the last time is shown to administrators, who have it tried again`, async () => {
    await using door = await openDoor(engine);
    await enqueue(door.db, "search.index", { articleId: "none" }, new Date(0));
    await door.db
      .updateTable("job")
      .set({ state: "dead", last_error: "Error: the index is away\nat …", ended_at: "2026-11-20T12:00:00.000Z" })
      .execute();
    const administrator = door.as("administrator");
    expect(await door.as("editor").text("/desk/")).not.toContain("the index is away");
    const home = await administrator.text("/desk/");
    expect(home).toContain("the index is away");
    const revive = /action="(\/desk\/jobs\/[^"]+)"/.exec(home)?.[1] ?? "";
    expect((await door.as("editor").post(revive, {})).status).toBe(404);
    expect((await administrator.post(revive, {})).status).toBe(303);
    expect((await administrator.post(revive, {})).status).toBe(404);
    expect(await administrator.text("/desk/")).not.toContain("the index is away");
    expect(await administrator.text("/desk/log")).toContain("had failed work tried again");
  });

  test(`${engine}: what an address says of a story that was taken back is a page like any other`, async () => {
    await using door = await openDoor(engine);
    const id = await published(door, "Ferries stop");
    const editor = door.as("editor");
    const note = "<b>The crews</b> never walked out.";
    await editor.post(`/desk/articles/${id}/move`, { move: "withdraw", version: "1", "note-withdraw": note });
    const page = await door.text("/en/ferries-stop");
    expect(page).toContain("&lt;b&gt;The crews&lt;/b&gt; never walked out.");
    expect(await htmlFaults(page)).toEqual([]);
    expect(await editor.text(`/desk/articles/${id}/details`)).toContain("Withdrawn since");
    await editor.post(`/desk/articles/${id}/move`, { move: "kill", version: "1" });
    const killed = await door.text("/en/ferries-stop");
    expect(killed).toContain("This story is gone");
    expect(await htmlFaults(killed)).toEqual([]);
  });

  test(`${engine}: the log says in sentences who did what, by person, act and story`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const id = await published(door, "Ferries stop");
    await keep(editor, id, { slug: "ferries-wait" });
    await begun(door.as("reporter"), "Port closed");
    const log = await editor.text("/desk/log");
    expect(log).toContain("Ilse the editor published “Ferries stop”");
    expect(log).toContain("ferries-stop → ferries-wait");
    expect(log).toContain("Ilse the reporter began the story “Port closed”");
    expect(log).not.toMatch(/>article\.[a-z-]+</);
    const own = await editor.text("/desk/log?by=staff-reporter");
    expect(own).toContain("began the story");
    expect(own).not.toContain("Ilse the editor published");
    expect(await editor.text("/desk/log?act=article.publish")).not.toContain("Ilse the reporter began");
    expect(await editor.text(`/desk/log?about=article:${id}`)).not.toContain("“Port closed”");
    expect((await door.as("reporter").get("/desk/log")).status).toBe(404);

    await editor.post("/desk/house/pages/en/+", { do: "keep", slug: "our-history", title: "History", text: "Words." });
    const form = formWith("files", [{ name: "quay.jpg", bytes: await jpeg() }]);
    const picture = (await editor.post("/desk/pictures", form)).headers.get("location")?.split("?")[0] ?? "";
    const later = await editor.text("/desk/log");
    expect(later).toContain("added a standing page “/en/our-history”");
    expect(later).toMatch(new RegExp(`href="${picture}">Ilse the editor [^<]*“quay\\.jpg”`));
  });
}

async function addSection({ db }: Door): Promise<void> {
  const { id: editionId } = await db.selectFrom("edition").select("id").executeTakeFirstOrThrow();
  await keepSection(db, { editionId, slug: "region", name: "Region", position: 0, at: new Date(TODAY) });
}

async function begun(desk: AtTheDesk, headline: string): Promise<string> {
  return idIn(await desk.post("/desk/articles/new", { edition: "en", headline }));
}

function idIn(response: Response): string {
  expect(response.status).toBe(303);
  const id = /^\/desk\/articles\/([\da-f-]{36})$/.exec(response.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`no story was begun: ${response.headers.get("location")}`);
  return id;
}

/** A draft with a text, written in the form that needs no JavaScript. */
async function written(door: Door, headline: string, body = "Crews walked out."): Promise<string> {
  const reporter = door.as("reporter");
  const id = await begun(reporter, headline);
  await write(reporter, id, body, headline);
  return id;
}

async function write(desk: AtTheDesk, id: string, body: string, headline = "Ferries stop"): Promise<void> {
  const page = await desk.text(`/desk/articles/${id}`);
  const version = /name="version"[^>]*value="(\d+)"/.exec(page)?.[1] ?? "0";
  expect((await desk.post(`/desk/articles/${id}`, { version, headline, body })).status).toBe(303);
}

async function published(door: Door, headline: string): Promise<string> {
  const id = await written(door, headline);
  const told = { move: "publish", version: "1", accepted: "section-missing" };
  const response = await door.as("editor").post(`/desk/articles/${id}/move`, told);
  expect(response.status).toBe(303);
  return id;
}

/** Sends the form of details as its page shows it, but for what is named. */
async function details(desk: AtTheDesk, id: string, changes: Record<string, string>): Promise<Response> {
  const page = await desk.text(`/desk/articles/${id}/details`);
  const slug = /id="slug" name="slug"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? "";
  const assigned = /name="assignedTo"[\s\S]*?<\/select>/.exec(page)?.[0] ?? "";
  const assignedTo = /value="([^"]+)" selected/.exec(assigned)?.[1] ?? "";
  return desk.post(`/desk/articles/${id}/details`, { slug, assignedTo, ...changes });
}

async function keep(desk: AtTheDesk, id: string, changes: Record<string, string>): Promise<void> {
  const response = await details(desk, id, changes);
  expect(response.status).toBe(303);
}

function story(door: Door, id: string) {
  return door.db.selectFrom("article").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

async function count(door: Door, table: "article"): Promise<number> {
  return (await door.db.selectFrom(table).select("id").execute()).length;
}

async function revisions(door: Door, id: string): Promise<string[]> {
  const rows = await door.db
    .selectFrom("revision")
    .select("headline")
    .where("article_id", "=", id)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map(({ headline }) => headline);
}
