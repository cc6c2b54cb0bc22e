import { expect, test } from "bun:test";
import { decodeText } from "./decode.ts";

const RUSSIAN = "Паром «Северный» вышел из порта в шесть утра. Капитан Олег Дёмин сказал, что шторм утих.";
const ENGLISH = "The ferry left port at six. The captain’s log said “calm seas”.";

const CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/** Bytes of `text` in an 8-bit encoding, found by decoding every byte once. */
function encoded(text: string, encoding: string): Uint8Array {
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(new Uint8Array([byte])), byte]),
  );
  return new Uint8Array([...text].map((char) => byteOf.get(char) ?? 0x3f));
}

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), !big);
  return bytes;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const FILES: readonly { rule: string; bytes: Uint8Array; text: string; encoding: string }[] = [
  { rule: "an empty file is empty text", bytes: utf8(""), text: "", encoding: "utf-8" },
  { rule: "plain ASCII is UTF-8", bytes: utf8("Ferry leaves port"), text: "Ferry leaves port", encoding: "utf-8" },
  { rule: "UTF-8 is read", bytes: utf8(RUSSIAN), text: RUSSIAN, encoding: "utf-8" },
  {
    rule: "UTF-8 with its mark is read without the mark",
    bytes: utf8(`\ufeff${RUSSIAN}`),
    text: RUSSIAN,
    encoding: "utf-8",
  },
  { rule: "UTF-16 little-endian with its mark is read", bytes: utf16(RUSSIAN), text: RUSSIAN, encoding: "utf-16le" },
  {
    rule: "UTF-16 big-endian with its mark is read",
    bytes: utf16(RUSSIAN, { big: true }),
    text: RUSSIAN,
    encoding: "utf-16be",
  },
  {
    rule: "UTF-16 without its mark is read in English",
    bytes: utf16(ENGLISH, { mark: false }),
    text: ENGLISH,
    encoding: "utf-16le",
  },
  {
    rule: "UTF-16 without its mark is read in Russian",
    bytes: utf16(RUSSIAN, { mark: false }),
    text: RUSSIAN,
    encoding: "utf-16le",
  },
  {
    rule: "UTF-16 big-endian without its mark is read",
    bytes: utf16(RUSSIAN, { big: true, mark: false }),
    text: RUSSIAN,
    encoding: "utf-16be",
  },
  {
    rule: "half a character at the end of UTF-16 is dropped",
    bytes: new Uint8Array([...utf16(ENGLISH), 10]),
    text: ENGLISH,
    encoding: "utf-16le",
  },
  {
    rule: "Windows-1251 is told by its letters",
    bytes: encoded(RUSSIAN, "windows-1251"),
    text: RUSSIAN,
    encoding: "windows-1251",
  },
  {
    rule: "KOI8-R is told from Windows-1251 by its case",
    bytes: encoded("Паром вышел из порта. Капитан сказал, что шторм утих.", "koi8-r"),
    text: "Паром вышел из порта. Капитан сказал, что шторм утих.",
    encoding: "koi8-r",
  },
  {
    rule: "a short Windows-1251 line is read",
    bytes: encoded("Москва, 16 февраля.", "windows-1251"),
    text: "Москва, 16 февраля.",
    encoding: "windows-1251",
  },
  {
    rule: "a Windows-1251 headline in capitals is read",
    bytes: encoded("ПАРОМ ВЫШЕЛ В МОРЕ\n\nКапитан сказал, что шторм утих.", "windows-1251"),
    text: "ПАРОМ ВЫШЕЛ В МОРЕ\n\nКапитан сказал, что шторм утих.",
    encoding: "windows-1251",
  },
  {
    rule: "French in Windows-1252 is read",
    bytes: encoded("L’été dernier, à Genève, la grève a été évitée.", "windows-1252"),
    text: "L’été dernier, à Genève, la grève a été évitée.",
    encoding: "windows-1252",
  },
  {
    rule: "German in Windows-1252 is read",
    bytes: encoded("Für die Fähre „Möwe“ gilt Größe.", "windows-1252"),
    text: "Für die Fähre „Möwe“ gilt Größe.",
    encoding: "windows-1252",
  },
  {
    rule: "English whose only marks are curly quotes is Windows-1252",
    bytes: encoded(ENGLISH, "windows-1252"),
    text: ENGLISH,
    encoding: "windows-1252",
  },
  {
    rule: "Arabic in Windows-1256 is read",
    bytes: encoded("غادرت العبارة الميناء في السادسة صباحا، وقال القبطان إن البحر هادئ.", "windows-1256"),
    text: "غادرت العبارة الميناء في السادسة صباحا، وقال القبطان إن البحر هادئ.",
    encoding: "windows-1256",
  },
  {
    rule: "what a page declares is honoured where it decodes",
    bytes: new Uint8Array([
      ...utf8('<html><meta charset="windows-1253"><p>'),
      ...encoded("Το πλοίο έφυγε", "windows-1253"),
    ]),
    text: '<html><meta charset="windows-1253"><p>Το πλοίο έφυγε',
    encoding: "windows-1253",
  },
  {
    rule: "what an XML declaration says is honoured",
    bytes: new Uint8Array([...utf8('<?xml version="1.0" encoding="iso-8859-5"?>'), ...encoded("Паром", "iso-8859-5")]),
    text: '<?xml version="1.0" encoding="iso-8859-5"?>Паром',
    encoding: "iso-8859-5",
  },
  {
    rule: "a page that declares Windows-1251 but is UTF-8 is read as UTF-8",
    bytes: utf8(`<meta charset="windows-1251"><p>${RUSSIAN}`),
    text: `<meta charset="windows-1251"><p>${RUSSIAN}`,
    encoding: "utf-8",
  },
  {
    rule: "a page that declares UTF-8 but is Windows-1251 is read as Windows-1251",
    bytes: new Uint8Array([...utf8('<meta charset="utf-8"><p>'), ...encoded(RUSSIAN, "windows-1251")]),
    text: `<meta charset="utf-8"><p>${RUSSIAN}`,
    encoding: "windows-1251",
  },
  {
    rule: "a stray NUL does not make long copy binary",
    bytes: utf8(`${ENGLISH.repeat(10)}\0`),
    text: `${ENGLISH.repeat(10)}\0`,
    encoding: "utf-8",
  },
];

