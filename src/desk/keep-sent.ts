/** A picture somebody sent, kept in the library with what is said of it. */
import { createHash } from "node:crypto";
import { hidePicture, keepPicture } from "#agency/media/actions.ts";
import { LONGEST_LINE, type PictureFacts } from "#agency/media/media.ts";
import { type LibraryPicture, libraryPicture, pictureOfUpload } from "#agency/media/queries.ts";
import { FilesProblem } from "#lib/files.ts";
import { type PictureProblem, type ReadPicture, readPicture } from "#outside/pictures.ts";
import type { DeskVisit } from "./visit.ts";

type Sent = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  /** What is kept of it, given what its file says itself. */
  readonly facts: (words: ReadPicture["words"]) => PictureFacts;
};

export type KeptSent = { readonly picture: LibraryPicture; readonly stoodStill: boolean };

/** The same bytes twice are one picture: what is known of it stays, and it comes back into sight. */
export async function keepSent(
  { db, world, staff, at }: DeskVisit,
  { bytes, name, facts }: Sent,
): Promise<KeptSent | { readonly refusal: PictureProblem | "full" | "away" }> {
  const uploadDigest = createHash("sha256").update(bytes).digest("hex");
  const known = await pictureOfUpload(db, uploadDigest);
  if (known) {
    if (known.hiddenAt) await hidePicture(db, { id: known.id, hidden: false, by: staff.id, at });
    return { picture: known, stoodStill: false };
  }
  const read = await readPicture(bytes);
  if ("problem" in read) return { refusal: read.problem };
  const { words, stoodStill, ...pixels } = read.picture;
  try {
    const { id } = await keepPicture(db, world.files, {
      ...pixels,
      ...facts(words),
      name: nameOf(name),
      uploadDigest,
      by: staff.id,
      at,
    });
    const picture = await libraryPicture(db, id);
    if (!picture) throw new Error(`the picture ${id} was kept and is not there`);
    return { picture, stoodStill };
  } catch (cause) {
    // `doctor` says the same to the operator, with the reason.
    if (cause instanceof FilesProblem) return { refusal: cause.problem === "full" ? "full" : "away" };
    throw cause;
  }
}

/** Some browsers send a whole path. */
export function nameOf(sent: string): string {
  return (sent.split(/[\\/]/).at(-1) ?? "").replaceAll(/[\p{Cc}\p{Cf}]/gu, "").slice(0, LONGEST_LINE);
}
