import type { Db } from "#store/db.ts";

export type KeptPicture = {
  readonly id: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
};

/** The kept pictures among `ids`, by id. */
export async function picturesAmong(db: Db, ids: readonly string[]): Promise<Map<string, KeptPicture>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("media")
    .select(["id", "type", "width", "height", "credit"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
