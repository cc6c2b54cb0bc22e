/**
 * Cuts the faces in `src/site/assets/fonts` out of their families, so that anyone can
 * cut them again: `bun scripts/fonts.ts FOLDER`, FOLDER holding `node_modules` with the
 * packages below at the versions named. The pages use the cut files; nothing else needs the packages.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const OUT = new URL("../src/site/assets/fonts/", import.meta.url).pathname;

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");

const ascii = span(0x20, 0x7e);
const marks = "\u00a0«»·×°½§©£€–—‘’‚“”„…•′″−†№";
const fewerMarks = "\u00a0«»·×©£€–—‘’“”„…−№";
const western = span(0xc0, 0xff);
const central = "ŒœŠšŽžıŁłĆćČčŞşĞğ";
// Basic Cyrillic with the letters of Ukrainian, Belarusian, Serbian and Macedonian.
const cyrillic = `${span(0x400, 0x45f)}Ґґ`;
// Letters of Arabic, its vowel signs and both kinds of figures, with those of Persian and Urdu.
const arabic = `${span(0x621, 0x652)}ٰٱپچژڤگکیہھ،؛؟٪٫٬٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ \u00a0().:«»-–—…!`;

// Small capitals, old figures and the like would double a face; the budget is 45,000 bytes for the faces of one script.
const FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"];
const JOINING = [...FEATURES, "init", "medi", "fina", "isol", "rlig", "calt"];

type Cut = {
  readonly name: string;
  readonly packageName: string;
  readonly version: string;
  readonly file: string;
  readonly letters: string;
  readonly axes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  readonly features?: readonly string[];
};

const SPECTRAL = { packageName: "@fontsource/spectral", version: "5.3.0" };
const MARKAZI = { packageName: "@fontsource-variable/markazi-text", version: "5.3.0" };

const CUTS: readonly Cut[] = [
  {
    ...SPECTRAL,
    name: "spectral-latin-500",
    file: "spectral-latin-500-normal",
    letters: ascii + marks + western + central,
  },
  {
    ...SPECTRAL,
    name: "spectral-latin-500-italic",
    file: "spectral-latin-500-italic",
    letters: ascii + fewerMarks + western,
  },
  {
    ...SPECTRAL,
    name: "spectral-latin-600",
    file: "spectral-latin-600-normal",
    letters: ascii + marks + western + central,
  },
  { ...SPECTRAL, name: "spectral-cyrillic-500", file: "spectral-cyrillic-500-normal", letters: cyrillic },
  { ...SPECTRAL, name: "spectral-cyrillic-500-italic", file: "spectral-cyrillic-500-italic", letters: cyrillic },
  { ...SPECTRAL, name: "spectral-cyrillic-600", file: "spectral-cyrillic-600-normal", letters: cyrillic },
  { ...MARKAZI, name: "markazi-arabic", file: "markazi-text-arabic-wght-normal", letters: arabic, features: JOINING },
  {
    ...MARKAZI,
    name: "markazi-latin",
    file: "markazi-text-latin-wght-normal",
    letters: ascii + fewerMarks,
    axes: { wght: 500 },
  },
];

const folder = process.argv[2];
if (folder === undefined) throw new Error("Say which folder holds node_modules with the font packages.");
for (const cut of CUTS) await cutFace(folder, cut);

async function cutFace(folder: string, { name, packageName, version, file, letters, axes, features = FEATURES }: Cut) {
  const home = join(folder, "node_modules", packageName);
  const found: unknown = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const foundVersion = typeof found === "object" && found !== null && "version" in found ? found.version : undefined;
  if (foundVersion !== version)
    throw new Error(`${packageName} is ${foundVersion}; the faces are cut from ${version}.`);

  const whole = readFileSync(join(home, "files", `${file}.woff2`));
  const face = await subsetFont(whole, letters, {
    targetFormat: "woff2",
    keepFeatures: features,
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
  writeFileSync(join(OUT, `${name}.woff2`), face);
  console.log(`${name}.woff2 ${face.length}`);
}
