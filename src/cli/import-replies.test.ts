import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { replyAt, settleMoved, takeMoved } from "#agency/replies/moving.ts";
import { threadsOf } from "#agency/replies/queries.ts";
import type { Db } from "#store/db.ts";
import { type EngineName, engines, openTestStore, type TestStore } from "#test/engines.ts";
import { Answers } from "#text/moving/replies.ts";
import { readWxr } from "#text/moving/wxr.ts";
import { replyOfWxr } from "#text/moving/wxr-replies.ts";
import { configFrom } from "../config.ts";
import type { World } from "./command.ts";
import { importDisqus, importIsso, importRemark42 } from "./import-replies.ts";
import { run } from "./run.ts";
import { withFirstEdition } from "./store.ts";

const DISQUS = readFileSync("test/moving/disqus.xml", "utf8");
const REMARK42 = readFileSync("test/moving/remark42.jsonl", "utf8");
const AT = new Date("2026-03-02T12:00:00Z");

type Told = {
  readonly rows: number;
  readonly imported: number;
  readonly skipped: number;
  readonly refused: number;
  readonly apart: number;
  readonly fates: readonly {
    readonly row: string;
    readonly id: string;
    readonly fate: string;
    readonly reason?: string;
  }[];
  readonly threads: readonly { readonly address: string; readonly article: string | null; readonly rows: number }[];
};

/** A store with two stories whose copies came from the old site, and what the command says of a file. */
async function withCourier(
  engine: EngineName,
  work: (courier: {
    readonly db: Db;
    readonly ferries: string;
    readonly quay: string;
    readonly moved: (words: readonly string[], file: string | Uint8Array) => Promise<Told>;
    readonly dateline: (words: readonly string[], stdin?: string | Uint8Array) => ReturnType<typeof dateline>;
  }) => Promise<void>,
): Promise<void> {
  await using store = await openTestStore(engine);
  await withFirstEdition(store, AT);
  const ferries = await story(store.db, "ferries-stand-still", "https://courier.example/2018/02/ferries/");
  const quay = await story(store.db, "quay", null);
  await work({
    db: store.db,
    ferries,
    quay,
    dateline: (words, stdin) => dateline(store, words, stdin),
    async moved(words, file) {
      const { status, out, err } = await dateline(store, ["import", ...words, fileWith(file), "--json"]);
      expect([status, err]).toEqual([0, ""]);
      return JSON.parse(out);
    },
  });
}

async function story(db: Db, slug: string, url: string | null): Promise<string> {
  const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
  const { articleId } = await draftArticle(db, {
    edition,
    slug,
    headline: slug,
    standfirst: "",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x" }] }] },
    dateline: null,
    origin: url === null ? null : { name: "Courier", url },
    by: "Ilse",
    at: AT,
  });
  await publishArticle(db, { articleId, by: "Ilse", at: AT });
  return articleId;
}

async function dateline(store: TestStore, words: readonly string[], stdin: string | Uint8Array = "") {
  let out = "";
  let err = "";
  const place = { data: store.data, database: store.database };
  const world: World = {
    stdin: async function* () {
      yield typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin;
    },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => AT,
    config: (given) => configFrom({ ...place, ...given }, {}),
  };
  const here = ["--data", place.data, ...(place.database ? ["--database", place.database] : [])];
  const status = await run([importDisqus, importRemark42, importIsso], [...words, ...here], world);
  return { status, out, err };
}

function fileWith(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "dateline-import-")), "file");
  writeFileSync(path, content);
  return path;
}

type Row = {
  readonly body: string;
  readonly state: string;
  readonly depth: number;
  readonly written_at: string;
  readonly parent: string | null;
  readonly author_name: string;
};

async function repliesOf(db: Db, articleId: string): Promise<Map<string, Row>> {
  const rows = await db
    .selectFrom("reply")
    .innerJoin("moved_reply", "moved_reply.reply_id", "reply.id")
    .leftJoin("reply as above", "above.id", "reply.parent_id")
    .select([
      "moved_reply.old_id",
      "reply.body",
      "reply.state",
      "reply.depth",
      "reply.written_at",
      "reply.author_name",
      "above.body as parent",
    ])
    .where("reply.article_id", "=", articleId)
    .execute();
  return new Map(rows.map(({ old_id, ...row }) => [old_id, row]));
}

