/** PDFs as a word processor would print them, made by hand (ISO 32000-2): pages of lines in any script. */
import { deflateSync } from "node:zlib";

type MadePdf = {
  /** A page is its lines; an empty line stands for the space between two paragraphs. */
  readonly pages: readonly (readonly string[])[];
  readonly title?: string;
  /** Objects put in place of others, and entries of the trailer. */
  readonly trailer?: string;
  readonly more?: readonly string[];
};

const LINE = 14;

/** The bytes of a file; its letters are the glyphs of a font that says which letters they are. */
export function pdfOf({ pages, title = "", trailer = "", more = [] }: MadePdf): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap((line) => [...line]))];
  const glyphs = new Map(letters.map((letter, at) => [letter, (at + 1).toString(16).padStart(4, "0")]));
  const first = 7;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
      /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >> >>`,
    streamOf(toUnicode(glyphs)),
    `<< /Title <feff${hexOf(title)}> >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamOf(printed(lines, glyphs)),
    ]),
    ...more,
  ];
  return fileOf(objects, `/Root 1 0 R /Info 6 0 R ${trailer}`);
}

/** A file of these objects, the first of them being number 1. */
export function fileOf(objects: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let length = parts[0]?.byteLength ?? 0;
  const add = (part: string | Uint8Array) => {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    length += bytes.byteLength;
  };
  for (const [at, object] of objects.entries()) {
    places.push(length);
    add(`${at + 1} 0 obj\n`);
    add(object);
    add("\nendobj\n");
  }
  const start = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) add(`${String(place).padStart(10, "0")} 00000 n \n`);
  add(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** An object that holds a packed stream. */
export function streamOf(content: string | Uint8Array, entries = ""): Uint8Array {
  const packed = deflateSync(content, { level: 1 });
  return Buffer.concat([
    Buffer.from(`<< /Filter /FlateDecode /Length ${packed.byteLength} ${entries} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

function printed(lines: readonly string[], glyphs: ReadonlyMap<string, string>): string {
  const drawn = lines.map((line, at) => {
    if (line === "") return "";
    // Glyphs stand on a page from left to right, whichever way they are read.
    const shown = /\p{Script=Arabic}/u.test(line) ? [...line].toReversed() : [...line];
    const hex = shown.map((letter) => glyphs.get(letter) ?? "0000").join("");
    return `1 0 0 1 50 ${800 - at * LINE} Tm <${hex}> Tj`;
  });
  return `BT /F1 11 Tf ${drawn.join("\n")} ET`;
}

function toUnicode(glyphs: ReadonlyMap<string, string>): string {
  // At most a hundred in a block.
  const rows = [...glyphs].map(([letter, glyph]) => `<${glyph}> <${hexOf(letter)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Made def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function hexOf(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}
