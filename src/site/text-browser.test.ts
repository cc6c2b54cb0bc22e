import { expect, test } from "bun:test";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Door, openDoor } from "#test/door.ts";

const STORY = "/en/outer-quay";

/** w3m as readers have it; installed from Debian's packages where that can be done, else this says what to do. */
function textBrowser(): string {
  const there = () => spawnSync("sh", ["-c", "command -v w3m"], { encoding: "utf8" }).stdout.trim();
  if (there() === "" && process.getuid?.() === 0)
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "w3m"], { stdio: "ignore" });
  if (there() === "") throw new Error('The journey of a text browser needs w3m: on Debian "apt-get install w3m".');
  return there();
}

type Server = { readonly address: string; readonly stop: () => Promise<void> };

function served(door: Door): Server {
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => door.request(request) });
  return { address: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) };
}

/** What w3m prints of a page, or of the answer to a form that is sent as its own would be. */
async function seen(browser: string, address: string, form?: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-w3m-"));
  const body = join(folder, "form");
  if (form) writeFileSync(body, new URLSearchParams(form).toString());
  const words = ["-dump", "-cols", "100", "-o", "display_link_number=0", ...(form ? ["-post", body] : []), address];
  const child = spawn(browser, words, { env: { ...process.env, HOME: folder }, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (some: string) => {
    text += some;
  });
  await new Promise((done, fail) => child.once("error", fail).once("close", done));
  return text;
}

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  return words
    .split(/[\s-]+/)
    .reduce(
      (sum, word) =>
        sum +
        Math.max(0, SMALL.indexOf(word)) +
        Math.max(0, TENS.indexOf(word)) * 10 * Number(TENS.includes(word)) +
        99 * Number(word === "hundred"),
      0,
    );
}

test("in a text browser a reader finds the form, does the sum and sends a reply", async () => {
  const browser = textBrowser();
  await using door = await openDoor("sqlite", { demo: true });
  const { address, stop } = served(door);
  try {
    const page = await seen(browser, address + STORY);
    for (const words of ["Write a reply", "Name", "Your reply", "Send"]) expect(page).toContain(words);
    const sent = { name: "Reader of text", email: "", text: "Read and written without a picture." };
    const html = await (
      await fetch(`${address}${STORY}/replies`, { method: "POST", body: new URLSearchParams(sent) })
    ).text();
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const step = await seen(browser, `${address}${STORY}/replies`, { ...sent, token, answer: "0" });
    const [, left = "", sign, right = ""] = /^\s*(\S.*?) ([+−×]) (.+?) =/m.exec(step) ?? [];
    expect(step).toContain("That was not the answer");
    const [one, other] = [numberOf(left), numberOf(right)];
    const answer = sign === "+" ? one + other : sign === "×" ? one * other : one - other;
    const mine = await seen(browser, `${address}${STORY}/replies`, { ...sent, token, answer: String(answer) });
    expect(mine).toContain("Thank you. Your reply has arrived.");
    expect(mine).toContain("Waiting for a moderator");
    expect(mine).toContain(sent.text);
    const kept = await door.db.selectFrom("reply").select("body").where("author_name", "=", sent.name).execute();
    expect(kept).toEqual([{ body: sent.text }]);
  } finally {
    await stop();
  }
}, 60_000);
