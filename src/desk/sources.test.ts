/** The source ledger through the door: entered, fetched, kept, shown, and what nobody is told. */
import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { editions } from "#agency/editions/queries.ts";
import { preflight } from "#agency/preflight/queries.ts";
import { ledgerSources, snapshotsOf } from "#agency/sources/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { notedActs } from "#store/audit.ts";
import type { Db } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { fileOf, pdfOf } from "#test/pdf.ts";
import { readDocument } from "#text/document/schema.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>The night ferry stays</title></head><body>
<p>“We have agreed to keep the night ferry,” Nora Valent said. It carries 1,500 people a week.</p></body></html>`;

/** A site of its own on loopback, which is the one public host of this world. */
async function siteOf(answers: Record<string, { status?: number; type?: string; body: string | Uint8Array }>) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = answers[request.url ?? ""];
    response.writeHead(answer?.status ?? (answer ? 200 : 404), {
      "content-type": answer?.type ?? "text/html; charset=utf-8",
    });
    response.end(answer?.body ?? "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    resolve: async () => ["127.0.0.1"],
    isPublic: () => true,
    isUsualPort: () => true,
  };
  return {
    asked,
    network,
    url: (path: string) => `http://radio-fjord.example:${port}${path}`,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const facts = { kind: "page", name: "Radio Fjord", url: "", office: "", language: "", publishedOn: "", notes: "" };
const idIn = (response: Response) => (response.headers.get("location") ?? "").match(/sources\/([^?/]+)/)?.[1] ?? "";

/** A story that quotes and cites sources, published. */
async function published(
  { db }: Door,
  {
    quoted,
    source,
    cites = source,
    speaker = "Nora Valent",
    slug = "night-ferry",
    at,
  }: { quoted: string; source: string; cites?: string; speaker?: string; slug?: string; at: Date },
): Promise<string> {
  const [edition] = await editions(db);
  if (!edition) throw new Error("no edition");
  const document = readDocument({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: quoted, marks: [{ type: "quotation", attrs: { speaker, source } }] },
          { type: "text", text: " she said. " },
          { type: "text", text: "It carries 1,600 people.", marks: [{ type: "citation", attrs: { source: cites } }] },
        ],
      },
    ],
  });
  const draft = {
    edition,
    slug,
    headline: "Night ferry stays",
    standfirst: "",
    document,
    dateline: null,
  };
  const { articleId } = await draftArticle(db, { ...draft, by: "the test", at });
  await publishArticle(db, { articleId, by: "the test", at });
  return articleId;
}

const at = new Date("2026-11-20T12:00:00Z");
const newestSource = async (db: Db) => (await ledgerSources(db, { limit: 1 }))[0];

