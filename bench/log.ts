/**
 * A log of a million entries: what one more costs at the beginning and at the end, how long a proof takes, and how long and
 * in how much memory the whole of it is verified. `npm run bench log [-- --json] [--entries 1000000]`, SQLite. Judged is the
 * time of the processor, so that what else the machine does counts for nothing; the time on the clock is told beside it.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addEdition } from "#agency/editions/actions.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { keepCheckpoint } from "#agency/log/actions.ts";
import { proofOfArticle } from "#agency/log/queries.ts";
import { newId } from "#lib/ids.ts";
import { GrowingTree, isIncluded, leafHash } from "#lib/merkle/tree.ts";
import { logSigner } from "#outside/log-key.ts";
import { type Db, reading, together } from "#store/db.ts";
import { appendEntry, contentOf, digestOf, logSize } from "#store/log.ts";
import { openStore } from "#store/open.ts";

// What the issue states.
const LONGEST_PROOF_MS = 5;
const LONGEST_VERIFY_MS = 60_000;
// Flat: the last tenth costs no more than this times the first one, whatever else the machine does meanwhile.
const MOST_GROWTH = 1.5;
// Bounded: ten times the entries take no more than this times the memory.
const MOST_MEMORY_GROWTH = 1.5;

const ENTRIES_AN_ACTION = 500;
const CHANGES_AN_ARTICLE = 10;
const PROOFS = 500;
const WARM_UPS = 50;
const SAMPLE = 2_000;
const URL_OF_SITE = "https://strait.example";

const tree = new GrowingTree();

const WORDS = "Ferries stop at noon, and nobody knows for how long. ".repeat(6);
const DOCUMENT = JSON.stringify({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: WORDS }] }],
});

const { values } = parseArgs({
  options: { json: { type: "boolean" }, entries: { type: "string", default: "1000000" } },
});
const entries = Number(values.entries);

const data = mkdtempSync(join(tmpdir(), "dateline-bench-log-"));
try {
  const figures = await measured();
  const passed =
    figures.appendGrowth <= MOST_GROWTH &&
    figures.proof.p95.processorMs < LONGEST_PROOF_MS &&
    figures.verify.processorMs < LONGEST_VERIFY_MS &&
    figures.memoryGrowth <= MOST_MEMORY_GROWTH;
  if (values.json) process.stdout.write(`${JSON.stringify({ ...figures, passed })}\n`);
  else process.stdout.write(`${sentences(figures)}\n`);
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}

type Figures = Awaited<ReturnType<typeof measured>>;

async function measured() {
  const store = await openStore({ data });
  const { db } = store;
  const at = new Date("2026-03-02T10:00:00Z");
  await addEdition(db, { code: "en", settings: { name: "English" }, labelPolicy: DEFAULT_POLICY, at });
  const signer = await logSigner(join(data, "keys"), URL_OF_SITE);
  const sample = Math.min(SAMPLE, Math.floor(entries / 10));
  const filled = await actions(db, sample, at, appended);
  await actions(db, Math.floor(entries / 10) - sample, at, written);
  await keepCheckpoint(db, { signer, at });
  const early = await verified(data);
  process.stderr.write(`${await logSize(db)} entries\n`);
  await actions(db, entries - sample - Math.floor(entries / 10), at, written);
  process.stderr.write(`${await logSize(db)} entries\n`);
  const last = await actions(db, sample, at, appended);
  await keepCheckpoint(db, { signer, at });
  const proofs = await proofTimes(db, signer);
  const size = await logSize(db);
  await store.close();
  const whole = await verified(data);
  return {
    entries: size,
    load: loadavg()[0] ?? Number.NaN,
    append: { first: filled, last },
    appendGrowth: last.processorMs / filled.processorMs,
    proof: { p50: share(proofs, 0.5), p95: share(proofs, 0.95) },
    verify: whole,
    memoryGrowth: whole.mostBytes / early.mostBytes,
  };
}

type Times = { readonly processorMs: number; readonly clockMs: number };

function timer(): () => Times {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return { processorMs: (user + system) / 1000, clockMs: performance.now() - clock };
  };
}

type Fill = (db: Db, told: { articleId: string; revisions: readonly string[]; at: Date }) => Promise<void>;

/** Articles with ten texts each, and their entries by `fill`; what one entry took on the average, its text not counted. */
async function actions(db: Db, count: number, at: Date, fill: Fill): Promise<Times> {
  let [processorMs, clockMs] = [0, 0];
  const { id: edition } = await db.selectFrom("edition").select("id").executeTakeFirstOrThrow();
  for (let done = 0; done < count; ) {
    const some = Math.min(ENTRIES_AN_ACTION, count - done);
    await together(db, async (db) => {
      const told = await kept(db, edition, some, at);
      const taken = timer();
      for (const { articleId, revisions } of told) await fill(db, { articleId, revisions, at });
      const took = taken();
      processorMs += took.processorMs;
      clockMs += took.clockMs;
    });
    done += some;
  }
  return { processorMs: processorMs / count, clockMs: clockMs / count };
}

