import { expect, test } from "bun:test";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { draftArticle, publishArticle, retractArticle } from "#agency/articles/actions.ts";
import { comment } from "#agency/articles/comments.ts";
import { saveCopy, workingCopy } from "#agency/articles/working-copy.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { verifyStore } from "#agency/log/verify.ts";
import { keepPicture } from "#agency/media/actions.ts";
import { keepSnapshot, keepSource, nameOriginal } from "#agency/sources/actions.ts";
import { keptPage } from "#agency/sources/reading.ts";
import type { Role, StaffMember } from "#agency/staff/staff.ts";
import { addChannel } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import { arrivalOf, headlineMark } from "#agency/wire-in/matching.ts";
import { newId } from "#lib/ids.ts";
import { opened } from "#lib/sealed.ts";
import { filesIn } from "#outside/files.ts";
import { backUp } from "#store/backup.ts";
import type { Db } from "#store/db.ts";
import { claim, deadJobs, enqueue, fail } from "#store/queue.ts";
import { pagesOf, TABLE_NAMES } from "#store/tables.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { agreeTo } from "#test/withholding.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { likenessOf } from "#text/replies/likeness.ts";
import { NO_COPY, type WireCopy } from "#text/wire/copy.ts";
import { askToWithhold, dropWithholding, withhold } from "./actions.ts";
import { lookIntoFiles } from "./kept-files.ts";
import { foundFor, sealedIn, wantedBy, withholdingById } from "./queries.ts";

const NAME = "Zyxwanna Qvortrup";
const CANARY = /zyxwanna|qvortrup/i;
const at = new Date("2026-11-20T12:00:00.000Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const staff = (id: string, role: Role = "editor"): StaffMember => ({
  id,
  name: id,
  email: `${id}@strait.example`,
  role,
  language: "en",
});
const [edgar, olga] = [staff("edgar"), staff("olga", "administrator")];

