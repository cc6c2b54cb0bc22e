/** One organisation of the register: its names and their forms, who designated it, what became of it; and a new one by hand. */
import {
  idFor,
  isInDoubt,
  isOrganisationId,
  isVanished,
  withDesignation,
  withName,
  withoutDoubts,
} from "#agency/labels/edits.ts";
import { changesOf, historyOf } from "#agency/labels/history.ts";
import { stateOf } from "#agency/labels/listing.ts";
import { organisationsAmong } from "#agency/labels/queries.ts";
import type { KeptDesignation, KeptName, KeptOrganisation } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import { isAskedAbout } from "#text/labels/labels.ts";
import { namesAt } from "../flow/people.ts";
import { shownAt } from "../flow/times.ts";
import { Buttons, From, MainAct } from "../house/parts.tsx";
import { Problem, TextField, Tick } from "../views/fields.tsx";
import type { DeskAnswer, DeskPage, DeskVisit } from "../visit.ts";
import type { RegisterRefusal } from "../words/register.ts";
import { DesignationFields, type DesignationShown, designationFrom, NO_DESIGNATION, typedOf } from "./designation.tsx";
import { lastHandOn, markOfDesignation, markOfName, stateOfForm } from "./marks.ts";
import { NameFields, type NameShown, NO_NAME, nameFrom } from "./name.tsx";
import {
  addressOf,
  ChangeLines,
  dayShown,
  languageIn,
  nameOf,
  organisationOf,
  REGISTER,
  spanShown,
  todayOf,
  whose,
} from "./said.tsx";
import { stagedNow } from "./staged.tsx";

// What a person reads; the log has the rest.
const CHANGES_TOLD = 30;

export async function printEntry(visit: DeskVisit): Promise<DeskPage | undefined> {
  const organisation = await organisationOf(visit);
  return organisation && entryPage(visit, organisation);
}

/** Of the names in doubt, those that are to be labelled by themselves. */
export async function decideNames(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const organisation = await organisationOf(visit);
  if (!organisation) return undefined;
  const said = visit.words.register;
  const marks = form.texts("name");
  if (form.text("from") !== markOf(organisation))
    return entryPage(visit, organisation, {
      problem: said.changedMeanwhile(await lastHandOn(visit, organisation.id)),
      ticked: marks,
    });
  const chosen = organisation.names.filter((name) => marks.includes(markOfName(name)));
  const after = withoutDoubts(organisation, chosen, visit.staff.id);
  if (changesOf(organisation, after).length === 0)
    return entryPage(visit, organisation, { problem: said.refusals.nothing, ticked: [] });
  return stagedNow(visit, [{ before: organisation, after }], nameOf(visit, organisation));
}

/** A decision that was refused, with the marks of the names that were ticked. */
type Refused = { readonly problem: string; readonly ticked: readonly string[] };

async function entryPage(visit: DeskVisit, organisation: KeptOrganisation, refused?: Refused): Promise<DeskPage> {
  const { editions, words } = visit;
  const said = words.register;
  const address = addressOf(organisation.id);
  return {
    title: nameOf(visit, organisation),
    place: "register",
    ...(refused && { status: 422 }),
    main: (
      <>
        <p class="about">
          <span>
            {said.asReaders}{" "}
            {editions.map(({ code, name, language }) => (
              <>
                <a href={`/${code}/labels/${encodeURIComponent(organisation.id)}`} lang={language}>
                  {name}
                </a>{" "}
              </>
            ))}
          </span>
          <a href={`/desk/log?about=${encodeURIComponent(`organisation:${organisation.id}`)}`}>{said.inLog}</a>
          <bdi>{organisation.id}</bdi>
        </p>
        <section aria-labelledby="designations" class="register-part">
          <h2 id="designations">{said.designations}</h2>
          {organisation.designations.length === 0 && <p>{said.noDesignations}</p>}
          {organisation.designations.map((designation) => (
            <Designation designation={designation} address={address} visit={visit} />
          ))}
          <p class="buttons">
            <a class="button" href={`${address}/designations/+`}>
              {said.addDesignation}
            </a>
          </p>
        </section>
        <section aria-labelledby="names" class="register-part">
          <h2 id="names">{said.names}</h2>
          <ul class="house-list">
            {organisation.names.map((name) => (
              <Name name={name} address={address} visit={visit} />
            ))}
          </ul>
          <p class="buttons">
            <a class="button" href={`${address}/names/+`}>
              {said.addName}
            </a>
          </p>
        </section>
        <NamesInDoubt organisation={organisation} address={address} visit={visit} refused={refused} />
        {await history(visit, organisation)}
      </>
    ),
  };
}

