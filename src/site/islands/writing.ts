/**
 * Helps to write a reply: the work before it is done while its writer types, every word is kept in the browser until the
 * reply has arrived, and what stands in its way is said in place. The form does all of it alone, in more steps.
 */

type Solved = { readonly token: string; readonly answer: string };
type Said = Readonly<
  Record<"working" | "sending" | "kept" | "offline" | "back" | "failed" | "answer" | "about" | "drop", string>
>;

// Longer than any phone works; then the sum is asked for instead.
const PATIENCE_MS = 12_000;
const FIELDS = ["name", "email", "text", "quote", "kind", "tell"] as const;

export function write(form: HTMLFormElement): void {
  if (form.dataset["begun"] === "yes") return;
  form.dataset["begun"] = "yes";
  const said: Said = JSON.parse(form.dataset["words"] ?? "{}");
  const isSum = form.elements.namedItem("answer") !== null;
  let isBusy = false;
  let tries = 0;
  let work: Promise<Solved | undefined> | undefined;
  const begin = () => {
    if (!isSum) work ??= solved(form);
  };

  if (!isSum && putBack(form)) say(form, isUnsent(form) ? said.back : said.kept);
  form.addEventListener("input", () => {
    begin();
    keep(form);
  });

  async function send(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    keep(form, true);
    begin();
    say(form, said.working);
    const token = await work;
    say(form, said.sending);
    const body = new URLSearchParams(entriesOf(form));
    if (token) for (const [name, value] of Object.entries(token)) body.set(name, value);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.redirected || answer.status === 409) {
        forget(form);
        location.assign(answer.redirected ? answer.url : "/replies/mine");
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const isAskedForSum = page.querySelector("[name=answer]") !== null;
      // A token that was too old, or spent by a neighbour of this page: the work is done anew, once.
      if (isAskedForSum && !isSum && tries++ === 0) {
        work = undefined;
        isBusy = false;
        await send();
        return;
      }
      show(form, page);
    } catch {
      if (!token) work = undefined;
      say(form, navigator.onLine ? said.failed : said.offline);
      isBusy = false;
    }
  }

  form.addEventListener("submit", (event) => {
    // A preview is a page of its own, and a link by letter another way.
    if (event.submitter?.hasAttribute("name")) return;
    event.preventDefault();
    void send();
  });
  addEventListener("online", () => {
    if (form.isConnected && isUnsent(form) && form.checkValidity()) void send();
  });
}

/** A button beside chosen words of the story, which then stand above the reply. */
export function offer(form: HTMLFormElement, story: Element): void {
  const said: Said = JSON.parse(form.dataset["words"] ?? "{}");
  const sentence = chosenIn(story);
  let button = document.querySelector<HTMLButtonElement>(".to-sentence");
  if (sentence === "") return void button?.remove();
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "to-sentence";
    button.textContent = said.answer;
    document.body.append(button);
    // A press must not take the choice away before it is read.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      quote(form, chosenIn(story) || sentence);
      document.querySelector(".to-sentence")?.remove();
    });
  }
}

function quote(form: HTMLFormElement, sentence: string): void {
  const said: Said = JSON.parse(form.dataset["words"] ?? "{}");
  let field = form.elements.namedItem("quote");
  if (!(field instanceof HTMLInputElement)) {
    field = document.createElement("input");
    field.setAttribute("type", "hidden");
    field.setAttribute("name", "quote");
    form.append(field);
  }
  field.setAttribute("value", sentence);
  form.querySelector(".chosen")?.remove();
  const shown = document.createElement("div");
  shown.className = "chosen";
  const [about, words, drop] = ["p", "blockquote", "button"].map((name) => document.createElement(name));
  if (!about || !words || !drop) return;
  about.textContent = said.about;
  words.textContent = sentence;
  words.dir = "auto";
  words.className = "of-article";
  drop.textContent = said.drop;
  drop.className = "plain";
  drop.setAttribute("type", "button");
  drop.addEventListener("click", () => {
    field.remove();
    shown.remove();
    keep(form);
  });
  shown.append(about, words, drop);
  form.querySelector("textarea")?.closest("p")?.before(shown);
  write(form);
  keep(form);
  form.querySelector("textarea")?.focus();
}

