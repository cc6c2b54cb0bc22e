/** Stories out of another program's file: `import wxr|ghost|rss FILE`. Each row of it has its fate in the report. */
import { createReadStream } from "node:fs";
import { articlesMoved, type BroughtIn, bringIn, type MovedStory } from "#agency/articles/bring-in.ts";
import { formerPath, keepFormerAddress, keepMoved, movedItem } from "#agency/articles/moved.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, editions } from "#agency/editions/queries.ts";
import { libraryPicture } from "#agency/media/queries.ts";
import { keepPage, showPage } from "#agency/pages/actions.ts";
import { articleAtAddress, oldIdsHere, settleAllMoved, takeMoved, wouldTake } from "#agency/replies/moving.ts";
import { dayIn } from "#lib/days.ts";
import type { Files } from "#lib/files.ts";
import { NotText } from "#lib/text-pieces.ts";
import { XmlProblem } from "#lib/xml.ts";
import type { Network } from "#outside/fetch.ts";
import { keyIn } from "#outside/keys.ts";
import { type Db, together } from "#store/db.ts";
import { encodingOf } from "#text/intake/decode.ts";
import { intake } from "#text/intake/intake.ts";
import { Answers, type LostParent, type MovedReply } from "#text/moving/replies.ts";
import { OldFileProblem, type OldPart, type OldStory } from "#text/moving/story.ts";
import { isSlug, slugFor, withNumber } from "#text/slug/slug.ts";
import type { Config } from "../../config.ts";
import { type Command, type Given, isOn, Refused, textOption, type World } from "../command.ts";
import { bare, fateOfRow, mapFrom } from "../import-replies.ts";
import { nameOf, onlyArgument, withFile } from "../input.ts";
import { progressOn } from "../progress.ts";
import { type Fate, type Report, reportOn } from "../replies-report.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "../store.ts";
import { type OldPictures, oldPictures } from "./pictures.ts";
import { placesHere } from "./places.ts";

export type StorySource = "wxr" | "ghost" | "rss";

/** What `program.ts` hands over. */
export type ImportWorld = { readonly files: (config: Config) => Promise<Files>; readonly network?: Network };

export type OldFile = {
  /** Rows, as far as the first look through the file has counted them. */
  readonly rows: number;
  readonly parts: () => AsyncIterable<readonly OldPart<readonly MovedReply[]>[]>;
  readonly words: (address: string) => { readonly alt: string; readonly caption: string } | undefined;
};

export type StoryImport = {
  readonly source: StorySource;
  readonly summary: string;
  readonly help: string;
  /** Whether the file has replies, too. */
  readonly hasReplies?: boolean;
  /** Looks the whole file through before anything is kept; throws what is wrong with it. */
  readonly open: (pieces: () => AsyncIterable<string>, step: (rows: number) => void, site: string) => Promise<OldFile>;
};

