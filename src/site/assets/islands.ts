/** What the public pages gain with JavaScript: small scripts, bundled once a process. Nothing is read with their help alone. */
import { type Asset, assetOf } from "#lib/assets.ts";
import { bundled } from "#lib/runtime/bundle.ts";

export const ISLANDS = ["replies", "writing", "work", "mine", "push", "embed"] as const;

export type SiteIslands = {
  readonly addresses: Readonly<Record<(typeof ISLANDS)[number], string>>;
  readonly files: readonly Asset[];
};

let made: Promise<SiteIslands> | undefined;

export function siteIslands(): Promise<SiteIslands> {
  made ??= makeIslands();
  return made;
}

async function makeIslands(): Promise<SiteIslands> {
  const all = await Promise.all(
    ISLANDS.map(async (name) => [name, assetOf(name, "js", await bundled(`src/site/islands/${name}.ts`))] as const),
  );
  return {
    // `fromEntries` forgets which keys there are.
    addresses: Object.fromEntries(all.map(([name, { address }]) => [name, address])) as SiteIslands["addresses"],
    files: all.map(([, file]) => file),
  };
}
