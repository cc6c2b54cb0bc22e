/** Dateline as its next version might be: one migration more, of the kind that leaves the version before it in peace. */
import { sql } from "kysely";
import { MIGRATIONS, type Migration } from "#store/migrations/all.ts";
import { dateline } from "../../src/program.ts";

const tomorrow: Migration = {
  name: "9999-tomorrow",
  olderStays: true,
  up: async (db) => {
    await sql`alter table article add column mood integer not null default 0`.execute(db);
    await sql`create table mood (article_id text not null primary key, mood integer not null)`.execute(db);
    await sql`create index reply_of_tomorrow on reply (written_at, id)`.execute(db);
  },
};

// The list is read-only for everybody who is not the next version.
(MIGRATIONS as Migration[]).push(tomorrow);
process.exitCode = await dateline(process.argv.slice(2));
