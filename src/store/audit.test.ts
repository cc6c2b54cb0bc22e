import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { note } from "./audit.ts";
import { together } from "./db.ts";

const noon = new Date("2026-03-02T12:00:00.000Z");
const act = { by: "command line", act: "article.publish", subject: "article:1", at: noon };

for (const engine of engines) {
  test(`${engine}: an act is on the record with what was done, and is lost with what was undone`, async () => {
    await using store = await openTestStore(engine);
    await together(store.db, (db) => note(db, { ...act, detail: { from: "ready" } }));
    await together(store.db, async (db) => {
      await note(db, act);
      throw new Error("undone");
    }).catch(() => undefined);
    const rows = await store.db.selectFrom("audit").selectAll().execute();
    expect(rows.map(({ made_by, detail }) => [made_by, detail])).toEqual([["command line", '{"from":"ready"}']]);
  });

  test(`${engine}: nobody changes the record`, async () => {
    await using store = await openTestStore(engine);
    await note(store.db, act);
    await expect(store.db.updateTable("audit").set({ made_by: "nobody" }).execute()).rejects.toThrow("never changed");
    await expect(store.db.deleteFrom("audit").execute()).rejects.toThrow("never changed");
    expect(await store.db.selectFrom("audit").selectAll().execute()).toHaveLength(1);
  });
}
