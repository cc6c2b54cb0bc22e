/** What a withholding must not leave beside the rows it changes: files of others, numbers to compare by, errors of jobs. */
import { expect, test } from "bun:test";
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepSourceFile } from "#agency/sources/actions.ts";
import { keptPage } from "#agency/sources/reading.ts";
import type { StaffMember } from "#agency/staff/staff.ts";
import { addChannel } from "#agency/wire-in/actions.ts";
import { newId } from "#lib/ids.ts";
import { filesIn } from "#outside/files.ts";
import { together } from "#store/db.ts";
import { claim, enqueue, fail, forgetErrors } from "#store/queue.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { sendReply } from "#test/reader.ts";
import { agreeTo } from "#test/withholding.ts";
import { likenessOf } from "#text/replies/likeness.ts";
import { askToWithhold } from "./actions.ts";

const NAME = "Zyxwanna Qvortrup";
const at = new Date("2026-11-20T12:00:00.000Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const staff = (id: string, role: StaffMember["role"]): StaffMember => ({
  id,
  name: id,
  email: `${id}@strait.example`,
  role,
  language: "en",
});
const [edgar, olga] = [staff("edgar", "editor"), staff("olga", "administrator")];

type TheDoor = Awaited<ReturnType<typeof openDoor>>;

async function withheld({ db, store }: Pick<TheDoor, "db" | "store">): Promise<void> {
  const asked = await askToWithhold(db, {
    forms: [NAME],
    pictureId: null,
    storyId: null,
    reason: "child",
    how: "destroy",
    note: "",
    by: edgar,
    at: later(40),
  });
  if ("refusal" in asked) throw new Error(asked.refusal);
  expect(await agreeTo(store, { id: asked.id, by: olga, at: later(60) })).toHaveProperty("done");
}

const filesWith = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /zyxwanna/i.test(path) || /zyxwanna/i.test(readFileSync(path).toString("latin1")));

for (const engine of engines) {
  test(`${engine}: copy that lies aside in the folders of the wire is destroyed, and no channel names its file`, async () => {
    await using door = await openDoor(engine);
    const folder = join(door.store.data, "wire", "kessar");
    mkdirSync(folder, { recursive: true });
    const drop = (name: string, words: string) => {
      writeFileSync(join(folder, name), words);
      utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
    };
    drop(
      "one.json",
      JSON.stringify({ uri: "urn:kessar:1", type: "text", headline: "Found", body_text: `${NAME} is home.` }),
    );
    drop("zyxwanna-qvortrup.bin", `\0\0${NAME}`);
    const facts = { kind: "folder", name: "Kessar", address: "kessar", language: null, editionId: null } as const;
    const terms = { rightsHolder: "", usageTerms: "", everyMinutes: null };
    await addChannel(door.db, { facts: { ...facts, ...terms }, by: "edgar", at });
    await door.doJobs();
    expect(filesWith(folder)).toHaveLength(2);
    const problem = () => door.db.selectFrom("wire_channel").select("problem").executeTakeFirstOrThrow();
    expect(JSON.stringify(await problem())).toContain("zyxwanna-qvortrup.bin");
    drop("later.json", "{}");

    await withheld(door);
    door.setNow(later(61).toISOString());
    await door.doJobs();
    expect(filesWith(door.store.data)).toEqual([]);
    expect(JSON.stringify(await problem())).not.toMatch(/zyxwanna/i);
  });

  test(`${engine}: no number confirms a guess at what a reply said`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const text = `I have known ${NAME} since she was small, and her mother, too, from the quay.`;
    await sendReply(door, { text });
    const { id } = await door.db.selectFrom("reply").select("id").where("body", "=", text).executeTakeFirstOrThrow();
    const own = likenessOf(text);
    const standing = async () => ({
      sketches: (await door.db.selectFrom("reply").select("sketch").where("id", "=", id).execute()).map(
        ({ sketch }) => sketch,
      ),
      marks: (await door.db.selectFrom("reply_mark").select("mark").where("cluster_id", "=", id).execute()).length,
    });
    expect(await standing()).toEqual({ sketches: [own?.sketch ?? ""], marks: own?.bands.length ?? 0 });
    await withheld(door);
    expect(await standing()).toEqual({ sketches: [""], marks: 0 });
  });

  test(`${engine}: a job that is taken while a withholding is on its way keeps no error, whenever it fails`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const kinds = ["mail.send"];
    const errors = () =>
      db.selectFrom("job").select("last_error").where("kind", "=", "mail.send").orderBy("id").execute();
    const taken = async (minute: number) => {
      await enqueue(db, "mail.send", { letter: `of minute ${minute}` }, later(minute));
      const [job] = await claim(db, { kinds, worker: "w", now: later(minute), limit: 1 });
      if (!job) throw new Error("no job is due");
      return (now: Date) => fail(db, { job, worker: "w", error: `550 nobody knows ${NAME}`, now, random: 1 });
    };
    const before = await taken(61);
    const after = await taken(61.5);
    // The commit that was being made when the first was taken, and when it failed, read neither.
    await before(later(61));
    await db.insertInto("withholding").values(DONE_AT_60).execute();
    await after(later(70));
    expect(JSON.stringify(await errors())).toMatch(/zyxwanna/i);
    await forgetErrors(db, { since: later(60) });
    expect((await errors()).map(({ last_error }) => last_error?.slice(0, 22))).toEqual([
      "Something was withheld",
      "Something was withheld",
    ]);
    // What is taken when all is over tells of itself.
    const next = await taken(80);
    await next(later(80));
    expect(JSON.stringify(await errors())).toMatch(/zyxwanna/i);
  });

  test(`${engine}: the file of a source that no row came to name is destroyed`, async () => {
    await using door = await openDoor(engine);
    const media = join(door.store.data, "media");
    const files = filesIn(media);
    const { page, file } = keptPage({
      id: newId(at),
      at,
      sourceId: "",
      how: "pasted",
      software: "Dateline",
      address: null,
      type: "text/plain",
      bytes: new TextEncoder().encode(NAME),
    });
    await keepSourceFile(door.db, files, { id: page.id, file, at });
    const refused = together(door.db, async () => {
      throw new Error("the draft could not be kept");
    });
    await expect(refused).rejects.toThrow("could not be kept");
    expect(readdirSync(media)).toContain(file.name);
    door.setNow(later(11).toISOString());
    await door.doJobs();
    expect(readdirSync(media)).not.toContain(file.name);
  });
}

const DONE_AT_60 = {
  id: newId(later(60)),
  state: "done",
  story_id: null,
  words: null,
  picture_id: null,
  note: null,
  reason: "child",
  how: "destroy",
  sealed: null,
  asked_by: "edgar",
  asked_role: "editor",
  asked_at: later(40).toISOString(),
  decided_by: "olga",
  decided_role: "administrator",
  decided_at: later(60).toISOString(),
} as const;
