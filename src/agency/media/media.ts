/** Pictures: kept once under the digest of their bytes, and never changed. */
import { createHash } from "node:crypto";
import { may, type StaffMember } from "../staff/staff.ts";

export type Kept = { readonly id: string; readonly type: string; readonly width: number; readonly height: number };

/** What the desk says of a picture; articles begin with its words and may use others. */
export type PictureFacts = {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly licence: string;
  /** The notice its maker put into the file. */
  readonly copyright: string;
};

/** Whether somebody may change what is shown of a picture: once readers see it, that is publishing. */
export function mayChangePicture(staff: Pick<StaffMember, "role">, isBeforeReaders: boolean): boolean {
  return may(staff, isBeforeReaders ? "article.publish" : "picture.keep");
}

/** What stays in sight when a picture is cropped, in hundredths of its width and height. */
export type Focus = { readonly x: number; readonly y: number };

// A picture is cropped to fifths: the style sheet has a class for each, as it may hold no style of one picture alone.
const FOCUS_STEP = 25;

/** The class that keeps the focus in sight; none for the middle, which every picture is cropped to anyway. */
export function focusClass({ x, y }: Focus): string | undefined {
  const [across, down] = [Math.round(x / FOCUS_STEP), Math.round(y / FOCUS_STEP)];
  return across === 2 && down === 2 ? undefined : `fx-${across} fy-${down}`;
}

/** A picture in another width or type. */
export type Rendition = { readonly type: string; readonly width: number; readonly height: number };

/** Licences a newsroom meets every day; any other is written out. The order is that of the list. */
export const USUAL_LICENCES = [
  "All rights reserved",
  "Agency use under contract",
  "Press handout",
  "CC BY 4.0",
  "CC BY-SA 4.0",
  "CC BY-ND 4.0",
  "CC BY-NC 4.0",
  "CC0 1.0",
  "Public domain",
] as const;

export const LONGEST_LINE = 200;
export const LONGEST_CAPTION = 1_000;

const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/svg+xml": "svg",
};

/** The name of a picture's file, in its own width or another, or nothing for a type Dateline does not show. */
export function fileName(id: string, type: string, width?: number): string | undefined {
  const ending = ENDINGS[type];
  return ending && (width === undefined ? `${id}.${ending}` : `${id}-${width}.${ending}`);
}

// What networks show a link with asks for 1,200 pixels at least and knows no AVIF.
const SHARED_WIDTH = 1_200;

/** The JPEG other sites are given: the smallest that is wide enough, else the picture itself; nothing while there is none. */
export function sharedJpeg<Picture extends Kept & { readonly renditions: readonly Rendition[] }>({
  id,
  type,
  width,
  height,
  renditions,
}: Picture):
  | { readonly file: string; readonly type: string; readonly width: number; readonly height: number }
  | undefined {
  const jpegs = renditions.filter((one) => one.type === "image/jpeg");
  const made = jpegs.find((one) => one.width >= SHARED_WIDTH) ?? jpegs.at(-1);
  if (!made && type !== "image/jpeg") return undefined;
  const file = made ? fileName(id, made.type, made.width) : fileName(id, type);
  return file === undefined ? undefined : { type: "image/jpeg", width, height, ...made, file };
}

/** The type a file name was given for, or nothing for a name that is not one of ours. */
export function typeOfFile(name: string): string | undefined {
  const ending = /^[0-9a-f]{32}(?:-\d{1,4})?\.([a-z]+)$/.exec(name)?.[1];
  return Object.keys(ENDINGS).find((type) => ENDINGS[type] === ending);
}

/** How many hexadecimal digits of the SHA-256 of its bytes name a picture. */
export const PICTURE_ID_DIGITS = 32;

// 128 bits name a picture: a picture made on purpose to share a name gains nothing but its own place.
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, PICTURE_ID_DIGITS);
}

/** What an answer that is the bytes themselves depends on, by the name they are served under. */
export function topicOfFile(name: string): string {
  return `file:${name}`;
}

/** What a page that shows the picture depends on. */
export function topicOfPicture(id: string): string {
  return `picture:${id}`;
}
