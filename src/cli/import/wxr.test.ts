import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { verifyStore } from "#agency/log/verify.ts";
import { filesIn } from "#outside/files.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines, type Place } from "#test/engines.ts";
import { configFrom } from "../../config.ts";
import type { World } from "../command.ts";
import { run } from "../run.ts";
import { importWxr } from "./wxr.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-wxr-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = new Date("2026-11-20T12:00:00Z");
let now = NOW;
const FILE = "test/moving/courier.xml";
const importing = importWxr({ files: async ({ data }) => filesIn(join(data, "media")) });

type Row = { readonly row: string; readonly id: string; readonly fate: string; readonly reason?: string };
type Told = {
  readonly rows: number;
  readonly imported: number;
  readonly skipped: number;
  readonly refused: number;
  readonly fates: readonly Row[];
};

async function ran(where: Place, words: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => now,
    config: ({ data = where.data, database = where.database }) =>
      configFrom({ data, database }, { DATELINE_URL: "https://strait.example" }),
  };
  const status = await run([importing], ["import", "wxr", ...words], world);
  return { status, out, err };
}

async function told(where: Place, words: readonly string[]): Promise<Told> {
  const { status, out, err } = await ran(where, [...words, "--json"]);
  if (status !== 0) throw new Error(err);
  // What the command prints is what it is tested for.
  return JSON.parse(out) as Told;
}

/** The uploads of the old site, as far as somebody has copied them. */
async function uploads(): Promise<string> {
  const path = join(folder, "uploads");
  mkdirSync(join(path, "2018/02"), { recursive: true });
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#888" } });
  writeFileSync(join(path, "2018/02/quay.png"), await picture.png().toBuffer());
  return path;
}

function fateOf({ fates }: Told, id: string): Row | undefined {
  return fates.find((one) => one.id === id);
}

async function slugs(door: Door): Promise<readonly string[]> {
  const rows = await door.db.selectFrom("article").select(["slug", "state"]).orderBy("slug").execute();
  return rows.map(({ slug, state }) => `${slug}: ${state}`);
}

for (const engine of engines) {
  test(`${engine}: a site of WordPress moves here, each row with its fate, and once`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const media = await uploads();
    now = NOW;
    const dry = await told(door.store, [FILE, "--media", media, "--dry-run"]);
    expect(await slugs(door)).toEqual([]);
    expect(await db.selectFrom("person").select("id").execute()).toEqual([]);

    const first = await told(door.store, [FILE, "--media", media]);
    expect([first.rows, first.imported, first.skipped, first.refused]).toEqual([20, 15, 3, 1]);
    expect(dry.fates.map(({ id, fate }) => [id, fate])).toEqual(first.fates.map(({ id, fate }) => [id, fate]));
    expect(await slugs(door)).toEqual([
      "a-new-mission: published",
      "an-article-that-never-had-a-headline-and-whose-first: published",
      "behind: draft",
      "ferries: published",
      "ferries-2: published",
      "for-an-editor: draft",
      "for-us: draft",
      "not-ready: draft",
      "paromy: published",
      "tomorrow: scheduled",
    ]);
    expect(fateOf(first, "48")).toMatchObject({ fate: "skipped", reason: "it was thrown away there" });
    expect(fateOf(first, "47")?.reason).toContain("it stood behind a password there");
    expect(fateOf(first, "52")?.reason).toBe("its address is ferries-2, as ferries is taken");
    expect(fateOf(first, "78")).toMatchObject({
      fate: "refused",
      reason: expect.stringContaining("is not in the copy of the uploads"),
    });
    expect(fateOf(first, "90")?.reason).toBe("it is a nav_menu_item, which is neither a story nor a page");
    expect(fateOf(first, "13")?.reason).toStartWith("it stands under a page, which takes no replies here; --map");
    expect(fateOf(first, "42")?.reason).toContain("short codes were left out: notice, contact-form");

    // Once more: nothing new.
    now = new Date(NOW.getTime() + 60_000);
    const again = await told(door.store, [FILE, "--media", media]);
    expect(again.imported).toBe(0);
    expect((await slugs(door)).length).toBe(10);
    const { findings } = await verifyStore(db, { verifier: undefined, earlier: [] });
    expect(findings.filter(({ severity }) => severity === "fault")).toEqual([]);
    await door.doJobs();

    const page = await door.text("/en/a-new-mission");
    expect(page).toContain("A new mission &amp; its price");
    expect(page).toContain('<time datetime="2018-02-16">');
    expect(page).toContain("Orvane Radio");
    expect(page).toContain("Mira Oduya");
    expect(page).toContain('href="/en/sections/world"');
    expect(page).toContain('href="/en/topics/middle-east"');
    expect(page).toContain('href="/2018/02/ferries/"');
    expect(page).toMatch(/<img[^>]*src="\/media\/[0-9a-f]{32}\.jpg"/);
    expect(page).toContain("The quay at dawn.");
    expect(page).toContain("I was <strong>there</strong>.");
    expect(page).not.toContain("Buy!");
    const { document, dateline_place } = await db
      .selectFrom("revision")
      .innerJoin("article", "article.published_revision_id", "revision.id")
      .select(["revision.document", "revision.dateline_place"])
      .where("article.slug", "=", "a-new-mission")
      .executeTakeFirstOrThrow();
    expect(dateline_place).toBe("Brussels");
    expect(document).toContain('"typed":{"words":"organization banned in Russia"');
    expect(document).not.toContain("ISIL (");

    const classic = await door.text("/en/ferries");
    for (const said of [
      "Friday [sic], leaving the island",
      "Tickets remain valid.",
      "The quay, seen from the hill.",
      "No boats until Sunday.",
    ])
      expect(classic).toContain(said);
    const body = /<div class="body">[\s\S]*?<\/div>/.exec(classic)?.[0] ?? "";
    for (const hostile of ["alert", "onerror", "onclick", "javascript:", "[notice", "[contact", "[caption"])
      expect([hostile, body.includes(hostile)]).toEqual([hostile, false]);

    for (const [old, now] of [
      ["/2018/02/a-new-mission/", "/en/a-new-mission"],
      ["/2018/02/a-new-mission", "/en/a-new-mission"],
      ["/?p=41", "/en/a-new-mission"],
      ["/?p=50", "/en/about-the-courier"],
      ["/2018/02/%d0%bf%d0%b0%d1%80%d0%be%d0%bc%d1%8b/", "/en/paromy"],
    ] as const) {
      const { status, headers } = await door.get(old);
      expect([old, status, headers.get("location")]).toEqual([old, 308, now]);
    }
    expect((await door.get("/?p=43")).status).toBe(404);
    expect((await door.get("/en/not-ready")).status).toBe(404);
    expect((await door.get("/en/about-the-courier")).status).toBe(200);
    expect(await db.selectFrom("job").select("run_at").where("kind", "=", "article.publish").execute()).toEqual([
      { run_at: "2030-01-01T08:00:00.000Z" },
    ]);
    expect(door.broken).toEqual([]);
  });
}

