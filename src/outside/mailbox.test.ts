import { expect, test } from "bun:test";
import { certificateFor } from "#test/certificate.ts";
import { type ImapBox, imapServer } from "#test/imap-server.ts";
import type { Network } from "./fetch.ts";
import { type MailboxAt, type Read, readMailbox, tryMailbox } from "./mailbox.ts";

const TODAY = new Date("2026-11-20T10:00:00Z");
const SINCE = new Date("2026-11-13T10:00:00Z");

const box = (more: Partial<ImapBox> = {}): ImapBox => ({
  user: "desk@agency.example",
  password: 'p"a\\ss ж',
  validity: 7,
  folder: "INBOX",
  commands: [],
  letters: [letter(3), letter(5)],
  ...more,
});

function letter(uid: number, more: Partial<ImapBox["letters"][number]> = {}): ImapBox["letters"][number] {
  return { uid, received: TODAY, text: `Subject: ${uid}\r\n\r\nText ${uid}\r\n`, ...more };
}

const network: Network = {
  resolve: async (host) => (host === "mail.example" ? ["127.0.0.1"] : []),
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: () => true,
};

type Asked = {
  readonly place?: Partial<MailboxAt>;
  readonly password?: string;
  readonly cursor?: string | null;
  readonly most?: number;
  readonly marksSeen?: boolean;
  readonly timeoutMs?: number;
  readonly ca?: string;
  readonly network?: Network;
};

async function look(port: number, { place, password = box().password, cursor = null, ...more }: Asked = {}) {
  const kept: Read[] = [];
  const answer = await readMailbox({
    at: { host: "mail.example", port, security: "none", user: box().user, folder: "INBOX", ...place },
    password,
    network,
    cursor,
    since: SINCE,
    marksSeen: false,
    keep: async (read) => void kept.push(read),
    ...more,
  });
  const [read] = kept;
  return { answer, uids: read?.letters.map(({ uid }) => uid), cursor: read?.cursor, hasMore: read?.hasMore, read };
}

