/**
 * Bytes of wire copy → text: which encoding it is in, or why it is not text. It says
 * nothing about what the text means; line ends and control characters are left as they came.
 */

export type Decoded = { readonly text: string; readonly encoding: string };
export type Undecodable = { readonly problem: string };

/**
 * The text of a file and the encoding it was in: what a byte order mark says, strict UTF-8,
 * UTF-16 without its mark, what its server says of it (`said`, a label of the Encoding Standard), what the page itself
 * declares, then Windows-1251, KOI8-R, Windows-1252, Windows-1256 or ISO-8859-6, whichever reads like writing. A file that is no text
 * is a `problem`. A server that says Latin-1 is not asked: it is what one says that was told nothing.
 */
export function decodeText(bytes: Uint8Array, said?: string): Decoded | Undecodable {
  const kind = kindByMagic(bytes);
  if (kind)
    return { problem: `This is ${kind}, not text. Save the story as plain text, HTML or Markdown and try again.` };

  const marked = byteOrderMark(bytes);
  if (marked) return decodedAs(marked, bytes) ?? broken(marked);

  const wide = utf16WithoutMark(bytes);
  if (wide) return decodedAs(wide, bytes) ?? broken(wide);
  if (looksBinary(bytes)) {
    return {
      problem:
        "This file is not text: it is full of control characters. Save the story as plain text, HTML or Markdown and try again.",
    };
  }
  return utf8(bytes) ?? asSaid(bytes, said) ?? declared(bytes) ?? mostPlausible(bytes);
}

const SAYS_NOTHING = /^(?:iso-?8859-?1|latin-?1|windows-?1252|us-ascii|ascii|utf-?8|utf-?16(?:le|be)?)$/i;

function asSaid(bytes: Uint8Array, said: string | undefined): Decoded | undefined {
  return said === undefined || SAYS_NOTHING.test(said) ? undefined : decodedAs(said, bytes);
}

/** The encoding of a file by its beginning, which may end in the middle of a character. */
export function encodingOf(head: Uint8Array): { readonly encoding: string } | Undecodable {
  for (let cut = 0; cut < LONGEST_CHARACTER; cut++) {
    const decoded = decodeText(head.subarray(0, head.length - cut));
    if ("encoding" in decoded && /^utf-/.test(decoded.encoding)) return { encoding: decoded.encoding };
  }
  return decodeText(head);
}

// Of UTF-8 and UTF-16, in bytes.
const LONGEST_CHARACTER = 4;

/** What is said of bytes that are not in the encoding the rest is in. */
export function damaged(encoding: string): string {
  return `This file looks like ${encoding.toUpperCase()}, but some of its bytes are damaged or cut off. Save it again as UTF-8.`;
}

const MAGIC: readonly (readonly [signature: string, kind: string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\x03\x04", "a packed file (a word processor's document, or a ZIP)"],
  ["\xd0\xcf\x11\xe0", "an old word processor's document"],
  ["{\\rtf", "a rich-text (RTF) file"],
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["GIF8", "a picture (GIF)"],
  ["\x1f\x8b", "a packed file (gzip)"],
  ["\x7fELF", "a program"],
  ["\xff\xfe\x00\x00", "text in UTF-32, which is not read here"],
  ["\x00\x00\xfe\xff", "text in UTF-32, which is not read here"],
];

function kindByMagic(bytes: Uint8Array): string | undefined {
  return MAGIC.find(([signature]) => startsWith(bytes, signature))?.[1];
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return bytes.length >= signature.length && [...signature].every((char, at) => bytes[at] === char.charCodeAt(0));
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, "\xef\xbb\xbf")) return "utf-8";
  if (startsWith(bytes, "\xff\xfe")) return "utf-16le";
  if (startsWith(bytes, "\xfe\xff")) return "utf-16be";
  return undefined;
}

function broken(encoding: string): Undecodable {
  return { problem: damaged(encoding) };
}

function decodedAs(encoding: string, bytes: Uint8Array): Decoded | undefined {
  // Half a character at the end of a UTF-16 file is what a line end added by an 8-bit tool leaves behind.
  const whole = encoding.startsWith("utf-16") && bytes.length % 2 === 1 ? bytes.subarray(0, -1) : bytes;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(whole), encoding: decoder.encoding };
  } catch {
    // The decoder's only failures are an unknown name and bytes that do not fit: both mean "not this one".
    return undefined;
  }
}

const SAMPLE_BYTES = 65_536; // plenty for letter statistics, and the same cost for any file

// Writing in UTF-16 has its spaces and line ends as a zero byte beside an ASCII one, always on the same side.
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2));
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(1, sample.length / 40) || Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const decoded = decodedAs(encoding, sample.length % 2 === 0 ? sample : sample.subarray(0, -1));
  return decoded && readsLikeWriting(decoded.text) ? encoding : undefined;
}

function readsLikeWriting(text: string): boolean {
  const written = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\r\n\t]/gu)?.length ?? 0;
  const scripts = text.match(
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Hebrew}\s]/gu,
  );
  return written >= text.length * 0.95 && (scripts?.length ?? 0) >= text.length * 0.5;
}

// Real copy has a stray form feed or a NUL at the most; programs, pictures and random bytes have one in ten.
const CONTROL_SHARE = 1 / 200;

function looksBinary(bytes: Uint8Array): boolean {
  const middle = Math.max(0, Math.floor(bytes.length / 2) - SAMPLE_BYTES / 2);
  return [0, middle, Math.max(0, bytes.length - SAMPLE_BYTES)].some((from) => {
    const sample = bytes.subarray(from, from + SAMPLE_BYTES);
    let controls = 0;
    for (const byte of sample) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26) controls++;
    return controls > 0 && controls > sample.length * CONTROL_SHARE;
  });
}