for (const { rule, bytes, text, encoding } of FILES) {
  test(rule, () => expect(decodeText(bytes)).toEqual({ text, encoding }));
}

const NO_TEXT: readonly { rule: string; bytes: Uint8Array; says: string }[] = [
  { rule: "a PDF is refused by name", bytes: utf8("%PDF-1.7\nstream"), says: "PDF" },
  {
    rule: "a picture is refused by name",
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    says: "PNG",
  },
  {
    rule: "a word processor's document is refused by name",
    bytes: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
    says: "word processor",
  },
  { rule: "rich text is refused by name", bytes: utf8("{\\rtf1\\ansi Ferry}"), says: "RTF" },
  {
    rule: "every byte there is, in order, is not text",
    bytes: new Uint8Array(Array.from({ length: 2560 }, (_, at) => at % 256)),
    says: "not text",
  },
  { rule: "nothing but NULs is not text", bytes: new Uint8Array(1000), says: "not text" },
  {
    rule: "UTF-8 cut in the middle of a letter is not taken for another encoding",
    bytes: utf8(RUSSIAN.repeat(3)).subarray(0, 200),
    says: "Save it again as UTF-8",
  },
  {
    rule: "UTF-8 with its mark and a wrong byte is refused",
    bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff]),
    says: "UTF-8",
  },
  {
    rule: "high bytes without sense are refused",
    bytes: new Uint8Array(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 64))),
    says: "encoding",
  },
];

for (const { rule, bytes, says } of NO_TEXT) {
  test(rule, () => {
    const decoded = decodeText(bytes);
    expect("problem" in decoded ? decoded.problem : decoded).toContain(says);
  });
}

test("every Russian letter survives Windows-1251 and KOI8-R", () => {
  for (const encoding of ["windows-1251", "koi8-r"]) {
    const text = `${RUSSIAN.replaceAll(/[«»]/g, "")} ${CYRILLIC.slice(32)} ${CYRILLIC.slice(0, 32)}`;
    expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding });
  }
});

test("fifty megabytes are decoded in seconds", () => {
  const line = encoded(`${RUSSIAN}\n`, "windows-1251");
  const bytes = new Uint8Array(50_000_000);
  for (let at = 0; at + line.length <= bytes.length; at += line.length) bytes.set(line, at);
  bytes.fill(10, bytes.length - (bytes.length % line.length));
  const began = performance.now();
  const decoded = decodeText(bytes);
  expect("encoding" in decoded && decoded.encoding).toBe("windows-1251");
  expect(performance.now() - began).toBeLessThan(5000);
});

const POLISH = "Prom odpłynął o szóstej. Źródło: załoga, która żegnała łódź.";
const JAPANESE = Uint8Array.of(0x83, 0x74, 0x83, 0x46, 0x83, 0x8a, 0x81, 0x5b);

test("what a server says of a page is believed where its bytes do not say otherwise, and Latin-1 is not", () => {
  const polish = encoded(POLISH, "iso-8859-2");
  expect(decodeText(polish, "ISO-8859-2")).toEqual({ text: POLISH, encoding: "iso-8859-2" });
  expect(decodeText(JAPANESE, "Shift_JIS")).toEqual({ text: "フェリー", encoding: "shift_jis" });
  expect(decodeText(utf8(RUSSIAN), "windows-1251")).toEqual({ text: RUSSIAN, encoding: "utf-8" });
  const russian = encoded(RUSSIAN, "windows-1251");
  for (const said of ["iso-8859-1", "utf-8", "x-nobody-knows", "gb18030; drop", ""])
    expect(decodeText(russian, said)).toEqual({ text: RUSSIAN, encoding: "windows-1251" });
});
