import { describe, expect, test } from "bun:test";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { Node } from "prosemirror-model";
import { isDay } from "#lib/days.ts";
import type { Store } from "#store/open.ts";
import { TABLE_NAMES } from "#store/tables.ts";
import { openTestStore } from "#test/engines.ts";
import { documentSchema, type NodeJson } from "#text/document/schema.ts";
import { EDITIONS, TODAY } from "./agency.ts";
import { documentOf } from "./body.ts";
import type { DemoArticle } from "./demo.ts";
import { PICTURES, PICTURES_DIRECTORY } from "./pictures.ts";
import { REGISTER } from "./register.ts";
import { SOURCES } from "./sources.ts";
import { STORIES } from "./stories.ts";

const articles = STORIES.flatMap(({ key, articles }) => articles.map((article) => ({ ...article, story: key })));
const named = (article: DemoArticle) => `${article.edition}/${article.slug}`;

describe("the stories of the newsroom", () => {
  test.each(articles.map((article) => [named(article), article] as const))(
    "%s is a document of the schema, as the schema writes it",
    (_, { body }) => {
      const written = documentOf(body);
      const read = Node.fromJSON(documentSchema, written);
      read.check();
      expect(read.toJSON()).toEqual(written);
    },
  );

  test("there are at least fourteen stories and thirty articles, and every edition has ten", () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(14);
    expect(articles.length).toBeGreaterThanOrEqual(30);
    for (const { code } of EDITIONS)
      expect(articles.filter(({ edition }) => edition === code).length).toBeGreaterThanOrEqual(10);
  });

  test.each(articles.map((article) => [named(article), article] as const))(
    "%s is as long as a story in a newspaper",
    (_, { body }) => {
      const words = wordsIn(body);
      expect(words).toBeGreaterThanOrEqual(250);
      expect(words).toBeLessThanOrEqual(720);
    },
  );

  test("no two articles of an edition share an address, and no address needs escaping", () => {
    expect(new Set(articles.map(named)).size).toBe(articles.length);
    for (const { slug } of articles) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("a story has one text in an edition, and a translation names an edition that has the original", () => {
    for (const { key, articles } of STORIES) {
      const editions = articles.map(({ edition }) => edition);
      expect([key, new Set(editions).size]).toEqual([key, editions.length]);
      for (const { edition, translatedFrom } of articles) {
        if (!translatedFrom) continue;
        expect(translatedFrom).not.toBe(edition);
        expect(articles.some((other) => other.edition === translatedFrom && !other.translatedFrom)).toBe(true);
      }
    }
  });

  test("everything came out in the weeks up to today, on or after the day of its dateline", () => {
    for (const article of articles) {
      const day = article.publishedAt.slice(0, 10);
      expect(new Date(article.publishedAt).toISOString()).toBe(article.publishedAt.replace("Z", ".000Z"));
      expect([named(article), day >= "2026-10-12" && day <= TODAY]).toEqual([named(article), true]);
      expect(isDay(article.dateline.date)).toBe(true);
      expect([named(article), article.dateline.date <= day]).toEqual([named(article), true]);
    }
    expect(new Set(articles.map(({ publishedAt }) => publishedAt.slice(0, 7)))).toEqual(
      new Set(["2026-10", "2026-11"]),
    );
  });

  test("who is quoted in Russian or Arabic is named in its letters", () => {
    for (const article of articles.filter(({ edition }) => edition !== "en")) {
      const speakers = [...JSON.stringify(article.body).matchAll(/"speaker":"([^"]*)"/g)].map(([, name]) => name);
      expect([named(article), speakers.filter((name) => /\p{Script=Latin}/u.test(name ?? ""))]).toEqual([
        named(article),
        [],
      ]);
    }
  });

  test("sections, topics, authors, sources and pictures are there", () => {
    const sources = new Set(SOURCES.map(({ id }) => id));
    const files = new Set(PICTURES.map(({ file }) => file));
    for (const article of articles) {
      const edition = EDITIONS.find(({ code }) => code === article.edition);
      expect(edition?.sections.map(({ slug }) => slug)).toContain(article.section);
      for (const topic of article.topics) expect(edition?.topics.map(({ slug }) => slug)).toContain(topic);
      for (const author of article.authors) expect(edition?.people.map(({ slug }) => slug)).toContain(author);
      if (article.picture) expect(files).toContain(article.picture.file);
      for (const { attrs, marks = [] } of everyNode(article.body)) {
        if (attrs?.["media"] !== undefined) expect(files).toContain(String(attrs["media"]));
        for (const { source } of [attrs ?? {}, ...marks.map((mark) => mark.attrs ?? {})].map(sourceIn)) {
          if (source !== null) expect([named(article), sources.has(source)]).toEqual([named(article), true]);
        }
      }
    }
  });

  test("every source is cited", () => {
    const cited = new Set(
      articles.flatMap(({ body }) =>
        everyNode(body).flatMap(({ attrs, marks = [] }) =>
          [attrs ?? {}, ...marks.map((mark) => mark.attrs ?? {})].map((each) => sourceIn(each).source),
        ),
      ),
    );
    expect(SOURCES.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  test("no front page gives one place twice", () => {
    for (const { code } of EDITIONS) {
      const places = articles.flatMap(({ edition, front }) => (edition === code && front !== undefined ? [front] : []));
      expect(places.toSorted((a, b) => a - b)).toEqual(places.map((_, at) => at));
    }
  });

  test("no copy holds a label: they are printed from the register", () => {
    const wordings = REGISTER.organisations.flatMap(({ designations }) =>
      designations.flatMap(({ wording }) => Object.values(wording)),
    );
    for (const article of articles) {
      const copy = [article.headline, article.standfirst, article.picture?.caption ?? "", textOf(article.body)].join(
        "\n",
      );
      for (const wording of wordings) expect(copy).not.toContain(`(${wording})`);
      expect(copy).not.toMatch(/\*|\((организация )?запрещ|\((organi[sz]ation )?banned/i);
    }
  });

  test("organisations of the register stand in a headline, a caption, a quotation and a possessive", () => {
    expect(articles.filter(({ headline }) => /ISIL|Al-Shabaab/.test(headline)).length).toBeGreaterThan(1);
    const nodes = articles.flatMap(({ body }) => everyNode(body));
    expect(nodes.some((node) => node.type === "picture" && textOf([node]).includes("ISIL"))).toBe(true);
    expect(
      nodes.some(
        ({ text = "", marks = [] }) => text.includes("ISIL") && marks.some(({ type }) => type === "quotation"),
      ),
    ).toBe(true);
    expect(nodes.some(({ text = "" }) => text.includes("ISIL’s"))).toBe(true);
    const stories = STORIES.filter(({ articles }) =>
      articles.some(({ body }) => /ISIL|Al-Shabaab|Al-Nusrah|ИГИЛ|داعش/.test(textOf(body))),
    );
    expect(stories.length).toBeGreaterThanOrEqual(5);
  });
});

describe("the pictures of the newsroom", () => {
  test.each(PICTURES.map((one) => [one.file, one] as const))(
    "%s is a JPEG of the size it says, and light",
    (_, { file, width, height }) => {
      const path = join(PICTURES_DIRECTORY, file);
      expect(sizeOfJpeg(readFileSync(path))).toEqual({ width, height });
      expect(statSync(path).size).toBeLessThanOrEqual(120_000);
    },
  );

  test("every picture is printed somewhere, and none without words for those who cannot see it", () => {
    const used = articles.flatMap(({ picture, body }) => [
      ...(picture ? [{ file: picture.file, alt: picture.alt }] : []),
      ...everyNode(body).flatMap(({ type, attrs }) =>
        type === "picture" ? [{ file: String(attrs?.["media"]), alt: String(attrs?.["alt"]) }] : [],
      ),
    ]);
    expect(new Set(used.map(({ file }) => file))).toEqual(new Set(PICTURES.map(({ file }) => file)));
    for (const { alt } of used) expect(alt.length).toBeGreaterThan(20);
  });
});

describe("the register of the newsroom", () => {
  test("every organisation has names in the three languages, and designations with days, wordings and references", () => {
    for (const { id, names, designations } of REGISTER.organisations) {
      expect([id, new Set(names.map(({ lang }) => lang))]).toEqual([id, new Set(["en", "ru", "ar"])]);
      for (const { from, until, wording, reference } of designations) {
        expect(isDay(from) && (until === null || (isDay(until) && until > from))).toBe(true);
        expect(Object.keys(wording)).toEqual(["en", "ru", "ar"]);
        expect(URL.canParse(reference)).toBe(true);
      }
    }
  });

  test("one designation of each jurisdiction has ended", () => {
    const ended = REGISTER.organisations.flatMap(({ designations }) =>
      designations.filter(({ until }) => until !== null && until <= TODAY),
    );
    expect(new Set(ended.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(["un", "ru"]));
  });
});

function everyNode(nodes: readonly NodeJson[]): NodeJson[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.content ?? [])]);
}

/** The words of some blocks, a line for each run of text. */
function textOf(nodes: readonly NodeJson[]): string {
  return nodes.map(({ text, content }) => text ?? textOf(content ?? []) + (content ? "\n" : "")).join("");
}

function wordsIn(nodes: readonly NodeJson[]): number {
  return textOf(nodes).match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function sourceIn(attrs: Readonly<Record<string, unknown>>): { source: string | null } {
  return { source: typeof attrs["source"] === "string" ? attrs["source"] : null };
}

/** Width and height from the frame header (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  throw new Error("no frame header in this JPEG");
}

test("the few stories that stand for all fill every table the whole newsroom fills, and use every kind of node and mark", async () => {
  await using whole = await openTestStore("sqlite", { demo: true });
  await using few = await openTestStore("sqlite", { demo: "few" });
  const filled = async ({ db }: Store) => {
    const names: string[] = [];
    for (const table of TABLE_NAMES)
      if (await db.selectFrom(table).select(sql`1`.as("one")).limit(1).executeTakeFirst()) names.push(table);
    return names;
  };
  const kinds = async ({ db }: Store) => {
    const rows = await db.selectFrom("revision").select("document").execute();
    return [...new Set(rows.flatMap(({ document }) => document.match(/"type":"\w+"/g) ?? []))].sort();
  };
  expect(await filled(few)).toEqual(await filled(whole));
  expect(await kinds(few)).toEqual(await kinds(whole));
});
