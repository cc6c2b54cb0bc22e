/**
 * Hostile words through every door of the desk: each form that its links lead to, pasted copy, the editor's own doors,
 * names of files and what cameras write into pictures. Answers and pages are opened in a browser that is watched.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import sharp from "sharp";
import { unXml } from "../src/text/cases/registers/un.ts";
import { dateline, type Server } from "./browser.ts";
import { signedIn } from "./colleague.ts";
import { addressOf, deskPages, walkedPages } from "./desk-walk.ts";
import { type Field, filledIn, formsIn, linksIn, type PageForm } from "./forms.ts";
import { oneOfEachKind, tour } from "./tour.ts";
import { type Answer, type Watch, watch } from "./watch.ts";

export type Figures = {
  readonly payloads: number;
  readonly forms: readonly string[];
  readonly fields: number;
  /** Forms sent, each with a payload in one field or in all of them. */
  readonly sent: number;
  /** Addresses asked for with a payload as a step or a parameter. */
  readonly asked: number;
  /** What the editor asks in a window of its own. */
  readonly dialogs: readonly string[];
  readonly pagesOpened: number;
  /** What ran, was called from elsewhere or came to stand as markup, in sentences; empty when all is well. */
  readonly signs: readonly string[];
  /** Addresses that take words and were sent none: a page leads to no form of theirs, and no door here is theirs. */
  readonly unmet: readonly string[];
};

type Options = {
  readonly payloads: readonly string[];
  /** Of all forms those alone whose line holds it, and nothing but forms. */
  readonly only?: string;
  readonly report?: (line: string) => void;
};

