/**
 * What a picture's maker wrote into its file: XMP first, then IPTC, then EXIF, as the IPTC's guide to
 * photo metadata advises. Everything else in there (where it was taken, with what) is not looked at.
 */

export type PictureWords = {
  readonly credit: string;
  readonly caption: string;
  readonly alt: string;
  readonly copyright: string;
  /** A licence named by an address of Creative Commons: `CC BY 4.0`. */
  readonly licence: string;
};

type Embedded = {
  readonly xmp?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  readonly exif?: Buffer | undefined;
};

export function wordsIn({ xmp, iptc, exif }: Embedded): PictureWords {
  const { text, address } = readerOf(xmp);
  const inIptc = iptcIn(iptc);
  const inExif = exifIn(exif);
  const maker = oneLine(text("dc:creator") || inIptc(80) || inExif(0x013b));
  const agency = oneLine(text("photoshop:Credit") || inIptc(110));
  const copyright = oneLine(text("dc:rights") || inIptc(116) || inExif(0x8298));
  const credit = [...new Set([maker, agency])].filter(Boolean).join(" / ");
  return {
    credit: cut(credit || copyright, LONGEST_LINE),
    caption: cut(oneLine(text("dc:description") || inIptc(120) || inExif(0x010e)), LONGEST_CAPTION),
    alt: cut(oneLine(text("Iptc4xmpCore:AltTextAccessibility")), LONGEST_CAPTION),
    copyright: cut(copyright, LONGEST_LINE),
    licence: licenceAt(address("cc:license") || address("xmpRights:WebStatement")),
  };
}

const LONGEST_LINE = 200;
const LONGEST_CAPTION = 1_000;
// A packet of XMP has a few kB; one with a thumbnail in it some hundred.
const MOST_XMP_BYTES = 512 * 1024;

function readerOf(xmp: Buffer | undefined) {
  const source = xmp && xmp.length <= MOST_XMP_BYTES ? xmp.toString("utf8") : "";

  /** A property's words, be it an attribute, an element, or the first entry of a list. */
  function text(name: string): string {
    const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`).exec(source);
    if (attribute) return decoded(attribute[1] ?? attribute[2] ?? "");
    const begin = new RegExp(`<${name}(?:\\s[^<>]*)?>`).exec(source);
    if (!begin) return "";
    const from = begin.index + begin[0].length;
    const whole = source.slice(from, Math.max(from, source.indexOf(`</${name}>`, from)));
    const item = /<rdf:li(?:\s[^<>]*)?>([^<]*)</.exec(whole);
    return decoded(item?.[1] ?? whole.replaceAll(/<[^<>]*>/g, ""));
  }

  /** A property that is an address: `rdf:resource`, else as `text`. */
  function address(name: string): string {
    const resource = new RegExp(`<${name}\\s[^<>]*rdf:resource\\s*=\\s*["']([^"'<]*)["']`).exec(source);
    return resource ? decoded(resource[1] ?? "") : text(name);
  }

  return { text, address };
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** IPTC-IIM 4.2: datasets of record 2, inside Photoshop's block 0404. */
function iptcIn(iptc: Buffer | undefined): (dataset: number) => string {
  const found = new Map<number, Buffer>();
  let isUtf8 = false;
  const data = iptc ?? Buffer.alloc(0);
  const block = data.indexOf("8BIM\u0004\u0004", 0, "latin1");
  for (let at = data.indexOf(0x1c, Math.max(0, block)); at !== -1 && at + 5 <= data.length && data[at] === 0x1c; ) {
    const [, record, dataset = 0] = data.subarray(at, at + 3);
    const length = data.readUInt16BE(at + 3);
    // The high bit announces a length of another form, which only datasets of more than 32 kB need.
    if (length > 0x7fff) break;
    const value = data.subarray(at + 5, at + 5 + length);
    // ESC % G: the coded character set is UTF-8.
    if (record === 1 && dataset === 90) isUtf8 = value.toString("latin1") === "\u001b%G";
    if (record === 2 && !found.has(dataset)) found.set(dataset, value);
    at += 5 + length;
  }
  return (dataset) => inWords(found.get(dataset), isUtf8);
}

/** Many programs write UTF-8 and do not say so. */
function inWords(value: Buffer | undefined, isUtf8: boolean): string {
  if (!value) return "";
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(value);
  } catch {
    return new TextDecoder("windows-1252").decode(value); // not UTF-8, and nothing said what else
  }
}

const ASCII_TYPE = 2;

/** The texts of the first directory (TIFF 6.0). */
function exifIn(exif: Buffer | undefined): (tag: number) => string {
  const data = exif?.subarray(exif.toString("latin1", 0, 6) === "Exif\0\0" ? 6 : 0) ?? Buffer.alloc(0);
  const order = data.toString("latin1", 0, 2);
  if ((order !== "II" && order !== "MM") || data.length < 14) return () => "";
  const short = (at: number) => (order === "II" ? data.readUInt16LE(at) : data.readUInt16BE(at));
  const long = (at: number) => (order === "II" ? data.readUInt32LE(at) : data.readUInt32BE(at));
  const found = new Map<number, Buffer>();
  const directory = long(4);
  const entries = directory + 2 <= data.length ? short(directory) : 0;
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > data.length) break;
    const count = long(at + 4);
    if (short(at + 2) !== ASCII_TYPE) continue;
    const from = count <= 4 ? at + 8 : long(at + 8);
    found.set(short(at), data.subarray(from, from + count));
  }
  return (tag) => inWords(found.get(tag), false);
}

/** Without signs that only steer, white space of any kind as one space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function licenceAt(address: string): string {
  const [, kind, version] =
    /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/.exec(address) ?? [];
  if (kind === undefined || version === undefined) return "";
  return kind === "zero" ? `CC0 ${version}` : `CC ${kind.toUpperCase()} ${version}`;
}
