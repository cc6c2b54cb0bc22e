import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { workingCopy } from "#agency/articles/working-copy.ts";
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
import { jpeg } from "#test/pictures.ts";
import { nodesOf } from "#text/document/find.ts";

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

  test(`${engine}: pictures of a letter come along to its draft from the mailbox, with credit, and what could not be had is said`, async () => {
    const file = (name: string, bytes: Uint8Array, head = "Content-Disposition: attachment") =>
      `--b\r\nContent-Type: image/jpeg; name="${name}"\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
    const drawn = {
      quay: await jpeg({ width: 300, height: 200 }),
      hall: await jpeg({ width: 200, height: 150 }),
      sign: await jpeg({ width: 90, height: 40 }),
    };
    const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const html = `<p>They sail.</p><img src="cid:hall@port" alt="A hall"><p>Nobody knew.</p><img src="cid:sign@port"><img src="data:image/jpeg;base64,${Buffer.from(await jpeg({ width: 120, height: 110 })).toString("base64")}" alt="Inside">`;
    const text = [
      "From: Port of Talmira <port@agency.example>\r\nSubject: Ferries sail\r\nMessage-ID: <p/1@agency.example>\r\n",
      'Content-Type: multipart/mixed; boundary="b"\r\n\r\n',
      `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n`,
      file("hall.jpg", drawn.hall, "Content-Disposition: inline\r\nContent-ID: <hall@port>"),
      file("sign.jpg", drawn.sign, "Content-Disposition: inline\r\nContent-ID: <sign@port>"),
      file("quay.jpg", drawn.quay),
      file("drawing.jpg", drawing),
      file("cut.jpg", drawn.quay.slice(0, 400)),
      "--b--\r\n",
    ].join("");
    const one = { uid: 1, received: NOON, text };
    begin(one);
    await using door = await openDoor(engine, { network });
    await follow(door);
    const [item] = await lines(door);
    const desk = door.as("editor");
    const item1 = await desk.text(`/desk/wire/${item?.id}`);
    expect(item1).toContain(">quay.jpg<");
    expect(item1).not.toContain('href="mid:');
    const use = async () => {
      const made = await desk.post(`/desk/wire/${item?.id}/use`, { edition: "en" });
      expect(made.status).toBe(303);
      return (made.headers.get("location") ?? "").split("/").at(-1)?.split("?")[0] ?? "";
    };
    const said = async (article: string) => (await desk.text(`/desk/articles/${article}`)).replaceAll(/<[^>]*>/g, "");
    const media = () => door.db.selectFrom("media").select(["id", "name", "credit"]).orderBy("width", "desc").execute();

    // The letter is away, and the server; both are said, and nothing else is lost.
    box.letters = [];
    const first = await said(await use());
    expect(first).toMatch(
      /quay\.jpg\s*It could not be fetched: the letter it came in is not in the mailbox any more\./,
    );
    expect(await media()).toMatchObject([{ name: "", credit: "" }]);
    box.password = "another";
    const second = await use();
    expect(await said(second)).toContain("the server refuses the name or the password");
    expect(await said(second)).toContain("hall.jpg");
    begin({ uid: 7, received: NOON, text: text.replace("p/1@", "other@") }, { ...one, uid: 8 });
    expect((await desk.post(`/desk/articles/${second}/left-out`, { do: "fetch" })).status).toBe(303);
    expect(await said(second)).toMatch(/quay\.jpg\s*It is in the library now\./);
    expect(await said(second)).not.toContain("sign.jpg");
    await door.db.deleteFrom("rendition").execute();
    await door.db.deleteFrom("media").execute();

    const third = await use();
    const [quay, hall, inside] = await media();
    expect([quay, hall, inside].map((one) => [one?.name, one?.credit])).toEqual([
      ["quay.jpg", "Port of Talmira"],
      ["hall.jpg", "Port of Talmira"],
      ["", ""],
    ]);
    const copy = (await workingCopy(door.db, third))?.text;
    expect(copy?.picture?.id).toBe(quay?.id ?? "");
    const inText = nodesOf(copy?.document ?? { type: "doc", content: [] }, "picture");
    expect(inText.map(({ attrs }) => [attrs?.["media"], attrs?.["alt"]])).toEqual([
      [hall?.id, "A hall"],
      [inside?.id, "Inside"],
    ]);
    const told = await said(third);
    expect(told).toMatch(/drawing\.jpg\s*[^·]*This is not a picture that can be kept/);
    expect(told).toMatch(/cut\.jpg\s*[^·]*It is damaged or was cut off on its way/);
    expect(told).not.toContain("sign.jpg");
    // The box is read, and nothing in it is changed.
    expect(box.letters.some(({ seen }) => seen)).toBe(false);
    expect(door.broken).toEqual([]);
  }, 120_000);

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
