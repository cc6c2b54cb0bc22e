/**
 * The whole public site as files: every address of the address book that has no named step, everything articles have, and
 * what pages lead to. What a page is is the site's; how its address becomes a file, `lib/static-address.ts`.
 */
import { addressedArticles, formerAddresses } from "#agency/articles/addresses.ts";
import { formerPaths } from "#agency/articles/moved.ts";
import { editions, sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { timelinesOf } from "#agency/events/queries.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { nameOfTile, tilesOf } from "#lib/merkle/tiles.ts";
import { staticHtml } from "#lib/runtime/static-html.ts";
import { fileOf, isPage, wayTo } from "#lib/static-address.ts";
import type { Db } from "#store/db.ts";
import type { Folder, NewFile } from "./folder.ts";

/** The public site, as `program.ts` hands it over: printed from one state of the store, at one moment. */
export type Site = {
  /** Every address that is answered with GET, `/{edition}/{slug}`. */
  readonly addresses: readonly string[];
  readonly answer: (address: string) => Promise<Response>;
  /** The page for an address nobody answers. */
  readonly notFound: () => Promise<Response>;
};

export type Walked = {
  readonly pages: number;
  readonly files: number;
  readonly redirects: number;
  /** Addresses pages lead to and nobody answers. */
  readonly broken: readonly { readonly address: string; readonly from: string }[];
};

export type Walk = {
  readonly db: Db;
  readonly site: Site;
  /** The public address, without a slash at its end. */
  readonly url: string;
  readonly folder: Folder;
  readonly progress: (pages: number) => void;
};

/** What only a running site can do, or is nobody's but the newsroom's or one reader's. */
const LEFT_OUT = [
  /^\/desk(?:\/|$)/,
  /^\/(?:healthz|readyz|metrics|hub)(?:\/|$)/,
  /^\/wire\/(?:client|portal|api)(?:\/|$)/,
  /^\/preview\//,
  // For pages that are not ours: asked of a running site.
  /^\/embed(?:\/|\.js$)/,
  /^\/replies\//,
  // A line that stays open, and a form nobody answers in a copy.
  /^\/[^/]+\/[^/]+\/replies\/(?:live|write)$/,
  /^\/[^/]+\/search$/,
];

const MOST_BROKEN_TOLD = 100;

/** What became of an address, and where that leads. */
type Became =
  | { readonly as: "there" }
  | { readonly as: "nothing" }
  | { readonly as: "copy"; readonly leadsTo: readonly string[] }
  /** `tells` stands in its structured data, in full. */
  | { readonly as: "page"; readonly tells: readonly string[]; readonly leadsTo: readonly string[] }
  | { readonly as: "redirect"; readonly to: string };

export async function walkSite(walk: Walk): Promise<Walked> {
  const walker = new Walker(walk);
  await walker.all();
  return walker.walked();
}

class Walker {
  readonly #walk: Walk;
  readonly #waiting: { readonly address: string; readonly from: string | undefined }[] = [];
  /** Addresses that were met, but for those of articles, which come from the store. */
  readonly #met = new Set<string>();
  readonly #editions = new Set<string>();
  /** What an article has behind its own address: `/print`. */
  readonly #ofArticle: readonly string[];
  /** What each story is given as to machines, whatever its slug. */
  readonly #ofStory: readonly string[];
  readonly #redirects: string[] = [];
  readonly #broken: { address: string; from: string }[] = [];
  #pages = 0;
  #files = 0;

  constructor(walk: Walk) {
    this.#walk = walk;
    const own = "/{edition}/{slug}";
    this.#ofArticle = walk.site.addresses
      .filter((address) => address.startsWith(`${own}/`) && !address.slice(own.length).includes("{"))
      .filter((address) => !isLeftOut(address))
      .map((address) => address.slice(own.length));
    this.#ofStory = walk.site.addresses.filter(
      (address) => /^[^{]*\{article\}[^{]*$/.test(address) && !isLeftOut(address),
    );
  }

  async all(): Promise<void> {
    const { db, folder, site } = this.#walk;
    for (const { code } of await editions(db)) this.#editions.add(code);
    for (const address of await this.#seeds()) this.#meet(address);
    await this.#untilNoneWaits();
    for await (const articles of addressedArticles(db))
      for (const { id, editionCode, slug, isOut } of articles) {
        await this.#article(`/${editionCode}/${slug}`, isOut ? this.#ofArticle : []);
        if (isOut) for (const address of this.#ofStory) await this.#take(address.replace("{article}", id));
        await this.#untilNoneWaits();
      }
    for await (const former of formerAddresses(db))
      for (const { editionCode, slug } of former) await this.#take(`/${editionCode}/${slug}`);
    for await (const paths of formerPaths(db)) for (const path of paths) await this.#take(path);
    await this.#untilNoneWaits();
    // Served for any address, at any depth: its own links stay as they are.
    await folder.step("site/404.html", async () => ({
      file: { name: "site/404.html", content: staticHtml(await (await site.notFound()).text(), (address) => address) },
      told: null,
    }));
    await folder.write("site/_redirects", this.#redirects.map((line) => `${line}\n`).join(""));
  }

  walked(): Walked {
    return { pages: this.#pages, files: this.#files, redirects: this.#redirects.length, broken: this.#broken };
  }

  async #seeds(): Promise<readonly string[]> {
    const { db, site } = this.#walk;
    const fixed = site.addresses.filter((address) => !/[{*]/.test(address) && !isLeftOut(address));
    const all = ["/", ...fixed];
    for (const { id, code } of await editions(db)) {
      const inEdition = site.addresses.filter((one) => /^[^{]*\{edition\}[^{]*$/.test(one));
      all.push(...inEdition.map((one) => one.replace("{edition}", code)));
      const named = async (step: string, slugs: readonly { readonly slug: string }[]) =>
        all.push(...slugs.map(({ slug }) => `/${code}/${step}${slug}`));
      await named("sections/", await sectionsOf(db, id));
      await named("topics/", await topicsOf(db, id));
      await named("people/", await peopleOf(db, id));
      await named("timeline/", await timelinesOf(db, id));
      await named("", await standingPages(db, id));
    }
    return [...all.filter((address) => !isLeftOut(address)), ...(await this.#tiles())];
  }

  async #tiles(): Promise<readonly string[]> {
    const written = await (await this.#walk.site.answer("/log/checkpoint")).text();
    const size = readCheckpoint(written)?.size ?? 0;
    return [...tilesOf(size)].flatMap((tile) => [
      `/log/tile/${nameOfTile(tile)}`,
      ...(tile.level === 0 ? [`/log/tile/${nameOfTile({ ...tile, level: "entries" })}`] : []),
    ]);
  }

  /** An article's own page, what belongs to it, and the pages among these that lead on: its history, its replies. */
  async #article(address: string, more: readonly string[]): Promise<void> {
    const met = new Set([address, ...more.map((step) => address + step)]);
    // A set goes on to what was added to it meanwhile.
    for (const one of met)
      for (const found of await this.#take(one))
        if (found.startsWith(`${address}/`) || found.startsWith(`${address}?`)) met.add(found);
  }

  async #untilNoneWaits(): Promise<void> {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) await this.#take(next.address, next.from);
  }

  #meet(address: string, from?: string): void {
    if (this.#met.has(address)) return;
    this.#met.add(address);
    if (fileOf(address) === undefined) this.#isBroken(address, from);
    else this.#waiting.push({ address, from });
  }

  /** Prints an address into its file. Answers the addresses of articles it leads to; the others are met. */
  async #take(address: string, from?: string): Promise<readonly string[]> {
    const { folder, progress } = this.#walk;
    const file = fileOf(address);
    if (file === undefined) return [];
    const became = await folder.step(address, () => this.#printed(address, `site/${file}`));
    progress(this.#pages);
    switch (became.as) {
      case "there":
        return [];
      case "nothing":
        this.#isBroken(address, from);
        return [];
      case "copy":
        this.#files += 1;
        // Names in formats look like addresses and need not be: nobody is told of those that lead nowhere.
        for (const found of became.leadsTo) this.#follow(found);
        return [];
      case "page":
        this.#pages += 1;
        return [
          ...became.tells.filter((one) => this.#follow(one)),
          ...became.leadsTo.filter((one) => this.#follow(one, address)),
        ];
      case "redirect":
        this.#redirects.push(`${address} ${became.to} 308`);
        return this.#follow(became.to, address) ? [became.to] : [];
    }
  }

  async #printed(address: string, name: string): Promise<{ readonly file?: NewFile; readonly told: Became }> {
    const { folder, site } = this.#walk;
    if (await folder.has(name)) return { told: { as: "there" } };
    const response = await site.answer(address);
    const to = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && to !== null) return this.#redirect(address, name, to);
    if (response.status === 404) return { told: { as: "nothing" } };
    if (response.status !== 200 && response.status !== 410)
      throw new Error(`the page at ${address} could not be printed: it answers ${response.status}`);
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/html")) return this.#page(address, name, await response.text());
    if (!/^(?:text\/|application\/(?:[\w.+-]*(?:json|xml)|javascript))/.test(type))
      return { file: { name, content: response.body ?? "" }, told: { as: "copy", leadsTo: [] } };
    const text = await response.text();
    const content = type.startsWith("text/css") ? sheetWithWays(text, name.slice("site/".length)) : text;
    return { file: { name, content }, told: { as: "copy", leadsTo: [...new Set(this.#addressesIn(text, type))] } };
  }

  #page(address: string, name: string, html: string): { readonly file: NewFile; readonly told: Became } {
    const found = new Set<string>();
    const content = staticHtml(html, (one) => {
      const [path = ""] = one.split("#");
      if (path !== "" && this.#isLeftOut(path)) return undefined;
      found.add(path);
      return wayTo(one, name.slice("site/".length));
    });
    if (!isPage(address.split("?")[0] ?? ""))
      throw new Error(`${address} answers a page, and its name is that of a file`);
    const tells = [...new Set(this.#absoluteIn(html))];
    return { file: { name, content }, told: { as: "page", tells, leadsTo: [...found] } };
  }

  /** A small page for readers and a line for those who set a server up; a file stands at both its addresses. */
  async #redirect(
    address: string,
    name: string,
    to: string,
  ): Promise<{ readonly file: NewFile; readonly told: Became }> {
    const { site, url } = this.#walk;
    const target = to.startsWith(url) ? to.slice(url.length) : to;
    if (!isPage(address)) {
      const content = (await site.answer(target)).body ?? "";
      return { file: { name, content }, told: { as: "there" } };
    }
    const way = wayTo(target, name.slice("site/".length)) ?? target;
    return { file: { name, content: redirectPage(way, url, target) }, told: { as: "redirect", to: target } };
  }

  /** Whether it is an article's, which comes from the store by itself; everything else is met. */
  #follow(address: string, from?: string): boolean {
    const [path = ""] = address.split("#");
    if (!path.startsWith("/") || this.#isLeftOut(path)) return false;
    const [, edition = "", second = "", ...rest] = path.split("?")[0]?.split("/") ?? [];
    const isOfArticle = this.#editions.has(edition) && second !== "" && !this.#isFixed(second) && isPageStep(rest);
    if (isOfArticle) return true;
    this.#meet(path, from);
    return false;
  }

  /** `/en/people` and what stands below it are no articles. */
  #isFixed(step: string): boolean {
    return this.#walk.site.addresses.some(
      (address) => address.split("/")[2] === step && address.startsWith("/{edition}/"),
    );
  }

  #isLeftOut(path: string): boolean {
    return isLeftOut(path.split("?")[0] ?? "");
  }

  *#addressesIn(text: string, type: string): Generator<string> {
    yield* this.#absoluteIn(text);
    if (type.startsWith("text/css")) for (const [, address = ""] of text.matchAll(IN_A_SHEET)) yield address;
    if (/javascript/.test(type)) for (const [address] of text.matchAll(/\/assets\/[\w.-]+/g)) yield address;
  }

  /** What feeds and structured data lead to, in full. */
  *#absoluteIn(text: string): Generator<string> {
    const { url } = this.#walk;
    for (let at = text.indexOf(`${url}/`); at !== -1; at = text.indexOf(`${url}/`, at + 1)) {
      const [path] = /^\/[\w/.%~?=&;+-]*/.exec(text.slice(at + url.length, at + url.length + 2_000)) ?? [];
      if (path !== undefined) yield path.replaceAll("&amp;", "&").replace(/[.;?&]+$/, "");
    }
  }

  /** Nobody led to what the copy only tried. */
  #isBroken(address: string, from: string | undefined): void {
    if (from !== undefined && this.#broken.length < MOST_BROKEN_TOLD) this.#broken.push({ address, from });
  }
}

function isLeftOut(path: string): boolean {
  return LEFT_OUT.some((one) => one.test(path));
}

function isPageStep(rest: readonly string[]): boolean {
  return rest.length < 4;
}

const IN_A_SHEET = /url\(["']?(\/[^"')]+)["']?\)/g;

function sheetWithWays(css: string, file: string): string {
  return css.replaceAll(IN_A_SHEET, (all, address: string) => {
    const way = wayTo(address, file);
    return way === undefined ? all : `url("${way}")`;
  });
}

function redirectPage(way: string, url: string, target: string): string {
  const said = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const whole = target.startsWith("/") ? url + target : target;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${said(whole)}</title>
<link rel="canonical" href="${said(whole)}"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${said(way)}"></head>
<body><p><a href="${said(way)}">${said(whole)}</a></p></body></html>
`;
}
