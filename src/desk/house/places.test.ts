import { expect, test } from "bun:test";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const HOSTILE = `"><script>alert(1)</script>`;

async function fromOf(door: Door, path: string): Promise<string> {
  return /name="from" value="([^"]*)"/.exec(await door.as("editor").text(path))?.[1] ?? "";
}

async function acts(door: Door): Promise<string[]> {
  const rows = await door.db.selectFrom("audit").select("act").orderBy("act").execute();
  return rows.map(({ act }) => act).filter((act) => /^(section|topic|person|menu)\./.test(act));
}

for (const engine of engines) {
  test(`${engine}: a section is added, renamed and put in its place in the menu`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const sections = "/desk/house/sections/en";
    for (const [name, slug] of [
      ["World", "world"],
      ["Sport", "sport"],
    ] as const)
      expect((await editor.post(`${sections}/+`, { name, slug, do: "keep" })).headers.get("location")).toBe(
        `${sections}?said=kept`,
      );
    await editor.post(sections, { do: "up sport" });
    const from = await fromOf(door, `${sections}/world`);
    await editor.post(`${sections}/world`, { name: HOSTILE, from, do: "keep" });
    const page = await door.text("/en/");
    expect(page).not.toContain("<script>alert");
    const names = [...page.matchAll(/href="\/en\/sections\/([^"]+)"/g)].map(([, slug]) => slug);
    expect(names).toEqual(["sport", "world"]);
    expect(page).toContain("&lt;script&gt;");
    expect(await acts(door)).toEqual(["section.order", "section.set", "section.set", "section.set"]);
  });

  test(`${engine}: sections, topics and people are looked at as readers will see them, and nothing is kept`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const kept = { name: "Seas and shores", office: "Harbour desk", about: "What the tide brings." };
    for (const [path, shown] of [
      ["sections/en/region", ["<h1>Seas and shores</h1>", ">Seas and shores</a>", 'class="headline"']],
      ["topics/en/crossing", ["<h1>Seas and shores</h1>", "What the tide brings.", 'class="headline"']],
      ["people/en/tomas-harrow", ["Seas and shores</h1>", "Harbour desk", "What the tide brings.", 'class="headline"']],
    ] as const) {
      const before = await door.text(`/${path.replace(/^(\w+)\/en/, "en/$1")}`);
      const from = await fromOf(door, `/desk/house/${path}`);
      const looked = await editor.post(`/desk/house/${path}`, { ...kept, from, do: "preview" });
      expect([path, looked.status, looked.headers.get("cache-control")]).toEqual([path, 200, "private, no-store"]);
      const page = await looked.text();
      for (const part of shown) expect(page).toContain(part);
      expect(await door.text(`/${path.replace(/^(\w+)\/en/, "en/$1")}`)).toBe(before);
      expect(await fromOf(door, `/desk/house/${path}`)).toBe(from);
    }
    for (const part of ["sections", "topics", "people"]) {
      const added = { ...kept, slug: "new-one", do: "preview" };
      const looked = await editor.post(`/desk/house/${part}/en/+`, added);
      expect(await looked.text()).toContain("Seas and shores</h1>");
      expect((await door.get(`/en/${part}/new-one`)).status).toBe(404);
      const refused = await editor.post(`/desk/house/${part}/en/+`, { ...added, slug: "No address" });
      expect(refused.status).toBe(422);
    }
    expect(await acts(door)).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a menu is looked at on the front page before it is kept, a link just typed with it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const before = await door.text("/en/");
    const from = await fromOf(door, "/desk/house/menus/en");
    const menu = {
      place: "head",
      from,
      "entry[]": "section sport",
      "head-text": "Tides",
      "head-href": "/en/topics/sea",
    };
    const looked = await editor.post("/desk/house/menus/en", { ...menu, do: "preview" });
    expect([looked.status, looked.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    const page = await looked.text();
    expect(page).toContain('<a href="/en/topics/sea">Tides</a>');
    expect(page).toContain('href="/en/sections/sport"');
    expect(page.match(/<nav[^>]*>.*?<\/nav>/s)?.[0]).not.toContain("/en/sections/region");
    expect(await door.text("/en/")).toBe(before);
    const late = await editor.post("/desk/house/menus/en", { ...menu, from: "another", do: "preview" });
    expect(late.status).toBe(422);
    expect(await acts(door)).toEqual([]);
  });

  test(`${engine}: what stories stand in is not removed, and the sentence says how many`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    for (const path of ["sections/en/region", "topics/en/crossing", "people/en/tomas-harrow"]) {
      const refused = await editor.post(`/desk/house/${path}`, { do: "remove" });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toMatch(/cannot be removed: stories that stand in it: \d+/);
    }
    expect((await door.get("/en/topics/crossing")).status).toBe(200);
    await editor.post("/desk/house/topics/en/+", { name: "Empty", slug: "empty", about: "", do: "keep" });
    const removed = await editor.post("/desk/house/topics/en/empty", { do: "remove" });
    expect(removed.headers.get("location")).toBe("/desk/house/topics/en?said=removed");
    expect((await door.get("/en/topics/empty")).status).toBe(404);
  });

  test(`${engine}: a topic goes into another, its stories with it, and old addresses lead on`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const stories = async (slug: string) => (await door.text(`/en/topics/${slug}`)).match(/class="headline"/g)?.length;
    const [before, more] = [await stories("crossing"), await stories("harbour")];
    const sent = await editor.post("/desk/house/topics/en/harbour", { do: "merge", into: "crossing" });
    expect(sent.headers.get("location")).toBe("/desk/house/topics/en/crossing?said=kept");
    const old = await door.get("/en/topics/harbour");
    expect([old.status, old.headers.get("location")]).toEqual([308, "/en/topics/crossing"]);
    expect(await stories("crossing")).toBeGreaterThanOrEqual(Math.max(before ?? 0, more ?? 0));
    await editor.post("/desk/house/topics/en/crossing", { do: "merge", into: "sea" });
    expect((await door.get("/en/topics/harbour")).headers.get("location")).toBe("/en/topics/sea");
    const again = await editor.post("/desk/house/topics/en/+", { name: "Harbour", slug: "harbour", do: "keep" });
    expect(again.status).toBe(422);
    expect((await editor.post("/desk/house/topics/en/sea", { do: "merge", into: "sea" })).status).toBe(303);
    expect((await door.get("/en/topics/sea")).status).toBe(200);
  });

  test(`${engine}: people are added and ordered, and readers see them so`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const people = "/desk/house/people/en";
    for (const slug of ["ada", "ben"])
      await editor.post(`${people}/+`, { name: slug, slug, office: HOSTILE, about: HOSTILE, do: "keep" });
    await editor.post(people, { do: "up ben" });
    const page = await door.text("/en/people");
    expect(page.indexOf("/people/ben")).toBeLessThan(page.indexOf("/people/ada"));
    expect(page).not.toContain("<script>alert");
    expect((await editor.post(`${people}/ada`, { do: "remove" })).headers.get("location")).toBe(
      `${people}?said=removed`,
    );
    expect((await door.get("/en/people/ada")).status).toBe(404);
  });

  test(`${engine}: who changes a topic second is told who came first`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const path = "/desk/house/topics/en/sea";
    const from = await fromOf(door, path);
    await door.as("administrator").post(path, { name: "Seas", about: "", from, do: "keep" });
    const refused = await door.as("editor").post(path, { name: "Oceans", about: "", from, do: "keep" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Ilse the administrator has changed this meanwhile");
    expect(page).toContain('value="Oceans"');
    expect(await door.text("/en/topics/sea")).toContain("<h1>Seas</h1>");
  });

  test(`${engine}: names and addresses that cannot be are refused in a sentence, and nothing is added`, async () => {
    await using door = await openDoor(engine, { demo: true });
    for (const [name, slug, words] of [
      ["", "x", "It needs a name."],
      ["x".repeat(81), "x", "at most 80 characters"],
      [HOSTILE, "../x", "small Latin letters"],
      [HOSTILE, "sea", "That address is taken"],
    ] as const) {
      const refused = await door
        .as("editor")
        .post("/desk/house/topics/en/+", { name, slug, about: HOSTILE, do: "keep" });
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).toContain(words);
      expect(page).not.toContain("<script>alert");
    }
    expect(await acts(door)).toEqual([]);
  });

  test(`${engine}: a menu stands as it was arranged, and only what leads somewhere safe stands in it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const path = "/desk/house/menus/en";
    const form = await editor.text(path);
    const from = /value="head"\/?><input type="hidden" name="from" value="([^"]+)"/.exec(form)?.[1] ?? "";
    const arranged = new FormData();
    for (const entry of ["page about", "section sport", "link javascript:alert(1) Bad", "link //x.example Bad"])
      arranged.append("entry[]", entry);
    for (const [name, value] of Object.entries({
      place: "head",
      from,
      "head-text": HOSTILE,
      "head-href": "https://partner.example/",
      do: "keep",
    }))
      arranged.append(name, value);
    expect((await editor.post(path, arranged)).headers.get("location")).toBe(`${path}?said=kept`);
    const page = await door.text("/en/");
    const nav = /<nav class="sections"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? "";
    const links = [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual(["/en/about", "/en/sections/sport", "https://partner.example/"]);
    expect(nav).not.toContain("<script");
    await editor.post(path, { place: "head", from: "stale", do: "usual" });
    expect(await door.text("/en/")).toContain("https://partner.example/");
    const now = /value="head"\/?><input type="hidden" name="from" value="([^"]+)"/.exec(await editor.text(path))?.[1];
    await editor.post(path, { place: "head", from: now ?? "", do: "usual" });
    expect(await door.text("/en/")).not.toContain("https://partner.example/");
  });

  test(`${engine}: a link that leads nowhere safe is refused, and the menu as typed stays in the form`, async () => {
    await using door = await openDoor(engine);
    for (const href of ["javascript:alert(1)", "http://plain.example/", "//x.example/", "data:text/html,x", ""]) {
      const fields = { place: "foot", from: "", "foot-text": HOSTILE, "foot-href": href, do: "add-link" };
      const refused = await door.as("editor").post("/desk/house/menus/en", fields);
      expect({ href, status: refused.status }).toEqual({ href, status: 422 });
      const page = await refused.text();
      expect(page).toContain("A link needs words");
      expect(page).not.toContain("<script>alert");
    }
    expect(await acts(door)).toEqual([]);
  });

  test(`${engine}: the house says what each part says now, to those who may keep it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const page = await door.as("editor").text("/desk/house");
    expect(page).toContain("English: The Strait, World");
    expect(page).not.toContain("/desk/house/agency");
    expect((await door.as("translator").get("/desk/house/topics/en")).status).toBe(404);
  });
}