/** What a reader finds on the story's first page, in its order. */
async function shownOn(db: Db, articleId: string): Promise<string[]> {
  const threads = await threadsOf(db, articleId, { limit: 20 });
  return threads.flatMap(({ root, answers }) =>
    [root, ...answers].map(({ depth, isGone, text }) => `${depth} ${isGone ? "(gone)" : text}`),
  );
}

for (const engine of engines) {
  test(`${engine}: a Disqus export keeps words apart, threads together, answers below what they answer, and spam out`, () =>
    withCourier(engine, async ({ db, ferries, quay, moved }) => {
      const told = await moved(["disqus"], DISQUS);
      expect(told).toMatchObject({ rows: 10, imported: 9, skipped: 0, refused: 1, apart: 0 });
      const rows = await repliesOf(db, ferries);
      // Line ends and tabs between words part them.
      expect(rows.get("1001")?.body).toBe("They stood still since **six**.\n\nAll of 2 \\* 3 & more.");
      expect(rows.get("1004")?.state).toBe("refused");
      expect(rows.get("1005")).toMatchObject({ state: "erased", body: "", author_name: "" });
      // Two of one name are two people.
      expect([rows.get("1002")?.author_name, rows.get("1003")?.author_name]).toEqual(["John", "John"]);
      expect(await db.selectFrom("reply").select("guest_id").where("guest_id", "is not", null).execute()).toEqual([]);
      expect(await shownOn(db, ferries)).toEqual([
        "0 They stood still since **six**.\n\nAll of 2 \\* 3 & more.",
        "1 A first answer.",
        "2 The answer, which stands before what it answers.",
        "0 (gone)",
        "1 To what was taken back.",
        "0 From the thread under the other host.",
        "0 Answers one that is not here.",
      ]);
      // Its thread comes after it in the file.
      expect(await shownOn(db, quay)).toEqual(["0 In a thread that comes last."]);
      expect(told.fates.find(({ id }) => id === "1009")).toEqual({
        row: "line 15",
        id: "1009",
        fate: "refused",
        reason: "it names a thread that is not in the file",
      });
      expect(told.fates.find(({ id }) => id === "1010")?.reason).toContain("is not in the file, so it begins a thread");
      expect(told.threads.filter(({ article }) => article === ferries).map(({ rows }) => rows)).toEqual([7, 1]);
    }));

  test(`${engine}: whatever the machine's time zone, a moment of the file is that moment`, () =>
    withCourier(engine, async ({ db, ferries, quay, moved }) => {
      const before = process.env["TZ"];
      process.env["TZ"] = "Pacific/Kiritimati";
      try {
        expect(new Date("2018-02-16T12:00:00").toISOString()).not.toBe("2018-02-16T12:00:00.000Z");
        await moved(["disqus"], DISQUS);
        await moved(["remark42"], REMARK42);
        await moved(["isso"], readFileSync(issoFile()));
        await takeWxr(db, quay);
      } finally {
        if (before === undefined) delete process.env["TZ"];
        else process.env["TZ"] = before;
      }
      const rows = await repliesOf(db, ferries);
      expect(rows.get("1001")?.written_at).toBe("2018-02-16T23:30:00.000Z");
      expect(rows.get("a1")?.written_at).toBe("2020-05-01T00:00:00.500Z");
      expect(rows.get("1")?.written_at).toBe("2018-02-16T23:30:00.250Z");
      // Not the moment on the writer's wall, which stands beside it.
      expect((await repliesOf(db, quay)).get("12")?.written_at).toBe("2018-02-16T10:00:12.000Z");
      // Without a Z it is UTC all the same.
      expect((await repliesOf(db, quay)).get("1008")?.written_at).toBe("2018-02-18T00:00:00.000Z");
    }));

  test(`${engine}: a dry run keeps nothing and says the same; a second run finds everything here`, () =>
    withCourier(engine, async ({ db, moved }) => {
      const dry = await moved(["disqus", "--dry-run"], DISQUS);
      expect(await db.selectFrom("reply").select("id").execute()).toEqual([]);
      const told = await moved(["disqus"], DISQUS);
      expect(told).toEqual(dry);
      const rows = await db.selectFrom("reply").selectAll().orderBy("id").execute();
      const again = await moved(["disqus"], DISQUS);
      expect(again).toMatchObject({ rows: 10, imported: 0, skipped: 9, refused: 1 });
      expect(again.fates.filter(({ reason }) => reason === "it is here already")).toHaveLength(9);
      expect(await db.selectFrom("reply").selectAll().orderBy("id").execute()).toEqual(rows);
    }));

  test(`${engine}: a run that was cut short is begun again, and its answers find what was kept before`, () =>
    withCourier(engine, async ({ db, ferries, moved }) => {
      const cut = DISQUS.replace(/<post dsq:id="1003">[\s\S]*?(?=<post dsq:id="1004">)/, "");
      await moved(["disqus"], cut);
      expect((await repliesOf(db, ferries)).has("1003")).toBe(false);
      const told = await moved(["disqus"], DISQUS);
      expect(told).toMatchObject({ imported: 2, skipped: 7 });
      const rows = await repliesOf(db, ferries);
      expect(rows.get("1002")).toMatchObject({ depth: 1, parent: rows.get("1001")?.body });
      expect(rows.get("1003")).toMatchObject({ depth: 2, parent: "A first answer." });
    }));

  test(`${engine}: a file that is not whole changes nothing of what is here`, () =>
    withCourier(engine, async ({ db, moved, dateline }) => {
      await moved(["remark42"], REMARK42);
      const before = await db.selectFrom("reply").selectAll().orderBy("id").execute();
      expect(before.length).toBeGreaterThan(3);
      const bad: readonly (readonly [string, string | Uint8Array, string])[] = [
        ["disqus", DISQUS.slice(0, -40), "the file"],
        ["disqus", "<rss></rss>", "begins with <rss>, and an export of Disqus with <disqus>"],
        ["disqus", "", "the file"],
        ["remark42", '{"version":7}\n', "does not begin as a backup of Remark42 does"],
        ["remark42", "", "is empty"],
        ["remark42", gzipSync(REMARK42).subarray(0, 200), "is packed and damaged, or not whole"],
        ["remark42", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]), "is not text"],
        ["isso", "no database at all, only words that are long enough", "is not the database that is asked for"],
      ];
      for (const [source, file, sentence] of bad) {
        const { status, err } = await dateline(["import", source, fileWith(file)]);
        expect([source, status, err.includes(sentence) ? sentence : err]).toEqual([source, 1, sentence]);
      }
      expect((await dateline(["import", "disqus", "/nowhere/at/all"])).err).toContain("there is no such file");
      expect(await db.selectFrom("reply").selectAll().orderBy("id").execute()).toEqual(before);
    }));

  test(`${engine}: a packed Remark42 backup keeps what was edited, featured, deleted and answered, and reads no unclean words`, () =>
    withCourier(engine, async ({ db, ferries, moved }) => {
      const told = await moved(["remark42"], gzipSync(REMARK42));
      expect(told).toMatchObject({ rows: 8, imported: 6, skipped: 1, refused: 1 });
      expect(told.fates.find(({ id }) => id === "b1")?.reason).toBe(
        "no story here is at https://courier.example/not-here/",
      );
      expect(told.fates.at(-1)).toEqual({ row: "line 9", id: "", fate: "refused", reason: "it is not JSON" });
      expect(await shownOn(db, ferries)).toEqual([
        "0 First, **loudly**.",
        "1 Second.",
        "2 (gone)",
        "3 Below what is gone.",
        "0 Round.",
        "0 And round.",
      ]);
      const rows = await repliesOf(db, ferries);
      expect(rows.get("a4")?.author_name).toBe("Tom & Ada");
      const [first, second] = await db
        .selectFrom("reply")
        .select(["featured_at", "edited_at"])
        .where("article_id", "=", ferries)
        .orderBy("written_at")
        .execute();
      expect(first?.featured_at).not.toBeNull();
      expect(second?.edited_at).toBe("2020-05-01T01:03:00.000Z");
      const all = JSON.stringify(await db.selectFrom("reply").selectAll().execute());
      for (const unread of ["xss", "github_7", "email_0123", "9b1c"]) expect(all).not.toContain(unread);
    }));

  test(`${engine}: Isso's database gives its threads whole: held is held, deleted keeps its place, HTML becomes Markdown`, () =>
    withCourier(engine, async ({ db, ferries, moved }) => {
      const told = await moved(["isso"], readFileSync(issoFile()));
      expect(told).toMatchObject({ rows: 5, imported: 5 });
      const rows = await repliesOf(db, ferries);
      expect(rows.get("1")).toMatchObject({
        body: "It is *so*.",
        state: "shown",
        written_at: "2018-02-16T23:30:00.250Z",
      });
      expect(rows.get("2")).toMatchObject({ state: "held", depth: 1 });
      expect(rows.get("3")).toMatchObject({ state: "erased", body: "" });
      expect(rows.get("4")).toMatchObject({ body: "From **Disqus**, once", depth: 1, author_name: "Anonymous" });
      expect(rows.get("5")).toMatchObject({ depth: 2 });
      const contacts = await db.selectFrom("reply_contact").selectAll().execute();
      expect(contacts).toHaveLength(1);
      expect(JSON.stringify(contacts)).not.toContain("lena@readers.example");
    }));

  test(`${engine}: WordPress comments keep depth and state; pings, notes and plug-ins' entries are no replies`, () =>
    withCourier(engine, async ({ db, ferries }) => {
      const fates = await takeWxr(db, ferries);
      expect(fates).toEqual({
        "1": "imported shown",
        "2": "imported held",
        "3": "apart ping",
        "4": "apart ping",
        "5": "apart note",
        "6": "apart other",
        "7": "imported refused",
        "8": "imported refused",
        "9": "refused empty",
        "20": "imported shown",
        "21": "imported shown",
        ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [String(10 + at), "imported shown"])),
      });
      const rows = await repliesOf(db, ferries);
      expect(rows.get("18")?.depth).toBe(9);
      expect(rows.get("1")?.body).toBe("One line\\\nand another\n\n2 \\< 3 \\]\\]> and *more*");
      // Two of one name are two people, each with their own address, which is kept sealed.
      const people = [...rows.values()].filter((row) => row.author_name === "Somebody");
      expect(people.length).toBe(rows.size);
      const contacts = await db.selectFrom("reply_contact").select(["address", "blind_index"]).execute();
      expect(new Set(contacts.map(({ blind_index }) => blind_index)).size).toBeGreaterThan(10);
      expect(JSON.stringify(contacts)).not.toContain("readers.example");
      // Nor does the address of their machine or website come along.
      const all = JSON.stringify(await db.selectFrom("reply").selectAll().execute());
      for (const left of ["203.0.113", "spam.example"]) expect(all).not.toContain(left);
      // A circle is broken and nothing of it is lost.
      expect([rows.get("20")?.depth, rows.get("21")?.depth]).toEqual([0, 0]);
      expect(
        (await db.selectFrom("moved_aside").select("kind").orderBy("old_id").execute()).map(({ kind }) => kind),
      ).toEqual(["ping", "ping", "note", "other"]);
      expect(await db.selectFrom("reply").select("id").where("body", "like", "%Ask the lawyer%").execute()).toEqual([]);
      expect(await replyAt(db, ferries, "comment-18")).toBeDefined();
      expect(await replyAt(db, ferries, "comment-5")).toBeUndefined();
    }));
}

