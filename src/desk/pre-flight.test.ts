import { expect, test } from "bun:test";
import { draftArticle } from "#agency/articles/actions.ts";
import { keepSection } from "#agency/editions/places.ts";
import { editions } from "#agency/editions/queries.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { FindingWords } from "./views/findings.tsx";
import { deskWordsFor } from "./words/words.ts";

const at = new Date("2026-03-02T12:00:00Z");

async function withArticle(engine: (typeof engines)[number]) {
  const door = await openDoor(engine);
  const [edition] = await editions(door.db);
  if (!edition) throw new Error("there is no edition");
  await keepSection(door.db, { editionId: edition.id, slug: "region", name: "Region", position: 0, at });
  const { articleId } = await draftArticle(door.db, {
    edition,
    slug: "ferries",
    headline: "Ferries sail again",
    standfirst: "",
    document: parseMarkdown("Crews [went back](https://nowhere.example/) to work."),
    dateline: null,
    by: "ilse",
    at,
  });
  return { door, articleId };
}

for (const engine of engines) {
  test(`${engine}: pre-flight names what it found and how to mend it`, async () => {
    const { door, articleId } = await withArticle(engine);
    await using _ = door;
    const page = await door.as("reporter").text(`/desk/articles/${articleId}/pre-flight`);
    expect(page).toContain("The story is in no section");
    expect(page).toContain("Links nobody has asked lately: 1.");
    expect(page).not.toContain("Has to be mended");
    expect((await door.as("moderator").get(`/desk/articles/${articleId}/pre-flight`)).status).toBe(404);
    expect((await door.as("reporter").get("/desk/articles/none/pre-flight")).status).toBe(404);
    expect((await door.as("reporter").post("/desk/articles/none/pre-flight/links", {})).status).toBe(404);
  });

  test(`${engine}: links are asked by a job, once, and what they answered is said`, async () => {
    const { door, articleId } = await withArticle(engine);
    await using _ = door;
    const reporter = door.as("reporter");
    for (let time = 0; time < 2; time++) {
      const asked = await reporter.post(`/desk/articles/${articleId}/pre-flight/links`, {});
      expect(asked.status).toBe(303);
    }
    const jobs = await door.db.selectFrom("job").select("id").where("kind", "=", "links.check").execute();
    expect(jobs).toHaveLength(1);
    await door.doJobs();
    const page = await reporter.text(`/desk/articles/${articleId}/pre-flight`);
    expect(page).toContain("there is no such site");
    expect(page).not.toContain("Links nobody has asked");
  });

  test(`${engine}: an administrator sets what blocks, on the record; what always blocks stays`, async () => {
    const { door, articleId } = await withArticle(engine);
    await using _ = door;
    const set = { "section-missing": "block", "embargo-holds": "off", "dateline-missing": "nonsense" };
    expect((await door.as("editor").post("/desk/house/pre-flight", set)).status).toBe(404);
    expect((await door.as("administrator").post("/desk/house/pre-flight", set)).status).toBe(303);
    const page = await door.as("reporter").text(`/desk/articles/${articleId}/pre-flight`);
    expect(page).toContain("Has to be mended");
    const acts = await door.db.selectFrom("audit").select("detail").where("act", "=", "preflight.set").execute();
    expect(acts.map(({ detail }) => JSON.parse(detail))).toEqual([{ "section-missing": "ask → block" }]);
  });

  test(`${engine}: a quotation that brings its own marks is given no second pair`, async () => {
    const { door } = await withArticle(engine);
    await using _ = door;
    const [edition] = await editions(door.db);
    if (!edition) throw new Error("there is no edition");
    const spoken = { type: "quotation", attrs: { speaker: "", office: "", source: null } };
    const said = (text: string) => ({ type: "paragraph", content: [{ type: "text", text, marks: [spoken] }] });
    const { articleId } = await draftArticle(door.db, {
      edition,
      slug: "crews-stay",
      headline: "Crews stay",
      standfirst: "",
      document: { type: "doc", content: [said("“We stay.”"), said("for as long as it takes")] },
      dateline: null,
      by: "ilse",
      at,
    });
    const page = await door.as("reporter").text(`/desk/articles/${articleId}/pre-flight`);
    expect(page).toContain("<bdi>“We stay.”</bdi> It does not say who speaks.");
    expect(page).toContain('<q dir="auto">for as long as it takes</q> It does not say who speaks.');
  });

  test(`${engine}: a form from another site does nothing`, async () => {
    const { door } = await withArticle(engine);
    await using _ = door;
    const response = await door.request(
      new Request("http://localhost/desk/house/pre-flight", {
        method: "POST",
        body: new URLSearchParams({ "section-missing": "off" }),
        headers: { "sec-fetch-site": "cross-site" },
      }),
    );
    expect(response.status).toBe(403);
    expect(await door.db.selectFrom("audit").select("id").where("act", "=", "preflight.set").execute()).toEqual([]);
  });
}

test("why a mention is doubtful is said in the language of the desk", async () => {
  const finding = {
    code: "mention-doubtful",
    severity: "ask",
    passage: "Union",
    detail: "this form of the name is in doubt",
  } as const;
  const said = async (language: string) => `${await FindingWords({ finding, words: deskWordsFor(language) })}`;
  expect(await said("en")).toContain("this form of the name is in doubt");
  expect(await said("ru")).toContain("эта форма имени сомнительна");
  expect(await said("ar")).toContain("هذه الصيغة من الاسم موضع شك");
  for (const language of ["ru", "ar"]) expect(await said(language)).not.toContain("in doubt");
});
