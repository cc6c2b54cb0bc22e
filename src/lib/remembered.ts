/** What costs much to make and little to keep, made once for each text it is made from. */

/** `make`, whose last `most` answers are kept; for functions of their text alone, whose answers nobody changes. */
export function remembered<Made>(most: number, make: (from: string) => Made): (from: string) => Made {
  const made = new Map<string, Made>();
  return (from) => {
    const known = made.get(from);
    if (known !== undefined) return known;
    const one = make(from);
    if (made.size >= most) forgetOldest(made);
    made.set(from, one);
    return one;
  };
}

function forgetOldest(made: Map<string, unknown>): void {
  for (const oldest of made.keys()) {
    made.delete(oldest);
    return;
  }
}
