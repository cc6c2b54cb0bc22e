import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { publishArticle, withdrawArticle } from "#agency/articles/actions.ts";
import { checkpointsIn, readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { checkedBy, readVkey } from "#lib/merkle/note.ts";
import { entriesIn } from "#lib/merkle/tiles.ts";
import { GrowingTree, hashesIn, isIncluded, leafHash } from "#lib/merkle/tree.ts";
import { appendEntry } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openMailbox } from "#test/mailbox.ts";
import { unlock } from "#test/unlocked.ts";

type Proof = {
  readonly article: string;
  readonly address: string;
  readonly key: string;
  readonly checkpoint: string;
  readonly tlogProof: string;
  readonly entries: readonly {
    readonly index: number;
    readonly entry: string;
    readonly proof: readonly string[];
    readonly opened?: readonly { readonly place: number; readonly salt: string; readonly content: string }[];
  }[];
};

for (const engine of engines) {
  test(`${engine}: the checkpoint is signed, and its tiles hold every entry`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const checkpoint = readCheckpoint(await door.text("/log/checkpoint"));
    const key = readVkey(await door.text("/log/key"));
    if (!checkpoint || !key) throw new Error("there is no checkpoint, or no key");
    expect(checkpoint.origin).toBe("strait.example/log");
    expect(checkedBy(checkpoint.note, key)).toBe("good");
    expect(checkpoint.size).toBeGreaterThan(20);
    const width = checkpoint.size;
    const answer = await door.get(`/log/tile/entries/000.p/${width}`);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const entries = entriesIn(new Uint8Array(await answer.arrayBuffer()));
    const tile = hashesIn(new Uint8Array(await (await door.get(`/log/tile/0/000.p/${width}`)).arrayBuffer()));
    const tree = new GrowingTree();
    for (const [at, entry] of entries.entries()) {
      const leaf = leafHash(entry);
      expect(Buffer.from(leaf).equals(tile[at] ?? leaf.subarray(1))).toBe(true);
      tree.append(leaf);
    }
    expect(Buffer.from(tree.root()).equals(checkpoint.root)).toBe(true);
    // No entry says what it is about in words.
    const said = entries.map((entry) => Buffer.from(entry).toString()).join("\n");
    expect([said.includes("Ilse"), said.includes("ferry"), said.includes("headline")]).toEqual([false, false, false]);
    for (const path of [
      `/log/tile/0/000.p/${width + 1}`,
      "/log/tile/0/001",
      "/log/tile/1/000.p/1",
      "/log/tile/x/000",
    ]) {
      const missing = await door.get(path);
      expect([path, missing.status, missing.headers.get("cache-control")]).toEqual([path, 404, "no-store"]);
    }
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: an article proves offline that its text is in the log, and tells of every change`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { id, slug } = await someArticle(door);
    const before = await proofAt(door, slug);
    expect(before).toMatchObject({ article: id, address: `/en/${slug}` });
    expect(before.entries.length).toBe(1);
    check(before);
    await door.db.updateTable("article").set({ headline: "x" }).where("id", "=", id).execute();
    await publishArticle(door.db, { articleId: id, by: "Ilse", at: new Date("2026-03-02T13:00:00Z") });
    const after = await proofAt(door, slug);
    expect(after.entries.map(({ entry }) => JSON.parse(entry).kind)).toEqual(["update", "publication"]);
    expect(after.entries[1]?.index).toBe(before.entries[0]?.index ?? -1);
    expect(after.entries[1]?.opened).toBeUndefined();
    check(after);
    const page = await door.text(`/en/${slug}`);
    expect(page).toContain(`/en/${slug}/proof.json`);
  });

  test(`${engine}: the proof of what was taken back says so and opens no text`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { id, slug } = await someArticle(door);
    expect((await proofAt(door, slug)).entries[0]?.opened?.length).toBe(1);
    await withdrawArticle(door.db, {
      articleId: id,
      note: "it was wrong",
      by: "Ilse",
      at: new Date("2026-03-02T13:00:00Z"),
    });
    const proof = await proofAt(door, slug);
    expect(proof.entries.map(({ entry }) => JSON.parse(entry).kind)).toEqual(["withdrawal", "publication"]);
    expect(JSON.stringify(proof)).not.toContain("opened");
    expect(JSON.stringify(proof)).not.toContain("it was wrong");
    expect((await door.get("/en/never-there/proof.json")).status).toBe(404);
    expect((await door.get(`/log/articles/${id}`)).status).toBe(404);
  });

  test(`${engine}: the newest checkpoint leaves the house in every feed`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const checkpoint = await door.text("/log/checkpoint");
    for (const file of ["feed.xml", "atom.xml"]) {
      const xml = await door.text(`/en/${file}`);
      expect(xml).toContain(`<tlog:checkpoint>${checkpoint}</tlog:checkpoint>`);
      expect(xml).toContain('xmlns:tlog="https://c2sp.org/tlog-checkpoint"');
    }
    const { _dateline } = JSON.parse(await door.text("/ru/feed.json"));
    expect(_dateline).toEqual({
      about: "https://strait.example/log",
      key: (await door.text("/log/key")).trim(),
      checkpoint,
    });
  });

  test(`${engine}: what was signed once is not contradicted, though somebody changed an entry`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.doJobs();
    const signed = await door.text("/log/checkpoint");
    const kept = await door.db.selectFrom("log_checkpoint").select("note").execute();
    expect(kept).toEqual([{ note: signed }]);
    await unlock(door.store);
    await sql`update log_entry set leaf = (select leaf from log_entry where number = 1) where number = 0`.execute(
      door.db,
    );
    const { id } = await someArticle(door);
    await publishArticle(door.db, { articleId: id, by: "Ilse", at: new Date("2026-03-02T13:00:00Z") });
    expect(await door.text("/log/checkpoint")).toBe(signed);
    await expect(door.doJobs()).rejects.toThrow("does not go on from a checkpoint");
    expect(await door.text("/log/checkpoint")).toBe(signed);
  });

  test(`${engine}: editors get the newest checkpoint by mail, once for what is new`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine, { smtp: mailbox.smtp });
    for (const role of ["editor", "reporter"] as const) await door.as(role).get("/desk/");
    const at = new Date("2026-03-02T12:00:00Z");
    await appendEntry(door.db, { kind: "kill", parts: [], at });
    await enqueue(door.db, "log.letters", {}, at);
    await door.doJobs();
    const [letter, ...more] = mailbox.letters.filter(({ text }) => text.includes("--checkpoint"));
    expect([letter?.to, more.length]).toEqual([["editor@strait.example"], 0]);
    expect(checkpointsIn(letter?.text ?? "").map(({ size }) => size)).toEqual([
      readCheckpoint(await door.text("/log/checkpoint"))?.size ?? 0,
    ]);
    await enqueue(door.db, "log.letters", {}, at);
    await door.doJobs();
    expect(mailbox.letters.filter(({ text }) => text.includes("--checkpoint")).length).toBe(1);
  });

  test(`${engine}: the log is explained in the edition's words, with its newest entries`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { slug } = await someArticle(door);
    for (const [path, title] of [
      ["/log", "The publication log"],
      ["/en/log", "The publication log"],
      ["/ru/log", "Журнал публикаций"],
      ["/ar/log", "سجل النشر"],
    ] as const) {
      const page = await door.get(path);
      const html = await page.text();
      expect([path, page.status, html.includes(title)]).toEqual([path, 200, true]);
      expect(html).toContain("strait.example/log");
    }
    expect(await door.text("/en/log")).toContain("against whoever holds our key and every copy");
    const id = (await someArticle(door)).id;
    await publishArticle(door.db, { articleId: id, by: "Ilse", at: new Date("2026-03-02T13:00:00Z") });
    expect(await door.text("/en/log")).toContain(`/en/${slug}`);
    expect(door.broken).toEqual([]);
  });
}

