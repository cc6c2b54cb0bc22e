import { expect, test } from "bun:test";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import ssh2 from "ssh2";
import { publishArticle } from "#agency/articles/actions.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import { addChannel, addClient } from "#agency/clients/actions.ts";
import type { ChannelKind, ClientSaid } from "#agency/clients/clients.ts";
import { channelsOf } from "#agency/clients/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { checkpointsIn } from "#lib/merkle/checkpoint.ts";
import type { Network } from "#outside/fetch.ts";
import { keyIn } from "#outside/keys.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openMailbox } from "#test/mailbox.ts";

const AT = new Date("2026-11-20T12:00:00Z");
const BY = "staff-editor";

async function clientWith(door: Door, channel: { kind: ChannelKind; address: string; secret?: string }, email = "") {
  const said: ClientSaid = {
    ...{
      name: "The Harbour Post",
      email,
      language: "en",
      labels: "text",
      jurisdictions: null,
      terms: "One use.",
      takesEmbargoed: false,
    },
    ...{ editions: [], sections: [], topics: [], keywords: [] },
  };
  const id = await addClient(door.db, { said, by: BY, at: AT });
  const key = await keyIn(join(door.store.data, "keys"), "wire");
  await addChannel(door.db, { clientId: id, format: "text", key, by: BY, at: AT, ...channel });
  return id;
}

async function publish(door: Door, headline: string, time: string): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const at = new Date(`2026-11-20T${time}Z`);
  door.setNow(at.toISOString());
  await takeIn(door.db, { text: `${headline}\n\nTALMIRA. Words.`, edition, publish: true, by: "the test", at });
  await door.doJobs();
  return (await door.db.selectFrom("article").select("id").orderBy("made_at", "desc").executeTakeFirstOrThrow()).id;
}

async function kill(door: Door, articleId: string, time: string): Promise<void> {
  await door.as("editor").get("/desk/");
  const at = new Date(`2026-11-20T${time}Z`);
  await moveArticle(door.db, { articleId, move: "kill", by: door.as("editor").staff, note: "Not so.", at });
  door.setNow(at.toISOString());
  await door.doJobs();
}

/** One in many that the library makes it cannot read itself. */
function newHostKey(): string {
  for (;;) {
    const { private: key } = ssh2.utils.generateKeyPairSync("ed25519");
    if (!(ssh2.utils.parseKey(key) instanceof Error)) return key;
  }
}

/** A server of another's making, on loopback: keeps files by their names. */
async function sftpServer(): Promise<
  { readonly port: number; readonly files: Map<string, string>; readonly hostKey: string } & AsyncDisposable
