/** Ghost from npm, on the Node it asks for, in production mode, with MariaDB: its theme, its story, its members' comments. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "#lib/ids.ts";
import type { Story } from "./blog.ts";
import type { MariaDb } from "./mariadb.ts";
import { answers, freePort, Missing, type Running, ran, startedWhen } from "./programs.ts";

export type Ghost = Running & { readonly version: string; readonly page: string };

// The newest of each that were tried together. Its own `npm install` fails on packages it brings as files: pnpm reads its lockfile.
const VERSION = "6.65.0";
const TOOLS = ["node@24.21.0", "pnpm@12.4.2"];
const READY_WITHIN_MS = 180_000;

export async function ghost(folder: string, db: MariaDb, story: Story): Promise<Ghost> {
  const root = unpacked(folder);
  const bin = join(folder, "tools/node_modules/.bin");
  const path = `${bin}:${process.env["PATH"]}`;
  ran([join(bin, "pnpm"), "install", "--prod", "--frozen-lockfile", "--ignore-scripts"], {
    cwd: root,
    env: { PATH: path },
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(root, "config.production.json"), JSON.stringify(settings(url, port, db)));
  db.tell("create database ghost character set utf8mb4");
  const env = { PATH: path, NODE_ENV: "production" };
  const running = await startedWhen([join(bin, "node"), "index.js"], () => answers(`${url}/`), {
    cwd: root,
    env,
    withinMs: READY_WITHIN_MS,
  });
  try {
    const { id, address } = await published(url, story);
    db.tell(commentsOf(id, story), "ghost");
    return { ...running, version: VERSION, page: address };
  } catch (cause) {
    await running.stop();
    throw cause;
  }
}

function unpacked(folder: string): string {
  const tools = join(folder, "tools");
  mkdirSync(tools, { recursive: true });
  try {
    ran(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", tools, ...TOOLS], { cwd: tools });
    ran(["npm", "pack", "--silent", `ghost@${VERSION}`], { cwd: folder });
  } catch (cause) {
    throw new Missing(`This measurement needs Ghost ${VERSION} from npm, with ${TOOLS.join(" and ")}: ${cause}`);
  }
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  ran(["tar", "--extract", "--gzip", "--file", archive], { cwd: folder });
  return join(folder, "package");
}

function settings(url: string, port: number, { socket, user }: MariaDb): unknown {
  return {
    url,
    server: { host: "127.0.0.1", port },
    database: { client: "mysql", connection: { socketPath: socket, user, password: "", database: "ghost" } },
    mail: { transport: "SMTP", options: { host: "127.0.0.1", port: 9 } },
    logging: { level: "error", transports: ["file"] },
    paths: { contentPath: "content/" },
    // It asks nobody outside, and sends no letter with a code before somebody signs in.
    privacy: true,
    security: { staffDeviceVerification: false },
  };
}

/** By its own forms: an owner, comments for everybody, a published story. */
async function published(url: string, { headline, paragraphs }: Story): Promise<{ id: string; address: string }> {
  const owner = { email: "owner@agency.example", password: "a-quiet-harbour-at-noon" };
  const setup = { ...owner, name: "Owner", blogTitle: "The Agency" };
  await sent(url, "authentication/setup/", { setup: [setup] });
  const { cookie } = await sent(url, "session/", { username: owner.email, password: owner.password });
  await sent(url, "settings/", { settings: [{ key: "comments_enabled", value: "all" }] }, { cookie, method: "PUT" });
  const html = paragraphs.map((one) => `<p>${Bun.escapeHTML(one)}</p>`).join("");
  const made = await sent(
    url,
    "posts/?source=html",
    { posts: [{ title: headline, html, status: "published" }] },
    { cookie },
  );
  const { posts }: { posts: { id: string; slug: string }[] } = JSON.parse(made.text);
  const [post] = posts;
  if (!post) throw new Error("Ghost published nothing");
  return { id: post.id, address: `${url}/${post.slug}/` };
}

async function sent(
  url: string,
  path: string,
  body: unknown,
  { cookie = "", method = "POST" }: { readonly cookie?: string; readonly method?: string } = {},
): Promise<{ readonly text: string; readonly cookie: string }> {
  const headers = { "content-type": "application/json", origin: url, "accept-version": "v6.0", cookie };
  const answer = await fetch(`${url}/ghost/api/admin/${path}`, { method, headers, body: JSON.stringify(body) });
  // To its end: a session is kept only then.
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Ghost answered ${answer.status} at ${path}: ${text}`);
  const cookies = answer.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
  return { text, cookie: cookies.join("; ") };
}

/** Comments are its members', who sign in by a letter: both are put in as rows. */
function commentsOf(postId: string, { replies }: Story): string {
  const id = (number: number, kind: string) => `${kind}${number.toString(16).padStart(23, "0")}`;
  const when = (at: Date) => at.toISOString().slice(0, 19).replace("T", " ");
  return replies
    .map(({ name, text, at, answers }, number) => {
      const [member, comment] = [id(number, "a"), id(number, "b")];
      const uuid = newId(at);
      const parent = answers === undefined ? "null" : `'${id(answers, "b")}'`;
      return `insert into members (id, uuid, transient_id, email, name, created_at)
  values ('${member}', '${uuid}', '${member}', 'reader.${number}@readers.example', '${name}', '${when(at)}');
insert into comments (id, post_id, member_id, parent_id, status, html, created_at, updated_at)
  values ('${comment}', '${postId}', '${member}', ${parent}, 'published', '<p>${text}</p>', '${when(at)}', '${when(at)}');`;
    })
    .join("\n");
}
