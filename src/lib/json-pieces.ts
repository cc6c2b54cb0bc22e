/**
 * JSON read as it arrives: what the caller asks for by its way from the top is handed over whole, everything else is looked
 * through and let go. What is no JSON throws with its line and column.
 */

/** The keys and places that lead to a value from the top: `["posts", 3]`. */
export type Way = readonly (string | number)[];

export type JsonFound = { readonly way: Way; readonly value: unknown };

/** The file is no JSON, or has a value too long to be held. `message` goes on after "The file". */
export class JsonProblem extends Error {}

export type JsonAsked = {
  /** Whether the value at a way is handed over. It is asked for every value that is not inside another one that is. */
  readonly isWanted: (way: Way) => boolean;
  /** Characters of one that is; 64 Mi when left out. */
  readonly longest?: number;
  /** Lists and objects in each other; 256 when left out. */
  readonly mostLevels?: number;
};

/** Every value that is wanted, some at a time, in the order of the file. */
export async function* jsonPieces(
  chunks: AsyncIterable<string>,
  asked: JsonAsked,
): AsyncGenerator<readonly JsonFound[]> {
  const reader = new Reader(asked);
  for await (const chunk of chunks) {
    const found = reader.take(chunk);
    if (found.length > 0) yield found;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

type Level = { readonly isList: boolean; key: string | number };
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

const LONGEST = 64 * 1024 * 1024;
const MOST_LEVELS = 256;

class Reader {
  readonly #isWanted: JsonAsked["isWanted"];
  readonly #longest: number;
  readonly #mostLevels: number;
  readonly #levels: Level[] = [];
  #expected: Expected = "value";
  /** What of a string, a number or a word has come; strings begin with their quotation mark. */
  #token = "";
  #inString = false;
  #isEscaped = false;
  /** The value that is handed over: how deep it begins, and what of it has come. */
  #wanted: { readonly depth: number; text: string } | undefined;
  #found: JsonFound[] = [];
  #chunk = "";
  #line = 1;
  #column = 1;
  #isFirst = true;

  constructor({ isWanted, longest = LONGEST, mostLevels = MOST_LEVELS }: JsonAsked) {
    this.#isWanted = isWanted;
    this.#longest = longest;
    this.#mostLevels = mostLevels;
  }

  take(given: string): readonly JsonFound[] {
    const chunk = this.#isFirst ? given.replace(/^\ufeff/, "") : given;
    this.#isFirst &&= chunk === "";
    this.#chunk = chunk;
    this.#found = [];
    let at = 0;
    while (at < chunk.length) at = this.#inString ? this.#string(at) : this.#sign(at);
    this.#pass(chunk);
    this.#chunk = "";
    return this.#found;
  }

  end(): readonly JsonFound[] {
    this.#found = [];
    if (!this.#inString) this.#endOfWord(0);
    if (this.#levels.length > 0 || this.#inString) throw this.#broken("ends in the middle", 0);
    if (this.#expected !== "nothing") throw this.#broken("is empty", 0);
    return this.#found;
  }

  /** On from inside a string to behind its end, or the end of what has come. */
  #string(from: number): number {
    const chunk = this.#chunk;
    let at = from;
    for (; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) break;
      else if (code < SPACE) throw this.#broken("is not JSON: a text goes over the end of its line", at);
    }
    const isOver = at < chunk.length;
    const end = isOver ? at + 1 : at;
    this.#keep(chunk.slice(from, end));
    if (isOver) {
      this.#inString = false;
      this.#stringEnds(end);
    }
    return end;
  }

  #stringEnds(at: number): void {
    if (this.#expected !== "colon") {
      this.#valueEnds(at);
      return;
    }
    const level = this.#levels.at(-1);
    if (level && this.#wanted === undefined) level.key = String(this.#parsed(this.#token, at));
    this.#token = "";
  }

  /** One sign outside a string, or all that follows of a word or number. */
  #sign(at: number): number {
    const code = this.#chunk.charCodeAt(at);
    if (isWordSign(code)) {
      let end = at + 1;
      while (end < this.#chunk.length && isWordSign(this.#chunk.charCodeAt(end))) end++;
      if (this.#token === "") this.#valueBegins(at);
      this.#keep(this.#chunk.slice(at, end));
      return end;
    }
    this.#endOfWord(at);
    if (code === SPACE || code === 10 || code === 13 || code === 9) return at + 1;
    const sign = this.#chunk.charAt(at);
    if (sign === '"') this.#stringBegins(at);
    else if (sign === "{" || sign === "[") this.#open(sign, at);
    else if (sign === "}" || sign === "]") this.#close(sign, at);
    else if (sign === ":" && this.#expected === "colon") this.#goesOn(sign, "value");
    else if (sign === "," && this.#expected === "comma-or-end") this.#comma();
    else throw this.#broken(`is not JSON: "${sign}" stands where it cannot`, at);
    return at + 1;
  }

  #stringBegins(at: number): void {
    if (this.#expected === "key" || this.#expected === "key-or-end") this.#expected = "colon";
    else this.#valueBegins(at);
    this.#inString = true;
    this.#keep('"');
  }

  #valueBegins(at: number): void {
    if (this.#expected !== "value" && this.#expected !== "value-or-end")
      throw this.#broken("is not JSON: a value stands where there can be none", at);
    if (this.#wanted === undefined && this.#isWanted(this.#way()))
      this.#wanted = { depth: this.#levels.length, text: "" };
    this.#expected = "comma-or-end";
  }

  #open(sign: "{" | "[", at: number): void {
    this.#valueBegins(at);
    if (this.#levels.length >= this.#mostLevels) throw this.#broken(`is more than ${this.#mostLevels} levels deep`, at);
    this.#levels.push({ isList: sign === "[", key: sign === "[" ? 0 : "" });
    this.#goesOn(sign, sign === "[" ? "value-or-end" : "key-or-end");
  }

  #close(sign: "}" | "]", at: number): void {
    const level = this.#levels.pop();
    const mayEnd =
      this.#expected === "comma-or-end" || this.#expected === (sign === "]" ? "value-or-end" : "key-or-end");
    if (!level || level.isList !== (sign === "]") || !mayEnd)
      throw this.#broken(`is not JSON: "${sign}" stands where it cannot`, at);
    this.#goesOn(sign, "comma-or-end");
    this.#valueEnds(at);
  }

  #comma(): void {
    const level = this.#levels.at(-1);
    if (level?.isList && typeof level.key === "number") level.key += 1;
    this.#goesOn(",", level?.isList ? "value" : "key");
  }

  #goesOn(sign: string, expected: Expected): void {
    this.#expected = expected;
    if (this.#wanted) this.#wanted.text += sign;
  }

  #endOfWord(at: number): void {
    if (this.#token === "" || this.#token.startsWith('"')) return;
    if (!WORD.test(this.#token)) throw this.#broken(`is not JSON: ${this.#token.slice(0, 20)} is no value`, at);
    this.#valueEnds(at);
  }

  #valueEnds(at: number): void {
    this.#token = "";
    if (this.#levels.length === 0) this.#expected = "nothing";
    if (this.#wanted?.depth !== this.#levels.length) return;
    this.#found.push({ way: this.#way(), value: this.#parsed(this.#wanted.text, at) });
    this.#wanted = undefined;
  }

  /** Of what is let go the beginning is enough; names of fields are kept. */
  #keep(text: string): void {
    const isName = this.#expected === "colon";
    if (this.#wanted) {
      this.#wanted.text += text;
      if (this.#wanted.text.length > this.#longest)
        throw this.#broken(`has a value longer than ${Math.round(this.#longest / 1024 / 1024)} MB`, 0);
    }
    if (this.#token.length < MOST_OF_A_TOKEN || isName)
      this.#token += text.slice(0, isName ? undefined : MOST_OF_A_TOKEN);
  }

  #way(): Way {
    return this.#levels.map(({ key }) => key);
  }

  #parsed(text: string, at: number): unknown {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw this.#broken(`is not JSON: ${cause instanceof Error ? cause.message : cause}`, at);
    }
  }

  #broken(what: string, at: number): JsonProblem {
    this.#pass(this.#chunk.slice(0, at));
    return new JsonProblem(`${what} (line ${this.#line}, column ${this.#column})`);
  }

  #pass(text: string): void {
    const last = text.lastIndexOf("\n");
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#line += 1;
    this.#column = last === -1 ? this.#column + text.length : text.length - last;
  }
}

const [QUOTE, BACKSLASH, SPACE] = [34, 92, 32];
// The longest word is a number, and no number has so many figures.
const MOST_OF_A_TOKEN = 100;
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Letters, figures, and the signs of numbers. */
function isWordSign(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 43 ||
    code === 45 ||
    code === 46
  );
}
