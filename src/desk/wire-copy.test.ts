import { expect, test } from "bun:test";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { marksOf } from "#text/document/find.ts";
import { printPlain } from "#text/document/plain.ts";
import { citableSentences } from "#text/quotes/cite.ts";

const ADDRESS = "/desk/wire-copy";
const COPY = `Port of Talmira opens again

12.03.2026, Talmira.

“We have seen enough,” harbour master Ines Tallow said. The Reef Front (organization banned in Orvane) did not answer.

Back in 2019, the port was closed for a year. The next ferry is scheduled to sail on 1 April.

Source: Strait Wire News Agency

Leave a Reply

Your email address will not be published.

Loading Facebook Comments ...`;

async function drafts({ db }: Door) {
  return db.selectFrom("article").select(["id", "assigned_to", "origin_name", "origin_url"]).execute();
}

/** Everything a page's form would send, as it stands. */
function formIn(html: string): FormData {
  const form = new FormData();
  const main = html.slice(html.indexOf("copy-review"));
  for (const [, tag = ""] of main.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? "";
    const isOff = /type="checkbox"/.test(tag) && !/\schecked/.test(tag);
    if (!isOff) form.append(name, unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? ""));
  }
  form.append("copy", unescaped(/<textarea name="copy" hidden[^>]*>\n([\s\S]*?)<\/textarea>/.exec(main)?.[1] ?? ""));
  form.append("do", "take");
  return form;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

const NAMED = `Port opens again

12.03.2026, Talmira.

The port opened again, Österland Rundfunk reported on March 11th. Nobody knows for how long.

The quay is safe, but Österland Rundfunk has information that a crane is not. The crews stay, Radio Fjord reported.`;

