import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { contrastOn, GROUNDS, LEAST_CONTRAST, nearestThatHolds, USUAL_ACCENTS } from "#agency/settings/colours.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const AGENCY = "/desk/house/agency";
const HOSTILE = `"></style><script>alert(1)</script>`;

async function fromOf(door: Door, path: string): Promise<string> {
  return /name="from" value="([^"]*)"/.exec(await door.as("administrator").text(path))?.[1] ?? "";
}

async function keep(door: Door, fields: Readonly<Record<string, string>>): Promise<Response> {
  return door.as("administrator").post(AGENCY, { from: await fromOf(door, AGENCY), do: "keep", ...fields });
}

async function details(door: Door, act: string): Promise<unknown[]> {
  const rows = await door.db.selectFrom("audit").select("detail").where("act", "=", act).orderBy("id").execute();
  return rows.map(({ detail }) => JSON.parse(detail));
}

test("the grounds and usual accents are those of the paper's style sheet", () => {
  const sheet = readFileSync("src/site/styles/paper.css", "utf8");
  for (const colour of [...GROUNDS.light, ...GROUNDS.dark, ...Object.values(USUAL_ACCENTS)])
    expect(sheet).toContain(colour);
});

test("the nearest colour that holds does hold, and one that holds is its own nearest", () => {
  for (const light of ["light", "dark"] as const) {
    for (const colour of ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#777777", "#ffd700", "#9c2a1a"]) {
      const nearest = nearestThatHolds(light, colour);
      expect(contrastOn(light, nearest)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      if (contrastOn(light, colour) >= LEAST_CONTRAST) expect(nearest).toBe(colour);
    }
  }
});

for (const engine of engines) {
  test(`${engine}: what the agency says of itself stands on its pages, and the log says what stood there before`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const sent = await keep(door, {
      "name-en": "Strait Wire",
      "motto-en": HOSTILE,
      contact: "New@Strait.Example",
      "legal-name": "Strait News Cooperative",
    });
    expect(sent.headers.get("location")).toBe(`${AGENCY}?said=kept`);
    const front = await door.text("/en/");
    expect(front).toContain(">Strait Wire</a>");
    expect(front).toContain('<a href="mailto:new@strait.example">new@strait.example</a>');
    expect(front).not.toContain("<script>alert");
    expect(front).toContain('"legalName":"Strait News Cooperative"');
    expect(await door.text("/en/imprint")).toContain("<dd>Strait News Cooperative</dd>");
    expect(await door.text("/.well-known/security.txt")).toContain("Contact: mailto:new@strait.example");
    expect(await details(door, "house.set")).toEqual([
      expect.objectContaining({ "agency.name.en": "Strait News → Strait Wire" }),
    ]);
  });

  test(`${engine}: the agency's accent is laid over every page by a sheet of its own, without a style in the page`, async () => {
    await using door = await openDoor(engine);
    expect(await door.text("/en/")).not.toContain("/assets/agency.");
    expect((await keep(door, { "accent-light": "#0B5345" })).status).toBe(303);
    const page = await door.text("/en/");
    const [, address = ""] = /<link rel="stylesheet" href="(\/assets\/agency\.[^"]+\.css)"/.exec(page) ?? [];
    expect(page).not.toMatch(/<style|style="/);
    const sheet = await door.get(address);
    expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(await sheet.text()).toContain(":root{--accent:#0b5345}");
    await keep(door, { "accent-light": "" });
    expect(await door.text("/en/")).not.toContain("/assets/agency.");
    expect((await door.get(address)).status).toBe(404);
  });

  test(`${engine}: a picture of the library is the logo, also for machines, until it is taken away`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { id } = await door.db.selectFrom("media").select("id").limit(1).executeTakeFirstOrThrow();
    expect((await keep(door, { logo: id, "name-en": "Strait News" })).status).toBe(303);
    const page = await door.text("/en/labels");
    expect(/<p class="nameplate">[\s\S]*?<\/p>/.exec(page)?.[0]).toContain(`/media/${id}`);
    expect(await door.text("/en/")).toContain(
      `"logo":{"@type":"ImageObject","url":"https://strait.example/media/${id}`,
    );
    await keep(door, { logo: "" });
    expect(await door.text("/en/labels")).not.toContain(`/media/${id}`);
  });

  test(`${engine}: an accent that cannot be read is refused with its contrast and the nearest that holds`, async () => {
    await using door = await openDoor(engine);
    const refused = await keep(door, { "accent-light": "#ffd700", name: HOSTILE });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    const [, nearest = ""] = /nearest colour that holds is (#[0-9a-f]{6})\./.exec(page) ?? [];
    expect(page).toContain("It stands out with 1.2 to 1");
    expect(page).not.toContain("<script>alert");
    expect((await keep(door, { "accent-light": nearest })).status).toBe(303);
  });

  test(`${engine}: what cannot be kept is refused field by field, and nothing is kept`, async () => {
    await using door = await openDoor(engine);
    for (const [key, value] of [
      ["accent-dark", "red;}body{display:none"],
      ["accent-dark", "#111111"],
      ["contact", "javascript:alert(1)"],
      ["logo", "../../etc/passwd"],
      ["contact", HOSTILE],
      ["name", "x".repeat(201)],
    ] as const) {
      const refused = await keep(door, { [key]: value });
      expect({ key, value, status: refused.status }).toEqual({ key, value, status: 422 });
      expect(await refused.text()).toContain(`id="${key}-problem"`);
    }
    expect(await details(door, "house.set")).toEqual([]);
  });

  test(`${engine}: a preview shows the agency in other words and colours, and keeps nothing`, async () => {
    await using door = await openDoor(engine);
    const preview = { name: "Another Name", "accent-light": "#0b5345", do: "preview" };
    const page = await (await keep(door, preview)).text();
    expect(page).toContain(">Another Name</a>");
    const [, styles = ""] = /href="(\/desk\/house\/agency\/colours\.css[^"]+)"/.exec(page) ?? [];
    expect(await door.as("administrator").text(styles)).toContain("#0b5345");
    expect((await door.as("editor").get(styles)).status).toBe(404);
    expect(await door.text("/en/")).not.toContain("Another Name");
  });

  test(`${engine}: who keeps the agency second is told who came first, and may keep it all the same`, async () => {
    await using door = await openDoor(engine);
    const from = await fromOf(door, AGENCY);
    await door.as("administrator").post(AGENCY, { from, name: "First", do: "keep" });
    const refused = await door.as("administrator").post(AGENCY, { from, name: "Second", do: "keep" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Ilse the administrator has changed this meanwhile");
    expect(page).toContain('value="Second"');
    expect(await door.text("/en/")).toContain("First");
    const now = /name="from" value="([^"]*)"/.exec(page)?.[1] ?? "";
    await door.as("administrator").post(AGENCY, { from: now, name: "Second", do: "keep" });
    expect(await door.text("/en/")).toContain("Second");
  });

  test(`${engine}: an edition's labels are tried on one of its stories before they are kept`, async () => {
    await using door = await openDoor(engine, { demo: true });
    // The list of who is mentioned where is kept by a job.
    await door.doJobs();
    const path = "/desk/house/editions/ru";
    const form = formOf(await door.as("administrator").text(path));
    form.set("scope", "none");
    form.set("do", "preview");
    const tried = await (await door.as("administrator").post(path, form)).text();
    expect(tried).toContain("What changes in this story");
    expect(tried).toContain("<del>");
    expect(await details(door, "edition.set")).toEqual([]);
    form.set("do", "keep");
    expect((await door.as("administrator").post(path, form)).headers.get("location")).toBe(`${path}?said=kept`);
    expect(await details(door, "edition.set")).toEqual([{ scope: "every → none" }]);
  });

  test(`${engine}: editions are added under a code that stays, and put in order`, async () => {
    await using door = await openDoor(engine);
    const admin = door.as("administrator");
    const added = await admin.post("/desk/house/editions", { code: "pt", name: HOSTILE, language: "pt", do: "add" });
    expect(added.headers.get("location")).toBe("/desk/house/editions/pt?said=kept");
    await admin.post("/desk/house/editions", { do: "up pt" });
    const root = await door.text("/");
    expect(root).toContain('<html lang="pt"');
    expect(root).not.toContain("<script>alert");
    for (const [code, language, words] of [
      ["desk", "en", "no word Dateline needs itself"],
      ["EN", "en", "small Latin letters"],
      ["pt", "pt", "with that code already"],
      ["de", HOSTILE, "That is not a language"],
    ] as const) {
      const refused = await admin.post("/desk/house/editions", { code, name: "N", language, do: "add" });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(words);
    }
    expect(await details(door, "edition.add")).toEqual([{ code: "pt" }]);
  });

  test(`${engine}: an edition's odd settings are refused at their field`, async () => {
    await using door = await openDoor(engine);
    const path = "/desk/house/editions/en";
    for (const [field, value, words] of [
      ["name", "", "needs a name"],
      ["language", HOSTILE, "not a language"],
      ["time-zone", "Mars/Base", "not a time zone"],
      ["other", "<b>", "A jurisdiction has"],
      ["as-of", "day", "Choose a day."],
    ] as const) {
      const form = formOf(await door.as("administrator").text(path));
      form.set(field, value);
      form.set("do", "keep");
      const refused = await door.as("administrator").post(path, form);
      expect({ field, status: refused.status }).toEqual({ field, status: 422 });
      const page = await refused.text();
      expect(page).toContain(words);
      expect(page).not.toContain("<script>alert");
    }
    expect(await details(door, "edition.set")).toEqual([]);
  });
}

/** The last form of a page as a browser would send it untouched. */
function formOf(page: string): FormData {
  const form = new FormData();
  const html = page.slice(page.lastIndexOf("<form method"));
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute("name");
    const isLeft = attribute("type") === "checkbox" && !/ checked/.test(tag);
    if (name !== undefined && !isLeft) form.append(name, attribute("value") ?? "");
  }
  for (const [, name = "", options = ""] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options);
    form.append(name, chosen?.[1] ?? "");
  }
  return form;
}
