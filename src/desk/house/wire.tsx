/** What the wire says on everything it carries, whom the agency belongs to, and which hubs hear of it. */
import {
  RIGHTS_FIELDS,
  settingProblem,
  TRAINING,
  TRUST_FIELDS,
  type WireSettingField,
} from "#agency/clients/settings.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { Choice, Problem, TextArea, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "../visit.ts";
import { Buttons, From, keepOrAgain, MainAct } from "./parts.tsx";

const ADDRESS = "/desk/house/wire";

const PARTS = ["wire", "trust", "websub"] as const;
type Part = (typeof PARTS)[number];

/** A setting with its whole key, which is its field's name too. */
type Line = { readonly key: string; readonly field: WireSettingField; readonly edition?: string };

type Typed = { readonly part: Part; readonly values: Readonly<Record<string, string>>; readonly from: string };
type Again = Typed & { readonly sentence?: string };

export function wireSettingRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, (visit) => printForms(visit)),
    deskAction(world, { address: ADDRESS, right }, change),
  ];
}

function linesOf({ editions }: DeskVisit, part: Part): readonly Line[] {
  if (part === "websub") return [{ key: "websub.hubs", field: "hubs" }];
  if (part === "trust")
    return [...TRUST_FIELDS, "datatrainingallowed" as const].map((field) => ({ key: `trust.${field}`, field }));
  const own = editions.length < 2 ? [] : editions;
  return [
    ...RIGHTS_FIELDS.map((field) => ({ key: `wire.${field}`, field })),
    ...own.flatMap(({ code }) =>
      RIGHTS_FIELDS.map((field) => ({ key: `wire.${field}.${code}`, field, edition: code })),
    ),
    { key: "wire.acknowledge-minutes", field: "acknowledge-minutes" },
  ];
}

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const part = PARTS.find((one) => one === form.text("part"));
  if (!part) return undefined;
  const lines = linesOf(visit, part);
  const values = Object.fromEntries(lines.map(({ key }) => [key, form.text(key)]));
  const typed = { part, values, from: form.text("from") };
  if (lines.some(({ key, field }) => settingProblem(field, values[key] ?? "") !== undefined))
    return printForms(visit, typed);
  return keepOrAgain(visit, { ...typed, address: ADDRESS }, (now) => printForms(visit, { ...typed, ...now }));
}

async function printForms(visit: DeskVisit, again?: Again): Promise<DeskPage> {
  const { db, words } = visit;
  const said = words.clients.settings;
  const forms = await Promise.all(
    PARTS.map(async (part) => {
      const set = await settingsOf(db, part);
      return again?.part === part ? again : { part, values: set, from: markOf(set) };
    }),
  );
  const titles: Readonly<Record<Part, string>> = { wire: said.rights, trust: said.trust, websub: said.sending };
  return {
    title: words.house.parts.wire.title,
    place: "house",
    ...(again && { status: 422 }),
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {forms.map(({ part, values, from, ...rest }) => (
          <section class="house-menu" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{titles[part]}</h2>
            <form method="post" action={ADDRESS}>
              {"sentence" in rest && rest.sentence !== undefined && <Problem>{rest.sentence}</Problem>}
              <input type="hidden" name="part" value={part} />
              <From mark={from} />
              {linesOf(visit, part).map((line) => (
                <SettingField visit={visit} line={line} value={values[line.key] ?? ""} />
              ))}
              <Buttons>
                <MainAct act="keep">{words.house.keep}</MainAct>
              </Buttons>
            </form>
          </section>
        ))}
      </>
    ),
  };
}

type SettingFieldProps = { readonly visit: DeskVisit; readonly line: Line; readonly value: string };

const SettingField = ({ visit: { words, editions }, line: { key, field, edition }, value }: SettingFieldProps) => {
  const { fields, refusals, training, forEdition } = words.clients.settings;
  const { title, hint } = fields[field];
  const why = settingProblem(field, value);
  const name = editions.find(({ code }) => code === edition)?.name;
  const label = name === undefined ? title : `${title}. ${forEdition(name)}`;
  const problem = why && refusals[why];
  const given = { name: key, label, hint: name === undefined ? hint : undefined, value, problem };
  if (field === "datatrainingallowed") {
    const options = TRAINING.map((one) => ({ value: one, text: training[one] }));
    return <Choice name={key} label={label} hint={hint} options={options} chosen={value} />;
  }
  if (field === "acknowledge-minutes") return <TextField {...given} inputmode="numeric" dir="ltr" />;
  if (field === "holder" || field === "notice") return <TextField {...given} dir="auto" />;
  if (field === "usage-terms") return <TextArea {...given} rows={3} dir="auto" />;
  return <TextArea {...given} rows={3} dir="ltr" />;
};
