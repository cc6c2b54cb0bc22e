/** How a list of replies hears of new ones and takes them in: on our own pages, and on those that carry our replies. */

const AGAIN_MS = 5_000;

/** Hears how many replies there are while somebody looks at `list`; answers how to stop. */
export function listenFor(list: Element, address: string, tell: (shown: number) => void): () => void {
  let listening: AbortController | undefined;
  let isNear = false;
  let isOver = false;

  async function listen(): Promise<void> {
    listening = new AbortController();
    const { signal } = listening;
    try {
      const answer = await fetch(address, { signal, credentials: "omit" });
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
  }

  function look(): void {
    listening?.abort();
    if (isNear && !isOver && !document.hidden) void listen();
  }

  const watcher = new IntersectionObserver((seen) => {
    const near = seen.some(({ isIntersecting }) => isIntersecting);
    if (near === isNear) return;
    isNear = near;
    look();
  });
  document.addEventListener("visibilitychange", look);
  watcher.observe(list);
  return () => {
    isOver = true;
    watcher.disconnect();
    document.removeEventListener("visibilitychange", look);
    look();
  };
}

/** `says` are the forms of the sentence, as JSON, in the language of the replies. */
export function tellOfNew(button: HTMLButtonElement, { many, says }: { many: number; says: string }): void {
  const forms: Readonly<Record<string, string>> = JSON.parse(says);
  const lang = button.closest<HTMLElement>("[lang]")?.lang;
  button.hidden = many < 1;
  const form = forms[new Intl.PluralRules(lang).select(many)] ?? forms["other"] ?? "";
  button.textContent = form.replace("{n}", new Intl.NumberFormat(lang).format(many));
}

/** Puts each new reply where the fresh list has it, and leaves everything else as it stands; answers the first. */
export function putNew(fresh: Element, list: Element): Element | undefined {
  const known = (id: string) => list.querySelector(`[id="${CSS.escape(id)}"]`);
  let first: Element | undefined;
  let threads = list.querySelector(".threads");
  const theirs = fresh.querySelector(".threads");
  if (!threads && theirs) {
    list.querySelector(":scope > .none")?.remove();
    threads = document.createElement("ol");
    threads.className = "threads";
    list.querySelector(".new-replies")?.before(threads);
  }
  for (const thread of theirs?.children ?? []) {
    const added = [...thread.querySelectorAll(".reply")].find(({ id }) => !known(id));
    if (!added) continue;
    const here = known(thread.querySelector(".reply")?.id ?? "")?.closest(".threads > li");
    for (const folded of here?.querySelectorAll("details[open]") ?? [])
      thread.querySelector("details")?.toggleAttribute("open", folded.matches(".folded"));
    if (here) here.replaceWith(thread.cloneNode(true));
    else threads?.append(thread.cloneNode(true));
    first ??= known(added.id) ?? undefined;
  }
  const count = fresh.querySelector("h2 .count");
  const shown = list.querySelector("h2 .count");
  if (count && shown) shown.replaceWith(count.cloneNode(true));
  else if (count) list.querySelector("h2")?.append(count.cloneNode(true));
  return first;
}
