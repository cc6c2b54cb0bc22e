import { expect, test } from "bun:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findingKey, moveArticle } from "#agency/articles/move.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { keepSection, keepTopic } from "#agency/editions/places.ts";
import { editions } from "#agency/editions/queries.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { addChannel } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import { channels, itemById, itemLines } from "#agency/wire-in/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { pictureServer } from "#test/picture-server.ts";
import { jpeg } from "#test/pictures.ts";
import { nodesOf } from "#text/document/find.ts";
import { textOf } from "#text/document/nodes.ts";
import { type CopyPicture, NO_COPY, type WireCopy } from "#text/wire/copy.ts";

const NOON = new Date("2026-11-20T12:00:00Z");
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const COPY: WireCopy = {
  ...NO_COPY,
  id: "urn:kessar:ferry",
  version: 1,
  versionCreated: NOON,
  language: "en",
  headline: "Ferries sail again",
  provider: "Kessar Press Service",
  dateline: { place: "Kessar", date: "2026-11-20" },
  rights: { holder: "Kessar Press Service", notice: "© Kessar", usageTerms: "Not after Friday" },
  address: "https://kessar.example/ferry",
  body: {
    format: "html",
    words: "<p>“They sail on Monday,” Ines Tallow said.</p><script>alert(1)</script><p>Nobody knew.</p>",
  },
};

