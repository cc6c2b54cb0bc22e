import { expect, test } from "bun:test";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const ABOUT = "/desk/house/pages/en/about";
const HOSTILE = `</textarea><script>alert(1)</script>"'&`;

/** What a form of the house began from. */
async function fromOf(door: Door, path: string): Promise<string> {
  return /name="from" value="([^"]*)"/.exec(await door.as("editor").text(path))?.[1] ?? "";
}

async function count(door: Door, table: "page_revision" | "standing_page" | "audit"): Promise<number> {
  const { rows } = await door.db
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

for (const engine of engines) {
  test(`${engine}: a page is written as Markdown, and readers find it at its address and in the foot`, async () => {
    await using door = await openDoor(engine);
    expect((await door.get("/en/about")).status).toBe(404);
    const sent = await door
      .as("editor")
      .post(ABOUT, { title: "About us", text: "## Who\n\nThree people.", do: "keep" });
    expect(sent.headers.get("location")).toBe(`${ABOUT}?said=kept`);
    const page = await door.text("/en/about");
    expect(page).toContain("<h1>About us</h1>");
    expect(page).toContain("<h2>Who</h2>");
    expect(page).toContain('"@type":"AboutPage"');
    expect(await door.text("/en/")).toContain('<a href="/en/about">About us</a>');
    const acts = await door.db.selectFrom("audit").select(["act", "made_by"]).where("act", "=", "page.add").execute();
    expect(acts).toEqual([{ act: "page.add", made_by: door.as("editor").staff.id }]);
  });

  test(`${engine}: structured data point to how the agency works once it says so`, async () => {
    await using door = await openDoor(engine);
    expect(await door.text("/en/")).not.toContain("publishingPrinciples");
    await door
      .as("editor")
      .post("/desk/house/pages/en/how-we-work", { title: "How we work", text: "Well.", do: "keep" });
    expect(await door.text("/en/")).toContain('"publishingPrinciples":"https://strait.example/en/how-we-work"');
    await door.as("editor").post("/desk/house/pages/en/how-we-work", { do: "hide" });
    expect(await door.text("/en/")).not.toContain("publishingPrinciples");
    expect((await door.get("/en/how-we-work")).status).toBe(404);
  });

  test(`${engine}: an earlier text is brought back as a new revision, and nothing is removed`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    await editor.post(ABOUT, { title: "About", text: "We are three.", do: "keep" });
    await editor.post(ABOUT, { title: "About", text: "We are four.", from: await fromOf(door, ABOUT), do: "keep" });
    const history = await editor.text(`${ABOUT}/history`);
    expect(history).toContain("<del>three</del>");
    expect(history).toContain("<ins>four</ins>");
    const [, earlier = ""] = /\?revision=([^"]+)"/.exec(history) ?? [];
    const form = await editor.text(`${ABOUT}?revision=${earlier}`);
    expect(form).toContain("We are three.");
    expect(await door.text("/en/about")).toContain("We are four.");
    await editor.post(ABOUT, { title: "About", text: "We are three.", from: await fromOf(door, ABOUT), do: "keep" });
    expect(await door.text("/en/about")).toContain("We are three.");
    expect(await count(door, "page_revision")).toBe(3);
  });

  test(`${engine}: who keeps a page second sees what the first one kept, and loses nothing`, async () => {
    await using door = await openDoor(engine);
    await door.as("editor").post(ABOUT, { title: "About", text: "We are three.", do: "keep" });
    const from = await fromOf(door, ABOUT);
    door.setNow("2026-11-20T12:01:00Z");
    await door.as("administrator").post(ABOUT, { title: "About", text: "We are four.", from, do: "keep" });
    const refused = await door.as("editor").post(ABOUT, { title: "About", text: "We are five.", from, do: "keep" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Ilse the administrator has changed this meanwhile");
    expect(page).toContain("We are five.");
    expect(page).toContain("<del>four</del>");
    expect(await door.text("/en/about")).toContain("We are four.");
    const next = /name="from" value="([^"]*)"/.exec(page)?.[1] ?? "";
    await door.as("editor").post(ABOUT, { title: "About", text: "We are five.", from: next, do: "keep" });
    expect(await door.text("/en/about")).toContain("We are five.");
  });

  test(`${engine}: a page and an article never have one address`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const post = (slug: string) =>
      door.as("editor").post("/desk/house/pages/en/+", { slug, title: "History", text: "Long.", do: "keep" });
    for (const slug of ["ferry-strike", "labels", "search", "Our History", "", "a/b", "about"]) {
      const refused = await post(slug);
      expect({ slug, status: refused.status }).toEqual({ slug, status: 422 });
      expect(await refused.text()).toContain("Long.");
    }
    expect((await post("our-history")).status).toBe(303);
    expect((await door.get("/en/our-history")).status).toBe(200);
  });

  test(`${engine}: what is refused is said, keeps every word and writes nothing`, async () => {
    await using door = await openDoor(engine);
    await door.as("editor").get(ABOUT);
    const before = await count(door, "audit");
    for (const fields of [
      { title: "", text: HOSTILE },
      { title: HOSTILE, text: "" },
      { title: "x".repeat(121), text: HOSTILE },
    ]) {
      const refused = await door.as("editor").post(ABOUT, { ...fields, do: "keep" });
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).not.toContain("<script>alert");
      expect(page).toContain("&lt;/textarea&gt;");
    }
    expect(await count(door, "standing_page")).toBe(0);
    expect(await count(door, "audit")).toBe(before);
  });

  test(`${engine}: hostile words on a page stay words`, async () => {
    await using door = await openDoor(engine);
    await door.as("editor").post(ABOUT, {
      title: HOSTILE,
      text: `${HOSTILE} <img src=x onerror=alert(1)> [here](javascript:alert(1))`,
      do: "keep",
    });
    for (const path of ["/en/about", "/en/"]) {
      const page = await door.text(path);
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("onerror");
      expect(page).not.toContain("javascript:");
    }
    expect(await door.text("/en/about")).toContain("&lt;/textarea&gt;");
  });

  test(`${engine}: a preview shows the page as readers would see it and keeps nothing`, async () => {
    await using door = await openDoor(engine);
    const response = await door.as("editor").post(ABOUT, { title: "Soon", text: "Not yet.", do: "preview" });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toContain("<h1>Soon</h1>");
    expect((await door.get("/en/about")).status).toBe(404);
  });

  test(`${engine}: pages are labelled as the edition labels`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const post = { title: "Lists", text: "We write about ISIL.", do: "keep" };
    await door.as("editor").post("/desk/house/pages/ru/+", { ...post, slug: "lists" });
    expect(await door.text("/ru/lists")).toContain('class="label"');
  });

  test(`${engine}: reporters do not find the pages of the house`, async () => {
    await using door = await openDoor(engine);
    for (const path of ["/desk/house", "/desk/house/pages/en", ABOUT]) {
      expect((await door.as("reporter").get(path)).status).toBe(404);
    }
    expect((await door.as("reporter").post(ABOUT, { title: "x", text: "x", do: "keep" })).status).toBe(404);
    expect(await count(door, "standing_page")).toBe(0);
  });
}
