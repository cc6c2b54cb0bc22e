/** The library of pictures: looked through, added to, described; the editor's chooser reads it as JSON. */
import { describePicture, hidePicture, replacePicture } from "#agency/media/actions.ts";
import { type Focus, LONGEST_CAPTION, LONGEST_LINE, mayChangePicture, type PictureFacts } from "#agency/media/media.ts";
import {
  isBeforeReaders,
  type LibraryPicture,
  type LibraryPlace,
  libraryPicture,
  libraryPictures,
  renditionsAmong,
  usesOf,
} from "#agency/media/queries.ts";
import { staffNames } from "#agency/staff/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { MOST_PICTURE_BYTES } from "#outside/pictures.ts";
import { shownAt } from "./flow/times.ts";
import { type KeptSent, keepSent, nameOf } from "./keep-sent.ts";
import { Library, type LibraryValues, PicturePage, type PictureTile, type PictureValues } from "./views/pictures.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "./visit.ts";
import type { Lack, PictureRefusal } from "./words/pictures.ts";
import { smallSrc, srcOf } from "./writing/pictures.ts";

const TILES = 40;
// One picture of the largest size with its words, or several usual ones.
const MOST_FORM_BYTES = MOST_PICTURE_BYTES + 8 * 1024 * 1024;
const MOST_USES = 100;

export function picturesRoutes(world: DeskWorld): Route[] {
  const right = "picture.keep";
  const library = { address: "/desk/pictures", right, parameters: ["q", "before", "hidden"] } as const;
  const one = { address: "/desk/pictures/{picture}", right } as const;
  return [
    deskPage(world, library, printLibrary),
    deskPage(world, { ...library, address: "/desk/pictures.json" }, choosePictures),
    deskPage(world, one, printPicture),
    deskAction(world, { ...library, mostBytes: MOST_FORM_BYTES }, addPictures),
    deskAction(world, one, describe),
    deskAction(world, { ...one, address: `${one.address}/replace`, mostBytes: MOST_FORM_BYTES }, replace),
    deskAction(world, { ...one, address: `${one.address}/hide` }, hide),
  ];
}

function printLibrary(visit: DeskVisit): Promise<DeskPage> {
  return library(visit, { refused: [], typed: { credit: "", licence: "" } });
}

async function library(visit: DeskVisit, said: Pick<LibraryValues, "refused" | "typed">): Promise<DeskPage> {
  const { query, words } = visit;
  const q = query["q"]?.trim() ?? "";
  const hidden = query["hidden"] === "yes";
  const { pictures, before } = await leafOf(visit);
  const older =
    before && `/desk/pictures?${new URLSearchParams({ ...(q && { q }), ...(hidden && { hidden: "yes" }), before })}`;
  return {
    title: words.pictures.title,
    place: "pictures",
    wide: true,
    islands: ["pictures"],
    ...(said.refused.length > 0 && { status: 422 }),
    main: (
      <Library
        words={words.pictures}
        tiles={pictures.map(tileOf)}
        query={q}
        isHidden={hidden}
        older={older}
        isFirst={query["before"] === undefined}
        {...said}
      />
    ),
  };
}

/** One leaf of the library, as the parameters ask for it, and where the next begins. */
async function leafOf({ db, query }: DeskVisit): Promise<{ pictures: LibraryPicture[]; before: string | undefined }> {
  const found = await libraryPictures(db, {
    words: query["q"] ?? "",
    hidden: query["hidden"] === "yes",
    before: placeFrom(query["before"]),
    limit: TILES + 1,
  });
  const pictures = found.slice(0, TILES);
  const last = found.length > TILES ? pictures.at(-1) : undefined;
  return { pictures, before: last && `${last.keptAt.toISOString()}_${last.id}` };
}

/** Text that names no place is as if it were not given. */
function placeFrom(before: string | undefined): LibraryPlace | undefined {
  const [keptAt, id] = before?.split("_") ?? [];
  return keptAt && id && !Number.isNaN(Date.parse(keptAt)) ? { keptAt, id } : undefined;
}

function tileOf(picture: LibraryPicture): PictureTile {
  const { id, name, credit, focus, width, height } = picture;
  return { href: addressOf(id), src: smallSrc(picture), width, height, focus, name, credit, lacks: lacksOf(picture) };
}

