/**
 * Copy put into a folder while whoever takes it is killed with `kill -9`, again and again, at a statement nobody chose: in
 * the end every item is there once, in its last version, and no file is left. `npm run prove wire-in [-- --kills 200]`.
 */
import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addChannel } from "#agency/wire-in/actions.ts";
import { openStore } from "#store/open.ts";
import { type EngineName, emptyPlace, engines } from "../engines.ts";
import { killedAfter, numbersFrom } from "../kills.ts";

type WireInFigures = {
  readonly kills: number;
  readonly files: number;
  readonly items: number;
  readonly versions: number;
};

const CHILD = join(import.meta.dirname, "wire-in-child.ts");
const FILES_A_ROUND = 4;
// A file is kept by some twenty statements; opening the store takes some more.
const MOST_STATEMENTS = 120;
const LONG_AGO_S = 10;

/** Throws when an item is lost or there twice, or a version of it is. */
export async function proveWireIn(
  engine: EngineName,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<WireInFigures> {
  const place = await emptyPlace(engine);
  const wireFolder = mkdtempSync(join(tmpdir(), "dateline-wire-"));
  const folder = join(wireFolder, "kessar");
  mkdirSync(folder);
  const facts = { kind: "folder", name: "Kessar", address: "kessar", language: null, editionId: null } as const;
  const more = { rightsHolder: "", usageTerms: "", everyMinutes: null };
  const store = await openStore(place);
  await addChannel(store.db, { facts: { ...facts, ...more }, by: "the proof", at: new Date() });
  const next = numbersFrom(seed);
  let files = 0;
  for (let round = 0; round < kills; round++) {
    for (let one = 0; one < FILES_A_ROUND; one++) put(folder, files++);
    await killedAfter(CHILD, next(MOST_STATEMENTS), [JSON.stringify(place), wireFolder]);
  }
  // One that nobody kills.
  await killedAfter(CHILD, Number.POSITIVE_INFINITY, [JSON.stringify(place), wireFolder]);
  const items = await store.db.selectFrom("wire_item").select(["headline", "versions"]).execute();
  const versions = await store.db.selectFrom("wire_version").select("id").execute();
  await store.close();
  const expected = Math.ceil(files / 2);
  const left = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const names = new Set(items.map(({ headline }) => headline));
  if (items.length !== expected || names.size !== expected || versions.length !== files || left.length > 0)
    throw new Error(
      `of ${files} files there are ${items.length} items, ${names.size} of them different, ${versions.length} versions; ${left.length} files lie there still (seed ${seed})`,
    );
  return { kills, files, items: items.length, versions: versions.length };
}

/** Every second file is the second version of the item before it. */
function put(folder: string, number: number): void {
  const [item, version] = [Math.floor(number / 2), (number % 2) + 1];
  const story = {
    uri: `urn:kessar:${item}`,
    version: String(version),
    versioncreated: `2026-11-20T1${version}:00:00Z`,
    headline: `Story ${item} of the strait, told by the proof`,
    body_text: `Words of version ${version}.`,
    language: "en",
  };
  const file = join(folder, `${String(number).padStart(6, "0")}.json`);
  writeFileSync(file, JSON.stringify(story));
  const then = Date.now() / 1000 - LONG_AGO_S;
  utimesSync(file, then, then);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
  });
  for (const engine of engines) {
    const figures = await proveWireIn(engine, { kills: Number(values.kills), seed: Number(values.seed) });
    process.stdout.write(
      `${engine}: ${figures.kills} kills, ${figures.files} files, ${figures.items} items and ${figures.versions} versions, each once\n`,
    );
  }
}
