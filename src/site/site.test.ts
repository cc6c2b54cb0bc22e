import { expect, test } from "bun:test";
import { draftArticle, publishArticle, withdrawArticle } from "#agency/articles/actions.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { DEFAULT_POLICY, policyFrom } from "#agency/labels/policy.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { readRegister } from "#text/labels/labels.ts";

const REGISTER = {
  organisations: [
    {
      id: "northern-relief-front",
      names: [{ text: "NRF", lang: "en", kind: "acronym" }],
      designations: [
        {
          jurisdiction: "xa",
          authority: "High Court",
          decision: "1/12",
          from: "2012-03-01",
          until: null,
          wording: { en: "group banned in Aldria" },
        },
      ],
    },
  ],
};

const COPY = `Ferries stand still after NRF threat

Talmira, 2 March 2026.

The ferries stood still on Monday. A letter signed by the NRF (group banned in Aldria) had reached the harbour office, the police said.

The NRF’s (group banned in Aldria) leaders denied it. The harbour office expects the ferries to sail again next week.
`;

async function published(door: Door): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const taken = await takeIn(door.db, {
    text: COPY,
    edition,
    publish: true,
    by: "the test",
    at: new Date("2026-03-02T09:00:00Z"),
  });
  expect(taken.findings.filter(({ severity }) => severity === "block")).toEqual([]);
  return taken.address;
}

async function law(door: Door, policy: string, labelsAsOf = "today"): Promise<void> {
  const register = readRegister(REGISTER);
  if ("problems" in register) throw new Error(register.problems.join());
  await importRegister(door.db, { register: register.register, at: new Date("2026-03-02T09:00:00Z") });
  const changed = policyFrom(DEFAULT_POLICY, { policy });
  if ("problem" in changed || !changed.policy) throw new Error("no policy");
  await setEdition(door.db, {
    by: "command line",
    at: new Date("2026-11-20T12:00:00Z"),
    code: "en",
    settings: { jurisdictions: ["xa"], labelPolicy: changed.policy, labelsAsOf },
  });
}

const HOSTILE = `<script>alert(1)</script> & "quoted" ]]> <b>bold</b> /> a\u0001b\u000Bc\uFFFEd\uD800 end`;

const bodyOf = async (door: Door, address: string) => {
  const html = await door.text(address);
  const [body = ""] = /<div class="body[\s\S]*?<\/div>/.exec(html) ?? [];
  return body.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");
};

