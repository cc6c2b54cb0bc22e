/** Hostile words through every form of readers, two of them. `npm run prove hostile-replies` sends all there are. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { withBrowser, withServer } from "../browser.ts";
import { attackReaders } from "../hostile-replies.ts";
import { openMailbox } from "../mailbox.ts";
import { PAYLOADS } from "../payloads.ts";
import { watch } from "../watch.ts";

// One that runs; and one that turns the line round, piles up, is not there in part, and has neither an end nor a space.
const FEW = [
  String(PAYLOADS.find((payload) => payload.startsWith('"><img'))),
  ["\u202eturned", "\u2067", `Z${"\u0300".repeat(40)}`, "a\0b\ufffe", "\u1100".repeat(400), "W".repeat(900)].join(""),
];

test("hostile words in any field of readers' forms run nowhere and break no page", async () => {
  await using mailbox = await openMailbox();
  const figures = await withServer(
    (server) => withBrowser((browser) => attackReaders(browser, server, mailbox, { payloads: FEW })),
    { environment: { DATELINE_SMTP: mailbox.smtp } },
  );
  assert.deepEqual(figures.signs, []);
  assert.deepEqual(figures.unmet, [], "words could be sent there and were not");
  assert.ok(figures.fields.length > 25, `only ${figures.fields.length} fields were met: ${figures.fields.join("; ")}`);
  assert.ok(figures.kept >= 2 * FEW.length, `only ${figures.kept} replies were kept`);
  assert.equal(figures.letters, FEW.length);
});

test("a page that words burst, and a name nobody sees, are seen to", async () => {
  const careless = createServer((_, response) => {
    const reply = '<article class="reply" id="reply-1"><p class="by"><bdi class="name">\u3164</bdi></p></article>';
    const html = `<!doctype html><body style="white-space: nowrap"><main>${reply}${"W".repeat(400)}</main>`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise<void>((listening) => careless.listen(0, "127.0.0.1", listening));
  const { port } = careless.address() as AddressInfo;
  try {
    await withBrowser(async (browser) => {
      const watched = await watch(await browser.newContext(), `http://127.0.0.1:${port}`, { width: 390 });
      await watched.open("/");
      const seen = watched.signs().join("\n");
      assert.match(seen, /pixels wider than its window/);
      assert.match(seen, /swallowed what stands round it/);
      assert.match(seen, /a name nobody sees/);
    });
  } finally {
    careless.close();
  }
});
