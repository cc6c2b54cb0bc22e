import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { keepSection, keepTopic } from "#agency/editions/places.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { setBanner } from "#agency/front/actions.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { noticeOf } from "#agency/labels/notices.ts";
import { DEFAULT_POLICY, type WholePolicy } from "#agency/labels/policy.ts";
import { keepPage } from "#agency/pages/actions.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { keepSource } from "#agency/sources/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { formWith, jpeg } from "#test/pictures.ts";
import { publish, write } from "#test/publishing.ts";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";
import { readRegister } from "#text/labels/labels.ts";

const at = new Date("2026-03-02T10:00:00Z");
const NAME = "Crimson Daybreak";
const WORDS = "banned in Karvia";

const text = (words: string, ...marks: NonNullable<NodeJson["marks"]>): NodeJson => ({
  type: "text",
  text: words,
  marks,
});
const p = (...content: readonly NodeJson[]): NodeJson => ({ type: "paragraph", content });

function bodyWith(picture: string): DocumentJson {
  const speaker = { speaker: `Ann of ${NAME}`, office: `head of ${NAME}`, source: null };
  const long = "The council met in the harbour on Monday and talked about the ferries and the price of salt. ";
  return {
    type: "doc",
    content: [
      p(text(`${long.repeat(3)}It named ${NAME} again. ${NAME} said nothing.`)),
      p(text("“We met ", { type: "quotation", attrs: speaker }), text(`${NAME} today,” she said.`)),
      { type: "blockquote", attrs: { ...speaker, source: "s1" }, content: [p(text(`${NAME} came.`))] },
      {
        type: "picture",
        attrs: { media: picture, alt: `A flag of ${NAME}`, credit: `Photo: ${NAME}` },
        content: [text(`${NAME} men`)],
      },
      {
        type: "embed",
        attrs: { url: "https://elsewhere.example/a", title: `${NAME} wins`, description: `On ${NAME}` },
      },
      p(text("As told.", { type: "citation", attrs: { source: "s1" } })),
    ],
  };
}

/** A newsroom in which every part of every page says the name. */
async function newsroom(door: Door): Promise<void> {
  const { db } = door;
  const read = readRegister({
    organisations: [
      {
        id: "dawn",
        names: [{ text: NAME, lang: "en", kind: "full" }],
        designations: [{ jurisdiction: "xk", authority: "Court", from: "2020-01-01", wording: { en: WORDS } }],
      },
    ],
  });
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(db, { register: read.register, at });
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("there is an edition");
  const by = "the test";
  await door
    .as("editor")
    .post("/desk/pictures", formWith("files", [{ name: "quay.jpg", bytes: await jpeg({ width: 700, height: 400 }) }]));
  const { id: picture } = await db.selectFrom("media").select("id").executeTakeFirstOrThrow();
  const sectionId = await keepSection(db, {
    editionId: edition.id,
    slug: "sec",
    name: `${NAME} watch`,
    position: 0,
    at,
  });
  const topicId = await keepTopic(db, {
    editionId: edition.id,
    slug: "top",
    name: NAME,
    description: `All on ${NAME}.`,
    at,
  });
  await keepPerson(db, {
    edition,
    slug: "ann",
    name: "Ann Lund",
    office: "writer",
    about: `Wrote on ${NAME}.\n\nAnd more.`,
    at,
  });
  await keepSource(db, {
    source: { id: "s1", kind: "outlet", name: `${NAME} Herald`, language: null, url: "https://herald.example/" },
    at,
  });
  const common = { edition, document: bodyWith(picture), dateline: null, sectionId, topicIds: [topicId], by, at };
  const stories = [
    { slug: "strike", headline: `${NAME} strikes`, standfirst: `What ${NAME} did` },
    { slug: "told", headline: `Told of ${NAME}`, standfirst: "" },
  ];
  for (const story of stories) {
    const { articleId } = await draftArticle(db, {
      ...common,
      ...story,
      origin: { name: `${NAME} News`, url: null },
      picture: { id: picture, alt: `Men of ${NAME}`, caption: `${NAME} at sea` },
    });
    await publishArticle(db, { articleId, by, at });
  }
  await setBanner(db, { edition, banner: { text: `Now: ${NAME}`, href: null, until: null }, by, at });
  await keepPage(db, {
    edition,
    slug: "about",
    title: `We and ${NAME}`,
    document: bodyWith(picture),
    from: null,
    by,
    at,
  });
  await door.doJobs();
}

async function law(door: Door, labelPolicy: Partial<WholePolicy>): Promise<void> {
  const settings = { jurisdictions: ["xk"], labelPolicy: { ...DEFAULT_POLICY, ...labelPolicy } };
  await setEdition(door.db, { code: "en", settings, by: "the test", at });
}

