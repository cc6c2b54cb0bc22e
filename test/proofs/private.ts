/**
 * One thread posted under two sets of addresses is the same to the last byte on every public address:
 * `npm run prove private -- [--addresses 2000]`. Each engine in a process of its own, where chance is a row of numbers.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type EngineName, engines } from "../engines.ts";

type Proof = {
  readonly engine: EngineName;
  /** How many addresses are compared at most. */
  readonly addresses: number;
  /** Whether the whole site is exported, too. */
  readonly isWhole?: boolean;
  /** Said in the second thread and not in the first: then they must differ. */
  readonly says?: string;
};

export type PrivateFigures = {
  readonly addresses: number;
  /** Files of what an operator exports. */
  readonly exported: number;
  readonly bytes: number;
  readonly replies: number;
  /** Addresses whose bytes are not the same. */
  readonly differing: readonly string[];
  /** Addresses where an address of a reader stands. */
  readonly leaks: readonly string[];
};

export function provePrivate({ engine, addresses, isWhole = false, says = "" }: Proof): PrivateFigures {
  const child = join(import.meta.dirname, "private-child.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [child, engine, String(addresses), isWhole ? "whole" : "", says],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`the proof ended with ${status}: ${stderr.slice(-4_000)}`);
  return JSON.parse(stdout);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { addresses: { type: "string", default: "2000" } } });
  const lines: string[] = [];
  for (const engine of engines) {
    const { addresses, exported, bytes, replies, differing, leaks } = provePrivate({
      engine,
      addresses: Number(values.addresses),
      isWhole: true,
    });
    if (differing.length > 0 || leaks.length > 0)
      throw new Error(`these differ: ${[...differing, ...leaks].join(", ")}`);
    lines.push(
      `- ${engine}: ${addresses} addresses, pages of links and letters, and ${exported} files of exports; ${bytes} bytes, headers among them,\n  ${replies} places of replies; none differs.`,
    );
    process.stdout.write(`${lines.at(-1)}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "private.md"),
    `# Nothing public depends on an address\n\n\`npm run prove private -- --addresses ${values.addresses}\`, ${new Date().toISOString().slice(0, 10)}\n\nOne thread posted under one shared address, and under five as unlike as can be: with a reply by a link in a letter, a report,\na refusal, an erasure, letters and messages of answers. Compared byte by byte: every page, feed and file that is named from the\nfront page on, the first word of a line that tells of new replies, the pages behind links of letters, readers' own pages and what\nthey download, what is written to them and to their browsers; the export of the whole site, and of its replies for Disqus,\nRemark42, Isso and WordPress. In none of it stands an address that was given.\n\n${lines.join("\n")}\n`,
  );
  process.exit(0);
}
