/** What the proof `xss` runs in a lane: the attack with its payloads. */
import { writeFileSync } from "node:fs";
import { withBrowser, withServer } from "../browser.ts";
import { attack } from "../hostile.ts";
import { laneOf } from "../lanes.ts";
import { PAYLOADS } from "../payloads.ts";

const { figures, ...options } = laneOf(PAYLOADS);
const found = await withServer((server) => withBrowser((browser) => attack(browser, server, options)));
writeFileSync(figures, JSON.stringify(found));
