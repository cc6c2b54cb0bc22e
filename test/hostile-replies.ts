/**
 * Hostile words through every field of the forms readers have: each form of theirs that a page holds, the last step, the
 * link of a letter, reports and appeals. Their answers, and every page the words stand on, are opened in a browser the width
 * of a phone's.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import type { Server } from "./browser.ts";
import { signedIn } from "./colleague.ts";
import { formsIn, linksIn } from "./forms.ts";
import { ADDRESSES, ALONE, type Ask, answerFrom, askAt, lineOf } from "./hostile.ts";
import type { Mailbox } from "./mailbox.ts";
import { solved } from "./sums.ts";
import { until } from "./until.ts";
import { type Watch, watch } from "./watch.ts";

export type ReaderFigures = {
  readonly payloads: number;
  /** `POST /{edition}/{slug}/replies name`, each of them hostile once at least for every payload or by turns. */
  readonly fields: readonly string[];
  /** Forms sent with one of them in a field, or in all. */
  readonly sent: number;
  /** Replies kept, the words of a payload in them. */
  readonly kept: number;
  readonly letters: number;
  readonly pagesOpened: number;
  /** What ran, was called from elsewhere, stood as markup or broke a page, in sentences; empty when all is well. */
  readonly signs: readonly string[];
  /** Fields of forms that were seen on the way and were sent nothing hostile, and addresses of forms that were not sent. */
  readonly unmet: readonly string[];
};

type Options = { readonly payloads: readonly string[]; readonly report?: (line: string) => void };

type Fields = Readonly<Record<string, string>>;

const PHONE = 390;
const STORY = "/en/outer-quay";
const ALL = `${STORY}/replies`;
const LONGEST_NAME = 80;
const LONGEST_REPLY = 5_000;

export async function attackReaders(
  browser: Browser,
  server: Server,
  mailbox: Mailbox,
  { payloads, report = () => {} }: Options,
): Promise<ReaderFigures> {
  const context = await signedIn(browser, server, { name: "Mona", role: "administrator" }, { baseURL: server.address });
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const watched = await watch(context, server.address, { tell: (sign) => report(`SEEN: ${sign}`), width: PHONE });
  const parser = await context.newPage();
  const tried = newTrial({ server, watched, parser, desk: askAt(server.address, cookies), mailbox });
  await openTheGates(tried);

  const device = await tried.newDevice("Known Reader");
  await tried.decideAll("shown");
  const [, first = ""] = new RegExp(`${ALL}/([0-9a-f-]{36})/report`).exec(await tried.get(STORY)) ?? [];
  for (const [turn, payload] of payloads.entries()) {
    await attackForm(tried, payload);
    await writeAs(tried, { ...device, first }, payload, turn);
    await writeAnew(tried, payload, turn);
    await attackAddresses(tried, { ...device, first }, payload);
    if (turn % 20 === 19) report(`${turn + 1} of ${payloads.length}: ${tried.sent()} sent`);
  }
  await followLetters(tried, payloads);
  report(`${mailbox.letters.length} letters followed`);
  await reportAndAppeal(tried, payloads, report);
  report(`all are out, ${tried.sent()} sent`);
  await look(tried, report);
  await watched.showRest();
  await context.close();
  return { ...tried.figures(), payloads: payloads.length, signs: [...watched.signs(), ...tried.signs()] };
}

/** So many replies to one story are a surge, which would slow them. */
async function openTheGates({ desk }: Trial): Promise<void> {
  const path = "/desk/house/replies";
  const form = formsIn(await desk(path), path).find(({ method, action }) => method === "post" && action === path);
  assert.ok(form, "the house asks nothing of replies");
  const fields = Object.fromEntries(
    [...form.fields, ...form.buttons.slice(0, 1)].map(({ name, value }) => [name, value]),
  );
  await desk(path, { ...fields, surgeAt: "0" });
}

