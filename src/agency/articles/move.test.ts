import { expect, test } from "bun:test";
import { keepSection } from "#agency/editions/places.ts";
import { editions } from "#agency/editions/queries.ts";
import type { Role, StaffMember } from "#agency/staff/staff.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { draftArticle } from "./actions.ts";
import type { Move } from "./flow.ts";
import { findingKey, type MoveArticle, moveArticle, publishScheduled } from "./move.ts";
import { setTwoPeopleRule } from "./two-people.ts";
import { type ArticleText, saveCopy, workingCopy } from "./working-copy.ts";

const at = new Date("2026-03-02T12:00:00.000Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const staff = (role: Role, name: string = role): StaffMember => ({
  id: name,
  name,
  email: `${name}@strait.example`,
  role,
  language: "en",
});
const reporter = staff("reporter", "rita");
const editor = staff("editor", "edgar");
const other = staff("editor", "olga");

for (const engine of engines) {
  test(`${engine}: a draft is reviewed, called ready and published, each by whose right it is`, async () => {
    await using desk = await atDesk(engine);
    expect(await desk.move("publish", reporter)).toEqual({ refusal: "not-yours" });
    expect(await desk.move("submit", reporter, { at: later(1) })).toEqual({ state: "in-review" });
    expect(await desk.move("submit", reporter)).toEqual({ refusal: "no-way" });
    expect(await desk.move("mark-ready", editor, { at: later(2) })).toEqual({ state: "ready" });
    expect(await desk.move("publish", editor, { at: later(3) })).toEqual({ state: "published" });
    expect(await desk.text("/en/ferries-stop")).toContain("Crews walked out.");
    expect(await desk.acts()).toEqual([
      "rita article.draft",
      "rita article.submit",
      "edgar article.mark-ready",
      "edgar article.publish",
    ]);
  });

  test(`${engine}: what is sent back says why, and its author finds it among the comments`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("submit", reporter);
    expect(await desk.move("send-back", editor)).toEqual({ refusal: "note-missing" });
    expect(await desk.move("send-back", editor, { note: "Who says so?" })).toEqual({ state: "draft" });
    const said = await desk.db.selectFrom("comment").select(["words", "made_by"]).execute();
    expect(said).toEqual([{ words: "Who says so?", made_by: "edgar" }]);
  });

  test(`${engine}: a scheduled article comes out at its minute and not before, with the text it was scheduled with`, async () => {
    await using desk = await atDesk(engine);
    expect(await desk.move("schedule", editor)).toEqual({ refusal: "time-missing" });
    expect(await desk.move("schedule", editor, { publishAt: at })).toEqual({ refusal: "time-past" });
    await desk.move("schedule", editor, { publishAt: later(30) });
    await desk.write("Crews walked back in.", reporter, later(10));

    await desk.jobsAt(later(29));
    expect((await desk.get("/en/ferries-stop")).status).toBe(404);
    await desk.jobsAt(later(30));
    expect(await desk.text("/en/ferries-stop")).toContain("Crews walked out.");
    expect(await desk.article()).toMatchObject({ state: "published", published_at: later(30).toISOString() });
    expect(await desk.writers()).toEqual(["rita"]);
  });

  test(`${engine}: an article whose time was moved comes out at the new time alone`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("schedule", editor, { publishAt: later(30) });
    await desk.move("schedule", editor, { publishAt: later(60) });
    await desk.jobsAt(later(45));
    expect((await desk.article()).state).toBe("scheduled");
    await desk.jobsAt(later(60));
    expect((await desk.article()).state).toBe("published");
    expect(await desk.publications()).toBe(1);
  });

  test(`${engine}: an article taken off the schedule stays in`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("schedule", editor, { publishAt: later(30) });
    expect(await desk.move("unschedule", editor)).toEqual({ state: "ready" });
    await desk.jobsAt(later(60));
    expect((await desk.article()).state).toBe("ready");
    expect(await desk.publications()).toBe(0);
  });

  test(`${engine}: after a night without a worker it comes out once, however many workers come`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("schedule", editor, { publishAt: later(30) });
    const told = { articleId: desk.articleId, publishAt: later(30).toISOString(), at: later(600) };
    await Promise.all([publishScheduled(desk.db, told), publishScheduled(desk.db, told), desk.jobsAt(later(600))]);
    expect(await desk.publications()).toBe(1);
    expect((await desk.article()).published_at).toBe(later(600).toISOString());
  });

  test(`${engine}: what is saved while an article comes out is in it or waits beside it, and is never lost`, async () => {
    await using desk = await atDesk(engine);
    const read = await workingCopy(desk.db, desk.articleId);
    const text: ArticleText = { ...(read?.text ?? no()), document: saying("Crews walked back in.") };
    const save = saveCopy(desk.db, { articleId: desk.articleId, from: 0, text, by: reporter.id, at: later(1) });
    const [outcome, saved] = await Promise.all([desk.move("publish", editor, { at: later(1) }), save]);
    expect(outcome).toEqual({ state: "published" });
    expect(saved).toEqual({ version: 1 });
    const copy = await workingCopy(desk.db, desk.articleId);
    expect(copy?.text.document).toEqual(text.document);
    const page = await desk.text("/en/ferries-stop");
    const isIn = page.includes("Crews walked back in.");
    expect(isIn || page.includes("Crews walked out.")).toBe(true);
    const next = await desk.move("publish", editor, { at: later(2) });
    expect(next).toEqual(isIn ? { refusal: "nothing-new" } : { state: "published" });
  });

  test(`${engine}: a time moved while its job runs is kept or comes too late, never both`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("schedule", editor, { publishAt: later(30) });
    const told = { articleId: desk.articleId, publishAt: later(30).toISOString(), at: later(30) };
    const [moved] = await Promise.all([
      desk.move("schedule", editor, { publishAt: later(90), at: later(30) }),
      publishScheduled(desk.db, told),
    ]);
    const { state } = await desk.article();
    expect(state).toBe("state" in moved ? "scheduled" : "published");
    expect(await desk.publications()).toBe(state === "published" ? 1 : 0);
    await desk.jobsAt(later(90));
    expect(await desk.publications()).toBe(1);
  });

  test(`${engine}: of two editors who press publish at once one publishes`, async () => {
    await using desk = await atDesk(engine);
    const outcomes = await Promise.all([desk.move("publish", editor), desk.move("publish", other)]);
    expect(outcomes).toContainEqual({ state: "published" });
    expect(outcomes).toContainEqual({ refusal: "nothing-new" });
    expect(await desk.publications()).toBe(1);
  });

  test(`${engine}: who publishes a text that was changed since they read it is told so`, async () => {
    await using desk = await atDesk(engine);
    const read = await workingCopy(desk.db, desk.articleId);
    await desk.write("Crews walked back in.", reporter, later(1));
    expect(await desk.move("publish", editor, { version: read?.version ?? -1 })).toEqual({ refusal: "text-changed" });
    expect((await desk.article()).state).toBe("draft");
    expect(await desk.publications()).toBe(0);
  });

  test(`${engine}: changes to a published article are its own until they are published too`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("publish", editor);
    expect(await desk.move("publish", editor, { at: later(1) })).toEqual({ refusal: "nothing-new" });
    await desk.write("Crews walked back in.", reporter, later(2));
    expect(await desk.text("/en/ferries-stop")).toContain("Crews walked out.");
    expect(await desk.move("publish", editor, { at: later(3) })).toEqual({ state: "published" });
    expect(await desk.text("/en/ferries-stop")).toContain("Crews walked back in.");
    const kinds = await desk.db.selectFrom("revision").select("kind").orderBy("made_at").orderBy("id").execute();
    expect(kinds.map(({ kind }) => kind).filter((kind) => kind !== "draft")).toEqual(["publication", "update"]);
    expect((await desk.article()).published_at).toBe(at.toISOString());
  });

  test(`${engine}: nothing comes out before the end of its embargo, whoever asks`, async () => {
    await using desk = await atDesk(engine);
    await desk.set({ embargo_until: later(60).toISOString() });
    expect(await desk.move("publish", editor)).toEqual({ refusal: "embargo" });
    expect(await desk.move("schedule", editor, { publishAt: later(59) })).toEqual({ refusal: "embargo" });
    expect(await desk.move("schedule", editor, { publishAt: later(60) })).toEqual({ state: "scheduled" });
    await desk.set({ embargo_until: later(90).toISOString() });
    const early = { articleId: desk.articleId, publishAt: later(60).toISOString(), at: later(60) };
    expect(publishScheduled(desk.db, early)).rejects.toThrow("embargo");
    expect((await desk.article()).state).toBe("scheduled");
  });

  test(`${engine}: what blocks keeps an article in, what is asked wants a tick for each`, async () => {
    await using desk = await atDesk(engine, { ticked: false });
    const asked = await desk.move("publish", editor);
    if (!("findings" in asked) || !asked.findings) throw new Error("pre-flight asked nothing");
    expect(asked.refusal).toBe("asked");
    const keys = asked.findings.filter(({ severity }) => severity === "ask").map(findingKey);
    expect(keys).toContain("section-missing");
    expect(await desk.move("publish", editor, { accepted: keys.slice(1) })).toMatchObject({ refusal: "asked" });
    await desk.write("", reporter, later(1));
    expect(await desk.move("publish", editor, { accepted: keys })).toMatchObject({ refusal: "blocked" });
    await desk.write("Crews walked out.", reporter, later(2));
    expect(await desk.move("publish", editor, { accepted: keys })).toEqual({ state: "published" });
  });

  test(`${engine}: who wrote of a text cannot alone publish it while two have to agree`, async () => {
    await using desk = await atDesk(engine);
    await setTwoPeopleRule(desk.db, { on: true, by: "ada", at });
    await desk.write("Crews walked out at dawn.", editor, later(1));
    expect(await desk.move("publish", editor)).toEqual({ refusal: "two-people" });
    expect(await desk.move("schedule", editor, { publishAt: later(30) })).toEqual({ refusal: "two-people" });
    expect(await desk.move("mark-ready", editor, { at: later(2) })).toEqual({ state: "ready" });
    expect(await desk.move("publish", editor)).toEqual({ refusal: "two-people" });
    await desk.move("send-back", other, { note: "Once more.", at: later(3) });
    await desk.move("mark-ready", other, { at: later(4) });
    await desk.write("Crews walked out at noon.", editor, later(5));
    expect(await desk.move("publish", editor, { at: later(6) })).toEqual({ refusal: "two-people" });
    await desk.move("send-back", other, { note: "I read another text.", at: later(7) });
    await desk.move("mark-ready", other, { at: later(8) });
    expect(await desk.move("publish", editor, { at: later(9) })).toEqual({ state: "published" });

    await desk.write("Crews walked out at night.", editor, later(10));
    expect(await desk.move("publish", editor, { at: later(11) })).toEqual({ refusal: "two-people" });
    expect(await desk.move("publish", other, { at: later(12) })).toEqual({ state: "published" });
  });

  test(`${engine}: a withdrawn article says so at its address, a killed one only that it is gone`, async () => {
    await using desk = await atDesk(engine);
    await desk.move("publish", editor);
    await desk.jobsAt(later(1));
    expect(await desk.text("/en/")).toContain("Ferries stop");
    await desk.move("withdraw", editor, { note: "The crews never walked out.", at: later(2) });
    await desk.jobsAt(later(3));

    const withdrawn = await desk.get("/en/ferries-stop");
    expect(withdrawn.status).toBe(410);
    const page = await withdrawn.text();
    expect(page).toContain("withdrawn");
    expect(page).toContain("The crews never walked out.");
    expect(page).not.toContain("Crews walked out.");
    for (const address of ["/en/", "/en/feed.xml", "/en/search?q=ferries"])
      expect(await desk.text(address)).not.toContain("Ferries stop");

    await desk.move("kill", editor, { at: later(4) });
    const killed = await desk.get("/en/ferries-stop");
    expect(killed.status).toBe(410);
    expect(await killed.text()).not.toContain("never walked out");

    expect(await desk.move("bring-back", editor, { at: later(5) })).toEqual({ state: "draft" });
    expect((await desk.get("/en/ferries-stop")).status).toBe(410);
    await desk.move("publish", editor, { at: later(6) });
    expect((await desk.get("/en/ferries-stop")).status).toBe(200);
    expect((await desk.article()).published_at).toBe(at.toISOString());
  });

  test(`${engine}: a spiked article is put aside and can be brought back`, async () => {
    await using desk = await atDesk(engine);
    expect(await desk.move("spike", reporter)).toEqual({ refusal: "not-yours" });
    expect(await desk.move("spike", editor)).toEqual({ state: "spiked" });
    expect(await desk.move("publish", editor)).toEqual({ refusal: "no-way" });
    expect(await desk.move("bring-back", editor)).toEqual({ state: "draft" });
  });
}

