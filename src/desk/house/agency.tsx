/** The agency: its names, its colours, where readers write to, and what the law asks it to say. */
import { libraryPicture, libraryPictures, picturesAmong } from "#agency/media/queries.ts";
import {
  contrastOn,
  isColour,
  LEAST_CONTRAST,
  LIGHTS,
  type Light,
  nearestThatHolds,
  USUAL_ACCENTS,
} from "#agency/settings/colours.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { LEGAL_FACTS, settingsOf } from "#agency/settings/queries.ts";
import { emailFrom } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { Choice, type Option, Problem, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "../visit.ts";
import { Buttons, From, keepOrAgain, MainAct, PreviewAct } from "./parts.tsx";

const ADDRESS = "/desk/house/agency";
const COLOURS = `${ADDRESS}/colours.css`;
const LONGEST = 200;

/** What was typed, by the key it is kept under. */
type Typed = Readonly<Record<string, string>>;

export function agencyRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => {
      const set = await settingsOf(visit.db, "agency");
      return agencyForm(visit, { typed: shownOf(set), from: markOf(set), problems: {} });
    }),
    deskAction(world, { address: ADDRESS, right }, change),
    deskPage(world, { address: COLOURS, right, parameters: LIGHTS }, async ({ query, world }) => {
      const chosen = Object.fromEntries(LIGHTS.flatMap((light) => chosenColour(light, query[light])));
      return world.previews.colours(chosen);
    }),
  ];
}

function chosenColour(light: Light, hex: string | undefined): readonly (readonly [Light, string])[] {
  const colour = `#${hex}`;
  return isColour(colour) ? [[light, colour]] : [];
}

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { world, request, editions } = visit;
  const typed = typedIn(form, visit);
  const from = form.text("from");
  const problems = { ...problemsOf(typed, visit), ...(await logoProblem(typed, visit)) };
  if (Object.keys(problems).length > 0) return agencyForm(visit, { typed, from, problems });

  const values: Typed = { ...typed, "agency.contact": contactOf(typed["agency.contact"] ?? "") };
  const [edition] = editions;
  if (form.text("do") === "preview" && edition) {
    const query = LIGHTS.flatMap((light) =>
      values[accentKey(light)] ? [`${light}=${typed[accentKey(light)]?.slice(1)}`] : [],
    );
    const styles = `${COLOURS}?${query.join("&")}`;
    return world.previews.agency(request, { editionCode: edition.code, set: values, styles });
  }
  const kept = { part: "agency", values, from, address: ADDRESS };
  return keepOrAgain(visit, kept, (now) => agencyForm(visit, { typed, problems, ...now }));
}

function accentKey(light: Light): string {
  return `agency.accent.${light}`;
}

/** The keys of the form's fields, in its order. */
function keysOf({ editions }: DeskVisit): readonly string[] {
  return [
    "agency.name",
    ...editions.map(({ code }) => `agency.name.${code}`),
    "agency.motto",
    ...editions.map(({ code }) => `agency.motto.${code}`),
    "agency.logo",
    "agency.contact",
    ...LIGHTS.map(accentKey),
    ...LEGAL_FACTS.map((fact) => `agency.${fact}`),
  ];
}

/** The name of its field, which is an id too: `agency.name.en` → `name-en`. */
function fieldOf(key: string): string {
  return key.slice("agency.".length).replaceAll(".", "-");
}

function typedIn(form: Form, visit: DeskVisit): Typed {
  const colours = new Set(LIGHTS.map(accentKey));
  return Object.fromEntries(
    keysOf(visit).map((key) => [
      key,
      colours.has(key) ? form.text(fieldOf(key)).toLowerCase() : form.text(fieldOf(key)),
    ]),
  );
}

/** An address of mail is kept as one a browser can follow. */
function contactOf(typed: string): string {
  return emailFrom(typed) === undefined ? typed : `mailto:${emailFrom(typed)}`;
}

function shownOf(set: Typed): Typed {
  return { ...set, "agency.contact": (set["agency.contact"] ?? "").replace(/^mailto:/, "") };
}

