import { afterAll, expect, test } from "bun:test";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draftArticle, publishArticle, withdrawArticle } from "#agency/articles/actions.ts";
import { changeDetails } from "#agency/articles/details.ts";
import { findingKey, moveArticle } from "#agency/articles/move.ts";
import { keepFormerAddress } from "#agency/articles/moved.ts";
import { postReply } from "#agency/replies/actions.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { addConfidential } from "#agency/sources/confidential.ts";
import type { Role, StaffMember } from "#agency/staff/staff.ts";
import { askToWithhold } from "#agency/withholding/actions.ts";
import { filesIn } from "#outside/files.ts";
import type { Db } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, emptyPlace, engines, type Place } from "#test/engines.ts";
import { killedAfter } from "#test/kills.ts";
import { agreeTo } from "#test/withholding.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { configFrom } from "../config.ts";
import { siteOn } from "../program.ts";
import type { Command, World } from "./command.ts";
import { exportCommand } from "./export.ts";
import { importDateline } from "./import/dateline.ts";
import { run } from "./run.ts";
import { verify } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A whole site is printed more than once.
const SLOW_MS = 240_000;
const NOW = new Date("2026-11-20T12:00:00Z");
const SITE = "https://strait.example";

const place = (config: { readonly data: string }) => Promise.resolve(filesIn(join(config.data, "media")));
const exporting = exportCommand({ siteOn, files: place });
const importing = importDateline(place);

type Ran = { readonly status: number; readonly out: string; readonly err: string };

async function ran(command: Command, words: readonly string[], where: Place | undefined = undefined): Promise<Ran> {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => NOW,
    config: ({ data = where?.data, database = where?.database }) =>
      configFrom({ data, database }, { DATELINE_URL: SITE }),
  };
  const status = await run([command], [...command.name.split(" "), ...words], world);
  return { status, out, err };
}

/** Every file below a folder with its bytes, by its path. */
function filesBelow(path: string): ReadonlyMap<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(path.length + 1));
  return new Map(names.sort().map((name) => [name, readFileSync(join(path, name)).toString("latin1")]));
}

/** The names of files that differ, or that one folder has alone. */
function differences(one: string, other: string): readonly string[] {
  const [some, others] = [filesBelow(one), filesBelow(other)];
  return [...new Set([...some.keys(), ...others.keys()])].filter((name) => some.get(name) !== others.get(name));
}

for (const engine of engines) {
  test(
    `${engine}: an export read back, into the other engine too, exports to the very same bytes`,
    async () => {
      await using door = await busyAgency(engine);
      const exported = join(folder, `${engine}-0`);
      expect(await ran(exporting, [exported], door.store)).toMatchObject({ status: 0, err: "" });
      const other = await emptyPlace(engine === "sqlite" ? "postgres" : "sqlite");
      // Keys are never in an export; an operator brings them by another way.
      cpSync(join(door.store.data, "keys"), join(other.data, "keys"), { recursive: true });
      const read = await ran(importing, [exported], other);
      expect(read).toMatchObject({ status: 0, err: expect.stringContaining("nobody can sign in yet") });
      expect(read.out).toContain("The publication log was checked");
      const again = join(folder, `${engine}-1`);
      expect(await ran(exporting, [again], other)).toMatchObject({ status: 0, err: "" });
      expect(differences(exported, again)).toEqual([]);
    },
    SLOW_MS,
  );
}

