/** Who may import whom. A wrong import fails with the file, the line and the rule it breaks. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { type Import, importsOf, type Token, tokensOf } from "../scripts/tokens.ts";

// Every file of the program is read: on a machine that does ten other things, too.
setDefaultTimeout(120_000);

type File = { readonly path: string; readonly code: string };

const EDGES = ["site", "desk", "wire", "cli", "worker"];
const BELOW_EDGES = ["agency", "text", "store", "outside", "lib"];

/** What each room of `src/` may import beside itself; what is not named here is no room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ["program", "lib"],
  program: ["config", "press", ...EDGES, ...BELOW_EDGES, "test"],
  config: ["lib"],
  press: ["store", "lib"],
  site: BELOW_EDGES.filter((room) => room !== "outside"),
  desk: BELOW_EDGES,
  wire: BELOW_EDGES,
  cli: ["config", ...BELOW_EDGES],
  worker: BELOW_EDGES,
  agency: ["text", "store", "lib"],
  text: ["lib"],
  store: ["lib"],
  outside: ["lib"],
  lib: [],
};

const BUN_LIVES_IN = [/^src\/program\.ts$/, /^src\/store\/engines\//, /^src\/lib\/runtime(\/|\.ts$)/];
const ENVIRONMENT_IS_READ_IN = [/^src\/program\.ts$/, /^src\/config\.ts$/];

// All of the source is read letter by letter.
const SLOW_MS = 60_000;

test(
  "every import keeps to the rooms",
  () => {
    const files = ["src", "test", "bench"].flatMap(filesIn);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(faultsIn)).toEqual([]);
  },
  SLOW_MS,
);

test(
  "no import is overlooked that Bun itself finds",
  () => {
    const bun = new Bun.Transpiler({ loader: "tsx" });
    const overlooked = ["src", "test"].flatMap(filesIn).flatMap(({ path, code }) => {
      const found = new Set(importsOf(tokensOf(code)).map(({ from }) => from));
      return bun
        .scanImports(code)
        .flatMap((one) => (found.has(one.path) || isAdded(one.path) ? [] : `${path}: ${one.path}`));
    });
    expect(overlooked).toEqual([]);
  },
  SLOW_MS,
);

test("every room is one the architecture names", () => {
  const entries = readdirSync("src", { withFileTypes: true });
  const rooms = entries.map((entry) => entry.name.replace(/(\.test)?\.tsx?$/, "")).filter((room) => room !== "rooms");
  expect(rooms.filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

const CASES: readonly { rule: string; path: string; code: string; fault?: string }[] = [
  {
    rule: "an edge reads the trade",
    path: "src/site/article.tsx",
    code: `import { publishedArticle } from "#agency/articles/queries.ts";`,
  },
  {
    rule: "the trade knows no edge",
    path: "src/agency/articles/queries.ts",
    code: `// why\nimport type { Page } from "#site/views/values.ts";`,
    fault: `src/agency/articles/queries.ts:2 imports "#site/views/values.ts": agency may import text, store, lib, not site`,
  },
  {
    rule: "one edge does not know another",
    path: "src/cli/serve.ts",
    code: `import { site } from "#site/site.ts";`,
    fault: `src/cli/serve.ts:1 imports "#site/site.ts": cli may import config, agency, text, store, outside, lib, not site`,
  },
  {
    rule: "a dynamic import counts",
    path: "src/store/db.ts",
    code: `const x = 1;\n\nconst m = await import("#agency/articles/articles.ts");`,
    fault: `src/store/db.ts:3 imports "#agency/articles/articles.ts": store may import lib, not agency`,
  },
  {
    rule: "what is exported again counts",
    path: "src/lib/days.ts",
    code: `export { tokensOf } from "#text/labels/labels.ts";`,
    fault: `src/lib/days.ts:1 imports "#text/labels/labels.ts": lib may import nothing, not text`,
  },
  {
    rule: "words in comments, strings and templates are no imports",
    path: "src/lib/days.ts",
    code: `// import "#site/a.ts"\nconst a = 'import x from "#site/a.ts"';\nconst b = \`import "#site/a.ts" \${"\`"} \`;\nconst c = /import "#site\\/a.ts"/;`,
  },
  {
    rule: "another room is reached by its name",
    path: "src/site/article.tsx",
    code: `import { x } from "../agency/articles/queries.ts";`,
    fault: `src/site/article.tsx:1 imports "../agency/articles/queries.ts": another room is reached by its name, #agency/articles/queries.ts`,
  },
  {
    rule: "an import carries its extension",
    path: "src/site/article.tsx",
    code: `import { x } from "./card";`,
    fault: `src/site/article.tsx:1 imports "./card": a relative import carries its extension`,
  },
  {
    rule: "the press knows no page",
    path: "src/press/press.ts",
    code: `import { ArticlePage } from "#site/views/article.tsx";`,
    fault: `src/press/press.ts:1 imports "#site/views/article.tsx": press may import store, lib, not site`,
  },
  {
    rule: "only the wiring knows the settings and the command line",
    path: "src/site/site.ts",
    code: `import type { Config } from "../config.ts";`,
    fault: `src/site/site.ts:1 imports "../config.ts": site may import agency, text, store, lib, not config`,
  },
  {
    rule: "the invented agency is seeded by the wiring alone",
    path: "src/cli/serve.ts",
    code: `import { newsroom } from "#test/newsroom.ts";`,
    fault: `src/cli/serve.ts:1 imports "#test/newsroom.ts": cli may import config, agency, text, store, outside, lib, not test`,
  },
  {
    rule: "tests stand on the cast everybody knows",
    path: "src/site/article.test.tsx",
    code: `import { newsroom } from "#test/newsroom.ts";`,
  },
  {
    rule: "a feature does not call another's actions",
    path: "src/agency/sources/actions.ts",
    code: `import { publishArticle } from "#agency/articles/actions.ts";`,
    fault: `src/agency/sources/actions.ts:1 imports "#agency/articles/actions.ts": a feature reads another's noun and queries and never calls its actions; what must follow is a job`,
  },
  {
    rule: "a feature calls its own actions and reads another's noun",
    path: "src/agency/sources/import.ts",
    code: `import { addSource } from "./actions.ts";\nimport type { Article } from "#agency/articles/articles.ts";`,
  },
  {
    rule: "the trade knows no HTTP",
    path: "src/agency/articles/queries.ts",
    code: `import { Hono } from "hono";`,
    fault: `src/agency/articles/queries.ts:1 imports "hono": agency knows no HTTP and no HTML`,
  },
  {
    rule: "the text engine is pure",
    path: "src/text/intake/intake.ts",
    code: `import { readFileSync } from "node:fs";`,
    fault: `src/text/intake/intake.ts:1 imports "node:fs": text is pure and imports only lib and libraries`,
  },
  {
    rule: "Bun's modules stay where they live",
    path: "src/cli/backup.ts",
    code: `import { Database } from "bun:sqlite";`,
    fault: `src/cli/backup.ts:1 names Bun ("bun:sqlite"): only program.ts, store/engines/ and lib/runtime may`,
  },
  {
    rule: "Bun's own names stay where they live",
    path: "src/cli/backup.ts",
    code: `const text = "Bun.file";\nconst file = Bun.file("x");`,
    fault: `src/cli/backup.ts:2 names Bun ("Bun.file"): only program.ts, store/engines/ and lib/runtime may`,
  },
  {
    rule: "an engine may be Bun's",
    path: "src/store/engines/sqlite.ts",
    code: `import { Database } from "bun:sqlite";`,
  },
  { rule: "tests run on Bun", path: "src/lib/days.test.ts", code: `import { test } from "bun:test";` },
  {
    rule: "settings are read in one place",
    path: "src/store/open.ts",
    code: `const url = process.env["DATELINE_DATABASE"];`,
    fault: `src/store/open.ts:1 reads the environment: only config.ts and program.ts may`,
  },
];

for (const { rule, path, code, fault } of CASES) {
  test(`rooms: ${rule}`, () => {
    expect(faultsIn({ path, code })).toEqual(fault === undefined ? [] : [fault]);
  });
}

/** One sentence for each thing a file may not do. Files outside `src/` may do it all. */
function faultsIn({ path, code }: File): string[] {
  if (!path.startsWith("src/")) return [];
  const tokens = tokensOf(code);
  return [
    ...importsOf(tokens).flatMap((one) => {
      const broken = ruleBrokenBy(path, one);
      return broken === undefined ? [] : [`${path}:${one.line} ${broken}`];
    }),
    ...tokens.flatMap((_, at) => faultAt(path, tokens, at) ?? []),
  ];
}

