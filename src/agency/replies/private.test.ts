import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pagesOf, TABLE_NAMES } from "#store/tables.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { linksIn } from "#test/forms.ts";
import { openMailbox } from "#test/mailbox.ts";
import { provePrivate } from "#test/proofs/private.ts";
import { tracesIn } from "#test/traces.ts";

const STORY = "/en/outer-quay";
const CANARY = "Canary.7f3a@Nest.example";

for (const engine of engines) {
  // Small here; `npm run prove private` compares every address there is.
  test(`${engine}: a thread posted under two sets of addresses is the same in public to the last byte`, () => {
    const { replies, bytes, differing, leaks } = provePrivate({ engine, addresses: 25 });
    expect({ differing, leaks }).toEqual({ differing: [], leaks: [] });
    expect(replies).toBeGreaterThan(3);
    expect(bytes).toBeGreaterThan(200_000);
  }, 300_000);

  test(`${engine}: an address planted in every field that takes one stands in no page, header, row or file`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine, { demo: true, smtp: mailbox.smtp });
    const told: string[] = [];
    const look = (what: string, said: string | Buffer) =>
      told.push(...tracesIn(Buffer.from(said), [CANARY]).map((how) => `${what} has ${how}`));
    const post = async (path: string, fields: Readonly<Record<string, string>>) => {
      const answer = await door.request(
        new Request(`http://localhost${path}`, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: { "sec-fetch-site": "same-origin" },
        }),
      );
      look(`headers of ${path}`, JSON.stringify([...answer.headers]));
      // What stands in the answer to a form is what its own sender typed.
      return { status: answer.status, html: await answer.text() };
    };
    const sent = { name: "Ada", email: CANARY, text: "I was there." };
    const step = await post(`${STORY}/replies`, sent);
    expect(step.status).toBe(200);
    const token = /name="token" value="([^"]+)"/.exec(step.html)?.[1] ?? "";
    for (const fields of [
      { ...sent, do: "preview" },
      { ...sent, text: "" },
      { ...sent, token, answer: "0" },
      { ...sent, token: "nonsense", answer: "0" },
      { ...sent, do: "mail" },
      { ...sent, do: "mail", tell: "yes" },
      { ...sent, parent: "nobody" },
    ])
      expect((await post(`${STORY}/replies`, fields)).status).toBeLessThan(500);
    const report = linksIn(await door.text("/en/ferry-strike")).find((href) => href.endsWith("/report")) ?? "";
    const unlawful = { kind: "unlawful", words: "It insults.", law: "§ 185", name: "Eve", email: CANARY };
    for (const faith of ["", "yes"]) expect((await post(report, { ...unlawful, faith })).status).toBeLessThan(500);
    await door.doJobs();
    const heard = mailbox.letters.length;
    expect(heard).toBeGreaterThan(2);
    const behind = /\/replies\/door\/\S+/.exec(mailbox.letters.map(({ text }) => text).join("\n"))?.[0] ?? "";
    look("the page of a mailed link", await door.text(behind));
    const done = await post(behind, sent);
    expect(done.status).toBe(303);
    door.setNow("2026-11-22T12:00:00Z");
    expect((await post("/replies/mine", { email: CANARY })).status).toBe(200);
    expect((await post("/replies/mine", { email: `${CANARY} x` })).status).toBe(422);
    await door.doJobs();
    expect(mailbox.letters.length).toBeGreaterThan(heard);
    for (const path of [STORY, `${STORY}/replies`, `${STORY}/replies/atom.xml`, "/en/", "/sitemap.xml"])
      look(path, await door.text(path));
    look("what broke", door.broken.map(String).join());
    for (const table of TABLE_NAMES)
      for await (const rows of pagesOf(door.db, table)) look(`table ${table}`, JSON.stringify(rows));
    for (const file of readdirSync(door.store.data, { recursive: true, withFileTypes: true }))
      if (file.isFile()) look(file.name, readFileSync(join(file.parentPath, file.name)));
    expect(told).toEqual([]);
  });
}

test("that a thread says another word is seen in public, so the comparison compares", () => {
  expect(provePrivate({ engine: "sqlite", addresses: 6, says: " and more" }).differing).not.toEqual([]);
}, 300_000);
