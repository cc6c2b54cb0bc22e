/** A withholding is agreed to as at the desk: what the kept files of sources hold of it is looked for first. */
import { withhold } from "#agency/withholding/actions.ts";
import { filesOf, lookIntoFiles } from "#agency/withholding/kept-files.ts";
import { withholdingById } from "#agency/withholding/queries.ts";
import { filesIn } from "#outside/files.ts";
import { mediaOf, type TestStore } from "./engines.ts";

type Agree = Pick<Parameters<typeof withhold>[1], "id" | "by" | "at">;

export async function agreeTo(store: Pick<TestStore, "db" | "data">, { id, by, at }: Agree) {
  const files = filesIn(mediaOf(store));
  const look = await lookIntoFiles(store.db, files, { id });
  const isSealed = (await withholdingById(store.db, id))?.how === "seal";
  return withhold(store.db, { id, by, at, look, ...(isSealed && look && { files: await filesOf(files, look) }) });
}
