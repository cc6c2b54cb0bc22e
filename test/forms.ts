/** The forms of a page, read out of its HTML as a browser would send them. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

export type Field = {
  readonly name: string;
  /** `text`, `email`, `textarea`, `select`, `hidden` … */
  readonly kind: string;
  readonly value: string;
};

export type PageForm = {
  readonly method: "get" | "post";
  readonly action: string;
  readonly isMultipart: boolean;
  /** As they stand: boxes that are not ticked are left out. */
  readonly fields: readonly Field[];
  /** Its buttons that say which one was pressed. */
  readonly buttons: readonly Field[];
};

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Where a page's links lead, as they are written. */
export function linksIn(html: string): readonly string[] {
  return elementsIn(parse(html)).flatMap((element) => (element.tagName === "a" ? (attr(element, "href") ?? []) : []));
}

/** A form of the page at `path`; fields outside it that name it by its id are its own too. */
export function formsIn(html: string, path: string): readonly PageForm[] {
  const all = elementsIn(parse(html));
  return (
    all
      // One in a dialog is sent nowhere.
      .filter((element) => element.tagName === "form" && attr(element, "method") !== "dialog")
      .map((form) => {
        const id = attr(form, "id");
        const outside = all.filter((element) => id !== undefined && attr(element, "form") === id);
        const own = [...elementsIn(form), ...outside];
        return {
          method: attr(form, "method")?.toLowerCase() === "post" ? "post" : "get",
          action: attr(form, "action") ?? path,
          isMultipart: attr(form, "enctype") === "multipart/form-data",
          fields: own.flatMap(fieldOf),
          buttons: own.flatMap(buttonOf),
        };
      })
  );
}

/** What the field holds, else something of its kind that a form may keep. */
export function filledIn({ name, kind, value }: Field, at: number): string {
  if (value !== "") return value;
  const byKind: Readonly<Record<string, string>> = {
    email: `ann${at}@strait.example`,
    url: `https://strait.example/${at}`,
    number: "1",
    date: "2030-12-01",
    "datetime-local": "2030-12-01T12:00",
    password: "a long enough password",
    select: "",
    hidden: "",
  };
  return byKind[kind] ?? (/slug|code/.test(name) ? `words-${at}` : `Words ${at}`);
}

function elementsIn(node: Node): readonly Element[] {
  const found: Element[] = [];
  // Written to one list: a page has a thousand elements, and a proof reads ten thousand pages.
  const walk = (node: Node) => {
    for (const child of "childNodes" in node ? node.childNodes : []) {
      if (!("tagName" in child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

function fieldOf(element: Element): readonly Field[] {
  const name = attr(element, "name");
  if (name === undefined || attr(element, "disabled") !== undefined) return [];
  if (element.tagName === "textarea") return [{ name, kind: "textarea", value: wordsOf(element) }];
  if (element.tagName === "select") return [{ name, kind: "select", value: chosenIn(element) }];
  if (element.tagName !== "input") return [];
  const kind = attr(element, "type")?.toLowerCase() ?? "text";
  const isOff = (kind === "checkbox" || kind === "radio") && attr(element, "checked") === undefined;
  return isOff || kind === "submit" ? [] : [{ name, kind, value: attr(element, "value") ?? "" }];
}

function buttonOf(element: Element): readonly Field[] {
  const name = attr(element, "name");
  if (element.tagName !== "button" || name === undefined || attr(element, "type") === "button") return [];
  return [{ name, kind: "button", value: attr(element, "value") ?? "" }];
}

function chosenIn(select: Element): string {
  const options = elementsIn(select).filter(({ tagName }) => tagName === "option");
  const chosen = options.find((option) => attr(option, "selected") !== undefined) ?? options[0];
  return chosen ? (attr(chosen, "value") ?? wordsOf(chosen)) : "";
}

function wordsOf(element: Element): string {
  return element.childNodes
    .map((child) => (child.nodeName === "#text" && "value" in child ? child.value : ""))
    .join("");
}

function attr(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
