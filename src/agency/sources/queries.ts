import { sql } from "kysely";
import type { Db } from "#store/db.ts";

export type Source = {
  readonly id: string;
  readonly kind: "outlet" | "person" | "document" | "page";
  readonly name: string;
  readonly language: string | null;
  readonly url: string | null;
};

const KINDS: readonly Source["kind"][] = ["outlet", "person", "document", "page"];

/** The sources of the ledger among `ids`, in the order of `ids`; one the ledger does not know is left out. */
export async function sourcesAmong(db: Db, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("source")
    .select(["id", "kind", "name", "language", "url"])
    .where("id", "in", ids)
    .execute();
  const known = new Map(
    rows.map((row) => [row.id, { ...row, kind: KINDS.find((kind) => kind === row.kind) ?? "page" }]),
  );
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Sources whose name holds the words, by name; the newest ones when there are no words. */
export async function sourcesNamed(db: Db, words: string, { limit }: { limit: number }): Promise<Source[]> {
  const some = db.selectFrom("source").select(["id", "kind", "name", "language", "url"]).limit(limit);
  const rows =
    words === ""
      ? await some.orderBy("made_at", "desc").orderBy("id").execute()
      : await some
          .where((row) => sql`lower(${row.ref("name")})`, "like", `%${words.toLowerCase().replaceAll(/[%_]/g, "")}%`)
          .orderBy("name")
          .orderBy("id")
          .execute();
  return rows.map((row) => ({ ...row, kind: KINDS.find((kind) => kind === row.kind) ?? "page" }));
}
