/**
 * Pictures of an old site: out of a copy of its uploads, or fetched from the public network when that is asked for. Each is
 * decoded and written anew like one that is uploaded at the desk, and kept once.
 */
import { readFile, stat } from "node:fs/promises";
import { basename, join, normalize } from "node:path";
import { keepMoved, movedItem } from "#agency/articles/moved.ts";
import { keepPicture } from "#agency/media/actions.ts";
import { LONGEST_LINE } from "#agency/media/media.ts";
import type { Files } from "#lib/files.ts";
import { type FetchProblem, fetchPublic, type Network } from "#outside/fetch.ts";
import { MOST_PICTURE_BYTES, type PictureProblem, readPicture } from "#outside/pictures.ts";
import type { Db } from "#store/db.ts";
import type { OldPictureWords } from "#text/moving/story.ts";

export type OldPictures = {
  /** The id here of the picture at an address of the old site; nothing where it cannot be had. `words` go before the file's. */
  readonly kept: (address: string, words?: OldPictureWords) => Promise<string | undefined>;
  /** Whether it came in an earlier run. */
  readonly wasHere: (address: string) => boolean;
  /** Why a picture that was asked for is not here. */
  readonly problem: (address: string) => string | undefined;
};

export type PictureSource = {
  readonly db: Db;
  readonly files: Files;
  readonly source: string;
  readonly site: string;
  /** A copy of the folder of uploads. */
  readonly folder: string | undefined;
  readonly isFetching: boolean;
  readonly network?: Network;
  /** Who asks, as servers see it. */
  readonly agent: string;
  readonly words: (address: string) => { readonly alt: string; readonly caption: string } | undefined;
  readonly isDry: boolean;
  readonly by: string;
  readonly at: Date;
};

// So many are remembered; beyond that the store is asked again.
const MOST_REMEMBERED = 20_000;

export function oldPictures(from: PictureSource): OldPictures {
  const known = new Map<string, Looked>();
  const look = async (address: string, words?: OldPictureWords) => {
    const before = known.get(address);
    if (before) return before;
    const found = await keep(from, address, words);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(address, found);
    return found;
  };
  return {
    kept: async (address, words) => (await look(address, words)).id,
    wasHere: (address) => known.get(address)?.wasHere ?? false,
    problem: (address) => known.get(address)?.problem,
  };
}

const PROBLEMS: Readonly<Record<PictureProblem, string>> = {
  kind: "is no picture that is taken: JPEG, PNG, WebP, AVIF and GIF are",
  heic: "is a HEIC picture, which browsers cannot show",
  large: "is larger than 40 MB",
  pixels: "has more than 80 million pixels",
  damaged: "is damaged or was cut off",
};

const FETCHED: Readonly<Record<FetchProblem, string>> = {
  "not-an-address": "it is not an address of the web",
  "not-public": "it leads into a private network",
  "unknown-host": "there is no such site",
  robots: "its robots.txt asks us not to read it",
  "no-answer": "the site does not answer",
  "too-slow": "the site takes too long",
  "too-large": "it is larger than 40 MB",
  "too-many-redirects": "it is sent from page to page without end",
};

type Looked = { readonly id?: string; readonly wasHere?: true; readonly problem?: string };

