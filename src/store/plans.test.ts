/** No page reads through a table that grows: the plan of every statement behind every address, on a store of years. */
import { afterAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { beginStory } from "#agency/articles/begin.ts";
import { comment } from "#agency/articles/comments.ts";
import { makePreview } from "#agency/articles/previews.ts";
import { addChannel, addClient, beginSession, makeToken } from "#agency/clients/actions.ts";
import { type ClientSaid, SCOPES } from "#agency/clients/clients.ts";
import { putDown } from "#agency/clients/deliveries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { addEmbedSite } from "#agency/embeds/actions.ts";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { reportReply } from "#agency/replies/reports.ts";
import { addRule } from "#agency/replies/rule-book.ts";
import { NO_TERMS } from "#agency/replies/rules.ts";
import { newId } from "#lib/ids.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { growNewsroom, statisticsIn } from "#test/grown.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { LARGE, newListener, planOf, type Statement } from "#test/plans.ts";
import type { Db } from "./db.ts";
import { logSize } from "./log.ts";
import type { Schema } from "./schema.ts";
import { rowsOf, TABLE_NAMES, type TableName } from "./tables.ts";

const AT = new Date(`${TODAY}T11:00:00Z`);
const WORDS = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "They may stop at noon on 4 March 2026." }] }],
} as const;

// Copies: so many that each table which grows has more rows than `LARGE`.
const STORIES = 40;
const HOUSE = 20;

