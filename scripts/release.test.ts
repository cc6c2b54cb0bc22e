/** The single file as somebody gets it: in an empty folder, with nothing of a clone or of Node in sight. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfOf } from "#test/pdf.ts";
import { formWith } from "#test/pictures.ts";
import { until } from "#test/until.ts";
import { type Visitor, visitorOf } from "#test/visitor.ts";
import { buildRelease } from "./release.ts";

// A machine that does ten other things builds for minutes.
const SLOW_MS = 600_000;
const COMES_WITHIN_MS = 120_000;
const PASSWORD = "a long enough password";
const COPY = "# Ferries return to the strait\n\n14.11.2026, Talmira. The night ferries sail again from Monday.\n";

const made = mkdtempSync(join(tmpdir(), "dateline-single-file-"));
const empty = join(made, "somewhere");
let program = "";

beforeAll(async () => {
  program = await buildRelease(join(made, "release"));
  mkdirSync(empty);
  // What happens to lie where it is started is nothing to it.
  writeFileSync(join(empty, ".env"), "DATELINE_PORT=nonsense\n");
}, SLOW_MS);

afterAll(() => rmSync(made, { recursive: true, force: true }));

test(
  "the single file serves readers and the desk, makes pictures, reads PDFs, and ends when it is told to",
  async () => {
    const { address, signIn, stop } = await served();
    const visitor = visitorOf({
      request: (asked) =>
        fetch(asked.url.replace("http://localhost", address), new Request(asked, { redirect: "manual" })),
    });
    expect((await visitor.get("/en/")).status).toBe(200);

    const link = new URL(String(signIn)).pathname;
    await visitor.text(link);
    const person = { name: "Ilse Brandt", email: "ilse@strait.example", password: PASSWORD };
    expect((await visitor.post(link, person)).headers.get("location")).toBe("/desk/");
    expect(await filesOf(visitor, "/desk/")).toContainEqual(expect.stringMatching(/^\/assets\/desk-desk\..*\.js$/));

    const picture = readFileSync("test/newsroom/pictures/ferry.jpg");
    const sent = await upload(
      visitor,
      address,
      "/desk/pictures",
      formWith("files", [{ name: "ferry.jpg", bytes: new Uint8Array(picture) }]),
    );
    expect(sent.headers.get("location")).toMatch(/^\/desk\/pictures\/[0-9a-f]{32}/);
    const media = join(empty, "data/media");
    await until(
      "the picture is there as AVIF",
      () => readdirSync(media).some((file) => file.endsWith(".avif")),
      COMES_WITHIN_MS,
    );

    const facts = {
      kind: "document",
      name: "Port authority",
      url: "",
      office: "",
      language: "",
      publishedOn: "",
      notes: "",
    };
    const [, source] =
      /^(\/desk\/sources\/[^?/]+)/.exec((await visitor.post("/desk/sources", facts)).headers.get("location") ?? "") ??
      [];
    const report = new Uint8Array(pdfOf({ pages: [["The night ferries sail again."]] }));
    const kept = await upload(
      visitor,
      address,
      `${source}/keep`,
      formWith("file", [{ name: "report.pdf", bytes: report, type: "application/pdf" }]),
    );
    expect([kept.status, kept.headers.get("location")]).toEqual([303, expect.stringContaining(String(source))]);

    expect(await stop()).toBe(0);
  },
  SLOW_MS,
);

test(
  "the single file's commands work beside it, and its processes are itself",
  async () => {
    const published = await said(["intake", "-", "--publish", "--json"], COPY);
    expect(published.status).toBe(0);
    const { address, stop } = await served(["--workers", "2"]);
    const visitor = visitorOf({
      request: (asked) =>
        fetch(asked.url.replace("http://localhost", address), new Request(asked, { redirect: "manual" })),
    });
    const story = /href="(\/en\/[^"]*ferries-return[^"]*)"/.exec(await visitor.text("/en/"))?.[1];
    const files = await filesOf(visitor, String(story));
    expect(files).toContainEqual(expect.stringMatching(/\.js$/));
    expect(files).toContainEqual(expect.stringMatching(/\.woff2$/));
    expect(await stop()).toBe(0);
  },
  SLOW_MS,
);

test(
  "without the folder beside it the single file says what is missing, and does all else",
  async () => {
    expect((await said(["doctor"])).out).not.toContain("Pictures cannot be read");
    rmSync(join(made, "release", "lib"), { recursive: true });
    const { status, out } = await said(["doctor"]);
    expect(status).toBe(1);
    expect(out).toMatch(/wrong +Pictures cannot be read/);
    expect(out).toContain("The store answers");
  },
  SLOW_MS,
);

type Served = { readonly address: string; readonly signIn: string | null; readonly stop: () => Promise<number | null> };

async function served(words: readonly string[] = []): Promise<Served> {
  const child = started(["serve", "--port", "0", "--json", ...words]);
  let out = "";
  child.stdout?.on("data", (some: Buffer) => {
    out += some;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await until("it says where it listens", () => out.includes("\n") || child.exitCode !== null, COMES_WITHIN_MS);
  return {
    ...JSON.parse(out),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function said(
  words: readonly string[],
  input = "",
): Promise<{ readonly status: number | null; readonly out: string }> {
  const child = started(words);
  let out = "";
  child.stdout?.on("data", (some: Buffer) => {
    out += some;
  });
  child.stdin?.end(input);
  return { status: await new Promise((resolve) => child.once("close", resolve)), out };
}

/** Nothing on its path: what it needs of Bun, Node or the packages it must have itself. */
function started(words: readonly string[]): ChildProcess {
  return spawn(program, words, { cwd: empty, env: { PATH: "" }, stdio: ["pipe", "pipe", "inherit"] });
}

function upload(visitor: Visitor, address: string, path: string, body: FormData): Promise<Response> {
  const headers = { cookie: visitor.cookies(), "sec-fetch-site": "same-origin" };
  return fetch(address + path, { method: "POST", body, headers, redirect: "manual" });
}

/** Every file a page names, each of which is there. */
async function filesOf(visitor: Visitor, path: string): Promise<readonly string[]> {
  const all = [...new Set((await visitor.text(path)).match(/\/assets\/[\w.-]+/g))];
  for (const file of all) expect([file, (await visitor.get(file)).status]).toEqual([file, 200]);
  return all;
}