for (const engine of engines) {
  test(`${engine}: a page that is entered is fetched, kept with its digest and as a WARC file, and held against what is quoted`, async () => {
    using site = await siteOf({
      "/ferry": { body: PAGE },
      "/robots.txt": { type: "text/plain", body: "User-agent: *\nDisallow: /private" },
    });
    await using door = await openDoor(engine, { network: site.network });
    const reporter = door.as("reporter");
    const source = idIn(await reporter.post("/desk/sources", { ...facts, url: site.url("/ferry") }));
    expect(await reporter.text(`/desk/sources/${source}`)).toContain("is being fetched");
    await door.doJobs();
    expect(site.asked).toEqual(["/robots.txt", "/ferry"]);

    const [snapshot] = await snapshotsOf(door.db, source, { limit: 9 });
    if (!snapshot) throw new Error("nothing was kept");
    expect(snapshot).toMatchObject({ how: "fetched", title: "The night ferry stays", language: "en" });
    const text = await reporter.text(`/desk/sources/${source}/snapshots/${snapshot.id}`);
    expect(text).toContain("It carries 1,500 people a week.");
    expect(text).toContain(snapshot.digest);
    const row = await door.db.selectFrom("snapshot").select("text").executeTakeFirstOrThrow();
    expect(createHash("sha256").update(row.text).digest("hex")).toBe(snapshot.digest);

    const file = await reporter.get(`/desk/sources/${source}/snapshots/${snapshot.id}/warc`);
    const warc = gunzipSync(Buffer.from(await file.arrayBuffer())).toString();
    expect(warc).toStartWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n");
    expect(warc).toContain(`\r\nWARC-Target-URI: ${site.url("/ferry")}\r\n`);
    expect(warc).toContain(`\r\nWARC-Payload-Digest: sha256:${createHash("sha256").update(PAGE).digest("hex")}\r\n`);
    expect(warc).toContain(PAGE);
    expect((await door.get(`/media/${snapshot.id}.warc.gz`)).status).toBe(404);

    // Asked again, the same words are not kept twice.
    await reporter.post(`/desk/sources/${source}/fetch`, {});
    await door.doJobs();
    expect(await snapshotsOf(door.db, source, { limit: 9 })).toHaveLength(1);

    const articleId = await published(door, { quoted: "“We have agreed to sell the night ferry,”", source, at });
    const found = await preflight(door.db, { articleId, at });
    expect(found?.map(({ code, passage, instead }) => [code, passage, instead])).toContainEqual([
      "figure-differs",
      "1,600",
      "1,500",
    ]);
    const page = await reporter.text(`/desk/articles/${articleId}/sources`);
    expect(page).toContain("Differs from the source");
    expect(page).toContain('<del title="in the source">keep</del>');
    const list = await reporter.text(`/desk/articles/${articleId}/pre-flight`);
    expect(list).toContain("Radio Fjord has “1,500”");
    expect(list).toContain("It is not what the source says");
    // The right words in the wrong mouth.
    const quoted = "“We have agreed to keep the night ferry,”";
    const other = await published(door, { quoted, source, speaker: "Jonas Oduya", slug: "another-ferry", at });
    const [asked] = ((await preflight(door.db, { articleId: other, at })) ?? []).filter(({ code }) =>
      code.startsWith("quotation-"),
    );
    expect(asked).toMatchObject({ code: "quotation-of-another", detail: "Nora Valent (Radio Fjord)" });
    expect(await reporter.text(`/desk/articles/${other}/pre-flight`)).toContain("the words of Nora Valent");
    expect(found?.map(({ code }) => code)).not.toContain("quotation-of-another");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: the words of a PDF are kept page by page, and a quotation says on which one it was found`, async () => {
    const report = pdfOf({
      title: "Report on the night ferry",
      pages: [
        ["Contents"],
        ["“We have agreed to keep", "the night ferry,” Nora Valent said.", "It carries 1,500 people."],
      ],
    });
    const locked = fileOf(
      [
        "<< /Type /Catalog >>",
        `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`,
      ],
      `/Root 1 0 R /Encrypt 2 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
    );
    using site = await siteOf({
      "/report.pdf": { type: "application/pdf", body: report },
      "/locked.pdf": { type: "application/pdf", body: locked },
    });
    await using door = await openDoor(engine, { network: site.network });
    const reporter = door.as("reporter");
    const source = idIn(
      await reporter.post("/desk/sources", { ...facts, kind: "document", url: site.url("/report.pdf") }),
    );
    const shut = idIn(
      await reporter.post("/desk/sources", { ...facts, kind: "document", url: site.url("/locked.pdf") }),
    );
    await door.doJobs();
    const [snapshot] = await snapshotsOf(door.db, source, { limit: 9 });
    expect(snapshot).toMatchObject({ how: "fetched", title: "Report on the night ferry", language: "en" });
    const text = await reporter.text(`/desk/sources/${source}/snapshots/${snapshot?.id}`);
    expect(text).toContain("Page 2</h2>");
    expect(text).toContain("the night ferry,” Nora Valent said.");
    expect(await reporter.text(`/desk/sources/${shut}`)).toContain("This PDF is locked with a password");
    // What could not be read is kept as it came, once.
    expect(await snapshotsOf(door.db, shut, { limit: 9 })).toHaveLength(1);

    const articleId = await published(door, { quoted: "“We have agreed to keep the night ferry,”", source, at });
    const page = await reporter.text(`/desk/articles/${articleId}/sources`);
    expect(page).toContain("Word for word");
    expect(page).toContain("held against Radio Fjord, page 2");

    const upload = (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.append("file", new File([bytes], "report.pdf", { type: "application/pdf" }));
      return reporter.post(`/desk/sources/${shut}/keep`, form);
    };
    const refused = await upload(new Uint8Array(locked));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Save it without a password, or paste its words.");
    expect((await upload(new Uint8Array(report.subarray(0, 900)))).status).toBe(422);
    expect((await upload(new Uint8Array(report))).status).toBe(303);
    expect(await snapshotsOf(door.db, shut, { limit: 9 })).toHaveLength(2);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what robots.txt forbids, what is not there and what is no text is not kept, and the desk is told why`, async () => {
    using site = await siteOf({
      "/robots.txt": { type: "text/plain", body: "User-agent: dateline\nDisallow: /private" },
      "/private/minutes": { body: PAGE },
      "/gone": { status: 410, body: "gone" },
    });
    await using door = await openDoor(engine, { network: site.network });
    const reporter = door.as("reporter");
    const said = async (path: string) => {
      const source = idIn(await reporter.post("/desk/sources", { ...facts, url: site.url(path) }));
      await door.doJobs();
      expect(await snapshotsOf(door.db, source, { limit: 9 })).toEqual([]);
      return reporter.text(`/desk/sources/${source}`);
    };
    expect(await said("/private/minutes")).toContain("its robots.txt asks us not to read it");
    expect(site.asked).not.toContain("/private/minutes");
    expect(await said("/gone")).toContain("the site answers 410");
  });

  test(`${engine}: a text is pasted or sent as a file when a page cannot be reached`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const source = idIn(await reporter.post("/desk/sources", { ...facts, kind: "document", publishedOn: "2018-02" }));
    const keep = `/desk/sources/${source}/keep`;
    expect((await reporter.post(keep, { text: "The harbour is open." })).status).toBe(303);
    const form = new FormData();
    form.append("text", "");
    form.append("file", new File([new TextEncoder().encode(PAGE)], "page.html", { type: "text/html" }));
    door.setNow("2026-11-24T13:00:00Z");
    expect((await reporter.post(keep, form)).status).toBe(303);
    const kept = await snapshotsOf(door.db, source, { limit: 9 });
    expect(kept.map(({ how, title }) => [how, title])).toEqual([
      ["uploaded", "The night ferry stays"],
      ["pasted", ""],
    ]);
    const empty = await reporter.post(keep, { text: "" });
    expect(empty.status).toBe(422);
    const picture = new FormData();
    picture.append("file", new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])], "a.png"));
    const refused = await reporter.post(keep, picture);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("holds no text")]);
    const acts = await notedActs(door.db, { act: "source.keep" }, { limit: 9 });
    expect(acts.map(({ detail }) => detail["how"])).toEqual(["uploaded", "pasted"]);
  });

  test(`${engine}: the ledger is searched in any script, one address is one source, and what cannot be kept is shown again`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const first = idIn(
      await reporter.post("/desk/sources", { ...facts, name: "Радио «Фьорд»", url: "https://fjord.example/a#b" }),
    );
    const again = idIn(
      await reporter.post("/desk/sources", { ...facts, name: "Fjord", url: "https://fjord.example/a" }),
    );
    expect(again).toBe(first);
    expect(await (await reporter.get("/desk/sources.json?words=фьорд%20РАДИО")).json()).toEqual([
      { id: first, name: "Радио «Фьорд»" },
    ]);
    expect(await reporter.text("/desk/sources?q=fjord.example")).toContain("Радио «Фьорд»");
    expect(await reporter.text("/desk/sources?q=herald")).toContain("no such source");
    expect(await reporter.text("/desk/sources?kind=person")).not.toContain("Фьорд");
    const bad = await reporter.post("/desk/sources", {
      ...facts,
      name: "Typed",
      url: "javascript:alert(1)",
      publishedOn: "2018-13",
    });
    const page = await bad.text();
    expect(bad.status).toBe(422);
    expect(page).toContain('value="Typed"');
    expect(page).toContain("begins with https://");
    expect(page).toContain("A date is a year");
    expect(await reporter.text("/desk/sources")).not.toContain("Typed");
  });

  test(`${engine}: a source changes on the record, and its notes stay at the desk`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const source = idIn(
      await reporter.post("/desk/sources", { ...facts, kind: "outlet", notes: "Twice wrong in May." }),
    );
    await reporter.post(`/desk/sources/${source}`, {
      ...facts,
      kind: "outlet",
      name: "Radio Fjord One",
      notes: "Thrice wrong.",
    });
    const [act] = await notedActs(door.db, { act: "source.change" }, { limit: 1 });
    expect(act?.detail).toEqual({ name: "Radio Fjord → Radio Fjord One", notes: "…" });
    expect(await reporter.text(`/desk/sources/${source}`)).toContain("Thrice wrong.");
    await published(door, { quoted: "“No,”", source, at });
    await door.doJobs();
    const [article, own] = [await door.text("/en/night-ferry"), await door.text(`/en/sources/${source}`)];
    for (const page of [article, own]) {
      expect(page).toContain("Radio Fjord One");
      expect(page).not.toContain("wrong");
    }
    expect(own).toContain("Night ferry stays");
    expect(article).toContain(`<a href="/en/sources/${source}">Radio Fjord One</a>`);
    expect(article).toContain(
      `"citation":[{"@type":"CreativeWork","@id":"https://strait.example/en/sources/${source}"`,
    );
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a person is public only when an editor says so, on every page at once`, async () => {
    await using door = await openDoor(engine);
    const [reporter, editor] = [door.as("reporter"), door.as("editor")];
    const person = { ...facts, kind: "person", name: "Mira Holt", office: "harbour master" };
    const source = idIn(await reporter.post("/desk/sources", person));
    await published(door, { quoted: "“No,”", source, at });
    await door.doJobs();
    const pages = async () => [await door.text("/en/night-ferry"), await door.text(`/en/sources/${source}`)];
    for (const page of await pages()) expect(page).not.toContain("Mira Holt");
    expect((await door.get(`/en/sources/${source}`)).status).toBe(404);
    expect((await reporter.post(`/desk/sources/${source}/show`, { shown: "yes" })).status).toBe(404);
    expect((await editor.post(`/desk/sources/${source}/show`, { shown: "yes" })).status).toBe(303);
    for (const page of await pages()) expect(page).toContain("Mira Holt");
    expect((await pages())[0]).toContain('"author":{"@type":"Person","name":"Mira Holt","jobTitle":"harbour master"}');
    await editor.post(`/desk/sources/${source}/show`, { shown: "no" });
    for (const page of await pages()) expect(page).not.toContain("Mira Holt");
    const acts = await notedActs(door.db, { subject: `source:${source}` }, { limit: 9 });
    expect(acts.map(({ act }) => act).sort()).toEqual(["source.add", "source.hide", "source.show"]);
  });

  test(`${engine}: an address that fails on two days is dead; readers get the quoted passage and the digest, until it answers`, async () => {
    const answers: Parameters<typeof siteOf>[0] = { "/ferry": { body: PAGE } };
    using site = await siteOf(answers);
    await using door = await openDoor(engine, { network: site.network });
    const reporter = door.as("reporter");
    const source = idIn(await reporter.post("/desk/sources", { ...facts, url: site.url("/ferry") }));
    await published(door, { quoted: "“We have agreed to keep the night ferry,”", source, at });
    await door.doJobs();
    const check = async (now: string) => {
      door.setNow(now);
      await enqueue(door.db, "sources.check", {}, new Date(now));
      await door.doJobs();
      return door.text("/en/night-ferry");
    };
    expect(await check("2026-11-25T12:00:00Z")).toContain(`href="${site.url("/ferry")}"`);
    answers["/ferry"] = { status: 404, body: "" };
    expect(await check("2026-11-26T12:00:00Z")).not.toContain("has not answered");
    const dead = await check("2026-11-27T12:00:00Z");
    const [snapshot] = await snapshotsOf(door.db, source, { limit: 1 });
    expect(dead).toContain("The page has not answered since");
    expect(dead).toContain("<q>We have agreed to keep the night ferry</q>");
    expect(dead).toContain(snapshot?.digest ?? "no digest");
    expect(dead).not.toContain(`href="${site.url("/ferry")}"`);
    expect(dead).not.toContain("1,500");
    expect(await reporter.text(`/desk/sources/${source}`)).toContain("Its address has not answered since");
    answers["/ferry"] = { body: PAGE };
    expect(await check("2026-11-28T12:00:00Z")).not.toContain("has not answered");
  });

  test(`${engine}: a sentence is given a source without the editor, against the version the form was made from`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const source = idIn(await reporter.post("/desk/sources", { ...facts, kind: "outlet" }));
    const articleId = await published(door, { quoted: "“No,”", source, at });
    const here = `/desk/articles/${articleId}/sources`;
    const version = String((await workingCopy(door.db, articleId))?.version);
    expect(await reporter.text(`${here}?q=fjord`)).toContain('name="source" value="');
    const cite = { version, sentence: "0", source };
    expect((await reporter.post(`${here}/cite`, cite)).status).toBe(303);
    const cited = JSON.stringify((await workingCopy(door.db, articleId))?.text.document);
    expect(cited.match(/"citation"/g)).toHaveLength(3);
    expect((await reporter.post(`${here}/cite`, cite)).status).toBe(409);
    const next = String((await workingCopy(door.db, articleId))?.version);
    expect((await reporter.post(`${here}/take`, { version: next, sentence: "0", source })).status).toBe(303);
    expect(JSON.stringify((await workingCopy(door.db, articleId))?.text.document).match(/"citation"/g)).toHaveLength(1);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: readers see how quotations compare only when the agency wants it, and the original beside a translation`, async () => {
    await using door = await openDoor(engine);
    const [reporter, administrator] = [door.as("reporter"), door.as("administrator")];
    const source = idIn(
      await reporter.post("/desk/sources", { ...facts, kind: "document", name: "Protokoll", language: "de" }),
    );
    await reporter.post(`/desk/sources/${source}/keep`, {
      text: "Die Vorsitzende sagte: „Wir haben beschlossen, die Nachtfähre zu behalten.“ Es wurde spät.",
    });
    const articleId = await published(door, { quoted: "“We have decided to keep the night ferry,”", source, at });
    await door.doJobs();
    const here = `/desk/articles/${articleId}/sources`;
    const page = await reporter.text(here);
    expect(page).toContain("In translation");
    const quotation = /name="quotation" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
    await reporter.post(`${here}/original`, {
      quotation,
      original: "Wir haben beschlossen, die Nachtfähre zu behalten",
    });
    expect(await reporter.text(here)).toContain('lang="de">Wir haben beschlossen, die Nachtfähre zu behalten');
    expect(await door.text("/en/night-ferry")).not.toContain("Wir haben beschlossen");
    await administrator.post("/desk/house/quotations", { on: "yes" });
    const shown = await door.text("/en/night-ferry");
    expect(shown).toContain("Quotations and their sources");
    expect(shown).toContain("translated from");
    expect(shown).toContain("Wir haben beschlossen, die Nachtfähre zu behalten");
    await administrator.post("/desk/house/quotations", { on: "no" });
    expect(await door.text("/en/night-ferry")).not.toContain("Quotations and their sources");
  });

  test(`${engine}: the dialog of the editor searches the ledger and enters what it does not have`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const added = await (await reporter.send("/desk/sources.json", { name: "Strait Herald", url: "" })).json();
    expect(await (await reporter.get("/desk/sources.json?words=HERALD")).json()).toEqual([added]);
    expect(await newestSource(door.db)).toMatchObject({ kind: "outlet", name: "Strait Herald" });
    door.setNow("2026-11-24T13:00:00Z");
    await reporter.send("/desk/sources.json", { name: "A page", url: "https://fjord.example/a" });
    expect(await newestSource(door.db)).toMatchObject({ kind: "page", url: "https://fjord.example/a" });
    const asked = await door.db.selectFrom("job").select("kind").where("kind", "=", "source.fetch").execute();
    expect(asked).toHaveLength(1);
  });
}
