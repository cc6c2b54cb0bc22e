/**
 * Hostile words through every door of the desk: each form that its links lead to, pasted copy, the editor's own doors,
 * names of files and what cameras write into pictures. Answers and pages are opened in a browser that is watched.
 */
import assert from "node:assert/strict";
import type { APIRequestContext, APIResponse, Browser, BrowserContext } from "playwright-core";
import sharp from "sharp";
import type { Server } from "./browser.ts";
import { signedIn } from "./colleague.ts";
import { type Field, filledIn, formsIn, linksIn, type PageForm } from "./forms.ts";
import { oneOfEachKind, tour } from "./tour.ts";
import { type Watch, watch } from "./watch.ts";

export type Figures = {
  readonly payloads: number;
  readonly forms: readonly string[];
  readonly fields: number;
  /** Forms sent, each with a payload in one field or in all of them. */
  readonly sent: number;
  readonly answersOpened: number;
  readonly pagesOpened: number;
  /** What ran, was called from elsewhere or came to stand as markup, in sentences; empty when all is well. */
  readonly signs: readonly string[];
};

type Options = {
  readonly payloads: readonly string[];
  readonly report?: (line: string) => void;
};

export async function attack(browser: Browser, server: Server, options: Options): Promise<Figures> {
  const desk = await signedIn(
    browser,
    server,
    { name: "Ada", role: "administrator" },
    { baseURL: server.address, extraHTTPHeaders: { origin: server.address } },
  );
  const watched = await watch(desk, server.address);
  await publishHostileArticle(desk, options.payloads);
  const attacked = await attackForms(desk.request, watched, options);

  const atTheDesk = [...(await deskPages(desk.request)).keys()];
  const pages = [...new Set([...atTheDesk, ...(await publicPages(server.address))])];
  for (const path of pages) await watched.open(path);
  await desk.close();
  return { ...attacked, payloads: options.payloads.length, pagesOpened: pages.length, signs: watched.signs() };
}

type FoundForm = {
  readonly key: string;
  /** The page it stands on; a form that only an answer holds has none. */
  readonly path?: string;
  readonly form: PageForm;
};

async function attackForms(request: APIRequestContext, watched: Watch, { payloads, report }: Options) {
  const forms = await formsAtTheDesk(request);
  let [sent, answersOpened] = [0, 0];
  for (let at = 0; at < forms.length; at++) {
    const found = forms[at];
    if (!found) break;
    for (const trial of trialsOf(found.form.fields, payloads)) {
      const form = (await asItStandsNow(request, found)) ?? found.form;
      const answer = await send(request, form, trial, sent);
      const html = await watched.read(answer);
      answersOpened += await watched.show(answer, html);
      for (const next of formsOnlyIn(html, found)) if (!forms.some(({ key }) => key === next.key)) forms.push(next);
      await answer.dispose();
      sent += 1;
    }
    report?.(`${at + 1}/${forms.length} ${found.key}, ${sent} sent`);
  }
  const fields = forms.reduce((sum, { form }) => sum + form.fields.filter(isTyped).length, 0);
  return { forms: forms.map(({ key }) => key), fields, sent, answersOpened };
}

// --- Finding the forms ---

const EACH_KIND = 2;
// What anybody may open, beside the desk.
const PUBLIC_FORMS = ["/en/search", "/desk/sign-in"];

