import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { sendReply } from "#test/reader.ts";

const SECRET = "a secret of the classifier";
const LOOPBACK: Network = { resolve: async () => ["127.0.0.1"], isPublic: () => true, isUsualPort: () => true };

type Asked = { readonly path: string; readonly headers: Headers; readonly body: string };
type Advisers = {
  readonly door: Door;
  readonly asked: Asked[];
  readonly origin: string;
  /** What is answered from here on; a promise that never comes is a server that hangs. */
  readonly answers: (answer: () => Response | Promise<Response>) => void;
};

/** A site that asks a real server on this machine, once as a classifier of its own and once as Akismet. */
async function withAdvisers(
  engine: EngineName,
  which: Readonly<Record<string, string>>,
  work: (advisers: Advisers) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  let answer: () => Response | Promise<Response> = () => Response.json({ advice: "unsure" });
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      asked.push({ path: new URL(request.url).pathname, headers: request.headers, body: await request.text() });
      return answer();
    },
  });
  const origin = `http://127.0.0.1:${server.port}`;
  try {
    await using door = await openDoor(engine, {
      demo: true,
      network: LOOPBACK,
      vouchers: { akismet: `${origin}/1.1/comment-check` },
    });
    await door.doJobs();
    const page = await door.as("administrator").text("/desk/house/advice");
    const from = /name="from" value="([^"]*)"/.exec(page)?.[1] ?? "";
    const set = { address: "", secret: "", akismet: "", ...which, from };
    const kept = await door
      .as("administrator")
      .post("/desk/house/advice", { ...set, address: set.address === "" ? "" : `${origin}${set.address}`, do: "keep" });
    expect(kept.status).toBe(303);
    await work({ door, asked, origin, answers: (next) => (answer = next) });
    expect(door.broken).toEqual([]);
  } finally {
    await server.stop(true);
  }
}

const HOOK = { address: "/judge", secret: SECRET };

/** Does what is due, but for the letters: no mail server is set. */
async function ask(door: Door): Promise<void> {
  await door.db.deleteFrom("job").where("kind", "=", "reader.ask").execute();
  await door.doJobs();
}