const PAGES = [
  "/en/",
  "/en/strike",
  "/en/told",
  "/en/strike/print",
  "/en/sections/sec",
  "/en/topics/top",
  "/en/people",
  "/en/people/ann",
  "/en/about",
  "/en/archive/2026/03",
  "/en/search?q=salt",
  "/en/not-there",
];
const FEEDS = ["/en/feed.xml", "/en/atom.xml", "/en/feed.json"];

/** Everything of an answer that a reader or a machine may read, a stretch of text that stands together each. */
function stretchesOf(answer: string): readonly string[] {
  const html = entities(answer)
    // A feed's own HTML, and JSON's signs.
    .replaceAll("\\n", "\n")
    .replaceAll('\\"', '"');
  // What begins with "data-" is shown to nobody.
  const data = html.matchAll(/(?<! data-[a-z]+)="([^"<>]*)"/g);
  const shown = html.replace(/<abbr title="([^"]*)">(.*?)<\/abbr>/gs, "$2 ($1)").replace(INLINE, "");
  return [...shown.split(/<[^>]*>|\n|","|":"/), ...[...data].map(([, value = ""]) => value)];
}

const INLINE = /<\/?(?:a|span|abbr|em|strong|cite|time|q|bdi)(?:\s[^>]*)?>/g;

function entities(text: string): string {
  const once = (said: string) =>
    said
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  return once(once(text));
}

/** The stretches in which a name has neither its words nor, on a page with notes, a marker after it. */
function bareNames(answer: string): readonly string[] {
  const hasNote = answer.includes(`${WORDS}</a>`) || answer.includes("note-1");
  return stretchesOf(answer).filter((stretch) => {
    if (/^(?:https?:|\/)/.test(stretch)) return false;
    const rests = stretch.split(NAME).slice(1);
    return rests.some((rest) => !LABELLED.test(rest) && !(hasNote && rest.startsWith("*")));
  });
}

