/** Whom to send to next when many wait: few of one host, and few of those that failed last time, so that the others never wait for them. */

export type Waiting = {
  /** Where it leads. */
  readonly host: string;
  /** In a row, until now. */
  readonly failures: number;
};

/** How many more may be begun. */
export type Room = {
  readonly most: number;
  /** Of those that failed last time. */
  readonly failing: number;
  /** Of a host nobody is busy with. */
  readonly ofAHost: number;
  /** How many of a host are being sent to now. */
  readonly busy: ReadonlyMap<string, number>;
};

/** The first of a list there is room for, in its order. */
export function fairly<One extends Waiting>(list: readonly One[], { most, failing, ofAHost, busy }: Room): One[] {
  const begun = new Map(busy);
  const chosen: One[] = [];
  let mayFail = failing;
  for (const one of list) {
    if (chosen.length === most) break;
    const ofThisHost = begun.get(one.host) ?? 0;
    if (ofThisHost >= ofAHost || (one.failures > 0 && mayFail === 0)) continue;
    if (one.failures > 0) mayFail -= 1;
    begun.set(one.host, ofThisHost + 1);
    chosen.push(one);
  }
  return chosen;
}

/** Hosts that have all the places they may have. */
export function fullHosts({ ofAHost, busy }: Room): string[] {
  return [...busy].flatMap(([host, count]) => (count >= ofAHost ? [host] : []));
}

/** How much of a list to look at, so that one host at its beginning does not hide the others. */
export function lookedAt({ most }: Room): number {
  return most * 4;
}
