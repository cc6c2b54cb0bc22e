/** What kind of picture bytes are, by their first ones, and how large it says it is. Nothing is decoded. */

export type Kind = "jpeg" | "png" | "gif" | "webp" | "avif";

export type Head = { readonly kind: Kind; readonly width: number; readonly height: number };

/** Of a file's name nothing is believed. `heic` is a picture, and the one kind phones make that cannot be read here. */
export function headOf(bytes: Uint8Array): Head | { readonly problem: "kind" | "heic" | "damaged" } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(data);
  if (kind === undefined) return { problem: "kind" };
  if (kind === "heic") return { problem: "heic" };
  const size = SIZES[kind](data);
  return size && size.width > 0 && size.height > 0 ? { kind, ...size } : { problem: "damaged" };
}

const HEIC_BRANDS = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

function kindOf(data: Buffer): Kind | "heic" | undefined {
  if (begins(data, "ffd8ff")) return "jpeg";
  if (begins(data, "89504e470d0a1a0a")) return "png";
  if (/^GIF8[79]a$/.test(ascii(data, 0, 6))) return "gif";
  if (ascii(data, 0, 4) === "RIFF" && ascii(data, 8, 12) === "WEBP") return "webp";
  if (ascii(data, 4, 8) !== "ftyp") return undefined;
  const brands = brandsOf(data);
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? "heic" : undefined;
}

function brandsOf(data: Buffer): string[] {
  const end = Math.min(data.length < 8 ? 0 : data.readUInt32BE(0), data.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) brands.push(ascii(data, at, at + 4));
  return brands;
}

type Size = { readonly width: number; readonly height: number };

const SIZES: Readonly<Record<Kind, (data: Buffer) => Size | undefined>> = {
  jpeg: sizeOfJpeg,
  png: (data) => (data.length < 24 ? undefined : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }),
  gif: (data) => (data.length < 10 ? undefined : { width: data.readUInt16LE(6), height: data.readUInt16LE(8) }),
  webp: sizeOfWebp,
  avif: sizeOfAvif,
};

/** Walks the segments to the frame header (ITU-T T.81, B.2.2): C0 to CF but for tables (C4), extensions (C8) and arithmetic conditioning (CC). */
function sizeOfJpeg(data: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= data.length; ) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649: the size stands in the first chunk, written differently in each of its three forms. */
function sizeOfWebp(data: Buffer): Size | undefined {
  if (data.length < 30) return undefined;
  switch (ascii(data, 12, 16)) {
    case "VP8X":
      return { width: 1 + data.readUIntLE(24, 3), height: 1 + data.readUIntLE(27, 3) };
    case "VP8L": {
      const bits = data.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8 ":
      return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}

// The boxes that say what is in the file stand before the pixels, in a few hundred bytes.
const AVIF_HEAD_BYTES = 64 * 1024;

/** The largest of the sizes its parts have (`ispe`): the whole, its tiles, its mask of transparency. */
function sizeOfAvif(data: Buffer): Size | undefined {
  let largest: Size | undefined;
  const head = data.subarray(0, AVIF_HEAD_BYTES);
  for (let at = head.indexOf("ispe"); at !== -1 && at + 16 <= head.length; at = head.indexOf("ispe", at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

function begins(data: Buffer, hex: string): boolean {
  return data.subarray(0, hex.length / 2).toString("hex") === hex;
}

function ascii(data: Buffer, from: number, to: number): string {
  return data.subarray(from, to).toString("latin1");
}
