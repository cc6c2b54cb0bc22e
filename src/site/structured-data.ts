/** What a page says of itself to machines, in schema.org's words. */

import type { PublishedArticle } from "#agency/articles/articles.ts";
import { addressOfArticle } from "#agency/articles/articles.ts";
import { sharedJpeg } from "#agency/media/media.ts";
import type { PersonOnStaff } from "#agency/people/queries.ts";
import { addressOfSource, type Source } from "#agency/sources/sources.ts";
import { isWebAddress } from "#text/document/links.ts";
import { homeOf } from "./frame.ts";
import type { EditionVisit } from "./visit.ts";

type StructuredData = Readonly<Record<string, unknown>>;

const CONTEXT = "https://schema.org";

export function siteStructuredData(visit: EditionVisit): StructuredData {
  const { edition, agency, world } = visit;
  return {
    "@context": CONTEXT,
    "@type": "WebSite",
    name: agency.name,
    url: world.url + homeOf(edition),
    inLanguage: edition.language,
    publisher: publisher(visit),
    potentialAction: {
      "@type": "SearchAction",
      target: `${world.url}${homeOf(edition)}search?q={query}`,
      "query-input": "required name=query",
    },
  };
}

type Printed = {
  /** Everything as printed, its labels included. */
  readonly headline: string;
  readonly standfirst: string;
  /** Those readers are told of by name. */
  readonly sources: readonly Source[];
  readonly section: string | null;
  readonly topics: readonly string[];
  readonly credit: string;
  readonly mentions: readonly { readonly name: string; readonly href: string }[];
  readonly dateline: string | undefined;
  /** Corrections, clarifications, the retraction. */
  readonly notes: readonly { readonly day: string; readonly text: string }[];
  readonly origin: { readonly name: string; readonly href?: string | undefined } | undefined;
};

/** schema.org/NewsArticle: the types and properties Google and others read, and the ones that say where a text comes from. */
export function articleStructuredData(
  visit: EditionVisit,
  article: PublishedArticle,
  printed: Printed,
): StructuredData {
  const { edition, world } = visit;
  const address = world.url + addressOfArticle(edition.code, article.slug);
  const { picture } = article;
  const shared = picture && sharedJpeg(picture);
  const original = article.siblings.find(({ articleId }) => articleId === article.translatedFrom);
  const translations = article.siblings.filter(({ articleId }) => articleId !== article.translatedFrom);
  const work = ({ editionCode, slug, language }: PublishedArticle["siblings"][number]) => ({
    "@type": "NewsArticle",
    "@id": world.url + addressOfArticle(editionCode, slug),
    inLanguage: language,
  });
  return {
    "@context": CONTEXT,
    "@type": "NewsArticle",
    "@id": address,
    url: address,
    mainEntityOfPage: address,
    headline: printed.headline,
    ...(printed.standfirst !== "" && { description: printed.standfirst }),
    inLanguage: edition.language,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.changedAt.toISOString(),
    ...(article.mark === "retracted" && { creativeWorkStatus: "Retracted" }),
    ...(printed.notes.length > 0 && {
      correction: printed.notes.map(({ day, text }) => ({ "@type": "CorrectionComment", text, datePublished: day })),
    }),
    ...(printed.dateline !== undefined && { dateline: printed.dateline }),
    ...(printed.section !== null && { articleSection: printed.section }),
    ...(printed.topics.length > 0 && { keywords: printed.topics }),
    author:
      article.authors.length > 0
        ? article.authors.map(({ name, slug }) => ({
            "@type": "Person",
            name,
            url: `${world.url}${homeOf(edition)}people/${slug}`,
          }))
        : [publisher(visit)],
    publisher: publisher(visit),
    ...(picture &&
      shared && {
        image: [
          {
            "@type": "ImageObject",
            url: `${world.url}/media/${shared.file}`,
            width: shared.width,
            height: shared.height,
            ...(printed.credit !== "" && { creditText: printed.credit }),
          },
        ],
      }),
    ...(printed.origin && {
      isBasedOn: { "@type": "CreativeWork", name: printed.origin.name, url: printed.origin.href },
    }),
    ...(printed.sources.length > 0 && {
      citation: printed.sources.map((source) => citation(visit, source)),
    }),
    ...(printed.mentions.length > 0 && {
      mentions: printed.mentions.map(({ name, href }) => ({ "@type": "Organization", name, url: world.url + href })),
    }),
    ...(original && { translationOfWork: work(original) }),
    ...(translations.length > 0 && article.translatedFrom === null && { workTranslation: translations.map(work) }),
    isAccessibleForFree: true,
  };
}