/** The chosen words without the labels that stand in them, which are ours. */
function chosenIn(story: Element): string {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return "";
  const range = chosen.getRangeAt(0);
  if (!story.contains(range.commonAncestorContainer)) return "";
  const part = range.cloneContents();
  for (const label of part.querySelectorAll(".label, .cite, sup")) label.remove();
  return (part.textContent ?? "").replaceAll(/\s+/g, " ").trim().slice(0, 600);
}

/** Asks for a token and works at it; nothing when either fails, and then there is a sum. */
async function solved(form: HTMLFormElement): Promise<Solved | undefined> {
  try {
    const answer = await fetch(`${form.getAttribute("action")}/challenge`, { method: "POST" });
    const asked: { token: string; bits: number } = await answer.json();
    const worker = new Worker(form.dataset["work"] ?? "");
    const found = await new Promise<string | undefined>((done) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => done(undefined);
      setTimeout(done, PATIENCE_MS);
      worker.postMessage(asked);
    });
    worker.terminate();
    return found === undefined ? undefined : { token: asked.token, answer: found };
  } catch {
    return undefined; // offline, or no workers here: what is sent without a token is met with the sum
  }
}

/** What the server says takes the form's place: a sentence above it, or the last step. */
function show(form: HTMLFormElement, page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>("main .reply-form")];
  const [first] = forms;
  if (!first) {
    location.reload();
    return;
  }
  for (const name of ["writing", "work", "words"]) first.dataset[name] ??= form.dataset[name] ?? "";
  form.replaceWith(...forms);
  write(first);
  const answer = first.querySelector<HTMLElement>("[name=answer]");
  const problem = first.querySelector<HTMLElement>("[role=alert]");
  problem?.setAttribute("tabindex", "-1");
  (answer ?? problem)?.focus();
}

function say(form: HTMLFormElement, sentence: string): void {
  let line = form.querySelector<HTMLElement>(".script-says");
  if (!line) {
    line = document.createElement("p");
    line.className = "script-says";
    line.setAttribute("role", "status");
    form.append(line);
  }
  line.textContent = sentence;
}

// What is typed, kept for the next time this page is opened here.

const placeOf = (form: HTMLFormElement) => `reply:${form.getAttribute("action")}`;

function entriesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
}

function keep(form: HTMLFormElement, isSent = false): void {
  try {
    localStorage.setItem(placeOf(form), JSON.stringify({ ...Object.fromEntries(entriesOf(form)), isSent }));
  } catch {
    // a browser that keeps nothing: the form still holds what was typed
  }
}

function kept(form: HTMLFormElement): Readonly<Record<string, string | boolean>> {
  try {
    return JSON.parse(localStorage.getItem(placeOf(form)) ?? "{}");
  } catch {
    return {}; // not ours, or not whole
  }
}

function isUnsent(form: HTMLFormElement): boolean {
  return kept(form)["isSent"] === true;
}

function forget(form: HTMLFormElement): void {
  localStorage.removeItem(placeOf(form));
}

/** Whether words from before are in the form again; what is in it already stays. */
function putBack(form: HTMLFormElement): boolean {
  const words = kept(form);
  const text = form.elements.namedItem("text");
  if (!(text instanceof HTMLTextAreaElement) || text.value.trim() !== "" || !words["text"]) return false;
  for (const name of FIELDS) {
    const [field, value] = [form.elements.namedItem(name), words[name]];
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value !== undefined;
    else if (isTyped(field) && typeof value === "string") field.value = value;
    else if (name === "quote" && typeof value === "string" && value !== "") quote(form, value);
  }
  return true;
}

function isTyped(field: Element | RadioNodeList | null): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
