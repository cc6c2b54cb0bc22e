/** How we label, and why a name is labelled: written from the policy and the register themselves, so they cannot lie. */

import { articlesMentioning } from "#agency/articles/queries.ts";
import type { LabelsAsOf } from "#agency/editions/editions.ts";
import { chronicleOf, type Happening } from "#agency/labels/chronicle.ts";
import type { DesignationNamed, RegisterChange } from "#agency/labels/history.ts";
import { registerLeaf } from "#agency/labels/listing.ts";
import { mayFold } from "#agency/labels/policy.ts";
import { bestName, organisationsAmong } from "#agency/labels/queries.ts";
import type { KeptOrganisation } from "#agency/labels/register.ts";
import { dayIn } from "#lib/days.ts";
import { jurisdictionName, withCommas } from "#lib/languages.ts";
import {
  type Designation as Held,
  isAskedAbout,
  isInForce,
  type Organisation,
  SURFACES,
  wordingIn,
  wordingOn,
} from "#text/labels/labels.ts";
import { printDay } from "#text/typography/dates.ts";
import { cardsFor, leafOf, organisationAddress } from "./cards.ts";
import { frameFor, headFor, homeOf, samePageElsewhere } from "./frame.ts";
import { leafAsked, saidOn } from "./lists.tsx";
import { LabelsPage } from "./views/labels.tsx";
import { OrganisationPage } from "./views/organisation.tsx";
import type { Designation, Happened, LabelRule, Moment, NumberedLeaf } from "./views/values.ts";
import type { EditionVisit, PrintPage } from "./visit.ts";

// As many as a reader looks through, and a page of a long list stays light.
const ORGANISATIONS_A_PAGE = 100;

export const printLabels: PrintPage = async (visit) => {
  const { words, agency } = visit;
  const leaf = await leafOfRegister(visit);
  if (!leaf) return undefined;
  const address = `${homeOf(visit.edition)}labels`;
  return {
    html: (
      <LabelsPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, {
          title: words.howWeLabel,
          description: `${agency.name}. ${words.labels.introduction}`,
          data: { href: `${address}.json${pageParameter(leaf.page)}`, title: words.labels.asData },
        })}
        rule={ruleOf(visit)}
        total={leaf.total}
        organisations={leaf.organisations.flatMap((one) => organisationLine(visit, one) ?? [])}
        leaf={numbered(leaf, address)}
      />
    ),
    topics: [],
    namesToday: true,
  };
};

export const printLabelsData: PrintPage = async (visit) => {
  const { edition } = visit;
  const leaf = await leafOfRegister(visit);
  if (!leaf) return undefined;
  const address = `${homeOf(edition)}labels`;
  const { after } = numbered(leaf, `${address}.json`);
  return {
    data: {
      ...dataHead(visit),
      address,
      policy: policyData(visit),
      total: leaf.total,
      page: leaf.page,
      pages: leaf.pages,
      next: after ?? null,
      organisations: leaf.organisations.map((one) => organisationData(visit, one)),
    },
    topics: [],
    namesToday: true,
  };
};

export const printOrganisation: PrintPage = async (visit) => {
  const { db, edition, words, agency } = visit;
  const organisation = await organisationAsked(visit);
  const name = organisation && bestName(organisation.names, edition.language);
  if (!organisation || !name) return undefined;
  const said = await saidOn(visit);
  const { cards, paging } = leafOf(visit, await articlesMentioning(db, edition.id, organisation.id, leafAsked(visit)));
  return {
    html: (
      <OrganisationPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, {
          title: said.social(name.text),
          description: `${said.social(name.text)}: ${words.organisation.introduction} ${agency.name}`,
          data: { href: `${organisationAddress(edition, organisation.id)}.json`, title: words.labels.asData },
        })}
        name={name.text}
        language={name.language}
        names={organisation.names.map((one) => ({ ...one, isAsked: isAskedAbout(one) }))}
        designations={designationsOf(visit, organisation)}
        history={(await chronicleOf(db, organisation, edition.timeZone)).map((one) => happenedOf(visit, one))}
        labels={`${homeOf(edition)}labels`}
        cards={(await cardsFor(visit))(cards)}
        paging={paging}
      />
    ),
    topics: [`mentions:${edition.code}`, `front:${edition.code}`],
    namesToday: true,
  };
};

