/**
 * Sends every hostile payload through every form of the desk, paste, the editor's doors, names of files and EXIF, and opens what comes of
 * it in Chromium: `bun test/proofs/xss.ts [--payloads 249] [--lanes 2]`. Each lane has a server, a browser and its part of the payloads.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "../../scripts/chromium.mjs";
import type { Figures } from "../hostile.ts";
import { PAYLOADS } from "../payloads.ts";

const ROOT = join(import.meta.dirname, "..", "..");

async function proved(payloads: number, lanes: number): Promise<Figures> {
  const scratch = mkdtempSync(join(tmpdir(), "dateline-xss-"));
  // Inside the clone, so that packages are found from it.
  const built = join(ROOT, "node_modules", ".cache", `xss-${process.pid}.mjs`);
  try {
    const words = ["build", "./test/proofs/xss-child.ts", "--target=node", "--packages=external"];
    const { status } = spawnSync(process.execPath, [...words, `--outfile=${built}`], { cwd: ROOT, stdio: "inherit" });
    if (status !== 0) throw new Error(`the proof was not built: ${status}`);
    return added(
      await Promise.all(
        Array.from({ length: lanes }, async (_, lane) => {
          const figures = join(scratch, `${lane}.json`);
          await ended("node", [built, figures, `${payloads}`, `${lane}`, `${lanes}`]);
          const own: Figures = JSON.parse(readFileSync(figures, "utf8"));
          return own;
        }),
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    rmSync(built, { force: true });
  }
}

function ended(program: string, words: readonly string[]): Promise<void> {
  const env = { ...process.env, CHROMIUM_PATH: chromium(process.env), DATELINE_BUN: process.execPath };
  const child = spawn(program, words, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env });
  // Lanes end with the proof, whichever of them fails.
  process.once("exit", () => child.kill());
  return new Promise((done, fail) =>
    child
      .once("error", fail)
      .once("close", (status) => (status === 0 ? done() : fail(new Error(`a lane ended with ${status}`)))),
  );
}

/** Forms and pages are the same in every lane; what was sent and seen adds up. */
function added(lanes: readonly Figures[]): Figures {
  const all = (of: (lane: Figures) => readonly string[]) => [...new Set(lanes.flatMap(of))];
  const sum = (of: (lane: Figures) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
  return {
    payloads: sum(({ payloads }) => payloads),
    forms: all(({ forms }) => forms),
    fields: Math.max(...lanes.map(({ fields }) => fields)),
    sent: sum(({ sent }) => sent),
    asked: sum(({ asked }) => asked),
    dialogs: all(({ dialogs }) => dialogs),
    pagesOpened: sum(({ pagesOpened }) => pagesOpened),
    signs: all(({ signs }) => signs),
    unmet: all(({ unmet }) => unmet),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      payloads: { type: "string", default: String(PAYLOADS.length) },
      lanes: { type: "string", default: "2" },
    },
  });
  const begun = performance.now();
  const { payloads, forms, fields, sent, asked, dialogs, pagesOpened, signs, unmet } = await proved(
    Number(values.payloads),
    Number(values.lanes),
  );
  const minutes = Math.ceil((performance.now() - begun) / 60_000);
  const wrong = [...signs, ...unmet.map((address) => `nothing was sent to ${address}`)];
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join("\n")}\n`);
    process.exit(1);
  }
  const said = [
    `- ${payloads} payloads through ${forms.length} forms with ${fields} fields, ${sent} times sent: in every field at once, alone by turns`,
    "  where that was refused, and alone for what a form's other buttons do; as names of files and in EXIF, too.",
    `- Through paste, cards, sources, ${dialogs.length} dialogs of the editor (${dialogs.join(", ")}), every attribute an article can hold,`,
    `  the comparison of two texts, and ${asked} addresses with one of them as a step or a parameter.`,
    `- Each answer and ${pagesOpened} pages opened in Chromium: no dialog, no window, no call elsewhere, nothing the policy had to stop,`,
    "  no markup that was meant as words.",
    `- ${minutes} minutes. Every address of docs/addresses.txt that a form may be sent to was met.`,
  ];
  process.stdout.write(`${said.join("\n")}\n`);
  const folder = join(ROOT, "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const listed = forms.map((form) => `- \`${form}\``).join("\n");
  writeFileSync(
    join(folder, "xss.md"),
    `# Hostile words run nowhere\n\n\`npm run prove xss -- --payloads ${payloads}\`, ${day}\n\n${said.join("\n")}\n\nThe forms, as they were found by following links:\n\n${listed}\n`,
  );
  process.exit(0);
}
