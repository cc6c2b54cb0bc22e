import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { addChannel, askChannel } from "#agency/wire-in/actions.ts";
import { type ChannelFacts, USUAL_LETTERS } from "#agency/wire-in/channels.ts";
import { mailboxAddress } from "#agency/wire-in/mailbox.ts";
import { type Channel, channelById, channels, itemLines } from "#agency/wire-in/queries.ts";
import { sealed } from "#lib/sealed.ts";
import type { Network } from "#outside/fetch.ts";
import { keyIn } from "#outside/keys.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { type ImapBox, imapServer } from "#test/imap-server.ts";

const NOON = new Date("2026-11-20T12:00:00Z");
const PASSWORD = "a password of the box";
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const box: ImapBox = {
  user: "desk@agency.example",
  password: PASSWORD,
  validity: 7,
  folder: "INBOX",
  commands: [],
  letters: [],
};
const server = await imapServer(box);
afterAll(() => server[Symbol.asyncDispose]());

const network: Network = {
  resolve: async (host) => (host === "mail.example" ? ["127.0.0.1"] : []),
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: (port) => port === String(server.port),
};

const WORDS: Readonly<Record<number, string>> = {
  1: "The ferries across the strait sail again from Monday, the port says, after a week of storm and two days of talks.",
  2: "The quay of Talmira is mended and takes ships of every size, the harbour master says; the work took eleven months.",
  3: "Kessar opens a bridge to the islands in spring, its builders say, and asks no toll of those who live there.",
};

function letter(
  uid: number,
  { id = uid, head = "", from = "Port <port@agency.example>" } = {},
): ImapBox["letters"][number] {
  const text = `From: ${from}\r\nSubject: Letter ${id}\r\nMessage-ID: <${id}@agency.example>\r\n${head}\r\n${WORDS[id] ?? `Words of letter ${id}.`}\r\n`;
  return { uid, received: NOON, text };
}

async function follow(door: Door, letters: Partial<NonNullable<ChannelFacts["letters"]>> = {}) {
  const facts: ChannelFacts = {
    kind: "mailbox",
    name: "Box",
    address: mailboxAddress({
      host: "mail.example",
      port: server.port,
      security: "none",
      user: box.user,
      folder: "INBOX",
    }),
    language: "en",
    editionId: null,
    rightsHolder: "",
    usageTerms: "",
    everyMinutes: null,
    letters: { ...USUAL_LETTERS, ...letters },
  };
  const key = await keyIn(join(door.store.data, "keys"), "wire");
  const id = await addChannel(door.db, { facts, sealed: sealed(key, PASSWORD), by: "the test", at: NOON });
  await door.doJobs();
  return async (): Promise<Channel> => {
    const channel = await channelById(door.db, id);
    if (!channel) throw new Error("the channel is gone");
    return channel;
  };
}

function begin(...letters: ImapBox["letters"]): void {
  box.letters = letters;
  box.commands.length = 0;
  box.validity = 7;
  box.password = PASSWORD;
  delete box.trick;
}

const lines = ({ db }: Door) => itemLines(db, {}, { limit: 100 });
const headlines = async (door: Door) => (await lines(door)).map(({ headline }) => headline).sort();

