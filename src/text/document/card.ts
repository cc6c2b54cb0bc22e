/** What a page of the web says of itself for a card: its title and description. No picture, no script, no address in it is followed. */
import { type Token, type TokenHandler, Tokenizer } from "parse5";
import { RAW_TEXT } from "./html-elements.ts";

export type PageCard = {
  /** The title its makers give to cards, else `<title>`, else the name of the site; empty when it has none of them. */
  readonly title: string;
  readonly description: string;
};

/** Reads the card out of a page's HTML, whatever its quality; a page without one gives empty words. */
export function cardOf(html: string): PageCard {
  const reader = new HeadReader();
  reader.read(html.slice(0, LOOKED_AT));
  return reader.card();
}

// Some makers put half a megabyte of style sheets before the title.
const LOOKED_AT = 1024 * 1024;
const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 400;

// The first that a page has is taken.
const TITLES = ["og:title", "twitter:title", "title", "og:site_name"];
const DESCRIPTIONS = ["og:description", "twitter:description", "description"];

class HeadReader implements TokenHandler {
  readonly #said = new Map<string, string>();
  readonly #tokenizer = new Tokenizer({}, this);
  #title: string[] | undefined;

  read(html: string) {
    this.#tokenizer.write(html, true);
  }

  card(): PageCard {
    return { title: this.#first(TITLES, LONGEST_TITLE), description: this.#first(DESCRIPTIONS, LONGEST_DESCRIPTION) };
  }

  onStartTag({ tagName, attrs }: Token.TagToken) {
    const raw = RAW_TEXT.get(tagName);
    if (raw !== undefined) this.#tokenizer.state = raw;
    if (tagName === "title" && !this.#said.has("title")) this.#title = [];
    if (tagName !== "meta") return;
    const given = new Map(attrs.map(({ name, value }) => [name, value]));
    const name = (given.get("property") ?? given.get("name") ?? "").toLowerCase();
    this.#say(name, given.get("content") ?? "");
  }

  onEndTag({ tagName }: Token.TagToken) {
    if (tagName === "title") this.#endTitle();
  }

  onCharacter({ chars }: Token.CharacterToken) {
    this.#title?.push(chars);
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken) {
    this.#title?.push(chars);
  }

  onEof() {
    this.#endTitle();
  }

  onComment() {}
  onDoctype() {}
  onNullCharacter() {}

  #endTitle() {
    if (this.#title) this.#say("title", this.#title.join(""));
    this.#title = undefined;
  }

  #say(name: string, words: string) {
    const clean = words
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
      .toWellFormed()
      .trim();
    if (clean !== "" && !this.#said.has(name)) this.#said.set(name, clean);
  }

  #first(names: readonly string[], longest: number): string {
    const words = names.map((name) => this.#said.get(name)).find((said) => said !== undefined) ?? "";
    return words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words;
  }
}
