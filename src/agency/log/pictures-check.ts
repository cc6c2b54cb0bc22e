/** Checks the files of pictures against their names, which are digests of their bytes and stand in the texts the log tells of. */
import { createHash } from "node:crypto";
import { fileName, PICTURE_ID_DIGITS } from "#agency/media/media.ts";
import type { Files } from "#lib/files.ts";
import type { Db } from "#store/db.ts";
import type { Findings } from "./findings.ts";

const PAGE = 200;

export async function hasPictures(db: Db): Promise<boolean> {
  return (await db.selectFrom("media").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Every picture that is kept, one after another: as much memory as a piece of one. Other sizes and types are made of it. */
export async function checkPictures(db: Db, files: Files, report: Findings): Promise<void> {
  for (let after = ""; ; ) {
    const pictures = await db
      .selectFrom("media")
      .select(["id", "type"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const { id, type } of pictures) {
      const name = fileName(id, type);
      if (name === undefined) continue;
      const found = await digestIn(files, name);
      if (found === undefined) report.fault("content-gone", `The picture ${name} is gone, and no entry says why.`);
      else if (found !== id)
        report.fault(
          "content-changed",
          `The picture ${name} shows something else: its bytes are not those it was kept as.`,
        );
    }
    if (pictures.length < PAGE) return;
    after = pictures.at(-1)?.id ?? after;
  }
}

/** Nothing where no file is; what cannot be read is told as it is. */
async function digestIn(files: Files, name: string): Promise<string | undefined> {
  const file = await files.open(name);
  if (!file) return undefined;
  const digest = createHash("sha256");
  for await (const piece of file.stream) digest.update(piece);
  return digest.digest("hex").slice(0, PICTURE_ID_DIGITS);
}
