/** The choice of a source in a dialog: those of the text, those found by a word, or a new one. */
import type { SourceName } from "../../writing/copy-data.ts";
import { type Asked, ask, dialogNamed } from "./dialogs.ts";

const known = new Map<string, string>();

// Long enough for a word to be typed, short enough not to be waited for.
const PAUSE_MS = 250;

/** Makes the search in every dialog that asks for a source. */
export function offerSources(sources: readonly SourceName[]): void {
  for (const { id, name } of sources) known.set(id, name);
  for (const search of document.querySelectorAll<HTMLInputElement>("[data-finds=source]")) {
    const select = search.closest("fieldset")?.querySelector("select");
    if (!select) continue;
    let pause: ReturnType<typeof setTimeout> | undefined;
    search.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(async () => fill(select, await found(search.value.trim())), PAUSE_MS);
    });
    search.addEventListener("keydown", (event) => {
      // Enter in a search field would send the dialog.
      if (event.key === "Enter") event.preventDefault();
    });
  }
}

/** As `ask`, for a dialog with a source among its fields; a new source is in the ledger when this answers. */
export async function askWithSource(name: string, values: Readonly<Record<string, string>>): Promise<Asked> {
  const select = dialogNamed(name).querySelector("select");
  const offered = await found("");
  const chosen = values["source"] ?? "";
  if (select) fill(select, [...(chosen === "" ? [] : [{ id: chosen, name: known.get(chosen) ?? chosen }]), ...offered]);
  const asked = await ask(name, values);
  if (asked.does !== "ok" || !asked.values["source-name"]) return asked;
  const source = await added(asked.values["source-name"], asked.values["source-url"] ?? "");
  return { ...asked, values: { ...asked.values, source } };
}

async function found(words: string): Promise<readonly SourceName[]> {
  try {
    const response = await fetch(`/desk/sources.json?words=${encodeURIComponent(words)}`);
    if (!response.ok) return [];
    const sources: readonly SourceName[] = await response.json();
    for (const { id, name } of sources) known.set(id, name);
    return sources;
  } catch {
    return []; // offline: those of the text are still offered
  }
}

async function added(name: string, url: string): Promise<string> {
  try {
    const response = await fetch("/desk/sources.json", { method: "POST", body: JSON.stringify({ name, url }) });
    if (!response.ok) return "";
    const source: SourceName = await response.json();
    known.set(source.id, source.name);
    return source.id;
  } catch {
    return ""; // offline: the words are marked, their source is asked for by the pre-flight
  }
}

function fill(select: HTMLSelectElement, sources: readonly SourceName[]): void {
  const [nothing] = select.options;
  const chosen = select.value;
  const once = new Map(sources.map(({ id, name }) => [id, name]));
  if (chosen !== "" && known.has(chosen)) once.set(chosen, known.get(chosen) ?? chosen);
  select.replaceChildren(...(nothing ? [nothing] : []), ...[...once].map(([id, name]) => new Option(name, id)));
  select.value = once.has(chosen) ? chosen : ([...once.keys()][0] ?? "");
}
