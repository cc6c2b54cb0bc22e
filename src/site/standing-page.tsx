/** A standing page: what the agency says of itself in an edition, labelled like everything it prints. */
import { labellerFor } from "#agency/labels/labeller.ts";
import { addressOfPage, type PageDraft } from "#agency/pages/pages.ts";
import { standingPage } from "#agency/pages/queries.ts";
import { LEGAL_FACTS } from "#agency/settings/queries.ts";
import { printHtml } from "#text/document/html.ts";
import { LONGEST_DESCRIPTION, labelled, momentOf, organisationAddress } from "./cards.ts";
import { frameFor, headFor } from "./frame.ts";
import { pageStructuredData } from "./structured-data.ts";
import { plain } from "./views/labelled.tsx";
import { StandingPageView } from "./views/standing-page.tsx";
import type { EditionVisit, Printed, PrintPage } from "./visit.ts";

/** Nothing when the slug is no page's, or the page is hidden. */
export const printStandingPage: PrintPage = async (visit) => {
  const { db, edition, steps } = visit;
  const page = await standingPage(db, edition.id, steps["slug"] ?? "");
  return page?.isShown ? standingPageOf(visit, { ...page, ...page.revision }, page.changedAt) : undefined;
};

/** The page with a text it has had since `madeAt`; the desk looks at one before it is kept. */
export async function standingPageOf(
  visit: EditionVisit,
  { slug, title, document }: PageDraft,
  madeAt: Date,
): Promise<Printed> {
  const { db, edition, editions, agency, at, words } = visit;
  const labeller = await labellerFor(db, edition, at);
  const card = await labellerFor(db, edition, at, "social");
  const body = labeller.body(document, madeAt, [title]);
  const social = plain(card.line(title, "social", madeAt));
  const path = addressOfPage(edition.code, slug);
  const others = await Promise.all(
    editions.map(async (one) => [one.code, (await standingPage(db, one.id, slug))?.isShown] as const),
  );
  const elsewhere = others.flatMap(([code, isShown]) => (isShown ? [[code, addressOfPage(code, slug)]] : []));
  const description = card.excerpt(document, madeAt, LONGEST_DESCRIPTION);
  return {
    html: (
      <StandingPageView
        frame={await frameFor({ ...visit, path }, { elsewhere: Object.fromEntries(elsewhere) })}
        head={headFor(visit, {
          title: social,
          description,
          path,
          structuredData: pageStructuredData(visit, { slug, title: social, path, changedAt: madeAt }),
        })}
        title={labelled(edition, labeller.line(title, "headline", madeAt, { isUnderNotice: true }))}
        body={printHtml(body, {
          labelHref: (organisation) => organisationAddress(edition, organisation),
          altText: (alt) => plain(labeller.line(alt, "alt", madeAt)),
          line: (text) => labeller.line(text, "body", madeAt),
          words: words.inText,
        })}
        changed={momentOf(visit, madeAt)}
        {...(slug === "contact" && agency.contact !== null && { contact: agency.contact })}
        legal={
          slug === "imprint"
            ? LEGAL_FACTS.flatMap((fact) => (agency.legal[fact] ? [{ fact, text: agency.legal[fact] }] : []))
            : []
        }
      />
    ),
    topics: [],
  };
}