function utf8(bytes: Uint8Array): Decoded | undefined {
  const decoded = decodedAs("utf-8", bytes);
  // Stateful encodings look like ASCII; only the page itself can tell.
  return decoded && (declaredStateful(bytes) ?? decoded);
}

function declaredStateful(bytes: Uint8Array): Decoded | undefined {
  const encoding = declaredEncoding(bytes);
  return encoding && /^iso-2022/i.test(encoding) ? decodedAs(encoding, bytes) : undefined;
}

function declared(bytes: Uint8Array): Decoded | undefined {
  const encoding = declaredEncoding(bytes);
  return encoding ? decodedAs(encoding, bytes) : undefined;
}

const DECLARED_WITHIN = 4096; // HTML asks for 1,024; saved pages put a comment before it

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARED_WITHIN));
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const name = (xml ?? meta)?.[1];
  return name && !/^utf-?16/i.test(name) ? name : undefined;
}

type Reader = { readonly encoding: string; readonly score: (char: string, before: string, after: string) => number };

// In order of preference: marks, quotes and dashes alone read the same in all of them.
const READERS: readonly Reader[] = [
  { encoding: "windows-1252", score: latinScore },
  { encoding: "windows-1251", score: cyrillicScore },
  { encoding: "koi8-r", score: cyrillicScore },
  { encoding: "windows-1256", score: arabicScore },
  { encoding: "iso-8859-6", score: arabicScore },
];

function mostPlausible(bytes: Uint8Array): Decoded | Undecodable {
  if (mostlyUtf8(bytes)) return broken("utf-8");
  const sample = aroundHighBytes(bytes);
  const [best] = READERS.map((reader) => ({ reader, score: plausibility(reader, sample) })).sort(
    (a, b) => b.score - a.score,
  );
  const decoded = best && best.score > 0.5 ? decodedAs(best.reader.encoding, bytes) : undefined;
  return (
    decoded ?? {
      problem:
        "The encoding of this file cannot be told: it is not UTF-8, UTF-16, Windows-1251, KOI8-R, Windows-1252, Windows-1256 or ISO-8859-6. Save it again as UTF-8.",
    }
  );
}

// A cut or damaged UTF-8 file: guessing another encoding would turn every letter into two wrong ones.
function mostlyUtf8(bytes: Uint8Array): boolean {
  const high = new TextDecoder("utf-8").decode(aroundHighBytes(bytes)).replaceAll(/[\0-\x7f]/g, "");
  const lost = high.match(/\ufffd/g)?.length ?? 0;
  return high.length > 8 && lost * 10 < high.length;
}

// Copy may begin with much ASCII (a page's head); letters are judged where there are any.
function aroundHighBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 1), Math.max(0, first - 1) + SAMPLE_BYTES);
}

function plausibility(reader: Reader, sample: Uint8Array): number {
  const text = new TextDecoder(reader.encoding).decode(sample);
  let total = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char < "\x80") continue;
    total += symbolScore(char) ?? reader.score(char, text.charAt(at - 1), text.charAt(at + 1));
    count++;
  }
  return count === 0 ? 0 : total / count;
}

function symbolScore(char: string): number | undefined {
  if (/[\x80-\x9f\ufffd]/.test(char)) return -6;
  if (/[“”‘’„‚«»–—…№€§\u00a0•©°\u200c\u200f\u200e،؛؟]/.test(char)) return 1;
  return /\p{L}/u.test(char) ? undefined : -2;
}

const isAscii = (char: string) => /[a-z]/i.test(char);
const isHighLatin = (char: string) => char >= "\x80" && /\p{Script=Latin}/u.test(char);
const isCyrillic = (char: string) => /\p{Script=Cyrillic}/u.test(char);
const isArabic = (char: string) => /\p{Script=Arabic}/u.test(char);
const isLower = (char: string) => /\p{Ll}/u.test(char);
const isUpper = (char: string) => /\p{Lu}/u.test(char);

// French, German and Spanish have their marked letters one at a time among plain ones.
function latinScore(char: string, before: string, after: string): number {
  if (isHighLatin(before) && isHighLatin(after)) return -4;
  if (isUpper(char) && isLower(before)) return -4;
  if (isHighLatin(before) || isHighLatin(after)) return -1;
  if (/[éèàçêâîôûùäöüßñáíóúåøæëï]/i.test(char)) return 3;
  return 1;
}

function cyrillicScore(char: string, before: string, after: string): number {
  if (!isCyrillic(char)) return -3;
  if (isAscii(before) || isAscii(after)) return -3;
  // KOI8-R has the letters of Windows-1251 in the other case.
  if (isUpper(char)) return isLower(before) ? -4 : isUpper(before) || isUpper(after) ? 0 : 1;
  if ("оеаинтсрвлкмдпу".includes(char)) return 3;
  return "яыьгзбчйхжшюцщэфъё".includes(char) ? 1.5 : 0.5;
}

function arabicScore(char: string, before: string, after: string): number {
  if (isHighLatin(char)) return isArabic(before) || isArabic(after) || isHighLatin(before) ? -4 : 0.5;
  if (!isArabic(char)) return -3;
  if (isAscii(before) || isAscii(after) || isHighLatin(before) || isHighLatin(after)) return -3;
  return "اليمنرتوبةسدعهف".includes(char) ? 3 : 1.5;
}
