/** The page that explains the engine to strangers says what is so: its examples run, and print what it says they print. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as labels from "./labels.ts";

const PAGE = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "library-labels.md"), "utf8");

/** Code and what it prints, one after the other. */
const examples = [...PAGE.matchAll(/^```ts\n(.*?)^```\n\n^```text\n(.*?)^```$/gms)].map(([, code = "", said = ""]) => ({
  code,
  said,
}));

test("every example of the page prints what the page says", async () => {
  expect(examples).toHaveLength([...PAGE.matchAll(/^```ts$/gm)].length);
  expect(examples.length).toBeGreaterThan(4);
  const script = examples.map(({ code }) => `${code}\nnextExample();`).join("\n");
  const printed: string[] = [""];
  const nextExample = () => printed.push("");
  const log = (...said: readonly unknown[]) => {
    printed.push(`${printed.pop()}${said.join(" ")}\n`);
  };
  await run(script, { labels, nextExample, console: { log } });
  expect(printed.slice(0, -1)).toEqual(examples.map(({ said }) => said));
});

/** As a module would run, with its imports taken from the engine's one door. */
async function run(script: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const names: string[] = [];
  const body = script.replace(
    /^import \{([^}]*)\} from "dateline\/src\/text\/labels\/labels\.ts";$/gm,
    (_, some: string) => {
      names.push(
        ...some
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type ")),
      );
      return "";
    },
  );
  for (const name of names) expect(labels).toHaveProperty(name);
  const code = new Bun.Transpiler({ loader: "ts" }).transformSync(`async function example() {${body}}`);
  const makers = Object.keys(given);
  const made = new Function(
    ...makers,
    `const { ${[...new Set(names)].join(", ")} } = labels;\n${code}\nreturn example();`,
  );
  await made(...makers.map((name) => given[name]));
}
