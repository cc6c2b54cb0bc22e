import { expect, test } from "bun:test";
import { draftArticle } from "#agency/articles/actions.ts";
import { addEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import type { Db } from "#store/db.ts";
import { type EngineName, engines, openTestStore } from "#test/engines.ts";
import { readDocument } from "#text/document/schema.ts";
import { NO_COPY, type WireCopy } from "#text/wire/copy.ts";
import { type ReadWire, readWireText } from "#text/wire/read/wire.ts";
import { addChannel, decideItem, noteUse, seeAlarm } from "./actions.ts";
import { type Arrived, keepArrivals } from "./arrivals.ts";
import { alarms, type Item, itemById, itemLines } from "./queries.ts";

const NOON = new Date("2026-11-20T12:00:00Z");
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const WORDS =
  "The ferries across the strait sail again from Monday, the port of Talmira said. They had been stopped for two weeks by a storm that broke the quay, and 3,000 passengers waited for news of their crossing on both shores.";

function copyOf(more: Partial<WireCopy> = {}): WireCopy {
  return {
    ...NO_COPY,
    id: "urn:strait:ferry",
    version: 1,
    versionCreated: NOON,
    language: "en",
    headline: "Ferries sail again across the strait",
    body: { format: "text", words: WORDS },
    ...more,
  };
}

type Wire = {
  readonly db: Db;
  readonly bring: (channel: string, copies: readonly WireCopy[], at?: Date) => Promise<Arrived>;
  readonly item: () => Promise<Item>;
  readonly count: () => Promise<number>;
} & AsyncDisposable;

async function openWire(engine: EngineName): Promise<Wire> {
  const store = await openTestStore(engine);
  const { db } = store;
  const ids = new Map<string, string>();
  const facts = {
    kind: "webhook",
    address: "",
    language: null,
    editionId: null,
    rightsHolder: "",
    usageTerms: "",
    everyMinutes: null,
  } as const;
  for (const name of ["feed", "agency", "mail"])
    ids.set(name, await addChannel(db, { facts: { ...facts, name }, by: "the test", at: NOON }));
  const count = async () => (await itemLines(db, {}, { limit: 100 })).length;
  return {
    db,
    bring: (channel, copies, at = NOON) =>
      keepArrivals(db, { channelId: ids.get(channel) ?? "", format: "rss", copies, at }),
    item: async () => {
      const all = await itemLines(db, {}, { limit: 100 });
      if (all.length !== 1) throw new Error(`there are ${all.length} items`);
      const item = await itemById(db, all[0]?.id ?? "");
      if (!item) throw new Error("the item is gone");
      return item;
    },
    count,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

const held = ({ all }: Item) => all.find(({ holds }) => holds)?.copy;

for (const engine of engines) {
  test(`${engine}: three channels that bring the same copy bring one item`, async () => {
    await using wire = await openWire(engine);
    expect(await wire.bring("feed", [copyOf()])).toEqual({ fresh: 1, changed: 0, known: 0, alarms: 0 });
    // By its id, though it is told in other words.
    expect(await wire.bring("agency", [copyOf({ standfirst: "As of Monday" })])).toMatchObject({ fresh: 0, known: 1 });
    // By its words, though it has another name and stands in HTML.
    const other = { id: "mail-7", headline: "FERRIES", body: { format: "html", words: `<p>${WORDS}</p>` } } as const;
    expect(await wire.bring("mail", [copyOf(other)])).toMatchObject({ fresh: 0, known: 1 });
    const item = await wire.item();
    expect(item.channels.map(({ name }) => name).sort()).toEqual(["agency", "feed", "mail"]);
    expect(item.versions).toBe(1);
    expect(await wire.bring("feed", [copyOf()])).toMatchObject({ fresh: 0, changed: 0, known: 1 });
  });

  test(`${engine}: copy with a changed headline, and copy that is cut short, are the same story`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf()]);
    const edited = {
      id: "1",
      headline: "Strait: ferries are back",
      body: { format: "text", words: `TALMIRA (SW) ${WORDS}` },
    } as const;
    await wire.bring("feed", [copyOf(edited)]);
    const cut = { id: "2", body: { format: "html", words: `<p>${WORDS.slice(0, 140)}…</p>` } } as const;
    await wire.bring("mail", [copyOf(cut)]);
    expect(await wire.count()).toBe(1);
  });

  test(`${engine}: two stories are two, however short they are and however alike their headlines`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("feed", [copyOf({ id: "1", headline: "Weather", body: { format: "text", words: "Rain." } })]);
    await wire.bring("mail", [copyOf({ id: "2", headline: "Weather", body: { format: "text", words: "Rain." } })]);
    const one =
      "The council of Talmira voted for the new harbour on Friday, after a debate of nine hours in which all seven members spoke.";
    const other =
      "Prices of fish rose by a third in a week, traders at the market of Kessar said, and the cold is to last until December.";
    const title = "Strait Wire news in brief, Friday evening";
    await wire.bring("feed", [copyOf({ id: "3", headline: title, body: { format: "text", words: one } })]);
    await wire.bring("mail", [copyOf({ id: "4", headline: title, body: { format: "text", words: other } })]);
    expect(await wire.count()).toBe(4);
  });

  test(`${engine}: an update updates, and versions that come late or twice change nothing`, async () => {
    await using wire = await openWire(engine);
    const second = copyOf({ version: 2, versionCreated: after(10), headline: "Ferries sail again, two at once" });
    const third = copyOf({ version: 3, versionCreated: after(20), headline: "All ferries sail again" });
    await wire.bring("agency", [copyOf()], after(1));
    await wire.bring("agency", [third], after(21));
    await wire.bring("agency", [second], after(22));
    expect(await wire.bring("agency", [third, second, copyOf()], after(23))).toMatchObject({ known: 3, changed: 0 });
    const item = await wire.item();
    expect(item).toMatchObject({ headline: "All ferries sail again", versions: 3 });
    expect(held(item)?.version).toBe(3);
    expect(item.all.map(({ copy }) => copy.version)).toEqual([1, 3, 2]);
  });

  test(`${engine}: a channel that only repeats what another made does not undo its updates`, async () => {
    await using wire = await openWire(engine);
    const second = copyOf({ version: 2, versionCreated: after(10), headline: "All ferries sail again" });
    await wire.bring("agency", [copyOf()]);
    await wire.bring("agency", [second]);
    await wire.bring("feed", [copyOf({ version: null, headline: "Ferries (shortened)" })]);
    await wire.bring("feed", [copyOf({ version: null, versionCreated: null, headline: "Ferries (again)" })]);
    expect((await wire.item()).headline).toBe("All ferries sail again");
  });

  test(`${engine}: a feed without dates and numbers is believed when it changes`, async () => {
    await using wire = await openWire(engine);
    const plain = { id: "7", version: null, versionCreated: null } as const;
    await wire.bring("feed", [copyOf(plain)]);
    await wire.bring("feed", [copyOf({ ...plain, headline: "Ferries sail at noon" })], after(5));
    expect(await wire.item()).toMatchObject({ headline: "Ferries sail at noon", versions: 2 });
  });

  test(`${engine}: a kill kills, keeps the name of the story, and older copy does not bring it back`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf()]);
    const kill = copyOf({
      version: 2,
      versionCreated: after(5),
      status: "canceled",
      signal: "kill",
      headline: "",
      note: "Wrong day",
      body: { format: "text", words: "" },
    });
    expect(await wire.bring("agency", [kill])).toMatchObject({ changed: 1, alarms: 0 });
    const name = "Ferries sail again across the strait";
    expect(await wire.item()).toMatchObject({ status: "canceled", headline: name, versions: 2 });
    await wire.bring("agency", [copyOf({ headline: "Ferries sail again, a late copy" })]);
    await wire.bring("feed", [copyOf({ version: null, versionCreated: null, headline: "Ferries, undated" })]);
    expect(await wire.item()).toMatchObject({ status: "canceled", headline: name });
    // What says that it is later is believed.
    await wire.bring("agency", [
      copyOf({ version: 3, versionCreated: after(50), headline: "Ferries sail on Tuesday" }),
    ]);
    expect(await wire.item()).toMatchObject({ status: "usable", headline: "Ferries sail on Tuesday" });
  });

  test(`${engine}: a kill that comes before its story kills it when it comes`, async () => {
    await using wire = await openWire(engine);
    const kill = copyOf({
      version: 2,
      versionCreated: after(5),
      status: "canceled",
      signal: "kill",
      headline: "",
      body: { format: "text", words: "" },
    });
    await wire.bring("agency", [kill]);
    await wire.bring("agency", [copyOf()], after(6));
    expect(await wire.item()).toMatchObject({ status: "canceled", versions: 2 });
  });

  test(`${engine}: an alarm is raised where copy was used, the worst stays on top, and it is seen once`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf()]);
    const { id } = await wire.item();
    const articleId = await anArticle(wire.db);
    await noteUse(wire.db, { id, articleId, by: "ilse", at: after(2) });
    const killed = { status: "canceled", signal: "kill", headline: "" } as const;
    expect(await wire.bring("agency", [copyOf({ version: 2, versionCreated: after(5), ...killed })])).toMatchObject({
      alarms: 1,
    });
    await wire.bring("agency", [copyOf({ version: 3, versionCreated: after(9), headline: "Ferries sail at last" })]);
    expect((await alarms(wire.db, { limit: 10 })).map(({ alarm }) => alarm)).toEqual(["kill"]);
    expect((await wire.item()).uses).toMatchObject([{ articleId, headline: "Of the test" }]);
    expect(await seeAlarm(wire.db, { id, by: "ilse", at: after(10) })).toBe(true);
    expect(await seeAlarm(wire.db, { id, by: "ilse", at: after(10) })).toBe(false);
    expect(await alarms(wire.db, { limit: 10 })).toEqual([]);
    const correction = { signal: "correction", note: "It is Tuesday" } as const;
    await wire.bring("agency", [copyOf({ version: 4, versionCreated: after(12), ...correction })]);
    expect((await alarms(wire.db, { limit: 10 })).map(({ alarm }) => alarm)).toEqual(["correction"]);
  });

  test(`${engine}: an embargo is data of the item, and one that is moved after its use is told`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf({ embargoedUntil: after(60) })]);
    expect((await wire.item()).embargoUntil).toEqual(after(60));
    const { id } = await wire.item();
    await noteUse(wire.db, { id, articleId: await anArticle(wire.db), by: "ilse", at: after(2) });
    await wire.bring(
      "agency",
      [copyOf({ version: 2, versionCreated: after(3), embargoedUntil: after(600) })],
      after(4),
    );
    expect(await wire.item()).toMatchObject({ embargoUntil: after(600), alarm: "embargo" });
  });

  test(`${engine}: what is ignored can be brought back, and what is used cannot be ignored`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf()]);
    const { id } = await wire.item();
    const by = { id, by: "ilse", at: after(1) };
    expect(await decideItem(wire.db, { ...by, to: "ignored" })).toBe(true);
    expect(await decideItem(wire.db, { ...by, to: "ignored" })).toBe(false);
    expect(await decideItem(wire.db, { ...by, to: "new" })).toBe(true);
    await noteUse(wire.db, { ...by, articleId: await anArticle(wire.db) });
    expect(await decideItem(wire.db, { ...by, to: "ignored" })).toBe(false);
    expect((await wire.item()).state).toBe("used");
  });

  test(`${engine}: the queue is asked by channel, language, words and state`, async () => {
    await using wire = await openWire(engine);
    await wire.bring("agency", [copyOf()]);
    await wire.bring("feed", [
      copyOf({
        id: "urn:strait:wind",
        language: "de-AT",
        headline: "Wind über der Förde",
        body: { format: "text", words: "Es weht." },
      }),
    ]);
    const lines = async (filter: Parameters<typeof itemLines>[1]) =>
      (await itemLines(wire.db, filter, { limit: 10 })).map(({ headline }) => headline);
    const [ferries, wind] = ["Ferries sail again across the strait", "Wind über der Förde"];
    expect(await lines({ language: "de" })).toEqual([wind]);
    expect(await lines({ words: "Förde" })).toEqual([wind]);
    expect(await lines({ words: "passengers" })).toEqual([ferries]);
    expect(await lines({ state: "ignored" })).toEqual([]);
    const [one] = await itemLines(wire.db, { words: "passengers" }, { limit: 1 });
    expect(await lines({ channelId: one?.channelId })).toEqual([ferries]);
  });

  test(`${engine}: the names of an old wire, which begin anew every day, are of their day`, async () => {
    await using wire = await openWire(engine);
    const message = (words: string) => {
      const read = readWireText(
        `\u0001STA0123 4 POL 120 XY\r\n\u0002Headline of ${words}\r\n\r\n  ${words.repeat(8)}\r\n\u0003`,
      );
      if ("problem" in read) throw new Error(read.problem);
      return read;
    };
    const keep = async ({ format, items }: ReadWire, at: Date) => {
      const { id } = await wire.db.selectFrom("wire_channel").select("id").limit(1).executeTakeFirstOrThrow();
      return keepArrivals(wire.db, { channelId: id, format, copies: items, at });
    };
    expect(await keep(message("Monday's news of the strait. "), NOON)).toMatchObject({ fresh: 1 });
    expect(await keep(message("Monday's news of the strait. "), after(5))).toMatchObject({ known: 1 });
    expect(await keep(message("Other news of another day here. "), after(24 * 60))).toMatchObject({ fresh: 1 });
  });
}

async function anArticle(db: Db): Promise<string> {
  const known = await editionByCode(db, "en");
  if (!known)
    await addEdition(db, { code: "en", settings: { name: "English" }, labelPolicy: DEFAULT_POLICY, at: NOON });
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("there is no edition");
  const words = { slug: "of-the-test", headline: "Of the test", standfirst: "", dateline: null };
  const document = readDocument({ type: "doc", content: [{ type: "paragraph" }] });
  return (await draftArticle(db, { edition, ...words, document, by: "ilse", at: NOON })).articleId;
}
