/** A page as somebody without a mouse meets it: where Tab leads, in which order, and whether it shows. */
import type { Page } from "playwright-core";

// A page of the desk has some hundred places; far more means that Tab goes round in a circle.
const MOST_STOPS = 600;

/** What is wrong with the way of Tab through the page from its beginning to its end, in sentences. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(beginAgain);
  const faults: string[] = [];
  const reached: number[] = [];
  for (let stops = 0; ; stops++) {
    if (stops === MOST_STOPS) return [...faults, `Tab has found no end after ${MOST_STOPS} places`];
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopNow);
    // After the last place comes the window, and then the first place again.
    if (stop === null || (reached.length > 1 && stop.place === reached[0])) break;
    // A day has its month, its year and its calendar inside.
    if (stop.place === reached.at(-1)) continue;
    if (reached.includes(stop.place)) return [...faults, `Tab goes round: ${stop.what} is reached twice`];
    reached.push(stop.place);
    faults.push(...stop.faults.map((fault) => `${stop.what} ${fault}`));
  }
  return [...faults, ...(await page.evaluate(leftOut, reached))];
}

type Stop = { readonly place: number; readonly what: string; readonly faults: readonly string[] };

/** Runs in the page: puts the focus before its first element and remembers everything that can be operated. */
function beginAgain(): void {
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable=true]",
  );
  const operable = [...all].filter((element) => {
    if (element.matches(":disabled, [type=hidden]") || element.closest("[inert]")) return false;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("dialog:not([open])")) return false;
    // Of buttons that exclude each other Tab reaches the one that is chosen; arrows reach the others.
    if (element instanceof HTMLInputElement && element.type === "radio") {
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)];
      return element === (group.find((one) => one.form === element.form && one.checked) ?? group[0]);
    }
    // One place of a toolbar is in the way of Tab, and its arrows lead to the others.
    return element.tabIndex >= 0;
  });
  const looks = new Map(operable.map((element) => [element, lookOf(element)]));
  Reflect.set(window, "operable", { operable, looks });
  Reflect.set(window, "lookOf", lookOf);
  (document.activeElement as HTMLElement | null)?.blur();
  window.scrollTo(0, 0);
  getSelection()?.removeAllRanges();

  function lookOf(element: Element): string {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecoration } =
      getComputedStyle(element);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecoration].join();
  }
}

/** Runs in the page: where the focus is, and what is wrong with it there. */
function stopNow(): Stop | null {
  const { operable, looks }: { operable: HTMLElement[]; looks: Map<Element, string> } = Reflect.get(window, "operable");
  const lookOf: (element: Element) => string = Reflect.get(window, "lookOf");
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return null;
  const name = at.getAttribute("aria-label") ?? at.textContent?.trim().replaceAll(/\s+/g, " ").slice(0, 40) ?? "";
  const what = `<${at.localName}${at.id && ` id=${at.id}`}${at.getAttribute("name") ? ` name=${at.getAttribute("name")}` : ""}> ${name}`;
  const faults: string[] = [];
  const place = operable.indexOf(at);
  if (place < 0) faults.push("is reached and was not to be operated");
  if (at.tabIndex > 0) faults.push("is out of its order by a tabindex");
  if (looks.get(at) === lookOf(at)) faults.push("does not show that it has the focus");
  // A link that runs over two lines has a place between them that is not its own.
  const { top, bottom, left, right } = at.getClientRects()[0] ?? at.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    faults.push("is out of sight when it has the focus");
  else {
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    const above = document.elementFromPoint(x, y);
    const isOwn = above !== null && (at.contains(above) || above.contains(at) || above.closest("label")?.contains(at));
    if (!isOwn)
      faults.push(
        `is covered by <${above?.localName}${above?.className && ` class=${above.className}`}> when it has the focus`,
      );
  }
  return { place: place < 0 ? -1 - Math.random() : place, what, faults };
}

/** Runs in the page: what Tab did not reach, and what stands elsewhere than where it is read. */
function leftOut(reached: readonly number[]): string[] {
  const { operable }: { operable: HTMLElement[] } = Reflect.get(window, "operable");
  const told = (element: HTMLElement) =>
    `<${element.localName}> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)} ${element.getAttribute("name") ?? ""}`;
  const faults = operable.flatMap((element, at) =>
    reached.includes(at) ? [] : [`${told(element)} is not reached by Tab`],
  );
  for (const [index, at] of reached.entries()) {
    const before = reached[index - 1];
    if (before !== undefined && at < before) {
      const element = operable[at];
      if (element) faults.push(`${told(element)} comes after what follows it`);
    }
    const [one, next] = [operable[before ?? -1], operable[at]].map((element) => element?.getBoundingClientRect());
    const isColumn = one && next && one.left < next.right && next.left < one.right;
    const element = operable[at];
    // What is fixed to the window has no place on the page.
    if (isColumn && next.bottom <= one.top && element && !isFixed(element) && !isFixed(operable[before ?? -1])) {
      faults.push(`${told(element)} stands above what comes before it`);
    }
  }
  return faults;

  function isFixed(element: Element | null | undefined): boolean {
    for (let one: Element | null = element ?? null; one; one = one.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(one).position)) return true;
    }
    return false;
  }
}