export async function attack(browser: Browser, server: Server, options: Options): Promise<Figures> {
  const { payloads, only = "", report = () => {} } = options;
  const desk = await signedIn(browser, server, { name: "Ada", role: "administrator" }, { baseURL: server.address });
  const cookies = (await desk.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = askAt(server.address, cookies);
  const watched = await watch(desk, server.address, { tell: (sign) => report(`SEEN: ${sign}`) });
  await dropFromList(server, payloads);
  await reportAReply(server, payloads);
  const all = [...(await formsAtTheDesk(ask)), ...(await formsOfGuests(server))];
  const forms = all.filter(({ key }) => new RegExp(only).test(key));
  const attacked = await attackForms(forms, watched, options);
  if (only !== "") {
    const pages = (await walkedPages(reading(ask))).found.map(({ path }) => path);
    for (const path of pages) await watched.show({ ...(await answerFrom(await ask(path))), isAlone: false });
    await watched.showRest();
    await desk.close();
    const figures = { payloads: payloads.length, asked: 0, dialogs: [], pagesOpened: pages.length };
    return { ...attacked, ...figures, unmet: [], signs: watched.signs() };
  }
  const asked = await askAddresses(ask, watched, options);
  report(`${asked} addresses with one of them in it`);
  const dialogs = await attackDialogs(ask, watched, payloads);
  report(`${dialogs.length} dialogs of the editor`);
  // Last: each look at its pages would otherwise take longer by all that it holds.
  const hostile = await publishHostileArticle({ ask, desk }, watched, payloads);
  report("an article that holds them all is out");

  const atTheDesk = (await walkedPages(reading(ask))).found.map(({ path }) => path);
  const pages = [...new Set([...hostile, ...atTheDesk, ...(await publicPages(server.address))])];
  for (const path of pages) {
    await watched.show({ ...(await answerFrom(await ask(path))), isAlone: hostile.includes(path) });
  }
  await watched.showRest();
  report(`${pages.length} pages they stand on`);
  await desk.close();
  return { ...attacked, payloads: payloads.length, asked, dialogs, pagesOpened: pages.length, signs: watched.signs() };
}

/** A reader's report in hostile words: what a moderator says of it stands in a form. */
async function reportAReply({ address }: Server, [words = ""]: readonly string[]): Promise<void> {
  const ask = askAt(address);
  const story = (await reading(ask)("/en/ferry-strike")) ?? "";
  const path = linksIn(story).find((href) => href.endsWith("/report"));
  assert.ok(path, "no reply of the demo can be reported");
  const answer = await ask(path, new URLSearchParams({ kind: "rules", reason: "abuse", words }));
  assert.ok(answer.status < 400, "the report was not taken");
}

/** A list that has somebody with a hostile name no longer: what an editor says of it stands in a form. */
async function dropFromList({ data }: Server, [payload = ""]: readonly string[]): Promise<void> {
  const [stays, goes] = [
    { reference: "XDe.001", name: "Amber Brotherhood" },
    { reference: "XDe.002", name: `League of ${payload} Bratol` },
  ];
  const folder = await mkdtemp(join(tmpdir(), "dateline-list-"));
  try {
    const file = join(folder, "list.xml");
    for (const entries of [[stays, goes], [stays]]) {
      await writeFile(file, unXml(entries));
      await dateline(["register", "import", file, "--data", data]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

type FoundForm = {
  /** `POST /desk/me (name)` */
  readonly key: string;
  readonly form: PageForm;
  /** Whose it is. */
  readonly ask: Ask;
  /** The page it stands on; a form that only an answer holds has none. */
  readonly path?: string;
};

// Refusals of one form are alike: those of the first payloads show what other forms they hold.
const FIRST = 20;

async function attackForms(all: readonly FoundForm[], watched: Watch, { payloads, report }: Options) {
  const forms = all.filter(({ form }) => form.fields.some(isTyped));
  let sent = 0;
  for (let at = 0; at < forms.length; at++) {
    const found = forms[at];
    if (!found) break;
    let form = found.form;
    const before = sent;
    const isTaken = async (trial: Trial) => {
      const answer = await answerFrom(await send(found.ask, form, trial, sent));
      sent += 1;
      await watched.show({ ...answer, isAlone: ALONE.test(trial.payload) });
      const isRead = found.path !== undefined && answer.html !== "" && (answer.status < 400 || sent - before < FIRST);
      const there = isRead ? formsIn(answer.html, found.path ?? "") : [];
      for (const next of onlyThere(there, found)) if (!forms.some(({ key }) => key === next.key)) forms.push(next);
      const isTaken = answer.status < 400;
      const same = isTaken ? there.find((one) => keyOf(one) === found.key) : undefined;
      // One that was refused among others says nothing of the form; what it holds may have changed otherwise.
      if (isTaken || trial.only !== undefined) form = same ?? (await asItStandsNow(found)) ?? found.form;
      return isTaken;
    };
    for (const [turn, payload] of payloads.entries()) await attackForm(found.form, { payload, turn }, isTaken);
    report?.(`${at + 1}/${forms.length} ${found.key}, ${sent} sent`);
  }
  await watched.showRest();
  const met = new Set([...all, ...forms].map(({ form }) => lineOf(form)));
  return {
    forms: forms.map(({ key }) => key),
    fields: forms.reduce((sum, { form }) => sum + form.fields.filter(isTyped).length, 0),
    sent,
    unmet: ADDRESSES.filter((line) => line.startsWith("POST /desk/") && !met.has(line) && !OTHERWISE.has(line)),
  };
}

/** In every field at once; alone in one when that is not taken; and alone for what its other buttons do. Fields and buttons by turns. */
async function attackForm(
  { fields, buttons: [, ...others] }: PageForm,
  { payload, turn }: { readonly payload: string; readonly turn: number },
  isTaken: (trial: Trial) => Promise<boolean>,
): Promise<void> {
  const typed = [...new Set(fields.filter(isTyped).map(({ name }) => name))];
  const only = typed[turn % typed.length];
  const wasTaken = await isTaken({ payload });
  if (!wasTaken && typed.length > 1) await isTaken({ payload, only });
  const button = others[turn % Math.max(1, others.length)];
  if (button) await isTaken({ payload, only, button });
}

// --- Finding the forms ---

// A payload that wants to be alone in its window.
export const ALONE = /autofocus/i;
export const ADDRESSES = readFileSync(join("docs", "addresses.txt"), "utf8").trim().split("\n");

/** Asks for a page, or sends something to it. */
export type Ask = (path: string, body?: FormData | URLSearchParams | string) => Promise<Response>;

/** As a script would, whose requests cost a fraction of a browser's. */
export function askAt(home: string, cookie = ""): Ask {
  const headers = { origin: home, "accept-encoding": "identity", ...(cookie !== "" && { cookie }) };
  return (path, body) => fetch(home + path, { headers, ...(body !== undefined && { method: "POST", body }) });
}

function reading(ask: Ask): (path: string) => Promise<string | undefined> {
  return async (path) => {
    const response = await ask(path);
    const isPage = response.ok && (response.headers.get("content-type") ?? "").startsWith("text/html");
    const html = await response.text();
    return isPage ? html : undefined;
  };
}

/** One form of each kind, those without words too. */
async function formsAtTheDesk(ask: Ask): Promise<readonly FoundForm[]> {
  const read = reading(ask);
  const search = { path: "/en/search", html: (await read("/en/search")) ?? "" };
  const found = new Map<string, FoundForm>();
  for (const { path, html } of [...(await deskPages(read)), search]) {
    for (const form of formsIn(html, path)) {
      const key = keyOf(form);
      if (!found.has(key)) found.set(key, { key, path, form, ask });
    }
  }
  for (const form of OF_AN_APP) found.set(keyOf(form), { key: keyOf(form), form, ask });
  return [...found.values()];
}

/** What stands on the page of somebody who has an app for codes, or is about to. */
const OF_AN_APP: readonly PageForm[] = Object.entries({
  "/desk/me/app/code": ["code", "uri", "codes"],
  "/desk/me/app/remove": ["current"],
  "/desk/me/recovery-codes": ["current"],
}).map(([action, names]) => ({
  method: "post",
  action,
  isMultipart: false,
  fields: names.map((name) => ({ name, kind: "text", value: "" })),
  buttons: [],
}));

/** The forms before the gate, each in a browser in which nobody is signed in. */
async function formsOfGuests({ address, data }: Server): Promise<readonly FoundForm[]> {
  const words = ["staff", "invite", "new@strait.example", "--role", "reporter", "--name", "New"];
  const invited = await dateline([...words, "--data", data, "--json"]);
  const { link }: { link: string } = JSON.parse(invited.out);
  const found: FoundForm[] = [];
  for (const path of ["/desk/sign-in", "/desk/sign-in/code", new URL(link).pathname]) {
    const ask = askAt(address);
    const html = (await reading(ask)(path)) ?? "";
    for (const form of formsIn(html, path)) found.push({ key: keyOf(form), path, form, ask });
  }
  return found;
}

/** `POST /desk/me`: the line of the address book it is sent to. */
export function lineOf({ method, action }: PageForm): string {
  const [path = ""] = action.split(/[?#]/);
  const verb = method.toUpperCase();
  const lines = ADDRESSES.flatMap((line) => (line.startsWith(`${verb} `) ? [line.slice(verb.length + 1)] : []));
  return `${verb} ${addressOf(path, lines) ?? path}`;
}

function keyOf(form: PageForm): string {
  // The first word of a field's name: the rest may name an edition, a picture, or what was typed.
  const names = new Set([...form.fields.filter(isTyped), ...form.buttons].map(({ name }) => name.split(/[-\d]/)[0]));
  return `${lineOf(form)} (${[...names].join(", ")})`;
}

/** Forms that no page holds, only the answer to another: the second step of wire copy, the key of an app. */
function onlyThere(there: readonly PageForm[], { form, ask }: FoundForm): readonly FoundForm[] {
  return there.flatMap((one) => {
    const typed = one.fields.filter(isTyped);
    const isNew = typed.some(({ name }) => one.action !== form.action || !form.fields.some((own) => own.name === name));
    return isNew ? [{ key: keyOf(one), form: one, ask }] : [];
  });
}

async function asItStandsNow({ ask, path, key }: FoundForm): Promise<PageForm | undefined> {
  const html = path === undefined ? undefined : await reading(ask)(path);
  return html === undefined ? undefined : formsIn(html, path ?? "").find((form) => keyOf(form) === key);
}

/** One page of each kind, and each on which hostile words stand. */
async function publicPages(address: string): Promise<readonly string[]> {
  const all = await tour(address, { most: 300 });
  const hostile = all.filter(({ html }) => /xssRan|evil\.example/.test(html));
  return [...oneOfEachKind(all), ...hostile].map(({ path }) => path);
}

// --- Sending them ---

const TYPED = [
  "text",
  "textarea",
  "search",
  "url",
  "email",
  "tel",
  "password",
  "number",
  "date",
  "datetime-local",
  "color",
  "file",
];

function isTyped({ kind }: Field): boolean {
  return TYPED.includes(kind);
}

/** A payload in every field, or in one alone while the others hold what they may. */
type Trial = { readonly payload: string; readonly only?: string | undefined; readonly button?: Field };

export async function answerFrom(response: Response): Promise<Answer> {
  const { url: address, status } = response;
  const type = response.headers.get("content-type") ?? "";
  const isPage = type.startsWith("text/html");
  const isShown = isPage || type.startsWith("text/plain") || type.startsWith("application/json");
  const text = await response.text();
  const { "content-length": _, ...headers } = Object.fromEntries(response.headers);
  return { address, status, headers, html: isPage ? text : "", body: isShown ? text : "" };
}

// What is added once more is refused with its words shown: a hundred more editions would make every page slow.
const NEW_THINGS = 12;

async function send(ask: Ask, form: PageForm, trial: Trial, at: number): Promise<Response> {
  const data = new FormData();
  const button = trial.button ?? form.buttons[0];
  for (const field of [...form.fields, ...(button ? [button] : [])]) {
    const isHostile = isTyped(field) && (trial.only === undefined || trial.only === field.name);
    if (field.kind === "file") data.append(field.name, await pictureSaying(isHostile ? trial.payload : "A ferry", at));
    else data.append(field.name, isHostile ? trial.payload : filledIn(field, at % NEW_THINGS));
  }
  const words = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") words.append(name, value);
  if (form.method === "get") return ask(`${form.action.split("?")[0]}?${words}`);
  return ask(form.action, form.isMultipart ? data : words);
}

/** A picture whose name and whose camera say the payload. */
async function pictureSaying(payload: string, at: number): Promise<File> {
  const background = { r: at % 256, g: (at >> 8) % 256, b: 90 };
  const words = { ImageDescription: payload, Artist: payload, Copyright: payload, Software: payload };
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .withExif({ IFD0: words, IFD2: { UserComment: payload } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], `${payload}.jpg`, { type: "image/jpeg" });
}

// --- Addresses ---

// Of what there is to ask for, so many for each payload; by turns, so that each is asked many times.
const ADDRESSES_EACH = 3;

/** Addresses with a payload for one of their steps or as one of their parameters. */
async function askAddresses(ask: Ask, watched: Watch, { payloads }: Options): Promise<number> {
  const withSteps = ADDRESSES.flatMap((line) => (/^GET .*\{/.test(line) ? [line.slice("GET ".length)] : []));
  const { found: pages } = await walkedPages(reading(ask));
  const withParameters = pages.flatMap(({ html }) => linksIn(html)).filter((href) => /^\/[^?]*\?./.test(href));
  const ways = [...withSteps, ...new Set(withParameters.map((href) => href.replaceAll(/=[^&#]*/g, "=")))];
  let asked = 0;
  for (const [turn, payload] of payloads.entries()) {
    for (let each = 0; each < ADDRESSES_EACH; each++) {
      const way = ways[(turn * ADDRESSES_EACH + each) % ways.length] ?? "/";
      const said = encodeURIComponent(payload);
      const isEdition = way.split("{").length > 2;
      const path = way
        .replace("{edition}", isEdition ? "en" : said)
        .replaceAll(/\{\w+\}/g, said)
        .replaceAll(/=(?=&|#|$)/g, `=${said}`);
      await watched.show({ ...(await answerFrom(await ask(path))), isAlone: ALONE.test(payload) });
      asked += 1;
    }
  }
  await watched.showRest();
  return asked;
}

/** Addresses that no form of a page leads to: what is sent there and where, or why it is no words. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ["POST /desk/*", "answers that nothing is there"],
  ["POST /desk/paste", "below: what is pasted"],
  ["POST /desk/card", "below: addresses of cards"],
  ["POST /desk/sources.json", "below: names and addresses of sources"],
  ["POST /desk/replies/bans", "a button beside a ban"],
  ["POST /desk/wire/{item}/seen", "a button beside an alarm"],
  ["POST /desk/articles/{id}/left-out", "buttons beside what came by the wire and is not in a draft"],
  ["POST /desk/sources/{source}/fetch", "a button beside a source"],
  ["POST /desk/sources/{source}/look", "a button beside a source"],
  ["POST /desk/sources/{source}/readers", "a button beside a source"],
  ["POST /desk/withhold/{asking}/confirm", "a button beside what is to be withheld"],
  ["POST /desk/withhold/{asking}/drop", "a button beside what is to be withheld"],
  ["POST /desk/articles/{id}/copy", "below: an article in all its attributes"],
  ["POST /desk/articles/{id}/comparison", "below: two texts, their difference put into a page"],
  ["POST /desk/articles/{id}/set-aside", "below: the text that is given up"],
  ["POST /desk/articles/{id}/mentions", "below: the editor asks it of that article while it is open"],
  ["POST /desk/articles/{id}/here", "a number and a name made up by the editor, answered in JSON"],
  ["POST /desk/auth/passkey/verify-authentication", "what a key signs, answered in JSON"],
  ["POST /desk/auth/passkey/verify-registration", "what a key signs, answered in JSON"],
  ["POST /desk/articles/{article}/pre-flight/links", "a button where a text has links"],
  ["POST /desk/articles/{id}/comments/{comment}/resolve", "a button beside a comment"],
  ["POST /desk/articles/{id}/previews/{preview}/revoke", "a button beside a link"],
  ["POST /desk/front/{edition}/cancel", "a button beside an arrangement that waits"],
  ["POST /desk/house/mail/test", "a button where a mail server is set"],
  ["POST /desk/register/+changes/{change}", "buttons beside a change that waits"],
  ["POST /desk/jobs/{job}/revive", "a button beside work that was given up"],
  ["POST /desk/letters/{token}", "a word for the reader like that of the queue, on a page a letter leads to"],
  ["POST /desk/me/passkeys/{id}/remove", "a button beside a key"],
  ["POST /desk/me/sessions/{id}/end", "a button beside another browser"],
  ["POST /desk/me/sessions/end-others", "a button where there are others"],
  ["POST /desk/staff/{id}/restore", "a button beside somebody suspended"],
]);

// --- The dialogs of the editor ---

/** Every field of every dialog that a tool opens, filled in and taken. */
async function attackDialogs(ask: Ask, watched: Watch, payloads: readonly string[]): Promise<readonly string[]> {
  const path = await newArticle(ask, "What dialogs ask");
  return watched.within(path, async (page) => {
    const text = page.locator(".ProseMirror");
    await text.click();
    await page.keyboard.type("Words to be marked.");
    const tools = await page.locator("button[data-tool]").evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const tool = button.getAttribute("data-tool") ?? "";
        return document.querySelector(`#ask-${tool} input[name]`) ? [tool] : [];
      }),
    );
    // That of a picture opens on a picture; the hostile article has its words.
    const asking = tools.filter((tool) => tool !== "picture");
    for (const tool of asking) await page.evaluate(fillIn, { tool, payloads });
    return asking;
  });
}

/** Runs in the page: marks all of the text with each of them, by the dialog of that tool. */
async function fillIn({ tool, payloads }: { tool: string; payloads: readonly string[] }): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>(`#ask-${tool}`);
  const button = document.querySelector<HTMLButtonElement>(`button[data-tool="${tool}"]`);
  const form = dialog?.querySelector("form");
  if (!dialog || !button || !form) throw new Error(`${tool} has no dialog`);
  form.noValidate = true;
  const until = async (isSo: () => boolean) => {
    const end = performance.now() + 20_000;
    while (!isSo()) {
      if (performance.now() > end)
        throw new Error(`the dialog of ${tool} is ${dialog.open ? "open" : "closed"} for good`);
      await new Promise((done) => setTimeout(done));
    }
  };
  for (const payload of payloads) {
    document.querySelector<HTMLElement>(".ProseMirror")?.focus();
    document.execCommand("selectAll");
    button.click();
    await until(() => dialog.open);
    for (const field of dialog.querySelectorAll("input")) {
      field.value = payload;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    form.querySelector<HTMLButtonElement>('button[value="ok"]')?.click();
    await until(() => !dialog.open);
  }
}

async function newArticle(ask: Ask, headline: string): Promise<string> {
  const begun = await ask("/desk/articles/new", new URLSearchParams({ edition: "en", headline, original: "" }));
  const [path = ""] = /\/desk\/articles\/[\w-]{20,}/.exec(begun.url) ?? [];
  assert.notEqual(path, "", `"${headline}" was not begun: ${begun.status}`);
  return path;
}

// --- An article that holds all of them ---

/** Pasted, typed, and in everything an author can set: published, so that readers' pages hold them too; its pages. */
async function publishHostileArticle(
  { ask, desk }: { readonly ask: Ask; readonly desk: BrowserContext },
  watched: Watch,
  payloads: readonly string[],
): Promise<readonly string[]> {
  const path = await newArticle(ask, payloads[0] ?? "");
  const { pictures }: { pictures: readonly { id: string }[] } = await (await ask("/desk/pictures.json")).json();
  const media = pictures[0]?.id;
  const content: unknown[] = [];
  for (const payload of payloads)
    content.push(...(await pastedBlocks(ask, payload)), ...(await blocksSaying(ask, payload, media)));
  const text = {
    headline: payloads.slice(0, 3).join(" "),
    standfirst: payloads.slice(3, 9).join(" "),
    document: { type: "doc", content },
    dateline: { place: payloads[1] ?? "", date: "2026-11-20" },
    picture: null,
    authorIds: [],
  };
  const save = { from: 0, sitting: { id: "hostile", turn: 1 }, text };
  const saved = await ask(`${path}/copy`, JSON.stringify(save));
  assert.equal(saved.status, 200, `the hostile article was not kept: ${await saved.text()}`);
  const other = { ...text, headline: "Other words", document: { type: "doc", content: content.toReversed() } };
  const compared = await ask(`${path}/comparison`, JSON.stringify({ text: other }));
  const { html }: { html?: string } = await compared.json();
  assert.ok(html !== undefined && /<(?:ins|del)/.test(html), "the hostile article is compared with nothing");
  await watched.put("/desk/", html);
  assert.equal((await ask(`${path}/set-aside`, JSON.stringify({ text: other }))).status, 200);

  const page = await desk.newPage();
  page.on("dialog", (sure) => void sure.accept());
  await page.goto(`${path}/details`);
  for (const asked of await page.locator("input[name=accepted]").all()) await asked.check();
  const publish = page.locator("button[name=move][value=publish]");
  const blocked = async () => (await page.locator(".findings.block").allInnerTexts()).join("\n");
  assert.equal(await publish.count(), 1, `the hostile article cannot be published: ${await blocked()}`);
  await publish.click();
  await page.locator(".where", { hasText: "Published" }).waitFor();
  const slug = await page.locator("input[name=slug]").inputValue();
  assert.equal((await page.goto(`/en/${slug}`))?.status(), 200, "the hostile article is not out");
  await page.close();
  const atTheDesk = ["", "/details", "/comments", "/history", "/pre-flight"].map((part) => path + part);
  return [...atTheDesk, `/en/${slug}`, `/en/${slug}/print`];
}

async function pastedBlocks(ask: Ask, payload: string): Promise<readonly unknown[]> {
  const blocks: unknown[] = [];
  for (const data of [{ html: payload }, { html: `<p title='x'>${payload}</p>` }, { text: payload }]) {
    const { document }: { document: { content: unknown[] } } = await (
      await ask("/desk/paste", JSON.stringify(data))
    ).json();
    blocks.push(...document.content);
  }
  return blocks;
}

/** The payload as words and in every attribute of the schema. */
async function blocksSaying(ask: Ask, payload: string, media: string | undefined): Promise<readonly unknown[]> {
  await ask("/desk/card", JSON.stringify({ address: payload }));
  const added = await ask("/desk/sources.json", JSON.stringify({ name: payload.trim() || "x", url: payload }));
  const { id: source }: { id?: string } = added.ok ? await added.json() : {};
  const said = (...marks: readonly unknown[]) => [{ type: "text", text: payload, marks }];
  const line = (...marks: readonly unknown[]) => ({ type: "paragraph", content: said(...marks) });
  const spoken = { speaker: payload, office: payload, source: source ?? null };
  return [
    line(),
    { type: "heading", attrs: { level: 2 }, content: said() },
    line({ type: "link", attrs: { href: payload, title: payload } }),
    ...(source === undefined ? [] : [line({ type: "citation", attrs: { source } })]),
    line({ type: "quotation", attrs: spoken }),
    line({ type: "event", attrs: { date: payload, precision: payload } }),
    line({
      type: "mention",
      attrs: { organisation: payload, typed: { words: payload, as: ` (${payload})` }, decision: null },
    }),
    { type: "blockquote", attrs: spoken, content: [line()] },
    { type: "pull_quote", content: said() },
    { type: "picture", attrs: { media, alt: payload, credit: payload }, content: said() },
    { type: "embed", attrs: { url: payload, title: payload, description: payload } },
    { type: "embed", attrs: { url: "https://strait.example/x", title: payload, description: payload } },
  ];
}
