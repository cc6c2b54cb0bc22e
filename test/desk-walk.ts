/** Every page of the desk by the lines of the address book: found as people find them, by links from its front. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linksIn } from "./forms.ts";

export type DeskPlace = {
  /** `/desk/articles/{id}`: the line of the address book. */
  readonly address: string;
  /** `/desk/articles/019a…` */
  readonly path: string;
  readonly html: string;
};

/** A page's HTML; nothing for what is no page or not there. */
export type ReadPage = (path: string) => Promise<string | undefined>;

/** What is no page, or is reached another way: answers for islands, a style sheet, what a letter leads to, and what stands before the gate. */
const NO_PAGE =
  /^\/desk\/(?:\*|auth\/.*|sources\.json|sources\/\{source\}\/snapshots\/\{snapshot\}\/warc|pictures\.json|house\/agency\/colours\.css|letters\/\{token\}|sign-in.*)$/;

// Not every article has what the first one has: two texts to compare, a picture, a comment.
const OF_A_KIND = 4;

/** Some pages of every kind there is. Throws where no link leads to one of the address book, for then nobody gets there. */
export async function deskPages(read: ReadPage): Promise<readonly DeskPlace[]> {
  const { found, missing } = await walkedPages(read);
  if (missing.length > 0) throw new Error(`no link of the desk leads to ${missing.join(", ")}`);
  return found;
}

/** The same, and which kinds no link leads to just now: after thousands of forms the newest of a list are not what it was seeded with. */
export async function walkedPages(
  read: ReadPage,
): Promise<{ readonly found: readonly DeskPlace[]; readonly missing: readonly string[] }> {
  const kinds = pageAddresses();
  const found: DeskPlace[] = [];
  const waiting = ["/desk/"];
  const times = new Map<string, number>();
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const address = addressOf(path, kinds);
    const html = address && (await read(path));
    if (address === undefined || html === undefined || html === "") continue;
    found.push({ address, path, html });
    for (const href of linksIn(html)) {
      const next = href.split("#", 1)[0] ?? "";
      const kind = addressOf(next, kinds);
      const before = times.get(kind ?? "") ?? 0;
      if (kind === undefined || seen.has(next) || before === OF_A_KIND) continue;
      seen.add(next);
      times.set(kind, before + 1);
      waiting.push(next);
    }
  }
  const missing = kinds.filter((kind) => !found.some(({ address }) => address === kind));
  return { found, missing };
}

/** The first page of each kind, in the order of the address book. */
export async function onePageOfEachKind(read: ReadPage): Promise<readonly DeskPlace[]> {
  const pages = await deskPages(read);
  return pageAddresses().flatMap((kind) => pages.find(({ address }) => address === kind) ?? []);
}

function pageAddresses(): readonly string[] {
  return readFileSync(join("docs", "addresses.txt"), "utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith("GET /desk/") ? [line.slice("GET ".length)] : []))
    .filter((address) => !NO_PAGE.test(address));
}

/** The line of an address book that a path is of; a fixed step comes before a named one. */
export function addressOf(path: string, addresses: readonly string[]): string | undefined {
  const [plain = ""] = path.split(/[?#]/);
  if (addresses.includes(plain)) return plain;
  return addresses.find((address) =>
    new RegExp(`^${address.replaceAll("+", "\\+").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
}