/** Statements that may read through a table, each with its reason. Nothing is added here without thought. */
const ALLOWED: readonly (readonly [reason: string, statement: RegExp])[] = [
  [
    "the register is read whole once after each change of it, to be compiled",
    /^select ("id"|\*|"name_id", .*) from "(organisation|name|form|designation)"( where "is_off" = \S+)?( order by .*)?$/,
  ],
  [
    "the desk's list of the register is by every organisation's names and designations; a page of it is a page of that",
    /^select ("organisation_id", .*|distinct "(jurisdiction|organisation_id)") from "(name|designation)"/,
  ],
  ["in doubt are few: the index has those alone", /^select distinct "name"\."organisation_id" from "form"/],
  ["a leaf of a hundred organisations, each with its names and forms", /"organisation_id" in \((\S+, )+\S+\)/],
  ["a leaf of a hundred organisations in the order of the register", /^select "id" from "organisation" where "id" in/],
  [
    "letters inside a headline, a title or a name: the list is walked, newest first, until a page is full",
    / like \S+( escape '\\\\?')?\)? order by .* limit \S+$/,
  ],
  ["how many stories each section, topic or author has, for those who keep the house: read from an index", /\bcount\(/],
  ["the stories of a month, or of a leaf, in the other editions", /"article"\."story_id" in \((\S+, ){20,}/],
  ["a month of the archive is one page", /"published_at" >= \S+ and "article"\."published_at" < \S+ order by/],
  ["those who wrote a month of the archive", /from "byline" .* in \((\S+, ){100,}/],
  [
    "topics that moved since a moment ago: here all of them were made in that moment",
    /from topic_version\s+where moved >= \S+/,
  ],
  ["witnesses and authorities are few, and each has one job", /^select "key", "attempts", "last_error" from "job"/],
  [
    "who takes the wire is agreed by hand: all are asked once for each story that comes out, and stand on one page",
    /^select .* from "wire_client" order by case when "closed_at" is null/,
  ],
  ["an event is told in as many stories as editors tie to it by hand", /from "event_use" inner join "article"/],
];

/** Addresses that are not asked for, or have no page here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "GET /assets/{file}": "a file of the program",
  "GET /media/{file}": "a file of the place of pictures",
  "GET /desk/*": "what nobody answers",
  "GET /wire/in/{token}": "a hub's, which asks back once",
  "GET /replies/confirm/{token}": "a letter's, spent when it is followed",
  "GET /replies/door/{token}": "a letter's, of one day",
  "GET /replies/letters/{token}": "a letter's, to an address that was confirmed",
  "GET /desk/letters/{token}": "a letter's, of three days",
  "GET /desk/sign-in/{token}": "spent when it is followed",
  "GET /wire/portal/link/{token}": "a letter's, spent when it is followed",
  "GET /metrics": "for the machine itself alone",
  "GET /{edition}/{slug}/replies/live": "a line that stays open",
  "GET /embed/{site}/{edition}/{slug}/replies/live": "a line that stays open",
  "GET /log/tile/{level}/{a}": "a tile that is full",
  "GET /log/tile/{level}/{a}/{b}/{c}": "a log of more than a thousand tiles",
  "GET /log/tile/{level}/{a}/{b}/{c}/{d}": "a log of more than a million tiles",
};

// Every page there is, in a store of years: on a machine that does other things, too.
const ASKED_MS = 5 * 60_000;

type OfYears = { readonly door: Door; readonly heard: ReadonlyMap<string, Statement>; readonly things: Things };

const stores: Partial<Record<EngineName, Promise<OfYears>>> = {};
afterAll(async () => {
  for (const store of Object.values(stores)) await (await store).door[Symbol.asyncDispose]();
});

for (const engine of engines) {
  test(
    `${engine}: every address that is read is asked for, and answers`,
    async () => {
      const { door, things } = await ofYears(engine);
      const listed = readFileSync("docs/addresses.txt", "utf8").split("\n");
      const unanswered: string[] = [];
      for (const line of listed.filter((line) => line.startsWith("GET ") && !(line in ELSEWHERE))) {
        const paths = pathsOf(line.slice("GET ".length), things);
        const statuses = await Promise.all(paths.map((path) => statusOf(door, path)));
        if (!statuses.some((status) => status < 400)) unanswered.push(`${line}: ${paths} ${statuses}`);
      }
      expect(unanswered).toEqual([]);
      expect(door.broken).toEqual([]);
    },
    ASKED_MS,
  );

  test(`${engine}: no statement behind them reads through a table that grows`, async () => {
    const { door, heard } = await ofYears(engine);
    const statements = [...heard.values()];
    const sizes = await sizesOf(door.db);
    expect([...sizes.values()].filter((size) => size > LARGE).length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const statement of statements) {
      if (ALLOWED.some(([, allowed]) => allowed.test(statement.sql.trim()))) continue;
      const found = await planOf(door.db, statement, sizes);
      if (found.length > 0) faults.push(`${found.join("; ")}\n${statement.sql}`);
    }
    expect(faults).toEqual([]);
  });
}

test("sqlite: what the planner is told speaks of every index of a table that grows", async () => {
  const { door } = await ofYears("sqlite");
  const { rows } = await sql<{ idx: string }>`select idx from sqlite_stat1`.execute(door.db);
  const told = new Set(rows.map(({ idx }) => idx));
  await sql`analyze`.execute(door.db);
  const missing = (await statisticsIn(door.db)).filter(({ idx }) => !told.has(idx));
  // Written down by: npm run statistics
  expect(missing).toEqual([]);
  expect(told.size).toBeGreaterThan(50);
});

/** What a client of the wire asks with. */
let wireHeaders: Record<string, string> = {};

async function statusOf(door: Door, path: string): Promise<number> {
  const answer = await (path.startsWith("/desk/") ? door.as("administrator").get(path) : door.get(path, wireHeaders));
  await answer.arrayBuffer();
  return answer.status;
}

async function ofYears(engine: EngineName): Promise<OfYears> {
  stores[engine] ??= opened(engine);
  return stores[engine];
}

async function opened(engine: EngineName): Promise<OfYears> {
  const listener = newListener();
  const door = await openDoor(engine, { demo: true, heard: listener.hear });
  const tokens = await inUse(door);
  await door.doJobs();
  await growNewsroom(door.db, { stories: STORIES, house: HOUSE });
  const things = await thingsOf(door.db, tokens);
  listener.heard.clear();
  return { door, heard: listener.heard, things };
}

/** What the demo has none of: a draft with what hangs on it, a reader who waits, something that failed. */
async function inUse(door: Door): Promise<Tokens> {
  const { db } = door;
  const by = door.as("administrator").staff.id;
  await door.as("administrator").get("/desk/");
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("the demo has no English edition");
  const begun = await beginStory(db, {
    edition,
    headline: "Ferries may stop",
    document: WORDS,
    original: "",
    by,
    at: AT,
  });
  if (!("articleId" in begun)) throw new Error(begun.refusal);
  const { articleId } = begun;
  await comment(db, { articleId, words: "Who says so?", by, at: AT });
  const preview = await makePreview(db, { articleId, days: 30, by, at: AT });
  const { id: published } = await db
    .selectFrom("article")
    .select("id")
    .where("state", "=", "published")
    .where("edition_id", "=", edition.id)
    .executeTakeFirstOrThrow();
  const posted = await postReply(db, {
    articleId: published,
    name: "Mara",
    email: "",
    text: "They did stop on Monday: https://kessar.example/stopped",
    quote: "",
    kind: "correction",
    parent: "",
    challenge: undefined,
    guestToken: undefined,
    keys: { address: "", index: "", challenge: "" },
    at: AT,
  });
  if (!("replyId" in posted)) throw new Error("the reply was not taken");
  const refused = { ids: [posted.replyId] };
  await decideReplies(db, { chosen: refused, to: "refused", reason: "abuse", note: "", by, at: AT });
  const shown = await db
    .selectFrom("reply")
    .select(["id", "article_id"])
    .where("state", "=", "shown")
    .executeTakeFirstOrThrow();
  const reported = await reportReply(db, {
    articleId: shown.article_id,
    replyId: shown.id,
    kind: "rules",
    reason: "abuse",
    words: "Rude.",
    law: "",
    name: "",
    email: "",
    inGoodFaith: false,
    guestId: undefined,
    language: "en",
    addressKey: "",
    at: AT,
  });
  if (!("token" in reported)) throw new Error("the report was not taken");
  const terms = { ...NO_TERMS, words: ["casino"] };
  await addRule(db, { kind: "words", terms, effect: "hold", reason: "spam", by, at: AT });
  const at = AT.toISOString();
  const job = { key: null, payload: "{}", run_at: at, attempts: 10, held_until: null, held_by: null, made_at: at };
  await db
    .insertInto("job")
    .values({ ...job, id: newId(AT), kind: "links.check", state: "dead", last_error: "nobody answers", ended_at: at })
    .execute();
  await db
    .insertInto("slug_redirect")
    .values({ edition_id: edition.id, slug: "where-it-was", article_id: published, made_at: at })
    .execute();
  await db
    .insertInto("link_check")
    .values({ address: "https://kessar.example/", state: "dead", checked_at: at })
    .execute();
  wireHeaders = await someClients(door);
  await addEmbedSite(db, { typed: "paper.example", editionId: null, ownUrl: "https://strait.example", by, at: AT });
  return { preview, guest: posted.guestToken, refused: posted.replyId, report: reported.token };
}

/** More clients than fit on a page, and one that was sent more than that. */
async function someClients(door: Door): Promise<Record<string, string>> {
  const { db } = door;
  const by = door.as("administrator").staff.id;
  const said: Omit<ClientSaid, "name"> = {
    ...{ email: "", language: "en", labels: "text", jurisdictions: null, terms: "", takesEmbargoed: false },
    ...{ editions: [], sections: [], topics: [], keywords: [] },
  };
  const ids: string[] = [];
  for (let one = 0; one < 150; one++)
    ids.push(await addClient(db, { said: { ...said, name: `Outlet ${one}` }, by, at: AT }));
  const [clientId = ""] = ids;
  for (const id of ids) {
    const to = { address: "https://client.example/hook", format: "nitf", key: "of the test" } as const;
    await addChannel(db, { clientId: id, kind: "webhook", ...to, by, at: AT });
  }
  const stories = await db.selectFrom("article").select("id").where("state", "=", "published").limit(10).execute();
  for (const { id } of stories) await putDown(db, { articleId: id, url: "https://strait.example", at: AT });
  const [killed] = stories;
  await db
    .updateTable("wire_delivery")
    .set({ acknowledge_by: AT.toISOString() })
    .where("article_id", "=", killed?.id ?? "")
    .execute();
  const token = await makeToken(db, { clientId, scopes: SCOPES, by, at: AT });
  const session = await beginSession(db, { clientId, at: AT });
  return { authorization: `Bearer ${token}`, cookie: `wire=${session}` };
}

type Tokens = {
  readonly preview: string;
  readonly guest: string;
  /** The guest's reply that was refused. */
  readonly refused: string;
  readonly report: string;
};

/** What stands in an address for its steps, and the parameters its pages are also asked for with. */
type Things = {
  /** By the beginning of the address and the step's name; the first that fits. */
  readonly steps: readonly (readonly [beginning: string, name: string, step: string])[];
  readonly parameters: readonly (readonly [address: RegExp, parameters: readonly string[]])[];
};

async function thingsOf(db: Db, { preview, guest, refused, report }: Tokens): Promise<Things> {
  const edition = await idOf(db, "edition", "code", "en");
  const { id: article, slug } = await db
    .selectFrom("article")
    .innerJoin("reply_count", "reply_count.article_id", "article.id")
    .select(["id", "slug"])
    .where("edition_id", "=", edition)
    .where("state", "=", "published")
    .orderBy("shown", "desc")
    .executeTakeFirstOrThrow();
  const revision = await idOf(db, "revision", "article_id", article);
  const reply = await idOf(db, "reply", "article_id", article);
  const before = { id: newId(AT), reply_id: reply, body: "As it was.", replaced_at: AT.toISOString() };
  await db.insertInto("reply_version").values(before).execute();
  const { source_id: source, id: snapshot } = await db
    .selectFrom("snapshot")
    .select(["source_id", "id"])
    .executeTakeFirstOrThrow();
  const { organisation_id: organisation } = await db
    .selectFrom("designation")
    .select("organisation_id")
    .executeTakeFirstOrThrow();
  const slugIn = async (table: "section" | "topic" | "person" | "timeline" | "standing_page") =>
    (await db.selectFrom(table).select("slug").where("edition_id", "=", edition).executeTakeFirstOrThrow()).slug;
  const topic = await slugIn("topic");
  const { published_at } = await db
    .selectFrom("article")
    .select("published_at")
    .where("id", "=", article)
    .executeTakeFirstOrThrow();
  const place = `${published_at}_${article}`;
  const picture = await idOf(db, "media");
  return {
    steps: [
      ["/desk/sign-in/", "token", "not-a-token"],
      ["/desk/house/pages/", "slug", await slugIn("standing_page")],
      ["/desk/house/sections/", "slug", await slugIn("section")],
      ["/desk/house/topics/", "slug", topic],
      ["/desk/house/people/", "slug", await slugIn("person")],
      ["/desk/timelines/", "slug", await slugIn("timeline")],
      ["/desk/articles/", "id", article],
      ["/desk/staff/", "id", "staff-administrator"],
      ["/preview/", "token", preview],
      ["/embed/", "site", "paper.example"],
      ["/replies/reports/", "token", report],
      ["/replies/mine/", "reply", refused],
      ["/replies/", "token", guest],
      ["/desk/replies/rules/", "rule", await idOf(db, "rule")],
      ["/desk/house/clients/", "client", await idOf(db, "wire_client", "name", "Outlet 0")],
      ["/wire/portal/", "format", "nitf"],
      ["/{edition}/sources/", "id", source],
      ["", "edition", "en"],
      ["", "slug", slug],
      ["", "article", article],
      ["", "source", source],
      ["", "snapshot", snapshot],
      ["", "organisation", organisation],
      ["", "name", "+"],
      ["", "designation", "+"],
      ["", "change", await idOf(db, "register_import")],
      ["", "event", await idOf(db, "event")],
      ["", "entry", await idOf(db, "diary_entry")],
      ["", "picture", picture],
      ["", "section", await slugIn("section")],
      ["", "topic", topic],
      ["", "person", await slugIn("person")],
      ["", "timeline", await slugIn("timeline")],
      ["", "reply", reply],
      ["", "item", await idOf(db, "wire_item")],
      ["", "channel", await idOf(db, "wire_channel")],
      ["", "number", "1"],
      ["", "level", "0"],
      ["", "a", "000.p"],
      ["", "b", String(await logSize(db))],
      ["", "month", (published_at ?? "").slice(0, 7)],
      ["", "yyyy", (published_at ?? "").slice(0, 4)],
      ["", "mm", (published_at ?? "").slice(5, 7)],
    ],
    parameters: [
      [/^\/wire\/api\/(articles|timelines|corrections)$/, ["edition=en", `edition=en&before=${place}`]],
      [/^\/wire\/api\/events$/, [`edition=en&article=${article}`, `edition=en&timeline=${await slugIn("timeline")}`]],
      [/^\/wire\/api\/sources$/, [`article=${article}`]],
      [/^\/wire\/portal$/, ["q=ferries", "before=5"]],
      [/^\/wire\/client\/items$/, ["after=3&limit=2&format=text"]],
      [/^\/desk\/house\/clients\//, ["before=5"]],
      [/^\/wire\/oembed$/, [`url=${encodeURIComponent(`https://strait.example/en/${slug}`)}`]],
      [/\/(sections|topics|people|sources|labels)\/\{\w+\}$/, [`before=${place}`]],
      [/^\/\{edition\}\/corrections$/, [`before=${place}`]],
      [/^\/\{edition\}\/labels/, ["page=2"]],
      [/\/search$/, ["q=ferries", "q=the", `q=ferries&before=${place}`, "q=nobodysaysthis"]],
      [/^\/desk\/articles\/\{\w+\}\/history\/compare$/, [`from=${revision}&to=${revision}`]],
      [
        /^\/desk\/articles$/,
        [
          "view=board",
          "words=ferry",
          "state=published",
          "state=draft",
          "edition=en",
          "edition=en&state=published",
          `section=${await slugIn("section")}`,
          "assignee=staff-administrator",
          "own=1",
          "order=due",
          "order=deadline",
          `after=${place}`,
        ],
      ],
      [
        /^\/desk\/log$/,
        ["by=staff-administrator", "act=article.draft", `about=article:${article}`, `before=${article}`],
      ],
      [
        /^\/desk\/wire$/,
        [
          "state=",
          "state=used",
          "q=pilots",
          "language=en",
          `channel=${await idOf(db, "wire_channel")}&state=`,
          `after=${place}`,
        ],
      ],
      [/^\/desk\/replies$/, ["list=held", "list=shown", "list=refused", "words=ferry"]],
      [/^\/desk\/sources/, ["q=gazette", "kind=person", "words=gazette", `after=${place}`]],
      [/^\/desk\/register$/, ["q=army", "jurisdiction=un", "state=past", "page=2"]],
      [/^\/desk\/register\/\+days$/, ["day=2026-03-01&stories=1"]],
      [/^\/desk\/register\/\+changes/, ["show=new", "stories=1"]],
      [/^\/desk\/pictures/, ["q=harbour", `before=${place}`, "hidden=1"]],
      [/^\/desk\/events$/, ["words=ferry", "before=2026-03-01"]],
      [/\/events$/, ["words=ferry"]],
      [/^\/desk\/timelines/, ["words=ferry"]],
      [/^\/desk\/diary$/, ["list=open", "list=decided", "list=done", "list=all"]],
      [/^\/desk\/withhold$/, [`article=${article}`, `picture=${picture}`]],
      [/\/history$/, [`before=${place}`, `after=${place}`]],
    ],
  };
}

/** The address without parameters, and with each of those known for it. */
function pathsOf(address: string, { steps, parameters }: Things): string[] {
  const path = address.replace("*", "nothing-here").replace(/\{(\w+)\}/g, (step, name) => {
    const known = steps.find(([beginning, named]) => named === name && address.startsWith(beginning));
    return known ? known[2] : step;
  });
  const told = parameters.flatMap(([where, some]) => (where.test(address) ? some : []));
  return [path, ...told.map((some) => `${path}?${some}`)];
}

type Named = { readonly [Table in TableName]: Schema[Table] extends { id: string } ? Table : never }[TableName];

async function idOf(db: Db, table: Named, column = "id", value?: string): Promise<string> {
  const all = sql<{ id: string }>`
    select id
      from ${sql.table(table)}
     where ${value === undefined ? sql`1 = 1` : sql`${sql.ref(column)} = ${value}`}
     order by id
     limit 1`;
  const { rows } = await all.execute(db);
  if (!rows[0]) throw new Error(`the store has no ${table}`);
  return rows[0].id;
}

async function sizesOf(db: Db): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const table of TABLE_NAMES) sizes.set(table, (await rowsOf(db, table)) ?? 0);
  return sizes;
}
