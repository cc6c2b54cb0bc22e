/** An edition's law of labels at the desk: own words, one notice, folding, statements, tried on a story before they are kept. */
import { expect, test } from "bun:test";
import { editionByCode } from "#agency/editions/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { formsIn } from "#test/forms.ts";

const PATH = "/desk/house/editions/en";

/** The form of the edition as a browser would send it back, with these fields changed. */
async function form(door: Door, changes: Readonly<Record<string, string>>): Promise<FormData> {
  const found = formsIn(await door.as("administrator").text(PATH), PATH).find(({ fields }) =>
    fields.some(({ name }) => name === "scope"),
  );
  if (!found) throw new Error("the page has no form of the edition");
  const sent = new FormData();
  for (const { name, value } of found.fields) if (!(name in changes)) sent.append(name, value);
  for (const [name, value] of Object.entries(changes)) sent.append(name, value);
  return sent;
}

async function policyOf(door: Door) {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("there is an edition");
  return edition.labelPolicy;
}

/** The newest story of the demo that has a label. */
const STORY = /class="label"[^>]*>.*?on the UN sanctions list/;

for (const engine of engines) {
  test(`${engine}: own words are tried on a story, kept, printed, said on the public page, and given up again`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const admin = door.as("administrator");
    const before = await policyOf(door);
    const { slug } = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select("article.slug")
      .where("edition.code", "=", "en")
      .where("article.headline", "like", "%ISIL%")
      .limit(1)
      .executeTakeFirstOrThrow();
    const own = { "own-un": "listed by the United Nations", article: slug, do: "preview" };
    const tried = await admin.post(PATH, await form(door, own));
    expect(tried.status).toBe(200);
    const page = await tried.text();
    expect(page).toContain("listed by the United Nations");
    expect(page).toContain('class="difference"');
    expect(await policyOf(door)).toEqual(before);

    await admin.post(PATH, await form(door, { "own-un": "listed by the United Nations", do: "keep" }));
    expect((await policyOf(door)).wording).toEqual({ un: "listed by the United Nations" });
    expect(await door.text("/en/labels")).toContain("listed by the United Nations");
    expect(await door.text("/en/")).not.toMatch(STORY);
    await admin.post(PATH, await form(door, { "own-un": "", do: "keep" }));
    expect(await policyOf(door)).toEqual(before);
  });

  test(`${engine}: a statement a law asks for is added with the law's words, changed, and removed`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const admin = door.as("administrator");
    const missing = await admin.post(
      PATH,
      await form(door, { "add-kind": "us-fara", "add-name": "Strait Wire Ltd", do: "keep" }),
    );
    expect(missing.status).toBe(422);
    const page = await missing.text();
    expect(page).toContain("A statement cannot be kept");
    expect(page).toContain('value="Strait Wire Ltd"');
    const fara = { "add-kind": "us-fara", "add-name": "Strait Wire Ltd", "add-principal": "the Port of Merven" };
    const tried = await (await admin.post(PATH, await form(door, { ...fara, do: "preview" }))).text();
    expect(tried).toContain("distributed by Strait Wire Ltd on behalf of the Port of Merven");
    expect((await policyOf(door)).notices).toEqual([]);

    await admin.post(PATH, await form(door, { ...fara, do: "keep" }));
    expect((await policyOf(door)).notices).toMatchObject([{ on: "every", place: "top", size: 100 }]);
    const [, story = ""] = /class="headline"><a href="(\/en\/[^"]+)"/.exec(await door.text("/en/")) ?? [];
    expect(await door.text(story)).toContain("on behalf of the Port of Merven");
    expect(await door.text("/en/labels")).toContain("28 CFR § 5.402");

    await admin.post(PATH, await form(door, { "notice-0-size": "200", "notice-0-place": "bottom", do: "keep" }));
    expect((await policyOf(door)).notices).toMatchObject([{ place: "bottom", size: 200 }]);
    await admin.post(PATH, await form(door, { "notice-0-remove": "yes", do: "keep" }));
    expect((await policyOf(door)).notices).toEqual([]);
    expect(await door.text(story)).not.toContain("on behalf of the Port of Merven");
  });

  test(`${engine}: folding, and the place and size of the one notice, are the edition's to say`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const said = { scope: "document", "notice-place": "top", "notice-size": "150", folds: "yes", do: "keep" };
    await door.as("administrator").post(PATH, await form(door, said));
    expect(await policyOf(door)).toMatchObject({ scope: "document", notice: { place: "top", size: 150 }, folds: true });
    const long = await door.as("administrator").post(PATH, await form(door, { "own-un": "x".repeat(400), do: "keep" }));
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("one line of at most 300 characters");
  });
}