async function newest(door: Door) {
  return door.db
    .selectFrom("reply")
    .select(["id", "state", "flags", "body"])
    .orderBy("written_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

async function adviceOf(door: Door, replyId: string) {
  return door.db
    .selectFrom("reply_advice")
    .select(["source", "advice", "words"])
    .where("reply_id", "=", replyId)
    .orderBy("source")
    .execute();
}

for (const engine of engines) {
  test(`${engine}: a classifier of the newsroom's own is told of a new reply by a signed message, and its word stands at the desk`, () =>
    withAdvisers(engine, HOOK, async ({ door, asked, answers }) => {
      answers(() => Response.json({ advice: "spam", words: "seen forty times today" }));
      await sendReply(door);
      await ask(door);
      expect(asked).toHaveLength(1);
      const [{ headers, body, path } = { headers: new Headers(), body: "", path: "" }] = asked;
      expect(path).toBe("/judge");
      const signedText = `${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.${body}`;
      const signature = createHmac("sha256", SECRET).update(signedText).digest("base64");
      expect(headers.get("webhook-signature")).toBe(`v1,${signature}`);
      const told = JSON.parse(body);
      const { id, state, flags } = await newest(door);
      expect(told.reply).toMatchObject({ id, name: "Ada Reader", text: "I was on *that* boat.", state: "held" });
      expect(told.reply.story.address).toBe("https://strait.example/en/outer-quay");
      expect(body).not.toContain("readers.example");
      // It advises: who decides is a person.
      expect(state).toBe("held");
      expect(JSON.parse(flags)).toContain("advised");
      expect(await adviceOf(door, id)).toEqual([{ source: "hook", advice: "spam", words: "seen forty times today" }]);
      const page = await door.as("administrator").text(`/desk/replies/${id}`);
      expect(page).toContain("seen forty times today");
      expect(await door.as("administrator").text("/desk/replies")).toContain("Advertising, by advice from outside");
    }));

  test(`${engine}: a classifier that breaks or talks nonsense decides nothing; it is asked three times and is silent`, () =>
    withAdvisers(engine, HOOK, async ({ door, asked, answers }) => {
      const broken = [
        () => new Response("no", { status: 500 }),
        () => Response.json({ advice: "publish it" }),
        () => new Response("not JSON"),
      ];
      answers(() => (broken[asked.length - 1] ?? (() => new Response()))());
      await sendReply(door);
      const { id } = await newest(door);
      await ask(door);
      expect(await adviceOf(door, id)).toEqual([{ source: "hook", advice: "silent", words: "HTTP 500" }]);
      for (const at of ["2026-11-20T12:02:00Z", "2026-11-20T12:05:00Z", "2026-11-20T13:00:00Z"]) {
        door.setNow(at);
        await ask(door);
      }
      expect(asked).toHaveLength(3);
      const { state, flags } = await newest(door);
      expect(state).toBe("held");
      expect(JSON.parse(flags)).not.toContain("advised");
      expect((await adviceOf(door, id)).map(({ advice }) => advice)).toEqual(["silent"]);
      expect(await door.as("administrator").text(`/desk/replies/${id}`)).toContain("said nothing");
    }));

  test(`${engine}: a reply that was erased before its turn is told to nobody`, () =>
    withAdvisers(engine, HOOK, async ({ door, asked }) => {
      await sendReply(door);
      const { id } = await newest(door);
      await door.db.updateTable("reply").set({ state: "erased", body: "" }).where("id", "=", id).execute();
      await ask(door);
      expect(asked).toEqual([]);
      expect(await adviceOf(door, id)).toEqual([]);
    }));

  test(`${engine}: Akismet is asked of name and words alone, and an answer that is none is silence`, () =>
    withAdvisers(engine, { akismet: "a1b2c3d4e5f6" }, async ({ door, asked, answers }) => {
      answers(() => new Response("true", { headers: { "X-akismet-pro-tip": "discard" } }));
      await sendReply(door);
      await ask(door);
      const [{ body, path } = { body: "", path: "" }] = asked;
      expect(path).toBe("/1.1/comment-check");
      const fields = new URLSearchParams(body);
      expect(Object.fromEntries(fields)).toMatchObject({
        api_key: "a1b2c3d4e5f6",
        blog: "https://strait.example",
        comment_author: "Ada Reader",
        comment_content: "I was on *that* boat.",
        user_ip: "127.0.0.1",
      });
      expect(body).not.toContain("readers.example");
      const first = await newest(door);
      expect(first.state).toBe("held");
      expect(await adviceOf(door, first.id)).toEqual([{ source: "akismet", advice: "spam", words: "discard" }]);

      answers(
        () => new Response("invalid", { headers: { "X-akismet-debug-help": "We were unable to parse your key" } }),
      );
      door.setNow("2026-11-20T12:30:00Z");
      await sendReply(door, { text: "And another thing, of the harbour." });
      await ask(door);
      const second = await newest(door);
      expect(second.state).toBe("held");
      expect(await adviceOf(door, second.id)).toEqual([
        { source: "akismet", advice: "silent", words: "We were unable to parse your key" },
      ]);
    }));

  test(`${engine}: an address without a secret, a wrong one and a short secret are refused, and no secret is shown again`, () =>
    withAdvisers(engine, HOOK, async ({ door }) => {
      const admin = door.as("administrator");
      const page = await admin.text("/desk/house/advice");
      expect(page).not.toContain(SECRET);
      expect(page).toContain("One is kept");
      const from = /name="from" value="([^"]*)"/.exec(page)?.[1] ?? "";
      const tried = { from, address: "https://classifier.example/", secret: "", akismet: "", do: "keep" };
      for (const bad of [{ address: "classifier" }, { secret: "short" }, { akismet: "no key" }])
        expect((await admin.post("/desk/house/advice", { ...tried, ...bad })).status).toBe(422);
      const rows = await door.db
        .selectFrom("setting")
        .select(["key", "value"])
        .where("key", "like", "advice.%")
        .execute();
      expect(JSON.stringify(rows)).not.toContain(SECRET);
      const audit = await door.db.selectFrom("audit").selectAll().execute();
      expect(JSON.stringify(audit)).not.toContain(SECRET);
      expect((await admin.post("/desk/house/advice", { ...tried, address: "", do: "keep" })).status).toBe(303);
      await sendReply(door);
      expect(await door.db.selectFrom("job").select("id").where("kind", "=", "reply.advise").execute()).toEqual([]);
    }));
}
