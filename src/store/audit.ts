/**
 * Who did what, when. A row is written in the action's own commit and never changed: the tables'
 * triggers refuse it. What the words of an act mean is the trade's.
 */
import { newId } from "#lib/ids.ts";
import type { Db } from "./db.ts";

export type Act = {
  /** The id of a member of staff, or `command line`. */
  readonly by: string;
  /** `article.publish` */
  readonly act: string;
  /** What it was done to: `article:ID`, `edition:ID`, `staff:ID` … */
  readonly subject: string;
  /** What a reader of the log needs beside that: the state before and after, a setting's old and new value. No secrets, no readers' addresses. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

/** Puts an act on the record, kept or lost together with what was done. Answers the id of the note. */
export async function note(db: Db, { by, act, subject, detail = {}, at }: Act): Promise<string> {
  const id = newId(at);
  await db
    .insertInto("audit")
    .values({ id, made_at: at.toISOString(), made_by: by, act, subject, detail: JSON.stringify(detail) })
    .execute();
  return id;
}

export type NotedAct = Required<Act> & { readonly id: string };

type Wanted = { readonly by?: string; readonly act?: string; readonly subject?: string };

/** What is on the record, the last act first. */
export async function notedActs(
  db: Db,
  { by, act, subject }: Wanted,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<NotedAct[]> {
  const rows = await db
    .selectFrom("audit")
    .select(["id", "made_at", "made_by", "act", "subject", "detail"])
    .$if(by !== undefined, (query) => query.where("made_by", "=", by ?? ""))
    .$if(act !== undefined, (query) => query.where("act", "=", act ?? ""))
    .$if(subject !== undefined, (query) => query.where("subject", "=", subject ?? ""))
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, made_at, made_by, act, subject, detail }) => ({
    id,
    by: made_by,
    act,
    subject,
    detail: JSON.parse(detail),
    at: new Date(made_at),
  }));
}