export function importStories(how: StoryImport, hand: ImportWorld): Command {
  const { source, summary, help, hasReplies = false } = how;
  const map = hasReplies ? " [--map FILE]" : "";
  return {
    name: `import ${source}`,
    synopsis: `import ${source} FILE|- [--edition CODE] [--media DIR] [--fetch]${map} [--dry-run]`,
    summary,
    help: `${help}
Datelines, "Source:" lines and labels typed by hand become what they say. Addresses readers knew lead to the stories here. The
file is read to its end before anything is kept; what is here already is left alone, so a run that was cut short is begun
again. Each row has its fate in the report.

Options:
  --edition CODE    whose stories they are (default: the first edition)
  --media DIR       a copy of the old site's uploads, for its pictures
  --fetch           fetches pictures that are not there from the old site, while it stands
  --dry-run         read and tell; keep nothing${
    hasReplies
      ? "\n  --map FILE        lines of two addresses, an old one and that of a story here: whose replies what stood there belongs to"
      : ""
  }
  --site NAME       where files of several sites are moved here: tells their ids apart (default: its address)${STORE_HELP}
  --json            { "rows", "imported", "skipped", "refused", "apart", "fates" }

  dateline import ${source} FILE --dry-run
  dateline import ${source} FILE --media ./uploads --json > report.json`,
    options: {
      ...STORE_OPTIONS,
      edition: { type: "string" },
      media: { type: "string" },
      fetch: { type: "boolean" },
      "dry-run": { type: "boolean" },
      site: { type: "string" },
      ...(hasReplies && { map: { type: "string" } }),
    },
    async run(given, world) {
      const path = onlyArgument(given.positionals, "FILE|-");
      await withFile(path, world, (file) =>
        refusing(path, async () => {
          const progress = progressOn(world);
          const old = await how
            .open(
              () => piecesOf(file),
              (rows) => progress.step("read", rows),
              siteAsked(given),
            )
            .finally(progress.end);
          await withStore(given, world, ({ db }) => moveIn(db, { old, how, hand, given, world }));
        }),
      );
      return 0;
    },
  };
}

/** The address of the old site as it was given, without a slash at its end. */
function siteAsked(given: Given): string {
  return (textOption(given, "site") ?? "").replace(/\/+$/, "");
}

// The declaration of an encoding, and enough letters to tell it by where there is none.
const HEAD_BYTES = 1024 * 1024;

/** A file's text in the encoding it says, or reads like. */
async function* piecesOf(file: string): AsyncGenerator<string> {
  const head: Uint8Array[] = [];
  for await (const piece of createReadStream(file, { end: HEAD_BYTES - 1 })) head.push(piece);
  const told = encodingOf(Buffer.concat(head));
  if ("problem" in told) throw new OldFileProblem(`cannot be read. ${told.problem.replace(/\.$/, "")}`);
  const decoder = new TextDecoder(told.encoding, { fatal: true });
  try {
    for await (const piece of createReadStream(file)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new OldFileProblem(
      `is not text in ${told.encoding.toUpperCase()} to its end: some of its bytes are damaged or cut off`,
      { cause },
    );
  }
}

async function refusing(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof XmlProblem)
      throw new Refused(`${nameOf(path)}, ${cause.message}. Nothing was kept.`, { cause });
    if (cause instanceof OldFileProblem || cause instanceof NotText)
      throw new Refused(`${nameOf(path)} ${cause.message}. Nothing was kept.`, { cause });
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT") throw new Refused(`${nameOf(path)} cannot be read: there is no such file.`, { cause });
    if (code === "EISDIR") throw new Refused(`${nameOf(path)} cannot be read: it is a folder.`, { cause });
    throw cause;
  }
}

type Moving = {
  readonly old: OldFile;
  readonly how: StoryImport;
  readonly hand: ImportWorld;
  readonly given: Given;
  readonly world: World;
};

const BY = "command line";
// One commit holds others up for some milliseconds.
const AT_ONCE = 50;
const MOST_REPLIES_AT_ONCE = 250;

async function moveIn(db: Db, { old, how, hand, given, world }: Moving): Promise<void> {
  const isDry = isOn(given, "dry-run");
  const edition = await editionAsked(db, given);
  const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
  const keys = { address: await keyIn(config.keys, "reply-addresses"), index: await keyIn(config.keys, "reply-index") };
  const report = reportOn(world, { isJson: isOn(given, "json"), isDry });
  const progress = progressOn(world);
  const at = world.now();
  const folder = textOption(given, "media");
  const map = await mapFrom(textOption(given, "map"));
  let mover: Mover | undefined;
  let rows = 0;
  for await (const parts of old.parts())
    for (const part of parts) {
      if (part.kind === "site") {
        const site = siteAsked(given) || part.site.address;
        const pictures = oldPictures({
          db,
          files: await hand.files(config),
          source: how.source,
          site,
          folder,
          isFetching: isOn(given, "fetch"),
          ...(hand.network && { network: hand.network }),
          agent: `Dateline (+${config.url})`,
          words: old.words,
          isDry,
          by: BY,
          at,
        });
        const takesPictures = folder !== undefined || isOn(given, "fetch");
        mover = new Mover({
          db,
          edition,
          source: how.source,
          site,
          home: part.site.address,
          pictures,
          takesPictures,
          keys,
          map,
          isDry,
          at,
          report,
        });
        continue;
      }
      if (!mover) throw new Error("a file of stories says its site first");
      progress.step(isDry ? "compared" : "moved", ++rows, old.rows);
      await mover.take(part);
    }
  await mover?.end();
  progress.end();
  await report.end(new Map());
}

