/** A designation: who decided, when, until when, where to read it, and the words of its label in each language. */
import {
  type DesignationRefusal,
  type DesignationTyped,
  withDesignation,
  withoutDesignation,
} from "#agency/labels/edits.ts";
import { changesOf } from "#agency/labels/history.ts";
import type { KeptDesignation, KeptOrganisation } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import { TextField } from "../views/fields.tsx";
import type { DeskAnswer, DeskPage, DeskVisit } from "../visit.ts";
import { lastHandOn, markOfDesignation } from "./marks.ts";
import { NEW } from "./name.tsx";
import { partPage, type Refused } from "./part-page.tsx";
import { nameOf, organisationOf, WordingFields, type WordingTyped, wholeWording, whose, wordingFrom } from "./said.tsx";
import { stagedNow } from "./staged.tsx";

/** A designation as its form shows it. */
export type DesignationShown = Omit<DesignationTyped, "wording"> & WordingTyped;

export const NO_DESIGNATION: DesignationShown = {
  jurisdiction: "",
  authority: "",
  decision: "",
  from: "",
  until: "",
  reference: "",
  wording: {},
  other: { tag: "", words: "" },
};

export async function printDesignation(visit: DeskVisit): Promise<DeskPage | undefined> {
  const organisation = await organisationOf(visit);
  const step = visit.steps["designation"];
  const known = organisation?.designations.find((one) => markOfDesignation(one) === step);
  if (!organisation || (!known && step !== NEW)) return undefined;
  return designationPage(visit, organisation, known, { designation: known ? shownOf(known) : NO_DESIGNATION });
}

function shownOf({ until, reference, wording, ...known }: KeptDesignation): DesignationShown {
  return { ...NO_DESIGNATION, ...known, until: until ?? "", reference: reference ?? "", wording };
}

/** What a form sent. */
export function designationFrom(form: Form): DesignationShown {
  return {
    jurisdiction: form.text("jurisdiction"),
    authority: form.text("authority"),
    decision: form.text("decision"),
    from: form.text("starts"),
    until: form.text("ends"),
    reference: form.text("reference"),
    ...wordingFrom(form, "wording"),
  };
}

/** What a form said of a designation, its words in one. */
export function typedOf(shown: DesignationShown): DesignationTyped {
  return { ...shown, wording: wholeWording(shown) };
}

export async function changeDesignation(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const organisation = await organisationOf(visit);
  if (!organisation) return undefined;
  const place = organisation.designations.findIndex((one) => markOfDesignation(one) === visit.steps["designation"]);
  const known = organisation.designations[place];
  const shown = designationFrom(form);
  if (form.text("from") !== markOf(organisation)) {
    const sentence = visit.words.register.changedMeanwhile(await lastHandOn(visit, organisation.id));
    return designationPage(visit, organisation, known, { designation: shown, sentence });
  }
  if (!known && visit.steps["designation"] !== NEW) return undefined;
  const outcome =
    known && form.text("do") === "remove"
      ? withoutDesignation(organisation, place)
      : withDesignation(organisation, known ? place : undefined, typedOf(shown), visit.staff.id);
  const again = (refusal: DesignationRefusal | "nothing") =>
    designationPage(visit, organisation, known, { designation: shown, refusal });
  if ("refusal" in outcome) return again(outcome.refusal);
  if (changesOf(organisation, outcome.after).length === 0) return again("nothing");
  return stagedNow(visit, [{ before: organisation, after: outcome.after }], nameOf(visit, organisation));
}

function designationPage(
  visit: DeskVisit,
  organisation: KeptOrganisation,
  known: KeptDesignation | undefined,
  { designation, ...refused }: Refused & { readonly designation: DesignationShown },
): DeskPage {
  const said = visit.words.register;
  const listed = known && known.list !== null ? known : undefined;
  return partPage(visit, {
    title: known ? said.changeOf(whose(known.jurisdiction, visit.words)) : said.addDesignation,
    organisation,
    address: `designations/${known ? markOfDesignation(known) : NEW}`,
    list: known?.list ?? null,
    fields: <DesignationFields visit={visit} designation={designation} listed={listed} />,
    remove: known && !listed ? said.removeDesignation : undefined,
    ...refused,
  });
}

type DesignationFieldsProps = {
  readonly visit: DeskVisit;
  readonly designation: DesignationShown;
  /** As its list says it, when it is a list's. */
  readonly listed: KeptDesignation | undefined;
};

export const DesignationFields = ({ visit, designation, listed }: DesignationFieldsProps) => {
  const { fields } = visit.words.register;
  const { jurisdiction, authority, decision, from, until, reference, wording, other } = designation;
  const isListed = listed !== undefined;
  // A list that has it says itself until when; one that has it no longer left that to an editor.
  const hasOwnEnd = listed === undefined || listed.vanishedOn !== null;
  return (
    <>
      <TextField
        name="jurisdiction"
        label={fields.jurisdiction}
        hint={fields.jurisdictionHint}
        value={jurisdiction}
        dir="ltr"
        readonly={isListed}
      />
      <TextField name="authority" label={fields.authority} value={authority} dir="auto" readonly={isListed} />
      <TextField name="decision" label={fields.decision} value={decision} dir="auto" readonly={isListed} />
      <div class="two-fields">
        <TextField name="starts" label={fields.from} type="date" value={from} readonly={isListed} />
        <TextField
          name="ends"
          label={fields.until}
          hint={fields.untilHint}
          type="date"
          value={until}
          readonly={!hasOwnEnd}
        />
      </div>
      <TextField
        name="reference"
        label={fields.reference}
        hint={fields.referenceHint}
        value={reference}
        dir="ltr"
        readonly={isListed}
      />
      <WordingFields
        visit={visit}
        of="wording"
        legend={fields.words}
        hint={fields.wordsHint}
        wording={wording}
        other={other}
      />
    </>
  );
};