/** Why a field cannot be kept, by its key. */
function problemsOf(typed: Typed, { words }: DeskVisit): Typed {
  const said = words.house.agency;
  const problems = Object.entries(typed).flatMap(([key, value]) =>
    value.length > LONGEST ? [[key, said.tooLong]] : [],
  );
  const contact = typed["agency.contact"] ?? "";
  const isContact = contact === "" || emailFrom(contact) !== undefined || /^https:\/\/\S+$/.test(contact);
  if (!isContact) problems.push(["agency.contact", said.badContact]);
  for (const light of LIGHTS) {
    const colour = typed[accentKey(light)] ?? "";
    if (colour === "") continue;
    if (!isColour(colour)) problems.push([accentKey(light), said.badColour]);
    else if (contrastOn(light, colour) < LEAST_CONTRAST)
      problems.push([
        accentKey(light),
        said.lowContrast(contrastShown(light, colour, words.language), nearestThatHolds(light, colour)),
      ]);
  }
  return Object.fromEntries(problems);
}

async function logoProblem(typed: Typed, { db, words }: DeskVisit): Promise<Typed> {
  const id = typed["agency.logo"] ?? "";
  const isKept = id === "" || (await picturesAmong(db, [id])).has(id);
  return isKept ? {} : { "agency.logo": words.house.agency.badLogo };
}

// The newest are what somebody has just sent for it.
const MOST_LOGOS = 100;

/** The pictures of the library, the chosen one among them however old it is. */
async function logos({ db }: DeskVisit, chosen: string): Promise<readonly Option[]> {
  const newest = await libraryPictures(db, { limit: MOST_LOGOS });
  const own = newest.some(({ id }) => id === chosen) ? undefined : await libraryPicture(db, chosen);
  return [...(own ? [own] : []), ...newest].map(({ id, name, width, height }) => ({
    value: id,
    text: `${name} (${width} × ${height})`,
  }));
}

function contrastShown(light: Light, colour: string, language: string): string {
  // Rounded down: 4.49 is not 4.5.
  const contrast = Math.floor(contrastOn(light, colour) * 10) / 10;
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, numberingSystem: "latn" }).format(contrast);
}

type AgencyForm = {
  readonly typed: Typed;
  readonly from: string;
  readonly problems: Typed;
  readonly sentence?: string;
};

async function agencyForm(visit: DeskVisit, { typed, from, problems, sentence }: AgencyForm): Promise<DeskPage> {
  const { words, editions } = visit;
  const { agency: said, keep, preview, parts } = words.house;
  const field = (key: string, label: string, hint?: string) => (
    <TextField
      name={fieldOf(key)}
      label={label}
      hint={hint}
      value={typed[key] ?? ""}
      dir={key.includes("accent") || key === "agency.contact" ? "ltr" : "auto"}
      problem={problems[key]}
    />
  );
  return {
    title: parts.agency.title,
    place: "house",
    ...((sentence ?? Object.keys(problems)[0]) !== undefined && { status: 422 }),
    main: (
      <form method="post" action={ADDRESS} class="house-form">
        {sentence !== undefined && <Problem>{sentence}</Problem>}
        <From mark={from} />
        <fieldset>
          <legend>{said.names}</legend>
          {field("agency.name", said.name)}
          {editions.map(({ code, name }) => field(`agency.name.${code}`, said.nameIn(name), said.nameHint))}
          {field("agency.motto", said.motto)}
          {editions.map(({ code, name }) => field(`agency.motto.${code}`, said.mottoIn(name)))}
        </fieldset>
        <Choice
          name="logo"
          label={said.logo}
          hint={said.logoHint}
          options={[{ value: "", text: said.noLogo }, ...(await logos(visit, typed["agency.logo"] ?? ""))]}
          chosen={typed["agency.logo"] ?? ""}
          problem={problems["agency.logo"]}
        />
        {field("agency.contact", said.contact, said.contactHint)}
        <fieldset>
          <legend>{said.colours}</legend>
          <p class="hint">{said.coloursHint}</p>
          {LIGHTS.map((light) => field(accentKey(light), said.accents[light], said.usual(USUAL_ACCENTS[light])))}
        </fieldset>
        <fieldset>
          <legend>{said.legal}</legend>
          <p class="hint">{said.legalHint}</p>
          {LEGAL_FACTS.map((fact) => field(`agency.${fact}`, said.facts[fact]))}
        </fieldset>
        <Buttons>
          <MainAct act="keep">{keep}</MainAct>
          <PreviewAct>{preview}</PreviewAct>
        </Buttons>
      </form>
    ),
  };
}