/** As the desk does it. */
async function appended(db: Db, { articleId, revisions, at }: Parameters<Fill>[1]): Promise<void> {
  for (const [place, id] of revisions.entries()) {
    const kind = place === 0 ? "publication" : "update";
    await appendEntry(db, { kind, articleId, revisionId: id, parts: [{ of: "revision", id }], at });
  }
}

/** The same rows many at a time, so that a million are there within minutes. What it writes is verified like the rest. */
async function written(db: Db, { articleId, revisions, at }: Parameters<Fill>[1]): Promise<void> {
  while (tree.size < (await logSize(db))) tree.append(Buffer.from((await leafAt(db, tree.size)).leaf, "hex"));
  const contents = await contentOf(db, "revision", revisions);
  const rows = revisions.map((id, place) => {
    const salt = randomBytes(32).toString("hex");
    const kind = place === 0 ? "publication" : "update";
    const manifest = [{ of: "revision", id, digest: digestOf(salt, contents.get(id) ?? "") }];
    const entry = JSON.stringify({ v: 1, kind, at: at.toISOString(), article: articleId, revision: id, manifest });
    return { number: tree.size + place, kind, article_id: articleId, entry, leaf: leafHash(entry), salt, id };
  });
  await db
    .insertInto("log_entry")
    .values(rows.map(({ leaf, salt: _, id: __, ...row }) => ({ ...row, leaf: Buffer.from(leaf).toString("hex") })))
    .execute();
  await db
    .insertInto("log_salt")
    .values(rows.map(({ number: entry, id: row_id, salt }) => ({ entry, place: 0, kept_in: "revision", row_id, salt })))
    .execute();
  for (const { leaf } of rows)
    for (const { level, number, hash } of tree.append(leaf))
      await db
        .insertInto("log_node")
        .values({ level, number, hash: Buffer.from(hash).toString("hex") })
        .execute();
}

async function leafAt(db: Db, number: number) {
  return db.selectFrom("log_entry").select("leaf").where("number", "=", number).executeTakeFirstOrThrow();
}

async function kept(db: Db, edition: string, count: number, at: Date) {
  const made_at = at.toISOString();
  const told = Array.from({ length: Math.ceil(count / CHANGES_AN_ARTICLE) }, (_, place) => ({
    articleId: newId(at),
    revisions: Array.from({ length: Math.min(CHANGES_AN_ARTICLE, count - place * CHANGES_AN_ARTICLE) }, () =>
      newId(at),
    ),
  }));
  await db
    .insertInto("story")
    .values(told.map(({ articleId: id }) => ({ id, made_at })))
    .execute();
  await db
    .insertInto("article")
    .values(
      told.map(({ articleId: id }) => ({
        id,
        story_id: id,
        edition_id: edition,
        section_id: null,
        slug: id,
        state: "published",
        published_revision_id: null,
        published_at: made_at,
        changed_at: made_at,
        origin_name: null,
        origin_url: null,
        translated_from: null,
        made_at,
      })),
    )
    .execute();
  await db
    .insertInto("revision")
    .values(
      told.flatMap(({ articleId, revisions }) =>
        revisions.map((id, number) => ({
          id,
          article_id: articleId,
          kind: number === 0 ? "publication" : "update",
          headline: `Ferries stop ${number}`,
          standfirst: "",
          document: DOCUMENT,
          dateline_place: null,
          dateline_date: null,
          picture_id: null,
          picture_alt: "",
          picture_caption: "",
          note: "",
          made_by: "Ilse",
          made_at,
        })),
      ),
    )
    .execute();
  for (const { articleId, revisions } of told)
    await db
      .updateTable("article")
      .set({ published_revision_id: revisions.at(-1) ?? null })
      .where("id", "=", articleId)
      .execute();
  return told;
}

