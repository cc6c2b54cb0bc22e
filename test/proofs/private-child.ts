/**
 * What `private.ts` runs in a process of its own, where chance is a row of numbers: one thread is posted under two sets of
 * addresses, and everything public is compared byte by byte. Says the figures as JSON, or the first address that differs.
 */
import { mock } from "bun:test";
import * as crypto from "node:crypto";
import { join } from "node:path";
import { numbersFrom } from "../kills.ts";

const real = { ...crypto };
let next = numbersFrom(0);

function chance(count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => next(256) - 1));
}

mock.module("node:crypto", () => ({
  ...real,
  default: real,
  randomBytes: chance,
  randomUUID: () => chance(16).toString("hex"),
}));
Object.assign(globalThis.crypto, { randomUUID: () => chance(16).toString("hex") });

// After chance is ours: these modules take it as they are read.
const { mkdtempSync, readdirSync, readFileSync, rmSync } = await import("node:fs");
const { tmpdir } = await import("node:os");
const { decideReplies } = await import("#agency/replies/decisions.ts");
const { eraseGuest, guestWith } = await import("#agency/replies/actions.ts");
const { keepBrowser } = await import("#agency/replies/pushes.ts");
const { readerKeys } = await import("#outside/reader-keys.ts");
const { filesIn } = await import("#outside/files.ts");
const { openDoor } = await import("../door.ts");
const { engines, NOON, openTestStore } = await import("../engines.ts");
const { openMailbox } = await import("../mailbox.ts");
const { openPushService } = await import("../push-service.ts");
const { solved } = await import("../sums.ts");
const { configFrom } = await import("../../src/config.ts");
const { siteOn } = await import("../../src/program.ts");
const { exportCommand } = await import("../../src/cli/export.ts");
const { exportDisqus, exportIsso, exportRemark42, exportWxr } = await import("../../src/cli/export-replies.ts");
const { run } = await import("../../src/cli/run.ts");

const [engineName = "sqlite", most = "200", whole = "", spoken = ""] = process.argv.slice(2);
const engine = engines.find((one) => one === engineName) ?? "sqlite";
const NOW = new Date(NOON);
const STORY = "/en/outer-quay";
const DAY = 24 * 60;
const SITE = "https://strait.example";

// One of them says nothing, one is everybody's, the others are as unlike each other as addresses can be.
const SETS: readonly (readonly string[])[] = [
  ["same@readers.example", "same@readers.example", "same@readers.example", "same@readers.example", ""],
  ["A.Very.Long+Tag@Sub.Domain.Example", "z@q.io", "пётр@почта.example", "staff@strait.example", "last@x.example"],
];
const ADDRESSES = SETS.flat().filter((one) => one !== "");

/** What is compared: each address, letter, message and file under its name. */
type Public = Map<string, string>;

