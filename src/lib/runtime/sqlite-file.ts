/** SQLite files of other programs: one that is there is read and never written, its rows one after another; a new one is made whole. */
import { Database } from "bun:sqlite";

export type SqliteRow = Readonly<Record<string, string | number | null | Uint8Array>>;

/** The file is no database, or one without these tables; its message goes on after the file's name. */
export class ForeignFileProblem extends Error {}

/** The rows of a question, as they are walked through; the file is closed after the last. */
export function* rowsIn(path: string, question: string): Generator<SqliteRow> {
  const file = opened(path);
  try {
    const statement = prepared(file, question);
    for (const row of statement.iterate()) yield row;
  } finally {
    file.close();
  }
}

function opened(path: string): Database {
  try {
    return new Database(path, { readonly: true });
  } catch (cause) {
    throw new ForeignFileProblem("cannot be opened", { cause });
  }
}

function prepared(file: Database, question: string) {
  try {
    return file.prepare<SqliteRow, []>(question);
  } catch (cause) {
    throw new ForeignFileProblem(
      `is not the database that is asked for: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}

/** Puts a row into the new file. */
export type Put = (question: string, values: readonly (string | number | null)[]) => void;

/** Makes a file of these tables and of what `work` puts into them, in one commit. */
export async function newSqliteFile(
  path: string,
  schema: readonly string[],
  work: (put: Put) => Promise<void>,
): Promise<void> {
  const file = new Database(path, { create: true, readwrite: true });
  try {
    for (const sentence of schema) file.run(sentence);
    file.run("begin");
    await work((question, values) => void file.query(question).run(...values));
    file.run("commit");
  } finally {
    file.close();
  }
}