function issoFile(): string {
  const path = fileWith("");
  const file = new Database(path);
  file.run("create table threads (id integer primary key, uri varchar(256) unique, title varchar(256))");
  file.run(
    "create table comments (tid references threads(id), id integer primary key, parent integer, created float not null, modified float, mode integer, remote_addr varchar, text varchar not null, author varchar, email varchar, website varchar, likes integer default 0, dislikes integer default 0, voters blob not null, notification integer not null default 0)",
  );
  file.run("pragma user_version = 5");
  file.run("insert into threads values (1, 'https://courier.example/2018/02/ferries/', 'Ferries')");
  const add = file.prepare(
    "insert into comments (tid, id, parent, created, modified, mode, remote_addr, text, author, email, website, voters) values (1, ?, ?, ?, null, ?, '203.0.113.0', ?, ?, ?, 'https://spam.example/', x'00')",
  );
  add.run(1, null, 1518823800.25, 1, "It is *so*.", "Lena", "lena@readers.example");
  add.run(2, 1, 1518823900, 2, "I wait.", "Kim", null);
  add.run(3, null, 1518824000, 4, "", null, null);
  add.run(4, 3, 1518824100, 1, "<p>From <strong>Disqus</strong>, once</p>", null, null);
  add.run(5, 4, 1518824200, 1, "Deeper than Isso would show it.", "Lena", null);
  file.close();
  return path;
}

