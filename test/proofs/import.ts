/**
 * Files of other programs imported while the importer is killed with `kill -9`, again and again, at a moment nobody chose, and
 * begun again: in the end the store says what it says after an import nobody disturbed. `npm run prove import [-- --kills 200]`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { verifyStore } from "#agency/log/verify.ts";
import { openStore } from "#store/open.ts";
import { type EngineName, emptyPlace, engines, mediaOf, type Place } from "../engines.ts";
import { killedAfter, numbersFrom } from "../kills.ts";
import { jpeg } from "../pictures.ts";

export const SOURCES = ["wxr", "ghost", "rss"] as const;
export type Source = (typeof SOURCES)[number];

type ImportFigures = { readonly kills: number; readonly stories: number; readonly pictures: number };

const CHILD = join(import.meta.dirname, "import-child.ts");
const NOW = new Date("2026-11-20T12:00:00Z");
const UNDISTURBED = Number.POSITIVE_INFINITY;
const PICTURES = 4;

/** Throws when what is there after the kills differs from what is there without, or the log does not hold. */
export async function proveImport(
  engine: EngineName,
  {
    source,
    kills,
    stories,
    seed,
  }: { readonly source: Source; readonly kills: number; readonly stories: number; readonly seed: number },
): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-import-"));
  try {
    const [uploads, file] = [join(folder, "uploads"), join(folder, "old")];
    mkdirSync(uploads);
    for (let one = 0; one < PICTURES; one++)
      writeFileSync(join(uploads, `${one}.jpg`), await jpeg({ width: 40 + one }));
    writeFileSync(file, FILES[source](stories));
    const imported = (place: Place, count: number, minute: number) =>
      killedAfter(CHILD, count, [
        JSON.stringify(place),
        new Date(NOW.getTime() + minute * 60_000).toISOString(),
        ...[source, file, "--media", uploads, "--site", "https://old.example", "--json"],
      ]);
    const quiet = await emptyPlace(engine);
    const steps = (await imported(quiet, UNDISTURBED, 0)).length;
    const next = numbersFrom(seed);
    const disturbed = await emptyPlace(engine);
    for (let kill = 0; kill < kills; kill++) await imported(disturbed, next(steps), kill);
    await imported(disturbed, UNDISTURBED, kills);
    const [one, other] = [await saidOf(quiet), await saidOf(disturbed)];
    for (const [what, rows] of Object.entries(one)) {
      const differing =
        rows.length === other[what]?.length ? rows.findIndex((row, at) => row !== other[what]?.[at]) : 0;
      if (differing >= 0 && rows.join("\n") !== other[what]?.join("\n"))
        throw new Error(
          `${engine}, ${source}: ${what} differ after ${kills} kills (seed ${seed}): ${rows.length} and ${other[what]?.length} rows, ${rows[differing]} and ${other[what]?.[differing]}`,
        );
    }
    return { kills, stories: one["stories"]?.length ?? 0, pictures: one["files"]?.length ?? 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an import leaves, without the ids and the moments that are another each time. */
async function saidOf(place: Place): Promise<Readonly<Record<string, readonly string[]>>> {
  await using store = await openStore(place);
  const { db } = store;
  const { findings } = await verifyStore(db, { verifier: undefined, earlier: [] });
  const faults = findings.filter(({ severity }) => severity === "fault");
  if (faults.length > 0) throw new Error(`the log does not hold: ${JSON.stringify(faults[0])}`);
  const lines = async (query: ReturnType<typeof sql>) =>
    (await query.execute(db)).rows.map((row) => JSON.stringify(row)).sort();
  return {
    stories: await lines(sql`
      select article.slug, article.state, article.published_at, article.publish_at, article.origin_name, section.slug as section,
             revision.headline, revision.standfirst, revision.document, revision.dateline_place, revision.picture_id,
             revision.picture_alt
        from article
        join revision on revision.article_id = article.id
        left join section on section.id = article.section_id`),
    topics: await lines(sql`
      select article.slug, topic.slug as topic
        from article_topic
        join article on article.id = article_topic.article_id
        join topic on topic.id = article_topic.topic_id`),
    authors: await lines(sql`
      select article.slug, person.name, byline.position
        from byline
        join revision on revision.id = byline.revision_id
        join article on article.id = revision.article_id
        join person on person.id = byline.person_id`),
    pages: await lines(sql`
      select standing_page.slug, page_revision.title, page_revision.document
        from standing_page
        join page_revision on page_revision.page_id = standing_page.id`),
    addresses: await lines(sql`
      select former_address.address, former_address.leads_to, article.slug
        from former_address
        left join article on article.id = former_address.article_id`),
    moved: await lines(sql`select source, site, kind, old_id from moved_item`),
    replies: await lines(sql`
      select article.slug, reply.author_name, reply.body, reply.state, above.body as above_it
        from reply
        join article on article.id = reply.article_id
        left join reply as above on above.id = reply.parent_id`),
    versions: await lines(sql`
      select article.slug, version.number, version.kind
        from version
        join article on article.id = version.article_id`),
    log: await lines(sql`select kind, count(*) as entries from log_entry group by kind`),
    jobs: await lines(sql`select kind, count(*) as jobs from job where kind <> 'media.sizes' group by kind`),
    media: await lines(sql`select id, name, alt, caption, credit from media`),
    files: readdirSync(mediaOf(place)).sort(),
  };
}

const pictureOf = (story: number) => `https://old.example/uploads/${story % PICTURES}.jpg`;
const imgOf = (story: number) =>
  `<p>Words of story ${story}.</p><img src="${pictureOf(story)}" alt="Seen in ${story}">`;

const FILES: Readonly<Record<Source, (stories: number) => string>> = {
  wxr(stories) {
    const head = /^[\s\S]*?(?=<item>)/.exec(readFileSync("test/moving/courier.xml", "utf8"))?.[0] ?? "";
    const items = Array.from({ length: stories }, (_, one) => {
      const comment = (id: number, parent: number) =>
        `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Ann</wp:comment_author><wp:comment_date_gmt>2018-02-17 10:00:00</wp:comment_date_gmt><wp:comment_content>Said ${id}.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
      const type = one % 7 === 3 ? "page" : "post";
      const comments = one % 5 === 0 ? comment(one * 10 + 1, 0) + comment(one * 10 + 2, one * 10 + 1) : "";
      return `<item><title>Story ${one % 3}</title><link>https://courier.example/story-${one}/</link><dc:creator>mira</dc:creator><content:encoded><![CDATA[${imgOf(one)}]]></content:encoded><category domain="category" nicename="place-${one % 4}"><![CDATA[Place ${one % 4}]]></category><wp:post_id>${one + 1}</wp:post_id><wp:post_date_gmt>2018-02-16 09:00:00</wp:post_date_gmt><wp:post_name>story-${one % 3}</wp:post_name><wp:status>${one % 6 === 5 ? "draft" : "publish"}</wp:status><wp:post_type>${type}</wp:post_type>${comments}</item>`;
    });
    return `${head}${items.join("\n")}</channel></rss>`;
  },
  ghost(stories) {
    const posts = Array.from({ length: stories }, (_, one) => ({
      id: `p${one}`,
      title: `Story ${one % 3}`,
      slug: `story-${one}`,
      html: imgOf(one),
      status: "published",
      type: one % 7 === 3 ? "page" : "post",
      published_at: "2018-02-16T09:00:00.000Z",
      feature_image: pictureOf(one + 1),
    }));
    const tags = [{ id: "t", name: "World", slug: "world" }];
    return JSON.stringify({
      db: [{ data: { posts, tags, posts_tags: posts.map(({ id }) => ({ post_id: id, tag_id: "t" })) } }],
    });
  },
  rss(stories) {
    const items = Array.from(
      { length: stories },
      (_, one) =>
        `<item><title>Story ${one % 3}</title><link>https://old.example/story-${one}</link><pubDate>Fri, 16 Feb 2018 09:00:00 GMT</pubDate><category>Place ${one % 4}</category><enclosure url="${pictureOf(one + 1)}" type="image/jpeg" length="9"/><description><![CDATA[${imgOf(one)}]]></description></item>`,
    );
    return `<rss version="2.0"><channel><title>Old</title><link>https://old.example/</link>${items.join("\n")}</channel></rss>`;
  },
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
  });
  for (const engine of engines)
    for (const source of SOURCES) {
      const many = { source, kills: Number(values.kills), stories: 400, seed: Number(values.seed) };
      const { kills, stories, pictures } = await proveImport(engine, many);
      process.stdout.write(
        `${engine}, ${source}: ${kills} kills, ${stories} stories and ${pictures} pictures, as without (seed ${values.seed})\n`,
      );
    }
}
