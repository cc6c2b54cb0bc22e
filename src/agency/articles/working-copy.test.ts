import { expect, test } from "bun:test";
import { editions } from "#agency/editions/queries.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { withFirstEdition } from "#cli/store.ts";
import type { Db } from "#store/db.ts";
import { type EngineName, engines, openTestStore, type TestStore } from "#test/engines.ts";
import { draftArticle } from "./actions.ts";
import { type ArticleText, keepRevision, overrule, saveCopy, setAside, workingCopy } from "./working-copy.ts";

const at = new Date("2026-03-02T12:00:00.000Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

type Desk = { readonly db: Db; readonly articleId: string; readonly store: TestStore } & AsyncDisposable;

/** A store with one draft, "Ferries stop", without a copy. */
async function desk(engine: EngineName): Promise<Desk> {
  const store = await openTestStore(engine);
  await withFirstEdition(store, at);
  const [edition] = await editions(store.db);
  if (!edition) throw new Error("there is no edition");
  const { articleId } = await draftArticle(store.db, {
    edition,
    slug: "ferries-stop",
    headline: "Ferries stop",
    standfirst: "",
    document: saying("Crews walked out on Monday."),
    dateline: null,
    by: "ilse",
    at,
  });
  return { db: store.db, articleId, store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

function saying(text: string): ArticleText["document"] {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

function text(headline: string, more: Partial<ArticleText> = {}): ArticleText {
  return {
    headline,
    standfirst: "",
    document: saying(headline),
    dateline: null,
    picture: null,
    authorIds: [],
    ...more,
  };
}

async function revisions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("revision").select("headline").orderBy("made_at").orderBy("id").execute();
  return rows.map(({ headline }) => headline);
}

for (const engine of engines) {
  test(`${engine}: an article nobody has written on is its newest revision, as version 0`, async () => {
    await using it = await desk(engine);
    const copy = await workingCopy(it.db, it.articleId);
    expect(copy).toEqual({
      version: 0,
      text: text("Ferries stop", { document: saying("Crews walked out on Monday.") }),
      savedBy: "ilse",
      savedAt: at,
    });
    expect(await workingCopy(it.db, "nobody's")).toBeUndefined();
  });

  test(`${engine}: a save is read back to the letter, and makes no revision`, async () => {
    await using it = await desk(engine);
    const written = text("Ferries stop for a week", {
      standfirst: "Crews vote today",
      dateline: { place: "PORT ADRIAN", date: "" },
      authorIds: ["somebody"],
    });
    expect(
      await saveCopy(it.db, { articleId: it.articleId, from: 0, text: written, by: "omar", at: later(1) }),
    ).toEqual({
      version: 1,
    });
    expect(await workingCopy(it.db, it.articleId)).toEqual({
      version: 1,
      text: written,
      savedBy: "omar",
      savedAt: later(1),
    });
    expect(await revisions(it.db)).toEqual(["Ferries stop"]);
  });

  test(`${engine}: what somebody else has saved meanwhile is a conflict, and stays`, async () => {
    await using it = await desk(engine);
    const save = { articleId: it.articleId, from: 0, at: later(1) };
    await saveCopy(it.db, { ...save, text: text("Theirs"), by: "omar" });
    const answer = await saveCopy(it.db, { ...save, text: text("Mine"), by: "ilse" });
    expect("conflict" in answer && answer.conflict).toMatchObject({
      version: 1,
      savedBy: "omar",
      text: { headline: "Theirs" },
    });
    expect((await workingCopy(it.db, it.articleId))?.text.headline).toBe("Theirs");
  });

  test(`${engine}: the same text saved twice is one save, whoever sends it`, async () => {
    await using it = await desk(engine);
    const save = { articleId: it.articleId, from: 0, text: text("Same"), at: later(1) };
    await saveCopy(it.db, { ...save, by: "omar" });
    expect(await saveCopy(it.db, { ...save, by: "ilse" })).toEqual({ version: 1 });
  });

  test(`${engine}: of ten who save over one version, one is kept and nine are told`, async () => {
    await using it = await desk(engine);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, who) =>
        saveCopy(it.db, {
          articleId: it.articleId,
          from: 0,
          text: text(`Text ${who}`),
          by: `editor ${who}`,
          at: later(1),
        }),
      ),
    );
    const kept = answers.flatMap((answer, who) => ("version" in answer ? [who] : []));
    expect(kept).toHaveLength(1);
    expect((await workingCopy(it.db, it.articleId))?.text.headline).toBe(`Text ${kept[0]}`);
  });

  test(`${engine}: a sitting goes on over its own save whose answer it never saw`, async () => {
    await using it = await desk(engine);
    const save = { articleId: it.articleId, from: 0, by: "ilse", at: later(1) };
    await saveCopy(it.db, { ...save, text: text("One"), sitting: { id: "tab", turn: 1 } });
    expect(await saveCopy(it.db, { ...save, text: text("One two"), sitting: { id: "tab", turn: 2 } })).toEqual({
      version: 2,
    });
    expect((await workingCopy(it.db, it.articleId))?.text.headline).toBe("One two");
  });

  test(`${engine}: a sitting's save that comes late changes nothing`, async () => {
    await using it = await desk(engine);
    const save = { articleId: it.articleId, from: 0, by: "ilse", at: later(1) };
    await saveCopy(it.db, { ...save, text: text("One two"), sitting: { id: "tab", turn: 2 } });
    expect(await saveCopy(it.db, { ...save, text: text("One"), sitting: { id: "tab", turn: 1 } })).toEqual({
      version: 1,
    });
    expect((await workingCopy(it.db, it.articleId))?.text.headline).toBe("One two");
  });

  test(`${engine}: a sitting does not go over what another one saved in between`, async () => {
    await using it = await desk(engine);
    const save = { articleId: it.articleId, by: "ilse", at: later(1) };
    await saveCopy(it.db, { ...save, from: 0, text: text("One"), sitting: { id: "tab", turn: 1 } });
    await saveCopy(it.db, { ...save, from: 1, text: text("Theirs"), sitting: { id: "phone", turn: 1 } });
    expect(
      await saveCopy(it.db, { ...save, from: 0, text: text("One two"), sitting: { id: "tab", turn: 2 } }),
    ).toHaveProperty("conflict");
    expect((await workingCopy(it.db, it.articleId))?.text.headline).toBe("Theirs");
  });

  test(`${engine}: who overrules a copy keeps it as a revision of its writer, and is told of a newer one`, async () => {
    await using it = await desk(engine);
    const { db, articleId } = it;
    await saveCopy(db, { articleId, from: 0, text: text("Theirs"), by: "omar", at: later(1) });
    expect(await overrule(db, { articleId, from: 1, text: text("Mine"), by: "ilse", at: later(2) })).toEqual({
      version: 2,
    });
    expect(await revisions(db)).toEqual(["Ferries stop", "Theirs"]);
    const made = await db.selectFrom("revision").select("made_by").where("headline", "=", "Theirs").execute();
    expect(made).toEqual([{ made_by: "omar" }]);
    const acts = db.selectFrom("audit").select("made_by").where("act", "=", "article.set-aside");
    expect(await acts.execute()).toEqual([{ made_by: "ilse" }]);
    expect(await overrule(db, { articleId, from: 1, text: text("Late"), by: "eva", at: later(3) })).toHaveProperty(
      "conflict",
    );
    expect(await revisions(db)).toEqual(["Ferries stop", "Theirs"]);
  });

  test(`${engine}: who gives theirs up finds it among the revisions, and on the record`, async () => {
    await using it = await desk(engine);
    const { db, articleId } = it;
    await saveCopy(db, { articleId, from: 0, text: text("Theirs"), by: "omar", at: later(1) });
    await setAside(db, { articleId, text: text("Mine"), by: "ilse", at: later(2) });
    expect(await revisions(db)).toEqual(["Ferries stop", "Mine"]);
    expect((await workingCopy(db, articleId))?.text.headline).toBe("Theirs");
    const acts = await db.selectFrom("audit").select(["act", "made_by"]).orderBy("made_at").execute();
    expect(acts.slice(1)).toEqual([{ act: "article.set-aside", made_by: "ilse" }]);
  });

  test(`${engine}: a copy is kept as a revision once, with its byline, and again only when it differs`, async () => {
    await using it = await desk(engine);
    const { db, articleId } = it;
    const [edition] = await editions(db);
    if (!edition) throw new Error("there is no edition");
    const ilse = await keepPerson(db, { edition, slug: "ilse", name: "Ilse", office: "", about: "", at });
    const first = await keepRevision(db, { articleId, by: "ilse", at: later(1) });
    expect(await revisions(db)).toEqual(["Ferries stop"]);

    const written = text("Ferries stop again", {
      authorIds: [ilse, "gone"],
      dateline: { place: "PORT", date: "2026-03-02" },
    });
    await saveCopy(db, { articleId, from: 0, text: written, by: "ilse", at: later(2) });
    const second = await keepRevision(db, { articleId, by: "ilse", at: later(3) });
    expect(second).not.toBe(first);
    expect(await revisions(db)).toEqual(["Ferries stop", "Ferries stop again"]);
    const authors = await db.selectFrom("byline").select("person_id").where("revision_id", "=", second).execute();
    expect(authors).toEqual([{ person_id: ilse }]);
  });

  test(`${engine}: an unchanged copy makes no second revision, also when it names somebody who is gone`, async () => {
    await using it = await desk(engine);
    const { db, articleId } = it;
    await saveCopy(db, { articleId, from: 0, text: text("Once", { authorIds: ["gone"] }), by: "ilse", at: later(1) });
    const first = await keepRevision(db, { articleId, by: "ilse", at: later(2) });
    expect(await keepRevision(db, { articleId, by: "ilse", at: later(3) })).toBe(first);
    expect(await revisions(db)).toEqual(["Ferries stop", "Once"]);
  });
}
