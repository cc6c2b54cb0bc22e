/**
 * Ghost's own export (JSON): posts with their authors and tags. Readers' accounts, and the addresses in them, are not even
 * looked at. Ghost writes its own address as a word, which stands for the site's.
 */
import { JsonProblem, jsonPieces, type Way } from "#lib/json-pieces.ts";
import { textOf } from "#text/wire/read/feeds.ts";
import { OldFileProblem, type OldNamed, type OldPart, type OldStory } from "./story.ts";

const OWN_ADDRESS = "__GHOST_URL__";

/** What stories name and need, whatever comes first in the file: read in a first run through it. */
export type GhostLibrary = {
  readonly title: string;
  readonly posts: number;
  readonly people: ReadonlyMap<string, OldNamed>;
  readonly tags: ReadonlyMap<string, OldNamed & { readonly isInternal: boolean }>;
  /** Ids of people and tags, by the ids of posts. */
  readonly signed: ReadonlyMap<string, readonly string[]>;
  readonly tagged: ReadonlyMap<string, readonly string[]>;
  /** What stands apart from its post: its picture, and what is said of that. */
  readonly meta: ReadonlyMap<string, GhostMeta>;
};

type GhostMeta = { readonly picture: string; readonly alt: string; readonly caption: string };

/** The file once through: whether it is whole and an export, and what its posts name. `step` is told how many there are. */
export async function lookThroughGhost(
  chunks: AsyncIterable<string>,
  step: (posts: number) => void,
): Promise<GhostLibrary> {
  let [title, posts, isOurs] = ["", 0, false];
  const people = new Map<string, OldNamed>();
  const tags = new Map<string, OldNamed & { isInternal: boolean }>();
  const signed = new Links("author_id");
  const tagged = new Links("tag_id");
  const meta = new Map<string, GhostMeta>();
  for await (const some of rowsOf(chunks, LOOKED_THROUGH)) {
    for (const { table, row } of some) {
      if (table === "posts") isOurs = true;
      if (row === undefined) continue;
      const named = { slug: said(row, "slug"), name: said(row, "name") };
      // A tag with # before its name is the newsroom's own mark.
      const isInternal = said(row, "visibility") === "internal" || named.name.startsWith("#");
      if (table === "posts") step(++posts);
      else if (table === "users") people.set(said(row, "id"), named);
      else if (table === "tags") tags.set(said(row, "id"), { ...named, isInternal });
      else if (table === "posts_authors") signed.add(row);
      else if (table === "posts_tags") tagged.add(row);
      else if (table === "posts_meta") meta.set(said(row, "post_id"), metaOf(row));
      else if (table === "settings" && said(row, "key") === "title") title = said(row, "value");
    }
  }
  if (!isOurs) throw new OldFileProblem("is no export of Ghost: there are no posts in it");
  return { title, posts, people, tags, signed: signed.inOrder(), tagged: tagged.inOrder(), meta };
}

/** The parts of an export, some at a time; `address` is the site's, which the file does not say. */
export async function* ghostParts(
  chunks: AsyncIterable<string>,
  library: GhostLibrary,
  address: string,
): AsyncGenerator<readonly OldPart[]> {
  yield [{ kind: "site", site: { title: library.title, address } }];
  let count = 0;
  for await (const some of rowsOf(chunks, POSTS)) {
    const read = some.flatMap(({ row }) => (row === undefined ? [] : [partOf(row, ++count, { library, address })]));
    if (read.length > 0) yield read;
  }
}

type Known = { readonly library: GhostLibrary; readonly address: string };

function partOf(post: Row, number: number, { library, address }: Known): OldPart {
  const where = { row: `post ${number}`, id: said(post, "id") };
  const state = STATES.get(said(post, "status"));
  const html = whole(withoutCardPictures(said(post, "html")) || paragraphs(said(post, "plaintext")), address);
  if (state === undefined)
    return {
      kind: "left-out",
      left: { ...where, fate: "skipped", why: `its state there is "${said(post, "status")}"` },
    };
  if (said(post, "title") === "" && html.trim() === "")
    return { kind: "left-out", left: { ...where, fate: "refused", why: "it has neither a headline nor a text" } };
  return { kind: "story", story: storyOf(post, { where, state, html, address, library }) };
}

type Row = Readonly<Record<string, unknown>>;

const STATES: ReadonlyMap<string, OldStory["state"]> = new Map([
  ["published", "published"],
  ["scheduled", "scheduled"],
  ["draft", "draft"],
  // Went out as a letter and stood at no address.
  ["sent", "draft"],
]);

type Told = {
  readonly where: { readonly row: string; readonly id: string };
  readonly state: OldStory["state"];
  readonly html: string;
  readonly address: string;
  readonly library: GhostLibrary;
};