for (const engine of engines) {
  test(`${engine}: what was said under pages and pictures has its fate, and goes to the story somebody names for it`, async () => {
    await using door = await openDoor(engine);
    const comment = (id: number, parent = 0) =>
      `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Ann</wp:comment_author><wp:comment_date_gmt>2018-02-17 10:0${id % 10}:00</wp:comment_date_gmt><wp:comment_content>Word ${id}.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
    const item = (id: number, type: string, inside: string) =>
      `<item><title>Item ${id}</title><link>https://courier.example/item-${id}/</link><content:encoded>Text.</content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2018-02-16 09:00:00</wp:post_date_gmt><wp:post_name>item-${id}</wp:post_name><wp:status>${type === "attachment" ? "inherit" : "publish"}</wp:status><wp:post_type>${type}</wp:post_type>${inside}</item>`;
    const file = join(folder, "under.xml");
    const head = /^[\s\S]*?(?=<item>)/.exec(readFileSync(FILE, "utf8"))?.[0] ?? "";
    const items = [
      item(1, "page", comment(101) + comment(102, 101) + comment(103, 999)),
      item(2, "attachment", comment(104)),
      item(3, "product", comment(105)),
      item(4, "post", comment(106)),
    ];
    writeFileSync(file, `${head}${items.join("")}</channel></rss>`);
    const first = await told(door.store, [file]);
    expect(first.fates.length).toBe(first.rows);
    for (const [id, under] of [
      ["101", "a page"],
      ["104", "a picture"],
      ["105", "what was left out"],
    ] as const)
      expect(fateOf(first, id)).toMatchObject({
        fate: "skipped",
        reason: expect.stringContaining(`it stands under ${under}, which takes no replies here; --map`),
      });
    expect(fateOf(first, "106")).toMatchObject({ fate: "imported" });
    const map = join(folder, "map.txt");
    writeFileSync(
      map,
      "https://courier.example/item-1 https://strait.example/en/item-4\nhttps://courier.example/item-3/ /en/nowhere\n",
    );
    const dry = await told(door.store, [file, "--map", map, "--dry-run"]);
    const second = await told(door.store, [file, "--map", map]);
    expect(dry.fates).toEqual(second.fates);
    expect([fateOf(second, "101")?.fate, fateOf(second, "102")?.fate]).toEqual(["imported", "imported"]);
    expect(fateOf(second, "103")?.reason).toContain("what it answers is not in the file");
    expect(fateOf(second, "105")?.reason).toBe("it was to go to /en/nowhere, and no story here is there");
    expect((await told(door.store, [file, "--map", map])).imported).toBe(0);
    const page = await door.text("/en/item-4");
    expect([...page.matchAll(/<p>Word (\d+)\.<\/p>/g)].map(([, id]) => id)).toEqual(["101", "102", "103", "106"]);
    expect(page).toContain("4 replies");
  });
}