async function keep(from: PictureSource, address: string, said: OldPictureWords | undefined): Promise<Looked> {
  const { db, source, site, at } = from;
  const key = { source, site, kind: "picture" as const };
  const thisRun = at.toISOString();
  for (const one of spellings(address)) {
    const item = await movedItem(db, { ...key, oldId: one });
    if (item) return { id: item.id, ...(item.movedAt < thisRun && { wasHere: true as const }) };
  }
  let problem: string | undefined;
  for (const one of spellings(address)) {
    const bytes = await bytesOf(from, one);
    if (typeof bytes === "string") problem ??= bytes;
    if (bytes === undefined || typeof bytes === "string") continue;
    const read = await readPicture(bytes);
    if ("problem" in read) return { problem: `${address} ${PROBLEMS[read.problem]}` };
    if (from.isDry) return { problem: "" };
    const { picture } = read;
    const words = said ?? from.words(one) ?? from.words(address);
    const { id } = await keepPicture(db, from.files, {
      bytes: picture.bytes,
      type: picture.type,
      width: picture.width,
      height: picture.height,
      alt: words?.alt || picture.words.alt,
      caption: words?.caption || picture.words.caption,
      credit: (said?.credit || picture.words.credit).slice(0, LONGEST_LINE),
      licence: (said?.licence || picture.words.licence).slice(0, LONGEST_LINE),
      copyright: picture.words.copyright,
      name: basename(new URL(one, "https://old.invalid").pathname),
      by: from.by,
      at,
    });
    await keepMoved(db, { ...key, oldId: one, itemId: id, at });
    return { id };
  }
  if (problem !== undefined) return { problem };
  if (from.folder === undefined && !from.isFetching)
    return { problem: "its pictures were left out: give a copy of the uploads with --media, or --fetch" };
  const where = from.isFetching ? "is not on the old site any more" : "is not in the copy of the uploads";
  return { problem: `${address} ${where}` };
}

/**
 * The picture as it was uploaded stands behind each of the sizes WordPress and Ghost made of it; what follows a question mark
 * asks for a size where a file is named before it, and else names the picture.
 */
function spellings(address: string): readonly string[] {
  const bare = address.replace(/[?#].*$/, "");
  if (bare !== address && !/\.\w{2,5}$/.test(bare)) return [address];
  const whole = bare
    .replace(/-\d{1,5}x\d{1,5}(\.\w+)$/, "$1")
    .replace(/(\/content\/images)\/size\/w\d{1,5}(?:h\d{1,5})?(?:\/format\/\w+)?\//, "$1/");
  return [...new Set([whole, bare, address])];
}

/** A sentence where it cannot be had; nothing where another spelling may be. */
async function bytesOf(from: PictureSource, address: string): Promise<Uint8Array | string | undefined> {
  const { folder, isFetching, agent, network } = from;
  if (folder !== undefined) {
    const file = await fileIn(folder, address);
    if (file !== undefined) return file;
  }
  if (!isFetching) return undefined;
  if (!/^https?:\/\//.test(address)) return `${address} names no site to fetch it from: give its address with --site`;
  const answer = await fetchPublic(address, {
    agent,
    mostBytes: MOST_PICTURE_BYTES,
    timeoutMs: FETCHED_IN_MS,
    ...(network && { network }),
  });
  if ("problem" in answer) return `${address} could not be fetched: ${FETCHED[answer.problem]}`;
  if (answer.fetched.status === 404 || answer.fetched.status === 410) return undefined;
  return answer.fetched.status === 200 ? answer.fetched.bytes : `${address} answers ${answer.fetched.status}`;
}

const FETCHED_IN_MS = 30_000;

/** `…/uploads/2018/02/ferry.jpg` below the folder, whichever part of its path was copied. */
async function fileIn(folder: string, address: string): Promise<Uint8Array | string | undefined> {
  const steps = decodedPath(address).split("/").filter(Boolean);
  const from = steps.lastIndexOf("uploads");
  const below = from === -1 ? steps : steps.slice(from + 1);
  for (let skipped = 0; skipped < Math.min(below.length, MOST_STEPS); skipped++) {
    const path = join(folder, normalize(`/${below.slice(skipped).join("/")}`));
    const there = await stat(path).catch(() => undefined); // another part of its path may be there
    if (there?.isFile() && there.size > MOST_PICTURE_BYTES) return `${address} is larger than 40 MB`;
    if (there?.isFile()) return readFile(path);
  }
  return undefined;
}

const MOST_STEPS = 8;

function decodedPath(address: string): string {
  try {
    return decodeURIComponent(new URL(address, "https://old.invalid").pathname);
  } catch {
    return ""; // it names no file
  }
}
