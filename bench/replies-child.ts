/** What `replies.ts` measures against: a bare server that keeps what it is sent, one row each, grouped, `synchronous=FULL`. */
import { Database } from "bun:sqlite";

const [path = "", port = ""] = process.argv.slice(2);

const file = new Database(path);
file.run("pragma journal_mode = wal");
file.run("pragma synchronous = full");
file.run("create table reply (id integer primary key, body text not null)");
const insert = file.prepare("insert into reply (body) values (?)");

let waiting: { readonly body: string; readonly kept: () => void }[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  file.run("begin immediate");
  for (const { body } of group) insert.run(body);
  file.run("commit");
  for (const { kept } of group) kept();
}

function keep(body: string): Promise<void> {
  return new Promise((kept) => {
    // As many as come in one turn of the event loop are one commit.
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ body, kept });
  });
}

Bun.serve({
  port: Number(port),
  hostname: "127.0.0.1",
  async fetch(request) {
    if (request.method === "GET") return new Response("ready\n");
    await keep(await request.text());
    return new Response(null, { status: 303, headers: { location: "/" } });
  },
});
