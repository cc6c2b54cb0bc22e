/** What the proof `xss` runs on Node, which Playwright wants: the attack with as many payloads as it is told, its figures as JSON. */
import { writeFileSync } from "node:fs";
import { withBrowser, withServer } from "../browser.ts";
import { attack } from "../hostile.ts";
import { PAYLOADS } from "../payloads.ts";

const [figuresFile = "", most = "", lane = "0", lanes = "1"] = process.argv.slice(2);
const payloads = PAYLOADS.slice(0, Number(most)).filter((_, at) => at % Number(lanes) === Number(lane));
const begun = performance.now();
const report = (line: string) =>
  void process.stdout.write(`${Math.round((performance.now() - begun) / 1000)} s, lane ${Number(lane) + 1}: ${line}\n`);
const figures = await withServer((server) => withBrowser((browser) => attack(browser, server, { payloads, report })));
writeFileSync(figuresFile, JSON.stringify(figures));
