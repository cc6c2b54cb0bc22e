/** The choice of a picture from the library, and pictures that are added on the way: chosen, pasted or dropped. */
import { ask } from "./dialogs.ts";
import { part } from "./page.ts";

export type Chosen = {
  readonly id: string;
  readonly src: string;
  readonly small: string;
  readonly name: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};

// Long enough for a word to be typed, short enough not to be waited for.
const PAUSE_MS = 250;

const FACTS = ["credit", "licence"] as const;

const shown = new Map<string, Chosen>();

/** Makes the search and the upload of the dialog. */
export function wakeChooser(): void {
  const search = part<HTMLInputElement>("choose-find");
  const add = part<HTMLInputElement>("choose-add");
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void list(search.value.trim()), PAUSE_MS);
  });
  search.addEventListener("keydown", (event) => {
    // Enter in a search field would close the dialog.
    if (event.key === "Enter") event.preventDefault();
  });
  for (const fact of FACTS)
    part(`choose-${fact}`).addEventListener("keydown", (event) => {
      if (event instanceof KeyboardEvent && event.key === "Enter") event.preventDefault();
    });
  add.addEventListener("change", async () => {
    const [file] = add.files ?? [];
    const added = file && (await upload(file, facts()));
    add.value = "";
    if (added) add.form?.closest("dialog")?.close(added.id);
  });
}

/** A picture of the library; nothing when none is chosen. */
export async function choosePicture(said = ""): Promise<Chosen | undefined> {
  say(said);
  for (const name of ["choose-find", ...FACTS.map((fact) => `choose-${fact}`)]) part<HTMLInputElement>(name).value = "";
  void list("");
  return shown.get((await ask("choose")).does);
}

/** Adds a picture to the library. When it is refused, the dialog says why. */
export async function uploadOrChoose(file: File): Promise<Chosen | undefined> {
  const added = await upload(file);
  return added ?? choosePicture(part("choose-said").textContent);
}

/** What is said of a picture while it is added. */
function facts(): Readonly<Record<string, string>> {
  return Object.fromEntries(FACTS.map((fact) => [fact, part<HTMLInputElement>(`choose-${fact}`).value.trim()]));
}

async function upload(file: File, said: Readonly<Record<string, string>> = {}): Promise<Chosen | undefined> {
  const body = new FormData();
  body.set("files", file);
  for (const [fact, words] of Object.entries(said)) body.set(fact, words);
  try {
    const headers = { accept: "application/json" };
    const response = await fetch("/desk/pictures", { method: "POST", body, headers });
    const { pictures, refused }: { pictures: Chosen[]; refused: { problem: string }[] } = await response.json();
    say(refused.map(({ problem }) => problem).join(" "));
    for (const picture of pictures) shown.set(picture.id, picture);
    return pictures[0];
  } catch {
    say(part("choose-said").dataset["failed"] ?? ""); // no answer, or none of ours
    return undefined;
  }
}

async function list(words: string): Promise<void> {
  const pictures = await found(words);
  const none = part("choose-said").dataset["none"] ?? "";
  if (pictures.length === 0) say(none);
  else if (part("choose-said").textContent === none) say("");
  const grid = part("choose-from");
  grid.replaceChildren(
    ...pictures.map((picture) => {
      shown.set(picture.id, picture);
      const [item, button, image] = [element("li"), element("button"), element("img")];
      button.value = picture.id;
      image.src = picture.small;
      image.alt = "";
      image.loading = "lazy";
      const name = picture.name || picture.alt || (grid.dataset["nameless"] ?? "");
      button.append(image, [name, picture.credit].filter(Boolean).join(" · "));
      item.append(button);
      return item;
    }),
  );
}

async function found(words: string): Promise<readonly Chosen[]> {
  try {
    const response = await fetch(`/desk/pictures.json?q=${encodeURIComponent(words)}`);
    if (!response.ok) return [];
    const { pictures }: { pictures: Chosen[] } = await response.json();
    return pictures;
  } catch {
    return []; // offline
  }
}

function say(words: string): void {
  part("choose-said").textContent = words;
}

function element<Name extends "li" | "button" | "img">(name: Name): HTMLElementTagNameMap[Name] {
  return document.createElement(name);
}