for (const engine of engines) {
  test(`${engine}: outlets that copy names are entered once, and their sentences rest on them unless unticked`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const cited = async () => {
      const page = await (await reporter.post(ADDRESS, { edition: "en", copy: NAMED, do: "read" })).text();
      return formIn(page);
    };
    const all = await cited();
    const ticks = all.getAll("attribution");
    expect(ticks).toEqual(["0", "1", "2"]);
    const taken = await reporter.post(ADDRESS, all);
    const id = taken.headers.get("location")?.split("/").at(-1)?.split("?")[0] ?? "";
    const sources = () => door.db.selectFrom("source").select(["id", "name", "kind"]).orderBy("name").execute();
    const entered = await sources();
    expect(entered.map(({ kind, name }) => [kind, name])).toEqual([
      ["outlet", "Radio Fjord"],
      ["outlet", "Österland Rundfunk"],
    ]);
    const body = (await workingCopy(door.db, id))?.text.document ?? { type: "doc" as const, content: [] };
    const [fjord, osterland] = entered;
    expect(citableSentences(body).map(({ sources: on }) => on)).toEqual(
      [[osterland], [], [osterland], [fjord]].map((on) => on.map((one) => one?.id ?? "")),
    );
    // Without a tick it rests on nothing; taken in once more, on the same.
    const none = await cited();
    none.delete("attribution");
    const bare = await reporter.post(ADDRESS, none);
    const other = bare.headers.get("location")?.split("/").at(-1)?.split("?")[0] ?? "";
    expect(JSON.stringify((await workingCopy(door.db, other))?.text.document ?? null)).not.toContain("citation");
    await reporter.post(ADDRESS, await cited());
    expect(await sources()).toEqual(entered);
  });

  test(`${engine}: copy is shown with all that was found in it, and nothing of it is kept yet`, async () => {
    await using door = await openDoor(engine);
    const response = await door.as("reporter").post(ADDRESS, { edition: "en", copy: COPY, do: "read" });
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const found of [
      'value="Port of Talmira opens again"',
      'value="Talmira"',
      'value="2026-03-12"',
      'value="Strait Wire News Agency"',
      'value="Ines Tallow"',
      "“We have seen enough,”",
      "Reef Front (organization banned in Orvane)",
      "Back in 2019, the port was closed for a year.",
      "The next ferry is scheduled to sail on 1 April.",
      "Loading Facebook Comments ...",
      "The original is not linked. Add its address.",
    ])
      expect(html).toContain(found);
    expect(await drafts(door)).toEqual([]);
  });

  test(`${engine}: what is accepted becomes a draft of who took it in, with its marks`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const review = await (await reporter.post(ADDRESS, { edition: "en", copy: COPY })).text();
    const taken = await reporter.post(ADDRESS, formIn(review));
    const [draft] = await drafts(door);
    expect([taken.status, taken.headers.get("location")]).toEqual([303, `/desk/articles/${draft?.id}?said=kept`]);
    expect(draft).toMatchObject({
      assigned_to: "staff-reporter",
      origin_name: "Strait Wire News Agency",
      origin_url: null,
    });
    const copy = await workingCopy(door.db, draft?.id ?? "");
    expect(copy?.text.dateline).toEqual({ place: "Talmira", date: "2026-03-12" });
    const { document } = copy?.text ?? { document: { type: "doc" as const, content: [] } };
    expect(printPlain(document).text).toBe(
      "“We have seen enough,” harbour master Ines Tallow said. The Reef Front did not answer.\n\nBack in 2019, the port was closed for a year. The next ferry is scheduled to sail on 1 April.",
    );
    expect(marksOf(document, "quotation").map(({ attrs }) => attrs?.["speaker"])).toEqual(["Ines Tallow"]);
    expect(marksOf(document, "event").map(({ attrs }) => attrs?.["date"])).toEqual(["2019"]);
    expect(marksOf(document, "mention")).toHaveLength(1);
  });

  test(`${engine}: what is not so is left out, one by one, and what was dropped can be put back`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const form = formIn(await (await reporter.post(ADDRESS, { edition: "en", copy: COPY })).text());
    for (const name of ["event", "label"]) form.delete(name);
    form.set("speaker-0", "Ines B. Tallow");
    form.set("headline", "The port is open");
    form.set("origin-url", "https://wire.example/1");
    form.append("dropped", "0");
    expect((await reporter.post(ADDRESS, form)).status).toBe(303);
    const [draft] = await drafts(door);
    expect(draft?.origin_url).toBe("https://wire.example/1");
    const { headline, document } = (await workingCopy(door.db, draft?.id ?? ""))?.text ?? {};
    expect(headline).toBe("The port is open");
    if (!document) throw new Error("the draft has no text");
    expect(marksOf(document, "quotation").map(({ attrs }) => attrs?.["speaker"])).toEqual(["Ines B. Tallow"]);
    expect([marksOf(document, "event"), marksOf(document, "mention")]).toEqual([[], []]);
    const { text } = printPlain(document);
    expect(text).toContain("The Reef Front (organization banned in Orvane) did not answer.");
    expect(text).toEndWith("Leave a Reply");
  });

  test(`${engine}: copy that cannot be a draft yet comes back with everything that was typed`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const form = formIn(await (await reporter.post(ADDRESS, { edition: "en", copy: COPY })).text());
    form.set("headline", "");
    form.set("speaker-0", "Somebody <else>");
    form.delete("event");
    const refused = await reporter.post(ADDRESS, form);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("Write a headline.");
    expect(html).toContain('value="Somebody &lt;else&gt;"');
    expect(html).toMatch(/<input id="event-0" name="event" type="checkbox" value="0">/);
    expect(html).toMatch(/<input id="quotation-0" name="quotation" type="checkbox" value="0" checked/);
    expect(html).toContain("Loading Facebook Comments ...");
    for (const [field, typed] of [
      ["day", "2026-02-31"],
      ["origin-url", "javascript:alert(1)"],
    ] as const) {
      const again = formIn(html);
      again.set("headline", "Open");
      again.set(field, typed);
      const response = await reporter.post(ADDRESS, again);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(`value="${typed}"`);
    }
    expect(await drafts(door)).toEqual([]);
  });

  test(`${engine}: a file goes before the field, in whatever encoding it came`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const send = async (bytes: Uint8Array<ArrayBuffer>, copy = "") => {
      const form = new FormData();
      form.append("edition", "en");
      form.append("copy", copy);
      form.append("file", new File([bytes], "copy.txt"));
      return reporter.post(ADDRESS, form);
    };
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${COPY}`, "utf16le"));
    expect(await (await send(utf16, "Something else\n\nWords.")).text()).toContain("Port of Talmira opens again");
    // "Порт открыт" and a line of text, in Windows-1251.
    const russian = new Uint8Array([
      ...[0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xee, 0xf2, 0xea, 0xf0, 0xfb, 0xf2],
      10,
      10,
      ...[0xd1, 0xf3, 0xe4, 0xe0, 0x20, 0xe2, 0xee, 0xf8, 0xeb, 0xe8, 0x20, 0xe2, 0x20, 0xef, 0xee, 0xf0, 0xf2, 0x2e],
    ]);
    expect(await (await send(russian)).text()).toContain('value="Порт открыт"');
    const picture = await send(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "Typed words");
    expect(picture.status).toBe(422);
    const html = await picture.text();
    expect(html).toContain("This file is no text that can be read.");
    expect(html).toContain("\nTyped words</textarea>");
  });

  test(`${engine}: nothing, an edition that is none and somebody who does not write take nothing in`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    for (const fields of [
      { edition: "en", copy: "  \n " },
      { edition: "xx", copy: COPY },
      { edition: "en", copy: "Leave a Reply" },
    ])
      expect((await reporter.post(ADDRESS, fields)).status).toBe(422);
    expect((await door.as("moderator").get(ADDRESS)).status).toBe(404);
    expect((await door.as("moderator").post(ADDRESS, { edition: "en", copy: COPY })).status).toBe(404);
    expect(await drafts(door)).toEqual([]);
    expect(await (await reporter.get(ADDRESS)).text()).toContain("Paste wire copy");
  });
}
