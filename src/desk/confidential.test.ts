/** Sources nobody may name: who may know, what stands on the record, and that their names are nowhere else. */
import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { editions } from "#agency/editions/queries.ts";
import { notedActs } from "#store/audit.ts";
import { backUp } from "#store/backup.ts";
import { TABLE_NAMES } from "#store/tables.ts";
import { type AtTheDesk, type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { readDocument } from "#text/document/schema.ts";

// Names no other text has, in two scripts; and what a careless search would find of them.
const NAME = "Quillon Zerbraskovitch";
const CYRILLIC = "Квиллон Зербрасковский";
const CONTACT = "zerb-7731@secret-harbour.example, pier 9";
const CANARIES = ["Zerbraskovitch", "Quillon", "Зербрасковский", "zerb-7731", "secret-harbour"];

const idIn = (response: Response) => (response.headers.get("location") ?? "").match(/sources\/([^?/]+)/)?.[1] ?? "";

async function entered(reporter: AtTheDesk): Promise<string> {
  const fields = { words: "a ministry official", who: `${NAME} / ${CYRILLIC}`, contact: CONTACT };
  return idIn(await reporter.post("/desk/sources/confidential", fields));
}

async function published({ db }: Door, source: string, at: Date): Promise<string> {
  const [edition] = await editions(db);
  if (!edition) throw new Error("no edition");
  const cited = { type: "citation", attrs: { source } };
  const quoted = { type: "quotation", attrs: { speaker: "a ministry official", source } };
  const document = readDocument({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "“It will close,”", marks: [quoted] },
          { type: "text", text: " an official said.", marks: [cited] },
        ],
      },
    ],
  });
  const draft = { edition, slug: "it-will-close", headline: "It will close", standfirst: "", document, dateline: null };
  const { articleId } = await draftArticle(db, { ...draft, by: "the test", at });
  await publishArticle(db, { articleId, by: "the test", at });
  return articleId;
}

/** A search says again what it was asked for; what it found is looked at. */
function withoutQuery(path: string, html: string): string {
  return path.includes("q=") ? html.replaceAll(/value="[^"]*"|“[^”]*”|<title>.*?<\/title>|content="[^"]*"/g, "") : html;
}

const at = new Date("2026-11-20T12:00:00Z");