for (const engine of engines) {
  test(`${engine}: letters become items once, however often they are seen and whatever the box calls them`, async () => {
    begin(letter(3, { id: 1 }), letter(4, { id: 2 }));
    await using door = await openDoor(engine, { network });
    const channel = await follow(door);
    expect(await headlines(door)).toEqual(["Letter 1", "Letter 2"]);
    expect(await channel()).toMatchObject({ cursor: "7:4", failures: 0, problem: null, heardAt: NOON });
    // The same letter again, then a box that was made anew.
    box.letters.push(letter(5, { id: 1 }), letter(6, { id: 3 }));
    door.setNow(later(10).toISOString());
    await door.doJobs();
    expect(await headlines(door)).toEqual(["Letter 1", "Letter 2", "Letter 3"]);
    box.validity = 8;
    door.setNow(later(20).toISOString());
    await door.doJobs();
    expect((await lines(door)).map(({ versions }) => versions)).toEqual([1, 1, 1]);
    expect(await channel()).toMatchObject({ cursor: "8:6" });
    expect(box.letters.filter(({ seen }) => seen)).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a look that is broken off keeps nothing and is asked again, less often each time`, async () => {
    begin(letter(1), letter(2));
    box.trick = { on: "UID FETCH", kind: "gone" };
    await using door = await openDoor(engine, { network });
    const channel = await follow(door);
    expect(await channel()).toMatchObject({ cursor: null, failures: 1, problem: "no-answer" });
    expect(await headlines(door)).toEqual([]);
    const first = (await channel()).dueAt?.getTime() ?? 0;
    expect(first - NOON.getTime()).toBeWithin(3 * 60_000, 7 * 60_000);
    box.password = "another";
    door.setNow(new Date(first).toISOString());
    await door.doJobs();
    expect(await channel()).toMatchObject({ failures: 2, problem: "mail-password" });
    expect(((await channel()).dueAt?.getTime() ?? 0) - first).toBeWithin(7 * 60_000, 13 * 60_000);
    box.password = PASSWORD;
    delete box.trick;
    door.setNow(later(60).toISOString());
    await door.doJobs();
    expect(await channel()).toMatchObject({ cursor: "7:2", failures: 0, problem: null });
    expect(await headlines(door)).toEqual(["Letter 1", "Letter 2"]);
  });

  test(`${engine}: who is not let in and what machines say of letters are no items; large letters are told of`, async () => {
    begin(
      letter(1),
      letter(2, { from: "Stranger <a@other.example>" }),
      letter(3, { head: "Auto-Submitted: auto-replied\r\n" }),
      { ...letter(4), saidSize: 11 * 1024 * 1024 },
    );
    await using door = await openDoor(engine, { network });
    const channel = await follow(door, { senders: "@agency.example", marksSeen: true });
    expect(await headlines(door)).toEqual(["Letter 1"]);
    expect(await channel()).toMatchObject({ cursor: "7:4", failures: 0, problem: "passed: 1" });
    expect(box.letters.map(({ seen }) => seen)).toEqual([true, true, true, true]);
    door.setNow(later(10).toISOString());
    await door.doJobs();
    // It stands until somebody could have read it.
    expect(await channel()).toMatchObject({ problem: "passed: 1" });
    door.setNow(later(8 * 24 * 60).toISOString());
    await door.doJobs();
    expect(await channel()).toMatchObject({ problem: null });
  });

  test(`${engine}: a letter that brings a story of a wire updates and kills it as that wire says`, async () => {
    const story = (uid: number, version: number, more: object): ImapBox["letters"][number] => ({
      uid,
      received: NOON,
      text: `From: a@agency.example\r\nSubject: Wire\r\nMessage-ID: <w${uid}@a>\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ uri: "urn:kessar:ferry", version: String(version), headline: "Ferries sail", body_text: "They sail.", ...more })}\r\n`,
    });
    begin(story(1, 1, {}), story(2, 2, { pubstatus: "canceled" }));
    await using door = await openDoor(engine, { network });
    await follow(door);
    expect(await lines(door)).toMatchObject([{ headline: "Ferries sail", status: "canceled", versions: 2 }]);
  });

  test(`${engine}: the desk tries a mailbox, keeps it, shows its password to nobody and tells it to no other server`, async () => {
    begin(letter(1), letter(2));
    await using door = await openDoor(engine, { network });
    const desk = door.as("editor");
    const form = {
      kind: "mailbox",
      name: "Box",
      host: "mail.example",
      port: String(server.port),
      security: "none",
      user: box.user,
      password: PASSWORD,
      folder: "INBOX",
      days: "7",
      senders: "",
      language: "en",
      every: "",
    };
    const path = "/desk/wire/+channels/+new";
    const tried = await (await desk.post(path, { ...form, do: "test" })).text();
    expect(tried).toContain("holds 2 letters of the last 7 days");
    expect(tried).not.toContain(PASSWORD);
    expect(await channels(door.db)).toEqual([]);
    expect(await headlines(door)).toEqual([]);
    const wrong = await desk.post(path, { ...form, password: "wrong", do: "test" });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining("refuses the name or the password"),
    ]);
    for (const bad of [
      { host: "a/b" },
      { port: "70000" },
      { user: "" },
      { password: "" },
      { days: "0" },
      { senders: "nobody" },
    ])
      expect((await desk.post(path, { ...form, ...bad, do: "keep" })).status).toBe(422);

    expect((await desk.post(path, { ...form, do: "keep" })).status).toBe(303);
    const [kept] = await channels(door.db);
    const one = `/desk/wire/+channels/${kept?.id}`;
    const page = await (await desk.get(one)).text();
    expect(page).toContain("mail.example");
    expect(page).not.toContain(PASSWORD);
    expect(page).not.toContain(kept?.sealed ?? "nothing sealed");
    const audit = await door.db.selectFrom("audit").selectAll().execute();
    const row = await door.db.selectFrom("wire_channel").selectAll().execute();
    expect(JSON.stringify([audit, row])).not.toContain(PASSWORD);

    // Another folder is the same door; another server or name is not.
    expect((await desk.post(one, { ...form, password: "", folder: "Wire" })).status).toBe(303);
    for (const other of [{ host: "evil.example" }, { user: "other@agency.example" }, { port: "993" }])
      expect((await desk.post(one, { ...form, password: "", ...other })).status).toBe(422);
    expect((await channels(door.db))[0]).toMatchObject({ sealed: kept?.sealed ?? "" });
    await askChannel(door.db, { id: kept?.id ?? "", at: NOON });
    await door.doJobs();
    for (const [language, words] of [
      ["en", "no such folder"],
      ["ru", "нет такой папки"],
      ["ar", "لا يوجد في صندوق البريد مجلد"],
    ] as const) {
      await door.db.updateTable("staff").set({ language }).where("id", "=", "staff-editor").execute();
      expect(await (await desk.get(one)).text()).toContain(words);
    }
    expect(door.broken).toEqual([]);
  });
}