export const printOrganisationData: PrintPage = async (visit) => {
  const { db, edition } = visit;
  const organisation = await organisationAsked(visit);
  if (!organisation) return undefined;
  const history = await chronicleOf(db, organisation, edition.timeZone);
  return {
    data: { ...dataHead(visit), ...organisationData(visit, organisation), history },
    topics: [],
    namesToday: true,
  };
};

async function organisationAsked({ db, steps }: EditionVisit): Promise<KeptOrganisation | undefined> {
  const [organisation] = await organisationsAmong(db, [steps["organisation"] ?? ""]);
  return organisation;
}

type Leaf = {
  readonly organisations: readonly KeptOrganisation[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** One page of those the edition's jurisdictions designate or once did, by name; nothing for a page there is not. */
async function leafOfRegister(visit: EditionVisit): Promise<Leaf | undefined> {
  const { db, edition, query } = visit;
  const page = query["page"] === undefined ? 1 : Number(query["page"]);
  if (!Number.isInteger(page) || page < 1) return undefined;
  const { language, jurisdictions } = edition;
  const look = { language, jurisdictions, day: dayOfPage(visit), page, limit: ORGANISATIONS_A_PAGE };
  const { lines, total, pages } = await registerLeaf(db, look);
  if (page > pages) return undefined;
  const ids = lines.map(({ id }) => id);
  const known = new Map((await organisationsAmong(db, ids)).map((one) => [one.id, one]));
  return { organisations: ids.flatMap((id) => known.get(id) ?? []), total, page, pages };
}

function numbered({ page, pages }: Leaf, address: string): NumberedLeaf {
  return {
    page,
    pages,
    ...(page > 1 && { before: `${address}${pageParameter(page - 1)}` }),
    ...(page < pages && { after: `${address}${pageParameter(page + 1)}` }),
  };
}

/** The first page has one address. */
function pageParameter(page: number): string {
  return page === 1 ? "" : `?page=${page}`;
}

function ruleOf({ edition }: EditionVisit): LabelRule {
  const { jurisdictions, labelPolicy, labelsAsOf, language } = edition;
  const { scope, style, quotations, surfaces, wording, notice, notices } = labelPolicy;
  const words = new Map(Object.entries(wording));
  return {
    jurisdictions,
    scope,
    style,
    quotations,
    asOf: asOfIn(labelsAsOf, language),
    surfaces: {
      on: SURFACES.filter((surface) => surfaces[surface]),
      off: SURFACES.filter((surface) => !surfaces[surface]),
    },
    ownWords: jurisdictions.flatMap((jurisdiction) => {
      const own = words.get(jurisdiction.toLowerCase());
      return own === undefined ? [] : [{ jurisdiction, words: own }];
    }),
    ...(scope === "document" && { notice }),
    notices: notices.map((one) => ({ ...one, words: wordingIn(one.wording, language) })),
    folds: mayFold(labelPolicy),
  };
}

function asOfIn(labelsAsOf: LabelsAsOf, language: string): LabelRule["asOf"] {
  if (labelsAsOf === "today") return "today";
  if (labelsAsOf === "publication") return "publication";
  return { iso: labelsAsOf, text: printDay(labelsAsOf, language) };
}

function organisationLine(visit: EditionVisit, organisation: Organisation) {
  const { edition } = visit;
  const name = bestName(organisation.names, edition.language);
  if (!name) return undefined;
  const wording = printedToday(visit, organisation);
  return {
    href: organisationAddress(edition, organisation.id),
    name: name.text,
    language: name.language,
    ...(wording !== "" && { wording }),
    designations: designationsOf(visit, organisation),
  };
}

/** What follows its name in a story that comes out today; empty when nothing does. */
function printedToday(visit: EditionVisit, organisation: Organisation): string {
  const { labelPolicy, jurisdictions, language } = visit.edition;
  if (labelPolicy.scope === "none") return "";
  return wordingOn(organisation, { ...labelPolicy, jurisdictions, language }, dayOfPage(visit));
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

function designationOf(visit: EditionVisit, held: Held, day: string): Designation {
  return {
    jurisdiction: held.jurisdiction,
    authority: held.authority,
    decision: held.decision,
    from: dayMoment(visit, held.from),
    ...(held.until !== null && { until: dayMoment(visit, held.until) }),
    inForce: isInForce(held, day),
    wording: wordingIn(held.wording, visit.edition.language),
    ...(held.reference !== null && { reference: held.reference }),
  };
}

function dayMoment({ edition }: EditionVisit, iso: string): Moment {
  return { iso, text: printDay(iso, edition.language) };
}

function dayOfPage({ edition, at }: EditionVisit): string {
  const { labelsAsOf, timeZone } = edition;
  return labelsAsOf === "today" || labelsAsOf === "publication" ? dayIn(timeZone, at) : labelsAsOf;
}

// --- What happened to it, in words ---

function happenedOf(visit: EditionVisit, happening: Happening): Happened {
  const { begins, ends } = visit.words.organisation;
  const isToCome = happening.day > dayIn(visit.edition.timeZone, visit.at);
  const day = dayMoment(visit, happening.day);
  if (happening.what === "recorded") {
    const lines = happening.changes.flatMap((change) => changeLine(visit, change) ?? []);
    return { day, by: "register", lines, isToCome };
  }
  const said = happening.what === "begins" ? begins : ends;
  return { day, by: "decision", lines: [said(decidedBy(visit, happening.designation))], isToCome };
}

function decidedBy({ edition }: EditionVisit, { jurisdiction, authority, decision }: DesignationNamed): string {
  return withCommas([jurisdictionName(jurisdiction, edition.language), authority, decision], edition.language);
}

function changeLine(visit: EditionVisit, change: RegisterChange): string | undefined {
  const said = visit.words.organisation;
  switch (change.what) {
    case "name":
      return change.did === "added" ? said.nameAdded(change.name) : said.nameRemoved(change.name);
    case "designation": {
      const whose = decidedBy(visit, change.designation);
      return change.did === "added" ? said.entered(whose) : said.takenOut(whose);
    }
    case "designation-field": {
      const { field, before, after, designation } = change;
      const what = `${decidedBy(visit, designation)}: ${said.fields[field]}`;
      return said.changed(what, valueShown(visit, field, before), valueShown(visit, field, after));
    }
    default:
      return undefined; // how a name is searched for
  }
}

type Field = Extract<RegisterChange, { readonly what: "designation-field" }>["field"];

function valueShown({ edition, words }: EditionVisit, field: Field, value: string): string {
  if (value === "") return words.organisation.nothing;
  if (field === "held") return words.organisation.held;
  if (field === "from" || field === "until" || field === "vanished") return printDay(value, edition.language);
  return field === "jurisdiction" ? jurisdictionName(value, edition.language) : value;
}

// --- The same for machines ---

/** Names and fields of a register file, so that another Dateline takes it in; what is said beside them it passes over. */
function organisationData(visit: EditionVisit, organisation: KeptOrganisation) {
  const { edition, at } = visit;
  const today = dayIn(edition.timeZone, at);
  return {
    id: organisation.id,
    address: organisationAddress(edition, organisation.id),
    label: printedToday(visit, organisation) || null,
    names: organisation.names.map(({ text, language, kind, match, wording }) => ({
      text,
      lang: language,
      kind,
      ...(match && { match }),
      ...(wording && { wording }),
    })),
    designations: organisation.designations.map((held) => ({
      jurisdiction: held.jurisdiction,
      authority: held.authority,
      decision: held.decision,
      from: held.from,
      until: held.until,
      wording: held.wording,
      reference: held.reference,
      inForce: isInForce(held, today),
    })),
  };
}

function dataHead({ edition, at }: EditionVisit) {
  return { edition: edition.code, language: edition.language, day: dayIn(edition.timeZone, at) };
}

function policyData({ edition }: EditionVisit) {
  const { jurisdictions, labelPolicy, labelsAsOf } = edition;
  return { jurisdictions, asOf: labelsAsOf, ...labelPolicy };
}