for (const engine of engines) {
  test(`${engine}: copy taken in is at its address, its typed labels as they were typed`, async () => {
    await using door = await openDoor(engine);
    const address = await published(door);
    expect(address).toBe("/en/ferries-stand-still-after-nrf-threat");
    const body = await bodyOf(door, address);
    expect(body).toContain(
      "A letter signed by the NRF (group banned in Aldria) had reached the harbour office, the police said.",
    );
    expect(body).toContain("The NRF’s (group banned in Aldria) leaders denied it.");
    // For paper: a printed story says where it stands.
    for (const page of [address, `${address}/print`])
      expect(await door.text(page)).toContain(`<span dir="ltr">https://strait.example${address}</span>`);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what breaks says so in the name and the language of its edition, though the store is away`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const name = async (home: string) => /<title>([^<·]+)/.exec(await door.text(home))?.[1]?.trim() ?? "";
    const names = { "/ru/": await name("/ru/"), "/ar/": await name("/ar/"), "/en/": await name("/en/") };
    await door.db.schema.alterTable("article").renameTo("article_elsewhere").execute();
    for (const [path, language, house] of [
      ["/ru/nothing-printed-yet", "ru", names["/ru/"]],
      ["/ar/nothing-printed-yet", "ar", names["/ar/"]],
      ["/en/nothing-printed-yet", "en", names["/en/"]],
      ["/sitting/nowhere", "en", names["/en/"]],
    ] as const) {
      const broken = await door.get(path);
      const page = await broken.text();
      expect([path, broken.status, broken.headers.get("content-language")]).toEqual([path, 500, language]);
      expect(page).toContain(`<html lang="${language}"`);
      expect(page).toContain(house);
      expect(page).not.toContain("Dateline");
    }
    expect(door.broken).toHaveLength(4);
  });

  test(`${engine}: what is nowhere is not found at once, and browsers get an icon where they look for one`, async () => {
    await using door = await openDoor(engine);
    for (const path of ["/nope", "/en/nope/", "/wp-login.php"]) {
      const answer = await door.get(path);
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 404, null]);
    }
    expect((await door.get("/en")).headers.get("location")).toBe("/en/");
    const icon = await door.get("/favicon.ico");
    expect(icon.status).toBe(302);
    const file = await door.get(icon.headers.get("location") ?? "");
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "image/png"]);
  });

  test(`${engine}: the printed labels follow the edition's law, from one request to the next`, async () => {
    await using door = await openDoor(engine);
    const address = await published(door);
    const count = async () => (await bodyOf(door, address)).match(/banned in Aldria/g)?.length ?? 0;
    await law(door, "every");
    expect(await count()).toBe(2);
    await law(door, "first");
    expect(await count()).toBe(1);
    expect(await door.text("/en/labels")).toContain("group banned in Aldria");
    await law(door, "none");
    expect(await count()).toBe(0);
  });

  test(`${engine}: an article taken back is not found, nor in any list, and nothing breaks`, async () => {
    await using door = await openDoor(engine);
    const address = await published(door);
    await door.doJobs();
    expect(await door.text("/en/")).toContain("Ferries stand still");
    expect(await door.text("/en/search?q=ferry")).toContain("Ferries stand still");
    const { id } = await door.db.selectFrom("article").select("id").executeTakeFirstOrThrow();
    await withdrawArticle(door.db, { articleId: id, by: "command line", at: new Date("2026-03-02T10:00:00Z") });
    await door.doJobs();
    expect((await door.get(address)).status).toBe(410);
    expect((await door.get(`${address}/print`)).status).toBe(410);
    for (const list of ["/en/", "/en/search?q=ferry", "/en/feed.xml", "/en/atom.xml", "/en/feed.json"]) {
      expect(await door.text(list)).not.toContain("Ferries stand still");
    }
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: search finds every form of a word and never the words of a label`, async () => {
    await using door = await openDoor(engine);
    await published(door);
    await law(door, "every");
    await door.doJobs();
    expect(await door.text("/en/search?q=ferry+sailing")).toContain("Ferries stand still");
    expect(await door.text("/en/search?q=banned")).not.toContain("Ferries stand still");
    expect(await door.text("/en/search?q=Aldria")).not.toContain("Ferries stand still");
  });

  test(`${engine}: the invented agency fills its front pages in three editions`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    for (const [home, least] of [
      ["/", 8],
      ["/en/", 8],
      ["/ru/", 4],
      ["/ar/", 4],
    ] as const) {
      const html = await door.text(home);
      const stories = new Set(html.match(/<a[^>]+href="\/(?:en|ru|ar)\/[a-z0-9-]+"/g));
      expect(stories.size).toBeGreaterThanOrEqual(least);
    }
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what nobody answers is a page with a way onward, in the edition's language`, async () => {
    await using door = await openDoor(engine, { demo: true });
    for (const path of [
      "/en/no-such-story",
      "/en/sections/none",
      "/en/archive/1999/01",
      "/en/archive/2026/13",
      "/no/such/address",
      "/media/none.jpg",
    ]) {
      const response = await door.get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain('href="/en/"');
    }
    expect(await door.text("/ru/no-such-story")).toContain('lang="ru"');
    expect((await door.request(new Request("http://localhost/en/", { method: "POST" }))).status).toBe(405);
    expect((await door.get("/en")).headers.get("location")).toBe("/en/");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a front page describes itself with the labels of its headlines`, async () => {
    await using door = await openDoor(engine);
    await published(door);
    await law(door, "every");
    const [description] = /<meta name="description"[^>]*>/.exec(await door.text("/en/")) ?? [];
    expect(description).toContain("after NRF (group banned in Aldria) threat");
  });

  test(`${engine}: a page leads to itself in the other editions, and says so to machines where it is there`, async () => {
    await using door = await openDoor(engine, { demo: true });
    for (const path of ["people", "search", "labels", "labels/al-qaida"]) {
      const html = await door.text(`/en/${path}`);
      expect(html).toContain(`<a href="/ru/${path}" lang="ru"`);
      expect(html).toContain(`hreflang="ar" href="https://strait.example/ar/${path}"`);
    }
    for (const path of ["nothing-here", "sections/world"]) {
      const html = await door.text(`/en/${path}`);
      expect(html).toContain('<a href="/ru/" lang="ru"');
      expect(html).not.toContain('<link rel="alternate" hreflang');
    }
  });

  test(`${engine}: machines are told the agency's name, where its rules stand, and what to leave alone`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const trust = await door.text("/trust.txt");
    expect(trust).toContain("# Strait News\n");
    expect(trust).toContain("disclosure=https://strait.example/en/labels\n");
    expect(await door.text("/.well-known/trust.txt")).toBe(trust);
    const rules = (await door.text("/robots.txt")).split("\n");
    // A bare "/*/search" would shut out every story whose address begins so.
    expect(rules).toContain("Disallow: /*/search?");
    expect(rules).toContain("Disallow: /*/search$");
    expect(rules).not.toContain("Disallow: /*/search");
    const expires = /^Expires: (.+)$/m.exec(await door.text("/.well-known/security.txt"))?.[1] ?? "";
    expect(Date.parse(expires)).toBeGreaterThan(Date.parse("2026-12-31"));
  });

  test(`${engine}: whatever an article holds stays text: in pages, in feeds, in what machines read`, async () => {
    await using door = await openDoor(engine);
    const edition = await editionByCode(door.db, "en");
    if (!edition) throw new Error("no edition");
    const at = new Date("2026-03-02T09:00:00Z");
    const { articleId } = await draftArticle(door.db, {
      edition,
      slug: "strange",
      headline: HOSTILE,
      standfirst: HOSTILE,
      document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: HOSTILE }] }] },
      dateline: { place: HOSTILE, date: "2026-03-02" },
      origin: { name: HOSTILE, url: "javascript:alert(1)" },
      by: "the test",
      at,
    });
    await publishArticle(door.db, { articleId, by: "command line", at });
    for (const path of ["/en/", "/en/strange", "/en/strange/print", "/en/archive/2026/03"]) {
      const html = await door.text(path);
      expect(html).not.toContain("<script>alert");
      expect(html).not.toContain("javascript:");
    }
    for (const feed of ["/en/feed.xml", "/en/atom.xml"]) {
      const xml = await door.text(feed);
      expect(xml).toContain("strange");
      // XML 1.0 §2.2: tab and line ends are the only controls a document may hold.
      expect(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/u.exec(xml)).toBeNull();
      expect(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")).not.toContain("<script");
    }
    expect(JSON.parse(await door.text("/en/feed.json")).items[0].title).toContain("<script>");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: every answer carries the headers that keep a reader safe`, async () => {
    await using door = await openDoor(engine, { demo: true });
    for (const path of ["/en/", "/en/nothing", "/robots.txt", "/healthz", "/en/feed.xml", "/media/none.jpg"]) {
      const { headers } = await door.get(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    }
  });
}
