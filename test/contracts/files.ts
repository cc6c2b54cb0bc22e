/** What every place that keeps files must do, wherever it is. */
import { expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import type { Files } from "#lib/files.ts";

export type Place = { readonly files: Files } & AsyncDisposable;

const NAME = "0123456789abcdef0123456789abcdef.jpg";

export function filesContract(where: string, open: () => Promise<Place>): void {
  test(`${where}: what is kept is read again, byte for byte, with its length told first`, async () => {
    await using place = await open();
    const bytes = randomBytes(3_000_000);
    await place.files.keep(NAME, bytes);
    const file = await place.files.open(NAME);
    expect(file?.bytes).toBe(bytes.length);
    expect(Buffer.from(await new Response(file?.stream).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test(`${where}: what was never kept is nothing, before anything was and after`, async () => {
    await using place = await open();
    expect(await place.files.open(NAME)).toBeUndefined();
    await place.files.keep(NAME, randomBytes(10));
    expect(await place.files.open(NAME.replace("0", "f"))).toBeUndefined();
    expect(await place.files.open(NAME.slice(0, -1))).toBeUndefined();
  });

  test(`${where}: the same name twice keeps the first`, async () => {
    await using place = await open();
    await place.files.keep(NAME, new Uint8Array([1, 2, 3]));
    await place.files.keep(NAME, new Uint8Array([4, 5, 6, 7]));
    expect(await bytesOf(place.files, NAME)).toEqual([1, 2, 3]);
  });

  test(`${where}: what is removed is nothing, can be removed again and kept again`, async () => {
    await using place = await open();
    await place.files.remove(NAME);
    await place.files.keep(NAME, new Uint8Array([1, 2, 3]));
    await place.files.remove(NAME);
    expect(await place.files.open(NAME)).toBeUndefined();
    await place.files.remove(NAME);
    await place.files.keep(NAME, new Uint8Array([4]));
    expect(await bytesOf(place.files, NAME)).toEqual([4]);
  });

  test(`${where}: many who keep the same at once keep it once and whole`, async () => {
    await using place = await open();
    const bytes = randomBytes(200_000);
    await Promise.all(Array.from({ length: 8 }, () => place.files.keep(NAME, bytes)));
    expect(Buffer.from(await bytesOf(place.files, NAME)).equals(bytes)).toBe(true);
  });

  test(`${where}: a file that nobody reads to its end does not stand in the way of the next`, async () => {
    await using place = await open();
    await place.files.keep(NAME, randomBytes(1_000_000));
    for (let round = 0; round < 20; round++) await (await place.files.open(NAME))?.stream.cancel();
    expect(await bytesOf(place.files, NAME)).toHaveLength(1_000_000);
  });
}

async function bytesOf(files: Files, name: string): Promise<number[]> {
  const file = await files.open(name);
  return [...new Uint8Array(await new Response(file?.stream ?? null).arrayBuffer())];
}
