/**
 * The key of today's digests of networks: a file of its own that every process of this install reads, made at random when a
 * day begins and deleted with the next. It goes into no backup, for its name has a full stop.
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { keyIn } from "./keys.ts";

const NAME = "network";

/** The key of the day it is at `at`, in UTC. */
export function networkKeyIn(directory: string): (at: Date) => Promise<string> {
  let known: { readonly day: string; readonly key: Promise<string> } | undefined;
  return (at) => {
    const day = at.toISOString().slice(0, 10);
    if (known?.day !== day) known = { day, key: keyOfDay(directory, day) };
    return known.key;
  };
}

async function keyOfDay(directory: string, day: string): Promise<string> {
  const own = `${NAME}.${day}`;
  const key = await keyIn(directory, own);
  // What was digested before is from now on what nobody can read.
  const earlier = (await readdir(directory)).filter((name) => /^network\.\d{4}-\d\d-\d\d$/.test(name) && name < own);
  await Promise.all(earlier.map((name) => rm(join(directory, name), { force: true })));
  return key;
}
