/** TypeScript cut into words, strings and signs with their lines: enough to read imports and to find repeated runs. */

export type Token = { readonly kind: "word" | "string" | "sign"; readonly text: string; readonly line: number };

export type Import = { readonly from: string; readonly line: number; readonly typeOnly: boolean };

// In this order: comments and white space are passed over; a template is one string, whatever stands in it.
const PIECES =
  /(?<gap>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<word>[\p{L}\p{N}_$#]+)|(?<sign>[\s\S])/uy;

// A slash after one of these begins a regular expression; after anything else it divides, or closes a JSX element.
const BEFORE_REGEX = /^(?:[=(,:[!&|?{};+*%~^-]|return|typeof|case|in|of|do|else|void|delete|yield|await|=>)$/;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** The code of a file without comments and white space. */
export function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  while (at < code.length) {
    const piece = pieceAt(code, at, tokens.at(-1)?.text ?? ";");
    if (piece.kind !== "gap") tokens.push({ kind: piece.kind, text: piece.text, line });
    line += piece.text.split("\n").length - 1;
    at += piece.text.length;
  }
  return tokens;
}

/** Every module a file names: static, for its effects, re-exported, `import()` and `require()` with a literal. */
export function importsOf(tokens: readonly Token[]): Import[] {
  return tokens.flatMap((token, at) => importAt(tokens, at, token) ?? []);
}

function pieceAt(code: string, at: number, before: string): { kind: Token["kind"] | "gap"; text: string } {
  if (code[at] === "`") return { kind: "string", text: code.slice(at, endOfTemplate(code, at)) };
  if (code[at] === "/" && BEFORE_REGEX.test(before)) {
    REGEX.lastIndex = at;
    const regex = REGEX.exec(code);
    if (regex) return { kind: "string", text: regex[0] };
  }
  PIECES.lastIndex = at;
  const groups = PIECES.exec(code)?.groups ?? {};
  for (const kind of ["gap", "string", "word"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text };
  }
  return { kind: "sign", text: groups["sign"] ?? code.slice(at, at + 1) };
}

/** Past the closing back-tick; templates inside `${}` are part of it. */
function endOfTemplate(code: string, start: number): number {
  let at = start + 1;
  while (at < code.length && code[at] !== "`") {
    if (code[at] === "\\") at += 2;
    else if (code.startsWith("${", at)) at = endOfHole(code, at + 2);
    else at += 1;
  }
  return at + 1;
}

function endOfHole(code: string, start: number): number {
  let at = start;
  for (let depth = 1; at < code.length; at += 1) {
    if (code[at] === "`") at = endOfTemplate(code, at) - 1;
    else if (code[at] === "{") depth += 1;
    else if (code[at] === "}" && --depth === 0) break;
  }
  return at + 1;
}

function importAt(tokens: readonly Token[], at: number, token: Token): Import | undefined {
  if (token.kind !== "word" || tokens[at - 1]?.text === ".") return undefined;
  if (token.text === "import" || token.text === "require") {
    const [next, afterNext] = [tokens[at + 1], tokens[at + 2]];
    if (next?.text === "(" && afterNext?.kind === "string") return named(afterNext, token, false);
    if (next?.kind === "string" && token.text === "import") return named(next, token, false);
  }
  if (token.text !== "import" && token.text !== "export") return undefined;
  const from = fromAfter(tokens, at + 1);
  return from && named(from, token, tokens[at + 1]?.text === "type");
}

/** The string of `… from "x"`, when only what may stand in an import clause lies between. */
function fromAfter(tokens: readonly Token[], start: number): Token | undefined {
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) return undefined;
    const next = tokens[at + 1];
    if (token.text === "from" && next?.kind === "string") return next;
    if (token.kind === "string" || (token.kind === "sign" && !"{},*".includes(token.text))) return undefined;
  }
  return undefined;
}

function named(string: Token, { line }: Token, typeOnly: boolean): Import {
  return { from: string.text.slice(1, -1), line, typeOnly };
}
