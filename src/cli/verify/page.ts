/** The words of an article out of its page and out of what was logged, made alike so that they can be compared. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { printHtml } from "#text/document/html.ts";
import { readDocument } from "#text/document/schema.ts";
import { withoutLabels } from "#text/labels/labels.ts";

export type ShownWords = { readonly headline: string; readonly standfirst: string; readonly text: string };

/** What a page of ours shows of an article; nothing where it shows none. Labels and pictures, which hang on the day, are left out. */
export function wordsShown(html: string): ShownWords | undefined {
  const article = firstOf(parse(html), (one) => one.tagName === "article" && has(one, "class", "article"));
  const headline = article && firstOf(article, (one) => one.tagName === "h1");
  const body = article && firstOf(article, (one) => has(one, "class", "body"));
  const standfirst = article && firstOf(article, (one) => has(one, "class", "standfirst"));
  // What was retracted keeps its headline, and its text is in its history alone.
  return (
    headline && {
      headline: wordsOf(headline),
      standfirst: standfirst ? wordsOf(standfirst) : "",
      text: body ? wordsOf(body) : "",
    }
  );
}

/** What the page has to show of a logged text. */
export function wordsLogged(logged: Readonly<Record<"headline" | "standfirst" | "document", string>>): ShownWords {
  const body = printHtml(withoutLabels(readDocument(JSON.parse(logged.document))));
  return { headline: tight(logged.headline), standfirst: tight(logged.standfirst), text: wordsOf(parse(body)) };
}

/** Where two texts part, with what stands round it; nothing where they are the same. */
export function firstDifference(logged: ShownWords, shown: ShownWords): string | undefined {
  const part = PARTS.find((one) => logged[one] !== shown[one]);
  return part && around(logged[part], shown[part]);
}

const PARTS = ["headline", "standfirst", "text"] as const;

const SHOWN_AROUND = 20;

function around(logged: string, shown: string): string {
  let at = 0;
  while (at < logged.length && logged[at] === shown[at]) at++;
  const from = Math.max(0, at - SHOWN_AROUND);
  return `logged “…${logged.slice(from, at + SHOWN_AROUND)}…”, shown “…${shown.slice(from, at + SHOWN_AROUND)}…”`;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function firstOf(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if ("tagName" in node && fits(node)) return node;
  for (const child of "childNodes" in node ? node.childNodes : []) {
    const found = firstOf(child, fits);
    if (found) return found;
  }
  return undefined;
}

function wordsOf(node: Node): string {
  return tight(textOf(node));
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if ("tagName" in node && isLeftOut(node)) return "";
  return ("childNodes" in node ? node.childNodes : []).map(textOf).join("");
}

/** Labels are printed anew every day; a picture that was replaced brings its own words. */
function isLeftOut(element: Element): boolean {
  if (element.attrs.some(({ name }) => name === "data-label")) return true;
  return (
    ["label", "note-marker"].some((name) => has(element, "class", name)) ||
    (element.tagName === "figure" && has(element, "class", "picture"))
  );
}

function has(element: Element, attribute: string, word: string): boolean {
  const value = element.attrs.find(({ name }) => name === attribute)?.value ?? "";
  return value.split(/\s+/).includes(word);
}

/** White space is the page's own. */
function tight(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