for (const engine of engines) {
  test(`${engine}: a withheld name is afterwards in no public byte, no data file, no cache and no new backup`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { articleId, picture } = await storyWithCanary(door);
    const address = "/en/zyxwanna-qvortrup-found";
    const everywhere = await publicAddresses(door, articleId);
    for (const path of everywhere) await door.get(path);
    expect(await door.text(address)).toMatch(CANARY);
    expect(await door.text("/en/search?q=qvortrup")).toContain("found");
    // On PostgreSQL the rows are in no file of ours.
    if (engine === "sqlite") expect(bytesIn(door).join()).toContain("dateline.db");

    const asked = await ask(door.db, { forms: [NAME, "Qvortrup"] });
    expect(await agreeTo(door.store, { id: asked, by: edgar, at: later(50) })).toEqual({ refusal: "same-person" });
    expect(await door.text(address)).toMatch(CANARY);
    expect(await agreeTo(door.store, { id: asked, by: staff("rita", "reporter"), at: later(50) })).toEqual({
      refusal: "not-there",
    });
    const outcome = await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    expect(outcome).toEqual({ done: { articles: 1, key: undefined } });
    door.setNow(later(61).toISOString());
    // Before any job has run, nobody is shown it any more.
    const { slug } = await door.db
      .selectFrom("article")
      .select("slug")
      .where("id", "=", articleId)
      .executeTakeFirstOrThrow();
    const now = `/en/${slug}`;
    expect((await door.get(address)).status).toBe(404);
    expect(await door.text(now)).toContain("[withheld]");
    expect(await door.text("/en/search?q=qvortrup")).not.toContain(slug);
    await door.doJobs();

    for (const path of [...everywhere, ...(await publicAddresses(door, articleId))]) {
      // What a reader asks for is in the answer to that reader.
      if (!CANARY.test(path)) expect([path, (await door.text(path)).match(CANARY)]).toEqual([path, null]);
    }
    expect(await door.text(now)).toContain(
      "On 20 November 2026 something was withheld from this story: to protect a child. Decided by an editor and an administrator.",
    );
    expect(await rowsWith(door.db)).toEqual([]);
    expect(bytesIn(door)).toEqual([]);
    expect(await inBackup(door)).toBe(false);
    expect((await door.get(`/media/${picture}.jpg`)).status).toBe(200);

    const verdict = await verifyStore(door.db, { verifier: undefined, earlier: [] });
    expect(verdict.findings.filter(({ severity }) => severity === "fault")).toEqual([]);
    expect(verdict.findings.map(({ code }) => code)).toContain("withheld");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what was kept of a source goes with a name it holds, its file too; what holds none stays`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const files = filesIn(join(door.store.data, "media"));
    const { articleId } = await storyWithCanary(door);
    await keepSource(db, { source: { id: "fjord", kind: "page", name: "Fjord", language: null, url: null }, at });
    const kept: string[] = [];
    for (const [turn, words] of [`${NAME} was found at home.`, "Nobody was named."].entries()) {
      const { page, file } = keptPage({
        id: newId(later(turn)),
        at: later(turn),
        sourceId: "fjord",
        how: "pasted",
        software: "Dateline",
        address: null,
        type: "text/plain; charset=utf-8",
        bytes: new TextEncoder().encode(words),
      });
      await files.keep(file.name, file.bytes);
      await keepSnapshot(db, { page, by: "edgar", at: later(turn) });
      kept.push(file.name);
    }
    const quotation = { key: "digest", words: `“${NAME} sings,”` };
    await nameOriginal(db, { articleId, quotation, original: "Sie singt", by: "edgar", at });
    const asked = await ask(db, { forms: [NAME, "Qvortrup"] });
    await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    door.setNow(later(61).toISOString());
    await door.doJobs();
    expect(await db.selectFrom("snapshot").select("text").execute()).toEqual([{ text: "Nobody was named." }]);
    expect(await db.selectFrom("quotation_original").select("original").execute()).toEqual([]);
    const left = readdirSync(join(door.store.data, "media")).filter((name) => name.endsWith(".warc.gz"));
    expect(left).toEqual(kept.slice(1));
    expect(await rowsWith(db)).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a name that stands in the file of a source alone is found there, and goes with it`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const files = filesIn(join(door.store.data, "media"));
    await keepSource(db, { source: { id: "fjord", kind: "page", name: "Fjord", language: null, url: null }, at });
    const page = (hidden: string) => `<title>Ferry</title><p>Nobody is named.</p><script>${hidden}</script>`;
    const first = await keepPage(door, page(NAME), 1);
    const asked = await ask(db, { forms: [NAME] });
    // Before the files were looked through it cannot be said that it stands nowhere.
    const decide = { id: asked, by: olga, at: later(60) };
    expect(await withhold(db, { ...decide, look: undefined })).toEqual({ refusal: "not-looked" });
    expect(await foundFor(db, await wanted(db, asked))).toEqual({ stories: [], elsewhere: 0, isLooking: true });
    door.setNow(later(41).toISOString());
    await door.doJobs();
    expect(await foundFor(db, await wanted(db, asked))).toEqual({ stories: [], elsewhere: 1, isLooking: false });
    // What is kept while somebody makes up their mind is looked through when they have.
    const look = await lookIntoFiles(db, files, { id: asked });
    const second = await keepPage(door, page(`${NAME}, again`), 42);
    const other = await keepPage(door, page("Somebody else"), 43);
    expect(await withhold(db, { ...decide, look })).toEqual({ refusal: "not-looked" });
    expect(readdirSync(join(door.store.data, "media"))).toContain(first);
    expect(await agreeTo(door.store, decide)).toEqual({ done: { articles: 0, key: undefined } });
    door.setNow(later(61).toISOString());
    await door.doJobs();
    const left = readdirSync(join(door.store.data, "media")).filter((name) => name.endsWith(".warc.gz"));
    expect(left).toEqual([other]);
    expect(left).not.toContain(second);
    expect((await db.selectFrom("snapshot").select("id").execute()).map(({ id }) => `${id}.warc.gz`)).toEqual([other]);
    expect(await rowsWith(db)).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what a court wants sealed is sealed with the files it stood in`, async () => {
    await using door = await openDoor(engine);
    await keepSource(door.db, { source: { id: "fjord", kind: "page", name: "Fjord", language: null, url: null }, at });
    const name = await keepPage(door, `<p>Nobody.</p><!-- ${NAME} -->`, 1);
    const asked = await ask(door.db, { forms: [NAME], how: "seal", reason: "court" });
    const outcome = await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    const key = "done" in outcome ? (outcome.done.key ?? "") : "";
    const sealed = JSON.parse(opened(key, (await sealedIn(door.db, asked)) ?? "") ?? "{}");
    expect(gunzipSync(Buffer.from(sealed.files[name], "base64")).toString()).toContain(NAME);
    expect(sealed.rows).toEqual([expect.objectContaining({ table: "snapshot" })]);
  });

  test(`${engine}: a file that is cut off or damaged stands in no other withholding's way`, async () => {
    await using door = await openDoor(engine);
    await keepSource(door.db, { source: { id: "fjord", kind: "page", name: "Fjord", language: null, url: null }, at });
    const media = join(door.store.data, "media");
    const [cut, damaged] = [
      await keepPage(door, `<!-- ${NAME} --><p>One.</p>`, 1),
      await keepPage(door, "<p>Two.</p>", 2),
    ];
    writeFileSync(join(media, cut), readFileSync(join(media, cut)).subarray(0, -12));
    writeFileSync(join(media, damaged), "no archive");
    const asked = await ask(door.db, { forms: [NAME] });
    expect(await agreeTo(door.store, { id: asked, by: olga, at: later(60) })).toHaveProperty("done");
    door.setNow(later(61).toISOString());
    await door.doJobs();
    expect(readdirSync(media).filter((file) => file.endsWith(".warc.gz"))).toEqual([damaged]);
  });

  test(`${engine}: jobs that failed for good, that fail meanwhile or later hold nothing of it`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    await storyWithCanary(door);
    const kinds = ["record.snapshots", "mail.send"];
    const fails = async (error: string, minute: number) => {
      const [job] = await claim(db, { kinds, worker: "w", now: later(minute), limit: 1 });
      if (!job) throw new Error("no job is due");
      return () => fail(db, { job, worker: "w", error, now: later(minute), random: 1 });
    };
    const asked = await ask(db, { forms: [NAME, "Qvortrup"] });
    // The look itself fails until it is buried: the place of files is away.
    for (let minute = 40, fate = "again"; fate !== "dead"; minute += 1_000)
      fate = await (await fails("the place of files is away", minute))();
    await enqueue(db, "mail.send", { letter: "x", to: `${NAME} <qvortrup@mail.example>` }, at);
    for (let minute = 40, fate = "again"; fate !== "dead"; minute += 1_000)
      fate = await (await fails(`550 no such user: ${NAME}`, minute))();
    await enqueue(db, "mail.send", { letter: "y", about: { name: ["Qvortrup"] } }, at);
    const late = await fails(`nobody answers for ${NAME}`, 40);

    await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    expect(await late()).toBe("again");
    await door.doJobs();
    expect(await rowsWith(db)).toEqual([]);
    expect(await deadJobs(db)).toHaveLength(2);
    const kept = db
      .selectFrom("job")
      .select("last_error")
      .where("kind", "=", "mail.send")
      .where("state", "=", "waiting");
    expect((await kept.executeTakeFirst())?.last_error).toContain("Something was withheld while this was being done");
    // The next try tells of itself again.
    await (await fails("nobody answers", 90))();
    expect((await kept.executeTakeFirst())?.last_error).toBe("nobody answers");
  });

  test(`${engine}: a withheld picture gives way with its words, its sizes and its files`, async () => {
    await using door = await openDoor(engine);
    const { articleId, picture } = await storyWithCanary(door);
    expect(await door.text("/en/zyxwanna-qvortrup-found")).toContain(picture);
    const asked = await ask(door.db, { forms: [], pictureId: picture });
    await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    door.setNow(later(61).toISOString());
    expect(await door.text("/en/zyxwanna-qvortrup-found")).not.toContain(picture);
    await door.doJobs();
    expect((await door.get(`/media/${picture}.jpg`)).status).toBe(404);
    expect(readdirSync(join(door.store.data, "media")).filter((name) => name.startsWith(picture))).toEqual([]);
    const revisions = await door.db
      .selectFrom("revision")
      .select(["picture_id", "picture_caption"])
      .where("article_id", "=", articleId)
      .execute();
    expect(revisions.filter((one) => one.picture_id !== null || one.picture_caption !== "")).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what a court wants sealed opens with the key that was told once, and with no other`, async () => {
    await using door = await openDoor(engine);
    await storyWithCanary(door);
    const asked = await ask(door.db, { forms: [NAME, "Qvortrup"], how: "seal", reason: "court" });
    const outcome = await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    const key = "done" in outcome ? (outcome.done.key ?? "") : "";
    door.setNow(later(61).toISOString());
    await door.doJobs();
    expect(await rowsWith(door.db)).toEqual([]);
    expect(bytesIn(door)).toEqual([]);
    const kept = (await sealedIn(door.db, asked)) ?? "";
    expect(opened(key, kept)).toMatch(CANARY);
    expect(opened("another", kept)).toBeUndefined();
  });

  test(`${engine}: what nobody agrees to stays, and the words of the asking go`, async () => {
    await using door = await openDoor(engine);
    await storyWithCanary(door);
    const asked = await ask(door.db, { forms: ["Nobodyhere Atall"] });
    expect(await agreeTo(door.store, { id: asked, by: olga, at: later(60) })).toEqual({ refusal: "nothing-found" });
    expect(await dropWithholding(door.db, { id: asked, by: edgar, at: later(60) })).toBe(true);
    expect(await agreeTo(door.store, { id: asked, by: olga, at: later(61) })).toEqual({ refusal: "not-there" });
    expect(await withholdingById(door.db, asked)).toMatchObject({ state: "dropped", forms: [], note: "" });
    expect(await door.text("/en/zyxwanna-qvortrup-found")).toMatch(CANARY);
    for (const changed of [
      door.db.updateTable("withholding").set({ reason: "court" }),
      door.db.deleteFrom("withholding"),
    ])
      await expect(changed.execute()).rejects.toThrow("never changed");
  });

  test(`${engine}: in one story alone, the same words stay in others`, async () => {
    await using door = await openDoor(engine);
    const { storyId } = await storyWithCanary(door);
    await publishOther(door.db);
    const asked = await ask(door.db, { forms: [NAME, "Qvortrup"], storyId });
    await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    await door.doJobs();
    expect(await door.text("/en/another-story")).toMatch(CANARY);
    const left = await door.db
      .selectFrom("revision")
      .select("headline")
      .where("headline", "like", "%Qvortrup%")
      .execute();
    expect(left).toEqual([]);
  });

  test(`${engine}: one withholding changes a row once, and none that is over changes anything`, async () => {
    await using door = await openDoor(engine);
    await storyWithCanary(door);
    const asked = await ask(door.db, { forms: [NAME, "Qvortrup"] });
    const forge = door.db.updateTable("revision").set({ headline: "Forged", withheld: asked });
    await expect(forge.execute()).rejects.toThrow("never changed");
    await agreeTo(door.store, { id: asked, by: olga, at: later(60) });
    await expect(forge.execute()).rejects.toThrow("never changed");
    await expect(
      door.db.updateTable("withholding").set({ state: "confirmed" }).where("id", "=", asked).execute(),
    ).rejects.toThrow("never changed");
  });
}

for (const engine of engines) {
  test(`${engine}: the same words taken out by hand, and not by two people, are found by whoever verifies`, async () => {
    await using door = await openDoor(engine);
    const { articleId } = await storyWithCanary(door);
    const trigger = sql.ref("revision_refuses_update");
    await (engine === "sqlite" ? sql`drop trigger ${trigger}` : sql`drop trigger ${trigger} on revision`).execute(
      door.db,
    );
    await door.db
      .updateTable("revision")
      .set({ headline: "[withheld] found" })
      .where("article_id", "=", articleId)
      .where("kind", "=", "publication")
      .execute();
    const { findings } = await verifyStore(door.db, { verifier: undefined, earlier: [] });
    const faults = findings.filter(({ severity }) => severity === "fault");
    expect(faults.map(({ code }) => code)).toEqual(["content-changed"]);
  });
}

for (const engine of engines) {
  test(`${engine}: no digest confirms a guess at what was withheld from copy of the wire, and the same copy is not taken in again`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const copyOf = (more: Partial<WireCopy>): WireCopy => ({
      ...NO_COPY,
      headline: `The girl ${NAME} was found at noon`,
      body: {
        format: "text",
        words: `${NAME} was found by the harbour, where she had waited for the ferry. `.repeat(4),
      },
      ...more,
    });
    const named = copyOf({ id: "urn:kessar:1", version: 1 });
    const unnamed = copyOf({ headline: `Where ${NAME} was all that time`, body: { format: "text", words: NAME } });
    const channelId = await addChannel(db, { facts: CHANNEL, by: "edgar", at });
    const bring = (copy: WireCopy, minute: number) =>
      keepArrivals(db, { channelId, format: "ninjs", copies: [copy], at: later(minute) });
    for (const copy of [named, unnamed]) expect(await bring(copy, 1)).toMatchObject({ fresh: 1 });
    expect(await bring(named, 2)).toMatchObject({ known: 1 });
    const told = [named, unnamed].map((copy) => arrivalOf(copy, { format: "ninjs", at }));
    const guesses = [
      ...told.flatMap(({ digest, textDigest }) => [digest, textDigest ?? digest]),
      ...[named, unnamed].map((copy) => headlineMark(copy) ?? ""),
      ...(likenessOf(told[0]?.text ?? "")?.bands ?? []).map((band, place) => `"mark":"${place}:${band}"`),
      told[1]?.name ?? "",
    ];
    const standing = async () => {
      const rows = await Promise.all(WIRE_TABLES.map((table) => Array.fromAsync(pagesOf(db, table))));
      return guesses.filter((guess) => JSON.stringify(rows).includes(guess));
    };
    expect(await standing()).toEqual(guesses);

    const asked = await ask(db, { forms: [NAME] });
    expect(await agreeTo(door.store, { id: asked, by: olga, at: later(60) })).toHaveProperty("done");
    expect(await standing()).toEqual([]);
    // Its sender sends it on; what says that it is later is read again.
    expect(await bring(named, 61)).toMatchObject({ known: 1, fresh: 0, changed: 0 });
    door.setNow(later(62).toISOString());
    await door.doJobs();
    expect(await rowsWith(db)).toEqual([]);
    expect(await bring(copyOf({ id: "urn:kessar:1", version: 2, body: named.body }), 63)).toMatchObject({ changed: 1 });
    const kill = { ...named, version: null, status: "canceled", signal: "kill" } as const;
    expect(await bring(kill, 64)).toMatchObject({ changed: 1 });
    expect(await bring(kill, 65)).toMatchObject({ known: 1 });
  });
}

const CHANNEL = {
  kind: "webhook",
  name: "Kessar",
  address: "",
  language: null,
  editionId: null,
  rightsHolder: "",
  usageTerms: "",
  everyMinutes: null,
} as const;

const WIRE_TABLES = ["wire_item", "wire_version", "wire_name", "wire_mark"] as const;

async function wanted(db: Db, id: string) {
  const now = await wantedBy(db, id);
  if (!now) throw new Error("it is not asked for");
  return now;
}

/** A page of the source "fjord", kept; answers the name of its file. */
async function keepPage(door: Door, html: string, minute: number): Promise<string> {
  const { page, file } = keptPage({
    id: newId(later(minute)),
    at: later(minute),
    sourceId: "fjord",
    how: "uploaded",
    software: "Dateline",
    address: null,
    type: "text/html",
    bytes: new TextEncoder().encode(html.replace("Nobody is named.", `Nobody is named at ${minute}.`)),
  });
  await filesIn(join(door.store.data, "media")).keep(file.name, file.bytes);
  await keepSnapshot(door.db, { page, by: "edgar", at: later(minute) });
  return file.name;
}

type Asking = Partial<Parameters<typeof askToWithhold>[1]>;

async function ask(db: Db, asking: Asking): Promise<string> {
  const outcome = await askToWithhold(db, {
    forms: [],
    pictureId: null,
    storyId: null,
    reason: "child",
    how: "destroy",
    note: `It is about ${NAME}.`,
    by: edgar,
    at: later(40),
    ...asking,
  });
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  return outcome.id;
}

/** A story that was published, corrected, commented on and retracted, with the name wherever a name can stand. */
async function storyWithCanary(door: Door) {
  const { db } = door;
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("no edition");
  const bytes = readFileSync("test/newsroom/pictures/ferry.jpg");
  const { id: picture } = await keepPicture(db, filesIn(join(door.store.data, "media")), {
    bytes,
    type: "image/jpeg",
    width: 1600,
    height: 1000,
    credit: `By ${NAME}`,
    licence: "All rights reserved",
    caption: `${NAME} at home`,
    by: "edgar",
    at,
  });
  const caption = { id: picture, alt: `${NAME} waves`, caption: `${NAME} at home` };
  const { articleId, storyId } = await draftArticle(db, {
    edition,
    slug: "zyxwanna-qvortrup-found",
    headline: `${NAME} found`,
    standfirst: "Qvortrup is well.",
    document: parseMarkdown(`The girl, **Zyxwanna** *Qvor*trup, was [found](https://x.example/zyxwanna-qvortrup).`),
    dateline: { place: "Talmira", date: "2026-11-20" },
    picture: caption,
    by: "edgar",
    at,
  });
  await publishArticle(db, { articleId, by: "edgar", at });
  await door.doJobs();
  for (const turn of [1, 2, 3, 4, 5]) {
    const copy = await workingCopy(db, articleId);
    if (!copy) throw new Error("no copy");
    const document = parseMarkdown(`${NAME} was found. ${"Long text. ".repeat(1_000 * turn)}${NAME}`);
    const text = { ...copy.text, document };
    await saveCopy(db, { articleId, from: copy.version, text, by: "edgar", at: later(turn) });
  }
  await publishArticle(db, {
    articleId,
    change: {
      kind: "correction",
      sentence: `${NAME} was misspelt.`,
      correction: { oldWords: "Qvortrup", newWords: NAME, severity: "minor", askedBy: NAME, isAskerPublic: true },
    },
    by: "edgar",
    at: later(10),
  });
  await comment(db, { articleId, words: `Who told us of ${NAME}?`, by: "edgar", at: later(11) });
  await retractArticle(db, { articleId, reason: `${NAME} was never lost.`, by: "edgar", at: later(12) });
  await publishArticle(db, { articleId, by: "edgar", at: later(13) });
  door.setNow(later(14).toISOString());
  await door.doJobs();
  return { articleId, storyId, picture };
}

