/** The article a page of the desk is about, with the edition it stands in and the copy being written. */
import { type WorkingCopy, workingCopy } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import type { DeskVisit } from "../visit.ts";

export type ArticleInHand = {
  readonly id: string;
  readonly edition: Edition;
  readonly copy: WorkingCopy;
};

/** The article a visit names; nothing when there is none. */
export async function articleInHand({ db, steps, editions }: DeskVisit): Promise<ArticleInHand | undefined> {
  const id = steps["id"] ?? "";
  const row = await db.selectFrom("article").select("edition_id").where("id", "=", id).executeTakeFirst();
  const edition = editions.find((one) => one.id === row?.edition_id);
  const copy = row && (await workingCopy(db, id));
  return edition && copy ? { id, edition, copy } : undefined;
}
