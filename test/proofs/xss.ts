/**
 * Sends every hostile payload through every form of the desk, paste, the editor's doors, names of files and EXIF, and opens what comes of
 * it in Chromium: `bun test/proofs/xss.ts [--payloads 249] [--lanes 2] [--only WORD]`. Each lane has a server, a browser and its part of the payloads;
 * with a word (a regular expression) only forms whose line holds it are attacked, and no record is written.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figures } from "../hostile.ts";
import { inLanes, ROOT } from "../lanes.ts";
import { PAYLOADS } from "../payloads.ts";

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
      only: { type: "string", default: "" },
    },
  });
  const begun = performance.now();
  const { payloads, forms, fields, sent, asked, dialogs, pagesOpened, signs, unmet } = added(
    await inLanes<Figures>("xss", Number(values.payloads), Number(values.lanes), values.only),
  );
  const minutes = Math.ceil((performance.now() - begun) / 60_000);
  const wrong = [...signs, ...unmet.map((address) => `nothing was sent to ${address}`)];
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join("\n")}\n`);
    process.exit(1);
  }
  if (values.only !== "") {
    const listed = forms.map((form) => `- \`${form}\``).join("\n");
    process.stdout.write(
      `${payloads} payloads, ${sent} times sent, ${pagesOpened} pages opened: nothing ran.\n${listed}\n`,
    );
    process.exit(0);
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