function lacksOf(facts: PictureFacts): Lack[] {
  return (["alt", "credit", "licence"] as const).filter((one) => facts[one] === "");
}

/** What the editor's chooser shows, newest first. */
async function choosePictures(visit: DeskVisit): Promise<Response> {
  const { pictures, before } = await leafOf(visit);
  return Response.json({ pictures: pictures.map(chosenOf), before: before ?? null });
}

/** A picture as islands know it: `src` for the text, `small` for a list. */
function chosenOf(picture: LibraryPicture) {
  const { id, name, width, height, alt, caption, credit } = picture;
  return { id, src: srcOf(picture), small: smallSrc(picture), name, width, height, alt, caption, credit };
}

/** Several at once; those that cannot be kept are named, the others are kept all the same. */
async function addPictures(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const typed = { credit: form.text("credit"), licence: form.text("licence") };
  const files = form.files("files");
  const kept: LibraryPicture[] = [];
  let said: "kept" | "kept-still" = "kept";
  const refused: { name: string; refusal: PictureRefusal }[] = [];
  if (files.length === 0) refused.push({ name: "", refusal: "none-sent" });
  if (isLong({ ...NO_FACTS, ...typed })) refused.push({ name: "", refusal: "long" });
  else {
    for (const file of files) {
      const outcome = await keepFile(visit, file, typed);
      if ("refusal" in outcome) refused.push({ name: nameOf(file.name), refusal: outcome.refusal });
      else {
        kept.push(outcome.picture);
        if (outcome.stoodStill) said = "kept-still";
      }
    }
  }
  if (wantsJson(visit.request)) return toIsland(visit, kept, refused);
  const [first] = kept;
  if (refused.length > 0) return library(visit, { refused, typed });
  return seeOther(kept.length === 1 && first ? addressOf(first.id) : "/desk/pictures", said);
}

function toIsland(
  { words }: DeskVisit,
  kept: readonly LibraryPicture[],
  refused: readonly { name: string; refusal: PictureRefusal }[],
): Response {
  const told = refused.map(({ name, refusal }) => ({ name, problem: words.pictures.refusals[refusal] }));
  return Response.json({ pictures: kept.map(chosenOf), refused: told }, { status: kept.length > 0 ? 200 : 422 });
}

function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

/** What the file says of itself goes before what was typed for all of them. */
async function keepFile(
  visit: DeskVisit,
  file: File,
  typed: { credit: string; licence: string },
): Promise<KeptSent | { readonly refusal: PictureRefusal }> {
  if (file.size > MOST_PICTURE_BYTES) return { refusal: "large" };
  return keepSent(visit, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name,
    facts: (words) => ({
      ...words,
      credit: words.credit || typed.credit,
      licence: words.licence || typed.licence,
    }),
  });
}

async function printPicture(visit: DeskVisit): Promise<DeskAnswer> {
  const picture = await libraryPicture(visit.db, visit.steps["picture"] ?? "");
  return picture && picturePage(visit, picture, {});
}

type Typed = {
  readonly facts?: PictureFacts;
  readonly focus?: { readonly x: string; readonly y: string };
  readonly refusal?: PictureRefusal;
  readonly replaceRefusal?: PictureRefusal;
};

async function picturePage(visit: DeskVisit, picture: LibraryPicture, typed: Typed): Promise<DeskPage> {
  const { db, words, editions } = visit;
  const { id, name, width, height, focus, alt, caption, credit, licence, copyright, keptBy, keptAt } = picture;
  const [renditions, uses, names] = await Promise.all([
    renditionsAmong(db, [id]),
    usesOf(db, id, { limit: MOST_USES }),
    staffNames(db),
  ]);
  const at = shownAt(keptAt, { timeZone: editions[0]?.timeZone ?? "UTC" }, words);
  const by = names.get(keptBy ?? "");
  const values: PictureValues = {
    id,
    src: srcOf(picture),
    width,
    height,
    name,
    weight: weight(picture.bytes, words.language),
    kept: by === undefined ? [at] : [at, by],
    sizes: [...new Set(renditions.get(id)?.map((one) => one.width))].join(", "),
    facts: typed.facts ?? { alt, caption, credit, licence, copyright },
    focus: typed.focus ?? { x: String(focus.x), y: String(focus.y) },
    shownFocus: focus,
    uses: uses.map(({ articleId, headline, edition, state }) => ({
      href: `/desk/articles/${articleId}`,
      headline,
      edition,
      state: words.flow.states[state],
    })),
    isHidden: picture.hiddenAt !== null,
    mayChange: await mayChange(visit, id),
    replacement: picture.replacedBy === null ? undefined : addressOf(picture.replacedBy),
    refusal: typed.refusal,
    replaceRefusal: typed.replaceRefusal,
  };
  return {
    title: name || words.pictures.nameless,
    place: "pictures",
    wide: true,
    islands: ["pictures"],
    ...((typed.refusal ?? typed.replaceRefusal) && { status: 422 }),
    main: <PicturePage {...values} words={words.pictures} />,
  };
}

