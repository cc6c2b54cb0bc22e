import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { emptyPlace } from "#test/engines.ts";
import type { Db } from "./db.ts";
import { openSqlite } from "./engines/sqlite.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { DATABASE_FILE } from "./open.ts";

const AT = "2026-11-01T10:00:00.000Z";

test("sqlite: tables that are kept by their key alone keep their rows, their indexes and what follows them", async () => {
  const { data } = await emptyPlace("sqlite");
  mkdirSync(data, { recursive: true });
  const { db } = openSqlite(join(data, DATABASE_FILE), { readonly: false });
  try {
    await migrate(db, { migrations: MIGRATIONS.filter(({ name }) => name < "0075-kept-by-key") });
    await sql`insert into reply_token (nonce, wrong, reply_id, expires_at) values ('n', 2, null, ${AT})`.execute(db);
    await sql`
      insert into job (id, kind, key, payload, state, run_at, attempts, made_at, ended_at)
      values ('j', 'letter.send', 'k', '{}', 'dead', ${AT}, 3, ${AT}, ${AT})`.execute(db);
    const before = await beside(db);
    await migrate(db);
    // One of them was made anew, under another name.
    expect(await beside(db)).toEqual(before.map((name) => (name === "job_ended" ? "job_over" : name)).toSorted());
    expect(await db.selectFrom("reply_token").select(["nonce", "wrong"]).execute()).toEqual([{ nonce: "n", wrong: 2 }]);
    expect(await db.selectFrom("job").select(["id", "attempts", "ended_at"]).execute()).toEqual([
      { id: "j", attempts: 3, ended_at: AT },
    ]);
    for (const table of ["reply_token", "reply_contact", "reply_network", "decision", "job"])
      await expect(sql`select rowid from ${sql.table(table)}`.execute(db)).rejects.toThrow("rowid");
  } finally {
    await db.destroy();
  }
});

/** The names of indexes and triggers of those tables that somebody wrote down. */
async function beside(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name
      from sqlite_schema
     where tbl_name in ('reply_token', 'reply_contact', 'reply_network', 'decision', 'job')
       and type <> 'table' and sql is not null
     order by name`.execute(db);
  return rows.map(({ name }) => name);
}
