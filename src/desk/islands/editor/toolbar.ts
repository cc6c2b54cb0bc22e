/** The toolbar: one stop for Tab, arrows inside it, Escape back to the text; a tool that is on says so. */
import type { Editor } from "@tiptap/core";
import { TOOLS, type ToolName } from "../../writing/tools.ts";

type Use = (name: ToolName) => void;

export function wakeToolbar(
  bar: HTMLElement,
  editor: Editor,
  use: Use,
  isOn: (name: ToolName) => boolean | undefined,
): void {
  const buttons = [...bar.querySelectorAll("button")];
  const focusOn = (button: HTMLButtonElement | undefined) => {
    if (!button) return;
    for (const one of buttons) one.tabIndex = one === button ? 0 : -1;
    button.focus();
  };
  for (const [at, button] of buttons.entries()) {
    button.tabIndex = at === 0 ? 0 : -1;
    button.addEventListener("click", () => use(toolOf(button)));
    // Pressing a button with a pointer leaves the cursor in the text.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
  }
  bar.addEventListener("keydown", (event) => {
    const at = [...bar.querySelectorAll<Element>("button")].indexOf(document.activeElement ?? bar);
    if (event.key === "Escape") editor.commands.focus();
    const to = stepOf(event.key, at, buttons.length, getComputedStyle(bar).direction === "rtl");
    if (to === undefined) return;
    event.preventDefault();
    focusOn(buttons[to]);
  });
  const show = () => {
    for (const button of buttons) {
      const pressed = isOn(toolOf(button));
      if (pressed !== undefined) button.setAttribute("aria-pressed", String(pressed));
    }
  };
  editor.on("transaction", show);
  show();
  bar.hidden = false;
}

/** To the tool that was used last, or the first. */
export function enterToolbar(bar: HTMLElement): void {
  bar.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
}

function stepOf(key: string, at: number, count: number, isRightToLeft: boolean): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (at + (isRightToLeft ? count - 1 : 1)) % count;
    case "ArrowLeft":
      return (at + (isRightToLeft ? 1 : count - 1)) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function toolOf(button: HTMLButtonElement): ToolName {
  const tool = TOOLS.find(({ name }) => name === button.dataset["tool"]);
  if (!tool) throw new Error(`"${button.dataset["tool"]}" is no tool`);
  return tool.name;
}