/** What `proof.json` of an article takes, for articles here and there in the log; each proof is checked. */
async function proofTimes(db: Db, signer: Awaited<ReturnType<typeof logSigner>>): Promise<Times[]> {
  const times: Times[] = [];
  for (let proof = -WARM_UPS; proof < PROOFS; proof++) {
    const number = Math.floor((Math.abs(proof) / PROOFS) * entries);
    const row = await db
      .selectFrom("log_entry")
      .select("article_id")
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    const taken = timer();
    const { head, entries: proved } = await reading(db, (db) => proofOfArticle(db, signer, row.article_id ?? ""));
    if (proof >= 0) times.push(taken());
    const isProved = proved.every(({ number: index, text, proof }) =>
      isIncluded({ index, size: head.size, leaf: leafHash(text), proof, root: head.root }),
    );
    if (!isProved || proved.length === 0) throw new Error(`entry ${number} is not proved`);
  }
  return times;
}

type Verified = Times & { readonly mostBytes: number };

/** `dateline verify` in a process of its own: how long it took and the most memory it held. */
async function verified(data: string): Promise<Verified> {
  const begun = performance.now();
  const command = [process.execPath, join(import.meta.dirname, "..", "src", "main.ts"), "verify", data, "--json"];
  const env = { ...process.env, DATELINE_URL: URL_OF_SITE };
  const child = Bun.spawn(command, { env, stdout: "pipe", stderr: "inherit" });
  const said = await new Response(child.stdout).text();
  if ((await child.exited) !== 0) throw new Error(`verify found something wrong: ${said.slice(0, 2_000)}`);
  const used = child.resourceUsage();
  if (!used) throw new Error("the system does not say what a process used");
  // Both are told in microseconds.
  const processorMs = Number(used.cpuTime.total) / 1000;
  return { processorMs, clockMs: performance.now() - begun, mostBytes: used.maxRSS };
}

function share(times: readonly Times[], of: number): Times {
  const at = (name: keyof Times) =>
    times.map((one) => one[name]).sort((one, other) => one - other)[Math.floor(times.length * of)] ?? Number.NaN;
  return { processorMs: at("processorMs"), clockMs: at("clockMs") };
}

function sentences({ entries, load, append, appendGrowth, proof, verify, memoryGrowth }: Figures): string {
  const ms = ({ processorMs, clockMs }: Times) => `${processorMs.toFixed(2)} ms (on the clock ${clockMs.toFixed(2)})`;
  return [
    `${entries} entries, on a machine with a load of ${load.toFixed(1)}`,
    `one more     ${ms(append.first)} in an empty log, ${ms(append.last)} in the full one: ${appendGrowth.toFixed(2)} times (at most ${MOST_GROWTH})`,
    `proof        p95 ${ms(proof.p95)}, under ${LONGEST_PROOF_MS}; p50 ${ms(proof.p50)}`,
    `verify       ${ms(verify)}, under ${LONGEST_VERIFY_MS}`,
    `its memory   ${Math.round(verify.mostBytes / 1024 / 1024)} MB, ${memoryGrowth.toFixed(2)} times that of a tenth of the entries (at most ${MOST_MEMORY_GROWTH})`,
  ].join("\n");
}