test("the first look takes what came in the last days, the next what came since, and nothing is marked", async () => {
  const here = box({ letters: [letter(1, { received: new Date("2026-10-01T10:00:00Z") }), letter(3), letter(5)] });
  await using server = await imapServer(here);
  const first = await look(server.port);
  expect(first).toMatchObject({ answer: undefined, uids: [3, 5], cursor: "7:5", hasMore: false });
  expect(new TextDecoder().decode(first.read?.letters[0]?.bytes)).toContain("Text 3");
  expect(await look(server.port, { cursor: "7:5" })).toMatchObject({ uids: [], cursor: "7:5", hasMore: false });
  here.letters.push(letter(9));
  expect(await look(server.port, { cursor: "7:5" })).toMatchObject({ uids: [9], cursor: "7:9" });
  expect(here.letters.map(({ seen }) => seen)).toEqual([undefined, undefined, undefined, undefined]);
  expect(here.commands.filter((line) => /STORE|EXPUNGE|BODY\[/.test(line))).toEqual([]);
});

test("a box that holds nothing new says how far it is, so that old letters never come", async () => {
  const here = box({ letters: [letter(1, { received: new Date("2026-10-01T10:00:00Z") })] });
  await using server = await imapServer(here);
  expect(await look(server.port)).toMatchObject({ uids: [], cursor: "7:1" });
  expect(await look(server.port, { cursor: "7:1" })).toMatchObject({ uids: [] });
  here.letters = [];
  expect(await look(server.port)).toMatchObject({ uids: [], cursor: "7:0" });
});

test("a box that was made anew is begun anew", async () => {
  await using server = await imapServer(box({ validity: 8 }));
  expect(await look(server.port, { cursor: "7:100" })).toMatchObject({ uids: [3, 5], cursor: "8:5" });
});

test("ten thousand letters are taken some at a time", async () => {
  const letters = Array.from({ length: 10_000 }, (_, at) => letter(at + 1));
  await using server = await imapServer(box({ letters }));
  const first = await look(server.port, { most: 20 });
  expect(first).toMatchObject({ cursor: "7:20", hasMore: true });
  expect(first.uids).toHaveLength(20);
  expect(await look(server.port, { most: 20, cursor: "7:20" })).toMatchObject({ cursor: "7:40", hasMore: true });
});

test("letters are marked after they were kept, where that is wished", async () => {
  const here = box();
  await using server = await imapServer(here);
  await look(server.port, { marksSeen: true });
  expect(here.letters.map(({ seen }) => seen)).toEqual([true, true]);
});

test("what is not kept here is neither marked nor said to be the server's fault", async () => {
  const here = box();
  await using server = await imapServer(here);
  const asked = readMailbox({
    at: { host: "mail.example", port: server.port, security: "none", user: here.user, folder: "INBOX" },
    password: here.password,
    network,
    cursor: null,
    since: SINCE,
    marksSeen: true,
    keep: async () => {
      throw new Error("the disk is full");
    },
  });
  expect(asked).rejects.toThrow("the disk is full");
  await asked.catch(() => {});
  expect(here.letters.map(({ seen }) => seen)).toEqual([undefined, undefined]);
});

test("a letter over 10 MB is told of and not asked for", async () => {
  const here = box({ letters: [letter(3, { saidSize: 11 * 1024 * 1024 }), letter(5)] });
  await using server = await imapServer(here);
  const { read } = await look(server.port);
  expect(read?.letters.map(({ uid, bytes }) => [uid, bytes === undefined])).toEqual([
    [3, true],
    [5, false],
  ]);
  expect(here.commands.filter((line) => line.includes("BODY"))).toEqual(["UID FETCH 5 (UID BODY.PEEK[])"]);
});

const REFUSED: readonly (readonly [rule: string, asked: Asked, problem: string])[] = [
  ["a wrong password", { password: "wrong" }, "mail-password"],
  ["no such folder", { place: { folder: "Нет" } }, "mail-folder"],
  ["an unknown host", { place: { host: "nowhere.example" } }, "unknown-host"],
  ["a private address", { network: { ...network, isPublic: () => false } }, "not-public"],
  ["an unusual port", { network: { ...network, isUsualPort: (port) => port === "" } }, "not-public"],
  ["a server that has no STARTTLS", { place: { security: "starttls" } }, "mail-tls"],
  ["a server that speaks no TLS", { place: { security: "tls" } }, "mail-tls"],
];

for (const [rule, asked, problem] of REFUSED) {
  test(`${rule} is said, and nothing is kept`, async () => {
    const here = box();
    await using server = await imapServer(here);
    expect(await look(server.port, { timeoutMs: 10_000, ...asked })).toMatchObject({
      answer: { problem },
      uids: undefined,
    });
  });
}

test("no password goes to the public network without encryption", async () => {
  const asked = { resolve: async () => ["93.184.216.34"], isPublic: () => true, isUsualPort: () => true };
  expect((await look(143, { network: asked })).answer).toEqual({ problem: "mail-plain" });
});

const TRICKS: readonly (readonly [rule: string, trick: NonNullable<ImapBox["trick"]>, problem: string])[] = [
  ["a letter said to be four gigabytes", { on: "UID FETCH", kind: "literal" }, "mail-garbled"],
  ["nonsense for a letter", { on: "UID FETCH", kind: "noise" }, "mail-garbled"],
  ["nonsense for a folder", { on: "SELECT", kind: "noise" }, "mail-garbled"],
  ["a server that hangs up in a letter", { on: "UID FETCH", kind: "gone" }, "no-answer"],
  ["a server that hangs up at once", { on: "GREETING", kind: "gone" }, "no-answer"],
  ["a server that says nothing", { on: "GREETING", kind: "hang" }, "too-slow"],
  ["a server that falls silent in a letter", { on: "UID FETCH", kind: "hang" }, "too-slow"],
  ["a server that falls silent at the password", { on: "AUTHENTICATE", kind: "hang" }, "too-slow"],
];

for (const [rule, trick, problem] of TRICKS) {
  test(`${rule} ends the look, and nothing is kept`, async () => {
    await using server = await imapServer(box({ trick }));
    const timeoutMs = trick.kind === "hang" ? 1_500 : 30_000;
    expect(await look(server.port, { timeoutMs })).toMatchObject({ answer: { problem }, uids: undefined });
  });
}

test("a server that is not there is said", async () => {
  const { port } = await (async () => {
    await using gone = await imapServer(box());
    return { port: gone.port };
  })();
  expect((await look(port)).answer).toEqual({ problem: "no-answer" });
});

test("TLS and STARTTLS: the certificate has to be of that name and of somebody who is trusted", async () => {
  const tls = certificateFor("mail.example");
  const asks = [
    ["tls", { tls }],
    ["starttls", { startTls: tls }],
  ] as const;
  for (const [security, options] of asks) {
    const here = box();
    await using server = await imapServer(here, options);
    expect(await look(server.port, { place: { security }, ca: tls.cert })).toMatchObject({ uids: [3, 5] });
    const told = here.commands.length;
    expect((await look(server.port, { place: { security } })).answer).toEqual({ problem: "mail-tls" });
    const other = { ...network, resolve: async () => ["127.0.0.1"] };
    const asked = { place: { security, host: "other.example" }, ca: tls.cert, network: other };
    expect((await look(server.port, asked)).answer).toEqual({ problem: "mail-tls" });
    expect(here.commands.slice(told).filter((line) => /LOGIN|AUTH|PLAIN/.test(line))).toEqual([]);
  }
});

test("a try signs in, counts and keeps nothing", async () => {
  const here = box();
  await using server = await imapServer(here);
  const at: MailboxAt = { host: "mail.example", port: server.port, security: "none", user: here.user, folder: "INBOX" };
  expect(await tryMailbox({ at, password: here.password, network, since: SINCE })).toEqual({ letters: 2 });
  expect(here.commands.filter((line) => /FETCH|STORE/.test(line))).toEqual([]);
  expect(await tryMailbox({ at, password: "no", network, since: SINCE })).toEqual({ problem: "mail-password" });
});
