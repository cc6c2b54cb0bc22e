/** What the proof `hostile-replies` runs in a lane: the attack on readers' forms with its payloads, letters on loopback. */
import { writeFileSync } from "node:fs";
import { withBrowser, withServer } from "../browser.ts";
import { attackReaders } from "../hostile-replies.ts";
import { laneOf } from "../lanes.ts";
import { openMailbox } from "../mailbox.ts";
import { ALL_PAYLOADS } from "../payloads.ts";

const { figures, ...options } = laneOf(ALL_PAYLOADS);
await using mailbox = await openMailbox();
const found = await withServer((server) => withBrowser((browser) => attackReaders(browser, server, mailbox, options)), {
  environment: { DATELINE_SMTP: mailbox.smtp },
});
writeFileSync(figures, JSON.stringify(found));
