import { expect, test } from "bun:test";
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
}