for (const engine of engines)
  test(
    `${engine}: an export that is killed goes on where it was, and ends with the same bytes; when something changed it begins anew`,
    async () => {
      await using door = await busyAgency(engine);
      const { data, database } = door.store;
      const [undisturbed, path] = [join(folder, `undisturbed-${engine}`), join(folder, `killed-${engine}`)];
      expect(await ran(exporting, [undisturbed], door.store)).toMatchObject({ status: 0, err: "" });
      const child = join(import.meta.dirname, "../../test/proofs/export-child.ts");
      // Each time a minute later, and each time further.
      for (const [kill, pages] of [40, 1, 25].entries()) {
        const now = new Date(NOW.getTime() + kill * 60_000).toISOString();
        await killedAfter(child, pages, [JSON.stringify({ data, database }), path, SITE, now]);
        expect(await ran(verify, [`${path}.part`])).toMatchObject({ status: 1 });
      }
      expect(existsSync(path)).toBe(false);
      const gone = await ran(exporting, [path, "--json"], door.store);
      expect([gone.status, gone.err]).toEqual([
        0,
        expect.stringContaining("files were there from a run that was stopped"),
      ]);
      const { kept, tables } = JSON.parse(gone.out);
      // The rows, and the pages before each kill, but for the one it came at.
      expect(kept).toBeGreaterThan(Object.keys(tables).length + 55);
      expect(differences(undisturbed, path)).toEqual([]);
      expect(readdirSync(folder).filter((name) => name.startsWith(`killed-${engine}`))).toEqual([`killed-${engine}`]);

      await killedAfter(child, 40, [JSON.stringify({ data, database }), path, SITE, NOW.toISOString()]);
      await setSetting(door.db, { key: "wire.notice", value: "Ours." });
      expect(await ran(exporting, [path], door.store)).toMatchObject({ status: 0, err: "" });
      expect(await ran(exporting, [undisturbed], door.store)).toMatchObject({ status: 0, err: "" });
      expect(differences(undisturbed, path)).toEqual([]);
    },
    SLOW_MS,
  );

test(
  "an export is whole and holds nothing that has to stay; what was withheld is told, and a changed byte is found",
  async () => {
    await using door = await busyAgency("sqlite");
    const path = join(folder, "whole");
    expect(await ran(exporting, [path], door.store)).toMatchObject({ status: 0, err: "" });

    const files = filesBelow(path);
    for (const canary of CANARIES)
      expect([canary, [...files].filter(([, bytes]) => bytes.includes(canary)).map(([name]) => name)]).toEqual([
        canary,
        [],
      ]);
    expect(files.get("data/source.ndjson")).toContain("a ministry official");
    expect(files.get("site/en/ferry-strike-old/index.html")).toContain('content="0; url=../ferry-strike/"');
    expect(files.get("site/2018/02/ferries/index.html")).toContain("../../../en/ferry-strike/");
    expect(files.get("site/_redirects")).toContain("/en/ferry-strike-old /en/ferry-strike 308");
    expect(files.get("site/en/squid-season-advice/index.html")).toContain("taken back");
    expect(files.get("data/revision.ndjson")).toContain("Not out yet");
    for (const [name, bytes] of files)
      if (name.startsWith("site/")) expect([name, bytes.includes("Not out yet")]).toEqual([name, false]);

    const whole = await ran(verify, [path]);
    expect([whole.status, whole.out]).toEqual([0, expect.stringContaining("Nothing is wrong.")]);
    expect(whole.out).toContain("words were withheld (reason: child");

    // A byte of a page, with the list of files and the manifest written anew by whoever changed it.
    const page = join(path, "site/en/ferry-strike/index.html");
    const before = readFileSync(page, "utf8");
    writeFileSync(page, before.replace("Ferry crews on the Strait", "Ferry crews in the Strait"));
    const changed = await ran(verify, [path]);
    expect([changed.status, changed.out]).toEqual([1, expect.stringContaining(`${page} is not what was written`)]);
    expect(changed.out).toContain("The page /en/ferry-strike does not show the text that was logged");
    writeFileSync(page, before);

    const data = join(path, "data/revision.ndjson");
    const rows = readFileSync(data);
    writeFileSync(data, rows.toString().replace("Ferry crews", "Ferry crew5"));
    expect(await ran(verify, [path])).toMatchObject({ status: 1, out: expect.stringContaining("revision.ndjson") });
    const nowhere = await emptyPlace("sqlite");
    expect(await ran(importing, [path], nowhere)).toMatchObject({
      status: 1,
      err: expect.stringContaining("revision.ndjson is not what was written. Nothing was changed."),
    });
    writeFileSync(data, rows);

    // Without the keys the log goes on under another one, and nothing else is lost.
    const read = await ran(importing, [path], nowhere);
    expect(read).toMatchObject({ status: 0, err: expect.stringContaining("the key that signed the log is not in") });
    expect(await ran(importing, [path], nowhere)).toMatchObject({
      status: 1,
      err: expect.stringContaining("The store is not empty"),
    });
    await using moved = await openStore(nowhere);
    const jobs = await moved.db
      .selectFrom("job")
      .select(["kind", "run_at"])
      .where("kind", "=", "article.publish")
      .execute();
    expect(jobs).toEqual([{ kind: "article.publish", run_at: "2026-11-21T09:00:00.000Z" }]);

    rmSync(join(path, "export.json"));
    for (const command of [verify, importing])
      expect(await ran(command, [path], await emptyPlace("sqlite"))).toMatchObject({
        status: 1,
        err: expect.stringContaining("is a half-written export"),
      });
  },
  SLOW_MS,
);