function storyOf(post: Row, { where, state, html, address, library }: Told): OldStory {
  const { people, tags, signed, tagged, meta } = library;
  const id = said(post, "id");
  const slug = said(post, "slug");
  const places = (tagged.get(id) ?? []).flatMap((one) => tags.get(one) ?? []).filter(({ isInternal }) => !isInternal);
  const [section = null, ...topics] = places;
  const forMembers = said(post, "visibility") !== "" && said(post, "visibility") !== "public";
  const own = metaOf(post);
  const apart = meta.get(id);
  const picture = whole(own.picture || (apart?.picture ?? ""), address);
  const isPage = said(post, "type") === "page" || post["page"] === 1 || post["page"] === true;
  return {
    ...where,
    kind: isPage ? "page" : "story",
    state: forMembers ? "draft" : state,
    title: escaped(said(post, "title")),
    standfirst: escaped(said(post, "custom_excerpt")),
    html,
    slug,
    addresses: address === "" || slug === "" ? [] : [`${address}/${slug}/`],
    authors: (signed.get(id) ?? [said(post, "author_id")]).flatMap((one) => people.get(one) ?? []),
    section: section && { slug: section.slug, name: section.name },
    topics: topics.map(({ slug, name }) => ({ slug, name })),
    at: momentOf(said(post, "published_at")),
    picture: picture === "" ? null : picture,
    ...(picture !== "" && {
      pictureWords: new Map([
        [
          picture,
          {
            alt: own.alt || (apart?.alt ?? ""),
            caption: textOf(own.caption || (apart?.caption ?? "")),
            credit: "",
            licence: "",
          },
        ],
      ]),
    }),
    notes: [
      ...(forMembers ? ["it was for members alone there, so it is a draft"] : []),
      ...(said(post, "status") === "sent" ? ["it went out as a letter and stood at no address, so it is a draft"] : []),
    ],
  };
}

/** Columns of a post in older versions, of a table beside it in newer ones. */
function metaOf(row: Row): GhostMeta {
  return {
    picture: said(row, "feature_image"),
    alt: said(row, "feature_image_alt"),
    caption: said(row, "feature_image_caption"),
  };
}

const POSTS: ReadonlySet<string> = new Set(["posts"]);
const LOOKED_THROUGH: ReadonlySet<string> = new Set([
  ...POSTS,
  ...["users", "tags", "posts_authors", "posts_tags", "posts_meta", "settings"],
]);

type Read = { readonly table: string; readonly row: Row | undefined };

/** Rows of tables, `{ db: [{ data }] }`, or `{ data }` as older versions wrote it. An empty list of posts is one without a row. */
async function* rowsOf(chunks: AsyncIterable<string>, tables: ReadonlySet<string>): AsyncGenerator<readonly Read[]> {
  let hasPosts = false;
  const isWanted = (way: Way) => {
    const [table, at, ...more] = inData(way);
    if (table === "posts") hasPosts = true;
    return typeof table === "string" && tables.has(table) && at !== undefined && more.length === 0;
  };
  try {
    for await (const found of jsonPieces(chunks, { isWanted }))
      yield found.map(({ way, value }) => ({ table: String(inData(way)[0]), row: isRow(value) ? value : undefined }));
  } catch (cause) {
    if (!(cause instanceof JsonProblem)) throw cause;
    throw new OldFileProblem(`is no export of Ghost: it ${cause.message}`, { cause });
  }
  if (hasPosts) yield [{ table: "posts", row: undefined }];
}

function inData(way: Way): Way {
  if (way[0] === "data") return way.slice(1);
  return way[0] === "db" && way[1] === 0 && way[2] === "data" ? way.slice(3) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Ids were numbers in older versions. */
function said(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** What belongs to a post, in the order the post has it. */
class Links {
  readonly #column: string;
  readonly #of = new Map<string, { readonly id: string; readonly order: number }[]>();

  constructor(column: string) {
    this.#column = column;
  }

  add(row: Row): void {
    const link = { id: said(row, this.#column), order: Number(row["sort_order"] ?? 0) };
    const post = said(row, "post_id");
    const known = this.#of.get(post);
    if (known) known.push(link);
    else this.#of.set(post, [link]);
  }

  inOrder(): ReadonlyMap<string, readonly string[]> {
    const sorted = (links: readonly { id: string; order: number }[]) =>
      links.toSorted((one, other) => one.order - other.order).map(({ id }) => id);
    return new Map([...this.#of].map(([post, links]) => [post, sorted(links)]));
  }
}

/** A card that leads elsewhere shows the sign and the picture of that site, which are neither the post's nor the newsroom's. */
function withoutCardPictures(html: string): string {
  return html
    .replaceAll(/<img\b[^>]*\bclass="[^"]*\bkg-bookmark-icon\b[^"]*"[^>]*>/g, "")
    .replaceAll(/<div class="kg-bookmark-thumbnail">\s*<img\b[^>]*>/g, '<div class="kg-bookmark-thumbnail">');
}

function whole(text: string, address: string): string {
  return text.replaceAll(OWN_ADDRESS, address);
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .flatMap((one) => (one.trim() === "" ? [] : [`<p>${escaped(one.trim())}</p>`]))
    .join("\n");
}

function momentOf(words: string): Date | null {
  // Without a zone it is UTC; milliseconds are numbers, as older versions had them.
  const at = /^\d+$/.test(words)
    ? new Date(Number(words))
    : new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(words) ? words : `${words.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
