/** How we label, and why a name is labelled: written from the policy and the register themselves, so they cannot lie. */

import { articlesMentioning } from "#agency/articles/queries.ts";
import type { LabelsAsOf } from "#agency/editions/editions.ts";
import { bestName, registerOf } from "#agency/labels/queries.ts";
import { dayIn } from "#lib/days.ts";
import { type Designation as Held, isInForce, type Organisation, wordingIn } from "#text/labels/labels.ts";
import { printDay } from "#text/typography/dates.ts";
import { cardsFor, leafOf, organisationAddress } from "./cards.ts";
import { frameFor, headFor, homeOf, samePageElsewhere } from "./frame.ts";
import { leafAsked } from "./lists.tsx";
import { LabelsPage } from "./views/labels.tsx";
import { OrganisationPage } from "./views/organisation.tsx";
import type { Designation, LabelRule, Moment } from "./views/values.ts";
import type { EditionVisit, PrintPage } from "./visit.ts";

export const printLabels: PrintPage = async (visit) => {
  const { db, edition, words, agency } = visit;
  const { organisations } = await registerOf(db);
  return {
    html: (
      <LabelsPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, { title: words.howWeLabel, description: `${agency.name}. ${words.labels.introduction}` })}
        rule={ruleOf(visit)}
        organisations={organisations
          .filter((one) => concerns(visit, one))
          .flatMap((one) => organisationLine(visit, one) ?? [])}
      />
    ),
    topics: [],
    namesToday: edition.labelsAsOf === "today",
  };
};

export const printOrganisation: PrintPage = async (visit) => {
  const { db, edition, steps, words, agency } = visit;
  const { organisations } = await registerOf(db);
  const organisation = organisations.find(({ id }) => id === steps["organisation"]);
  const name = organisation && bestName(organisation.names, edition.language);
  if (!organisation || !name) return undefined;
  const { cards, paging } = leafOf(visit, await articlesMentioning(db, edition.id, organisation.id, leafAsked(visit)));
  return {
    html: (
      <OrganisationPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, {
          title: name.text,
          description: `${name.text}: ${words.organisation.introduction} ${agency.name}`,
        })}
        name={name.text}
        language={name.language}
        names={organisation.names.map(({ text, language, kind }) => ({ text, language, kind }))}
        designations={designationsOf(visit, organisation)}
        labels={`${homeOf(edition)}labels`}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [`mentions:${edition.code}`, `front:${edition.code}`],
    namesToday: true,
  };
};

function ruleOf({ edition }: EditionVisit): LabelRule {
  const { jurisdictions, labelPolicy, labelsAsOf, language } = edition;
  return {
    jurisdictions,
    scope: labelPolicy.scope,
    style: labelPolicy.style,
    asOf: asOfIn(labelsAsOf, language),
  };
}

function asOfIn(labelsAsOf: LabelsAsOf, language: string): LabelRule["asOf"] {
  if (labelsAsOf === "today") return "today";
  if (labelsAsOf === "publication") return "publication";
  return { iso: labelsAsOf, text: printDay(labelsAsOf, language) };
}

function concerns({ edition }: EditionVisit, { designations }: Organisation): boolean {
  return designations.some(({ jurisdiction }) => edition.jurisdictions.includes(jurisdiction));
}

function organisationLine(visit: EditionVisit, organisation: Organisation) {
  const { edition } = visit;
  const name = bestName(organisation.names, edition.language);
  if (!name) return undefined;
  const day = dayOfPage(visit);
  const printed = organisation.designations
    .filter((held) => edition.jurisdictions.includes(held.jurisdiction) && isInForce(held, day))
    .map((held) => wordingIn(held.wording, edition.language));
  return {
    href: organisationAddress(edition, organisation.id),
    name: name.text,
    language: name.language,
    ...(printed.length > 0 && edition.labelPolicy.scope !== "none" && { wording: [...new Set(printed)].join("; ") }),
    designations: designationsOf(visit, organisation),
  };
}

/** In force first, then by day, newest first. */
function designationsOf(visit: EditionVisit, { designations }: Organisation): Designation[] {
  const day = dayIn(visit.edition.timeZone, visit.at);
  return [...designations]
    .sort(
      (one, other) => Number(isInForce(other, day)) - Number(isInForce(one, day)) || (one.from < other.from ? 1 : -1),
    )
    .map((held) => designationOf(visit, held, day));
}

function designationOf({ edition }: EditionVisit, held: Held, day: string): Designation {
  const moment = (iso: string): Moment => ({ iso, text: printDay(iso, edition.language) });
  return {
    jurisdiction: held.jurisdiction,
    authority: held.authority,
    decision: held.decision,
    from: moment(held.from),
    ...(held.until !== null && { until: moment(held.until) }),
    inForce: isInForce(held, day),
    wording: wordingIn(held.wording, edition.language),
    ...(held.reference !== null && { reference: held.reference }),
  };
}

function dayOfPage({ edition, at }: EditionVisit): string {
  const { labelsAsOf, timeZone } = edition;
  return labelsAsOf === "today" || labelsAsOf === "publication" ? dayIn(timeZone, at) : labelsAsOf;
}