type DesignationProps = {
  readonly designation: KeptDesignation;
  readonly address: string;
  readonly visit: DeskVisit;
};

const Designation = ({ designation, address, visit }: DesignationProps) => {
  const { words } = visit;
  const said = words.register;
  const state = isVanished(designation) ? "vanished" : stateOf(designation, todayOf(visit));
  const title = whose(designation.jurisdiction, words);
  return (
    <div class="register-entry">
      <h3>
        <span dir="auto">{title}</span> <span class="stage">{said.states[state]}</span>
      </h3>
      <p>
        <bdi>{[designation.authority, designation.decision].filter(Boolean).join(" · ")}</bdi>
      </p>
      <p>{spanShown(designation, words)}</p>
      <ul class="worded">
        {Object.entries(designation.wording).map(([tag, wording]) => (
          <li>
            <span class="quiet">{languageIn(tag, words)}:</span> <bdi lang={tag}>{wording}</bdi>
          </li>
        ))}
      </ul>
      <p class="about">
        {designation.reference !== null && <bdi dir="ltr">{designation.reference}</bdi>}
        <span>{designation.list === null ? said.byHand : said.ofList(designation.list)}</span>
        {designation.vanishedOn !== null && <span>{said.vanishedOn(dayShown(designation.vanishedOn, words))}</span>}
        {designation.heldBy !== null && <span>{said.held}</span>}
        <a
          href={`${address}/designations/${markOfDesignation(designation)}`}
          aria-label={said.changeOf(`${title}, ${designation.authority}`)}
        >
          {said.changeIt}
        </a>
      </p>
    </div>
  );
};

type NameProps = { readonly name: KeptName; readonly address: string; readonly visit: DeskVisit };

