/**
 * Below a story, for those with JavaScript: brings what helps to write once somebody begins to, and says when there are new
 * replies. Reading needs none of it. Nothing is asked with a cookie.
 */
import { listenFor, putNew, tellOfNew } from "./threads.ts";

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
  listenFor(list, list.dataset["live"] ?? "", (shown) => {
    tellOfNew(button, { many: shown - Number(list.dataset["count"]), says: list.dataset["new"] ?? "{}" });
  });

  button.addEventListener("click", async () => {
    const answer = await fetch(location.pathname, { credentials: "omit" });
    const fresh = new DOMParser()
      .parseFromString(await answer.text(), "text/html")
      .querySelector<HTMLElement>("#replies");
    if (!fresh) return;
    const first = putNew(fresh, list);
    list.dataset["count"] = fresh.dataset["count"] ?? "";
    button.hidden = true;
    refold();
    // It may stand on a later page.
    if (first) first.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
    else location.assign(fresh.querySelector<HTMLAnchorElement>("a.more[href*=after]")?.href ?? location.href);
  });
}
