import { expect, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";
import { moveArticle } from "#agency/articles/move.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { faultsAgainst } from "#test/ninjs-faults.ts";
import { storiesInEveryState, type WireState } from "#test/wire-states.ts";
import { FORMAT, type Format } from "#text/wire/formats.ts";
import { descendantsOf, xmlTree } from "#text/wire/xml-tree.ts";
import ninjs2 from "./schemas/ninjs-schema_2.2.json";
import ninjs3 from "./schemas/ninjs-schema_3.1.json";

const SCHEMAS = join(import.meta.dir, "schemas");

async function schema(fileName: string): Promise<XMLFileInfo> {
  return { fileName, contents: await readFile(join(SCHEMAS, fileName), "utf8") };
}

/** What libxml2 says of documents held to a schema; an empty list when they fit. */
async function faultsIn(documents: readonly XMLFileInfo[], main: string, ...others: string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents,
    schema: await schema(main),
    preload: await Promise.all(others.map(schema)),
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const G2 = ["NewsML-G2_2.35-spec-All-Power.xsd", "xml.xsd"] as const;
const NINJS = [
  { format: "ninjs-3", faults: faultsAgainst(ninjs3) },
  { format: "ninjs-2", faults: faultsAgainst(ninjs2) },
] as const;
const NITF = ["nitf-3-6.xsd", "nitf-3-6-ruby-include.xsd", "xml.xsd"] as const;

test("the schemas refuse what they should", async () => {
  const wrong = { fileName: "wrong.xml", contents: '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>' };
  const right = {
    fileName: "right.xml",
    contents:
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" standard="NewsML-G2" standardversion="2.35"><itemMeta><itemClass qcode="a:b"/><provider literal="x"/><versionCreated>2026-11-26T10:00:00Z</versionCreated></itemMeta></newsItem>',
  };
  expect(await faultsIn([right], ...G2)).toEqual([]);
  expect(await faultsIn([right, wrong], ...G2)).not.toEqual([]);
  const loose = '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><p>loose</p></body></nitf>';
  expect(await faultsIn([{ fileName: "loose.xml", contents: loose }], ...NITF)).not.toEqual([]);
});

// What is written hangs on no engine: the stories themselves are read on both in `ninjs.test.ts`.
test("sqlite: every story of every edition is valid NewsML-G2 2.35 and NITF 3.6, with its words in it", async () => {
  await using door = await openDoor("sqlite", { demo: true });
  const articles = await door.db
    .selectFrom("article")
    .select(["id", "headline"])
    .where("state", "=", "published")
    .execute();
  const inFormat = async (file: string) =>
    Promise.all(
      articles.map(async ({ id }) => ({
        fileName: `${id}.xml`,
        contents: await door.text(`/wire/stories/${id}/${file}`),
      })),
    );
  const g2 = await inFormat("newsml-g2.xml");
  expect(await faultsIn(g2, ...G2)).toEqual([]);
  const nitf = await inFormat("nitf.xml");
  expect(await faultsIn(nitf, ...NITF)).toEqual([]);
  for (const contents of [...g2, ...nitf].map((one) => one.contents)) {
    expect(contents).toStartWith('<?xml version="1.0" encoding="UTF-8"?>\n');
    expect(contents).toContain("<p>");
  }
  for (const [at, { id, headline }] of articles.entries()) {
    const start = headline.slice(0, 12).replaceAll("&", "&amp;");
    expect(nitf[at]?.contents).toContain(start);
    for (const file of ["story.txt", "story.md"])
      expect(await door.text(`/wire/stories/${id}/${file}`)).toContain(headline.slice(0, 12));
  }
  const whole = await door.text("/wire/en/package.xml");
  expect(await faultsIn([{ fileName: "package.xml", contents: whole }], ...G2)).toEqual([]);
  expect(whole.match(/<itemRef /g)?.length).toBeGreaterThan(10);
  // Each is where the package says, and is there what the package says it is.
  for (const { attributes } of descendantsOf(xmlTree(whole), "itemRef")) {
    const answer = await door.get(new URL(attributes["href"] ?? "").pathname);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      `${attributes["contenttype"]}; charset=utf-8`,
    ]);
    expect(await answer.text()).toContain(`guid="${attributes["residref"]}" version="${attributes["version"]}"`);
  }
  // A kill takes the newest out; the package is a later one nonetheless.
  const newest = descendantsOf(xmlTree(whole), "itemRef")[0]?.attributes["residref"]?.replace("urn:uuid:", "") ?? "";
  const by = door.as("editor").staff;
  await door.as("editor").get("/desk/");
  await moveArticle(door.db, { articleId: newest, move: "kill", by, note: "", at: new Date("2026-11-20T12:20:00Z") });
  const after = await door.text("/wire/en/package.xml");
  expect(after).not.toContain(newest);
  const versions = [whole, after].map((xml) => Number(xmlTree(xml).attributes["version"]));
  expect(versions[1]).toBeGreaterThan(versions[0] ?? 0);
  expect((await door.get("/wire/xx/package.xml")).status).toBe(404);
  expect(door.broken).toEqual([]);
});

for (const engine of engines) {
  test(`${engine}: what was corrected, taken back or is under embargo is valid NewsML-G2 2.35, NITF 3.6 and ninjs, and says so`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const stories = await storiesInEveryState(door);
    const printed = (format: Format) =>
      [...stories].map(([state, story]) => ({ fileName: `${state}.xml`, contents: FORMAT[format].print(story) }));
    const [g2, nitf] = [printed("newsml-g2"), printed("nitf")];
    expect(await faultsIn(g2, ...G2)).toEqual([]);
    expect(await faultsIn(nitf, ...NITF)).toEqual([]);
    for (const { format, faults } of NINJS)
      for (const { fileName, contents } of printed(format))
        expect({ fileName, faults: faults(JSON.parse(contents)) }).toEqual({ fileName, faults: [] });
    const says = (all: typeof g2, state: WireState) =>
      all.find(({ fileName }) => fileName === `${state}.xml`)?.contents ?? "";
    for (const state of ["retracted", "killed", "embargoed and killed"] as const) {
      expect([state, says(g2, state)]).toEqual([state, expect.stringContaining('<pubStatus qcode="stat:canceled"/>')]);
      expect([state, says(nitf, state)]).toEqual([state, expect.stringContaining('management-status="canceled"')]);
    }
    for (const state of ["withdrawn", "embargoed and withdrawn"] as const)
      expect([state, says(g2, state)]).toEqual([state, expect.stringContaining('<pubStatus qcode="stat:withheld"/>')]);
    expect(says(g2, "corrected")).toContain("CORRECTION");
    expect(says(g2, "embargoed")).toContain("<embargoed>2026-11-20T18:00:00.000Z</embargoed>");
    expect(says(nitf, "embargoed")).toContain('management-status="embargoed"');
    for (const state of ["embargoed and withdrawn", "embargoed and killed"] as const)
      expect(says(g2, state) + says(nitf, state)).not.toContain("Harbour budget");
    expect(door.broken).toEqual([]);
  });
}