// A page that differs from one that was seen by its token and its sum alone need not be seen again.
const CHANCE = /name="token" value="[^"]*"|<label for="reply-answer">[^<]*/g;

// --- One after another ---

type Trial = ReturnType<typeof newTrial>;

type World = {
  readonly server: Server;
  readonly watched: Watch;
  readonly parser: Page;
  readonly desk: Ask;
  readonly mailbox: Mailbox;
};

function newTrial({ server, watched, parser, desk, mailbox }: World) {
  const seen = new Set<string>();
  const sentTo = new Set<string>();
  const own: string[] = [];
  const replies = new Map<string, string>();
  let sent = 0;
  const known = new Set<string>();
  let opened = 0;
  let letters = 0;

  /** Forms of readers that stand on a page, whatever has led to it. */
  function noteForms(html: string, path: string): void {
    for (const form of formsIn(html, path)) {
      const line = lineOf(form);
      if (!line.startsWith("POST ") || line.startsWith("POST /desk/")) continue;
      for (const { name } of [...form.fields, ...form.buttons]) seen.add(`${line} ${name}`);
    }
  }

  async function show(response: Response, payload: string): Promise<string> {
    const answer = await answerFrom(response);
    if (answer.status >= 500) own.push(`${answer.address} was answered ${answer.status}`);
    // It shows nothing, and leads to what is looked at by itself.
    if (answer.status === 204 || (answer.status >= 300 && answer.status < 400)) return "";
    noteForms(answer.html, new URL(answer.address).pathname);
    const page = createHash("sha256").update(answer.html.replaceAll(CHANCE, "")).digest("base64");
    if (answer.html !== "" && known.has(page)) return answer.html;
    known.add(page);
    opened += 1;
    await watched.show({ ...answer, isAlone: ALONE.test(payload) });
    return answer.html;
  }

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(server.address + path, {
      ...init,
      redirect: "manual",
      headers: { origin: server.address, "accept-encoding": "identity", ...init.headers },
    });

  return {
    show,
    letters: mailbox.letters,
    /** A page as a reader gets it. */
    async get(path: string, payload = ""): Promise<string> {
      return show(await ask(path), payload);
    },
    ask,
    /** A feed, as an XML parser reads it. */
    async parse(text: string, path: string): Promise<void> {
      const fault = await parser.evaluate(
        (xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent,
        text,
      );
      if (fault) own.push(`${path} is no XML: ${fault}`);
    },
    /** Sends a form; its answer is shown where it is a page. `only` names what is hostile in it. */
    async post(path: string, fields: Fields, payload: string, cookie = "") {
      const line = lineOf({ method: "post", action: path, isMultipart: false, fields: [], buttons: [] });
      for (const [name, value] of Object.entries(fields))
        if (value !== "" && value.includes(payload.slice(0, 20))) sentTo.add(`${line} ${name}`);
      sent += 1;
      const response = await ask(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: cookie === "" ? {} : { cookie },
      });
      const location = response.headers.get("location") ?? "";
      if (response.headers.get("set-cookie")?.includes("evil")) own.push(`${path} sets a cookie of a payload's`);
      const html = response.status === 303 ? "" : await show(response, payload);
      return {
        status: response.status,
        location,
        html,
        cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "",
      };
    },
    async desk(path: string, fields?: Fields): Promise<string> {
      const response = await desk(path, fields && new URLSearchParams(fields));
      assert.ok(response.status < 400, `the desk answers ${response.status} to ${path}`);
      return response.text();
    },
    /** A page of the desk, looked at. */
    async seeDesk(path: string): Promise<string> {
      return show(await desk(path), "");
    },
    /** A device whose first reply waits for a moderator. */
    async newDevice(name: string): Promise<{ cookie: string; mine: string }> {
      const fields = { name, email: "", text: `${name} was there.` };
      const step = await ask(ALL, { method: "POST", body: new URLSearchParams(fields) });
      const { token, answer } = solved(await step.text());
      const done = await ask(ALL, { method: "POST", body: new URLSearchParams({ ...fields, token, answer }) });
      assert.equal(done.status, 303, "a harmless reply is not taken");
      return {
        cookie: (done.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
        mine: pathOf(done.headers.get("location") ?? ""),
      };
    },
    /** Everything that waits, leaf by leaf, each leaf looked at. */
    async decideAll(to: "shown" | "refused"): Promise<number> {
      let decided = 0;
      for (;;) {
        const html = await show(await desk("/desk/replies"), "");
        const cards = [...html.matchAll(/name="reply" value="([^"]+)"/g)].map(([, id = ""]) => id);
        if (cards.length === 0) return decided;
        const body = new URLSearchParams({ list: "held", words: "", do: to, reason: "abuse", note: "Please be kind." });
        for (const card of cards) body.append("reply", card);
        const answer = await desk("/desk/replies", body);
        assert.ok(answer.ok, `the desk answers ${answer.status} to a decision`);
        await answer.text();
        decided += cards.length;
      }
    },
    keep: (mine: string, name: string) => void replies.set(mine, name),
    mines: () => [...replies.keys()],
    countLetter: () => {
      letters += 1;
    },
    wrong: (sentence: string) => void own.push(sentence),
    signs: () => own,
    sent: () => sent,
    figures: () => ({
      fields: [...sentTo].toSorted(),
      sent,
      kept: replies.size,
      letters,
      pagesOpened: opened,
      unmet: [
        ...[...seen].filter((field) => !sentTo.has(field) && !NO_WORDS.test(field)),
        ...unsentTo(sentTo),
      ].toSorted(),
    }),
  };
}

// Fields a browser fills in by itself, with what is asked for as a step or by a whole form elsewhere in this file.
const NO_WORDS = /^POST \/wire\//;

/** Addresses readers' forms are sent to, by the address book. */
function unsentTo(sentTo: ReadonlySet<string>): readonly string[] {
  const lines = ADDRESSES.filter((line) => line.startsWith("POST ") && line.includes("/replies"));
  const own = lines.filter((line) => !line.startsWith("POST /desk/"));
  return own.filter((line) => ![...sentTo].some((field) => field.startsWith(`${line} `)));
}

function pathOf(location: string): string {
  return location.split("?")[0] ?? "";
}

// --- What is tried with each of them ---

const HARMLESS: Fields = {
  name: "Ada Reader",
  email: "ada@readers.example",
  text: "I was there.",
  quote: "",
  parent: "",
};

/** The form and its last step, hostile in all fields and in each alone. */
async function attackForm({ post }: Trial, payload: string): Promise<void> {
  const names = ["name", "email", "text", "quote", "parent", "kind", "tell", "do", "token", "answer"];
  await post(ALL, Object.fromEntries(names.map((name) => [name, payload])), payload);
  for (const name of names) await post(ALL, { ...HARMLESS, [name]: payload }, payload);
  await post(ALL, { ...HARMLESS, name: payload, text: payload, email: payload, do: "preview" }, payload);
  await post(ALL, { ...HARMLESS, email: payload, do: "mail" }, payload);
}

/** A name and a text the form takes, as much of the payload in them as may be. */
function takenOf(payload: string, turn: number): Fields {
  const name = payload.slice(0, LONGEST_NAME);
  return { ...HARMLESS, email: "", name, text: `${payload}`.slice(0, LONGEST_REPLY - 20) || `Nothing, ${turn}` };
}

/** `first`: a reply of its own that is shown. */
type Device = { readonly cookie: string; readonly mine: string; readonly first: string };

/** As one whose replies are shown at once: a reply, an answer to it, a correction. */
async function writeAs(
  { post, keep }: Trial,
  { cookie, mine, first }: Device,
  payload: string,
  turn: number,
): Promise<void> {
  const fields: Fields = { ...takenOf(payload, turn), parent: turn % 2 === 0 ? first : "" };
  let done = await post(ALL, fields, payload, cookie);
  // A name nobody sees, or of somebody here, is refused; the words are tried all the same.
  if (done.status !== 303) done = await post(ALL, { ...fields, name: `Reader ${turn}` }, payload, cookie);
  if (done.status !== 303) return;
  keep(`${mine} ${turn}`, fields["name"] ?? "");
  await post(ALL, { ...fields, name: `Reader ${turn}`, kind: "correction" }, payload, cookie);
}

/** As somebody new: the sum, with the payload for its answer first; then the reply is changed into the payload. */
async function writeAnew({ post, get, keep }: Trial, payload: string, turn: number): Promise<void> {
  const usual = takenOf(payload, turn);
  let fields: Fields = { ...usual, email: `reader.${turn}@readers.example`, tell: "yes" };
  let step = await post(ALL, fields, payload);
  const again = solved(step.html);
  step = await post(ALL, { ...fields, token: again.token, answer: payload }, payload);
  let { token, answer } = solved(step.html);
  let done = await post(ALL, { ...fields, token, answer }, payload);
  if (done.status !== 303) {
    fields = { ...fields, name: `Reader ${turn}`, text: usual["text"] ?? "" };
    ({ token, answer } = solved((await post(ALL, fields, payload)).html));
    done = await post(ALL, { ...fields, token, answer }, payload);
  }
  if (done.status !== 303) {
    fields = { ...fields, text: `Reader ${turn} changes it.` };
    ({ token, answer } = solved((await post(ALL, fields, payload)).html));
    done = await post(ALL, { ...fields, token, answer }, payload);
  }
  assert.equal(done.status, 303, "a reply of somebody new is not taken");
  const mine = pathOf(done.location);
  keep(mine, fields["name"] ?? "");
  const id = idOn(await get(mine, payload));
  await post(
    mine,
    { do: `edit ${id}`, text: payload.repeat(Math.ceil((LONGEST_REPLY + 1) / Math.max(1, payload.length))) },
    payload,
  );
  await post(mine, { do: `edit ${id}`, text: payload }, payload);
  await post(mine, { do: payload, sure: payload, text: payload, words: payload }, payload);
  const mailed = { ...takenOf(payload, turn), email: `door.${turn}@readers.example`, do: "mail" };
  const asked = await post(ALL, mailed, payload);
  if (asked.status !== 200) await post(ALL, { ...mailed, name: `Reader ${turn}`, text: `Words of ${turn}.` }, payload);
}

function idOn(mine: string): string {
  return /id="reply-([0-9a-f-]{36})"/.exec(mine)?.[1] ?? "";
}

/** Addresses with a payload for a step or a parameter, and those no page has a form for. */
async function attackAddresses(
  { post, get, seeDesk }: Trial,
  { cookie, mine }: Device,
  payload: string,
): Promise<void> {
  const said = encodeURIComponent(payload.toWellFormed());
  for (const path of [
    `${ALL}?after=${said}&order=${said}`,
    `${ALL}/write?kind=${said}&sentence=${said}`,
    `/en/search?q=${said}`,
  ])
    await get(path, payload);
  // Longer ones no server takes.
  if (said.length < 2_000) {
    for (const path of [`${ALL}/${said}`, `${ALL}/${said}/history`, `${ALL}/${said}/report`, `/replies/mine/${said}`])
      await get(path, payload);
    for (const path of ["/replies/confirm", "/replies/door", "/replies/letters", "/replies/reports"]) {
      await get(`${path}/${said}`, payload);
      await post(`${path}/${said}`, { do: payload, name: payload, text: payload, words: payload }, payload);
    }
  }
  await post("/replies/mine", { email: payload }, payload);
  await post(`${ALL}/challenge`, { token: payload }, payload);
  await post("/replies/push/here", { token: payload }, payload);
  await post(`${mine}/push`, { subscription: payload, act: payload }, payload, cookie);
  const keys = { p256dh: payload, auth: payload };
  await post(`${mine}/push`, { subscription: JSON.stringify({ endpoint: payload, keys }), act: "on" }, payload, cookie);
  await seeDesk(`/desk/replies?words=${said}&list=${said}`);
}

/** Behind the links of letters: what was typed stands there, and may be typed anew. */
async function followLetters(trial: Trial, payloads: readonly string[]): Promise<void> {
  const { letters, get, post, keep, countLetter, wrong } = trial;
  await until(
    "the letters of the doors are there",
    () => payloads.every((_, turn) => letterTo(trial, `door.${turn}`) !== undefined),
    600_000,
  );
  for (const { raw } of letters)
    if (/evil\.example|xssRan/.test(raw.split(/\r\n\r\n/, 1)[0] ?? ""))
      wrong(`a letter's head holds a payload: ${raw.slice(0, 300)}`);
  for (const [turn, payload] of payloads.entries()) {
    const path = /\/replies\/door\/[^\s]+/.exec(letterTo(trial, `door.${turn}`)?.text ?? "")?.[0] ?? "";
    const confirm = /\/replies\/confirm\/[^\s]+/.exec(letterTo(trial, `reader.${turn}`)?.text ?? "")?.[0];
    await get(path, payload);
    const fields = takenOf(payload, turn);
    const attempts: readonly Fields[] = [
      { name: "", text: payload },
      { name: payload.repeat(2).padEnd(LONGEST_NAME + 1, "x"), text: payload },
      fields,
      { ...fields, name: `Reader ${turn}` },
      { name: `Reader ${turn}`, text: "By letter." },
    ];
    let done = { status: 0, location: "" };
    for (const attempt of attempts) if (done.status !== 303) done = await post(path, attempt, payload);
    assert.equal(done.status, 303, "a reply by letter is not taken");
    keep(pathOf(done.location), fields["name"] ?? "");
    countLetter();
    if (confirm === undefined) continue;
    await get(confirm, payload);
    await post(confirm, { do: payload }, payload);
  }
}

function letterTo({ letters }: Trial, box: string) {
  return letters.find(({ to }) => to.includes(`${box}@readers.example`));
}

/** All that waits is refused, appealed against in hostile words, and shown; one that is shown is reported in hostile words. */
async function reportAndAppeal(
  trial: Trial,
  payloads: readonly string[],
  report: (line: string) => void,
): Promise<void> {
  const { get, ask, post, desk, seeDesk, decideAll, mines } = trial;
  report(`${await decideAll("refused")} cards refused`);
  let turn = 0;
  for (const mine of mines().filter((one) => !one.includes(" "))) {
    const payload = payloads[turn++ % payloads.length] ?? "";
    const id = idOn(await get(mine, payload));
    await get(`${mine}/${id}/statement`, payload);
    JSON.parse(await (await ask(`${mine}/${id}/statement.json`)).text());
    await post(mine, { do: `appeal ${id}`, words: payload }, payload);
    await get(mine, payload);
    JSON.parse(await (await ask(`${mine}/everything.json`)).text());
  }
  report(`${turn} appeals`);
  report(`${await decideAll("shown")} cards shown`);
  const [reported = ""] = linksIn(await get(STORY)).filter((href) => href.endsWith("/report"));
  const owns: string[] = [];
  for (const payload of payloads) {
    const all = { kind: "unlawful", reason: payload, words: payload, law: payload, name: payload, email: payload };
    await post(reported, { ...all, kind: payload, faith: payload }, payload);
    await post(reported, { ...all, faith: "" }, payload);
    const done = await post(reported, { ...all, reason: "abuse", email: "eve@readers.example", faith: "yes" }, payload);
    // Nothing is left of some once they are cleaned.
    const kept = done.status === 303 ? done : await post(reported, { ...all, kind: "rules", email: "" }, payload);
    if (kept.status === 303) owns.push(pathOf(kept.location));
    await get(pathOf(kept.location) || reported, payload);
  }
  await decideReports(trial, payloads);
  for (const [at, own] of owns.entries()) {
    const payload = payloads[at % payloads.length] ?? "";
    await get(own, payload);
    await post(own, { words: payload }, payload);
    await get(own, payload);
  }
  await seeDesk("/desk/replies/reports");
  await desk("/desk/replies/reports");
}

async function decideReports({ seeDesk, desk }: Trial, payloads: readonly string[]): Promise<void> {
  for (let turn = 0; ; ) {
    const ids = [...(await seeDesk("/desk/replies/reports")).matchAll(/name="report" value="([^"]+)"/g)].map(
      ([, id = ""]) => id,
    );
    if (ids.length === 0) return;
    for (const id of ids) {
      const note = payloads[turn++ % payloads.length] ?? "";
      await desk("/desk/replies/reports", { report: id, do: "dismissed", [`note-${id}`]: note });
    }
  }
}