function ruleBrokenBy(path: string, { from }: Import): string | undefined {
  const room = roomOf(path);
  if (isBun(from)) return isTest(path) || isIn(path, BUN_LIVES_IN) ? undefined : bunRule(from);

  const target = targetOf(path, from);
  if (target === undefined) return libraryRule(path, room, from);
  if (/^\.\.?\//.test(from) && !/\.[a-z0-9]+$/.test(from))
    return `imports "${from}": a relative import carries its extension`;

  const to = roomOf(target);
  if (to !== room && !isTest(path)) {
    const allowed = MAY_IMPORT[room] ?? [];
    if (!allowed.includes(to))
      return `imports "${from}": ${room} may import ${allowed.join(", ") || "nothing"}, not ${to}`;
  }
  if (to !== room && from.startsWith("..") && target.startsWith("src/") && target.split("/").length > 2) {
    return `imports "${from}": another room is reached by its name, #${target.slice("src/".length)}`;
  }
  if (room === "agency" && !isTest(path) && /\/actions\.ts$/.test(target) && featureOf(target) !== featureOf(path)) {
    return `imports "${from}": a feature reads another's noun and queries and never calls its actions; what must follow is a job`;
  }
  return undefined;
}

function libraryRule(path: string, room: string, from: string): string | undefined {
  if (isTest(path)) return undefined;
  if (room === "agency" && /^(hono|node:https?|node:net)(\/|$)/.test(from)) {
    return `imports "${from}": agency knows no HTTP and no HTML`;
  }
  if (room === "text" && from.startsWith("node:"))
    return `imports "${from}": text is pure and imports only lib and libraries`;
  return undefined;
}

function faultAt(path: string, tokens: readonly Token[], at: number): string | undefined {
  const [token, dot, name] = tokens.slice(at, at + 3);
  if (token?.kind !== "word" || dot?.text !== "." || tokens[at - 1]?.text === "." || isTest(path)) return undefined;
  if (token.text === "Bun" && !isIn(path, BUN_LIVES_IN))
    return `${path}:${token.line} ${bunRule(`Bun.${name?.text ?? ""}`)}`;
  if (token.text === "process" && name?.text === "env" && !isIn(path, ENVIRONMENT_IS_READ_IN)) {
    return `${path}:${token.line} reads the environment: only config.ts and program.ts may`;
  }
  return undefined;
}

function bunRule(name: string): string {
  return `names Bun ("${name}"): only program.ts, store/engines/ and lib/runtime may`;
}

function isBun(from: string): boolean {
  return from === "bun" || from.startsWith("bun:");
}

/** What JSX is compiled to is named by no file. */
function isAdded(from: string): boolean {
  return /^react$|\/jsx(-dev)?-runtime$/.test(from);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function isIn(path: string, places: readonly RegExp[]): boolean {
  return places.some((place) => place.test(path));
}

/** The path a name in this repository stands for; nothing for a library. */
function targetOf(path: string, from: string): string | undefined {
  if (from.startsWith("#test/")) return from.slice(1);
  if (from.startsWith("#")) return `src/${from.slice(1)}`;
  return from.startsWith(".") ? posix.join(posix.dirname(path), from) : undefined;
}

/** `src/agency/articles/queries.ts` is in `agency`, `src/config.ts` is `config`, `test/newsroom.ts` is in `test`. */
function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "src" ? second.replace(/(\.test)?\.tsx?$/, "") : top;
}

function featureOf(path: string): string | undefined {
  return path.split("/")[2];
}

function filesIn(folder: string): File[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, code: readFileSync(path, "utf8") }));
}
