import { expect, test } from "bun:test";
import { noteUse } from "#agency/wire-in/actions.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const RETENTION = "/desk/house/retention";
const USUAL = { drafts: "365", previews: "90", "sign-ins": "365", jobs: "14", wire: "90" };

async function send(door: Door, fields: Readonly<Record<string, string>>): Promise<Response> {
  const from = /name="from" value="([^"]*)"/.exec(await door.as("administrator").text(RETENTION))?.[1] ?? "";
  return door.as("administrator").post(RETENTION, { ...USUAL, from, do: "keep", ...fields });
}

async function forgetAt(door: Door, at: string): Promise<void> {
  door.setNow(at);
  await enqueue(door.db, "retention.forget", {}, new Date(at));
  await door.doJobs();
}

/** Gives an article three texts that never came out, days apart; answers their ids, the oldest first. */
async function drafts(door: Door): Promise<{ articleId: string; ids: string[] }> {
  const { published_revision_id: model, id: articleId } = await door.db
    .selectFrom("article")
    .select(["id", "published_revision_id"])
    .where("slug", "=", "ferry-strike")
    .executeTakeFirstOrThrow();
  const row = await door.db
    .selectFrom("revision")
    .selectAll()
    .where("id", "=", model ?? "")
    .executeTakeFirstOrThrow();
  const ids = ["2026-11-21", "2026-11-22", "2026-11-23"].map((day) => `draft ${day}`);
  for (const id of ids)
    await door.db
      .insertInto("revision")
      .values({ ...row, id, kind: "draft", made_at: `${id.slice(6)}T12:00:00.000Z` })
      .execute();
  return { articleId, ids };
}

async function kinds(door: Door): Promise<readonly string[]> {
  const rows = await door.db.selectFrom("revision").select("kind").orderBy("kind").execute();
  return rows.map(({ kind }) => kind);
}

for (const engine of engines) {
  test(`${engine}: what came by the wire goes when nobody used it and no channel carries it any more`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const items = () => door.db.selectFrom("wire_item").select(["id", "headline"]).orderBy("id").execute();
    const [used, carried, ...others] = await items();
    expect(others.length).toBeGreaterThan(0);
    const { id: articleId } = await door.db.selectFrom("article").select("id").limit(1).executeTakeFirstOrThrow();
    const at = new Date("2026-11-20T12:00:00Z");
    await noteUse(door.db, { id: used?.id ?? "", articleId, by: "ilse", at });
    await door.db
      .updateTable("wire_name")
      .set({ seen_at: "2027-03-01T00:00:00.000Z" })
      .where("item_id", "=", carried?.id ?? "")
      .execute();
    await forgetAt(door, "2027-03-02T00:00:00Z");
    expect(await items()).toEqual([used, carried].flatMap((item) => item ?? []));
    const versions = await door.db.selectFrom("wire_version").select("item_id").distinct().execute();
    expect(versions).toHaveLength(2);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: earlier drafts go after their days, and nothing that was published ever does`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { articleId, ids } = await drafts(door);
    await door.db
      .updateTable("article")
      .set({ ready_revision_id: ids[0] ?? "" })
      .where("id", "=", articleId)
      .execute();
    const published = (await kinds(door)).filter((kind) => kind !== "draft");
    await forgetAt(door, "2037-01-01T00:00:00Z");
    const left = await door.db.selectFrom("revision").select("id").where("id", "in", ids).orderBy("id").execute();
    // The one somebody said was ready stays, and so does the newest.
    expect(left.map(({ id }) => id)).toEqual([ids[0] ?? "", ids[2] ?? ""]);
    expect((await kinds(door)).filter((kind) => kind !== "draft")).toEqual(published);
    expect((await door.get("/en/ferry-strike")).status).toBe(200);
  });

  test(`${engine}: of the log only signing in and out is forgotten`, async () => {
    await using door = await openDoor(engine);
    await send(door, { "sign-ins": "30" });
    const acts = async () => {
      const rows = await door.db.selectFrom("audit").select("act").orderBy("act").execute();
      return rows.map(({ act }) => act);
    };
    expect(await acts()).toEqual(["house.set", "staff.sign-in"]);
    await forgetAt(door, "2026-12-19T00:00:00Z");
    expect(await acts()).toEqual(["house.set", "staff.sign-in"]);
    await forgetAt(door, "2026-12-21T00:00:00Z");
    expect(await acts()).toEqual(["house.set"]);
    await expect(door.db.deleteFrom("audit").execute()).rejects.toThrow("never changed");
  });

  test(`${engine}: done jobs go after their days, dead ones stay until somebody looks at them`, async () => {
    await using door = await openDoor(engine);
    const job = { key: null, payload: "{}", attempts: 1, held_until: null, held_by: null, last_error: null };
    const at = "2026-11-20T00:00:00.000Z";
    for (const state of ["done", "dead"])
      await door.db
        .insertInto("job")
        .values({ ...job, id: state, kind: "x", state, run_at: at, made_at: at, ended_at: at })
        .execute();
    await forgetAt(door, "2026-12-10T00:00:00Z");
    const rows = await door.db.selectFrom("job").select("id").where("kind", "=", "x").execute();
    expect(rows.map(({ id }) => id)).toEqual(["dead"]);
  });

  test(`${engine}: the page counts what would go before anything goes`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await drafts(door);
    door.setNow("2026-12-20T12:00:00Z");
    const counted = await (await send(door, { drafts: "7", do: "preview" })).text();
    expect(counted).toMatch(/id="drafts-hint">[^<]*Would go now: [1-9]/);
    expect(await door.as("administrator").text(RETENTION)).toMatch(/id="drafts-hint">[^<]*Would go now: 0\./);
    for (const days of ["6", "3651", "", "-7", "1e2", "seven"]) {
      const refused = await send(door, { drafts: days });
      expect({ days, status: refused.status }).toEqual({ days, status: 422 });
    }
    expect((await send(door, { drafts: "30" })).headers.get("location")).toBe(`${RETENTION}?said=kept`);
    const [act] = await door.db.selectFrom("audit").select("detail").where("act", "=", "house.set").execute();
    expect(JSON.parse(act?.detail ?? "")).toMatchObject({ "retention.drafts": " → 30" });
  });

  test(`${engine}: the two-person rule is switched by administrators alone, and stands in the log`, async () => {
    await using door = await openDoor(engine);
    const rule = "/desk/house/two-people";
    expect((await door.as("editor").post(rule, { on: "yes" })).status).toBe(404);
    expect((await door.as("administrator").post(rule, { on: "yes" })).headers.get("location")).toBe(
      `${rule}?said=kept`,
    );
    expect(await door.as("administrator").text(rule)).toContain("checked");
    const acts = await door.db.selectFrom("audit").select("act").where("act", "=", "house.two-people").execute();
    expect(acts).toHaveLength(1);
    const index = await door.as("administrator").text("/desk/house");
    expect(index).toContain("/desk/house/pre-flight");
    expect(await door.as("editor").text("/desk/house")).not.toContain("/desk/house/mail");
  });
}