async function publishOther(db: Db): Promise<void> {
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("no edition");
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "another-story",
    headline: "Another story",
    standfirst: "",
    document: parseMarkdown(`${NAME} sang.`),
    dateline: null,
    by: "edgar",
    at,
  });
  await publishArticle(db, { articleId, by: "edgar", at });
}

async function publicAddresses(door: Door, articleId: string): Promise<string[]> {
  const { slug } = await door.db
    .selectFrom("article")
    .select("slug")
    .where("id", "=", articleId)
    .executeTakeFirstOrThrow();
  const own = ["", "/print", "/history", "/history/1", "/history/2", "/history/3", "/history/4", "/proof.json"];
  return [
    ...own.map((step) => `/en/${slug}${step}`),
    ..."/ /en/ /en/corrections /en/corrections/feed.xml /en/corrections/feed.json /en/feed.xml /en/atom.xml /en/feed.json /en/archive/2026/11 /log /log/checkpoint /log/tile/entries/000.p/1 /sitemap.xml /en/search?q=qvortrup".split(
      " ",
    ),
  ];
}

/** Files of the data directory that hold the name. */
function bytesIn(door: Door): string[] {
  return readdirSync(door.store.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => CANARY.test(readFileSync(path).toString("latin1")));
}

async function rowsWith(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLE_NAMES)
    for await (const rows of pagesOf(db, table))
      for (const row of rows) if (CANARY.test(JSON.stringify(row))) found.push(`${table}: ${JSON.stringify(row)}`);
  return found;
}

async function inBackup(door: Door): Promise<boolean> {
  const file = join(door.store.data, "after.tar.gz");
  await backUp(door.db, { media: join(door.store.data, "media"), file, now: later(70) });
  return CANARY.test(gunzipSync(readFileSync(file)).toString("latin1"));
}
