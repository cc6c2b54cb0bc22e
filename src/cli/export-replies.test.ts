import { expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { settleMoved, takeMoved } from "#agency/replies/moving.ts";
import { rowsIn } from "#lib/runtime/sqlite-file.ts";
import { xmlEventsIn } from "#lib/xml.ts";
import { filesIn } from "#outside/files.ts";
import type { Db } from "#store/db.ts";
import { type EngineName, engines, openTestStore, type TestStore } from "#test/engines.ts";
import { htmlLeaving } from "#text/moving/leaving.ts";
import type { MovedReply } from "#text/moving/replies.ts";
import { replyDocument } from "#text/replies/document.ts";

import { configFrom } from "../config.ts";
import type { World } from "./command.ts";
import { exportDisqus, exportIsso, exportRemark42, exportWxr } from "./export-replies.ts";
import { importWxr } from "./import/wxr.ts";
import { importDisqus, importIsso, importRemark42 } from "./import-replies.ts";
import { run } from "./run.ts";
import { withFirstEdition } from "./store.ts";

const AT = new Date("2026-03-02T12:00:00Z");
const CANARY = "canary-9f3@readers.example";

/** What readers typed, with what could end a field, a file or a line too early. */
const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  [
    'Ada ]]> <b>Reader</b> & "Co"',
    "Ends ]]> a CDATA, and ]]]]><![CDATA[> again, with &amp; and &#x41; and <script>alert(1)</script>.",
  ],
  [
    "John",
    'One line\nand the next\n\n- a list\n- of two\n\n> quoted\n\nand `code <br> ]]>`, **bold**, [a link](https://example.org/?a=1&b="2").',
  ],
  ["John", "السفن واقفة منذ السادسة. 👩‍👩‍👧 Ещё раз — и\u00a0снова."],
  ["עדה", "A\uffff letter that XML does not know, \u{1f980} one beyond the first plane, and a \\ at the end \\"],
  ["\" onload='x", '</message></post></disqus></wp:comment_content>\n{"id":"x"}\n<!-- --> <?php ?> <p class=x>p</p>'],
  ["Lena", "1. first\n2. second\n\n*Only* _emphasis_ \\*not\\* http://bare.example/x_y_z"],
];