const Name = ({ name, address, visit: { words } }: NameProps) => {
  const said = words.register;
  const { text, language, kind, wording, doubt, decidedBy, list, forms, off = [] } = name;
  return (
    <li>
      <p class="register-name">
        <bdi lang={language}>{text}</bdi>
      </p>
      <p class="about">
        <span>{languageIn(language, words)}</span>
        <span>{said.kinds[kind]}</span>
        <span>{said.matches[isAskedAbout(name) ? "ask" : "auto"]}</span>
        <span>{list === null ? said.byHand : said.ofList(list)}</span>
        {doubt !== undefined && isInDoubt(name) && <span class="overdue">{said.doubts[doubt]}</span>}
        {decidedBy !== null && <span>{said.decided}</span>}
        <a href={`${address}/names/${markOfName(name)}`} aria-label={said.changeOf(text)}>
          {said.changeIt}
        </a>
      </p>
      {wording && (
        <ul class="worded">
          {Object.entries(wording).map(([tag, words_]) => (
            <li>
              <span class="quiet">
                {said.ownWords} ({languageIn(tag, words)}):
              </span>{" "}
              <bdi lang={tag}>{words_}</bdi>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{said.forms(forms.length)}</summary>
        <ul class="forms">
          {[...forms.map((form) => ({ form, isOff: false })), ...off.map((form) => ({ form, isOff: true }))].map(
            ({ form, isOff }) => (
              <li>
                <bdi lang={language}>{form.text}</bdi> <span class="quiet">{said.how[stateOfForm(form, isOff)]}</span>
              </li>
            ),
          )}
        </ul>
      </details>
    </li>
  );
};

type NamesInDoubtProps = {
  readonly organisation: KeptOrganisation;
  readonly address: string;
  readonly visit: DeskVisit;
  readonly refused: Refused | undefined;
};

/** Many names are one decision: a list leaves half of them in doubt. */
const NamesInDoubt = ({ organisation, address, visit: { words }, refused }: NamesInDoubtProps) => {
  const said = words.register;
  const names = organisation.names.filter(isInDoubt);
  const problem = refused && <Problem>{refused.problem}</Problem>;
  if (names.length === 0) return <>{problem}</>;
  return (
    <section aria-labelledby="in-doubt" class="register-part">
      <h2 id="in-doubt">{said.namesInDoubt}</h2>
      <form method="post" action={address} class="house-form">
        <From mark={markOf(organisation)} />
        {problem}
        <p class="hint">{said.namesInDoubtHint}</p>
        {names.map((name) => {
          const mark = markOfName(name);
          const ticked = refused?.ticked.includes(mark) ?? false;
          return <Tick name="name" value={mark} ticked={ticked} label={name.text} language={name.language} />;
        })}
        <Buttons>
          <MainAct act="decide">{said.labelThem}</MainAct>
        </Buttons>
      </form>
    </section>
  );
};

async function history(visit: DeskVisit, { id }: KeptOrganisation) {
  const { db, words, editions } = visit;
  const said = words.register;
  const [entries, nameOfHand] = await Promise.all([historyOf(db, id, { limit: CHANGES_TOLD }), namesAt(visit)]);
  const moment = (at: Date) => shownAt(at, { timeZone: editions[0]?.timeZone ?? "UTC" }, words);
  return (
    <section aria-labelledby="history" class="register-part">
      <h2 id="history">{said.history}</h2>
      {entries.length === 0 && <p>{said.noHistory}</p>}
      <ol class="house-list">
        {entries.map(({ by, at, changes }) => (
          <li>
            <p class="about">{said.madeBy(nameOfHand(by), moment(at))}</p>
            <ChangeLines changes={changes} words={words} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type NewShown = {
  readonly id: string;
  readonly name: NameShown;
  readonly designation: DesignationShown;
  readonly refusal?: RegisterRefusal;
};

export async function printNew(visit: DeskVisit): Promise<DeskPage> {
  const language = visit.words.language;
  return newPage(visit, { id: "", name: { ...NO_NAME, language }, designation: NO_DESIGNATION });
}

export async function addNew(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, words } = visit;
  const typed = { id: form.text("id"), name: nameFrom(form), designation: designationFrom(form) };
  const again = (refusal: RegisterRefusal) => newPage(visit, { ...typed, refusal });
  if (typed.id !== "" && !isOrganisationId(typed.id)) return again("id");
  const taken = new Set((await organisationsAmong(db)).map(({ id }) => id));
  if (typed.id !== "" && taken.has(typed.id)) return again("taken-id");
  const id = typed.id || idFor(typed.name.text, typed.name.language || words.language, (one) => taken.has(one));
  const named = withName({ id, names: [], designations: [] }, undefined, typed.name, staff.id);
  if ("refusal" in named) return again(named.refusal);
  const whole = withDesignation(named.after, undefined, typedOf(typed.designation), staff.id);
  if ("refusal" in whole) return again(whole.refusal);
  return stagedNow(visit, [{ before: undefined, after: whole.after }], typed.name.text);
}

function newPage(visit: DeskVisit, { id, name, designation, refusal }: NewShown): DeskPage {
  const { words } = visit;
  const said = words.register;
  return {
    title: said.add,
    place: "register",
    ...(refusal && { status: 422 }),
    main: (
      <form method="post" action={`${REGISTER}/+new`} class="house-form">
        {refusal && <Problem>{said.refusals[refusal]}</Problem>}
        <NameFields visit={visit} name={name} isListed={false} only="new" />
        <DesignationFields visit={visit} designation={designation} listed={undefined} />
        <TextField name="id" label={said.fields.id} hint={said.fields.idHint} value={id} dir="ltr" />
        <Buttons>
          <MainAct act="look">{said.lookAtIt}</MainAct>
        </Buttons>
      </form>
    ),
  };
}
