/** Source maps of text that was put together twice: each place of the last text is led back to where it was first written. */

/** What of a source map (ECMA-426) is read and written here; positions are those of `mappings`, in their order. */
export type SourceMap = {
  readonly version: 3;
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
};

/** Of one line of the text: where in it, and of which source, line and column it is; counted from 0. */
type Segment = readonly [column: number, source: number, line: number, sourceColumn: number];

/**
 * The map of a text to the sources of what it was made of: `earlier` answers the map of one of `last`'s sources, or nothing
 * where that was no text of ours. Sources are named as the earlier maps name them; names of variables are left out.
 */
export function composed(last: SourceMap, earlier: (source: string) => SourceMap | undefined): SourceMap {
  const sources: string[] = [];
  const sourcesContent: (string | null)[] = [];
  const before = last.sources.map((name) => {
    const map = earlier(name);
    const first = sources.length;
    sources.push(...(map?.sources ?? [name]));
    sourcesContent.push(...(map ? map.sources.map((_, at) => map.sourcesContent?.[at] ?? null) : [null]));
    return { first, lines: map && linesOf(map.mappings) };
  });
  const lines = linesOf(last.mappings).map((segments) =>
    segments.flatMap(([column, source, line, sourceColumn]): Segment[] => {
      const { first, lines } = before[source] ?? { first: 0, lines: undefined };
      if (!lines) return [[column, first, line, sourceColumn]];
      const found = lastUpTo(lines[line] ?? [], sourceColumn);
      return found ? [[column, first + found[1], found[2], found[3]]] : [];
    }),
  );
  return { version: 3, sources, sourcesContent, names: [], mappings: mappingsOf(lines) };
}

/** The last that begins at a column or before it: a line of what is minified has a hundred thousand. */
function lastUpTo(segments: readonly Segment[], column: number): Segment | undefined {
  let [from, to] = [0, segments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segments[middle]?.[0] ?? 0) <= column) from = middle + 1;
    else to = middle;
  }
  return segments[from - 1];
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE_OF = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));
const SEMICOLON = 59;
const COMMA = 44;

/** Segments without a source are left out: nothing is known of them. */
function linesOf(mappings: string): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [[]];
  let [column, source, line, sourceColumn] = [0, 0, 0, 0];
  let fields: number[] = [];
  let [value, shift] = [0, 0];
  const end = () => {
    column += fields[0] ?? 0;
    if (fields.length >= 4) {
      source += fields[1] ?? 0;
      line += fields[2] ?? 0;
      sourceColumn += fields[3] ?? 0;
      lines.at(-1)?.push([column, source, line, sourceColumn]);
    }
    fields = [];
  };
  for (let at = 0; at < mappings.length; at++) {
    const sign = mappings.charCodeAt(at);
    if (sign === SEMICOLON || sign === COMMA) {
      end();
      if (sign === COMMA) continue;
      lines.push([]);
      column = 0;
      continue;
    }
    const digit = VALUE_OF.get(sign) ?? 0;
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    fields.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  end();
  return lines;
}

function mappingsOf(lines: readonly (readonly Segment[])[]): string {
  let [source, line, sourceColumn] = [0, 0, 0];
  return lines
    .map((segments) => {
      let column = 0;
      return segments
        .map((one) => {
          const written = [one[0] - column, one[1] - source, one[2] - line, one[3] - sourceColumn]
            .map(digitsOf)
            .join("");
          [column, source, line, sourceColumn] = one;
          return written;
        })
        .join(",");
    })
    .join(";");
}

function digitsOf(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let digits = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    digits += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return digits;
}
