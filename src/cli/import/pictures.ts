/**
 * Pictures of an old site: out of a copy of its uploads, or fetched from the public network when that is asked for. Each is
 * decoded and written anew like one that is uploaded at the desk, and kept once.
 */
import { readFile, stat } from "node:fs/promises";
import { basename, join, normalize } from "node:path";
import { keepMoved, movedItem } from "#agency/articles/moved.ts";
import { keepPicture } from "#agency/media/actions.ts";
import type { Files } from "#lib/files.ts";
import { fetchPublic, type Network } from "#outside/fetch.ts";
import { MOST_PICTURE_BYTES, readPicture } from "#outside/pictures.ts";
import type { Db } from "#store/db.ts";

export type OldPictures = {
  /** The id here of the picture at an address of the old site; nothing where it cannot be had. */
  readonly kept: (address: string) => Promise<string | undefined>;
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
  const look = async (address: string) => {
    const before = known.get(address);
    if (before) return before;
    const found = await keep(from, address);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(address, found);
    return found;
  };
  return {
    kept: async (address) => (await look(address)).id,
    wasHere: (address) => known.get(address)?.wasHere ?? false,
    problem: (address) => known.get(address)?.problem,
  };
}

type Looked = { readonly id?: string; readonly wasHere?: true; readonly problem?: string };

async function keep(from: PictureSource, address: string): Promise<Looked> {
  const { db, source, site, at } = from;
  const key = { source, site, kind: "picture" as const };
  const thisRun = at.toISOString();
  for (const one of spellings(address)) {
    const item = await movedItem(db, { ...key, oldId: one });
    if (item) return { id: item.id, ...(item.movedAt < thisRun && { wasHere: true as const }) };
  }
  for (const one of spellings(address)) {
    const bytes = await bytesOf(from, one);
    if (typeof bytes === "string") return { problem: bytes };
    if (!bytes) continue;
    const read = await readPicture(bytes);
    if ("problem" in read) return { problem: `${address} is no picture that is taken (${read.problem})` };
    if (from.isDry) return { problem: "" };
    const { picture } = read;
    const words = from.words(one) ?? from.words(address);
    const { id } = await keepPicture(db, from.files, {
      bytes: picture.bytes,
      type: picture.type,
      width: picture.width,
      height: picture.height,
      alt: words?.alt || picture.words.alt,
      caption: words?.caption || picture.words.caption,
      credit: picture.words.credit,
      licence: "",
      copyright: picture.words.copyright,
      name: basename(new URL(one, "https://old.invalid").pathname),
      by: from.by,
      at,
    });
    await keepMoved(db, { ...key, oldId: one, itemId: id, at });
    return { id };
  }
  if (from.folder === undefined && !from.isFetching)
    return { problem: "its pictures were left out: give a copy of the uploads with --media, or --fetch" };
  return { problem: `${address} is not in the copy of the uploads` };
}

/** The picture as it was uploaded stands behind each of the sizes WordPress made of it. */
function spellings(address: string): readonly string[] {
  const bare = address.replace(/[?#].*$/, "");
  const whole = bare.replace(/-\d{1,5}x\d{1,5}(\.\w+)$/, "$1");
  return [...new Set([whole, bare])];
}

/** A sentence where it cannot be had; nothing where another spelling may be. */
async function bytesOf(from: PictureSource, address: string): Promise<Uint8Array | string | undefined> {
  const { folder, isFetching, agent, network } = from;
  if (folder !== undefined) {
    const file = await fileIn(folder, address);
    if (file !== undefined) return file;
  }
  if (!isFetching) return undefined;
  if (!/^https?:\/\//.test(address)) return undefined;
  const answer = await fetchPublic(address, {
    agent,
    mostBytes: MOST_PICTURE_BYTES,
    timeoutMs: FETCHED_IN_MS,
    ...(network && { network }),
  });
  if ("problem" in answer) return `${address} could not be fetched (${answer.problem})`;
  if (answer.fetched.status === 404 || answer.fetched.status === 410) return undefined;
  return answer.fetched.status === 200 ? answer.fetched.bytes : `${address} answers ${answer.fetched.status}`;
}

const FETCHED_IN_MS = 30_000;

/** `…/uploads/2018/02/ferry.jpg` below the folder, whichever part of its path was copied. */
async function fileIn(folder: string, address: string): Promise<Uint8Array | undefined> {
  const steps = decodedPath(address).split("/").filter(Boolean);
  const from = steps.lastIndexOf("uploads");
  const below = from === -1 ? steps : steps.slice(from + 1);
  for (let skipped = 0; skipped < Math.min(below.length, MOST_STEPS); skipped++) {
    const path = join(folder, normalize(`/${below.slice(skipped).join("/")}`));
    const there = await stat(path).catch(() => undefined); // another part of its path may be there
    if (there?.isFile() && there.size <= MOST_PICTURE_BYTES) return readFile(path);
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