test("a run that was cut short is begun again, and ends as one that was not", async () => {
  await using door = await openDoor("sqlite");
  const whole = readFileSync(FILE, "utf8");
  const half = join(folder, "half.xml");
  const items = whole.split("  <item>");
  writeFileSync(half, `${items.slice(0, 4).join("  <item>")}</channel></rss>`);
  expect((await told(door.store, [half])).imported).toBe(6);
  const rest = await told(door.store, [FILE]);
  expect(rest.fates.filter(({ reason }) => reason === "it is here already").length).toBe(7);
  expect((await slugs(door)).length).toBe(10);
  // Without pictures their words stand for them, and it is said how they come along.
  expect(rest.fates.find(({ id }) => id === "77")?.reason).toContain("--media");
});

test.each([
  ["cut off", (whole: string) => whole.slice(0, 5000), /line 56, column \d+: the file ends in the middle/],
  [
    "with tags that cross",
    (whole: string) => whole.replace("</dc:creator>", "</dc:author>"),
    /line \d+, column \d+: the file closes <dc:author>/,
  ],
  [
    "with an entity bomb",
    (whole: string) => whole.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<rss'),
    /line 3, column 1: the file has a document type/,
  ],
  [
    "that is a feed",
    (whole: string) => whole.replace(/<wp:wxr_version>.*?<\/wp:wxr_version>/, ""),
    /is no export of WordPress/,
  ],
  ["that is a page", () => "<!doctype html><html><body><p>Hello", /document type/],
  ["that is empty", () => "", /the file is empty/],
])("a file %s is refused whole, with its place, and nothing is kept", async (_, broken, says) => {
  await using door = await openDoor("sqlite");
  const path = join(folder, "broken.xml");
  writeFileSync(path, broken(readFileSync(FILE, "utf8")));
  const { status, err } = await ran(door.store, [path]);
  expect([status, err]).toEqual([1, expect.stringMatching(says)]);
  expect(err).toContain("Nothing was kept.");
  expect(await slugs(door)).toEqual([]);
});

test("an export in Windows-1251 that says so is read", async () => {
  await using door = await openDoor("sqlite");
  const path = join(folder, "windows.xml");
  const text = readFileSync(FILE, "utf8").replace('encoding="UTF-8"', 'encoding="windows-1251"');
  const bytes = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) return code;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 0x3f;
  });
  writeFileSync(path, Uint8Array.from(bytes));
  await told(door.store, [path]);
  expect(await door.text("/en/paromy")).toContain("Паромы стоят у причала.");
});

/** What themes of WordPress are tried with. */
const THEME = "theme-unit-test-data.xml";
const CORPUS = join(process.env["DATELINE_CORPORA"] ?? "", "wordpress-importer", "phpunit", "data");

test("the exports others test with are read or refused, and no script of theirs is left in a story", async () => {
  if (!process.env["DATELINE_CORPORA"] || !existsSync(CORPUS)) {
    process.stderr.write(
      "The exports of wordpress-importer were not read: they are not in DATELINE_CORPORA/wordpress-importer/phpunit/data.\n",
    );
    return;
  }
  const MALFORMED = [
    "crazy-cdata.xml",
    "malformed-simple.xml",
    "malformed.xml",
    "invalid-version-tag.xml",
    "missing-version-tag.xml",
    "10MB.xml",
  ];
  for (const file of readdirSync(CORPUS).filter((name) => name.endsWith(".xml"))) {
    await using door = await openDoor("sqlite");
    const { status, out, err } = await ran(door.store, [join(CORPUS, file), "--json"]);
    expect([file, status]).toEqual([file, MALFORMED.includes(file) ? 1 : 0]);
    if (status === 1) {
      expect(err).toContain("Nothing was kept.");
      continue;
    }
    const said = JSON.parse(out) as Told;
    expect(said.fates.length).toBe(said.rows);
    const rows = await door.db.selectFrom("revision").select("document").execute();
    for (const { document } of rows) expect([file, /javascript:|<script/i.exec(document)]).toEqual([file, null]);
  }

  if (!existsSync(join(CORPUS, THEME))) return;
  await using door = await openDoor("sqlite");
  const { out } = await ran(door.store, [join(CORPUS, THEME), "--json"]);
  const told = JSON.parse(out) as Told;
  // As counted by hand: 24 below posts, one of which waits; four pings; five below pages, which take none.
  const states = await door.db.selectFrom("reply").select("state").execute();
  expect(
    Map.groupBy(states, ({ state }) => state)
      .keys()
      .toArray()
      .toSorted(),
  ).toEqual(["held", "shown"]);
  expect([states.length, states.filter(({ state }) => state === "held").length]).toEqual([24, 1]);
  const { deepest } = await door.db
    .selectFrom("reply")
    .select((row) => row.fn.max("depth").as("deepest"))
    .executeTakeFirstOrThrow();
  expect(deepest).toBe(9);
  expect(told.fates.filter(({ fate }) => fate === "apart").length).toBe(4);
  expect(told.fates.filter(({ reason }) => reason?.includes("it stands under a page")).length).toBe(5);
});
