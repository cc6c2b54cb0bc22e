/** The queue of replies by keyboard: the cards one after another, chosen, decided and taken back without the mouse. */

const queue = document.querySelector<HTMLFormElement>("form[data-queue]");
const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")];
const help = document.querySelector<HTMLElement>("#keys");
const switchOfKeys = document.querySelector<HTMLInputElement>("[data-keys-on]");

// WCAG 2.1.4: who speaks to their machine can turn keys of one letter off.
const KEPT_AS = "reply-keys";
const KEYS_OFF = "off";
if (switchOfKeys) {
  switchOfKeys.checked = localStorage.getItem(KEPT_AS) !== KEYS_OFF;
  switchOfKeys.addEventListener("change", () => {
    localStorage.setItem(KEPT_AS, switchOfKeys.checked ? "on" : KEYS_OFF);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (switchOfKeys?.checked === false) return;
  const act = actOf(event.key);
  if (!act) return;
  event.preventDefault();
  act();
});

// Where one was before the page came back with the decision.
if (queue) cards[0]?.focus({ preventScroll: true });

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function actOf(key: string): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => refuse(Number(key) - 1);
  switch (key) {
    case "j":
      return () => go(1);
    case "k":
      return () => go(-1);
    case "x":
      return () => choose();
    case "a":
      return () => decide("shown");
    case "u":
      return () => document.querySelector<HTMLButtonElement>('[data-key="undo"]')?.click();
    case "o":
      return () => current()?.querySelector<HTMLAnchorElement>("a[data-open]")?.click();
    case "n":
      return () => document.querySelector<HTMLAnchorElement>("a[data-next]")?.click();
    case "/":
      return () => document.querySelector<HTMLInputElement>("#words")?.focus();
    case "?":
      return () => help?.togglePopover();
    default:
      return undefined;
  }
}

function current(): HTMLElement | undefined {
  return cards.find((card) => card.contains(document.activeElement));
}

function go(step: number): void {
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[Math.min(cards.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function choose(): void {
  const box = boxOf(current());
  if (box) box.checked = !box.checked;
}

function boxOf(card: HTMLElement | undefined): HTMLInputElement | undefined {
  return card?.querySelector<HTMLInputElement>('input[name="reply"]') ?? undefined;
}

/** What is chosen, or the card one stands on when nothing is. */
function decide(act: "shown" | "refused"): void {
  const button = queue?.querySelector<HTMLButtonElement>(`button[value="${act}"]`);
  if (!queue || !button) return;
  const isChosen = queue.querySelector('input[name="reply"]:checked, #all:checked') !== null;
  const box = boxOf(current());
  if (!isChosen && box) box.checked = true;
  queue.requestSubmit(button);
}

function refuse(reason: number): void {
  const choice = queue?.querySelector<HTMLSelectElement>("#reason");
  if (!choice || reason >= choice.options.length) return;
  choice.selectedIndex = reason;
  decide("refused");
}