async function dateline(store: TestStore, words: readonly string[]) {
  let out = "";
  let err = "";
  const place = { data: store.data, database: store.database };
  const world: World = {
    stdin: async function* () {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => AT,
    config: (given) => configFrom({ ...place, ...given }, { DATELINE_URL: "https://strait.example" }),
  };
  const here = ["--data", place.data, ...(place.database ? ["--database", place.database] : [])];
  const wxr = importWxr({ files: async ({ data }) => filesIn(join(data, "media")) });
  const commands = [exportDisqus, exportRemark42, exportIsso, exportWxr, importDisqus, importRemark42, importIsso, wxr];
  const status = await run(commands, [...words, ...here], world);
  return { status, out, err };
}

async function story(db: Db, slug: string): Promise<string> {
  const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
  const { articleId } = await draftArticle(db, {
    edition,
    slug,
    headline: `${slug}: ]]> & <ferries>`,
    standfirst: "",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x" }] }] },
    dateline: null,
    origin: null,
    by: "Ilse",
    at: AT,
  });
  await publishArticle(db, { articleId, by: "Ilse", at: AT });
  return articleId;
}

function reply(id: string, parentId: string, more: Partial<MovedReply> = {}): MovedReply {
  return {
    row: id,
    id,
    parentId,
    kind: "reply",
    state: "shown",
    name: "Ada",
    email: CANARY,
    text: `Words of ${id}.`,
    at: new Date(`2026-02-01T10:00:${String(Number(id) % 60).padStart(2, "0")}Z`),
    editedAt: null,
    isFeatured: false,
    ...more,
  };
}

/** A store with a story of six hostile replies, four levels, a held, a refused, a spam and two gone ones, and with a withdrawn story. */
async function withReplies(
  engine: EngineName,
  work: (here: { readonly store: TestStore; readonly db: Db; readonly ferries: string }) => Promise<void>,
): Promise<void> {
  await using store = await openTestStore(engine);
  await withFirstEdition(store, AT);
  const { db } = store;
  const ferries = await story(db, "ferries");
  const gone = await story(db, "gone");
  const replies: readonly MovedReply[] = [
    ...HOSTILE.map(([name, text], at) => reply(String(10 + at), at === 0 ? "" : "10", { name, text })),
    reply("20", "11"),
    reply("21", "20", { editedAt: new Date("2026-02-01T11:00:00Z"), isFeatured: true }),
    reply("30", "", { state: "held", text: "I wait." }),
    reply("31", "", { state: "spam", text: "Buy pills." }),
    reply("32", "", { state: "trash", text: "You are a fool." }),
    reply("33", "", { state: "erased", text: "" }),
    reply("34", "33", { text: "To what is gone." }),
    reply("35", "", { state: "erased", text: "" }),
  ];
  const keys = { address: "a key of the test", index: "another key" };
  const source = { source: "disqus", site: "" } as const;
  await takeMoved(db, { ...source, replies: replies.map((one) => ({ ...one, articleId: ferries })), keys, at: AT });
  await takeMoved(db, { ...source, replies: [{ ...reply("50", ""), articleId: gone }], keys, at: AT });
  await settleMoved(db, ferries);
  await settleMoved(db, gone);
  await db.updateTable("article").set({ state: "draft", gone: "withdrawn" }).where("id", "=", gone).execute();
  await work({ store, db, ferries });
}

type Said = {
  readonly name: string;
  readonly state: string;
  readonly at: string;
  readonly words: unknown;
  readonly above: string;
};

/** Of a story's replies everything a reader could tell, in the order of their moments: whatever their ids are. */
async function saidUnder(db: Db, articleId: string): Promise<readonly Said[]> {
  const rows = await db
    .selectFrom("reply")
    .leftJoin("reply as above", "above.id", "reply.parent_id")
    .select(["reply.author_name", "reply.body", "reply.state", "reply.written_at", "above.written_at as above"])
    .where("reply.article_id", "=", articleId)
    .orderBy("reply.written_at")
    .execute();
  return rows.map((row) => ({
    name: row.author_name,
    state: row.state,
    at: row.written_at,
    words: row.body === "" ? "" : replyDocument(row.body),
    above: row.above ?? "",
  }));
}

const folder = () => mkdtempSync(join(tmpdir(), "dateline-export-"));
const FORMATS = ["disqus", "remark42", "isso", "wxr"] as const;

for (const engine of engines) {
  test(`${engine}: replies that left and came in again are the same, under the same story, below the same ones`, () =>
    withReplies(engine, async ({ store, db, ferries }) => {
      const before = await saidUnder(db, ferries);
      await using other = await openTestStore(engine);
      await withFirstEdition(other, AT);
      const there = await story(other.db, "ferries");
      for (const format of FORMATS) {
        const file = join(folder(), "replies");
        const told = await dateline(store, ["export", format, file, "--json"]);
        expect([format, told.status, told.err]).toEqual([format, 0, ""]);
        const moved = await dateline(other, ["import", format, file, "--json"]);
        expect([format, moved.status, moved.err]).toEqual([format, 0, ""]);
        const home = await other.db.selectFrom("reply").select("article_id").distinct().execute();
        expect([format, home.length]).toEqual([format, 1]);
        // A file of WordPress brings its stories; the others find ours.
        if (format !== "wxr") expect([format, home[0]?.article_id]).toEqual([format, there]);
        const kept = {
          disqus: ["shown"],
          remark42: ["shown"],
          isso: ["shown", "held"],
          wxr: ["shown", "held", "refused"],
        }[format];
        const first = before[0]?.at ?? "";
        const expected = before
          .filter(({ state, words }) => kept.includes(state) || (words === "" && state === "erased"))
          // The second that was erased has no answers, and with them no place.
          .filter(({ at }) => !at.endsWith(":35.000Z"))
          // Isso has two levels.
          .map((one) =>
            format === "isso" && one.above > first && one.above < "2026-02-01T10:00:30"
              ? { ...one, above: first }
              : one,
          );
        const came = await saidUnder(other.db, home[0]?.article_id ?? "");
        // Neither XML nor HTML has that letter, however it is written.
        const readable = JSON.parse(JSON.stringify(expected).replaceAll("\uffff", ""));
        expect([format, came]).toEqual([format, readable]);
        // Run again, everything is here.
        const again = JSON.parse((await dateline(other, ["import", format, file, "--json"])).out);
        expect([format, again.imported]).toEqual([format, 0]);
        for (const table of ["moved_reply", "reply_count", "reply"] as const)
          await other.db.deleteFrom(table).execute();
      }
    }));

  test(`${engine}: what readers here do not see is in no file whose readers would; nobody's address is in any`, () =>
    withReplies(engine, async ({ store, db }) => {
      for (const format of FORMATS) {
        const file = join(folder(), "replies");
        const told = JSON.parse((await dateline(store, ["export", format, file, "--json"])).out);
        const bytes = readFileSync(file).toString("utf8");
        expect(bytes).toContain("To what is gone.");
        for (const secret of [CANARY, "canary-9f3", "readers.example", "Words of 50."])
          expect([format, secret, bytes.includes(secret)]).toEqual([format, secret, false]);
        expect([format, bytes.includes("I wait.")]).toEqual([format, format === "wxr" || format === "isso"]);
        expect([format, bytes.includes("You are a fool.")]).toEqual([format, format === "wxr"]);
        expect([format, bytes.includes("Buy pills.")]).toEqual([format, format === "wxr"]);
        expect(told).toMatchObject({ threads: 1, left: { unseen: 1, corrections: 0 } });
        expect([format, told.replies + told.places + told.left.held + told.left.refused + told.left.gone]).toEqual([
          format,
          14,
        ]);
        // Nothing in a file is made from an address: without any, it is the same file.
        const other = join(folder(), "replies");
        await db.deleteFrom("reply_contact").execute();
        await dateline(store, ["export", format, other]);
        if (format !== "isso") expect(readFileSync(other).equals(readFileSync(file))).toBe(true);
      }
    }));

  test(`${engine}: each file is well formed, says the same in every export, and keeps the ids a program knew`, () =>
    withReplies(engine, async ({ store, db, ferries }) => {
      const at = folder();
      for (const format of FORMATS) await dateline(store, ["export", format, join(at, format)]);
      const disqus = readFileSync(join(at, "disqus"), "utf8");
      // They came from Disqus and go there under the ids they had.
      expect(disqus).toContain('<post dsq:id="20"><id>20</id>');
      expect(disqus).toContain('<parent dsq:id="11"/>');
      expect(disqus).toContain("<link>https://strait.example/en/ferries</link>");
      for (const format of ["disqus", "wxr"])
        expect([...xmlEventsIn(readFileSync(join(at, format), "utf8"))].length).toBeGreaterThan(100);
      for (const line of readFileSync(join(at, "remark42"), "utf8").trim().split("\n")) JSON.parse(line);
      const [, first = ""] = readFileSync(join(at, "remark42"), "utf8").split("\n");
      expect(JSON.parse(first)).toMatchObject({
        pid: "",
        locator: { site: "remark", url: "https://strait.example/en/ferries" },
        user: { name: "Ada ]]&gt; &lt;b&gt;Reader&lt;/b&gt; &amp; &#34;Co&#34;", ip: "" },
      });
      const numbers = [...rowsIn(join(at, "isso"), "select id, parent, tid from comments order by id")];
      expect(numbers.every(({ id }) => Number.isSafeInteger(Number(id)))).toBe(true);
      expect([...rowsIn(join(at, "isso"), "select uri from threads")]).toEqual([{ uri: "/en/ferries" }]);
      // Another reply later on changes nobody's number.
      const keys = { address: "a key of the test", index: "another key" };
      const late = { ...reply("40", "20", { text: "Late." }), articleId: ferries };
      await takeMoved(db, { source: "remark42", site: "", replies: [late], keys, at: AT });
      await settleMoved(db, ferries);
      await dateline(store, ["export", "isso", join(at, "later")]);
      const later = [...rowsIn(join(at, "later"), "select id, parent, tid from comments order by id")];
      expect(later).toHaveLength(numbers.length + 1);
      for (const number of numbers) expect(later).toContainEqual(number);
    }));

  test(`${engine}: a file that is there is left alone, what cannot be written is said, and .gz is packed`, () =>
    withReplies(engine, async ({ store, db, ferries }) => {
      const at = folder();
      const there = join(at, "isso.db");
      writeFileSync(there, "somebody's own");
      const refused = await dateline(store, ["export", "isso", there]);
      expect([refused.status, refused.err]).toEqual([
        1,
        `dateline: ${there} is there already. Give another name, or take it away first.\n`,
      ]);
      expect(readFileSync(there, "utf8")).toBe("somebody's own");
      for (const format of FORMATS) {
        const nowhere = join(at, "no", "such", "folder");
        const { status, err } = await dateline(store, ["export", format, nowhere]);
        expect([format, status, err.startsWith(`dateline: ${nowhere} cannot be written`)]).toEqual([format, 1, true]);
      }
      expect((await dateline(store, ["export", "wxr", join(at, "x"), "--edition", "xx"])).err).toContain(
        'There is no edition "xx". Known: en.',
      );
      expect(existsSync(join(at, "x"))).toBe(false);
      await dateline(store, ["export", "remark42", join(at, "r.gz"), "--site", "strait"]);
      expect(gunzipSync(readFileSync(join(at, "r.gz"))).toString("utf8")).toContain('"site":"strait"');
      // Refused here a moment ago: it is in the next file no more.
      const rows = await db.selectFrom("reply").select("id").where("body", "=", "To what is gone.").execute();
      await decideReplies(db, {
        chosen: { ids: rows.map(({ id }) => id) },
        to: "refused",
        reason: "abuse",
        note: "",
        by: "Ilse",
        at: AT,
      });
      await dateline(store, ["export", "disqus", join(at, "d")]);
      expect(readFileSync(join(at, "d"), "utf8")).not.toContain("To what is gone.");
      expect(await saidUnder(db, ferries)).toHaveLength(14);
    }));
}

test("a sentence that is spoken of goes before the words, and nothing of HTML that was typed is markup", () => {
  expect(htmlLeaving({ quote: "Six ferries <stand> still.", text: "Which?\n\nAnd *why*?" })).toBe(
    "<blockquote><p>Six ferries &lt;stand&gt; still.</p></blockquote><p>Which?</p><p>And <em>why</em>?</p>",
  );
  for (const [, text] of HOSTILE) expect(htmlLeaving({ quote: "", text })).not.toMatch(/<script|onload|\n|<p class/);
});
