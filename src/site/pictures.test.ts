import { expect, test } from "bun:test";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { formWith, jpeg } from "#test/pictures.ts";

const SLUG = "ferry-strike";

/** The picture above an article, as it is printed. */
async function figure(door: Door): Promise<string> {
  const page = await door.text(`/en/${SLUG}`);
  return /<figure class="picture">.*?<\/figure>/s.exec(page)?.[0] ?? "";
}

async function pictureOf(door: Door): Promise<string> {
  const row = await door.db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select("revision.picture_id")
    .where("article.slug", "=", SLUG)
    .executeTakeFirstOrThrow();
  return row.picture_id ?? "";
}

/** The id of what is shown in its place from now on. */
async function replaced(door: Door, id: string): Promise<string> {
  const form = formWith("file", [{ name: "new.jpg", bytes: await jpeg({ width: 700, height: 400 }) }]);
  const sent = await door.as("editor").post(`/desk/pictures/${id}/replace`, form);
  const [, other] = /([0-9a-f]{32})\?said=kept$/.exec(sent.headers.get("location") ?? "") ?? [];
  if (other === undefined) throw new Error(`the picture was not replaced: ${await sent.text()}`);
  return other;
}

/** Its sizes alone: those of the whole agency take a while. */
async function makeSizes(door: Door, id: string): Promise<void> {
  await door.db
    .updateTable("job")
    .set({ state: "done" })
    .where("kind", "=", "media.sizes")
    .where("key", "!=", id)
    .execute();
  await door.doJobs({ slow: true });
}

for (const engine of engines) {
  test(`${engine}: a page shows the whole picture at once, and every type and width when they are made`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    const id = await replaced(door, await pictureOf(door));
    const before = await figure(door);
    expect(before).toContain(`src="/media/${id}.jpg"`);
    expect(before).not.toContain("srcset");
    await door.text("/en/");

    await makeSizes(door, id);
    const after = await figure(door);
    expect(after).toMatch(
      /<picture><source type="image\/avif" srcset="[^"]*-320\.avif 320w, [^"]*-700\.avif 700w" sizes="[^"]+">/,
    );
    expect(after).toContain('<source type="image/webp"');
    expect(after).toContain('width="700" height="400"');
    expect(after).toContain('fetchpriority="high"');
    expect(after).not.toContain('loading="lazy"');
    const addresses = [...after.matchAll(/\/media\/[0-9a-f]{32}-\d+\.(?:avif|webp|jpg)/g)].map(([address]) => address);
    expect(new Set(addresses).size).toBe(9);
    for (const address of addresses) {
      const served = await door.get(address);
      expect([address, served.status]).toEqual([address, 200]);
      expect(served.headers.get("cache-control")).toContain("immutable");
    }
    // Lists show it too, and have heard of it.
    expect(await door.text("/en/")).toContain(`/media/${id}-640.avif 640w`);
    expect(await door.text(`/en/${SLUG}`)).toContain(
      `<meta property="og:image" content="https://strait.example/media/${id}-700.jpg">`,
    );
    expect(await door.text("/en/feed.json")).toContain(`/media/${id}-700.jpg`);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a replaced picture is another one everywhere, and its old address goes on answering`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    const id = await pictureOf(door);
    await figure(door);
    await door.text("/en/");
    const other = await replaced(door, id);
    expect(await figure(door)).toContain(`src="/media/${other}.jpg"`);
    expect(await door.text("/en/")).not.toContain(id);
    expect(await pictureOf(door)).toBe(id);
    expect((await door.get(`/media/${id}.jpg`)).status).toBe(200);
    expect(await door.as("editor").text(`/desk/pictures/${other}`)).toMatch(
      /href="\/desk\/articles\/[^"]+"><bdi>[^<]*[Ff]err/,
    );
    expect(await door.as("editor").text("/desk/pictures")).not.toContain(`/desk/pictures/${id}"`);
    expect(await door.as("editor").text("/desk/pictures?hidden=yes")).toContain(`/desk/pictures/${id}"`);
  });

  test(`${engine}: the focus of a picture stays in sight where lists crop it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    const id = await pictureOf(door);
    const classOf = async () =>
      new RegExp(`<img src="/media/${id}[^>]*?(class="[^"]*")?(?: loading[^>]*)?>`).exec(await door.text("/en/"))?.[0];
    expect(await classOf()).not.toContain("fx-");
    const about = { alt: "A quay", caption: "", credit: "Ilse", licence: "own work", copyright: "" };
    await door.as("editor").post(`/desk/pictures/${id}`, { ...about, "focus-x": "97", "focus-y": "20" });
    expect(await classOf()).toContain('class="fx-4 fy-1"');
    const refused = await door
      .as("editor")
      .post(`/desk/pictures/${id}`, { ...about, "focus-x": "101", "focus-y": "0" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="101"');
    expect(await classOf()).toContain('class="fx-4 fy-1"');
  });
}