test("a folder that holds something else is left alone, and what is sealed goes along only when it is asked for", async () => {
  await using door = await openDoor("sqlite");
  await confidentialSource(door);
  const path = join(folder, "asked");
  mkdirSync(path);
  writeFileSync(join(path, "novel.txt"), "Call me Ishmael.");
  expect(await ran(exporting, [path], door.store)).toMatchObject({
    status: 1,
    err: expect.stringContaining("is not empty and is no export of Dateline"),
  });
  expect(readdirSync(path)).toEqual(["novel.txt"]);
  rmSync(path, { recursive: true });
  expect(await ran(exporting, [path, "--with", "passwords"], door.store)).toMatchObject({ status: 2 });

  expect(await ran(exporting, [path], door.store)).toMatchObject({ status: 0 });
  expect(readdirSync(join(path, "data"))).not.toContain("confidential_source.ndjson");
  // Once more, in its place.
  expect(await ran(exporting, [path, "--with", "confidential-sources"], door.store)).toMatchObject({ status: 0 });
  expect(readFileSync(join(path, "data/confidential_source.ndjson"), "utf8")).toContain('"sealed":');
  expect([...filesBelow(path).values()].filter((bytes) => bytes.includes("Qanary"))).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith("asked"))).toEqual(["asked"]);
});

/** What no export may hold, in any spelling. */
const CANARIES = [
  "Qanary Confidential",
  "qanary@ministry.example",
  "qanary-reader@mail.example",
  "qanary-mail-password",
  "Qvortrup",
  "qvortrup",
];

const later = (minutes: number) => new Date(NOW.getTime() + (minutes - 600) * 60_000);

/** A few stories of the invented agency, one of each kind, with everything a week brings: corrections, old addresses, a kill, names that had to go, drafts. */
async function busyAgency(engine: EngineName): Promise<Door> {
  const door = await openDoor(engine, { demo: "few" });
  const { db } = door;
  await door.as("administrator").get("/desk/");
  const ferry = await articleAt(db, "ferry-strike");
  const edition = await db
    .selectFrom("edition")
    .select(["id", "code"])
    .where("code", "=", "en")
    .executeTakeFirstOrThrow();
  await changeDetails(db, { articleId: ferry, details: { slug: "ferry-strike-old" }, by: "ilse", at: later(1) });
  await changeDetails(db, { articleId: ferry, details: { slug: "ferry-strike" }, by: "ilse", at: later(2) });
  await publishArticle(db, { articleId: ferry, change: CORRECTED, by: "ilse", at: later(3) });
  await withdrawArticle(db, {
    articleId: await articleAt(db, "squid-season-advice"),
    note: "It was taken back.",
    by: "ilse",
    at: later(4),
  });
  await keepFormerAddress(db, { address: "/2018/02/ferries", leadsTo: "/en/ferry-strike", at: later(5) });
  await withheldStory(door, edition);
  await confidentialSource(door);
  await setSetting(db, { key: "mail.password", value: "qanary-mail-password" });
  await postReply(db, {
    articleId: ferry,
    name: "Ann",
    email: "qanary-reader@mail.example",
    text: "I was there, on the quay.\u2028And it rained.",
    quote: "",
    kind: "reply",
    parent: "",
    challenge: undefined,
    guestToken: undefined,
    keys: { address: SEAL, index: SEAL, challenge: "" },
    at: later(30),
  });
  await scheduledStory(db, edition);
  await door.doJobs({ slow: false });
  return door;
}

