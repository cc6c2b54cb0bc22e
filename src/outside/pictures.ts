/**
 * Pictures as strangers send them, made into pictures that can be served: checked before anything is decoded,
 * turned upright, in sRGB, and of their file nothing kept but the pixels. One at a time, so that a small machine lives.
 */
import type { Sharp, SharpConstructor } from "sharp";
import { headOf, type Kind } from "./pictures/head.ts";
import { type PictureWords, wordsIn } from "./pictures/words.ts";

/** `kind` is a file that is no picture, or of a kind that is not taken: SVG, which holds scripts, among them. */
export type PictureProblem = "kind" | "heic" | "large" | "pixels" | "damaged";

export type ReadPicture = {
  readonly bytes: Uint8Array;
  readonly type: "image/jpeg" | "image/webp";
  readonly width: number;
  readonly height: number;
  /** What moved stands still on its first frame: nothing on a page moves. */
  readonly stoodStill: boolean;
  readonly words: PictureWords;
};

/** A picture straight out of a large camera has up to 30 MB. */
export const MOST_PICTURE_BYTES = 40 * 1024 * 1024;
// The largest usual sensor has 61 million pixels; decoded whole, 80 million take 240 MB.
const MOST_PIXELS = 80_000_000;
const LONGEST_SIDE = 4_096;
const QUALITY = 90;
const MOST_SECONDS = 60;

/** The picture as it will be kept, with what its file says of it. */
export async function readPicture(
  bytes: Uint8Array,
): Promise<{ readonly picture: ReadPicture } | { readonly problem: PictureProblem }> {
  if (bytes.byteLength > MOST_PICTURE_BYTES) return { problem: "large" };
  const head = headOf(bytes);
  if ("problem" in head) return head;
  if (head.width * head.height > MOST_PIXELS) return { problem: "pixels" };
  const sharp = await loadSharp();
  const decoded = await oneAtATime(() => pixelsOf(sharp, bytes, head.kind));
  if (!decoded) return { problem: "damaged" };
  const { embedded, ...picture } = decoded;
  return { picture: { ...picture, words: wordsIn(embedded) } };
}

/** How large a picture says it is, without decoding it; nothing for what is none that can be read. */
export function statedSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const head = headOf(bytes);
  return "problem" in head ? undefined : head;
}

async function pixelsOf(sharp: SharpConstructor, bytes: Uint8Array, kind: Kind) {
  try {
    const image = openWith(sharp, bytes);
    const { format, pages = 1, hasAlpha, xmp, iptc, exif } = await image.metadata();
    if (format !== FORMATS[kind]) return undefined;
    const whole = image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb");
    const type = hasAlpha && !(await image.clone().stats()).isOpaque ? "image/webp" : "image/jpeg";
    const made = type === "image/webp" ? whole.webp({ quality: QUALITY }) : whole.flatten().jpeg({ quality: QUALITY });
    const { data, info } = await made.toBuffer({ resolveWithObject: true });
    return {
      bytes: new Uint8Array(data),
      type,
      width: info.width,
      height: info.height,
      stoodStill: pages > 1,
      embedded: { xmp, iptc, exif },
    } as const;
  } catch {
    return undefined; // bytes that are no whole picture; sharp says why in words of its loaders, to nobody
  }
}

const FORMATS: Readonly<Record<Kind, string>> = { jpeg: "jpeg", png: "png", gif: "gif", webp: "webp", avif: "heif" };

export type SizeType = "image/avif" | "image/webp" | "image/jpeg";

export type Size = {
  readonly type: SizeType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

// Phones at one to three pixels a point, a column, the whole page, the whole page at two pixels a point.
const WIDTHS = [320, 640, 1_024, 1_600, 2_400];
const WHITE = "#ffffff";

const TYPES: Readonly<Record<SizeType, (image: Sharp) => Sharp>> = {
  // Beyond effort 3 it takes twice as long for a few hundredths less.
  "image/avif": (image) => image.avif({ quality: 52, effort: 3 }),
  "image/webp": (image) => image.webp({ quality: 76 }),
  "image/jpeg": (image) => image.flatten({ background: WHITE }).jpeg({ quality: 78, mozjpeg: true }),
};

/** A kept picture in every width and type pages ask for, small ones first. */
export async function* sizesOf({ bytes, width }: { bytes: Uint8Array; width: number }): AsyncGenerator<Size> {
  const sharp = await loadSharp();
  for (const wide of widthsOf(width)) {
    for (const [type, encoded] of Object.entries(TYPES)) {
      yield await oneAtATime(async () => {
        const image = openWith(sharp, bytes).resize({ width: wide });
        const { data, info } = await encoded(image).toBuffer({ resolveWithObject: true });
        // `Object.entries` forgets which keys there are.
        return { type: type as SizeType, width: info.width, height: info.height, bytes: new Uint8Array(data) };
      });
    }
  }
}

/** A picture narrower than the widest stands there in its own width too: its AVIF is a third of what is kept. */
function widthsOf(width: number): number[] {
  return [...WIDTHS.filter((one) => one < width), ...(width <= Math.max(...WIDTHS) ? [width] : [])];
}

function openWith(sharp: SharpConstructor, bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 }).timeout({ seconds: MOST_SECONDS });
}

let loaded: Promise<SharpConstructor> | undefined;

/** Loaded when the first picture comes: it is the largest thing in the process, and most days of a reader need none of it. */
function loadSharp(): Promise<SharpConstructor> {
  loaded ??= import("sharp").then(({ default: sharp }) => {
    // What is not named here cannot be read, whatever it says it is: no SVG, no PDF, no TIFF.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: [
        "VipsForeignLoadJpeg",
        "VipsForeignLoadPng",
        "VipsForeignLoadNsgif",
        "VipsForeignLoadWebp",
        "VipsForeignLoadHeif",
      ],
    });
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/** What stands in the way of reading pictures on this machine; nothing when all is well. */
export async function picturesProblem(): Promise<string | undefined> {
  try {
    await loadSharp();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

let last: Promise<unknown> = Promise.resolve();

function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined); // who asked for it hears of it
  return mine;
}
