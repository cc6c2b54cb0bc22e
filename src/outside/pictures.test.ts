import { expect, test } from "bun:test";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { halves, jpeg } from "#test/pictures.ts";
import { type PictureProblem, readPicture, sizesOf } from "./pictures.ts";

const text = (words: string) => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const made = async (image: Sharp) => new Uint8Array(await image.toBuffer());

async function kept(bytes: Uint8Array) {
  const read = await readPicture(bytes);
  if ("problem" in read) throw new Error(`the picture is refused: ${read.problem}`);
  return read.picture;
}

/** The colour of one pixel of a kept picture. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
}

function isNear(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 24);
}

const RED = [208, 32, 32];
const BLUE = [32, 32, 208];

/** A PNG that says it is so large, of a few bytes. */
function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    whole.set(body, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  return joined(
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", new Uint8Array()),
  );
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>`;

const REFUSED: readonly { rule: string; bytes: () => Uint8Array | Promise<Uint8Array>; problem: PictureProblem }[] = [
  { rule: "an SVG", bytes: () => text(SVG), problem: "kind" },
  { rule: "an SVG behind an XML declaration", bytes: () => text(`<?xml version="1.0"?>${SVG}`), problem: "kind" },
  { rule: "a page", bytes: () => text("<!doctype html><img src=x onerror=alert(1)>"), problem: "kind" },
  { rule: "a PDF", bytes: () => text("%PDF-1.7\n"), problem: "kind" },
  { rule: "an archive", bytes: () => joined(text("PK\u0003\u0004"), new Uint8Array(100)), problem: "kind" },
  { rule: "a program", bytes: () => text("\u007fELF\u0002\u0001\u0001"), problem: "kind" },
  { rule: "a TIFF", bytes: () => made(halves().tiff()), problem: "kind" },
  { rule: "nothing", bytes: () => new Uint8Array(), problem: "kind" },
  { rule: "the beginning of a JPEG", bytes: () => Uint8Array.of(0xff, 0xd8, 0xff), problem: "damaged" },
  {
    rule: "a HEIC",
    bytes: () => joined(Uint8Array.of(0, 0, 0, 24), text("ftypheic\0\0\0\0heicmif1"), new Uint8Array(50)),
    problem: "heic",
  },
  { rule: "a script that begins as a GIF", bytes: () => text("GIF89a=1;alert(document.domain)//"), problem: "pixels" },
  {
    rule: "a GIF that claims 65,535 pixels a side",
    bytes: () => joined(text("GIF89a"), Uint8Array.of(255, 255, 255, 255, 0, 0, 0)),
    problem: "pixels",
  },
  { rule: "a PNG bomb", bytes: () => pngOf(50_000, 50_000), problem: "pixels" },
  { rule: "a PNG of a size no picture has", bytes: () => pngOf(0xffff_ffff, 0xffff_ffff), problem: "pixels" },
  { rule: "a PNG without a side", bytes: () => pngOf(0, 100), problem: "damaged" },
  { rule: "a PNG that ends before its pixels do", bytes: () => pngOf(5_000, 5_000), problem: "damaged" },
  { rule: "half a JPEG", bytes: async () => cut(await jpeg({ width: 900, height: 600 })), problem: "damaged" },
  { rule: "half a WebP", bytes: async () => cut(await made(halves({ width: 900 }).webp())), problem: "damaged" },
  {
    rule: "half an AVIF",
    bytes: async () => cut(await made(halves({ width: 900 }).avif({ effort: 0 }))),
    problem: "damaged",
  },
  {
    rule: "too many bytes",
    bytes: () => joined(Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(41 * 1024 * 1024)),
    problem: "large",
  },
];

function cut(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length / 2));
}

for (const { rule, bytes, problem } of REFUSED) {
  test(`a picture is refused: ${rule}`, async () => {
    expect(await readPicture(await bytes())).toEqual({ problem });
  });
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

const KINDS: readonly { rule: string; image: () => Sharp; type?: "image/webp" }[] = [
  { rule: "JPEG", image: () => halves().jpeg() },
  { rule: "progressive JPEG", image: () => halves().jpeg({ progressive: true }) },
  { rule: "PNG", image: () => halves().png() },
  { rule: "PNG with a palette", image: () => halves().png({ palette: true }) },
  { rule: "16-bit PNG", image: () => halves().toColourspace("rgb16").png() },
  { rule: "WebP", image: () => halves().webp({ quality: 95 }) },
  { rule: "lossless WebP", image: () => halves().webp({ lossless: true }) },
  { rule: "AVIF", image: () => halves().avif({ effort: 0, quality: 90 }) },
  { rule: "GIF", image: () => halves().gif() },
  {
    rule: "PNG one can see through",
    image: () => halves().extend({ top: 2, bottom: 2, background: CLEAR }).png(),
    type: "image/webp",
  },
];

for (const { rule, image, type = "image/jpeg" } of KINDS) {
  test(`a picture is kept, in its colours and as ${type}: ${rule}`, async () => {
    const picture = await kept(await made(image()));
    expect(picture.type).toBe(type);
    expect([rule, isNear(await colourAt(picture.bytes, 10, 20), RED)]).toEqual([rule, true]);
    expect([rule, isNear(await colourAt(picture.bytes, 50, 20), BLUE)]).toEqual([rule, true]);
    expect((await sharp(picture.bytes).metadata()).space).toBe("srgb");
  });
}

test("what was made for print is brought into sRGB, as near as ink comes to it", async () => {
  const { bytes } = await kept(await made(halves().toColourspace("cmyk").jpeg({ quality: 95 })));
  expect(await sharp(bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  const [red = 0, , blueOfRed = 0] = await colourAt(bytes, 10, 20);
  const [redOfBlue = 0, , blue = 0] = await colourAt(bytes, 50, 20);
  expect(red).toBeGreaterThan(blueOfRed + 100);
  expect(blue).toBeGreaterThan(redOfBlue + 50);
});

test("a picture in grey stays grey", async () => {
  const { bytes } = await kept(
    await made(
      halves({ colours: ["#000000", "#ffffff"] })
        .greyscale()
        .png(),
    ),
  );
  expect(isNear(await colourAt(bytes, 10, 10), [0, 0, 0])).toBe(true);
  expect(isNear(await colourAt(bytes, 50, 10), [255, 255, 255])).toBe(true);
});

test("a wide gamut is brought into sRGB, and no profile goes along", async () => {
  const wide = await made(halves().withIccProfile("p3").jpeg({ quality: 95 }));
  expect((await sharp(wide).metadata()).hasProfile).toBe(true);
  const { bytes } = await kept(wide);
  expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
  expect(isNear(await colourAt(bytes, 10, 20), RED)).toBe(true);
});

test("what was held sideways stands upright", async () => {
  const turned = await made(halves({ width: 60, height: 40 }).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }));
  const { bytes, width, height } = await kept(turned);
  expect([width, height]).toEqual([40, 60]);
  expect(isNear(await colourAt(bytes, 20, 10), RED)).toBe(true);
  expect(isNear(await colourAt(bytes, 20, 50), BLUE)).toBe(true);
  expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
});

test("what moves stands still on its first frame, and it is said", async () => {
  const frame = (colour: string) =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: colour } })
      .png()
      .toBuffer();
  const frames = await Promise.all(["#d02020", "#2020d0"].map(frame));
  for (const moving of [
    await made(sharp(frames, { join: { animated: true } }).webp()),
    await made(sharp(frames, { join: { animated: true } }).gif()),
  ]) {
    const picture = await kept(moving);
    expect(picture.stoodStill).toBe(true);
    expect([picture.width, picture.height]).toEqual([30, 20]);
    expect(isNear(await colourAt(picture.bytes, 5, 5), RED)).toBe(true);
  }
  expect((await kept(await jpeg())).stoodStill).toBe(false);
});

test("of the file nothing is left but its pixels: no place, no words, nothing that stood behind them", async () => {
  const place = {
    IFD0: { Artist: "Ilse Marand", Copyright: "MARKED" },
    IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" },
  };
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">MARKED</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const plain = await made(halves({ width: 700 }).withExif(place).withXmp(xmp).jpeg());
  const behind = joined(plain, text("PK\u0003\u0004MARKED<script>alert(1)</script>"));
  expect(Buffer.from(behind).includes("GPS") || Buffer.from(behind).includes("MARKED")).toBe(true);
  const { bytes, width } = await kept(behind);
  const served = [bytes];
  for await (const size of sizesOf({ bytes, width })) served.push(size.bytes);
  expect(served).toHaveLength(10);
  for (const one of served) {
    const { exif, xmp, iptc, icc } = await sharp(one).metadata();
    expect({ exif, xmp, iptc, icc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined });
    for (const mark of ["MARKED", "Marand", "script", "PK\u0003\u0004"])
      expect(Buffer.from(one).includes(mark)).toBe(false);
  }
});

test("what its maker wrote is read first: XMP before EXIF, its signs decoded, a licence by its address", async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="Strait News"
      xmpRights:WebStatement="https://creativecommons.org/licenses/by-sa/4.0/">
    <dc:creator><rdf:Seq><rdf:li>Ilse &amp; Anouk</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The quay &lt;b&gt;at
      dawn&#33;</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const exif = { IFD0: { Artist: "Somebody", Copyright: "2026 Strait News" } };
  const { words } = await kept(await made(halves().withExif(exif).withXmp(xmp).jpeg()));
  expect(words).toEqual({
    credit: "Ilse & Anouk / Strait News",
    caption: "The quay <b>at dawn!",
    alt: "",
    copyright: "2026 Strait News",
    licence: "CC BY-SA 4.0",
  });
});

test("IPTC is read from the block programs write it into, in whatever letters", async () => {
  const dataset = (number: number, value: Uint8Array) => joined(Uint8Array.of(0x1c, 2, number, 0, value.length), value);
  const records = joined(
    dataset(80, text("Ильза")),
    dataset(110, text("Strait News")),
    dataset(120, Uint8Array.of(0x51, 0x75, 0xe9)),
  );
  const length = Uint8Array.of(0, 0, 0, records.length);
  const block = joined(
    text("Photoshop 3.0\0"),
    text("8BIM\u0004\u0004\0\0"),
    length,
    records,
    new Uint8Array(records.length % 2),
  );
  const segment = joined(Uint8Array.of(0xff, 0xed, (block.length + 2) >> 8, (block.length + 2) & 0xff), block);
  const plain = await jpeg();
  const { words } = await kept(joined(plain.slice(0, 2), segment, plain.slice(2)));
  expect(words).toMatchObject({ credit: "Ильза / Strait News", caption: "Qué" });
});

test("50 million pixels are made small within a bounded memory", async () => {
  const huge = await made(
    sharp({ create: { width: 8_660, height: 5_774, channels: 3, background: "#d02020" } }).jpeg(),
  );
  const before = process.memoryUsage.rss();
  const { width, height } = await kept(huge);
  expect([width, height]).toEqual([4_096, 2_731]);
  // Decoded whole they would take 150 MB, and twice that in the middle of being turned.
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
});

test("widths go up to the picture's own, never above, in every type", async () => {
  const { bytes, width } = await kept(await jpeg({ width: 700, height: 400 }));
  const sizes: string[] = [];
  for await (const { type, width: wide, height } of sizesOf({ bytes, width })) sizes.push(`${type} ${wide}x${height}`);
  expect(sizes).toEqual(
    ["320x183", "640x366", "700x400"].flatMap((size) =>
      ["avif", "webp", "jpeg"].map((type) => `image/${type} ${size}`),
    ),
  );
});
