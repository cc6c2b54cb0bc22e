/**
 * Below a story, for those with JavaScript: brings what helps to write once somebody begins to, and says when there are new
 * replies. Reading needs none of it. Nothing is asked with a cookie.
 */

const AGAIN_MS = 5_000;

const form = document.querySelector<HTMLFormElement>("#reply-form[data-writing]");
const story = document.querySelector(".reading .body");
if (form) {
  let begun: Promise<Writing> | undefined;
  const begin = () => {
    begun ??= import(form.dataset["writing"] ?? "");
    return begun;
  };
  const write = () => void begin().then(({ write }) => write(form));
  form.addEventListener("focusin", write, { once: true });
  if (localStorage.getItem(`reply:${form.getAttribute("action")}`)) write();
  if (story) {
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      if (chosen && !chosen.isCollapsed && story.contains(chosen.anchorNode))
        void begin().then(({ offer }) => offer(form, story));
    });
  }
}

export type Writing = typeof import("./writing.ts");

/** Names whose replies this browser folds away: known to it alone. */
const FOLDED = "folded";
const talk = document.querySelector<HTMLElement>("#replies[data-folds]");

function names(): string[] {
  try {
    return JSON.parse(localStorage.getItem(FOLDED) ?? "[]");
  } catch {
    return []; // somebody else's words under our name: as if there were none
  }
}

function refold(): void {
  if (!talk) return;
  const says: Readonly<Record<"fold" | "show", string>> = JSON.parse(talk.dataset["folds"] ?? "{}");
  const folded = names();
  for (const reply of talk.querySelectorAll(".reply:not(.gone)")) {
    const name = reply.querySelector(".name")?.textContent ?? "";
    const isFolded = folded.includes(name);
    let button = reply.querySelector<HTMLButtonElement>(".act button");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.addEventListener("click", () => {
        const now = names();
        const others = now.filter((one) => one !== name);
        localStorage.setItem(FOLDED, JSON.stringify(others.length < now.length ? others : [...now, name]));
        refold();
      });
      reply.querySelector(".act")?.append(" ", button);
    }
    button.textContent = says[isFolded ? "show" : "fold"].replace("{n}", () => name);
    button.setAttribute("aria-expanded", String(!isFolded));
    reply.classList.toggle("muted", isFolded);
  }
}
refold();

const list = document.querySelector<HTMLElement>("#replies[data-live]");
const button = list?.querySelector<HTMLButtonElement>(".new-replies");
if (list && button) {
  let listening: AbortController | undefined;
  const forms: Readonly<Record<string, string>> = JSON.parse(list.dataset["new"] ?? "{}");
  const { lang } = document.documentElement;

  const tell = (shown: number) => {
    const many = shown - Number(list.dataset["count"]);
    button.hidden = many < 1;
    const form = forms[new Intl.PluralRules(lang).select(many)] ?? forms["other"] ?? "";
    button.textContent = form.replace("{n}", new Intl.NumberFormat(lang).format(many));
  };

  const listen = async () => {
    listening = new AbortController();
    const { signal } = listening;
    try {
      const answer = await fetch(list.dataset["live"] ?? "", { signal, credentials: "omit" });
      // Too many readers already: the page is whole without it.
      if (answer.status !== 200 || !answer.body) return;
      const lines = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let read = await lines.read(); !read.done; read = await lines.read()) {
        const shown = /data: (\d+)\n\n$/.exec(read.value)?.[1];
        if (shown) tell(Number(shown));
      }
    } catch {
      // the line broke, or the reader looks elsewhere: it is tried again while they look
    }
    if (!signal.aborted) setTimeout(look, AGAIN_MS * (1 + Math.random()));
  };

  let isNear = false;
  const look = () => {
    listening?.abort();
    if (isNear && !document.hidden) void listen();
  };
  document.addEventListener("visibilitychange", look);
  new IntersectionObserver((seen) => {
    const near = seen.some(({ isIntersecting }) => isIntersecting);
    if (near !== isNear) {
      isNear = near;
      look();
    }
  }).observe(list);

  button.addEventListener("click", async () => {
    const answer = await fetch(location.pathname, { credentials: "omit" });
    const fresh = new DOMParser()
      .parseFromString(await answer.text(), "text/html")
      .querySelector<HTMLElement>("#replies");
    if (!fresh) return;
    const first = put(fresh, list);
    list.dataset["count"] = fresh.dataset["count"] ?? "";
    button.hidden = true;
    refold();
    // It may stand on a later page.
    if (first) first.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    else location.assign(fresh.querySelector<HTMLAnchorElement>("a.more[href*=after]")?.href ?? location.href);
  });
}

/** Puts each new reply where the fresh page has it, and leaves everything else as it stands; answers the first. */
function put(fresh: HTMLElement, list: HTMLElement): Element | undefined {
  let first: Element | undefined;
  let threads = list.querySelector(".threads");
  const theirs = fresh.querySelector(".threads");
  if (!threads && theirs) {
    list.querySelector(":scope > .quiet")?.remove();
    threads = document.createElement("ol");
    threads.className = "threads";
    list.querySelector(".new-replies")?.before(threads);
  }
  for (const thread of theirs?.children ?? []) {
    const added = [...thread.querySelectorAll(".reply")].find(({ id }) => !document.getElementById(id));
    if (!added) continue;
    const known = document.getElementById(thread.querySelector(".reply")?.id ?? "")?.closest(".threads > li");
    for (const folded of known?.querySelectorAll("details[open]") ?? [])
      thread.querySelector("details")?.toggleAttribute("open", folded.matches(".folded"));
    if (known) known.replaceWith(thread.cloneNode(true));
    else threads?.append(thread.cloneNode(true));
    first ??= document.getElementById(added.id) ?? undefined;
  }
  const count = fresh.querySelector("h2 .count");
  const here = list.querySelector("h2 .count");
  if (count && here) here.replaceWith(count.cloneNode(true));
  else if (count) list.querySelector("h2")?.append(count.cloneNode(true));
  return first;
}