async function editionAsked(db: Db, given: Given): Promise<Edition> {
  const code = textOption(given, "edition");
  const all = await editions(db);
  const edition = code === undefined ? all[0] : await editionByCode(db, code);
  if (edition) return edition;
  throw new Refused(
    `There is no edition "${code}". Known: ${all.map((one) => one.code).join(", ")}. Add one with: edition add ${code}`,
  );
}

type Hand = {
  readonly db: Db;
  readonly edition: Edition;
  readonly source: StorySource;
  readonly site: string;
  /** The address of the old site; links into it become paths, which lead on from here. */
  readonly home: string;
  readonly pictures: OldPictures;
  readonly takesPictures: boolean;
  readonly keys: { readonly address: string; readonly index: string };
  /** Stories for what was said under pages, by their old addresses. */
  readonly map: ReadonlyMap<string, string>;
  readonly isDry: boolean;
  readonly at: Date;
  readonly report: Report;
};

type Read = {
  readonly ready: MovedStory;
  readonly notes: readonly string[];
  /** The fate of each picture that no row of the file stands for. */
  readonly pictures: readonly Fate[];
};

type Part = Exclude<OldPart<readonly MovedReply[]>, { kind: "site" }>;
type Waiting =
  | Fate
  /** Replies to what takes none here. */
  | { readonly under: string; readonly link: string; readonly replies: readonly MovedReply[] }
  | {
      readonly story: OldStory;
      readonly ready: MovedStory;
      readonly notes: readonly string[];
      readonly replies: readonly MovedReply[];
    };

/** Takes parts in the order of the file, keeps stories a batch at a time, and tells of every row in that order. */
class Mover {
  readonly #hand: Hand;
  readonly #places: ReturnType<typeof placesHere>;
  readonly #told = new Set<string>();
  #waiting: Waiting[] = [];
  #replies = 0;

  constructor(hand: Hand) {
    this.#hand = hand;
    this.#places = placesHere(hand);
  }

  async take(part: Part): Promise<void> {
    this.#waiting.push(...(await this.#readied(part)));
    const under = takesNone(part);
    const { more = [], link = "" } = part;
    if (under !== undefined && more.length > 0) this.#waiting.push({ under, link, replies: more });
    this.#replies += more.length;
    if (this.#waiting.length >= AT_ONCE || this.#replies >= MOST_REPLIES_AT_ONCE) await this.#flush();
  }

  async end(): Promise<void> {
    const { db, isDry } = this.#hand;
    await this.#flush();
    if (!isDry) await settleAllMoved(db);
  }

  async #readied(part: Part): Promise<readonly Waiting[]> {
    if (part.kind === "left-out")
      return [{ row: part.left.row, id: part.left.id, fate: part.left.fate, reason: part.left.why }];
    if (part.kind === "picture") return [await this.#picture(part.picture)];
    const { ready, notes, pictures } = await this.#read(part.story);
    if (part.story.kind === "page") return [await this.#page(part.story, ready, notes), ...pictures];
    return [{ story: part.story, ready, notes, replies: part.more ?? [] }, ...pictures];
  }

  async #picture({
    row,
    id,
    address,
  }: {
    readonly row: string;
    readonly id: string;
    readonly address: string;
  }): Promise<Fate> {
    if (address === "") return { row, id, fate: "refused", reason: "it names no file" };
    await this.#hand.pictures.kept(address);
    return this.#fateOfPicture({ row, id, address });
  }