for (const engine of engines) {
  test(`${engine}: the reporter and those she names see who it is, and each look is on the record`, async () => {
    await using door = await openDoor(engine);
    const [reporter, editor, administrator] = [door.as("reporter"), door.as("editor"), door.as("administrator")];
    await Promise.all([reporter, editor, administrator].map((desk) => desk.get("/desk/")));
    const source = await entered(reporter);
    const look = `/desk/sources/${source}/look`;
    const seen = await (await reporter.post(look, {})).text();
    expect(seen).toContain(NAME);
    expect(seen).toContain("zerb-7731");
    for (const other of [editor, administrator]) {
      expect((await other.post(look, {})).status).toBe(404);
      expect((await other.post(`/desk/sources/${source}/identity`, { who: "Nobody", contact: "" })).status).toBe(404);
      expect((await other.post(`/desk/sources/${source}/readers`, { reader: other.staff.id })).status).toBe(404);
      const page = await other.text(`/desk/sources/${source}`);
      expect(page).toContain("a ministry official");
      expect(page).not.toContain("Zerbraskovitch");
    }
    expect((await reporter.post(`/desk/sources/${source}/readers`, { reader: editor.staff.id })).status).toBe(303);
    expect(await (await editor.post(look, {})).text()).toContain(NAME);
    expect((await administrator.post(look, {})).status).toBe(404);
    await editor.post(`/desk/sources/${source}/identity`, { who: "Another Name", contact: "" });
    expect(await (await reporter.post(look, {})).text()).toContain("Another Name");
    await reporter.post(`/desk/sources/${source}/readers`, {});
    expect((await editor.post(look, {})).status).toBe(404);

    const acts = await notedActs(door.db, { subject: `source:${source}` }, { limit: 20 });
    const count = (act: string, by?: string) =>
      acts.filter((one) => one.act === act && (by === undefined || one.by === by)).length;
    expect([count("source.look"), count("source.look", editor.staff.id), count("source.reseal")]).toEqual([3, 1, 1]);
    expect(JSON.stringify(acts)).not.toContain("Another Name");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: it prints the words that stand for it, without a page, an address or structured data`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const source = await entered(reporter);
    await published(door, source, at);
    await door.doJobs();
    const page = await door.text("/en/it-will-close");
    expect(page).toContain("<cite>a ministry official</cite>");
    expect(page).toContain("known to the newsroom");
    expect(page).not.toContain(source);
    expect(page).not.toContain('"citation":');
    expect((await door.get(`/en/sources/${source}`)).status).toBe(404);
    expect((await reporter.post(`/desk/sources/${source}/keep`, { text: "Words." })).status).toBe(404);
    expect((await reporter.post(`/desk/sources/${source}/fetch`, {})).status).toBe(404);
    const facts = { kind: "page", name: "Somebody", url: "https://a.example/", office: "", language: "" };
    expect((await reporter.post(`/desk/sources/${source}`, { ...facts, publishedOn: "", notes: "" })).status).toBe(404);
    await reporter.post(`/desk/sources/${source}/words`, { words: "somebody at the ministry" });
    expect(await door.text("/en/it-will-close")).toContain("<cite>somebody at the ministry</cite>");
  });

  test(`${engine}: the planted name is in no page, feed, file, backup or byte of the database outside its sealed column`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const reporter = door.as("reporter");
    const source = await entered(reporter);
    // Every way who it is can be touched: looked at, changed, refused, shared, changed back.
    await reporter.post(`/desk/sources/${source}/look`, {});
    await reporter.post(`/desk/sources/${source}/identity`, { who: NAME, contact: CONTACT });
    await reporter.post("/desk/sources/confidential", { words: "", who: NAME, contact: CONTACT });
    await reporter.post(`/desk/sources/${source}/identity`, { who: NAME.repeat(100), contact: CONTACT });
    await reporter.post(`/desk/sources/${source}/readers`, { reader: door.as("editor").staff.id });
    const articleId = await published(door, source, at);
    await door.doJobs();

    const outputs = new Map<string, string>();
    for (const path of [
      "/en/it-will-close",
      "/en/it-will-close/print",
      "/en/",
      "/en/feed.xml",
      "/en/atom.xml",
      "/en/feed.json",
      "/sitemap.xml",
      `/en/sources/${source}`,
      "/en/archive/2026/11",
      ...CANARIES.map((word) => `/en/search?q=${encodeURIComponent(word)}`),
    ]) {
      outputs.set(path, withoutQuery(path, await door.text(path)));
    }
    for (const path of [
      "/desk/",
      "/desk/sources",
      `/desk/sources/${source}`,
      `/desk/sources?q=${encodeURIComponent("Zerbraskovitch")}`,
      "/desk/sources.json?words=",
      `/desk/sources.json?words=${encodeURIComponent("Зербрасковский")}`,
      `/desk/articles/${articleId}`,
      `/desk/articles/${articleId}/sources`,
      `/desk/articles/${articleId}/pre-flight`,
      `/desk/articles/${articleId}/history`,
    ]) {
      outputs.set(`reporter ${path}`, withoutQuery(path, await reporter.text(path)));
    }
    outputs.set("editor /desk/log", await door.as("editor").text("/desk/log"));
    expect((await (await reporter.get("/desk/sources.json?words=Zerbraskovitch")).json()).length).toBe(0);

    for (const table of TABLE_NAMES) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(door.db);
      outputs.set(`table ${table}`, JSON.stringify(rows));
    }
    const backup = join(door.store.data, "copy.tar.gz");
    const media = join(door.store.data, "media");
    await backUp(door.store.db, { media, file: backup, now: at });
    outputs.set("backup", gunzipSync(readFileSync(backup)).toString("latin1"));
    outputs.set("backup, as UTF-8", gunzipSync(readFileSync(backup)).toString());
    // All bytes on the disk: the database with its write-ahead log, pictures, kept pages, the press, the keys.
    for (const entry of readdirSync(door.store.data, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      outputs.set(`file ${entry.name}`, bytes.toString("latin1") + bytes.toString());
    }

    expect(outputs.size).toBeGreaterThan(70);
    const found = [...outputs].flatMap(([where, text]) =>
      CANARIES.filter((canary) => text.toLowerCase().includes(canary.toLowerCase())).map((one) => `${one} in ${where}`),
    );
    expect(found).toEqual([]);
    // It was worth looking for: sealed it is there, and opens.
    expect(await (await reporter.post(`/desk/sources/${source}/look`, {})).text()).toContain("Zerbraskovitch");
    expect(outputs.get("table source")).toContain("a ministry official");
    expect(door.broken).toEqual([]);
  });
}
