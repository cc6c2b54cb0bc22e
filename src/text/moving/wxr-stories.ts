/** The items of a WordPress export as stories, pages and pictures. What is none of these is said, row by row. */
import { OldFileProblem, type OldNamed, type OldPart, type OldPicture, type OldStory } from "./story.ts";
import { htmlOfPost } from "./wordpress.ts";
import { readWxr, type WxrComment, type WxrItem, type WxrTerm } from "./wxr.ts";

/** What came before an item and is needed for it: read in a first run through the file. */
export type WxrLibrary = {
  /** Addresses of attachments' files, by their ids. */
  readonly files: ReadonlyMap<string, string>;
  /** Alternative texts and captions, by the addresses of files. */
  readonly words: ReadonlyMap<string, { readonly alt: string; readonly caption: string }>;
};

/** The file once through: whether it is whole and an export, and what its attachments are. */
export async function lookThroughWxr(chunks: AsyncIterable<string>, step: () => void): Promise<WxrLibrary> {
  const files = new Map<string, string>();
  const words = new Map<string, { alt: string; caption: string }>();
  for await (const parts of readWxr(chunks))
    for (const part of parts) {
      if (part.kind === "site" && !/^\d+\.\d+$/.test(part.version))
        throw new OldFileProblem(
          "is no export of WordPress: it does not say in which version of its form it is (wp:wxr_version)",
        );
      if (part.kind !== "item") continue;
      step();
      if (part.type !== "attachment" || part.file === "") continue;
      files.set(part.id, part.file);
      const alt = part.meta.get("_wp_attachment_image_alt") ?? "";
      if (alt !== "" || part.excerpt !== "") words.set(part.file, { alt, caption: part.excerpt });
    }
  return { files, words };
}

/** The parts of an export, some at a time, each story with its comments. */
export async function* wxrParts(
  chunks: AsyncIterable<string>,
  library: WxrLibrary,
): AsyncGenerator<readonly OldPart<readonly WxrComment[]>[]> {
  const names = new Map<string, string>();
  const categories = new Map<string, WxrTerm>();
  for await (const parts of readWxr(chunks)) {
    const read: OldPart<readonly WxrComment[]>[] = [];
    for (const part of parts) {
      if (part.kind === "site") read.push({ kind: "site", site: { title: part.title, address: part.address } });
      else if (part.kind === "author") names.set(part.login, part.name);
      else if (part.kind === "item") read.push(partOf(part, { names, categories, library }));
      else if (part.taxonomy === "category") categories.set(part.slug, part);
    }
    if (read.length > 0) yield read;
  }
}

type Known = {
  readonly names: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, WxrTerm>;
  readonly library: WxrLibrary;
};

type Part = OldPart<readonly WxrComment[]>;

function partOf(item: WxrItem, known: Known): Part {
  return { ...itself(item, known), more: item.comments, link: item.link };
}

function itself(item: WxrItem, known: Known): Exclude<Part, { kind: "site" }> {
  const where = { row: `line ${item.line}`, id: item.id };
  if (item.type === "attachment") return { kind: "picture", picture: pictureOf(item, where) };
  if (item.type !== "post" && item.type !== "page") {
    const why = `it is a ${item.type}, which is neither a story nor a page`;
    return { kind: "left-out", left: { ...where, fate: "skipped", why } };
  }
  const state = STATES.get(item.status);
  if (state === undefined) {
    const why = item.status === "trash" ? "it was thrown away there" : `its state there is "${item.status}"`;
    return { kind: "left-out", left: { ...where, fate: "skipped", why } };
  }
  if (item.title === "" && item.content.trim() === "")
    return { kind: "left-out", left: { ...where, fate: "refused", why: "it has neither a headline nor a text" } };
  return { kind: "story", story: storyOf(item, state, known) };
}

const STATES: ReadonlyMap<string, OldStory["state"]> = new Map([
  ["publish", "published"],
  ["future", "scheduled"],
  ["draft", "draft"],
  ["pending", "draft"],
  // Nobody outside saw it there.
  ["private", "draft"],
]);

function pictureOf({ file, meta, excerpt }: WxrItem, where: { row: string; id: string }): OldPicture {
  return { ...where, address: file, alt: meta.get("_wp_attachment_image_alt") ?? "", caption: excerpt };
}

function storyOf(item: WxrItem, said: OldStory["state"], { names, categories, library }: Known): OldStory {
  const { html, leftOut } = htmlOfPost(item.content, (id) => library.files.get(id));
  const state = item.hasPassword ? "draft" : said === "scheduled" && item.at === null ? "draft" : said;
  const section = sectionOf(item, categories);
  return {
    row: `line ${item.line}`,
    id: item.id || item.guid || item.link,
    kind: item.type === "page" ? "page" : "story",
    state,
    title: item.title,
    standfirst: item.excerpt,
    html,
    slug: item.slug,
    addresses: [...new Set([item.link, item.guid].filter((one) => /^https?:\/\//.test(one)))],
    authors: authorsOf(item, names),
    section,
    topics: item.terms.filter(
      ({ taxonomy, slug }) =>
        taxonomy === "post_tag" || (taxonomy === "category" && slug !== section?.slug && slug !== UNFILED),
    ),
    at: item.at,
    picture: library.files.get(item.meta.get("_thumbnail_id") ?? "") ?? null,
    notes: [
      ...(item.hasPassword ? ["it stood behind a password there, so it is a draft"] : []),
      ...(item.status === "private" ? ["it was private there, so it is a draft"] : []),
      ...(item.status === "pending" ? ["it waited for an editor there"] : []),
      ...(leftOut.length > 0 ? [`short codes were left out: ${leftOut.join(", ")}`] : []),
    ],
  };
}

// What nobody has put anywhere.
const UNFILED = "uncategorized";

/** The topmost category of the first one. */
function sectionOf({ terms }: WxrItem, categories: ReadonlyMap<string, WxrTerm>): OldNamed | null {
  const first = terms.find(({ taxonomy, slug }) => taxonomy === "category" && slug !== UNFILED);
  let above: OldNamed | null = first ?? null;
  // A circle of parents ends with the categories there are.
  for (let turn = 0; above && turn < categories.size; turn++) {
    const parent = categories.get(categories.get(above.slug)?.parent ?? "");
    if (!parent) break;
    above = parent;
  }
  return above && { slug: above.slug, name: above.name };
}

/** Who signed it; where a plug-in lets several sign, all of them. */
function authorsOf({ author, terms }: WxrItem, names: ReadonlyMap<string, string>): readonly OldNamed[] {
  const signed = terms.filter(({ taxonomy }) => taxonomy === "author");
  if (signed.length > 0)
    return signed.map(({ slug, name }) => ({ slug: slug.replace(/^cap-/, ""), name: names.get(name) ?? name }));
  return author === "" ? [] : [{ slug: author, name: names.get(author) ?? author }];
}