const idIn = (answer: Response) => (answer.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";

function named(href: string, more: Partial<CopyPicture> = {}): CopyPicture {
  return { href, type: "image/jpeg", alt: "", caption: "", credit: "", usageTerms: "", ...more };
}

async function bring(door: Door, more: Partial<WireCopy> = {}) {
  const [known] = await channels(door.db);
  const facts = { kind: "webhook", name: "Kessar", address: "", language: null, editionId: null } as const;
  const terms = { rightsHolder: "", usageTerms: "", everyMinutes: null };
  const channelId =
    known?.id ?? (await addChannel(door.db, { facts: { ...facts, ...terms }, by: "the test", at: NOON }));
  await keepArrivals(door.db, { channelId, format: "ninjs", copies: [{ ...COPY, ...more }], at: NOON });
  const lines = await itemLines(door.db, {}, { limit: 50 });
  return lines.find(({ headline }) => headline === (more.headline ?? COPY.headline))?.id ?? "";
}

for (const engine of engines) {
  test(`${engine}: an item becomes a draft with its origin, its source, its words as evidence and its embargo`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("reporter");
    const id = await bring(door, { embargoedUntil: after(90) });
    const page = await desk.text(`/desk/wire/${id}`);
    expect(page).toContain("© Kessar");
    expect(page).toContain("Not after Friday");
    expect(page).not.toContain("alert(1)");
    const made = await desk.post(`/desk/wire/${id}/use`, { edition: "en" });
    expect(made.status).toBe(303);
    const articleId = (made.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    const article = await door.db
      .selectFrom("article")
      .selectAll()
      .where("id", "=", articleId)
      .executeTakeFirstOrThrow();
    expect(article).toMatchObject({
      state: "draft",
      origin_name: "Kessar Press Service",
      origin_url: "https://kessar.example/ferry",
      embargo_until: after(90).toISOString(),
      assigned_to: "staff-reporter",
    });
    const copy = await workingCopy(door.db, articleId);
    expect(copy?.text).toMatchObject({
      headline: "Ferries sail again",
      dateline: { place: "Kessar", date: "2026-11-20" },
    });
    const cited = /"citation","attrs":\{"source":"([^"]+)"/.exec(JSON.stringify(copy?.text.document))?.[1] ?? "";
    const source = await door.db.selectFrom("source").selectAll().where("id", "=", cited).executeTakeFirstOrThrow();
    expect(source).toMatchObject({ url: "https://kessar.example/ferry", notes: "© Kessar\nNot after Friday" });
    const kept = await door.db.selectFrom("snapshot").select("text").where("source_id", "=", cited).execute();
    expect(kept[0]?.text).toContain("“They sail on Monday,” Ines Tallow said.");
    expect(await itemById(door.db, id)).toMatchObject({ state: "used", uses: [{ articleId }] });
    const rests = await desk.text(`/desk/articles/${articleId}/sources`);
    expect(rests).toContain(`/desk/wire/${id}`);
    expect(rests).toContain("Not after Friday");
    expect(await desk.text("/desk/wire")).not.toContain(id);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a draft brings the pictures, authors, section and topics that came, and says what has no place here`, async () => {
    using server = await pictureServer({
      "/quay.jpg": await jpeg({ width: 90, height: 60 }),
      "/crane.jpg": await jpeg({ width: 80, height: 60 }),
      "/inside.jpg": await jpeg({ width: 70, height: 60 }),
      "/dot.gif": Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
    });
    await using door = await openDoor(engine, { network: server.network });
    const { db } = door;
    const [edition] = await editions(db);
    if (!edition) throw new Error("the store has no edition");
    const sectionId = await keepSection(db, {
      editionId: edition.id,
      slug: "world",
      name: "World",
      position: 0,
      at: NOON,
    });
    const topic = { editionId: edition.id, slug: "ports", name: "Ports and harbours", description: "", at: NOON };
    const topicId = await keepTopic(db, topic);
    const personId = await keepPerson(db, {
      edition,
      slug: "mira",
      name: "Mira Oduya",
      office: "",
      about: "",
      at: NOON,
    });
    const desk = door.as("reporter");
    const id = await bring(door, {
      authors: ["By Mira Oduya and Ines Tallow"],
      section: "WORLD",
      topics: ["ports", "Weather"],
      pictures: [
        named(server.at("/quay.jpg"), {
          alt: "A quay",
          caption: "The quay at dawn",
          credit: "I. Vale / Kessar",
          usageTerms: "No archive",
        }),
        named(server.at("/crane.jpg"), { caption: "A crane", credit: "M. Holt" }),
      ],
      body: {
        format: "html",
        words: `<p>They sail.</p><figure><img src="${server.at("/inside.jpg")}" alt="A hall"><figcaption>The hall</figcaption></figure><p>Nobody knew.</p><img src="${server.at("/dot.gif")}" alt="">`,
      },
    });
    const made = await desk.post(`/desk/wire/${id}/use`, { edition: "en" });
    expect(made.status).toBe(303);
    const articleId = idIn(made);
    const text = (await workingCopy(db, articleId))?.text;
    const media = await db.selectFrom("media").selectAll().orderBy("width", "desc").execute();
    expect(media.map(({ name, credit, licence, copyright, alt }) => [name, credit, licence, copyright, alt])).toEqual([
      ["quay.jpg", "I. Vale / Kessar", "No archive", "© Kessar", "A quay"],
      ["crane.jpg", "M. Holt", "Not after Friday", "© Kessar", ""],
      ["inside.jpg", "", "Not after Friday", "© Kessar", "A hall"],
    ]);
    const [quay, crane, inside] = media.map((one) => one.id);
    expect(text?.picture).toEqual({ id: quay ?? "", alt: "A quay", caption: "The quay at dawn" });
    const inText = nodesOf(text?.document ?? { type: "doc", content: [] }, "picture");
    expect(inText.map((node) => [node.attrs?.["media"], textOf(node)])).toEqual([
      [inside, "The hall"],
      [crane, "A crane"],
    ]);
    expect(text?.document.content.map(({ type }) => type)).toEqual(["paragraph", "picture", "paragraph", "picture"]);
    expect(text?.authorIds).toEqual([personId]);
    const article = await db.selectFrom("article").selectAll().where("id", "=", articleId).executeTakeFirstOrThrow();
    expect(article).toMatchObject({ section_id: sectionId, origin_name: "Kessar Press Service" });
    expect(await db.selectFrom("article_topic").selectAll().execute()).toEqual([
      { article_id: articleId, topic_id: topicId },
    ]);
    const page = await desk.text(`/desk/articles/${articleId}`);
    expect(page).toContain("Not in the draft");
    expect(page).toMatch(/nobody of this edition:\s*<bdi>Ines Tallow<\/bdi>/);
    expect(page).toMatch(/Topics there that are none of this edition:\s*<bdi>Weather<\/bdi>/);
    expect(page).not.toContain("could not be fetched");
    expect((await desk.post(`/desk/articles/${articleId}/left-out`, { do: "see" })).status).toBe(303);
    expect(await desk.text(`/desk/articles/${articleId}`)).not.toContain("Not in the draft");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: pictures that cannot be had are named with the reason, and fetched once they can`, async () => {
    using server = await pictureServer({
      "/down.jpg": 503,
      "/page.jpg": Buffer.from("<html><script>alert(1)</script></html>"),
      "/drawing.jpg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      "/cut.jpg": (await jpeg()).slice(0, 400),
      "/vast.jpg": (response) => {
        response.writeHead(200, { "content-type": "image/jpeg" });
        const more = () => {
          if (!response.destroyed) response.write(Buffer.alloc(1024 * 1024), () => setImmediate(more));
        };
        more();
      },
      "/inward.jpg": (response) => response.writeHead(302, { location: "http://127.0.0.1:22/" }).end(),
    });
    await using door = await openDoor(engine, { network: server.network });
    const desk = door.as("reporter");
    const paths = ["/down.jpg", "/page.jpg", "/drawing.jpg", "/cut.jpg", "/vast.jpg", "/inward.jpg", "/gone.jpg"];
    const pictures = [
      ...paths.map((path) => named(server.at(path), { caption: `Of ${path}`, credit: "I. Vale" })),
      named("http://127.0.0.1:22/", { caption: "Of this machine" }),
      named("http://nowhere.invalid/a.jpg", { caption: "Of nowhere" }),
    ];
    const id = await bring(door, { pictures });
    const made = await desk.post(`/desk/wire/${id}/use`, { edition: "en" });
    expect(made.status).toBe(303);
    const articleId = idIn(made);
    const said = async () => (await desk.text(`/desk/articles/${articleId}`)).replaceAll(/<[^>]*>/g, "");
    const before = await said();
    for (const [what, why] of [
      ["Of /down.jpg · I. Vale", "the site answers 503"],
      ["Of /page.jpg · I. Vale", "This is not a picture that can be kept"],
      ["Of /drawing.jpg · I. Vale", "This is not a picture that can be kept"],
      ["Of /cut.jpg · I. Vale", "It is damaged or was cut off on its way"],
      ["Of /vast.jpg · I. Vale", "It has more than 40 MB"],
      ["Of /inward.jpg · I. Vale", "it leads into a private network"],
      ["Of /gone.jpg · I. Vale", "the site answers 404"],
      ["Of this machine", "it leads into a private network"],
      ["Of nowhere", "there is no such site"],
    ] as const)
      expect(before).toMatch(new RegExp(`${what.replaceAll(".", "\\.")}\\s*[^·]*${why}`));
    expect(await door.db.selectFrom("media").select("id").execute()).toEqual([]);

    server.answers.set("/down.jpg", await jpeg());
    await desk.post(`/desk/articles/${articleId}/left-out`, { do: "fetch" });
    const after = await said();
    expect(after).toMatch(/Of \/down\.jpg · I\. Vale\s*It is in the library now\./);
    expect(after).toMatch(/Of \/gone\.jpg · I\. Vale\s*It could not be fetched: the site answers 404/);
    const [kept] = await door.db.selectFrom("media").selectAll().execute();
    expect(kept).toMatchObject({ name: "down.jpg", credit: "I. Vale", caption: "Of /down.jpg" });
    expect((await desk.post("/desk/articles/nothing/left-out", { do: "see" })).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what was killed becomes no draft, and a kill after its use is said at the desk until it is seen`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("editor");
    const id = await bring(door);
    const story = `/desk/articles/${idIn(await desk.post(`/desk/wire/${id}/use`, { edition: "en" }))}`;
    expect(await desk.text(story)).not.toContain("Changed after you used it");
    expect(await desk.text(`${story}/pre-flight`)).not.toContain("The wire copy this was made of");
    await bring(door, { version: 2, versionCreated: after(4), headline: COPY.headline, note: "A name" });
    expect(await desk.text(story)).toContain("Updated");
    expect(await desk.text(`${story}/pre-flight`)).toContain("The wire copy this was made of has changed since.");
    await bring(door, { version: 3, versionCreated: after(5), status: "canceled", signal: "kill", note: "A hoax" });
    const home = await desk.text("/desk/");
    expect(home).toContain("One item of the wire changed after it was used");
    const queue = await desk.text("/desk/wire");
    expect(queue).toContain("Killed or withheld: do not use it");
    expect(await desk.text(`/desk/wire/${id}`)).toContain("A hoax");
    expect((await desk.post(`/desk/wire/${id}/use`, { edition: "en" })).status).toBe(409);
    expect((await desk.post(`/desk/wire/${id}/seen`, {})).status).toBe(303);
    expect(await desk.text("/desk/wire")).not.toContain("Killed or withheld: do not use it");
    // Whoever has seen it may not be who publishes the story.
    expect(await desk.text(story)).toContain("Killed or withheld: do not use it");
    expect(await desk.text(`${story}/pre-flight`)).toContain("was killed or withheld by its sender.");
    expect(await door.db.selectFrom("article").select("id").execute()).toHaveLength(1);
  });

  test(`${engine}: what was scheduled does not come out once its wire copy is killed, unless somebody schedules it knowing`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("editor");
    const id = await bring(door);
    const articleId = idIn(await desk.post(`/desk/wire/${id}/use`, { edition: "en" }));
    const schedule = async (minute: number) => {
      const move = { articleId, move: "schedule", by: desk.staff, at: after(minute), publishAt: after(30) } as const;
      const asked = await moveArticle(door.db, move);
      const accepted = "findings" in asked ? asked.findings?.map(findingKey) : undefined;
      expect(await moveArticle(door.db, { ...move, accepted: accepted ?? [] })).toEqual({ state: "scheduled" });
    };
    const { slug } = await door.db.selectFrom("article").select("slug").executeTakeFirstOrThrow();
    await schedule(1);
    const [channel] = await channels(door.db);
    const killed: WireCopy = { ...COPY, version: 2, versionCreated: after(9), status: "canceled", signal: "kill" };
    await keepArrivals(door.db, { channelId: channel?.id ?? "", format: "ninjs", copies: [killed], at: after(10) });
    door.setNow(after(30).toISOString());
    await door.doJobs();
    expect((await door.get(`/en/${slug}`)).status).toBe(404);
    expect(await door.db.selectFrom("article").select("state").executeTakeFirst()).toEqual({ state: "ready" });
    expect(await desk.text(`/desk/articles/${articleId}/history`)).toMatch(/Wire/);
    expect(await desk.text(`/desk/articles/${articleId}`)).toContain("Killed or withheld: do not use it");

    // It rests on other sources: pre-flight asks, and is answered.
    await schedule(20);
    await door.doJobs();
    expect((await door.get(`/en/${slug}`)).status).toBe(200);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: the second edition's draft belongs to the same story and translates the first`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("translator");
    const id = await bring(door);
    const idOf = (answer: Response) => (answer.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    const first = idOf(await desk.post(`/desk/wire/${id}/use`, { edition: "en" }));
    const second = idOf(await desk.post(`/desk/wire/${id}/use`, { edition: "ru" }));
    const rows = await door.db
      .selectFrom("article")
      .select(["id", "story_id", "translated_from"])
      .where("id", "in", [first, second])
      .execute();
    expect(new Set(rows.map(({ story_id }) => story_id)).size).toBe(1);
    expect(rows.find((row) => row.id === second)?.translated_from).toBe(first);
  });

  test(`${engine}: versions stand side by side with what changed, and ignoring is taken back`, async () => {
    await using door = await openDoor(engine);
    const desk = door.as("reporter");
    const id = await bring(door);
    await bring(door, {
      version: 2,
      versionCreated: after(5),
      signal: "correction",
      note: "Tuesday",
      body: { format: "html", words: "<p>“They sail on Tuesday,” Ines Tallow said.</p><p>Nobody knew.</p>" },
    });
    const page = await desk.text(`/desk/wire/${id}?view=side`);
    expect(page).toContain("Version 2");
    expect(page).toMatch(/<del[^>]*>Monday<\/del>/);
    expect(page).toMatch(/<ins[^>]*>Tuesday<\/ins>/);
    await desk.post(`/desk/wire/${id}/decide`, { do: "ignore" });
    expect(await desk.text("/desk/wire")).not.toContain(`/desk/wire/${id}`);
    expect(await desk.text("/desk/wire?state=ignored")).toContain(`/desk/wire/${id}`);
    await desk.post(`/desk/wire/${id}/decide`, { do: "bring-back" });
    expect(await desk.text("/desk/wire")).toContain(`/desk/wire/${id}`);
  });

  test(`${engine}: a channel is tried before it is kept, and what is wrong with it is said beside the field`, async () => {
    const server = createServer((request, response) => {
      if (request.url === "/")
        response.end(
          '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
        );
      else if (request.url === "/feed")
        response.end("<rss><channel><item><title>Ferries sail</title></item></channel></rss>");
      else response.writeHead(request.url === "/robots.txt" ? 404 : 503).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const network: Network = {
      resolve: async () => ["127.0.0.1"],
      isPublic: () => true,
      isUsualPort: () => true,
    };
    try {
      await using door = await openDoor(engine, { network });
      const desk = door.as("editor");
      const fields = {
        kind: "feed",
        name: "Kessar",
        address: `http://wire.example:${port}/feed`,
        language: "",
        every: "",
      };
      const tried = await desk.post("/desk/wire/+channels/+new", { ...fields, do: "test" });
      expect(tried.status).toBe(200);
      expect(await tried.text()).toContain("one item can be read");
      expect(await channels(door.db)).toEqual([]);
      const broken = { ...fields, address: `http://wire.example:${port}/broken`, do: "test" };
      const failed = await desk.post("/desk/wire/+channels/+new", broken);
      expect(failed.status).toBe(422);
      expect(await failed.text()).toContain("the site answers 503");
      // Many type the address of the site; in each language it is said where the feed is.
      const site = { ...fields, address: `http://wire.example:${port}/`, do: "test" };
      for (const [language, words] of [
        ["ru", "это страница для читателей, а не лента. На странице указана лента:"],
        ["ar", "صفحة للقرّاء وليست خلاصة. تذكر الصفحة هذه الخلاصة:"],
        ["en", "it is a page for readers, and no feed. The page names this feed:"],
      ] as const) {
        await door.db.updateTable("staff").set({ language }).where("id", "=", desk.staff.id).execute();
        const told = await desk.post("/desk/wire/+channels/+new", site);
        expect([told.status, await told.text()]).toEqual([
          422,
          expect.stringContaining(`${words} http://wire.example:${port}/feed`),
        ]);
      }
      const odd = await desk.post("/desk/wire/+channels/+new", { ...fields, address: "feed", every: "1", do: "keep" });
      expect(odd.status).toBe(422);
      const said = await odd.text();
      expect(said).toContain("Write the whole address of the feed");
      expect(said).toContain("from 5 to 10080");
      expect(said).toContain('value="feed"');
      expect((await desk.post("/desk/wire/+channels/+new", { ...fields, do: "keep" })).status).toBe(303);
      await door.doJobs();
      const [channel] = await channels(door.db);
      expect(await desk.text(`/desk/wire/+channels/${channel?.id}`)).toContain("Ferries sail");
      expect((await desk.post("/desk/wire/+channels/+new", { ...fields, do: "keep" })).status).toBe(422);
      expect(door.broken).toEqual([]);
    } finally {
      server.close();
    }
  });
}
