/** Which items of two lists are one another's, after some went, some came and some were changed. */

// Below this two blocks have little more in common than "the" and "of".
const ALIKE = 0.4;
// More items than this side by side are matched in their order only.
const LARGEST_MATCH = 2_500;

type Pair = readonly [row: number, column: number];

/** Pairs of places in rising order on both sides, those that are most alike; `likeness` is from 0 to 1. */
export function matchedInOrder(
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
): readonly Pair[] {
  const alike = (row: number, column: number) => {
    const much = likeness(row, column);
    return much >= ALIKE ? much : 0;
  };
  if (rows * columns > LARGEST_MATCH) {
    const both = Array.from({ length: Math.min(rows, columns) }, (_, at): Pair => [at, at]);
    return both.filter(([at]) => alike(at, at) > 0);
  }
  const scores = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, at) => alike(row, at)));
  const best = bestFrom(scores, columns);
  const found: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const score = scores[row]?.[column] ?? 0;
    const here = best[row]?.[column] ?? 0;
    if (score > 0 && here === score + (best[row + 1]?.[column + 1] ?? 0)) {
      found.push([row, column]);
      row += 1;
      column += 1;
    } else if (here === (best[row + 1]?.[column] ?? 0)) row += 1;
    else column += 1;
  }
  return found;
}

/** For every pair of places, the most likeness that can be had from there on without crossing. */
function bestFrom(scores: readonly (readonly number[])[], columns: number): number[][] {
  const best = Array.from({ length: scores.length + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let row = scores.length - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const line = best[row];
      if (!line) continue;
      line[column] = Math.max(
        best[row + 1]?.[column] ?? 0,
        line[column + 1] ?? 0,
        (scores[row]?.[column] ?? 0) + (best[row + 1]?.[column + 1] ?? 0),
      );
    }
  }
  return best;
}
