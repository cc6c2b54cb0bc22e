import { expect, test } from "bun:test";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setSetting } from "#agency/settings/actions.ts";
import { newId } from "#lib/ids.ts";
import { changedSince, digests } from "#test/digests.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { formWith, jpeg } from "#test/pictures.ts";

const PICTURES = "/desk/pictures";

for (const engine of engines) {
  test(`${engine}: a picture that is uploaded has a page, stands in the library and is served`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const sent = await reporter.post(
      PICTURES,
      formWith("files", [{ name: "quay.jpg", bytes: await jpeg() }], { credit: "Ilse Marand", licence: "CC BY 4.0" }),
    );
    const [, id = ""] = /^\/desk\/pictures\/([0-9a-f]{32})\?said=kept$/.exec(sent.headers.get("location") ?? "") ?? [];
    const page = await reporter.text(`${PICTURES}/${id}`);
    expect(page).toContain("quay.jpg");
    expect(page).toContain('value="Ilse Marand"');
    expect(page).toContain('value="CC BY 4.0"');
    expect(await reporter.text(PICTURES)).toContain(`href="${PICTURES}/${id}"`);
    const served = await door.get(`/media/${id}.jpg`);
    expect(served.headers.get("content-type")).toBe("image/jpeg");
    expect(served.headers.get("cache-control")).toContain("immutable");
    const acts = await door.db.selectFrom("audit").select(["act", "subject"]).execute();
    expect(acts).toContainEqual({ act: "picture.keep", subject: `picture:${id}` });
  });

  test(`${engine}: an island sends pictures and is told what became of each`, async () => {
    await using door = await openDoor(engine);
    const form = formWith("files", [
      { name: "quay.jpg", bytes: await jpeg({ width: 300, height: 200 }) },
      { name: "script.jpg", bytes: new TextEncoder().encode("<svg onload=alert(1)>") },
    ]);
    const response = await door.as("reporter").post(PICTURES, form, { accept: "application/json" });
    const told = await response.json();
    expect(told).toEqual({
      pictures: [
        {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          src: expect.stringMatching(/^\/media\/[0-9a-f]{32}\.jpg$/),
          small: expect.any(String),
          name: "quay.jpg",
          width: 300,
          height: 200,
          alt: "",
          caption: "",
          credit: "",
        },
      ],
      refused: [{ name: "script.jpg", problem: expect.stringContaining("not a picture") }],
    });
    const chosen = await (await door.as("reporter").get(`${PICTURES}.json?q=QUAY`)).json();
    expect(chosen).toEqual({ pictures: told.pictures, before: null });
    expect(await (await door.as("reporter").get(`${PICTURES}.json?q=harbour`)).json()).toEqual({
      pictures: [],
      before: null,
    });
  });

  test(`${engine}: the same bytes sent twice, also at once, are one picture, and a hidden one comes back`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const bytes = await jpeg();
    const send = () => editor.post(PICTURES, formWith("files", [{ name: "quay.jpg", bytes }]));
    const places = (await Promise.all([send(), send(), send()])).map((response) => response.headers.get("location"));
    expect(new Set(places).size).toBe(1);
    const [picture = ""] = places.map((place) => place?.split("?")[0]);
    await editor.post(`${picture}/hide`, { hidden: "yes" });
    expect(await editor.text(PICTURES)).not.toContain(`href="${picture}"`);
    expect(await editor.text(`${PICTURES}?hidden=yes`)).toContain(`href="${picture}"`);
    await send();
    expect(await editor.text(PICTURES)).toContain(`href="${picture}"`);
    expect(await door.db.selectFrom("media").select("id").execute()).toHaveLength(1);
    expect(await door.db.selectFrom("audit").select("act").where("act", "=", "picture.keep").execute()).toHaveLength(1);
  });

  test(`${engine}: what a file's name and words hold is shown as words`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    const markup = `"><img src=x onerror=alert(1)>`;
    const form = formWith("files", [{ name: `${markup}.jpg`, bytes: await jpeg() }], {
      credit: markup,
      licence: markup,
    });
    const picture = (await editor.post(PICTURES, form)).headers.get("location")?.split("?")[0] ?? "";
    for (const page of [await editor.text(PICTURES), await editor.text(picture)]) {
      expect(page).not.toContain("<img src=x");
      expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
    }
    const path = formWith("files", [{ name: "C:\\\\pictures\\\\../quay.jpg", bytes: await jpeg({ width: 70 }) }]);
    const other = (await editor.post(PICTURES, path)).headers.get("location")?.split("?")[0] ?? "";
    expect(await editor.text(other)).toContain("<h1>quay.jpg</h1>");
  });

  test(`${engine}: a picture nobody has published stands on no public page and at no address one can guess`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const editor = door.as("editor");
    const sent = await editor.post(PICTURES, formWith("files", [{ name: "secret.jpg", bytes: await jpeg() }]));
    const id = /[0-9a-f]{32}/.exec(sent.headers.get("location") ?? "")?.[0] ?? "";
    for (const path of ["/en/", "/en/feed.xml", "/en/feed.json", "/en/search?q=secret", "/robots.txt"]) {
      expect(await door.text(path)).not.toContain(id);
    }
    for (const guess of [
      `${id.slice(0, -1)}0`,
      "0".repeat(32),
      id.slice(0, 31),
      `${id}-320`,
      "%2e%2e%2fdateline",
      "secret",
    ]) {
      if (guess === id) continue;
      expect([guess, (await door.get(`/media/${guess}.jpg`)).status]).toEqual([guess, 404]);
    }
    for (const listing of ["/media/", "/media", `/media/${id}`, `/media/${id}.png`, `/media/${id}.jpg.part`]) {
      expect([listing, (await door.get(listing)).status]).not.toEqual([listing, 200]);
    }
    expect((await door.get(`${PICTURES}/${id}`)).status).not.toBe(200);
    expect((await door.get(`${PICTURES}.json`)).status).not.toBe(200);
    expect((await door.as("moderator").get(`${PICTURES}/${id}`)).status).toBe(404);
  });

  test(`${engine}: what readers see of a picture is changed by who may publish, and by nobody else`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    const shown = await door.db.selectFrom("picture_use").select("media_id").orderBy("media_id").executeTakeFirst();
    const picture = `${PICTURES}/${shown?.media_id}`;
    const facts = { alt: "", caption: "", credit: "Somebody else", licence: "", copyright: "" };
    const words = { ...facts, "focus-x": "0", "focus-y": "0" };
    const file = formWith("file", [{ name: "other.jpg", bytes: await jpeg() }]);
    const before = await digests(door.db);
    for (const role of ["reporter", "translator"] as const) {
      await door.as(role).get("/desk/");
      const signedIn = await digests(door.db);
      const page = await door.as(role).text(picture);
      expect(page).toContain("Readers see this picture");
      expect(page).not.toContain(`${picture}/replace`);
      const described = await door.as(role).post(picture, words);
      expect([described.status, await described.text()]).toEqual([422, expect.stringContaining("Somebody else")]);
      expect((await door.as(role).post(`${picture}/replace`, file)).status).toBe(422);
      expect(await changedSince(door.db, signedIn)).toEqual([]);
    }
    expect(await changedSince(door.db, before)).not.toContain("media");
    expect((await door.as("editor").post(picture, words)).status).toBe(303);
    const credit = door.db
      .selectFrom("media")
      .select("credit")
      .where("id", "=", shown?.media_id ?? "");
    expect(await credit.executeTakeFirst()).toEqual({ credit: "Somebody else" });
    // What nobody has published is whoever's who writes.
    const own = await door
      .as("reporter")
      .post(PICTURES, formWith("files", [{ name: "quay.jpg", bytes: await jpeg() }]));
    const mine = own.headers.get("location")?.split("?")[0] ?? "";
    expect((await door.as("translator").post(mine, words)).status).toBe(303);
  });

  test(`${engine}: a picture of a text that was scheduled, and the logo, are an editor's too`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const sent = await door.as("reporter").post(PICTURES, formWith("files", [{ name: "a.jpg", bytes: await jpeg() }]));
    const id = /[0-9a-f]{32}/.exec(sent.headers.get("location") ?? "")?.[0] ?? "";
    const isOpen = async () =>
      (await door.as("reporter").text(`${PICTURES}/${id}`)).includes(`${PICTURES}/${id}/replace`);
    expect(await isOpen()).toBe(true);
    await setSetting(door.db, { key: "agency.logo", value: id });
    expect(await isOpen()).toBe(false);
    await setSetting(door.db, { key: "agency.logo", value: "" });
    expect(await isOpen()).toBe(true);
    const article = await door.db.selectFrom("article").select("id").orderBy("id").executeTakeFirst();
    const revision = await door.db
      .selectFrom("revision")
      .selectAll()
      .where("article_id", "=", article?.id ?? "")
      .executeTakeFirstOrThrow();
    const revisionId = newId(new Date());
    await door.db
      .insertInto("revision")
      .values({ ...revision, id: revisionId, kind: "draft", picture_id: id })
      .execute();
    await door.db
      .updateTable("article")
      .set({ state: "scheduled", scheduled_revision_id: revisionId })
      .where("id", "=", article?.id ?? "")
      .execute();
    expect(await isOpen()).toBe(false);
  });

  test(`${engine}: a library of many is walked leaf by leaf, each picture once`, async () => {
    await using door = await openDoor(engine);
    const at = new Date().toISOString();
    const rows = Array.from({ length: 95 }, (_, index) => ({
      id: index.toString(16).padStart(32, "0"),
      type: "image/jpeg",
      width: 3,
      height: 2,
      bytes: 10,
      credit: "",
      licence: "",
      words: index % 2 === 0 ? "quay" : "tower",
      // Many of one moment, as a form with several files makes them.
      made_at: at,
    }));
    await door.db.insertInto("media").values(rows).execute();
    const seen: string[] = [];
    for (let path = `${PICTURES}?q=quay`; path !== ""; ) {
      const page = await door.as("reporter").text(path);
      seen.push(...[...page.matchAll(/href="\/desk\/pictures\/([0-9a-f]{32})"/g)].map(([, id = ""]) => id));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    }
    expect(seen).toHaveLength(48);
    expect(new Set(seen).size).toBe(48);
  });

  test(`${engine}: what is too large, or no form, is refused and nothing is kept`, async () => {
    await using door = await openDoor(engine);
    const editor = door.as("editor");
    expect((await editor.post(PICTURES, formWith("files", []))).status).toBe(422);
    const large = new Uint8Array(49 * 1024 * 1024);
    expect((await editor.post(PICTURES, formWith("files", [{ name: "huge.jpg", bytes: large }]))).status).toBe(413);
    const long = formWith("files", [{ name: "quay.jpg", bytes: await jpeg() }], { credit: "x".repeat(201) });
    const refused = await editor.post(PICTURES, long);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("x".repeat(201));
    expect(await door.db.selectFrom("media").select("id").execute()).toEqual([]);
    expect(await door.db.selectFrom("job").select("id").where("kind", "=", "media.sizes").execute()).toEqual([]);
  });

  test(`${engine}: a picture whose file cannot be written leaves no row`, async () => {
    await using door = await openDoor(engine);
    // A file in the place of the folder of pictures, as on a disk that lost it: nothing can be written below.
    await rm(join(door.store.data, "media"), { recursive: true, force: true });
    await writeFile(join(door.store.data, "media"), "");
    const sent = await door.as("editor").post(PICTURES, formWith("files", [{ name: "quay.jpg", bytes: await jpeg() }]));
    expect(sent.status).toBe(500);
    expect(door.broken).toHaveLength(1);
    expect(await door.db.selectFrom("media").select("id").execute()).toEqual([]);
  });
}