/** The comments of one item, as the importer of WordPress hands them on. */
async function takeWxr(db: Db, articleId: string): Promise<Readonly<Record<string, string>>> {
  const answers = new Answers();
  const fates: Record<string, string> = {};
  async function* file() {
    yield WXR;
  }
  for await (const parts of readWxr(file())) {
    for (const part of parts) {
      if (part.kind !== "item") continue;
      const replies = part.comments.map(replyOfWxr);
      for (const reply of replies) answers.add("", reply);
      const placed = replies.map((reply) => ({ ...reply, articleId, parentId: answers.parentOf("", reply).parentId }));
      const keys = { address: "a key", index: "another" };
      const became = await takeMoved(db, {
        source: "wxr",
        site: "https://courier.example",
        replies: placed,
        keys,
        at: AT,
      });
      for (const [at, { id }] of placed.entries()) {
        const fate = became[at];
        const more =
          fate && ("state" in fate ? fate.state : "kind" in fate ? fate.kind : "why" in fate ? fate.why : "");
        fates[id] = `${fate?.fate} ${more}`;
      }
    }
  }
  await settleMoved(db, articleId);
  return fates;
}

type Comment = {
  readonly id: number;
  readonly parent?: number;
  readonly approved?: string;
  readonly type?: string;
  readonly content?: string;
};

