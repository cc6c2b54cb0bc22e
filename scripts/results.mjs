// What the reporters of Bun and Node wrote, as one list of results, and the closing lines of `npm test`. Pure.

/**
 * @typedef {{
 *   name: string,
 *   file: string,
 *   kind: "bun" | "browser",
 *   outcome: "passed" | "failed" | "skipped",
 *   seconds?: number,
 * }} Result
 */

export const ENGINES = /** @type {const} */ (["sqlite", "postgres"]);

/**
 * Bun's JUnit report. A testcase's `classname` holds the names around it.
 * @param {string} xml
 * @returns {Result[]}
 */
export function fromJunit(xml) {
  return [...xml.matchAll(/<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, attributes = "", , inside = ""]) => {
      const around = attribute(attributes, "classname");
      const name = attribute(attributes, "name");
      return {
        name: around === "" ? name : `${around.split(" > ").reverse().join(" > ")} > ${name}`,
        file: attribute(attributes, "file"),
        kind: "bun",
        seconds: Number(attribute(attributes, "time")),
        outcome:
          inside.includes("<failure") || inside.includes("<error")
            ? "failed"
            : inside.includes("<skipped")
              ? "skipped"
              : "passed",
      };
    },
  );
}

/**
 * What `journey-reporter.mjs` wrote.
 * @param {string} lines
 * @param {string} file
 * @returns {Result[]}
 */
export function fromNode(lines, file) {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { name, outcome, seconds } = JSON.parse(line);
      return {
        name,
        file,
        kind: "browser",
        seconds,
        outcome: outcome === "pass" ? "passed" : outcome === "fail" ? "failed" : "skipped",
      };
    });
}

/**
 * What no reporter tells: files that ran no test at all, and a run that ended badly though every test passed.
 * @param {{ seen: readonly Result[], files: readonly string[], kind: Result["kind"], status: number | string }} run
 * @returns {Result[]}
 */
export function crashed({ seen, files, kind, status }) {
  const ran = new Set(seen.map((result) => result.file));
  /** @type {Result[]} */
  const silent = files
    .filter((file) => !ran.has(file))
    .map((file) => ({ name: `${file} ran no test`, file, kind, outcome: "failed" }));
  if (status === 0 || silent.length > 0 || seen.some(({ outcome }) => outcome === "failed")) return silent;
  return [
    { name: `the run ended with ${status} though no test failed`, file: files[0] ?? "", kind, outcome: "failed" },
  ];
}

/**
 * How many tests ran where, what failed, and the line other programs read.
 * @param {readonly Result[]} results
 * @param {{ everything: boolean }} selection whether the run was not narrowed to some files
 * @returns {{ lines: string[], green: boolean }}
 */
export function closingLines(results, { everything }) {
  const groups = [...ENGINES, "browser"].map((where) => ({
    where,
    ran: ran(results.filter((result) => whereOf(result) === where)),
  }));
  const elsewhere = ran(results.filter((result) => whereOf(result) === undefined));
  const unused = everything ? groups.filter(({ ran }) => ran === 0).map(({ where }) => `no test ran on ${where}`) : [];
  const bad = [
    ...results.filter(({ outcome }) => outcome === "failed").map(({ file, name }) => `failed: ${file}: ${name}`),
    ...results
      .filter(({ outcome }) => outcome === "skipped")
      .map(({ file, name }) => `failed: ${file}: ${name} (skipped)`),
    ...unused.map((sentence) => `failed: ${sentence}`),
  ];
  const passed = results.filter(({ outcome }) => outcome === "passed").length;
  return {
    lines: [
      ...bad,
      ...(bad.length > 0 ? [""] : []),
      ...groups.map(({ where, ran }) => `${where.padEnd(18)}${String(ran).padStart(6)} tests ran`),
      `${"without a store".padEnd(18)}${String(elsewhere).padStart(6)} tests ran`,
      "",
      `${passed} passed, ${bad.length} failed`,
    ],
    green: bad.length === 0 && passed > 0,
  };
}

/**
 * Where the time goes: the files whose tests took longest, the slowest first.
 * @param {readonly Result[]} results
 * @param {number} most
 */
export function slowestFiles(results, most) {
  /** @type {Map<string, number>} */
  const took = new Map();
  for (const { file, seconds = 0 } of results) took.set(file, (took.get(file) ?? 0) + seconds);
  return [...took]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([file, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
}

/** @param {readonly Result[]} results */
function ran(results) {
  return results.filter(({ outcome }) => outcome !== "skipped").length;
}

/**
 * Tests of a store begin with the engine's name: `postgres: a closed article refuses replies`.
 * @param {Result} result
 */
function whereOf({ kind, name }) {
  if (kind === "browser") return "browser";
  return ENGINES.find((engine) => name.split(" > ").some((part) => part === engine || part.startsWith(`${engine}: `)));
}

/**
 * @param {string} attributes
 * @param {string} name
 */
function attribute(attributes, name) {
  const value = new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
  return value.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, word, number) =>
    number ? String.fromCodePoint(Number(number)) : (ENTITIES[word] ?? ""),
  );
}

/** @type {Record<string, string>} */
const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
