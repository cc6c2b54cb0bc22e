/** Hostile words through every door of the desk, two of them. `npm run prove xss` sends all there are. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { withBrowser, withServer } from "../browser.ts";
import { attack } from "../hostile.ts";
import { PAYLOADS } from "../payloads.ts";
import { watch } from "../watch.ts";

// One that stands by itself, and one that breaks out of an attribute.
const TWO = [PAYLOADS[0], PAYLOADS.find((payload) => payload.startsWith('"><img'))].map(String);

test("hostile words in any field of the desk run nowhere", async () => {
  const figures = await withServer((server) => withBrowser((browser) => attack(browser, server, { payloads: TWO })));
  assert.deepEqual(figures.signs, []);
  assert.deepEqual(figures.unmet, [], "words could be sent there and were not");
  assert.ok(figures.forms.length > 20, `only ${figures.forms.length} forms were found: ${figures.forms.join("; ")}`);
  assert.ok(figures.pagesOpened > 50, `only ${figures.pagesOpened} pages were opened`);
});

test("a page that takes hostile words as they come is seen to", async () => {
  const careless = createServer((request, response) => {
    const payload = TWO[Number(request.url?.slice(1))] ?? "";
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><input value="${payload}">`);
  });
  await new Promise<void>((listening) => careless.listen(0, "127.0.0.1", listening));
  const { port } = careless.address() as AddressInfo;
  const home = `http://127.0.0.1:${port}`;
  try {
    await withBrowser(async (browser) => {
      const watched = await watch(await browser.newContext(), home);
      for (const at of TWO.keys()) await watched.open(`/${at}`);
      const seen = watched.signs().join("\n");
      assert.match(seen, /\/1: a dialog opened, 1/);
      assert.match(seen, /\/1: a payload ran/);
      assert.match(seen, /\/1: it has onerror on <img/);
    });
  } finally {
    careless.close();
  }
});
