/** The desk's own files. Its islands are bundled when somebody first opens the desk, once a process. */
import { readFileSync } from "node:fs";
import { type Asset, assetOf } from "#lib/assets.ts";
import { minified } from "#lib/minify.ts";
import { bundled } from "#lib/runtime/bundle.ts";
import desk from "./styles/desk.css" with { type: "file" };
import events from "./styles/events.css" with { type: "file" };
import flow from "./styles/flow.css" with { type: "file" };
import front from "./styles/front.css" with { type: "file" };
import house from "./styles/house.css" with { type: "file" };
import people from "./styles/people.css" with { type: "file" };
import pictures from "./styles/pictures.css" with { type: "file" };
import register from "./styles/register.css" with { type: "file" };
import replies from "./styles/replies.css" with { type: "file" };
import sources from "./styles/sources.css" with { type: "file" };
import wire from "./styles/wire.css" with { type: "file" };
import wireCopy from "./styles/wire-copy.css" with { type: "file" };
import writing from "./styles/writing.css" with { type: "file" };

/** One sheet for all pages, in this order: the desk's frame and forms, then each part's own. */
const SHEETS = [
  desk,
  people,
  flow,
  events,
  writing,
  pictures,
  front,
  house,
  register,
  replies,
  wireCopy,
  wire,
  sources,
];

/** Every island: a module of `islands/` that a page asks for by its name. */
export const ISLANDS = ["desk", "editor", "passkey", "pictures", "replies"] as const;

export type Island = (typeof ISLANDS)[number];

export type DeskAssets = {
  readonly styles: string;
  readonly islands: Readonly<Record<Island, string>>;
  readonly files: readonly Asset[];
};

let made: Promise<DeskAssets> | undefined;

export function deskAssets(): Promise<DeskAssets> {
  made ??= makeAssets();
  return made;
}

async function makeAssets(): Promise<DeskAssets> {
  const sheet = SHEETS.map((path) => readFileSync(path, "utf8")).join("\n");
  const styles = assetOf("desk", "css", Buffer.from(minified(sheet)));
  const islands = await Promise.all(ISLANDS.map(async (name) => [name, await islandOf(name)] as const));
  return {
    styles: styles.address,
    // `fromEntries` forgets which keys there are.
    islands: Object.fromEntries(islands.map(([name, { address }]) => [name, address])) as DeskAssets["islands"],
    files: [styles, ...islands.map(([, script]) => script)],
  };
}

async function islandOf(name: Island): Promise<Asset> {
  return assetOf(`desk-${name}`, "js", await bundled(`src/desk/islands/${name}.ts`));
}