type AtDesk = {
  readonly db: Door["db"];
  readonly articleId: string;
  readonly get: Door["get"];
  readonly text: Door["text"];
  readonly move: (move: Move, by: StaffMember, more?: Partial<MoveArticle>) => ReturnType<typeof moveArticle>;
  readonly write: (words: string, by: StaffMember, at: Date) => Promise<void>;
  readonly set: (columns: { embargo_until: string }) => Promise<void>;
  readonly jobsAt: (at: Date) => Promise<void>;
  readonly article: () => Promise<{ state: string; published_at: string | null }>;
  readonly acts: () => Promise<string[]>;
  readonly writers: () => Promise<string[]>;
  readonly publications: () => Promise<number>;
} & AsyncDisposable;

/** A draft, "Ferries stop", that Rita wrote; pre-flight asks nothing of it unless the test wants to tick by itself. */
async function atDesk(engine: EngineName, { ticked = true } = {}): Promise<AtDesk> {
  const door = await openDoor(engine);
  const { db } = door;
  door.setNow(at.toISOString());
  const [edition] = await editions(db);
  if (!edition) throw new Error("there is no edition");
  await keepSection(db, { editionId: edition.id, slug: "region", name: "Region", position: 0, at });
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "ferries-stop",
    headline: "Ferries stop",
    standfirst: "",
    document: saying("Crews walked out."),
    dateline: null,
    by: reporter.id,
    at,
  });
  const accepted = ticked ? ["section-missing"] : [];
  return {
    db,
    articleId,
    get: door.get,
    text: door.text,
    move: (move, by, more = {}) => moveArticle(db, { articleId, move, by, at, accepted, ...more }),
    write: async (words, by, at) => {
      const copy = await workingCopy(db, articleId);
      if (!copy) throw new Error("there is no copy");
      const text: ArticleText = { ...copy.text, document: saying(words) };
      expect(await saveCopy(db, { articleId, from: copy.version, text, by: by.id, at })).toHaveProperty("version");
    },
    set: async (columns) => {
      await db.updateTable("article").set(columns).where("id", "=", articleId).execute();
    },
    jobsAt: async (at) => {
      door.setNow(at.toISOString());
      await door.doJobs();
    },
    article: () =>
      db.selectFrom("article").select(["state", "published_at"]).where("id", "=", articleId).executeTakeFirstOrThrow(),
    acts: async () => {
      const rows = await db
        .selectFrom("audit")
        .select(["made_by", "act"])
        .where("subject", "=", `article:${articleId}`)
        .orderBy("made_at")
        .execute();
      return rows.map(({ made_by, act }) => `${made_by} ${act}`);
    },
    writers: async () => {
      const rows = await db.selectFrom("article_writer").select("staff_id").orderBy("staff_id").execute();
      return rows.map(({ staff_id }) => staff_id);
    },
    publications: async () =>
      (await db.selectFrom("revision").select("id").where("kind", "!=", "draft").execute()).length,
    [Symbol.asyncDispose]: () => door[Symbol.asyncDispose](),
  };
}

function no(): never {
  throw new Error("there is no copy");
}

function saying(text: string): ArticleText["document"] {
  return { type: "doc", content: [{ type: "paragraph", ...(text !== "" && { content: [{ type: "text", text }] }) }] };
}
