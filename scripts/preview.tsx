/**
 * Prints every public page with invented values and takes its picture, so that the look
 * can be looked at: `bun scripts/preview.tsx [word of a page's name]` writes to `.screenshots/`,
 * names every fault html-validate and axe find, and exits 1 when there is one.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import axe from "axe-core";
import type { JSX } from "hono/jsx/jsx-runtime";
import { HtmlValidate } from "html-validate";
import { type Browser, chromium } from "playwright-core";
import { wholePage } from "#lib/html.ts";
import { assets } from "../src/site/assets/assets.ts";
import { ArchivePage } from "../src/site/views/archive.tsx";
import { ArticlePage } from "../src/site/views/article.tsx";
import { BrokenPage } from "../src/site/views/broken.tsx";
import { FrontPage } from "../src/site/views/front.tsx";
import { LabelsPage } from "../src/site/views/labels.tsx";
import { SectionPage, TopicPage } from "../src/site/views/lists.tsx";
import { NotFoundPage } from "../src/site/views/not-found.tsx";
import { OrganisationPage } from "../src/site/views/organisation.tsx";
import { PeoplePage, PersonPage } from "../src/site/views/people.tsx";
import { PrintPage } from "../src/site/views/print.tsx";
import { SearchPage } from "../src/site/views/search.tsx";
import {
  articleOf,
  cardOf,
  cardsOf,
  day,
  frameOf,
  headOf,
  organisationOf,
  type Paper,
  SAMPLES,
} from "./preview-values.ts";

const OUT = new URL("../.screenshots/", import.meta.url).pathname;
const PICTURES = new URL("../test/newsroom/pictures/", import.meta.url).pathname;
const CONTENT_SECURITY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // A headline is as long as it is.
    "long-title": "off",
  },
});

type Printed = { readonly name: string; readonly html: string };

const word = process.argv[2] ?? "";
const pages = (await everyPage()).filter(({ name }) => name.includes(word));
const faults = pages.flatMap(({ name, html }) => invalid(name, html));
faults.push(...(await photographed(pages)));
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

async function everyPage(): Promise<Printed[]> {
  const pictures = readdirSync(PICTURES)
    .filter((name) => /\.(jpg|webp|png)$/.test(name))
    .map((name) => `/media/${name}`);
  const all = SAMPLES.flatMap((sample) =>
    Object.entries(pagesOf({ sample, pictures })).map(async ([name, page]) => ({
      name: `${sample.language}-${name}`,
      html: wholePage(`${await page}`),
    })),
  );
  return Promise.all(all);
}

function pagesOf(paper: Paper): Record<string, JSX.Element> {
  const { sample } = paper;
  const { language, sections, headlines, people, topics, organisation } = sample;
  const frame = frameOf(paper);
  const [person] = people;
  const today = day(language, "2026-11-20");
  const section = (at: number, count: number) => ({
    section: { href: `/${language}/sections/s${at}`, text: sections[at] ?? "" },
    cards: cardsOf(paper, count, at * 3 + 3),
  });
  const years = [
    {
      year: 2026,
      months: [11, 10, 9, 3, 2, 1].map((month) => ({
        month,
        href: `/${language}/archive/2026/${month}`,
        articles: month * 7,
      })),
    },
    {
      year: 2025,
      months: [12, 1].map((month) => ({ month, href: `/${language}/archive/2025/${month}`, articles: month })),
    },
  ];
  const bare = {
    ...articleOf(paper),
    standfirst: [],
    authors: [],
    translations: [],
    sources: [],
    topics: [],
    labelled: [],
    quoted: [],
  };
  const rule = {
    jurisdictions: ["un", "gb"],
    scope: "first",
    style: "inline",
    quotations: "after",
    asOf: "today",
    surfaces: { on: ["headline", "body"], off: ["alt", "push"] },
    ownWords: [{ jurisdiction: "gb", words: organisation.wording }],
    notices: [{ on: "every", place: "top", size: 200, words: organisation.wording, basis: "Act 7, section 2" }],
    folds: true,
  } as const;
  return {
    front: (
      <FrontPage
        frame={frame}
        head={headOf("")}
        day={today}
        cards={cardsOf(paper, 8)}
        sections={[section(0, 3), section(1, 3), section(2, 4), section(3, 1), section(4, 2)]}
      />
    ),
    "front-one": <FrontPage frame={frame} head={headOf("")} day={today} cards={cardsOf(paper, 1)} sections={[]} />,
    "front-two": <FrontPage frame={frame} head={headOf("")} day={today} cards={cardsOf(paper, 3, 2)} sections={[]} />,
    "front-forty": <FrontPage frame={frame} head={headOf("")} day={today} cards={cardsOf(paper, 40)} sections={[]} />,
    "front-empty": <FrontPage frame={frame} head={headOf("")} day={today} cards={[]} sections={[]} />,
    section: (
      <SectionPage
        frame={frameOf(paper, sections[1])}
        head={headOf(sections[1] ?? "")}
        name={[{ text: sections[1] ?? "" }]}
        cards={cardsOf(paper, 9)}
        paging={{ older: "?before=1" }}
      />
    ),
    topic: (
      <TopicPage
        frame={frame}
        head={headOf(topics[0] ?? "")}
        name={[{ text: topics[0] ?? "" }]}
        description={[{ text: sample.standfirsts[0] ?? "" }]}
        cards={cardsOf(paper, 5)}
        paging={{ newer: "?after=1", older: "?before=1" }}
      />
    ),
    article: (
      <ArticlePage
        frame={frameOf(paper, sections[1])}
        head={{
          ...headOf(headlines[0] ?? ""),
          openGraph: {
            type: "article",
            publishedAt: "2026-11-17T10:00:00Z",
            image: { url: "https://courier.example/x.jpg", width: 1600, height: 1000, alt: "x" },
          },
          structuredData: {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            headline: "</script><b>not an element</b>",
          },
        }}
        article={articleOf(paper)}
        more={cardsOf(paper, 6, 1)}
      />
    ),
    "article-bare": (
      <ArticlePage
        frame={frame}
        head={headOf(headlines[4] ?? "")}
        article={{
          ...bare,
          headline: cardOf(paper, 4).headline,
          picture: undefined,
          dateline: undefined,
          changed: undefined,
          origin: undefined,
          translatedFrom: undefined,
        }}
        more={[]}
      />
    ),
    print: (
      <PrintPage
        frame={frame}
        head={headOf(headlines[0] ?? "")}
        article={articleOf(paper)}
        address={`https://courier.example/${language}/ferry-strike`}
      />
    ),
    labels: (
      <LabelsPage
        frame={frame}
        head={headOf("labels")}
        rule={rule}
        total={3}
        leaf={{ page: 1, pages: 2, after: `/${language}/labels?page=2` }}
        organisations={[1, 2, 3].map((at) => ({
          href: `/${language}/labels/o${at}`,
          name: organisation.full,
          ...(at < 3 && { wording: organisation.wording }),
          designations: organisationOf(paper).designations.slice(0, at % 3),
        }))}
      />
    ),
    "labels-none": (
      <LabelsPage
        frame={frame}
        head={headOf("labels")}
        rule={{ ...rule, jurisdictions: [] }}
        total={0}
        leaf={{ page: 1, pages: 1 }}
        organisations={[]}
      />
    ),
    organisation: <OrganisationPage frame={frame} head={headOf(organisation.full)} {...organisationOf(paper)} />,
    search: (
      <SearchPage
        frame={frame}
        head={{ ...headOf("search"), indexed: false }}
        query={topics[0] ?? ""}
        total={21}
        results={cardsOf(paper, 6)}
        paging={{ older: "?page=2" }}
      />
    ),
    "search-empty": <SearchPage frame={frame} head={headOf("search")} query="" results={[]} paging={{}} />,
    "search-nothing": (
      <SearchPage frame={frame} head={headOf("search")} query={"<b>&amp;”"} total={0} results={[]} paging={{}} />
    ),
    people: (
      <PeoplePage
        frame={frame}
        head={headOf("people")}
        people={people.map((one, at) => ({ ...one, about: [{ text: one.about }], href: `/${language}/people/p${at}` }))}
      />
    ),
    person: (
      <PersonPage
        frame={frame}
        head={headOf(person?.name ?? "")}
        person={{ name: person?.name ?? "", office: person?.office }}
        about={(person?.about ?? "").split("\n\n").map((text) => [{ text }])}
        cards={cardsOf(paper, 4)}
        paging={{}}
      />
    ),
    archive: (
      <ArchivePage
        frame={frame}
        head={headOf("archive")}
        year={2026}
        month={11}
        days={["2026-11-20", "2026-11-19", "2026-11-17"].map((iso, at) => ({
          day: day(language, iso),
          cards: cardsOf(paper, 3 - at, at * 3),
        }))}
        years={years}
      />
    ),
    "not-found": <NotFoundPage frame={frame} head={{ title: "404", description: "" }} latest={cardsOf(paper, 6)} />,
    broken: (
      <BrokenPage
        agency={sample.agency}
        language={language}
        direction={frame.direction}
        home={`/${language}/`}
        assets={frame.assets}
        reference="7f3a-19"
      />
    ),
  };
}

function invalid(name: string, html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${name} ${line}:${column} ${ruleId}: ${message}`),
  );
}

async function photographed(pages: readonly Printed[]): Promise<string[]> {
  mkdirSync(OUT, { recursive: true });
  const server = served(pages);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const at = server.address();
  const origin = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
  try {
    const faults: string[] = [];
    for (const scheme of ["light", "dark"] as const) {
      for (const width of [390, 1280]) {
        for (const page of pages) faults.push(...(await photograph(browser, origin, page, scheme, width)));
      }
    }
    return faults;
  } finally {
    await browser.close();
    server.close();
  }
}

async function photograph(
  browser: Browser,
  origin: string,
  { name }: Printed,
  colorScheme: "light" | "dark",
  width: number,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const faults: string[] = [];
  const where = `${name} ${width} ${colorScheme}`;
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) faults.push(`${where}: asks another host: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${where}: ${message.text()}`);
  });
  await page.goto(`${origin}/${name}`, { waitUntil: "load" });
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  await page.evaluate(async () => void (await document.fonts.ready));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) faults.push(`${where}: is ${wider} px wider than the window`);
  faults.push(...(await inaccessible(page, where)));
  await page.screenshot({ path: `${OUT}${name}-${width}-${colorScheme}.png`, fullPage: true });
  await page.close();
  return faults;
}

async function inaccessible(page: Awaited<ReturnType<Browser["newPage"]>>, where: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = await page.evaluate(async () => {
    const runner: unknown = Reflect.get(globalThis, "axe");
    if (typeof runner !== "object" || runner === null || !("run" in runner) || typeof runner.run !== "function")
      return ["axe did not start"];
    const { violations } = await runner.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary.replaceAll(/\s+/g, " ")}`),
    );
  });
  return found.map((fault) => `${where}: ${fault}`);
}

function served(pages: readonly Printed[]) {
  const { files } = assets();
  return createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/").replace(/\?.*$/, "");
    const file = files.find(({ address }) => address === path);
    const page = pages.find(({ name }) => path === `/${name}`);
    if (file) return response.setHeader("content-type", file.type).end(file.bytes);
    if (page) {
      return response
        .setHeader("content-type", "text/html; charset=utf-8")
        .setHeader("content-security-policy", CONTENT_SECURITY)
        .end(page.html);
    }
    const picture = /^\/media\/([\w-]+\.(?:jpg|png|webp))$/.exec(path)?.[1];
    if (picture !== undefined) return response.end(readFileSync(PICTURES + picture));
    return response.writeHead(404).end();
  });
}