function weight(bytes: number, language: string): string {
  const [unit, size] = bytes < 1_000_000 ? (["kilobyte", 1_000] as const) : (["megabyte", 1_000_000] as const);
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumSignificantDigits: 2 }).format(bytes / size);
}

async function describe(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, steps } = visit;
  const picture = await libraryPicture(db, steps["picture"] ?? "");
  if (!picture) return undefined;
  const facts: PictureFacts = {
    alt: form.text("alt"),
    caption: form.text("caption"),
    credit: form.text("credit"),
    licence: form.text("licence"),
    copyright: form.text("copyright"),
  };
  if (!(await mayChange(visit, picture.id))) return picturePage(visit, picture, { facts, refusal: "readers" });
  const typedFocus = { x: form.text("focus-x"), y: form.text("focus-y") };
  const focus = focusFrom(typedFocus);
  const refusal = isLong(facts) ? "long" : focus ? undefined : "focus";
  if (refusal || !focus) return picturePage(visit, picture, { facts, focus: typedFocus, refusal: refusal ?? "focus" });
  await describePicture(db, { id: picture.id, facts, focus, by: staff.id, at });
  return seeOther(addressOf(picture.id), "kept");
}

async function mayChange({ db, staff }: DeskVisit, id: string): Promise<boolean> {
  return mayChangePicture(staff, await isBeforeReaders(db, id));
}

const NO_FACTS: PictureFacts = { alt: "", caption: "", credit: "", licence: "", copyright: "" };

function isLong({ alt, caption, credit, licence, copyright }: PictureFacts): boolean {
  return (
    [credit, licence, copyright].some((line) => line.length > LONGEST_LINE) ||
    [alt, caption].some((text) => text.length > LONGEST_CAPTION)
  );
}

function focusFrom({ x, y }: { x: string; y: string }): Focus | undefined {
  const isHundredth = (text: string) => /^\d{1,3}$/.test(text) && Number(text) <= 100;
  return isHundredth(x) && isHundredth(y) ? { x: Number(x), y: Number(y) } : undefined;
}

async function replace(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, steps } = visit;
  const picture = await libraryPicture(db, steps["picture"] ?? "");
  if (!picture) return undefined;
  if (!(await mayChange(visit, picture.id))) return picturePage(visit, picture, { refusal: "readers" });
  const [file] = form.files("file");
  if (!file) return picturePage(visit, picture, { replaceRefusal: "none-sent" });
  // What was known of the old one is a better beginning than nothing.
  const kept = await keepFile(visit, file, { credit: picture.credit, licence: picture.licence });
  if ("refusal" in kept) return picturePage(visit, picture, { replaceRefusal: kept.refusal });
  const other = kept.picture.id;
  const replaced = await replacePicture(db, { id: picture.id, other, by: staff.id, at });
  return replaced ? seeOther(addressOf(other), "kept") : picturePage(visit, picture, { replaceRefusal: "same" });
}

async function hide({ db, staff, at, steps }: DeskVisit, form: Form): Promise<DeskAnswer> {
  const picture = await libraryPicture(db, steps["picture"] ?? "");
  if (!picture) return undefined;
  await hidePicture(db, { id: picture.id, hidden: form.text("hidden") === "yes", by: staff.id, at });
  return seeOther(addressOf(picture.id), "kept");
}

function addressOf(id: string): string {
  return `/desk/pictures/${id}`;
}