async function someArticle({ db }: Door): Promise<{ readonly id: string; readonly slug: string }> {
  return db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.slug"])
    .where("edition.code", "=", "en")
    .where("article.state", "=", "published")
    .orderBy("article.published_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

async function proofAt(door: Door, slug: string): Promise<Proof> {
  const answer = await door.get(`/en/${slug}/proof.json`);
  expect(answer.status).toBe(200);
  return answer.json();
}

/** What a stranger does with the file, without a word from the site. */
function check({ key, checkpoint, entries, tlogProof }: Proof): void {
  const head = readCheckpoint(checkpoint);
  const verifier = readVkey(key);
  if (!head || !verifier) throw new Error("the proof has no checkpoint, or no key");
  expect(checkedBy(head.note, verifier)).toBe("good");
  expect(tlogProof).toStartWith("c2sp.org/tlog-proof@v1\n");
  for (const { index, entry, proof, opened = [] } of entries) {
    const path = proof.map((hash) => Buffer.from(hash, "base64"));
    expect(isIncluded({ index, size: head.size, leaf: leafHash(entry), proof: path, root: head.root })).toBe(true);
    for (const { place, salt, content } of opened) {
      const digest = createHash("sha256").update(Buffer.from(salt, "hex")).update(content).digest("hex");
      expect(JSON.parse(entry).manifest[place].digest).toBe(digest);
    }
  }
  expect(entries[0]?.opened?.[0]?.content).toContain('"headline"');
}
