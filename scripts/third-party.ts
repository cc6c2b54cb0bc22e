/**
 * Writes THIRD_PARTY.md from the lockfile and the licences beside the fonts: what others wrote, under which licence.
 * `--check` writes nothing and fails when the file is stale. A licence that is not in the list below stops it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

type Package = { readonly version?: string; readonly license?: string; readonly dev?: boolean };
type Part = { readonly name: string; readonly version: string; readonly license: string };

// Permissive, and compatible with giving Dateline on under Apache-2.0.
const WITH_DATELINE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Unlicense",
  "Zlib",
];
// Loaded beside Dateline as a file of its own that anybody may put another build in place of: what the LGPL asks for.
const BESIDE_DATELINE: readonly { readonly name: RegExp; readonly licence: string }[] = [
  { name: /^@img\/sharp-/, licence: "LGPL-3.0-or-later" },
];
// Only used while working on Dateline and given on to nobody.
const FOR_WORK = [...WITH_DATELINE, "MPL-2.0", "Python-2.0"];

// Said in the package's own words, and not where npm looks for it.
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  buildcheck: "MIT",
  busboy: "MIT",
  "cpu-features": "MIT",
  "humanize-number": "MIT",
  ssh2: "MIT",
  streamsearch: "MIT",
};

const FILE = "THIRD_PARTY.md";
const FONTS = "src/site/assets/fonts";

/** The page, or a sentence for each part whose licence nobody has agreed to. */
export function thirdParty(
  packages: Readonly<Record<string, Package>>,
  fonts: readonly string[],
): { readonly page: string } | { readonly refused: readonly string[] } {
  const running = partsOf(packages, (one) => !one.dev);
  const working = partsOf(packages, (one) => one.dev === true).filter(
    (part) => !running.some((one) => isSame(one, part)),
  );
  const refused = [...notAgreed(running, WITH_DATELINE), ...notAgreed(working, FOR_WORK)];
  if (refused.length > 0) return { refused };
  const page = [
    "# What others wrote",
    "",
    "Written by `npm run third-party` from `package-lock.json`; CI fails when it is stale. Builds of one package for several",
    "systems stand in one line. The licences' own words are in each package under `node_modules/`.",
    "",
    "## Runs with Dateline",
    "",
    ...table(running),
    "",
    "## Comes with its pages",
    "",
    "Type, cut to the letters the pages need, under the SIL Open Font License 1.1:",
    "",
    ...fonts.map((font) => `- ${font}`),
    "",
    "## Only for working on Dateline",
    "",
    ...table(working),
    "",
  ];
  return { page: page.join("\n") };
}

/** Each name and version once, in the order of names. */
function partsOf(packages: Readonly<Record<string, Package>>, wanted: (one: Package) => boolean): Part[] {
  const parts = Object.entries(packages).flatMap(([path, one]) => {
    if (path === "" || !wanted(one)) return [];
    const name = path.replace(/^.*node_modules\//, "");
    return [
      {
        name: withoutPlatform(name),
        version: one.version ?? "",
        license: one.license ?? SAID_ELSEWHERE[name] ?? "unknown",
      },
    ];
  });
  const once = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
  return [...once.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function withoutPlatform(name: string): string {
  return name.replace(
    /^(@[^/]+\/(?:.*?-)?)(?:aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|wasm32|win32|windows)-.*$/,
    (_, start: string) => `${start}*`,
  );
}

function isSame(a: Part, b: Part): boolean {
  return a.name === b.name && a.version === b.version;
}

/** By code points: the order must not hang on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function notAgreed(parts: readonly Part[], agreed: readonly string[]): string[] {
  return parts
    .filter(({ name, license }) => !isAgreed(license, [...agreed, ...besideLicences(name)]))
    .map(
      ({ name, version, license }) =>
        `${name} ${version} is under ${license}, which is not in the list of scripts/third-party.ts.`,
    );
}

function besideLicences(of: string): string[] {
  return BESIDE_DATELINE.flatMap(({ name, licence }) => (name.test(of) ? [licence] : []));
}

/** `MIT OR Apache-2.0` leaves the choice to us; `MIT AND Zlib` asks for both. */
function isAgreed(license: string, agreed: readonly string[]): boolean {
  const plain = license.replace(/[()]/g, "");
  return plain.split(" OR ").some((choice) => choice.split(" AND ").every((one) => agreed.includes(one)));
}

function table(parts: readonly Part[]): string[] {
  return [
    "| package | version | licence |",
    "| --- | --- | --- |",
    ...parts.map(({ name, version, license }) => `| ${name.replace("*", "\\*")} | ${version} | ${license} |`),
  ];
}

/** The first line of each `OFL-….txt` beside the fonts: whose they are. */
function fontLines(): string[] {
  if (!existsSync(FONTS)) return [];
  const files = readdirSync(FONTS).filter((file) => /^OFL.*\.txt$/.test(file));
  return files.sort().map((file) => {
    const words = readFileSync(`${FONTS}/${file}`, "utf8");
    // Some families repeat the same owner for each of their files.
    const owner = /^Copyright [^\n]*?\)/.exec(words)?.[0] ?? words.split("\n", 1).join("");
    return `${owner.trim()} ([licence](${FONTS}/${file}))`;
  });
}

if (import.meta.main) {
  const lockfile: { packages: Record<string, Package> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const written = thirdParty(lockfile.packages, fontLines());
  if ("refused" in written) {
    for (const sentence of written.refused) console.error(sentence);
    process.exitCode = 1;
  } else if (!process.argv.includes("--check")) writeFileSync(FILE, written.page);
  else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== written.page) {
    console.error(`${FILE} is stale; run npm run third-party.`);
    process.exitCode = 1;
  }
}
