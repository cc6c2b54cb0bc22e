import type { Signer } from "#lib/merkle/note.ts";
import { type Db, together } from "#store/db.ts";
import { logSize } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import { newestCheckpoint } from "./queries.ts";
import { askForVouching, type Vouching } from "./vouched.ts";

type Keep = { readonly signer: Signer; readonly vouching?: Vouching; readonly at: Date };

/** Keeps what the log says of itself now, signed: from here on nothing is signed that contradicts it. Answers what stands. */
export async function keepCheckpoint(db: Db, { signer, vouching, at }: Keep) {
  return together(db, async (db) => {
    const newest = await newestCheckpoint(db, signer);
    if (newest.isContradicted)
      throw new Error("the log does not go on from a checkpoint it was signed with; ask: dateline verify");
    if (newest.size === 0) return undefined;
    await db
      .insertInto("log_checkpoint")
      .values({ size: newest.size, note: newest.written, made_at: at.toISOString() })
      .onConflict((taken) => taken.column("size").doNothing())
      .execute();
    if (vouching) await askForVouching(db, vouching, at);
    return newest;
  });
}

const LETTERED = "log.lettered";

/** Asks for a letter to every editor, where the log has grown since the last one. */
export async function askForLogLetters(db: Db, { at }: { at: Date }): Promise<void> {
  await together(db, async (db) => {
    const value = String(await logSize(db));
    const last = await db.selectFrom("setting").select("value").where("key", "=", LETTERED).executeTakeFirst();
    if (value === "0" || last?.value === value) return;
    await db
      .insertInto("setting")
      .values({ key: LETTERED, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
    const editors = await db
      .selectFrom("staff")
      .select("id")
      .where("role", "in", ["editor", "administrator"])
      .where("suspended_at", "is", null)
      .where("removed_at", "is", null)
      .orderBy("id")
      .execute();
    for (const { id: staffId } of editors) await enqueue(db, "mail.send", { letter: "log", staffId }, at);
  });
}