> {
  const files = new Map<string, string>();
  const hostKey = newHostKey();
  const { OK, NO_SUCH_FILE } = ssh2.utils.sftp.STATUS_CODE;
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on("error", () => {}); // who is refused hangs up
    client.on("authentication", (asked) => {
      if (asked.method === "password" && asked.username === "wire" && asked.password === "between us") asked.accept();
      else asked.reject(["password"]);
    });
    client.on("session", (accept) => {
      accept().on("sftp", (accept) => {
        const sftp = accept();
        const open = new Map<number, string>();
        sftp.on("OPEN", (id, name) => {
          const handle = Buffer.alloc(4);
          handle.writeUInt32BE(open.size + 1);
          open.set(open.size + 1, name);
          files.set(name, "");
          sftp.handle(id, handle);
        });
        sftp.on("WRITE", (id, handle, _, data) => {
          const name = open.get(handle.readUInt32BE()) ?? "";
          files.set(name, (files.get(name) ?? "") + data.toString("utf8"));
          sftp.status(id, OK);
        });
        for (const event of ["CLOSE", "FSETSTAT"] as const) sftp.on(event, (id: number) => sftp.status(id, OK));
        sftp.on("REMOVE", (id, name) => sftp.status(id, files.delete(name) ? OK : NO_SUCH_FILE));
        sftp.on("RENAME", (id, from, to) => {
          files.set(to, files.get(from) ?? "");
          files.delete(from);
          sftp.status(id, OK);
        });
        for (const event of ["STAT", "LSTAT"] as const)
          sftp.on(event, (id: number, name: string) => {
            if (!files.has(name)) return sftp.status(id, NO_SUCH_FILE);
            return sftp.attrs(id, { mode: 0o100644, uid: 0, gid: 0, size: 1, atime: 0, mtime: 0 });
          });
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const { port } = server.address() as AddressInfo; // it listens on a port, so it is no pipe
  return { port, files, hostKey, [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())) };
}

const networkOf = (port: number): Network => ({
  resolve: async () => ["127.0.0.1"],
  isPublic: (ip) => ip === "127.0.0.1",
  isUsualPort: (given) => given === String(port),
});

for (const engine of engines) {
  test(`${engine}: files arrive whole over SFTP under their numbers, and a kill is told by its name`, async () => {
    await using server = await sftpServer();
    await using door = await openDoor(engine, { network: networkOf(server.port) });
    const secret = JSON.stringify({ password: "between us" });
    const address = `sftp://wire@files.example:${server.port}/in`;
    await clientWith(door, { kind: "sftp", address, secret });
    const story = await publish(door, "Ferries stand still", "12:01:00");
    expect([...server.files.keys()]).toEqual(["/in/log-checkpoint.txt", "/in/00000001-story.txt"]);
    expect(checkpointsIn(server.files.get("/in/log-checkpoint.txt") ?? "").map(({ size }) => size)).toEqual([1]);
    expect(server.files.get("/in/00000001-story.txt")).toContain("Ferries stand still");
    expect(server.files.get("/in/00000001-story.txt")).toContain("One use.");
    await kill(door, story, "12:02:00");
    expect([...server.files.keys()].sort()).toEqual([
      "/in/00000001-story.txt",
      "/in/00000002-kill.txt",
      "/in/log-checkpoint.txt",
    ]);
    expect(server.files.get("/in/00000002-kill.txt")).toContain("KILL");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what was replaced before it went out leaves no gap in a folder or a mailbox`, async () => {
    await using server = await sftpServer();
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine, { network: networkOf(server.port), smtp: mailbox.smtp });
    mailbox.setShut(true);
    const address = `sftp://wire@files.example:${server.port}/in`;
    const secret = JSON.stringify({ password: "between us" });
    const folder = await clientWith(door, { kind: "sftp", address, secret });
    await clientWith(door, { kind: "mail", address: "in@client.example" });
    const [channel] = await channelsOf(door.db, folder);
    const wait = (until: string | null) =>
      door.db
        .updateTable("client_channel")
        .set({ held_until: until })
        .where("id", "=", channel?.id ?? "")
        .execute();
    // Neither is reached until the story has changed.
    await wait("2026-11-20T13:00:00.000Z");
    const articleId = await publish(door, "Ferries stand still", "12:01:00");
    const at = new Date("2026-11-20T12:02:00Z");
    await publishArticle(door.db, { articleId, by: BY, at });
    door.setNow(at.toISOString());
    await door.doJobs();
    await wait(null);
    mailbox.setShut(false);
    door.setNow("2026-11-20T12:30:00Z");
    await enqueue(door.db, "wire.deliver", {}, new Date("2026-11-20T12:30:00Z"));
    await door.doJobs();
    expect([...server.files.keys()].sort()).toEqual([
      "/in/00000001-replaced.txt",
      "/in/00000002-update.txt",
      "/in/log-checkpoint.txt",
    ]);
    expect(server.files.get("/in/00000001-replaced.txt")).toBe("A newer version of it has a later number.\n");
    expect(mailbox.letters.map(({ raw }) => /^x-dateline-sequence: (\d+)/im.exec(raw)?.[1])).toEqual(["2"]);
    expect(mailbox.letters[0]?.raw).toMatch(/^x-dateline-supersedes: 1\r?$/im);
    expect(mailbox.letters[0]?.text).toContain("It stands instead of 1,");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: who signs in wrongly, or meets another key than before, is told so and writes nothing`, async () => {
    await using server = await sftpServer();
    await using door = await openDoor(engine, { network: networkOf(server.port) });
    const address = `sftp://wire@files.example:${server.port}/in`;
    const wrong = await clientWith(door, { kind: "sftp", address, secret: JSON.stringify({ password: "guess" }) });
    const known = { password: "between us", hostKey: "SHA256:of-another" };
    const other = await clientWith(door, { kind: "sftp", address, secret: JSON.stringify(known) });
    await publish(door, "Ferries stand still", "12:01:00");
    expect(server.files.size).toBe(0);
    expect((await channelsOf(door.db, wrong))[0]?.lastError).toContain("authentication");
    expect((await channelsOf(door.db, other))[0]?.lastError).toMatch(/^the server has another key \(SHA256:/);
  });

  test(`${engine}: a mailbox is sent each story with its text as a file, and notices go by letter beside every channel`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine, { smtp: mailbox.smtp });
    const id = await clientWith(door, { kind: "mail", address: "in@client.example" }, "editor@client.example");
    const story = await publish(door, "Ferries stand still", "12:01:00");
    const [first, ...others] = mailbox.letters;
    expect(others).toEqual([]);
    expect(first?.to).toEqual(["in@client.example"]);
    expect(first?.raw).toMatch(/^subject: Story: Ferries stand still/im);
    expect(first?.raw).toMatch(/^x-dateline-sequence: 1/im);
    expect(first?.raw).toContain("filename=00000001.txt");
    expect(first?.text).toContain("The publication log as it was signed");
    // As text, and as the letter is saved.
    for (const saved of [first?.text, first?.raw])
      expect(checkpointsIn(saved ?? "").map(({ size }) => size)).toEqual([1]);
    await kill(door, story, "12:02:00");
    const letters = mailbox.letters.slice(1);
    expect(letters.map(({ to }) => to[0]).toSorted()).toEqual(["editor@client.example", "in@client.example"]);
    const notice = letters.find(({ to }) => to[0] === "editor@client.example");
    expect(notice?.raw).toMatch(/^subject: KILL: urn:uuid:/im);
    expect(notice?.text).toContain("https://strait.example/wire/portal/notices");
    expect(notice?.text).toContain("2026-11-20T13:02:00.000Z");
    expect(letters.map(({ raw }) => raw).join()).not.toContain("Ferries stand still");
    mailbox.setShut(true);
    await publish(door, "Another", "12:03:00");
    expect((await channelsOf(door.db, id))[0]).toMatchObject({ failures: 1, doneNumber: 2 });
    mailbox.setShut(false);
    door.setNow("2026-11-20T12:05:00Z");
    await door.doJobs();
    expect((await channelsOf(door.db, id))[0]).toMatchObject({ failures: 0, doneNumber: 3 });
  });
}
