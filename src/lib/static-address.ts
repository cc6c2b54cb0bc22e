/**
 * Where the answer at an address stands in a folder any file server can serve: a page as the index of a folder of its
 * name, a file as itself. A parameter becomes a step, as file servers know none.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";

const FILE_ENDINGS =
  /\.(?:json|xml|ics|txt|md|csv|opml|svg|png|jpe?g|gif|webp|avif|ico|css|js|mjs|map|woff2?|pdf|webmanifest|gz)$/i;

// Names of the log's files are its format's own, and have no ending.
const OF_THE_LOG = /^\/log\/(?:checkpoint|key|tile\/.+)$/;

/** Whether an address of ours answers with a page; everything else is a file of its own type. */
export function isPage(path: string): boolean {
  return !OF_THE_LOG.test(path) && !FILE_ENDINGS.test(path);
}

/** `en/ferry-strike/index.html`; nothing for an address that could not be a file. */
export function fileOf(address: string): string | undefined {
  const [path = "", query = ""] = address.split("#")[0]?.split("?") ?? [];
  const steps = decodedSteps(path);
  if (steps === undefined) return undefined;
  const asked = [...new URLSearchParams(query)].map(([name, value]) => safeStep(`${name}-${value}`));
  if (isPage(path)) return [...steps, ...asked, "index.html"].join("/");
  const [last = "", ...folders] = steps.toReversed();
  const dot = last.lastIndexOf(".");
  const named = asked.length === 0 ? last : `${last.slice(0, dot)}.${asked.join(".")}${last.slice(dot)}`;
  return [...folders.toReversed(), named].join("/");
}

/** The way from a file to the one at an address, with what follows its `#`: `../../sections/world/`. */
export function wayTo(address: string, from: string): string | undefined {
  const file = fileOf(address);
  if (file === undefined) return undefined;
  const [, mark] = /(#.*)$/s.exec(address) ?? [];
  const way = posix.relative(posix.dirname(`/${from}`), `/${file}`);
  const short = way.replace(/(^|\/)index\.html$/, "$1");
  const encoded = short.split("/").map(encodeURIComponent).join("/");
  return `${encoded === "" ? "./" : encoded}${mark ?? ""}`;
}

function decodedSteps(path: string): string[] | undefined {
  if (!path.startsWith("/")) return undefined;
  try {
    const steps = path.slice(1).replace(/\/$/, "").split("/").map(decodeURIComponent);
    const isNone = steps.length === 1 && steps[0] === "";
    if (isNone) return [];
    return steps.every(isName) ? steps : undefined;
  } catch {
    return undefined; // a broken percent-encoding names no file
  }
}

/** No folder of this world, nor its parent, nor what a file system does not take. */
function isName(step: string): boolean {
  return step !== "" && !/^\.\.?$/.test(step) && !/[/\\\0]/.test(step) && Buffer.byteLength(step) <= 255;
}

/** A parameter as a name: what is not plain is told apart by a digest. */
function safeStep(said: string): string {
  const plain = said.replaceAll(/[^\w.-]+/g, "_").slice(0, 100);
  return plain === said ? said : `${plain}-${createHash("sha256").update(said).digest("hex").slice(0, 12)}`;
}
