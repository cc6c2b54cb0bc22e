/** Replies as readers send them, and replies that are there already by the ten thousand: what their measurements need. */
import { writeFileSync } from "node:fs";
import { newChallenge, sumOf } from "#agency/replies/challenge.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";

export type Post = { readonly body: string; readonly network: string };

const TEXT =
  "I was on that boat, and nobody told us a word until we were back at the quay. Who decides that, and when? ";
const MINUTE_MS = 60_000;

/** What the reader of that number says, wherever it is said. */
export function replyOf(number: number): { readonly name: string; readonly text: string } {
  return { name: `Reader ${number}`, text: `${TEXT}${number}` };
}

// As many first replies as stand on one page of ours: what comes after them answers them in turn.
const THREADS = 20;

/** The number of the reply which the reader of that number answers, where replies are threads. */
export function answeredBy(number: number): number | undefined {
  return number < THREADS ? undefined : number % THREADS;
}

/** Posts whose sums are answered rightly, each from a network of its own. The reader took a minute over each. */
export function postsFor(
  key: string,
  { articleId, count, at }: { articleId: string; count: number; at: Date },
): readonly Post[] {
  const asked = new Date(at.getTime() - MINUTE_MS);
  // An address has a few letters a day: each time they are others, so that each post asks for one.
  const house = newId(at).slice(-8);
  return Array.from({ length: count }, (_, number) => {
    const { token, challenge } = newChallenge(key, { kind: "sum", articleId, at: asked });
    const fields = new URLSearchParams({
      ...replyOf(number),
      email: `reader.${number}@${house}.example`,
      token,
      answer: String(sumOf(key, challenge).answer),
    });
    return { body: fields.toString(), network: networkOf(number) };
  });
}

/** Of sixteen million networks one each, so that nobody is a reader too many. */
function networkOf(number: number): string {
  return `${11 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}.7`;
}

/** What wrk sends: one post after another, none of them twice. */
export function writePosts(file: string, posts: readonly Post[]): string {
  const lines = posts.map(({ body, network }) => `${network} ${body}`);
  writeFileSync(`${file}.txt`, `${lines.join("\n")}\n`);
  writeFileSync(
    `${file}.lua`,
    `local posts = {}
for line in io.lines("${file}.txt") do posts[#posts + 1] = line end
local at = 0
request = function()
  at = at + 1
  local network, body = string.match(posts[at] or "0.0.0.0 none=left", "^(%S+) (.+)$")
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
    ["X-Forwarded-For"] = network,
  }, body)
end
`,
  );
  return `${file}.lua`;
}

type Fill = {
  readonly articleIds: readonly string[];
  readonly each: number;
  readonly at: Date;
  /** Twenty of them, answered by all others, instead of none that answers another. */
  readonly inThreads?: boolean;
};

const AT_ONCE = 2_000;

/** Shown replies under each of some articles, a minute apart. */
export async function fillReplies(db: Db, { articleIds, each, at, inThreads = false }: Fill): Promise<void> {
  for (const articleId of articleIds) {
    const roots: string[] = [];
    for (let from = 0; from < each; from += AT_ONCE) {
      await together(db, async (db) => {
        for (let number = from; number < Math.min(each, from + AT_ONCE); number++) {
          const written = new Date(at.getTime() - (each - number) * MINUTE_MS);
          const { name, text } = replyOf(number);
          const id = newId(written);
          const answered = inThreads ? answeredBy(number) : undefined;
          const parent = answered === undefined ? undefined : roots[answered];
          if (inThreads && parent === undefined) roots.push(id);
          await oneReply(db, {
            id,
            article_id: articleId,
            parent_id: parent ?? null,
            root_id: parent ?? id,
            depth: parent === undefined ? 0 : 1,
            author_name: name,
            body: text,
            written_at: written.toISOString(),
          });
          if (parent !== undefined) await oneMoreBelow(db, { id: parent });
        }
      });
    }
    await db.insertInto("reply_count").values({ article_id: articleId, shown: each }).execute();
  }
}

const oneReply = keptStatement(
  (
    db,
    value: ValueOf<{
      id: string;
      article_id: string;
      parent_id: string | null;
      root_id: string;
      depth: number;
      author_name: string;
      body: string;
      written_at: string;
    }>,
  ) =>
    db.insertInto("reply").values({
      id: value("id"),
      article_id: value("article_id"),
      parent_id: value("parent_id"),
      root_id: value("root_id"),
      depth: value("depth"),
      kind: "reply",
      author_name: value("author_name"),
      staff_id: null,
      guest_id: null,
      body: value("body"),
      quote: "",
      state: "shown",
      is_listed: 1,
      shown_below: 0,
      featured_at: null,
      reason: null,
      note: "",
      appeal: null,
      flags: "[]",
      written_at: value("written_at"),
      edited_at: null,
      decided_at: value("written_at"),
      decided_by: "the bench",
    }),
);

const oneMoreBelow = keptStatement((db, value: ValueOf<{ id: string }>) =>
  db
    .updateTable("reply")
    .set((row) => ({ shown_below: row("shown_below", "+", 1) }))
    .where("id", "=", value("id")),
);
