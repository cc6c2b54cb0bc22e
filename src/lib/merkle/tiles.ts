/** The static files a log is served as: C2SP tlog-tiles, their names and which of them a tree of some size has. */

export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

// C2SP tlog-tiles: "between 0 and 63".
const HIGHEST_LEVEL = 63;

export type Tile = {
  /** `entries` are the leaves themselves, as many as a tile of level 0 has hashes. */
  readonly level: number | "entries";
  readonly number: number;
  /** 256, or fewer at the right edge of a tree. */
  readonly width: number;
};

/** `0/x001/x234/067`, `entries/000.p/12`. */
export function nameOfTile({ level, number, width }: Tile): string {
  const partial = width === TILE_WIDTH ? "" : `.p/${width}`;
  return `${level}/${stepsOf(number)}${partial}`;
}

function stepsOf(number: number): string {
  const last = String(number % 1000).padStart(3, "0");
  let steps = last;
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000))
    steps = `x${String(rest % 1000).padStart(3, "0")}/${steps}`;
  return steps;
}

/** The tile of that name; nothing for what is no name, or not the one spelling of it. */
export function tileNamed(name: string): Tile | undefined {
  const { level, steps, width } =
    /^(?<level>\d{1,2}|entries)\/(?<steps>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>\d{1,3}))?$/.exec(name)?.groups ?? {};
  if (level === undefined || steps === undefined) return undefined;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    number: Number(steps.replaceAll(/[x/]/g, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isOne =
    (level === "entries" || Number(level) <= HIGHEST_LEVEL) && Number.isSafeInteger(tile.number) && tile.width > 0;
  return isOne && nameOfTile(tile) === name ? tile : undefined;
}

/** How many hashes, or entries, a tile has in a tree of `size` leaves. */
export function widthOfTile(size: number, { level, number }: Pick<Tile, "level" | "number">): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === "entries" ? 0 : level));
  return Math.max(0, Math.min(TILE_WIDTH, hashes - number * TILE_WIDTH));
}

/** All tiles of hashes of a tree, from the leaves up; the last of a level may be partial. */
export function* tilesOf(size: number): Generator<Tile & { readonly level: number }, void, void> {
  for (let level = 0; size >= TILE_WIDTH ** level; level++) {
    for (let number = 0; ; number++) {
      const width = widthOfTile(size, { level, number });
      if (width === 0) break;
      yield { level, number, width };
    }
  }
}

// C2SP tlog-tiles: entries have a length of two bytes.
export const LONGEST_ENTRY_BYTES = 65_535;

export function bundleOf(entries: readonly string[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(
      entries.flatMap((entry) => {
        const bytes = Buffer.from(entry);
        if (bytes.length > LONGEST_ENTRY_BYTES)
          throw new Error(`an entry of ${bytes.length} bytes is too long for a log`);
        const length = Buffer.alloc(2);
        length.writeUInt16BE(bytes.length);
        return [length, bytes];
      }),
    ),
  );
}

/** The entries of a bundle, in order; throws a sentence when it ends within one. */
export function entriesIn(bundle: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(bundle);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw new Error("the bundle of entries is cut off");
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
