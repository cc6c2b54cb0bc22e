/** Text as it arrives, piece by piece, for what may be larger than memory. */

/** The bytes are no text in UTF-8, nor in UTF-16 that says so. */
export class NotText extends Error {}

export async function* textOfPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff || chunk[0] === 0xfe ? "utf-16" : "utf-8", { fatal: true });
    const piece = decoded(decoder, chunk);
    if (piece.includes("\0")) throw new NotText("is not text");
    if (piece !== "") yield piece;
  }
  const last = decoder ? decoded(decoder) : "";
  if (last !== "") yield last;
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new NotText("is not text in UTF-8", { cause });
  }
}
