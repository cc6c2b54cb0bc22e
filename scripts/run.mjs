// What `npm run WORD` does on the pinned Bun: node scripts/run.mjs WORD …
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runOnBun } from "./bun.mjs";
import { assemble, root, setUpOrExit } from "./set-up.mjs";

const BIOME = "node_modules/@biomejs/biome/bin/biome";

/** @type {Record<string, (words: string[]) => string[]>} */
const WORDS = {
  prove: (words) => oneOf("test/proofs", "npm run prove", words),
  bench: (words) => oneOf("bench", "npm run bench", words),
  format: (words) => [BIOME, "check", "--write", ...(words.length > 0 ? words : ["."])],
  addresses: (words) => ["scripts/addresses.ts", ...words],
  lockfile: (words) => ["scripts/lockfile.ts", "--write", ...words],
  "third-party": (words) => ["scripts/third-party.ts", ...words],
  statistics: (words) => ["scripts/statistics.ts", ...words],
  release: (words) => ["scripts/release.ts", ...words],
};

const [word = "", ...words] = process.argv.slice(2);
const wanted = WORDS[word];
if (!wanted) refuse(`node scripts/run.mjs knows ${Object.keys(WORDS).join(", ")}; not "${word}".`);
else {
  // What is measured is what people start.
  if (word === "bench") await assemble(await setUpOrExit());
  await runOnBun(wanted(words));
}

/**
 * @param {string} folder
 * @param {string} command
 * @param {string[]} words
 */
function oneOf(folder, command, [name, ...rest]) {
  const file = `${folder}/${name}.ts`;
  if (name !== undefined && !name.includes("..") && existsSync(join(root, file))) return [file, ...rest];
  return refuse(`Which one? ${command} NAME, where NAME is one of: ${namesIn(folder).join(", ") || "none yet"}.`);
}

/** @param {string} folder */
function namesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  // `store-child.ts` is what the proof `store` starts and kills.
  const files = readdirSync(join(root, folder)).filter((file) => /^[^.]+(?<!-child)\.ts$/.test(file));
  return files.map((file) => file.replace(/\.ts$/, "")).sort();
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
