/**
 * Ghost's own export (JSON): posts with their authors and tags. Readers' accounts, and the addresses in them, are not even
 * looked at. Ghost writes its own address as a word, which stands for the site's.
 */
import { OldFileProblem, type OldNamed, type OldPart, type OldStory } from "./story.ts";

const OWN_ADDRESS = "__GHOST_URL__";

/** The parts of an export; `address` is the site's, which the file does not say. */
export function* ghostParts(json: unknown, address: string): Generator<OldPart> {
  const data = dataOf(json);
  const posts = rowsOf(data, "posts");
  if (!posts) throw new OldFileProblem("is no export of Ghost: there are no posts in it");
  const people = named(rowsOf(data, "users"));
  const tags = named(rowsOf(data, "tags"));
  const signed = linked(rowsOf(data, "posts_authors"), "author_id");
  const tagged = linked(rowsOf(data, "posts_tags"), "tag_id");
  const meta = new Map((rowsOf(data, "posts_meta") ?? []).map((row) => [said(row, "post_id"), row]));
  yield { kind: "site", site: { title: titleOf(data), address } };
  for (const [at, post] of posts.entries()) {
    const id = said(post, "id");
    const where = { row: `post ${at + 1}`, id };
    const state = STATES.get(said(post, "status"));
    const html = whole(said(post, "html") || paragraphs(said(post, "plaintext")), address);
    if (state === undefined)
      yield {
        kind: "left-out",
        left: { ...where, fate: "skipped", why: `its state there is "${said(post, "status")}"` },
      };
    else if (said(post, "title") === "" && html.trim() === "")
      yield { kind: "left-out", left: { ...where, fate: "refused", why: "it has neither a headline nor a text" } };
    else
      yield {
        kind: "story",
        story: storyOf(post, { where, state, html, address, people, tags, signed, tagged, meta }),
      };
  }
}

type Row = Readonly<Record<string, unknown>>;

const STATES: ReadonlyMap<string, OldStory["state"]> = new Map([
  ["published", "published"],
  ["scheduled", "scheduled"],
  ["draft", "draft"],
  // Went out as a letter and stood at no address.
  ["sent", "draft"],
]);

type Known = {
  readonly where: { readonly row: string; readonly id: string };
  readonly state: OldStory["state"];
  readonly html: string;
  readonly address: string;
  readonly people: ReadonlyMap<string, OldNamed>;
  readonly tags: ReadonlyMap<string, OldNamed & { readonly isInternal: boolean }>;
  readonly signed: ReadonlyMap<string, readonly string[]>;
  readonly tagged: ReadonlyMap<string, readonly string[]>;
  readonly meta: ReadonlyMap<string, Row>;
};

function storyOf(post: Row, { where, state, html, address, people, tags, signed, tagged, meta }: Known): OldStory {
  const id = said(post, "id");
  const slug = said(post, "slug");
  // A tag with # before its name is the newsroom's own mark.
  const places = (tagged.get(id) ?? []).flatMap((one) => tags.get(one) ?? []).filter(({ isInternal }) => !isInternal);
  const [section = null, ...topics] = places;
  const forMembers = said(post, "visibility") !== "" && said(post, "visibility") !== "public";
  const picture = whole(said(post, "feature_image") || said(meta.get(id) ?? {}, "feature_image"), address);
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
    notes: [
      ...(forMembers ? ["it was for members alone there, so it is a draft"] : []),
      ...(said(post, "status") === "sent" ? ["it went out as a letter and stood at no address, so it is a draft"] : []),
    ],
  };
}

/** `{ db: [{ data }] }`, or `{ data }` as older versions wrote it. */
function dataOf(json: unknown): Row {
  const [first] = isRow(json) && Array.isArray(json["db"]) ? json["db"] : [json];
  const data = isRow(first) ? first["data"] : undefined;
  if (!isRow(data)) throw new OldFileProblem("is no export of Ghost: there is no db with data in it");
  return data;
}

function rowsOf(data: Row, table: string): readonly Row[] | undefined {
  const rows = data[table];
  return Array.isArray(rows) ? rows.filter(isRow) : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Ids were numbers in older versions. */
function said(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function named(rows: readonly Row[] = []) {
  return new Map(
    rows.map((row) => {
      const name = said(row, "name");
      const isInternal = said(row, "visibility") === "internal" || name.startsWith("#");
      return [said(row, "id"), { slug: said(row, "slug"), name, isInternal }];
    }),
  );
}

function linked(rows: readonly Row[] = [], column: string): ReadonlyMap<string, readonly string[]> {
  const sorted = rows.toSorted((one, other) => Number(one["sort_order"] ?? 0) - Number(other["sort_order"] ?? 0));
  return new Map(
    [...Map.groupBy(sorted, (row) => said(row, "post_id"))].map(([id, some]) => [
      id,
      some.map((row) => said(row, column)),
    ]),
  );
}

function titleOf(data: Row): string {
  return said(rowsOf(data, "settings")?.find((row) => said(row, "key") === "title") ?? {}, "value");
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
