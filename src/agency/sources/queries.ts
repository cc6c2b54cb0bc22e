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