const SEAL = Buffer.alloc(32, 7).toString("base64url");

const CORRECTED = {
  kind: "correction",
  sentence: "The mail boat sails at 6:30, not at 7:30.",
  correction: { oldWords: "7:30", newWords: "6:30", severity: "minor", askedBy: "the union", isAskerPublic: false },
} as const;

async function articleAt(db: Db, slug: string): Promise<string> {
  const { id } = await db.selectFrom("article").select("id").where("slug", "=", slug).executeTakeFirstOrThrow();
  return id;
}

type EditionIn = { readonly id: string; readonly code: string };

async function withheldStory({ store, db }: Door, edition: EditionIn): Promise<void> {
  const headline = "A child is found, and Zyxwanna Qvortrup is thanked";
  const { articleId } = await draftArticle(db, {
    edition,
    headline,
    slug: "child-found",
    ...story("By Qvortrup.", 10),
  });
  await publishArticle(db, { articleId, by: "ilse", at: later(10) });
  const asked = await askToWithhold(db, {
    forms: ["Zyxwanna Qvortrup", "Qvortrup"],
    pictureId: null,
    storyId: null,
    reason: "child",
    how: "destroy",
    note: "It is about Qvortrup.",
    by: member("edgar", "editor"),
    at: later(11),
  });
  if ("refusal" in asked) throw new Error(asked.refusal);
  const done = await agreeTo(store, { id: asked.id, by: member("olga", "administrator"), at: later(12) });
  if (!("done" in done)) throw new Error("nothing was withheld");
  // Another one waits for somebody who decides.
  await askToWithhold(db, {
    forms: ["Wednesday Qvortrup"],
    pictureId: null,
    storyId: null,
    reason: "child",
    how: "destroy",
    note: "",
    by: member("edgar", "editor"),
    at: later(13),
  });
}

async function confidentialSource({ db }: Door): Promise<void> {
  await addConfidential(db, {
    words: "a ministry official",
    identity: { name: "Qanary Confidential", contact: "qanary@ministry.example" },
    key: SEAL,
    by: "ilse",
    at: later(20),
  });
}

async function scheduledStory(db: Db, edition: EditionIn): Promise<void> {
  const { articleId } = await draftArticle(db, {
    edition,
    headline: "Not out yet",
    slug: "not-out",
    ...story("Soon.", 40),
  });
  const told = {
    articleId,
    move: "schedule",
    by: member("edgar", "editor"),
    at: later(42),
    publishAt: new Date("2026-11-21T09:00:00Z"),
  } as const;
  const asked = await moveArticle(db, told);
  const accepted = "findings" in asked ? (asked.findings ?? []).map(findingKey) : [];
  const outcome = "refusal" in asked ? await moveArticle(db, { ...told, accepted }) : asked;
  if ("refusal" in outcome) throw new Error(outcome.refusal);
}

function story(words: string, minute: number) {
  return { standfirst: "", document: parseMarkdown(words), dateline: null, by: "ilse", at: later(minute) };
}

function member(id: string, role: Role): StaffMember {
  return { id, name: id, email: `${id}@strait.example`, role, language: "en" };
}