  #fateOfPicture({ row, id, address }: { readonly row: string; readonly id: string; readonly address: string }): Fate {
    const { pictures } = this.#hand;
    if (!this.#hand.takesPictures)
      return {
        row,
        id,
        fate: "skipped",
        reason: "pictures were left out: give a copy of the uploads with --media, or --fetch",
      };
    if (pictures.wasHere(address)) return { row, id, fate: "skipped", reason: "it is here already" };
    const reason = pictures.problem(address) ?? "";
    return reason === "" ? { row, id, fate: "imported" } : { row, id, fate: "refused", reason };
  }

  /** What intake makes of a story, with its pictures and the people, section and topics it has here. */
  async #read(story: OldStory): Promise<Read> {
    const { edition, home, at, pictures, isDry, source } = this.#hand;
    const [address = home] = story.addresses;
    const shown = new Map<string, string>();
    const lost: string[] = [];
    const fates: Fate[] = [];
    for (const src of new Set([...picturesIn(story.html), ...(story.picture === null ? [] : [story.picture])])) {
      const whole = URL.parse(src, address || undefined)?.href ?? src;
      const id = await pictures.kept(whole, story.pictureWords?.get(whole));
      if (id !== undefined) shown.set(src, id);
      else lost.push(pictures.problem(whole) ?? "");
      // In an export of WordPress pictures have rows of their own.
      if (source === "wxr" || this.#told.has(whole)) continue;
      this.#told.add(whole);
      fates.push(this.#fateOfPicture({ row: `${story.row}, picture`, id: whole, address: whole }));
    }
    const outAt = story.at ?? at;
    const title = story.title.trim() === "" ? firstWords(story.html) : story.title;
    const read = intake(
      {
        text: `<h1>${title}</h1>\n${story.html}`,
        format: "html",
        isOld: true,
        source: {
          ...(address !== "" && { address }),
          ...(home !== "" && { home }),
          picture: (src) => {
            const id = shown.get(src);
            return id === undefined ? undefined : { id, credit: "" };
          },
        },
      },
      { language: edition.language, dateOrder: edition.dateOrder, today: dayIn(edition.timeZone, outAt) },
    );
    const headline = cut(read.headline || plain(title) || story.slug || "Untitled", LONGEST_HEADLINE);
    const blocked = read.findings.find(({ severity }) => severity === "block");
    const lead = story.picture === null ? undefined : shown.get(story.picture);
    const ready: MovedStory = {
      oldId: story.id,
      state: blocked ? "draft" : story.state,
      headline,
      standfirst: cut(plain(story.standfirst) || read.standfirst, LONGEST_STANDFIRST),
      document: read.document,
      dateline: read.dateline,
      origin: read.origin,
      slug: slugOf(story, headline, edition.language),
      sectionId: story.section && (await this.#places.section(story.section)),
      topicIds: await this.#places.topics(story.topics),
      authorIds: await this.#places.people(story.authors),
      picture: lead === undefined ? null : await this.#lead(lead),
      outAt: story.state === "draft" && !story.at ? null : outAt,
      formerAddresses: story.addresses.flatMap((one) => formerPath(one) ?? []),
    };
    const notes = [
      ...story.notes,
      ...(blocked ? [`it is a draft: ${blocked.message}`] : []),
      ...new Set(lost.filter((one) => one !== "" && !isDry).map((one) => one)),
    ];
    return { ready, notes, pictures: fates };
  }

  /** What the library knows of a picture stands with it above a story. */
  async #lead(id: string): Promise<MovedStory["picture"]> {
    const kept = await libraryPicture(this.#hand.db, id);
    return { id, alt: kept?.alt ?? "", caption: kept?.caption ?? "" };
  }

  async #page(story: OldStory, ready: MovedStory, notes: readonly string[]): Promise<Fate> {
    const { db, edition, source, site, isDry, at } = this.#hand;
    const where = { row: story.row, id: story.id };
    const name = { source, site, kind: "page" as const, oldId: story.id };
    if ((await movedItem(db, name)) !== undefined) return { ...where, fate: "skipped", reason: "it is here already" };
    if (isDry) return told(where, notes);
    return together(db, async (db) => {
      // One commit: the page, that it came, and its old addresses. Killed in between, none of it is here.
      for (let number = 1; number <= MOST_PAGES_OF_A_NAME; number++) {
        const slug = number === 1 ? ready.slug : withNumber(ready.slug, number);
        const { headline: title, document } = ready;
        const kept = await keepPage(db, {
          edition,
          slug,
          title: cut(title, LONGEST_PAGE_TITLE),
          document,
          from: null,
          by: BY,
          at,
        });
        if ("refusal" in kept && kept.refusal === "taken-slug") continue;
        if (!("page" in kept))
          return {
            ...where,
            fate: "refused",
            reason: `a page cannot be like that (${"refusal" in kept ? kept.refusal : "it changed meanwhile"})`,
          } as const;
        if (ready.state !== "published") await showPage(db, { edition, slug, isShown: false, by: BY, at });
        await keepMoved(db, { ...name, itemId: kept.page.id, at });
        for (const address of ready.formerAddresses)
          await keepFormerAddress(db, { address, leadsTo: `/${edition.code}/${slug}`, at });
        return told(where, ready.state === "published" ? notes : [...notes, "it is a page readers do not see yet"]);
      }
      return { ...where, fate: "refused", reason: `every address like ${ready.slug} is taken` } as const;
    });
  }

  /** One commit: stories, and what was said under them. */
  async #flush(): Promise<void> {
    const { db, isDry, report } = this.#hand;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#replies = 0;
    const fates = await (isDry ? this.#fatesOf(db, waiting) : together(db, (db) => this.#fatesOf(db, waiting)));
    for (const fate of fates) await report.row(fate);
  }

  async #fatesOf(db: Db, waiting: readonly Waiting[]): Promise<readonly Fate[]> {
    const { edition, source, site, isDry, at } = this.#hand;
    const stories = waiting.flatMap((one) => ("ready" in one ? [one.ready] : []));
    const asked = { source, site, oldIds: stories.map(({ oldId }) => oldId) };
    const brought: readonly (BroughtIn | undefined)[] = isDry
      ? await articlesMoved(db, asked).then((here) =>
          stories.map(({ oldId }) => {
            const known = here.get(oldId);
            return known && { ...known, wasHere: true };
          }),
        )
      : await bringIn(db, { source, site, edition, stories, by: BY, at });
    const fates: Fate[] = [];
    let turn = 0;
    for (const one of waiting) {
      if ("fate" in one) {
        fates.push(one);
        continue;
      }
      if ("under" in one) {
        fates.push(...(await this.#ledElsewhere(db, one)));
        continue;
      }
      const became = brought[turn++];
      const where = { row: one.story.row, id: one.story.id };
      fates.push(
        became?.wasHere
          ? { ...where, fate: "skipped", reason: "it is here already" }
          : told(where, [...one.notes, ...changesOf(one, became)]),
      );
      fates.push(...(await this.#fatesOfReplies(db, one.replies, became?.articleId)));
    }
    return fates;
  }

  /** Nothing of what readers said is lost in silence: it goes where somebody says, or the report says that it did not come. */
  async #ledElsewhere(
    db: Db,
    { under, link, replies }: Exclude<Waiting, Fate | { ready: MovedStory }>,
  ): Promise<readonly Fate[]> {
    const { map } = this.#hand;
    const address = map.get(bare(link));
    const articleId = address === undefined ? undefined : await articleAtAddress(db, address);
    if (articleId !== undefined) return this.#fatesOfReplies(db, replies, articleId);
    const reason =
      address === undefined
        ? `it stands under ${under}, which takes no replies here; --map can name a story for ${link || "it"}`
        : `it was to go to ${address}, and no story here is there`;
    return replies.map(({ row, id }) => ({ row, id, fate: "skipped", reason }));
  }

  async #fatesOfReplies(
    db: Db,
    replies: readonly MovedReply[],
    articleId: string | undefined,
  ): Promise<readonly Fate[]> {
    const { site, keys, isDry, at } = this.#hand;
    if (replies.length === 0) return [];
    const batch = {
      source: "wxr" as const,
      site,
      replies: replies.map((reply) => ({ ...reply, articleId: articleId ?? "" })),
    };
    const fates =
      isDry || articleId === undefined ? await wouldTake(db, batch) : await takeMoved(db, { ...batch, keys, at });
    const lost = await this.#lostParents(db, replies);
    return replies.map((reply, index) => fateOfRow({ reply, lost: lost.get(reply.id) }, fates[index]));
  }

  /** Whose answer begins a thread here, and why: they are asked about in the file, then among what came before. */
  async #lostParents(db: Db, replies: readonly MovedReply[]): Promise<ReadonlyMap<string, LostParent>> {
    const { site } = this.#hand;
    const answers = new Answers();
    for (const reply of replies) answers.add("", reply);
    const inFile = new Set(replies.map(({ id }) => id));
    const ids = replies.flatMap(({ parentId }) => (parentId === "" || inFile.has(parentId) ? [] : [parentId]));
    const here = await oldIdsHere(db, { source: "wxr", site, ids });
    return new Map(
      replies.flatMap((reply) => {
        const { lost } = answers.parentOf("", reply, (id) => here.has(id));
        return lost === undefined ? [] : [[reply.id, lost]];
      }),
    );
  }
}

/** What takes no replies here, by the name it has in reports. */
function takesNone(part: Part): string | undefined {
  if (part.kind === "story") return part.story.kind === "page" ? "a page" : undefined;
  return part.kind === "picture" ? "a picture" : "what was left out";
}

const LONGEST_HEADLINE = 300;
const LONGEST_STANDFIRST = 1_000;
const LONGEST_PAGE_TITLE = 120;
const MOST_PAGES_OF_A_NAME = 50;

function told(where: { readonly row: string; readonly id: string }, notes: readonly string[]): Fate {
  return { ...where, fate: "imported", ...(notes.length > 0 && { reason: notes.join("; ") }) };
}

function changesOf(
  { ready, story }: { readonly ready: MovedStory; readonly story: OldStory },
  became: BroughtIn | undefined,
): string[] {
  return [
    ...(became && became.slug !== ready.slug ? [`its address is ${became.slug}, as ${ready.slug} is taken`] : []),
    ...(ready.state === "scheduled" ? [`it comes out on ${story.at?.toISOString()}`] : []),
  ];
}

/** The address of each picture a text shows, as it is written there. */
function picturesIn(html: string): readonly string[] {
  return [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map(([, one, two, bare]) =>
    (one ?? two ?? bare ?? "").replaceAll("&amp;", "&"),
  );
}

function slugOf({ slug }: OldStory, headline: string, language: string): string {
  const said = decoded(slug).toLowerCase();
  return isSlug(said) ? said : slugFor(said === "" ? headline : said.replaceAll("-", " "), language);
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug; // a broken percent-encoding says what it says
  }
}

/** What a story without a headline is called by. */
function firstWords(html: string): string {
  return plain(html).split(" ").slice(0, 10).join(" ");
}

function plain(html: string): string {
  return html
    .replaceAll(/<\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/gi, "")
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
