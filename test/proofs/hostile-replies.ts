/**
 * Sends every hostile payload through every field of the forms readers have, and opens what comes of it in Chromium, in
 * windows the width of a phone: `npm run prove hostile-replies -- [--payloads 321] [--lanes 2]`. Each lane has a server, a
 * browser and its part of the payloads.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ReaderFigures } from "../hostile-replies.ts";
import { inLanes, ROOT } from "../lanes.ts";
import { ALL_PAYLOADS, BREAKING } from "../payloads.ts";

const { values } = parseArgs({
  options: {
    payloads: { type: "string", default: String(ALL_PAYLOADS.length) },
    lanes: { type: "string", default: "2" },
  },
});
const begun = performance.now();
const lanes = await inLanes<ReaderFigures>("hostile-replies", Number(values.payloads), Number(values.lanes));
const sum = (of: (lane: ReaderFigures) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
const breaking = ALL_PAYLOADS.slice(0, Number(values.payloads)).filter((one) => BREAKING.includes(one)).length;
const wrong = lanes.flatMap(({ signs, unmet }) => [...signs, ...unmet.map((field) => `nothing was sent to ${field}`)]);
if (wrong.length > 0) {
  process.stderr.write(`${wrong.join("\n")}\n`);
  process.exit(1);
}
const fields = [...new Set(lanes.flatMap((lane) => lane.fields))].toSorted();
const minutes = Math.ceil((performance.now() - begun) / 60_000);
const said = [
  `- ${sum(({ payloads }) => payloads)} payloads, of which ${breaking} break pages rather than run: they turn the line round, look like other`,
  "  letters, pile up, have no end and no space, or are not there (controls, NUL, halves of letters).",
  `- Sent ${sum(({ sent }) => sent)} times through ${fields.length} fields: each payload in all fields of a form at once, and in each field of the reply alone;`,
  "  as the answer to the sum, behind the links of letters, as a change, an appeal, a report, and as a step of each address.",
  `- ${sum(({ kept }) => kept)} replies kept, ${sum(({ letters }) => letters)} of them by a link in a letter; refused, appealed against and shown at the desk.`,
  `- ${sum(({ pagesOpened }) => pagesOpened)} different answers and pages opened in Chromium, 390 pixels wide: nothing ran or called elsewhere, nothing stands as markup that`,
  "  was meant as words, no page is wider than its window or ends too early, no public page or feed holds a control of",
  "  direction, a NUL or five marks on a letter, each feed is well formed, and nobody writes under a name that cannot be seen.",
  `- ${minutes} minutes. Every field that any form of readers was seen to have was sent something hostile.`,
];
process.stdout.write(`${said.join("\n")}\n`);
const day = new Date().toISOString().slice(0, 10);
writeFileSync(
  join(ROOT, "docs", "proofs", "hostile-replies.md"),
  `# Hostile words of readers run nowhere and break no page\n\n\`npm run prove hostile-replies -- --payloads ${values.payloads}\`, ${day}\n\n${said.join("\n")}\n\nThe fields:\n\n${fields.map((field) => `- \`${field}\``).join("\n")}\n`,
);
process.exit(0);