/** Pages of the desk that links lead to, at most two of each kind, with their HTML. */
async function deskPages(request: APIRequestContext): Promise<ReadonlyMap<string, string>> {
  const waiting = ["/desk/"];
  const kinds = new Map<string, number>([["/desk/", 1]]);
  const pages = new Map<string, string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await request.get(path);
    const isHtml = (response.headers()["content-type"] ?? "").startsWith("text/html");
    const html = isHtml && response.ok() ? await response.text() : "";
    if (html === "") continue;
    pages.set(path, html);
    for (const href of linksIn(html)) {
      const next = href.split(/[?#]/)[0] ?? "";
      const seen = kinds.get(kindOf(next)) ?? 0;
      if (!next.startsWith("/desk/") || seen >= EACH_KIND || waiting.includes(next) || pages.has(next)) continue;
      kinds.set(kindOf(next), seen + 1);
      waiting.push(next);
    }
  }
  return pages;
}

/** An address without what names one thing among its like. */
function kindOf(path: string): string {
  const [, desk, first, second, ...rest] = path.split("/");
  const isNamed = first === "house" && rest.length > 0;
  // A name or a designation of an organisation, and a new one of either: `names/+`.
  const isPart = first === "register" && rest.length > 1;
  const steps = rest.map((step, at) => {
    if (isPart) return at === 0 || step === "+" ? step : "*";
    return at === 0 || (isNamed && at === 1) || /^[\w-]{20,}$/.test(step) ? "*" : step;
  });
  const isFixed = first === "house" || second === "new" || second?.startsWith("+");
  return ["", desk, first, isFixed ? second : "*", ...steps].join("/");
}

async function formsAtTheDesk(request: APIRequestContext): Promise<FoundForm[]> {
  const pages = new Map(await deskPages(request));
  for (const path of PUBLIC_FORMS) pages.set(path, await (await request.get(path)).text());
  const found = new Map<string, FoundForm>();
  for (const [path, html] of pages) {
    for (const form of formsIn(html, path)) {
      const key = keyOf(form);
      if (form.fields.some(isTyped) && !found.has(key)) found.set(key, { key, path, form });
    }
  }
  return [...found.values()];
}

function keyOf({ method, action, fields, buttons }: PageForm): string {
  const names = new Set(
    [...fields.filter(isTyped), ...buttons].map(({ name }) => name.replaceAll(/[\da-f-]{20,}|\d+/g, "*")),
  );
  return `${method} ${kindOf(action.split("?")[0] ?? "")} (${[...names].join(", ")})`;
}

/** Forms that no page holds, only the answer to another: the second step of wire copy. */
function formsOnlyIn(html: string, { path, form }: FoundForm): readonly FoundForm[] {
  if (html === "" || path === undefined) return [];
  const others = formsIn(html, form.action).filter((one) => one.action === form.action && one.fields.some(isTyped));
  return others.flatMap((one) => {
    const isOther = !one.fields.every(({ name }) => form.fields.some((own) => own.name === name));
    return isOther ? [{ key: `answer of ${kindOf(form.action)}`, form: one }] : [];
  });
}

async function asItStandsNow(request: APIRequestContext, { path, key }: FoundForm): Promise<PageForm | undefined> {
  if (path === undefined) return undefined;
  const response = await request.get(path);
  const html = await response.text();
  await response.dispose();
  return formsIn(html, path).find((form) => keyOf(form) === key);
}

/** One page of each kind, and each on which hostile words stand. */
async function publicPages(address: string): Promise<readonly string[]> {
  const all = await tour(address);
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
type Trial = { readonly payload: string; readonly only?: string };

/** Every field meets every payload among others, and by turns alone, so that a form takes it. */
function trialsOf(fields: readonly Field[], payloads: readonly string[]): readonly Trial[] {
  const typed = [...new Set(fields.filter(isTyped).map(({ name }) => name))];
  return payloads.flatMap((payload, at) => {
    const only = typed[at % typed.length];
    return only === undefined ? [{ payload }] : [{ payload }, { payload, only }];
  });
}

async function send(request: APIRequestContext, form: PageForm, trial: Trial, at: number): Promise<APIResponse> {
  const data = new FormData();
  const button = form.buttons[at % Math.max(1, form.buttons.length)];
  for (const field of [...form.fields, ...(button ? [button] : [])]) {
    const isHostile = isTyped(field) && (trial.only === undefined || trial.only === field.name);
    if (field.kind === "file") data.append(field.name, await pictureSaying(isHostile ? trial.payload : "A ferry", at));
    else data.append(field.name, isHostile ? trial.payload : filledIn(field, at));
  }
  const [address = "", query = ""] = form.action.split("?");
  if (form.method === "get") {
    const typed = [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
    return request.get(`${address}?${new URLSearchParams(typed)}`);
  }
  const to = query === "" ? address : `${address}?${query}`;
  return request.post(to, form.isMultipart ? { multipart: data } : { form: data });
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

// --- An article that holds all of them ---

/** Pasted, typed, and in everything an author can set: published, so that readers' pages hold them too. */
async function publishHostileArticle(desk: BrowserContext, payloads: readonly string[]): Promise<void> {
  const { request } = desk;
  const begun = await request.post("/desk/articles/new", {
    form: { edition: "en", headline: payloads[0] ?? "", original: "" },
  });
  const [, id = ""] = /\/desk\/articles\/([\w-]+)/.exec(begun.url()) ?? [];
  assert.notEqual(id, "", `the hostile article was not begun: ${begun.status()}`);
  const content: unknown[] = [];
  for (const payload of payloads)
    content.push(...(await pastedBlocks(request, payload)), ...(await blocksSaying(request, payload)));
  const text = {
    headline: payloads.slice(0, 3).join(" "),
    standfirst: payloads.slice(3, 9).join(" "),
    document: { type: "doc", content },
    dateline: { place: payloads[1] ?? "", date: "2026-11-20" },
    picture: null,
    authorIds: [],
  };
  const saved = await request.post(`/desk/articles/${id}/copy`, {
    data: { from: 0, sitting: { id: "hostile", turn: 1 }, text },
  });
  assert.equal(saved.status(), 200, `the hostile article was not kept: ${await saved.text()}`);

  const page = await desk.newPage();
  page.on("dialog", (sure) => void sure.accept());
  await page.goto(`/desk/articles/${id}/details`);
  for (const asked of await page.locator("input[name=accepted]").all()) await asked.check();
  const publish = page.locator("button[name=move][value=publish]");
  const blocked = async () => (await page.locator(".findings.block").allInnerTexts()).join("\n");
  assert.equal(await publish.count(), 1, `the hostile article cannot be published: ${await blocked()}`);
  await publish.click();
  await page.locator(".where", { hasText: "Published" }).waitFor();
  const slug = await page.locator("input[name=slug]").inputValue();
  assert.equal((await page.goto(`/en/${slug}`))?.status(), 200, "the hostile article is not out");
  await page.close();
}

async function pastedBlocks(request: APIRequestContext, payload: string): Promise<readonly unknown[]> {
  const blocks: unknown[] = [];
  for (const data of [{ html: payload }, { html: `<p title='x'>${payload}</p>` }, { text: payload }]) {
    const { document }: { document: { content: unknown[] } } = await (
      await request.post("/desk/paste", { data })
    ).json();
    blocks.push(...document.content);
  }
  return blocks;
}

/** The payload as words and in every attribute of the schema. */
async function blocksSaying(request: APIRequestContext, payload: string): Promise<readonly unknown[]> {
  await request.post("/desk/card", { data: { address: payload } });
  const added = await request.post("/desk/sources", { data: { name: payload.trim() || "x", url: payload } });
  const { id: source }: { id?: string } = added.ok() ? await added.json() : {};
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
    { type: "embed", attrs: { url: payload, title: payload, description: payload } },
    { type: "embed", attrs: { url: "https://strait.example/x", title: payload, description: payload } },
  ];
}
