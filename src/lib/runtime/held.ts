/**
 * What a release holds inside its single file, by the path it has in a clone: scripts that are bundled already, and files
 * that are read. In a clone nothing is; `scripts/release.ts` puts a module of its own in the place of this one.
 */
export const HELD = undefined as Readonly<Record<string, string>> | undefined;
