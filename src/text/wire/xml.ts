/** XML as it is written: elements that cannot be left open, words that cannot end one. */

export type XmlPiece = string | { readonly xml: string } | null | undefined | readonly XmlPiece[];

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element; strings in it are words. Attributes without a value are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly XmlPiece[]): { xml: string } {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : ` ${key}="${quoted(String(value))}"`,
  );
  const within = content.map(written).join("");
  return { xml: within === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${within}</${name}>` };
}

/** A whole document. */
export function xmlDocument({ xml }: { readonly xml: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function written(piece: XmlPiece): string {
  if (piece === null || piece === undefined) return "";
  if (typeof piece === "string") return escaped(piece);
  return "xml" in piece ? piece.xml : piece.map(written).join("");
}

function escaped(text: string): string {
  return allowed(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A line end in an attribute becomes a space when it is read, unless it is written as a reference. */
function quoted(text: string): string {
  return escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** XML 1.0 §2.2: what a text may hold as a character and XML may not, even as a reference. A return stands for a line end. */
function allowed(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n\u0080-\u009F]|[\uFFFE\uFFFF]/gu, "");
}
