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
const { newChallenge, sumOf } = await import("#agency/replies/challenge.ts");
const { decideReplies } = await import("#agency/replies/decisions.ts");
const { eraseGuest, guestWith } = await import("#agency/replies/actions.ts");
const { readerKeys } = await import("#outside/reader-keys.ts");
const { filesIn } = await import("#outside/files.ts");
const { openTestStore } = await import("../engines.ts");
const { seedNewsroom } = await import("../newsroom.ts");
const { openSite } = await import("../../src/main.ts");
const { engines } = await import("../engines.ts");

const [engineName = "sqlite", most = "200", spoken = ""] = process.argv.slice(2);
const engine = engines.find((one) => one === engineName) ?? "sqlite";
const NOW = new Date("2026-11-23T12:00:00Z");
const STORY = "/en/outer-quay";

// One of them says nothing, one is everybody's, the others are as unlike each other as addresses can be.
const SETS: readonly (readonly string[])[] = [
  ["same@readers.example", "same@readers.example", "same@readers.example", "same@readers.example", ""],
  ["A.Very.Long+Tag@Sub.Domain.Example", "z@q.io", "пётр@почта.example", "staff@strait.example", "last@x.example"],
];

type Public = ReadonlyMap<string, string>;

async function publicWith(addresses: readonly string[], says: string): Promise<Public> {
  next = numbersFrom(1);
  await using store = await openTestStore(engine);
  const { db, data } = store;
  await seedNewsroom(db, { files: filesIn(join(data, "media")), at: NOW });
  next = numbersFrom(2);
  const keys = await readerKeys(join(data, "keys"));
  const site = await openSite(
    store,
    { data, keys: join(data, "keys"), url: "https://strait.example" },
    () => NOW,
    (_, cause) => {
      throw cause;
    },
  );
  const { id } = await db.selectFrom("article").select("id").where("slug", "=", "outer-quay").executeTakeFirstOrThrow();
  let parent = "";
  for (const [at, email] of addresses.entries()) {
    // What an address brings about behind the scenes takes of this step's chance, and not of the next one's.
    next = numbersFrom(100 + at);
    const { token, challenge } = newChallenge(keys.challenge, {
      kind: "sum",
      articleId: id,
      at: new Date(NOW.getTime() - 60_000),
    });
    const fields = {
      name: `Reader ${at}`,
      email,
      text: `What I have to say, **number ${at}**, about the quay${says}.`,
      parent,
      token,
      answer: String(sumOf(keys.challenge, challenge).answer),
    };
    const answer = await site.fetch(
      new Request(`https://strait.example${STORY}/replies`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "sec-fetch-site": "same-origin" },
      }),
    );
    if (answer.status !== 303) throw new Error(`a reply was answered ${answer.status}`);
    const { id: replyId } = await db
      .selectFrom("reply")
      .select("id")
      .where("author_name", "=", `Reader ${at}`)
      .executeTakeFirstOrThrow();
    next = numbersFrom(200 + at);
    const decided = { reason: null, note: "", by: "m", at: NOW } as const;
    await decideReplies(db, { chosen: { ids: [replyId] }, to: at === 3 ? "refused" : "shown", ...decided });
    if (at < 2) parent = replyId;
    if (at === 2) {
      const guest = await guestWith(db, /mine\/([\w-]+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "");
      await eraseGuest(db, { guestId: guest?.id ?? "", at: NOW });
    }
  }
  next = numbersFrom(300);
  return await everything(site.fetch, Number(most));
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
    "/log/checkpoint",
    "/sitemap.xml",
    "/",
  ];
  const found = new Map<string, string>();
  for (const path of waiting) {
    if (found.size >= most) break;
    if (found.has(path)) continue;
    const answer = await ask(new Request(`https://strait.example${path}`));
    const headers = [...answer.headers].filter(([name]) => name !== "date").sort();
    const body = Buffer.from(await answer.arrayBuffer());
    found.set(path, `${answer.status}\n${JSON.stringify(headers)}\n${body.toString("latin1")}`);
    if (!/html|xml|json/.test(answer.headers.get("content-type") ?? "")) continue;
    for (const [, one = ""] of body.toString().matchAll(/(?:["'>]|https:\/\/strait\.example)(\/(?!\/)[^\s"'<>#]*)/g))
      waiting.push(one.replaceAll("&amp;", "&"));
  }
  return found;
}

const [first, second] = [await publicWith(SETS[0] ?? [], ""), await publicWith(SETS[1] ?? [], spoken)];
const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (path) => first.get(path) !== second.get(path),
);
const leaks = [...first, ...second].filter(([, said]) =>
  SETS.flat().some(
    (one) => one !== "" && one !== "staff@strait.example" && said.includes(Buffer.from(one).toString("latin1")),
  ),
);
const replies = [...(first.get(`${STORY}/replies`) ?? "").matchAll(/id="reply-[0-9a-f]/g)].length;
const bytes = [...first.values()].reduce((sum, said) => sum + said.length, 0);
process.stdout.write(
  `${JSON.stringify({ addresses: first.size, bytes, replies, differing, leaks: leaks.map(([path]) => path) })}\n`,
);
if (differing[0] !== undefined) {
  const [a = "", b = ""] = [first.get(differing[0]), second.get(differing[0])];
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  process.stderr.write(
    `${differing[0]}\n${a.slice(Math.max(0, at - 200), at + 200)}\n--- and ---\n${b.slice(Math.max(0, at - 200), at + 200)}\n`,
  );
}
process.exit(0);
