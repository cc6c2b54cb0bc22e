import { expect, test } from "bun:test";
import { editionByCode } from "#agency/editions/queries.ts";
import { frontAt } from "#agency/front/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const FRONT = "/desk/front/en";

/** The headlines of a public front page, in order. */
async function headlines(door: Door): Promise<string[]> {
  const page = await door.text("/en/");
  return [...page.matchAll(/class="headline"><a href="\/en\/([^"]+)"/g)].map(([, slug = ""]) => slug);
}

async function idOf(door: Door, slug: string): Promise<string> {
  const { id } = await door.db.selectFrom("article").select("id").where("slug", "=", slug).executeTakeFirstOrThrow();
  return id;
}

async function arrangement(door: Door, at: string) {
  const edition = await editionByCode(door.db, "en");
  return frontAt(door.db, edition?.id ?? "", new Date(at));
}

function fields(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

for (const engine of engines) {
  test(`${engine}: an editor puts stories in places, and readers see them at once`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const [lead = "", second = "", third = ""] = await headlines(door);
    const form = fields([
      ["place[]", await idOf(door, third)],
      ["place[]", await idOf(door, lead)],
      ["do", "put"],
    ]);
    expect((await door.as("editor").post(FRONT, form)).headers.get("location")).toBe(`${FRONT}?said=kept`);
    const now = await headlines(door);
    expect(now.slice(0, 2)).toEqual([third, lead]);
    expect(now).toContain(second);
    const acts = await door.db.selectFrom("audit").select("made_by").where("act", "=", "front.arrange").execute();
    expect(acts.map(({ made_by }) => made_by)).toContain(door.as("editor").staff.id);
  });

  test(`${engine}: the small buttons change the form and nothing else`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const before = await headlines(door);
    const [lead = "", second = ""] = before;
    const ids = [await idOf(door, lead), await idOf(door, second)];
    const response = await door
      .as("editor")
      .post(FRONT, fields([...ids.map((id) => ["place[]", id] as const), ["do", `up ${ids[1]}`]]));
    expect(response.status).toBe(200);
    const places = [...(await response.text()).matchAll(/name="place\[\]" value="([^"]+)"/g)].map(([, id]) => id);
    expect(places).toEqual(ids.toReversed());
    expect(await headlines(door)).toEqual(before);
  });

  test(`${engine}: what is planned takes hold at its minute, in the edition's time, by the clock alone`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const before = await headlines(door);
    const last = before.at(-1) ?? "";
    const edition = await editionByCode(door.db, "en");
    const form = fields([
      ["place[]", await idOf(door, last)],
      ["when", "2026-11-24T06:00"],
      ["do", "plan"],
    ]);
    door.setNow("2026-11-23T12:00:00Z");
    expect((await door.as("editor").post(FRONT, form)).status).toBe(303);
    expect(await headlines(door)).toEqual(before);
    const { changesAt } = await arrangement(door, "2026-11-23T12:00:00Z");
    expect(edition && changesAt?.getTime()).toBeGreaterThan(Date.parse("2026-11-23T12:00:00Z"));
    door.setNow(changesAt?.toISOString() ?? "");
    expect((await headlines(door))[0]).toBe(last);
  });

  test(`${engine}: a plan is cancelled before its time, and not after`, async () => {
    await using door = await openDoor(engine, { demo: true });
    door.setNow("2026-11-23T12:00:00Z");
    const editor = door.as("editor");
    await editor.post(
      FRONT,
      fields([
        ["when", "2026-11-24T06:00"],
        ["do", "plan"],
      ]),
    );
    const [, plan = ""] = /name="plan" value="([^"]+)"/.exec(await editor.text(FRONT)) ?? [];
    expect((await editor.post(`${FRONT}/cancel`, { plan })).headers.get("location")).toBe(`${FRONT}?said=removed`);
    expect((await editor.post(`${FRONT}/cancel`, { plan })).headers.get("location")).toBe(FRONT);
    expect(await editor.text(FRONT)).not.toContain('name="plan"');
  });

  test(`${engine}: a time that is over or that clocks jump over is refused, and nothing chosen is lost`, async () => {
    await using door = await openDoor(engine, { demo: true });
    door.setNow("2026-11-23T12:00:00Z");
    const [lead = ""] = await headlines(door);
    const id = await idOf(door, lead);
    for (const [when, words] of [
      ["2026-11-20T06:00", "That time is over"],
      ["", "Say a day and a time"],
    ] as const) {
      const response = await door.as("editor").post(
        FRONT,
        fields([
          ["place[]", id],
          ["when", when],
          ["do", "plan"],
        ]),
      );
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain(words);
      expect(page).toContain(`name="place[]" value="${id}"`);
    }
  });

  test(`${engine}: in the hour that comes twice what is planned begins with the first and what ends holds through the second`, async () => {
    await using door = await openDoor(engine, { demo: true });
    door.setNow("2026-10-24T12:00:00Z");
    const [lead = ""] = await headlines(door);
    const id = await idOf(door, lead);
    await door.db.updateTable("edition").set({ time_zone: "Europe/Berlin" }).where("code", "=", "en").execute();
    const form = fields([
      ["place[]", id],
      [`until-${id}`, "2026-10-25T02:30"],
      ["when", "2026-10-25T02:30"],
      ["do", "plan"],
    ]);
    expect((await door.as("editor").post(FRONT, form)).status).toBe(303);
    const plan = await door.db
      .selectFrom("front_plan")
      .select(["starts_at", "places"])
      .where("starts_at", "<", "2026-11-01")
      .executeTakeFirstOrThrow();
    expect(plan.starts_at).toBe("2026-10-25T00:30:00.000Z");
    expect(JSON.parse(plan.places)).toMatchObject([{ until: "2026-10-25T01:30:00.000Z" }]);
    await door.as("editor").post(
      `${FRONT}/banner`,
      fields([
        ["text", "Ferries stop"],
        ["until", "2026-10-25T02:30"],
        ["do", "up"],
      ]),
    );
    const banner = await door.db.selectFrom("front_banner").select("ends_at").executeTakeFirstOrThrow();
    expect(banner.ends_at).toBe("2026-10-25T01:30:00.000Z");
  });

  test(`${engine}: more places than a page has are cut to what it has`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const [lead = ""] = await headlines(door);
    const many = Array.from({ length: 5_000 }, (_, at) => ["place[]", `no-such-${at}`] as const);
    const form = fields([["place[]", await idOf(door, lead)], ...many, ["do", "put"]]);
    expect((await door.as("editor").post(FRONT, form)).status).toBe(303);
    expect((await headlines(door))[0]).toBe(lead);
    const flood = fields([...many, ...many, ...many, ["do", "put"]]);
    expect((await door.as("editor").post(FRONT, flood)).status).toBe(413);
  });

  test(`${engine}: a place given until a time is given up at that time`, async () => {
    await using door = await openDoor(engine, { demo: true });
    door.setNow("2026-11-23T12:00:00Z");
    const before = await headlines(door);
    const last = before.at(-1) ?? "";
    const id = await idOf(door, last);
    await door.as("editor").post(
      FRONT,
      fields([
        ["place[]", id],
        [`until-${id}`, "2026-11-23T20:00"],
        ["do", "put"],
      ]),
    );
    expect((await headlines(door))[0]).toBe(last);
    const { changesAt } = await arrangement(door, "2026-11-23T12:00:00Z");
    door.setNow(changesAt?.toISOString() ?? "");
    expect((await headlines(door))[0]).not.toBe(last);
  });

  test(`${engine}: sections stand in the editors' order, and one that is hidden does not stand`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const names = (page: string) => [...page.matchAll(/id="section-([^"]+)"/g)].map(([, slug]) => slug);
    const shown = names(await door.text("/en/"));
    const rows = await door.db
      .selectFrom("section")
      .innerJoin("edition", "edition.id", "section.edition_id")
      .select(["section.id", "section.slug"])
      .where("edition.code", "=", "en")
      .orderBy("section.position", "desc")
      .execute();
    const [hidden, ...others] = rows;
    await door
      .as("editor")
      .post(
        FRONT,
        fields([
          ...rows.map(({ id }) => ["section[]", id] as const),
          ...others.map(({ id }) => ["shown", id] as const),
          ["do", "put"],
        ]),
      );
    const now = names(await door.text("/en/"));
    expect(now).not.toContain(hidden?.slug);
    const expected = others.map(({ slug }) => slug).filter((slug) => now.includes(slug));
    expect(now).toEqual(expected);
    expect(shown.length).toBeGreaterThan(1);
  });

  test(`${engine}: a banner stands above the front page until its time, its words as text`, async () => {
    await using door = await openDoor(engine, { demo: true });
    door.setNow("2026-11-23T12:00:00Z");
    const editor = door.as("editor");
    const banner = { text: "Quay <One> closed", href: "/en/ferry-strike", until: "2026-11-23T20:00", do: "up" };
    expect((await editor.post(`${FRONT}/banner`, banner)).status).toBe(303);
    const page = await door.text("/en/");
    expect(page).toContain("Quay &lt;One&gt; closed");
    expect(page).toContain('<a href="/en/ferry-strike">Quay');
    door.setNow("2026-11-23T23:00:00Z");
    expect(await door.text("/en/")).not.toContain("Quay &lt;One&gt;");
  });

  test(`${engine}: a banner without words, too long, or leading elsewhere is refused and keeps its words`, async () => {
    await using door = await openDoor(engine, { demo: true });
    for (const [text, href] of [
      ["", "/en/"],
      ["x".repeat(141), ""],
      ["Quay closed", "https://elsewhere.example/"],
      ["Quay closed", "//elsewhere.example/"],
      ["Quay closed", "javascript:alert(1)"],
    ] as const) {
      const response = await door.as("editor").post(`${FRONT}/banner`, { text, href, do: "up" });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(`value="${text}"`);
    }
    expect(await door.db.selectFrom("front_banner").select("text").execute()).toEqual([]);
  });

  test(`${engine}: a preview shows the arrangement and keeps nothing`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const before = await headlines(door);
    const id = await idOf(door, before.at(-1) ?? "");
    const response = await door.as("editor").post(
      FRONT,
      fields([
        ["place[]", id],
        ["do", "preview"],
      ]),
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const page = await response.text();
    expect(page.slice(page.indexOf('class="headline"'))).toStartWith(`class="headline"><a href="/en/${before.at(-1)}"`);
    expect(await headlines(door)).toEqual(before);
  });

  test(`${engine}: a reporter does not find it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    expect((await door.as("reporter").get(FRONT)).status).toBe(404);
    expect((await door.as("reporter").post(FRONT, { do: "put" })).status).toBe(404);
    expect((await door.as("editor").get("/desk/front/none")).status).toBe(404);
  });
}