// After the name, or after the quotation it stands in.
const LABELLED = /^(?: [([]banned in Karvia[)\]]|[^“”]{0,20}”? \(banned in Karvia\)|[^“”]{0,12}” \(banned)/;

for (const engine of engines) {
  test(`${engine}: no page and no feed says a name without its label, wherever it stands, under any policy`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    for (const policy of [
      {},
      { quotations: "inside" },
      { style: "note" },
      { style: "abbr" },
      { scope: "first" },
      { wording: { xk: WORDS }, folds: true },
    ] as const) {
      await law(door, policy);
      for (const path of [...PAGES, ...FEEDS]) {
        const answer = await door.text(path);
        expect(answer).toContain(NAME);
        // Within a body the first is the only one, which the laws of labels see to.
        const shown =
          "scope" in policy ? answer.replace(/<div class="body">.*?<footer|(?:&lt;|<)p(?:&gt;|>).*/gs, "") : answer;
        expect([policy, path, bareNames(shown)]).toEqual([policy, path, []]);
      }
    }
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what is on the record, in the log and on the wire says no name without its label either`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    await law(door, {});
    const editor = door.as("editor");
    const { id } = await door.db
      .selectFrom("article")
      .select("id")
      .where("slug", "=", "strike")
      .executeTakeFirstOrThrow();
    door.setNow("2026-11-21T09:00:00Z");
    await write(editor, id, `The council met in the harbour. It named ${NAME} twice. ${NAME} left.`);
    const sent = await publish(editor, id, {
      kind: "correction",
      oldWords: `named ${NAME} again`,
      newWords: `named ${NAME} twice`,
      severity: "minor",
      sentence: `We misspelt what ${NAME} did.`,
      askedBy: `Ann of ${NAME}`,
    });
    expect(sent.status).toBe(303);
    await door.doJobs();
    for (const path of [
      "/en/strike",
      "/en/strike/history",
      "/en/strike/history/1",
      "/en/corrections",
      "/en/corrections/atom.xml",
      "/en/corrections/feed.json",
      "/en/corrections/feed.xml",
      "/en/log",
      "/log",
      "/en/strike/replies",
      "/en/strike/replies/atom.xml",
      "/en/search?q=Crimson",
      "/en/sources/s1",
      "/en/topics/top/feed.json",
      "/wire/feeds.opml",
      "/wire/en/package.xml",
      `/wire/stories/${id}/story.md`,
      `/wire/stories/${id}/story.txt`,
      "/wire/oembed?url=https://strait.example/en/strike",
      "/wire/oembed?format=xml&url=https://strait.example/en/strike",
    ]) {
      const answer = await door.text(path);
      expect([path, answer.includes(NAME)]).toEqual([path, true]);
      expect([path, bareNames(answer)]).toEqual([path, []]);
    }
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: one notice stands at the top of a story and covers its page; what leaves the page is labelled`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    await law(door, { scope: "document", notice: { place: "top", size: 200 } });
    const notice = `${NAME} — ${WORDS}`;
    for (const path of ["/en/strike", "/en/strike/print"]) {
      const page = await door.text(path);
      expect(page).toMatch(
        /<article class="article"><div class="text-notices"><p class="text-notice size-200" dir="auto">.*?<\/div><header class="article-head">/s,
      );
      expect(page.replace(/<[^>]*>/g, "")).toContain(notice);
      expect(page).toContain(`<title>${NAME} (${WORDS}) strikes`);
      expect(page).not.toContain('class="label" data-label="inline"');
    }
    for (const path of ["/en/", "/en/sections/sec", "/en/search?q=salt", "/en/topics/top"])
      expect(bareNames(await door.text(path))).toEqual([]);
    const feed = await door.text("/en/feed.xml");
    expect(entities(feed)).toContain('<p class="text-notice size-200" dir="auto" style="font-size: 200%">');
    expect(feed).toContain(`<title>${NAME} (${WORDS}) strikes</title>`);
  });

  test(`${engine}: a surface that is off is not labelled, and every other one is`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const without = (...off: readonly (keyof WholePolicy["surfaces"])[]) =>
      law(door, {
        surfaces: { ...DEFAULT_POLICY.surfaces, ...Object.fromEntries(off.map((one) => [one, false])) },
      });
    const labels = async (path: string) => (await door.text(path)).match(/banned in Karvia/g)?.length ?? 0;
    await without("feed");
    expect(await labels("/en/feed.xml")).toBe(0);
    expect(await labels("/en/strike")).toBeGreaterThan(10);
    await without("print");
    expect(await labels("/en/strike")).toBeGreaterThan(10);
    expect((await door.text("/en/strike/print")).replace(/<head>.*<\/head>/s, "")).not.toContain(WORDS);
    await without("excerpt");
    expect(await door.text("/en/told")).toContain(`content="The council met`);
    expect(/name="description" content="[^"]*"/.exec(await door.text("/en/told"))?.[0]).not.toContain(WORDS);
    await without("social");
    const told = (await door.text("/en/strike")).match(/<title>.*?<\/title>|<meta [^>]*>/g) ?? [];
    expect(told.join("\n")).toContain(NAME);
    expect(told.join("\n")).not.toContain(WORDS);
    await without("alt");
    expect(await door.text("/en/strike")).toContain(`alt="A flag of ${NAME}"`);
  });

  test(`${engine}: the statements of foreign agents stand above every story, on paper and in feeds, and the policy says so`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const agent = noticeOf("ru-foreign-agent", { name: "«Гавань»" });
    await law(door, { notices: [agent, noticeOf("us-fara", { name: "Harbour Press", principal: "Karvia" })] });
    for (const path of ["/en/strike", "/en/strike/print"]) {
      const page = await door.text(path);
      const [above = ""] = /<div class="text-notices">.*?<\/div>/s.exec(page) ?? [];
      expect(above).toContain('<p class="text-notice size-200" dir="auto">');
      expect(above).toContain("иностранным агентом «Гавань»");
      expect(above).toContain('<p class="text-notice" dir="auto"><span');
      expect(page.indexOf(above)).toBeLessThan(page.indexOf("<h1>"));
    }
    expect(entities(await door.text("/en/atom.xml"))).toContain("on behalf of Karvia");
    const said = await door.text("/en/labels");
    expect(said).toContain("255-ФЗ");
    expect(said).toContain("at the beginning of the text, in letters of 200% of the text’s size.");
    expect(said).toContain("28 CFR § 5.402");
  });

  test(`${engine}: readers may fold labels that repeat, on a page that is the same for everybody and keeps them`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    await law(door, {});
    expect(await door.text("/en/strike")).not.toContain('id="fold"');
    await law(door, { folds: true });
    const page = await door.text("/en/strike");
    expect(page).toContain('<input type="checkbox" id="fold"');
    const body = /<div class="body">.*?<footer/s.exec(page)?.[0] ?? "";
    expect(body.match(/class="label" data-label="inline"/g)).toHaveLength(1);
    expect(body.match(/class="label again" data-label="inline"/g)?.length).toBeGreaterThan(1);
    expect(await door.text("/en/strike/print")).not.toContain('id="fold"');
    expect(await door.text("/en/labels")).toContain("Readers may fold labels");
    await law(door, { folds: true, style: "note" });
    expect(await door.text("/en/strike")).not.toContain('id="fold"');
  });
}
