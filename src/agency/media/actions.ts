import type { Files } from "#lib/files.ts";
import type { Db } from "#store/db.ts";
import { digestOf, fileName, type Kept } from "./media.ts";

export type Picture = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
  readonly licence: string;
  readonly at: Date;
};

/** Keeps a picture's bytes, then its row: a row never names a file that is not there. The same bytes twice are one picture. */
export async function keepPicture(db: Db, files: Files, picture: Picture): Promise<Kept> {
  const { bytes, type, width, height, credit, licence, at } = picture;
  const id = digestOf(bytes);
  const name = fileName(id, type);
  if (!name) throw new Error(`pictures of type ${type} are not kept`);
  await files.keep(name, bytes);
  await db
    .insertInto("media")
    .values({ id, type, width, height, bytes: bytes.byteLength, credit, licence, made_at: at.toISOString() })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return { id, type, width, height };
}