function comment({ id, parent = 0, approved = "1", type = "comment", content = `Comment ${id}` }: Comment): string {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[Somebody]]></wp:comment_author>
<wp:comment_author_email>${type === "comment" ? `c${id}@readers.example` : ""}</wp:comment_author_email><wp:comment_author_url>https://spam.example</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.${id}</wp:comment_author_IP><wp:comment_date>2018-02-16 13:00:${String(id).padStart(2, "0")}</wp:comment_date>
<wp:comment_date_gmt>2018-02-16 10:00:${String(id).padStart(2, "0")}</wp:comment_date_gmt><wp:comment_content><![CDATA[${content}]]></wp:comment_content>
<wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent>
<wp:commentmeta><wp:meta_key>akismet_history</wp:meta_key><wp:meta_value>a:1:{i:0;s:9:"203.0.113"}</wp:meta_value></wp:commentmeta></wp:comment>`;
}

const WXR = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Courier</title><link>https://courier.example</link><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Ferries</title><link>https://courier.example/2018/02/ferries/</link><wp:post_id>41</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
${[
  comment({ id: 1, type: "", content: "One line\nand another\n\n2 &lt; 3 ]]]]><![CDATA[> and <em>more</em>" }),
  comment({ id: 2, parent: 1, approved: "0" }),
  comment({ id: 3, type: "pingback" }),
  comment({ id: 4, type: "trackback" }),
  comment({ id: 5, type: "note", approved: "0", content: "Ask the lawyer first." }),
  comment({ id: 6, type: "order_note" }),
  comment({ id: 7, approved: "trash" }),
  comment({ id: 8, approved: "spam" }),
  comment({ id: 9, content: " " }),
  ...Array.from({ length: 9 }, (_, at) => comment({ id: 10 + at, parent: at === 0 ? 1 : 9 + at })),
  comment({ id: 20, parent: 21 }),
  comment({ id: 21, parent: 20 }),
].join("\n")}
</item></channel></rss>`;
