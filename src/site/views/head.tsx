/** What a page says about itself to browsers, search engines and other sites. */
import { raw } from "hono/html";
import { remembered } from "#lib/remembered.ts";
import type { AssetAddresses, EditionLink, Frame, Head, OpenGraph, Script } from "./values.ts";

export const HeadOf = ({ frame, head }: { frame: Frame; head: Head }) => {
  const title = head.title === "" ? frame.agency : `${head.title} · ${frame.agency}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {head.description !== "" && <meta name="description" content={head.description} />}
      {head.indexed === false && <meta name="robots" content="noindex" />}
      <Files assets={frame.assets} language={frame.edition.language} />
      {head.canonical !== undefined && <link rel="canonical" href={head.canonical} />}
      <Alternates editions={frame.editions} />
      {frame.feeds.map(({ href, type, title }) => (
        <link rel="alternate" type={type} href={href} title={title} />
      ))}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={`${frame.edition.href}opensearch.xml`}
        title={`${frame.agency} · ${frame.edition.name}`}
      />
      {(head.alternates ?? []).map(({ type, href, title }) => (
        <link rel="alternate" type={type} href={href} title={title} />
      ))}
      {head.data && <link rel="alternate" type="application/json" href={head.data.href} title={head.data.title} />}
      {head.openGraph && <OpenGraphOf frame={frame} head={head} openGraph={head.openGraph} />}
      {head.structuredData && <StructuredData data={head.structuredData} />}
    </head>
  );
};

/** Style, faces and icons; also for the page that stands when nothing else does. */
export const Files = ({ assets, language }: { assets: AssetAddresses; language: string }) => (
  <>
    <meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href={assets.styles} />
    {assets.agencyStyles !== undefined && <link rel="stylesheet" href={assets.agencyStyles} />}
    {assets.faces[scriptOf(language)].map((href) => (
      <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
    <link rel="icon" href={assets.icon} type="image/svg+xml" />
    <link rel="apple-touch-icon" href={assets.touchIcon} />
  </>
);

const SCRIPTS: Readonly<Record<string, Script>> = { Arab: "arabic", Cyrl: "cyrillic" };

const MOST_LANGUAGES = 500;

const scriptOf = remembered(
  MOST_LANGUAGES,
  (language): Script => SCRIPTS[new Intl.Locale(language).maximize().script ?? ""] ?? "latin",
);

/** This page in every edition that has it; a page that stands in one alone has nothing to say here. */
const Alternates = ({ editions }: { editions: readonly EditionLink[] }) => {
  const same = editions.filter(({ alternate }) => alternate !== undefined);
  if (same.length < 2) return null;
  return (
    <>
      {same.map(({ language, alternate }) => (
        <link rel="alternate" hreflang={language} href={alternate} />
      ))}
    </>
  );
};

const OpenGraphOf = ({ frame, head, openGraph }: { frame: Frame; head: Head; openGraph: OpenGraph }) => (
  <>
    <meta property="og:type" content={openGraph.type} />
    <meta property="og:site_name" content={frame.agency} />
    <meta property="og:title" content={head.title || frame.agency} />
    {head.description !== "" && <meta property="og:description" content={head.description} />}
    {head.canonical !== undefined && <meta property="og:url" content={head.canonical} />}
    <meta property="og:locale" content={frame.edition.language.replaceAll("-", "_")} />
    {openGraph.publishedAt && <meta property="article:published_time" content={openGraph.publishedAt} />}
    {openGraph.changedAt && <meta property="article:modified_time" content={openGraph.changedAt} />}
    {openGraph.section && <meta property="article:section" content={openGraph.section} />}
    {openGraph.image && (
      <>
        <meta property="og:image" content={openGraph.image.url} />
        <meta property="og:image:width" content={String(openGraph.image.width)} />
        <meta property="og:image:height" content={String(openGraph.image.height)} />
        <meta property="og:image:alt" content={openGraph.image.alt} />
      </>
    )}
    <meta name="twitter:card" content={openGraph.image ? "summary_large_image" : "summary"} />
  </>
);

/** Data, not a program: no browser runs it. `<` and `>` are escapes in it, so that nothing in it can end an element. */
const StructuredData = ({ data }: { data: Readonly<Record<string, unknown>> }) => (
  <script type="application/ld+json">
    {raw(JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e"))}
  </script>
);
