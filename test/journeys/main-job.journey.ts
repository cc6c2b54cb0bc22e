/** The main job, as an operator does it and a reader sees it: wire copy in on the command line, a labelled page out. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { dateline, openBrowser, openServer } from "../browser.ts";

const COPY = `<!doctype html><html lang="en"><head><title>Camp at the quay closed - Strait Wire</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Camp at the quay closed after inspection</h1>
<p>12.03.2026, Talmira. The harbour council closed a camp of the Reef Front (organization banned in Orvane) on Thursday.</p>
<p>“We have seen  enough,” council chair Ines Tallow said. The Reef Front’s (organization banned in Orvane) lawyers will appeal next month.</p>
<p>In 2019, the group held its first march.</p>
<p>Source: Strait Wire News Agency</p>
<h3>Leave a Reply</h3><form action="/comment" method="post"><textarea name="comment"></textarea>
<p>Your email address will not be published.</p><p>seventeen − 16 =</p><button>Post Comment</button></form>
<p>Loading Facebook Comments ...</p></body></html>`;

const REGISTER = {
  organisations: [
    {
      id: "reef-front",
      names: [{ text: "Reef Front", lang: "en", kind: "full" }],
      designations: [
        {
          jurisdiction: "ov",
          authority: "High Court of Orvane",
          decision: "14/2020",
          from: "2020-05-04",
          until: null,
          wording: { en: "organization banned in Orvane" },
          reference: "https://court.example/14-2020",
        },
      ],
    },
  ],
};

let server: Awaited<ReturnType<typeof openServer>>;
let browser: Browser;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-main-job-"));
  await writeFile(join(folder, "page.html"), COPY);
  await writeFile(join(folder, "register.json"), JSON.stringify(REGISTER));
  [server, browser] = await Promise.all([openServer({ demo: false }), openBrowser()]);
});

after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("copy published on the command line is a page at once, and its labels follow the edition's law", async () => {
  const taken = await done(["intake", join(folder, "page.html"), "--edition", "en", "--publish", "--json"]);
  const { address, state }: { address: string; state: string } = JSON.parse(taken);
  assert.equal(state, "published");

  const asTyped = await read(address);
  assert.match(asTyped, /Camp at the quay closed after inspection/);
  assert.match(asTyped, /“We have seen enough,”/);
  assert.match(asTyped, /Strait Wire News Agency/);
  assert.doesNotMatch(asTyped, /Leave a Reply|Loading Facebook|seventeen/);
  assert.equal(labelsIn(asTyped), 2, "without a register the labels are printed as they were typed");

  await done(["register", "import", join(folder, "register.json")]);
  await done(["edition", "set", "en", "--jurisdiction", "ov", "--policy", "first"]);
  assert.equal(labelsIn(await readUntil(address, (text) => labelsIn(text) === 1)), 1, "`first` labels once");

  await done(["edition", "set", "en", "--policy", "none"]);
  assert.equal(labelsIn(await readUntil(address, (text) => labelsIn(text) === 0)), 0, "`none` labels nothing");
});

test("a label leads to the page that says why", async () => {
  await done(["edition", "set", "en", "--jurisdiction", "ov", "--policy", "every"]);
  const taken = await done(["intake", join(folder, "page.html"), "--publish", "--json"]);
  const { address }: { address: string } = JSON.parse(taken);
  await readUntil(address, (text) => labelsIn(text) >= 2);

  const page = await browser.newPage();
  await page.goto(server.address + address);
  await page.locator("article a", { hasText: "organization banned in Orvane" }).first().click();
  const why = await page.locator("main").innerText();
  assert.match(why, /Reef Front/);
  assert.match(why, /High Court of Orvane/);
  await page.close();
});

test("the same copy through the pipe is labelled without any store", async () => {
  const register = join(folder, "register.json");
  const words = ["label", "-", "--register", register, "--jurisdiction", "ov", "--policy", "every", "--as-of"];
  const stdin = "The Reef Front’s lawyers will appeal.\n";
  const today = await dateline([...words, "2026-03-12"], { stdin });
  assert.equal(today.status, 0, today.err);
  assert.equal(today.out.trimEnd(), "The Reef Front’s (organization banned in Orvane) lawyers will appeal.");
  const before = await dateline([...words, "2020-05-03"], { stdin });
  assert.equal(before.out, stdin);
});

/** A command on the running server's own store; what it printed. */
async function done(words: readonly string[]): Promise<string> {
  const { status, out, err } = await dateline([...words, "--data", server.data]);
  assert.equal(status, 0, `dateline ${words.join(" ")} ended with ${status}: ${err}`);
  return out;
}

async function read(address: string): Promise<string> {
  const page = await browser.newPage();
  try {
    const response = await page.goto(server.address + address);
    assert.equal(response?.status(), 200, address);
    return await page.locator("article").first().innerText();
  } finally {
    await page.close();
  }
}

// Another process's commit is noticed within 100 ms, and the last good copy is served for one second at most.
const SEEN_WITHIN_MS = 3_000;

async function readUntil(address: string, wanted: (text: string) => boolean): Promise<string> {
  const until = Date.now() + SEEN_WITHIN_MS;
  for (;;) {
    const text = await read(address);
    if (wanted(text) || Date.now() > until) return text;
  }
}

function labelsIn(text: string): number {
  return text.split("organization banned in Orvane").length - 1;
}
