import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { type Db, together } from "./db.ts";
import { matchingArticles } from "./search.ts";

for (const engine of engines) {
  test(`${engine}: an article is found when it holds every stem, in headline or text`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await publish(store.db, "ferry", 1, "ferri strike", "port worker vote");
    await publish(store.db, "budget", 2, "budget vote", "citi council");
    expect(await found(store.db, ["vote"])).toEqual(["budget", "ferry"]);
    expect(await found(store.db, ["strike", "vote"])).toEqual(["ferry"]);
    expect(await found(store.db, ["strike", "council"])).toEqual([]);
    expect(await found(store.db, ["vot"])).toEqual([]);
  });

  test(`${engine}: the last stem may be the beginning of a word, the others not`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await publish(store.db, "ferry", 1, "ferri strike", "port");
    expect(await found(store.db, ["ferri", "str"], { lastIsBeginning: true })).toEqual(["ferry"]);
    expect(await found(store.db, ["fer", "strike"], { lastIsBeginning: true })).toEqual([]);
    expect(await found(store.db, ["str"], { lastIsBeginning: false })).toEqual([]);
  });

  test(`${engine}: words of every script are found as they are: accents, ё, figures, marks`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    const words = [
      "café",
      "ёлка",
      "عربيه",
      "हिन्दी",
      "東京",
      "2018",
      "1e5",
      "3d",
      "x86",
      "ǆ",
      "ß",
      "ﬁ",
      "a".repeat(3_000),
    ];
    await publish(store.db, "words", 1, words.join(" "), "");
    for (const word of words) expect([word, ...(await found(store.db, [word]))]).toEqual([word, "words"]);
    for (const word of ["cafe", "елка", "201", "3", "e5", "ss"])
      expect([word, ...(await found(store.db, [word]))]).toEqual([word]);
  });

  test(`${engine}: what is no word finds nothing and breaks nothing`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await publish(store.db, "ferry", 1, "ferri or and not near", "stems edition");
    for (const stem of ["", "'", '"', "a b", "ferri*", "a:*", "stems:ferri", "a\\", "(", "a & b", "\0", "!"]) {
      expect(await found(store.db, [stem])).toEqual([]);
      expect(await found(store.db, ["ferri", stem])).toEqual([]);
    }
    expect(await found(store.db, [])).toEqual([]);
    for (const operator of ["and", "or", "not", "near", "stems", "edition"])
      expect(await found(store.db, [operator])).toEqual(["ferry"]);
  });

  test(`${engine}: an edition finds its own articles`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await publish(store.db, "ferry", 1, "ferri", "", EN);
    await publish(store.db, "prám", 2, "ferri", "", CS);
    expect(await found(store.db, ["ferri"])).toEqual(["ferry"]);
    expect(await found(store.db, ["ferri"], { editionId: CS })).toEqual(["prám"]);
    // The edition's own id is no word of its articles.
    expect(await found(store.db, [EN.replaceAll("-", "")])).toEqual([]);
  });

  test(`${engine}: pages follow one another, newest first, nothing twice and nothing left out`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await together(store.db, async (db) => {
      // Three at a time came out at the very same instant, and not in order.
      for (let number = 0; number < 30; number++) await publish(db, `story ${number}`, (number * 7) % 10, "vote", "");
    });
    const seen: { articleId: string; publishedAt: string }[] = [];
    for (;;) {
      const page = await matchingArticles(store.db, { editionId: EN, stems: ["vote"], limit: 4, before: seen.at(-1) });
      seen.push(...page);
      if (page.length < 4) break;
    }
    expect(new Set(seen.map(({ articleId }) => articleId)).size).toBe(30);
    expect(seen).toHaveLength(30);
    const times = seen.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  test(`${engine}: a changed article is found by its new words, one that is gone not at all`, async () => {
    await using store = await openTestStore(engine);
    await newsroom(store.db);
    await publish(store.db, "ferry", 1, "strike", "");
    await publish(store.db, "budget", 2, "vote", "");
    await store.db
      .updateTable("search_entry")
      .set({ headline_stems: "agreement" })
      .where("article_id", "=", "ferry")
      .execute();
    expect(await found(store.db, ["strike"])).toEqual([]);
    expect(await found(store.db, ["agreement"])).toEqual(["ferry"]);
    await store.db.deleteFrom("search_entry").where("article_id", "=", "ferry").execute();
    expect(await found(store.db, ["agreement"])).toEqual([]);
    // Gone with the article itself, too.
    await store.db.deleteFrom("article").where("id", "=", "budget").execute();
    expect(await found(store.db, ["vote"])).toEqual([]);
  });
}

const EN = "019591d5-0000-7000-8000-000000000001";
const CS = "019591d5-0000-7000-8000-000000000002";
const madeAt = "2026-03-02T10:00:00.000Z";

async function newsroom(db: Db): Promise<void> {
  const edition = {
    time_zone: "UTC",
    date_order: "day-first",
    dateline_style: "place-date",
    jurisdictions: "[]",
    label_policy: "{}",
    labels_as_of: "today",
    made_at: madeAt,
  };
  await db
    .insertInto("edition")
    .values([
      { ...edition, id: EN, code: "en", name: "English", language: "en", position: 0 },
      { ...edition, id: CS, code: "cs", name: "Čeština", language: "cs", position: 1 },
    ])
    .execute();
}

async function publish(
  db: Db,
  id: string,
  hour: number,
  headline: string,
  text: string,
  editionId = EN,
): Promise<void> {
  const publishedAt = new Date(Date.parse(madeAt) + hour * 3_600_000 + 1).toISOString();
  await db.insertInto("story").values({ id, made_at: madeAt }).execute();
  await db
    .insertInto("article")
    .values({
      id,
      story_id: id,
      edition_id: editionId,
      section_id: null,
      slug: id,
      state: "published",
      published_revision_id: null,
      published_at: publishedAt,
      changed_at: publishedAt,
      origin_name: null,
      origin_url: null,
      translated_from: null,
      made_at: madeAt,
    })
    .execute();
  await db
    .insertInto("search_entry")
    .values({
      article_id: id,
      edition_id: editionId,
      published_at: publishedAt,
      headline_stems: headline,
      text_stems: text,
    })
    .execute();
}

async function found(
  db: Db,
  stems: readonly string[],
  more: { lastIsBeginning?: boolean; editionId?: string } = {},
): Promise<string[]> {
  const articles = await matchingArticles(db, { editionId: EN, stems, limit: 10, ...more });
  return articles.map(({ articleId }) => articleId);
}
