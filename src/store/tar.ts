/** Tar archives (POSIX ustar) as streams of bytes: as much of the format as a backup needs. */

const BLOCK = 512;

// A name of ustar is one field of 100 bytes, and one before it for folders, which backups have no use for.
const LONGEST_NAME = 100;

/** A file in an archive; its body has to be read before the next one is asked for. */
export type TarEntry = { readonly name: string; readonly bytes: number; readonly body: AsyncIterable<Uint8Array> };

/** What is read is not an archive, or not a whole one. */
export class BrokenTar extends Error {}

/** The block before a file's bytes. */
export function tarHeader(name: string, bytes: number, at: Date): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`the name ${name} is too long for an archive`);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(octal(bytes, 11), 124);
  header.write(octal(Math.floor(at.getTime() / 1000), 11), 136);
  header.write("        0", 148);
  header.write("ustar\x0000", 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
  );
  return header;
}

/** The zeros after a file of so many bytes, up to the next block. */
export function tarPadding(bytes: number): Uint8Array {
  return new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** What ends an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * BLOCK);
}

/** The files of an archive in order; throws `BrokenTar` where it is cut off or is none. */
export async function* tarEntries(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void, void> {
  const source = reader(archive);
  for (;;) {
    const header = Buffer.from(await source.exactly(BLOCK));
    if (header.every((byte) => byte === 0)) return source.zerosToTheEnd();
    const entry = { name: textIn(header, 0, LONGEST_NAME), bytes: numberIn(header, 124, 12) };
    if (sumOf(header) !== numberIn(header, 148, 8)) throw new BrokenTar("a header does not add up");
    let read = false;
    yield { ...entry, body: body() };
    if (!read) throw new Error(`${entry.name} was not read before the next entry was asked for`);

    async function* body() {
      yield* source.some(entry.bytes);
      await source.exactly(tarPadding(entry.bytes).length);
      read = true;
    }
  }
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}

function textIn(header: Buffer, from: number, length: number): string {
  return header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
}

function numberIn(header: Buffer, from: number, length: number): number {
  const text = textIn(header, from, length).trim();
  if (!/^[0-7]+$/.test(text)) throw new BrokenTar("a header holds no number where one has to be");
  return Number.parseInt(text, 8);
}

/** The sum of a header's bytes, its own place counted as blanks. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

type Reader = {
  readonly exactly: (bytes: number) => Promise<Uint8Array>;
  readonly some: (bytes: number) => AsyncGenerator<Uint8Array, void, void>;
  /** Read on, because what unpacks the archive checks its sum only at the end. */
  readonly zerosToTheEnd: () => Promise<void>;
};

function reader(archive: AsyncIterable<Uint8Array>): Reader {
  const chunks = archive[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();

  async function* some(bytes: number): AsyncGenerator<Uint8Array, void, void> {
    let left = bytes;
    while (left > 0) {
      if (rest.length === 0) {
        const { value, done } = await chunks.next();
        if (done) throw new BrokenTar("it ends in the middle");
        rest = value;
        continue;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  return {
    some,
    exactly: async (bytes) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of some(bytes)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    zerosToTheEnd: async () => {
      for (let done: boolean | undefined = false; !done; ) {
        if (rest.some((byte) => byte !== 0)) throw new BrokenTar("something follows its end");
        const next = await chunks.next();
        done = next.done;
        rest = next.done ? rest : next.value;
      }
    },
  };
}
