/** The pages a reader can get to on a site by its links alone, and one of each kind of them. */

export type Visited = {
  /** `/en/labels/islamic-state` */
  readonly path: string;
  /** `/{edition}/labels/{organisation}`: which of the address book's lines it is. */
  readonly kind: string;
  readonly edition: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
};

// A newsroom of this size has fewer pages; more means links that go round in circles.
const MOST_PAGES = 600;

/** Every page that is linked from the front page on, by way of the others, or the first `most`; files and feeds are left out. */
export async function tour(address: string, { most = Number.POSITIVE_INFINITY } = {}): Promise<Visited[]> {
  const waiting = ["/"];
  const seen = new Set(waiting);
  const visited: Visited[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.length === most) break;
    if (visited.length === MOST_PAGES)
      throw new Error(`more than ${MOST_PAGES} pages are linked, the last one ${path}`);
    const response = await fetch(address + path, { redirect: "manual" });
    const html = await response.text();
    visited.push({ path, ...placeOf(path), status: response.status, headers: response.headers, html });
    for (const next of linksIn(html)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return visited;
}

/** The first page of each kind in each edition. */
export function oneOfEachKind(pages: readonly Visited[]): Visited[] {
  const kinds = new Map<string, Visited>();
  for (const page of pages) {
    const key = `${page.edition} ${page.kind}`;
    if (!kinds.has(key)) kinds.set(key, page);
  }
  return [...kinds.values()];
}

const STEPS: Readonly<Record<string, string>> = {
  sections: "{section}",
  topics: "{topic}",
  people: "{person}",
  labels: "{organisation}",
  archive: "{yyyy}/{mm}",
  timeline: "{timeline}",
  sources: "{id}",
};

const FIXED = ["search", "labels", "people", "log", "corrections", "replies"];
// What the invented agency says of itself.
const STANDING = ["about", "how-we-work", "contact", "imprint", "privacy"];

function placeOf(path: string): { kind: string; edition: string } {
  const [edition = "", first = "", second] = new URL(path, "http://site").pathname.split("/").slice(1);
  if (edition === "") return { kind: "/", edition };
  if (first === "") return { kind: "/{edition}/", edition };
  if (second === undefined) return { kind: kindOf(first), edition };
  const step = STEPS[first];
  return { kind: step ? `/{edition}/${first}/${step}` : `/{edition}/{slug}/${second}`, edition };
}

function kindOf(step: string): string {
  if (FIXED.includes(step)) return `/{edition}/${step}`;
  return STANDING.includes(step) ? "/{edition}/{page}" : "/{edition}/{slug}";
}

/** Paths of the site itself; what ends like a file is not a page, nor what the log serves to machines, and a reader's own page is of no edition. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].flatMap(([, href = ""]) => {
    const path = href.replaceAll("&amp;", "&");
    return path.startsWith("//") ||
      path.startsWith("/log/") ||
      path.startsWith("/replies/") ||
      /\.(xml|json|ics|txt|jpe?g|png|webp|svg)$/.test(path)
      ? []
      : [path];
  });
}
