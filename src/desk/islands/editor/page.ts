/** The fields of the page round the body: read as a text, filled from one, and what the page says of where the words are. */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { type CopyData, TIME, WHO } from "../../writing/copy-data.ts";
import type { Chosen } from "./choosing.ts";
import type { Shown } from "./keeping.ts";

/** An element the page was printed with. */
export function part<Part extends HTMLElement = HTMLElement>(id: string): Part {
  const element = document.querySelector<Part>(`#${id}`);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const LINES = ["headline", "standfirst", "place", "day", "picture", "alt", "caption"] as const;

function wordsIn(name: (typeof LINES)[number]): string {
  return part<Field>(name).value.replaceAll(/\s*\n\s*/g, " ");
}

export function textFromPage(body: DocumentJson): ArticleText {
  const [place, date] = [wordsIn("place"), wordsIn("day")];
  const picture = part<HTMLInputElement>("no-picture").checked ? "" : wordsIn("picture");
  return {
    headline: wordsIn("headline"),
    standfirst: wordsIn("standfirst"),
    document: body,
    dateline: place === "" && date === "" ? null : { place, date },
    picture: picture === "" ? null : { id: picture, alt: wordsIn("alt"), caption: wordsIn("caption") },
    authorIds: [...new Set(authorFields().map(({ value }) => value))].filter((id) => id !== ""),
  };
}

/** Fills every field but the body. */
export function textIntoPage(
  { headline, standfirst, dateline, picture, authorIds }: ArticleText,
  pictures: ReadonlyMap<string, string>,
): void {
  const values: Readonly<Record<(typeof LINES)[number], string>> = {
    headline,
    standfirst,
    place: dateline?.place ?? "",
    day: dateline?.date ?? "",
    picture: picture?.id ?? "",
    alt: picture?.alt ?? "",
    caption: picture?.caption ?? "",
  };
  for (const name of LINES) part<Field>(name).value = values[name];
  for (const [at, id] of [...authorIds, ""].entries()) {
    const field = authorFields()[at] ?? oneMoreAuthor();
    if (field) field.value = id;
  }
  for (const field of authorFields().slice(authorIds.length)) field.value = "";
  showLeadPicture(pictures);
}

/** Makes the choice of the lead picture work, and shows the one that is chosen. */
export function wakeLeadPicture(
  pictures: Map<string, string>,
  choose: () => Promise<Chosen | undefined>,
  changed: () => void,
): void {
  const button = part<HTMLButtonElement>("picture-choose");
  button.hidden = false;
  part("picture-picks").remove();
  button.addEventListener("click", async () => {
    const picture = await choose();
    if (!picture) return;
    pictures.set(picture.id, picture.src);
    part<Field>("picture").value = picture.id;
    for (const name of ["alt", "caption"] as const) part<Field>(name).value = picture[name];
    part<HTMLInputElement>("no-picture").checked = false;
    showLeadPicture(pictures);
    changed();
  });
  part("no-picture").addEventListener("change", () => showLeadPicture(pictures));
}

function showLeadPicture(pictures: ReadonlyMap<string, string>): void {
  const id = part<Field>("picture").value;
  const isOff = id === "" || part<HTMLInputElement>("no-picture").checked;
  const image = part<HTMLImageElement>("picture-shown");
  const src = pictures.get(id);
  if (src !== undefined) image.src = src;
  image.hidden = isOff || src === undefined;
  part("picture-words").hidden = isOff;
  part("picture-off").hidden = id === "";
}

/** Calls `changed` for every change of a field, and keeps a place free for one more author. */
export function watchFields(changed: () => void): void {
  const form = part<HTMLFormElement>("copy");
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLElement && event.target.closest("#body-editor")) return;
    if (authorFields().at(-1)?.value) oneMoreAuthor();
    changed();
  });
  for (const name of ["headline", "standfirst"] as const) {
    part(name).addEventListener("keydown", (event) => {
      // A headline is one line: Enter goes on to what comes next.
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      (name === "headline" ? part("standfirst") : document.querySelector<HTMLElement>("#body-text"))?.focus();
    });
  }
}

function authorFields(): HTMLSelectElement[] {
  return [...part("copy").querySelectorAll<HTMLSelectElement>("select[name=author]")];
}

function oneMoreAuthor(): HTMLSelectElement | undefined {
  const last = [...part("copy").querySelectorAll<HTMLElement>(".author-field")].at(-1);
  const label = last?.querySelector("label");
  const number = authorFields().length + 1;
  const next = last?.cloneNode(true);
  if (!last || !label || !(next instanceof HTMLElement)) return undefined;
  const [nextLabel, select] = [next.querySelector("label"), next.querySelector("select")];
  if (!nextLabel || !select) return undefined;
  nextLabel.htmlFor = select.id = `author-${number}`;
  nextLabel.textContent = `${label.textContent.replace(/\s*\d+$/, "")} ${number}`;
  select.value = "";
  last.after(next);
  return select;
}

/** Says in words where the author's words are. */
export function showState(shown: Shown, { words, timeZone }: CopyData): void {
  const state = part("copy-state");
  const sentence = sentenceOf(shown, words, timeZone);
  // A status that is printed again is read out again.
  if (state.textContent !== sentence) state.textContent = sentence;
  state.dataset["state"] = shown.state;
  part("copy-decide").hidden = shown.state !== "conflict";
  part("copy-sign-in").hidden = shown.state !== "signedOut";
  part("copy-way").hidden = shown.state !== "conflict" && shown.state !== "signedOut";
}

function sentenceOf(shown: Shown, words: CopyData["words"], timeZone: string): string {
  const timeOf = (at: string) =>
    new Date(at).toLocaleTimeString(words.language, { timeZone, hour: "2-digit", minute: "2-digit" });
  switch (shown.state) {
    case "saved":
      return words.saved.replace(TIME, timeOf(shown.at));
    case "newer":
      return words.newer.replace(WHO, shown.who).replace(TIME, timeOf(shown.at));
    case "refused":
      return `${words.state.refused} ${shown.why}`;
    default:
      return words.state[shown.state];
  }
}
