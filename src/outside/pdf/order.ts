/** The pieces of one line of a page, which stand from left to right as they were drawn, in the order they are read. */

export type Piece = {
  readonly str: string;
  readonly hasEOL: boolean;
  /** Scale and slant, then where it begins: across and up. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/**
 * The words of a line. Each piece reads right in itself; where some are written from right to left, pieces are put into
 * the order of reading: the other way round, and runs of the other direction back again (UAX #9, L2, by pieces).
 */
export function inReadingOrder(pieces: readonly Piece[]): string {
  const ways = new Map(pieces.map((piece) => [piece, wayOf(piece.str)]));
  const letters = (way: Way) =>
    pieces.filter((piece) => ways.get(piece) === way).reduce((sum, { str }) => sum + str.trim().length, 0);
  if (letters("rtl") === 0) return pieces.map(({ str }) => str).join("");
  const base = letters("rtl") >= letters("ltr") ? "rtl" : "ltr";
  const other = base === "rtl" ? "ltr" : "rtl";
  const across = pieces.filter(isDrawn).toSorted((one, next) => (one.transform[4] ?? 0) - (next.transform[4] ?? 0));
  const read = base === "rtl" ? across.toReversed() : across;
  const ordered: Piece[] = [];
  for (let at = 0; at < read.length; ) {
    const end =
      ways.get(read[at] as Piece) === other ? endOfRun(read, at, (piece) => ways.get(piece) === base) : at + 1;
    const run = read.slice(at, end);
    ordered.push(...(run.length > 1 ? run.toReversed() : run));
    at = end;
  }
  return ordered.map(({ str }) => str).join("");
}

/** Behind the last piece of the other direction before one of the base; what has no direction at its end is left outside. */
function endOfRun(read: readonly Piece[], from: number, isOfBase: (piece: Piece) => boolean): number {
  let end = from + 1;
  for (let at = from + 1; at < read.length; at++) {
    const piece = read[at];
    if (!piece || isOfBase(piece)) break;
    if (wayOf(piece.str) !== undefined) end = at + 1;
  }
  return end;
}

type Way = "ltr" | "rtl";

// Numbers are read from left to right among Arabic words, too.
function wayOf(str: string): Way | undefined {
  if (
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
      str.replaceAll(/\p{N}/gu, ""),
    )
  )
    return "rtl";
  return /[\p{L}\p{N}]/u.test(str) ? "ltr" : undefined;
}

/** A space without room is one that the reader of the file guessed between a letter and its mark. */
function isDrawn({ str, width }: Piece): boolean {
  return str.trim() !== "" || width > 0;
}