/** A source as schema.org has it: a work, or the word of a person. A page that does not answer any more has no address. */
function citation({ world, edition }: EditionVisit, source: Source): StructuredData {
  const { id, kind, name, office, language, url, publishedOn, deadAt } = source;
  const work = {
    "@id": world.url + addressOfSource(edition.code, id),
    ...(url !== null && deadAt === null && isWebAddress(url) && { url }),
    ...(language !== null && { inLanguage: language }),
    ...(publishedOn !== null && { datePublished: publishedOn }),
  };
  if (kind === "person") {
    return {
      "@type": "CreativeWork",
      ...work,
      author: { "@type": "Person", name, ...(office !== "" && { jobTitle: office }) },
    };
  }
  return { "@type": kind === "page" ? "WebPage" : "CreativeWork", ...work, name };
}

export function sourceStructuredData(visit: EditionVisit, source: Source): StructuredData {
  const { edition, world, path } = visit;
  return {
    "@context": CONTEXT,
    "@type": "CollectionPage",
    name: source.name,
    url: world.url + path,
    inLanguage: edition.language,
    about: citation(visit, source),
    publisher: publisher(visit),
  };
}

export function personStructuredData(visit: EditionVisit, person: PersonOnStaff): StructuredData {
  return {
    "@context": CONTEXT,
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      name: person.name,
      jobTitle: person.office,
      ...(person.about !== "" && { description: person.about }),
      url: visit.world.url + visit.path,
      worksFor: publisher(visit),
    },
  };
}

const PAGE_TYPES: Readonly<Record<string, string>> = { about: "AboutPage", contact: "ContactPage" };

type StandingPageSaid = {
  readonly slug: string;
  readonly title: string;
  readonly path: string;
  readonly changedAt: Date;
};

export function pageStructuredData(
  visit: EditionVisit,
  { slug, title, path, changedAt }: StandingPageSaid,
): StructuredData {
  return {
    "@context": CONTEXT,
    "@type": PAGE_TYPES[slug] ?? "WebPage",
    name: title,
    url: visit.world.url + path,
    inLanguage: visit.edition.language,
    dateModified: changedAt.toISOString(),
    publisher: publisher(visit),
    // The page about the agency is of it, in the words of schema.org too.
    ...(slug === "about" && { mainEntity: publisher(visit) }),
  };
}

function publisher({ agency, world, edition, principles, logo }: EditionVisit): StructuredData {
  const legalName = agency.legal["legal-name"];
  return {
    "@type": "NewsMediaOrganization",
    name: agency.name,
    url: `${world.url}/`,
    ...(legalName !== "" && { legalName }),
    ...(logo && {
      logo: { "@type": "ImageObject", url: world.url + logo.src, width: logo.width, height: logo.height },
    }),
    ...(principles !== undefined && { publishingPrinciples: world.url + principles }),
    correctionsPolicy: `${world.url}${homeOf(edition)}corrections`,
    ...(agency.contact !== null && {
      contactPoint: { "@type": "ContactPoint", contactType: "newsroom", ...contactOf(agency.contact) },
    }),
  };
}

function contactOf(contact: string): StructuredData {
  return contact.startsWith("mailto:") ? { email: contact.slice("mailto:".length) } : { url: contact };
}
