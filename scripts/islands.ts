/** Every script for browsers, by its module's path in the clone. */
import { ISLANDS as DESK_ISLANDS } from "#desk/assets.ts";
import { ISLANDS as SITE_ISLANDS } from "#site/assets/islands.ts";

export const ISLANDS: readonly string[] = [
  ...SITE_ISLANDS.map((name) => `src/site/islands/${name}.ts`),
  ...DESK_ISLANDS.map((name) => `src/desk/islands/${name}.ts`),
];
