/** A name of an organisation: its kind, whether stories that use it are asked about, its own words, and its forms one by one. */
import { type NameTyped, withName, withoutName } from "#agency/labels/edits.ts";
import { changesOf } from "#agency/labels/history.ts";
import type { KeptName, KeptOrganisation } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import { NAME_KINDS, type NameForm, unquoted } from "#text/labels/labels.ts";
import { Choice, TextArea, TextField } from "../views/fields.tsx";
import type { DeskAnswer, DeskPage, DeskVisit } from "../visit.ts";
import { lastHandOn, markOfName, stateOfForm } from "./marks.ts";
import { partPage, type Refused } from "./part-page.tsx";
import { nameOf, organisationOf, WordingFields, type WordingTyped, wholeWording, wordingFrom } from "./said.tsx";
import { stagedNow } from "./staged.tsx";

/** A name as its form shows it. */
export type NameShown = Omit<NameTyped, "wording"> & WordingTyped;

export const NO_NAME: NameShown = {
  text: "",
  language: "",
  kind: "full",
  match: null,
  wording: {},
  other: { tag: "", words: "" },
  forms: [],
  more: [],
};

export const NEW = "+";

export async function printName(visit: DeskVisit): Promise<DeskPage | undefined> {
  const organisation = await organisationOf(visit);
  const step = visit.steps["name"];
  const known = organisation?.names.find((name) => markOfName(name) === step);
  if (!organisation || (!known && step !== NEW)) return undefined;
  return namePage(visit, organisation, known, {
    name: known ? shownOf(known) : { ...NO_NAME, language: visit.words.language },
  });
}

function shownOf({ text, language, kind, match, wording, forms }: KeptName): NameShown {
  const known = { text, language, kind, match, wording: wording ?? {} };
  return { ...NO_NAME, ...known, forms: forms.map((form) => form.text) };
}

/** What a form sent. */
export function nameFrom(form: Form): NameTyped & NameShown {
  const match = form.text("match");
  const typed = wordingFrom(form, "own");
  return {
    text: form.text("name").replaceAll(/\s+/g, " "),
    language: form.text("language"),
    kind: NAME_KINDS.find((kind) => kind === form.text("kind")) ?? "full",
    match: match === "auto" || match === "ask" ? match : null,
    ...typed,
    forms: form.texts("form"),
    more: form
      .text("more")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

export async function changeName(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const organisation = await organisationOf(visit);
  if (!organisation) return undefined;
  const place = organisation.names.findIndex((name) => markOfName(name) === visit.steps["name"]);
  const known = organisation.names[place];
  const shown = nameFrom(form);
  if (form.text("from") !== markOf(organisation)) {
    const sentence = visit.words.register.changedMeanwhile(await lastHandOn(visit, organisation.id));
    return namePage(visit, organisation, known, { name: shown, sentence });
  }
  if (!known && visit.steps["name"] !== NEW) return undefined;
  const typed = { ...shown, wording: wholeWording(shown) };
  const by = visit.staff.id;
  const outcome =
    known && form.text("do") === "remove"
      ? withoutName(organisation, place)
      : withName(organisation, known ? place : undefined, typed, by);
  if ("refusal" in outcome) return namePage(visit, organisation, known, { name: shown, refusal: outcome.refusal });
  if (changesOf(organisation, outcome.after).length === 0)
    return namePage(visit, organisation, known, { name: shown, refusal: "nothing" });
  return stagedNow(visit, [{ before: organisation, after: outcome.after }], nameOf(visit, organisation));
}

function namePage(
  visit: DeskVisit,
  organisation: KeptOrganisation,
  known: KeptName | undefined,
  { name, ...refused }: Refused & { readonly name: NameShown },
): DeskPage {
  const said = visit.words.register;
  const list = known?.list ?? null;
  const isRemovable = known !== undefined && list === null && organisation.names.length > 1;
  return partPage(visit, {
    title: known ? said.changeOf(known.text) : said.addName,
    organisation,
    address: `names/${known ? markOfName(known) : NEW}`,
    list,
    fields: <NameFields visit={visit} name={name} isListed={list !== null} known={known} />,
    remove: isRemovable ? said.removeName : undefined,
    ...refused,
  });
}

type NameFieldsProps = {
  readonly visit: DeskVisit;
  readonly name: NameShown;
  /** Its letters, language and kind are a list's. */
  readonly isListed: boolean;
  readonly known?: KeptName | undefined;
  /** For an organisation that is new: neither words of its own nor forms, which are there once it is. */
  readonly only?: "new";
};

export const NameFields = ({ visit, name, isListed, known, only }: NameFieldsProps) => {
  const { fields, kinds, matches, doubts } = visit.words.register;
  const doubt = known?.doubt !== undefined && known.decidedBy === null ? doubts[known.doubt] : undefined;
  return (
    <>
      <TextField name="name" label={fields.name} value={name.text} dir="auto" readonly={isListed} />
      <TextField
        name="language"
        label={fields.language}
        hint={fields.languageHint}
        value={name.language}
        dir="ltr"
        readonly={isListed}
      />
      {isListed ? (
        <input type="hidden" name="kind" value={name.kind} />
      ) : (
        <Choice
          name="kind"
          label={fields.kind}
          options={NAME_KINDS.map((value) => ({ value, text: kinds[value] }))}
          chosen={name.kind}
        />
      )}
      <Choice
        name="match"
        label={fields.match}
        hint={doubt === undefined ? fields.matchHint : `${fields.matchHint} ${name.text}: ${doubt}.`}
        options={(["silent", "auto", "ask"] as const).map((value) => ({ value, text: matches[value] }))}
        chosen={name.match ?? "silent"}
      />
      {only === undefined && (
        <>
          <WordingFields
            visit={visit}
            of="own"
            legend={fields.nameWords}
            hint={fields.nameWordsHint}
            wording={name.wording}
            other={name.other}
          />
          {known && <Forms visit={visit} known={known} ticked={new Set(name.forms)} />}
          <TextArea
            name="more"
            label={fields.more}
            hint={fields.moreHint}
            value={name.more.join("\n")}
            rows={3}
            dir="auto"
          />
        </>
      )}
    </>
  );
};

type FormsProps = { readonly visit: DeskVisit; readonly known: KeptName; readonly ticked: ReadonlySet<string> };

/** Every form with how it came, the name itself first. A name none of whose forms is ticked is not looked for. */
const Forms = ({ visit, known, ticked }: FormsProps) => {
  const said = visit.words.register;
  const line = (form: NameForm, isOff: boolean, at: number) => (
    <li class="tick">
      <input id={`form-${at}`} name="form" type="checkbox" value={form.text} checked={ticked.has(form.text)} />
      <label for={`form-${at}`}>
        <bdi lang={known.language}>{form.text}</bdi> <span class="quiet">{said.how[stateOfForm(form, isOff)]}</span>
      </label>
    </li>
  );
  const isItself = ({ text }: NameForm) => text === unquoted(known.text);
  const itselfFirst = (forms: readonly NameForm[]) => [
    ...forms.filter(isItself),
    ...forms.filter((one) => !isItself(one)),
  ];
  const on = itselfFirst(known.forms);
  const off = itselfFirst(known.off ?? []);
  return (
    <fieldset>
      <legend>{said.fields.forms}</legend>
      <p class="hint">{said.fields.formsHint}</p>
      <ul class="forms">
        {on.map((form, at) => line(form, false, at))}
        {off.map((form, at) => line(form, true, on.length + at))}
      </ul>
    </fieldset>
  );
};
