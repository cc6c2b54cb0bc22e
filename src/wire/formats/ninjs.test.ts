import { expect, test } from "bun:test";
import { moveArticle } from "#agency/articles/move.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { faultsAgainst } from "#test/ninjs-faults.ts";
import ninjs2 from "./schemas/ninjs-schema_2.2.json";
import ninjs3 from "./schemas/ninjs-schema_3.1.json";

const VERSIONS = [
  { file: "ninjs.json", faults: faultsAgainst(ninjs3) },
  { file: "ninjs-2.json", faults: faultsAgainst(ninjs2) },
];

test("the schemas refuse what they should", () => {
  for (const { faults } of VERSIONS) {
    expect(faults({})).not.toEqual([]);
    expect(faults({ uri: "urn:x:1", invented: true })).not.toEqual([]);
  }
});

for (const engine of engines) {
  test(`${engine}: every story of every edition is valid ninjs 3.1 and 2.2, killed ones too, and nothing else is there`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const articles = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug", "article.headline", "edition.code"])
      .where("state", "=", "published")
      .orderBy("article.id")
      .execute();
    expect(articles.length).toBeGreaterThan(20);
    // What is valid hangs on no engine; a real PostgreSQL answers more slowly.
    for (const { id } of engine === "sqlite" ? articles : articles.slice(0, 5)) {
      for (const { file, faults } of VERSIONS) {
        const response = await door.get(`/wire/stories/${id}/${file}`);
        expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
        expect({ file, id, faults: faults(await response.json()) }).toEqual({ file, id, faults: [] });
      }
    }
    for (const id of ["nothing", "00000000-0000-7000-8000-000000000000"])
      expect((await door.get(`/wire/stories/${id}/ninjs.json`)).status).toBe(404);

    const read = async (path: string) => JSON.parse(await door.text(path));
    const named = articles.find(({ code, slug }) => code === "en" && slug.includes("isil"));
    const inText = await read(`/wire/stories/${named?.id}/ninjs.json`);
    const asData = await read(`/wire/stories/${named?.id}/ninjs.json?labels=data`);
    const label = inText.subjects.find((one: { rel: string }) => one.rel === "label");
    expect(label).toMatchObject({ literal: expect.any(String), creator: expect.stringContaining("un") });
    expect(plainOf(inText)).toContain(`(${label.name})`);
    expect(plainOf(asData)).not.toContain(`(${label.name})`);
    expect(asData.subjects).toContainEqual(label);

    const [killed] = articles;
    if (!killed) throw new Error("there is no story to kill");
    const before = await read(`/wire/stories/${killed.id}/ninjs.json`);
    await door.as("editor").get("/desk/");
    const at = new Date("2026-11-20T12:30:00Z");
    const by = door.as("editor").staff;
    expect(
      await moveArticle(door.db, { articleId: killed.id, move: "kill", by, note: "A court said so.", at }),
    ).toEqual({
      state: "killed",
    });
    const notice = await door.text(`/wire/stories/${killed.id}/ninjs.json`);
    expect(JSON.parse(notice)).toMatchObject({
      uri: before.uri,
      pubStatus: "canceled",
      edNote: "KILL: A court said so.",
      urgency: 1,
      version: String(Number(before.version) + 1),
    });
    expect(notice).not.toContain(killed.headline);
    for (const { file, faults } of VERSIONS)
      expect(faults(await read(`/wire/stories/${killed.id}/${file}`))).toEqual([]);
    expect(door.broken).toEqual([]);
  });
}

function plainOf(json: { readonly bodies: readonly { readonly role: string; readonly value: string }[] }): string {
  return json.bodies.find(({ role }) => role === "plain")?.value ?? "";
}
