/** Sources without JavaScript: entered, kept, cited, seen by readers; a confidential one told to nobody else. For everybody's eyes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { openedFor } from "../opened.ts";
import { fileOf, pdfOf } from "../pdf.ts";

const FOLDER = ".screenshots/sources";
// A PDF is read by a process of its own, behind everything else the machine does.
const WAITED_MS = 90_000;

/** What everybody looks at, once it has been made. */
const left = { source: "", pages: "" };

const LOCKED = fileOf(
  ["<< /Type /Catalog >>", `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`],
  `/Root 1 0 R /Encrypt 2 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
);

const here = openedFor({ folder: FOLDER });

test("a source is entered, its text pasted, and a sentence rests on it, without JavaScript", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Rita", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/sources`);
  await page.getByLabel("Kind", { exact: true }).last().selectOption("document");
  await page.getByLabel("Name", { exact: true }).fill("Minutes of the harbour board");
  await page.getByLabel("Date", { exact: true }).fill("yesterday");
  await pressed(page, "Keep");
  assert.match(await page.getByRole("alert").innerText(), /A date is a year/);
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Minutes of the harbour board");
  await page.getByLabel("Date", { exact: true }).fill("2026-11");
  await pressed(page, "Keep");
  assert.match(await page.getByRole("status").innerText(), /Kept/);

  await page.getByText("Keep a text by hand").click();
  await page.getByLabel("Its text").fill("The board met on the quay and agreed to nothing.");
  await pressed(page, "Keep", 0);
  await page.getByRole("link", { name: "Read the whole text" }).click();
  assert.match(await page.locator(".snapshot-text").innerText(), /agreed to nothing/);

  await page.goto(`${here.server.address}/desk/articles`);
  const story = await page.locator('a[href^="/desk/articles/0"]').first().getAttribute("href");
  await page.goto(`${here.server.address}${story}/sources`);
  await page.getByLabel("Words of a name, an office or an address").fill("minutes board");
  await pressed(page, "Show");
  await page.getByRole("radio").check();
  await pressed(page, "Cite it");
  assert.match(await page.getByRole("status").innerText(), /Kept/);
  assert.equal(await page.locator(".resting a", { hasText: "Minutes of the harbour board" }).count(), 1);
  await context.close();
});

test("a PDF is uploaded and read page by page, and a locked one says what to do, without JavaScript", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Rolf", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/sources`);
  await page.getByLabel("Kind", { exact: true }).last().selectOption("document");
  await page.getByLabel("Name", { exact: true }).fill("Report of the ferry company");
  await pressed(page, "Keep");
  left.source = new URL(page.url()).pathname;
  const upload = async (bytes: Uint8Array) => {
    await page.goto(`${here.server.address}${left.source}`);
    await page.getByText("Keep a text by hand").click();
    const file = { name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) };
    await page.getByLabel("Or a file: text, HTML or PDF").setInputFiles(file);
    await pressed(page, "Keep", 0);
  };
  await upload(LOCKED);
  assert.match(await page.getByRole("alert").innerText(), /Save it without a password, or paste its words/);
  await page.screenshot({ path: `${FOLDER}/pdf-locked.png`, fullPage: true });
  await upload(
    pdfOf({
      title: "Report of the ferry company",
      pages: [["The night ferry carries", "1,500 people a week."], ["اتفقنا على إبقاء العبّارة"], ["Паром остаётся."]],
    }),
  );
  await page.getByRole("link", { name: "Read the whole text" }).click();
  left.pages = new URL(page.url()).pathname;
  const text = await page.locator(".snapshot-text").innerText();
  for (const words of [
    "Page 1",
    "1,500 people a week.",
    "Page 2",
    "اتفقنا على إبقاء العبّارة",
    "Page 3",
    "Паром остаётся.",
  ])
    assert.ok(text.includes(words), `${words} is not in ${text}`);
  await context.close();
});

test("a confidential source is seen by its reporter after a press, and by no other", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Rosa", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/sources/confidential`);
  await page.getByLabel("What readers are told").fill("a sailor on the night ferry");
  await page.getByLabel("Who it is").fill("Quillon Zerbraskovitch");
  await page.getByLabel("How to reach them").fill("pier 9");
  await pressed(page, "Keep");
  const address = page.url().split("?")[0] ?? "";
  assert.doesNotMatch(await page.content(), /Zerbraskovitch/);
  await pressed(page, "See who it is");
  assert.match(await page.locator(".identity").innerText(), /Quillon Zerbraskovitch/);
  await page.screenshot({ path: `${FOLDER}/confidential-seen.png`, fullPage: true });
  const other = await signedIn(here.browser, here.server, { name: "Edda", role: "editor" });
  const theirs = await other.newPage();
  await theirs.goto(address);
  assert.match(await theirs.locator("main").innerText(), /You are not among those who may know/);
  assert.equal(await theirs.getByRole("button", { name: "See who it is" }).count(), 0);
  await context.close();
  await other.close();
});

forEverybody({
  title: "the pages of sources are for everybody",
  role: "administrator",
  folder: FOLDER,
  here,
  paths: async (page, language) => {
    await page.goto(`${here.server.address}/desk/articles?q=ferries`);
    await page.goto(`${here.server.address}/desk/sources/nora-valent`);
    const kept = await page.locator('.snapshots a[href*="/snapshots/"]').first().getAttribute("href");
    const story = await page.locator('a[href^="/desk/articles/"][href$="/sources"]').first().getAttribute("href");
    const paths = {
      ledger: "/desk/sources",
      source: "/desk/sources/nora-valent",
      text: kept ?? "",
      "pdf-source": left.source,
      "pdf-pages": left.pages,
      story: story ?? "",
      confidential: "/desk/sources/confidential",
      setting: "/desk/house/quotations",
      public: `/${language}/sources/nora-valent`,
      outlet: `/${language}/sources/orvane-radio`,
    };
    return paths;
  },
});

/** Presses Enter on a button and waits for the page it leads to. */
async function pressed(page: Page, button: string, which = -1): Promise<void> {
  const all = page.getByRole("button", { name: button, exact: true });
  const arrived = page.waitForEvent("load", { timeout: WAITED_MS });
  await (which < 0 ? all.last() : all.nth(which)).focus();
  await page.keyboard.press("Enter");
  await arrived;
}