// --- Looking at what has come of them ---

const FEEDS = ["/feed.xml", "/atom.xml", "/feed.json"];
// What would turn, hide or pile up over what stands beside it; a page of ours has none of it.
const NEVER = /[\0\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|\p{M}{5}/u;

/** Every page of the story's replies in every order, each reply's own, with its history and report; the desk's lists and leaves. */
async function look(trial: Trial, report: (line: string) => void): Promise<void> {
  const { get, ask, seeDesk, wrong } = trial;
  const ids = new Set<string>();
  const read = async (path: string) => {
    const html = await get(path);
    const strange = NEVER.exec(html.replaceAll(/<textarea[\s\S]*?<\/textarea>/g, ""));
    if (strange)
      wrong(`${path} holds ${JSON.stringify(html.slice(Math.max(0, strange.index - 60), strange.index + 60))}`);
    for (const [, id = ""] of html.matchAll(/id="reply-([0-9a-f-]{36})"/g)) ids.add(id);
    return html;
  };
  for (const first of [STORY, ALL, `${ALL}?order=newest`, `${ALL}?order=featured`]) {
    const seen = new Set<string>();
    for (let path: string | undefined = first; path !== undefined && !seen.has(path); ) {
      seen.add(path);
      const html: string = await read(path);
      path = linksIn(html).find((href) => href.startsWith(`${ALL}?after=`) && !seen.has(href));
    }
  }
  report(`${ids.size} replies are shown`);
  for (const id of ids) {
    const thread = await read(`${ALL}/${id}`);
    if (thread.includes(`${ALL}/${id}/history`)) await read(`${ALL}/${id}/history`);
    await read(`${ALL}/${id}/report`);
    await seeDesk(`/desk/replies/${id}`);
  }
  for (const path of [`${STORY}/print`, "/en/", "/en/replies", `${ALL}/write`]) await read(path);
  for (const feed of FEEDS) {
    const text = await (await ask(`${ALL}${feed}`)).text();
    const strange = NEVER.exec(text);
    if (strange)
      wrong(`${feed} holds ${JSON.stringify(text.slice(Math.max(0, strange.index - 60), strange.index + 60))}`);
    if (feed.endsWith(".json")) JSON.parse(text);
    else await trial.parse(text, feed);
  }
  for (const list of ["held", "shown", "refused", "withdrawn"]) {
    const seen = new Set<string>();
    for (let path: string | undefined = `/desk/replies?list=${list}`; path !== undefined && !seen.has(path); ) {
      seen.add(path);
      const html: string = await seeDesk(path);
      path = linksIn(html).find(
        (href) => href.startsWith(`/desk/replies?list=${list}`) && href.includes("before=") && !seen.has(href),
      );
    }
  }
}