async function publicWith(addresses: readonly string[], says: string): Promise<Public> {
  await using mailbox = await openMailbox();
  await using pushes = await openPushService();
  // The site's keys are made side by side, in no order: all of them of the same numbers.
  next = () => 8;
  await using door = await openDoor(engine, { demo: true, smtp: mailbox.smtp, network: pushes.network });
  next = numbersFrom(1);
  const { db } = door;
  const found: Public = new Map();
  const post = (path: string, fields: Readonly<Record<string, string>>, cookie = "") =>
    door.request(
      new Request(`${SITE}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "sec-fetch-site": "same-origin", ...(cookie !== "" && { cookie }) },
      }),
    );
  /** The link below `path` in a letter to it; a mail server may write the address its own way. */
  const linkTo = (address: string, path: string) => {
    const known = (to: string) => to.toLowerCase() === address.toLowerCase();
    const letter = mailbox.letters.find(({ to, text }) => to.some(known) && text.includes(path));
    const [link] = new RegExp(`${path}[^\\s]+`).exec(letter?.text ?? "") ?? [];
    if (link === undefined) throw new Error(`no letter to ${address} has a link below ${path}`);
    return link;
  };
  const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const letters = async (minute: number) => {
    door.setNow(minutesLater(minute).toISOString());
    await door.doJobs();
  };

  const own: string[] = [];
  let parent = "";
  for (const [at, email] of addresses.entries()) {
    // What an address brings about behind the scenes takes of this step's chance, and not of the next one's.
    next = numbersFrom(100 + at);
    const text = `What I have to say, **number ${at}**, about the quay${says}.`;
    const fields = { name: `Reader ${at}`, email, text, parent, ...(at < 3 && { tell: "yes" }) };
    const step = await post(`${STORY}/replies`, fields);
    const { token, answer } = solved(await step.text());
    const sent = await post(`${STORY}/replies`, { ...fields, token, answer });
    if (sent.status !== 303) throw new Error(`a reply was answered ${sent.status}`);
    own.push((sent.headers.get("location") ?? "").split("?")[0] ?? "");
    const replyId = await idOf(`Reader ${at}`);
    next = numbersFrom(150 + at);
    await door.doJobs();
    if (at === 0) await confirm(email);
    next = numbersFrom(200 + at);
    const decided = { reason: null, note: "", by: "m", at: NOW } as const;
    await decideReplies(db, { chosen: { ids: [replyId] }, to: at === 3 ? "refused" : "shown", ...decided });
    if (at < 2) parent = replyId;
  }
  const [first = ""] = addresses;
  next = numbersFrom(320);
  // Not by its form: the service here is reached without TLS.
  const keys = await readerKeys(join(door.store.data, "keys"));
  const asker = await guestWith(db, own[0]?.split("/").at(-1) ?? "");
  const { target } = pushes;
  await keepBrowser(db, { guestId: asker?.id ?? "", target, edition: "en", keys, at: minutesLater(1) });
  await letters(2);
  const { token = "" }: { token?: string } = JSON.parse(pushes.messages[0]?.text ?? "{}");
  next = numbersFrom(330);
  await post("/replies/push/here", { token });

  // An address has only so many letters a day, and the first set is one address.
  next = numbersFrom(400);
  door.setNow(minutesLater(DAY).toISOString());
  const mailed = { name: "Reader by letter", email: first, text: "Sent without a sum.", do: "mail" };
  await post(`${STORY}/replies`, { ...mailed, tell: "yes" });
  await letters(DAY + 1);
  const behind = linkTo(first, "/replies/door/");
  next = numbersFrom(410);
  note("the page of a mailed link", withoutOwn(await door.text(behind)));
  next = numbersFrom(411);
  const byLetter = await post(behind, { name: mailed.name, text: mailed.text });
  own.push((byLetter.headers.get("location") ?? "").split("?")[0] ?? "");
  next = numbersFrom(420);
  const answering = {
    name: "Who answers",
    email: addresses.at(-1) ?? "",
    text: "So do I.",
    parent: await idOf("Reader 0"),
  };
  const step = solved(await (await post(`${STORY}/replies`, answering)).text());
  next = numbersFrom(421);
  await post(`${STORY}/replies`, { ...answering, token: step.token, answer: step.answer });
  next = numbersFrom(430);
  const waiting = [await idOf("Reader by letter"), await idOf("Who answers")];
  await decideReplies(db, {
    chosen: { ids: waiting },
    to: "shown",
    reason: null,
    note: "",
    by: "m",
    at: minutesLater(4),
  });
  next = numbersFrom(440);
  const report = { kind: "unlawful", words: "It insults.", law: "§ 185", name: "Eve", email: first, faith: "yes" };
  const reported = await post(`${STORY}/replies/${await idOf("Reader 1")}/report`, { ...report, reason: "abuse" });
  own.push(reported.headers.get("location") ?? "");
  next = numbersFrom(450);
  await letters(DAY + 3);
  next = numbersFrom(460);
  await letters(3 * DAY);
  next = numbersFrom(470);
  const guest = await guestWith(db, own[2]?.split("/").at(-1) ?? "");
  await eraseGuest(db, { guestId: guest?.id ?? "", at: minutesLater(3 * DAY + 1) });

  // The last of them gave an address in one thread alone, and is asked there whether to be written to.
  for (const [at, path] of own.entries())
    if (at !== addresses.length - 1) note(`a reader's own page ${at}`, await door.text(path));
  note("everything of a reader", await door.text(`${own[0]}/everything.json`));
  note("a statement of reasons", await door.text(`${own[3]}/${await idOf("Reader 3")}/statement`));
  // Whose address it is, is asked of who gave one.
  const heard = mailbox.letters.flatMap(({ text }) => (text.includes("/replies/confirm/") ? [] : [text])).toSorted();
  note("letters", heard.map(withoutOwn).join("\n"));
  if (!heard.some((text) => text.includes("Who answers"))) throw new Error("nobody was told of an answer");
  note(
    "messages of browsers",
    pushes.messages
      .map(({ text }) => withoutOwn(text))
      .toSorted()
      .join("\n"),
  );
  if (pushes.messages.length < 2) throw new Error("no browser was told of an answer");
  next = numbersFrom(500);
  for (const [path, said] of await everything(door.request, Number(most))) note(path, said);
  next = numbersFrom(600);
  for (const [name, bytes] of await files(door.store)) note(`export: ${name}`, bytes);
  if (door.broken.length > 0) throw new Error(`broken: ${door.broken.join(", ")}`);
  return found;

  async function confirm(address: string): Promise<void> {
    const path = linkTo(address, "/replies/confirm/");
    next = numbersFrom(310);
    note("the page a letter asks on", withoutOwn(await door.text(path)));
    next = numbersFrom(311);
    await post(path, {}, `guest=${own[0]?.split("/").at(-1)}`);
  }

  function note(name: string, said: string): void {
    found.set(name, said);
  }

  async function idOf(name: string): Promise<string> {
    const row = await db.selectFrom("reply").select("id").where("author_name", "=", name).executeTakeFirstOrThrow();
    return row.id;
  }
}

// Links and tokens are made of chance as it was when they were written, and on a busy machine two letters may change places.
function withoutOwn(letter: string): string {
  return letter
    .replaceAll(/\/replies\/(?:mine|letters|confirm|door)\/[\w.-]+/g, "/replies/…")
    .replaceAll(/"token":"[^"]+"/g, '"token":"…"');
}

/** Every address that is named anywhere from the front page on, the story first: status, headers and body. */
async function everything(ask: (request: Request) => Promise<Response>, most: number): Promise<Public> {
  const waiting = [
    `${STORY}`,
    `${STORY}/replies`,
    `${STORY}/replies?order=newest`,
    `${STORY}/replies/feed.xml`,
    `${STORY}/replies/atom.xml`,
    `${STORY}/replies/feed.json`,
    `${STORY}/replies/live`,
    "/en/replies",
    "/log/checkpoint",
    "/sitemap.xml",
    "/",
  ];
  const found: Public = new Map();
  for (const path of waiting) {
    if (found.size >= most) break;
    if (found.has(path)) continue;
    const answer = await ask(new Request(`${SITE}${path}`));
    const headers = [...answer.headers].filter(([name]) => name !== "date").sort();
    const body = await bodyOf(answer);
    found.set(path, `${answer.status}\n${JSON.stringify(headers)}\n${body.toString("latin1")}`);
    if (!/html|xml|json/.test(answer.headers.get("content-type") ?? "")) continue;
    for (const [, one = ""] of body.toString().matchAll(/(?:["'>]|https:\/\/strait\.example)(\/(?!\/)[^\s"'<>#]*)/g))
      waiting.push(one.replaceAll("&amp;", "&"));
  }
  return found;
}

/** Of a line that stays open, what it says first. */
async function bodyOf(answer: Response): Promise<Buffer> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream"))
    return Buffer.from(await answer.arrayBuffer());
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return Buffer.from(value ?? new Uint8Array());
}

/** What an operator hands on: the whole site in a folder, and replies for four other programs. */
async function files(store: { readonly data: string; readonly database?: string }): Promise<Public> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-private-"));
  const exporting = exportCommand({ siteOn, files: async ({ data }) => filesIn(join(data, "media")) });
  const commands = [exporting, exportDisqus, exportRemark42, exportIsso, exportWxr];
  const files = { disqus: "replies.xml", remark42: "replies.json", isso: "replies.db", wxr: "replies.wxr" };
  const asked = [
    ...(whole === "whole" ? [["export", join(folder, "whole")]] : []),
    ...Object.entries(files).map(([to, file]) => ["export", to, join(folder, file)]),
  ];
  let err = "";
  const world = {
    stdin: async function* () {},
    out: () => {},
    err: (text: string) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => new Date(NOW.getTime() + 4 * DAY * 60_000),
    config: () => configFrom({ data: store.data, database: store.database }, { DATELINE_URL: SITE }),
  };
  try {
    for (const words of asked) if ((await run(commands, words, world)) !== 0) throw new Error(`${words[1]}: ${err}`);
    const found: Public = new Map();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) found.set(path.slice(folder.length + 1), readFileSync(path).toString("latin1"));
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The newsroom is seeded once, and both stores are copies of it.
await (await openTestStore(engine, { demo: true })).close();
const [first, second] = [await publicWith(SETS[0] ?? [], ""), await publicWith(SETS[1] ?? [], spoken)];
const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (path) => first.get(path) !== second.get(path),
);
const leaks = [...first, ...second].filter(([, said]) =>
  ADDRESSES.some((one) => one !== "staff@strait.example" && said.includes(Buffer.from(one).toString("latin1"))),
);
const replies = [...(first.get(`${STORY}/replies`) ?? "").matchAll(/id="reply-[0-9a-f]/g)].length;
const bytes = [...first.values()].reduce((sum, said) => sum + said.length, 0);
const exported = [...first.keys()].filter((name) => name.startsWith("export: ")).length;
process.stdout.write(
  `${JSON.stringify({ addresses: first.size - exported, exported, bytes, replies, differing, leaks: leaks.map(([path]) => path) })}\n`,
);
if (differing[0] !== undefined) {
  const [a = "", b = ""] = [first.get(differing[0]), second.get(differing[0])];
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  process.stderr.write(
    `${differing[0]}\n${a.slice(Math.max(0, at - 200), at + 200)}\n--- and ---\n${b.slice(Math.max(0, at - 200), at + 200)}\n`,
  );
}
process.exit(0);
